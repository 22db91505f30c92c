"""The cards of one column: ids and cards are read as they come into view, however long the column is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

from desktop.views.board import BoardCard, BoardColumn
from desktop.views.exchange import Query
from desktop.views.rows import ListFilter
from ui.bridge import Bridge
from ui.formats import money_text
from ui.lists.cells import due_words

WINDOW = 40
"""How many cards are read at a time."""
CARD_ROLE = Qt.ItemDataRole.UserRole

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ColumnModel(QAbstractTableModel):
    """The opportunities on one stage, in the order of the board.

    The board brings the number, the first ids and their cards; all ids are asked for once a card behind those is
    looked at, cards once they are looked at. Answers for an earlier state of the column are dropped.
    """

    def __init__(self, bridge: Bridge, clock: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._clock = clock
        self._code = ""
        self._filter = ListFilter()
        self._sort = ""
        self._count = 0
        self._ids: tuple[int, ...] = ()
        self._cards: dict[int, BoardCard] = {}
        self._stale: set[int] = set()
        self._asked: set[int] = set()
        self._gone: set[int] = set()
        self._wanted: dict[int, None] = {}
        self._asking_ids = False
        self._waiting: list[tuple[int, Callable[[int], object]]] = []
        self._generation = 0
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(0)
        self._look.timeout.connect(self._fetch)

    def set_column(self, column: BoardColumn, cards: Mapping[int, BoardCard], filter: ListFilter, sort: str) -> bool:
        """Show a column as the board has it now; return whether the view was reset."""
        same = column.count == self._count and column.ids == self._ids[: len(column.ids)]
        self._generation += 1
        self._asked.clear()
        self._wanted.clear()
        self._waiting.clear()
        self._gone.clear()
        self._asking_ids = False
        self._code, self._filter, self._sort = column.code, filter, sort
        if not same:
            self.beginResetModel()
            self._count, self._ids = column.count, column.ids
        known = set(self._ids)
        self._cards = {record: card for record, card in self._cards.items() if record in known}
        self._cards.update({record: cards[record] for record in column.ids if record in cards})
        self._stale = set(self._cards) - set(cards)
        if not same:
            self.endResetModel()
        elif self._count:
            self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, 0))
        if len(self._ids) > len(column.ids):
            self._ask_ids()
        return not same

    def is_complete(self) -> bool:
        """Whether nothing that was looked at is awaited."""
        return not (self._asked or self._wanted or self._asking_ids or self._look.isActive())

    def ids(self) -> tuple[int, ...]:
        """Return the ids known so far, from the top."""
        return self._ids

    def card(self, row: int) -> BoardCard | None:
        """Return the card of a row; None while it is not read."""
        record = self.id_at(row)
        return self._cards.get(record) if record is not None else None

    def id_at(self, row: int) -> int | None:
        """Return the opportunity of a row; None while its id is not known."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def locate(self, record: int, found: Callable[[int], object]) -> None:
        """Call ``found`` with the row of an opportunity, at once or when all ids are there; not if it is not here."""
        if record in self._ids:
            found(self._ids.index(record))
        elif len(self._ids) < self._count:
            self._waiting.append((record, found))
            self._ask_ids()

    # Qt's side

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """How many opportunities stand on the stage."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """One card is one cell."""
        return 0 if parent.isValid() else 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return title, what is read out, the tool tip or the card; ask for the card where it is not there."""
        card = self.card(index.row())
        if role in {Qt.ItemDataRole.DisplayRole, CARD_ROLE}:
            record = self.id_at(index.row())
            if (card is None and record not in self._gone) or record in self._stale:
                self._want(index.row())
        if role == CARD_ROLE:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return "…" if card is None else card.title
        if card is None:
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(self.facts(card))
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(self.facts(card))
        return None

    def facts(self, card: BoardCard) -> list[str]:
        """Return everything that a card says, one fact after the other, in the language in force."""
        amount = "" if card.amount is None else money_text(card.amount)
        step = " · ".join(part for part in (self.due(card), card.next_step) if part)
        facts = (card.title, card.account, amount, step, self.tr("%n day(s) on this stage", "", card.days), card.owner)
        return [fact for fact in (*facts, card.number) if fact]

    def days_text(self, days: int) -> str:
        """Say shortly how long a card has stood on its stage."""
        return self.tr("{days} d").format(days=QLocale().toString(days))

    def due(self, card: BoardCard) -> str:
        """Say when the next step is due, or that there is none (N7)."""
        return due_words(card, card.next_due, self._clock())

    # fetching

    def _want(self, row: int) -> None:
        if row >= len(self._ids):
            self._asking_ids = self._asking_ids or self._count > len(self._ids)
        else:
            window = row // WINDOW
            if window in self._asked:
                return
            self._wanted[window] = None
        if not self._look.isActive():
            self._look.start()

    def _fetch(self) -> None:
        if self._asking_ids:
            self._ask_ids()
        for window in self._wanted:
            ids = self._ids[window * WINDOW : (window + 1) * WINDOW]
            self._asked.add(window)
            self._bridge.ask(
                Query("board_cards", ids=ids), partial(self._cards_arrived, self._generation, window), owner=self
            )
        self._wanted.clear()

    def _ask_ids(self) -> None:
        self._asking_ids = True
        query = Query("board_ids", stage=self._code, filter=self._filter, sort=self._sort)
        self._bridge.ask(query, partial(self._ids_arrived, self._generation), owner=self, key="ids")

    def _ids_arrived(self, generation: int, ids: tuple[int, ...]) -> None:
        if generation != self._generation:
            return
        self._asking_ids = False
        if len(ids) != self._count or ids[: len(self._ids)] != self._ids:
            self.beginResetModel()
            self._count, self._ids = len(ids), ids
            self.endResetModel()
        else:
            self._ids = ids
            self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, 0))
        waiting, self._waiting = self._waiting, []
        for record, found in waiting:
            if record in ids:
                found(ids.index(record))

    def _cards_arrived(self, generation: int, window: int, cards: tuple[BoardCard, ...]) -> None:
        if generation != self._generation:
            return
        self._asked.discard(window)
        self._cards.update({card.id: card for card in cards})
        first = window * WINDOW
        ids = self._ids[first : first + WINDOW]
        self._stale.difference_update(ids)
        self._gone.update(record for record in ids if record not in self._cards)
        last = min(first + WINDOW, self._count) - 1
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, 0))
