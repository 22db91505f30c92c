"""Completing tasks on their mini-cards (R1, R3, R6, R7, R15), by mouse and by keyboard."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from desktop.views.exchange import Action


def test_r1_open_tasks_stand_on_the_panel_next_due_first(desk) -> None:
    desk.sale()
    desk.click("newTaskButton")
    desk.keys("Send the brochure")
    desk.key(Qt.Key.Key_Return)
    titles = [card.title.text() for card in desk.cards()]
    assert titles[0] == "Send the brochure"
    assert len(titles) == 3
    assert [card.property("activityId") for card in desk.cards()] == [c.activity_id for c in desk.read().cards]
    dues = [card.view.due_at for card in desk.cards()]
    assert dues == sorted(dues)


def test_r15_first_task_completed_by_mouse_with_a_date(desk) -> None:
    desk.sale()
    desk.complete("Contact the customer", "presentation_agreed", whenEdit="26.11.2026 14:00", spentEdit="25")
    assert not desk.shown("miniCardPopup")
    assert [card.title.text() for card in desk.cards()] == ["Prepare the presentation"]
    desk.click(desk.cards()[0].complete_button)
    desk.click("confirmButton")
    assert [card.title.text() for card in desk.cards()] == ["Presentation"]
    assert desk.cards()[0].view.start_at == datetime(2026, 11, 26, 14, 0, tzinfo=UTC)
    assert desk.read().stage_bar.current == "presentation"
    assert desk.page.stage_bar.button("presentation").state == "current"
    assert desk.read().spent_minutes == 25


def test_the_same_by_keyboard_alone(desk) -> None:
    page = desk.sale()
    page.panel.focus_first()
    desk.key(Qt.Key.Key_Space)
    assert QApplication.focusWidget().objectName() == "result_presentation_agreed"
    desk.key(Qt.Key.Key_2)
    assert QApplication.focusWidget().objectName() == "result_call_back"
    desk.key(Qt.Key.Key_Left)
    assert QApplication.focusWidget().objectName() == "result_presentation_agreed"
    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [card.title.text() for card in desk.cards()] == ["Prepare the presentation"]
    assert QApplication.focusWidget() is desk.cards()[0].complete_button, "the keyboard goes on to the next task"
    desk.key(Qt.Key.Key_Space)
    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is desk.cards()[0].complete_button, "also where the last task was done"


def test_n1_consequences_come_from_the_core_and_follow_the_choice(desk) -> None:
    desk.sale()
    desk.click(desk.card("Contact the customer").complete_button)
    label = desk.find("consequences", QLabel)
    desk.click("result_presentation_agreed")
    agreed = label.text()
    desk.click("result_no_need")
    lost = label.text()
    assert agreed and lost and agreed != lost
    card = desk.card("Contact the customer").activity()
    assert lost == desk.ask("result_consequences", activity=card, result="no_need").text


def test_a_single_result_is_chosen_already(desk) -> None:
    desk.sale()
    desk.click(desk.card("Prepare").complete_button)
    assert desk.find("result_prepared").isChecked()
    assert not desk.shown("whenEdit")


def test_when_is_asked_only_where_the_result_asks_and_is_required(desk) -> None:
    desk.sale()
    desk.click(desk.card("Contact the customer").complete_button)
    assert not desk.shown("whenEdit")
    desk.click("result_call_back")
    assert desk.shown("whenEdit")
    desk.write("whenEdit", "")
    desk.click("confirmButton")
    assert desk.shown("miniCardPopup")
    assert desk.find("miniCardPopup").form.when.message() == "Say when"
    assert len(desk.read().cards) == 2


def test_without_a_result_nothing_is_completed(desk) -> None:
    desk.sale()
    desk.click(desk.card("Contact the customer").complete_button)
    desk.click("confirmButton")
    assert desk.shown("miniCardPopup")
    assert len(desk.read().cards) == 2


def test_escape_closes_the_popup_and_gives_the_keyboard_back(desk) -> None:
    page = desk.sale()
    page.panel.focus_first()
    button = QApplication.focusWidget()
    desk.key(Qt.Key.Key_Space)
    desk.key(Qt.Key.Key_Escape)
    assert not desk.shown("miniCardPopup")
    assert QApplication.focusWidget() is button


def test_a_process_task_cannot_be_cancelled_and_says_why(desk) -> None:
    desk.sale()
    desk.click(desk.card("Prepare").complete_button)
    cancel = desk.find("cancelTaskButton")
    assert not cancel.isEnabled()
    assert "process" in cancel.toolTip()


def test_a_task_of_ones_own_can_be_cancelled(desk) -> None:
    desk.sale()
    desk.do("create_activity", kind="task", title="Mine", opportunity=desk.page.place.id)
    desk.settle()
    desk.click(desk.card("Mine").complete_button)
    desk.click("cancelTaskButton")
    assert "Mine" not in [card.title.text() for card in desk.cards()]


def test_r13_a_losing_result_asks_for_the_reason_and_then_closes(desk) -> None:
    desk.sale()
    desk.complete("Contact the customer", "no_need")
    assert desk.shown("closingDialog")
    desk.click("closingConfirmButton")
    assert desk.shown("closingDialog"), "the reason is required"
    reason = desk.find("reasonEdit")
    reason.setFocus()
    desk.key(Qt.Key.Key_Down)
    desk.write("competitorEdit", "Rival Ltd")
    desk.click("closingConfirmButton")
    assert not desk.shown("closingDialog")
    view = desk.read()
    assert view.stage_bar.current == "closed_lost"
    assert view.closing_reason and view.competitor == "Rival Ltd"
    assert desk.shown("closingSummary")
    assert view.closing_reason in desk.find("closingSummary").text()
    assert desk.cards() == []


def test_putting_the_closing_off_frees_the_card_and_keeps_what_was_written(desk) -> None:
    desk.sale()
    desk.complete("Contact the customer", "no_need", commentEdit="They have no money this year")
    desk.click("closingCancelButton")
    card = desk.card("Contact the customer")
    assert not card.is_busy()
    desk.click(card.complete_button)
    assert desk.find("commentEdit").toPlainText() == "They have no money this year"
    assert desk.find("result_no_need").isChecked()


def test_a_popup_closes_when_its_task_is_done_elsewhere(desk) -> None:
    desk.sale()
    card = desk.card("Prepare")
    desk.click(card.complete_button)
    desk.do("complete_task", activity=card.activity(), result="prepared")
    desk.settle()
    assert not desk.shown("miniCardPopup")


def test_rescheduling_in_place_keeps_the_duration(desk) -> None:
    desk.sale()
    before = desk.card("Prepare").view
    desk.click(desk.card("Prepare").reschedule_button)
    desk.write("startEdit", "30.11.2026 09:00")
    desk.click("rescheduleConfirmButton")
    after = desk.card("Prepare").view
    assert after.start_at == datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
    assert after.due_at - after.start_at == before.due_at - before.start_at


def test_n2_why_says_which_process_made_the_task(desk) -> None:
    desk.sale()
    desk.click(desk.card("Prepare").why_button)
    assert "Corporate sale" in desk.find("whyPopup").accessibleName()
    desk.key(Qt.Key.Key_Escape)
    assert not desk.shown("whyPopup")


def test_a_new_call_and_a_new_note_in_place(desk) -> None:
    desk.sale()
    desk.click("newCallButton")
    desk.keys("Call the warehouse")
    desk.key(Qt.Key.Key_Return)
    assert desk.card("Call the warehouse").view.kind == "call"
    desk.click("newNoteButton")
    desk.keys("They lose two hours a day")
    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [note.text for note in desk.read().notes] == ["They lose two hours a day"]


def test_two_hundred_tasks_never_are_two_hundred_widgets(desk) -> None:
    page = desk.sale()
    for number in range(200):
        desk.workspace.perform(
            Action("create_activity", kind="task", title=f"Task {number}", opportunity=page.place.id)
        )
    desk.settle()
    desk.until(lambda: len(desk.cards()) == 20)
    desk.click("showAllTasksButton")
    assert len(desk.cards()) <= 24
    last = desk.read().cards[-1].activity_id
    assert page.panel.grid.reveal(last) is not None
    assert len(desk.cards()) <= 24


def test_completing_what_was_done_meanwhile_is_refused_in_words(desk) -> None:
    desk.sale()
    card = desk.card("Prepare")
    desk.click(card.complete_button)
    popup = desk.find("miniCardPopup")
    desk.do("complete_task", activity=card.activity(), result="prepared")  # the window has not heard of it yet
    said: list[str] = []
    desk.bridge.refused.connect(said.append)
    popup.confirm()
    desk.settle()
    assert said and said[0]
    assert not desk.shown("miniCardPopup")
