"""List or board: the switch in the head of both, and which of them the opportunities were shown in last."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast
from weakref import WeakKeyDictionary

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from desktop.views.exchange import Place
from ui.theme import theme
from ui.widgets.buttons import Button

if TYPE_CHECKING:
    from desktop.views.rows import ListFilter
    from ui.remembered import Remembered

LIST, BOARD = "opportunities", "board"

_chosen: WeakKeyDictionary[QWidget, str] = WeakKeyDictionary()
_carried: WeakKeyDictionary[QWidget, ListFilter] = WeakKeyDictionary()


def keep(window: QWidget, view: str) -> None:
    """Remember which of both was shown last, on this computer too."""
    if _chosen.get(window) == view:
        return
    _chosen[window] = view
    memory = _memory(window)
    if memory is not None:
        memory.keep(opportunities__view=view)


def section(window: QWidget, place: Place) -> Place:
    """Return where the section of the opportunities leads: to the list or the board, whichever was shown last."""
    if place != Place(LIST):
        return place
    memory = _memory(window)
    chosen = _chosen.get(window) or (memory.text("opportunities/view") if memory is not None else "")
    return Place(BOARD) if chosen == BOARD else place


def hand_over(window: QWidget, filter: ListFilter) -> None:
    """Take what one of both is narrowed to along to the other."""
    _carried[window] = filter


def handed_over(window: QWidget) -> ListFilter | None:
    """Return what was taken along, once."""
    return _carried.pop(window, None)


def _memory(window: QWidget) -> Remembered | None:
    return cast("Remembered | None", getattr(window, "remembered", None))


class ViewSwitch(QWidget):
    """Two buttons, one of them pressed."""

    wanted = Signal(str)
    """The name of the place that the other button leads to."""

    def __init__(self, view: str, parent: QWidget) -> None:
        """``view`` is the one that is shown where the switch stands."""
        super().__init__(parent)
        self.setObjectName("viewSwitch")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(4))
        self._group = QButtonGroup(self)
        self.list_button = Button("", self, icon="list-checks", small=True, name="listViewButton")
        self.board_button = Button("", self, icon="square-kanban", small=True, name="boardViewButton")
        self._view = view
        for name, button in ((LIST, self.list_button), (BOARD, self.board_button)):
            button.setCheckable(True)
            self._group.addButton(button)
            button.clicked.connect(lambda _on=False, name=name: self._pressed(name))
            row.addWidget(button)
        self.show_view()
        self.retranslate()

    def show_view(self) -> None:
        """Press the button of what is shown."""
        (self.board_button if self._view == BOARD else self.list_button).setChecked(True)

    def retranslate(self) -> None:
        """Say the words in the language in force."""
        self.list_button.setText(self.tr("List"))
        self.board_button.setText(self.tr("Board"))
        self.list_button.setToolTip(self.tr("Show as a list"))
        self.board_button.setToolTip(self.tr("Show as a board by stages"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _pressed(self, name: str) -> None:
        self.show_view()
        if name != self._view:
            self.wanted.emit(name)
