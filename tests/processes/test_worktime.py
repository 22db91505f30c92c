"""When a task is planned: inside working hours, on quarters of an hour; an agreed start is kept."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.sales.worktime import plan

BERLIN = ZoneInfo("Europe/Berlin")


def utc(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "due", "minutes", "expected"),
    [
        (utc(2, 9), timedelta(days=1), 30, utc(3, 9, 30)),  # never before the morning
        (utc(2, 10, 7), timedelta(days=1), 30, utc(3, 10, 15)),  # on the next quarter
        (utc(2, 17, 50), timedelta(days=1), 30, utc(3, 18)),  # the last quarter of the day
        (utc(2, 18, 10), timedelta(days=1), 30, utc(4, 9, 30)),  # after hours: the next morning
        (utc(6, 12), timedelta(days=1), 60, utc(9, 10)),  # a Saturday: Monday morning
        (utc(2, 3), timedelta(hours=2), 30, utc(2, 9, 30)),  # at night: the morning
    ],
)
def test_by_the_due_rule(now, due, minutes, expected):
    times = plan(now, UTC, due=due, minutes=minutes)
    assert times.due_at == expected
    assert times.due_at - times.start_at == timedelta(minutes=minutes)
    assert not times.agreed


def test_an_agreed_start_is_kept_to_the_minute_even_at_night():
    start = utc(7, 22, 5)
    times = plan(utc(2, 9), UTC, due=timedelta(days=1), minutes=60, start_at=start)
    assert (times.start_at, times.due_at, times.agreed) == (start, utc(7, 23, 5), True)


def test_an_agreed_start_that_has_passed_does_not_count():
    times = plan(utc(5, 9), UTC, due=timedelta(days=1), minutes=60, start_at=utc(4, 9))
    assert times.start_at > utc(5, 9)


@given(
    now=st.datetimes(min_value=datetime(2026, 1, 1), max_value=datetime(2027, 12, 31), timezones=st.just(UTC)),  # noqa: DTZ001
    hours=st.integers(0, 200),
    minutes=st.integers(5, 540),
)
def test_every_planned_task_lies_in_working_hours_by_the_local_clock(now, hours, minutes):
    times = plan(now, BERLIN, due=timedelta(hours=hours), minutes=minutes)
    start, end = times.start_at.astimezone(BERLIN), times.due_at.astimezone(BERLIN)
    assert start.date() == end.date()
    assert start.weekday() < 5
    assert time(9) <= start.time() < end.time() <= time(18)
    assert end.minute % 15 == 0 or start.time() == time(9)
    assert times.due_at >= now + timedelta(hours=hours)
