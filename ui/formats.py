"""How the window writes and reads dates, moments, money and time spent.

Texts are in the language of ``QLocale()`` and in local time; what crosses to the core stays UTC and minor units.
Reading is generous: whatever a person can mean is understood, and ValueError is raised where that is not clear.
"""

import re
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from desktop.views.exchange import Money

_NO_CENTS = frozenset({"JPY", "KRW", "VND", "CLP", "ISK"})
_SYMBOLS = {
    "EUR": "€",
    "USD": "$",
    "RUB": "₽",
    "GBP": "£",
    "JPY": "¥",
    "CHF": "CHF",
    "PLN": "zł",
    "KZT": "₸",
    "CNY": "CN¥",
}
_TIME = re.compile(r"(?:^|[\s,]+)(\d{1,2}):(\d{2})\s*([AaPp][Mm])?$")
_NUMBER = re.compile(r"[\d.,]+")
_MONTHS_EN = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS_RU = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_TODAY = {"today": 0, "tomorrow": 1, "yesterday": -1, "сегодня": 0, "завтра": 1, "вчера": -1}
_HOURS = r"(?:hours?|hrs?|h|часов|часа|час|ч)\.?"
_MINUTES = r"(?:minutes?|mins?|m|минут[аы]?|мин|м)\.?"


def local(moment: datetime) -> datetime:
    """The same moment in the time zone of this computer."""
    return moment.astimezone()


def sentence(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


# Dates and moments


def _locale() -> QLocale:
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.DefaultNumberOptions)
    return locale


def date_text(day: date | None, *, year: bool = True) -> str:
    """Write a date: 28 Feb 2027, "" for none."""
    if day is None:
        return ""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy" if year else "d MMM")


def moment_text(moment: datetime | None, *, now: datetime | None = None) -> str:
    """Write a moment in local time: 26 Nov 2026 14:00; without the year where ``now`` is in the same one."""
    if moment is None:
        return ""
    here = local(moment)
    year = now is None or local(now).year != here.year
    return f"{date_text(here.date(), year=year)} {here:%H:%M}"


def due_text(due_at: datetime, due_state: str, now: datetime) -> str:
    """Say when a task is due: "Due today 17:00", "Overdue since 20 Nov", "Tomorrow 12:00", "Thu 26 Nov 14:00"."""
    due, here = local(due_at), local(now)
    days = (due.date() - here.date()).days
    clock = f"{due:%H:%M}"
    if due_state == "overdue":
        since = clock if days == 0 else date_text(due.date(), year=due.year != here.year)
        return QCoreApplication.translate("formats", "Overdue since {since}").format(since=since)
    if days == 0:
        return QCoreApplication.translate("formats", "Due today {time}").format(time=clock)
    if days == 1:
        return QCoreApplication.translate("formats", "Tomorrow {time}").format(time=clock)
    day = date_text(due.date(), year=due.year != here.year)
    if 1 < days < 7:
        name = QLocale().dayName(due.isoweekday(), QLocale.FormatType.ShortFormat)
        return f"{name} {day} {clock}"
    return f"{day} {clock}"


def step_text(kind: str, start_at: datetime, due_at: datetime, due_state: str, now: datetime) -> str:
    """Say when a step is: a call or a meeting ahead by its beginning, as it was agreed, anything else by its due time.

    "Today 17:00", "Tomorrow 12:00"; an overdue one since when it is overdue.
    """
    if kind not in {"call", "meeting"} or due_state == "overdue":
        return due_text(due_at, due_state, now)
    start = local(start_at)
    if start.date() == local(now).date():
        return QCoreApplication.translate("formats", "Today {time}").format(time=f"{start:%H:%M}")
    return due_text(start_at, due_state, now)


def date_pattern() -> str:
    """How a date is typed in figures, for the empty field: dd.mm.yyyy in the person's language and order."""
    letters = {
        "d": QCoreApplication.translate("formats", "dd", "day, in a pattern such as dd.mm.yyyy"),
        "m": QCoreApplication.translate("formats", "mm", "month, in a pattern such as dd.mm.yyyy"),
        "y": QCoreApplication.translate("formats", "yyyy", "year, in a pattern such as dd.mm.yyyy"),
    }
    order, between = _order()
    return between.join(letters[part] for part in order)


