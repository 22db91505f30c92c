"""Several programs that work on one database at once: run by test_crowd.

It starts once and makes a copy of itself (fork) for each program, before it has any thread. Every copy completes
whatever task of a process is open, and fires whatever timer is due, until nothing is left; then it tells what it did.
"""

from __future__ import annotations

import json
import os
import random
import sys
import traceback
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select

import desktop.actions.registry
import desktop.processes.runs.runtime
import desktop.queries.registry
from desktop.processes.tables import process_wait
from desktop.sales.tables import activity
from desktop.store.database import Database
from desktop.views.exchange import Action, ClosingAnswer, Query, Refused, Trouble
from desktop.workspace import Workspace

LATER = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)
"""When they work: every timer is due."""
LATE = {"already-completed", "already-cancelled", "changed-meanwhile"}
"""What whoever comes second is told."""
BUSY = {"database-locked", "database-busy"}


def work(url: str, seed: int) -> dict[str, Any]:
    """Work until nothing is left; tell which tasks were completed, how many timers fired, and what was refused."""
    chance = random.Random(seed)
    completed: list[int] = []
    fired = 0
    refused: Counter[str] = Counter()
    workspace = Workspace.open(url, person="Anna Kern", clock=lambda: LATER, zone=UTC)
    database = Database.open(url)
    try:
        while True:
            with database.reading() as connection:
                tasks = connection.execute(
                    select(activity.c.id).where(activity.c.status == "planned", activity.c.instance_id.is_not(None))
                ).scalars()
                due = connection.execute(select(process_wait.c.id).where(process_wait.c.due_at <= LATER)).first()
                todo: list[int | None] = [*tasks, *([] if due is None else [None] * 3)]
            if not todo:
                return {"completed": completed, "fired": fired, "refused": refused}
            try:
                chosen = chance.choice(todo)
                if chosen is None:
                    fired += workspace.perform(Action("fire_timers")).result().result["fired"]
                else:
                    result = workspace.ask(Query("activity_page", id=chosen)).result().results[0].code
                    workspace.perform(_complete(chosen, result)).result()
                    completed.append(chosen)
            except Refused as reason:
                if reason.code not in LATE:
                    raise
                refused[reason.code] += 1
            except Trouble as reason:
                if reason.code not in BUSY:
                    raise
                refused[reason.code] += 1
    finally:
        database.close()
        workspace.close()


def _complete(task: int, result: str) -> Action:
    when, closing = LATER + timedelta(days=3), ClosingAnswer(spent_minutes=5)
    return Action("complete_task", activity=task, result=result, when=when, closing=closing)


def main(url: str, programs: int) -> int:
    """Let so many programs work; print what each did, a line of JSON. Exit status 1 if one of them failed."""
    desktop.actions.registry.load()
    desktop.queries.registry.load()
    children = []
    for seed in range(programs):
        child = os.fork()
        if child == 0:
            status = 1
            try:
                os.write(1, (json.dumps(work(url, seed)) + "\n").encode())
                status = 0
            except BaseException:  # noqa: BLE001 - a copy must never go on as the original
                traceback.print_exc()
            os._exit(status)
        children.append(child)
    return max(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1], int(sys.argv[2])))
