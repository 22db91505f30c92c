"""ApprovalsCard: documents that wait for this person's approval (R19)."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from desktop.views.documents import WaitingApproval
from desktop.views.exchange import Place
from ui.formats import due_text
from ui.theme import theme
from ui.widgets.card import Card
from ui.widgets.labels import Pill
from ui.widgets.rows import Row, RowList

_MOST_HEIGHT = 190


class ApprovalsCard(Card):
    """One row for each; a click or Enter opens the document, where it is decided. Hidden while nothing waits."""

    go = Signal(object)
    """A :class:`Place` to go to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, name="approvalsCard")
        self._shown: tuple[tuple[WaitingApproval, ...], datetime] | None = None
        self.count = Pill("", self, tone="warning")
        self.header.addWidget(self.count)
        self.header.addStretch(1)
        self.list = RowList(self, name="approvalList", gap=4)
        self.list.chosen.connect(lambda key: self.go.emit(Place("document", int(key))))
        self.body.addWidget(self.list)
        self.hide()
        self.retranslate()

    def show_approvals(self, approvals: tuple[WaitingApproval, ...], now: datetime) -> None:
        """Show what waits."""
        self._shown = (approvals, now)
        rows = [
            Row(
                str(one.document),
                f"{one.kind_label} {one.number}",
                second=" · ".join(filter(None, (self._due(one, now), one.opportunity, one.asked_by))),
                ground="bad_soft" if one.due_state == "overdue" else "",
                strong=True,
            )
            for one in approvals
        ]
        self.list.set_rows(rows, select=self.list.selected())
        self.count.set_text(str(len(rows)))
        self.setVisible(bool(rows))
        self.list.setFixedHeight(min(self.list.content_height() + 2, theme().px(_MOST_HEIGHT)))

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.set_title(self.tr("Waiting for my approval"))
        self.list.setAccessibleName(self.tr("Waiting for my approval"))
        if self._shown is not None:
            self.show_approvals(*self._shown)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    @staticmethod
    def _due(one: WaitingApproval, now: datetime) -> str:
        return "" if one.due_at is None else due_text(one.due_at, one.due_state, now)
