"""Merging records that are the same, and telling apart those that are not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from desktop.actions.registry import Outcome, action
from desktop.processes import lead_course
from desktop.processes.runs.world import LEAD
from desktop.sales import access, duplicates, merging
from desktop.sales.doors import EACH

if TYPE_CHECKING:
    from desktop.store.transaction import Transaction


@action("merge_records", right=EACH)
def merge_records(
    tx: Transaction,
    subject: str,
    keep: int,
    others: Sequence[int],
    *,
    choices: Mapping[str, object] | None = None,
    versions: Mapping[int, int] | None = None,
) -> Outcome:
    """Merge accounts, contacts or leads into one; all that refers to the others refers to it from then on.

    Of runs of one process on several of the leads one goes on, that of the lead that is kept first of all.
    ``choices`` names for a field the record whose value is kept, or "all" for a long text; ``versions`` are those that
    were read.
    """
    for record in (keep, *others):
        access.must_change(tx, subject, record)
    if subject == LEAD:
        lead_course.leave_one_run(tx, keep, others)
    name = merging.merge(tx, subject, keep, others, choices=choices or {}, versions=versions or {})
    return Outcome(
        "records-merged",
        {"name": name, "count": len(set(others))},
        undoable=True,
        result={subject: keep},
    )


@action("tell_apart", right=EACH)
def tell_apart(tx: Transaction, subject: str, records: Sequence[int]) -> Outcome:
    """Remember that accounts, contacts or leads are different, so that they are not suspected again."""
    for record in records:
        access.must_change(tx, subject, record)
    duplicates.tell_apart(tx, subject, records)
    return Outcome("records-told-apart", {"count": len(set(records))}, undoable=True)
