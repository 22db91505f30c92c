"""My day in the real window on a real database: steps, deals without a next step, meetings, the team, the start."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from desktop.views.exchange import Action, Place, Query
from tests.ui.conftest import click, press, settle, type_text
from ui.my_day.page import MyDayPage

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
# The clock of the tests stands at Monday, 2 March 2026, 9:00 UTC; the time zone of the tests is UTC.


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


class Desk:
    """The window on My day, with what a test does to it."""

    def __init__(self, window, clock) -> None:
        self.window, self.clock = window, clock

    @property
    def page(self) -> MyDayPage:
        assert isinstance(self.window.page, MyDayPage)
        return self.window.page

    def do(self, name: str, /, **arguments: object):
        done = self.window.bridge.workspace.perform(Action(name, **arguments)).result(timeout=20)
        settle(self.window)
        return done

    def ask(self, name: str, /, **arguments: object):
        return self.window.bridge.workspace.ask(Query(name, **arguments)).result(timeout=20)

    def task(self, title: str, start: datetime, kind: str = "task", **more: object) -> int:
        due = start + timedelta(minutes=30)
        made = self.do("create_activity", kind=kind, title=title, start_at=start, due_at=due, **more)
        return made.result["activity"]

    def titles(self) -> list[list[str]]:
        """The cards of the three panels, as they are shown."""
        return [
            [card.title.text() for card in sorted(panel.grid.cards(), key=lambda card: (card.y(), card.x()))]
            for panel in self.page.panels
        ]

    def deals(self) -> list[tuple[str, str]]:
        return [(row.deal.title, row.deal.state) for row in self.page.deals.rows]

    def later(self, **time: float) -> None:
        self.clock.advance(**time)
        self.page.load()
        settle(self.window)


@pytest.fixture
def desk(program, clock) -> Desk:
    window = program()
    window.show_place(Place("my_day"))
    settle(window)
    return Desk(window, clock)


def test_ctrl_1_leads_to_my_day_the_first_entry_of_the_side_bar(program):
    window = program()
    press(window, Qt.Key.Key_1, CTRL)
    settle(window)
    assert window.page.objectName() == "myDayPage"
    assert next(iter(window.side_bar.entries)) == "my_day"
    assert window.side_bar.entries["my_day"].isChecked()


def test_an_empty_day_says_what_to_do_and_does_it(desk):
    page = desk.page
    assert page.empty.isVisible()
    assert QApplication.focusWidget() is page.empty.action
    click(page.empty.action)
    settle(desk.window)
    assert desk.window.findChild(QPushButton, "runButton") is not None


def test_steps_stand_by_urgency_and_are_completed_in_place(desk):
    desk.task("Ahead", at(5, 10))
    desk.task("Overdue", at(1, 10))
    desk.task("Today", at(2, 15))
    assert desk.titles() == [["Overdue"], ["Today"], ["Ahead"]]
    click(desk.page.overdue.grid.cards()[0].complete_button)
    settle(desk.window)
    popup = desk.page.overdue._popup
    assert popup.isVisible()
    press(popup, Qt.Key.Key_Return, CTRL)
    settle(desk.window)
    assert desk.titles()[0] == []
    assert not desk.page.overdue.isVisible()


def test_a_card_names_the_record_that_its_task_belongs_to(desk):
    account = desk.do("create_account", name="Vega Logistics").result["account"]
    sale = desk.do("create_opportunity", title="Warehouse", account=account).result["opportunity"]
    desk.task("Call", at(2, 15), opportunity=sale)
    (card,) = desk.page.today.grid.cards()
    assert "Vega Logistics" in card._owner.text()


def test_what_becomes_overdue_moves_by_itself_when_the_day_is_asked_again(desk):
    desk.task("Report", at(2, 10))
    assert desk.titles() == [[], ["Report"], []]
    desk.later(hours=2)
    assert desk.titles()[0] == ["Report"]


def test_n7_a_deal_is_missing_its_next_step_when_the_days_of_its_stage_are_over(desk):
    sale = desk.do("create_opportunity", title="Warehouse").result["opportunity"]
    days = next(stage.days for stage in desk.ask("stages") if stage.code == "qualification")
    assert desk.deals() == []
    assert desk.ask("list_rows", subject="opportunity", ids=(sale,))[0].due_state == "unplanned"
    desk.later(days=days)
    assert desk.deals() == [("Warehouse", "missing")]
    assert desk.ask("list_rows", subject="opportunity", ids=(sale,))[0].due_state == "missing"


def test_n7_the_days_begin_anew_when_the_last_step_is_done(desk):
    sale = desk.do("create_opportunity", title="Warehouse").result["opportunity"]
    step = desk.task("Call", at(6, 10), opportunity=sale)
    desk.later(days=5)
    assert desk.deals() == [("Warehouse", "overdue")]
    desk.do("complete_task", activity=step)
    desk.later(days=6)
    assert desk.deals() == []
    desk.later(days=1)
    assert desk.deals() == [("Warehouse", "missing")]


def test_n7_closed_deals_and_those_of_others_are_not_mine_to_plan(desk):
    boris = desk.do("create_person", name="Boris Lang").result["person"]
    desk.do("create_opportunity", title="His", owner=boris)
    lost = desk.do("create_opportunity", title="Lost").result["opportunity"]
    reason = desk.ask("choices", lookup="closing_reason")[0].id
    from desktop.views.exchange import ClosingAnswer

    desk.do("change_stage", opportunity=lost, stage="closed_lost", closing=ClosingAnswer(reason=reason))
    desk.later(days=30)
    assert desk.deals() == []


def test_n7_a_task_is_planned_in_place_and_the_deal_goes(desk):
    sale = desk.do("create_opportunity", title="Warehouse").result["opportunity"]
    desk.later(days=10)
    row = desk.page.deals.rows[0]
    click(row.task_button)
    settle(desk.window)
    title = desk.window.findChild(QLineEdit, "newActivityTitle") or QApplication.focusWidget()
    type_text(title, "Call them")
    press(title, Qt.Key.Key_Return)
    settle(desk.window)
    assert desk.deals() == []
    assert desk.ask("opportunity_page", id=sale).cards[0].title == "Call them"
    press(desk.window, Qt.Key.Key_Z, CTRL)
    settle(desk.window)
    assert desk.deals() == [("Warehouse", "missing")]


def test_calls_and_meetings_of_today_stand_on_the_time_line(desk):
    call = desk.task("Call Vega", at(2, 10), "call")
    desk.task("Visit", at(3, 10), "meeting")
    desk.task("Write", at(2, 11))
    shown = desk.page.timeline
    assert shown.area_of(call) is not None
    assert set(shown._items) == {call}
    shown.setFocus()
    shown.set_current(call)
    press(shown, Qt.Key.Key_Return)
    settle(desk.window)
    assert desk.window.history.current == Place("activity", call)


def test_a_manager_switches_to_the_team_and_back(desk):
    assert not desk.page.team_button.isVisible()
    anna = desk.window.bridge.workspace.person_id
    boris = desk.do("create_person", name="Boris Lang", manager=anna).result["person"]
    desk.task("Mine", at(2, 15))
    desk.task("His", at(2, 16), owner=boris)
    assert desk.page.team_button.isVisible()
    assert desk.titles()[1] == ["Mine"]
    press(desk.page, Qt.Key.Key_M, SHIFT)
    settle(desk.window)
    assert desk.titles()[1] == ["Mine", "His"]
    click(desk.page.mine_button)
    settle(desk.window)
    assert desk.titles()[1] == ["Mine"]


def test_a_new_task_of_my_own_is_planned_by_keyboard(desk):
    desk.task("Other", at(2, 15))
    press(desk.page, Qt.Key.Key_N, CTRL)
    settle(desk.window)
    title = QApplication.focusWidget()
    type_text(title, "Write the report")
    press(title, Qt.Key.Key_Return)
    settle(desk.window)
    assert ["Write the report"] in [[t for t in panel if t == "Write the report"] for panel in desk.titles()]


def test_a_start_leads_to_my_day_and_on_the_same_day_to_where_it_was_left(program, settings_folder, clock):
    first = program(config_dir=settings_folder)
    settle(first)
    assert first.history.current == Place("opportunities"), "nobody has been here before"
    first.show_place(Place("contacts"))
    settle(first)
    first.close()
    second = program(config_dir=settings_folder)
    settle(second)
    assert second.history.current == Place("contacts"), "the same day goes on"
    second.close()
    clock.advance(days=1)
    third = program(config_dir=settings_folder)
    settle(third)
    assert third.history.current == Place("my_day"), "a new day begins with My day"


@pytest.mark.parametrize("language", ["en", "ru"])
def test_my_day_speaks_both_languages(program, language):
    window = program(language=language)
    window.show_place(Place("my_day"))
    settle(window)
    assert window.page.title() == {"en": "My day", "ru": "Мой день"}[language]
