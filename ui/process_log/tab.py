"""The log on the page of a process: as the card below its diagram, and as a tab of its own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.exchange import Changes
from desktop.views.process_log import LogFilter
from desktop.views.processes import ProcessPage as View
from ui.bridge import Bridge
from ui.process_log.run_log import TOUCHED_BY, RunLog
from ui.processes.tab import ProcessTab
from ui.theme import theme
from ui.widgets.card import Card

_NEWEST = 100
"""How many steps the card shows; the tab shows all."""


def log_filter(view: View) -> LogFilter:
    """Return what the log of a page shows: the run that is chosen, else all runs of this version."""
    return LogFilter(run=view.run.id) if view.run is not None else LogFilter(definition=view.id)


class LogTab(ProcessTab):
    """Every step of the run or, of a version, of all of its runs."""

    touched_by = TOUCHED_BY

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.setObjectName("processLogTab")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme().px(8), 0, 0)
        self.log = RunLog(bridge, self, name="tabLog", whole=True)
        self.log.go.connect(self.go)
        column.addWidget(self.log)

    def ask(self) -> None:
        """Ask for the steps."""
        if self.view is not None:
            self.log.show_filter(log_filter(self.view))

    def forget(self) -> None:
        """Show nothing of the run before."""
        self.log.show_run(None)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.log.retranslate()
        super().retranslate()


class LogCard(Card):
    """The newest steps beside the description of the chosen one; a row chooses its element on the diagram."""

    element_wanted = Signal(str)
    """The id of an element that is to be chosen on the diagram."""
    go = Signal(object)
    """Carries a Place to go to."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__("", parent, name="logCard")
        self.log = RunLog(bridge, self, name="cardLog", most=_NEWEST)
        self.log.element_chosen.connect(self.element_wanted)
        self.log.go.connect(self.go)
        self.body.addWidget(self.log, 1)

    def show_page(self, view: View) -> None:
        """Show the log of what the page shows."""
        self.log.show_filter(log_filter(view))

    def refresh(self, changes: Changes) -> None:
        """Ask again if a step may have changed."""
        self.log.refresh(changes)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.set_title(self.tr("Log"))
        self.log.retranslate()
