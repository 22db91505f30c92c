"""What a person has read of the messages in the notification centre."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select

from desktop.sales.tables import notification
from desktop.store.transaction import Transaction


def mark_read(tx: Transaction, ids: Collection[int] | None = None) -> None:
    """Mark the person's unread messages as read: those named, or all of them. Somebody else's stay as they are."""
    unread = select(notification.c.id).where(notification.c.person_id == tx.person_id, notification.c.read_at.is_(None))
    if ids is not None:
        unread = unread.where(notification.c.id.in_(tuple(ids)))
    for row in tx.rows(unread):
        tx.update(notification, row.id, {"read_at": tx.now})
