"""What runs tell each other: messages and signals (BPMN 2.0, 10.5.5), in the transaction of the step that throws them.

A message reaches one other run on the same opportunity that waits for its name, the oldest; if none does it begins the
process that it is a start of. A signal reaches every run that waits for its name, whatever it is about, and begins
every process that it is a start of on the same opportunity. A run that cannot go on by that keeps its last good state
and gets an incident; the one that has thrown goes on. Nobody has to listen: then the log notes it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row, select

from desktop.engine import MessageThrown, NothingWaits, SignalThrown
from desktop.processes import incidents, library, runtime
from desktop.processes.log import entry
from desktop.processes.records import Records
from desktop.processes.stepping import Stimulus
from desktop.processes.tables import process_instance, process_log, process_wait
from desktop.processes.world import SUBJECT
from desktop.sales.stages import Stages
from desktop.store.transaction import Transaction
from desktop.views.exchange import NeedsClosing, Refused

LIMIT = 500
"""How many runs one step may set in motion."""

Thrown = MessageThrown | SignalThrown


def deliver(tx: Transaction, sender: int, subject_id: int | None, thrown: Iterable[Thrown]) -> None:
    """Bring what a run has thrown to those who wait for it."""
    reached = 0
    for one in thrown:
        name = "message" if isinstance(one, MessageThrown) else "signal"
        listeners = deque(_listening(tx, name, one.name, sender, subject_id))
        heard = bool(listeners)
        while listeners:
            row = listeners.popleft()
            reached += 1
            if reached > LIMIT:
                incidents.note(tx, sender, one.element_id, Stimulus(name, name=one.name), f"more than {LIMIT} runs")
                return
            _hand_over(tx, row, name, one)
            if name == "message":
                break
        if name == "signal" or not heard:
            heard = _begin(tx, sender, subject_id, name, one) or heard
        if not heard:
            _note_unheard(tx, sender, one)


def _listening(tx: Transaction, kind: str, name: str, sender: int, subject_id: int | None) -> Iterable[Row[Any]]:
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
        statement = statement.where(process_instance.c.subject == SUBJECT, process_instance.c.subject_id == subject_id)
    rows = tx.rows(statement)
    return rows if kind == "message" else list({row.instance_id: row for row in rows}.values())


def _hand_over(tx: Transaction, row: Row[Any], kind: str, one: Thrown) -> None:
    variables = dict(one.variables)
    if kind == "message":
        stimulus = Stimulus(kind, token=row.token, name=one.name, variables=variables, element=row.element_id)
    else:
        stimulus = Stimulus(kind, name=one.name, variables=variables)
    incidents.step(tx, row.instance_id, stimulus, element_id=row.element_id)


def _begin(tx: Transaction, sender: int, subject_id: int | None, kind: str, one: Thrown) -> bool:
    begun = False
    for key, event, index in library.begun_by(tx, kind, one.name):
        if subject_id is None or runtime.running_on(tx, subject_id, key):
            continue
        try:
            with tx.attempt():
                world = Records(tx, Stages.read(tx), opportunity_id=subject_id)
                runtime.start(tx, key, world, dict(one.variables), event=event, index=index)
        except (Refused, NeedsClosing, NothingWaits) as error:
            reason = f"{key} could not begin: {incidents.reason(error)}"
            incidents.note(tx, sender, one.element_id, Stimulus(kind, name=one.name), reason)
        begun = True
        if kind == "message":
            break
    return begun


def _note_unheard(tx: Transaction, sender: int, one: Thrown) -> None:
    tx.append(process_log, [entry(tx, sender, "unheard", one.element_id, {"name": one.name})])
