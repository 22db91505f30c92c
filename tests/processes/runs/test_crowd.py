"""R16: several programs on one database at once, completing the same tasks and firing the same timers.

Nothing is lost and nothing happens twice: what the programs say they did is what stands in the database.
"""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine
from sqlalchemy import event as event_of

from desktop.processes.library import deployment
from desktop.processes.tables import incident, process_instance, process_log, process_wait
from desktop.sales.tables import activity, notification
from desktop.views.exchange import Action, Trouble
from desktop.workspace import Workspace
from tests.actions.desk import REP
from tests.nightly import AT_NIGHT, times
from tests.processes.runs.models import AFTER, event, flow, model
from tests.soundness import broken

ROOT = Path(__file__).resolve().parents[3]
PAUSING = model("pausing", flow("register", "wait"), event("intermediateCatchEvent", "wait", AFTER),
                flow("wait", "work"), '<bpmn:userTask id="work" name="Work"/>')  # fmt: skip


@pytest.mark.parametrize("programs", [2, 8] if AT_NIGHT else [3])
def test_what_several_programs_do_at_once_is_done_once(desk, writing, database_url: str, programs: int) -> None:
    with writing() as tx:
        deployment.deploy(tx, PAUSING)
    sales = [desk.run() for _ in range(times(2, at_night=40))]
    pausing = [desk.do("run_process", process="pausing").result["opportunity"] for _ in range(times(4, at_night=60))]
    done = subprocess.run(
        [sys.executable, "-m", "tests.processes.runs.crowd", database_url, str(programs)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(told) == programs
    completed = Counter(number for one in told for number in one["completed"])
    assert set(completed.values()) == {1}, "nothing twice"
    assert set(completed) == {row.id for row in desk.rows(activity, status="done")}, "nothing lost"
    assert sum(one["fired"] for one in told) == len(pausing)
    assert not any("database-busy" in one["refused"] for one in told), "no deadlock"
    assert {desk.stage_of(sale) for sale in sales} == {"closed_won"}
    assert {row.status for row in desk.rows(process_instance)} == {"completed"}
    assert len(desk.rows(activity, element_id="work")) == len(pausing)
    assert desk.rows(incident) == []
    assert broken(database_url) == []


def test_r16_a_full_disk_or_a_locked_file_while_timers_fire_is_trouble_and_loses_nothing(
    desk, writing, database_kind: str, database_url: str, monkeypatch
) -> None:
    if database_kind != "sqlite":
        pytest.skip("the file and its lock are SQLite's")
    with writing() as tx:
        deployment.deploy(tx, PAUSING)
    for _ in range(12):
        desk.do("run_process", process="pausing")
    before = desk.everything(process_instance, process_wait, process_log, activity, notification)
    monkeypatch.setattr("desktop.store.database._PATIENCE_SECONDS", 0)
    other = Workspace.open(database_url, person=REP, clock=lambda: desk.in_days(1))
    try:

        def fire() -> object:
            return other.perform(Action("fire_timers")).result().result["fired"]

        with pages(1), pytest.raises(Trouble) as full:  # 1 means as many as there are
            fire()
        with closing(sqlite3.connect(database_url.removeprefix("sqlite:///"), isolation_level=None)) as somebody:
            somebody.execute("BEGIN IMMEDIATE")
            with pytest.raises(Trouble) as locked:
                fire()
            somebody.execute("ROLLBACK")
        assert (full.value.code, locked.value.code) == ("disk-full", "database-locked")
        assert desk.everything(process_instance, process_wait, process_log, activity, notification) == before
        with pages(1_000_000):
            assert fire() == 12
    finally:
        other.close()
    assert desk.rows(incident) == []
    assert broken(database_url) == []


@contextmanager
def pages(most: int) -> Iterator[None]:
    """Let SQLite files have at most so many pages."""

    def limit(connection: Connection) -> None:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {most}")

    event_of.listen(Engine, "begin", limit)
    try:
        yield
    finally:
        event_of.remove(Engine, "begin", limit)
