"""The small dialogs of a document: ask for approval, decide, note that it was sent, note what the customer said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.views.documents import DocumentPage
from desktop.views.exchange import Action, Query, Refused
from desktop.views.opportunities import Consequences
from ui.bridge import Bridge
from ui.fields.dates import DateField, MomentField
from ui.fields.field import Field, Labelled
from ui.fields.reference import ReferenceField
from ui.fields.text import MemoField
from ui.formats import local, sentence
from ui.refusal import Refusal
from ui.theme import theme
from ui.widgets.buttons import Kind
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Text
from ui.widgets.styling import restyle

Perform = Callable[[Action, Callable[[Refused], object]], object]
"""Carries out an action; a refusal comes back to the dialog."""


class DocumentDialog(Dialog):
    """Asks what an action needs; stays open where a rule refuses it, with the reason at the field at fault."""

    def __init__(self, window: QWidget, bridge: Bridge, title: str, *, name: str, perform: Perform) -> None:
        super().__init__(window, title, name=name, width=520)
        self._bridge = bridge
        self._perform = perform
        self._fields: dict[str, Field] = {}
        self.message = Refusal(self, bridge, name="dialogMessage")

    def add_field(self, name: str, field: Field, text: str, *, required: bool = False) -> None:
        """Put a field into the dialog."""
        self._fields[name] = field
        row = Labelled(field, self.sheet, required=required)
        row.set_text(text)
        self.body.addWidget(row)

    def add_note(self, text: str, *, name: str = "", tone: str = "accent") -> Text:
        """Put a sentence into the dialog, in a soft box."""
        look = theme()
        box = QFrame(self.sheet)
        restyle(box, role="hint", tone=tone)
        inside = QVBoxLayout(box)
        inside.setContentsMargins(look.px(10), look.px(8), look.px(10), look.px(8))
        words = Text(text, box, wrap=True, name=name)
        inside.addWidget(words)
        self.body.addWidget(box)
        return words

    def finish(self, text: str, *, kind: Kind = "primary", name: str) -> None:
        """Add the buttons."""
        self.body.addWidget(self.message)
        self.add_button(self.tr("Cancel"), name="dialogCancelButton")
        self.confirm_button = self.add_button(text, kind=kind, run=self.confirm, name=name)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self, self.confirm)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def action(self) -> Action:
        """Return what is to be done with what was filled in."""
        raise NotImplementedError

    def confirm(self) -> None:
        """Do it, unless a field cannot be understood."""
        if not self.isVisible() or not self.confirm_button.isEnabled():
            return
        for field in self._fields.values():
            field.commit()
        wrong = next((field for field in self._fields.values() if not field.is_valid()), None)
        if wrong is not None:
            wrong.setFocus()
            return
        self.message.lock(self.confirm_button)
        self._perform(self.action(), partial(self.message.refuse, fields=self._fields))


class AskApprovalDialog(DocumentDialog):
    """Who is to approve, until when, and what the approver should know."""

    def __init__(self, window: QWidget, bridge: Bridge, view: DocumentPage, perform: Perform) -> None:
        super().__init__(window, bridge, "", name="askApprovalDialog", perform=perform)
        self.set_title(self.tr("Ask for approval: {number}").format(number=view.number))
        self._view = view
        self.approver = ReferenceField(bridge, "person", self.sheet, name="approverEdit")
        self.approver.set_value(view.approver)
        self.due = MomentField(self.sheet, name="dueEdit", now=bridge.workspace.clock)
        self.due.set_value(view.due_at)
        self.comment = MemoField(self.sheet, name="commentEdit", lines=3)
        self.add_field("approver", self.approver, self.tr("Approver"), required=True)
        self.add_field("due_at", self.due, self.tr("Answer by"))
        self.add_field("comment", self.comment, self.tr("Comment for the approver"))
        if view.unfilled:
            left = ", ".join(view.unfilled)
            self.add_note(self.tr("Not filled in: {names}").format(names=left), name="unfilledNote", tone="warning")
        self.finish(self.tr("Ask"), name="askConfirmButton")

    def action(self) -> Action:
        """Ask."""
        due: datetime | None = self.due.value()
        return Action(
            "ask_approval",
            document=self._view.id,
            approver=self.approver.saved(),
            due_at=due,
            comment=self.comment.value(),
        )


class DecideDialog(DocumentDialog):
    """Approve or return, with a comment; says before what follows from it, by a dry run (N1)."""

    def __init__(self, window: QWidget, bridge: Bridge, view: DocumentPage, decision: str, perform: Perform) -> None:
        super().__init__(window, bridge, "", name="decideDialog", perform=perform)
        approves = decision == "approved"
        title = self.tr("Approve {number}") if approves else self.tr("Return {number} for rework")
        self.set_title(title.format(number=view.number))
        self._view, self._approves = view, approves
        self.comment = MemoField(self.sheet, name="commentEdit", lines=4)
        words = self.tr("Comment") if approves else self.tr("What is to be changed")
        self.add_field("comment", self.comment, words, required=not approves)
        self.consequences = self.add_note("", name="consequences", tone="accent" if approves else "warning")
        if approves and view.unfilled:
            left = ", ".join(view.unfilled)
            self.add_note(self.tr("Not filled in: {names}").format(names=left), name="unfilledNote", tone="warning")
        self.finish(
            self.tr("Approve") if approves else self.tr("Return for rework"),
            kind="primary" if approves else "danger",
            name="decideConfirmButton",
        )
        query = Query("approval_consequences", document=view.id, decision=decision)
        bridge.ask(query, self._follows, owner=self, key="consequences")

    def _follows(self, follows: Consequences) -> None:
        self.consequences.setText(sentence(follows.refused or follows.text))
        self.fit()

    def action(self) -> Action:
        """Decide."""
        name = "approve_document" if self._approves else "return_document"
        return Action(name, document=self._view.id, comment=self.comment.value())


class SendDialog(DocumentDialog):
    """When the document went to the customer. The program sends nothing; it keeps the PDF among the files."""

    def __init__(
        self, window: QWidget, bridge: Bridge, view: DocumentPage, perform: Perform, make: Callable[[], str]
    ) -> None:
        """``make`` writes the PDF and returns its path."""
        super().__init__(window, bridge, "", name="sendDialog", perform=perform)
        self.set_title(self.tr("{number} went to the customer").format(number=view.number))
        self._view, self._make = view, make
        self.day = DateField(self.sheet, name="sentOnEdit", now=bridge.workspace.clock)
        self.day.set_value(local(bridge.workspace.clock()).date())
        self.add_field("on", self.day, self.tr("Sent on"), required=True)
        self.add_note(self.tr("The program sends nothing. It notes the day and keeps the PDF with the files."))
        if view.unfilled:
            left = ", ".join(view.unfilled)
            self.add_note(self.tr("Not filled in: {names}").format(names=left), name="unfilledNote", tone="warning")
        words = self.tr("Sent as it is") if view.unfilled else self.tr("Sent")
        self.finish(words, name="sendConfirmButton")

    def action(self) -> Action:
        """Note it, with a PDF that was just made."""
        day: date | None = self.day.value()
        anyway = bool(self._view.unfilled)
        return Action("send_document", document=self._view.id, on=day, file=self._make(), anyway=anyway)


class CustomerDialog(DocumentDialog):
    """When the customer answered, and what was said."""

    def __init__(self, window: QWidget, bridge: Bridge, view: DocumentPage, perform: Perform) -> None:
        super().__init__(window, bridge, "", name="customerDialog", perform=perform)
        self.set_title(self.tr("Comments of the customer on {number}").format(number=view.number))
        self._view = view
        self.day = DateField(self.sheet, name="commentedOnEdit", now=bridge.workspace.clock)
        self.day.set_value(view.commented_on or local(bridge.workspace.clock()).date())
        self.comment = MemoField(self.sheet, name="commentEdit", lines=5)
        self.comment.set_value(view.comment)
        self.add_field("on", self.day, self.tr("Received on"), required=True)
        self.add_field("comment", self.comment, self.tr("What the customer said"))
        self.finish(self.tr("Save"), name="customerConfirmButton")

    def action(self) -> Action:
        """Note it."""
        return Action("comment_document", document=self._view.id, on=self.day.value(), comment=self.comment.value())
