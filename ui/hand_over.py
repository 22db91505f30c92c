"""RecordHandOver: who owns a record, or somebody's work, from now on; asked from pages and from the command bar."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.views.exchange import Action, Done, Ref, Refused
from ui.bridge import Bridge
from ui.fields.field import Labelled
from ui.fields.reference import ReferenceField
from ui.fields.text import MemoField
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Text


class RecordHandOver(Dialog):
    """Asks for the new owner and a comment; closes when the action is done, and says why it was refused."""

    def __init__(self, window: QWidget, bridge: Bridge, subject: str = "", record: int = 0, title: str = "") -> None:
        """Hand over the record of that subject; without one, all open work of a person who is asked for too."""
        super().__init__(window, "", name="recordHandOverDialog", width=460)
        self._bridge, self._subject, self._record = bridge, subject, record
        self._under_way = False
        about = (
            self.tr("The new owner gets a message. Open tasks of the process go along. It can be undone.")
            if subject
            else self.tr("Open leads, opportunities, activities, orders and the accounts go along. It can be undone.")
        )
        self.set_title(self.tr("Hand over: {title}").format(title=title) if subject else self.tr("Hand over all work"))
        self.body.addWidget(Text(about, self.sheet, wrap=True))
        self.person = ReferenceField(bridge, "person", self.sheet, name="handOverFromEdit")
        self._from = self._labelled(self.person, self.tr("Whose work"), required=True)
        self._from.setVisible(not subject)
        self.to = ReferenceField(bridge, "person", self.sheet, name="handOverToEdit")
        self._labelled(self.to, self.tr("Who takes over"), required=True)
        self.comment = MemoField(self.sheet, name="handOverComment", lines=2)
        self._labelled(self.comment, self.tr("What they should know"))
        self._message = Text("", self.sheet, role="small", tone="bad", wrap=True, name="handOverMessage")
        self._message.hide()
        self.body.addWidget(self._message)
        self.add_button(self.tr("Cancel"), name="handOverCancelButton")
        self.button = self.add_button(
            self.tr("Hand over"), kind="primary", run=self.confirm, name="handOverConfirmButton"
        )

    def show_over(self, *, focus: QWidget | None = None) -> None:
        """Show it with the keyboard in the first field."""
        super().show_over(focus=focus or (self.to.editor if self._subject else self.person.editor))

    def suggest(self, person: Ref | None) -> None:
        """Put a person into the field of whose work it is."""
        self.person.set_value(person)

    def confirm(self) -> None:
        """Hand over if everybody is named."""
        fields = (self.to,) if self._subject else (self.person, self.to)
        for field in fields:
            field.commit()
            if not field.is_valid() or field.value() is None:
                field.set_message(self.tr("Choose a person"))
                field.setFocus()
                return
        if self._under_way:
            return
        self._under_way = True
        self._bridge.perform(self._action(), self._done, self._refused, owner=self)

    def _action(self) -> Action:
        to, person = self.to.value(), self.person.value()
        assert to is not None
        comment = self.comment.value()
        if self._subject:
            return Action("hand_over", subject=self._subject, id=self._record, to=to.id, comment=comment)
        assert person is not None
        return Action("hand_over_work", person=person.id, to=to.id, comment=comment)

    def _labelled(self, field: ReferenceField | MemoField, text: str, *, required: bool = False) -> Labelled:
        label = Labelled(field, self.sheet, required=required)
        label.set_text(text)
        self.body.addWidget(label)
        return label

    def _done(self, _done: Done) -> None:
        self.accept()

    def _refused(self, refused: Refused) -> None:
        self._under_way = False
        if refused.field == "to":
            self.to.set_message(str(refused))
            self.to.setFocus()
        else:
            self._message.setText(str(refused))
            self._message.show()
