"""Activities: made, moved in the calendar, completed, cancelled.

Those that a process made know where they belong to.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, Table, bindparam, func, select

from desktop.sales import people, reminders
from desktop.sales.reading import Reading
from desktop.sales.tables import account, activity, contact, lead, note, opportunity
from desktop.sales.worktime import Times
from desktop.store.transaction import StaleRow, Transaction
from desktop.views.exchange import ChangedMeanwhile, Refused

KINDS = ("task", "call", "meeting")
TITLE_LIMIT = 500
DEFAULT_LENGTH = timedelta(minutes=30)
DONE = "done"
CANCELLED = "cancelled"
PLANNED = "planned"

_LINKS: dict[str, Table] = {"opportunity": opportunity, "lead": lead, "account": account, "contact": contact}


_ONE = select(activity).where(activity.c.id == bindparam("record"))
_OPEN_OF_PROCESS = (
    select(activity)
    .where(activity.c.instance_id == bindparam("run"), activity.c.status == PLANNED)
    .order_by(activity.c.due_at, activity.c.id)
)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where in which run of a process an activity belongs."""

    definition_id: int
    instance_id: int
    element_id: str
    token: int
    stage_code: str


def read(reading: Reading, activity_id: int) -> Row[Any]:
    """Return the whole row of an activity. Refused "record-gone" where there is none."""
    row = reading.first(_ONE, {"record": activity_id})
    if row is None:
        raise Refused("record-gone")
    return row


def read_open(reading: Reading, activity_id: int) -> Row[Any]:
    """Return the row of an activity that is still to be done.

    Refused "already-completed" or "already-cancelled", saying by whom and when, if it is not.
    """
    row = read(reading, activity_id)
    if row.status != PLANNED:
        who = "none" if row.done_by is None else people.name_of(reading, row.done_by)
        code = "already-completed" if row.status == DONE else "already-cancelled"
        raise Refused(code, who=who, at=row.done_at or reading.now)
    return row


def create(tx: Transaction, kind: str, title: object, fields: Mapping[str, object]) -> int:
    """Create an activity by hand and return its id; ``fields`` are keys of ActivityFields.

    Without a start it starts now; without a due time it takes half an hour; without an owner it belongs to the person
    who acts.
    """
    remind_at = _checked_reminder(fields)
    values = _columns(tx, {"kind": kind, "title": title, **fields})
    owner = values.pop("owner_id", None) or tx.person_id
    if owner is None:
        raise Refused("owner-missing", field="owner")
    start = values.pop("start_at", None) or tx.now
    due = values.pop("due_at", None) or start + DEFAULT_LENGTH
    checked_times(start, due)
    made = tx.insert(
        activity,
        {
            **values,
            "owner_id": owner,
            "start_at": start,
            "due_at": due,
            "status": PLANNED,
            "created_at": tx.now,
            "created_by": tx.person_id,
        },
    )
    reminders.begin(tx, made, remind_at if "remind_at" in fields else reminders.usual(kind, start, tx.now))
    return made


def create_for_process(
    tx: Transaction,
    origin: Origin,
    *,
    kind: str,
    title_en: str,
    title_ru: str,
    owner_id: int,
    times: Times,
    subject: str,
    subject_id: int,
    contact_id: int | None = None,
) -> int:
    """Create the activity of a process's task, on the opportunity or lead that the run is about. Returns its id."""
    made = tx.insert(
        activity,
        {
            "kind": kind,
            "title": title_en,
            "title_ru": title_ru,
            f"{subject}_id": subject_id,
            "contact_id": contact_id,
            "owner_id": owner_id,
            "start_at": times.start_at,
            "due_at": times.due_at,
            "status": PLANNED,
            "created_at": tx.now,
            "created_by": tx.person_id,
            "definition_id": origin.definition_id,
            "instance_id": origin.instance_id,
            "element_id": origin.element_id,
            "token": origin.token,
            "stage_code": origin.stage_code,
        },
    )
    reminders.begin(tx, made, reminders.usual(kind, times.start_at, tx.now))
    return made


def complete(tx: Transaction, row: Row[Any], result: str, comment: str, spent_minutes: int) -> None:
    """Mark the activity of this row as done. An empty comment keeps the one that is there; minutes are added."""
    if spent_minutes < 0:
        raise Refused("spent-negative", field="spent_minutes")
    values: dict[str, Any] = {"status": DONE, "result_code": result, "done_at": tx.now, "done_by": tx.person_id}
    if comment:
        values["comment"] = comment
    if spent_minutes:
        values["spent_minutes"] = row.spent_minutes + spent_minutes
    tx.update(activity, row.id, values, known=row._mapping)


def cancel(tx: Transaction, activity_id: int, comment: str = "") -> None:
    """Mark an activity as cancelled."""
    values: dict[str, Any] = {"status": CANCELLED, "done_at": tx.now, "done_by": tx.person_id}
    if comment:
        values["comment"] = comment
    tx.update(activity, activity_id, values)


def reschedule(tx: Transaction, activity_id: int, start_at: datetime, due_at: datetime | None) -> None:
    """Move an open activity; without a due time it takes as long as before. Refused if it is due before it starts."""
    row = read_open(tx, activity_id)
    due = start_at + (row.due_at - row.start_at) if due_at is None else due_at
    checked_times(start_at, due)
    tx.update(activity, activity_id, {"start_at": start_at, "due_at": due})
    reminders.follow(tx, activity_id, start_at - row.start_at)


