"""Keeping and forgetting unsaved edits, and reading notifications: small silent actions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop.actions.registry import Outcome, action
from desktop.sales import drafts, inbox
from desktop.sales.doors import ALL

if TYPE_CHECKING:
    from desktop.store.transaction import Transaction


@action("keep_draft", right=ALL)
def keep_draft(tx: Transaction, place: str, id: int, fields: Mapping[str, object]) -> Outcome:
    """Keep the edits of one page (values as JSON knows them), so that a crash does not lose them."""
    drafts.keep(tx, place, id, fields)
    return Outcome()


@action("discard_draft", right=ALL)
def discard_draft(tx: Transaction, place: str, id: int) -> Outcome:
    """Forget the kept edits of one page."""
    drafts.discard(tx, place, id)
    return Outcome()


@action("mark_read", right=ALL)
def mark_read(tx: Transaction, notifications: tuple[int, ...] | None = None) -> Outcome:
    """Mark the named notifications of the person as read, or all of them."""
    inbox.mark_read(tx, notifications)
    return Outcome()
