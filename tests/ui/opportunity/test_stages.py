"""The stage bar of the opportunity page (R4, R5, R8, R9, R10, R13) and running the process on it (L3)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

# Menus and tool tips are windows, which the screenless platform cannot raise.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
RUN = "Run the corporate sales process"


def run_action(desk) -> QAction:
    return desk.page.findChild(QAction, "runCorporateSaleAction")


@pytest.mark.parametrize("code", ["proposal", "presentation", "contracting"])
def test_r4_r5_any_stage_is_entered_by_one_click(desk, code: str) -> None:
    desk.sale()
    before = {card.property("activityId") for card in desk.cards()}
    desk.click(f"stage_{code}")
    view = desk.read()
    assert view.stage_bar.current == code
    after = {card.property("activityId") for card in desk.cards()}
    assert after == {card.activity_id for card in view.cards}
    assert after and not after & before


def test_r5_own_tasks_stay_when_the_stage_changes(desk) -> None:
    desk.sale()
    desk.do("create_activity", kind="task", title="Mine", opportunity=desk.page.place.id)
    desk.settle()
    desk.click("stage_proposal")
    assert desk.card("Mine")


def test_n1_pointing_at_a_stage_says_what_would_happen(desk) -> None:
    page = desk.sale()
    chevron = page.stage_bar.button("proposal")
    chevron.setFocus(Qt.FocusReason.TabFocusReason)
    desk.settle()
    expected = desk.ask("stage_consequences", opportunity=page.place.id, stage="proposal").text
    expected = expected[:1].upper() + expected[1:]
    assert desk.find("stageTip").text() == expected
    assert chevron.toolTip() == expected
    assert chevron.accessibleDescription() == expected


def test_the_bar_by_keyboard(desk) -> None:
    page = desk.sale()
    page.stage_bar.button("qualification").setFocus()
    desk.key(Qt.Key.Key_Right)
    desk.key(Qt.Key.Key_Right)
    assert QApplication.focusWidget() is page.stage_bar.button("proposal")
    desk.key(Qt.Key.Key_Return)
    assert desk.read().stage_bar.current == "proposal"
    desk.key(Qt.Key.Key_End)
    assert QApplication.focusWidget().objectName() == "stage_closed"


def test_passed_stages_carry_a_sign_and_say_so(desk) -> None:
    page = desk.sale()
    desk.click("stage_proposal")
    passed = page.stage_bar.button("presentation")
    assert passed.state == "passed"
    assert passed.accessibleName() == "Presentation, passed"


def test_r8_r9_r13_closing_won_through_the_menu(desk) -> None:
    page = desk.sale(amount=None)
    action = desk.page.findChild(QAction, "stage_closed_won")
    desk.click("stage_closed")
    assert page.stage_bar.menu.isVisible()
    action.trigger()
    page.stage_bar.menu.close()
    desk.settle()
    assert desk.read().stage_bar.closed is False, "nothing is closed before the answer"
    desk.write("incomeEdit", "184 000")
    desk.click("closingConfirmButton")
    view = desk.read()
    assert view.stage_bar.current == "closed_won"
    assert view.actual_income.minor == 18_400_000
    assert desk.cards() == []
    assert page.stage_bar.closed.text() == "Closed won"
    # R9: the bar is locked, and says why
    chevron = page.stage_bar.button("qualification")
    desk.click(chevron)
    assert desk.read().stage_bar.current == "closed_won"
    assert chevron.toolTip()
    assert not desk.page.findChild(QAction, "stage_closed_lost").isEnabled()
    # L3 on a closed one is refused with the reason
    assert not run_action(desk).isEnabled()
    assert run_action(desk).toolTip() not in {"", RUN}
    assert run_action(desk).statusTip() == run_action(desk).toolTip()


def test_the_closing_dialog_can_be_put_off(desk) -> None:
    desk.sale()
    desk.page.findChild(QAction, "stage_closed_lost").trigger()
    desk.settle()
    assert desk.shown("closingDialog")
    desk.key(Qt.Key.Key_Escape)
    assert not desk.shown("closingDialog")
    assert desk.read().stage_bar.current == "qualification"


def test_l3_runs_from_the_stage_on_which_it_stands(desk) -> None:
    made = desk.do("create_opportunity", title="Nordwind / ERP", stage="proposal").result["opportunity"]
    desk.open(made)
    assert desk.cards() == []
    assert run_action(desk).text() == RUN
    run_action(desk).trigger()
    desk.settle()
    assert len(desk.cards()) == 3
    assert desk.read().stage_bar.current == "proposal"


def test_l3_a_second_time_says_so_and_offers_the_running_one(desk) -> None:
    page = desk.sale()
    assert run_action(desk).isEnabled()
    run_action(desk).trigger()
    desk.settle()
    assert desk.shown("pageNotice")
    assert page.notice.text()
    desk.click("showRunningButton")
    assert not desk.shown("pageNotice")
    assert QApplication.focusWidget().objectName() == "completeButton"
    assert len(desk.cards()) == 2


def test_r10_a_stage_that_an_administrator_adds_is_on_the_bar_at_once(desk) -> None:
    page = desk.sale()
    desk.do("create_stage", code="pilot", name_en="Pilot", name_ru="Пилот", number=25, percent=50)
    desk.settle()
    assert page.stage_bar.button("pilot").text() == "Pilot"
    desk.click("stage_pilot")
    assert desk.read().stage_bar.current == "pilot"


def test_r5_the_keyboard_stays_on_the_panel_when_its_card_is_cancelled(desk) -> None:
    """After a stage change the next thing to do has the keyboard, not whatever stands below the panel."""
    desk.sale()
    desk.cards()[1].complete_button.setFocus(Qt.FocusReason.TabFocusReason)
    desk.do("change_stage", opportunity=desk.page.place.id, stage="contracting")
    desk.settle()
    assert QApplication.focusWidget() is desk.cards()[1].complete_button


def test_a_passed_stage_shows_its_whole_name_rather_than_its_tick(desk) -> None:
    chevron = desk.sale().stage_bar.button("proposal")
    chevron.resize(216, 34)  # a fifth of the smallest usual window
    chevron.look("Proposal", "passed")
    assert chevron.shown() == ("check", "Proposal")
    chevron.look("Коммерческое предложение", "passed")
    assert chevron.shown() == ("", "Коммерческое предложение")
