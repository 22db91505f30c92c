"""What every test of the window stands on: English and light, a window to put widgets into, the real program."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from desktop.app import application, open_window, wait_until_idle
from tests.prepared import prepared

PAUSES = (
    "ui.lists.filters.PAUSE",
    "ui.lists.selection.PAUSE",
    "ui.parties.suspects._PAUSE",
    "ui.knowledge.editor._PAUSE",
)
"""How long the window waits for a person to go on typing, choosing..."""


@pytest.fixture(autouse=True, scope="session")
def nobody_hesitates() -> Iterator[None]:
    """The window waits only a moment for what a person may do next."""
    with pytest.MonkeyPatch.context() as patch:
        for pause in PAUSES:
            patch.setattr(pause, 10)
        yield


@pytest.fixture(autouse=True)
def look(qapp):
    """English and light before every test."""
    _, language, theme = application("en", "light")
    yield theme
    language.choose("en")
    theme.choose("light")


@pytest.fixture
def language(look):
    """The application's language."""
    return application()[1]


@pytest.fixture
def bare_window(qtbot) -> Iterator[QMainWindow]:
    """A shown window with nothing in it but one field, which has the keyboard."""
    window = QMainWindow()
    window.resize(1000, 700)
    window.setCentralWidget(QWidget(window))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    return window


@pytest.fixture
def program(tmp_path, clock) -> Iterator[Callable[..., QWidget]]:
    """Open the real window on a real, empty SQLite file; every one is closed at the end."""
    opened = []

    def make(**options):
        options.setdefault("person", "Anna Kern")
        url = options.pop("url", f"sqlite:///{tmp_path / 'dealwright.db'}")
        if not options.get("first_start"):
            prepared(url)
        window = open_window(url, clock=clock, **options)
        opened.append(window)
        QTest.qWaitForWindowActive(window)
        return window

    yield make
    for window in opened:
        window.close()
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def settings_folder(tmp_path) -> Path:
    """Folder that remembers the window."""
    return tmp_path / "config"


def settle(window) -> None:
    """Let every answer arrive and be painted."""
    QApplication.processEvents()
    wait_until_idle(window)
    QApplication.processEvents()


def type_text(widget, text: str) -> None:
    """Type like a person, Cyrillic too (QTest.keyClicks knows ASCII alone)."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def press(widget, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    """Press and release one key."""
    QTest.keyClick(widget, key, modifier)


def click(widget, point: QPoint | None = None) -> None:
    """Click with the left button, in the middle or at a point."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point or widget.rect().center())


def child(window, name, kind=QWidget):
    """Return the part of this object name, which must be there."""
    found = window.findChild(kind, name)
    assert found is not None, name
    return found


def shown_opportunities(window) -> int:
    """Return how many open opportunities the side bar counts."""
    settle(window)
    return window.shell.open_opportunities


def run(window, text: str) -> None:
    """Type into the command bar and press Enter."""
    press(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    type_text(window.command_bar, text)
    press(window.command_bar, Qt.Key.Key_Return)
    settle(window)
