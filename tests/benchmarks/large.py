"""The large workspace that the promises of speed are about: 100 000 opportunities, 500 000 activities and what belongs.

Always the same rows (one seed). Nine in ten sales are closed, as in a workspace of some years; 21 people work in it,
the first of them, an administrator, sees everything. Rows go past the actions, so the search index is made anew at
the end.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Table, insert, text

from desktop.sales.tables import account, activity, contact, lead, note, opportunity, person, stage_history
from desktop.store import search
from desktop.store.database import Database

SALES = 100_000
ACTIVITIES = 500_000
ACCOUNTS = 20_000
CONTACTS = 40_000
LEADS = 30_000
REPS = 20
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TITLES = ("Автоматизация склада", "ERP rollout", "Обучение персонала", "Fleet tracking", "Sensors for the harbour")
COMPANIES = ("Nordwind", "Компания Север", "Lumen", "Vega", "Ost GmbH", "Завод «Прогресс»")
FIRST = ("Anna", "Boris", "Мария", "Иван", "Eva", "Otto")
LAST = ("Kern", "Lang", "Петрова", "Соколов", "Weber", "Stein")
ROWS_AT_ONCE = 20_000


def fill(database: Database) -> None:
    """Write all of it into a workspace in which one person has acted and nothing else has been made."""
    chance = random.Random(7)
    with database.writing() as connection:
        reps = [{"name": f"Rep {place}", "role": "rep"} for place in range(1, REPS + 1)]
        connection.execute(insert(person), reps)
        _write(connection, account, _accounts(chance))
        _write(connection, contact, _contacts(chance))
        _write(connection, lead, _leads(chance))
        _write(connection, opportunity, _sales(chance))
        _write(connection, stage_history, _stays())
        _write(connection, activity, _activities(chance))
        _write(connection, note, ({"text": f"Note {n}", "opportunity_id": n, **_made(n)} for n in range(1, 20_001)))
        connection.execute(text(f"DROP TABLE search_index_{search.VERSION}"))
        search.prepare(connection)
    with database.writing() as connection:
        connection.execute(text("ANALYZE"))


def _write(connection: Connection, into: Table, rows: Iterator[dict[str, Any]]) -> None:
    while part := list(islice(rows, ROWS_AT_ONCE)):
        connection.execute(insert(into), part)


def _made(number: int) -> dict[str, Any]:
    return {"created_at": NOW - timedelta(minutes=17 * (SALES - number % SALES)), "created_by": 1}


def _accounts(chance: random.Random) -> Iterator[dict[str, Any]]:
    for number in range(1, ACCOUNTS + 1):
        yield {
            "name": f"{chance.choice(COMPANIES)} {number}",
            "email": f"office{number}@firma{number}.example",
            "phone": f"+49 30 {number:06d}",
            "owner_id": _owner(number),
            **_made(number),
        }


def _contacts(chance: random.Random) -> Iterator[dict[str, Any]]:
    for number in range(1, CONTACTS + 1):
        yield {
            "name": f"{chance.choice(FIRST)} {chance.choice(LAST)} {number}",
            "account_id": 1 + number % ACCOUNTS,
            "email": f"person{number}@firma{1 + number % ACCOUNTS}.example",
            **_made(number),
        }


def _leads(chance: random.Random) -> Iterator[dict[str, Any]]:
    for number in range(1, LEADS + 1):
        yield {
            "number": f"LEAD-{number:06d}",
            "title": f"{chance.choice(TITLES)} {number}",
            "stage_id": chance.randint(1, 6),
            "stage_since": NOW,
            "account_id": 1 + number % ACCOUNTS,
            "owner_id": _owner(number),
            **_made(number),
        }


def _owner(number: int) -> int:
    """The first person owns a thousand of the sales, the others the rest alike."""
    return 1 if number % 100 == 0 else 2 + number % REPS


def _is_open(number: int) -> bool:
    return number % 1_000 < 100


def _closed_at(number: int) -> datetime:
    return NOW - timedelta(minutes=13 * number)


def _sales(chance: random.Random) -> Iterator[dict[str, Any]]:
    for number in range(1, SALES + 1):
        stage = 1 + number % 4 if _is_open(number) else 5 + number % 2
        closed = stage > 4
        amount = chance.randint(1, 10**7)
        yield {
            "number": f"OPP-{number:06d}",
            "title": f"{chance.choice(TITLES)} {number}",
            "stage_id": stage,
            "stage_since": _closed_at(number) if closed else NOW - timedelta(hours=number % 500),
            "account_id": 1 + number % ACCOUNTS,
            "contact_id": 1 + number % CONTACTS,
            "owner_id": _owner(number),
            "amount_minor": amount,
            "amount_currency": "EUR",
            "probability": (10, 30, 60, 80, 100, 0)[stage - 1],
            "expected_close": date(2026, 1, 1) + timedelta(days=chance.randint(0, 300)),
            "closed_at": _closed_at(number) if closed else None,
            "income_minor": (amount if stage == 5 else 0) if closed else None,
            "income_currency": "EUR" if closed else None,
            "closed_minutes": chance.randint(0, 5_000) if closed else None,
            "closing_reason_id": 1 + number % 6 if stage == 6 else None,
            **_made(number),
        }


def _stays() -> Iterator[dict[str, Any]]:
    for number in range(1, SALES + 1):
        entered = NOW - timedelta(minutes=13 * number, days=40)
        reached = 1 + number % 4
        for stage in range(1, reached + 1):
            left = None if _is_open(number) and stage == reached else entered + timedelta(days=10)
            yield {"opportunity_id": number, "stage_id": stage, "entered_at": entered, "left_at": left}
            entered += timedelta(days=10)
        if not _is_open(number):
            yield {
                "opportunity_id": number,
                "stage_id": 5 + number % 2,
                "entered_at": _closed_at(number),
                "left_at": None,
            }


def _activities(chance: random.Random) -> Iterator[dict[str, Any]]:
    for number in range(1, ACTIVITIES + 1):
        sale = 1 + number % SALES
        planned = _is_open(sale) and number <= 2 * SALES
        begin = NOW + timedelta(minutes=chance.randint(-20_000, 20_000)) if planned else _closed_at(sale)
        yield {
            "kind": ("task", "call", "meeting")[number % 3],
            "title": f"{('Call', 'Позвонить', 'Visit', 'Презентация')[number % 4]} {number}",
            "opportunity_id": sale,
            "owner_id": _owner(sale),
            "start_at": begin,
            "due_at": begin + timedelta(hours=1),
            "status": "planned" if planned else "done",
            "done_at": None if planned else begin,
            **_made(number),
        }
