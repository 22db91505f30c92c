"""Approval inside the company (R19): asked of a person, decided with a comment, reminded of, withdrawn; all is kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, func, select

from desktop.sales import activities, notifications, opportunities, people
from desktop.sales.documents import records
from desktop.sales.reading import Reading
from desktop.sales.tables import approval, document, document_version, opportunity
from desktop.store.transaction import Transaction
from desktop.views.exchange import Refused

APPROVED, RETURNED, WITHDRAWN = "approved", "returned", "withdrawn"
BEFORE = timedelta(hours=1)
"""How long before an answer is due its approver is reminded [ours]."""


def ask(
    tx: Transaction, document_id: int, approver: object, *, due_at: object = None, comment: object = ""
) -> Row[Any]:
    """Ask a person to approve the newest version; they get a message. Returns the document's row as it was.

    Refused "document-in-approval" while somebody is asked already, "document-approved-already" where nothing was
    changed since it was approved, "approver-missing", "person-unknown", "when-past" for a moment that is over.
    """
    row = records.read(tx, document_id)
    if row.state == records.IN_APPROVAL:
        raise Refused("document-in-approval", number=row.number)
    if row.state not in (records.DRAFT, records.RETURNED):
        raise Refused("document-approved-already", number=row.number)
    if approver is None:
        raise Refused("approver-missing", field="approver")
    who = people.checked_person(tx, approver, "approver")
    if not people.exists(tx, who):
        raise Refused("person-unknown", field="approver")
    due = None if due_at is None else activities.checked_moment(due_at, "due_at")
    if due is not None and due <= tx.now:
        raise Refused("when-past", field="due_at")
    request = people.checked_text(comment, "comment", limit=10_000)
    version = records.newest(tx, document_id)
    tx.insert(
        approval,
        {
            "document_id": document_id,
            "document_version_id": version.id,
            "approver_id": who,
            "asked_by": tx.person_id,
            "asked_at": tx.now,
            "request": request,
            "due_at": due,
            "remind_at": None if due is None else due - BEFORE if due - BEFORE > tx.now else due,
            "reminded_at": None,
            "decision": "",
            "decided_at": None,
            "comment": "",
        },
    )
    tx.update(document, document_id, {"state": records.IN_APPROVAL})
    _tell(tx, row, who, notifications.APPROVAL_ASKED, comment=request, due=due)
    return row


def decide(tx: Transaction, document_id: int, decision: str, comment: object = "") -> Row[Any]:
    """Approve or return the version that was given; whoever has asked and the owner of the sale get a message.

    Returns the document's row as it was. Refused "approval-not-asked" where nobody is asked, "approval-not-yours" for
    anybody but the approver, "return-needs-comment" for a return without a word.
    """
    row = records.read(tx, document_id)
    asked = _open(tx, row)
    if tx.person_id != asked.approver_id:
        raise Refused("approval-not-yours", name=people.name_of(tx, asked.approver_id))
    code = "return-needs-comment" if decision == RETURNED else ""
    said = people.checked_text(comment, "comment", required=code, limit=10_000)
    _end(tx, row, asked, decision, said)
    owner = opportunities.read(tx, row.opportunity_id).owner_id
    kind = notifications.APPROVAL_GIVEN if decision == APPROVED else notifications.APPROVAL_RETURNED
    tone = "good" if decision == APPROVED else "bad"
    for person in dict.fromkeys((asked.asked_by, owner)):
        if person is not None and person != tx.person_id:
            _tell(tx, row, person, kind, comment=said, tone=tone)
    return row


def withdraw(tx: Transaction, document_id: int) -> Row[Any]:
    """Take the request back; the approver gets a message. Refused "approval-not-asked" where nobody is asked."""
    row = records.read(tx, document_id)
    asked = _open(tx, row)
    _end(tx, row, asked, WITHDRAWN, "")
    if asked.approver_id != tx.person_id:
        _tell(tx, row, asked.approver_id, notifications.APPROVAL_WITHDRAWN)
    return row


def leave(tx: Transaction, person_id: int, successor: int | None) -> None:
    """Give what waits for a person who leaves to a successor, who gets the message; without one it is withdrawn."""
    for asked in tx.rows(select(approval).where(approval.c.approver_id == person_id, approval.c.decision == "")):
        row = records.read(tx, asked.document_id)
        if successor is None:
            _end(tx, row, asked, WITHDRAWN, "")
            if asked.asked_by not in (None, tx.person_id):
                _tell(tx, row, asked.asked_by, notifications.APPROVAL_WITHDRAWN)
        else:
            tx.update(approval, asked.id, {"approver_id": successor, "reminded_at": None})
            _tell(tx, row, successor, notifications.APPROVAL_ASKED, comment=asked.request, due=asked.due_at)


def open_of(source: Reading, document_id: int) -> Row[Any] | None:
    """Return the request that waits for an answer, None where none does."""
    waits = (approval.c.document_id == document_id, approval.c.decision == "")
    return source.first(select(approval).where(*waits).order_by(approval.c.id.desc()).limit(1))


def of(source: Reading, document_id: int) -> Sequence[Row[Any]]:
    """Return every request about a document with the number of its version, the newest first."""
    return source.rows(
        select(approval, document_version.c.number.label("version_number"))
        .join(document_version, document_version.c.id == approval.c.document_version_id)
        .where(approval.c.document_id == document_id)
        .order_by(approval.c.id.desc())
    )


def waiting(source: Reading, person_id: int | None) -> Sequence[Row[Any]]:
    """Return what waits for the approval of a person, the first due first, what has no due time last."""
    return source.rows(
        select(
            approval.c.document_id,
            approval.c.asked_by,
            approval.c.asked_at,
            approval.c.due_at,
            document.c.kind,
            document.c.number,
            document.c.title,
            opportunity.c.title.label("opportunity"),
            opportunity.c.number.label("opportunity_number"),
        )
        .join(document, document.c.id == approval.c.document_id)
        .join(opportunity, opportunity.c.id == document.c.opportunity_id)
        .where(approval.c.approver_id == person_id, approval.c.decision == "", document.c.removed_at.is_(None))
        .order_by(approval.c.due_at.is_(None), approval.c.due_at, approval.c.id)
        .limit(100)
    )


# reminders -----------------------------------------------------------------------------------------


def count_due(source: Reading, person_id: int | None) -> int:
    """Return of how many answers that are due a person is to be reminded now."""
    return int(source.value(select(func.count()).select_from(approval).where(_due(person_id, source.now))) or 0)


def remind(tx: Transaction) -> tuple[Row[Any], ...]:
    """Remind the person who acts of every answer that is nearly due, once each; returns the requests' rows."""
    asked = tx.rows(
        select(approval)
        .where(_due(tx.person_id, tx.now))
        .order_by(approval.c.due_at, approval.c.id)
        .with_for_update(of=approval, skip_locked=True)
    )
    for one in asked:
        tx.update(approval, one.id, {"reminded_at": tx.now})
        _tell(tx, records.read(tx, one.document_id), one.approver_id, notifications.APPROVAL_DUE, due=one.due_at)
    return tuple(asked)


