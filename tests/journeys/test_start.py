"""A start: what the program does without until the list of opportunities can be used (N8)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from desktop.milestones import VARIABLE
from tests.prepared import with_sample_data

HEAVY = frozenset({"alembic", "desktop.engine", "fluent.runtime", "lxml", "openpyxl", "sqlalchemy.orm"})

START = """
import runpy, sys
from desktop import milestones, workspace

workspace._QUIET_SECONDS = 60  # what is imported because nobody asks for anything is not what a start needs

reach = milestones.reach


def told(name):
    if name == "list":
        print(*sys.modules)
    reach(name)


milestones.reach = told
sys.argv = ["desktop"]
runpy.run_module("desktop", run_name="__main__", alter_sys=True)
"""


def test_the_list_of_opportunities_does_without_what_is_heavy(tmp_path: Path, clock) -> None:
    """N8: engine, Fluent, XML reader and the like come when something asks for them, not before the first list."""
    home = tmp_path / "home"
    home.mkdir()
    with_sample_data(f"sqlite:///{home / 'dealwright.db'}", clock)
    environment = {**os.environ, VARIABLE: str(tmp_path / "milestones"), "DEALWRIGHT_HOME": str(home)}
    done = subprocess.run(
        [sys.executable, "-c", START], env=environment, capture_output=True, text=True, timeout=60, check=True
    )
    loaded = set(done.stdout.split())
    assert "desktop.queries.lists" in loaded
    assert HEAVY & loaded == set()
