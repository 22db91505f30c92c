"""The words on a diagram: inside shapes, beside them, along lines and in the strips of pools."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from desktop.views.diagram import Box
from ui.diagram import lettering
from ui.diagram.ink import Ink, font

BESIDE = 10.5
"""Height in pixels of words beside shapes and lines."""
_SIZES = (12.0, 11.0, 10.0, 9.0, 8.0)
_ROOM = 100.0
_CENTRED = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
_AT_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)


def height_of(text: str, width: float, pixels: float = BESIDE) -> float:
    """Return how high a text is when it is wrapped at a width."""
    return QFontMetricsF(font(pixels)).boundingRect(QRectF(0, 0, width, 10_000), _CENTRED, text).height()


def width_of(text: str, pixels: float = BESIDE) -> float:
    """Return how wide a text is on one line."""
    return QFontMetricsF(font(pixels)).horizontalAdvance(text)


def beside(box: Box, text: str) -> QRectF:
    """Return where a text stands for which the file gives a place: there, and wider only if it needs more lines."""
    left, top, width, height = box
    longest = max((width_of(word) for word in text.split()), default=0.0)
    wide = max(width, longest + 2.0)
    if height_of(text, wide) > height + BESIDE / 2:
        wide = max(width + 28.0, min(width_of(text) + 4.0, _ROOM))
    return QRectF(left + width / 2 - wide / 2, top, wide, height_of(text, wide))


def below(area: QRectF, text: str) -> QRectF:
    """Return where a text stands for which the file gives no place: under its shape."""
    wide = max(area.width(), min(width_of(text) + 4.0, _ROOM))
    return QRectF(area.center().x() - wide / 2, area.bottom() + 4, wide, height_of(text, wide))


def along(points: list[QPointF], text: str) -> QRectF:
    """Return where a line's text stands for which the file gives no place: at the middle of its longest part."""
    start, end = max(pairwise(points), key=lambda part: (part[1] - part[0]).manhattanLength())
    middle = (start + end) / 2
    wide = min(width_of(text) + 4.0, _ROOM)
    high = height_of(text, wide)
    if abs(start.y() - end.y()) < abs(start.x() - end.x()):
        return QRectF(middle.x() - wide / 2, middle.y() - high - 3, wide, high)
    return QRectF(middle.x() + 5, middle.y() - high / 2, wide, high)


def tight(area: QRectF, text: str) -> QRectF:
    """Return the part of a text's place that its letters take."""
    return QFontMetricsF(font(BESIDE)).boundingRect(area, _CENTRED, text)


def draw_beside(painter: QPainter, area: QRectF, text: str) -> None:
    """Draw a text beside its shape or line."""
    painter.setFont(font(BESIDE))
    painter.drawText(area, _CENTRED, text)


def draw_inside(painter: QPainter, area: QRectF, text: str, ink: Ink, *, at_left: bool = False) -> None:
    """Draw a text into a shape: as large as fits, cut off with dots where nothing does; in the middle as a rule."""
    if not text:
        return
    if ink.zoom < 1:
        place = Qt.AlignmentFlag.AlignLeft if at_left else Qt.AlignmentFlag.AlignHCenter
        made = lettering.inside(text, area.width(), area.height(), ink.zoom)
        lettering.write(painter, area, made, place | Qt.AlignmentFlag.AlignVCenter)
        return
    flags = _AT_LEFT if at_left else _MIDDLE
    painter.setFont(fitting(area, text))
    metrics = QFontMetricsF(painter.font())
    if metrics.boundingRect(area, _MIDDLE, text).height() > area.height() + 2:
        lines = max(1, int(area.height() / metrics.lineSpacing()))
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width() * lines * 0.9)
    painter.drawText(area, flags, text)


def draw_strip(painter: QPainter, area: QRectF, text: str, ink: Ink, *, upright: bool) -> None:
    """Draw the name of a pool or lane into its strip; ``upright`` is a strip at the left, read from below."""
    if not text:
        return
    painter.save()
    long, thin = area.width(), area.height()
    if upright:
        painter.translate(area.center())
        painter.rotate(-90)
        long, thin = area.height(), area.width()
        area = QRectF(-long / 2, -thin / 2, long, thin)
    room = area.adjusted(4, 0, -4, 0)
    if ink.zoom < 1:
        made = lettering.inside(text, room.width(), thin, ink.zoom)
        lettering.write(painter, room, made, Qt.AlignmentFlag.AlignCenter)
        painter.restore()
        return
    painter.setFont(font(11.5))
    metrics = QFontMetricsF(painter.font())
    if metrics.boundingRect(room, _MIDDLE, text).height() > thin:
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, _MIDDLE, text)
    painter.restore()


def fitting(area: QRectF, text: str) -> QFont:
    """Return the largest of a few fonts in which the text fits into the room."""
    for pixels in _SIZES:
        found = font(pixels)
        bounds = QFontMetricsF(found).boundingRect(area, _MIDDLE, text)
        if bounds.height() <= area.height() and bounds.width() <= area.width() + 1:
            break
    return found
