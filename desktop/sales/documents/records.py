"""Documents of a sale: a proposal or a contract in versions, from the draft to what the customer said of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, func, select

from desktop.sales import fields as kinds
from desktop.sales import numbers, opportunities, people
from desktop.sales.documents import placeholders, templates
from desktop.sales.reading import Reading
from desktop.sales.tables import approval, document, document_version
from desktop.store.transaction import Transaction
from desktop.views.exchange import Refused

DRAFT, IN_APPROVAL, APPROVED, RETURNED, SENT, COMMENTED = (
    "draft",
    "approval",
    "approved",
    "returned",
    "sent",
    "commented",
)
OUT = (SENT, COMMENTED)
"""States of a document that the customer has."""


def read(source: Reading, document_id: int) -> Row[Any]:
    """Return the whole row of a document. Refused "record-gone" where it is not there any more."""
    row = source.first(select(document).where(document.c.id == document_id))
    if row is None or row.removed_at is not None:
        raise Refused("record-gone")
    return row


def newest(source: Reading, document_id: int) -> Row[Any]:
    """Return the newest version of a document: the one that is edited, approved and sent."""
    return versions(source, document_id)[0]


def versions(source: Reading, document_id: int) -> Sequence[Row[Any]]:
    """Return the versions of a document, the newest first."""
    table = document_version
    return source.rows(select(table).where(table.c.document_id == document_id).order_by(table.c.number.desc()))


def create(tx: Transaction, opportunity_id: int, template: Row[Any]) -> int:
    """Make a document of a template for a sale, with an empty first version. Returns its id."""
    opportunities.read(tx, opportunity_id)
    made = {"created_at": tx.now, "created_by": tx.person_id}
    document_id = tx.insert(
        document,
        {
            **made,
            "opportunity_id": opportunity_id,
            "template_id": template.id,
            "kind": template.kind,
            "language": template.language,
            "number": numbers.next_number(tx, template.kind),
            "title": template.name,
            "state": DRAFT,
            "sent_on": None,
            "commented_on": None,
            "comment": "",
            "edits": 0,
            "removed_at": None,
        },
    )
    _add_version(tx, document_id, 1, "", "")
    return document_id


def write(tx: Transaction, document_id: int, text: str) -> None:
    """Put the text into the version that was just made."""
    tx.update(document_version, newest(tx, document_id).id, {"body": templates.checked_body(text)})


def save(
    tx: Transaction, document_id: int, version: int, *, title: object = None, body: object = None, note: object = ""
) -> int:
    """Change title and text. Returns the number of the version that holds the text now.

    Text that was given to an approver or to the customer stays as it is: another text becomes a new version, and the
    document a draft again (R19). Refused "document-in-approval" while an approver has it; raises ChangedMeanwhile.
    """
    row = read(tx, document_id)
    if row.state == IN_APPROVAL:
        raise Refused("document-in-approval", number=row.number)
    last = newest(tx, document_id)
    values: dict[str, Any] = {}
    if title is not None:
        values["title"] = people.checked_text(title, "title", required="title-missing", limit=300)
    said = people.checked_text(note, "note", limit=300)
    number = int(last.number)
    text = last.body if body is None else templates.checked_body(body)
    if text != last.body and is_kept(tx, row, last.id):
        number += 1
        _add_version(tx, document_id, number, text, said)
        values |= {"state": DRAFT, "sent_on": None, "commented_on": None, "comment": ""}
    elif text != last.body:
        tx.update(document_version, last.id, {"body": text, **({"note": said} if said else {})})
    if text != last.body:
        values["edits"] = row.edits + 1  # so that whoever saves next upon the older text is told
    kinds.save(tx, document, document_id, version, values)
    return number


def is_kept(source: Reading, row: Row[Any], version_id: int) -> bool:
    """Tell whether the text of a version may not be changed any more: somebody was asked about it, or has it."""
    asked = select(approval.c.id).where(approval.c.document_version_id == version_id).limit(1)
    return row.state in OUT or source.value(asked) is not None


def send(tx: Transaction, document_id: int, day: object, *, anyway: bool) -> Row[Any]:
    """Note when the document went to the customer. Returns its row as it was.

    Refused "document-not-approved" before it is approved (R19), "document-unfilled" naming the placeholders that are
    left unless ``anyway``, "date-wrong" for a day ahead.
    """
    row = read(tx, document_id)
    if row.state in OUT:
        raise Refused("document-sent-already", number=row.number, day=row.sent_on)
    if row.state != APPROVED:
        raise Refused("document-not-approved", number=row.number)
    left = placeholders.unfilled(newest(tx, document_id).body)
    if left and not anyway:
        raise Refused("document-unfilled", names=", ".join(left))
    tx.update(document, document_id, {"state": SENT, "sent_on": _day(tx, day, "on")})
    return row


def note_comment(tx: Transaction, document_id: int, day: object, comment: object) -> Row[Any]:
    """Note when the customer has answered, and what. Refused "document-not-sent" before it was sent."""
    row = read(tx, document_id)
    if row.state not in OUT:
        raise Refused("document-not-sent", number=row.number)
    said = people.checked_text(comment, "comment", limit=10_000)
    when = _day(tx, day, "on")
    if when < row.sent_on:
        raise Refused("document-comment-early", field="on", day=row.sent_on)
    tx.update(document, document_id, {"state": COMMENTED, "commented_on": when, "comment": said})
    return row


def remove(tx: Transaction, document_id: int) -> Row[Any]:
    """Take a document off the sale. Refused "document-not-draft" once an approver or the customer had it."""
    row = read(tx, document_id)
    if row.state != DRAFT or any(is_kept(tx, row, version.id) for version in versions(tx, document_id)):
        raise Refused("document-not-draft", number=row.number)
    tx.update(document, document_id, {"removed_at": tx.now})
    return row


def approved_proposal(source: Reading, opportunity_id: int) -> bool:
    """Tell whether a proposal of the sale is approved, or out already."""
    table = document
    known = select(func.count()).where(
        table.c.opportunity_id == opportunity_id,
        table.c.kind == templates.KINDS[0],
        table.c.removed_at.is_(None),
        table.c.state.in_((APPROVED, *OUT)),
    )
    return bool(source.value(known))


def _add_version(tx: Transaction, document_id: int, number: int, text: str, note: str) -> None:
    values = {"document_id": document_id, "number": number, "body": text, "note": note}
    tx.insert(document_version, {**values, "created_at": tx.now, "created_by": tx.person_id})


def _day(tx: Transaction, value: object, field: str) -> date:
    today = tx.now.astimezone(tx.zone).date()
    if value is None:
        return today
    if not isinstance(value, date) or isinstance(value, datetime) or value > today:
        raise Refused("date-not-ahead", field=field)
    return value
