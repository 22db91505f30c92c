"""Skeleton: the grey outline of a page while the database is being opened."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme import theme
from ui.widgets.styling import restyle


class Skeleton(QWidget):
    """Painted bars and cards where the page will be; says to assistive tools that something is loading."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("skeleton")
        restyle(self, role="page")
        self.setAccessibleName(self.tr("Opening the database"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the outline."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        edge = look.px(16)
        width = self.width() - 2 * edge
        painter.fillRect(self.rect(), look.colour("background"))
        painter.setBrush(look.colour("pressed"))
        painter.drawRoundedRect(QRectF(edge, edge, min(width, look.px(340)), look.px(24)), 6, 6)
        top = edge + look.px(44)
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(QRectF(edge, top, width, max(0, self.height() - top - edge)), look.px(8), look.px(8))
        painter.setBrush(look.colour("hover"))
        line = top + look.px(18)
        share = (0.55, 0.8, 0.42, 0.7, 0.6, 0.75, 0.5)
        number = 0
        while line + look.px(14) < self.height() - edge - look.px(10):
            long = (width - look.px(36)) * share[number % len(share)]
            painter.drawRoundedRect(QRectF(edge + look.px(18), line, long, look.px(13)), 5, 5)
            line += look.px(38)
            number += 1
