"""The model of a list: it holds ids and fetches rows by windows when they come into view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

from desktop.views.exchange import Query
from ui.bridge import Bridge
from ui.lists.cells import cell_text
from ui.lists.columns import Column, heading

WINDOW = 256
"""How many rows are fetched at a time."""
PLACEHOLDER = "…"
ROW_ROLE = Qt.ItemDataRole.UserRole
MOST_KNOWN = 20 * WINDOW
"""How many rows read are kept while the list is narrowed and sorted anew."""
AT_ONCE = 3
"""How many windows of rows are asked for at most after one look; those looked at last."""

FEW = 20
"""So many records are looked for one by one; more of them by going through all rows once."""

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ListModel(QAbstractTableModel):
    """Rows of one subject ("opportunity", ...) in the order of the ids given.

    A row not fetched yet shows a placeholder and is asked for once the view has painted; rows of an earlier set of ids
    are dropped when they come late. ``data(ROW_ROLE)`` is the row's dataclass, or None so far.
    """

    def __init__(
        self,
        bridge: Bridge,
        subject: str,
        columns: tuple[Column, ...],
        clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._subject = subject
        self._columns = columns
        self._clock = clock
        self._ids: tuple[int, ...] = ()
        self._rows: dict[int, Any] = {}
        self._stale: set[int] = set()
        self._generation = 0
        self._wanted: dict[int, None] = {}
        self._under_way: set[int] = set()
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(0)
        self._look.timeout.connect(self._fetch)

    def columns(self) -> tuple[Column, ...]:
        """Return the columns in their first order."""
        return self._columns

    def ids(self) -> tuple[int, ...]:
        """Return all ids in their order."""
        return self._ids

    def id_at(self, row: int) -> int | None:
        """Return the id of a row."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def row_of(self, record: int) -> int | None:
        """Return where a record stands, or None."""
        # Asked for a handful of records only: looking through 100 000 ids takes a millisecond, a dict of them ten.
        try:
            return self._ids.index(record)
        except ValueError:
            return None

    def spans_of(self, records: Sequence[int]) -> list[tuple[int, int]]:
        """Return the rows of these records as spans from first to last; records that are gone are left out."""
        if len(records) > FEW:
            wanted = set(records)
            rows = [row for row, record in enumerate(self._ids) if record in wanted]
        else:
            rows = sorted(row for record in records if (row := self.row_of(record)) is not None)
        spans: list[tuple[int, int]] = []
        for row in rows:
            if spans and row == spans[-1][1] + 1:
                spans[-1] = (spans[-1][0], row)
            else:
                spans.append((row, row))
        return spans

    def row_data(self, row: int) -> Any | None:
        """Return the dataclass of a row, None while it is not fetched."""
        record = self.id_at(row)
        return None if record is None else self._rows.get(record)

    def cell(self, row: int, column: int) -> tuple[Any | None, Column, str]:
        """Return the row's dataclass (None so far), the column and the text: all that painting a cell needs."""
        record, shown = self._ids[row], self._columns[column]
        data = self._rows.get(record)
        if data is None or record in self._stale:
            self._want(row // WINDOW)
        if data is None:
            return None, shown, PLACEHOLDER if column == 0 else ""
        return data, shown, cell_text(data, shown, self._clock())

    def is_complete(self) -> bool:
        """Whether no row is awaited."""
        return not self._wanted and not self._under_way and not self._look.isActive()

    def set_ids(self, ids: tuple[int, ...]) -> bool:
        """Show these records; rows known already stay on show until they have been read again.

        Return whether the view was reset (selection and place are lost then); it is not for the same ids.
        """
        self._generation += 1
        self._wanted.clear()
        self._under_way.clear()
        if ids == self._ids:
            self._stale.update(self._rows)
            if ids:
                self.dataChanged.emit(self.index(0, 0), self.index(len(ids) - 1, len(self._columns) - 1))
            return False
        self.beginResetModel()
        self._ids = ids
        if len(self._rows) > MOST_KNOWN:
            self._rows.clear()
        self._stale = set(self._rows)
        self.endResetModel()
        return True

    def forget_rows(self) -> None:
        """Show nothing that was read so far (another language, another person)."""
        self._rows.clear()
        self._stale.clear()

    # Qt's side

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """How many records there are."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return text, alignment or row; ask for the row if it is not there."""
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.kind in {"number", "money"} else _LEFT
        if role not in {
            Qt.ItemDataRole.DisplayRole,
            ROW_ROLE,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        }:
            return None
        record = self._ids[index.row()]
        row = self._rows.get(record)
        if (row is None or record in self._stale) and role in {Qt.ItemDataRole.DisplayRole, ROW_ROLE}:
            self._want(index.row() // WINDOW)
        if role == ROW_ROLE:
            return row
        if row is None:
            return PLACEHOLDER if index.column() == 0 else ""
        text = cell_text(row, column, self._clock())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{heading(self._subject, column.name)}: {text}" if text else ""
        return text

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the heading of a column."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return heading(self._subject, column.name)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.kind in {"number", "money"} else _LEFT
        return None

    def retranslate(self) -> None:
        """Say headings and cells in the language in force."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(self._columns) - 1))

    # fetching

    def _want(self, window: int) -> None:
        if window in self._under_way:
            return
        self._wanted.pop(window, None)
        self._wanted[window] = None
        if not self._look.isActive():
            self._look.start()

    def _fetch(self) -> None:
        windows = list(self._wanted)[-AT_ONCE:]
        self._wanted.clear()
        for window in windows:
            ids = self._ids[window * WINDOW : (window + 1) * WINDOW]
            if not ids:
                continue
            self._under_way.add(window)
            self._bridge.ask(
                Query("list_rows", subject=self._subject, ids=ids),
                partial(self._arrived, self._generation, window),
                owner=self,
            )

    def _arrived(self, generation: int, window: int, rows: tuple[Any, ...]) -> None:
        if generation != self._generation:
            return
        self._under_way.discard(window)
        first = window * WINDOW
        read = {row.id: row for row in rows}
        ids = self._ids[first : first + WINDOW]
        changed = [at for at, id_ in enumerate(ids, first) if id_ in read and read[id_] != self._rows.get(id_)]
        self._rows.update(read)
        self._stale.difference_update(ids)
        if changed:
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], len(self._columns) - 1))
