"""People do not wait: double clicks, keys pressed before answers have come, other things done meanwhile."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLabel

from tests.journeys.hand import STAGE_TASKS, Hand, Key, Modifier


def press_now(widget, times: int = 1) -> None:
    """Click without letting the event loop turn."""
    for _ in range(times):
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Modifier.NoModifier, widget.rect().center())


def test_a_double_click_on_complete_completes_once(hand: Hand) -> None:
    sale = hand.run()
    popup = hand.open_card("prepare_presentation")
    press_now(hand.see("confirmButton", popup), 2)
    hand.rest()
    assert hand.tasks(sale) == ["contact_customer"]
    assert not hand.shown("troubleDialog") and not hand.shown("faultDialog")
    assert hand.value("SELECT count(*) FROM action WHERE name = 'complete_task'") == 1


def test_a_double_click_on_run_runs_once(hand: Hand) -> None:
    hand.click(hand.see("runProcessButton"))
    hand.pick("runProcessAction")
    press_now(hand.see("runButton", hand.see("runProcessDialog")), 2)
    hand.rest()
    assert hand.count("opportunity") == 1


def test_enter_twice_in_the_command_bar_runs_once(hand: Hand) -> None:
    hand.press(Key.Key_K, Modifier.ControlModifier)
    bar = hand.see("commandBar")
    QTest.keyClicks(bar, "Run process Corporate sale")
    QTest.keyClick(bar, Key.Key_Return)
    QTest.keyClick(bar, Key.Key_Return)
    hand.rest()
    assert hand.count("opportunity") == 1


def test_two_stages_clicked_one_after_the_other_end_on_the_second(hand: Hand) -> None:
    sale = hand.run()
    bar = hand.see("stageBar")
    press_now(hand.see("stage_proposal", bar))
    press_now(hand.see("stage_contracting", bar))
    hand.rest()
    assert hand.stage(sale) == "contracting"
    assert hand.tasks(sale) == STAGE_TASKS["contracting"]
    hand.until(lambda: len(hand.cards()) == 3, "three cards should be shown")


def test_a_stage_clicked_twice_is_entered_once_and_no_refusal_is_shown(hand: Hand) -> None:
    sale = hand.run()
    press_now(hand.see("stage_proposal", hand.see("stageBar")), 2)
    hand.rest()
    assert hand.tasks(sale) == STAGE_TASKS["proposal"]
    assert hand.value("SELECT count(*) FROM action WHERE name = 'change_stage'") == 1
    assert "already" not in hand.toast()


def test_ctrl_z_at_once_after_an_action_undoes_it(hand: Hand) -> None:
    sale = hand.run()
    hand.go_to_stage("proposal")
    press_now(hand.see("stage_contracting", hand.see("stageBar")))
    QTest.keyClick(QApplication.focusWidget() or hand.window, Key.Key_Z, Modifier.ControlModifier)
    hand.rest()
    assert hand.stage(sale) == "proposal"


def test_ctrl_z_right_after_the_first_action_of_a_fresh_workspace(hand: Hand) -> None:
    hand.press(Key.Key_K, Modifier.ControlModifier)
    bar = hand.see("commandBar")
    QTest.keyClicks(bar, "Run process Corporate sale")
    QTest.keyClick(bar, Key.Key_Return)
    QTest.keyClick(hand.window, Key.Key_Z, Modifier.ControlModifier)
    hand.rest()
    assert hand.count("opportunity") == 0


def test_ctrl_z_undoes_the_last_action_also_while_an_unedited_field_has_the_keyboard(hand: Hand) -> None:
    sale = hand.run()
    hand.go_to_stage("proposal")
    hand.click(hand.see("titleEdit"))
    hand.undo()
    assert hand.stage(sale) == "qualification"


def test_ctrl_z_in_an_edited_field_takes_back_the_typing_only(hand: Hand) -> None:
    sale = hand.run()
    hand.go_to_stage("proposal")
    before = hand.see("titleEdit").text()
    hand.write("titleEdit", "x")
    hand.undo()
    hand.undo()
    assert hand.see("titleEdit").text() == before
    assert hand.stage(sale) == "proposal"


def test_two_cards_completed_without_waiting(hand: Hand) -> None:
    sale = hand.run()
    hand.go_to_stage("proposal")
    for task in ("present_proposal", "prepare_contract"):
        card = hand.card(task)
        press_now(hand.see("completeButton", card))
        hand.settle()
        popup = hand.see("miniCardPopup")
        button = hand.see("result_presented" if task == "present_proposal" else "result_approved", popup)
        press_now(button)
        press_now(hand.see("confirmButton", popup))
    hand.rest()
    assert hand.tasks(sale) == ["get_comments"]


@pytest.mark.parametrize("opener", ["miniCardPopup", "runProcessDialog", "whyPopup"])
def test_the_language_can_change_while_something_is_open(hand: Hand, opener: str) -> None:
    hand.run()
    if opener == "miniCardPopup":
        hand.push("result_call_back", hand.open_card("contact_customer"))
    elif opener == "whyPopup":
        hand.push("whyButton", hand.card("contact_customer"))
    else:
        hand.click(hand.see("runProcessButton"))
        hand.pick("runProcessAction")
    hand.see(opener)
    hand.window.choose_language("ru")
    hand.rest()
    if hand.shown(opener):
        text = hand.texts(hand.see(opener))
        assert not {"Result *", "Cancel", "Complete", "What happens next", "Actual income"} & set(text.split("\n")), (
            text
        )
    hand.window.choose_language("en")
    hand.rest()
    hand.key(Key.Key_Escape)


@pytest.mark.parametrize("wait", [False, True])
def test_a_name_typed_at_once_with_enter_takes_that_name(hand: Hand, wait: bool) -> None:
    """The list below may still show what fitted before: it is never taken from a stale list."""
    for name in ("Alpha", "Beta"):
        hand.do("create_account", name=name)
    sale = hand.run()
    for field, name in (("accountEdit", "Beta"), ("ownerEdit", "Otto")):
        editor = hand.see(field)
        hand.click(editor)
        if wait:
            hand.rest()
        editor.selectAll()
        QTest.keyClicks(editor, name)
        QTest.keyClick(editor, Key.Key_Return)
        hand.rest()
    hand.key(Key.Key_S, Modifier.ControlModifier)
    taken = hand.sql(
        "SELECT a.name, p.name FROM opportunity o JOIN account a ON a.id = o.account_id"
        " JOIN person p ON p.id = o.owner_id WHERE o.id = ?",
        sale,
    )
    assert taken == [("Beta", "Otto Brand")]
    assert hand.count("account") == 2


def test_closing_that_somebody_else_was_faster_with_is_refused(opened) -> None:
    first = opened()
    sale = first.run()
    second = opened(person="Otto Brand")
    second.key(Key.Key_3, Modifier.ControlModifier)
    second.click_row(second.find("opportunityList", QAbstractItemView), 0, twice=True)
    second.rest()
    second.click(second.find("stage_closed", QAbstractButton, second.see("stageBar")))
    second.pick("stage_closed_lost")
    second.see("closingDialog")
    first.window.activateWindow()
    first.close_sale("stage_closed_won")
    second.window.activateWindow()
    second.answer_closing()
    assert first.stage(sale) == "closed_won"
    assert "cannot be left" in second.toast() or "closed" in second.toast()


def test_completing_with_a_losing_result_on_the_tasks_own_page(hand: Hand) -> None:
    sale = hand.run()
    hand.push("openTaskButton", hand.open_card("contact_customer"))
    page = hand.see("activityPage")
    hand.push("result_no_need", page)
    assert "Closed lost" in hand.find("consequences", QLabel, page).text()
    hand.push("completeButton", page)
    hand.answer_closing()
    assert hand.stage(sale) == "closed_lost" and hand.running(sale) == 0


def test_closing_the_window_right_after_an_action_loses_nothing(hand: Hand) -> None:
    sale = hand.run()
    press_now(hand.see("stage_contracting", hand.see("stageBar")))
    hand.window.close()
    assert hand.stage(sale) == "contracting"
    assert hand.tasks(sale) == STAGE_TASKS["contracting"]


def test_the_command_bar_offers_every_action_of_the_page(hand: Hand) -> None:
    sale = hand.run()
    hand.command("Proposal", enter=False)
    hand.rest()
    rows = hand.find("commandCompletions", QAbstractItemView)
    offered = [str(rows.model().index(row, 0).data()) for row in range(rows.model().rowCount())]
    hand.key(Key.Key_Escape)
    assert any("Proposal" in entry for entry in offered), offered
    assert hand.stage(sale) == "qualification"


def test_ctrl_z_takes_back_the_stage_that_was_entered_after_typing(hand: Hand) -> None:
    """A click on the stage bar leaves the keyboard in the field; what was done last is the stage."""
    sale = hand.run()
    hand.write("titleEdit", "Warehouse")
    hand.key(Key.Key_S, Modifier.ControlModifier)
    hand.go_to_stage("proposal")
    hand.undo()
    assert hand.stage(sale) == "qualification" and hand.see("titleEdit").text() == "Warehouse"
    hand.undo()
    assert hand.value("SELECT title FROM opportunity") != "Warehouse"
    hand.write("needTextEdit", "abc")
    hand.undo()
    assert hand.see("needTextEdit").toPlainText() == ""
    assert hand.count("opportunity") == 1


def test_a_double_click_on_the_toasts_undo_undoes_once(hand: Hand) -> None:
    sale = hand.run()
    hand.go_to_stage("proposal")
    hand.go_to_stage("contracting")
    press_now(hand.see("undoButton", hand.see("toast")), 2)
    hand.rest()
    assert hand.stage(sale) == "proposal" and "Undone" in hand.toast()


def test_a_double_click_on_closing_closes_once_and_no_refusal_is_shown(hand: Hand) -> None:
    sale = hand.run()
    hand.click(hand.see("stage_closed"))
    hand.pick("stage_closed_won")
    press_now(hand.see("closingConfirmButton"), 2)
    hand.rest()
    assert hand.stage(sale) == "closed_won"
    assert "cannot be left" not in hand.toast()


def test_typing_on_while_a_save_is_under_way_is_no_conflict(hand: Hand) -> None:
    sale = hand.run()
    hand.write("titleEdit", "One")
    editor = hand.see("titleEdit")
    QTest.keyClick(editor, Key.Key_S, Modifier.ControlModifier)
    QTest.keyClicks(editor, " two")
    hand.rest()
    assert editor.text() == "One two" and not hand.shown("loadTheirsButton")
    hand.key(Key.Key_S, Modifier.ControlModifier)
    assert hand.value("SELECT title FROM opportunity WHERE id = ?", sale) == "One two"


@pytest.mark.parametrize("opener", ["newTaskButton", "newNoteButton"])
def test_two_quick_enters_make_one(hand: Hand, opener: str) -> None:
    hand.run()
    table, field = ("activity", "newActivityTitle") if opener == "newTaskButton" else ("note", "newNoteText")
    before = hand.count(table)
    hand.push(opener, hand.see("actionPanel"))
    hand.write(field, "Brochure")
    target = QApplication.focusWidget()
    for _ in range(2):
        QTest.keyClick(target, Key.Key_Return, Modifier.ControlModifier if table == "note" else Modifier.NoModifier)
    hand.rest()
    assert hand.count(table) == before + 1
