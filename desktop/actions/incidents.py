"""What people do with a run that cannot go on, or is to go on no more."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.actions.registry import Outcome, action
from desktop.processes import cancelling
from desktop.processes.runs import incidents, runtime
from desktop.processes.runs.incidents import Mended
from desktop.processes.runs.runtime import Instance
from desktop.processes.runs.world import title_of
from desktop.sales import access
from desktop.sales.doors import EACH
from desktop.store.transaction import Transaction
from desktop.views.exchange import ClosingAnswer


@action("retry_incident", right=EACH)
def retry_incident(tx: Transaction, incident: int, closing: ClosingAnswer | None = None) -> Outcome:
    """Try a step of a run again that failed; whoever may change its record may do it.

    Raises NeedsClosing where the step would close the opportunity (R13).
    """
    _check(tx, incident)
    return _mended(incidents.retry(tx, incident, closing))


@action("skip_incident", right=EACH)
def skip_incident(tx: Transaction, incident: int, closing: ClosingAnswer | None = None) -> Outcome:
    """Let a run go on without the service that failed; whoever may change its record may do it."""
    _check(tx, incident)
    return _mended(incidents.skip(tx, incident, closing))


@action("change_incident", right=EACH)
def change_incident(
    tx: Transaction, incident: int, variables: Mapping[str, object], closing: ClosingAnswer | None = None
) -> Outcome:
    """Give a run other data and try the step again that failed; whoever may change its record may do it."""
    _check(tx, incident)
    return _mended(incidents.change(tx, incident, variables, closing))  # type: ignore[arg-type]


@action("cancel_run", right=EACH)
def cancel_run(tx: Transaction, run: int) -> Outcome:
    """Cancel a run with its open tasks, the record stays as it is; whoever may change the record may do it."""
    _may_change(tx, runtime.load(tx, run))
    instance = cancelling.cancel(tx, run)
    process, record = instance.definition.label.both, instance.subject_id
    result: dict[str, object] = {"run": run}
    if record is None:
        return Outcome("run-cancelled-alone", {"process": process}, undoable=True, result=result)
    title = title_of(tx, instance.definition.subject, record)
    return Outcome("run-cancelled", {"process": process, "record": title}, undoable=True, result=result)


def _check(tx: Transaction, incident_id: int) -> None:
    _may_change(tx, runtime.load(tx, incidents.read(tx, incident_id).instance_id))


def _may_change(tx: Transaction, instance: Instance) -> None:
    if instance.subject_id is not None:
        access.must_change(tx, instance.definition.subject, instance.subject_id)


def _mended(mended: Mended) -> Outcome:
    run = mended.instance
    if mended.passed:
        return Outcome("incident-passed", result={"run": run.id})
    return Outcome("incident-mended", {"process": run.definition.label.both}, result={"run": run.id})
