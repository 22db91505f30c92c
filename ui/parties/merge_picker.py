"""MergePicker: with which other record the one shown is to be merged, found by typing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.bridge import Bridge
from ui.fields.field import Labelled
from ui.fields.reference import ReferenceField
from ui.parties.merge_dialog import MergeDialog
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Text


class MergePicker(Dialog):
    """A line that finds records; "Compare" shows both side by side."""

    def __init__(
        self,
        window: QWidget,
        bridge: Bridge,
        subject: str,
        record: int,
        on_merged: Callable[[int], object],
    ) -> None:
        super().__init__(window, "", name="mergePicker", width=460)
        self._bridge = bridge
        self._subject = subject
        self._record = record
        self._on_merged = on_merged
        self.set_title(self.tr("Merge with another record"))
        self.other = ReferenceField(bridge, subject, self.sheet, name="mergeOtherEdit")
        row = Labelled(self.other, self.sheet, required=True)
        row.set_text(self.tr("The other record"))
        self.body.addWidget(row)
        about = self.tr("Both are shown side by side first. Nothing is changed before.")
        self.body.addWidget(Text(about, self.sheet, tone="muted", wrap=True))
        self.add_button(self.tr("Cancel"), name="mergePickerCancelButton")
        self.ok = self.add_button(
            self.tr("Compare and merge..."), kind="primary", run=self.confirm, name="mergePickerButton"
        )

    def open(self) -> None:
        """Show it with the keyboard in the line."""
        self.show_over(focus=self.other.editor)

    def confirm(self) -> None:
        """Compare the two."""
        self.other.commit()
        other = self.other.value()
        if other is None or not self.other.is_valid():
            self.other.set_message(self.tr("Choose the other record"))
            self.other.setFocus()
            return
        if other.id == self._record:
            self.other.set_message(self.tr("This is the same record"))
            self.other.setFocus()
            return
        self.accept()
        window = self.parentWidget() or self
        MergeDialog(window, self._bridge, self._subject, (self._record, other.id), self._on_merged).open()
