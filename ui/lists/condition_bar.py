"""ConditionBar (filterBar): the conditions that a list is narrowed by, as chips that are changed and removed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views.conditions import Condition, ListField
from ui.lists.condition_words import ConditionWords
from ui.theme import theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.flow import FlowLayout
from ui.widgets.styling import restyle


class _Chip(QWidget):
    """One condition: its sentence, which opens it, and a cross that takes it away."""

    def __init__(self, parent: QWidget, condition: Condition, place: int) -> None:
        super().__init__(parent)
        self.condition = condition
        self.setObjectName(f"conditionChip{place}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.text_button = Button("", self, small=True, name=f"conditionButton{place}")
        restyle(self.text_button, kind="choice")
        self.text_button.setMaximumWidth(theme().px(380))
        self.remove_button = IconButton("x", "", self, size=13, name=f"removeConditionButton{place}")
        row.addWidget(self.text_button)
        row.addWidget(self.remove_button)


class ConditionBar(QWidget):
    """Hidden without conditions. Delete or Backspace on a chip removes it, Enter opens it, the arrows go along."""

    opened = Signal(object, object)
    """A condition is to be changed; the widget to do that at."""
    changed = Signal(object, str)
    """Other conditions, and whether all of them must hold or any one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("filterBar")
        self._conditions: tuple[Condition, ...] = ()
        self._match = "all"
        self._fields: dict[str, ListField] = {}
        self._chips: list[_Chip] = []
        self._words = ConditionWords(self)
        self._flow = FlowLayout(self, gap=theme().px(6))
        self.match_button = Button("", self, kind="link", name="matchButton")
        self.match_button.clicked.connect(self._turn_match)
        self.hide()

    def set_fields(self, fields: Sequence[ListField]) -> None:
        """Know how the fields and their choices are called."""
        self._fields = {field.name: field for field in fields}
        self.retranslate()

    def set_conditions(self, conditions: Sequence[Condition], match: str) -> None:
        """Show these conditions without telling of it."""
        if (tuple(conditions), match) == (self._conditions, self._match):
            return
        self._conditions, self._match = tuple(conditions), match
        self._fill()

    def conditions(self) -> tuple[Condition, ...]:
        """Return the conditions that are shown."""
        return self._conditions

    def chips(self) -> tuple[Button, ...]:
        """Return the buttons of the conditions in their order."""
        return tuple(chip.text_button for chip in self._chips)

    def put(self, condition: Condition, before: Condition | None) -> None:
        """Add a condition, or put it in the place of another one."""
        found = list(self._conditions)
        if before in found:
            found[found.index(before)] = condition
        else:
            found.append(condition)
        self._change(tuple(dict.fromkeys(found)), self._match)

    def remove(self, place: int) -> None:
        """Take a condition away; the keyboard goes to the next one."""
        kept = self._conditions[:place] + self._conditions[place + 1 :]
        self._change(kept, self._match)
        if self._chips:
            self._chips[min(place, len(self._chips) - 1)].text_button.setFocus()

    def retranslate(self) -> None:
        """Say all words in the language in force."""
        self.setAccessibleName(self.tr("Conditions"))
        self.match_button.setText(self.tr("All must hold") if self._match == "all" else self.tr("Any one is enough"))
        self.match_button.setToolTip(self.tr("Switch between all conditions and any one of them"))
        for chip in self._chips:
            text = self._words.text(chip.condition, self._fields.get(chip.condition.field))
            metrics = chip.text_button.fontMetrics()
            cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, theme().px(350))
            chip.text_button.setText(cut.replace("&", "&&"))
            chip.text_button.setToolTip(text)
            chip.text_button.setAccessibleName(text)
            chip.remove_button.set_label(self.tr("Remove the condition “{condition}”").format(condition=text))

    def _change(self, conditions: tuple[Condition, ...], match: str) -> None:
        self.set_conditions(conditions, match)
        self.changed.emit(conditions, match)

    def _turn_match(self) -> None:
        self._change(self._conditions, "any" if self._match == "all" else "all")

    def _fill(self) -> None:
        self._flow.takeAt(self._flow.count() - 1)
        self._flow.clear()
        self._chips = []
        for place, condition in enumerate(self._conditions):
            chip = _Chip(self, condition, place)
            chip.text_button.clicked.connect(
                lambda _on=False, chip=chip: self.opened.emit(chip.condition, chip.text_button)
            )
            chip.text_button.installEventFilter(self)
            chip.remove_button.clicked.connect(lambda _on=False, place=place: self.remove(place))
            self._flow.addWidget(chip)
            chip.show()
            self._chips.append(chip)
        self._flow.addWidget(self.match_button)
        self.match_button.setVisible(len(self._conditions) > 1)
        self.setVisible(bool(self._conditions))
        self.retranslate()
        self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete and Backspace remove the condition that has the keyboard; Left and Right go along."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        place = next((at for at, chip in enumerate(self._chips) if chip.text_button is watched), None)
        if place is None:
            return False
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.remove(place)
            return True
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            step = 1 if event.key() == Qt.Key.Key_Right else -1
            self._chips[(place + step) % len(self._chips)].text_button.setFocus()
            return True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._chips[place].text_button.click()
            return True
        return False
