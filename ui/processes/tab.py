"""ProcessTab: what a tab of the process page promises to the page; it asks only while it is seen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.views.exchange import Changes
from desktop.views.processes import ProcessPage as View
from ui.bridge import Bridge


class ProcessTab(QWidget):
    """A subclass names the tables that concern it in ``touched_by`` and asks for its data in :meth:`ask`."""

    go = Signal(object)
    """Carries a Place to go to."""
    element_wanted = Signal(str)
    """The id of an element that is to be shown on the diagram."""
    touched_by: tuple[str, ...] = ()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.view: View | None = None
        self._stale = True

    def ask(self) -> None:
        """Ask for what is shown of :attr:`view`."""
        raise NotImplementedError

    def forget(self) -> None:
        """Another process, version or run is shown from now on: nothing of the one before stays."""

    def show_page(self, view: View) -> None:
        """Stand on what the page shows; it is read when the tab is seen."""
        before = self.view
        if before is None or (before.id, before.run) != (view.id, view.run):
            self.forget()
            self._stale = True
        self.view = view
        self._ask_if_seen()

    def refresh(self, changes: Changes) -> None:
        """Read again if something was changed that concerns this tab."""
        if any(map(changes.touches, self.touched_by)):
            self._stale = True
            self._ask_if_seen()

    def retranslate(self) -> None:
        """Say everything in the language in force; subclasses call this last."""
        self._stale = True
        self._ask_if_seen()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what is not read yet."""
        super().showEvent(event)
        self._ask_if_seen()

    def _ask_if_seen(self) -> None:
        if self._stale and self.view is not None and self.isVisible():
            self._stale = False
            self.ask()
