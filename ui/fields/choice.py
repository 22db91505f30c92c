"""ChoiceField: one value of a lookup, or none."""

from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.views.exchange import Choice
from ui.fields.amounts import QuietCombo
from ui.fields.field import Field


class ChoiceField(Field):
    """One of the values of a lookup; "" at the top takes it away again."""

    editor: QuietCombo

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(QuietCombo(), parent, name=name)
        self._choices: tuple[Choice, ...] = ()
        self._value: Choice | None = None
        self.editor.setMinimumContentsLength(6)
        self.editor.setSizeAdjustPolicy(QuietCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.editor.activated.connect(self._chosen)
        self.retranslate()

    def set_choices(self, choices: tuple[Choice, ...]) -> None:
        """Offer these values; the one shown stays, in the new language where it is among them."""
        self._choices = choices
        if self._value is not None:
            self._value = next((choice for choice in choices if choice.id == self._value.id), self._value)
        self._fill()

    def choices(self) -> tuple[Choice, ...]:
        """The values offered."""
        return self._choices

    def value(self) -> Choice | None:
        """The value, None for none."""
        return self._value

    def set_value(self, value: Choice | None) -> None:
        """Show a value, also one that is offered no longer."""
        self._value = value
        self._fill()
        self._accept()

    def saved(self) -> object:
        """The value's id."""
        return None if self._value is None else self._value.id

    def to_json(self) -> object:
        """Id, code and label."""
        return None if self._value is None else [self._value.id, self._value.code, self._value.label]

    def from_json(self, kept: Any) -> Choice | None:
        """Read id, code and label."""
        return None if kept is None else Choice(int(kept[0]), str(kept[1]), str(kept[2]))

    def retranslate(self) -> None:
        """Follow the language."""
        self.editor.setPlaceholderText(self.tr("Choose..."))

    def _offered(self) -> list[Choice]:
        offered = list(self._choices)
        if self._value is not None and all(choice.id != self._value.id for choice in offered):
            offered.append(self._value)
        return offered

    def _fill(self) -> None:
        offered = self._offered()
        labels = [choice.label for choice in offered]
        wanted = ["", *labels] if self._value is not None else labels
        shown = [self.editor.itemText(row) for row in range(self.editor.count())]
        if shown != wanted:
            self.editor.clear()
            self.editor.addItems(wanted)
        if self._value is None:
            self.editor.setCurrentIndex(-1)
        else:
            self.editor.setCurrentIndex(1 + [choice.id for choice in offered].index(self._value.id))

    def _chosen(self, row: int) -> None:
        offered = self._offered()
        if self._value is not None:
            row -= 1
        self._value = offered[row] if 0 <= row < len(offered) else None
        self._fill()
        self._edited()
