"""How long it takes to complete a task: the whole action from the door to the commit, on a SQLite file with FULL.

The floor is the same rows written through SQLAlchemy Core alone, in one transaction on a file of the same kind: no
rules, no engine, no reading. Action and floor are measured in turn.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from desktop.processes.tables import process_instance, process_log, process_wait
from desktop.sales.tables import activity
from desktop.store.database import Database
from desktop.store.journal import action_table, entry_table
from desktop.views.exchange import Action, ClosingAnswer, Query
from desktop.workspace import Workspace
from tests.benchmarks.figures import Figure, Figures

SALES = 24
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
DONE = {
    "contact_customer": "presentation_agreed",
    "prepare_presentation": "prepared",
    "presentation_meeting": "interested",
    "present_proposal": "presented",
    "get_comments": "agreed",
    "prepare_contract": "approved",
    "send_contract": "sent",
    "clarify_status": "received",
    "sign_contract": "signed",
}


def run() -> Figures:
    """Measure whole sales, from Qualification to Closed won, task by task."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace.open(f"sqlite:///{folder}/work.db", person="Anna Kern", clock=lambda: NOW, zone=UTC)
        floor = Floor(Path(folder) / "floor.db")
        try:
            _sale(workspace, floor, Taken())  # what is loaded once is loaded now
            taken = Taken()
            for _ in range(SALES):
                _sale(workspace, floor, taken)
        finally:
            workspace.close()
            floor.database.close()
    all_of_them = [*taken.staying, *taken.moving]
    return (
        Figure("complete a task, committed (FULL), median", statistics.median(all_of_them), "ms", 3),
        Figure("... of that processor time, median", statistics.median(taken.work), "ms", 3),
        Figure("... 19 of 20 are faster than", statistics.quantiles(all_of_them, n=20)[-1], "ms", 6),
        Figure("... the last of its stage: the next stage begins", statistics.median(taken.moving), "ms", 6),
        Figure(
            "... another of the stage",
            statistics.median(taken.staying),
            "ms",
            2,
            statistics.median(taken.floors),
            "its rows by Core",
        ),
    )


@dataclass
class Taken:
    """What was measured, in milliseconds: of tasks that end no stage and that do, of both, and of the floor."""

    staying: list[float] = field(default_factory=list)
    moving: list[float] = field(default_factory=list)
    work: list[float] = field(default_factory=list)
    floors: list[float] = field(default_factory=list)


def _sale(workspace: Workspace, floor: Floor, taken: Taken) -> None:
    done = workspace.perform(Action("run_process", process="corporate_sale")).result()
    opportunity, tasks = done.result["opportunity"], list(done.result["created"])
    closing = ClosingAnswer(reason=None)
    while tasks:
        following: list[int] = []
        for task in tasks:
            result = workspace.ask(Query("activity_page", id=task)).result().results[0].code
            action = Action(
                "complete_task", activity=task, result=result, when=NOW + timedelta(days=3), closing=closing
            )
            worked = time.process_time()
            milliseconds, outcome = _timed(lambda action=action: workspace.perform(action).result())
            taken.work.append((time.process_time() - worked) * 1000)
            created = list(outcome.result["created"])
            (taken.moving if created or task == tasks[-1] else taken.staying).append(milliseconds)
            following += created
            taken.floors.append(_timed(floor.write)[0])
        tasks = following
    assert workspace.ask(Query("opportunity_page", id=opportunity)).result().stage_bar.closed


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    begun = time.perf_counter()
    result = work()
    return (time.perf_counter() - begun) * 1000, result


class Floor:
    """Writes the rows of one completed task, as the action of the program does, and nothing else."""

    def __init__(self, path: Path) -> None:
        self.database = Database.open(f"sqlite:///{path}")
        sale = Workspace.open(f"sqlite:///{path}", person="Anna Kern", clock=lambda: NOW, zone=UTC)
        sale.perform(Action("run_process", process="corporate_sale")).result()
        sale.close()
        with self.database.reading() as connection:
            self.activity = connection.execute(select(activity)).first()
            self.instance = connection.execute(select(process_instance)).first()
            self.log = [dict(row._mapping) for row in connection.execute(select(process_log).limit(9))]
        for row in self.log:
            del row["id"]
        self.count = 0

    def write(self) -> None:
        """Write them, committed."""
        self.count += 1
        with self.database.writing() as connection:
            action_id = _insert(connection, action_table, name="complete_task", person_id=1, at=NOW, label="")
            _update(connection, activity, self.activity.id, status="done", comment=str(self.count), done_at=NOW)
            state = {**self.instance.state, "count": self.count}
            _update(connection, process_instance, self.instance.id, state=state)
            connection.execute(delete(process_wait).where(process_wait.c.token == -1))
            connection.execute(insert(process_log), self.log)
            _update(connection, action_table, action_id, label="done", undoable=1)
            entry = {"action_id": action_id, "table_name": "activity", "row_id": 1, "kind": "update"}
            connection.execute(insert(entry_table), [{**entry, "before": state, "after": state} for _ in range(2)])


def _insert(connection: Connection, table: Table, **values: object) -> int:
    return int(connection.execute(insert(table).values(**values)).inserted_primary_key[0])


def _update(connection: Connection, table: Table, row_id: int, **values: object) -> None:
    connection.execute(update(table).where(table.c.id == row_id).values(**values))
