"""MoneyField and MinutesField: an amount in a currency, time spent."""

from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from desktop.views.exchange import Money
from ui.fields.field import Field
from ui.formats import amount_text, clock_text, parse_minutes, parse_money
from ui.theme import theme


class QuietCombo(QComboBox):
    """A combo box that the wheel changes only while it has the keyboard, so that scrolling a page changes nothing."""

    def event(self, event: QEvent) -> bool:
        """Alt+Down opens the list here, whatever it is a shortcut for elsewhere."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_Down
            and event.modifiers() & Qt.KeyboardModifier.AltModifier
        ):
            event.accept()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words for "nothing chosen" pale, and none while the box is locked: they are no value."""
        if self.currentIndex() >= 0 or self.isEditable():
            super().paintEvent(event)
            return
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        if self.isEnabled():
            field = QStyle.SubControl.SC_ComboBoxEditField
            area = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self)
            words = self.fontMetrics().elidedText(self.placeholderText(), Qt.TextElideMode.ElideRight, area.width())
            painter.setPen(theme().colour("muted"))
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, words)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page unless the person is in this box."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class MoneyField(Field):
    """An amount and its currency. Accepts 184000, 184 000, 184,000.50 and a currency's sign."""

    editor: QLineEdit

    def __init__(self, parent: QWidget | None = None, *, name: str = "", currency: str = "EUR") -> None:
        super().__init__(QLineEdit(), parent, name=name)
        self._value: Money | None = None
        self.currency = QuietCombo(self)
        """The choice of the currency."""
        if name:
            self.currency.setObjectName(f"{name}Currency")
        self.currency.addItem(currency)
        self.row.addWidget(self.currency)
        self.editor.textChanged.connect(self._typed)
        self.currency.activated.connect(self._currency_chosen)
        self.retranslate()

    def set_currencies(self, codes: tuple[str, ...]) -> None:
        """Offer these currencies; the one shown stays."""
        shown = self.currency.currentText()
        self.currency.clear()
        self.currency.addItems([*codes, *([shown] if shown not in codes else [])])
        self.currency.setCurrentText(shown)

    def set_default_currency(self, code: str) -> None:
        """Use this currency while there is no amount."""
        if self._value is None:
            self._show_currency(code)

    def value(self) -> Money | None:
        """The amount, or None for an empty field."""
        return self._value

    def set_value(self, value: Money | None) -> None:
        """Show an amount, grouped as the locale does."""
        self._value = value
        self._show()
        self._accept()

    def to_json(self) -> object:
        """Minor units and currency."""
        return None if self._value is None else [self._value.minor, self._value.currency]

    def from_json(self, kept: Any) -> Money | None:
        """Read minor units and currency."""
        return None if kept is None else Money(int(kept[0]), str(kept[1]))

    def set_read_only(self, read_only: bool) -> None:
        """Lock amount and currency."""
        super().set_read_only(read_only)
        self.currency.setEnabled(not read_only)

    def retranslate(self) -> None:
        """Group again as the locale in force does."""
        self.currency.setAccessibleName(self.tr("Currency"))
        self._show()

    def _show(self) -> None:
        text = amount_text(self._value) if self._value is not None else ""
        if self._value is not None:
            self._show_currency(self._value.currency)
        self._put_text(text)

    def _show_currency(self, code: str) -> None:
        if self.currency.findText(code) < 0:
            self.currency.addItem(code)
        self.currency.setCurrentText(code)

    def _typed(self, text: str) -> None:
        if self._filling:
            return
        try:
            self._value = parse_money(text, self.currency.currentText())
        except ValueError:
            self._valid = False
            self.changed.emit()
        else:
            self._edited()

    def _currency_chosen(self) -> None:
        if self._value is not None and self._value.currency != self.currency.currentText():
            self._value = parse_money(amount_text(self._value), self.currency.currentText())
            self._edited()

    def _leave(self) -> None:
        if self._valid:
            self._show()
        else:
            self._refuse(self.tr("Write an amount, for example 184000.50"))


class MinutesField(Field):
    """Time spent, in minutes. Accepts 0:25, 25 and 1h 20."""

    editor: QLineEdit

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(QLineEdit(), parent, name=name)
        self._value = 0
        self.editor.setPlaceholderText("0:00")
        self.editor.textChanged.connect(self._typed)

    def value(self) -> int:
        """Whole minutes."""
        return self._value

    def set_value(self, value: int) -> None:
        """Show hours and minutes."""
        self._value = value
        self._show()
        self._accept()

    def _show(self) -> None:
        text = clock_text(self._value) if self._value else ""
        self._put_text(text)

    def _typed(self, text: str) -> None:
        if self._filling:
            return
        try:
            self._value = parse_minutes(text)
        except ValueError:
            self._valid = False
            self.changed.emit()
        else:
            self._edited()

    def _leave(self) -> None:
        if self._valid:
            self._show()
        else:
            self._refuse(self.tr("Write the time spent, for example 0:25 or 1h 20"))
