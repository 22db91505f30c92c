"""EditTable: few rows of a record, edited in place by the keyboard; what was typed shows until it is saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import floor
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.lists.delegate import row_height
from ui.theme import theme

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
MOST_ROWS = 12
"""How many rows are shown before the table scrolls."""


@dataclass(frozen=True, slots=True)
class EditColumn:
    """A column: the row's field it shows, how it is said, whether it is edited; ``right`` aligns numbers."""

    name: str
    text: Callable[[Any], str]
    width: int
    share: int = 0
    editable: bool = False
    right: bool = False
    tone: Callable[[Any], str] | None = None


class EditModel(QAbstractTableModel):
    """The rows as they were read, with what was typed and is not read back yet."""

    typed = Signal(int, str, str)
    """Row id, column, text: the person has written something into a cell."""

    def __init__(self, columns: Sequence[EditColumn], parent: QObject) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: tuple[Any, ...] = ()
        self.headings: dict[str, str] = {}
        self.editable = True
        self._pending: dict[tuple[int, str], str] = {}

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show other rows."""
        self._pending.clear()
        if [row.id for row in rows] == [row.id for row in self.rows]:
            self.rows = tuple(rows)
            if self.rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def forget_typed(self) -> None:
        """Show again what was read: what was typed was refused."""
        self.set_rows(self.rows)

    def column(self, name: str) -> int:
        """Return the number of a column."""
        return next(place for place, column in enumerate(self.columns) if column.name == name)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Tell which cells can be edited."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.editable and self.columns[index.column()].editable:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says."""
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole}:
            return self._pending.get((row.id, column.name), column.text(row))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.headings.get(column.name, '')}: {column.text(row)}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Show what was typed at once and tell of it."""
        row, column = self.rows[index.row()], self.columns[index.column()]
        text = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or text == self.data(index):
            return False
        self._pending[row.id, column.name] = text
        self.dataChanged.emit(index, index)
        self.typed.emit(row.id, column.name, text)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what heads a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.headings.get(column.name, "")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


class _CellEditor(QStyledItemDelegate):
    """A line of text as editor, named after its column; cells in the tone that their column says."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: _Index) -> QWidget:
        model: EditModel = index.model()  # type: ignore[assignment]
        column = model.columns[index.column()]
        line = QLineEdit(parent)
        line.setObjectName(f"cell_{column.name}")
        line.setAccessibleName(model.headings.get(column.name, ""))
        line.setAlignment(Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft)
        line.setFrame(False)
        return line

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: Any, index: _Index) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: _Index) -> None:
        editor.setGeometry(option.rect.adjusted(1, 1, -1, -2))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model: EditModel = index.model()  # type: ignore[assignment]
        column = model.columns[index.column()]
        look = theme()
        table = self.parent()
        marked = isinstance(table, QTableView) and table.currentIndex() == index and table.hasFocus()
        row_marked = isinstance(table, QTableView) and table.currentIndex().row() == index.row()
        if row_marked:
            painter.fillRect(option.rect, look.colour("accent_soft"))
        painter.setPen(look.colour("line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if marked:
            painter.setPen(look.colour("accent"))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -2))
        tone = column.tone(model.rows[index.row()]) if column.tone is not None else "text"
        painter.setPen(look.colour(tone))
        painter.setFont(look.font(13, bold=index.column() == 0))
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        inside = option.rect.adjusted(look.px(8), 0, -look.px(8), -1)
        text = str(index.data())
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, int(side | Qt.AlignmentFlag.AlignVCenter), shown)


