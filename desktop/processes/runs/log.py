"""The log of a run: every stimulus with what it brought, and what happened by it. Append-only; no step ever reads it.

The stimuli alone make every state again (N4): ``replay``.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select

from desktop.engine import (
    Effect,
    ElementCancelled,
    ElementEntered,
    ElementLeft,
    EscalationThrown,
    FlowTaken,
    InstanceEnded,
    MessageThrown,
    SignalThrown,
    State,
    migrate,
)
from desktop.processes.definitions import catalogue
from desktop.processes.definitions.definition import Definition
from desktop.processes.runs.stepping import Advance, Stimulus, applied
from desktop.processes.tables import process_instance, process_log
from desktop.sales.reading import Reading
from desktop.store.transaction import Transaction

STIMULUS = "stimulus"
MIGRATE = "migrate"


def entries(tx: Transaction, instance_id: int, moved: Advance) -> list[dict[str, Any]]:
    """Return the rows that an advance adds to the log, in the order of happening."""
    rows: list[dict[str, Any]] = []
    whole = entry(tx, instance_id, "", "", None)

    def add(kind: str, element_id: str, detail: dict[str, Any] | None) -> None:
        rows.append({**whole, "kind": kind, "element_id": element_id, "detail": detail})

    for stimulus, effects in moved.steps:
        add(STIMULUS, "", stimulus.to_json())
        for effect in effects:
            told = described(effect)
            if told is not None:
                add(*told)
    return rows


def entry(
    tx: Transaction, instance_id: int, kind: str, element_id: str, detail: dict[str, Any] | None
) -> dict[str, Any]:
    """Return a row of the log, to be appended by the action under way."""
    return {
        "instance_id": instance_id,
        "action_id": tx.begin_action(),
        "at": tx.now,
        "person_id": tx.person_id,
        "kind": kind,
        "element_id": element_id,
        "detail": detail,
    }


def described(effect: Effect) -> tuple[str, str, dict[str, Any] | None] | None:
    """Return an effect as the log tells it: kind, element and detail; None for what it leaves out."""
    if isinstance(effect, ElementEntered):
        return "entered", effect.element_id, {"token": effect.token}
    if isinstance(effect, ElementLeft):
        return "left", effect.element_id, {"token": effect.token}
    if isinstance(effect, ElementCancelled):
        return "cancelled", effect.element_id, {"token": effect.token}
    if isinstance(effect, FlowTaken):
        return "flow", effect.flow_id, None
    if isinstance(effect, MessageThrown | SignalThrown):
        kind = "message" if isinstance(effect, MessageThrown) else "signal"
        return kind, effect.element_id, {"name": effect.name}
    if isinstance(effect, EscalationThrown):
        return "escalation", effect.element_id, {"name": effect.code, "caught_by": effect.caught_by}
    if isinstance(effect, InstanceEnded):
        return "ended", effect.element_id or "", {"status": effect.status}
    return None


def replay(reading: Reading, instance_id: int, definition: Definition) -> State | None:
    """Make the state of a run again from the stimuli in its log; those of undone actions do not count."""
    rows = reading.rows(
        select(process_log)
        .where(process_log.c.instance_id == instance_id, process_log.c.kind.in_((STIMULUS, "undone", "redone")))
        .order_by(process_log.c.id)
    )
    undone: set[int] = set()
    for row in rows:
        if row.kind == "undone":
            undone.add(row.detail["action"])
        elif row.kind == "redone":
            undone.discard(row.detail["action"])
    stimuli = [
        (row.at, Stimulus.from_json(row.detail)) for row in rows if row.kind == STIMULUS and row.action_id not in undone
    ]
    versions = [stimulus for _, stimulus in stimuli if stimulus.kind == MIGRATE]
    if versions:
        definition = catalogue.by_id(reading, _version(versions[0], "from"))
    state: State | None = None
    for at, stimulus in stimuli:
        if stimulus.kind == MIGRATE and state is not None:
            following = catalogue.by_id(reading, _version(stimulus, "to"))
            state = migrate(state, definition.machine, following.machine, at, mapping=mapping_of(stimulus)).state
            definition = following
        else:
            state = applied(definition.machine, state, stimulus, at).state
    return state


def _version(stimulus: Stimulus, end: str) -> int:
    found = stimulus.variables[end]
    assert isinstance(found, int)
    return found


def mapping_of(stimulus: Stimulus) -> dict[str, str]:
    """Return how a change of version has called the elements: old id to new id."""
    found = stimulus.variables.get("mapping")
    return {str(old): str(new) for old, new in found.items()} if isinstance(found, dict) else {}


def ended_by(state: Mapping[str, Any]) -> str:
    """Return the event that has ended a run, from the state that is stored; "" where it was none."""
    return State.from_json(state).ended_by or ""


def to_clean(reading: Reading, before: datetime, most: int) -> list[int]:
    """Return runs that ended before a moment (UTC) and still have a log, at most so many, the oldest first."""
    kept = select(process_log.c.id).where(process_log.c.instance_id == process_instance.c.id).exists()
    rows = reading.rows(
        select(process_instance.c.id)
        .where(process_instance.c.ended_at < before, kept)
        .order_by(process_instance.c.id)
        .limit(most)
    )
    return [row.id for row in rows]


def clean(tx: Transaction, before: datetime, most: int = 1_000) -> int:
    """Remove what the log says of runs that ended before a moment (UTC), at most of so many; return how many rows.

    The log is kept for good unless an administrator wants it gone (the setting ``process_log_days``).
    """
    runs = to_clean(tx, before, most)
    result = tx.connection.execute(delete(process_log).where(process_log.c.instance_id.in_(runs)))
    return int(result.rowcount)
