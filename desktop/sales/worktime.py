"""When a task is best planned: inside the working hours, on a quarter of an hour. Pure functions on moments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from desktop.views.administration import WorkingHours

USUAL = WorkingHours()
"""9 to 18, Monday to Friday: the working hours of a workspace that has set none."""

QUARTER = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Times:
    """When a task starts and when it is due, in UTC; ``agreed`` tells that somebody has named the start."""

    start_at: datetime
    due_at: datetime
    agreed: bool = False


def plan(
    now: datetime,
    zone: tzinfo,
    *,
    due: timedelta,
    minutes: int,
    start_at: datetime | None = None,
    hours: WorkingHours = USUAL,
) -> Times:
    """Plan a task that takes some minutes.

    A start that was agreed and lies ahead of ``now`` is kept to the minute. Otherwise the task is due when ``due`` has
    passed, moved on to the next quarter of an hour that lies, with the whole task before it, inside the working hours
    of the time zone. A task that takes longer than a working day begins with it. [ours]
    """
    length = timedelta(minutes=minutes)
    if start_at is not None and start_at > now:
        return Times(start_at.astimezone(UTC), (start_at + length).astimezone(UTC), agreed=True)
    end = _working_end(_quarter((now + due).astimezone(zone)), length, hours)
    return Times((end - length).astimezone(UTC), end.astimezone(UTC))


def _quarter(moment: datetime) -> datetime:
    """Return the moment, or the next full quarter of an hour after it."""
    down = moment.replace(minute=moment.minute - moment.minute % 15, second=0, microsecond=0)
    return down if down == moment else down + QUARTER


def _working_end(end: datetime, length: timedelta, hours: WorkingHours) -> datetime:
    """Return the first moment from ``end`` on at which work of this length can end within one working day."""
    day = end
    while True:
        if day.weekday() in hours.days:
            earliest = _at(day, hours.begins) + length
            if end <= earliest:
                return earliest
            if end <= _at(day, hours.ends):
                return end
        day = _at(day + timedelta(days=1), hours.begins)


def _at(day: datetime, minutes: int) -> datetime:
    """Return the moment of that day; 24:00 is the first moment of the next."""
    if minutes >= 24 * 60:
        return _at(day + timedelta(days=1), 0)
    return day.replace(hour=minutes // 60, minute=minutes % 60, second=0, microsecond=0)
