"""How dates, money and time spent are written and read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from desktop.views.exchange import Money
from ui.formats import (
    amount_text,
    clock_text,
    date_pattern,
    date_text,
    due_text,
    minutes_text,
    moment_text,
    money_text,
    parse_date,
    parse_minutes,
    parse_moment,
    parse_money,
    step_text,
)

NOW = datetime(2026, 11, 23, 10, 42, tzinfo=UTC)
BRITISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
AMERICAN = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
RUSSIAN = QLocale(QLocale.Language.Russian)


@pytest.fixture(autouse=True)
def british() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(BRITISH)
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("184000", 18_400_000),
        ("184 000", 18_400_000),
        ("184\u00a0000", 18_400_000),
        ("184,000", 18_400_000),
        ("184.000", 18_400_000),
        ("184,000.50", 18_400_050),
        ("184.000,50", 18_400_050),
        ("1,234,567", 123_456_700),
        ("12,5", 1_250),
        ("12.05", 1_205),
        (".5", 50),
        ("€ 500", 50_000),
        ("0", 0),
    ],
)
def test_amounts_are_read_however_they_are_grouped(text: str, minor: int) -> None:
    assert parse_money(text, "EUR") == Money(minor, "EUR")


def test_a_sign_or_code_of_a_currency_in_the_text_wins() -> None:
    assert parse_money("$ 500", "EUR") == Money(50_000, "USD")
    assert parse_money("500 rub", "EUR") == Money(50_000, "RUB")
    assert parse_money("5000", "JPY") == Money(5_000, "JPY")


@pytest.mark.parametrize("text", ["a lot", "12,5.0x", "1.2345", "--", "10 0x"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_money(text, "EUR")


def test_money_is_written_as_the_locale_does() -> None:
    assert money_text(Money(18_400_000, "EUR")) == "€\u00a0184,000"
    assert money_text(Money(18_400_050, "EUR")) == "€\u00a0184,000.50"
    assert money_text(None) == ""
    QLocale.setDefault(RUSSIAN)
    assert money_text(Money(18_400_000, "RUB")).replace("\u00a0", " ") == "184 000 ₽"


@given(st.integers(0, 10**13), st.sampled_from([BRITISH, AMERICAN, RUSSIAN]))
def test_what_is_written_is_read_back(minor: int, locale: QLocale) -> None:
    QLocale.setDefault(locale)
    money = Money(minor, "EUR")
    assert parse_money(amount_text(money), "EUR") == money


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("0:25", 25),
        ("25", 25),
        ("25 min", 25),
        ("1h 20", 80),
        ("1h20m", 80),
        ("1 ч 20 мин", 80),
        ("1.5 h", 90),
        ("1,5 ч", 90),
        ("2h", 120),
        ("", 0),
    ],
)
def test_time_spent_is_read(text: str, minutes: int) -> None:
    assert parse_minutes(text) == minutes


@pytest.mark.parametrize("text", ["soon", "1:75", "-5", "1h 2h"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_minutes(text)


def test_time_spent_is_written() -> None:
    assert minutes_text(80) == "1 h 20 min"
    assert minutes_text(0) == "0 min"
    assert clock_text(25) == "0:25"


@given(st.integers(0, 100_000))
def test_time_spent_is_read_back(minutes: int) -> None:
    assert parse_minutes(clock_text(minutes)) == minutes


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("28.2.2027", date(2027, 2, 28)),
        ("28/02/2027", date(2027, 2, 28)),
        ("2027-02-28", date(2027, 2, 28)),
        ("28 Feb 2027", date(2027, 2, 28)),
        ("28 февраля 2027", date(2027, 2, 28)),
        ("28 мая 2027 г.", date(2027, 5, 28)),
        ("28 марта 2027", date(2027, 3, 28)),
        ("Feb 28 2027", date(2027, 2, 28)),
        ("28.2.27", date(2027, 2, 28)),
        ("28.2", date(2027, 2, 28)),
        ("24.11", date(2026, 11, 24)),
        ("today", date(2026, 11, 23)),
        ("Завтра", date(2026, 11, 24)),
    ],
)
def test_dates_are_read(text: str, day: date) -> None:
    assert parse_date(text, today=NOW.date()) == day


def test_figures_come_in_the_locales_order() -> None:
    assert parse_date("3/4/2027", today=NOW.date()) == date(2027, 4, 3)
    assert date_pattern() == "dd/mm/yyyy"
    QLocale.setDefault(AMERICAN)
    assert parse_date("3/4/2027", today=NOW.date()) == date(2027, 3, 4)
    assert parse_date("3.4.2027", today=NOW.date()) == date(2027, 4, 3), "points are always day first"
    assert date_pattern() == "mm/dd/yyyy"


@pytest.mark.parametrize("text", ["soon", "31.2.2027", "1", "28.13.2027"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_date(text, today=NOW.date())


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.sampled_from([BRITISH, AMERICAN, RUSSIAN]))
def test_dates_are_read_back(day: date, locale: QLocale) -> None:
    QLocale.setDefault(locale)
    assert parse_date(date_text(day), today=NOW.date()) == day


def test_moments_take_what_is_left_out_from_before() -> None:
    before = datetime(2026, 12, 1, 15, 30, tzinfo=UTC)
    assert parse_moment("26.11.2026 14:00", now=NOW) == datetime(2026, 11, 26, 14, 0, tzinfo=UTC)
    assert parse_moment("26 Nov 2026, 2:05 pm", now=NOW) == datetime(2026, 11, 26, 14, 5, tzinfo=UTC)
    assert parse_moment("9:30", now=NOW) == datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
    assert parse_moment("tomorrow", now=NOW) == datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
    assert parse_moment("2.12.2026", now=NOW, before=before) == datetime(2026, 12, 2, 15, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("due", "state", "text"),
    [
        (datetime(2026, 11, 23, 17, 0, tzinfo=UTC), "today", "Due today 17:00"),
        (datetime(2026, 11, 24, 12, 0, tzinfo=UTC), "ahead", "Tomorrow 12:00"),
        (datetime(2026, 11, 26, 14, 0, tzinfo=UTC), "ahead", "Thu 26 Nov 14:00"),
        (datetime(2027, 1, 26, 14, 0, tzinfo=UTC), "ahead", "26 Jan 2027 14:00"),
        (datetime(2026, 11, 20, 14, 0, tzinfo=UTC), "overdue", "Overdue since 20 Nov"),
        (datetime(2026, 11, 23, 9, 0, tzinfo=UTC), "overdue", "Overdue since 09:00"),
    ],
)
def test_when_a_task_is_due_is_said_in_words(due: datetime, state: str, text: str) -> None:
    assert due_text(due, state, NOW) == text


def test_a_meeting_ahead_is_told_by_its_beginning_as_it_was_agreed() -> None:
    """Whoever comes when it ends has missed it; a task is told by its due time, what is overdue since when."""
    start = NOW + timedelta(days=1)
    for kind in ("call", "meeting"):
        assert step_text(kind, start, start + timedelta(hours=1), "ahead", NOW) == due_text(start, "ahead", NOW)
    assert step_text("meeting", NOW, NOW + timedelta(hours=1), "today", NOW) == "Today 10:42"
    due = start + timedelta(hours=1)
    assert step_text("task", start, due, "ahead", NOW) == due_text(due, "ahead", NOW)
    late = NOW - timedelta(hours=1)
    assert step_text("call", late - timedelta(hours=1), late, "overdue", NOW) == due_text(late, "overdue", NOW)


def test_the_year_is_left_out_where_it_goes_without_saying() -> None:
    assert moment_text(NOW) == "23 Nov 2026 10:42"
    assert moment_text(NOW, now=NOW) == "23 Nov 10:42"
