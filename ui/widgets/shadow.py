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
    strength = 0.55 if look.tokens.dark else 0.2
    for step in range(steps):
        spread = margin * (1 - step / steps)
        colour = QColor(0, 0, 0) if look.tokens.dark else QColor(22, 35, 58)
        colour.setAlphaF(strength * 2 * (step + 1) / (steps * (steps + 1)))
        painter.setBrush(colour)
        area = card.adjusted(-spread, -spread * 0.45, spread, spread)
        painter.drawRoundedRect(area, radius + spread, radius + spread)
    painter.setBrush(look.colour("surface"))
    painter.setPen(QPen(look.colour("line" if not look.tokens.dark else "line_strong"), 1))
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
