"""Data objects, inputs, outputs and stores, text annotations and groups (BPMN 2.0, 7.4 and 10.4)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from desktop.views.diagram import DiagramNode
from ui.diagram.activities import paint_markers
from ui.diagram.ink import Ink
from ui.diagram.labels import draw_inside

ARTIFACTS = frozenset({"textAnnotation", "group"})
DATA = frozenset({"dataObject", "dataObjectReference", "dataInput", "dataOutput", "dataStoreReference", "dataStore"})


def paint(painter: QPainter, node: DiagramNode, area: QRectF) -> None:
    """Paint a data object or store with the painter's pen on its brush."""
    if node.tag in ("dataStoreReference", "dataStore"):
        _store(painter, area)
        return
    ink = painter.pen().color()
    fold = min(12.0, area.width() / 3)
    sheet = [area.topLeft(), QPointF(area.right() - fold, area.top()), QPointF(area.right(), area.top() + fold)]
    painter.drawPolygon(QPolygonF([*sheet, area.bottomRight(), area.bottomLeft()]))
    painter.drawPolyline(QPolygonF([sheet[1], QPointF(area.right() - fold, area.top() + fold), sheet[2]]))
    if node.tag in ("dataInput", "dataOutput"):
        _arrow(painter, area, filled=node.tag == "dataOutput")
    if "collection" in node.markers:
        painter.setPen(QPen(ink, 1.4))
        paint_markers(painter, ("parallel",), area, ink)


def paint_artifact(painter: QPainter, node: DiagramNode, area: QRectF) -> None:
    """Paint a group's frame or an annotation's bracket with its text."""
    pen = QPen(painter.pen())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if node.tag == "group":
        pen.setDashPattern([7.0, 4.0, 0.6, 4.0])
        painter.setPen(pen)
        painter.drawRoundedRect(area, 8, 8)
        return
    arm = min(14.0, area.width() / 3)
    top, bottom = QPointF(area.left() + arm, area.top()), QPointF(area.left() + arm, area.bottom())
    painter.drawPolyline(QPolygonF([top, area.topLeft(), area.bottomLeft(), bottom]))


def draw_annotation(painter: QPainter, node: DiagramNode, area: QRectF, ink: Ink) -> None:
    """Draw the text of an annotation behind its bracket."""
    draw_inside(painter, area.adjusted(6, 2, -2, -2), node.label, ink, at_left=True)


def _store(painter: QPainter, area: QRectF) -> None:
    lid = min(area.height() * 0.24, 14.0)
    body = QPainterPath(QPointF(area.left(), area.top() + lid / 2))
    body.arcTo(QRectF(area.left(), area.top(), area.width(), lid), 180, -180)
    body.lineTo(area.right(), area.bottom() - lid / 2)
    body.arcTo(QRectF(area.left(), area.bottom() - lid, area.width(), lid), 0, -180)
    body.closeSubpath()
    painter.drawPath(body)
    for number in range(3):
        ring = QRectF(area.left(), area.top() + number * lid * 0.45, area.width(), lid)
        painter.drawArc(ring, 180 * 16, 180 * 16)


def _arrow(painter: QPainter, area: QRectF, *, filled: bool) -> None:
    box = QRectF(area.left() + 4, area.top() + 4, min(14.0, area.width() / 2.4), 10)
    if filled:
        painter.setBrush(painter.pen().color())
    middle = box.center().y()
    places = ((0, -2.2), (0.5, -2.2), (0.5, -5), (1, 0), (0.5, 5), (0.5, 2.2), (0, 2.2))
    painter.drawPolygon(QPolygonF([QPointF(box.left() + dx * box.width(), middle + dy) for dx, dy in places]))
