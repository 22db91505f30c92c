"""Cells as people write them, in both languages; what is unclear is said and never guessed."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from desktop.importing import values
from desktop.importing.fields import RULES, fields_of
from desktop.importing.guessing import evened, guess_columns, guess_dates, guess_rule
from desktop.importing.values import Unreadable
from desktop.texts import knows
from desktop.views.exchange import Money
from desktop.views.table_import import SUBJECTS

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("cell", "money"),
    [
        ("1 234,50", Money(123_450, "EUR")),
        ("1\u00a0234,50 ₽", Money(123_450, "RUB")),
        ("1,234.50", Money(123_450, "EUR")),
        ("1.234,50 €", Money(123_450, "EUR")),
        ("1,234", Money(123_400, "EUR")),
        ("0,125", None),
        ("$1,234,567", Money(123_456_700, "USD")),
        ("USD 12.5", Money(1_250, "USD")),
        ("12,5 GBP", Money(1_250, "GBP")),
        ("500 руб.", Money(50_000, "RUB")),
        ("1500 JPY", Money(1_500, "JPY")),
        (Decimal("0.30000000000000004"), Money(30, "EUR")),
        (1200, Money(120_000, "EUR")),
        ("-5", Money(-500, "EUR")),
        ("12.345 JPY", Money(12_345, "JPY")),
        ("12.3456", None),
        ("twelve", None),
        ("1 2 3 x", None),
        (True, None),
        (date(2026, 3, 2), None),
        ("9" * 30, None),
    ],
)
def test_amounts(cell, money) -> None:
    if money is None:
        with pytest.raises(Unreadable):
            values.money(cell, "EUR")
    else:
        assert values.money(cell, "EUR") == money


def test_an_amount_without_any_currency_is_not_guessed() -> None:
    with pytest.raises(Unreadable, match="currency-missing"):
        values.money("12", "")


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("2026-11-26", "dmy", date(2026, 11, 26)),
        ("26.11.2026", "dmy", date(2026, 11, 26)),
        ("26.11.26", "mdy", date(2026, 11, 26)),
        ("3/4/2026", "dmy", date(2026, 4, 3)),
        ("3/4/2026", "mdy", date(2026, 3, 4)),
        ("26 ноября 2026 г.", "dmy", date(2026, 11, 26)),
        ("5 мая 2026", "dmy", date(2026, 5, 5)),
        ("26 Nov 2026", "dmy", date(2026, 11, 26)),
        ("Nov 26, 2026", "dmy", date(2026, 11, 26)),
        ("2026-11-26 14:00", "dmy", date(2026, 11, 26)),
        ("31.11.2026", "dmy", None),
        ("13/13/2026", "mdy", None),
        ("26.11.1026", "dmy", None),
        ("tomorrow", "dmy", None),
        ("26 Xyz 2026", "dmy", None),
        (45_000, "dmy", None),
    ],
)
def test_dates(text, order: str, day: date | None) -> None:
    if day is None:
        with pytest.raises(Unreadable):
            values.day(text, order)
    else:
        assert values.day(text, order) == day


@pytest.mark.parametrize(
    ("cell", "moment"),
    [
        ("2026-07-01 14:00", datetime(2026, 7, 1, 12, tzinfo=UTC)),
        ("01.07.2026 14:00", datetime(2026, 7, 1, 12, tzinfo=UTC)),
        ("2026-07-01T14:00:00Z", datetime(2026, 7, 1, 14, tzinfo=UTC)),
        ("2026-07-01T14:00:00+03:00", datetime(2026, 7, 1, 11, tzinfo=UTC)),
        ("7/1/2026 2:30 PM", datetime(2026, 1, 7, 13, 30, tzinfo=UTC)),
        ("01.07.2026", datetime(2026, 7, 1, 7, tzinfo=UTC)),
        (date(2026, 7, 1), datetime(2026, 7, 1, 7, tzinfo=UTC)),
        (datetime(2026, 7, 1), datetime(2026, 6, 30, 22, tzinfo=UTC)),  # noqa: DTZ001
        ("01.07.2026 25:00", None),
        ("noon", None),
        (5, None),
    ],
)
def test_moments_are_by_the_clock_of_who_imports(cell, moment) -> None:
    if moment is None:
        with pytest.raises(Unreadable):
            values.moment(cell, "dmy", BERLIN)
    else:
        assert values.moment(cell, "dmy", BERLIN) == moment


@pytest.mark.parametrize(
    ("read", "cell", "value"),
    [
        (values.flag, "Да", True),
        (values.flag, "не", None),
        (values.flag, "Снят с продажи", False),
        (values.flag, "Продаётся", True),
        (values.flag, 0, False),
        (values.flag, True, True),
        (values.minutes, "1:30", 90),
        (values.minutes, "1,5 ч", 90),
        (values.minutes, "2 h", 120),
        (values.minutes, "45 min", 45),
        (values.minutes, 45, 45),
        (values.minutes, "-5", None),
        (values.minutes, "long", None),
        (values.whole, "1 200", 1200),
        (values.whole, "1.5", None),
        (values.whole, "x", None),
        (values.currency, "руб.", "RUB"),
        (values.currency, "€", "EUR"),
        (values.currency, "usd", "USD"),
        (values.currency, "dollars", None),
    ],
)
def test_other_kinds(read, cell, value) -> None:
    if value is None:
        with pytest.raises(Unreadable) as caught:
            read(cell)
        assert knows(f"table-why-{caught.value.code}") and knows(f"table-mend-{caught.value.code}")
    else:
        assert read(cell) == value


# Guesses -------------------------------------------------------------------------------------------


def test_every_subject_has_its_fields_and_every_rule_names_fields_that_are_there() -> None:
    assert set(RULES) == set(SUBJECTS)
    for subject in SUBJECTS:
        fields = fields_of(subject)
        assert any(field.required for field in fields.values())
        for names in RULES[subject].values():
            assert set(names) <= set(fields)
        for one in (lambda field: field.en, lambda field: field.ru):
            labels = [evened(one(field)) for field in fields.values()]
            assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(
    ("subject", "headings", "expected"),
    [
        ("contact", ["Full Name", "E-Mail Address *", "Company", "Junk"], ["name", "email", "account"]),
        ("contact", ["ФИО", "Электронная почта", "Организация"], ["name", "email", "account"]),
        ("account", ["account", "sector", "year_established", "revenue", "office_location"],
         ["name", "sector", "founded", "revenue", "address"]),
        ("opportunity", ["Сделка", "Сумма", "Закрытие", "Ответственный"],
         ["title", "amount", "expected_close", "owner"]),
        ("product", ["Артикул", "Наименование", "Цена", "Ед."], ["code", "name", "price", "unit"]),
    ],
)  # fmt: skip
def test_columns_are_guessed_by_their_headings_in_both_languages(subject, headings, expected) -> None:
    guessed = guess_columns(headings, [], fields_of(subject))
    assert {headings[place]: name for name, place in guessed.items()} == dict(zip(headings, expected, strict=False))


def test_a_column_of_addresses_is_the_e_mail_whatever_it_is_called() -> None:
    rows = [("Anna", "anna@vega.example"), ("Boris", ""), ("Vera", "vera@nord.example")]
    assert guess_columns(["Name", "Reachable at"], rows, fields_of("contact"))["email"] == 1


def test_the_name_of_a_field_wins_over_an_alias_and_no_column_is_used_twice() -> None:
    guessed = guess_columns(["Customer", "Account"], [], fields_of("lead"))
    assert guessed == {"account": 1, "account_name": 0}


def test_the_way_to_know_records_again_and_the_order_of_dates_are_guessed() -> None:
    assert guess_rule("contact", {"name": 0, "account": 1}) == "name_account"
    assert guess_rule("contact", {"name": 0, "email": 2}) == "email"
    assert guess_rule("activity", {"title": 0}) == ""
    assert guess_dates([("12/31/2026",), ("1/2/2026",)]) == "mdy"
    assert guess_dates([("31/12/2026",)]) == "dmy" and guess_dates([("1/2/2026",)]) == "dmy"
