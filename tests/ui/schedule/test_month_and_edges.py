"""The schedule by month, lengthening by the lower edge, working hours, and calls and meetings made in place."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desktop.views.administration import WorkingHours
from desktop.views.exchange import Action, Place
from tests.ui.conftest import click, press, settle, type_text
from tests.ui.schedule.test_schedule_page import ALT, CTRL, Desk, at
from ui.schedule.geometry import stretched
from ui.schedule.period import period_around, step

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(program) -> Desk:
    window = program()
    window.show_place(Place("schedule"))
    settle(window)
    return Desk(window)


@pytest.fixture
def month(desk):
    press(desk.calendar, Qt.Key.Key_M)
    desk.settle()
    return desk.page.month


def middle(area) -> QPoint:
    return area.center().toPoint()


def drag(desk, widget, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for share in (0.3, 0.7, 1.0):
        QTest.mouseMove(widget, start + (end - start) * share)
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    desk.settle()


# the month


def test_a_month_is_shown_in_whole_weeks_and_pages_turn_by_months(desk, month):
    assert desk.page.period_label.text() == "March 2026"
    assert month.isVisible()
    press(month, Qt.Key.Key_PageDown)
    desk.settle()
    assert desk.page.period_label.text() == "April 2026"
    press(month, Qt.Key.Key_PageUp)
    press(month, Qt.Key.Key_PageUp)
    desk.settle()
    assert desk.page.period_label.text() == "February 2026"


@pytest.mark.parametrize(("first_weekday", "begins", "days"), [(1, date(2026, 2, 23), 42), (7, date(2026, 3, 1), 35)])
def test_the_weeks_of_a_month_begin_with_the_first_weekday(first_weekday, begins, days):
    period = period_around(date(2026, 3, 15), "month", work_week=True, first_weekday=first_weekday)
    assert (period.first, period.days) == (begins, days)


def test_stepping_by_months_goes_over_the_end_of_the_year():
    assert step(date(2026, 12, 31), "month", 1) == date(2027, 1, 1)
    assert step(date(2026, 1, 31), "month", -1) == date(2025, 12, 1)


def test_dragging_to_another_day_keeps_the_time_and_can_be_undone(desk, month):
    task = desk.task("Call Vega", at(3, 10))
    drag(desk, month, middle(month.area_of(task)), middle(month.area_of_day(date(2026, 3, 19))))
    assert (desk.read(task).start_at, desk.read(task).due_at) == (at(19, 10), at(19, 11))
    press(month, Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert desk.read(task).start_at == at(3, 10)


def test_a_month_is_worked_by_keyboard(desk, month):
    first, second = desk.task("Call Vega", at(3, 10)), desk.task("Visit Nordwind", at(12, 10))
    month.setFocus()
    month.set_current(first)
    press(month, Qt.Key.Key_Right)
    assert month.current() == second
    assert "Visit Nordwind" in month.accessibleDescription()
    press(month, Qt.Key.Key_Down, ALT)
    desk.settle()
    assert desk.read(second).start_at == at(19, 10)
    press(month, Qt.Key.Key_Return)
    desk.settle()
    assert desk.window.page.place == Place("activity", second)


def test_what_does_not_fit_into_a_day_is_counted_and_opens_the_day(desk, month):
    for number in range(12):
        desk.task(f"Call {number}", at(4, 8, number * 5), 30)
    day = date(2026, 3, 4)
    assert month._more(day) > 0
    area = month.area_of_day(day)
    click(month, QPoint(round(area.center().x()), round(area.bottom() - 8)))
    desk.settle()
    assert desk.page.period_label.text() == "Wednesday, 4 March 2026"


def test_a_double_click_on_a_day_plans_at_nine(desk, month):
    area = month.area_of_day(date(2026, 3, 20))
    point = QPoint(round(area.center().x()), round(area.bottom() - 12))
    QTest.mouseDClick(month, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    edit = desk.window.findChild(QLineEdit, "quickNameEdit")
    type_text(edit, "Visit")
    press(edit, Qt.Key.Key_Return)
    desk.settle()
    (item,) = desk.page._items
    assert (item.title, item.start_at, item.kind) == ("Visit", at(20, 9), "task")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_month_is_painted_in_every_language(desk, month, language, theme):
    desk.task("Trade fair", at(3, 8), 60 * 40)
    desk.window.choose_theme(theme)
    for code in ("en", "ru"):
        language.choose(code)
        desk.settle()
        assert not desk.page.grab().isNull()
    assert desk.page.period_label.text() == "Март 2026"


# the lower edge


def test_dragging_the_lower_edge_lengthens_and_can_be_undone(desk):
    task = desk.task("Call Vega", at(2, 10))
    area, shown = desk.calendar.area_of(task), desk.calendar.geometry_now()
    start = QPoint(round(area.center().x()), round(area.bottom() - 2))
    drag(desk, desk.calendar.viewport(), start, start + QPoint(0, round(shown.hour)))
    assert (desk.read(task).start_at, desk.read(task).due_at) == (at(2, 10), at(2, 12))
    press(desk.calendar, Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert desk.read(task).due_at == at(2, 11)


def test_the_edge_stops_a_quarter_of_an_hour_after_the_start(desk):
    task = desk.task("Call Vega", at(2, 10))
    area = desk.calendar.area_of(task)
    start = QPoint(round(area.center().x()), round(area.bottom() - 2))
    drag(desk, desk.calendar.viewport(), start, start - QPoint(0, 150))
    assert desk.read(task).due_at == at(2, 10, 15)


def test_an_end_at_midnight_belongs_to_the_day_before():
    start, end = at(2, 22).replace(tzinfo=None), at(3, 0).replace(tzinfo=None)
    assert stretched(start, end, 23 * 60) == at(2, 23).replace(tzinfo=None)
    assert stretched(start, end, 24 * 60) == end


def test_alt_shift_and_arrows_lengthen_and_shorten(desk):
    task = desk.task("Call Vega", at(2, 10))
    desk.calendar.setFocus()
    desk.calendar.set_current(task)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        press(desk.calendar, key, ALT | SHIFT)
    desk.settle()
    assert desk.read(task).due_at == at(2, 11, 15)
    assert desk.read(task).start_at == at(2, 10)


def test_a_done_task_has_no_edge(desk):
    task = desk.task("Call Vega", at(2, 10))
    desk.window.bridge.workspace.perform(Action("complete_task", activity=task, result="done")).result(timeout=20)
    desk.settle()
    area = desk.calendar.area_of(task)
    start = QPoint(round(area.center().x()), round(area.bottom() - 2))
    drag(desk, desk.calendar.viewport(), start, start + QPoint(0, 100))
    assert desk.read(task).due_at == at(2, 11)


# working hours, kinds


def test_what_lies_outside_the_working_hours_is_shaded_and_follows_the_setting(desk):
    shown = desk.calendar.geometry_now()
    sheet = desk.calendar.viewport()

    def colour(day: float, hour: float) -> str:
        settle(desk.window)
        return sheet.grab().toImage().pixelColor(round(shown.x(day)), round(shown.y(hour * 60))).name()

    inside, outside = colour(2.5, 10.5), colour(2.5, 18.5)
    assert inside != outside
    hours = WorkingHours(8 * 60, 20 * 60, (0, 1, 3, 4))
    saved = Action("save_setting", name="working_hours", value=hours)
    desk.window.bridge.workspace.perform(saved).result(timeout=20)
    desk.settle()
    assert colour(3.5, 18.5) == inside
    assert colour(2.5, 10.5) == outside, "Wednesday is free now"


@pytest.mark.parametrize(("kind", "minutes"), [("call", 30), ("meeting", 60)])
def test_calls_and_meetings_are_planned_by_a_double_click_and_a_choice(desk, kind, minutes):
    shown = desk.calendar.geometry_now()
    point = QPoint(round(shown.x(3.5)), round(shown.y(14 * 60 + 40)))
    QTest.mouseDClick(desk.calendar.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    settle(desk.window)
    if kind == "call":
        click(desk.page._quick.kind_buttons["call"])
    else:
        press(desk.page._quick.name_edit, Qt.Key.Key_3, ALT)
    edit = desk.page._quick.name_edit
    assert edit.hasFocus()
    assert edit.accessibleName() == f"New {kind}"
    type_text(edit, "Vega")
    press(edit, Qt.Key.Key_Return)
    desk.settle()
    (item,) = desk.page._items
    assert (item.kind, item.start_at) == (kind, at(5, 14, 30))
    assert item.due_at - item.start_at == timedelta(minutes=minutes)
