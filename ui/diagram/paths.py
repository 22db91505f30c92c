"""The way through the planes of a diagram: from the whole into what is collapsed, and back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views.diagram import Diagram
from ui.diagram import steering
from ui.theme import theme
from ui.widgets.buttons import Button


class PlanePath(QWidget):
    """Stands in the left upper corner, above the diagram; hidden while there is only one plane."""

    wanted = Signal(str)
    """What the plane is about that a person wants to see."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self.setObjectName("planePath")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme().px(4))
        self.buttons: list[Button] = []
        self.hide()

    def show_planes(self, diagram: Diagram, plane: Diagram) -> None:
        """Offer the planes on the way to the one shown, and those that no shape leads to."""
        way = [plane]
        while (found := steering.around(diagram, way[0].about)) is not None and found[0] not in way:
            way.insert(0, found[0])
        offered = way + [
            other
            for other in diagram.everywhere()
            if other not in way and steering.around(diagram, other.about) is None and other.about != way[0].about
        ]
        for button in self.buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self.buttons = [self._button(_title(diagram, other), other, shown=other is plane) for other in offered]
        self.setVisible(len(offered) > 1)
        self.place()

    def room(self) -> int:
        """Return the height that the diagram leaves free for it."""
        return self.sizeHint().height() + theme().px(12) if len(self.buttons) > 1 else 0

    def place(self) -> None:
        """Stand in the corner."""
        margin = theme().px(8)
        self.adjustSize()
        self.move(margin, margin)

    def _button(self, title: str, plane: Diagram, *, shown: bool) -> Button:
        button = Button(title or self.tr("Diagram"), self, small=True, name=f"plane_{plane.about}")
        button.setEnabled(not shown)
        button.clicked.connect(lambda: self.wanted.emit(plane.about))
        self._row.addWidget(button)
        return button


def _title(diagram: Diagram, plane: Diagram) -> str:
    """Return the name of a plane, or that of the shape from which it is opened."""
    found = steering.around(diagram, plane.about)
    if plane.title or found is None:
        return plane.title
    outside, element_id = found
    return next(node.label for node in outside.nodes if node.id == element_id)
