"""Pages made ahead, part by part while nothing else is to be done, so that the first action waits for nothing."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from desktop.views.exchange import Place

if TYPE_CHECKING:
    from ui.places import Places
    from ui.window import MainWindow

_PREPARE_MS = 40
_PREPARED = (
    *("opportunity", "activity", "my_day", "leads", "board", "schedule", "lead"),
    *("activities", "accounts", "contacts"),
)
"""The dear ones; each page more makes a switch of the theme slower."""


class Preparation(QTimer):
    """Makes one part each time that the window is shown and idle; goes away when all are made."""

    def __init__(self, window: MainWindow, places: Places) -> None:
        super().__init__(window)
        self._window = window
        self._places = places
        self._parts = deque[Callable[[], object]]([window.command_bar.popup, lambda: window.command_bar.completion])
        for name in _PREPARED:
            self._parts.append(partial(places.page_of, Place(name)))
            self._parts.append(partial(self._draw_unseen, Place(name)))
            self._parts.append(partial(self._make_ahead, Place(name)))
        self.setInterval(_PREPARE_MS)
        self.timeout.connect(self._prepare_next)
        self.start()

    def _prepare_next(self) -> None:
        if not self._parts:
            self.stop()
            self.deleteLater()
        elif self._window.is_ready and self._window.isVisible() and self._window.bridge.is_idle():
            self._parts.popleft()()

    def _draw_unseen(self, place: Place) -> None:
        """Have styles, layouts and icons of a page that is not shown worked out."""
        page = self._places.page_of(place)
        if page is not self._places.page:
            page.resize(self._window.stack.size())
            page.grab()

    def _make_ahead(self, place: Place) -> None:
        self._places.page_of(place).make_ahead()
