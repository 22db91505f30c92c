"""R16: whatever moment the program is killed at, either all of an action happened or nothing; drafts survive."""

from __future__ import annotations

import itertools
import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from desktop.processes.library import deployment
from desktop.store.database import Database
from desktop.store.transaction import Transaction
from tests.journeys.conftest import NOW
from tests.journeys.hand import Hand, Key, Modifier
from tests.nightly import AT_NIGHT, times
from tests.processes.runs import models
from tests.soundness import broken

ROOT = Path(__file__).resolve().parents[2]
DEATHS = {"sell": (4, 130), "wait": (3, 130), "hand_over": (2, 80)}
"""How often the program dies in each story, by day and at night (make nightly)."""


def rows(file: Path, statement: str) -> list[tuple]:
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(statement).fetchall()


@pytest.fixture(scope="module")
def dying() -> Iterator[Callable[[Path, str, int | str], str]]:
    """Let the program play a story on a file until a moment (dying.py); tells how it ended."""
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.dying"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdin is not None and program.stdout is not None

    def work(file: Path, story: str, moment: int | str) -> str:
        program.stdin.write(f"sqlite:///{file} {story} {moment}\n")
        program.stdin.flush()
        return program.stdout.readline().strip()

    try:
        yield work
    finally:
        program.stdin.close()
        program.wait(20)
        program.stdout.close()


@pytest.fixture
def waiting(file: Path) -> Path:
    """The file with processes that wait in the library, one of them in two versions."""
    database = Database.open(f"sqlite:///{file}")
    with database.writing() as connection:
        tx = Transaction(connection, action="deploy", person_id=1, now=NOW)
        for xml in (models.REMINDING, models.REMINDING + b"<!-- 2 -->", models.HEARING, models.SHOUTING, models.BEGUN):
            deployment.deploy(tx, xml)
        tx.finish()
    database.close()
    return file


@pytest.mark.parametrize("story", DEATHS)
def test_r16_whenever_the_program_is_killed_all_of_an_action_happened_or_nothing(
    waiting: Path, tmp_path: Path, dying: Callable[[Path, str, int | str], str], story: str
) -> None:
    """By day right before statements spread over the whole story; at night before any, or at any moment at all."""
    file, other, url = waiting, tmp_path / "other.db", f"sqlite:///{waiting}"
    shutil.copy(file, other)
    lived, statements, milliseconds = dying(other, story, 0).split()
    assert lived == "lived" and broken(f"sqlite:///{other}") == []
    deaths = times(*DEATHS[story])
    chance = random.Random()
    actions, died = [], 0
    for number in itertools.count():
        if died == deaths:
            break
        # Spread over the whole story; the remainder keeps the moments off the same place of every action.
        moment: int | str = 1 + number % deaths * int(statements) // deaths + number * 7 % 11
        if AT_NIGHT and number % 2:
            moment = f"~{chance.randrange(int(milliseconds))}"  # it may be faster this time, and live
        runs = rows(file, "SELECT coalesce(max(id), 0) FROM process_instance")[0][0]
        died += dying(file, story, moment) == "killed 9"
        assert broken(url, since=runs - 10) == [], f"killed at {moment}"
        actions.append(rows(file, "SELECT max(id) FROM action")[0][0])
    assert actions == sorted(actions)
    assert len(set(actions)) > deaths / 3, "deaths in different actions"
    assert dying(file, story, 0).startswith("lived"), "and it goes on working"
    assert broken(url) == []


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