def moment_pattern() -> str:
    """How a moment is typed in figures: dd.mm.yyyy hh:mm."""
    time = QCoreApplication.translate("formats", "hh:mm", "time, in a pattern such as dd.mm.yyyy hh:mm")
    return f"{date_pattern()} {time}"


def _order() -> tuple[str, str]:
    pattern = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    found = sorted("dmy", key=lambda part: pattern.lower().find(part))
    between = next((sign for sign in pattern if sign in "./-"), ".")
    if QLocale().language() == QLocale.Language.C:
        return "dmy", "."
    return "".join(found), between


def parse_date(text: str, *, today: date) -> date:
    """Read a date: 28.2.2027, 2/28/27 in the locale's order, 2027-02-28, 28 Feb, tomorrow. ValueError where unclear.

    Without a year the next such day is meant.
    """
    wanted = " ".join(text.lower().replace(",", " ").split())
    if wanted in _TODAY:
        return today + timedelta(days=_TODAY[wanted])
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", wanted):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := re.fullmatch(r"(\d{1,2})[ .]?\s*([^\W\d]{3,})\.?(?:\s+(\d{2,4}))?(?:\s*г\.?)?", wanted):
        return _dated(int(found[1]), _month(found[2]), found[3], today)
    if found := re.fullmatch(r"([^\W\d]{3,})\.?\s+(\d{1,2})(?:\s+(\d{2,4}))?", wanted):
        return _dated(int(found[2]), _month(found[1]), found[3], today)
    if found := re.fullmatch(r"(\d{1,2})([./ -])(\d{1,2})(?:[./ -](\d{2}|\d{4}))?\.?", wanted):
        order = "dmy" if found[2] == "." else _order()[0]
        first, second = int(found[1]), int(found[3])
        day, month = (second, first) if order.index("m") < order.index("d") else (first, second)
        return _dated(day, month, found[4], today)
    raise ValueError(text)


def _month(word: str) -> int:
    for names in (_MONTHS_EN, _MONTHS_RU):
        for number, name in enumerate(names, 1):
            if word.startswith(name) and not (name == "ма" and word.startswith("мар")):
                return number
    raise ValueError(word)


def _dated(day: int, month: int, year: str | None, today: date) -> date:
    if year is not None:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    this = date(today.year, month, day)
    return this if this >= today else date(today.year + 1, month, day)


def parse_moment(text: str, *, now: datetime, before: datetime | None = None) -> datetime:
    """Read a date with a time ("26.11.2026 14:00", "tomorrow 9:30", "14:00") as a moment in UTC.

    What is left out is taken from ``before``: its time (else 9:00) or its day (else today). ValueError where unclear.
    """
    wanted = text.strip()
    base = local(before) if before is not None else local(now).replace(hour=9, minute=0)
    hour, minute, day_part = base.hour, base.minute, wanted
    if found := _TIME.search(wanted):
        hour, minute = int(found[1]), int(found[2])
        if found[3]:
            hour = hour % 12 + (12 if found[3].lower() == "pm" else 0)
        day_part = wanted[: found.start()].strip()
    day = parse_date(day_part, today=local(now).date()) if day_part else base.date()
    # A naive time becomes local through astimezone(), with the summer time of its own day.
    return datetime(day.year, day.month, day.day, hour, minute).astimezone().astimezone(UTC)


# Money


def currency_digits(currency: str) -> int:
    """How many digits stand behind the point in a currency: 2 for most, 0 for yen."""
    return 0 if currency in _NO_CENTS else 2


