"""Reminders in the real window: toast, bell, once with two windows, the field on the task's page."""

from __future__ import annotations

from datetime import timedelta

from desktop.views.exchange import Action, Place, Query
from tests.ui.conftest import settle


def call_in(window, clock, minutes: int) -> int:
    start = clock() + timedelta(minutes=minutes)
    action = Action("create_activity", kind="call", title="Call Vega", start_at=start)
    made = window.bridge.workspace.perform(action).result(timeout=20).result["activity"]
    settle(window)
    return made


def test_a_person_is_told_by_toast_and_bell(program, clock):
    window = program()
    settle(window)
    call_in(window, clock, 60)
    window.reminders.look()
    settle(window)
    assert not window.toast.text.text().startswith("Soon")
    clock.advance(minutes=45)
    window.reminders.look()
    settle(window)
    assert window.toast.text.text().startswith("Soon: “Call Vega”")
    assert window.shell.unread == 1


def test_two_windows_tell_once(program, clock, tmp_path):
    first = program()
    second = program()
    settle(first)
    call_in(first, clock, 60)
    clock.advance(hours=3)
    for window in (first, second):
        window.reminders.look()
        settle(window)
    assert first.toast.text.text().startswith(("Soon", "Not done yet"))
    assert not second.toast.text.text().startswith(("Soon", "Not done yet"))
    rows = second.bridge.workspace.ask(Query("notifications")).result(timeout=20).rows
    assert [row.kind for row in rows] == ["reminder"]


def test_the_reminder_is_edited_on_the_page_of_the_task(program, clock):
    window = program()
    settle(window)
    call = call_in(window, clock, 60)
    window.show_place(Place("activity", call))
    settle(window)
    field = window.page.form.field("remind_at")
    assert field.value() == clock() + timedelta(minutes=45)
    assert field.editor.accessibleName()
    field.set_value(clock() + timedelta(minutes=30))
    field.changed.emit()
    window.page.save()
    settle(window)
    page = window.bridge.workspace.ask(Query("activity_page", id=call)).result(timeout=20)
    assert page.fields.remind_at == clock() + timedelta(minutes=30)
