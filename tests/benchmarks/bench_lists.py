"""How soon a list of 100 000 opportunities is there: its ids, and a window of 256 rows.

Nine in ten sales are closed, as in a workspace of some years. The floor of the ids is the same number of ids by the
plain SQLite driver, unsorted; that of the rows is a select of the same opportunities by Core, without their next steps.
"""

from __future__ import annotations

import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import insert, select

from desktop.sales.tables import account, activity, opportunity
from desktop.store.database import Database
from desktop.views.conditions import Condition
from desktop.views.exchange import Money, Query
from desktop.views.rows import ListFilter
from desktop.workspace import Workspace
from tests.benchmarks.figures import Figure, Figures

SALES = 100_000
ACCOUNTS = 5_000
WINDOW = 256
TIMES = 15
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def run() -> Figures:
    """Measure lists as the window asks for them, through the door."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "work.db"
        workspace = Workspace.open(f"sqlite:///{path}", person="Anna Kern", clock=lambda: NOW, zone=UTC)
        database = Database.open(f"sqlite:///{path}")
        try:
            _fill(database)
            return _measure(workspace, database, path)
        finally:
            database.close()
            workspace.close()


def _measure(workspace: Workspace, database: Database, path: Path) -> Figures:
    def ids(**wanted: object) -> tuple[int, ...]:
        filters = ListFilter(**{name: value for name, value in wanted.items() if name != "sort"})
        query = Query("list_ids", subject="opportunity", filter=filters, sort=wanted.get("sort", ""))
        return workspace.ask(query).result()

    window = ids(state="all", sort="id")[40_000 : 40_000 + WINDOW]
    plain = sqlite3.connect(path)

    def by_core() -> None:
        with database.reading() as connection:
            connection.execute(select(opportunity).where(opportunity.c.id.in_(window))).all()

    floor_ids = _median(lambda: plain.execute("SELECT id FROM opportunity").fetchall())
    floor_rows = _median(by_core)
    rows = Query("list_rows", subject="opportunity", ids=window)
    foot = Query("list_summary", subject="opportunity", filter=ListFilter(state="all"))
    several = (
        Condition("amount", "at_least", (Money(10**6, "EUR"),)),
        Condition("expected_close", "this_quarter"),
        Condition("account", "contains", ("7",)),
    )
    figures = (
        Figure("open opportunities of 100 000, next due first", _median(lambda: ids(sort="next_due")), "ms", 100),
        Figure(
            "all 100 000, by number",
            _median(lambda: ids(state="all", sort="number")),
            "ms",
            5,
            floor_ids,
            "driver, unsorted",
        ),
        Figure("100 000 searched for a Russian word", _median(lambda: ids(state="all", text="склад")), "ms", 200),
        Figure(
            "a window of 256 rows",
            _median(lambda: workspace.ask(rows).result()),
            "ms",
            5,
            floor_rows,
            "Core, one table",
        ),
        Figure("the foot of 100 000", _median(lambda: workspace.ask(foot).result()), "ms", 100),
        Figure(
            "100 000 narrowed by three conditions", _median(lambda: ids(state="all", conditions=several)), "ms", 200
        ),
        Figure("my day", _median(lambda: workspace.ask(Query("my_day")).result()), "ms", 100),
        Figure("the board of 100 000", _median(lambda: workspace.ask(Query("board")).result()), "ms", 100),
    )
    plain.close()
    return figures


def _median(work: Callable[[], object]) -> float:
    measured = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        work()
        measured.append((time.perf_counter() - begun) * 1000)
    return statistics.median(measured)


def _fill(database: Database) -> None:
    chance = random.Random(1)
    titles = ("Автоматизация склада", "ERP rollout", "Обучение", "Fleet tracking")
    made = {"created_at": NOW}
    sales = [
        {
            "number": f"OPP-{place:06d}",
            "title": f"{chance.choice(titles)} {chance.randint(1, 10**6)}",
            "stage_id": chance.randint(1, 4) if place % 10 == 0 else chance.randint(5, 6),
            "stage_since": NOW,
            "account_id": chance.randint(1, ACCOUNTS),
            "owner_id": 1,
            "amount_minor": chance.randint(1, 10**7),
            "amount_currency": "EUR",
            "expected_close": date(2026, 1, 1) + timedelta(days=chance.randint(0, 300)),
            "closed_at": None if place % 10 == 0 else NOW - timedelta(hours=place % 17_000),
            **made,
        }
        for place in range(1, SALES + 1)
    ]
    tasks = [
        {
            "kind": "task",
            "title": "Позвонить",
            "opportunity_id": place,
            "owner_id": 1,
            "start_at": NOW,
            "due_at": NOW + timedelta(minutes=chance.randint(-50_000, 50_000)),
            "status": "planned" if place % 10 == 0 else "done",
            **made,
        }
        for place in range(1, SALES + 1)
    ]
    with database.writing() as connection:
        connection.execute(insert(account), [{"name": f"Компания {place}", **made} for place in range(ACCOUNTS)])
        connection.execute(insert(opportunity), sales)
        connection.execute(insert(activity), tasks)
