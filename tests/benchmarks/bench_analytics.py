"""How soon each card of the dashboard is counted, with 100 000 opportunities of four years and their stages.

Asked for the quarter, as the page opens, and for all four years. Nine in ten sales are closed. The floor is one count
over all opportunities, by stage, by the plain SQLite driver.
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

from sqlalchemy import insert

from desktop.sales.tables import opportunity, person, stage_history
from desktop.store.database import Database
from desktop.views.behind import AnalyticsFilter
from desktop.views.exchange import Query
from desktop.workspace import Workspace
from tests.benchmarks.figures import Figure, Figures

SALES = 100_000
REPS = 40
DAYS = 1_500
TIMES = 5
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
QUARTER = AnalyticsFilter(date(2026, 1, 1), date(2026, 3, 31))
CARDS = ("summary", "funnel", "outcomes", "stages", "forecast")


def run() -> Figures:
    """Measure the cards as the window asks for them, through the door."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "work.db"
        url = f"sqlite:///{path}"
        workspace = Workspace.open(url, person="Anna Kern", clock=lambda: NOW, zone=UTC)
        database = Database.open(url)
        try:
            _fill(database)
            return _measure(workspace, path)
        finally:
            database.close()
            workspace.close()


def _measure(workspace: Workspace, path: Path) -> Figures:
    plain = sqlite3.connect(path)
    count = "SELECT stage_id, count(*), sum(income_minor) FROM opportunity GROUP BY stage_id"
    floor = _median(lambda: plain.execute(count).fetchall())
    plain.close()
    figures = []
    for name, wanted, most in (("the quarter", QUARTER, 4), ("four years", AnalyticsFilter(), 12)):
        for card in CARDS:
            query = Query(f"analytics_{card}", filter=wanted)
            took = _median(lambda query=query: workspace.ask(query).result())
            figures.append(Figure(f"dashboard of 100 000, {name}: {card}", took, "ms", most, floor, "one count"))
    plan = Query("analytics_plan", year=2026, quarter=1, filter=AnalyticsFilter())
    took = _median(lambda: workspace.ask(plan).result())
    return [*figures, Figure("dashboard of 100 000: plan against fact", took, "ms", 6, floor, "one count")]


def _median(work: Callable[[], object]) -> float:
    measured = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        work()
        measured.append((time.perf_counter() - begun) * 1000)
    return statistics.median(measured)


def _fill(database: Database) -> None:
    chance = random.Random(1)
    sales, history = [], []
    for number in range(1, SALES + 1):
        is_open = number % 10 == 0
        created = NOW - timedelta(days=chance.random() * (60 if is_open else DAYS) + (0 if is_open else 100))
        reached = chance.randint(1, 4)
        stage = reached if is_open else chance.randint(5, 6)
        entered = created
        for at in range(1, reached + 1):
            left = entered + timedelta(days=chance.random() * 25)
            stands = is_open and at == reached
            history.append(_stay(number, at, entered, None if stands else left))
            entered = entered if stands else left
        if not is_open:
            history.append(_stay(number, stage, entered, None))
        sales.append(_sale(chance, number, stage, (created, entered)))
    with database.writing() as connection:
        connection.execute(insert(person), [{"name": f"Rep {place}", "role": "rep"} for place in range(1, REPS)])
        connection.execute(insert(opportunity), sales)
        connection.execute(insert(stage_history), history)


def _stay(number: int, stage: int, entered: datetime, left: datetime | None) -> dict[str, object]:
    return {"opportunity_id": number, "stage_id": stage, "entered_at": entered, "left_at": left}


def _sale(chance: random.Random, number: int, stage: int, span: tuple[datetime, datetime]) -> dict[str, object]:
    created, entered = span
    is_open, won, lost = stage < 5, stage == 5, stage == 6
    amount = chance.randint(1, 10**7)
    return {
        "number": f"OPP-{number:06d}",
        "title": f"Fleet tracking {number}",
        "stage_id": stage,
        "stage_since": entered,
        "owner_id": 1 + number % REPS,
        "amount_minor": amount,
        "amount_currency": "EUR",
        "probability": 10 * stage,
        "created_at": created,
        "closed_at": None if is_open else entered,
        "income_minor": amount if won else 0 if lost else None,
        "income_currency": None if is_open else "EUR",
        "closed_minutes": None if is_open else chance.randint(0, 5_000),
        "closing_reason_id": 1 + number % 6 if lost else None,
        "competitor": chance.choice(("", "Rival Ltd", "Northern Systems", "Ost GmbH")) if lost else "",
    }
