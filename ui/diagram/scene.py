"""The scene of one plane of a diagram: its items by id, in the order in which they lie upon each other."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QGraphicsScene

from desktop.views.diagram import Diagram, Mark
from ui.diagram.ink import Ink
from ui.diagram.shapes import DiagramItem, EdgeItem, NodeItem

_MARGIN = 20.0
_LINES, _SHAPES = 100_000.0, 200_000.0


class DiagramScene(QGraphicsScene):
    """Holds the items; what holds others lies below the lines, all other shapes above them."""

    def __init__(self, ink: Ink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ink = ink
        self.plane: Diagram | None = None
        self.elements: dict[str, DiagramItem] = {}

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
