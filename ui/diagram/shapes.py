"""The shapes of a diagram: each paints one element as BPMN 2.0 draws it (chapter 7.4), in the theme's colours."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop.views.diagram import Box, DiagramEdge, DiagramNode
from ui.icons import pixmap
from ui.theme import theme

_TASK_ICONS = {"userTask": "user", "serviceTask": "settings", "manualTask": "user"}
_STATES = {
    "running": ("accent", "accent_soft"),
    "done": ("good", "good_soft"),
    "cancelled": ("line_strong", "background"),
}
_WRAP = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


def rect(box: Box) -> QRectF:
    """Return a box as Qt knows it."""
    return QRectF(*box)


class NodeItem(QGraphicsItem):
    """An event, a gateway, a task or a sub-process."""

    def __init__(self, node: DiagramNode) -> None:
        super().__init__()
        self.node = node
        self.area = rect(node.box)
        self.setToolTip("\n\n".join(part for part in (node.label, node.description) if part))

    def boundingRect(self) -> QRectF:
        """The shape with its border and its label."""
        area = self.area.adjusted(-6, -6, 6, 6)
        return area.united(rect(self.node.label_box).adjusted(-20, -2, 20, 24)) if self.node.label_box else area

    def shape(self) -> QPainterPath:
        """The shape without its label."""
        path = QPainterPath()
        path.addRect(self.area)
        return path

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Paint shape, marker and label."""
        look = theme()
        line, ground = _STATES.get(self.node.state, ("muted", "surface"))
        pen = QPen(look.colour(line), 3.0 if self.node.state == "running" else 1.4)
        painter.setPen(pen)
        painter.setBrush(look.colour(ground))
        tag = self.node.tag
        if tag.endswith("Gateway"):
            self._gateway(painter, pen)
        elif tag.endswith("Event"):
            self._event(painter, pen)
        else:
            self._activity(painter, inside=tag == "subProcess")
        if self.node.label_box is not None and self.node.label:
            painter.setPen(look.colour("text"))
            painter.setFont(_font(10.5))
            painter.drawText(rect(self.node.label_box).adjusted(-14, 0, 14, 20), _WRAP, self.node.label)

    def _activity(self, painter: QPainter, *, inside: bool) -> None:
        look = theme()
        if inside:
            soft = QColor(look.colour("accent_soft" if self.node.state == "running" else "background"))
            soft.setAlphaF(0.55)
            painter.setBrush(soft)
        painter.drawRoundedRect(self.area, 10, 10)
        painter.setPen(look.colour("text"))
        if inside:
            painter.setFont(_font(12, bold=True))
            painter.drawText(self.area.adjusted(12, 8, -12, 0), int(Qt.AlignmentFlag.AlignLeft), self.node.label)
            return
        icon = _TASK_ICONS.get(self.node.tag)
        if icon:
            drawn = pixmap(icon, tone="muted", size=13, ratio=2.0)
            painter.drawPixmap(QRectF(self.area.left() + 6, self.area.top() + 6, 13, 13), drawn, QRectF(drawn.rect()))
        painter.setFont(_fitting(painter, self.node.label, self.area.adjusted(8, 16, -8, -6)))
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        painter.drawText(self.area.adjusted(8, 14, -8, -6), flags, self.node.label)

    def _gateway(self, painter: QPainter, pen: QPen) -> None:
        area = self.area
        middle = area.center()
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(middle.x(), area.top()),
                    QPointF(area.right(), middle.y()),
                    QPointF(middle.x(), area.bottom()),
                    QPointF(area.left(), middle.y()),
                ]
            )
        )
        arm = area.width() * (0.16 if self.node.tag == "exclusiveGateway" else 0.24)
        painter.setPen(QPen(pen.color(), 3))
        x, y = middle.x(), middle.y()
        if self.node.tag == "exclusiveGateway":
            painter.drawLine(QPointF(x - arm, y - arm), QPointF(x + arm, y + arm))
            painter.drawLine(QPointF(x - arm, y + arm), QPointF(x + arm, y - arm))
        elif self.node.tag == "parallelGateway":
            painter.drawLine(QPointF(x - arm, y), QPointF(x + arm, y))
            painter.drawLine(QPointF(x, y - arm), QPointF(x, y + arm))
        elif self.node.tag == "inclusiveGateway":
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, arm, arm)

    def _event(self, painter: QPainter, pen: QPen) -> None:
        area = self.area
        if self.node.tag == "endEvent":
            painter.setPen(QPen(pen.color(), 3.6))
        elif not self.node.interrupting:
            painter.setPen(QPen(pen.color(), pen.widthF(), Qt.PenStyle.DashLine))
        painter.drawEllipse(area)
        if self.node.tag in ("boundaryEvent", "intermediateCatchEvent", "intermediateThrowEvent"):
            painter.drawEllipse(area.adjusted(3.2, 3.2, -3.2, -3.2))
        side = area.width() / 4
        middle = area.center()
        ink = pen.color()
        painter.setPen(QPen(ink, 1.4))
        throws = self.node.tag in ("endEvent", "intermediateThrowEvent")
        painter.setBrush(ink if throws else QColor(Qt.GlobalColor.transparent))
        if self.node.event == "message":
            box = QRectF(middle.x() - side, middle.y() - side * 0.7, 2 * side, 1.4 * side)
            painter.drawRect(box)
            painter.setPen(QPen(theme().colour("surface") if throws else ink, 1.4))
            painter.drawPolyline(QPolygonF([box.topLeft(), middle, box.topRight()]))
        elif self.node.event == "error":
            places = ((-1, 0.9), (-0.3, -0.9), (0.3, 0.2), (1, -0.9), (0.3, 0.9), (-0.3, -0.1))
            bolt = [QPointF(middle.x() + dx * side, middle.y() + dy * side) for dx, dy in places]
            painter.drawPolygon(QPolygonF(bolt))


