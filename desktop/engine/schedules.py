"""Timer start events: when each of them begins its next instance (BPMN 2.0, 13.5.1). Used by the runner alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from desktop.engine.durations import Timing
from desktop.engine.machine import Machine
from desktop.engine.starting import Start


@dataclass(slots=True)
class Schedule:
    """When a start event begins its next instance, and how many are ``left``; None: without end."""

    process_id: str
    start: Start
    timing: Timing
    due: datetime
    left: int | None


class Schedules:
    """The timer start events of some machines, from a moment on."""

    def __init__(self, machines: Mapping[str, Machine], now: datetime) -> None:
        self._schedules = list(_scheduled(machines, now))

    def first(self, until: datetime) -> Schedule | None:
        """Return what is due first up to a moment, None where nothing is."""
        return min((one for one in self._schedules if one.due <= until), key=lambda one: one.due, default=None)

    def go_on(self, schedule: Schedule) -> None:
        """Plan the next time of what is begun now, if there is one."""
        schedule.left = None if schedule.left is None else schedule.left - 1
        if schedule.left == 0 or schedule.timing.every is None:
            self._schedules.remove(schedule)
        else:
            schedule.due = schedule.timing.every.after(schedule.due)


def _scheduled(machines: Mapping[str, Machine], now: datetime) -> Iterator[Schedule]:
    for process_id, machine in machines.items():
        for start in machine.starts:
            if start.timer is not None and start.timer.timing is not None:
                timing = start.timer.timing
                yield Schedule(process_id, start, timing, timing.first(now), timing.times)
