"""AboveToast: a table whose last rows can be scrolled above a toast that floats over them."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTableView, QWidget


class AboveToast(QTableView):
    """Has as much more room to scroll as the window's toast covers of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._toast: QWidget | None = None

    def updateGeometries(self) -> None:
        """Let the last row be scrolled above the toast."""
        super().updateGeometries()
        toast: QWidget | None = getattr(self.window(), "toast", None)
        if toast is None or toast.isHidden() or not self.isVisible():
            return
        area = QRect(self.viewport().mapTo(self.window(), QPoint(0, 0)), self.viewport().size())
        if area.intersects(toast.geometry()):
            bar = self.verticalScrollBar()
            high = self.verticalHeader().length() - area.height() + area.bottom() + 1 - toast.geometry().top()
            bar.setRange(0, max(bar.maximum(), high))

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the window's toast from now on."""
        super().showEvent(event)
        toast = getattr(self.window(), "toast", None)
        if toast is not None and toast is not self._toast:
            self._toast = toast
            toast.covering_changed.connect(self.updateGeometries)
