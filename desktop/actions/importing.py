"""Importing a folder of CSV files, as one action: all of it or nothing (R16)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.actions.registry import Outcome, action
from desktop.importing.load import import_folder
from desktop.sales import people
from desktop.sales.doors import MANAGERS

if TYPE_CHECKING:
    from desktop.store.transaction import Transaction


@action("import_data", right=MANAGERS)
def import_data(
    tx: Transaction,
    folder: Path | str,
    mapping: Path | str | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Outcome:
    """Load a folder by a mapping (None: the shipped one); ``report`` of the result is an ImportReport.

    ``progress(done, total)`` and ``cancelled()`` are called on the worker's thread. Where nobody acts yet, the first
    person does; in an empty workspace that is an administrator named as the computer calls the person at it.
    """
    if tx.person_id is None:
        tx.person_id = people.first(tx)
    if tx.person_id is None:
        tx.person_id = people.create(tx, people.system_user_name(), role="administrator")
    report = import_folder(
        tx,
        Path(folder),
        None if mapping is None else Path(mapping),
        progress or (lambda _done, _total: None),
        cancelled or (lambda: False),
    )
    return Outcome(
        message="import-done",
        parameters={"opportunities": report.added.get("opportunity", 0), "runs": report.runs},
        person=tx.person_id,
        result={"report": report, "person": tx.person_id},
    )
