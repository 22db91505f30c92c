"""TimeTravel: reads the past once and stands on any moment of it, so that sliding asks for nothing (N4)."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.views.diagram import Mark
from desktop.views.exchange import Query
from desktop.views.past import Course, Replay
from ui.bridge import Bridge
from ui.time_travel.slider import TimeSlider


def marks_then(then: Replay) -> dict[str, Mark]:
    """Return the marks upon the steps of a diagram that could not be taken at that moment."""
    return {element: Mark("problem", reason) for element, reason in then.moment.incidents if element}


class TimeTravel(QObject):
    """Joins a slider with the past that a query answers."""

    travelled = Signal(object)
    """Carries the :class:`Replay` that stands on the moment, None where the present is shown again."""
    read = Signal()
    """The past was read, or read anew."""

    def __init__(self, bridge: Bridge, slider: TimeSlider) -> None:
        super().__init__(slider)
        self._bridge = bridge
        self._slider = slider
        self._query: Query | None = None
        self._replay: Replay | None = None
        self._away = False
        slider.moved.connect(self._go)

    @property
    def then(self) -> Replay | None:
        """The moment of the past that is shown, None in the present."""
        return self._replay if self._away else None

    @property
    def moments(self) -> int:
        """How many moments there are."""
        return 0 if self._replay is None else self._replay.last + 1

    def show(self, query: Query | None) -> None:
        """Read the past that a query answers; that of another record begins in the present, None forgets all."""
        if query != self._query:
            self.forget()
        self._query = query
        if query is not None:
            self._bridge.ask(query, self._read, self._not_read, owner=self, key="past")

    def forget(self) -> None:
        """Show nothing any more."""
        self._query, self._replay = None, None
        self._slider.set_moments((), 0, now=self._bridge.workspace.clock())
        self._leave()

    def to_present(self) -> None:
        """Leave the past."""
        self._slider.go_to_present()

    def _read(self, course: Course) -> None:
        """Stand on the same moment as before, whatever has been added behind it."""
        stood = self._replay.moment.action if self._away and self._replay is not None else None
        self._replay = Replay(course)
        found = [number for number, moment in enumerate(course.moments) if moment.action == stood]
        number = found[0] if found else self._replay.last
        now = self._bridge.workspace.clock()
        self._slider.set_moments(course.moments, max(0, number), before=course.dropped, now=now)
        self.read.emit()
        if found:
            self._go(number)
        else:
            self._leave()

    def _not_read(self, _error: Exception) -> None:
        """The record is gone, or not to be seen: the page around says so."""
        self.forget()

    def _go(self, number: int) -> None:
        if self._replay is None:
            return
        self._replay.go(number)
        if number >= self._replay.last:
            self._leave()
            return
        self._away = True
        self.travelled.emit(self._replay)

    def _leave(self) -> None:
        if self._away:
            self._away = False
            self.travelled.emit(None)
