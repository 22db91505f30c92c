"""NameDialog: under which name a mapping is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.dialog import Dialog
from ui.widgets.labels import Text


class NameDialog(Dialog):
    """Asks for a name; one that is there already is replaced, and says so before."""

    def __init__(self, window: QWidget, known: Sequence[str], name: str, on_name: Callable[[str], object]) -> None:
        super().__init__(window, "", name="mappingNameDialog", width=420)
        self.set_title(self.tr("Keep this mapping"))
        self._known = {one.casefold() for one in known}
        self._on_name = on_name
        label = Text(self.tr("Name"), self.sheet, role="fieldLabel")
        self.edit = QLineEdit(name, self.sheet)
        self.edit.setObjectName("mappingNameEdit")
        self.edit.setMaxLength(100)
        self.edit.setAccessibleName(label.text())
        label.setBuddy(self.edit)
        self._note = Text("", self.sheet, role="small", tone="muted", wrap=True)
        self.body.addWidget(label)
        self.body.addWidget(self.edit)
        self.body.addWidget(self._note)
        self.add_button(self.tr("Cancel"), name="mappingNameCancel")
        self.keep_button = self.add_button(self.tr("Keep"), kind="primary", run=self._keep, name="mappingNameConfirm")
        self.edit.textChanged.connect(self._renew)
        self._renew(name)

    def open(self) -> None:
        """Show it with the cursor in the field."""
        self.show_over(focus=self.edit)

    def _renew(self, text: str) -> None:
        self.keep_button.setEnabled(bool(text.strip()))
        there = text.strip().casefold() in self._known
        self._note.setText(
            self.tr("There is a mapping of this name: it will be replaced.")
            if there
            else self.tr("A file with the same headings takes it up by itself, whoever imports it.")
        )

    def _keep(self) -> None:
        name = self.edit.text().strip()
        if name:
            self.accept()
            self._on_name(name)
