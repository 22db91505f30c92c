"""The spans of the dashboard."""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from desktop.sales.analytics import periods

DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))


def spans():
    return st.tuples(DAYS, st.integers(0, 20_000)).map(lambda pair: (pair[0], pair[0] + timedelta(days=pair[1])))


def test_a_day_begins_and_ends_by_the_readers_clock():
    moscow = ZoneInfo("Europe/Moscow")
    begin, end = periods.bounds(date(2026, 3, 1), date(2026, 3, 1), moscow)
    assert begin == datetime(2026, 2, 28, 21, tzinfo=UTC)
    assert end == datetime(2026, 3, 1, 21, tzinfo=UTC)
    assert periods.bounds(None, None, moscow) == (None, None)


def test_the_span_before_a_quarter_is_the_quarter_before():
    assert periods.before(date(2026, 1, 1), date(2026, 3, 31)) == (date(2025, 10, 1), date(2025, 12, 31))
    assert periods.before(date(2026, 3, 2), date(2026, 3, 8)) == (date(2026, 2, 23), date(2026, 3, 1))
    assert periods.before(None, date(2026, 3, 8)) is None


def test_only_whole_quarters_are_quarters():
    assert periods.quarters(date(2025, 10, 1), date(2026, 3, 31)) == ((2025, 4), (2026, 1))
    assert periods.quarters(date(2026, 2, 1), date(2026, 4, 30)) == ()
    assert periods.quarters(date(2026, 1, 1), date(2026, 2, 28)) == ()
    assert periods.quarters(None, date(2026, 2, 28)) == ()


@given(spans())
def test_the_span_before_is_as_long_in_months_or_days_and_ends_where_this_one_begins(span):
    first, last = span
    earlier = periods.before(first, last)
    assert earlier is not None
    assert earlier[1] + timedelta(days=1) == first
    months = periods.whole_months(first, last)
    assert periods.whole_months(*earlier) == months if months else earlier[1] - earlier[0] == last - first


@given(spans())
def test_columns_cover_the_end_of_the_span_without_a_gap(span):
    first, last = span
    made = periods.columns(first, last)
    assert 1 <= len(made) <= periods.MOST_COLUMNS
    assert made[-1].last == last
    for one, next_one in itertools.pairwise(made):
        assert one.last + timedelta(days=1) == next_one.first
    if made[0].unit == 1:
        assert len(made) >= periods.FEWEST_MONTHS
        assert made[0].first <= first


@given(st.integers(1990, 2090), st.integers(1, 4))
def test_a_quarter_is_its_own_and_only_quarter(year, quarter):
    first, last = periods.quarter_days(year, quarter)
    assert periods.quarters(first, last) == ((year, quarter),)
    assert periods.quarter_of(first) == periods.quarter_of(last) == (year, quarter)
