"""Events: circles with one, two or a thick line, and the sign of what they wait for or throw (BPMN 2.0, 10.5)."""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from desktop.views.diagram import DiagramNode
from ui.diagram.ink import Ink

_TWO_LINES = frozenset({"boundaryEvent", "intermediateCatchEvent", "intermediateThrowEvent", "implicitThrowEvent"})
_THROWS = frozenset({"endEvent", "intermediateThrowEvent", "implicitThrowEvent"})
_GAP = 3.2
_REACH = 0.27


def paint(painter: QPainter, node: DiagramNode, area: QRectF, ink: Ink) -> None:
    """Paint an event with the painter's pen on its brush."""
    pen = QPen(painter.pen())
    if node.tag == "endEvent":
        pen.setWidthF(max(ink.line(3.4, 2.0), pen.widthF() + 1.0))
        inset = pen.widthF() / 4
        area = area.adjusted(inset, inset, -inset, -inset)
    elif not node.interrupting:
        pen.setStyle(Qt.PenStyle.DashLine)
        pen.setDashPattern([3.0, 2.2])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawEllipse(area)
    if node.tag in _TWO_LINES:
        pen.setWidthF(min(pen.widthF(), ink.line(1.6)))
        painter.setPen(pen)
        gap = ink.line(_GAP, 2.2)
        painter.drawEllipse(area.adjusted(gap, gap, -gap, -gap))
    if ink.shows(area.width() * 2 * _REACH):
        sign(painter, node.event, area, pen.color(), ink.colour("surface"), filled=node.tag in _THROWS)


def sign(painter: QPainter, event: str, area: QRectF, ink: QColor, ground: QColor, *, filled: bool) -> None:
    """Paint the sign of what an event waits for (an outline) or throws (filled); nothing for none."""
    painter.save()
    painter.setPen(QPen(ink, 1.3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(QBrush(ink) if filled else QBrush(Qt.BrushStyle.NoBrush))
    middle, reach = area.center(), area.width() * _REACH
    if event == "message":
        envelope(painter, middle, reach, ink, ground, filled=filled)
    elif event == "timer":
        _clock(painter, middle, reach * 1.12)
    elif event == "conditional":
        _list(painter, middle, reach)
    elif event == "terminate":
        painter.setBrush(ink)
        painter.drawEllipse(middle, reach * 0.9, reach * 0.9)
    elif event == "compensate":
        painter.drawPolygon(_polygon(middle, reach, ((0.05, -0.75), (0.05, 0.75), (-1.0, 0.0))))
        painter.drawPolygon(_polygon(middle, reach, ((1.05, -0.75), (1.05, 0.75), (0.0, 0.0))))
    elif event in _OUTLINES:
        painter.drawPolygon(_polygon(middle, reach, _OUTLINES[event]))
    painter.restore()


def envelope(painter: QPainter, middle: QPointF, reach: float, ink: QColor, ground: QColor, *, filled: bool) -> None:
    """Paint an envelope, as a message is drawn in events, tasks and upon flows."""
    box = QRectF(middle.x() - reach, middle.y() - reach * 0.7, 2 * reach, 1.4 * reach)
    painter.setBrush(QBrush(ink) if filled else QBrush(ground))
    painter.drawRect(box)
    pen = QPen(painter.pen())
    pen.setColor(ground if filled else ink)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([box.topLeft(), QPointF(middle.x(), middle.y() + reach * 0.1), box.topRight()]))


def pentagon(middle: QPointF, reach: float) -> QPolygonF:
    """Return a regular pentagon that stands on one side."""
    turns = [math.radians(-90 + 72 * number) for number in range(5)]
    return QPolygonF([QPointF(middle.x() + reach * math.cos(at), middle.y() + reach * math.sin(at)) for at in turns])


def _polygon(middle: QPointF, reach: float, places: tuple[tuple[float, float], ...]) -> QPolygonF:
    return QPolygonF([QPointF(middle.x() + dx * reach, middle.y() + dy * reach) for dx, dy in places])


def _clock(painter: QPainter, middle: QPointF, reach: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(middle, reach, reach)
    for hour in range(12):
        at = math.radians(30 * hour)
        painter.drawLine(
            QLineF(
                middle.x() + reach * 0.8 * math.cos(at),
                middle.y() + reach * 0.8 * math.sin(at),
                middle.x() + reach * math.cos(at),
                middle.y() + reach * math.sin(at),
            )
        )
    painter.drawLine(middle, QPointF(middle.x() + reach * 0.14, middle.y() - reach * 0.7))
    painter.drawLine(middle, QPointF(middle.x() + reach * 0.5, middle.y() + reach * 0.08))


def _list(painter: QPainter, middle: QPointF, reach: float) -> None:
    sheet = QRectF(middle.x() - reach * 0.78, middle.y() - reach, reach * 1.56, reach * 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(sheet)
    for number in range(4):
        y = sheet.top() + sheet.height() * (number + 1) / 5
        painter.drawLine(QLineF(sheet.left() + reach * 0.28, y, sheet.right() - reach * 0.28, y))


def _five() -> tuple[tuple[float, float], ...]:
    corners = pentagon(QPointF(0, 0), 1.1)
    return tuple((corners.at(number).x(), corners.at(number).y()) for number in range(5))


_CROSS = tuple(
    (0.71 * (x - y), 0.71 * (x + y))
    for x, y in (
        (-0.28, -1.1), (0.28, -1.1), (0.28, -0.28), (1.1, -0.28), (1.1, 0.28), (0.28, 0.28),
        (0.28, 1.1), (-0.28, 1.1), (-0.28, 0.28), (-1.1, 0.28), (-1.1, -0.28), (-0.28, -0.28),
    )
)  # fmt: skip
_PLUS = (
    (-0.3, -1.0), (0.3, -1.0), (0.3, -0.3), (1.0, -0.3), (1.0, 0.3), (0.3, 0.3),
    (0.3, 1.0), (-0.3, 1.0), (-0.3, 0.3), (-1.0, 0.3), (-1.0, -0.3), (-0.3, -0.3),
)  # fmt: skip
_OUTLINES: dict[str, tuple[tuple[float, float], ...]] = {
    "signal": ((0.0, -1.05), (1.0, 0.7), (-1.0, 0.7)),
    "error": ((-1.0, 0.95), (-0.35, -0.95), (0.3, 0.15), (1.0, -0.95), (0.35, 0.95), (-0.3, -0.1)),
    "escalation": ((0.0, -1.05), (0.8, 1.0), (0.0, 0.25), (-0.8, 1.0)),
    "link": ((-1.0, -0.4), (0.2, -0.4), (0.2, -0.9), (1.05, 0.0), (0.2, 0.9), (0.2, 0.4), (-1.0, 0.4)),
    "cancel": _CROSS,
    "multiple": _five(),
    "parallelMultiple": _PLUS,
}
