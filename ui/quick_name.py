"""QuickName: the small sheet that asks for the name of a new record alone; Enter creates it, Esc closes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.labels import Text
from ui.widgets.popup import Popup


class QuickName(Popup):
    """One line and a button. It stays open, with the text in it, until :meth:`close_popup` is called."""

    wanted = Signal(str)
    """A record of that name is wanted."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, name="quickName")
        look = theme()
        self.label = Text("", self, role="strong")
        self.detail = Text("", self, tone="muted", role="small")
        self.name_edit = QLineEdit(self)
        self.name_edit.setObjectName("quickNameEdit")
        self.name_edit.setMaxLength(200)
        self.name_edit.setMinimumWidth(look.px(320))
        self.create_button = Button("", self, kind="primary", name="quickNameButton")
        self.message = Text("", self, role="small", tone="bad", wrap=True)
        self.body.addWidget(self.label)
        self.body.addWidget(self.detail)
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addWidget(self.name_edit, 1)
        row.addWidget(self.create_button)
        self.body.addLayout(row)
        self.body.addWidget(self.message)
        self.message.hide()
        self.name_edit.returnPressed.connect(self._create)
        self.name_edit.textChanged.connect(self._typed)
        self.create_button.clicked.connect(self._create)

    def ask(self, anchor: QWidget, label: str, detail: str = "", *, placeholder: str = "") -> None:
        """Open below ``anchor`` with an empty line; ``label`` says what is created, ``detail`` when or where."""
        self.label.setText(label)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self.create_button.setText(self.tr("Create"))
        self.name_edit.setAccessibleName(label)
        self.name_edit.setPlaceholderText(placeholder)
        self.name_edit.clear()
        self._typed("")
        self.open_at(anchor, align="left" if anchor.width() > self.width() else "right", focus=self.name_edit)

    def refuse(self, sentence: str) -> None:
        """Say why the record could not be created; the text stays for another try."""
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))
        self.create_button.setEnabled(True)
        self.name_edit.setEnabled(True)
        self.name_edit.setFocus()
        self.place()

    def _typed(self, text: str) -> None:
        self.create_button.setEnabled(bool(text.strip()))
        self.message.hide()

    def _create(self) -> None:
        name = self.name_edit.text().strip()
        if name and self.create_button.isEnabled():
            self.create_button.setEnabled(False)
            self.wanted.emit(name)
