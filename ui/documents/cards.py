"""The cards beside a document's text: approval with its history, what went to the customer, versions."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.documents import ApprovalRow, DocumentPage
from desktop.views.exchange import Availability
from ui.formats import date_text, moment_text
from ui.theme import theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import Card, Line
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Pill, Text, Tone
from ui.widgets.rows import Row, RowList

_TONES: dict[str, Tone] = {"approved": "good", "returned": "bad", "": "warning"}


def _offer(button: Button, may: Availability, *, shown: bool = True) -> None:
    """Show a button; one that cannot be pressed says why."""
    button.setVisible(shown)
    button.setEnabled(may.enabled)
    button.setToolTip(may.why_not)
    button.setAccessibleDescription(may.why_not)


class ApprovalCard(Card):
    """Who is asked, what was decided before, and what can be done now (R19)."""

    asked = Signal()
    decided = Signal(str)
    withdrawn = Signal()
    why_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent, name="approvalCard")
        self.why_button = IconButton("circle-help", "", self, name="whyButton")
        self.why_button.clicked.connect(self.why_wanted)
        self.header.addStretch(1)
        self.header.addWidget(self.why_button)
        self.now = Text("", self, wrap=True, name="approvalNow")
        self.request = Text("", self, wrap=True, tone="muted", name="approvalRequest")
        self.body.addWidget(self.now)
        self.body.addWidget(self.request)
        self.approve_button = Button("", self, kind="primary", icon="check", name="approveButton")
        self.return_button = Button("", self, icon="corner-down-left", name="returnButton")
        self.ask_button = Button("", self, kind="primary", icon="user", name="askApprovalButton")
        self.withdraw_button = Button("", self, icon="undo-2", name="withdrawButton")
        self.approve_button.clicked.connect(lambda: self.decided.emit("approved"))
        self.return_button.clicked.connect(lambda: self.decided.emit("returned"))
        self.ask_button.clicked.connect(self.asked)
        self.withdraw_button.clicked.connect(self.withdrawn)
        buttons = QWidget(self)
        flow = FlowLayout(buttons, gap=theme().px(8))
        for button in (self.approve_button, self.return_button, self.ask_button, self.withdraw_button):
            flow.addWidget(button)
        self.body.addWidget(buttons)
        self._history = QVBoxLayout()
        self._history.setSpacing(theme().px(6))
        self.body.addLayout(self._history)
        self._lines: list[QWidget] = []
        self._shown: tuple[DocumentPage, datetime] | None = None

    def show_view(self, view: DocumentPage, now: datetime) -> None:
        """Show the requests of a document."""
        self._shown = (view, now)
        waits = next((row for row in view.approvals if not row.decision), None)
        in_approval = waits is not None
        _offer(self.ask_button, view.ask, shown=not in_approval and view.state in ("draft", "returned"))
        _offer(self.withdraw_button, view.withdraw, shown=in_approval and view.withdraw.enabled)
        _offer(self.approve_button, view.decide, shown=view.decide.enabled)
        _offer(self.return_button, view.decide, shown=view.decide.enabled)
        self.now.setText(self._now(view, waits, now))
        self.request.setText(waits.request if waits is not None else "")
        self.request.setVisible(waits is not None and bool(waits.request))
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = []
        for row in view.approvals:
            if row.decision:
                self._tell(row, now)

    def retranslate(self) -> None:
        """Say all words in the language in force."""
        self.set_title(self.tr("Approval"))
        self.why_button.set_label(self.tr("Why is it so?"))
        self.approve_button.setText(self.tr("Approve..."))
        self.return_button.setText(self.tr("Return..."))
        self.ask_button.setText(self.tr("Ask for approval..."))
        self.withdraw_button.setText(self.tr("Withdraw"))
        if self._shown is not None:
            self.show_view(*self._shown)

    def _now(self, view: DocumentPage, waits: ApprovalRow | None, now: datetime) -> str:
        if waits is not None:
            who = self.tr("You are asked by {name}.") if view.decide.enabled else self.tr("{approver} is asked.")
            said = who.format(name=waits.asked_by, approver=waits.approver.label)
            if waits.due_at is not None:
                said += " " + self.tr("Answer by {moment}.").format(moment=moment_text(waits.due_at, now=now))
            return said
        return {
            "draft": self.tr("A draft. It goes to the customer after its approval."),
            "returned": self.tr("Returned for rework. Change it, then ask again."),
        }.get(view.state, self.tr("Approved. Another text becomes a new version, which is approved anew."))

    def _tell(self, row: ApprovalRow, now: datetime) -> None:
        line = QWidget(self)
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(3))
        column.addWidget(Line(line))
        head = QHBoxLayout()
        head.addWidget(Pill(row.decision_label, line, tone=_TONES.get(row.decision, "muted")))
        version = self.tr("version {number}").format(number=row.version)
        head.addWidget(Text(version, line, role="small", tone="muted"))
        head.addStretch(1)
        column.addLayout(head)
        facts = " · ".join((row.approver.label, moment_text(row.decided_at, now=now)))
        column.addWidget(Text(facts, line, role="small", tone="muted", wrap=True))
        if row.comment:
            column.addWidget(Text(row.comment, line, wrap=True, name="approvalComment"))
        self._history.addWidget(line)
        line.show()
        self._lines.append(line)


class CustomerCard(Card):
    """When the document went out, and what the customer said of it."""

    sent = Signal()
    commented = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent, name="customerCard")
        self.facts = Text("", self, wrap=True, name="sentText")
        self.comment = Text("", self, wrap=True, tone="muted", name="commentText")
        self.send_button = Button("", self, icon="arrow-right", name="sendButton")
        self.comment_button = Button("", self, icon="message-square", name="commentButton")
        self.send_button.clicked.connect(self.sent)
        self.comment_button.clicked.connect(self.commented)
        self.body.addWidget(self.facts)
        self.body.addWidget(self.comment)
        buttons = QWidget(self)
        flow = FlowLayout(buttons, gap=theme().px(8))
        flow.addWidget(self.send_button)
        flow.addWidget(self.comment_button)
        self.body.addWidget(buttons)
        self._shown: DocumentPage | None = None

    def show_view(self, view: DocumentPage) -> None:
        """Show what is known."""
        self._shown = view
        out = view.sent_on is not None
        _offer(self.send_button, view.send, shown=not out)
        _offer(self.comment_button, view.comment_on, shown=out)
        facts = [self.tr("Sent on {day}").format(day=date_text(view.sent_on))] if out else [self.tr("Not sent yet")]
        if view.commented_on is not None:
            facts.append(self.tr("comments on {day}").format(day=date_text(view.commented_on)))
        self.facts.setText(", ".join(facts))
        self.comment.setText(view.comment)
        self.comment.setVisible(bool(view.comment))

    def retranslate(self) -> None:
        """Say all words in the language in force."""
        self.set_title(self.tr("Customer"))
        self.send_button.setText(self.tr("Mark as sent..."))
        self.comment_button.setText(self.tr("Comments of the customer..."))
        if self._shown is not None:
            self.show_view(self._shown)


class VersionsCard(Card):
    """Every text that somebody was given; a double click or Enter shows one as it was."""

    compared = Signal()
    opened = Signal(int)
    removed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent, name="versionsCard")
        self.list = RowList(self, name="versionList", single_click=False)
        self.list.chosen.connect(lambda key: self.opened.emit(int(key)))
        self.compare_button = Button("", self, icon="workflow", small=True, name="compareButton")
        self.compare_button.clicked.connect(self.compared)
        self.remove_button = Button("", self, icon="trash-2", small=True, name="removeDocumentButton")
        self.remove_button.clicked.connect(self.removed)
        row = QHBoxLayout()
        row.addWidget(self.compare_button)
        row.addWidget(self.remove_button)
        row.addStretch(1)
        self.body.addWidget(self.list)
        self.body.addLayout(row)
        self._shown: DocumentPage | None = None

    def show_view(self, view: DocumentPage) -> None:
        """Show the versions, the newest first."""
        self._shown = view
        rows = [
            Row(
                str(one.number),
                self.tr("Version {number}").format(number=one.number),
                detail=one.note,
                second=" · ".join(filter(None, (moment_text(one.at), one.author))),
            )
            for one in view.versions
        ]
        self.list.set_rows(rows, select=self.list.selected() or rows[0].key)
        self.list.setFixedHeight(min(self.list.content_height() + 2, theme().px(200)))
        self.compare_button.setVisible(len(view.versions) > 1)
        _offer(self.remove_button, view.remove, shown=view.remove.enabled)

    def retranslate(self) -> None:
        """Say all words in the language in force."""
        self.set_title(self.tr("Versions"))
        self.list.setAccessibleName(self.tr("Versions"))
        self.compare_button.setText(self.tr("Compare..."))
        self.remove_button.setText(self.tr("Delete"))
        if self._shown is not None:
            self.show_view(self._shown)
