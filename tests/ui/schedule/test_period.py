"""The days that the schedule shows, and what the clock on the wall says."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QLocale, Qt

from ui.schedule import face
from ui.schedule.geometry import moved
from ui.schedule.period import Period, from_wall, period_around, step, to_wall

BERLIN = ZoneInfo("Europe/Berlin")
WEDNESDAY = date(2026, 11, 25)
SATURDAY = date(2026, 11, 28)


def wall(day: int, hour: int, minute: int = 0) -> datetime:
    """A naive time of November 2026, as the clock on the wall shows it."""
    return datetime.combine(date(2026, 11, day), time(hour, minute))


def test_a_working_week_begins_on_monday():
    assert period_around(WEDNESDAY, "week", work_week=True) == Period(date(2026, 11, 23), 5)


def test_a_saturday_shows_its_whole_week():
    assert period_around(SATURDAY, "week", work_week=True) == Period(date(2026, 11, 23), 7)


@pytest.mark.parametrize(("first", "begins"), [(1, date(2026, 11, 23)), (7, date(2026, 11, 22))])
def test_a_full_week_begins_as_the_locale_does(first, begins):
    assert period_around(WEDNESDAY, "week", work_week=False, first_weekday=first) == Period(begins, 7)


def test_stepping_goes_by_day_or_week():
    assert step(WEDNESDAY, "day", -1) == date(2026, 11, 24)
    assert step(WEDNESDAY, "week", 1) == date(2026, 12, 2)
    assert step(WEDNESDAY, "list", -1) == date(2026, 11, 18)


def test_bounds_are_the_days_of_the_zone_in_utc():
    start, end = Period(date(2026, 10, 25), 1).bounds(BERLIN)
    assert start == datetime(2026, 10, 24, 22, tzinfo=UTC)
    assert end == datetime(2026, 10, 25, 23, tzinfo=UTC)


def test_the_wall_clock_goes_there_and_back_across_the_change_of_time():
    for moment in (datetime(2026, 3, 28, 12, tzinfo=UTC), datetime(2026, 3, 29, 12, tzinfo=UTC)):
        assert from_wall(to_wall(moment, BERLIN), BERLIN) == moment


@pytest.mark.parametrize(
    ("first", "last", "english", "russian"),
    [
        (date(2026, 11, 23), date(2026, 11, 27), "23 to 27 November 2026", "23 – 27 ноября 2026"),
        (date(2026, 11, 30), date(2026, 12, 4), "30 November to 4 December 2026", "30 ноября – 4 декабря 2026"),
        (date(2026, 11, 23), date(2026, 11, 23), "Monday, 23 November 2026", "Понедельник, 23 ноября 2026"),
    ],
)
def test_the_title_says_the_period(language, first, last, english, russian):
    assert face.period_title(QLocale(), first, last) == english
    language.choose("ru")
    assert face.period_title(QLocale(), first, last) == russian


def test_dragging_snaps_to_a_quarter_of_an_hour_and_stays_in_the_days_shown():
    start = wall(25, 10, 0)
    first, last = date(2026, 11, 23), date(2026, 11, 27)
    assert moved(start, 1, 22, first=first, last=last) == wall(26, 10, 15)
    assert moved(start, 9, -5_000, first=first, last=last) == wall(27, 0, 0)
    assert moved(start, -9, 5_000, first=first, last=last) == wall(23, 23, 45)


def test_arrows_go_from_one_activity_to_another():
    def at(day: int, hour: int) -> tuple[datetime, datetime]:
        return wall(day, hour), wall(day, hour + 1)

    walls = {1: at(23, 9), 2: at(23, 15), 3: at(25, 14), 4: at(25, 9)}
    now = wall(23, 12)
    assert face.neighbour(walls, None, Qt.Key.Key_Down, now) == 2
    assert face.neighbour(walls, 1, Qt.Key.Key_Down, now) == 2
    assert face.neighbour(walls, 1, Qt.Key.Key_Up, now) == 1
    assert face.neighbour(walls, 2, Qt.Key.Key_Right, now) == 3
    assert face.neighbour(walls, 4, Qt.Key.Key_Left, now) == 1
    assert face.neighbour(walls, 3, Qt.Key.Key_Right, now) == 3
    assert face.neighbour({}, None, Qt.Key.Key_Down, now) is None
