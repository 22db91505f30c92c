"""DiagramView: a process drawn from its diagram information; zoomed with Ctrl and the wheel, moved by dragging."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from desktop.views.diagram import Diagram
from ui.diagram.shapes import EdgeItem, NodeItem
from ui.theme import theme

_LEAST, _MOST, _STEP = 0.15, 4.0, 1.2


class DiagramView(QGraphicsView):
    """Shows a diagram, read-only: all of it at first; the zoom stays once a person has chosen it."""

    def __init__(self, parent: QWidget | None = None, *, name: str = "diagramView") -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._diagram: Diagram | None = None
        self._by_hand = False
        self.setScene(QGraphicsScene(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        theme().changed.connect(self._paint_ground)
        self._paint_ground()

    def set_diagram(self, diagram: Diagram) -> None:
        """Show a diagram; zoom and place stay where it is the same one with other marks."""
        same = self._diagram is not None and [n.id for n in self._diagram.nodes] == [n.id for n in diagram.nodes]
        if diagram == self._diagram:
            return
        self._diagram = diagram
        scene = self.scene()
        scene.clear()
        for number, node in enumerate(diagram.nodes):
            item = NodeItem(node)
            inside = node.tag == "subProcess"
            item.setZValue(number if inside else 2000 + number)
            scene.addItem(item)
        for edge in diagram.edges:
            flow = EdgeItem(edge)
            flow.setZValue(1000)
            scene.addItem(flow)
        scene.setSceneRect(scene.itemsBoundingRect().adjusted(-20, -20, 20, 20))
        running = ", ".join(node.label for node in diagram.nodes if node.state == "running" and node.label)
        words = self.tr("Diagram of the process {process}. Running: {steps}")
        self.setAccessibleName(words.format(process=diagram.title, steps=running or self.tr("nothing")))
        if not same:
            self._by_hand = False
        if not self._by_hand:
            self.fit()

    def diagram(self) -> Diagram | None:
        """Return what is shown."""
        return self._diagram

    def fit(self) -> None:
        """Show the whole diagram, never larger than it was drawn."""
        self._by_hand = False
        area: QRectF = self.sceneRect()
        if area.isEmpty() or self.viewport().width() < 2:
            return
        self.fitInView(area, Qt.AspectRatioMode.KeepAspectRatio)
        if self.zoom() > 1:
            self.resetTransform()

    def zoom(self) -> float:
        """Return how large it is shown: 1 is as it was drawn."""
        return self.transform().m11()

    def zoom_by(self, factor: float) -> None:
        """Zoom in (more than 1) or out, within what is sensible."""
        wanted = max(_LEAST, min(_MOST, self.zoom() * factor))
        self._by_hand = True
        self.scale(wanted / self.zoom(), wanted / self.zoom())

    def show_element(self, element_id: str) -> None:
        """Bring one element into the middle, large enough to be read."""
        for item in self.scene().items():
            if isinstance(item, NodeItem) and item.node.id == element_id:
                if self.zoom() < 0.8:
                    self.zoom_by(0.8 / self.zoom())
                self.centerOn(item.area.center())
                return

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom; the wheel alone belongs to the page around while all is seen."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y() / 120
            if turned:
                self.zoom_by(_STEP**turned)
            event.accept()
        elif self._by_hand:
            super().wheelEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus and minus zoom, 0 shows all; the arrows move."""
        key = event.key()
        if key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.zoom_by(_STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(1 / _STEP)
        elif key == Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep showing all of it, unless a person has zoomed."""
        super().resizeEvent(event)
        if not self._by_hand:
            self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit when first seen."""
        super().showEvent(event)
        if not self._by_hand:
            self.fit()

    def _paint_ground(self) -> None:
        self.setBackgroundBrush(theme().colour("surface"))
        self.viewport().update()
