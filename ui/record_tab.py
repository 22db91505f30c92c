"""RecordTab: what a tab that is made when it is first looked at promises to the page around it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.views.exchange import Availability, Changes
from ui.bridge import Bridge


class RecordTab(QWidget):
    """A part of a record's page that asks for its own data, and only while it is seen.

    A subclass names the tables that concern it in ``touched_by`` and asks for its data in :meth:`ask`.
    """

    go = Signal(object)
    """Carries a Place to go to."""
    writing = Signal()
    """Something is being written, or no longer."""
    touched_by: tuple[str, ...] = ()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.record: int | None = None
        self.edit = Availability(True)
        """Whether what is shown may be changed, and why not."""
        self._stale = True

    def ask(self) -> None:
        """Ask for what is shown of :attr:`record`."""
        raise NotImplementedError

    def forget(self) -> None:
        """Another record is shown from now on: nothing of the one before stays."""

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

    def refresh(self, changes: Changes) -> None:
        """Read again if something was changed that concerns this tab."""
        if any(map(changes.touches, self.touched_by)):
            self._stale = True
            self._ask_if_seen()

    def renew(self) -> None:
        """Read again: what happened while the page was not shown was not told."""
        self._stale = True
        self._ask_if_seen()

    def is_writing(self) -> bool:
        """Whether something is written here that is not saved."""
        return False

    def commit(self) -> None:
        """Save what is written."""

    def discard(self) -> None:
        """Give up what is written."""

    def retranslate(self) -> None:
        """Say everything in the language in force; subclasses call this last."""
        self._stale = True
        self._ask_if_seen()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what is not read yet."""
        super().showEvent(event)
        self._ask_if_seen()

    def _ask_if_seen(self) -> None:
        if self._stale and self.record is not None and self.isVisible():
            self._stale = False
            self.ask()
