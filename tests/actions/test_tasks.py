"""Tasks: R1, R3, R6, R7 and R15 of docs/rules.md, and what a person does with activities by hand."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime

import pytest

from desktop.processes.tables import process_instance
from desktop.sales.tables import activity, notification, opportunity
from tests.actions.desk import CLOSING, DONE

STAGES = ("qualification", "presentation", "proposal", "contracting")


def test_r1_all_open_activities_stand_on_the_panel_the_next_due_first(desk):
    made = desk.run()
    mine = desk.do("create_activity", kind="call", title="My own", opportunity=made, start_at=desk.in_days(0.1)).result[
        "activity"
    ]
    cards = desk.ask("opportunity_page", id=made).cards
    assert [card.activity_id for card in cards] == [mine, *desk.tasks(made).values()]
    assert [card.due_at for card in cards] == sorted(card.due_at for card in cards)
    desk.do("complete_task", activity=mine)
    assert len(desk.ask("opportunity_page", id=made).cards) == 2


def test_r3_a_result_on_the_card_and_on_the_page_is_the_same_action(desk):
    """There is one action for both; what it writes does not know where the click came from."""
    made = desk.run()
    task = desk.tasks(made)["prepare_presentation"]
    card = next(card for card in desk.ask("opportunity_page", id=made).cards if card.activity_id == task)
    assert card.results == desk.ask("activity_page", id=task).results
    desk.do("complete_task", activity=task, result="prepared", comment="Slides are ready", spent_minutes=25)
    row = desk.row(activity, id=task)
    assert (row.status, row.result_code, row.comment, row.spent_minutes) == (
        "done",
        "prepared",
        "Slides are ready",
        25,
    )
    assert (row.done_by, row.done_at) == (desk.person("Anna Kern"), desk.clock())


@pytest.mark.parametrize(("stage", "following"), list(itertools.pairwise(STAGES)))
def test_r6_the_next_stage_begins_when_the_last_task_is_done(desk, stage, following):
    made = desk.sale_on(stage)
    *others, last = desk.tasks(made)
    for element in others:
        done = desk.complete(made, element)
        assert desk.stage_of(made) == stage
        assert done.message.startswith("Task completed: ")
    done = desk.complete(made, last)
    assert desk.stage_of(made) == following
    assert set(done.result["created"]) == set(desk.tasks(made).values())
    assert "The opportunity moved to " in done.message


def test_r6_the_tasks_of_a_stage_can_be_done_in_any_order(desk):
    made = desk.run()
    desk.complete(made, "prepare_presentation")
    desk.complete(made, "contact_customer")
    assert desk.stage_of(made) == "presentation"


def test_r7_the_last_task_of_contracting_wins_and_ends_the_process(desk):
    made = desk.sale_on("contracting")
    desk.complete(made, "send_contract", spent_minutes=30)
    desk.complete(made, "clarify_status")
    task = desk.tasks(made)["sign_contract"]
    question = desk.asked("complete_task", activity=task, result="signed", spent_minutes=40).question
    assert (question.successful, question.spent_minutes) == (True, 70)
    assert desk.row(activity, id=task).status == "planned"
    done = desk.do("complete_task", activity=task, result="signed", closing=CLOSING)
    assert done.message.endswith("The opportunity is closed: Closed won.")
    assert desk.stage_of(made) == "closed_won"
    assert desk.row(process_instance).status == "completed"
    assert desk.row(opportunity, id=made).income_minor == 18_400_000


LOSSES = [
    ("qualification", "contact_customer", "no_need"),
    ("presentation", "presentation_meeting", "not_interested"),
    ("proposal", "get_comments", "rejected"),
    ("contracting", "clarify_status", "rejected"),
    ("contracting", "sign_contract", "refused"),
]


@pytest.mark.parametrize(("stage", "element", "result"), LOSSES)
def test_r15_a_losing_result_asks_for_the_reason_and_closes(desk, stage, element, result):
    made = desk.sale_on(stage)
    tasks = desk.tasks(made)
    question = desk.asked("complete_task", activity=tasks[element], result=result).question
    assert (question.stage_code, question.successful) == ("closed_lost", False)
    assert desk.tasks(made) == tasks
    desk.do("complete_task", activity=tasks[element], result=result, closing=CLOSING)
    assert desk.stage_of(made) == "closed_lost"
    assert desk.row(opportunity, id=made).closing_reason_id == 1
    assert desk.rows(activity, status="planned") == []
    assert desk.running(made) == []


ANEW = [
    ("qualification", "contact_customer", "call_back", {"contact_customer"}),
    ("presentation", "presentation_meeting", "repeat", {"presentation_meeting"}),
    ("proposal", "present_proposal", "postponed", {"present_proposal"}),
    ("proposal", "prepare_contract", "returned", {"prepare_contract"}),
    ("contracting", "clarify_status", "comments_by_date", {"clarify_status"}),
    ("contracting", "sign_contract", "postponed", {"sign_contract"}),
]


@pytest.mark.parametrize(("stage", "element", "result", "again"), ANEW)
def test_r15_a_result_that_puts_off_makes_the_same_task_anew(desk, stage, element, result, again):
    made = desk.sale_on(stage)
    before = desk.tasks(made)
    done = desk.complete(made, element, result)
    after = desk.tasks(made)
    assert set(after) == set(before)
    assert {name for name in after if after[name] != before[name]} == again
    assert done.message.endswith("1 new task was created.")
    assert desk.stage_of(made) == stage


def test_r15_a_task_anew_is_planned_for_the_moment_named(desk):
    made = desk.run()
    when = datetime(2026, 3, 9, 15, 40, tzinfo=UTC)
    desk.complete(made, "contact_customer", "call_back", when=when)
    assert desk.row(activity, id=desk.tasks(made)["contact_customer"]).start_at == when


def test_r15_the_presentation_starts_at_the_time_agreed(desk):
    made = desk.run()
    when = datetime(2026, 3, 9, 15, 40, tzinfo=UTC)
    desk.complete(made, "contact_customer", "presentation_agreed", when=when)
    desk.complete(made, "prepare_presentation")
    assert desk.row(activity, id=desk.tasks(made)["presentation_meeting"]).start_at == when


def test_r15_an_agreed_time_that_has_passed_meanwhile_does_not_count(desk):
    made = desk.run()
    desk.complete(made, "contact_customer", "presentation_agreed", when=desk.in_days(2))
    desk.clock.advance(days=7)
    desk.complete(made, "prepare_presentation")
    assert desk.row(activity, id=desk.tasks(made)["presentation_meeting"]).start_at > desk.clock()


def test_r15_changes_requested_after_presenting_bring_both_tasks_anew(desk):
    made = desk.sale_on("proposal")
    desk.complete(made, "present_proposal")
    desk.complete(made, "get_comments", "changes_requested")
    assert set(desk.tasks(made)) == {"present_proposal", "get_comments", "prepare_contract"}


def test_r15_changes_requested_before_presenting_bring_no_task_twice(desk):
    made = desk.sale_on("proposal")
    desk.complete(made, "get_comments", "changes_requested")
    open_ones = desk.rows(activity, opportunity_id=made, status="planned")
    assert sorted(row.element_id for row in open_ones) == ["get_comments", "prepare_contract", "present_proposal"]


def test_r15_a_result_that_asks_when_needs_a_moment_ahead(desk):
    task = desk.tasks(desk.run())["contact_customer"]
    missing = desk.refused("complete_task", activity=task, result="presentation_agreed")
    assert (missing.code, missing.field) == ("when-missing", "when")
    past = desk.refused("complete_task", activity=task, result="presentation_agreed", when=desk.in_days(-1))
    assert (past.code, past.field) == ("when-past", "when")


def test_r15_a_task_has_only_the_results_of_its_step(desk):
    task = desk.tasks(desk.run())["prepare_presentation"]
    assert desk.refused("complete_task", activity=task, result="signed").code == "result-unknown"
    assert desk.refused("complete_task", activity=task, result="done").code == "result-unknown"


def test_a_task_is_completed_once(desk):
    task = desk.tasks(desk.run())["prepare_presentation"]
    desk.do("complete_task", activity=task, result="prepared")
    refused = desk.refused("complete_task", activity=task, result="prepared")
    assert refused.code == "already-completed"
    assert refused.sentence == "Anna Kern completed this task already, 2 Mar 2026 09:00."


def test_a_cancelled_task_cannot_be_completed(desk):
    made = desk.run()
    task = desk.tasks(made)["prepare_presentation"]
    desk.do("change_stage", opportunity=made, stage="contracting")
    assert desk.refused("complete_task", activity=task, result="prepared").code == "already-cancelled"


def test_a_task_of_a_process_is_not_cancelled_by_hand(desk):
    task = desk.tasks(desk.run())["prepare_presentation"]
    assert desk.refused("cancel_task", activity=task).code == "task-belongs-to-process"


def test_the_whole_sale_from_qualification_to_closed_won(desk):
    made = desk.run()
    for stage in STAGES:
        assert desk.stage_of(made) == stage
        desk.clock.advance(days=1)
        desk.finish_stage(made, closing=CLOSING)
    assert desk.stage_of(made) == "closed_won"
    assert {row.element_id for row in desk.rows(activity, opportunity_id=made, status="done")} == set(DONE)


# By hand


def test_a_hand_made_task_is_completed_with_done(desk):
    made = desk.run()
    mine = desk.do("create_activity", kind="task", title="My own", opportunity=made).result["activity"]
    assert desk.refused("complete_task", activity=mine, result="prepared").code == "result-unknown"
    desk.do("complete_task", activity=mine, result="done", spent_minutes=5)
    assert desk.row(activity, id=mine).status == "done"


def test_a_hand_made_task_is_cancelled(desk):
    mine = desk.do("create_activity", kind="task", title="My own").result["activity"]
    desk.do("cancel_task", activity=mine, comment="Not needed")
    row = desk.row(activity, id=mine)
    assert (row.status, row.comment) == ("cancelled", "Not needed")
    assert desk.refused("cancel_task", activity=mine).code == "already-cancelled"


def test_a_task_keeps_its_length_when_it_is_moved(desk):
    task = desk.tasks(desk.run())["contact_customer"]
    before = desk.row(activity, id=task)
    desk.do("reschedule_task", activity=task, start_at=desk.in_days(5))
    after = desk.row(activity, id=task)
    assert after.start_at == desk.in_days(5)
    assert after.due_at - after.start_at == before.due_at - before.start_at


def test_a_task_is_not_due_before_it_starts(desk):
    task = desk.tasks(desk.run())["contact_customer"]
    refused = desk.refused("reschedule_task", activity=task, start_at=desk.in_days(5), due_at=desk.in_days(4))
    assert (refused.code, refused.field) == ("due-before-start", "due_at")


def test_edited_fields_of_an_activity_are_saved_and_a_stale_edit_is_refused(desk):
    mine = desk.do("create_activity", kind="task", title="My own").result["activity"]
    desk.do("save_activity", id=mine, version=1, fields={"title": "Ours", "comment": "Together"})
    assert (desk.row(activity, id=mine).title, desk.row(activity, id=mine).comment) == ("Ours", "Together")
    assert desk.refused("save_activity", id=mine, version=1, fields={"title": "Mine"}).code == "changed-meanwhile"


def test_an_empty_note_is_refused(desk):
    made = desk.run()
    assert desk.refused("add_note", text="  ", opportunity=made).code == "note-empty"
    desk.do("add_note", text="They like blue", opportunity=made)
    assert desk.ask("opportunity_page", id=made).notes[0].text == "They like blue"


# Owners


def test_a_new_owner_gets_the_open_tasks_and_a_message_for_each(desk):
    made = desk.run()
    paul = desk.do("create_person", name="Paul Rep").result["person"]
    mine = desk.do("create_activity", kind="task", title="My own", opportunity=made).result["activity"]
    version = desk.row(opportunity, id=made).version
    done = desk.do("save_opportunity", id=made, version=version, fields={"owner": paul})
    assert {desk.row(activity, id=task).owner_id for task in desk.tasks(made).values()} == {paul}
    assert desk.row(activity, id=mine).owner_id == desk.person("Anna Kern")
    assert {row.kind for row in desk.rows(notification, person_id=paul)} == {"task-handed-over"}
    assert len(desk.rows(notification, person_id=paul)) == 2
    assert "2 open tasks went to the new owner" in done.message
    desk.finish_stage(made)
    assert {desk.row(activity, id=task).owner_id for task in desk.tasks(made).values()} == {paul}


def test_a_stale_edit_of_an_opportunity_is_refused(desk):
    made = desk.run()
    version = desk.row(opportunity, id=made).version
    desk.do("save_opportunity", id=made, version=version, fields={"title": "Ours"})
    assert desk.refused("save_opportunity", id=made, version=version, fields={"title": "Mine"}).code == (
        "changed-meanwhile"
    )
    assert desk.row(opportunity, id=made).title == "Ours"


def test_the_hint_is_put_away_for_good(desk):
    made = desk.run()
    desk.do("dismiss_hint", opportunity=made)
    assert desk.row(opportunity, id=made).hint_dismissed


def test_r12_a_next_activity_can_be_planned_by_hand_after_the_closing(desk):
    made = desk.sale_on("contracting")
    desk.do("change_stage", opportunity=made, stage="closed_won", closing=CLOSING)
    planned = desk.do("create_activity", kind="call", title="Ask for a reference", opportunity=made).result["activity"]
    assert [card.activity_id for card in desk.ask("opportunity_page", id=made).cards] == [planned]
    desk.do("complete_task", activity=planned)
    assert desk.row(activity, id=planned).status == "done"
    assert desk.stage_of(made) == "closed_won"
