"""Importing a table: the check that says what would become of every row, and the import, all of it or nothing (R16)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from desktop.actions import registry
from desktop.actions.registry import Outcome, action
from desktop.importing import saved_mappings, table_file
from desktop.importing.table_run import TableRun
from desktop.sales.doors import ALL, EACH
from desktop.views.exchange import Refused
from desktop.views.table_import import CREATED, FAILED, UPDATED, Plan, TableReport

if TYPE_CHECKING:
    from desktop.store.transaction import Transaction

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


@action("check_import", right=EACH)
def check_import(
    tx: Transaction, plan: Plan, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> Outcome:
    """Import a table for trial, by the same rules, and take it all back; ``report`` is a TableReport of every row.

    ``progress(done, total)`` and ``cancelled()`` are called on the worker's thread.
    """
    with tx.rehearsal():
        report = _run(tx, plan, progress, cancelled)
    return Outcome(result={"report": report})


@action("import_table", right=EACH)
def import_table(
    tx: Transaction, plan: Plan, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> Outcome:
    """Import a table, whole or not at all; ``report`` is a TableReport. One undo takes all of it back.

    Refused "table-has-errors" where a row cannot be taken, unless the plan says to leave such rows out.
    """
    report = _run(tx, plan, progress, cancelled)
    failed = report.counts.get(FAILED, 0)
    if failed and not plan.leave_out_errors:
        raise Refused("table-has-errors", rows=failed)
    created, updated = report.counts.get(CREATED, 0), report.counts.get(UPDATED, 0)
    return Outcome(
        message="table-imported",
        parameters={"created": created, "updated": updated, "failed": failed},
        undoable=bool(created or updated),
        result={"report": report},
    )


@action("save_import_mapping", right=ALL)
def save_import_mapping(tx: Transaction, name: str, plan: Plan) -> Outcome:
    """Keep how the columns of a table are mapped under a name, for everyone; another one of that name is replaced."""
    headings = table_file.read_again(plan).columns
    mapping = saved_mappings.save(tx, name, plan, headings)
    return Outcome("mapping-saved", {"name": name.strip()}, undoable=True, result={"mapping": mapping})


@action("remove_import_mapping", right=ALL)
def remove_import_mapping(tx: Transaction, id: int) -> Outcome:
    """Delete a mapping that was kept."""
    return Outcome("mapping-removed", {"name": saved_mappings.remove(tx, id)}, undoable=True)


def _run(tx: Transaction, plan: Plan, progress: Progress | None, cancelled: Cancelled | None) -> TableReport:
    def perform(name: str, /, **arguments: object) -> Mapping[str, object]:
        return registry.perform(tx, name, arguments).result

    table = table_file.read_again(plan)
    run = TableRun(tx, plan, table, perform)
    return run.run(progress or (lambda _done, _total: None), cancelled or (lambda: False))
