"""Undo and redo of the last actions, process steps included (N3)."""

from __future__ import annotations

from desktop.actions.registry import Outcome, action
from desktop.processes import undoing
from desktop.sales.doors import ALL
from desktop.store.transaction import Transaction


@action("undo", right=ALL)
def undo(tx: Transaction, action_id: int | None = None) -> Outcome:
    """Undo an action of the person, the newest one without an id, if nothing stands in the way (R9)."""
    done = undoing.undo(tx, action_id)
    return Outcome("undone", {"what": dict(done.sentence)}, result={"undone": done.action_id})


@action("redo", right=ALL)
def redo(tx: Transaction) -> Outcome:
    """Do again what the person has just undone."""
    done = undoing.redo(tx)
    return Outcome("redone", {"what": dict(done.sentence)}, result={"redone": done.action_id})
