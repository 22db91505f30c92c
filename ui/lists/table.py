"""The table of a list: keyboard, hover, columns that are moved, resized, hidden and remembered."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor

from PySide6.QtCore import (
    QByteArray,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from desktop.views.conditions import ViewColumn
from desktop.views.exchange import Query
from ui.asked import Asked
from ui.lists.columns import Column, heading
from ui.lists.delegate import CellDelegate, row_height
from ui.lists.header import ListHeader
from ui.lists.model import ListModel
from ui.theme import theme
from ui.widgets.above_toast import AboveToast
from ui.widgets.row_table import read_by_rows

STATE_VERSION = 2
_EXPLAINED = frozenset({"activity", "opportunity", "lead"})
"""The records of which can be asked why (N2)."""
SQUEEZE = 0.6
"""How narrow a column may become, of its first width, before the list scrolls sideways."""


class ListTable(AboveToast):
    """The table view of one list; the model's rows may be many, only those in view cost anything."""

    opened = Signal(int)
    """A record is to be opened: its id."""
    sort_chosen = Signal(str, bool)
    """Another column (name) or direction (descending) was chosen."""
    delete_wanted = Signal()
    """Delete was pressed."""
    menu_wanted = Signal(QPoint)
    """A menu of what can be done with the selected records is wanted at that point of the screen."""
    selected = Signal()
    """Other records are selected."""
    layout_changed = Signal()
    """Columns were moved, resized, shown or hidden by the person: remember :meth:`columns_state`."""

    def __init__(self, subject: str, model: ListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._subject = subject
        self._list = model
        self._by_hand = False
        self._fitting = False
        self._cells = CellDelegate(self)
        self.setObjectName(f"{subject}List")
        self.setHorizontalHeader(ListHeader(self))
        self.setModel(model)
        self.setItemDelegate(self._cells)
        read_by_rows(self, row_height())
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.verticalHeader().setMinimumSectionSize(row_height())
        self._set_up_head()
        self.doubleClicked.connect(self._open_index)
        self.selectionModel().selectionChanged.connect(lambda _on, _off: self.selected.emit())
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)

    def _set_up_head(self) -> None:
        head = self.horizontalHeader()
        head.setSectionsMovable(True)
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.setHighlightSections(False)
        head.setStretchLastSection(False)
        head.setMinimumSectionSize(theme().px(48))
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._open_head_menu)
        head.sortIndicatorChanged.connect(self._sorted)
        head.sectionResized.connect(self._resized_by_hand)
        head.sectionMoved.connect(self._moved_by_hand)
        for number, column in enumerate(self._list.columns()):
            self.setColumnHidden(number, column.hidden)

    # sorting

    def show_sort(self, name: str, descending: bool) -> None:
        """Show by which column the list is sorted, without asking for another order."""
        names = [column.name for column in self._list.columns()]
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        head = self.horizontalHeader()
        head.blockSignals(True)
        head.setSortIndicator(names.index(name) if name in names else -1, order)
        head.blockSignals(False)
        head.viewport().update()

    def sort(self) -> tuple[str, bool]:
        """Return the name of the column that the list is sorted by, and whether descending."""
        head = self.horizontalHeader()
        columns, section = self._list.columns(), head.sortIndicatorSection()
        name = columns[section].name if 0 <= section < len(columns) else ""
        return name, head.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder

    def _sorted(self, section: int, order: Qt.SortOrder) -> None:
        if 0 <= section < len(self._list.columns()):
            self.sort_chosen.emit(self._list.columns()[section].name, order == Qt.SortOrder.DescendingOrder)

    # columns

    def columns_state(self) -> QByteArray:
        """Return order, widths and visibility of the columns, to be remembered."""
        return self.horizontalHeader().saveState()

    def is_set_by_hand(self) -> bool:
        """Whether a person has set the columns, so that there is something to remember."""
        return self._by_hand

    def restore_columns(self, state: QByteArray) -> bool:
        """Take up remembered columns; False (and nothing changes) where they do not fit this list any more."""
        head = self.horizontalHeader()
        before = self.sort()
        head.blockSignals(True)
        restored = head.count() == len(self._list.columns()) and head.restoreState(state)
        head.blockSignals(False)
        if restored and head.count() == len(self._list.columns()):
            self._by_hand = True
        self.show_sort(*before)
        return self._by_hand

    def columns_now(self) -> tuple[ViewColumn, ...]:
        """Return the columns that are shown, from the left, with their widths in measures of the design."""
        head, scale = self.horizontalHeader(), theme().px(1000) / 1000
        order = [head.logicalIndex(place) for place in range(head.count())]
        columns = self._list.columns()
        return tuple(
            ViewColumn(columns[number].name, round(self.columnWidth(number) / scale))
            for number in order
            if not self.isColumnHidden(number)
        )

    def show_columns(self, shown: Sequence[ViewColumn]) -> None:
        """Show these columns in this order and width, as a saved view keeps them; those that are gone are left out."""
        columns = self._list.columns()
        names = {column.name: number for number, column in enumerate(columns)}
        wanted = [column for column in shown if column.name in names]
        if not wanted:
            return
        head, scale = self.horizontalHeader(), theme().px(1000) / 1000
        self._fitting = True
        for place, column in enumerate(wanted):
            head.moveSection(head.visualIndex(names[column.name]), place)
        for number, own in enumerate(columns):
            kept = next((column for column in wanted if column.name == own.name), None)
            self.setColumnHidden(number, kept is None)
            if kept is not None and kept.width:
                self.setColumnWidth(number, round(kept.width * scale))
        self._fitting = False
        self._by_hand = True

    def columns_menu(self, parent: QWidget) -> QMenu:
        """Return a menu that shows and hides columns."""
        menu = QMenu(parent)
        shown = [n for n in range(len(self._list.columns())) if not self.isColumnHidden(n)]
        for number, column in enumerate(self._list.columns()):
            action = menu.addAction(heading(self._subject, column.name))
            action.setObjectName(f"column_{column.name}")
            action.setCheckable(True)
            action.setChecked(number in shown)
            action.setEnabled(number != 0 and (number not in shown or len(shown) > 1))
            action.toggled.connect(lambda on, number=number: self._show_column(number, on))
        menu.addSeparator()
        menu.addAction(self.tr("Columns as at first")).triggered.connect(self.reset_columns)
        return menu

    def _open_head_menu(self, point: QPoint) -> None:
        head = self.horizontalHeader()
        menu = self.columns_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(head.viewport().mapToGlobal(point))

    def _show_column(self, number: int, shown: bool) -> None:
        self.setColumnHidden(number, not shown)
        if not self._by_hand:
            self.fit_columns()
            self._by_hand = True
        elif shown and self.columnWidth(number) < theme().px(48):
            self.setColumnWidth(number, theme().px(self._list.columns()[number].width))
        self.layout_changed.emit()

    def reset_columns(self) -> None:
        """Show the columns as at first."""
        head = self.horizontalHeader()
        self._fitting = True
        for number, column in enumerate(self._list.columns()):
            head.moveSection(head.visualIndex(number), number)
            self.setColumnHidden(number, column.hidden)
        self._by_hand = False
        self.fit_columns()
        self.layout_changed.emit()

    def fit_columns(self) -> None:
        """Share the room among the columns, until a person has set widths."""
        if self._by_hand:
            return
        look = theme()
        metrics = QFontMetrics(look.font(12, bold=True))
        shown = [
            (number, column) for number, column in enumerate(self._list.columns()) if not self.isColumnHidden(number)
        ]
        widths = {number: self._least(column, metrics) for number, column in shown}
        over = self.viewport().width() - sum(widths.values())
        shares = sum(column.share for _, column in shown)
        self._fitting = True
        for number, column in shown:
            more = floor(over * column.share / shares) if shares else 0
            self.setColumnWidth(number, max(widths[number] + more, int(widths[number] * SQUEEZE)))
        self._fitting = False

    def _least(self, column: Column, metrics: QFontMetrics) -> int:
        words = metrics.horizontalAdvance(heading(self._subject, column.name))
        return max(theme().px(column.width), words + theme().px(18))

    def _resized_by_hand(self, _section: int, _old: int, _new: int) -> None:
        if not self._fitting and self.isVisible():
            self._by_hand = True
            self.layout_changed.emit()

    def _moved_by_hand(self) -> None:
        if not self._fitting:
            self._by_hand = True
            self.layout_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self.fit_columns()

    # opening and hovering

    def selected_ids(self) -> tuple[int, ...]:
        """Return the ids of the selected records from the top."""
        ids = self._list.ids()
        found = [ids[first : last + 1] for first, last in self._spans()]
        return tuple(record for some in found for record in some)

    def selected_count(self) -> int:
        """Return how many records are selected."""
        return sum(last - first + 1 for first, last in self._spans())

    def _spans(self) -> list[tuple[int, int]]:
        """Return the selected rows as spans: all of 100 000 rows are one, and never an index for each."""
        spans: list[tuple[int, int]] = []
        chosen = self.selectionModel().selection()
        found = [chosen.at(place) for place in range(chosen.count())]
        for first, last in sorted((span.top(), span.bottom()) for span in found):
            if spans and first <= spans[-1][1]:
                spans[-1] = (spans[-1][0], max(last, spans[-1][1]))
            else:
                spans.append((first, last))
        return spans

    def why_asked(self, point: QPoint | None) -> Asked | None:
        """Return the question about a record of the list: why it stands on its stage, why a task is there."""
        index = self.currentIndex() if point is None else self.indexAt(point)
        record = self._list.id_at(index.row()) if index.isValid() else None
        if record is None or self._subject not in _EXPLAINED:
            return None
        return Asked(Query("why", **{self._subject: record}), self, self.visualRect(index.siblingAtColumn(0)))

    def _open_menu(self, point: QPoint) -> None:
        self.menu_wanted.emit(self.viewport().mapToGlobal(point))

    def current_id(self) -> int | None:
        """Return the record that the keyboard is on."""
        return self._list.id_at(self.currentIndex().row()) if self.currentIndex().isValid() else None

    def take_up(self, selected: tuple[int, ...], current: int | None, top: int | None, offset: int) -> None:
        """Select these records again, put the keyboard on ``current`` and ``top`` at the top, as far as they are left.

        ``offset`` is how many pixels of the top row were scrolled away.
        """
        selection = self.selectionModel()
        row = self._list.row_of(current) if current is not None else None
        if row is not None:
            selection.setCurrentIndex(self._list.index(row, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        every = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        again = QItemSelection()
        for begin, end in self._list.spans_of(selected):
            again.select(self._list.index(begin, 0), self._list.index(end, 0))
        if not again.isEmpty():
            selection.select(again, every)
        first = self._list.row_of(top) if top is not None else None
        if first is not None:
            self.verticalScrollBar().setValue(first * self.verticalHeader().defaultSectionSize() + offset)

    def place(self) -> tuple[tuple[int, ...], int | None, int | None, int]:
        """Return what :meth:`take_up` takes: selection, current, the record at the top and its offset."""
        height = self.verticalHeader().defaultSectionSize()
        scrolled = self.verticalScrollBar().value()
        top = self._list.id_at(scrolled // height) if scrolled else None
        return self.selected_ids(), self.current_id(), top, scrolled % height

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the record, Space takes it into the selection or out of it, Delete wants it deleted."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Space and plain and self.currentIndex().isValid():
            turn = QItemSelectionModel.SelectionFlag.Toggle | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().select(self.currentIndex(), turn)
            return
        if event.key() == Qt.Key.Key_Delete and plain and self.currentIndex().isValid():
            self.delete_wanted.emit()
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._open_index(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the row under the mouse."""
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the mouse any more."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self._cells.hovered:
            self._cells.hovered = row
            self.viewport().update()

    def _open_index(self, index: QModelIndex) -> None:
        record = self._list.id_at(index.row())
        if record is not None:
            # After the click or key has been dealt with: the page may replace this view.
            QTimer.singleShot(0, self, lambda: self.opened.emit(record))