def amount_text(money: Money) -> str:
    """Write the amount alone, grouped as the locale does; cents only where there are any."""
    digits = currency_digits(money.currency)
    locale = _locale()
    if digits == 0 or money.minor % 10**digits == 0:
        return locale.toString(money.minor // 10**digits)
    return locale.toString(money.minor / 10**digits, "f", digits)


def money_text(money: Money | None) -> str:
    """Write an amount with its currency: € 184,000 or 184 000 €, as the locale does; "" for none."""
    if money is None:
        return ""
    return _with_symbol(amount_text(money), money.currency)


def exact_money_text(money: Money) -> str:
    """Write an amount with its currency and all digits that the currency has, for columns on paper: € 184,000.00."""
    digits = currency_digits(money.currency)
    text = _locale().toString(money.minor / 10**digits, "f", digits) if digits else amount_text(money)
    return _with_symbol(text, money.currency)


def _with_symbol(text: str, currency: str) -> str:
    symbol = _SYMBOLS.get(currency, currency)
    return f"{symbol}\u00a0{text}" if _symbol_first(QLocale().name()) else f"{text}\u00a0{symbol}"


@lru_cache(maxsize=8)
def _symbol_first(_locale_name: str) -> bool:
    return QLocale().toCurrencyString(1, "¤").startswith("¤")


def parse_money(text: str, currency: str) -> Money | None:
    """Read an amount: 184000, 184 000, 184,000.50, $ 500; None for nothing, ValueError where unclear.

    A sign or code of a currency in the text wins over ``currency``.
    """
    wanted = text.strip()
    if not wanted:
        return None
    for code, symbol in _SYMBOLS.items():
        for mark in (code, symbol):
            if mark in wanted.upper():
                currency = code
                wanted = re.sub(re.escape(mark), "", wanted, flags=re.IGNORECASE)
    digits = re.sub(r"[\s\u00a0\u202f'’_]", "", wanted)
    if not _NUMBER.fullmatch(digits):
        raise ValueError(text)
    places = currency_digits(currency)
    try:
        exact = Decimal(_plain_number(digits)) * 10**places
    except InvalidOperation:
        raise ValueError(text) from None
    if exact != exact.to_integral_value() or exact > 10**15:
        raise ValueError(text)
    return Money(int(exact), currency)


def number_text(number: Decimal) -> str:
    """Write a number as the locale does, with as many digits behind the point as it has."""
    exponent = number.as_tuple().exponent
    digits = max(0, -exponent) if isinstance(exponent, int) else 0
    return _locale().toString(int(number)) if digits == 0 else _locale().toString(float(number), "f", digits)


def parse_number(text: str) -> Decimal:
    """Read a number: 2.5, 2,5, 1 000, 12.5 %. ValueError where unclear."""
    digits = re.sub(r"[\s\u00a0\u202f'’_%]", "", text)
    if not _NUMBER.fullmatch(digits):
        raise ValueError(text)
    try:
        return Decimal(_plain_number(digits))
    except InvalidOperation:
        raise ValueError(text) from None


def _plain_number(digits: str) -> str:
    points = [sign for sign in digits if sign in ".,"]
    if not points:
        return digits
    last = points[-1]
    whole, _, behind = digits.rpartition(last)
    if points.count(last) > 1 or (len(set(points)) == 1 and len(behind) == 3):
        return digits.replace(".", "").replace(",", "")
    return f"{re.sub('[.,]', '', whole) or '0'}.{behind or '0'}"


# Time spent


def minutes_text(minutes: int) -> str:
    """Write time spent for reading: 1 h 20 min."""
    hours, rest = divmod(minutes, 60)
    parts = []
    if hours:
        parts.append(QCoreApplication.translate("formats", "{hours} h").format(hours=hours))
    if rest or not hours:
        parts.append(QCoreApplication.translate("formats", "{minutes} min").format(minutes=rest))
    return " ".join(parts)


def clock_text(minutes: int) -> str:
    """Write time spent for editing: 0:25."""
    return f"{minutes // 60}:{minutes % 60:02d}"


def parse_minutes(text: str) -> int:
    """Read time spent: 0:25, 25 (minutes), 1h 20, 1.5 h, 1 ч 20 мин; nothing is 0. ValueError where unclear."""
    wanted = text.strip().lower().replace(",", ".")
    if not wanted:
        return 0
    if found := re.fullmatch(r"(\d+):([0-5]\d)", wanted):
        return int(found[1]) * 60 + int(found[2])
    if found := re.fullmatch(rf"(\d+)\s*(?:{_MINUTES})?", wanted):
        return int(found[1])
    if found := re.fullmatch(rf"(\d+(?:\.\d+)?)\s*{_HOURS}(?:\s*(\d+)\s*(?:{_MINUTES})?)?", wanted):
        return round(float(found[1]) * 60) + int(found[2] or 0)
    raise ValueError(text)
