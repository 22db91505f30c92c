"""The longest stretch in which the window does not answer, action by action, in the real window without a screen.

A timer of one millisecond beats on the GUI thread; the longest pause between two beats, from the click of an action
until its data is shown and nothing is under way any more, is how long the window would not have answered. Everything
counts: the click's own code, layout, painting, answers of the database, and waiting for the worker thread to let go of
the interpreter. Beside it stands the longest work of the GUI thread itself (its processor time between two beats),
which other programs do not disturb. The workspace holds the sample data and 2 000 sales more.

The whole round is played in several processes, and the median of each action is taken, since a pause may also be that
of a busy computer; the row "nothing is done" is the same heartbeat at rest, the floor of all others.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.views.exchange import Action, Place
from desktop.workspace import Workspace
from tests.benchmarks.figures import CannotMeasure, Figure, Figures

if TYPE_CHECKING:
    from ui.window import MainWindow

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 5
SALES = 2_000
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
MOST_MS = 16
MOST_LOOK_MS = 1_000
"""Ours: nobody promised a figure for a switch of theme or language."""
REST_SECONDS = 0.15
"""How long the window must have nothing to do before the next action begins."""
AFTER_START_SECONDS = 2.0
PATIENCE_SECONDS = 20
OF_THE_LOOK = ("switch the language", "switch the theme")
"""What changes every widget of the window, and no data: reported by itself."""


def prepare(file: Path) -> None:
    """Make a workspace with the sample data and 2 000 sales more."""
    workspace = Workspace.open(f"sqlite:///{file}", person="Anna Kern", clock=lambda: NOW, zone=UTC)
    try:
        workspace.perform(Action("load_sample_data")).result()
        made = [workspace.perform(Action("create_opportunity", title=f"Sale {n:04d}")) for n in range(SALES)]
        for done in made:
            done.result()
    finally:
        workspace.close()


class Play:
    """Does one action after the other in a window, and keeps the longest pause of each."""

    def __init__(self, window: MainWindow) -> None:
        from PySide6.QtCore import Qt, QTimer
        from PySide6.QtWidgets import QApplication

        self.window = window
        self.pauses: dict[str, float] = {}
        self.work: dict[str, float] = {}
        self._steps: deque[tuple[str, Callable[[], object]]] = deque()
        self._application = QApplication.instance()
        self._name = "start"
        self._failed: CannotMeasure | None = None
        self._longest = self._most = 0.0
        self._spent = time.thread_time()
        self._begun = self._last = self._worked = time.perf_counter()
        self._timer = QTimer(window)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def add(self, name: str, step: Callable[[], object]) -> None:
        """Add an action; actions of one name are one."""
        self._steps.append((name, step))

    def run(self) -> dict[str, tuple[float, float]]:
        """Play; the longest pause and the longest work of each action, in milliseconds."""
        self._timer.start(1)
        self._application.exec()
        if self._failed is not None:
            raise self._failed
        return {name: (seconds * 1000, self.work[name] * 1000) for name, seconds in self.pauses.items()}

    def _beat(self) -> None:
        now = time.perf_counter()
        self._longest = max(self._longest, now - self._last)
        self._last = now
        spent = time.thread_time()
        self._most = max(self._most, spent - self._spent)
        self._spent = spent
        if not self.window.bridge.is_idle():
            self._worked = now
        rest = AFTER_START_SECONDS if self._name == "start" else REST_SECONDS
        if now - max(self._worked, self._begun) >= rest:
            self._next()
        elif now - self._begun > PATIENCE_SECONDS:
            self._failed = CannotMeasure(f"{self._name} does not end")
            self._application.quit()

    def _next(self) -> None:
        self.pauses[self._name] = max(self._longest, self.pauses.get(self._name, 0))
        self.work[self._name] = max(self._most, self.work.get(self._name, 0))
        if not self._steps:
            self._timer.stop()
            self._application.quit()
            return
        self._name, step = self._steps.popleft()
        self._longest = self._most = 0.0
        self._begun = self._last = time.perf_counter()
        try:
            step()
        except CannotMeasure as reason:
            self._timer.stop()
            self._failed = reason
            self._application.quit()


def play(file: Path) -> dict[str, tuple[float, float]]:
    """Open the window on the workspace and play the round."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

    from desktop.app import open_window

    window = open_window(f"sqlite:///{file}", person="Anna Kern", clock=lambda: NOW, zone=UTC)
    window.prepare()  # as the program does after its start
    workspace = window.bridge.workspace
    play = Play(window)

    def seen(*names: str) -> QWidget:
        for name in names:
            for widget in window.findChildren(QWidget, name):
                if widget.isVisible() and widget.isEnabled():
                    return widget
        raise CannotMeasure(f"{names} not to be seen")

    def click(*names: str) -> Callable[[], object]:
        def clicked() -> None:
            widget = seen(*names)
            assert isinstance(widget, QAbstractButton)
            QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

        return clicked

    def press(key: Qt.Key, control: bool = False) -> Callable[[], object]:
        modifiers = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        return lambda: QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)

    def letter(text: str) -> Callable[[], object]:
        return lambda: QTest.keyClicks(QApplication.focusWidget() or window, text)

    def go(name: str, number: int | None = None) -> Callable[[], object]:
        return lambda: window.show_place(Place(name, number))

    run = Action("run_process", process="corporate_sale")
    first, sale = (int(workspace.perform(run).result().result["opportunity"]) for _ in range(2))
    play.add("nothing is done", lambda: None)
    play.add("open the page of a sale, the first time", go("opportunity", first))
    play.add("open another list", go("leads"))
    play.add("open the page of a sale", go("opportunity", sale))
    for _ in range(2):
        play.add("open the mini-card of a task", click("completeButton"))
        play.add("choose a result", click("result_presentation_agreed", "result_prepared"))
        play.add("complete the task", click("confirmButton"))
    play.add("change the stage", click("stage_proposal"))
    play.add("undo", press(Qt.Key.Key_Z, control=True))
    for place in ("opportunities", "activities", "accounts", "contacts"):
        play.add("open another list", go(place))
    for place in ("schedule", "settings"):
        play.add(f"open {place}, the first time", go(place))
        play.add("open another list", go("opportunities"))
        play.add(f"open {place}", go(place))
    play.add("open another list", go("opportunities"))
    play.add("filter a list, letter by letter", lambda: seen("listFilter").setFocus())
    for one in "sale 17":
        play.add("filter a list, letter by letter", letter(one))
    play.add("type in the command bar", press(Qt.Key.Key_K, control=True))
    for one in "sale 12":
        play.add("type in the command bar", letter(one))
    play.add("type in the command bar", press(Qt.Key.Key_Escape))
    play.add("open the page of a sale", go("opportunity", sale))
    play.add("write in a field", lambda: seen("titleEdit").setFocus())
    play.add("write in a field", letter("Sale of a crane"))
    play.add("save", press(Qt.Key.Key_S, control=True))
    for code in ("ru", "en"):
        play.add("switch the language", lambda code=code: window.choose_language(code))
    for choice in ("dark", "light"):
        play.add("switch the theme", lambda choice=choice: window.choose_theme(choice))
    try:
        return play.run()
    finally:
        if window.page is not None:
            window.page.discard()
        window.close()


