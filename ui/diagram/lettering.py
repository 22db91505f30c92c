"""Lettering: names that stay readable where a diagram is shown smaller than it was drawn, wrapped and cut to a room."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from ui.diagram.ink import font

LEAST = 9.0
"""Height in pixels on the screen below which no name is drawn."""
_CLOSEST = 8.6
"""The same for a name that is whole by that."""
_PITCH = 1.14
_DRAWN = (12.0, 11.0, 10.0, 9.0, 8.0)
_SHOWN = (11.0, 10.5, 10.0, 9.5, LEAST)


@dataclass(frozen=True, slots=True)
class Lettering:
    """Lines of a text at a height in units; ``whole`` where nothing of it was cut off."""

    pixels: int
    lines: tuple[str, ...]
    width: float
    whole: bool
    bold: bool = False

    @property
    def height(self) -> float:
        """How high the lines are together."""
        return len(self.lines) * self.pixels * _PITCH


@lru_cache(maxsize=4096)
def inside(text: str, width: float, height: float, zoom: float) -> Lettering:
    """Return a name for the inside of a shape: as large as it was drawn, and no smaller than is read on the screen."""
    sizes = sorted({math.ceil(max(drawn, shown / zoom)) for drawn, shown in zip(_DRAWN, _SHOWN, strict=True)})
    for pixels in reversed(sizes):
        made = lettering(text, pixels, width, height)
        if made.whole:
            return made
    closer = lettering(text, math.floor(_CLOSEST / zoom), width, height)
    return closer if closer.whole else made


@lru_cache(maxsize=4096)
def lettering(text: str, pixels: int, width: float, height: float, *, bold: bool = False) -> Lettering:
    """Return a text wrapped between its words; what does not fit is cut off with dots, one line is always there."""
    metrics = QFontMetricsF(font(pixels, bold=bold))
    most = max(1, int((height + 1) / (pixels * _PITCH)))
    wrapped = _wrapped(text.split(), metrics, width)
    lines = wrapped[:most]
    if len(wrapped) > most:
        lines[-1] = " ".join(wrapped[most - 1 :])
    cut = tuple(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines)
    widest = max((metrics.horizontalAdvance(line) for line in cut), default=0.0)
    fits = len(lines) * pixels * _PITCH <= height + 1
    return Lettering(pixels, cut, widest, fits and cut == tuple(wrapped), bold)


def write(painter: QPainter, area: QRectF, made: Lettering, place: Qt.AlignmentFlag) -> None:
    """Write the lines into an area, at its left or in the middle, with the painter's pen."""
    painter.setFont(font(made.pixels, bold=made.bold))
    pitch = made.pixels * _PITCH
    top = area.top()
    if place & Qt.AlignmentFlag.AlignVCenter:
        top += (area.height() - made.height) / 2
    across = place & Qt.AlignmentFlag.AlignHorizontal_Mask
    flags = int(across | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip)
    for number, line in enumerate(made.lines):
        painter.drawText(QRectF(area.left(), top + number * pitch, area.width(), pitch), flags, line)


def _wrapped(words: Sequence[str], metrics: QFontMetricsF, width: float) -> list[str]:
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
