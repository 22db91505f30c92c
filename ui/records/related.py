"""RelatedTable: a short list of records that belong to the one shown; a double click or Enter opens one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from math import floor
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QVBoxLayout, QWidget

from desktop.views.exchange import Place
from ui.lists.cells import cell_text
from ui.lists.columns import Column, heading
from ui.lists.delegate import CellDelegate, row_height
from ui.theme import theme
from ui.widgets.labels import Text
from ui.widgets.row_table import read_by_rows

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
MOST_ROWS = 8
"""How many rows are shown before the table scrolls."""

OPPORTUNITY_COLUMNS = (
    Column("title", "title", 180, 3),
    Column("stage", "stage", 142, 1),
    Column("amount", "money", 100),
    Column("next_due", "due", 184),
)
CONTACT_COLUMNS = (
    Column("name", "title", 150, 2),
    Column("job_title", "text", 130, 1),
    Column("email", "text", 160, 1),
    Column("phone", "text", 120),
)


class _RelatedModel(QAbstractTableModel):
    def __init__(
        self, subject: str, columns: tuple[Column, ...], clock: Callable[[], datetime], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._subject = subject
        self._columns = columns
        self._clock = clock
        self.rows: tuple[Any, ...] = ()

    def set_rows(self, rows: Sequence[Any]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def cell(self, row: int, column: int) -> tuple[Any, Column, str]:
        """Return all that painting a cell needs."""
        shown = self._columns[column]
        return self.rows[row], shown, cell_text(self.rows[row], shown, self._clock())

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self.rows[index.row()], self._columns[index.column()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return cell_text(row, column, self._clock())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return heading(self._subject, column.name)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.kind in {"money", "number"} else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


class RelatedTable(QWidget):
    """The table with a sentence instead of it where there is nothing."""

    go = Signal(object)

    def __init__(
        self,
        subject: str,
        columns: tuple[Column, ...],
        clock: Callable[[], datetime],
        parent: QWidget,
        *,
        name: str,
        most: int = MOST_ROWS,
    ) -> None:
        """``most`` is how many rows are shown before the table scrolls."""
        super().__init__(parent)
        self._subject = subject
        self._columns = columns
        self._most = most
        self._rows = _RelatedModel(subject, columns, clock, self)
        self._nothing = Text("", self, tone="muted", wrap=True)
        self.table = _Table(self)
        self.table.setObjectName(name)
        self.table.setModel(self._rows)
        self.table.opened.connect(self._open)
        self.table.resized.connect(self._fit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._nothing)
        column.addWidget(self.table)
        self.set_rows(())

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows (dataclasses of desktop.views with an id)."""
        self._rows.set_rows(rows)
        self.table.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        shown = min(len(rows), self._most)
        self.table.setFixedHeight(shown * row_height() + self.table.horizontalHeader().sizeHint().height() + 2)
        self._fit()

    def rows(self) -> tuple[Any, ...]:
        """Return the rows shown."""
        return self._rows.rows

    def set_words(self, title: str, nothing: str) -> None:
        """Say what the table is, and what stands there while it is empty."""
        self.table.setAccessibleName(title)
        self._nothing.setText(nothing)
        self._rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)

    def _fit(self) -> None:
        room = self.table.viewport().width() - sum(theme().px(column.width) for column in self._columns)
        shares = sum(column.share for column in self._columns)
        for number, column in enumerate(self._columns):
            width = theme().px(column.width)
            more = floor(room * column.share / shares)
            self.table.setColumnWidth(number, max(width + more, int(width * 0.6)))

    def _open(self, row: int) -> None:
        if 0 <= row < len(self._rows.rows):
            place = Place(self._subject, self._rows.rows[row].id)
            QTimer.singleShot(0, self, lambda: self.go.emit(place))


class _Table(QTableView):
    opened = Signal(int)
    resized = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setItemDelegate(CellDelegate(self))
        read_by_rows(self, row_height())
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.resized.emit()
