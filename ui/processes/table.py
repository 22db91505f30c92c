"""RowTable: a short table of texts whose rows have a key; Enter or a double click opens one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from ui.theme import theme
from ui.widgets.above_toast import AboveToast
from ui.widgets.row_table import read_by_rows

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Cell:
    """A text with the token of its colour, "" for that of texts; ``right`` is for numbers."""

    text: str
    tone: str = ""
    strong: bool = False
    right: bool = False


class _Rows(QAbstractTableModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.headings: tuple[str, ...] = ()
        self.rows: Sequence[tuple[int, tuple[Cell, ...]]] = ()

    def show(self, rows: Sequence[tuple[int, tuple[Cell, ...]]]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.headings)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cell = self.rows[index.row()][1][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(cell.text.split())
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell.text or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.headings[index.column()]}: {cell.text}"
        if role == Qt.ItemDataRole.ForegroundRole and cell.tone:
            return theme().colour(cell.tone)
        if role == Qt.ItemDataRole.FontRole and cell.strong:
            return theme().font(13, bold=True)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if cell.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.headings):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = bool(self.rows) and self.rows[0][1][section].right
            return (
                Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            ) | Qt.AlignmentFlag.AlignVCenter
        return self.headings[section] if role == Qt.ItemDataRole.DisplayRole else None


class RowTable(AboveToast):
    """Shares its width among the columns; the selected row stays selected while the rows are read anew."""

    opened = Signal(int)
    """The key of a row that was opened."""
    chosen = Signal()
    """Another row is selected."""
    linked = Signal(int)
    """The first cell of a row was clicked where that is a link: the row's key."""

    def __init__(
        self, parent: QWidget, columns: Sequence[tuple[float, int]], *, name: str, links: bool = False
    ) -> None:
        """``columns`` are the least width of each (design) and its share of what is left; ``links`` see ``linked``."""
        super().__init__(parent)
        self.setObjectName(name)
        self._columns = tuple(columns)
        self._links = links
        self._rows = _Rows(self)
        self._rows.headings = ("",) * len(self._columns)
        self.setModel(self._rows)
        read_by_rows(self, theme().px(36))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        if links:
            self.clicked.connect(self._follow)
        self.doubleClicked.connect(lambda index: self._open(index.row()))
        self.selectionModel().currentRowChanged.connect(lambda _now, _before: self.chosen.emit())

    def set_headings(self, headings: Sequence[str]) -> None:
        """Name the columns."""
        self._rows.headings = tuple(headings)
        self._rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(headings) - 1)

    def show_rows(self, rows: Sequence[tuple[int, tuple[Cell, ...]]]) -> None:
        """Show rows by key; what was selected stays so, else the first row is."""
        before = self.selected()
        self._rows.show(tuple(rows))
        keys = self.keys()
        if keys:
            self.select(before if before in keys else keys[0])
        self.chosen.emit()

    def keys(self) -> tuple[int, ...]:
        """Return the keys of the rows in their order."""
        return tuple(key for key, _ in self._rows.rows)

    def texts(self) -> list[tuple[str, ...]]:
        """Return what the rows say."""
        return [tuple(cell.text for cell in cells) for _, cells in self._rows.rows]

    def selected(self) -> int | None:
        """Return the key of the selected row, or None."""
        row = self.currentIndex().row()
        return self._rows.rows[row][0] if 0 <= row < len(self._rows.rows) else None

    def select(self, key: int | None) -> None:
        """Select the row of that key."""
        for row, (known, _) in enumerate(self._rows.rows):
            if known == key:
                self.selectRow(row)

    def _open(self, row: int) -> None:
        if 0 <= row < len(self._rows.rows):
            key = self._rows.rows[row][0]
            QTimer.singleShot(0, self, lambda: self.opened.emit(key))  # the view is done with the click by then

    def _follow(self, index: QModelIndex) -> None:
        if index.column() == 0 and 0 <= index.row() < len(self._rows.rows):
            key = self._rows.rows[index.row()][0]
            QTimer.singleShot(0, self, lambda: self.linked.emit(key))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where a click leads somewhere."""
        super().mouseMoveEvent(event)
        link = self._links and self.indexAt(event.position().toPoint()).column() == 0
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._open(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width."""
        super().resizeEvent(event)
        look = theme()
        room = max(0, self.viewport().width() - sum(look.px(width) for width, _ in self._columns))
        shares = sum(share for _, share in self._columns) or 1
        for column, (width, share) in enumerate(self._columns):
            self.setColumnWidth(column, look.px(width) + room * share // shares)
