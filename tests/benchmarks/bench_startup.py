"""How soon the window is there, and how soon one can work in it, beside a window with nothing in it.

The program and its floor are started in turn, each in a new process, so that whatever else the computer does
meets both alike; the medians are compared. All count from the start of the process (desktop/milestones.py).

Every module has its byte code, as an installed program has: it is kept in a folder of the benchmark's own, which one
start of each fills, so that neither a setting of the computer nor what was run before makes a difference.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from desktop.milestones import VARIABLE
from desktop.views.exchange import Action
from desktop.workspace import Workspace
from tests.benchmarks.figures import CannotMeasure, Figure, Figures

ROOT = Path(__file__).resolve().parents[2]
PAIRS = 9
PATIENCE_SECONDS = 60

EMPTY_WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
{more_imports}
from desktop.milestones import reach


class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        reach("painted")
        QTimer.singleShot(0, application.quit)


application = QApplication(sys.argv)
window = Window()
window.resize(1280, 800)
window.show()
application.exec()
"""
PROGRAM = [sys.executable, "-m", "desktop"]
WINDOW_FLOOR = [sys.executable, "-c", EMPTY_WINDOW.format(more_imports="")]
LIST_FLOOR = [sys.executable, "-c", EMPTY_WINDOW.format(more_imports="import sqlalchemy.orm")]


def milestones(command: list[str], home: Path, byte_code: Path) -> dict[str, float]:
    """Start a program, let it end by itself, and give the seconds at which it reached each milestone."""
    file = home / "milestones"
    file.unlink(missing_ok=True)
    environment = {
        **os.environ,
        VARIABLE: str(file),
        "DEALWRIGHT_HOME": str(home / "dealwright"),
        "PYTHONPYCACHEPREFIX": str(byte_code),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=PATIENCE_SECONDS,
        )
    except subprocess.TimeoutExpired as late:
        raise CannotMeasure(f"{command[1:3]} did not end within {PATIENCE_SECONDS} s") from late
    if done.returncode != 0 or not file.exists():
        raise CannotMeasure(f"{command[1:3]} ended with {done.returncode}: {done.stderr.strip()[-500:]}")
    lines = [line.split() for line in file.read_text(encoding="utf-8").splitlines()]
    reached: dict[str, float] = {}
    for name, seconds in lines:
        reached.setdefault(name, float(seconds))
    return reached


def fill(file: Path) -> None:
    """Make a workspace with the sample data."""
    file.parent.mkdir()
    workspace = Workspace.open(f"sqlite:///{file}", person="Anna Kern")
    try:
        workspace.perform(Action("load_sample_data")).result()
    finally:
        workspace.close()


def run() -> Figures:
    """Measure the first painted window and the usable list of opportunities."""
    in_russian = [*PROGRAM, "--language", "ru"]
    painted, usable, russian, window_floor, list_floor = [], [], [], [], []
    with tempfile.TemporaryDirectory(prefix="dealwright-benchmark-") as folder:
        home = Path(folder)
        lived_in = home / "lived-in"
        lived_in.mkdir()
        fill(lived_in / "dealwright" / "dealwright.db")
        byte_code = Path(folder) / "byte-code"
        for command in (PROGRAM, PROGRAM, WINDOW_FLOOR, LIST_FLOOR):  # the first makes the database
            milestones(command, home, byte_code)
        for _ in range(PAIRS):
            window_floor.append(milestones(WINDOW_FLOOR, home, byte_code)["painted"])
            reached = milestones(PROGRAM, home, byte_code)
            list_floor.append(milestones(LIST_FLOOR, home, byte_code)["painted"])
            if not {"painted", "list"} <= set(reached):
                raise CannotMeasure(f"the program reached only {sorted(reached)}")
            painted.append(reached["painted"] * 1000)
            usable.append(reached["list"] * 1000)
            russian.append(milestones(in_russian, lived_in, byte_code).get("list", 0) * 1000)
    return [
        Figure(
            "process start to first painted window",
            statistics.median(painted),
            "ms",
            1.5,
            statistics.median(window_floor) * 1000,
            "empty QMainWindow",
        ),
        Figure(
            "process start to the list of opportunities usable",
            statistics.median(usable),
            "ms",
            1.3,
            statistics.median(list_floor) * 1000,
            "imports of PySide6 and SQLAlchemy ORM, empty window",
        ),
        Figure(
            "... with sample data, in Russian",
            statistics.median(russian),
            "ms",
            1.3,
            statistics.median(list_floor) * 1000,
            "the same",
        ),
    ]
