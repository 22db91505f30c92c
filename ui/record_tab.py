"""RecordTab: what a tab that is made when it is first looked at promises to the page around it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.views.exchange import Availability
from ui.bridge import Bridge
from ui.seen_tab import SeenTab


class RecordTab(SeenTab):
    """A part of a record's page; it asks for the data of :attr:`record`."""

    writing = Signal()
    """Something is being written, or no longer."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.record: int | None = None
        self.edit = Availability(True)
        """Whether what is shown may be changed, and why not."""

    def stands(self) -> bool:
        """Whether a record is shown."""
        return self.record is not None

    def set_edit(self, edit: Availability) -> None:
        """Say whether what is shown may be changed."""
        if edit != self.edit:
            self.edit = edit
            self.lock()

    def lock(self) -> None:
        """Follow :attr:`edit`: what changes something cannot be pressed or typed into."""

    def show_opportunity(self, record: int | None) -> None:
        """Stand on a record; it is read when the tab is seen."""
        if record != self.record:
            self.forget()
            self.record = record
            self._stale = True
        self._ask_if_seen()

    def is_writing(self) -> bool:
        """Whether something is written here that is not saved."""
        return False

    def commit(self) -> None:
        """Save what is written."""

    def discard(self) -> None:
        """Give up what is written."""
