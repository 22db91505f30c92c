"""What a person does with proposals and contracts of a sale, approval inside the company included (R19)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.actions.registry import Outcome, action
from desktop.processes import contract, document_values, sale
from desktop.sales import drafts, files
from desktop.sales.documents import approvals, placeholders, records, templates
from desktop.sales.doors import EACH, edits, edits_part
from desktop.sales.tables import document as document_table
from desktop.views.exchange import ClosingAnswer, Place

if TYPE_CHECKING:
    from desktop.store.transaction import Transaction

_SALE = document_table.c.opportunity_id


@action("create_document", right=edits("opportunity", "opportunity"))
def create_document(tx: Transaction, opportunity: int, template: int) -> Outcome:
    """Make a proposal or a contract of a template, filled from the sale, and open its page."""
    row = templates.read(tx, template)
    made = records.create(tx, opportunity, row)
    number = records.read(tx, made).number
    known = document_values.of(tx, opportunity, row.language, number)
    records.write(tx, made, placeholders.fill(row.body, known))
    return Outcome(
        "document-created",
        {"kind": row.kind, "number": number},
        undoable=True,
        opens=Place("document", made),
        result={"document": made},
    )


@action("save_document", right=edits_part(_SALE, "opportunity", "id"))
def save_document(tx: Transaction, id: int, version: int, fields: Mapping[str, object]) -> Outcome:
    """Save title, body and note of a document; a text that was approved or sent is kept, the new one is a new version.

    Fails with ChangedMeanwhile if it was saved since ``version`` was read.
    """
    before = records.newest(tx, id).number
    unknown = fields.keys() - {"title", "body", "note"}
    if unknown:
        raise TypeError(f"a document has no field {min(unknown)!r}")
    number = records.save(
        tx, id, version, title=fields.get("title"), body=fields.get("body"), note=fields.get("note", "")
    )
    drafts.discard(tx, "document", id)
    code = "document-saved" if number == before else "document-version-made"
    return Outcome(code, {"number": records.read(tx, id).number, "version": number}, undoable=True)


@action("remove_document", right=edits_part(_SALE, "opportunity", "document"))
def remove_document(tx: Transaction, document: int) -> Outcome:
    """Take a draft that nobody was asked about off the sale."""
    row = records.remove(tx, document)
    return Outcome(
        "document-removed",
        {"number": row.number},
        undoable=True,
        opens=Place("opportunity", row.opportunity_id),
        result={"opportunity": row.opportunity_id},
    )


@action("ask_approval", right=edits_part(_SALE, "opportunity", "document"))
def ask_approval(
    tx: Transaction, document: int, approver: int | None, *, due_at: datetime | None = None, comment: str = ""
) -> Outcome:
    """Ask a person to approve the newest version of a document; they get a message and are reminded (R19)."""
    row = approvals.ask(tx, document, approver, due_at=due_at, comment=comment)
    return Outcome("approval-asked", {"number": row.number}, undoable=True, result={"document": document})


@action("withdraw_approval", right=edits_part(_SALE, "opportunity", "document"))
def withdraw_approval(tx: Transaction, document: int) -> Outcome:
    """Take the request for approval back; the document is a draft again."""
    row = approvals.withdraw(tx, document)
    return Outcome("approval-withdrawn", {"number": row.number}, undoable=True, result={"document": document})


@action("approve_document", right=EACH)
def approve_document(
    tx: Transaction, document: int, comment: str = "", *, closing: ClosingAnswer | None = None
) -> Outcome:
    """Approve a document, if one is asked to; a contract's approval completes its task in the process (R19)."""
    return _decided(tx, document, contract.APPROVED, comment, closing)


@action("return_document", right=EACH)
def return_document(
    tx: Transaction, document: int, comment: str = "", *, closing: ClosingAnswer | None = None
) -> Outcome:
    """Return a document for rework with a comment; a contract's return completes its task, which comes anew (R19)."""
    return _decided(tx, document, contract.RETURNED, comment, closing)


def _decided(tx: Transaction, document: int, decision: str, comment: str, closing: ClosingAnswer | None) -> Outcome:
    """Decide, and give the task that waits for it the same result, in one transaction (R16).

    The task goes the way that completing it by hand goes; what follows from it follows here too (R6, R15).
    """
    row = approvals.decide(tx, document, decision, comment)
    code = f"document-{decision}"
    parameters: dict[str, object] = {"number": row.number, "kind": row.kind}
    result: dict[str, object] = {"document": document, "activity": None, "created": ()}
    task = contract.open_task(tx, row.opportunity_id, row.kind)
    if task is not None:
        moved = sale.complete_task(tx, task, decision, comment=comment, answer=closing)
        result |= {"activity": task.id, "created": tuple(moved.world.tasks)}
        entered = moved.stage_entered
        if entered is not None:
            code = f"document-{decision}-moved"
            parameters["stage"] = {"en": entered.name_en, "ru": entered.name_ru}
        else:
            code = f"document-{decision}-task"
    elif row.kind == "contract":
        code = f"document-{decision}-only"
    return Outcome(code, parameters, undoable=True, result=result)


@action("send_document", right=edits_part(_SALE, "opportunity", "document"))
def send_document(
    tx: Transaction, document: int, *, on: date | None = None, file: Path | str | None = None, anyway: bool = False
) -> Outcome:
    """Note that an approved document went to the customer; ``file`` (its PDF) is kept with the sale's files.

    Nothing is sent anywhere. ``anyway``: also with placeholders that are not filled.
    """
    row = records.send(tx, document, on, anyway=anyway)
    attached = None
    if file is not None:
        attached = files.attach(tx, "opportunity", row.opportunity_id, Path(file), lambda _done, _size: None)
    return Outcome(
        "document-sent",
        {"number": row.number, "filed": "yes" if attached else "no"},
        undoable=True,
        result={"document": document, "attachment": attached},
    )


@action("comment_document", right=edits_part(_SALE, "opportunity", "document"))
def comment_document(tx: Transaction, document: int, *, on: date | None = None, comment: str = "") -> Outcome:
    """Note when the customer has commented a document that was sent, and what was said."""
    row = records.note_comment(tx, document, on, comment)
    return Outcome("document-commented", {"number": row.number}, undoable=True, result={"document": document})
