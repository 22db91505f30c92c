"""Suggestions: the list below a line of text, led by the keys of that line."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem

from ui.nested_popup import NestedPopup
from ui.theme import theme


class Suggestions(NestedPopup):
    """A list that never takes the keyboard: up, down, Enter and Esc come from the line it belongs to."""

    chosen = Signal(int)
    """The row that was chosen."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line.window(), name="suggestions", padding=4, radius=8)
        self._line = line
        self.list = QListWidget(self)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(lambda item: self.chosen.emit(self.list.row(item)))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(self.list)
        line.destroyed.connect(self.deleteLater)

    def offer(self, texts: Sequence[str], *, row: int = 0) -> None:
        """Show these texts below the line with one row marked; nothing is shown for none."""
        if not texts:
            self.close_popup()
            return
        look = theme()
        height = self.fontMetrics().height() + look.px(11)
        self.list.clear()
        for text in texts:
            item = QListWidgetItem(text)
            item.setSizeHint(QSize(0, height))
            self.list.addItem(item)
        self.list.setCurrentRow(row)
        self.list.setFixedSize(max(self._line.width() - look.px(8), look.px(220)), height * min(8, len(texts)) + 2)
        if self.isVisible():
            self.place()
        else:
            self.open_at(self._line)

    def take_key(self, event: QKeyEvent) -> bool:
        """Use a key of the line; tell whether it was used."""
        if not self.isVisible():
            return False
        key, rows = event.key(), self.list.count()
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            step = 1 if key == Qt.Key.Key_Down else -1
            self.list.setCurrentRow((self.list.currentRow() + step) % rows)
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() and self.list.currentRow() >= 0:
            self.chosen.emit(self.list.currentRow())
            return True
        return False

    def _anchor_keeps_open(self) -> bool:
        return True

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """A press on the line itself belongs to the line."""
        if event.type() == QEvent.Type.MouseButtonPress and watched is self._line:
            return False
        return super().eventFilter(watched, event)  # type: ignore[arg-type]
