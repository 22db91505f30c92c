"""The page of one document (documentPage): its text, its approval, what went to the customer, its versions (R19)."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import shiboken6
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.documents import FilledText
from desktop.views.exchange import Action, Availability, Changes, Done, Place, Query, Refused
from ui.bridge import Bridge
from ui.commands import Command
from ui.documents.cards import ApprovalCard, CustomerCard, VersionsCard
from ui.documents.editor import MarkupField
from ui.documents.markup_text import paper
from ui.fields.text import TextField
from ui.formats import moment_text
from ui.opportunity.profile import Fact
from ui.printing.pages import PrintedPages
from ui.records.record_page import RecordPage
from ui.theme import theme
from ui.why import WhyPopup
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.dialog import Dialog
from ui.widgets.hint import HintBar
from ui.widgets.labels import Text, Tone

_TONES: dict[str, Tone] = {
    "approved": "good",
    "sent": "good",
    "commented": "good",
    "returned": "bad",
    "approval": "warning",
}
_SIDE = 330


class DocumentPage(RecordPage):
    """Title and text wait for Save; whoever was asked decides here."""

    help_page = "documents"
    subject = "document"
    touched_by = ("approval", "document_version", "opportunity", "person")

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        look = theme()
        self._why: WhyPopup | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self.print_button = Button("", self, icon="printer", name="previewButton")
        self.print_button.clicked.connect(self.preview)
        self.tools.addWidget(self.print_button)
        self.unfilled_bar = HintBar(self, tone="warning", closable=False, name="unfilledBar")
        self.unfilled_bar.action.setObjectName("fillAgainButton")
        self.unfilled_bar.action_pressed.connect(self.fill_again)
        self.unfilled_bar.hide()
        self.column.addWidget(self.unfilled_bar)
        self.body_field = MarkupField(self, name="bodyEdit")
        self.body_field.products_wanted.connect(self._insert_products)
        card = Card("", self, name="documentCard")
        card.body.addWidget(self.add_field("title", TextField(self, name="titleEdit", limit=300), required=True))
        self._note = self.add_field("note", TextField(self, name="noteEdit", limit=300))
        card.body.addWidget(self._note)
        self.form.add("body", self.body_field)
        self._text_label = Text("", card, role="fieldLabel")
        self._text_label.setBuddy(self.body_field.editor)
        card.body.addWidget(self._text_label)
        card.body.addWidget(self.body_field, 1)
        self.approval = ApprovalCard(self)
        self.customer = CustomerCard(self)
        self.versions = VersionsCard(self)
        self._about = Card("", self)
        self._sale = Button("", self, kind="link", name="openOpportunityButton")
        self._sale.clicked.connect(self._open_sale)
        self._created = Fact(self)
        line = QHBoxLayout()
        line.addWidget(self._sale)
        line.addStretch(1)
        self._about.body.addLayout(line)
        self._about.body.addWidget(self._created)
        side = QVBoxLayout()
        side.setSpacing(look.px(12))
        for part in (self.approval, self.customer, self.versions, self._about):
            part.setFixedWidth(look.px(_SIDE))
            side.addWidget(part)
        side.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(look.px(12))
        columns.addWidget(card, 1)
        columns.addLayout(side)
        self.column.addLayout(columns, 1)
        self.approval.asked.connect(self.ask_approval)
        self.approval.decided.connect(self.decide)
        self.approval.withdrawn.connect(self.withdraw)
        self.approval.why_wanted.connect(self.ask_why)
        self.customer.sent.connect(self.send)
        self.customer.commented.connect(self.note_comment)
        self.versions.compared.connect(self.compare)
        self.versions.opened.connect(self._ask_version)
        self.versions.removed.connect(self.remove)

    # the page

    def record_title(self) -> str:
        """Return the number with the title."""
        return f"{self.view.number} · {self.view.fields.title}"

    def refresh(self, changes: Changes) -> None:
        """Ask again where the document, its approval or the sale was touched."""
        if changes.touches("document", self.place.id) or any(map(changes.touches, self.touched_by)):
            super().load()

    def show_view(self) -> None:
        """Show state, approval, versions and what is left to fill in."""
        view = self.view
        self.pill.set_text(view.state_label)
        self.pill.set_tone(_TONES.get(view.state, "muted"))
        version = self.tr("Version {number}").format(number=view.body_version)
        self.facts.setText(" · ".join((view.kind_label, version)))
        self._note.setVisible(view.keeps and view.edit.enabled)
        self.approval.show_view(view, self.bridge.workspace.clock())
        self.customer.show_view(view)
        self.versions.show_view(view)
        self._sale.setText(view.opportunity.label.replace("&", "&&"))
        self._sale.setAccessibleName(view.opportunity.label)
        self._created.set_texts(
            self.tr("Created"), " · ".join(filter(None, (moment_text(view.created_at), view.created_by)))
        )
        left = view.unfilled if view.state not in ("sent", "commented") else ()
        self.unfilled_bar.set_texts(
            self.tr("Not filled in:"), ", ".join(left), self.tr("Fill in again") if view.edit.enabled else ""
        )
        self.unfilled_bar.setVisible(bool(left))

    def more_commands(self) -> list[Command]:
        """Preview, approval, sending, versions."""
        view = self.view
        found = [
            Command("document.preview", self.tr("Print preview and PDF"), self.preview, "Ctrl+P", "printer"),
            Command("document.why", self.tr("Why is it so?"), self.ask_why, icon="circle-help"),
        ]
        if view is None:
            return found
        for name, title, run, may in (
            ("ask", self.tr("Ask for approval"), self.ask_approval, view.ask),
            ("approve", self.tr("Approve"), partial(self.decide, "approved"), view.decide),
            ("return", self.tr("Return for rework"), partial(self.decide, "returned"), view.decide),
            ("withdraw", self.tr("Withdraw the request for approval"), self.withdraw, view.withdraw),
            ("send", self.tr("Mark as sent"), self.send, view.send),
            ("comment", self.tr("Comments of the customer"), self.note_comment, view.comment_on),
        ):
            found.append(Command(f"document.{name}", title, run, available=partial(_given, may)))
        if len(view.versions) > 1:
            found.append(Command("document.compare", self.tr("Compare versions"), self.compare))
        found.append(Command("document.opportunity", self.tr("Open the opportunity"), self._open_sale, icon="diamond"))
        return found

    def focus_first(self) -> None:
        """Begin where something is to be decided, else in the text."""
        if self.view is not None and self.view.decide.enabled:
            self.approval.approve_button.setFocus()
        else:
            self.body_field.setFocus()

    def retranslate(self) -> None:
        """Say all words in the language in force."""
        self.print_button.setText(self.tr("Preview"))
        self.print_button.setToolTip(self.tr("Print preview and PDF") + " (Ctrl+P)")
        self._about.set_title(self.tr("Opportunity"))
        self.set_field_words(
            {
                "title": self.tr("Title"),
                "note": self.tr("What has changed (a new version is made)"),
            }
        )
        self._text_label.setText(self.tr("Text"))
        self.body_field.set_label(self.tr("Text"))
        for card in (self.approval, self.customer, self.versions):
            card.retranslate()
        super().retranslate()

    # filling in

    def fill_again(self) -> None:
        """Fill in what is known by now; an edit that waits for Save."""
        self._ask_filled(self.body_field.value(), self._filled_again)

    def _filled_again(self, filled: FilledText) -> None:
        if filled.unfilled == self.view.unfilled:
            self.bridge.refused.emit(self.tr("Nothing more is known yet. Fill it in on the opportunity, or here."))
        else:
            self.body_field.text.take_markup(filled.body)

    def _insert_products(self) -> None:
        self._ask_filled("<p>{{products}}</p>", self._products_known)

    def _products_known(self, filled: FilledText) -> None:
        if filled.unfilled:
            self.bridge.refused.emit(self.tr("The opportunity has no products yet."))
        else:
            self.body_field.text.insert_markup(filled.body)
            self.body_field.setFocus()

    def _ask_filled(self, body: str, answered: Callable[[FilledText], object]) -> None:
        view = self.view
        if view is not None:
            query = Query(
                "filled_text", opportunity=view.opportunity.id, language=view.language, body=body, number=view.number
            )
            self.bridge.ask(query, answered, owner=self, key="filled")

    # paper

    def preview(self) -> None:
        """Show the pages as they come out; edits are saved before."""
        self.save(self._preview_saved)

    def _preview_saved(self) -> None:
        query = Query("document_page", id=self.place.id)
        self.bridge.ask(query, lambda view: self._show_pages(view.fields.body), owner=self, key="preview")

    def _ask_version(self, number: int) -> None:
        query = Query("document_version", document=self.place.id, number=number)
        self.bridge.ask(query, self._show_pages, owner=self, key="preview")

    def _show_pages(self, body: str) -> None:
        from ui.printing.preview import PrintPreview

        title = self.tr("Preview of {number}").format(number=self.view.number)
        PrintPreview(self.window(), title, self.pages(body), name="documentPreview").show_over()

    def pages(self, body: str) -> PrintedPages:
        """Return the pages of a text, in the document's language."""
        language = getattr(self.window(), "language", None)
        if language is None or language.code == self.view.language:
            return PrintedPages(self.view.number, paper(body))
        with language.speaking(self.view.language):
            return PrintedPages(self.view.number, paper(body))

    def _make_pdf(self) -> str:
        view = self.view
        self._folder = tempfile.TemporaryDirectory(prefix="dealwright-")
        file = Path(self._folder.name) / f"{view.number} v{view.body_version}.pdf"
        self.pages(view.fields.body).write_pdf(file)
        return str(file)

    def _drop_pdf(self) -> None:
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    # doing

    def ask_approval(self) -> None:
        """Ask somebody to approve it; edits are saved before."""
        self.save(lambda: self._with_fresh_view(self._open_ask))

    def _open_ask(self) -> None:
        from ui.documents.dialogs import AskApprovalDialog

        self._open(lambda perform: AskApprovalDialog(self.window(), self.bridge, self.view, perform))

    def decide(self, decision: str) -> None:
        """Approve or return it."""
        from ui.documents.dialogs import DecideDialog

        self._open(lambda perform: DecideDialog(self.window(), self.bridge, self.view, decision, perform))

    def withdraw(self) -> None:
        """Take the request back."""
        self.bridge.perform(Action("withdraw_approval", document=self.place.id), owner=self)

    def send(self) -> None:
        """Note that it went to the customer; edits are saved before."""
        self.save(lambda: self._with_fresh_view(self._open_send))

    def _open_send(self) -> None:
        from ui.documents.dialogs import SendDialog

        if not self.view.send.enabled:
            self.bridge.refused.emit(self.view.send.why_not)
            return
        self._open(lambda perform: SendDialog(self.window(), self.bridge, self.view, perform, self._make_pdf))

    def note_comment(self) -> None:
        """Note what the customer said."""
        from ui.documents.dialogs import CustomerDialog

        self._open(lambda perform: CustomerDialog(self.window(), self.bridge, self.view, perform))

    def compare(self) -> None:
        """Show what two versions say differently."""
        from ui.documents.compare import CompareDialog

        dialog = CompareDialog(self.window(), self.bridge, self.view)
        dialog.show_over(focus=dialog.older)

    def remove(self) -> None:
        """Take the draft off the sale; the toast offers Undo."""
        self.form.revert()
        self.bridge.perform(Action("remove_document", document=self.place.id), owner=self)

    def ask_why(self) -> None:
        """Say where it comes from and what was decided (N2)."""
        if self._why is None:
            self._why = WhyPopup(self.window(), self.bridge, go=self.go)
        self._why.ask(Query("document_why", id=self.place.id), self.approval.why_button)

    def _with_fresh_view(self, then: Callable[[], object]) -> None:
        """Go on with the page as it is after the save."""

        def arrived(view: object) -> None:
            self._arrived(view)
            then()

        self._asked += 1
        self.bridge.ask(Query("document_page", id=self.place.id), arrived, owner=self, key="record")

    def _open(self, make: Callable[[Callable[[Action, Callable[[Refused], object]], object]], Dialog]) -> None:
        dialogs: list[Dialog] = []

        def perform(action: Action, refuse: Callable[[Refused], object]) -> None:
            def done(_done: Done) -> None:
                self._drop_pdf()
                if shiboken6.isValid(dialogs[0]):  # a question of the gate has closed it meanwhile
                    dialogs[0].accept()

            def refused(error: Refused) -> None:
                self._drop_pdf()
                refuse(error)

            self.bridge.perform(action, done, refused, owner=self)

        dialogs.append(make(perform))
        self.bridge.asked.connect(dialogs[0].reject)
        dialogs[0].show_over()

    def _open_sale(self) -> None:
        if self.view is not None:
            self.go.emit(Place("opportunity", self.view.opportunity.id))


def _given(may: Availability) -> Availability:
    return may
