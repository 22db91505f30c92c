"""A person's activities as a calendar file (iCalendar, RFC 5545), for another calendar to import or to subscribe to."""

from __future__ import annotations

import os
import tempfile
import uuid
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Row, func, select

from desktop.sales import activities
from desktop.sales.reading import Reading
from desktop.sales.tables import account, activity, contact, lead, opportunity, reminder
from desktop.views.exchange import Refused

_NAMES = uuid.uuid5(uuid.NAMESPACE_DNS, "dealwright")


def rows(source: Reading, person_id: int, start: datetime | None, end: datetime | None) -> Sequence[Row[Any]]:
    """Return what stands on the person's calendar, by its start; None: without end. ``end`` is not part of the span."""
    conditions = [activity.c.owner_id == person_id, activity.c.status != activities.CANCELLED]
    if start is not None:
        conditions.append(activity.c.due_at >= start)
    if end is not None:
        conditions.append(activity.c.start_at < end)
    return source.rows(
        select(
            activity,
            func.coalesce(opportunity.c.title, lead.c.title, account.c.name, contact.c.name, "").label("subject"),
            opportunity.c.number.label("subject_number"),
            reminder.c.at.label("remind_at"),
        )
        .outerjoin(opportunity, opportunity.c.id == activity.c.opportunity_id)
        .outerjoin(lead, lead.c.id == activity.c.lead_id)
        .outerjoin(account, account.c.id == activity.c.account_id)
        .outerjoin(contact, contact.c.id == activity.c.contact_id)
        .outerjoin(reminder, reminder.c.activity_id == activity.c.id)
        .where(*conditions)
        .order_by(activity.c.start_at, activity.c.id)
    )


def uid(row: Row[Any]) -> str:
    """Return the name by which other calendars know an activity again: it stays, and no other workspace gives it."""
    return f"{uuid.uuid5(_NAMES, f'{row.created_at.isoformat()} {row.id}')}@dealwright"


def calendar(found: Sequence[Row[Any]], name: str, language: str) -> bytes:
    """Return the activities as the text of a calendar file; times are in UTC."""
    from icalendar import Alarm, Calendar, Event  # not above: a start does without it

    made = Calendar()
    made.add("prodid", "-//Dealwright//Dealwright//EN")
    made.add("version", "2.0")
    made.add("x-wr-calname", name)
    for row in found:
        event = Event()
        title = activities.title_of(row, language)
        event.add("uid", uid(row))
        event.add("summary", title)
        event.add("dtstart", row.start_at)
        event.add("dtend", row.due_at)
        event.add("dtstamp", max(row.created_at, row.done_at or row.created_at))
        event.add("sequence", row.version - 1)
        event.add("status", "CONFIRMED")
        event.add("categories", [row.kind])
        about = " · ".join(part for part in (row.subject, row.subject_number) if part)
        description = "\n".join(part for part in (about, row.comment) if part)
        if description:
            event.add("description", description)
        if row.remind_at is not None and row.status == activities.PLANNED:
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", title)
            alarm.add("trigger", row.remind_at, parameters={"VALUE": "DATE-TIME"})
            event.add_component(alarm)
        made.add_component(event)
    return bytes(made.to_ical())


def write(path: Path, content: bytes) -> None:
    """Put the content in the place of the file at once: whoever reads it sees the old one or the new one, whole.

    Raises Refused "calendar-unwritable" where it cannot be written; what was there stays.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError as error:
        with suppress(OSError):
            Path(name).unlink()
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> Refused:
    return Refused("calendar-unwritable", field="path", path=str(path), reason=error.strerror or str(error))
