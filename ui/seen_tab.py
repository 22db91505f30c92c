"""SeenTab: a part of a page that asks for its own data, and only while it is seen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.views.exchange import Changes
from ui.bridge import Bridge


class SeenTab(QWidget):
    """A subclass names the tables that concern it in ``touched_by`` and asks for its data in :meth:`ask`."""

    go = Signal(object)
    """Carries a Place to go to."""
    touched_by: tuple[str, ...] = ()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self._stale = True

    def stands(self) -> bool:
        """Whether there is something to ask about."""
        raise NotImplementedError

    def ask(self) -> None:
        """Ask for what is shown."""
        raise NotImplementedError

    def forget(self) -> None:
        """Something else is shown from now on: nothing of the one before stays."""

    def refresh(self, changes: Changes) -> None:
        """Read again if something was changed that concerns this tab."""
        if any(map(changes.touches, self.touched_by)):
            self.renew()

    def renew(self) -> None:
        """Read again: what happened while the page was not shown was not told."""
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
        if self._stale and self.stands() and self.isVisible():
            self._stale = False
            self.ask()
