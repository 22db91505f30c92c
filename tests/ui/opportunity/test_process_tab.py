"""The tab Process of the opportunity page: the diagram with the running step, and the steps (R14)."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.diagram import saving
from ui.diagram.shapes import EdgeItem, NodeItem
from ui.trouble import TroubleDialog


def show(desk):
    tab = desk.page.more.show("process")
    desk.settle()
    return tab


def turn(view, steps: int, modifier: Qt.KeyboardModifier) -> None:
    middle = QPointF(view.viewport().rect().center())
    where = (middle, view.viewport().mapToGlobal(middle), QPoint(), QPoint(0, 120 * steps))
    event = QWheelEvent(*where, Qt.MouseButton.NoButton, modifier, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(view.viewport(), event)


def test_r14_the_diagram_shows_the_running_step_and_follows_it(desk) -> None:
    desk.sale()
    tab = show(desk)
    items = tab.diagram.scene().items()
    view = desk.ask("process_run", opportunity=desk.page.place.id)
    assert len([item for item in items if isinstance(item, NodeItem)]) == len(view.diagram.nodes)
    assert len([item for item in items if isinstance(item, EdgeItem)]) == len(view.diagram.edges)
    assert "Qualification" in tab.diagram.accessibleName()
    desk.click("stage_proposal")
    assert "Present the proposal" in tab.diagram.accessibleName()
    assert "Qualification" not in tab.diagram.accessibleName()
    assert desk.find("runStatus").text() == "running"


def test_the_diagram_is_zoomed_with_ctrl_and_wheel_and_by_keys_and_fits_again(desk) -> None:
    desk.sale()
    view = show(desk).diagram
    fitting = view.zoom()
    turn(view, 3, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom() > fitting * 1.6
    desk.click("fitDiagramButton")
    assert abs(view.zoom() - fitting) < 0.01
    turn(view, 3, Qt.KeyboardModifier.NoModifier)
    assert abs(view.zoom() - fitting) < 0.01, "the wheel alone belongs to the page"
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.zoom() > fitting
    QTest.keyClick(view, Qt.Key.Key_0)
    assert abs(view.zoom() - fitting) < 0.01


def test_the_steps_stand_below_and_lead_into_the_diagram(desk) -> None:
    desk.sale()
    desk.complete("Prepare the presentation", "prepared")
    tab = show(desk)
    row = next(row for row in tab.steps.rows() if row.title == "Prepare the presentation")
    assert row.second == "done 23 Nov 2026 10:42 · Anna Kern, begun 23 Nov 2026 10:42 · Anna Kern"
    before = tab.diagram.zoom()
    tab.steps.select(row.key)
    tab.steps.activate_selected()
    assert tab.diagram.zoom() >= max(before, 0.79)


def test_r14_in_russian_and_without_a_run(desk) -> None:
    desk.open(desk.do("create_opportunity", title="By hand").result["opportunity"])
    show(desk)
    assert desk.shown("noRun") and not desk.shown("processDiagram")
    desk.sale()
    tab = show(desk)
    desk.window.choose_language("ru")
    desk.settle()
    labels = {node.label for node in tab.diagram.diagram().nodes}
    assert "Квалификация" in labels and "Qualification" not in labels
    assert desk.find("runStatus").text() == "выполняется"
    desk.window.choose_language("en")


def test_the_diagram_is_saved_as_a_picture_and_the_toast_tells_where(desk, qtbot, tmp_path, monkeypatch) -> None:
    desk.sale()
    show(desk)
    asked: list[str] = []

    def answer(_window, _title, proposed, filters):
        asked.extend((proposed, filters))
        return str(tmp_path / "mine"), "Document (*.pdf)"

    monkeypatch.setattr(saving.QFileDialog, "getSaveFileName", answer)
    with qtbot.waitSignal(desk.window.bridge.done) as done:
        desk.click("savePictureButton")
    assert asked[0].endswith("Corporate sale.svg")
    assert "*.pdf" in asked[1]
    assert done.args[0].message == "The picture was saved as “mine.pdf”."
    assert (tmp_path / "mine.pdf").exists()
    monkeypatch.setattr(saving.QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "mine.svg"), ""))
    with qtbot.waitSignal(desk.window.bridge.trouble) as refused:
        desk.click("savePictureButton")
    assert "could not be written" in str(refused.args[0])
    desk.window.findChild(TroubleDialog).accept()
