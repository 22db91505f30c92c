"""Steps that nobody has started by hand and that could not be taken: visible, with Retry, Skip and Change.

A timer, a signal or a message of another run that leads into a mistake (a condition without value, a service that
fails, an endless circle, a rule that forbids it) leaves the run at its last good state and writes an incident beside
it. The stimulus is kept, so that it can be tried again as it came.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.exc import SQLAlchemyError

from desktop.engine import EngineError, NotDue, NothingWaits, Value
from desktop.processes import runtime
from desktop.processes.records import Records
from desktop.processes.runtime import Instance
from desktop.processes.stepping import Stimulus
from desktop.processes.tables import incident, process_instance
from desktop.processes.world import OPPORTUNITY, AnyStages
from desktop.sales.reading import Reading
from desktop.store.transaction import Transaction
from desktop.views.exchange import NeedsClosing, NeedsReason, Refused


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
            instance = runtime.load(tx, instance_id, lock=True)
            world = runtime.world_of(tx, instance, (stages or {}).get(instance.definition.subject))
            runtime.go_on(tx, instance, stimulus, world)
    except (NothingWaits, NotDue):
        return None
    except (Refused, NeedsClosing, NeedsReason, EngineError) as error:
        note(tx, instance_id, element_id, stimulus, reason(error))
        return False
    except SQLAlchemyError:
        raise
    except Exception as error:
        if world is None or not world.at_work:
            raise
        note(tx, instance_id, world.at_work, stimulus, f"{type(error).__name__}: {error}")
        return False
    return True


def _go_on(tx: Transaction, instance_id: int, stimulus: Stimulus, *, skip: Sequence[str] = ()) -> Instance:
    instance = runtime.load(tx, instance_id, lock=True)
    return runtime.go_on(tx, instance, stimulus, runtime.world_of(tx, instance), skip=skip)


def reason(error: Exception) -> str:
    """Return why a step could not be taken, in the words of the engine or the code of the rule."""
    if isinstance(error, NeedsClosing):
        return "it would close the opportunity, which only a person can confirm"
    if isinstance(error, NeedsReason):
        return "it would disqualify the lead, which only a person can confirm"
    if isinstance(error, Refused):
        said = error.parameters.get("reason")
        return str(said) if said is not None else error.code
    return str(error)


def note(tx: Transaction, instance_id: int, element_id: str, stimulus: Stimulus, message: str) -> int:
    """Write an incident and return its id."""
    values = {
        "instance_id": instance_id,
        "element_id": element_id,
        "at": tx.now,
        "message": message,
        "stimulus": stimulus.to_json(),
    }
    return tx.insert(incident, values)


def open_ones(
    reading: Reading, *, opportunity_id: int | None = None, instance_id: int | None = None
) -> Sequence[Row[Any]]:
    """Return the incidents that nobody has mended, the oldest first; of one opportunity or run if that is given."""
    statement = (
        select(incident, process_instance.c.subject_id, process_instance.c.definition_id)
        .join(process_instance, process_instance.c.id == incident.c.instance_id)
        .where(incident.c.resolved_at.is_(None))
        .order_by(incident.c.id)
    )
    if opportunity_id is not None:
        statement = statement.where(
            process_instance.c.subject == OPPORTUNITY, process_instance.c.subject_id == opportunity_id
        )
    if instance_id is not None:
        statement = statement.where(incident.c.instance_id == instance_id)
    return reading.rows(statement)


def retry(tx: Transaction, incident_id: int) -> Instance:
    """Try the step again as it came.

    Refused "incident-gone" if it is mended already or the run does not wait for it any more, "process-failed" if it
    still cannot be taken.
    """
    return _again(tx, incident_id, ())


def skip(tx: Transaction, incident_id: int) -> Instance:
    """Take the step without the service that has failed, whose work is left out.

    Refused "incident-not-a-service" where it was no service that failed, else as ``retry``.
    """
    row = read(tx, incident_id)
    instance = runtime.load(tx, row.instance_id)
    if row.element_id not in instance.definition.handlers:
        raise Refused("incident-not-a-service")
    return _again(tx, incident_id, (row.element_id,))


def change(tx: Transaction, incident_id: int, variables: Mapping[str, Value]) -> Instance:
    """Give the run other data, then try the step again; refused as ``retry``."""
    row = read(tx, incident_id)
    _go_on(tx, row.instance_id, Stimulus("change", variables=dict(variables)))
    return _again(tx, incident_id, ())


def read(tx: Transaction, incident_id: int) -> Row[Any]:
    """Return an incident that nobody has mended. Refused "incident-gone" otherwise."""
    row = tx.get(incident, incident_id, lock=True)
    if row is None or row.resolved_at is not None:
        raise Refused("incident-gone")
    return row


def _again(tx: Transaction, incident_id: int, without: Sequence[str]) -> Instance:
    row = read(tx, incident_id)
    tx.update(incident, incident_id, {"resolved_at": tx.now})
    try:
        return _go_on(tx, row.instance_id, Stimulus.from_json(row.stimulus), skip=without)
    except (NothingWaits, NotDue):
        raise Refused("incident-gone") from None
