"""CalendarFile: keeps a subscription file up to date for another calendar, if the person wants one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.views.exchange import Changes, Query

if TYPE_CHECKING:
    from ui.window import MainWindow

_TOUCHED_BY = ("activity", "reminder", "opportunity", "lead", "account", "contact")
_LATER_MS = 2_000


class CalendarFile(QObject):
    """The path is remembered on this computer, for each person; the file is written by the database's worker."""

    path_changed = Signal()
    """Another path, or none, is kept up to date now."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._here: dict[int, str] = {}
        self._refused = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LATER_MS)
        self._timer.timeout.connect(self.write)
        window.bridge.changed.connect(self._changed)

    def path(self) -> str:
        """Return the file that is kept up to date for the person who acts, "" for none."""
        person = self._window.bridge.workspace.person_id
        if person is None:
            return ""
        memory = self._window.remembered
        return memory.text(f"calendar/path_{person}") if memory is not None else self._here.get(person, "")

    def keep(self, path: str) -> None:
        """Keep another file up to date from now on, written at once; "" for none."""
        person = self._window.bridge.workspace.person_id
        if person is None:
            return
        memory = self._window.remembered
        if memory is not None:
            memory.keep(**{f"calendar__path_{person}": path or None})
        else:
            self._here[person] = path
        self._refused = ""
        self.path_changed.emit()
        self.write()

    def write(self) -> None:
        """Write the file, if one is kept."""
        self._timer.stop()
        path = self.path()
        if path:
            query = Query("keep_calendar", path=path)
            self._window.bridge.ask(query, self._written, self._failed, owner=self, key="calendar")

    def flush(self) -> None:
        """Have the worker write what is still to be written before it ends."""
        if self._timer.isActive():
            self._timer.stop()
            self._window.bridge.workspace.ask(Query("keep_calendar", path=self.path()))

    def _changed(self, changes: Changes) -> None:
        if any(changes.touches(table) for table in _TOUCHED_BY) and self.path():
            self._timer.start()

    def _written(self, _count: int) -> None:
        self._refused = ""

    def _failed(self, error: Exception) -> None:
        """Say once that the file cannot be written, not after every change."""
        if self._refused != str(error):
            self._refused = str(error)
            self._window.bridge.refused.emit(str(error))
