"""Reminders of activities: when somebody is told that a call or a meeting is near, once and not again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, func, select

from desktop.sales import notifications
from desktop.sales.reading import Reading
from desktop.sales.tables import account, activity, contact, lead, opportunity, reminder
from desktop.store.transaction import Transaction

BEFORE = timedelta(minutes=15)
"""How long before its start a call or a meeting is told of. [ours]"""

KINDS = ("call", "meeting")


def usual(kind: str, start_at: datetime, now: datetime) -> datetime | None:
    """Return when an activity is told of where nobody says otherwise; None for a task and for what is nearer."""
    at = start_at - BEFORE
    return at if kind in KINDS and at > now else None


def begin(tx: Transaction, activity_id: int, at: datetime | None) -> None:
    """Have the owner of a new activity told at a moment; None: not at all."""
    if at is not None:
        tx.insert(reminder, {"activity_id": activity_id, "at": at})


def put(tx: Transaction, activity_id: int, at: datetime | None) -> None:
    """Have the owner of an activity told at a moment, in the place of any other; None: not at all."""
    row = _of(tx, activity_id)
    if row is None:
        if at is not None:
            tx.insert(reminder, {"activity_id": activity_id, "at": at})
    elif at is None:
        tx.delete(reminder, row.id)
    elif at != row.at:
        tx.update(reminder, row.id, {"at": at, "told_at": None})


def follow(tx: Transaction, activity_id: int, span: timedelta) -> None:
    """Move the reminder with its activity; one that lies ahead again is told again."""
    row = _of(tx, activity_id)
    if row is not None and span:
        at = row.at + span
        tx.update(reminder, row.id, {"at": at, "told_at": None if at > tx.now else row.told_at})


def count_due(source: Reading, person_id: int | None, now: datetime) -> int:
    """Return of how many open activities a person is to be told now, those of a time without the program included."""
    condition = _due(person_id, now)
    return int(source.value(select(func.count()).select_from(reminder.join(activity)).where(condition)) or 0)


def tell(tx: Transaction) -> tuple[Row[Any], ...]:
    """Tell the person who acts of all that is due, once: another window that comes later finds nothing.

    Returns the activities (id, title, title_ru, start_at), the first to start first.
    """
    rows: Sequence[Row[Any]] = tx.rows(
        select(reminder.c.id.label("reminder_id"), activity.c.id)
        .select_from(reminder.join(activity))
        .where(_due(tx.person_id, tx.now))
        .with_for_update(of=reminder, skip_locked=True)
    )
    for row in rows:
        tx.update(reminder, row.reminder_id, {"told_at": tx.now})
    told = tx.rows(_named([row.id for row in rows])) if rows else ()
    for row in told:
        notifications.notify(
            tx,
            row.owner_id,
            notifications.REMINDER,
            {
                "task": {"en": row.title, "ru": row.title_ru or row.title},
                "about": f" · {row.subject}" if row.subject else "",
                "start": row.start_at,
            },
            place="activity",
            place_id=row.id,
        )
    return tuple(told)


def _named(ids: list[int]) -> Any:
    return (
        select(
            activity.c.id,
            activity.c.title,
            activity.c.title_ru,
            activity.c.start_at,
            activity.c.owner_id,
            func.coalesce(opportunity.c.title, lead.c.title, account.c.name, contact.c.name, "").label("subject"),
        )
        .outerjoin(opportunity, opportunity.c.id == activity.c.opportunity_id)
        .outerjoin(lead, lead.c.id == activity.c.lead_id)
        .outerjoin(account, account.c.id == activity.c.account_id)
        .outerjoin(contact, contact.c.id == activity.c.contact_id)
        .where(activity.c.id.in_(ids))
        .order_by(activity.c.start_at, activity.c.id)
    )


def _due(person_id: int | None, now: datetime) -> ColumnElement[bool]:
    return and_(
        reminder.c.told_at.is_(None),
        reminder.c.at <= now,
        activity.c.owner_id == person_id,
        activity.c.status == "planned",
    )


def _of(tx: Transaction, activity_id: int) -> Row[Any] | None:
    return tx.first(select(reminder).where(reminder.c.activity_id == activity_id))
