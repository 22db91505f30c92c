"""The scene of one plane of a diagram: its items by id, in the order in which they lie upon each other."""

from __future__ import annotations

import math
from collections.abc import Mapping

from PySide6.QtCore import QObject, QRectF
from PySide6.QtWidgets import QGraphicsScene

from desktop.views.diagram import Diagram, Mark
from ui.diagram import labels, placing
from ui.diagram.ink import Ink
from ui.diagram.lettering import Lettering
from ui.diagram.shapes import LEAST_BESIDE, DiagramItem, EdgeItem, NodeItem

_MARGIN = 20.0
_LINES, _SHAPES = 100_000.0, 200_000.0


class DiagramScene(QGraphicsScene):
    """Holds the items; what holds others lies below the lines, all other shapes above them."""

    def __init__(self, ink: Ink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ink = ink
        self.plane: Diagram | None = None
        self.elements: dict[str, DiagramItem] = {}
        self._lines: list[QRectF] = []
        self._clear = QRectF()

    def show_plane(self, plane: Diagram) -> None:
        """Show a plane; where only the states of a run have changed, the items stay."""
        if self.plane is not None and self._same_shapes(self.plane, plane):
            for node in plane.nodes:
                item = self.elements[node.id]
                if isinstance(item, NodeItem):
                    item.show_node(node)
            for edge in plane.edges:
                line = self.elements[edge.id]
                if isinstance(line, EdgeItem):
                    line.show_edge(edge)
            self.plane = plane
            return
        self.clear()
        self.elements = {}
        self.plane = plane
        for number, node in enumerate(plane.nodes):
            item = NodeItem(node, self.ink)
            item.setZValue(number if item.holds_others else _SHAPES + number)
            self._add(node.id, item)
        for number, edge in enumerate(plane.edges):
            line = EdgeItem(edge, self.ink)
            line.setZValue(_LINES + number + (1000 if edge.taken else 0))
            self._add(edge.id, line)
        self.setSceneRect(self.itemsBoundingRect().adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN))
        shapes = [QRectF(*node.box) for node in plane.nodes]
        self._lines = [part for item in self._edges() for part in placing.parts(item.points)]
        for item in self._nodes():
            item.obstacles = placing.obstacles(item.area, shapes, self._lines if item.node.expanded else ())
        self._arrange()

    def show_at(self, zoom: float, clear: QRectF | None = None) -> None:
        """Say how large it is shown, in pixels of the design per unit: words and lines follow, from 1 on as drawn.

        Names that get a place of their own keep out of the area ``clear``.
        """
        clear = clear or QRectF()
        shown = min(1.0, max(0.01, math.floor(zoom * 100) / 100))
        if (shown, clear) != (self.ink.zoom, self._clear):
            self.ink.zoom, self._clear = shown, clear
            self._arrange()

    def _arrange(self) -> None:
        names: dict[str, tuple[QRectF, Lettering]] = {}
        if self.plane is not None and not self.ink.shows(labels.BESIDE, LEAST_BESIDE):
            names = placing.names(self.plane.nodes, [*self._lines, self._clear], self.sceneRect(), self.ink.zoom)
        for node in self._nodes():
            node.show_zoomed(names.get(node.part.id))
        for edge in self._edges():
            edge.show_zoomed()
        self.update()

    def _nodes(self) -> list[NodeItem]:
        return [item for item in self.elements.values() if isinstance(item, NodeItem)]

    def _edges(self) -> list[EdgeItem]:
        return [item for item in self.elements.values() if isinstance(item, EdgeItem)]

    def set_marks(self, marks: Mapping[str, Mark]) -> None:
        """Mark the elements named; all others have no mark."""
        for element_id, item in self.elements.items():
            item.set_mark(marks.get(element_id))

    def choose(self, element_id: str, *, focused: bool) -> None:
        """Show one element as chosen, "" for none."""
        for name, item in self.elements.items():
            item.set_chosen(chosen=name == element_id, focused=focused)

    def _add(self, element_id: str, item: DiagramItem) -> None:
        self.addItem(item)
        self.elements.setdefault(element_id, item)

    @staticmethod
    def _same_shapes(before: Diagram, after: Diagram) -> bool:
        def outline(plane: Diagram) -> list[tuple[object, ...]]:
            nodes = [(node.id, node.box, node.label, node.markers) for node in plane.nodes]
            return [*nodes, *((edge.id, edge.points, edge.label) for edge in plane.edges)]

        return before.about == after.about and outline(before) == outline(after)