def save(tx: Transaction, activity_id: int, version: int, fields: Mapping[str, object]) -> None:
    """Change fields of an activity.

    Raises ChangedMeanwhile if it was saved since ``version`` was read, Refused naming the field at fault. What a
    process named keeps its name.
    """
    row = read(tx, activity_id)
    if row.version != version:
        raise ChangedMeanwhile("changed-meanwhile")
    remind_at = _checked_reminder(fields)
    columns = _columns(tx, fields)
    if row.instance_id is not None:
        fixed = ("kind", "title", "opportunity_id", "lead_id")
        columns = {name: value for name, value in columns.items() if name not in fixed}
    checked_times(columns.get("start_at", row.start_at), columns.get("due_at", row.due_at))
    try:
        tx.update(activity, activity_id, columns, version=version)
    except StaleRow:
        raise ChangedMeanwhile("changed-meanwhile") from None
    if "remind_at" in fields:
        reminders.put(tx, activity_id, remind_at)
    else:
        reminders.follow(tx, activity_id, columns.get("start_at", row.start_at) - row.start_at)


def add_note(tx: Transaction, text: object, opportunity_id: int | None, lead_id: int | None) -> int:
    """Keep a note on an opportunity or a lead. Refused for an empty one."""
    words = people.checked_text(text, "text", required="note-empty")
    return tx.insert(
        note,
        {
            "opportunity_id": _checked_link(tx, "opportunity", opportunity_id),
            "lead_id": _checked_link(tx, "lead", lead_id),
            "text": words,
            "created_at": tx.now,
            "created_by": tx.person_id,
        },
    )


def open_of_process(reading: Reading, instance_id: int) -> tuple[Row[Any], ...]:
    """Return the open activities that a run of a process has made, the next due first."""
    return tuple(
        reading.rows(
            _OPEN_OF_PROCESS,
            {"run": instance_id},
        )
    )


def open_by_hand(reading: Reading, record_id: int, subject: str = "opportunity") -> tuple[Row[Any], ...]:
    """Return the open activities of an opportunity or a lead that people have made, the next due first."""
    return tuple(
        reading.rows(
            select(activity)
            .where(
                activity.c[f"{subject}_id"] == record_id,
                activity.c.status == PLANNED,
                activity.c.instance_id.is_(None),
            )
            .order_by(activity.c.due_at, activity.c.id)
        )
    )


def spent_on(reading: Reading, opportunity_id: int) -> int:
    """Return the minutes spent on all activities of an opportunity (R13)."""
    total = reading.value(select(func.sum(activity.c.spent_minutes)).where(activity.c.opportunity_id == opportunity_id))
    return int(total or 0)


def title_of(row: Row[Any], language: str) -> str:
    """Return an activity's title in the language."""
    return str(row.title_ru if language == "ru" and row.title_ru else row.title)


def title_both(row: Row[Any]) -> dict[str, str]:
    """Return an activity's title in both languages, as sentences take it."""
    return {"en": row.title, "ru": row.title_ru or row.title}


def checked_times(start_at: datetime, due_at: datetime) -> None:
    """Refuse an activity that is due before it starts."""
    if due_at <= start_at:
        raise Refused("due-before-start", field="due_at")


def _columns(tx: Transaction, fields: Mapping[str, object]) -> dict[str, Any]:
    columns: dict[str, Any] = {}
    for name, value in fields.items():
        if name in _LINKS:
            columns[f"{name}_id"] = _checked_link(tx, name, value)
        elif name == "title":
            columns[name] = people.checked_text(value, name, required="title-missing", limit=TITLE_LIMIT)
        elif name == "kind":
            if value not in KINDS:
                raise Refused("kind-unknown", field=name, kind=str(value))
            columns[name] = value
        elif name == "owner":
            columns["owner_id"] = None if value is None else people.checked_person(tx, value)
        elif name in ("start_at", "due_at"):
            if value is not None:
                columns[name] = checked_moment(value, name)
        elif name == "remind_at":
            continue  # it stands in a table of its own: desktop/sales/reminders.py
        elif name == "comment":
            columns[name] = str(value or "")
        elif name == "spent_minutes":
            if not isinstance(value, int) or value < 0:
                raise Refused("spent-negative", field=name)
            columns[name] = value
        else:
            raise TypeError(f"an activity has no field {name!r}")
    return columns


def _checked_reminder(fields: Mapping[str, object]) -> datetime | None:
    value = fields.get("remind_at")
    return None if value is None else checked_moment(value, "remind_at")


def checked_moment(value: object, field: str) -> datetime:
    """Return the value if it is a moment with a time zone. Refused naming the field otherwise."""
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise Refused("moment-wrong", field=field)
    return value


def _checked_link(tx: Transaction, name: str, value: object) -> int | None:
    if value is None:
        return None
    table = _LINKS[name]
    found = tx.value(select(table.c.id).where(table.c.id == value))
    if found is None:
        raise Refused("record-unknown", field=name)
    return int(found)
