"""Days of one's own for the dashboard: from and to, either of which may be left open."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.fields.dates import DateField
from ui.fields.field import Labelled
from ui.nested_popup import NestedPopup
from ui.theme import theme
from ui.widgets.buttons import Button


class PeriodPopup(NestedPopup):
    """Enter or the button chooses the days, Esc closes."""

    chosen = Signal(object, object)
    """The first and the last day; None is without end."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, name="periodPopup")
        look = theme()
        self.first = DateField(self, name="periodFirstEdit")
        self.last = DateField(self, name="periodLastEdit")
        self._rows = [Labelled(field, self) for field in (self.first, self.last)]
        for row in self._rows:
            self.body.addWidget(row)
        self.button = Button("", self, kind="primary", name="periodConfirmButton")
        self.button.clicked.connect(self.confirm)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.button)
        self.body.addLayout(foot)
        width = look.px(280)
        self.setMinimumWidth(width)
        self.setMaximumWidth(width)

    def ask(self, anchor: QWidget, first: date | None, last: date | None) -> None:
        """Ask, beginning with these days."""
        self.retranslate()
        for field, day in ((self.first, first), (self.last, last)):
            field.set_value(day)
            field.set_message("")
        self.open_at(anchor, focus=self.first.editor)
        self.first.editor.selectAll()

    def confirm(self) -> None:
        """Choose the days, if they can be understood and come one after the other."""
        for field in (self.first, self.last):
            if not field.is_valid():
                field.setFocus()
                return
        first, last = self.first.value(), self.last.value()
        if first is not None and last is not None and last < first:
            self.last.set_message(self.tr("This day comes before the first one"))
            self.last.setFocus()
            return
        self.close_popup()
        self.chosen.emit(first, last)

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.setAccessibleName(self.tr("Days of your own"))
        for row, text in zip(self._rows, (self.tr("From"), self.tr("To")), strict=True):
            row.set_text(text)
        self.button.setText(self.tr("Show"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.confirm()
        else:
            super().keyPressEvent(event)
