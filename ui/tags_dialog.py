"""TagsDialog: the tags of one record; those that are in use elsewhere are put on and taken off with one press."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.views.exchange import Action, Done, Query, Refused
from ui.bridge import Bridge
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Text


class TagsDialog(Dialog):
    """Nothing is changed before Save."""

    def __init__(self, window: QWidget, bridge: Bridge, subject: str, record: int, title: str) -> None:
        super().__init__(window, "", name="tagsDialog", width=460)
        self._bridge = bridge
        self._subject = subject
        self._record = record
        self._known: tuple[str, ...] | None = None
        self._mine: tuple[str, ...] = ()
        self.set_title(self.tr("Tags of {record}").format(record=title))
        label = Text(self.tr("New tags (with commas between them)"), self.sheet, role="fieldLabel")
        self.new_edit = QLineEdit(self.sheet)
        self.new_edit.setObjectName("newTagEdit")
        self.new_edit.setAccessibleName(label.text())
        self._box = QWidget(self.sheet)
        self._flow = FlowLayout(self._box, gap=theme().px(6))
        self.buttons_by_tag: dict[str, Button] = {}
        self._wrong = Text("", self.sheet, tone="bad", wrap=True, name="tagsRefusal")
        self._wrong.hide()
        for widget in (self._box, label, self.new_edit, self._wrong):
            self.body.addWidget(widget)
        self.add_button(self.tr("Cancel"), name="tagsCancelButton")
        self.save_button = self.add_button(self.tr("Save"), kind="primary", run=self._save, name="tagsSaveButton")

    def open(self) -> None:
        """Read the tags and show it."""
        self._bridge.ask(Query("tags"), self._tags_known, owner=self)
        self._bridge.ask(Query("record_tags", subject=self._subject, id=self._record), self._mine_known, owner=self)
        self.show_over(focus=self.new_edit)

    def wanted(self) -> tuple[str, ...]:
        """Return the tags that the record is to have."""
        pressed = [name for name, button in self.buttons_by_tag.items() if button.isChecked()]
        new = [name.strip() for name in self.new_edit.text().split(",") if name.strip()]
        return tuple(dict.fromkeys([*pressed, *new]))

    def _tags_known(self, tags: tuple[str, ...]) -> None:
        self._known = tags

    def _mine_known(self, tags: tuple[str, ...]) -> None:
        for name in sorted({*(self._known or ()), *tags}, key=str.casefold):
            button = Button(name.replace("&", "&&"), self._box, kind="choice", small=True, name=f"tag_{name}")
            button.setChecked(name in tags)
            self._flow.addWidget(button)
            button.show()
            self.buttons_by_tag[name] = button
        self._box.setVisible(bool(self.buttons_by_tag))
        self.fit()

    def _save(self) -> None:
        self.save_button.setEnabled(False)
        action = Action("tag_record", subject=self._subject, id=self._record, tags=self.wanted())
        self._bridge.perform(action, self._saved, self._refused, owner=self)

    def _saved(self, _done: Done) -> None:
        self.accept()

    def _refused(self, refused: Refused) -> None:
        self.save_button.setEnabled(True)
        self._wrong.setText(str(refused))
        self._wrong.show()
        self.fit()
