"""The items of a diagram: one for each shape and each line, painted as BPMN 2.0 draws it (chapter 7.4)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPainterPathStroker, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop.views.diagram import DiagramEdge, DiagramNode, Mark
from ui.diagram import activities, connections, data, events, gateways, labels, marks, pools, words
from ui.diagram.faults import guarded
from ui.diagram.ink import STATES, Ink
from ui.diagram.lettering import Lettering, write

_MARGIN = marks.BADGE + 8.0
_RUNNING = 3.0
"""Width in pixels of the border of what is running: found at once at any zoom."""
_LABELLED_BESIDE = data.DATA | pools.CONVERSATIONS | {"group", "message"}
_FRAMES = frozenset({"lane", "group"})
LEAST_BESIDE = 7.0
"""Height in pixels on the screen below which words beside shapes and lines are left to the tooltip."""


class DiagramItem(QGraphicsItem):
    """An element: it can be marked and chosen."""

    def __init__(self, part: DiagramNode | DiagramEdge, ink: Ink) -> None:
        super().__init__()
        self.part = part
        self.ink = ink
        self.mark: Mark | None = None
        self.chosen = False
        self.focused = False
        self.setToolTip(words.hint(part))

    def set_mark(self, mark: Mark | None) -> None:
        """Put a mark on it, or take it off."""
        if mark != self.mark:
            self.mark = mark
            self.setToolTip(words.hint(self.part, mark))
            self.update()

    def written(self) -> QRectF:
        """Return where words stand beside it; empty where there are none, or none that are shown."""
        return QRectF()

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Paint it; a mistake of ours is told and does not end the program."""
        guarded(painter, self.draw)

    def draw(self, painter: QPainter) -> None:
        """Paint what it shows."""
        raise NotImplementedError

    def words_shown(self) -> bool:
        """Whether words beside shapes and lines are large enough to be read."""
        return self.ink.shows(labels.BESIDE, LEAST_BESIDE)

    def set_chosen(self, *, chosen: bool, focused: bool) -> None:
        """Show that it is chosen, and whether the keyboard is here."""
        if (chosen, focused) != (self.chosen, self.focused):
            self.chosen, self.focused = chosen, focused
            self.update()


class NodeItem(DiagramItem):
    """An event, a gateway, an activity, a pool, data or another shape."""

    def __init__(self, node: DiagramNode, ink: Ink) -> None:
        super().__init__(node, ink)
        self.node = node
        self.area = QRectF(*node.box)
        self.words = self._place_of_words()
        self.obstacles: tuple[QRectF, ...] = ()
        self._name: tuple[QRectF, Lettering] | None = None
        self._bounds = self.area.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN).united(self.words)

    def show_zoomed(self, name: tuple[QRectF, Lettering] | None = None) -> None:
        """Follow the zoom of the ink; ``name`` is what is written, and where, instead of words too small to read."""
        self.prepareGeometryChange()
        self._name = name
        reach = marks.reach(self.ink)
        self._bounds = self.area.adjusted(-reach, -reach, reach, reach).united(self.words)
        if name is not None:
            self._bounds = self._bounds.united(name[0])

    def written(self) -> QRectF:
        """Return where its name stands beside it."""
        if self._name is not None:
            return self._name[0]
        return self.words if self.words_shown() else QRectF()

    def show_node(self, node: DiagramNode) -> None:
        """Show the same shape with another state."""
        if node != self.node:
            self.node = self.part = node
            self.setToolTip(words.hint(node, self.mark))
            self.update()

    @property
    def holds_others(self) -> bool:
        """Whether other shapes stand in it."""
        return self.node.expanded or self.node.tag in pools.POOLS or self.node.tag == "group"

    def boundingRect(self) -> QRectF:
        """The shape with its border, its words and its marks."""
        return self._bounds

    def shape(self) -> QPainterPath:
        """Where it can be clicked: what holds others by its edge and strip, all others anywhere."""
        made = self.outline()
        if self.node.tag not in _FRAMES and self.node.tag != "participant":
            return made
        stroker = QPainterPathStroker()
        stroker.setWidth(10)
        edge = stroker.createStroke(made)
        if self.node.band:
            edge.addRect(pools.strip(self.node, self.area))
        elif self.node.tag == "participant":
            edge.addRect(self.area)
        return edge

    def outline(self) -> QPainterPath:
        """Return the outline of the shape."""
        made = QPainterPath()
        tag = self.node.tag
        if tag.endswith("Gateway"):
            made.addPolygon(gateways.outline(self.area))
            made.closeSubpath()
        elif tag.endswith("Event"):
            made.addEllipse(self.area)
        elif tag in pools.CONVERSATIONS:
            made.addPolygon(pools.hexagon(self.area))
            made.closeSubpath()
        elif tag in pools.POOLS or tag in data.DATA:
            made.addRect(self.area)
        else:
            made.addRoundedRect(self.area, activities.ROUND, activities.ROUND)
        return made

    def draw(self, painter: QPainter) -> None:
        """Paint shape, words, mark and choice."""
        node, ink = self.node, self.ink
        line, ground = STATES.get(node.state, ("muted", "surface"))
        width = ink.line(_RUNNING, _RUNNING) if node.state == "running" else ink.line(1.4)
        painter.setPen(QPen(ink.colour(line), width))
        painter.setBrush(ink.tinted(node.tint) if node.tint and not node.state else ink.colour(ground))
        self._paint_shape(painter)
        painter.setPen(ink.colour("text"))
        if self._name is not None:
            write(painter, *self._name, Qt.AlignmentFlag.AlignCenter)
        elif not self.words.isEmpty() and self.words_shown():
            labels.draw_beside(painter, self.words, node.label)
        if self.mark is not None:
            marks.paint(painter, self.mark, self.outline(), self.area.topRight(), ink)
        if self.chosen:
            marks.paint_choice(painter, self.area, ink, focused=self.focused)

    def _paint_shape(self, painter: QPainter) -> None:
        node, area, ink = self.node, self.area, self.ink
        if node.tag.endswith("Gateway"):
            gateways.paint(painter, node, area, ink)
        elif node.tag.endswith("Event"):
            events.paint(painter, node, area, ink)
        elif node.tag in pools.POOLS:
            pools.paint(painter, node, area, ink)
        elif node.tag in pools.CONVERSATIONS:
            pools.paint_conversation(painter, node, area)
        elif node.tag in data.DATA:
            data.paint(painter, node, area)
        elif node.tag in data.ARTIFACTS:
            data.paint_artifact(painter, node, area)
            if node.tag == "textAnnotation":
                painter.setPen(ink.colour("text"))
                data.draw_annotation(painter, node, area, ink)
        elif node.tag == "message":
            events.envelope(
                painter, area.center(), area.width() / 2, painter.pen().color(), painter.brush().color(), filled=False
            )
        else:
            activities.paint(painter, node, area, ink, self.obstacles)

    def _place_of_words(self) -> QRectF:
        node = self.node
        outside = node.tag.endswith(("Event", "Gateway")) or node.tag in _LABELLED_BESIDE
        if not node.label or not outside:
            return QRectF()
        if node.label_box is not None:
            return labels.beside(node.label_box, node.label)
        if node.tag == "group":
            return QRectF(self.area.left() + 8, self.area.top() + 4, self.area.width() - 16, 16)
        return labels.below(self.area, node.label)


