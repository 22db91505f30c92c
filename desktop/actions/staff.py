"""Changing people, and letting one leave without losing their work."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.actions.registry import Outcome, action
from desktop.processes import handover
from desktop.sales import staff
from desktop.sales.doors import ADMINISTRATORS
from desktop.store.transaction import Transaction


@action("save_person", right=ADMINISTRATORS)
def save_person(tx: Transaction, id: int, version: int, fields: Mapping[str, object]) -> Outcome:
    """Change name, address, role or manager of a person, or let one who has left come back."""
    staff.save(tx, id, version, fields)
    return Outcome("setting-saved", undoable=True)


@action("deactivate_person", right=ADMINISTRATORS)
def deactivate_person(tx: Transaction, id: int, successor: int | None = None) -> Outcome:
    """Let a person leave; the successor gets the open leads, opportunities and activities, a message for each task."""
    row, opportunities = staff.deactivate(tx, id, successor)
    if successor is not None:
        handover.all_work(tx, id, successor, opportunities)
    return Outcome("person-left", {"name": row.name}, undoable=True)
