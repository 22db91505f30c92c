"""KindField: what kind of activity it is (task, call, meeting)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.fields.amounts import QuietCombo
from ui.fields.field import Field
from ui.icons import icon
from ui.lists.cells import KIND_ICONS

KINDS = ("task", "call", "meeting")


class KindField(Field):
    """One of the kinds; a kind that is not known here is shown as it is."""

    editor: QuietCombo

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(QuietCombo(), parent, name=name)
        self._kinds: tuple[str, ...] = KINDS
        self._fill("task")
        self.editor.activated.connect(lambda _row: self._edited())

    def value(self) -> str:
        """The kind's code."""
        return str(self.editor.currentData())

    def set_value(self, value: str) -> None:
        """Show a kind."""
        if value not in self._kinds:
            self._kinds = (*KINDS, value)
        self._fill(value)
        self._accept()

    def retranslate(self) -> None:
        """Name the kinds in the language in force."""
        self._fill(self.value())

    def _fill(self, value: str) -> None:
        words = {"task": self.tr("Task"), "call": self.tr("Call"), "meeting": self.tr("Meeting")}
        self.editor.blockSignals(True)
        self.editor.clear()
        for kind in self._kinds:
            drawn = icon(KIND_ICONS.get(kind, "square-check"), tone="muted", size=14)
            self.editor.addItem(drawn, words.get(kind, kind), kind)
        self.editor.setCurrentIndex(self.editor.findData(value))
        self.editor.blockSignals(False)
