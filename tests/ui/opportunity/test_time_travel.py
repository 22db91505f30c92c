"""N4 on the page of a sale: the slider takes diagram, stage bar and next steps back, and nothing can be done there."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.views.past import Course


def past(desk: Any) -> Course:
    return desk.ask("record_moments", subject="opportunity", id=desk.page.place.id)


def travelled(desk: Any) -> Any:
    """A sale with a task done, a stage chosen by hand and one undone; its tab Process."""
    desk.sale()
    desk.complete("Prepare the presentation", "prepared")
    desk.do("change_stage", opportunity=desk.page.place.id, stage="proposal")
    desk.do("change_stage", opportunity=desk.page.place.id, stage="contracting")
    desk.do("undo")
    desk.settle()
    tab = desk.page.more.show("process")
    desk.settle()
    return tab


def titles(desk: Any) -> list[str]:
    return [card.title.text() for card in desk.cards()]


def test_n4_the_slider_takes_stage_bar_next_steps_and_diagram_along(desk) -> None:
    tab = travelled(desk)
    assert desk.find("momentLabel").text() == "Now · step 5 of 5"
    assert not desk.shown("pastBar")
    desk.click("earlierButton")
    assert desk.find("momentLabel").text() == "23 Nov 10:42 · step 4 of 5"
    assert desk.shown("momentUndone") and "moved to Contracting" in desk.find("momentWhat").text()
    assert desk.page.stage_bar.button("contracting").state == "current"
    assert "Contracting" in tab.diagram.accessibleName()
    assert "Send the contract to the customer" in titles(desk)
    tab.slider.handle.setFocus()
    desk.key(Qt.Key.Key_Home)
    assert desk.find("momentLabel").text() == "23 Nov 10:42 · step 1 of 5"
    assert desk.page.stage_bar.button("qualification").state == "current"
    assert any("Prepare the presentation" in title for title in titles(desk))
    desk.key(Qt.Key.Key_Right)
    assert [row.title for row in tab.steps.rows()][-1] == "Prepare the presentation"
    assert tab.steps.rows()[-1].second == "done · Prepared · Anna Kern"
    desk.key(Qt.Key.Key_End)
    assert not desk.shown("pastBar") and desk.page.stage_bar.button("proposal").state == "current"


def test_n4_nothing_can_be_done_in_the_past_and_everything_again_in_the_present(desk) -> None:
    travelled(desk)
    before = past(desk)
    desk.write("titleEdit", "Not saved yet")
    desk.click("earlierButton")
    reason = "This is the past: go back to now to do something."
    for card in desk.cards():
        assert not card.complete_button.isEnabled() and card.complete_button.toolTip() == reason
    assert not desk.panel.new_task.isEnabled()
    assert not desk.shown("saveButton")
    desk.click(desk.page.stage_bar.button("presentation"))
    desk.key(Qt.Key.Key_Return)
    offered = [command for command in desk.page.commands() if command.id.startswith("opportunity.stage_")]
    assert offered and not any(command.available().enabled for command in offered)
    desk.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert past(desk) == before and desk.read().title != "Not saved yet", "nothing was written"
    desk.click("backToNowButton")
    assert desk.find("titleEdit").text() == "Not saved yet" and desk.find("saveButton").isEnabled()
    assert not desk.shown("pastBar") and desk.panel.new_task.isEnabled()
    assert all(card.complete_button.isEnabled() for card in desk.cards())
    desk.click(desk.page.stage_bar.button("presentation"))
    assert desk.read().stage_bar.current == "presentation"


def test_n4_what_happens_meanwhile_leaves_the_past_where_it_is(desk) -> None:
    tab = travelled(desk)
    desk.click("earlierButton")
    desk.click("earlierButton")
    shown = titles(desk)
    desk.do("change_stage", opportunity=desk.page.place.id, stage="presentation")
    desk.settle()
    assert desk.find("momentLabel").text() == "23 Nov 10:42 · step 3 of 6"
    assert titles(desk) == shown
    QTest.keyClick(tab.slider.handle, Qt.Key.Key_Escape)
    desk.settle()
    assert desk.page.stage_bar.button("presentation").state == "current"
    desk.click("earlierButton")
    desk.sale()
    assert not desk.shown("pastBar"), "another sale is shown as it is"
    assert desk.panel.new_task.isEnabled()


def test_n4_in_russian_and_sliding_asks_for_nothing(desk) -> None:
    tab = travelled(desk)
    desk.window.choose_language("ru")
    desk.settle()
    assert desk.find("momentLabel").text() == "Сейчас · шаг 5 из 5"
    desk.click("earlierButton")
    assert desk.find("momentLabel").text() == "23 нояб. 10:42 · шаг 4 из 5"
    assert desk.page.past.text().startswith("Как было 23 нояб. 2026 10:42.")
    for number in (0, 3, 1, 2):
        tab.slider.go(number)
        assert desk.bridge.is_idle()
    tab.slider.go_to_present()
    desk.window.choose_language("en")
