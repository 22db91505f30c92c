"""R16: whatever moment the program is killed at, either all of an action happened or nothing; drafts survive."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from tests.journeys.hand import STAGE_TASKS, Hand, Key, Modifier

ROOT = Path(__file__).resolve().parents[2]
DEATHS = 10


def rows(file: Path, statement: str) -> list[tuple]:
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(statement).fetchall()


def broken(file: Path) -> list[str]:
    """Name what does not fit together in the file; nothing for a sound one."""
    wrong = []
    if rows(file, "PRAGMA integrity_check") != [("ok",)]:
        wrong.append("the file itself")
    if rows(file, "PRAGMA foreign_key_check"):
        wrong.append("foreign keys")
    checks = {
        "two running processes on one opportunity": "SELECT subject_id FROM process_instance"
        " WHERE status = 'running' GROUP BY subject, subject_id HAVING count(*) > 1",
        "a process runs on a closed opportunity": "SELECT i.id FROM process_instance i JOIN opportunity o"
        " ON o.id = i.subject_id JOIN opportunity_stage s ON s.id = o.stage_id WHERE i.status = 'running' AND s.final",
        "an open task of a process that does not run": "SELECT a.id FROM activity a JOIN process_instance i"
        " ON i.id = a.instance_id WHERE a.status = 'planned' AND i.status <> 'running'",
        "an open task of another stage": "SELECT a.id FROM activity a JOIN opportunity o ON o.id = a.opportunity_id"
        " JOIN opportunity_stage s ON s.id = o.stage_id"
        " WHERE a.status = 'planned' AND a.instance_id IS NOT NULL AND a.stage_code <> s.code",
        "an open task that the process does not wait for": "SELECT a.id FROM activity a WHERE a.status = 'planned'"
        " AND a.instance_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM process_wait w WHERE"
        " w.instance_id = a.instance_id AND w.token = a.token AND w.element_id = a.element_id)",
        "a process waits for a task that is not there": "SELECT w.id FROM process_wait w WHERE w.kind = 'user'"
        " AND NOT EXISTS (SELECT 1 FROM activity a WHERE a.instance_id = w.instance_id AND a.token = w.token"
        " AND a.status = 'planned')",
        "a task without its message (R2)": "SELECT count(*) FROM activity WHERE instance_id IS NOT NULL"
        " HAVING count(*) <> (SELECT count(*) FROM notification WHERE kind = 'new-task')",
        "the history of stages does not end where the opportunity stands": "SELECT o.id FROM opportunity o WHERE"
        " (SELECT group_concat(h.stage_id) FROM stage_history h WHERE h.opportunity_id = o.id AND h.left_at IS NULL)"
        " IS NOT CAST(o.stage_id AS TEXT)",
        "a closed opportunity without its closing": "SELECT o.id FROM opportunity o JOIN opportunity_stage s"
        " ON s.id = o.stage_id WHERE s.final <> (o.closed_at IS NOT NULL)",
        "a lead and its sale do not point at each other": "SELECT l.id FROM lead l JOIN lead_stage s"
        " ON s.id = l.stage_id WHERE s.starts_sale AND NOT EXISTS (SELECT 1 FROM opportunity o"
        " WHERE o.id = l.opportunity_id AND o.lead_id = l.id)",
        "journal entries of no action": "SELECT id FROM journal_entry WHERE action_id NOT IN (SELECT id FROM action)",
        "a row that no action made": "SELECT id FROM opportunity WHERE id NOT IN"
        " (SELECT row_id FROM journal_entry WHERE table_name = 'opportunity' AND kind = 'insert')",
    }
    return wrong + [what for what, statement in checks.items() if rows(file, statement)]


@pytest.fixture
def dying() -> Iterator[Callable[[Path, int], str]]:
    """Let the program work on a file until the statement with that number; tells how it ended."""
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.dying"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdin is not None and program.stdout is not None

    def work(file: Path, moment: int) -> str:
        program.stdin.write(f"sqlite:///{file} {moment}\n")
        program.stdin.flush()
        return program.stdout.readline().strip()

    try:
        yield work
    finally:
        program.stdin.close()
        program.wait(20)
        program.stdout.close()


def test_r16_after_a_kill_at_any_statement_all_of_an_action_happened_or_nothing(
    file: Path, tmp_path: Path, dying: Callable[[Path, int], str], opened
) -> None:
    other = tmp_path / "other.db"
    shutil.copy(file, other)
    lived, statements = dying(other, 0).split()
    assert lived == "lived" and broken(other) == []
    actions = []
    for number in range(DEATHS):
        # Spread over the whole story; the remainder keeps the moments off the same place of every action.
        moment = 1 + number * int(statements) // DEATHS + number * 7 % 11
        assert dying(file, moment) == "killed 9"
        assert broken(file) == [], f"killed before statement {moment}"
        actions.append(rows(file, "SELECT max(id) FROM action")[0][0])
    assert actions == sorted(actions)
    assert len(set(actions)) > DEATHS / 2, "deaths in different actions"

    hand: Hand = opened()
    sale = hand.run()
    hand.complete("prepare_presentation")
    hand.go_to_stage("contracting")
    assert hand.tasks(sale) == STAGE_TASKS["contracting"], "and it goes on working"
    assert broken(file) == []


DRAFT = """
import os, signal, sqlite3, sys
from datetime import UTC, datetime
from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from desktop.app import open_window, wait_until_idle
from desktop.views.exchange import Action
window = open_window(sys.argv[1], person="Boris Lang", zone=UTC, clock=lambda: datetime(2026, 3, 2, 9, tzinfo=UTC))
window.bridge.perform(Action("run_process", process="corporate_sale"))
wait_until_idle(window)
edit = window.findChild(QLineEdit, "titleEdit")
edit.setFocus()
edit.selectAll()
QTest.keyClicks(edit, "Typed but never saved")
file = sqlite3.connect(sys.argv[1].removeprefix("sqlite:///"))
while not file.execute("SELECT count(*) FROM draft").fetchone()[0]:
    QCoreApplication.processEvents()
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_drafts_survive_a_killed_program(file: Path, opened) -> None:
    killed = subprocess.run(
        [sys.executable, "-c", DRAFT, f"sqlite:///{file}"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=60,
        check=False,
    )
    assert killed.returncode == -9
    hand: Hand = opened()
    hand.key(Key.Key_3, Modifier.ControlModifier)
    hand.click_row(hand.see("opportunityList"), 0, twice=True)
    hand.rest()
    sale = hand.sale
    assert hand.value("SELECT title FROM opportunity WHERE id = ?", sale) != "Typed but never saved"
    bar = hand.see("draftBar")
    hand.push("restoreDraftButton", bar)
    assert hand.find("titleEdit", QLineEdit).text() == "Typed but never saved"
    hand.key(Key.Key_S, Modifier.ControlModifier)
    assert hand.value("SELECT title FROM opportunity WHERE id = ?", sale) == "Typed but never saved"
    hand.gone("draftBar")
    assert hand.count("draft") == 0
