"""Spans of days: their bounds in UTC, the span before, the quarters and the columns of a chart in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

FEWEST_MONTHS = 6
"""A chart by month shows at least so many, of the months before where the period is shorter. [ours]"""
MOST_COLUMNS = 24
"""A longer period is shown by quarter, a still longer one by year. [ours]"""


@dataclass(frozen=True, slots=True)
class Column:
    """A month, a quarter or a year of a chart: both days included; ``unit`` is its number of months."""

    first: date
    last: date
    unit: int


def bounds(first: date | None, last: date | None, zone: tzinfo) -> tuple[datetime | None, datetime | None]:
    """Return the moments (UTC) at which the first day begins and the last one is over."""
    begin = None if first is None else datetime.combine(first, time(), zone).astimezone(UTC)
    if last is None:
        return begin, None
    return begin, datetime.combine(last + timedelta(days=1), time(), zone).astimezone(UTC)


def month_after(day: date, months: int) -> date:
    """Return the first day of the month that is so many months after the day's own (negative: before)."""
    number = day.year * 12 + day.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


def whole_months(first: date, last: date) -> int:
    """Return of how many whole months the span consists, 0 where it does not begin and end with one."""
    after = last + timedelta(days=1)
    if first.day != 1 or after.day != 1 or after <= first:
        return 0
    return (after.year - first.year) * 12 + after.month - first.month


def before(first: date | None, last: date | None) -> tuple[date, date] | None:
    """Return the span of the same length just before this one; None for a span without end or beginning.

    Whole months go before whole months, otherwise days before days.
    """
    if first is None or last is None or last < first:
        return None
    months = whole_months(first, last)
    if months:
        return month_after(first, -months), first - timedelta(days=1)
    return first - (last - first) - timedelta(days=1), first - timedelta(days=1)


def quarter_of(day: date) -> tuple[int, int]:
    """Return year and quarter (1 to 4) of a day."""
    return day.year, (day.month - 1) // 3 + 1


def quarter_days(year: int, quarter: int) -> tuple[date, date]:
    """Return the first and the last day of a quarter."""
    first = date(year, quarter * 3 - 2, 1)
    return first, month_after(first, 3) - timedelta(days=1)


def quarters(first: date | None, last: date | None) -> tuple[tuple[int, int], ...]:
    """Return the quarters (year, number) of which the span consists; none where it is not made of whole ones."""
    if first is None or last is None or whole_months(first, last) % 3 or not whole_months(first, last):
        return ()
    if first.month % 3 != 1:
        return ()
    return tuple(quarter_of(month_after(first, months)) for months in range(0, whole_months(first, last), 3))


def columns(first: date, last: date) -> tuple[Column, ...]:
    """Return the columns of a chart that shows the span: months, or quarters or years where that are too many.

    The columns lie without a gap, the outer ones are cut to the span; a short span is led on backwards.
    """
    if (last.year - first.year) * 12 + last.month - first.month + 1 < FEWEST_MONTHS:
        first = month_after(last, 1 - FEWEST_MONTHS)
    for unit in (1, 3, 12):
        made = tuple(_columns(first, last, unit))
        if len(made) <= MOST_COLUMNS or unit == 12:
            return made[-MOST_COLUMNS:]
    raise AssertionError("a year is the longest unit")


def _columns(first: date, last: date, unit: int) -> Iterator[Column]:
    begins = month_after(date(first.year, (first.month - 1) // unit * unit + 1, 1), 0)
    while begins <= last:
        after = month_after(begins, unit)
        yield Column(max(begins, first), min(after - timedelta(days=1), last), unit)
        begins = after
