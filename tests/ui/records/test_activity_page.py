"""The page of one activity: completing as on the mini-card (R3), editing, rescheduling, why."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from desktop.views.exchange import Action, Place, Query
from tests.ui.conftest import click, press, settle, type_text
from ui.records.activity import ActivityPage

CTRL = Qt.KeyboardModifier.ControlModifier


class Desk:
    """The window on a task's page."""

    def __init__(self, window) -> None:
        self.window = window

    @property
    def page(self) -> ActivityPage:
        assert isinstance(self.window.page, ActivityPage)
        return self.window.page

    def do(self, name: str, /, **arguments: object):
        done = self.window.bridge.workspace.perform(Action(name, **arguments)).result(timeout=20)
        settle(self.window)
        return done

    def ask(self, name: str, /, **arguments: object):
        return self.window.bridge.workspace.ask(Query(name, **arguments)).result(timeout=20)

    def part(self, name: str) -> QWidget:
        found = self.page.findChild(QWidget, name)
        assert found is not None, name
        return found

    def open(self, activity: int) -> None:
        self.window.show_place(Place("activity", activity))
        settle(self.window)

    def press_button(self, name: str) -> None:
        click(self.part(name))
        settle(self.window)

    def write(self, name: str, text: str) -> None:
        edit = self.part(name)
        edit.setFocus()
        edit.selectAll()
        type_text(edit, text)
        settle(self.window)

    def settle(self) -> None:
        settle(self.window)


@pytest.fixture
def desk(program) -> Desk:
    return Desk(program())


@pytest.fixture
def sale(desk) -> tuple[int, int, int]:
    """An opportunity with its first task (contact the customer) and its second (prepare the presentation)."""
    opportunity = desk.do("run_process", process="corporate_sale").result["opportunity"]
    cards = desk.ask("opportunity_page", id=opportunity).cards
    first = next(card.activity_id for card in cards if len(card.results) > 1)
    second = next(card.activity_id for card in cards if len(card.results) == 1)
    return opportunity, first, second


def test_r3_r15_a_task_is_completed_on_its_page_with_a_result_and_a_date(desk, sale):
    opportunity, first, _ = sale
    desk.open(first)
    desk.press_button("result_presentation_agreed")
    assert desk.part("whenEdit").isVisible()
    assert desk.part("consequences").text()
    desk.write("whenEdit", "05.03.2026 14:00")
    desk.write("commentEdit", "They want to see it")
    desk.write("spentEdit", "25")
    desk.press_button("completeButton")
    view = desk.ask("activity_page", id=first)
    assert (view.status, view.fields.comment, view.fields.spent_minutes) == ("done", "They want to see it", 25)
    assert not desk.page.has_unsaved()
    assert "Presentation agreed" in desk.page.ended_bar.text()
    assert "Anna Kern" in desk.page.ended_bar.text()
    assert not desk.part("completeButton").isVisible()
    assert not desk.part("titleEdit").isEnabled()
    titles = [card.title for card in desk.ask("opportunity_page", id=opportunity).cards]
    assert titles == ["Prepare the presentation"]


def test_n1_what_follows_is_said_before(desk, sale):
    _, first, _ = sale
    desk.open(first)
    assert "Choose a result" in desk.part("consequences").text()
    desk.press_button("result_no_need")
    said = desk.part("consequences").text()
    assert "Closed lost" in said


def test_a_result_must_be_chosen(desk, sale):
    _, first, _ = sale
    desk.open(first)
    desk.press_button("completeButton")
    assert desk.page.card.form._message.text() == "Choose a result"
    assert desk.ask("activity_page", id=first).status == "planned"


