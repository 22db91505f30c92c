"""What runs of processes do by themselves, and what people do when a run cannot go on."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.actions.registry import Outcome, action
from desktop.processes import clock, incidents, runtime, versions
from desktop.processes.runtime import Instance
from desktop.sales import access
from desktop.sales.doors import ADMINISTRATORS, ALL, EACH
from desktop.store.transaction import Transaction


@action("fire_timers", right=ALL)
def fire_timers(tx: Transaction) -> Outcome:
    """Let the timers of runs fire that are due; done twice each fires only once.

    The result tells how many have ``fired``, how many ``failed`` and left an incident, and whether ``more`` are due.
    """
    done = clock.fire(tx)
    return Outcome(result={"fired": done.fired, "failed": done.failed, "more": done.more})


@action("retry_incident", right=EACH)
def retry_incident(tx: Transaction, incident: int) -> Outcome:
    """Try a step of a run again that failed; whoever may change its opportunity may do it."""
    _check(tx, incident)
    return _mended(incidents.retry(tx, incident))


@action("skip_incident", right=EACH)
def skip_incident(tx: Transaction, incident: int) -> Outcome:
    """Let a run go on without the service that failed; whoever may change its opportunity may do it."""
    _check(tx, incident)
    return _mended(incidents.skip(tx, incident))


@action("change_incident", right=EACH)
def change_incident(tx: Transaction, incident: int, variables: Mapping[str, object]) -> Outcome:
    """Give a run other data and try the step again that failed; whoever may change its opportunity may do it."""
    _check(tx, incident)
    return _mended(incidents.change(tx, incident, variables))  # type: ignore[arg-type]


@action("move_run", right=ADMINISTRATORS)
def move_run(tx: Transaction, run: int, version: int, mapping: Mapping[str, str] | None = None) -> Outcome:
    """Move a run to another version of its process (N6); ``mapping`` names steps whose id has changed."""
    moved = versions.move(tx, run, version, mapping)
    label = moved.definition.label.both
    return Outcome("run-moved", {"process": label}, undoable=True, result={"run": run})


def _check(tx: Transaction, incident_id: int) -> None:
    instance = runtime.load(tx, incidents.read(tx, incident_id).instance_id)
    if instance.subject_id is not None:
        access.must_change(tx, "opportunity", instance.subject_id)


def _mended(instance: Instance) -> Outcome:
    return Outcome("incident-mended", {"process": instance.definition.label.both}, result={"run": instance.id})
