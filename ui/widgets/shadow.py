"""The soft shadow under what floats above the page."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.theme import theme


def paint_floating(painter: QPainter, card: QRectF, *, margin: float, radius: float) -> None:
    """Paint a floating sheet: a shadow of ``margin`` pixels around ``card``, its ground, its border."""
    look = theme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    steps = max(4, int(margin))
    strength = 7.0 if look.tokens.dark else 3.2
    for step in range(steps):
        spread = margin * (1 - step / steps)
        colour = QColor(0, 0, 0) if look.tokens.dark else QColor(22, 35, 58)
        colour.setAlphaF(min(1.0, strength * (step + 1) / steps / 255 * 2))
        painter.setBrush(colour)
        area = card.adjusted(-spread, -spread * 0.6, spread, spread)
        painter.drawRoundedRect(area, radius + spread, radius + spread)
    painter.setBrush(look.colour("surface"))
    painter.setPen(QPen(look.colour("line" if not look.tokens.dark else "line_strong"), 1))
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
