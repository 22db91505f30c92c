"""The process library: importing versions, which of them is run, what stands in the menu, moving runs (N6)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from desktop.actions.registry import Outcome, action
from desktop.processes.library import moving, releases
from desktop.sales.doors import ADMINISTRATORS
from desktop.store.transaction import Transaction
from desktop.views.exchange import Refused

Progress = Callable[[int, int], None]


@action("deploy_process", right=ADMINISTRATORS)
def deploy_process(tx: Transaction, xml: bytes, source: str = "") -> Outcome:
    """Import a BPMN file as the next version of its process; new runs use it. `source` is the name of the file."""
    row = releases.add(tx, xml, source)
    return Outcome("process-deployed", row.words, result={"definition": row.id})


@action("activate_process", right=ADMINISTRATORS)
def activate_process(tx: Transaction, definition: int) -> Outcome:
    """Make a version the one that new runs of its process use; runs under way stay on theirs."""
    row = releases.activate(tx, definition)
    return Outcome("process-activated", row.words, result={"definition": row.id})


@action("deactivate_process", right=ADMINISTRATORS)
def deactivate_process(tx: Transaction, process: str) -> Outcome:
    """Switch a process off by its key: it cannot be run anew; runs under way go on."""
    row = releases.switch_off(tx, process)
    return Outcome("process-deactivated", row.words, result={"definition": row.id})


@action("pin_process", right=ADMINISTRATORS)
def pin_process(tx: Transaction, process: str, pinned: bool = True) -> Outcome:
    """Put a process into the menu "Run process" by its key, or take it out."""
    row = releases.pin(tx, process, pinned)
    return Outcome("process-pinned" if pinned else "process-unpinned", row.words, result={"definition": row.id})


@action("move_runs", right=ADMINISTRATORS)
def move_runs(
    tx: Transaction,
    runs: Sequence[int],
    version: int,
    mapping: Mapping[str, str] | None = None,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Outcome:
    """Move several runs to another version of their process, all or none; `mapping` names steps whose id has changed.

    ``progress`` is called on the worker's thread with how many are done and how many there are.
    """
    for number, run in enumerate(runs, start=1):
        if cancelled is not None and cancelled():
            raise Refused("runs-move-stopped")
        moving.move(tx, run, version, mapping)
        if progress is not None:
            progress(number, len(runs))
    parameters = {**releases.read(tx, version).words, "count": len(runs)}
    return Outcome("runs-moved", parameters, undoable=bool(runs), result={"runs": tuple(runs)})
