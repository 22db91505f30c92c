"""QuickTask: the small sheet that asks for the title of a new task at a time chosen in the calendar."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.labels import Text
from ui.widgets.popup import Popup


class QuickTask(Popup):
    """One line and a button. It stays open, with the text in it, until :meth:`close_popup` is called."""

    wanted = Signal(str)
    """A task of that title is wanted."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, name="quickTask")
        look = theme()
        self.label = Text("", self, role="strong")
        self.detail = Text("", self, tone="muted", role="small")
        self.title_edit = QLineEdit(self)
        self.title_edit.setObjectName("quickTaskEdit")
        self.title_edit.setMaxLength(200)
        self.title_edit.setMinimumWidth(look.px(320))
        self.create_button = Button("", self, kind="primary", name="quickTaskButton")
        self.message = Text("", self, role="small", tone="bad", wrap=True)
        self.body.addWidget(self.label)
        self.body.addWidget(self.detail)
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addWidget(self.title_edit, 1)
        row.addWidget(self.create_button)
        self.body.addLayout(row)
        self.body.addWidget(self.message)
        self.message.hide()
        self.title_edit.returnPressed.connect(self._create)
        self.title_edit.textChanged.connect(self._typed)
        self.create_button.clicked.connect(self._create)

    def ask(self, anchor: QWidget, label: str, detail: str = "", *, placeholder: str = "") -> None:
        """Open below ``anchor`` with an empty line; ``label`` says what is created, ``detail`` when or where."""
        self.label.setText(label)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self.create_button.setText(self.tr("Create"))
        self.title_edit.setAccessibleName(label)
        self.title_edit.setPlaceholderText(placeholder)
        self.title_edit.clear()
        self._typed("")
        self.open_at(anchor, align="right", focus=self.title_edit)

    def refuse(self, sentence: str) -> None:
        """Say why the task could not be created; the text stays for another try."""
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))
        self.create_button.setEnabled(True)
        self.title_edit.setEnabled(True)
        self.title_edit.setFocus()
        self.place()

    def _typed(self, text: str) -> None:
        self.create_button.setEnabled(bool(text.strip()))
        self.message.hide()

    def _create(self) -> None:
        name = self.title_edit.text().strip()
        if name and self.create_button.isEnabled():
            self.create_button.setEnabled(False)
            self.wanted.emit(name)
