"""Pools and lanes with the strips of their names, and the hexagons of conversations (BPMN 2.0, 9.2, 9.4 and 10.8)."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from desktop.views.diagram import DiagramNode
from ui.diagram.activities import MARKER, paint_markers
from ui.diagram.ink import Ink
from ui.diagram.labels import draw_inside, draw_strip

POOLS = frozenset({"participant", "lane"})
_STRIP = 8.0
CONVERSATIONS = frozenset({"conversation", "subConversation", "callConversation"})


def strip(node: DiagramNode, area: QRectF) -> QRectF:
    """Return the strip in which the name stands: at the left, or above where the pool is upright."""
    if node.horizontal:
        return QRectF(area.left(), area.top(), node.band, area.height())
    return QRectF(area.left(), area.top(), area.width(), node.band)


def paint(painter: QPainter, node: DiagramNode, area: QRectF, ink: Ink) -> None:
    """Paint a pool or a lane with the painter's pen."""
    line = painter.pen().color()
    if node.tag == "lane" and not node.state:
        painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area)
    if not node.band:
        painter.setPen(ink.colour("text"))
        draw_inside(painter, area.adjusted(8, 4, -8, -18 if node.markers else -4), node.label, ink)
    else:
        place = strip(node, area)
        if node.tag == "participant":
            edge = QLineF(place.topRight(), place.bottomRight())
            painter.drawLine(edge if node.horizontal else QLineF(place.bottomLeft(), place.bottomRight()))
        painter.setPen(ink.colour("text"))
        if node.tag == "participant" or ink.shows(node.band, _STRIP):
            draw_strip(painter, place, node.label, ink, upright=node.horizontal)
    if node.markers and ink.shows(MARKER):
        painter.setPen(line)
        paint_markers(painter, node.markers, area, line)


def paint_conversation(painter: QPainter, node: DiagramNode, area: QRectF) -> None:
    """Paint a conversation with the painter's pen on its brush; a thick line is one that is called."""
    pen = QPen(painter.pen())
    if node.tag == "callConversation":
        pen.setWidthF(max(3.2, pen.widthF()))
        painter.setPen(pen)
    painter.drawPolygon(hexagon(area))
    if "collapsed" in node.markers:
        paint_markers(painter, ("collapsed",), area, pen.color())


def hexagon(area: QRectF) -> QPolygonF:
    """Return the outline of a conversation."""
    quarter, middle = area.width() / 4, area.center().y()
    return QPolygonF(
        [
            QPointF(area.left(), middle),
            QPointF(area.left() + quarter, area.top()),
            QPointF(area.right() - quarter, area.top()),
            QPointF(area.right(), middle),
            QPointF(area.right() - quarter, area.bottom()),
            QPointF(area.left() + quarter, area.bottom()),
        ]
    )
