"""Attaching files to records and taking them off again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop.actions.registry import Outcome, action
from desktop.sales import files
from desktop.sales.doors import Attached, edits_named
from desktop.store.transaction import Transaction


@action("attach_file", right=edits_named("subject", "record"))
def attach_file(
    tx: Transaction,
    subject: str,
    record: int,
    path: Path | str,
    *,
    progress: Callable[[int, int], None] | None = None,
) -> Outcome:
    """Keep a file with an opportunity, lead, account or contact; ``progress`` is called on the worker's thread."""
    source = Path(path)
    attached = files.attach(tx, subject, record, source, progress or (lambda _done, _size: None))
    return Outcome("file-attached", {"name": source.name}, undoable=True, result={"attachment": attached})


@action("remove_file", right=Attached(change=True))
def remove_file(tx: Transaction, id: int) -> Outcome:
    """Take a file off its record."""
    row = files.remove(tx, id)
    return Outcome("file-removed", {"name": row.name}, undoable=True)
