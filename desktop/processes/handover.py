"""Handing over: a new owner of one record, or of all open work of a person, with what goes along and a message [ours].

A new owner of an opportunity gets the open tasks that its process made, and a message for each.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row, Table, select

from desktop.processes.runs.world import LEAD, OPPORTUNITY, subject_row
from desktop.sales import activities, notifications, opportunities, people, staff
from desktop.sales.tables import account, activity, lead, opportunity, sales_order
from desktop.store.transaction import Transaction
from desktop.views.exchange import Refused

TABLES: Mapping[str, Table] = {
    "opportunity": opportunity,
    "lead": lead,
    "activity": activity,
    "order": sales_order,
    "account": account,
}
"""What is handed over, by subject."""


def one(tx: Transaction, subject: str, record: int, to: int, comment: str) -> str:
    """Make a person the owner of a record, tell the person, and return what the record is called.

    Refused "record-gone", "owner-already", "person-unknown" for somebody who is not active.
    """
    if subject not in TABLES:
        raise Refused("subject-unknown", field="subject", subject=subject)
    row = tx.get(TABLES[subject], record)
    if row is None:
        raise Refused("record-gone")
    _check_successor(tx, to)
    if row.owner_id == to:
        raise Refused("owner-already", field="to", owner=people.name_of(tx, to))
    tx.update(TABLES[subject], record, {"owner_id": to})
    if subject in (OPPORTUNITY, LEAD):
        to_owner(tx, row, subject)
    title = _title(subject, row)
    parameters = {"title": title, "who": _who(tx), "comment": _after(comment)}
    _tell(tx, to, notifications.RECORD_HANDED_OVER, parameters, place=subject, record=record)
    return title


def everything(tx: Transaction, person_id: int, to: int, comment: str) -> Counter[str]:
    """Give all open work of a person to another, tell them, and return how much of each subject it was.

    Open leads and opportunities with their tasks, planned activities, orders that are neither paid nor cancelled, and
    accounts. Refused "person-unknown", "work-none".
    """
    _check_successor(tx, to)
    if to == person_id:
        raise Refused("owner-already", field="to", owner=people.name_of(tx, to))
    sales = staff.open_sales_of(tx, person_id)
    planned = len(staff.planned_of(tx, person_id))
    counted = staff.hand_over(tx, person_id, to)
    all_work(tx, person_id, to, sales)
    counted |= Counter(opportunity=len(sales), activity=planned)
    if not counted.total():
        raise Refused("work-none", name=people.name_of(tx, person_id))
    tell_of_work(tx, person_id, to, counted, comment)
    return counted


def tell_of_work(tx: Transaction, person_id: int, to: int, counted: Mapping[str, int], comment: str = "") -> None:
    """Tell a person what of somebody else's is theirs now; nothing is said of nothing."""
    if not any(counted.values()):
        return
    parameters: dict[str, object] = {
        "who": _who(tx),
        "from": people.name_of(tx, person_id),
        "comment": _after(comment),
        **{f"{subject}_count": counted.get(subject, 0) for subject in TABLES},
    }
    _tell(tx, to, notifications.WORK_HANDED_OVER, parameters)


def to_owner(tx: Transaction, before: Row[Any], subject: str = OPPORTUNITY) -> int:
    """Hand the open process-made tasks over if the record's owner is another than before; return how many.

    Tasks that were given to somebody else by hand stay where they are.
    """
    now = subject_row(tx, subject, before.id)
    if now.owner_id == before.owner_id:
        return 0
    rows = tx.rows(
        select(activity)
        .where(
            activity.c[f"{subject}_id"] == before.id,
            activity.c.instance_id.is_not(None),
            activity.c.status == activities.PLANNED,
            activity.c.owner_id == before.owner_id,
        )
        .order_by(activity.c.id)
    )
    _hand_over(tx, rows, now.owner_id, now.title or now.number)
    return len(rows)


def all_work(tx: Transaction, person_id: int, successor: int, opportunity_ids: Sequence[int]) -> None:
    """Give the opportunities, and every planned activity of a person, to the successor."""
    for opportunity_id in opportunity_ids:
        tx.update(opportunity, opportunity_id, {"owner_id": successor})
    for row in staff.planned_of(tx, person_id):
        title = _about(tx, row)
        _hand_over(tx, (row,), successor, title)


def _about(tx: Transaction, row: Row[Any]) -> str:
    """Return what the record of an activity is called, "" where it belongs to none."""
    if row.opportunity_id is not None:
        return opportunities.title_of(tx, row.opportunity_id)
    if row.lead_id is not None:
        found = subject_row(tx, LEAD, row.lead_id)
        return str(found.title or found.number)
    return ""


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


def _check_successor(tx: Transaction, to: int) -> None:
    if not people.exists(tx, to):
        raise Refused("person-unknown", field="to")


def _title(subject: str, row: Row[Any]) -> str:
    if subject == "account":
        return str(row.name)
    return str(row.number if subject == "order" else row.title or row.number)


def _who(tx: Transaction) -> str:
    return "" if tx.person_id is None else people.name_of(tx, tx.person_id)


def _after(comment: str) -> str:
    return f": {comment.strip()}" if comment.strip() else ""


def _tell(
    tx: Transaction,
    to: int,
    kind: str,
    parameters: Mapping[str, object],
    *,
    place: str = "opportunities",
    record: int | None = None,
) -> None:
    """Send the message, unless people take over from somebody else themselves."""
    if to != tx.person_id:
        notifications.notify(tx, to, kind, parameters, place=place, place_id=record)
