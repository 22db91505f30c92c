"""What several queries share: amounts, names in the reader's language, how urgent something is."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from sqlalchemy import ColumnElement, FromClause, func

from desktop.queries.registry import Reader
from desktop.sales import access
from desktop.texts import say
from desktop.views.exchange import Availability, Choice, Money, Ref

WORKDAY_BEGINS = time(10, 0)
"""When the next step of a sale is proposed for, by the reader's clock."""

OPEN = Availability(True)


def money(minor: int | None, currency: str | None) -> Money | None:
    """Return the amount that stands in two columns, None where there is none."""
    return None if minor is None or currency is None else Money(minor, currency)


def ref(row_id: int | None, label: str | None) -> Ref | None:
    """Return a reference as a field shows it, None where there is none."""
    return None if row_id is None else Ref(row_id, label or "")


def choice(row_id: int | None, code: str | None, label: str | None) -> Choice | None:
    """Return a chosen value of a lookup, None where none is chosen."""
    return None if row_id is None else Choice(row_id, code or "", label or "")


def label_of(table: FromClause, language: str) -> ColumnElement[str]:
    """Return the column that names a stage, a value or a process in the language."""
    return table.c.name_ru if language == "ru" else table.c.name_en


def title_of(activity: FromClause, language: str) -> ColumnElement[str]:
    """Return the title of an activity: a process names its tasks in both languages."""
    if language == "ru":
        return func.coalesce(activity.c.title_ru, activity.c.title)
    return activity.c.title


def refusing(reader: Reader, code: str, **parameters: object) -> Availability:
    """Return that something cannot be done, with the reason in the reader's language."""
    return Availability(False, say(reader.language, code, parameters, reader.zone))


def editing(reader: Reader, subject: str, record: int, otherwise: Availability = OPEN) -> Availability:
    """Return whether the reader may change a record (docs/rights.md); ``otherwise`` holds where the right is there."""
    refused = access.why_not(reader, subject, record)
    if refused is None:
        return otherwise
    said = say(reader.language, refused.code, refused.parameters, reader.zone)
    owner, manager = access.whom_to_ask(reader, subject, record)
    if not owner:
        return Availability(False, said, said)
    code = "record-read-only-manager" if manager else "record-read-only"
    return Availability(False, said, say(reader.language, code, {"owner": owner, "manager": manager}, reader.zone))


def due_state(reader: Reader, due_at: datetime) -> str:
    """Return how urgent an open activity is: overdue (its moment is past), today (by the reader's day) or ahead."""
    if due_at < reader.now:
        return "overdue"
    same_day = due_at.astimezone(reader.zone).date() == reader.now.astimezone(reader.zone).date()
    return "today" if same_day else "ahead"


def end_of_today(reader: Reader) -> datetime:
    """Return the moment (UTC) at which the reader's day ends."""
    tomorrow = reader.now.astimezone(reader.zone).date() + timedelta(days=1)
    return datetime.combine(tomorrow, time(), reader.zone).astimezone(UTC)


def next_working_moment(reader: Reader) -> datetime:
    """Return 10:00 of the next working day by the reader's clock, in UTC."""
    day = reader.now.astimezone(reader.zone).date() + timedelta(days=1)
    while day.weekday() >= 5:
        day += timedelta(days=1)
    return datetime.combine(day, WORKDAY_BEGINS, reader.zone).astimezone(UTC)
