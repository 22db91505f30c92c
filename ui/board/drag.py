"""A card that is carried by the mouse: its picture, and what dropping it would do or why it cannot (N1, R9)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, QPointF, Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop.views.board import BoardCard
from desktop.views.exchange import Query
from desktop.views.opportunities import Consequences
from ui.board.column import BoardColumn
from ui.bridge import Bridge
from ui.formats import sentence
from ui.stage_tip import StageTip


class CardDrag(QObject):
    """One drag at a time. All columns are asked about when it begins, by the dry run of the real engine."""

    def __init__(self, bridge: Bridge, columns: Callable[[], Sequence[BoardColumn]], board: QWidget) -> None:
        super().__init__(board)
        self._bridge = bridge
        self._columns = columns
        self._board = board
        self._card: BoardCard | None = None
        self._home: BoardColumn | None = None
        self._target: BoardColumn | None = None
        self._known: dict[str, Consequences] = {}
        self._ghost: QLabel | None = None
        self._tip: StageTip | None = None
        self._offset = QPoint()

    @property
    def card(self) -> BoardCard | None:
        """The card that is held; None while none is."""
        return self._card

    def tip_text(self) -> str:
        """Return what is said about the column under the mouse now."""
        return self._tip.text() if self._tip is not None and self._tip.isVisible() else ""

    def begin(self, home: BoardColumn, card: BoardCard, point: QPointF) -> None:
        """Take a card up; every other column is asked about."""
        self._card, self._home, self._target, self._known = card, home, None, {}
        picture = home.cards.picture(card)
        ghost = self._ghost = QLabel(self._board.window())
        ghost.setObjectName("carriedCard")
        ghost.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        ghost.setPixmap(picture)
        ghost.resize(picture.deviceIndependentSize().toSize())
        self._offset = QPoint(min(ghost.width() // 2, 90), 18)
        ghost.show()
        home.cards.set_busy(frozenset({card.id}))
        for column in self._columns():
            if column is not home:
                query = Query("stage_consequences", opportunity=card.id, stage=column.code)
                answered = partial(self._answered, card.id, column.code)
                self._bridge.ask(query, answered, lambda _error: None, owner=self, key=column.code)
        self.carry(point)

    def carry(self, point: QPointF) -> None:
        """Follow the mouse and say what dropping here would do."""
        if self._ghost is None:
            return
        window = self._board.window()
        self._ghost.move(window.mapFromGlobal(point.toPoint()) - self._offset)
        self._ghost.raise_()
        self._point_at(self.column_at(point))
        if self._tip is not None:
            self._tip.raise_()

    def end(self, point: QPointF) -> tuple[BoardCard, BoardColumn, str] | None:
        """Put the card down; return it, the column under it and why it cannot stay there, "" where it can."""
        card, home, target = self._card, self._home, self.column_at(point)
        refused = self._known[target.code].refused if target is not None and target.code in self._known else ""
        self.cancel()
        return None if card is None or target is None or target is home else (card, target, refused)

    def cancel(self) -> None:
        """Put everything back as it was."""
        if self._home is not None:
            self._home.cards.set_busy(frozenset())
        if self._ghost is not None:
            self._ghost.hide()
            self._ghost.deleteLater()
        if self._tip is not None:
            self._tip.hide()
        for column in self._columns():
            column.set_target(False)
            column.veil.say("")
        self._card = self._home = self._target = self._ghost = None
        self._known = {}

    def column_at(self, point: QPointF) -> BoardColumn | None:
        """Return the column under a point of the screen."""
        if not self._board.rect().contains(self._board.mapFromGlobal(point.toPoint())):
            return None
        for column in self._columns():
            if column.rect().contains(column.mapFromGlobal(point.toPoint())):
                return column
        return None

    def _point_at(self, target: BoardColumn | None) -> None:
        if target is self._target:
            return
        if self._target is not None:
            self._target.set_target(False)
        self._target = target
        self._say()

    def _say(self) -> None:
        target = self._target
        known = None if target is None else self._known.get(target.code)
        if target is not None and known is not None:
            target.set_target(not known.refused)
        if target is None or known is None or (known.refused and not target.is_folded()):
            if self._tip is not None:
                self._tip.hide()
            return
        if self._tip is None:
            self._tip = StageTip(self._board.window())
        self._tip.say(sentence(known.refused or known.text), target.tip_anchor)
        self._tip.raise_()

    def _answered(self, record: int, code: str, follows: Consequences) -> None:
        if self._card is None or self._card.id != record:
            return
        self._known[code] = follows
        for column in self._columns():
            if column.code == code:
                column.veil.say(follows.refused)
        if self._target is not None and self._target.code == code:
            self._say()
