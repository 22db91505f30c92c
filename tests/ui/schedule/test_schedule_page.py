"""The schedule in the real window on a real database: looking, opening, dragging, planning, by mouse and keyboard."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from desktop.views.exchange import Action, Place, Query
from tests.ui.conftest import click, press, settle, type_text
from ui.schedule.page import SchedulePage

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
# The clock of the tests stands at Monday, 2 March 2026, 9:00 UTC; the time zone of the tests is UTC.


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


class Desk:
    """The window on the schedule, with what a test does to it."""

    def __init__(self, window) -> None:
        self.window = window

    @property
    def page(self) -> SchedulePage:
        assert isinstance(self.window.page, SchedulePage)
        return self.window.page

    @property
    def calendar(self):
        return self.page.calendar

    def task(self, title: str, start: datetime, minutes: int = 60) -> int:
        action = Action(
            "create_activity", kind="task", title=title, start_at=start, due_at=start + timedelta(minutes=minutes)
        )
        made = self.window.bridge.workspace.perform(action).result(timeout=20).result["activity"]
        settle(self.window)
        return made

    def read(self, activity: int):
        return self.window.bridge.workspace.ask(Query("activity_page", id=activity)).result(timeout=20).fields

    def point(self, activity: int) -> QPoint:
        area = self.calendar.area_of(activity)
        assert area is not None
        return QPoint(round(area.left() + 20), round(area.top() + 12))

    def drag(self, start: QPoint, end: QPoint, *, drop: bool = True) -> None:
        sheet = self.calendar.viewport()
        QTest.mousePress(sheet, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
        for share in (0.3, 0.7, 1.0):
            QTest.mouseMove(sheet, start + (end - start) * share)
        if drop:
            QTest.mouseRelease(sheet, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
            settle(self.window)

    def settle(self) -> None:
        settle(self.window)


@pytest.fixture
def desk(program) -> Desk:
    window = program()
    window.show_place(Place("schedule"))
    settle(window)
    return Desk(window)


def test_r2_the_tasks_that_the_process_makes_stand_in_the_schedule(desk):
    desk.window.bridge.workspace.perform(Action("run_process", process="corporate_sale")).result(timeout=20)
    desk.settle()
    titles = {item.title for item in desk.page._items}
    assert "Prepare the presentation" in titles


def test_the_week_of_today_is_shown_and_pages_turn_by_keys_and_buttons(desk):
    label = desk.page.period_label
    assert label.text() == "2 to 6 March 2026"
    press(desk.calendar, Qt.Key.Key_PageDown)
    desk.settle()
    assert label.text() == "9 to 13 March 2026"
    click(desk.page.findChild(QPushButton, "previousButton"))
    click(desk.page.findChild(QPushButton, "previousButton"))
    desk.settle()
    assert label.text() == "23 to 27 February 2026"
    press(desk.calendar, Qt.Key.Key_T)
    desk.settle()
    assert label.text() == "2 to 6 March 2026"


def test_day_week_and_list_show_the_same_tasks(desk):
    desk.task("Call Vega", at(2, 10))
    desk.task("Visit Nordwind", at(4, 10))
    click(desk.page.view_buttons["day"])
    desk.settle()
    assert desk.page.period_label.text() == "Monday, 2 March 2026"
    assert {item.title for item in desk.page._items} == {"Call Vega"}
    click(desk.page.view_buttons["list"])
    desk.settle()
    assert desk.page.agenda.count() == 2
    assert desk.page._stack.currentWidget() is desk.page.agenda
    click(desk.page.view_buttons["week"])
    desk.settle()
    assert {item.title for item in desk.page._items} == {"Call Vega", "Visit Nordwind"}


def test_an_empty_list_says_what_to_do(desk):
    click(desk.page.view_buttons["list"])
    desk.settle()
    assert desk.page._stack.currentWidget() is desk.page.empty
    assert desk.page.empty.action.text() == "New task"


def test_the_weekend_is_shown_on_demand_and_says_what_stands_there(desk):
    assert desk.page.weekend_button.text() == "Weekend"
    desk.task("Trade fair", at(7, 10))
    assert desk.page.weekend_button.text() == "Weekend (1)"
    assert desk.page._items == ()
    click(desk.page.weekend_button)
    desk.settle()
    assert desk.page.period_label.text() == "2 to 8 March 2026"
    assert len(desk.page._items) == 1
    assert desk.page.weekend_button.text() == "Weekend"


def test_a_day_opens_by_its_name(desk):
    shown = desk.calendar.geometry_now()
    middle = QPoint(round(shown.x(2.5)), round(shown.head / 2))
    click(desk.calendar.viewport(), middle)
    desk.settle()
    assert desk.page.period_label.text() == "Wednesday, 4 March 2026"


def test_dragging_to_another_day_and_time_reschedules_and_can_be_undone(desk):
    task = desk.task("Call Vega", at(2, 10))
    shown = desk.calendar.geometry_now()
    start = desk.point(task)
    end = start + QPoint(round(shown.column * 2), round(shown.hour * 1.5) + 3)
    desk.drag(start, end)
    fields = desk.read(task)
    assert (fields.start_at, fields.due_at) == (at(4, 11, 30), at(4, 12, 30))
    press(desk.calendar, Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert desk.read(task).start_at == at(2, 10)


def test_escape_gives_up_a_drag(desk):
    task = desk.task("Call Vega", at(2, 10))
    start = desk.point(task)
    end = start + QPoint(0, 200)
    desk.drag(start, end, drop=False)
    assert desk.calendar._drag is not None
    press(desk.calendar, Qt.Key.Key_Escape)
    QTest.mouseRelease(desk.calendar.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    desk.settle()
    assert desk.read(task).start_at == at(2, 10)


def test_a_small_shake_of_the_mouse_moves_nothing(desk):
    task = desk.task("Call Vega", at(2, 10))
    start = desk.point(task)
    desk.drag(start, start + QPoint(1, 1))
    assert desk.read(task).start_at == at(2, 10)


def test_a_done_task_cannot_be_dragged(desk):
    task = desk.task("Call Vega", at(2, 10))
    done = Action("complete_task", activity=task, result="done")
    desk.window.bridge.workspace.perform(done).result(timeout=20)
    desk.settle()
    start = desk.point(task)
    desk.drag(start, start + QPoint(0, 200))
    assert desk.read(task).start_at == at(2, 10)


def test_arrows_choose_and_alt_with_arrows_moves_by_a_quarter_or_a_day(desk):
    first, second = desk.task("Call Vega", at(2, 10)), desk.task("Visit Nordwind", at(3, 10))
    desk.calendar.setFocus()
    desk.calendar.set_current(first)
    press(desk.calendar, Qt.Key.Key_Right)
    assert desk.calendar.current() == second
    assert "Visit Nordwind" in desk.calendar.accessibleDescription()
    press(desk.calendar, Qt.Key.Key_Down, ALT)
    press(desk.calendar, Qt.Key.Key_Down, ALT)
    press(desk.calendar, Qt.Key.Key_Right, ALT)
    desk.settle()
    assert desk.read(second).start_at == at(4, 10, 30)
    assert desk.calendar.current() == second
    assert isinstance(desk.window.page, SchedulePage), "Alt and an arrow must not go back or forward here"


def test_enter_and_a_double_click_open_the_task(desk):
    task = desk.task("Call Vega", at(2, 10))
    desk.calendar.setFocus()
    desk.calendar.set_current(task)
    press(desk.calendar, Qt.Key.Key_Return)
    desk.settle()
    assert desk.window.page.place == Place("activity", task)
    desk.window.step(-1)
    desk.settle()
    sheet = desk.calendar.viewport()
    QTest.mouseDClick(sheet, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, desk.point(task))
    desk.settle()
    assert desk.window.page.place == Place("activity", task)


def test_a_double_click_on_a_free_place_plans_a_task_there(desk):
    shown = desk.calendar.geometry_now()
    point = QPoint(round(shown.x(3.5)), round(shown.y(14 * 60 + 40)))
    QTest.mouseDClick(desk.calendar.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    edit = desk.window.findChild(QLineEdit, "quickNameEdit")
    assert edit is not None
    assert edit.hasFocus()
    assert desk.calendar._slot is not None
    type_text(edit, "Write to Vega")
    press(edit, Qt.Key.Key_Return)
    desk.settle()
    assert desk.calendar._slot is None
    (item,) = desk.page._items
    assert (item.title, item.start_at) == ("Write to Vega", at(5, 14, 30))
    assert not desk.window.findChild(QWidget, "quickName").isVisible()


def test_ctrl_n_plans_a_task_for_the_next_half_hour(desk):
    press(desk.calendar, Qt.Key.Key_N, CTRL)
    edit = desk.window.findChild(QLineEdit, "quickNameEdit")
    type_text(edit, "Tidy up")
    press(edit, Qt.Key.Key_Return)
    desk.settle()
    (item,) = desk.page._items
    assert item.start_at == at(2, 9, 30)


def test_a_refused_move_is_put_back(desk):
    task = desk.task("Call Vega", at(2, 10))
    desk.page.bridge.workspace.perform(Action("complete_task", activity=task, result="done"))
    desk.page._reschedule(task, at(2, 12), at(2, 13))
    desk.settle()
    assert desk.read(task).start_at == at(2, 10)
    assert desk.calendar._items[task].state == "done"


def test_the_view_is_remembered(program, settings_folder):
    window = program(config_dir=settings_folder)
    window.show_place(Place("schedule"))
    settle(window)
    click(window.page.view_buttons["list"])
    settle(window)
    window.close()
    again = program(config_dir=settings_folder)
    again.show_place(Place("schedule"))
    settle(again)
    assert again.page.view_buttons["list"].isChecked()


def test_escape_in_the_sheet_plans_nothing_and_takes_the_outline_away(desk):
    press(desk.calendar, Qt.Key.Key_N, CTRL)
    edit = desk.window.findChild(QLineEdit, "quickNameEdit")
    type_text(edit, "Nothing")
    press(edit, Qt.Key.Key_Escape)
    desk.settle()
    assert desk.page._items == ()
    assert desk.calendar._slot is None


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_view_is_painted_in_every_language(desk, language, theme):
    desk.task("Call Vega", at(2, 10))
    desk.task("Trade fair", at(3, 8), 60 * 40)
    for number in range(6):
        desk.task(f"Side by side {number}", at(4, 10, number * 5), 20 + number)
    desk.window.choose_theme(theme)
    for code in ("en", "ru"):
        language.choose(code)
        for view in ("day", "week", "month", "list"):
            desk.page.show_view(view)
            desk.settle()
            assert not desk.page.grab().isNull()


def test_the_list_is_worked_by_keyboard_and_keeps_its_place(desk):
    first, second = desk.task("Call Vega", at(2, 10)), desk.task("Visit Nordwind", at(3, 10))
    press(desk.calendar, Qt.Key.Key_L)
    desk.settle()
    desk.page.focus_first()
    assert desk.page.agenda.current() == first
    press(desk.page.agenda, Qt.Key.Key_Down)
    press(desk.page.agenda, Qt.Key.Key_Down)
    assert desk.page.agenda.current() == second
    desk.task("Write to Lumen", at(2, 12))
    assert desk.page.agenda.current() == second
    model = desk.page.agenda.model()
    spoken = str(model.data(desk.page.agenda.currentIndex(), Qt.ItemDataRole.AccessibleTextRole))
    assert spoken == "Visit Nordwind, Tuesday, 3 March, 10:00 – 11:00"
    press(desk.page.agenda, Qt.Key.Key_Return)
    settle(desk.window)
    assert desk.window.page.place == Place("activity", second)


def test_nothing_in_the_head_is_cut_in_the_smallest_window(desk, language):
    """A narrow window leaves the title and a word out, never half of a button."""
    language.choose("ru")
    desk.window.resize(desk.window.minimumSize())
    desk.settle()
    page = desk.page
    for button in (*page.view_buttons.values(), page.today_button, page.new_button, page.weekend_button):
        assert button.width() >= button.sizeHint().width(), button.objectName()
    assert page.period_label.width() >= page.period_label.sizeHint().width()
    assert page.new_button.accessibleName() == "Новая задача"
    desk.window.resize(1440, 900)
    desk.settle()
    assert page.title_label.isVisible() and page.new_button.text() == "Новая задача"


def test_today_is_said_in_the_language_in_force(language):
    language.choose("ru")
    assert QCoreApplication.translate("Schedule", "today") == "сегодня"


def test_the_keyboard_begins_in_the_calendar_whenever_one_comes_here(desk):
    """Qt alone would give the keyboard to the first button of the page's head."""
    for _ in range(2):
        desk.window.show_place(Place("accounts"))
        settle(desk.window)
        desk.window.show_place(Place("schedule"))
        settle(desk.window)
        assert desk.window.focusWidget() is desk.calendar


def test_a_crowded_hour_shows_how_many_more_there_are_and_leads_to_the_list(desk):
    """Sixty tasks at one time were sixty lines that nobody could read or hit."""
    desk.window.resize(1280, 800)
    for number in range(12):
        desk.task(f"Call {number}", at(3, 10))
    (crowd,) = desk.calendar._layout.crowds
    area = desk.calendar.geometry_now().block(crowd.place)
    assert area.width() >= 30 and desk.calendar.crowd_at(area.center()) == crowd
    assert desk.calendar.item_at(area.center()) is None
    QTest.mouseClick(desk.calendar.viewport(), Qt.MouseButton.LeftButton, pos=area.center().toPoint())
    desk.settle()
    assert desk.page.agenda.isVisible()
    assert desk.page.period().holds(at(3, 10).date())
