"""From a cell of a table to a value of a field. Pure; what cannot be read is said, not guessed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, tzinfo
from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation

from desktop.sales.currencies import NO_CENTS
from desktop.spreadsheets.reading import shown
from desktop.views.exchange import Money
from desktop.views.spreadsheets import Cell

MORNING = time(9)
"""When something begins that says its day alone."""
_YEARS = range(1900, 2200)
_YES = frozenset(["yes", "y", "true", "1", "x", "+", "да", "д", "истина", "offered", "продается"])
_NO = frozenset(["no", "n", "false", "0", "-", "нет", "н", "ложь"]) | {"not offered", "снят с продажи"}
_SYMBOLS = {"€": "EUR", "$": "USD", "£": "GBP", "₽": "RUB", "₸": "KZT", "₴": "UAH", "₺": "TRY", "₹": "INR", "¥": "JPY"}
_WORDS = {"руб": "RUB", "р": "RUB", "тенге": "KZT"}
_SPACES = re.compile(r"[\s\u00a0\u202f'’]")
_NUMBER = re.compile(r"[+-]?\d[\d.,]*")
_FLOATING = Decimal("0.0000001")
_MONTHS: Mapping[str, int] = {
    name: number
    for names in (
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
        ["янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"],
        ["", "", "", "", "май"],
    )
    for number, name in enumerate(names, 1)
    if name
}
_ISO = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})")
_FIGURES = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})")
_NAMED = re.compile(r"(\d{1,2})[.\s-]*([^\W\d]{3,})[.,\s-]*(\d{4})(?:\s*г\.?)?")
_AMERICAN = re.compile(r"([^\W\d]{3,})\.?\s+(\d{1,2}),?\s+(\d{4})")
_CLOCK = re.compile(
    r"[T\s,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(am|pm)?\s*(Z|[+-]\d{2}:?\d{2})?$", re.IGNORECASE
)
_SPENT = re.compile(r"(\d+):([0-5]\d)(?::\d\d)?")


class Unreadable(Exception):
    """The cell cannot be this; ``code`` names the reason, ``table-why-<code>`` and ``table-mend-<code>`` say it."""

    def __init__(self, code: str, **parameters: object) -> None:
        super().__init__(code)
        self.code = code
        self.parameters = parameters


def text(cell: Cell) -> str:
    """Return a cell as text without blanks around it."""
    return shown(cell).strip()


def whole(cell: Cell) -> int:
    """Read a whole number: 1 200, 1,200, 1200.0. Unreadable "number"."""
    number = _number(cell, "number")
    if number != number.to_integral_value():
        raise Unreadable("whole")
    return int(number)


def money(cell: Cell, currency: str) -> Money:
    """Read an amount: 1 234,50, $1,234.50, 1234.5 EUR; its own sign or code wins over ``currency``.

    Unreadable "amount", "amount-digits" where it has more digits than its currency, "currency-missing" without any.
    """
    rest: Cell = cell
    if isinstance(cell, str):
        rest, own = _without_currency(cell)
        currency = own or currency
    number = _number(rest, "amount")
    if not currency:
        raise Unreadable("currency-missing")
    minor = number.scaleb(0 if currency in NO_CENTS else 2)
    rounded = minor.quantize(Decimal(1), ROUND_HALF_EVEN)
    if abs(minor - rounded) > _FLOATING * max(Decimal(1), abs(rounded)):
        raise Unreadable("amount-digits", currency=currency)
    return Money(int(rounded), currency)


def currency(cell: Cell) -> str:
    """Read a currency: its code of three letters or its sign. Unreadable "currency"."""
    wanted = text(cell)
    code = _SYMBOLS.get(wanted) or _WORDS.get(wanted.lower().rstrip(".")) or wanted.upper()
    if len(code) != 3 or not (code.isascii() and code.isalpha()):
        raise Unreadable("currency")
    return code


def flag(cell: Cell) -> bool:
    """Read yes or no in either language. Unreadable "flag"."""
    if isinstance(cell, bool):
        return cell
    word = text(cell).lower().replace("ё", "е")
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise Unreadable("flag")


def minutes(cell: Cell) -> int:
    """Read time spent, in minutes: 90, 1:30, 1.5 h, 1,5 ч. Unreadable "minutes"."""
    if isinstance(cell, time | datetime | date | bool):
        raise Unreadable("minutes")
    wanted = text(cell).lower()
    if clock := _SPENT.fullmatch(wanted):
        return int(clock[1]) * 60 + int(clock[2])
    hours = re.fullmatch(r"([\d.,]+)\s*(?:h|hours?|ч|час[а-я]*)\.?", wanted)
    bare = hours[1] if hours else re.sub(r"\s*(?:min|minutes?|мин[а-я]*)\.?$", "", wanted)
    number = _number(bare, "minutes") * (60 if hours else 1)
    if number < 0:
        raise Unreadable("minutes")
    return int(number.to_integral_value())


def day(cell: Cell, order: str) -> date:
    """Read a date: 2026-11-26, 26.11.2026, 26 Nov 2026, 26 ноября 2026, and with slashes by ``order``.

    Unreadable "date".
    """
    if isinstance(cell, datetime):
        return _checked(cell.date())
    if isinstance(cell, date):
        return _checked(cell)
    if not isinstance(cell, str):
        raise Unreadable("date")
    wanted = cell.strip()
    clock = _CLOCK.search(wanted)
    return _day(wanted[: clock.start()] if clock else wanted, order)


def moment(cell: Cell, order: str, zone: tzinfo) -> datetime:
    """Read a date with a time, by the clock of ``zone`` unless it says its own; a day alone begins at 9:00.

    Returns UTC. Unreadable "moment".
    """
    if isinstance(cell, datetime):
        return _in_utc(cell, zone)
    if isinstance(cell, date):
        return _in_utc(datetime.combine(_checked(cell), MORNING), zone)
    if not isinstance(cell, str):
        raise Unreadable("moment")
    wanted = cell.strip()
    clock = _CLOCK.search(wanted)
    if clock is None:
        return _in_utc(datetime.combine(_day(wanted, order), MORNING), zone)
    hour = int(clock[1])
    if clock[4]:
        hour = hour % 12 + (12 if clock[4].lower() == "pm" else 0)
    try:
        at = datetime.combine(_day(wanted[: clock.start()], order), time(hour, int(clock[2]), int(clock[3] or 0)))
        if clock[5]:
            return datetime.fromisoformat(f"{at.isoformat()}{clock[5].upper().replace('Z', '+00:00')}").astimezone(UTC)
    except ValueError:
        raise Unreadable("moment") from None
    return _in_utc(at, zone)


def _in_utc(at: datetime, zone: tzinfo) -> datetime:
    _checked(at.date())
    return (at if at.tzinfo is not None else at.replace(tzinfo=zone)).astimezone(UTC)


def _day(wanted: str, order: str) -> date:
    try:
        if found := _ISO.fullmatch(wanted):
            return _checked(date(int(found[1]), int(found[2]), int(found[3])))
        if found := _FIGURES.fullmatch(wanted):
            first, second = int(found[1]), int(found[3])
            swapped = found[2] != "." and order == "mdy"
            year = int(found[4]) + (2000 if len(found[4]) == 2 else 0)
            return _checked(date(year, first, second) if swapped else date(year, second, first))
        if found := _NAMED.fullmatch(wanted.lower()):
            return _checked(date(int(found[3]), _month(found[2]), int(found[1])))
        if found := _AMERICAN.fullmatch(wanted.lower()):
            return _checked(date(int(found[3]), _month(found[1]), int(found[2])))
    except ValueError:
        raise Unreadable("date") from None
    raise Unreadable("date")


def _month(word: str) -> int:
    number = _MONTHS.get(word[:3])
    if number is None:
        raise ValueError(word)
    return number


def _checked(found: date) -> date:
    if found.year not in _YEARS:
        raise Unreadable("date")
    return found


def _without_currency(cell: str) -> tuple[str, str]:
    """Return a text without the sign or code of a currency, and the code, "" where it has none."""
    wanted = cell.strip()
    for sign, code in _SYMBOLS.items():
        if sign in wanted:
            return wanted.replace(sign, "", 1).strip(), code
    found = re.fullmatch(r"([A-Za-z]{3})?\s*([^A-Za-zА-Яа-я]*?)\s*(?:([A-Za-z]{3})|([А-Яа-я]+)\.?)?", wanted)
    if found is None:
        return wanted, ""
    return found[2], (found[1] or found[3] or "").upper() or _WORDS.get((found[4] or "").lower(), "")


def _number(cell: Cell, code: str) -> Decimal:
    """Read a number; the last of point and comma parts the decimals, unless three digits follow the only one."""
    if isinstance(cell, bool) or cell is None or isinstance(cell, date):
        raise Unreadable(code)
    if isinstance(cell, int | Decimal):
        number = Decimal(cell)
    else:
        digits = _SPACES.sub("", cell).replace("−", "-")
        if not _NUMBER.fullmatch(digits) or not digits.isascii():
            raise Unreadable(code)
        try:
            number = Decimal(_plain(digits))
        except InvalidOperation:
            raise Unreadable(code) from None
    if not number.is_finite() or abs(number) > Decimal(10) ** 16:
        raise Unreadable(code)
    return number


def _plain(digits: str) -> str:
    marks = [letter for letter in digits if letter in ".,"]
    if not marks:
        return digits
    last = marks[-1]
    ahead, _, behind = digits.rpartition(last)
    if marks.count(last) > 1 or (len(set(marks)) == 1 and len(behind) == 3 and ahead.lstrip("+-") != "0"):
        return digits.replace(".", "").replace(",", "")
    return f"{re.sub('[.,]', '', ahead) or '0'}.{behind or '0'}"
