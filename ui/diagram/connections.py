"""Flows and associations: their lines, arrows, circles, strokes and envelopes (BPMN 2.0, 7.4)."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from desktop.views.diagram import DiagramEdge
from ui.diagram.events import envelope
from ui.diagram.ink import Ink

_BEND = 6.0
_HEAD = 5.5
"""Length in pixels of the head of an arrow that may not become smaller on the screen."""


def path(points: list[QPointF], bend: float = _BEND) -> QPainterPath:
    """Return the line through its points with rounded corners."""
    made = QPainterPath(points[0])
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        first, second = corner - before, after - corner
        long = min(math.hypot(first.x(), first.y()), math.hypot(second.x(), second.y())) / 2
        reach = min(bend, long)
        made.lineTo(corner - _unit(first) * reach)
        made.quadTo(corner, corner + _unit(second) * reach)
    made.lineTo(points[-1])
    return made


def paint(painter: QPainter, edge: DiagramEdge, points: list[QPointF], ink: Ink) -> None:
    """Paint a line; a flow that was taken stands out."""
    token, width = ("good", 2.2) if edge.taken else ("muted", 1.4)
    pen = ink.pen(token, ink.line(width, 1.8) if edge.taken else width)
    width = pen.widthF()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if edge.kind == "message":
        pen.setDashPattern([6 / width, 4 / width])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    elif edge.kind in ("association", "data"):
        pen.setDashPattern([0.1, 4.2 / width])
        pen.setWidthF(ink.line(1.8))
    if edge.kind == "conversation":
        _double(painter, points, pen, ink)
        return
    painter.setPen(pen)
    painter.drawPath(path(points))
    plain = ink.pen(token, width)
    painter.setPen(plain)
    if edge.kind == "sequence":
        _sequence(painter, edge, points, plain, ink)
    elif edge.kind == "message":
        painter.setBrush(ink.colour("surface"))
        painter.drawPolygon(_head(points[-1], points[-2], ink.line(10, _HEAD), 0.45))
        start = points[0] + _unit(points[1] - points[0]) * 4
        painter.drawEllipse(start, 4, 4)
        if edge.envelope and ink.shows(22):
            box = QRectF(-11, -8, 22, 16).translated(middle(points))
            filled = edge.envelope == "non_initiating"
            shade = ink.colour("line_strong") if filled else ink.colour("surface")
            painter.setPen(ink.pen(token, 1.3))
            envelope(painter, box.center(), 11, plain.color(), shade, filled=False)
    elif edge.arrows != "none":
        _open_head(painter, points[-1], points[-2])
        if edge.arrows == "both":
            _open_head(painter, points[0], points[1])


def middle(points: list[QPointF]) -> QPointF:
    """Return the point half way along a line."""
    line = path(points, 0.0)
    return line.pointAtPercent(0.5)


def _sequence(painter: QPainter, edge: DiagramEdge, points: list[QPointF], pen: QPen, ink: Ink) -> None:
    painter.setBrush(pen.color())
    painter.drawPolygon(_head(points[-1], points[-2], ink.line(9, _HEAD), 0.42))
    ahead = _unit(points[1] - points[0])
    across = QPointF(-ahead.y(), ahead.x())
    start = points[0]
    if edge.default:
        at = start + ahead * 11
        slant = across * 5 + ahead * 2.6
        painter.drawLine(at - slant, at + slant)
    if edge.conditional:
        painter.setBrush(ink.colour("surface"))
        sides = [start, start + ahead * 8 + across * 4.5, start + ahead * 16, start + ahead * 8 - across * 4.5]
        painter.drawPolygon(QPolygonF(sides))


def _double(painter: QPainter, points: list[QPointF], pen: QPen, ink: Ink) -> None:
    wide = QPen(pen)
    wide.setWidthF(4.6)
    painter.setPen(wide)
    painter.drawPath(path(points))
    painter.setPen(ink.pen("surface", 1.8))
    painter.drawPath(path(points))


def _head(tip: QPointF, before: QPointF, long: float, spread: float) -> QPolygonF:
    return QPolygonF([tip, *_wings(tip, before, long, spread)])


def _open_head(painter: QPainter, tip: QPointF, before: QPointF) -> None:
    one, two = _wings(tip, before, 9, 0.5)
    painter.drawPolyline(QPolygonF([one, tip, two]))


def _wings(tip: QPointF, before: QPointF, long: float, spread: float) -> list[QPointF]:
    angle = math.atan2(tip.y() - before.y(), tip.x() - before.x())
    return [
        QPointF(tip.x() - long * math.cos(at), tip.y() - long * math.sin(at)) for at in (angle + spread, angle - spread)
    ]


def _unit(vector: QPointF) -> QPointF:
    long = math.hypot(vector.x(), vector.y())
    return vector / long if long else QPointF(1, 0)
