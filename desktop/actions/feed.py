"""Writing into the feed of an opportunity."""

from __future__ import annotations

from desktop.actions.registry import Outcome, action
from desktop.sales import feed
from desktop.sales.doors import record
from desktop.store.transaction import Transaction


@action("add_comment", right=record("opportunity", "opportunity"))
def add_comment(tx: Transaction, opportunity: int, text: str) -> Outcome:
    """Add a comment to the feed of an opportunity; "@" and a whole name tells that person."""
    return Outcome("comment-added", {}, undoable=True, result={"comment": feed.comment(tx, opportunity, text)})
