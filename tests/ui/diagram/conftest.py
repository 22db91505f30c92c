"""A diagram on the screen, of a model that has every kind of element."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.views.diagram import Diagram, DiagramEdge, DiagramNode
from ui.diagram.view import DiagramView

INSIDE = Diagram(
    "Inside",
    (DiagramNode("within", "userTask", "Within", (0, 0, 100, 80)),),
    (),
    about="box",
)
OUTSIDE = Diagram(
    "Order",
    (
        DiagramNode("pool", "participant", "We", (0, 0, 600, 300), expanded=True, band=30),
        DiagramNode("start", "startEvent", "Start", (60, 82, 36, 36), event="message"),
        DiagramNode("ask", "userTask", "Ask", (140, 60, 100, 80), description="Ask the customer.", state="running"),
        DiagramNode("box", "subProcess", "Box", (300, 60, 100, 80), markers=("collapsed",), opens="box"),
        DiagramNode("low", "task", "Low", (140, 200, 100, 80)),
        DiagramNode("end", "endEvent", "End", (460, 82, 36, 36), event="terminate"),
    ),
    (
        DiagramEdge("one", "", ((96, 100), (140, 100)), source="start", target="ask"),
        DiagramEdge("two", "yes", ((240, 100), (300, 100)), source="ask", target="box"),
        DiagramEdge("three", "", ((400, 100), (460, 100)), source="box", target="end"),
    ),
    about="together",
    planes=(INSIDE,),
)


@pytest.fixture
def view(bare_window, qtbot) -> DiagramView:
    """The diagram with the keyboard on it."""
    made = DiagramView(bare_window.centralWidget())
    made.resize(900, 500)
    made.set_diagram(OUTSIDE)
    made.show()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def click(view: DiagramView, element_id: str) -> None:
    item = view.scene().elements[element_id]
    where = view.mapFromScene(item.area.center())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(where))
