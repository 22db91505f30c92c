"""Pages, the shell, the schedule: the right data in the reader's language and time zone, in few statements."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import event

from desktop.views.exchange import ClosingAnswer, Money, Place


@pytest.fixture
def zone():
    return ZoneInfo("Europe/Berlin")


@pytest.fixture
def sale(desk):
    """An opportunity with the corporate sale running."""
    return desk.do("run_process", process="corporate_sale").result["opportunity"]


def page(desk, sale):
    return desk.see("opportunity_page", id=sale)


def test_l1_the_page_asks_for_seven_fields_until_they_are_known(desk, sale):
    shown = page(desk, sale)
    assert (shown.asked, shown.missing) == (
        7,
        ("account", "decision_maker", "need", "budget", "decision_date", "decision_maker_role", "need_text"),
    )
    account = desk.make("create_account", name="Vega")
    fields = {"account": account, "budget": Money(100, "EUR"), "decision_date": date(2026, 6, 1)}
    desk.do("save_opportunity", id=sale, version=shown.version, fields=fields)
    assert page(desk, sale).missing == ("decision_maker", "need", "decision_maker_role", "need_text")
    desk.do("dismiss_hint", opportunity=sale)
    assert page(desk, sale).missing == ()


def test_r1_every_open_activity_is_a_card_the_next_due_first(desk, sale, clock):
    soon = clock() + timedelta(hours=1)
    call = desk.make("create_activity", kind="call", title="Ask", opportunity=sale, start_at=soon)
    cards = page(desk, sale).cards
    assert cards[0].activity_id == call
    assert [card.due_at for card in cards] == sorted(card.due_at for card in cards)
    assert [card.process_label for card in cards] == ["", "Corporate sale", "Corporate sale"]
    assert [result.code for result in cards[0].results] == ["done"]
    assert cards[0].cancel.enabled
    assert not cards[1].cancel.enabled
    assert cards[1].cancel.why_not
    desk.do("complete_task", activity=call, result="done")
    assert len(page(desk, sale).cards) == 2


def test_r15_a_card_offers_the_results_of_its_step_in_the_reader_s_language(desk, sale):
    desk.workspace.language = "ru"
    card = page(desk, sale).cards[0]
    assert [(result.code, result.asks, result.leads) for result in card.results] == [
        ("presentation_agreed", "when", "done"),
        ("call_back", "when", "again"),
        ("no_need", "reason", "lost"),
    ]
    assert card.results[0].label == "Презентация согласована"
    assert card.results[0].when_label == "Дата и время презентации"
    assert card.process_label == "Корпоративная продажа"
    assert card.stage_label == "Квалификация"


def test_a_result_that_asks_when_proposes_the_next_working_morning_of_the_reader(desk, sale, clock):
    clock.set(datetime(2026, 3, 6, 16, 0, tzinfo=UTC))  # a Friday
    card = page(desk, sale).cards[0]
    assert card.results[0].default_when == datetime(2026, 3, 9, 9, 0, tzinfo=UTC)  # Monday 10:00 in Berlin


def test_what_is_due_today_is_judged_by_the_reader_s_own_day(desk, sale, clock):
    clock.set(datetime(2026, 3, 2, 22, 0, tzinfo=UTC))  # 23:00 in Berlin
    before_midnight = clock() + timedelta(minutes=20)
    after_midnight = clock() + timedelta(minutes=70)
    for start in (before_midnight, after_midnight, clock() - timedelta(hours=1)):
        desk.make("create_activity", kind="task", title="x", opportunity=sale, start_at=start)
    mine = [card for card in page(desk, sale).cards if not card.process_label]
    assert [card.due_state for card in mine] == ["overdue", "today", "ahead"]


def test_r9_on_a_closed_opportunity_no_stage_can_be_chosen_and_the_reason_is_told(desk, sale):
    reason = desk.choice("closing_reason", "price")
    answer = ClosingAnswer(reason=reason, competitor="Softhaven", spent_minutes=90)
    desk.do("change_stage", opportunity=sale, stage="closed_lost", closing=answer)
    shown = page(desk, sale)
    bar = shown.stage_bar
    assert (bar.closed, bar.current) == (True, "closed_lost")
    assert {chip.available.why_not for chip in (*bar.stages, *bar.finals)} == {"A final stage cannot be left"}
    assert [chip.state for chip in bar.stages] == ["passed", "ahead", "ahead", "ahead"]
    assert not shown.run_process.enabled
    assert shown.run_process.why_not
    assert (shown.closing_reason, shown.competitor, shown.running_process) == ("Price too high", "Softhaven", "")
    assert shown.closed_at is not None
    assert shown.missing == ()


def test_the_stage_bar_shows_what_is_passed_and_what_is_ahead(desk, sale):
    desk.do("change_stage", opportunity=sale, stage="proposal")
    bar = page(desk, sale).stage_bar
    assert [(chip.code, chip.state) for chip in bar.stages] == [
        ("qualification", "passed"),
        ("presentation", "passed"),
        ("proposal", "current"),
        ("contracting", "ahead"),
    ]
    assert [chip.code for chip in bar.finals] == ["closed_won", "closed_lost"]
    assert all(chip.available.enabled for chip in (*bar.stages, *bar.finals) if chip.state != "current")


def test_notes_and_time_spent_are_on_the_page(desk, sale, clock):
    desk.do("add_note", text="First", opportunity=sale)
    clock.advance(minutes=1)
    desk.do("add_note", text="Second", opportunity=sale)
    card = page(desk, sale).cards[-1]
    desk.do("complete_task", activity=card.activity_id, result="prepared", spent_minutes=80)
    shown = page(desk, sale)
    assert [(note.text, note.author) for note in shown.notes] == [("Second", "Anna Kern"), ("First", "Anna Kern")]
    assert shown.spent_minutes == 80


def test_r3_a_task_s_own_page_offers_the_same_results_and_says_afterwards_what_came(desk, sale, clock):
    card = page(desk, sale).cards[-1]
    before = desk.see("activity_page", id=card.activity_id)
    assert before.results == card.results
    assert before.complete.enabled
    assert (before.process_label, before.stage_label) == ("Corporate sale", "Qualification")
    desk.do("complete_task", activity=card.activity_id, result="prepared", comment="Done it", spent_minutes=5)
    after = desk.see("activity_page", id=card.activity_id)
    assert (after.status, after.due_state, after.result_label) == ("done", "done", "Prepared")
    assert (after.done_by, after.done_at, after.fields.comment) == ("Anna Kern", clock(), "Done it")
    assert not after.complete.enabled
    assert after.complete.why_not == "This task is done."


def test_r2_the_schedule_shows_my_activities_that_touch_the_span(desk, sale, clock):
    start = clock() - timedelta(days=1)
    done = page(desk, sale).cards[-1].activity_id
    desk.do("complete_task", activity=done, result="prepared")
    items = desk.see("schedule", start=start, end=start + timedelta(days=7))
    assert {item.state for item in items} == {"ahead", "done"}
    assert [item.movable for item in items if item.state == "done"] == [False]
    assert all(item.opportunity == sale for item in items)
    assert [item.start_at for item in items] == sorted(item.start_at for item in items)
    assert desk.see("schedule", start=start, end=start + timedelta(hours=1)) == ()
    tom = desk.make("create_person", name="Tom")
    assert desk.see("schedule", start=start, end=start + timedelta(days=7), person=tom) == ()


def test_the_shell_counts_what_is_mine_and_due_by_the_end_of_my_day(desk, sale, clock):
    for hours in (-2, 1, 40):
        start = clock() + timedelta(hours=hours)
        desk.make("create_activity", kind="task", title="x", opportunity=sale, start_at=start)
    shell = desk.see("shell")
    assert (shell.open_opportunities, shell.open_leads) == (1, 0)
    assert shell.due_today == 2
    assert shell.unread == 2


def test_n3_the_shell_says_what_ctrl_z_would_undo_in_the_reader_s_language(desk, sale):
    desk.do("change_stage", opportunity=sale, stage="proposal")
    english = desk.see("shell").undo_label
    assert "Proposal" in english
    desk.workspace.language = "ru"
    assert "Коммерческое предложение" in desk.see("shell").undo_label
    desk.do("undo")
    desk.workspace.language = "en"
    assert desk.see("shell").undo_label not in ("", english)


def test_n3_nothing_of_mine_to_undo_is_an_empty_label(desk, sale):
    desk.do("switch_person", person=desk.make("create_person", name="Tom"))
    assert desk.see("shell").undo_label == ""


def test_r2_a_message_leads_to_its_task_and_is_said_in_the_reader_s_language(desk, sale):
    desk.workspace.language = "ru"
    centre = desk.see("notifications")
    assert centre.unread == 2
    assert all(row.place.name == "activity" for row in centre.rows)
    assert any("Подготовить презентацию" in row.title + row.text for row in centre.rows)


def test_r2_a_message_calls_the_sale_as_it_is_called_now(desk, sale):
    assert not any("Cranes for the harbour" in row.text for row in desk.see("notifications").rows)
    desk.do("save_opportunity", id=sale, version=page(desk, sale).version, fields={"title": "Cranes for the harbour"})
    assert all("Cranes for the harbour" in row.text for row in desk.see("notifications").rows)


def test_the_process_library_names_processes_in_both_languages(desk):
    row, *others = desk.see("processes")
    assert [(other.key, other.runs_on) for other in others] == [("follow_up", "won"), ("lead_handover", "new")]
    assert (row.key, row.label_en, row.label_ru) == ("corporate_sale", "Corporate sale", "Корпоративная продажа")
    assert (row.label, row.version, row.subject, row.pinned) == ("Corporate sale", 1, "opportunity", True)
    assert "9 tasks" in row.summary


def test_a_contact_s_page_shows_the_sales_it_takes_part_in(desk, sale):
    contact = desk.make("create_contact", name="Ivana")
    version = page(desk, sale).version
    desk.do("save_opportunity", id=sale, version=version, fields={"decision_maker": contact})
    assert [row.id for row in desk.see("contact_page", id=contact).opportunities] == [sale]


def test_a_page_takes_the_same_statements_however_much_is_on_it(desk, sale, clock):
    def statements():
        seen = []
        engine = desk.workspace._database.engine

        def note(*arguments):
            seen.append(arguments[2])

        event.listen(engine, "before_cursor_execute", note)
        page(desk, sale)
        event.remove(engine, "before_cursor_execute", note)
        return len(seen)

    page(desk, sale)
    few = statements()
    for place in range(30):
        desk.do("create_activity", kind="task", title=f"Task {place}", opportunity=sale)
        desk.do("add_note", text=f"Note {place}", opportunity=sale)
    assert statements() == few
    assert few <= 12


def test_the_place_of_a_message_is_one_that_a_window_knows(desk, sale):
    assert {type(row.place) for row in desk.see("notifications").rows} == {Place}
