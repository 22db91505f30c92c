"""What can be done with a card in place: open, complete its next step, change the stage, run the process (L3)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop.views.exchange import Action, Done, Query, Refused
from desktop.views.opportunities import MiniCard, OpportunityPage
from ui.bridge import Bridge
from ui.icons import set_icon
from ui.mini_card_popup import MiniCardPopup


class CardMenu(QMenu):
    """The menu of one card. What is possible is asked of the core while it opens."""

    open_wanted = Signal(int)
    stage_wanted = Signal(int)
    complete_wanted = Signal(object)
    """The MiniCard of the next step."""

    def __init__(self, bridge: Bridge, record: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("cardMenu")
        self.setToolTipsVisible(True)
        self._bridge = bridge
        self._step: MiniCard | None = None
        self._entry(self.tr("Open"), "cardOpenAction", "external-link", lambda: self.open_wanted.emit(record))
        self._complete = self._entry(
            self.tr("Complete the next step"), "cardCompleteAction", "check", self._complete_it
        )
        self._entry(self.tr("Change stage..."), "cardMoveAction", "arrow-right", lambda: self.stage_wanted.emit(record))
        self.addSeparator()
        action = Action("run_process_on", opportunity=record, process="corporate_sale")
        self._run = self._entry(
            self.tr("Run the corporate sales process"),
            "cardRunAction",
            "play",
            lambda: bridge.perform(action, owner=parent),
        )
        for entry in (self._complete, self._run):
            entry.setEnabled(False)
        bridge.ask(Query("opportunity_page", id=record), self._arrived, owner=self, key="card")

    def open_at(self, point: QPoint) -> None:
        """Show at a point of the screen; it is thrown away when it closes."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.popup(point)

    def _entry(self, words: str, name: str, icon: str, run: Callable[[], object]) -> QAction:
        action = self.addAction(words)
        action.setObjectName(name)
        set_icon(action, icon, tone="muted", size=14)
        action.triggered.connect(lambda _checked=False: run())
        return action

    def _complete_it(self) -> None:
        if self._step is not None:
            self.complete_wanted.emit(self._step)

    def _arrived(self, page: OpportunityPage) -> None:
        self._step = page.cards[0] if page.cards else None
        self._complete.setEnabled(self._step is not None and self._step.complete.enabled)
        if self._step is None:
            self._complete.setToolTip(self.tr("There is no next step"))
        else:
            self._complete.setToolTip(self._step.complete.why_not or self._step.title)
        self._run.setEnabled(page.run_process.enabled)
        self._run.setToolTip(page.run_process.why_not)


class StepCompletion:
    """Completes the next step of a card in the popup that the opportunity's page has for it."""

    def __init__(self, bridge: Bridge, page: QWidget, go: Callable[[object], object]) -> None:
        self._bridge = bridge
        self._page = page
        self._go = go
        self._popup: MiniCardPopup | None = None

    def open_for(self, card: MiniCard, anchor: QWidget) -> None:
        """Open the popup at a card of the board."""
        if self._popup is None:
            self._popup = MiniCardPopup(self._page.window(), self._bridge)
            self._popup.confirmed.connect(self._perform)
            self._popup.cancelled.connect(self._perform)
            self._popup.go.connect(self._go)
        self._popup.open_for(card, anchor)

    def close(self) -> None:
        """Close the popup."""
        if self._popup is not None:
            self._popup.close_popup()

    def _perform(self, card: MiniCard, action: Action) -> None:
        popup = self._popup
        if popup is None:
            return

        def done(_done: Done) -> None:
            popup.forget(card.activity_id)

        def refused(error: Refused) -> None:
            popup.open_for(card, popup.anchor() or self._page)
            popup.refuse(error.field, str(error))

        self._bridge.perform(action, done, refused, owner=self._page)
