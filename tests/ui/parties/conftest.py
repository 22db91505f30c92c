"""The real window with a few parties in it, driven by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QWidget

from desktop.views.exchange import Action, Done, Place, Query
from tests.ui.conftest import click, settle, type_text


class Desk:
    """Somebody at the window: finds what is visible by its object name."""

    def __init__(self, window: Any, qtbot: Any) -> None:
        self.window = window
        self.qtbot = qtbot

    def do(self, name: str, /, **arguments: object) -> Done:
        done = self.window.bridge.workspace.perform(Action(name, **arguments)).result(timeout=20)
        settle(self.window)
        return done

    def make(self, name: str, /, **arguments: object) -> int:
        return self.do(name, **arguments).result[name.removeprefix("create_")]  # type: ignore[return-value]

    def ask(self, name: str, /, **arguments: object) -> Any:
        return self.window.bridge.workspace.ask(Query(name, **arguments)).result(timeout=20)

    def open(self, name: str, record: int | None = None) -> Any:
        self.window.show_place(Place(name, record))
        self.settle()
        return self.window.page

    def settle(self) -> None:
        settle(self.window)

    def until(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=10_000)
        self.settle()

    def find(self, name: str, kind: type[QWidget] = QWidget) -> Any:
        found = [part for part in self.window.findChildren(kind, name) if part.isVisible()]
        assert found, f"{name} is not to be seen"
        return found[-1]

    def shown(self, name: str) -> bool:
        return any(part.isVisible() for part in self.window.findChildren(QWidget, name))

    def push(self, name: str) -> None:
        click(self.find(name))
        self.settle()

    def write(self, name: str, text: str) -> None:
        edit = self.find(name)
        edit.setFocus()
        edit.selectAll()
        type_text(edit, text)
        self.settle()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.window.focusWidget() or self.window, key, modifier)
        self.settle()

    def choose(self, button: str, action: str) -> None:
        """Open a button's menu and take an action of it."""
        menu = self.find(button).menu()
        menu.aboutToShow.emit()
        found = next(one for one in menu.actions() if one.objectName() == action)
        assert found.isEnabled(), found.toolTip()
        found.trigger()
        self.settle()

    def action(self, button: str, action: str) -> QAction:
        menu = self.find(button).menu()
        menu.aboutToShow.emit()
        return next(one for one in menu.actions() if one.objectName() == action)

    def select(self, list_name: str, *rows: int) -> None:
        """Click rows of a list, the further ones with Ctrl."""
        table = self.find(list_name, QAbstractItemView)
        for number, row in enumerate(rows):
            point = table.visualRect(table.model().index(row, 0)).center()
            extra = Qt.KeyboardModifier.ControlModifier if number else Qt.KeyboardModifier.NoModifier
            QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, extra, point)
        self.settle()


@pytest.fixture
def desk(program, qtbot) -> Desk:
    return Desk(program(), qtbot)
