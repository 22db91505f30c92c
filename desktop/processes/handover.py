"""A new owner of an opportunity gets the open tasks that its process made, and a message for each [ours]."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, select

from desktop.sales import activities, notifications, opportunities
from desktop.sales.tables import activity
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
    for row in rows:
        tx.update(activity, row.id, {"owner_id": now.owner_id})
        notifications.notify(
            tx,
            now.owner_id,
            notifications.TASK_HANDED_OVER,
            {"task": activities.title_both(row), "opportunity": now.title, "due": row.due_at},
            place="activity",
            place_id=row.id,
            activity_id=row.id,
        )
    return len(rows)
