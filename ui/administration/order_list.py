"""OrderList: rows whose order a person sets by dragging or with Alt+Up and Alt+Down."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from ui.theme import theme

_ID = Qt.ItemDataRole.UserRole


class OrderList(QListWidget):
    """A short list (tens of rows); every row has an id and a text."""

    ordered = Signal(list)
    """The ids in their new order."""

    def __init__(self, parent: QWidget | None = None, *, name: str = "", movable: bool = True) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._movable = movable
        self._nothing = ""
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if movable:
            self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
            self.setDefaultDropAction(Qt.DropAction.MoveAction)

    def set_rows(self, rows: Iterable[tuple[int, str]]) -> None:
        """Show these rows; the one that is marked stays marked, and no signal tells of it."""
        marked = self.marked()
        blocked = self.blockSignals(True)
        self.clear()
        height = theme().px(32)
        for row_id, text in rows:
            item = QListWidgetItem(text)
            item.setData(_ID, row_id)
            item.setSizeHint(QSize(0, height))
            item.setToolTip(text)
            self.addItem(item)
        self.setAccessibleDescription("" if self.count() else self._nothing)
        self.mark(marked)
        self.blockSignals(blocked)

    def set_nothing(self, text: str) -> None:
        """Set what stands in the list while it is empty: that it is, and what to do."""
        self._nothing = text
        self.setAccessibleDescription("" if self.count() else text)
        self.viewport().update()

    def ids(self) -> list[int]:
        """The ids from top to bottom."""
        return [self.item(row).data(_ID) for row in range(self.count())]

    def marked(self) -> int | None:
        """The id of the marked row, None where none is."""
        item = self.currentItem()
        return None if item is None else int(item.data(_ID))

    def mark(self, row_id: int | None) -> bool:
        """Mark the row of that id, or none; tell whether there is such a row."""
        ids = self.ids()
        self.setCurrentRow(ids.index(row_id) if row_id in ids else -1)
        return row_id in ids

    def move(self, by: int) -> None:  # type: ignore[override]
        """Move the marked row up or down."""
        row = self.currentRow()
        target = row + by
        if not self._movable or row < 0 or not 0 <= target < self.count():
            return
        blocked = self.blockSignals(True)
        item = self.takeItem(row)
        self.insertItem(target, item)
        self.setCurrentRow(target)
        self.blockSignals(blocked)
        self.ordered.emit(self.ids())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Up and Alt+Down move the row."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.move(steps[Qt.Key(event.key())])
            event.accept()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, or the words of an empty list."""
        super().paintEvent(event)
        if not self.count() and self._nothing:
            look = theme()
            painter = QPainter(self.viewport())
            painter.setPen(look.colour("muted"))
            margin = look.px(8)
            area = self.viewport().rect().adjusted(margin, margin, -margin, -margin)
            painter.drawText(area, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter, self._nothing)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell the new order."""
        before = self.ids()
        super().dropEvent(event)
        if self.ids() != before:
            self.ordered.emit(self.ids())
