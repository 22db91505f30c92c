"""Moving a card to another stage: by the keys and a popup, or carried there with the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from desktop.views.board import BoardCard
from desktop.views.board import BoardColumn as ColumnView
from desktop.views.exchange import Action, Done, Refused
from ui.board.column import BoardColumn
from ui.board.drag import CardDrag
from ui.board.move_popup import MovePopup
from ui.theme import theme

if TYPE_CHECKING:
    from ui.board.page import BoardPage

_EDGE_MS = 30


class Moving(QObject):
    """Performs the one action that enters a stage, and goes along with the card once it stands where it belongs."""

    moved = Signal()
    """A card stands on another stage: the board is to be read again."""
    arrived = Signal(object)
    """The moved card is shown and current in this column."""

    def __init__(self, page: BoardPage) -> None:
        super().__init__(page)
        self._page = page
        self._bridge = page.bridge
        self._moved: tuple[int, str] | None = None
        self._popup: MovePopup | None = None
        self.drag = CardDrag(page.bridge, page.columns, page.board)
        self._edge = QTimer(self)
        self._edge.setInterval(_EDGE_MS)
        self._edge.timeout.connect(self._scroll_at_edge)
        self._point = QPointF()
        for signal in (page.bridge.asked, page.bridge.trouble, page.bridge.fault):
            signal.connect(self.nothing_moves)

    def offer(self, stages: Sequence[ColumnView], column: BoardColumn, steps: int) -> None:
        """Offer the next (1) or previous (-1) stage for the card, with what would follow; again: the one after that."""
        if self._popup is not None and self._popup.isVisible():
            self._popup.step(steps)
            return
        card = self._page.current()
        if card is None:
            return
        codes = [view.code for view in stages]
        place = (codes.index(column.code) + steps) % len(codes)
        others = [view for view in stages if view.code != column.code]
        if others:
            anchor = column.cards.card_area(column.cards.current_row())
            self._made_popup().open_for(card, others, codes[place], anchor)

    def _made_popup(self) -> MovePopup:
        if self._popup is None:
            self._popup = MovePopup(self._page.window(), self._bridge)
            self._popup.confirmed.connect(self._move)
        return self._popup

    def _move(self, card: BoardCard, code: str) -> None:
        """Enter a stage by the one action for it: gate, closing questions, toast and undo come with it."""
        for column in self._page.columns():
            column.cards.set_busy(frozenset({card.id}))

        def done(_done: Done) -> None:
            self._moved = (card.id, code)
            self.moved.emit()

        action = Action("change_stage", opportunity=card.id, stage=code)
        self._bridge.perform(action, done, self._refused, owner=self)

    def _refused(self, refused: Refused) -> None:
        self.nothing_moves()
        self._bridge.refused.emit(str(refused))

    def nothing_moves(self, *_what: object) -> None:
        """No card is on its way any more."""
        if self.drag.card is None:
            for column in self._page.columns():
                column.cards.set_busy(frozenset())

    def follow(self) -> None:
        """Go along with a card that was moved, once it stands where it belongs now."""
        if self._moved is None:
            return
        record, code = self._moved
        self._moved = None
        column = next((one for one in self._page.columns() if one.code == code), None)
        if column is not None and not column.is_folded():
            column.model.locate(record, partial(self._show_moved, column))

    def _show_moved(self, column: BoardColumn, row: int) -> None:
        now = QApplication.focusWidget()
        column.cards.choose_row(row, in_the_middle=True)
        if now is None or now is self._page or self._page.isAncestorOf(now):
            column.cards.setFocus(Qt.FocusReason.OtherFocusReason)
        self.arrived.emit(column)

    # drag and drop

    def taken(self, column: BoardColumn, card: BoardCard, point: QPointF) -> None:
        """Take hold of a card."""
        self._point = point
        self.drag.begin(column, card, point)
        self._edge.start()

    def carried(self, point: QPointF) -> None:
        """The card is carried over this point."""
        self._point = point
        self.drag.carry(point)

    def let_go(self, point: QPointF) -> None:
        """Drop the card: it enters the stage of the column under it."""
        self._edge.stop()
        dropped = self.drag.end(point)
        if dropped is None:
            return
        card, column, refused = dropped
        if refused:
            self._bridge.refused.emit(refused)
        else:
            self._move(card, column.code)

    def put_back(self) -> None:
        """Give up carrying."""
        self._edge.stop()
        self.drag.cancel()

    def _scroll_at_edge(self) -> None:
        """Scroll sideways while a card is held near an edge."""
        point = self._page.area.viewport().mapFromGlobal(self._point.toPoint())
        reach, bar = theme().px(28), self._page.area.horizontalScrollBar()
        if point.x() < reach:
            bar.setValue(bar.value() - theme().px(12))
        elif point.x() > self._page.area.viewport().width() - reach:
            bar.setValue(bar.value() + theme().px(12))
        else:
            return
        self.drag.carry(self._point)

    def close(self) -> None:
        """Nothing floats above a page that is not shown."""
        if self._popup is not None:
            self._popup.close_popup()
