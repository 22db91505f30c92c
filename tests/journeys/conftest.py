"""A prepared workspace that every story gets a copy of, and the real window opened on it as anybody would open it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app import application, open_window
from desktop.views.exchange import Action
from desktop.workspace import Workspace
from tests.conftest import FixedClock
from tests.journeys.hand import Hand

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
"""Monday; the clock of the tests stands there until a story moves it."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The screenless platform says of every menu that it cannot grab the keyboard: that is no fault of a story."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


def make_workspace(file: Path) -> None:
    """Anna Kern sells, Maria Stein is her manager, Otto Brand administers."""
    workspace = Workspace.open(f"sqlite:///{file}", person="Anna Kern", clock=lambda: NOW, zone=UTC)
    try:
        manager = (
            workspace.perform(Action("create_person", name="Maria Stein", role="manager")).result().result["person"]
        )
        workspace.perform(Action("create_person", name="Otto Brand", role="administrator")).result()
        workspace.perform(Action("create_person", name="Boris Lang", role="rep", manager=manager)).result()
    finally:
        workspace.close()


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file that is copied for every story."""
    file = tmp_path_factory.mktemp("prepared") / "dealwright.db"
    make_workspace(file)
    return file


@pytest.fixture
def file(prepared: Path, tmp_path: Path) -> Path:
    """This story's own database, which lies on a real disk."""
    return _copied(prepared, tmp_path)


def _copied(prepared: Path, folder: Path) -> Path:
    for part in prepared.parent.glob("dealwright.db*"):
        shutil.copy(part, folder / part.name)
    return folder / "dealwright.db"


@pytest.fixture
def opened(qapp: QApplication, file: Path, clock: Any) -> Iterator[Callable[..., Hand]]:
    """Open the window; a story that names no person is Boris Lang's, a rep with a manager."""
    with _windows(file, clock) as make:
        yield make


@contextmanager
def _windows(file: Path, clock: Any) -> Iterator[Callable[..., Hand]]:
    hands: list[Hand] = []

    def make(**options: Any) -> Hand:
        options = {"person": "Boris Lang", "language": "en", "clock": clock, "zone": UTC, **options}
        url = options.pop("url", f"sqlite:///{file}")
        window = open_window(url, **options)
        hand = Hand(window, file, clock)
        hands.append(hand)
        QTest.qWaitForWindowActive(window)
        hand.rest()
        return hand

    yield make
    for hand in hands:
        if hand.window.page is not None:
            hand.window.page.discard()
        hand.window.close()
        hand.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    _, language, theme = application()
    language.choose("en")
    theme.choose("light")


@pytest.fixture
def hand(opened: Callable[..., Hand]) -> Hand:
    """A person at the window, in English."""
    return opened()


@pytest.fixture(scope="module")
def lasting(qapp: QApplication, prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hand]:
    """One window for all stories of a module that begin with a sale of their own and look at nothing else."""
    with _windows(_copied(prepared, tmp_path_factory.mktemp("lasting")), FixedClock(NOW)) as make:
        yield make()
