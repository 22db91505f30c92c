"""The days that the schedule shows: one day, a week or a month, stepping from one to the next, bounds in UTC."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Literal

View = Literal["day", "week", "month", "list"]
FULL_WEEK = 7
WORK_DAYS = 5


@dataclass(frozen=True, slots=True)
class Period:
    """``days`` days beginning with ``first``."""

    first: date
    days: int

    @property
    def last(self) -> date:
        """The last day that is shown."""
        return self.first + timedelta(days=self.days - 1)

    def holds(self, day: date) -> bool:
        """Whether the day is shown."""
        return self.first <= day <= self.last

    def bounds(self, zone: tzinfo | None) -> tuple[datetime, datetime]:
        """First moment, and first moment after the last, in UTC."""
        after = self.last + timedelta(days=1)
        return at(self.first, zone), at(after, zone)


def at(day: date, zone: tzinfo | None) -> datetime:
    """Return the beginning of a day of the zone, in UTC."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


def period_around(day: date, view: View, *, work_week: bool, first_weekday: int = 1) -> Period:
    """Return the period of a view that holds ``day``.

    ``first_weekday`` is 1 for Monday to 7 for Sunday. A month is shown in whole weeks. A working week is the five days
    from Monday; a Saturday or Sunday shows all seven days of its week.
    """
    if view == "day":
        return Period(day, 1)
    if view == "month":
        first = day.replace(day=1)
        start = first - timedelta(days=(first.isoweekday() - first_weekday) % FULL_WEEK)
        after = (first + timedelta(days=31)).replace(day=1)
        weeks = -(-(after - start).days // FULL_WEEK)
        return Period(start, weeks * FULL_WEEK)
    if work_week and view == "week" and day.weekday() < WORK_DAYS:
        return Period(day - timedelta(days=day.weekday()), WORK_DAYS)
    return Period(day - timedelta(days=(day.isoweekday() - first_weekday) % FULL_WEEK), FULL_WEEK)


def step(day: date, view: View, count: int) -> date:
    """Return the day that stands ``count`` periods after (before, if negative)."""
    if view == "month":
        months = day.year * 12 + day.month - 1 + count
        return date(months // 12, months % 12 + 1, 1)
    return day + timedelta(days=count if view == "day" else FULL_WEEK * count)


def to_wall(moment: datetime, zone: tzinfo | None) -> datetime:
    """Return what the clock on the wall shows in the zone at that moment (naive)."""
    return moment.astimezone(zone).replace(tzinfo=None)


def from_wall(moment: datetime, zone: tzinfo | None) -> datetime:
    """Return the moment, in UTC, at which the clock on the wall shows this in the zone.

    An hour that the clock skips counts as the one after it, an hour that it shows twice as the first.
    """
    return moment.replace(tzinfo=zone).astimezone(UTC)
