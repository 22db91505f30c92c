"""R16 of docs/rules.md: every action is one transaction; after a failure or a crash all of it happened or nothing."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event

from desktop.processes.tables import process_instance, process_log, process_wait
from desktop.sales.tables import activity, notification, number_mask, opportunity, stage_history
from desktop.store.journal import action_table, entry_table
from tests.actions.desk import CLOSING, Desk

ALL = (
    action_table,
    activity,
    entry_table,
    notification,
    number_mask,
    opportunity,
    process_instance,
    process_log,
    process_wait,
    stage_history,
)
WRITES = ("INSERT", "UPDATE", "DELETE")
ROOT = Path(__file__).resolve().parents[2]


class PowerCut(Exception):
    """Stands for whatever may go wrong in the middle of an action."""


@contextmanager
def cut_at(desk: Desk, number: int) -> Iterator[list[str]]:
    """Let the write of this number fail (none if there are fewer); give the writes seen."""
    seen: list[str] = []
    engine = desk.workspace._database.engine

    def before(_connection, _cursor, statement, *_rest) -> None:
        if statement.startswith(WRITES):
            seen.append(statement)
            if len(seen) == number:
                raise PowerCut

    event.listen(engine, "before_cursor_execute", before)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", before)


ACTIONS = {
    "run_process": lambda desk, made: ("run_process", {"process": "corporate_sale"}),
    "complete_task": lambda desk, made: (
        "complete_task",
        {"activity": desk.tasks(made)["prepare_presentation"], "result": "prepared", "spent_minutes": 20},
    ),
    "change_stage": lambda desk, made: ("change_stage", {"opportunity": made, "stage": "contracting"}),
    "close": lambda desk, made: ("change_stage", {"opportunity": made, "stage": "closed_lost", "closing": CLOSING}),
    "undo": lambda desk, made: ("undo", {}),
}


@pytest.mark.parametrize("name", ACTIONS)
def test_r16_a_failure_at_any_write_leaves_everything_as_it_was(desk, name):
    made = desk.run()
    desk.complete(made, "contact_customer")
    action, arguments = ACTIONS[name](desk, made)
    before = desk.everything(*ALL)
    number = 0
    while True:
        number += 1
        with cut_at(desk, number) as writes:
            try:
                desk.do(action, **arguments)
            except PowerCut:
                assert desk.everything(*ALL) == before
            else:
                break
    assert len(writes) == number - 1 > 5
    assert desk.everything(*ALL) != before


CHILD = """
import os, signal, sys
from sqlalchemy import event
from desktop.views.exchange import Action
from desktop.workspace import Workspace

url, task, number = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
workspace = Workspace.open(url, person="Anna Kern")
seen = 0

def before(_connection, _cursor, statement, *_rest):
    global seen
    if statement.startswith(("INSERT", "UPDATE", "DELETE")):
        seen += 1
        if seen == number:
            os.kill(os.getpid(), signal.SIGKILL)

def committed(_connection):
    if number == 0:
        os.kill(os.getpid(), signal.SIGKILL)

event.listen(workspace._database.engine, "before_cursor_execute", before)
event.listen(workspace._database.engine, "commit", committed)
workspace.perform(Action("complete_task", activity=task, result="prepared")).result()
workspace.close()
"""


@pytest.mark.parametrize("number", [2, 7, 0])
def test_r16_a_killed_program_leaves_everything_as_it_was(desk, database_url, number):
    """Killed at the second write, at the seventh, and with everything written just before the commit."""
    made = desk.run()
    desk.complete(made, "contact_customer")
    task = desk.tasks(made)["prepare_presentation"]
    before = desk.everything(*ALL)
    child = subprocess.run(
        [sys.executable, "-c", CHILD, database_url, str(task), str(number)],
        cwd=ROOT,
        capture_output=True,
        timeout=100,
        check=False,
    )
    assert child.returncode == -signal.SIGKILL, child.stderr
    assert desk.everything(*ALL) == before
    desk.complete(made, "prepare_presentation")
    assert desk.stage_of(made) == "presentation"
