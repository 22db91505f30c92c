"""Reminders of calls and meetings: when, once, after a time without the program, and with undo."""

from __future__ import annotations

from datetime import timedelta

from desktop.sales.tables import notification, reminder


def in_minutes(desk, minutes: float):
    return desk.clock() + timedelta(minutes=minutes)


def made(desk, kind: str = "call", minutes: float = 60, **more: object) -> int:
    start = in_minutes(desk, minutes)
    done = desk.do("create_activity", kind=kind, title="Call Vega", start_at=start, **more)
    return done.result["activity"]


def remind_at(desk, activity: int):
    return desk.ask("activity_page", id=activity).fields.remind_at


def told(desk) -> list[int]:
    return [row.place_id for row in desk.rows(notification, kind="reminder")]


def test_a_call_and_a_meeting_are_told_of_15_minutes_before_a_task_is_not(desk):
    assert remind_at(desk, made(desk, "call")) == in_minutes(desk, 45)
    assert remind_at(desk, made(desk, "meeting")) == in_minutes(desk, 45)
    assert remind_at(desk, made(desk, "task")) is None


def test_what_is_nearer_than_that_is_not_told_of_and_nobody_is_told_where_it_was_said_so(desk):
    assert remind_at(desk, made(desk, minutes=10)) is None
    assert remind_at(desk, made(desk, remind_at=None)) is None
    assert remind_at(desk, made(desk, "task", remind_at=in_minutes(desk, 5))) == in_minutes(desk, 5)


def test_a_person_is_told_once_even_by_two_windows(desk):
    call = made(desk)
    assert desk.ask("reminders_due") == 0
    desk.clock.advance(minutes=45)
    assert desk.ask("reminders_due") == 1
    first, second = desk.do("remind_due"), desk.do("remind_due")
    assert first.result["reminded"] == (call,)
    assert first.message.startswith("Soon: “Call Vega”")
    assert (second.result["reminded"], second.message, second.changes.touched) == ((), "", frozenset())
    assert told(desk) == [call]
    assert desk.ask("reminders_due") == 0


def test_what_fell_due_while_the_program_was_off_is_told_later_what_is_done_is_not(desk):
    call, over = made(desk), made(desk)
    desk.do("complete_task", activity=over)
    desk.clock.advance(days=2)
    done = desk.do("remind_due")
    assert done.result["reminded"] == (call,)
    assert done.message.startswith("Not done yet: “Call Vega”"), 'nobody says "soon" of the day before yesterday'


def test_several_at_once_are_one_toast_and_one_message_each(desk):
    calls = (made(desk), made(desk, minutes=70))
    desk.clock.advance(minutes=60)
    done = desk.do("remind_due")
    assert done.result["reminded"] == calls
    assert done.message.startswith("2 reminders")
    assert told(desk) == list(calls)


def test_only_the_owner_is_told(desk):
    other = desk.do("create_person", name="Boris Lang").result["person"]
    made(desk, owner=other)
    desk.clock.advance(hours=1)
    assert desk.ask("reminders_due") == 0
    desk.do("switch_person", person=other)
    assert desk.ask("reminders_due") == 1


def test_a_reminder_moves_with_its_activity_and_is_told_anew(desk):
    call = made(desk)
    desk.clock.advance(minutes=50)
    desk.do("remind_due")
    desk.do("reschedule_task", activity=call, start_at=in_minutes(desk, 120))
    assert remind_at(desk, call) == in_minutes(desk, 105)
    desk.clock.advance(minutes=105)
    assert desk.do("remind_due").result["reminded"] == (call,)


def test_a_reminder_is_set_moved_and_taken_away_on_the_page_of_the_activity(desk):
    task = made(desk, "task")
    for fields, expected in (
        ({"remind_at": in_minutes(desk, 30)}, in_minutes(desk, 30)),
        ({"start_at": in_minutes(desk, 70), "due_at": in_minutes(desk, 100)}, in_minutes(desk, 40)),
        ({"remind_at": None}, None),
    ):
        version = desk.ask("activity_page", id=task).version
        desk.do("save_activity", id=task, version=version, fields=fields)
        assert remind_at(desk, task) == expected


def test_n3_an_undo_takes_the_reminder_back_also_after_it_was_told(desk):
    made(desk)
    desk.clock.advance(hours=1)
    desk.do("remind_due")
    desk.do("undo")
    assert desk.rows(reminder) == []


def test_a_call_that_a_process_plans_is_told_of_too(desk):
    sale = desk.run()
    page = desk.ask("opportunity_page", id=sale)
    call = next(card for card in page.cards if card.kind == "call")
    assert remind_at(desk, call.activity_id) == call.start_at - timedelta(minutes=15)