def run() -> Figures:
    """Play the round in several processes and take the median of each action."""
    rounds: list[dict[str, tuple[float, float]]] = []
    with tempfile.TemporaryDirectory(prefix="dealwright-benchmark-") as folder:
        prepared = Path(folder) / "prepared.db"
        prepare(prepared)
        for number in range(ROUNDS):
            file = Path(folder) / f"{number}.db"
            shutil.copy(prepared, file)
            command = [sys.executable, "-m", "tests.benchmarks.bench_gui_stall", str(file)]
            done = subprocess.run(command, cwd=ROOT, env=os.environ, capture_output=True, text=True, timeout=300)
            if done.returncode != 0:
                raise CannotMeasure(done.stderr.strip()[-800:])
            rounds.append(json.loads(done.stdout.splitlines()[-1]))
    names = [name for name in rounds[0] if name != "start"]
    medians = {name: statistics.median(one[name][0] for one in rounds) for name in names}
    work = {name: statistics.median(one[name][1] for one in rounds) for name in names}
    actions = {name: pause for name, pause in medians.items() if name not in OF_THE_LOOK}
    worst = max(actions, key=lambda name: actions[name])
    overall = Figure(f"GUI thread does not answer, longest ({worst})", actions[worst], "ms", MOST_MS)
    return (
        overall,
        *(
            Figure(
                f"... {name} (own work {work[name]:.1f} ms)",
                medians[name],
                "ms",
                MOST_LOOK_MS if name in OF_THE_LOOK else MOST_MS,
            )
            for name in names
        ),
    )


if __name__ == "__main__":
    print(json.dumps(play(Path(sys.argv[1]))))
