"""Currencies: rates by date, and what an amount is worth in another currency."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation
from typing import Any

from sqlalchemy import Row, select

from desktop.sales.reading import Reading
from desktop.sales.tables import currency_rate
from desktop.store.transaction import Transaction
from desktop.views.exchange import Money, Refused

NANO = 10**9
_MOST = Decimal(10) ** 9
NO_CENTS = frozenset({"JPY", "KRW", "VND", "CLP", "ISK"})
"""Currencies without minor units: one yen is one minor unit."""


class Rates:
    """All rates, found by date. The rate of a day holds until the next one of the same pair."""

    def __init__(self, rows: Iterable[tuple[str, str, date, int]]) -> None:
        """``rows`` are currency, base, day and milliardths of a unit of base for one unit of currency."""
        self._days: dict[tuple[str, str], list[tuple[date, int]]] = {}
        for currency, base, day, nano in rows:
            self._days.setdefault((currency, base), []).append((day, nano))
        for days in self._days.values():
            days.sort()

    @classmethod
    def read(cls, source: Reading) -> Rates:
        """Read the table."""
        table = currency_rate
        rows = source.rows(select(table.c.currency, table.c.base, table.c.day, table.c.rate_nano))
        return cls((row.currency, row.base, row.day, row.rate_nano) for row in rows)

    def rate(self, currency: str, base: str, day: date) -> Decimal | None:
        """Return how many units of ``base`` one unit of ``currency`` is worth on that day, None where nobody knows.

        A rate that was entered the other way round counts as its inverse; of both the later one counts. There is no
        way over a third currency. [ours]
        """
        if currency == base:
            return Decimal(1)
        straight, turned = self._last(currency, base, day), self._last(base, currency, day)
        if straight is not None and (turned is None or straight[0] >= turned[0]):
            return Decimal(straight[1]) / NANO
        return None if turned is None else NANO / Decimal(turned[1])

    def convert(self, money: Money, currency: str, day: date) -> Money | None:
        """Return the amount in another currency at the rate of the day, None without a rate.

        It is rounded to whole minor units, a half to the even one.
        """
        rate = self.rate(money.currency, currency, day)
        if rate is None:
            return None
        units = Decimal(money.minor).scaleb(-digits(money.currency)) * rate
        minor = units.scaleb(digits(currency)).to_integral_value(ROUND_HALF_EVEN)
        return Money(int(minor), currency)

    def _last(self, currency: str, base: str, day: date) -> tuple[date, int] | None:
        return next((known for known in reversed(self._days.get((currency, base), ())) if known[0] <= day), None)


def save_rate(tx: Transaction, currency: object, base: object, day: object, rate: object) -> int:
    """Keep the rate of a day, in place of the one kept for it already. Refused naming the field at fault."""
    codes = checked_currency(currency, "currency"), checked_currency(base, "base")
    if codes[0] == codes[1]:
        raise Refused("rate-same-currency", field="currency")
    if not isinstance(day, date):
        raise Refused("date-wrong", field="day")
    nano = _checked_rate(rate)
    table = currency_rate
    row_id = tx.value(
        select(table.c.id).where(table.c.currency == codes[0], table.c.base == codes[1], table.c.day == day)
    )
    if row_id is not None:
        tx.update(table, row_id, {"rate_nano": nano})
        return int(row_id)
    return tx.insert(table, {"currency": codes[0], "base": codes[1], "day": day, "rate_nano": nano})


def remove_rate(tx: Transaction, rate_id: int) -> Row[Any]:
    """Delete a rate and return its row. Refused "record-gone" where it is not there any more."""
    row = tx.get(currency_rate, rate_id)
    if row is None:
        raise Refused("record-gone")
    tx.delete(currency_rate, rate_id)
    return row


def rate_text(nano: int) -> str:
    """Return a rate as a decimal number without needless zeros."""
    return f"{(Decimal(nano) / NANO).normalize():f}"


def checked_currency(value: object, field: str) -> str:
    """Return a code of three capital letters. Refused naming the field."""
    code = str(value or "").strip().upper()
    if len(code) != 3 or not (code.isascii() and code.isalpha()):
        raise Refused("currency-unknown", field=field, currency=str(value or ""))
    return code


def _checked_rate(value: object) -> int:
    try:
        rate = Decimal(str(value).replace("\u00a0", "").replace(" ", "").replace(",", "."))
    except InvalidOperation:
        raise Refused("rate-wrong", field="rate") from None
    if not rate.is_finite() or not 0 < rate <= _MOST:
        raise Refused("rate-wrong", field="rate")
    nano = int((rate * NANO).to_integral_value(ROUND_HALF_EVEN))
    if nano == 0:
        raise Refused("rate-wrong", field="rate")
    return nano


def digits(currency: str) -> int:
    """Return how many digits of an amount stand behind the point: how many minor units make a unit."""
    return 0 if currency in NO_CENTS else 2
