"""PageParts: the diagram of a process and what stands below it share the height as the person likes, which is kept."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

from ui.remembered import Remembered
from ui.theme import theme

_UPPER, _LOWER = 68, 32


class PageParts(QSplitter):
    """Two parts upon each other, the upper one two thirds of the height until a person moves the border."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setObjectName("processParts")
        self.setChildrenCollapsible(False)
        self.setHandleWidth(theme().px(12))
        self.splitterMoved.connect(self._keep)

    def show_parts(self, upper: QWidget, lower: QWidget) -> None:
        """Take in both parts."""
        for part, share in ((upper, _UPPER), (lower, _LOWER)):
            self.addWidget(part)
            self.setStretchFactor(self.count() - 1, share)
        self.setSizes([_UPPER * 100, _LOWER * 100])

    def showEvent(self, event: QShowEvent) -> None:
        """Stand as it was left."""
        super().showEvent(event)
        memory = self._memory()
        state = memory.block("process/parts") if memory is not None else None
        if state:
            self.restoreState(state)

    def _keep(self) -> None:
        memory = self._memory()
        if memory is not None:
            memory.keep(process__parts=self.saveState())

    def _memory(self) -> Remembered | None:
        return getattr(self.window(), "remembered", None)
