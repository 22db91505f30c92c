"""A new owner of an opportunity gets the open tasks that its process made, and a message for each [ours]."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, select

from desktop.sales import activities, notifications, opportunities, staff
from desktop.sales.tables import activity, opportunity
from desktop.store.transaction import Transaction


def to_owner(tx: Transaction, before: Row[Any]) -> int:
    """Hand the open process-made tasks over if the owner is another than before; return how many.

    Tasks that were given to somebody else by hand stay where they are.
    """
    now = opportunities.read(tx, before.id)
    if now.owner_id == before.owner_id:
        return 0
    rows = tx.rows(
        select(activity)
        .where(
            activity.c.opportunity_id == before.id,
            activity.c.instance_id.is_not(None),
            activity.c.status == activities.PLANNED,
            activity.c.owner_id == before.owner_id,
        )
        .order_by(activity.c.id)
    )
    _hand_over(tx, rows, now.owner_id, now.title)
    return len(rows)


def all_work(tx: Transaction, person_id: int, successor: int, opportunity_ids: Sequence[int]) -> None:
    """Give the opportunities, and every planned activity of a person who leaves, to the successor."""
    for opportunity_id in opportunity_ids:
        tx.update(opportunity, opportunity_id, {"owner_id": successor})
    for row in staff.planned_of(tx, person_id):
        title = "" if row.opportunity_id is None else opportunities.title_of(tx, row.opportunity_id)
        _hand_over(tx, (row,), successor, title)


def _hand_over(tx: Transaction, rows: Sequence[Row[Any]], owner_id: int, title: str) -> None:
    for row in rows:
        tx.update(activity, row.id, {"owner_id": owner_id})
        notifications.notify(
            tx,
            owner_id,
            notifications.TASK_HANDED_OVER,
            {"task": activities.title_both(row), "opportunity": title, "due": row.due_at},
            place="activity",
            place_id=row.id,
            activity_id=row.id,
        )
