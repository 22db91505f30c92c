"""Dates, durations and repeating intervals of ISO 8601, as timer events write them (BPMN 2.0, 10.5.5)."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from desktop.engine.errors import ExpressionError

_NUMBER: Final = r"(\d{1,9}(?:[.,]\d{1,9})?)"
_DURATION: Final = re.compile(
    rf"P(?!\Z)(?:{_NUMBER}Y)?(?:{_NUMBER}M)?(?:{_NUMBER}W)?(?:{_NUMBER}D)?"
    rf"(?:T(?!\Z)(?:{_NUMBER}H)?(?:{_NUMBER}M)?(?:{_NUMBER}S)?)?\Z"
)
_CYCLE: Final = re.compile(r"R(\d{0,9}|-1)\Z")


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time; months (years count as twelve) follow the calendar, the rest is exact."""

    months: int
    rest: timedelta

    def after(self, moment: datetime) -> datetime:
        """Give the moment that lies this much later; the 31st becomes the last day of a shorter month."""
        try:
            if self.months:
                years, month = divmod(moment.month - 1 + self.months, 12)
                year = moment.year + years
                day = min(moment.day, calendar.monthrange(year, month + 1)[1])
                moment = moment.replace(year=year, month=month + 1, day=day)
            return moment + self.rest
        except (OverflowError, ValueError, calendar.IllegalMonthError):
            raise ExpressionError("the moment lies beyond the calendar") from None


@dataclass(frozen=True, slots=True)
class Timing:
    """What a timer's text says: a ``date``, or an ``every`` with how many ``times`` (None for ever).

    A plain duration is an interval that comes once. A cycle may begin at a ``date``.
    """

    text: str
    date: datetime | None
    every: Duration | None
    times: int | None

    def first(self, now: datetime) -> datetime:
        """Give the first moment, seen from now. A cycle without a start begins one interval from now."""
        if self.date is not None:
            return self.date
        assert self.every is not None
        return self.every.after(now)


def read_timing(text: str, kind: str) -> Timing:
    """Read what a timer of a kind ("date", "duration", "cycle") says; raise ExpressionError if it is not one."""
    text = text.strip()
    if kind == "date":
        return Timing(text, read_date(text), None, 1)
    if kind == "duration":
        return Timing(text, None, read_duration(text), 1)
    first, *rest = text.split("/")
    match = _CYCLE.match(first)
    if match is None or not 1 <= len(rest) <= 2:
        raise ExpressionError(f"{text!r} is no repeating interval such as R3/PT10H or R/2026-03-02T09:00:00Z/P1D")
    times = int(match[1]) if match[1] not in ("", "-1") else None
    if times == 0:
        raise ExpressionError(f"{text!r} never comes")
    if len(rest) == 1:
        return Timing(text, None, _positive(rest[0]), times)
    if rest[0].startswith("P"):
        raise ExpressionError(f"{text!r}: an interval before an end is not understood; write start/duration")
    date = read_date(rest[0])
    if rest[1].startswith("P"):
        return Timing(text, date, _positive(rest[1]), times)
    length = read_date(rest[1]) - date
    if length <= timedelta(0):
        raise ExpressionError(f"{text!r}: the end lies before the start")
    return Timing(text, date, Duration(0, length), times)


def read_date(text: str) -> datetime:
    """Read a date with a time of day; without a zone it is UTC."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise ExpressionError(f"{text!r} is no date and time such as 2026-03-02T09:00:00Z") from None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def read_duration(text: str) -> Duration:
    """Read a duration such as P1DT12H; parts of a year or month are refused, as they have no length."""
    match = _DURATION.match(text)
    if match is None:
        raise ExpressionError(f"{text!r} is no duration such as P1DT12H")
    years, months, *others = (part and part.replace(",", ".") for part in match.groups())
    if any(part and "." in part for part in (years, months)):
        raise ExpressionError(f"{text!r}: part of a year or month has no length")
    weeks, days, hours, minutes, seconds = (float(part or 0) for part in others)
    try:
        rest = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    except OverflowError:
        raise ExpressionError(f"{text!r} is too long") from None
    return Duration(int(years or 0) * 12 + int(months or 0), rest)


def _positive(text: str) -> Duration:
    duration = read_duration(text)
    if not duration.months and duration.rest < timedelta(seconds=1):
        raise ExpressionError(f"{text!r} repeats without a pause")
    return duration
