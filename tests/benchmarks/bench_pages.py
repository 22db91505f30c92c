"""How soon every place shows its first rows in a workspace of 100 000 opportunities and 500 000 activities.

The real window, screenless if need be, goes from one place to the other as by the side bar; measured is the time from
the call until nothing is awaited any more and the window is painted. The first opening of a page also builds its
widgets and is shown apart. Scrolling and typing are jumps in the list and letters in its filter; the latter hold the
pause after which the list looks (typing itself never waits).
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.store.database import Database
from desktop.views.exchange import Place
from desktop.workspace import Workspace
from tests.benchmarks import large
from tests.benchmarks.figures import CannotMeasure, Figure, Figures

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

TIMES = 5
MOST_MS = 100.0
MOST_LETTER_MS = 300.0
PATIENCE_SECONDS = 20.0
PLACES = (
    "my_day",
    "leads",
    "opportunities",
    "board",
    "schedule",
    "activities",
    "accounts",
    "contacts",
    "products",
    "orders",
    "knowledge",
    "dashboards",
    "settings",
)
RECORDS = ("opportunity", "lead", "activity", "account", "contact")
LISTS = {
    "leads": "leadList",
    "opportunities": "opportunityList",
    "activities": "activityList",
    "contacts": "contactList",
}


def run() -> Figures:
    """Make the workspace and measure."""
    with tempfile.TemporaryDirectory(prefix="dealwright-benchmark-") as folder:
        return measure(make(Path(folder) / "work.db"))


def make(file: Path) -> Path:
    """Write the large workspace."""
    url = f"sqlite:///{file}"
    Workspace.open(url, person="Anna Kern", clock=lambda: large.NOW, zone=UTC).close()
    database = Database.open(url)
    try:
        large.fill(database)
    finally:
        database.close()
    return file


def measure(file: Path) -> Figures:
    """Open every place of the workspace."""
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication, QLineEdit

    from desktop.app import open_window

    window = open_window(f"sqlite:///{file}", person="Anna Kern", clock=lambda: large.NOW, zone=UTC)
    window.resize(1440, 900)
    window.prepare()
    application = QApplication.instance()
    assert application is not None

    def settle() -> None:
        until = time.perf_counter() + PATIENCE_SECONDS
        while True:
            application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 2)
            if window.bridge.is_idle():
                break
            if time.perf_counter() > until:
                raise CannotMeasure("the window does not come to rest")
        application.sendPostedEvents()
        application.processEvents()

    def timed(step: Callable[[], object]) -> float:
        begun = time.perf_counter()
        step()
        settle()
        return (time.perf_counter() - begun) * 1000

    def goes(name: str, number: int | None = None) -> float:
        return timed(lambda: window.show_place(Place(name, number)))

    figures = []
    settle()
    for name in PLACES:
        goes("settings" if name == "opportunities" else "opportunities")
        first = goes(name)
        again = []
        for _ in range(TIMES):
            goes("settings" if name == "opportunities" else "opportunities")
            again.append(goes(name))
        figures.append(Figure(f"open {name} (the first time {first:.0f} ms)", statistics.median(again), "ms", MOST_MS))
    for name in RECORDS:
        first = goes(name, 1)
        again = [goes(name, 1_000 * turn) for turn in range(1, TIMES + 1)]
        figures.append(
            Figure(f"open the page of {name} (the first time {first:.0f} ms)", statistics.median(again), "ms", MOST_MS)
        )
    for name, shown in LISTS.items():
        goes(name)
        figures.append(Figure(f"jump in the list of {name}", _jump(window, shown, timed), "ms", MOST_MS))
        entry = next(one for one in window.page.findChildren(QLineEdit, "listFilter") if one.isVisible())
        letters = []
        for end in range(1, 9):
            begun = time.perf_counter()
            entry.setText("Fleet 77"[:end])
            while window.bridge.is_idle() and time.perf_counter() - begun < 1:
                application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 2)
            settle()
            letters.append((time.perf_counter() - begun) * 1000)
        figures.append(Figure(f"a letter in the filter of {name}", statistics.median(letters), "ms", MOST_LETTER_MS))
        timed(entry.clear)
    window.close()
    window.deleteLater()
    return figures


def _jump(window: QMainWindow, name: str, timed: Callable[[Callable[[], object]], float]) -> float:
    from PySide6.QtWidgets import QAbstractItemView

    view = next(one for one in window.findChildren(QAbstractItemView, name) if one.isVisible())
    bar = view.verticalScrollBar()
    return statistics.median(timed(lambda at=at: bar.setValue(bar.maximum() * at // 10)) for at in (5, 1, 9, 3, 7))
