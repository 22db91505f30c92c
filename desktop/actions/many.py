"""Changing many records as one action: all of it or nothing (R16), one Undo."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from desktop.actions.registry import Outcome, action
from desktop.processes import many
from desktop.sales.doors import EACH
from desktop.views.exchange import Refused
from desktop.views.many import Wanted

if TYPE_CHECKING:
    from desktop.store.transaction import Transaction


@action("change_many", right=EACH)
def change_many(
    tx: Transaction,
    subject: str,
    ids: Sequence[int],
    wanted: Wanted,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Outcome:
    """Do the same with every one of these records: a new owner, a stage, a day, tags, or delete them.

    ``progress(done, total)`` and ``cancelled()`` are called on the worker's thread. Refused "bulk-row" naming the first
    record that cannot be changed with the reason, "bulk-cancelled", "bulk-too-many", "bulk-nothing".
    """
    records = list(dict.fromkeys(ids))
    if not records:
        raise Refused("bulk-nothing")
    many.check_wanted(tx, subject, records, wanted)
    before = many.owners(tx, subject, records) if wanted.change == "owner" else Counter()
    counts: Counter[str] = Counter()
    for done, record in enumerate(records, start=1):
        if cancelled is not None and cancelled():
            raise Refused("bulk-cancelled")
        name = many.name_of(tx, subject, record)
        try:
            counts += many.change(tx, subject, record, wanted)
        except Refused as refused:
            raise many.in_row(tx, name, refused) from refused
        if progress is not None:
            progress(done, len(records))
    if wanted.change == "owner" and wanted.person is not None:
        many.tell_new_owner(tx, subject, before, wanted.person)
    return Outcome(
        "bulk-done-stage-to" if wanted.change == "stage" else f"bulk-done-{wanted.change}",
        {
            "count": len(records),
            **many.stage_wanted(tx, subject, wanted),
            **{name: counts[name] for name in ("handed", "creates", "cancels", "sales")},
        },
        undoable=True,
        result={"changed": tuple(records)},
    )


@action("delete_records", right=EACH)
def delete_records(tx: Transaction, subject: str, ids: Sequence[int]) -> Outcome:
    """Delete records with all that belongs to them. Refused where others depend on one (sales kept whole)."""
    if len(ids) != 1:
        return change_many(tx, subject, ids, Wanted("delete"))
    name = many.name_of(tx, subject, ids[0])
    many.change(tx, subject, ids[0], Wanted("delete"))
    return Outcome("record-deleted", {"name": name}, undoable=True, result={"changed": tuple(ids)})


@action("tag_record", right=EACH)
def tag_record(tx: Transaction, subject: str, id: int, tags: Sequence[str]) -> Outcome:
    """Let a record have these tags and no others."""
    changed = many.set_tags(tx, subject, id, tags)
    return Outcome("tags-saved" if changed else "", {"name": many.name_of(tx, subject, id)}, undoable=changed)
