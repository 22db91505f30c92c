"""Changing people, and letting one leave without losing their work."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.actions.registry import Outcome, action
from desktop.processes import handover
from desktop.sales import access, people, staff
from desktop.sales.doors import ADMINISTRATORS, EACH, HandsOver
from desktop.store.transaction import Transaction


@action("hand_over", right=HandsOver())
def hand_over(tx: Transaction, subject: str, id: int, to: int, comment: str = "") -> Outcome:
    """Make a person the owner of a record, with the tasks of its process; they get a message with the comment."""
    title = handover.one(tx, subject, id, to, comment)
    return Outcome("record-handed", {"title": title, "name": people.name_of(tx, to)}, undoable=True)


@action("hand_over_work", right=EACH)
def hand_over_work(tx: Transaction, person: int, to: int, comment: str = "") -> Outcome:
    """Give all open work and the accounts of a person to another, who gets one message and one for each task."""
    access.must_hand_over(tx, person, to)
    counted = handover.everything(tx, person, to, comment)
    names = {"from": people.name_of(tx, person), "name": people.name_of(tx, to)}
    return Outcome("work-handed", {**names, "count": counted.total()}, undoable=True, result=dict(counted))


@action("save_person", right=ADMINISTRATORS)
def save_person(tx: Transaction, id: int, version: int, fields: Mapping[str, object]) -> Outcome:
    """Change name, address, role or manager of a person, or let one who has left come back."""
    staff.save(tx, id, version, fields)
    return Outcome("setting-saved", undoable=True)


@action("deactivate_person", right=ADMINISTRATORS)
def deactivate_person(tx: Transaction, id: int, successor: int | None = None) -> Outcome:
    """Let a person leave; the successor gets open work and accounts, one message, and one for each task."""
    row, opportunities, counted = staff.deactivate(tx, id, successor)
    if successor is not None:
        handover.all_work(tx, id, successor, opportunities)
        handover.tell_of_work(tx, id, successor, counted)
    return Outcome("person-left", {"name": row.name}, undoable=True)
