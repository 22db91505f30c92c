"""What there is to do: open activities of an opportunity or a person, and whether a workspace holds anything yet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, select

from desktop.sales.reading import Reading
from desktop.sales.tables import account, activity, contact, lead, opportunity


def open_tasks_on(source: Reading, opportunity_id: int) -> Sequence[Row[Any]]:
    """Return the open activities of an opportunity, the next due first (R1)."""
    return source.rows(
        select(activity)
        .where(activity.c.status == "planned", activity.c.opportunity_id == opportunity_id)
        .order_by(activity.c.due_at, activity.c.id)
    )


def open_tasks_of(source: Reading, person_id: int) -> Sequence[Row[Any]]:
    """Return the open activities of a person, the next due first."""
    return source.rows(
        select(activity)
        .where(activity.c.status == "planned", activity.c.owner_id == person_id)
        .order_by(activity.c.due_at, activity.c.id)
    )


def has_records(source: Reading) -> bool:
    """Tell whether the workspace holds an account, a contact, a lead, an opportunity or an activity."""
    tables = (account, contact, lead, opportunity, activity)
    return any(source.value(select(table.c.id).limit(1)) is not None for table in tables)
