"""Signs upon elements: a problem, what a version has added, removed or changed; and which element is chosen."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from desktop.views.diagram import Mark
from ui.diagram.ink import Ink

BADGE, _SMALLEST = 9.0, 7.0
"""Half the width of the badge that carries the sign: in units, and at least so many pixels on the screen."""
_TONES = {"problem": "bad", "added": "good", "removed": "bad", "changed": "warning"}


def reach(ink: Ink) -> float:
    """Return how far a mark reaches beyond the shape that carries it."""
    return ink.line(BADGE, _SMALLEST) + 8.0


def paint(painter: QPainter, mark: Mark, around: QPainterPath, corner: QPointF, ink: Ink) -> None:
    """Paint the outline of a marked element in its tone, and a badge with the sign at the corner."""
    tone = ink.colour(_TONES[mark.kind])
    pen = QPen(tone, ink.line(2.6, 2.0), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    if mark.kind == "removed":
        pen.setDashPattern([2.0, 2.0])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(around)
    painter.save()
    painter.translate(corner)
    painter.scale(ink.line(BADGE, _SMALLEST) / BADGE, ink.line(BADGE, _SMALLEST) / BADGE)
    painter.setPen(QPen(ink.colour("surface"), 1.6))
    painter.setBrush(tone)
    painter.drawEllipse(QPointF(0, 0), BADGE, BADGE)
    painter.setPen(QPen(ink.colour("surface"), 2.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    arm = 4.2
    if mark.kind == "problem":
        painter.drawLine(QLineF(0, -arm - 0.4, 0, 0.8))
        painter.drawLine(QLineF(0, arm, 0, arm + 0.1))
    elif mark.kind == "changed":
        wave = QPainterPath(QPointF(-arm, 1))
        wave.cubicTo(-1.5, -5, 1.5, 5, arm, -1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(wave)
    else:
        painter.drawLine(QLineF(-arm, 0, arm, 0))
        if mark.kind == "added":
            painter.drawLine(QLineF(0, -arm, 0, arm))
    painter.restore()


def paint_choice(painter: QPainter, area: QRectF, ink: Ink, *, focused: bool) -> None:
    """Paint the frame around the chosen element: whole while the keyboard is here, dashed otherwise."""
    pen = ink.pen("accent_mark", ink.line(2.0, 2.0))
    if not focused:
        pen.setDashPattern([2.5, 2.5])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    gap = ink.line(5.0, 4.0)
    painter.drawRoundedRect(area.adjusted(-gap, -gap, gap, gap), 10, 10)
