"""Gateways: diamonds with their markers (BPMN 2.0, 10.6)."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from desktop.views.diagram import DiagramNode
from ui.diagram.events import pentagon
from ui.diagram.ink import Ink


def outline(area: QRectF) -> QPolygonF:
    """Return the diamond."""
    middle = area.center()
    return QPolygonF(
        [
            QPointF(middle.x(), area.top()),
            QPointF(area.right(), middle.y()),
            QPointF(middle.x(), area.bottom()),
            QPointF(area.left(), middle.y()),
        ]
    )


def paint(painter: QPainter, node: DiagramNode, area: QRectF, ink: Ink) -> None:
    """Paint a gateway with the painter's pen on its brush."""
    line = painter.pen().color()
    painter.drawPolygon(outline(area))
    middle, arm = area.center(), area.width() * 0.22
    if not ink.shows(arm * 2):
        return
    thick = QPen(line, ink.line(max(2.4, area.width() / 15), 1.3), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if node.tag == "exclusiveGateway":
        if node.variant != "plain":
            painter.setPen(thick)
            _cross(painter, middle, arm * 0.72)
    elif node.tag == "parallelGateway":
        painter.setPen(thick)
        _plus(painter, middle, arm * 1.1)
    elif node.tag == "inclusiveGateway":
        painter.setPen(thick)
        painter.drawEllipse(middle, arm, arm)
    elif node.tag == "complexGateway":
        painter.setPen(thick)
        _plus(painter, middle, arm * 1.1)
        _cross(painter, middle, arm * 0.8)
    elif node.tag == "eventBasedGateway":
        _event_based(painter, node, middle, arm)


def _event_based(painter: QPainter, node: DiagramNode, middle: QPointF, arm: float) -> None:
    """One ring begins runs, two wait inside one; a pentagon is the first event, a cross all of them."""
    painter.setPen(QPen(painter.pen().color(), 1.2))
    outer = arm * 1.18
    painter.drawEllipse(middle, outer, outer)
    if not node.variant:
        painter.drawEllipse(middle, outer - 2.4, outer - 2.4)
    if node.variant == "parallel_instantiating":
        painter.drawPolygon(_wide_plus(middle, outer * 0.62))
    else:
        painter.drawPolygon(pentagon(middle, outer * 0.62))


def _wide_plus(middle: QPointF, reach: float) -> QPolygonF:
    thin = reach * 0.32
    places = (
        (-thin, -reach), (thin, -reach), (thin, -thin), (reach, -thin), (reach, thin), (thin, thin),
        (thin, reach), (-thin, reach), (-thin, thin), (-reach, thin), (-reach, -thin), (-thin, -thin),
    )  # fmt: skip
    return QPolygonF([QPointF(middle.x() + dx, middle.y() + dy) for dx, dy in places])


def _cross(painter: QPainter, middle: QPointF, arm: float) -> None:
    x, y = middle.x(), middle.y()
    painter.drawLine(QLineF(x - arm, y - arm, x + arm, y + arm))
    painter.drawLine(QLineF(x - arm, y + arm, x + arm, y - arm))


def _plus(painter: QPainter, middle: QPointF, arm: float) -> None:
    x, y = middle.x(), middle.y()
    painter.drawLine(QLineF(x - arm, y, x + arm, y))
    painter.drawLine(QLineF(x, y - arm, x, y + arm))