class EdgeItem(QGraphicsItem):
    """A sequence flow with its arrow, the stroke of a default flow, and its label."""

    def __init__(self, edge: DiagramEdge) -> None:
        super().__init__()
        self.edge = edge
        self.setToolTip(edge.label)
        self.points = [QPointF(*point) for point in edge.points]
        self._area = QPolygonF(self.points).boundingRect().adjusted(-12, -12, 12, 12)
        if edge.label_box is not None:
            self._area = self._area.united(rect(edge.label_box).adjusted(-20, -2, 20, 24))

    def boundingRect(self) -> QRectF:
        """The line with its arrow and its label."""
        return self._area

    def shape(self) -> QPainterPath:
        """The line alone."""
        path = QPainterPath(self.points[0])
        for point in self.points[1:]:
            path.lineTo(point)
        return path

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Paint line, arrow and label; a flow that was taken stands out."""
        look = theme()
        ink = look.colour("good" if self.edge.taken else "line_strong")
        painter.setPen(QPen(ink, 2.2 if self.edge.taken else 1.4))
        painter.drawPolyline(QPolygonF(self.points))
        tip, before = self.points[-1], self.points[-2]
        angle = math.atan2(tip.y() - before.y(), tip.x() - before.x())
        wings = [QPointF(tip.x() - 9 * math.cos(at), tip.y() - 9 * math.sin(at)) for at in (angle + 0.42, angle - 0.42)]
        painter.setBrush(ink)
        painter.drawPolygon(QPolygonF([tip, *wings]))
        if self.edge.default:
            start, on = self.points[0], self.points[1]
            way = math.atan2(on.y() - start.y(), on.x() - start.x())
            middle = QPointF(start.x() + 11 * math.cos(way), start.y() + 11 * math.sin(way))
            across = QPointF(4 * math.cos(way + 1.9), 4 * math.sin(way + 1.9))
            painter.drawLine(middle - across, middle + across)
        if self.edge.label and self.edge.label_box is not None:
            painter.setPen(look.colour("muted"))
            painter.setFont(_font(10))
            painter.drawText(rect(self.edge.label_box).adjusted(-14, 0, 14, 20), _WRAP, self.edge.label)


def _font(points: float, *, bold: bool = False) -> QFont:
    """Return the theme's font in the diagram's own units, whatever the size of the interface."""
    font = theme().font(13, bold=bold)
    font.setPixelSize(round(points))
    return font


def _fitting(painter: QPainter, text: str, room: QRectF) -> QFont:
    """Return the largest of a few fonts in which the text fits into the room."""
    for points in (12, 11, 10, 9):
        painter.setFont(_font(points))
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        if painter.boundingRect(room, flags, text).height() <= room.height():
            break
    return _font(points)
