"""How soon the command bar has what was typed, among 100 000 opportunities and their activities.

Each search must be over within a frame, 16 ms, also one that finds nothing or forgives a mistake.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC
from pathlib import Path

from sqlalchemy import text

from desktop.store import search
from desktop.store.database import Database
from desktop.views.exchange import Query
from desktop.workspace import Workspace
from tests.benchmarks.bench_lists import NOW, _fill
from tests.benchmarks.figures import Figure, Figures

TIMES = 9
FRAME = 16.0
TYPED = {
    "two letters": "fl",
    "a word of many": "tracking",
    "two words": "fleet tracking",
    "a number": "OPP-00777",
    "nothing": "zebra",
    "a mistake": "trakcing",
}


def run() -> Figures:
    """Measure the query "find" as the command bar asks for it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "work.db"
        workspace = Workspace.open(f"sqlite:///{path}", person="Anna Kern", clock=lambda: NOW, zone=UTC)
        database = Database.open(f"sqlite:///{path}")
        try:
            _fill(database)
            with database.writing() as connection:  # the records were not written by actions
                connection.execute(text(f"DROP TABLE search_index_{search.VERSION}"))
                search.prepare(connection)
            return _measure(workspace)
        finally:
            database.close()
            workspace.close()


def _measure(workspace: Workspace) -> Figures:
    return tuple(
        Figure(
            f"command bar: {what}",
            _median(lambda typed=typed: workspace.ask(Query("find", text=typed)).result()),
            "ms",
            FRAME,
        )
        for what, typed in TYPED.items()
    )


def _median(work: Callable[[], object]) -> float:
    def once() -> float:
        start = time.perf_counter()
        work()
        return (time.perf_counter() - start) * 1000

    once()
    return statistics.median(once() for _ in range(TIMES))
