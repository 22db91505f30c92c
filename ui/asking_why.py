"""Asking why (N2) everywhere: Shift+F1 asks about what has the keyboard, a right click about what is there.

Whatever can be asked about has a method ``why_asked(point)``: it returns an :class:`Asked` for a point of its own or,
without one, for what is chosen in it; None where nothing is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QMenu, QWidget

from ui.asked import Asked
from ui.icons import set_icon
from ui.why import WhyPopup

if TYPE_CHECKING:
    from ui.window import MainWindow

KEYS = "Shift+F1"


class Asker(QObject):
    """Belongs to the window; :meth:`of` returns it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._popup: WhyPopup | None = None
        self._spot: QWidget | None = None

    @classmethod
    def of(cls, window: MainWindow) -> Asker:
        """Return the window's own, made when it is first needed."""
        found = window.findChild(cls, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return found if isinstance(found, cls) else cls(window)

    def ask(self) -> None:
        """Ask about what has the keyboard, else about the page; say so where there is nothing to ask about."""
        asked = find(QApplication.focusWidget(), None) or find(self._window.page, None)
        if asked is None:
            nothing = self.tr("There is nothing chosen here that could be explained: choose a task or a record first.")
            self._window.bridge.refused.emit(nothing)
        else:
            self.show_answer(asked)

    def show_answer(self, asked: Asked) -> None:
        """Ask, and show the answer where it was asked."""
        if self._popup is None:
            self._popup = WhyPopup(self._window, self._window.bridge, go=None)
            self._popup.followed.connect(self._window.show_place)
        self._popup.ask(asked.query, self._spot_at(asked))

    def open_menu(self, event: QContextMenuEvent) -> bool:
        """Open a menu with "Why?" for what is below a right click; tell whether there is something."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        below = self._window.childAt(event.pos()) if by_mouse else QApplication.focusWidget()
        asked = find(below, event.globalPos() if by_mouse else None)
        if asked is None:
            return False
        menu = QMenu(self._window)
        menu.setObjectName("whyMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        add_to(menu, self._window, asked)
        menu.popup(event.globalPos())
        return True

    def _spot_at(self, asked: Asked) -> QWidget:
        """Return an unseen widget at the place that is asked about, for the popup to stand at."""
        if self._spot is not None and shiboken6.isValid(self._spot):
            self._spot.deleteLater()
        inside = asked.widget.viewport() if isinstance(asked.widget, QAbstractScrollArea) else asked.widget
        spot = QWidget(inside)
        spot.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        spot.setGeometry(asked.area.intersected(inside.rect()))
        spot.show()
        self._spot = spot
        return spot


def find(widget: QWidget | None, point: QPoint | None) -> Asked | None:
    """Return what can be asked about at a point of the screen, or what is chosen, in a widget or in those around it."""
    while widget is not None:
        ask = getattr(widget, "why_asked", None)
        if ask is not None:
            inside = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
            asked: Asked | None = ask(None if point is None else inside.mapFromGlobal(point))
            if asked is not None:
                return asked
        widget = None if widget.isWindow() else widget.parentWidget()
    return None


def add_to(menu: QMenu, window: QWidget, asked: Asked | None) -> None:
    """Add "Why?" to a menu about what it is about; nothing where that cannot be asked."""
    if asked is None or not hasattr(window, "bridge"):
        return
    action = menu.addAction(f"{_words()}\t{KEYS}")
    action.setObjectName("whyAction")
    set_icon(action, "circle-help", tone="muted", size=14)
    asker = Asker.of(window)  # type: ignore[arg-type]
    action.triggered.connect(lambda _checked=False: asker.show_answer(asked))


def _words() -> str:
    return QApplication.translate("Asker", "Why?")
