"""Duplicates among 100 000 contacts: while one types, in the whole workspace, and what keeping the keys costs.

Nothing is compared with everything: equal keys come from an index, names that are nearly the same stand side by side.
"""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC
from itertools import count
from pathlib import Path

from sqlalchemy import insert, text

from desktop.sales.tables import contact
from desktop.store import likeness, search
from desktop.store.database import Database
from desktop.views.exchange import Action, Query
from desktop.workspace import Workspace
from tests.benchmarks.bench_lists import NOW
from tests.benchmarks.figures import Figure, Figures

CONTACTS = 100_000
TIMES = 7
TYPING = 100.0
"""Milliseconds: the bar asks a quarter of a second after the last letter."""
WHOLE = 3_000.0
SAVING = 30.0
TYPED = {
    "a mistake": {"name": "Anna Bermanx"},
    "a common name": {"name": "Anna Kernmann"},
    "a number": {"name": "Nobody", "phone": "+49 1000000001"},
    "nobody": {"name": "Zzyx Qwrt"},
}


def run() -> Figures:
    """Measure the queries "suspects" and "suspect_groups", and the saving of a contact with its keys."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "work.db"
        workspace = Workspace.open(f"sqlite:///{path}", person="Anna Kern", clock=lambda: NOW, zone=UTC)
        database = Database.open(f"sqlite:///{path}")
        try:
            _fill(database)
            return _measure(workspace)
        finally:
            database.close()
            workspace.close()


def _fill(database: Database) -> None:
    chance = random.Random(1)
    given = [
        a + b for a in ("Ann", "Bor", "Clar", "Din", "Erik", "Gust", "Jul", "Karl") for b in ("a", "is", "en", "o")
    ]
    family = [
        a + b + c
        for a in ("Ber", "Kern", "Lang", "Hof", "Rot", "Sum", "Tor", "Vog", "Wag", "Zim")
        for b in ("man", "ert", "ing", "stein", "berg", "sen")
        for c in ("n", "s", "er", "ov", "itz", "el", "ski")
    ]
    rows = [
        {
            "name": f"{chance.choice(given)} {chance.choice(family)}-{chance.choice(family)}",
            "email": f"u{number % 99_900}@x.example",
            "phone": f"+49 {1_000_000_000 + number}",
            "job_title": "",
            "notes": "",
            "created_at": NOW,
        }
        for number in range(CONTACTS)
    ]
    with database.writing() as connection:  # the records are not written by actions
        connection.execute(insert(contact), rows)
        for name, prepare in (
            (f"search_index_{search.VERSION}", search.prepare),
            (f"likeness_{likeness.VERSION}", likeness.prepare),
        ):
            connection.execute(text(f"DROP TABLE {name}"))
            prepare(connection)


def _measure(workspace: Workspace) -> Figures:
    def typed(fields: dict[str, str]) -> Callable[[], object]:
        return lambda: workspace.ask(Query("suspects", subject="contact", fields=fields)).result()

    number = count()

    def save() -> object:
        return workspace.perform(Action("create_contact", name=f"New Person {next(number)}")).result()

    return (
        *(
            Figure(f"duplicates while typing: {what}", _median(typed(fields)), "ms", TYPING)
            for what, fields in TYPED.items()
        ),
        Figure(
            "duplicates among 100 000 contacts",
            _median(lambda: workspace.ask(Query("suspect_groups", subject="contact")).result()),
            "ms",
            WHOLE,
        ),
        Figure("a new contact with its keys", _median(save), "ms", SAVING),
    )


def _median(work: Callable[[], object]) -> float:
    def once() -> float:
        start = time.perf_counter()
        work()
        return (time.perf_counter() - start) * 1000

    once()
    return statistics.median(once() for _ in range(TIMES))
