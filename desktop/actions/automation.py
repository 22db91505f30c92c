"""What runs of processes do by themselves, and moving them to another version."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from desktop.actions.registry import Outcome, action
from desktop.processes.library import moving
from desktop.processes.runs import clock, log
from desktop.sales import settings
from desktop.sales.doors import ADMINISTRATORS, ALL
from desktop.store.transaction import Transaction


@action("fire_timers", right=ALL)
def fire_timers(tx: Transaction) -> Outcome:
    """Let the timers of runs fire that are due; done twice each fires only once.

    The result tells how many have ``fired``, how many ``failed`` and left an incident, and whether ``more`` are due.
    """
    done = clock.fire(tx)
    return Outcome(result={"fired": done.fired, "failed": done.failed, "more": done.more})


@action("clean_log", right=ALL)
def clean_log(tx: Transaction) -> Outcome:
    """Remove the log of runs that ended longer ago than an administrator wants it kept; it is off at first.

    The result tells how many entries were ``removed`` and whether there are ``more``.
    """
    days = settings.read(tx).process_log_days
    if not days:
        return Outcome(result={"removed": 0, "more": False})
    before = tx.now - timedelta(days=days)
    removed = log.clean(tx, before)
    return Outcome(result={"removed": removed, "more": bool(log.to_clean(tx, before, 1))})


@action("move_run", right=ADMINISTRATORS)
def move_run(tx: Transaction, run: int, version: int, mapping: Mapping[str, str] | None = None) -> Outcome:
    """Move a run to another version of its process (N6); ``mapping`` names steps whose id has changed."""
    moved = moving.move(tx, run, version, mapping)
    label = moved.definition.label.both
    return Outcome("run-moved", {"process": label}, undoable=True, result={"run": run})
