"""Cancelling a run on purpose: its open tasks are cancelled with it, the record stays as it is."""

from __future__ import annotations

from desktop.processes.foresight.rehearsal import Foreseen, Rehearsal
from desktop.processes.runs import incidents, runtime
from desktop.processes.runs.runtime import Instance
from desktop.processes.runs.stepping import Stimulus
from desktop.processes.runs.world import stages_of, subject_row
from desktop.sales import activities
from desktop.sales.reading import Reading
from desktop.store.transaction import Transaction
from desktop.views.exchange import Refused

_CANCEL = Stimulus("cancel")


def cancel(tx: Transaction, run: int) -> Instance:
    """Cancel a run; what it waits for and its incidents end with it. Refused "run-ended-already"."""
    instance, world = runtime.locked(tx, run)
    _must_run(instance)
    incidents.cancelled(tx, run)
    return runtime.go_on(tx, instance, _CANCEL, world)


def rehearse(reading: Reading, run: int) -> Foreseen:
    """Rehearse the cancelling of a run (N1). Refused as the cancelling itself would be."""
    instance = running(reading, run)
    subject, record = instance.definition.subject, instance.subject_id
    row = None if record is None else subject_row(reading, subject, record)
    world = Rehearsal(reading, stages_of(reading, subject), row)
    before = world.stage
    world.go_on(instance, _CANCEL)
    tasks = activities.open_of_process(reading, run)
    return Foreseen(
        stage_before=before,
        stage_after=world.stage,
        cancels=tuple(task for task in tasks if task.token in world.cancelled),
        keeps=() if record is None else activities.open_by_hand(reading, record, subject),
        ends=True,
    )


def running(reading: Reading, run: int) -> Instance:
    """Load a run that is under way. Refused "run-ended-already", "record-gone"."""
    instance = runtime.load(reading, run)
    _must_run(instance)
    return instance


def _must_run(instance: Instance) -> None:
    if instance.status != runtime.RUNNING:
        raise Refused("run-ended-already")
