"""Timers of runs: which are due, and letting them fire.

A timer is a row of process_wait with its due time in UTC. It fires in one transaction with all that follows; whoever
comes second, in this program or another one on the same database, finds the row or the state without it and does
nothing. What was missed while no program ran is found by the next one: the firings of a cycle with an end are all made
up for, those of an endless cycle by a single one (desktop/engine/timers.py). A run that cannot go on gets an incident;
its timer waits until somebody has mended that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select, update
from sqlalchemy.exc import SQLAlchemyError

from desktop.processes.runs import incidents, runtime
from desktop.processes.runs.stepping import Stimulus
from desktop.processes.runs.world import OPPORTUNITY, AnyStages
from desktop.processes.tables import process_wait
from desktop.sales.reading import Reading
from desktop.sales.stages import Stages
from desktop.store.transaction import Transaction

BATCH = 100
"""How many timers one transaction fires at most."""


@dataclass(frozen=True, slots=True)
class Fired:
    """How many timers have fired, how many led to an incident, and whether more are due."""

    fired: int
    failed: int
    more: bool


def next_due(reading: Reading) -> datetime | None:
    """Return the moment (UTC) at which a timer is due next; None without any."""
    found: datetime | None = reading.value(
        select(process_wait.c.due_at)
        .where(_timer(), process_wait.c.due_at.is_not(None))
        .order_by(process_wait.c.due_at)
        .limit(1)
    )
    return found


def due(reading: Reading, limit: int = BATCH) -> Sequence[Row[Any]]:
    """Return the timers that should have fired by now, in the order in which they should."""
    return reading.rows(
        select(process_wait)
        .where(_timer(), process_wait.c.due_at <= reading.now)
        .order_by(process_wait.c.due_at, process_wait.c.id)
        .limit(limit)
    )


def fire(tx: Transaction, limit: int = BATCH) -> Fired:
    """Let the timers fire that are due, at most ``limit`` of them; one that cannot takes no other along."""
    rows = due(tx, limit + 1)
    some, more = rows[:limit], len(rows) > limit
    if not some:
        return Fired(0, 0, more=False)
    stages = {OPPORTUNITY: Stages.read(tx)}
    try:
        with tx.attempt():
            for row in some:
                _fire(tx, row, stages)
        return Fired(len(some), 0, more)
    except SQLAlchemyError:
        raise
    except Exception:  # noqa: BLE001 - whatever it was, the one that it concerns meets it again below
        return _fire_each(tx, some, stages, more)


def _fire(tx: Transaction, row: Row[Any], stages: Mapping[str, AnyStages]) -> None:
    instance, world = runtime.locked(tx, row.instance_id, stages)
    runtime.go_on(tx, instance, _stimulus(row), world)


def _fire_each(tx: Transaction, rows: Sequence[Row[Any]], stages: Mapping[str, AnyStages], more: bool) -> Fired:
    """Let timers fire one by one; of each that cannot, all is taken back and an incident is written."""
    fired = failed = 0
    for row in rows:
        went_on = incidents.step(tx, row.instance_id, _stimulus(row), element_id=row.element_id, stages=stages)
        fired += went_on is True
        if went_on is False:  # it has no due time any more until somebody has mended the incident
            failed += 1
            tx.connection.execute(update(process_wait).where(process_wait.c.id == row.id).values(due_at=None))
    return Fired(fired, failed, more)


def _stimulus(row: Row[Any]) -> Stimulus:
    return Stimulus("timer", token=row.token, element=row.element_id, index=_index(row))


def _timer() -> Any:
    return process_wait.c.kind == "timer"


def _index(row: Row[Any]) -> int:
    """Return which definition of a multiple event a timer is; its row keeps it as its name."""
    return int(row.name) if row.name else 0
