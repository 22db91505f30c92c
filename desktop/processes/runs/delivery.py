"""What runs tell each other: messages and signals (BPMN 2.0, 10.5.5), in the transaction of the step that throws them.

A message reaches one other run on the same record that waits for its name, the oldest; if none does it begins the
process that it is a start of. A signal reaches every run that waits for its name, whatever it is about, and begins
every process that it is a start of on the same record. A run that cannot go on by that keeps its last good state
and gets an incident; the one that has thrown goes on. Nobody has to listen: then the log notes it.

What is told by no run but by what happens to a record (``tell``) is delivered alike; it begins no process.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Row, select

from desktop.engine import MessageThrown, NothingWaits, SignalThrown, Value
from desktop.processes.definitions import catalogue
from desktop.processes.runs import failures, incidents, runtime
from desktop.processes.runs.log import entry
from desktop.processes.runs.records import Records
from desktop.processes.runs.stepping import Stimulus
from desktop.processes.runs.world import stages_of
from desktop.processes.tables import process_instance, process_log, process_wait
from desktop.store.transaction import Transaction
from desktop.views.exchange import NeedsClosing, NeedsReason, Refused

LIMIT = 500
"""How many runs one step may set in motion."""
TOO_MANY = failures.Failure(f"more than {LIMIT} runs", "incident-too-many", {"most": LIMIT})

Thrown = MessageThrown | SignalThrown


def tell(
    tx: Transaction, subject: str, record_id: int, name: str, variables: Mapping[str, Value] | None = None
) -> bool:
    """Give a message to the run on a record that waits for its name; tell whether one did."""
    for row in _listening(tx, "message", name, sender=0, subject=subject, subject_id=record_id):
        told = Stimulus("message", token=row.token, name=name, variables=dict(variables or {}), element=row.element_id)
        incidents.step(tx, row.instance_id, told, element_id=row.element_id)
        return True
    return False


def deliver(tx: Transaction, sender: int, subject: str, subject_id: int | None, thrown: Iterable[Thrown]) -> None:
    """Bring what a run has thrown to those who wait for it."""
    reached = 0
    for one in thrown:
        name = "message" if isinstance(one, MessageThrown) else "signal"
        listeners = deque(_listening(tx, name, one.name, sender=sender, subject=subject, subject_id=subject_id))
        heard = bool(listeners)
        while listeners:
            row = listeners.popleft()
            reached += 1
            if reached > LIMIT:
                incidents.note(tx, sender, one.element_id, Stimulus(name, name=one.name), TOO_MANY)
                return
            _hand_over(tx, row, name, one)
            if name == "message":
                break
        if name == "signal" or not heard:
            heard = _begin(tx, sender, name, one, subject=subject, subject_id=subject_id) or heard
        if not heard:
            _note_unheard(tx, sender, one)


def _listening(
    tx: Transaction, kind: str, name: str, *, sender: int, subject: str, subject_id: int | None
) -> Iterable[Row[Any]]:
    statement = (
        select(
            process_wait.c.instance_id, process_wait.c.token, process_wait.c.element_id, process_instance.c.subject_id
        )
        .join(process_instance, process_instance.c.id == process_wait.c.instance_id)
        .where(
            process_wait.c.kind == kind,
            process_wait.c.name == name,
            process_wait.c.instance_id != sender,
            process_instance.c.status == runtime.RUNNING,
        )
        .order_by(process_wait.c.instance_id, process_wait.c.id)
    )
    if kind == "message":
        statement = statement.where(process_instance.c.subject == subject, process_instance.c.subject_id == subject_id)
    rows = tx.rows(statement)
    return rows if kind == "message" else list({row.instance_id: row for row in rows}.values())


def _hand_over(tx: Transaction, row: Row[Any], kind: str, one: Thrown) -> None:
    variables = dict(one.variables)
    if kind == "message":
        stimulus = Stimulus(kind, token=row.token, name=one.name, variables=variables, element=row.element_id)
    else:
        stimulus = Stimulus(kind, name=one.name, variables=variables)
    incidents.step(tx, row.instance_id, stimulus, element_id=row.element_id)


def _begin(tx: Transaction, sender: int, kind: str, one: Thrown, *, subject: str, subject_id: int | None) -> bool:
    begun = False
    for key, event, index in catalogue.begun_by(tx, kind, one.name, subject):
        if subject_id is None or runtime.running_on(tx, subject_id, key, subject=subject):
            continue
        try:
            with tx.attempt():
                world = Records(tx, stages_of(tx, subject), record_id=subject_id)
                runtime.start(tx, key, world, dict(one.variables), event=event, index=index)
        except (Refused, NeedsClosing, NeedsReason, NothingWaits) as error:
            failure = failures.of_beginning(key, error)
            incidents.note(tx, sender, one.element_id, Stimulus(kind, name=one.name), failure)
        begun = True
        if kind == "message":
            break
    return begun


def _note_unheard(tx: Transaction, sender: int, one: Thrown) -> None:
    tx.append(process_log, [entry(tx, sender, "unheard", one.element_id, {"name": one.name})])
