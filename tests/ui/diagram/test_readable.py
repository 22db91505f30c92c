"""A whole process in a small room: names are read at first sight, what is running is found, the zoom has buttons."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from desktop.processes.drawing import diagram
from tests.ui.diagram.conftest import OUTSIDE
from ui.diagram import lettering
from ui.diagram.view import DiagramView

SALE = files("resources").joinpath("processes", "corporate_sale.bpmn").read_bytes()


@pytest.fixture
def sale(bare_window) -> DiagramView:
    """The process of a sale as the page of a small window shows it, at the presentation."""
    made = DiagramView(bare_window.centralWidget())
    made.resize(1000, 330)
    states = {"qualification": "done", "presentation": "running", "presentation_meeting": "running"}
    made.set_diagram(diagram.marked(diagram.of_file(SALE, "en"), states))
    made.show()
    return made


@pytest.mark.parametrize("zoom", [0.2, 0.36, 0.5, 0.75, 0.99])
def test_a_name_is_never_smaller_than_is_read_and_never_wider_than_its_shape(look, zoom: float) -> None:
    text = "Contact the customer, clarify the need, agree the date and time of the presentation"
    made = lettering.inside(text, 142.0, 72.0, zoom)
    assert made.pixels * zoom >= (9.0 if not made.whole else 8.0)
    assert made.width <= 142.0
    assert made.whole or made.lines[-1].endswith("…")
    assert made.height <= 73.0 or len(made.lines) == 1


def test_titles_tasks_starts_and_ends_are_named_and_all_other_names_are_left_to_the_tooltip(sale) -> None:
    elements = sale.scene().elements
    assert sale.zoom() < 0.5
    assert not elements["which_stage"].words_shown()
    assert elements["which_stage"].toolTip().startswith("Which stage?")
    place, written = elements["start"]._name
    assert " ".join(written.lines) == "Run the process"
    others = [item.area for item in elements.values() if hasattr(item, "area") and item.node.id != "start"]
    assert not any(place.intersects(area) for area in others)
    sale.zoom_by(1 / sale.zoom())
    assert elements["which_stage"].words_shown() and elements["start"]._name is None, "as it was drawn"


def test_what_is_running_is_three_pixels_blue_at_any_zoom(sale, look) -> None:
    blue = QColor(look.tokens.accent_mark)
    for factor in (1.0, 1.7):
        sale.zoom_by(factor)
        border = sale.mapFromScene(sale.scene().elements["presentation"].area.center())
        seen = sale.viewport().grab().toImage()
        left = sale.mapFromScene(sale.scene().elements["presentation"].area.topLeft()).x()
        row = border.y() - 14
        found = [x for x in range(left - 6, left + 7) if seen.pixelColor(x, row) == blue]
        assert 2 <= len(found) <= 4


def test_the_buttons_zoom_and_nothing_of_the_diagram_is_under_them(sale) -> None:
    fitting = sale.zoom()
    assert not sale._covered()
    buttons = {
        name: sale.findChild(QPushButton, name) for name in ("zoomOutButton", "zoomInButton", "fitDiagramButton")
    }
    assert all(button.accessibleName() or button.text() for button in buttons.values())
    assert "(0)" in buttons["fitDiagramButton"].toolTip()
    buttons["zoomInButton"].click()
    assert sale.zoom() > fitting
    buttons["zoomOutButton"].click()
    assert sale.zoom() == pytest.approx(fitting)
    buttons["zoomInButton"].click()
    buttons["fitDiagramButton"].click()
    assert sale.zoom() == pytest.approx(fitting)


@pytest.mark.parametrize("way", ["double click", "Z", "Shift+Enter"])
def test_a_stage_fills_the_view_and_0_shows_all_again(sale, qtbot, way: str) -> None:
    fitting = sale.zoom()
    sale.setFocus()
    qtbot.waitUntil(sale.hasFocus)
    if way == "double click":
        where = sale.mapFromScene(sale.scene().elements["presentation"].area.bottomLeft()) + QPoint(12, -12)
        QTest.mouseDClick(sale.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
    else:
        sale.choose("presentation_meeting")
        shift = Qt.KeyboardModifier.ShiftModifier
        key = (Qt.Key.Key_Z,) if way == "Z" else (Qt.Key.Key_Return, shift)
        QTest.keyClick(sale, *key)
    stage = sale.mapFromScene(sale.scene().elements["presentation"].area).boundingRect()
    assert sale.viewport().rect().contains(stage)
    assert stage.height() > 0.7 * sale.viewport().height()
    QTest.keyClick(sale, Qt.Key.Key_0)
    assert sale.zoom() == pytest.approx(fitting)


def test_a_collapsed_sub_process_still_opens(view) -> None:
    assert not view.zoom_to("box")
    view.set_diagram(replace(OUTSIDE, title="Other"))
    where = view.mapFromScene(view.scene().elements["box"].area.center())
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
    assert view.plane().about == "box"
