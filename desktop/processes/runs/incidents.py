"""Steps that nobody has started by hand and that could not be taken: visible, with Retry, Skip and Change.

A timer, a signal or a message of another run that leads into a mistake (a condition without value, a service that
fails, an endless circle, a rule that forbids it) leaves the run at its last good state and writes an incident beside
it. The stimulus is kept, so that it can be tried again as it came.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.exc import SQLAlchemyError

from desktop.engine import EngineError, NotDue, NothingWaits, Value, VariableError
from desktop.processes.runs import failures, runtime
from desktop.processes.runs.failures import Failure
from desktop.processes.runs.records import Records
from desktop.processes.runs.runtime import Instance
from desktop.processes.runs.stepping import Stimulus
from desktop.processes.runs.world import OPPORTUNITY, AnyStages, subject_row
from desktop.processes.tables import incident, process_instance
from desktop.sales import notifications, people
from desktop.sales.reading import Reading
from desktop.store.transaction import Transaction
from desktop.texts import LANGUAGES, say
from desktop.views.exchange import ClosingAnswer, NeedsClosing, NeedsReason, Refused

RETRIED, SKIPPED, CHANGED, PASSED, CANCELLED = "retried", "skipped", "changed", "passed", "cancelled"
"""How an incident was mended; passed: the run had gone on without."""

_NAME = re.compile(r"[^\W\d]\w*")


def step(
    tx: Transaction,
    instance_id: int,
    stimulus: Stimulus,
    *,
    element_id: str = "",
    stages: Mapping[str, AnyStages] | None = None,
) -> bool | None:
    """Let a run go on by something that no person did; tell whether it did, None where nobody waited for it.

    If it cannot, all of this step is taken back and an incident is written. A stimulus that nobody waits for any more
    does nothing: another program was faster.
    """
    world: Records | None = None
    try:
        with tx.attempt():
            instance, world = runtime.locked(tx, instance_id, stages)
            runtime.go_on(tx, instance, stimulus, world)
    except (NothingWaits, NotDue):
        return None
    except (Refused, NeedsClosing, NeedsReason, EngineError) as error:
        note(tx, instance_id, element_id, stimulus, failures.of(error))
        return False
    except SQLAlchemyError:
        raise
    except Exception as error:
        if world is None or not world.at_work:
            raise
        note(tx, instance_id, world.at_work, stimulus, failures.of_service(error))
        return False
    return True


def _go_on(
    tx: Transaction,
    instance_id: int,
    stimulus: Stimulus,
    *,
    skip: Sequence[str] = (),
    answer: ClosingAnswer | None = None,
) -> Instance:
    instance, world = runtime.locked(tx, instance_id)
    world.answer = answer
    try:
        return runtime.go_on(tx, instance, stimulus, world, skip=skip)
    except (Refused, NeedsClosing, NeedsReason, EngineError, SQLAlchemyError):
        raise
    except Exception as error:
        if not world.at_work:
            raise
        label = instance.definition.label.said(tx.language)
        raise Refused("process-failed", process=label, reason=failures.of_service(error).message) from error


def note(tx: Transaction, instance_id: int, element_id: str, stimulus: Stimulus, failure: Failure) -> int:
    """Write an incident, tell whoever is responsible for the record of it, and return its id."""
    values = {
        "instance_id": instance_id,
        "element_id": element_id,
        "at": tx.now,
        "message": failure.message,
        "reason": failure.packed(),
        "stimulus": stimulus.to_json(),
    }
    made = tx.insert(incident, values)
    _tell(tx, instance_id, element_id, failure)
    return made


def _tell(tx: Transaction, instance_id: int, element_id: str, failure: Failure) -> None:
    """Send a message to the owner of the record; where nobody owns it, to the administrators."""
    instance = runtime.load(tx, instance_id)
    subject, record = instance.definition.subject, instance.subject_id
    owner, title = None, ""
    if record is not None:
        row = subject_row(tx, subject, record)
        owner, title = row.owner_id, row.title or row.number
    elements = instance.definition.machine.elements
    step = instance.definition.name(element_id).both if element_id in elements else both("incident-step")
    advice = failures.advice(failure.code, service=element_id in instance.definition.handlers)
    said = {
        "process": instance.definition.label.both,
        "record": title,
        "step": step,
        "reason": both(failure.code, failure.parameters),
        "advice": both(advice),
    }
    place, place_id = (subject, record) if record is not None else ("process_run", instance_id)
    for person_id in people.administrators(tx) if owner is None else (owner,):
        notifications.notify(tx, person_id, notifications.INCIDENT, said, place=place, place_id=place_id, tone="bad")


def both(code: str, parameters: Mapping[str, object] | None = None) -> dict[str, str]:
    """Return a sentence in both languages, as messages keep it."""
    return {language: say(language, code, parameters) for language in LANGUAGES}


def open_ones(
    reading: Reading, *, subject: str = OPPORTUNITY, record: int | None = None, instance_id: int | None = None
) -> Sequence[Row[Any]]:
    """Return the incidents of running runs that nobody has mended, the oldest first; of one record or run if given."""
    run = process_instance.c
    statement = (
        select(incident, run.subject, run.subject_id, run.definition_id)
        .join(process_instance, run.id == incident.c.instance_id)
        .where(incident.c.resolved_at.is_(None), run.status == runtime.RUNNING)
        .order_by(incident.c.id)
    )
    if record is not None:
        statement = statement.where(run.subject == subject, run.subject_id == record)
    if instance_id is not None:
        statement = statement.where(incident.c.instance_id == instance_id)
    return reading.rows(statement)


@dataclass(frozen=True, slots=True)
class Mended:
    """The run, and whether it had gone on meanwhile, so that there was nothing to try."""

    instance: Instance
    passed: bool = False


def retry(tx: Transaction, incident_id: int, answer: ClosingAnswer | None = None) -> Mended:
    """Try the step again as it came; ``answer`` is that to the question before a closing (R13).

    Refused "incident-gone" if it is mended already, "process-failed" if the step still cannot be taken.
    """
    return _again(tx, incident_id, RETRIED, (), answer)


def skip(tx: Transaction, incident_id: int, answer: ClosingAnswer | None = None) -> Mended:
    """Take the step without the service that has failed, whose work is left out.

    Refused "incident-not-a-service" where it was no service that failed, else as ``retry``.
    """
    row = read(tx, incident_id)
    instance = runtime.load(tx, row.instance_id)
    if row.element_id not in instance.definition.handlers:
        raise Refused("incident-not-a-service")
    return _again(tx, incident_id, SKIPPED, (row.element_id,), answer)


def change(
    tx: Transaction, incident_id: int, variables: Mapping[str, Value], answer: ClosingAnswer | None = None
) -> Mended:
    """Give the run other data, then try the step again.

    Refused "change-nothing", "change-value-unknown" and "change-value-not-understood" for what cannot be a value, else
    as ``retry``.
    """
    row = read(tx, incident_id)
    if not variables:
        raise Refused("change-nothing")
    for name in variables:
        if not _NAME.fullmatch(name):
            raise Refused("change-value-unknown", field=name, name=name)
    try:
        _go_on(tx, row.instance_id, Stimulus("change", variables=dict(variables)), answer=answer)
    except Refused as refused:
        if isinstance(refused.__cause__, VariableError):
            name, value = next(iter(variables.items()))
            raise Refused("change-value-not-understood", field=name, value=str(value)) from refused
        raise
    return _again(tx, incident_id, CHANGED, (), answer)


def cancelled(tx: Transaction, instance_id: int) -> None:
    """Note of all incidents of a run that is cancelled that they are no more."""
    for row in open_ones(tx, instance_id=instance_id):
        _resolve(tx, row.id, CANCELLED)


def read(tx: Transaction, incident_id: int) -> Row[Any]:
    """Return an incident that nobody has mended. Refused "incident-gone" otherwise."""
    row = tx.get(incident, incident_id, lock=True)
    if row is None or row.resolved_at is not None:
        raise Refused("incident-gone")
    return row


def _again(
    tx: Transaction, incident_id: int, resolution: str, without: Sequence[str], answer: ClosingAnswer | None
) -> Mended:
    row = read(tx, incident_id)
    try:
        with tx.attempt():
            _resolve(tx, incident_id, resolution)
            stimulus = Stimulus.from_json(row.stimulus)
            return Mended(_go_on(tx, row.instance_id, stimulus, skip=without, answer=answer))
    except (NothingWaits, NotDue):
        _resolve(tx, incident_id, PASSED)
        return Mended(runtime.load(tx, row.instance_id), passed=True)


def _resolve(tx: Transaction, incident_id: int, resolution: str) -> None:
    values = {"resolved_at": tx.now, "resolved_by": tx.person_id, "resolution": resolution}
    tx.update(incident, incident_id, values)
