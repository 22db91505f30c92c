"""When a task is best planned: inside the working hours, on a quarter of an hour. Pure functions on moments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo

DAY_BEGINS = time(9)
DAY_ENDS = time(18)
QUARTER = timedelta(minutes=15)
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Times:
    """When a task starts and when it is due, in UTC; ``agreed`` tells that somebody has named the start."""

    start_at: datetime
    due_at: datetime
    agreed: bool = False


def plan(now: datetime, zone: tzinfo, *, due: timedelta, minutes: int, start_at: datetime | None = None) -> Times:
    """Plan a task that takes some minutes.

    A start that was agreed and lies ahead of ``now`` is kept to the minute. Otherwise the task is due when ``due`` has
    passed, moved on to the next quarter of an hour that lies, with the whole task before it, inside the working hours
    (9 to 18, Monday to Friday) of the time zone. [ours]
    """
    length = timedelta(minutes=minutes)
    if start_at is not None and start_at > now:
        return Times(start_at.astimezone(UTC), (start_at + length).astimezone(UTC), agreed=True)
    end = _working_end(_quarter((now + due).astimezone(zone)), length)
    return Times((end - length).astimezone(UTC), end.astimezone(UTC))


def _quarter(moment: datetime) -> datetime:
    """Return the moment, or the next full quarter of an hour after it."""
    down = moment.replace(minute=moment.minute - moment.minute % 15, second=0, microsecond=0)
    return down if down == moment else down + QUARTER


def _working_end(end: datetime, length: timedelta) -> datetime:
    """Return the first moment from ``end`` on at which work of this length can end within one working day."""
    while True:
        if end.weekday() >= SATURDAY:
            end = _morning(end + timedelta(days=1)) + length
            continue
        earliest = _morning(end) + length
        latest = end.replace(hour=DAY_ENDS.hour, minute=0)
        if end <= earliest:
            return earliest
        if end <= latest:
            return end
        end = _morning(end + timedelta(days=1)) + length


def _morning(day: datetime) -> datetime:
    return day.replace(hour=DAY_BEGINS.hour, minute=0, second=0, microsecond=0)
