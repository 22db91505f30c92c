"""Activities: tasks, sub-processes and calls with their signs and markers (BPMN 2.0, 10.3)."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from desktop.views.diagram import DiagramNode
from ui import icons
from ui.diagram import lettering
from ui.diagram.events import envelope, sign
from ui.diagram.ink import Ink, font
from ui.diagram.labels import draw_inside

ROUND = 8.0
_ICONS = {
    "userTask": "user",
    "manualTask": "hand",
    "serviceTask": "settings",
    "scriptTask": "scroll-text",
    "businessRuleTask": "table-2",
}
MARKER = 12.0
"""Size of the markers at the foot of activities and pools."""
_ENVELOPES = frozenset({"sendTask", "receiveTask"})
_TITLES = (12.0, 11.0, 10.0, lettering.LEAST)
"""Heights in pixels on the screen that the title of a stage may have."""
_ICON = 14.0
_FOOT = MARKER + 6.0


def paint(painter: QPainter, node: DiagramNode, area: QRectF, ink: Ink, obstacles: Sequence[QRectF] = ()) -> None:
    """Paint an activity with the painter's pen on its brush, its name inside; ``obstacles`` are in the name's way."""
    pen = QPen(painter.pen())
    line = pen.color()
    ground = painter.brush().color()
    if node.variant == "event":
        pen.setStyle(Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([1.2, 2.6])
    elif node.tag == "callActivity":
        pen.setWidthF(max(ink.line(3.2, 2.0), pen.widthF() + 1.2))
    painter.setPen(pen)
    painter.drawRoundedRect(area, ROUND, ROUND)
    if node.tag == "transaction":
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(3.5, 3.5, -3.5, -3.5), ROUND - 2.5, ROUND - 2.5)
    kind = node.variant if node.tag == "callActivity" else node.tag
    marked = bool(node.markers) and ink.shows(MARKER)
    side = min(6.0, 1.5 / ink.zoom) if ink.zoom < 1 else 6.0
    room = area.adjusted(side, 4, -side, -4 - (_FOOT if marked else 0.0))
    signed = (kind in _ICONS or kind in _ENVELOPES) and ink.shows(_ICON)
    if signed and not node.expanded:
        lower = room.adjusted(0, _ICON, 0, 0)
        beside = lower if lower.height() > 40 else room.adjusted(_ICON + 2, 2, -_ICON - 2, 0)
        signed = ink.zoom == 1 or lettering.inside(node.label, beside.width(), beside.height(), ink.zoom).whole
        room = beside if signed else room
    if signed and kind in _ENVELOPES:
        begins = node.variant == "instantiating"
        _envelope(painter, QPointF(area.left() + 13, area.top() + 13), ground, sends=kind == "sendTask", begins=begins)
    elif signed:
        shade = line if node.state else ink.colour("muted")
        icons.paint(painter, _ICONS[kind], QRectF(area.left() + 6, area.top() + 6, _ICON, _ICON), shade)
    if marked:
        paint_markers(painter, node.markers, area, line)
    painter.setPen(ink.colour("text"))
    if node.expanded:
        _title(painter, node, area, ink, obstacles)
    else:
        draw_inside(painter, _free(room, node.label, ink.zoom, obstacles) if ink.zoom < 1 else room, node.label, ink)


def _free(room: QRectF, label: str, zoom: float, obstacles: Sequence[QRectF]) -> QRectF:
    """Return the room without the part in which events on the border would cover the name."""
    made = lettering.inside(label, room.width(), room.height(), zoom)
    letters = QRectF(0, 0, made.width, made.height)
    letters.moveCenter(room.center())
    free = QRectF(room)
    for other in obstacles:
        if letters.intersects(other) and other.center().y() > room.center().y():
            free.setBottom(min(free.bottom(), other.top()))
        elif letters.intersects(other):
            free.setTop(max(free.top(), other.bottom()))
    return free if free.height() * zoom >= lettering.LEAST else room


def _title(painter: QPainter, node: DiagramNode, area: QRectF, ink: Ink, obstacles: Sequence[QRectF]) -> None:
    """Draw the name of what is shown with its inside: above in the middle, or at the left where the file says so."""
    room = area.adjusted(10, 6, -10, 0)
    place = Qt.AlignmentFlag.AlignHCenter
    if node.label_box is not None and area.contains(QRectF(*node.label_box)):
        room.setTopLeft(QPointF(node.label_box[0], node.label_box[1]))
        place = Qt.AlignmentFlag.AlignLeft
    if ink.zoom < 1:
        centred = place == Qt.AlignmentFlag.AlignHCenter
        room.adjust(-8 if centred else 0, 0, 8, 0)
        room.setTop(area.top() + ink.line(2))
        made = _readable_title(node.label, room, place, ink.zoom, obstacles)
        lettering.write(painter, room, made, place | Qt.AlignmentFlag.AlignTop)
        return
    painter.setFont(font(11.5, bold=True))
    text = painter.fontMetrics().elidedText(node.label, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, int(place | Qt.AlignmentFlag.AlignTop), text)


def _readable_title(
    label: str, room: QRectF, place: Qt.AlignmentFlag, zoom: float, obstacles: Sequence[QRectF]
) -> lettering.Lettering:
    """Return a title as large as nothing inside is in its way, and no smaller than is read on the screen."""
    for shown in _TITLES:
        pixels = math.ceil(max(11.5, shown / zoom))
        made = lettering.lettering(label, pixels, room.width(), 1.5 * pixels, bold=True)
        left = room.left() if place == Qt.AlignmentFlag.AlignLeft else room.center().x() - made.width / 2
        letters = QRectF(left, room.top(), made.width, made.height)
        if made.whole and not any(letters.intersects(other) for other in obstacles):
            break
    return made


def paint_markers(painter: QPainter, markers: tuple[str, ...], area: QRectF, line: QColor) -> None:
    """Paint the markers of an activity or a pool side by side at its foot."""
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    step = MARKER + 4.0
    left = area.center().x() - (len(markers) * step - 4.0) / 2
    for number, marker in enumerate(markers):
        painter.setPen(QPen(line, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        _marker(painter, marker, QRectF(left + number * step, area.bottom() - MARKER - 4.0, MARKER, MARKER), line)
    painter.restore()


def _marker(painter: QPainter, marker: str, box: QRectF, line: QColor) -> None:
    middle = box.center()
    if marker == "collapsed":
        painter.drawRect(box)
        painter.drawLine(QLineF(middle.x() - 3.5, middle.y(), middle.x() + 3.5, middle.y()))
        painter.drawLine(QLineF(middle.x(), middle.y() - 3.5, middle.x(), middle.y() + 3.5))
    elif marker == "loop":
        ring = box.adjusted(1, 1, -1, -1)
        painter.drawArc(ring, -60 * 16, 300 * 16)
        foot = QPointF(middle.x() - ring.width() * 0.25, middle.y() + ring.height() * 0.43)
        painter.drawPolyline(QPolygonF([foot + QPointF(-4.2, -0.2), foot, foot + QPointF(0.6, -4.2)]))
    elif marker in ("parallel", "sequential"):
        painter.setPen(QPen(line, 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        for shift in (-4.0, 0.0, 4.0):
            upright = QLineF(middle.x() + shift, box.top() + 1, middle.x() + shift, box.bottom() - 1)
            flat = QLineF(box.left() + 1, middle.y() + shift, box.right() - 1, middle.y() + shift)
            painter.drawLine(upright if marker == "parallel" else flat)
    elif marker == "compensation":
        for shift in (-5.0, 0.5):
            tip = QPointF(middle.x() + shift, middle.y())
            painter.drawPolygon(QPolygonF([tip, tip + QPointF(5, -4), tip + QPointF(5, 4)]))
    elif marker == "ad_hoc":
        wave = QPainterPath(QPointF(box.left(), middle.y() + 1.5))
        wave.cubicTo(box.left() + 3, middle.y() - 6, box.right() - 4, middle.y() + 6, box.right(), middle.y() - 1.5)
        painter.setPen(QPen(line, 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPath(wave)


def _envelope(painter: QPainter, middle: QPointF, ground: QColor, *, sends: bool, begins: bool) -> None:
    """Paint the envelope of a task that sends (filled) or receives; in a ring where it begins runs."""
    painter.save()
    line = painter.pen().color()
    painter.setPen(QPen(line, 1.3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    if begins:
        ring = QRectF(middle.x() - 9, middle.y() - 9, 18, 18)
        painter.drawEllipse(ring)
        sign(painter, "message", ring, line, ground, filled=False)
    else:
        envelope(painter, middle, _ICON / 2, line, ground, filled=sends)
    painter.restore()
