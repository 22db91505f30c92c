"""What waits for the reader's approval (R19); read with My day, so it does without the engine."""

from __future__ import annotations

from sqlalchemy import select

from desktop.queries.parts import due_state
from desktop.queries.registry import Reader
from desktop.sales.documents import approvals
from desktop.sales.tables import person
from desktop.texts import say
from desktop.views.documents import WaitingApproval


def waiting_for_me(reader: Reader) -> tuple[WaitingApproval, ...]:
    """Return what waits for the reader's approval, the first due first."""
    rows = approvals.waiting(reader, reader.person_id)
    if not rows:
        return ()
    asked = {row.asked_by for row in rows}
    names = {one.id: one.name for one in reader.rows(select(person.c.id, person.c.name).where(person.c.id.in_(asked)))}
    return tuple(
        WaitingApproval(
            document=row.document_id,
            kind_label=kind_label(reader, row.kind),
            number=row.number,
            title=row.title,
            opportunity=row.opportunity or row.opportunity_number,
            asked_by=names.get(row.asked_by, ""),
            due_at=row.due_at,
            due_state="" if row.due_at is None else due_state(reader, row.due_at),
        )
        for row in rows
    )


def kind_label(reader: Reader, kind: str) -> str:
    """Return how a kind of documents is called."""
    return say(reader.language, f"document-kind-{kind}")
