"""A hand that clicks and types in the real window as a person does, waits for what it should see, takes pictures."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, QObject, QPoint, Qt, QThread
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QMenu,
    QScrollArea,
    QTabWidget,
    QWidget,
)

PATIENCE_MS = 15_000
"""How long the hand waits for something to appear before it calls that a fault."""

_QUICKLY = 80
"""How a picture is packed: hardly larger than at best, in two thirds of the time."""

Kind = TypeVar("Kind", bound=QWidget)


class NotSeen(Exception):
    """What should be on the screen did not come, or cannot be clicked."""


class Robot:
    """Drives one window. Nothing is called that a person could not reach by mouse or keyboard."""

    def __init__(self, window: QWidget) -> None:
        self.window = window
        self._popup: QWidget | None = None
        self._held: QWidget | None = None
        self._target: QWidget | None = None

    # waiting -------------------------------------------------------------------------------------

    def until(self, condition: Callable[[], object], what: str) -> None:
        """Let the window work until the condition holds. Raises NotSeen, naming ``what``, after 15 seconds."""
        deadline = QDeadlineTimer(PATIENCE_MS)
        while not condition():
            if deadline.hasExpired():
                raise NotSeen(what)
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
            QCoreApplication.sendPostedEvents(None, 0)
            QThread.msleep(1)  # the database's thread needs the interpreter too

    def settle(self) -> None:
        """Let the window finish what it has begun: answers of the database, layouts, paints."""
        for _ in range(3):
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
            QCoreApplication.sendPostedEvents(None, 0)

    # finding -------------------------------------------------------------------------------------

    def all(self, name: str, kind: type[Kind], inside: QWidget | None = None) -> list[Kind]:
        """Return the visible widgets of that name, in every window of the program."""
        found: list[Kind] = []
        roots = [inside] if inside is not None else [w for w in QApplication.topLevelWidgets() if w.isVisible()]
        for root in roots:
            candidates = [root, *root.findChildren(kind, name)]
            found += [w for w in candidates if isinstance(w, kind) and w.objectName() == name and w.isVisible()]
        unique: list[Kind] = []
        for widget in found:
            if shiboken6.isValid(widget) and widget not in unique:
                unique.append(widget)
        return unique

    def find(self, name: str, kind: type[Kind], inside: QWidget | None = None) -> Kind:
        """Wait for the visible widget of that name and return it."""
        self.until(lambda: self.all(name, kind, inside), f"{name} should be there")
        return self.all(name, kind, inside)[0]

    # acting --------------------------------------------------------------------------------------

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Press and release the left button on the middle of a widget (or at a point of it)."""
        self._show(widget)
        if not widget.isEnabled():
            raise NotSeen(f"{widget.objectName() or type(widget).__name__} should be enabled: {widget.toolTip()}")
        QTest.mouseClick(
            widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at or widget.rect().center()
        )
        self.settle()

    def choose(self, menu: QMenu, action: QAction) -> None:
        """Click an entry of an open menu."""
        self.until(menu.isVisible, "the menu should be open")
        QTest.mouseClick(
            menu,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            menu.actionGeometry(action).center(),
        )
        self.settle()

    def choose_named(self, name: str) -> None:
        """Click the entry with that object name in whichever menu is open."""

        def entry() -> tuple[QMenu, QAction] | None:
            for menu in QApplication.topLevelWidgets():
                if isinstance(menu, QMenu) and menu.isVisible():
                    for action in menu.actions():
                        if action.objectName() == name:
                            return menu, action
            return None

        self.until(entry, f"the entry {name} should be in an open menu")
        found = entry()
        if found is not None:
            self.choose(*found)

    def choose_tab(self, tabs: QTabWidget, number: int) -> None:
        """Click a tab, or its name in the menu of those for which there is no room."""
        row = tabs.tabBar()
        if row.isTabVisible(number):
            self.click(row, row.tabRect(number).center())
        else:
            self.click(self.find("moreTabsButton", QAbstractButton, tabs))
            self.choose_named(f"moreTab{number}")
        self.until(lambda: tabs.currentIndex() == number, f"the tab {tabs.tabText(number)} should be shown")

    def type(self, widget: QWidget, text: str) -> None:
        """Click into a field, select what is there, and type over it."""
        self.click(widget)
        target = QApplication.focusWidget() or widget
        QTest.keySequence(target, QKeySequence(QKeySequence.StandardKey.SelectAll))
        self.keys(text)

    def keys(self, text: str) -> None:
        """Type into whatever has the focus."""
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self._focused(), letter)
                continue
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):  # QTest knows ASCII only
                event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(self._focused(), event)
        self.settle()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key, with modifiers, in whatever has the focus."""
        QTest.keyClick(self._focused(), key, modifiers)
        self.settle()

    def click_row(self, view: QAbstractItemView, row: int, *, twice: bool = False) -> None:
        """Click a row of a list, or double-click it."""
        model = view.model()
        self.until(lambda: model.rowCount() > row, f"{view.objectName()} should have row {row}")
        index = model.index(row, 0)
        view.scrollTo(index)
        self.settle()
        place = view.visualRect(index).center()
        click = QTest.mouseDClick if twice else QTest.mouseClick
        if twice:
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        click(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        self.settle()

    def take(self, view: QAbstractItemView, row: int) -> None:
        """Press the left button on a row and move a little, so that a drag begins."""
        place = view.visualRect(view.model().index(row, 0)).center()
        self._held = view.viewport()
        QTest.mousePress(self._held, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        QTest.mouseMove(self._held, place + QPoint(0, 2 * QApplication.startDragDistance()))
        self.settle()

    def carry(self, target: QWidget) -> None:
        """Move what was taken above a widget."""
        self._target = target
        self.until(lambda: self._held is not None, "something should be held")
        if self._held is not None:
            QTest.mouseMove(self._held, self._above(self._held, target))
        self.settle()

    def let_go(self) -> None:
        """Let it go there."""
        held, target = self._held, self._target
        self._held = self._target = None
        if held is None or target is None:
            raise NotSeen("something should be held")
        button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mouseRelease(held, button, none, self._above(held, target))
        self.settle()

    def hover(self, widget: QWidget) -> None:
        """Rest the pointer on a widget."""
        self._show(widget)
        QTest.mouseMove(widget, widget.rect().center())
        self.settle()

    # pictures ------------------------------------------------------------------------------------

    def picture(self, file: Path) -> None:
        """Save the window as it looks now, with the menus and popups that stand above it."""
        self.settle()
        image = self.window.grab()
        painter = QPainter(image)
        origin = self.window.mapToGlobal(QPoint(0, 0))
        for above in QApplication.topLevelWidgets():
            if above is self.window or not above.isVisible() or above.windowType() == Qt.WindowType.ToolTip:
                continue
            painter.drawPixmap(above.mapToGlobal(QPoint(0, 0)) - origin, above.grab())
        painter.end()
        file.parent.mkdir(parents=True, exist_ok=True)
        if not image.save(str(file), "PNG", _QUICKLY):
            raise OSError(f"{file} cannot be written")

    # inside --------------------------------------------------------------------------------------

    @staticmethod
    def _above(held: QWidget, target: QWidget) -> QPoint:
        return held.mapFromGlobal(target.mapToGlobal(target.rect().center()))

    def _focused(self) -> QWidget:
        # Kept: with the last reference to a popup, PySide takes what stands in it for deleted.
        popup = self._popup = QApplication.activePopupWidget()
        if popup is not None and (popup.focusWidget() is None or isinstance(popup, QMenu)):
            return popup
        return QApplication.focusWidget() or QApplication.activeWindow() or self.window

    def _show(self, widget: QWidget) -> None:
        """Scroll to a widget as a person would."""
        self.until(widget.isVisible, f"{widget.objectName()} should be visible")
        parent: QObject | None = widget.parent()
        while parent is not None:
            if isinstance(parent, QScrollArea) and not isinstance(widget, QAbstractScrollArea | type(parent)):
                parent.ensureWidgetVisible(widget)
            parent = parent.parent()
        self.settle()