class EditTable(QTableView):
    """Arrows go from cell to cell; typing, F2 or Enter edit; Tab goes on to the next cell; Del removes the row."""

    removed = Signal(int)
    """A row's id: it is to be removed."""
    left_behind = Signal()
    """Tab in the last cell that can be edited."""
    opened = Signal(int)
    """A row's id: a cell that cannot be edited was double-clicked, or Enter was pressed there."""

    def __init__(self, columns: Sequence[EditColumn], parent: QWidget, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.cells = EditModel(columns, self)
        self.setModel(self.cells)
        self.setItemDelegate(_CellEditor(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked | triggers.SelectedClicked
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(row_height())
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(self._open)
        self.cells.modelReset.connect(self._fit_height)
        self.selectionModel().currentChanged.connect(lambda *_: self.viewport().update())
        self._fit_height()

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show rows, keeping the cell that is marked and an editor that is open."""
        now = self.currentIndex()
        marked = self.cells.rows[now.row()].id if now.isValid() else None
        column = now.column()
        if self.state() == QAbstractItemView.State.EditingState and [r.id for r in rows] == [
            r.id for r in self.cells.rows
        ]:
            self.cells.rows = tuple(rows)
            self.viewport().update()
            return
        self.cells.set_rows(rows)
        if marked is not None and not self.currentIndex().isValid() and rows:
            place = next((n for n, row in enumerate(rows) if row.id == marked), min(now.row(), len(rows) - 1))
            self.setCurrentIndex(self.cells.index(max(place, 0), column))

    def edit_cell(self, row_id: int, column: str) -> None:
        """Begin to edit one cell, if its row is shown."""
        for place, row in enumerate(self.cells.rows):
            if row.id == row_id:
                index = self.cells.index(place, self.cells.column(column))
                self.setFocus(Qt.FocusReason.OtherFocusReason)
                self.setCurrentIndex(index)
                self.edit(index)

    def current_id(self) -> int | None:
        """Return the id of the row in which the marked cell is."""
        now = self.currentIndex()
        return int(self.cells.rows[now.row()].id) if now.isValid() else None

    def set_headings(self, title: str, headings: dict[str, str]) -> None:
        """Name the table and its columns."""
        self.setAccessibleName(title)
        self.cells.headings = headings
        self.cells.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.cells.columns) - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits or opens, Del removes."""
        if self.state() == QAbstractItemView.State.EditingState and not self.hasFocus():
            event.ignore()  # a key that the cell's editor has left over
            return
        now = self.currentIndex()
        if now.isValid() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.cells.flags(now) & Qt.ItemFlag.ItemIsEditable:
                self.edit(now)
            else:
                self._open(now)
            return
        if now.isValid() and event.key() == Qt.Key.Key_Delete and self.cells.editable:
            self.removed.emit(self.cells.rows[now.row()].id)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: Any) -> None:
        """Mark a cell, so that the arrows have where to begin."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.cells.rows:
            first = next((n for n, column in enumerate(self.cells.columns) if column.editable), 0)
            self.setCurrentIndex(self.cells.index(0, first))

    def closeEditor(self, editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        """Tab goes on to the next cell that can be edited, from row to row, and out after the last."""
        hints = QStyledItemDelegate.EndEditHint
        step = {hints.EditNextItem: 1, hints.EditPreviousItem: -1}.get(hint, 0)
        super().closeEditor(editor, hints.NoHint if step else hint)
        if not step:
            return
        columns = [n for n, column in enumerate(self.cells.columns) if column.editable]
        cells = [(row, column) for row in range(len(self.cells.rows)) for column in columns]
        now = self.currentIndex()
        here = cells.index((now.row(), now.column())) if (now.row(), now.column()) in cells else -1
        if 0 <= here + step < len(cells):
            following = self.cells.index(*cells[here + step])
            self.setCurrentIndex(following)
            self.edit(following)
        elif step > 0:
            self.left_behind.emit()

    def resizeEvent(self, event: Any) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        columns = self.cells.columns
        room = self.viewport().width() - sum(theme().px(column.width) for column in columns)
        shares = sum(column.share for column in columns) or 1
        for number, column in enumerate(columns):
            width = theme().px(column.width)
            self.setColumnWidth(number, max(width + floor(room * column.share / shares), int(width * 0.7)))

    def _open(self, index: _Index) -> None:
        if not self.cells.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.opened.emit(self.cells.rows[index.row()].id)

    def _fit_height(self) -> None:
        shown = min(len(self.cells.rows), MOST_ROWS)
        self.setFixedHeight(shown * row_height() + self.horizontalHeader().sizeHint().height() + 3)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_height()


class RowsEditor(QWidget):
    """An EditTable whose cells are saved one after the other, each on the version that was read last."""

    go = Signal(object)

    def __init__(self, bridge: Any, columns: Sequence[EditColumn], parent: QWidget | None, *, name: str) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.table = EditTable(columns, self, name=name)
        self.table.cells.typed.connect(self._typed)
        self._queue: list[tuple[int, str, object]] = []
        self._busy = False
        self._performing = False
        for signal in (bridge.trouble, bridge.fault):
            signal.connect(self._give_up)

    # for subclasses

    def read(self, column: str, text: str) -> object:
        """Return the value that was typed; ValueError with a sentence where it cannot be understood."""
        raise NotImplementedError

    def action(self, row: Any, column: str, value: object) -> Any:
        """Return the action that saves one cell."""
        raise NotImplementedError

    def reload(self) -> None:
        """Ask for the rows; the answer goes to :meth:`rows_arrived`."""
        raise NotImplementedError

    def say(self, sentence: str) -> None:
        """Show why something was not taken, "" for nothing."""
        raise NotImplementedError

    # saving

    def is_writing(self) -> bool:
        """Whether a cell is being edited or on its way."""
        editing = self.table.state() == QAbstractItemView.State.EditingState
        return bool(self._queue) or self._busy or editing

    def rows_arrived(self, rows: Sequence[Any]) -> None:
        """Show rows that were read, and save what waits."""
        if self._performing:  # read before what is being saved now: newer ones follow
            return
        self._busy = False
        if self._queue:
            self.table.cells.rows = tuple(rows)
            self._next()
        else:
            self.table.set_rows(rows)

    def forget(self) -> None:
        """Another record is shown now."""
        self._queue.clear()
        self._busy = self._performing = False
        self.say("")

    def _typed(self, row_id: int, column: str, text: str) -> None:
        try:
            value = self.read(column, text)
        except ValueError as wrong:
            self.say(str(wrong))
            self.table.cells.forget_typed()
            return
        self.say("")
        self._queue.append((row_id, column, value))
        if not self._busy:
            self._next()

    def _next(self) -> None:
        while self._queue:
            row_id, column, value = self._queue.pop(0)
            row = next((row for row in self.table.cells.rows if row.id == row_id), None)
            if row is not None:
                self._busy = self._performing = True
                self.bridge.perform(self.action(row, column, value), self._saved, self._refused, owner=self)
                return
        self.reload()

    def _saved(self, _done: object) -> None:
        self._performing = False
        self.reload()

    def _refused(self, refused: Exception) -> None:
        self._performing = False
        self._queue.clear()
        self.say(str(refused))
        self.table.cells.forget_typed()
        self.reload()

    def _give_up(self, _error: object) -> None:
        if self._busy or self._queue:
            self._busy = self._performing = False
            self._queue.clear()
            self.table.cells.forget_typed()
