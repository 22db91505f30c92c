"""Runs of processes in the database: load one, let it go on, save it with what it waits for and what happened.

One stimulus loads one instance row and nothing else of the run, whatever its history. Tables are written in a fixed
order: the records through the world, then the instance, its waits, its log.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, bindparam, select

from desktop.engine import NothingWaits, State, Step, Value, Wait
from desktop.processes.definitions import catalogue
from desktop.processes.definitions.catalogue import Deployed
from desktop.processes.definitions.definition import Definition
from desktop.processes.runs.log import entries, entry
from desktop.processes.runs.records import Records, page_record
from desktop.processes.runs.stepping import Advance, Stimulus, advance, applied, page_completion, waits_for_page
from desktop.processes.runs.world import OPPORTUNITY, AnyStages, stages_of
from desktop.processes.tables import process_definition, process_instance, process_log, process_wait
from desktop.sales.reading import Reading
from desktop.store.statements import Values, delete_rows, insert_rows
from desktop.store.transaction import StaleRow, Transaction
from desktop.views.exchange import Refused

RUNNING = "running"
PAGE = "page"
STAGE_CHANGED = "stage_changed"
"""The message that tells a run of a stage that a person has chosen."""

_SELECT: Select[Any] = select(process_instance, process_definition.c.hash).join(
    process_definition, process_definition.c.id == process_instance.c.definition_id
)
# The statements of every step are made once: making them anew costs more than the database does.
_ONE = _SELECT.where(process_instance.c.id == bindparam("run"))
_ONE_LOCKED = _ONE.with_for_update(of=process_instance)
_CHANGED = ("version", "subject_id", "status", "state", "ended_at")


@dataclass(frozen=True, slots=True)
class Instance:
    """A run as it was loaded; ``row`` are the columns that a step may change, as they were."""

    id: int
    version: int
    definition_id: int
    definition: Definition
    subject_id: int | None
    status: str
    state: State
    started_by: int | None
    started_at: datetime
    row: Values


def load(reading: Reading, instance_id: int, *, lock: bool = False) -> Instance:
    """Load one run; ``lock`` keeps other writers off until the transaction ends. Refused "record-gone" without one."""
    row = reading.first(_ONE_LOCKED if lock else _ONE, {"run": instance_id})
    if row is None:
        raise Refused("record-gone")
    return _instance(reading, row)


def running_on(
    reading: Reading, record_id: int, key: str = "", *, subject: str = OPPORTUNITY, lock: bool = False
) -> tuple[Instance, ...]:
    """Return the runs that are under way on a record, those of one process if ``key`` is given."""
    statement = _SELECT.where(
        process_instance.c.subject == subject,
        process_instance.c.subject_id == record_id,
        process_instance.c.status == RUNNING,
    ).order_by(process_instance.c.id)
    if key:
        statement = statement.where(process_instance.c.definition_key == key)
    if lock:
        statement = statement.with_for_update(of=process_instance)
    return tuple(_instance(reading, row) for row in reading.rows(statement))


def world_of(tx: Transaction, instance: Instance, stages: AnyStages | None = None) -> Records:
    """Return the world of a run: its record, locked. ``stages`` are those of its subject, if they are known."""
    return Records(tx, stages or stages_of(tx, instance.definition.subject), record_id=instance.subject_id)


def locked(
    tx: Transaction, instance_id: int, stages: Mapping[str, AnyStages] | None = None
) -> tuple[Instance, Records]:
    """Load one run and its world, both locked: first the record, then the run, as everybody does.

    Whoever locks in another order may wait for somebody who waits for him. ``stages`` are by subject, as far as known.
    """
    instance = load(tx, instance_id)
    world = world_of(tx, instance, (stages or {}).get(instance.definition.subject))
    return (instance if tx.is_alone else load(tx, instance_id, lock=True)), world


def start(
    tx: Transaction,
    key: str,
    world: Records,
    variables: Mapping[str, Value] | None = None,
    *,
    event: str = "",
    index: int = 0,
) -> int:
    """Start the newest version of a process on the world's record, or let it make one. Returns the run's id.

    ``event`` names what begins it, if not its none start event. That the process does not run on the record
    already is the caller's to see to; the database holds to it.
    """
    deployed = catalogue.newest(tx, key)
    definition = deployed.definition
    row = _begun(tx, deployed, world)
    instance_id = tx.insert(process_instance, row)
    world.on_instance(deployed.id, instance_id)
    stimulus = Stimulus("start", variables=dict(variables or {}), element=event, index=index)
    moved = advance(definition, None, stimulus, world)
    _save(tx, instance_id, definition, moved, world, known={**row, "version": 1, "ended_at": None})
    _deliver(tx, instance_id, moved, world)
    return instance_id


def start_many(tx: Transaction, key: str, worlds: Sequence[Records]) -> list[int]:
    """Start the newest version of a process on the record of each world, as ``start`` does, and return the runs' ids.

    What the engine makes of the start is the same for all and is worked out once; the rows of all runs are written
    together.
    """
    deployed = catalogue.newest(tx, key)
    definition = deployed.definition
    stimulus = Stimulus("start")
    first = applied(definition.machine, None, stimulus, tx.now)
    begun = [_begun(tx, deployed, world) for world in worlds]
    ids = tx.insert_many(process_instance, begun)
    moves, changes, waits = [], [], []
    for instance_id, row, world in zip(ids, begun, worlds, strict=True):
        world.on_instance(deployed.id, instance_id)
        moved = advance(definition, None, stimulus, world, first=first)
        known = {**row, "id": instance_id, "version": 1, "ended_at": None}
        changes.append((known, _values(tx, moved.state, world)))
        waits += _wait_rows(tx, instance_id, definition, world.subject_id, moved.state.waits)
        tx.append(process_log, entries(tx, instance_id, moved))
        moves.append(moved)
    tx.update_new(process_instance, changes)
    insert_rows(tx.connection, process_wait, waits)
    for instance_id, moved, world in zip(ids, moves, worlds, strict=True):
        _deliver(tx, instance_id, moved, world)
    return ids


def _begun(tx: Transaction, deployed: Deployed, world: Records) -> dict[str, Any]:
    """Return the row of a run that has not made its first step."""
    return {
        "definition_id": deployed.id,
        "definition_key": deployed.definition.key,
        "subject": deployed.definition.subject,
        "subject_id": world.subject_id,
        "status": RUNNING,
        "state": {},
        "started_at": tx.now,
        "started_by": tx.person_id,
    }


def _values(tx: Transaction, state: State, world: Records) -> dict[str, Any]:
    """Return the columns of a run that a step writes."""
    return {
        "state": state.to_json(),
        "subject_id": world.subject_id,
        "status": state.status,
        "ended_at": None if state.status == RUNNING else tx.now,
    }


def complete(
    tx: Transaction,
    instance: Instance,
    world: Records,
    token: int,
    *,
    result: str | None,
    variables: Mapping[str, Value],
) -> None:
    """Complete the task at which a token waits (R15). Raises NothingWaits if it waits no more."""
    go_on(tx, instance, Stimulus("complete", token=token, result=result, variables=dict(variables)), world)


def stage_changed(variables: Mapping[str, Value]) -> Stimulus:
    """Return the stimulus of a stage that a person has chosen."""
    return Stimulus("message", name=STAGE_CHANGED, variables=dict(variables))


def listens(state: State) -> bool:
    """Tell whether a run waits for stages to be chosen."""
    return any(wait.kind == "message" and wait.name == STAGE_CHANGED for wait in state.waits)


def saved(tx: Transaction, subject: str, record_id: int) -> Records | None:
    """Let every run go on that waits for the page of this record to be saved (R17); return the world of the last."""
    waiting = tx.rows(
        select(
            process_wait.c.instance_id, process_wait.c.token, process_instance.c.subject, process_instance.c.subject_id
        )
        .join(process_instance, process_instance.c.id == process_wait.c.instance_id)
        .where(process_wait.c.kind == PAGE, process_wait.c.name == f"{subject}:{record_id}")
        .order_by(process_wait.c.instance_id, process_wait.c.id)
    )
    world = None
    for row in waiting:
        world = Records(tx, stages_of(tx, row.subject), record_id=row.subject_id)
        instance = load(tx, row.instance_id, lock=True)
        wait = next((wait for wait in instance.state.waits if wait.token == row.token), None)
        if wait is not None:
            go_on(tx, instance, page_completion(instance.definition, wait, world), world)
    return world


def go_on(
    tx: Transaction,
    instance: Instance,
    stimulus: Stimulus,
    world: Records,
    *,
    skip: Collection[str] = (),
    first: Step | None = None,
) -> Instance:
    """Give a loaded run a stimulus, save what comes of it and return the run as it is then.

    What it throws reaches other runs in the same transaction. Raises NothingWaits if nobody waits for the stimulus.
    """
    if instance.status != RUNNING:
        raise NothingWaits(f"the run has ended: {instance.status}")
    world.on_instance(instance.definition_id, instance.id)
    moved = advance(instance.definition, instance.state, stimulus, world, skip=skip, first=first)
    row = _save(
        tx,
        instance.id,
        instance.definition,
        moved,
        world,
        known={**instance.row, "version": instance.version},
        waits_before=instance.state.waits,
    )
    _deliver(tx, instance.id, moved, world)
    return replace(instance, version=row["version"], state=moved.state, status=moved.state.status, row=row)


def _deliver(tx: Transaction, instance_id: int, moved: Advance, world: Records) -> None:
    if moved.thrown:
        from desktop.processes.runs import delivery  # it lets runs go on itself

        delivery.deliver(tx, instance_id, world.subject, world.subject_id, moved.thrown)


def drop_waits(tx: Transaction, instance_id: int) -> None:
    """Remove the waits of a run; for the undo, which may remove the run itself."""
    delete_rows(tx.connection, process_wait, [{"instance_id": instance_id}])


def make_waits_anew(tx: Transaction, instance_id: int) -> None:
    """Write the waits of a run as its state says, if it is there and runs; for the undo, which puts the state back."""
    drop_waits(tx, instance_id)
    row = tx.first(_SELECT.where(process_instance.c.id == instance_id))
    if row is not None and row.status == RUNNING:
        instance = _instance(tx, row)
        rows = _wait_rows(tx, instance.id, instance.definition, instance.subject_id, instance.state.waits)
        insert_rows(tx.connection, process_wait, rows)


def note(tx: Transaction, instance_id: int, kind: str, action_id: int) -> None:
    """Note in the log that an action was "undone" or "redone"; what it wrote stays there."""
    tx.append(process_log, [entry(tx, instance_id, kind, "", {"action": action_id})])


def _instance(reading: Reading, row: Row[Any]) -> Instance:
    return Instance(
        row.id,
        row.version,
        row.definition_id,
        catalogue.by_hash(reading, row.hash),
        row.subject_id,
        row.status,
        State.from_json(row.state),
        row.started_by,
        row.started_at,
        {name: row._mapping[name] for name in _CHANGED},
    )


def _save(
    tx: Transaction,
    instance_id: int,
    definition: Definition,
    moved: Advance,
    world: Records,
    *,
    known: Values,
    waits_before: tuple[Wait, ...] = (),
) -> Values:
    """Write a run whose row is known, its waits and its log, and return the row as it is then."""
    state = moved.state
    values = _values(tx, state, world)
    try:
        tx.update(process_instance, instance_id, values, version=known["version"], known=known)
    except StaleRow:
        raise Refused("changed-meanwhile") from None
    _save_waits(tx, instance_id, definition, state, before=waits_before, world=world)
    tx.append(process_log, entries(tx, instance_id, moved))
    changed = any(known[name] != value for name, value in values.items())
    return {**known, **values, "version": known["version"] + changed}


def _save_waits(
    tx: Transaction, instance_id: int, definition: Definition, state: State, *, before: tuple[Wait, ...], world: Records
) -> None:
    """Rewrite what the run waits for by the difference."""
    if not state.waits:
        if before:
            drop_waits(tx, instance_id)
        return
    now, was = set(map(_row_of, state.waits)), set(map(_row_of, before))
    gone = {row[:2] for row in was - now}
    delete_rows(
        tx.connection,
        process_wait,
        [{"instance_id": instance_id, "token": token, "element_id": element_id} for token, element_id in gone],
    )
    new = [wait for wait in state.waits if _row_of(wait) not in was or (wait.token, wait.element_id) in gone]
    insert_rows(tx.connection, process_wait, _wait_rows(tx, instance_id, definition, world.subject_id, new))


def _row_of(wait: Wait) -> tuple[int, str, int, datetime | None]:
    """Return what makes the row of a wait differ from others; the first two parts name its rows."""
    return wait.token, wait.element_id, wait.index, wait.due


def _wait_rows(
    tx: Transaction, instance_id: int, definition: Definition, subject_id: int | None, waits: Iterable[Wait]
) -> list[dict[str, Any]]:
    rows = []
    for wait in waits:
        kind, name = str(wait.kind), wait.name or (str(wait.index) if wait.index else "")
        if waits_for_page(definition, wait):
            page = definition.pages[wait.element_id]
            kind, name = PAGE, f"{page.subject}:{page_record(tx, definition.subject, subject_id, page)}"
        rows.append(
            {
                "instance_id": instance_id,
                "token": wait.token,
                "kind": kind,
                "name": name,
                "element_id": wait.element_id,
                "due_at": wait.due,
            }
        )
    return rows