class EdgeItem(DiagramItem):
    """A flow or an association with its arrows and its words."""

    def __init__(self, edge: DiagramEdge, ink: Ink) -> None:
        super().__init__(edge, ink)
        self.edge = edge
        self.points = [QPointF(*point) for point in edge.points]
        self.words = QRectF()
        if edge.label:
            box = edge.label_box
            self.words = labels.beside(box, edge.label) if box else labels.along(self.points, edge.label)
        letters = labels.tight(self.words, edge.label) if edge.label else QRectF()
        self._cut = letters if edge.label and connections.path(self.points).intersects(letters) else QRectF()
        self._line = QPolygonF(self.points).boundingRect()
        self._area = self._line.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN).united(self.words)

    def show_zoomed(self) -> None:
        """Follow the zoom of the ink."""
        self.prepareGeometryChange()
        reach = marks.reach(self.ink)
        self._area = self._line.adjusted(-reach, -reach, reach, reach).united(self.words)

    def written(self) -> QRectF:
        """Return where its name stands."""
        return self.words if self.words_shown() else QRectF()

    def show_edge(self, edge: DiagramEdge) -> None:
        """Show the same line, taken or not."""
        if edge != self.edge:
            self.edge = self.part = edge
            self.setToolTip(words.hint(edge, self.mark))
            self.update()

    def boundingRect(self) -> QRectF:
        """The line with its arrow, its words and its marks."""
        return self._area

    def shape(self) -> QPainterPath:
        """Where it can be clicked: on the line and a little beside it."""
        stroker = QPainterPathStroker()
        stroker.setWidth(self.ink.line(9, 9))
        return stroker.createStroke(connections.path(self.points))

    def draw(self, painter: QPainter) -> None:
        """Paint line, arrows, words, mark and choice."""
        if self.chosen:
            width = 7.0 if self.focused else 5.0
            wide = self.ink.pen("accent_mark", self.ink.line(width, width))
            colour = wide.color()
            colour.setAlphaF(0.35)
            wide.setColor(colour)
            painter.setPen(wide)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(connections.path(self.points))
        connections.paint(painter, self.edge, self.points, self.ink)
        if not self.words.isEmpty() and self.words_shown():
            if not self._cut.isEmpty():
                painter.fillRect(self._cut, self.ink.colour("surface"))
            painter.setPen(self.ink.colour("muted"))
            labels.draw_beside(painter, self.words, self.edge.label)
        if self.mark is not None:
            at = connections.middle(self.points)
            marks.paint(painter, self.mark, connections.path(self.points), at, self.ink)
