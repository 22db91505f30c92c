"""The diagram under mouse and keyboard: choosing, marks, planes; and what somebody hears who does not see it."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desktop.views.diagram import Mark
from tests.ui.diagram.conftest import OUTSIDE, click
from ui.diagram import events, steering

Key = Qt.Key


def press(view, *keys: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(view, key, modifier)


def test_a_click_chooses_and_says_so_and_a_drag_does_not(view, qtbot) -> None:
    with qtbot.waitSignal(view.element_chosen) as said:
        click(view, "ask")
    assert said.args == ["ask"]
    assert view.chosen() == "ask"
    told: list[str] = []
    view.element_chosen.connect(told.append)
    where = view.mapFromScene(view.scene().elements["low"].area.center())
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    QTest.mouseMove(view.viewport(), where + QPoint(40, 0))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=where + QPoint(40, 0))
    assert (told, view.chosen()) == ([], "ask")


def test_tab_goes_through_everything_in_reading_order_and_leaves_at_the_end(view) -> None:
    seen = []
    for _ in range(7):
        press(view, Key.Key_Tab)
        seen.append(view.chosen())
    assert seen == ["pool", "start", "ask", "two", "low", "box", "end"]
    assert view.hasFocus()
    press(view, Key.Key_Backtab)
    assert view.chosen() == "box"
    press(view, Key.Key_Tab, Key.Key_Tab)
    assert view.chosen() == "", "Tab leaves the diagram"


def test_after_esc_tab_leaves_at_once(view, bare_window) -> None:
    other = QLineEdit(bare_window.centralWidget())
    other.show()
    press(view, Key.Key_Tab, Key.Key_Tab, Key.Key_Escape, Key.Key_Tab)
    assert other.hasFocus()
    assert view.chosen() == ""


def test_arrows_go_to_the_neighbour_and_enter_takes_it(view, qtbot) -> None:
    view.choose("start")
    press(view, Key.Key_Right)
    assert view.chosen() == "ask"
    press(view, Key.Key_Down)
    assert view.chosen() == "low"
    press(view, Key.Key_Up)
    with qtbot.waitSignal(view.element_chosen) as said:
        press(view, Key.Key_Return)
    assert said.args == ["ask"]
    press(view, Key.Key_Escape)
    assert view.chosen() == ""


def test_arrows_move_the_diagram_while_nothing_is_chosen_and_it_is_zoomed(view) -> None:
    for _ in range(8):
        press(view, Key.Key_Plus)
    bar = view.horizontalScrollBar()
    before = bar.value()
    press(view, Key.Key_Right)
    assert bar.value() != before
    assert view.chosen() == ""
    view.choose("ask")
    before = bar.value()
    press(view, Key.Key_Right, modifier=Qt.KeyboardModifier.ControlModifier)
    assert view.chosen() == "ask"
    assert bar.value() != before
    press(view, Key.Key_0)
    assert view.zoom() <= 1


def test_the_inside_of_a_collapsed_sub_process_opens_and_leads_back(view) -> None:
    view.choose("box")
    press(view, Key.Key_Return)
    assert view.plane().about == "box"
    assert [button.text() for button in view.path.buttons] == ["Order", "Inside"]
    press(view, Key.Key_Backspace)
    assert (view.plane().about, view.chosen()) == ("together", "box")
    view.choose("within")
    assert (view.plane().about, view.chosen()) == ("box", "within")
    view.path.buttons[0].click()
    assert view.plane().about == "together"
    assert not view.path.isVisible() or len(view.path.buttons) > 1


def test_marks_are_shown_said_and_taken_off_again(view) -> None:
    view.set_marks({"ask": Mark("problem", "Nobody does it"), "one": Mark("added", ""), "unknown": Mark("removed", "")})
    elements = view.scene().elements
    assert elements["ask"].mark == Mark("problem", "Nobody does it")
    assert elements["ask"].toolTip().startswith("Problem: Nobody does it")
    view.choose("ask")
    assert view.accessibleDescription() == "Ask. User task. running. Problem: Nobody does it. Ask the customer"
    assert "one" in steering.order(view.plane(), {"one"}), "a marked flow is reached with Tab"
    view.set_marks({})
    assert elements["ask"].mark is None
    assert "Problem" not in view.accessibleDescription()


@pytest.mark.parametrize("kind", ["problem", "added", "removed", "changed"])
def test_each_mark_has_a_look_of_its_own_that_is_more_than_a_colour(view, kind: str) -> None:
    plain = view.grab().toImage()
    view.set_marks({"low": Mark(kind, "")})
    marked = view.grab().toImage()
    assert marked != plain
    others = [other for other in ("problem", "added", "removed", "changed") if other != kind]
    for other in others:
        view.set_marks({"low": Mark(other, "")})
        assert view.grab().toImage() != marked


def test_choice_zoom_and_marks_stay_while_a_run_goes_on(view) -> None:
    view.choose("low")
    view.zoom_by(2)
    view.set_marks({"low": Mark("changed", "later")})
    item = view.scene().elements["ask"]
    nodes = tuple(replace(node, state="done") if node.id == "ask" else node for node in OUTSIDE.nodes)
    view.set_diagram(replace(OUTSIDE, nodes=nodes))
    assert view.scene().elements["ask"] is item, "the shapes stay, their states change"
    assert item.node.state == "done"
    assert view.chosen() == "low"
    assert view.scene().elements["low"].mark is not None
    assert "Running: nothing" in view.accessibleName()
    view.set_diagram(replace(OUTSIDE, nodes=OUTSIDE.nodes[:3], edges=()))
    assert (view.chosen(), view.scene().elements["ask"].mark) == ("", None), "another diagram begins anew"


def test_the_neighbour_is_the_nearest_in_that_direction() -> None:
    assert steering.neighbour(OUTSIDE, "low", 0, -1) == "ask"
    assert steering.neighbour(OUTSIDE, "end", 1, 0) == ""
    assert steering.neighbour(OUTSIDE, "", 1, 0) == "pool"
    assert steering.following(OUTSIDE, "end", 1) == ""
    assert steering.following(OUTSIDE, "", -1) == "end"


def test_a_mistake_in_painting_is_told_once_and_does_not_end_the_program(view, qtbot, monkeypatch) -> None:
    """An exception that left a paint which Qt has called killed the program; all else is still painted."""
    told: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: told.append(error))

    def fail(*_: object) -> None:
        raise ValueError("a mistake of ours")

    monkeypatch.setattr(events, "paint", fail)
    view.grab()
    view.grab()
    qtbot.waitUntil(lambda: bool(told))
    qtbot.wait(0)
    assert [str(error) for error in told] == ["a mistake of ours"]