def number_of(source: Reading, asked: Row[Any]) -> str:
    """Return the number of the document that a request is about."""
    return str(records.read(source, asked.document_id).number)


def _due(person_id: int | None, now: datetime) -> ColumnElement[bool]:
    mine = and_(approval.c.approver_id == person_id, approval.c.decision == "")
    return and_(mine, approval.c.reminded_at.is_(None), approval.c.remind_at <= now)


# inside --------------------------------------------------------------------------------------------


def _open(tx: Transaction, row: Row[Any]) -> Row[Any]:
    asked = open_of(tx, row.id)
    if asked is None or row.state != records.IN_APPROVAL:
        raise Refused("approval-not-asked", number=row.number)
    return asked


def _end(tx: Transaction, row: Row[Any], asked: Row[Any], decision: str, comment: str) -> None:
    tx.update(approval, asked.id, {"decision": decision, "decided_at": tx.now, "comment": comment})
    states = {APPROVED: records.APPROVED, RETURNED: records.RETURNED, WITHDRAWN: records.DRAFT}
    tx.update(document, row.id, {"state": states[decision]})


def _tell(
    tx: Transaction,
    row: Row[Any],
    person_id: int,
    kind: str,
    *,
    comment: str = "",
    due: datetime | None = None,
    tone: str = "info",
) -> None:
    notifications.notify(
        tx,
        person_id,
        kind,
        {
            "kind": row.kind,
            "number": row.number,
            "opportunity": opportunities.title_of(tx, row.opportunity_id),
            "who": "" if tx.person_id is None else people.name_of(tx, tx.person_id),
            "comment": comment or "none",
            "due": due if due is not None else tx.now,
            "dated": "yes" if due is not None else "no",
        },
        place="document",
        place_id=row.id,
        tone=tone,
    )
