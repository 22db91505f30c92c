"""The buttons that make a diagram smaller and larger, and show all of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QHBoxLayout, QWidget

from ui.theme import theme
from ui.widgets.buttons import Button, IconButton


class ZoomBar(QWidget):
    """Stands in the right lower corner, above the diagram. The keyboard stays on the diagram, which has keys for it."""

    zoom_wanted = Signal(int)
    """One step larger (1) or smaller (-1)."""
    all_wanted = Signal()

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self.setObjectName("zoomBar")
        self._view = view
        look = theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(2), look.px(2), look.px(2), look.px(2))
        row.setSpacing(look.px(2))
        self.out = IconButton("minus", "", self, name="zoomOutButton")
        self.into = IconButton("plus", "", self, name="zoomInButton")
        self.all = Button("", self, kind="flat", small=True, name="fitDiagramButton")
        for button in (self.out, self.into, self.all):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)
        self.out.clicked.connect(lambda: self.zoom_wanted.emit(-1))
        self.into.clicked.connect(lambda: self.zoom_wanted.emit(1))
        self.all.clicked.connect(self.all_wanted)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        wheel = QCoreApplication.translate("DiagramZoom", "Ctrl+wheel")
        smaller = QCoreApplication.translate("DiagramZoom", "Smaller")
        larger = QCoreApplication.translate("DiagramZoom", "Larger")
        everything = QCoreApplication.translate("DiagramZoom", "Show all")
        self.out.set_label(smaller, shortcut=f"-, {wheel}")
        self.into.set_label(larger, shortcut=f"+, {wheel}")
        self.all.setText(everything)
        self.all.setToolTip(f"{everything} (0)")
        self.place()

    def place(self) -> None:
        """Stand in the corner, beside the scroll bars where there are any."""
        margin = theme().px(6)
        self.adjustSize()
        corner = self._view.viewport().geometry().bottomRight()
        self.move(corner.x() - self.width() - margin, corner.y() - self.height() - margin)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sheet under the buttons."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("line_strong"), 1))
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), look.px(6), look.px(6))
