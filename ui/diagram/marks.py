"""Signs upon elements: a problem, what a version has added, removed or changed; and which element is chosen."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from desktop.views.diagram import Mark
from ui.diagram.ink import Ink

BADGE = 9.0
"""Half the width of the badge that carries the sign."""
_TONES = {"problem": "bad", "added": "good", "removed": "bad", "changed": "warning"}


def paint(painter: QPainter, mark: Mark, around: QPainterPath, corner: QPointF, ink: Ink) -> None:
    """Paint the outline of a marked element in its tone, and a badge with the sign at the corner."""
    tone = ink.colour(_TONES[mark.kind])
    pen = QPen(tone, 2.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    if mark.kind == "removed":
        pen.setDashPattern([2.0, 2.0])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(around)
    painter.setPen(QPen(ink.colour("surface"), 1.6))
    painter.setBrush(tone)
    painter.drawEllipse(corner, BADGE, BADGE)
    painter.setPen(QPen(ink.colour("surface"), 2.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    x, y, arm = corner.x(), corner.y(), 4.2
    if mark.kind == "problem":
        painter.drawLine(QLineF(x, y - arm - 0.4, x, y + 0.8))
        painter.drawLine(QLineF(x, y + arm, x, y + arm + 0.1))
    elif mark.kind == "changed":
        wave = QPainterPath(QPointF(x - arm, y + 1))
        wave.cubicTo(x - 1.5, y - 5, x + 1.5, y + 5, x + arm, y - 1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(wave)
    else:
        painter.drawLine(QLineF(x - arm, y, x + arm, y))
        if mark.kind == "added":
            painter.drawLine(QLineF(x, y - arm, x, y + arm))


def paint_choice(painter: QPainter, area: QRectF, ink: Ink, *, focused: bool) -> None:
    """Paint the frame around the chosen element: whole while the keyboard is here, dashed otherwise."""
    pen = ink.pen("accent_mark", 2.0)
    if not focused:
        pen.setDashPattern([2.5, 2.5])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(-5, -5, 5, 5), 10, 10)
