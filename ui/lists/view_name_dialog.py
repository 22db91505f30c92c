"""ViewNameDialog: how a view of a list is called, and whether others see it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.dialog import Dialog
from ui.widgets.labels import Text
from ui.widgets.styling import restyle
from ui.widgets.switch import Switch


class ViewNameDialog(Dialog):
    """Asks how a view is called and whether others see it."""

    named = Signal(str, bool)

    def __init__(self, window: QWidget, title: str, name: str, shared: bool, *, ask_shared: bool = True) -> None:
        super().__init__(window, title, name="viewNameDialog", width=420)
        label = Text(self.tr("Name"), self.sheet, role="fieldLabel")
        self.name_edit = QLineEdit(name, self.sheet)
        self.name_edit.setObjectName("viewNameEdit")
        self.name_edit.setMaxLength(100)
        self.name_edit.setAccessibleName(label.text())
        self.shared_switch = Switch(self.tr("Shared with everyone"), self.sheet)
        self.shared_switch.setObjectName("viewSharedSwitch")
        self.shared_switch.setChecked(shared)
        self.shared_switch.setVisible(ask_shared)
        self._wrong = Text("", self.sheet, tone="bad", wrap=True, name="viewRefusal")
        self._wrong.hide()
        for widget in (label, self.name_edit, self.shared_switch, self._wrong):
            self.body.addWidget(widget)
        self.add_button(self.tr("Cancel"), name="viewCancelButton")
        self.save_button = self.add_button(self.tr("Save"), kind="primary", run=self._confirm, name="viewSaveButton")
        self.name_edit.textChanged.connect(self._renew)
        self._renew(name)

    def refuse(self, sentence: str) -> None:
        """Say why the name was refused."""
        self._wrong.setText(sentence)
        self._wrong.show()
        restyle(self.name_edit, wrong=True)
        self.save_button.setEnabled(True)
        self.fit()

    def _renew(self, text: str) -> None:
        self.save_button.setEnabled(bool(text.strip()))
        restyle(self.name_edit, wrong=False)
        self._wrong.hide()

    def _confirm(self) -> None:
        if self.name_edit.text().strip():
            self.save_button.setEnabled(False)
            self.named.emit(self.name_edit.text().strip(), self.shared_switch.isChecked())
