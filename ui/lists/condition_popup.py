"""ConditionPopup: one condition of a list: which field, compared how, with what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from desktop.views.conditions import NO_VALUES, OPERATORS, Condition, ConditionValue, ListField
from ui.fields.amounts import MoneyField, QuietCombo
from ui.fields.dates import DateField
from ui.fields.field import Field
from ui.fields.text import TextField
from ui.lists.condition_words import ConditionWords
from ui.nested_popup import NestedPopup
from ui.records.number_field import NumberField
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.labels import Text

_CHOICES = frozenset({"choice", "person", "tags"})


class ConditionPopup(NestedPopup):
    """Opened for a new condition or for one that is there; Enter takes it, Esc leaves everything as it was."""

    chosen = Signal(object, object)
    """The condition, and the one whose place it takes (None: a new one)."""

    def __init__(self, window: QWidget, clock: Callable[[], datetime]) -> None:
        super().__init__(window, name="conditionPopup")
        look = theme()
        self._fields: tuple[ListField, ...] = ()
        self._before: Condition | None = None
        self._words = ConditionWords(self)
        self._heading = Text("", self, role="strong")
        self.field_edit = QuietCombo(self)
        self.field_edit.setObjectName("conditionFieldEdit")
        self.field_edit.setMaxVisibleItems(14)
        self.operator_edit = QuietCombo(self)
        self.operator_edit.setObjectName("conditionOperatorEdit")
        self.text = TextField(self, name="conditionTextEdit")
        self.numbers = (NumberField(self, name="conditionFromEdit"), NumberField(self, name="conditionToEdit"))
        self.amounts = (
            MoneyField(self, name="conditionAmountFromEdit"),
            MoneyField(self, name="conditionAmountToEdit"),
        )
        self.days = (
            DateField(self, name="conditionDayFromEdit", now=clock),
            DateField(self, name="conditionDayToEdit", now=clock),
        )
        self.choices = QListWidget(self)
        self.choices.setObjectName("conditionChoices")
        self.choices.setFixedHeight(look.px(190))
        self._message = Text("", self, role="small", tone="bad", wrap=True)
        self.button = Button("", self, kind="primary", name="applyConditionButton")
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.button)
        self.body.addWidget(self._heading)
        self.body.addWidget(self.field_edit)
        self.body.addWidget(self.operator_edit)
        for editor in self._editors():
            self.body.addWidget(editor)
        self.body.addWidget(self.choices)
        self.body.addWidget(self._message)
        self.body.addLayout(foot)
        width = look.px(330) + look.px(28)
        self.setMinimumWidth(width)
        self.setMaximumWidth(width)
        self.field_edit.currentIndexChanged.connect(self._field_changed)
        self.operator_edit.currentIndexChanged.connect(self._operator_changed)
        self.button.clicked.connect(self.confirm)
        self.retranslate()

    def _editors(self) -> tuple[Field, ...]:
        return (self.text, *self.numbers, *self.amounts, *self.days)

    def set_fields(self, fields: Sequence[ListField], currencies: tuple[str, ...]) -> None:
        """Offer these fields; amounts are compared in one of the currencies."""
        self._fields = tuple(fields)
        for amount in self.amounts:
            if currencies:
                amount.set_currencies(currencies)

    def set_default_currency(self, code: str) -> None:
        """Begin amounts in this currency."""
        for amount in self.amounts:
            amount.set_default_currency(code)

    def open_for(self, condition: Condition | None, anchor: QWidget) -> None:
        """Show a condition to be changed, or an empty one."""
        self._before = condition
        self._message.hide()
        self.field_edit.blockSignals(True)
        self.field_edit.clear()
        self.field_edit.addItems([field.label for field in self._fields])
        names = [field.name for field in self._fields]
        place = names.index(condition.field) if condition is not None and condition.field in names else 0
        self.field_edit.setCurrentIndex(place)
        self.field_edit.blockSignals(False)
        self._field_changed()
        if condition is not None:
            self._show(condition)
        self.open_at(anchor, focus=self.field_edit if condition is None else self.operator_edit)

    def field(self) -> ListField | None:
        """Return the field that is chosen."""
        at = self.field_edit.currentIndex()
        return self._fields[at] if 0 <= at < len(self._fields) else None

    def operator(self) -> str:
        """Return how it is compared."""
        return str(self.operator_edit.currentData() or "")

    def confirm(self) -> None:
        """Take the condition if it is whole; say what is missing otherwise."""
        field = self.field()
        if field is None or not self.isVisible():
            return
        for editor in self._shown():
            editor.commit()
        wrong = next((editor for editor in self._shown() if not editor.is_valid()), None)
        if wrong is not None:
            wrong.setFocus()
            return
        values = self._values(field)
        if self.operator() not in NO_VALUES and all(value is None or value == "" for value in values):
            self._message.setText(self.tr("Choose or enter a value"))
            self._message.show()
            self.place()
            return
        self.close_popup()
        self.chosen.emit(Condition(field.name, self.operator(), values), self._before)

    # what is shown

    def _field_changed(self) -> None:
        field = self.field()
        if field is None:
            return
        words = self._words.operators()
        self.operator_edit.blockSignals(True)
        self.operator_edit.clear()
        for operator in OPERATORS[field.kind]:
            self.operator_edit.addItem(words[operator], operator)
        self.operator_edit.blockSignals(False)
        self.choices.clear()
        for choice in field.choices:
            item = QListWidgetItem(choice.label, self.choices)
            item.setData(Qt.ItemDataRole.UserRole, choice.code)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        if field.choices:
            self.choices.setCurrentRow(0)
        for editor in self._editors():
            editor.set_value("" if editor is self.text else None)
        self._operator_changed()

    def _operator_changed(self) -> None:
        shown = self._shown()
        for editor in self._editors():
            editor.setVisible(editor in shown)
        field = self.field()
        self.choices.setVisible(field is not None and field.kind in _CHOICES and self.operator() not in NO_VALUES)
        self._message.hide()
        if self.isVisible():
            self.place()

    def _shown(self) -> tuple[Field, ...]:
        field, operator = self.field(), self.operator()
        if field is None or operator in NO_VALUES or field.kind in _CHOICES:
            return ()
        if field.kind == "text":
            return (self.text,)
        both: tuple[Field, ...] = self.numbers
        if field.kind == "money":
            both = self.amounts
        elif field.kind == "day" and operator not in {"last_days", "next_days"}:
            both = self.days
        return both if operator == "between" else both[:1]

    def _values(self, field: ListField) -> tuple[ConditionValue, ...]:
        if self.operator() in NO_VALUES:
            return ()
        if field.kind in _CHOICES:
            items = [self.choices.item(row) for row in range(self.choices.count())]
            return tuple(
                str(item.data(Qt.ItemDataRole.UserRole)) for item in items if item.checkState() == Qt.CheckState.Checked
            )
        return tuple(editor.value() for editor in self._shown())

    def _show(self, condition: Condition) -> None:
        place = self.operator_edit.findData(condition.operator)
        self.operator_edit.setCurrentIndex(max(place, 0))
        self._operator_changed()
        for row in range(self.choices.count()):
            item = self.choices.item(row)
            chosen = item.data(Qt.ItemDataRole.UserRole) in condition.values
            item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
        for editor, value in zip(self._shown(), condition.values, strict=False):
            editor.set_value(value)

    # words and keys

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.setAccessibleName(self.tr("Condition"))
        self._heading.setText(self.tr("Show only where"))
        self.field_edit.setAccessibleName(self.tr("Field"))
        self.operator_edit.setAccessibleName(self.tr("How it is compared"))
        self.choices.setAccessibleName(self.tr("Values"))
        self.text.set_label(self.tr("Value"))
        for low, high in (self.numbers, self.amounts, self.days):
            low.set_label(self.tr("From"))
            high.set_label(self.tr("To"))
        self.text.set_placeholder(self.tr("Value"))
        self.button.setText(self.tr("Apply"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the condition."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.confirm()
        else:
            super().keyPressEvent(event)
