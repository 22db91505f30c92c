"""The soft shadow under what floats above the page."""

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from ui.theme import theme


def paint_floating(painter: QPainter, card: QRectF, *, margin: float, radius: float) -> None:
    """Paint a floating sheet: a shadow of ``margin`` pixels around ``card``, its ground, its border."""
    look = theme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    around = card.adjusted(-margin, -margin, margin, margin)
    corner = ceil(radius + 2 * margin)
    if min(around.width(), around.height()) > 2 * corner:
        _paint_edges(painter, around, corner, margin, radius)
    else:
        _paint_shadow(painter, card, margin, radius, dark=look.tokens.dark)
    painter.setBrush(look.colour("surface"))
    painter.setPen(QPen(look.colour("line" if not look.tokens.dark else "line_strong"), 1))
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def _paint_shadow(painter: QPainter, card: QRectF, margin: float, radius: float, *, dark: bool) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    steps = max(4, int(margin))
    strength = 0.55 if dark else 0.2
    for step in range(steps):
        spread = margin * (1 - step / steps)
        colour = QColor(0, 0, 0) if dark else QColor(22, 35, 58)
        colour.setAlphaF(strength * 2 * (step + 1) / (steps * (steps + 1)))
        painter.setBrush(colour)
        area = card.adjusted(-spread, -spread * 0.45, spread, spread)
        painter.drawRoundedRect(area, radius + spread, radius + spread)


@lru_cache(maxsize=16)
def _patch(corner: int, margin: float, radius: float, ratio: float, dark: bool) -> QPixmap:
    """Draw the shadow of the smallest sheet that has four whole corners."""
    side = 2 * corner + 1
    made = QPixmap(ceil(side * ratio), ceil(side * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_shadow(painter, QRectF(margin, margin, side - 2 * margin, side - 2 * margin), margin, radius, dark=dark)
    painter.end()
    return made


def _paint_edges(painter: QPainter, around: QRectF, corner: int, margin: float, radius: float) -> None:
    """Put the shadow together from the corners and edges of a small one: many soft layers are drawn only once."""
    ratio = painter.device().devicePixelRatioF()
    patch = _patch(corner, margin, radius, ratio, theme().tokens.dark)
    across = (
        (around.left(), corner, 0),
        (around.left() + corner, around.width() - 2 * corner, corner),
        (around.right() - corner, corner, corner + 1),
    )
    down = (
        (around.top(), corner, 0),
        (around.top() + corner, around.height() - 2 * corner, corner),
        (around.bottom() - corner, corner, corner + 1),
    )
    for column, (x, width, from_x) in enumerate(across):
        for row, (y, height, from_y) in enumerate(down):
            if column == row == 1:
                continue  # the sheet covers it
            part_width = 1 if column == 1 else corner
            part_height = 1 if row == 1 else corner
            source = QRectF(from_x * ratio, from_y * ratio, part_width * ratio, part_height * ratio)
            painter.drawPixmap(QRectF(x, y, width, height), patch, source)
