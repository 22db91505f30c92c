"""DiagramView: a process as it is drawn; zoomed, moved and gone through by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsView, QWidget

from desktop.views.diagram import Diagram, Mark
from ui.diagram import steering, words
from ui.diagram.ink import of_the_theme
from ui.diagram.paths import PlanePath
from ui.diagram.scene import DiagramScene
from ui.diagram.shapes import DiagramItem, NodeItem
from ui.diagram.zoom_bar import ZoomBar
from ui.theme import theme

_LEAST, _MOST, _STEP = 0.1, 5.0, 1.2
_READABLE = 0.8
_CLOSE, _BESIDE = 2.0, 24.0
_ROUNDS = 6  # where there is room it stands in the middle, so that each goes half of the way
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class DiagramView(QGraphicsView):
    """Shows a diagram, read-only: all of it at first; the zoom stays once a person has chosen it.

    An element is chosen with the mouse, with Tab or with the arrows. Enter, or a click, says ``element_chosen``; on a
    collapsed sub-process whose inside is drawn, Enter or a double click opens that, Backspace leads back. A sub-process
    that is drawn with its inside fills the view after a double click, Z or Shift+Enter; 0 shows all of it again.
    """

    element_chosen = Signal(str)
    """The id of the element that a person has clicked, or chosen with Enter."""

    def __init__(self, parent: QWidget | None = None, *, name: str = "diagramView") -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._diagram: Diagram | None = None
        self._by_hand = False
        self._chosen = ""
        self._leaving = False
        self._pressed: QPoint | None = None
        self._marks: Mapping[str, Mark] = {}
        self._scene = DiagramScene(of_the_theme(), self)
        self.setScene(self._scene)
        self.path = PlanePath(self)
        self.path.wanted.connect(self.open_plane)
        self.zoom_bar = ZoomBar(self)
        self.zoom_bar.zoom_wanted.connect(lambda steps: self.zoom_by(_STEP**steps))
        self.zoom_bar.all_wanted.connect(self.fit)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        theme().changed.connect(self._paint_ground)
        self._paint_ground()

    # What is shown ----------------------------------------------------------------------------------

    def set_diagram(self, diagram: Diagram) -> None:
        """Show a diagram; zoom, plane, choice and marks stay where it is the same one with other states."""
        if diagram == self._diagram:
            return
        same = self._diagram is not None and self._diagram.ids == diagram.ids
        about = self.plane().about if same else diagram.about
        self._diagram = diagram
        if not same:
            self._chosen, self._marks, self._by_hand = "", {}, False
        self._show_plane(diagram.plane(about) or diagram)

    def diagram(self) -> Diagram | None:
        """Return what is shown."""
        return self._diagram

    def plane(self) -> Diagram:
        """Return the plane that is shown: the diagram itself, or the inside of a collapsed sub-process."""
        return self._scene.plane or Diagram("", (), ())

    def open_plane(self, about: str) -> None:
        """Show the plane about an element; nothing happens where there is none."""
        plane = self._diagram.plane(about) if self._diagram is not None else None
        if plane is not None and plane is not self.plane():
            self._chosen, self._by_hand = "", False
            self._show_plane(plane)

    def set_marks(self, marks: Mapping[str, Mark]) -> None:
        """Mark elements by their ids, on all planes; all others lose their marks. Unknown ids are passed over."""
        self._marks = dict(marks)
        self._scene.set_marks(self._marks)
        self._describe()

    def _show_plane(self, plane: Diagram) -> None:
        self._scene.show_plane(plane)
        self._scene.set_marks(self._marks)
        self._show_choice()
        if self._diagram is not None:
            self.path.show_planes(self._diagram, plane)
            self.setViewportMargins(0, self.path.room(), 0, 0)
        running = ", ".join(node.label for node in plane.nodes if node.state == "running" and node.label)
        said = self.tr("Diagram of the process {process}. Running: {steps}")
        self.setAccessibleName(said.format(process=plane.title, steps=running or self.tr("nothing")))
        self._describe()
        if not self._by_hand:
            self.fit()

    # Choosing ---------------------------------------------------------------------------------------

    def chosen(self) -> str:
        """Return the id of the chosen element, "" if none is."""
        return self._chosen

    def choose(self, element_id: str) -> None:
        """Choose an element by its id, on whichever plane it is; "" chooses none. Says no ``element_chosen``."""
        if element_id and element_id not in self._scene.elements and self._diagram is not None:
            for plane in self._diagram.everywhere():
                if element_id in plane.own_ids:
                    self.open_plane(plane.about)
                    break
        self._chosen = element_id if element_id in self._scene.elements else ""
        self._leaving = False
        self._show_choice()
        self._describe()
        item = self._scene.elements.get(self._chosen)
        if item is not None and self._by_hand:
            self.ensureVisible(item, 30, 30)

    def _show_choice(self) -> None:
        self._scene.choose(self._chosen, focused=self.hasFocus())

    def _describe(self) -> None:
        item = self._scene.elements.get(self._chosen)
        said = ""
        if item is not None:
            said = ". ".join(part for part in (item.part.label, words.described(item.part, item.mark)) if part)
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def _tell(self, element_id: str) -> None:
        self.choose(element_id)
        if element_id:
            self.element_chosen.emit(element_id)

    def _open(self, item: DiagramItem | None) -> bool:
        opens = item.node.opens if isinstance(item, NodeItem) else ""
        if not opens or self._diagram is None or self._diagram.plane(opens) is None:
            return False
        self.open_plane(opens)
        return True

    def _go_back(self) -> bool:
        """Leave the inside of a sub-process; the sub-process is chosen then."""
        if self._diagram is None:
            return False
        plane = self.plane()
        around = steering.around(self._diagram, plane.about)
        if around is None:
            return False
        outside, element_id = around
        self.open_plane(outside.about)
        self.choose(element_id)
        return True

    # Zooming ----------------------------------------------------------------------------------------

    def fit(self) -> None:
        """Show the whole diagram, never larger than it was drawn, nothing of it under the buttons."""
        self._by_hand = False
        area: QRectF = self._scene.sceneRect()
        if area.isEmpty() or self.viewport().width() < 2:
            return
        self._fit(area)
        for _ in range(_ROUNDS):
            covered = self._covered()
            if not covered:
                break
            area = area.adjusted(0, 0, 0, covered / self.zoom())
            self._fit(area)

    def _covered(self) -> int:
        """Return how many pixels of the diagram are below the upper edge of the buttons, where they stand."""
        bar = self._bar()
        area = self.mapToScene(bar).boundingRect()
        words = [item.written() for item in self._scene.elements.values()]
        bottoms = [item.shape().boundingRect().bottom() for item in self.items(bar)]
        bottoms += [place.bottom() for place in words if place.intersects(area)]
        return self.mapFromScene(QPointF(0, max(bottoms))).y() - bar.top() + theme().px(4) if bottoms else 0

    def _fit(self, area: QRectF) -> None:
        self.setSceneRect(area)
        self.fitInView(area, Qt.AspectRatioMode.KeepAspectRatio)
        most = max(1.0, theme().scale)
        if self.zoom() > most:
            self.resetTransform()
            self.scale(most, most)
        self._zoomed()

    def zoom(self) -> float:
        """Return how large it is shown: 1 is as it was drawn."""
        return self.transform().m11()

    def zoom_by(self, factor: float) -> None:
        """Zoom in (more than 1) or out, within what is sensible."""
        wanted = max(_LEAST, min(_MOST, self.zoom() * factor))
        self._by_hand = True
        self.scale(wanted / self.zoom(), wanted / self.zoom())
        self._zoomed()

    def zoom_to(self, element_id: str) -> bool:
        """Let a sub-process fill the view, for a step the one around it; tell whether there is one."""
        found = steering.stage(self.plane(), element_id)
        item = self._scene.elements.get(found)
        if not isinstance(item, NodeItem):
            return False
        self._by_hand = True
        area = item.area.adjusted(-_BESIDE, -_BESIDE, _BESIDE, _BESIDE)
        self.fitInView(area, Qt.AspectRatioMode.KeepAspectRatio)
        most = _CLOSE * theme().scale
        if self.zoom() > most:
            self.scale(most / self.zoom(), most / self.zoom())
            self.centerOn(item.area.center())
        self._zoomed()
        return True

    def _zoomed(self) -> None:
        self.zoom_bar.place()
        clear = QRectF() if self._by_hand else self.mapToScene(self._bar()).boundingRect()
        self._scene.show_at(self.zoom() / theme().scale, clear)

    def _bar(self) -> QRect:
        return self.zoom_bar.geometry().translated(-self.viewport().pos())

    def show_element(self, element_id: str) -> None:
        """Choose one element and bring it into the middle, large enough to be read."""
        self.choose(element_id)
        item = self._scene.elements.get(element_id)
        if item is None:
            return
        if self.zoom() < _READABLE:
            self.zoom_by(_READABLE / self.zoom())
        self.centerOn(item.area.center() if isinstance(item, NodeItem) else item.boundingRect().center())

    # What a person does -----------------------------------------------------------------------------

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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where: a press that does not move is a click, all others drag the diagram."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        here = event.position().toPoint()
        if pressed is None or (here - pressed).manhattanLength() >= QApplication.startDragDistance():
            return
        self._tell(self._element_at(here))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the inside of a collapsed sub-process, or let one that is drawn with its inside fill the view."""
        self._pressed = None
        found = self._element_at(event.position().toPoint())
        if not self._open(self._scene.elements.get(found)) and not self.zoom_to(found):
            super().mouseDoubleClickEvent(event)

    def _element_at(self, where: QPoint) -> str:
        item = self.itemAt(where)
        return item.part.id if isinstance(item, DiagramItem) else ""

    def event(self, event: QEvent) -> bool:
        """Tab goes from element to element before it leaves the diagram; after Esc it leaves at once."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
            steps = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(event.key()), 0)
            if steps and plain and not self._leaving:
                following = steering.following(self.plane(), self._chosen, steps, self._marks)
                if following:
                    self.choose(following)
                    return True
                self.choose("")
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose the neighbour, or move the diagram while nothing is chosen or with Ctrl; Enter takes it."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(_STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(1 / _STEP)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif self._chosen and (key == Qt.Key.Key_Z or (key in _ENTER and event.modifiers() & _SHIFT)):
            self.zoom_to(self._chosen)
        elif key in _ENTER and self._chosen:
            item = self._scene.elements.get(self._chosen)
            self.element_chosen.emit(self._chosen)
            self._open(item)
        elif key == Qt.Key.Key_Escape and self._chosen:
            self.choose("")
            self._leaving = True
        elif key == Qt.Key.Key_Backspace and self._go_back():
            pass
        elif key in _ARROWS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier and not self._pans():
            neighbour = steering.neighbour(self.plane(), self._chosen, *_ARROWS[key])
            if neighbour:
                self.choose(neighbour)
        else:
            super().keyPressEvent(event)

    def _pans(self) -> bool:
        return self._by_hand and not self._chosen

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The choice is shown as where the keyboard is."""
        super().focusInEvent(event)
        self._leaving = False
        self._show_choice()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The choice stays, paler."""
        super().focusOutEvent(event)
        self._show_choice()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep showing all of it, unless a person has zoomed."""
        super().resizeEvent(event)
        self.path.place()
        self.zoom_bar.place()
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
