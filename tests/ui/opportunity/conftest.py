"""A real window on a real SQLite file with a fixed clock, standing on the page of one opportunity."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.views.exchange import Action, Done, Place, Query
from desktop.workspace import Workspace
from tests.prepared import prepared
from ui.action_panel import ActionPanel
from ui.bridge import Bridge
from ui.language import Language
from ui.mini_card import MiniCard
from ui.opportunity.page import OpportunityPage
from ui.theme import Theme
from ui.window import MainWindow

NOW = datetime(2026, 11, 23, 10, 42, tzinfo=UTC)


class Desk:
    """The window with what a test does to it by mouse and keyboard, and what it reads from the core."""

    def __init__(self, qtbot: Any, window: MainWindow, workspace: Workspace, language: Language) -> None:
        self.qtbot, self.window, self.workspace, self.language = qtbot, window, workspace, language

    @property
    def bridge(self) -> Bridge:
        return self.window.bridge

    @property
    def page(self) -> OpportunityPage:
        page = self.window.page
        assert isinstance(page, OpportunityPage)
        return page

    @property
    def panel(self) -> ActionPanel:
        return self.page.panel

    def do(self, name: str, /, **arguments: object) -> Done:
        """Carry out an action behind the window's back."""
        return self.workspace.perform(Action(name, **arguments)).result(timeout=20)

    def ask(self, name: str, /, **arguments: object) -> Any:
        return self.workspace.ask(Query(name, **arguments)).result(timeout=20)

    def read(self) -> Any:
        """The opportunity as the core has it now."""
        return self.ask("opportunity_page", id=self.page.place.id)

    def settle(self) -> None:
        """Wait until every answer has come and everything is laid out."""
        self.qtbot.waitUntil(self.bridge.is_idle, timeout=10_000)
        for _ in range(3):
            QApplication.sendPostedEvents()
            QApplication.processEvents()
        self.qtbot.waitUntil(self.bridge.is_idle, timeout=10_000)

    def until(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=10_000)
        self.settle()

    def open(self, opportunity: int) -> OpportunityPage:
        self.window.show_place(Place("opportunity", opportunity))
        self.settle()
        return self.page

    def sale(self, **fields: object) -> OpportunityPage:
        """Run the corporate sale on a new opportunity (L1) and stand on its page."""
        made = self.do("run_process", process="corporate_sale").result["opportunity"]
        assert isinstance(made, int)
        if fields:
            self.do("save_opportunity", id=made, version=self.ask("opportunity_page", id=made).version, fields=fields)
        return self.open(made)

    def find(self, name: str, kind: type[QWidget] = QWidget) -> Any:
        """The one visible widget of that object name."""
        found = [widget for widget in self.window.findChildren(kind, name) if widget.isVisible()]
        assert len(found) == 1, f"{len(found)} visible widgets {name}"
        return found[0]

    def shown(self, name: str) -> bool:
        return any(widget.isVisible() for widget in self.window.findChildren(QWidget, name))

    def click(self, target: str | QWidget) -> None:
        widget = self.find(target) if isinstance(target, str) else target
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def keys(self, text: str, target: QWidget | None = None) -> None:
        """Type into the widget that has the keyboard."""
        QTest.keyClicks(target or QApplication.focusWidget(), text)

    def key(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, *, settle: bool = True
    ) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        if settle:
            self.settle()

    def write(self, name: str, text: str) -> None:
        """Go into a field, replace what stands there by typing, and leave it."""
        editor = self.find(name)
        editor.setFocus()
        QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(editor, Qt.Key.Key_Delete)
        QTest.keyClicks(editor, text)

    def cards(self) -> list[MiniCard]:
        """The mini-cards in the order of the panel."""
        found = [card for card in self.window.findChildren(MiniCard, "miniCard") if card.isVisible()]
        return sorted(found, key=lambda card: (card.y(), card.x()))

    def card(self, words: str) -> MiniCard:
        found = [card for card in self.cards() if words in card.title.text()]
        assert len(found) == 1, [card.title.text() for card in self.cards()]
        return found[0]

    def complete(self, words: str, result: str, **fields: str) -> None:
        """Complete a task in place by mouse and keyboard."""
        self.click(self.card(words).complete_button)
        self.click(f"result_{result}")
        for name, text in fields.items():
            self.write(name, text)
        self.click("confirmButton")


@pytest.fixture
def desk(qtbot: Any, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A window of Anna Kern on an empty workspace, Monday 23 November 2026, 10:42."""
    before = QLocale()
    look = getattr(qapp, "_dealwright_theme", None) or Theme(qapp, choice="light", pixels=13)
    language = Language(qapp, "en")
    workspace = Workspace.open(
        prepared(f"sqlite:///{tmp_path / 'sale.db'}"), person="Anna Kern", clock=lambda: NOW, zone=UTC
    )
    window = MainWindow()
    window.build(workspace, theme=look, language=language)
    window.resize(1440, 900)
    window.show()
    window.begin()
    made = Desk(qtbot, window, workspace, language)
    made.settle()
    qtbot.waitUntil(lambda: window.page is not None, timeout=10_000)
    made.settle()
    yield made
    page = window.page
    if page is not None:
        page.discard()
        made.settle()
    window.close()
    workspace.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # before the language ends: nothing is said anew
    language.end()
    QLocale.setDefault(before)
    QApplication.sendPostedEvents()