def test_the_results_are_worked_by_the_keyboard_alone(desk, sale):
    _, first, _ = sale
    desk.open(first)
    desk.page.focus_first()
    assert QApplication.focusWidget().objectName() == "result_presentation_agreed"
    press(QApplication.focusWidget(), Qt.Key.Key_Space)
    press(QApplication.focusWidget(), Qt.Key.Key_Right)
    desk.settle()
    assert desk.page.card.chosen().code == "call_back"
    press(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
    desk.settle()
    assert desk.ask("activity_page", id=first).status == "done"


def test_r13_a_lost_result_asks_for_the_closing_and_esc_leaves_all_as_it_was(desk, sale):
    _, first, _ = sale
    desk.open(first)
    desk.press_button("result_no_need")
    desk.press_button("completeButton")
    dialog = desk.window.findChild(QWidget, "closingDialog")
    assert dialog is not None
    press(dialog, Qt.Key.Key_Escape)
    desk.settle()
    assert desk.ask("activity_page", id=first).status == "planned"
    desk.press_button("result_presentation_agreed")
    desk.write("whenEdit", "05.03.2026 14:00")
    desk.press_button("completeButton")
    assert desk.ask("activity_page", id=first).status == "done"


def test_two_clicks_complete_once(desk, sale):
    _, _, second = sale
    desk.open(second)
    refusals = []
    desk.window.bridge.refused.connect(refusals.append)
    button = desk.part("completeButton")
    click(button)
    click(button)
    desk.settle()
    assert desk.ask("activity_page", id=second).status == "done"
    assert refusals == []


def test_a_process_made_task_cannot_be_cancelled_and_says_why(desk, sale):
    _, first, _ = sale
    desk.open(first)
    button = desk.part("cancelTaskButton")
    assert not button.isEnabled()
    assert button.toolTip()


def test_a_hand_made_task_is_cancelled(desk):
    task = desk.do("create_activity", kind="task", title="Tidy up").result["activity"]
    desk.open(task)
    desk.press_button("cancelTaskButton")
    assert desk.ask("activity_page", id=task).status == "cancelled"
    assert desk.page.pill.text() == "Cancelled"


def test_edits_are_saved_and_completing_saves_them_too(desk):
    task = desk.do("create_activity", kind="task", title="Tidy up").result["activity"]
    desk.open(task)
    desk.write("titleEdit", "Tidy the desk")
    assert desk.page.has_unsaved()
    press(desk.page, Qt.Key.Key_S, CTRL)
    desk.settle()
    assert desk.ask("activity_page", id=task).fields.title == "Tidy the desk"
    assert not desk.page.has_unsaved()
    desk.write("titleEdit", "Tidy the whole desk")
    desk.press_button("completeButton")
    view = desk.ask("activity_page", id=task)
    assert (view.status, view.fields.title) == ("done", "Tidy the whole desk")


def test_changing_start_and_due_reschedules(desk):
    task = desk.do("create_activity", kind="call", title="Call Vega").result["activity"]
    desk.open(task)
    desk.write("startEdit", "04.03.2026 10:00")
    desk.write("dueEdit", "04.03.2026 10:30")
    desk.press_button("saveButton")
    fields = desk.ask("activity_page", id=task).fields
    assert fields.start_at == datetime(2026, 3, 4, 10, tzinfo=UTC)
    assert fields.due_at == datetime(2026, 3, 4, 10, 30, tzinfo=UTC)


def test_cancel_gives_up_the_edits(desk):
    task = desk.do("create_activity", kind="task", title="Tidy up").result["activity"]
    desk.open(task)
    desk.write("titleEdit", "Something else")
    desk.press_button("cancelButton")
    assert isinstance(desk.part("titleEdit"), QLineEdit)
    assert desk.part("titleEdit").text() == "Tidy up"
    assert not desk.page.has_unsaved()


def test_n2_why_tells_the_step_of_the_process(desk, sale):
    _, first, _ = sale
    desk.open(first)
    desk.press_button("whyButton")
    popup = desk.window.findChild(QWidget, "whyPopup")
    assert popup.isVisible()
    assert "Corporate sale" in popup.accessibleName()


def test_the_opportunity_is_one_click_away(desk, sale):
    opportunity, first, _ = sale
    desk.open(first)
    desk.page.form.field("opportunity").button.click()
    desk.settle()
    assert desk.window.page.place == Place("opportunity", opportunity)


def test_a_change_by_somebody_else_is_shown_and_keeps_my_edits(desk):
    task = desk.do("create_activity", kind="task", title="Tidy up").result["activity"]
    desk.open(task)
    desk.write("commentEdit", "my words")
    desk.do("save_activity", id=task, version=1, fields={"title": "Renamed"})
    assert desk.page.title_label.text() == "Renamed"
    assert isinstance(desk.part("commentEdit"), QPlainTextEdit)
    assert desk.part("commentEdit").toPlainText() == "my words"
    desk.press_button("saveButton")
    fields = desk.ask("activity_page", id=task).fields
    assert (fields.title, fields.comment) == ("Renamed", "my words")


def test_the_command_bar_knows_complete_this_task(desk, sale):
    _, _, second = sale
    desk.open(second)
    assert desk.window.commands.run("activity.complete")
    desk.settle()
    assert desk.ask("activity_page", id=second).status == "done"


def test_every_control_has_an_accessible_name(desk, sale):
    _, first, _ = sale
    desk.open(first)
    nameless = [
        widget.objectName() or type(widget).__name__
        for widget in desk.page.findChildren(QWidget)
        if isinstance(widget, QAbstractButton | QLineEdit | QPlainTextEdit)
        and widget.isVisible()
        and not (widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else ""))
    ]
    assert nameless == []
