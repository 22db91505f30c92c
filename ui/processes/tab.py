"""ProcessTab: what a tab of the process page promises to the page; it asks only while it is seen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.views.processes import ProcessPage as View
from ui.bridge import Bridge
from ui.seen_tab import SeenTab


class ProcessTab(SeenTab):
    """A part of the process page; it asks for the data of :attr:`view`."""

    element_wanted = Signal(str)
    """The id of an element that is to be shown on the diagram."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.view: View | None = None

    def stands(self) -> bool:
        """Whether a process is shown."""
        return self.view is not None

    def show_page(self, view: View) -> None:
        """Stand on what the page shows; it is read when the tab is seen."""
        before = self.view
        if before is None or (before.id, before.run) != (view.id, view.run):
            self.forget()
            self._stale = True
        self.view = view
        self._ask_if_seen()
