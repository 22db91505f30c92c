"""Undo and redo (N3): the inverse of the journal, R9 respected, random histories undone to the first row."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from desktop.processes.tables import process_instance, process_log, process_wait
from desktop.sales.tables import (
    account,
    activity,
    contact,
    lead,
    note,
    notification,
    opportunity,
    person,
    stage_history,
)
from desktop.views.exchange import Money, NeedsClosing, ReasonAnswer, Refused
from tests.actions.desk import CLOSING, DONE, Desk
from tests.nightly import times

ALL = (
    account,
    activity,
    contact,
    lead,
    note,
    notification,
    opportunity,
    person,
    process_instance,
    stage_history,
)


def waits(desk) -> list[tuple]:
    return sorted((row.instance_id, row.token, row.kind, row.element_id, row.name) for row in desk.rows(process_wait))


def test_undoing_a_run_removes_everything_that_it_made(desk):
    before = desk.everything(*ALL)
    desk.run()
    done = desk.do("undo")
    assert done.message == "Undone: Corporate sale is running on “New opportunity”."
    assert desk.everything(*ALL) == before
    assert desk.rows(process_wait) == []


def test_undoing_a_result_opens_the_task_and_takes_the_stage_back(desk):
    made = desk.run()
    desk.complete(made, "contact_customer")
    tables, waiting = desk.everything(*ALL), waits(desk)
    desk.complete(made, "prepare_presentation")
    assert desk.stage_of(made) == "presentation"
    desk.do("undo")
    assert desk.everything(*ALL) == tables
    assert waits(desk) == waiting
    desk.complete(made, "prepare_presentation")
    assert desk.stage_of(made) == "presentation"


def test_undoing_goes_back_one_action_at_a_time(desk):
    made = desk.run()
    desk.do("change_stage", opportunity=made, stage="proposal")
    desk.do("change_stage", opportunity=made, stage="contracting")
    desk.do("undo")
    assert desk.stage_of(made) == "proposal"
    desk.do("undo")
    assert desk.stage_of(made) == "qualification"
    desk.do("undo")
    assert desk.refused("undo").code == "undo-nothing"


def test_what_was_undone_can_be_done_again(desk):
    made = desk.run()
    desk.complete(made, "contact_customer")
    desk.complete(made, "prepare_presentation")
    tables, waiting = desk.everything(*ALL), waits(desk)
    desk.do("undo")
    assert desk.do("redo").message.startswith("Done again: Task completed: Prepare the presentation.")
    assert desk.everything(*ALL) == tables
    assert waits(desk) == waiting
    assert desk.refused("redo").code == "redo-nothing"
    desk.do("undo")
    assert desk.stage_of(made) == "qualification"


def test_a_redo_ends_with_the_next_action(desk):
    made = desk.run()
    desk.complete(made, "contact_customer")
    desk.do("undo")
    desk.complete(made, "prepare_presentation")
    assert desk.refused("redo").code == "redo-nothing"


def test_an_undo_names_what_stands_in_the_way(desk):
    made = desk.run()
    done = desk.complete(made, "prepare_presentation", comment="Ready")
    task = done.result["activity"]
    desk.do("save_activity", id=task, version=desk.row(activity, id=task).version, fields={"comment": "Not ready"})
    refused = desk.refused("undo", action_id=done.changes.action_id)
    assert refused.code == "undo-changed-since"
    assert refused.sentence == (
        "The task “Prepare the presentation” was changed since, so this cannot be undone any more."
    )


def test_an_undo_does_not_remove_what_something_newer_stands_on(desk):
    done = desk.do("run_process", process="corporate_sale")
    desk.do("add_note", text="Important", opportunity=done.result["opportunity"])
    assert desk.refused("undo", action_id=done.changes.action_id).code == "undo-referenced"
    assert len(desk.tasks(done.result["opportunity"])) == 2


def test_a_message_that_was_read_does_not_stand_in_the_way(desk):
    desk.run()
    desk.do("mark_read")
    desk.do("undo")
    assert desk.rows(notification) == []


def test_one_undoes_only_what_one_did_oneself_and_only_once(desk):
    done = desk.do("run_process", process="corporate_sale")
    paul = desk.do("create_person", name="Paul Rep").result["person"]
    desk.do("switch_person", person=paul)
    assert desk.refused("undo", action_id=done.changes.action_id).code == "undo-not-yours"
    assert desk.refused("undo").code == "undo-nothing"
    desk.do("switch_person", person=desk.person("Anna Kern"))
    desk.do("undo", action_id=done.changes.action_id)
    assert desk.refused("undo", action_id=done.changes.action_id).code == "undo-already"


@pytest.mark.parametrize("final", ["closed_won", "closed_lost"])
def test_r9_a_closing_is_undone_only_within_the_grace_time(desk, final):
    made = desk.run()
    desk.do("change_stage", opportunity=made, stage=final, closing=CLOSING)
    desk.clock.advance(seconds=30)
    desk.do("undo")
    assert desk.stage_of(made) == "qualification"
    assert desk.row(opportunity, id=made).closed_at is None
    assert len(desk.tasks(made)) == 2
    desk.do("change_stage", opportunity=made, stage=final, closing=CLOSING)
    desk.clock.advance(seconds=31)
    assert desk.refused("undo").code == "undo-final-stage"
    assert desk.stage_of(made) == final


def test_r9_a_closing_by_the_last_task_is_undone_only_within_the_grace_time(desk):
    made = desk.sale_on("contracting")
    desk.finish_stage(made, closing=CLOSING)
    desk.clock.advance(seconds=31)
    assert desk.refused("undo").code == "undo-final-stage"


def test_r9_a_grace_time_of_0_allows_no_undo_of_a_closing(desk):
    desk.do("save_setting", name="undo_grace_seconds", value=0)
    made = desk.run()
    assert desk.do("change_stage", opportunity=made, stage="proposal").undoable
    closed = desk.do("change_stage", opportunity=made, stage="closed_won", closing=CLOSING)
    assert not closed.undoable  # and so the toast offers none
    assert desk.refused("undo").code == "undo-final-stage"


def test_r9_a_redone_closing_keeps_the_time_of_the_first(desk):
    made = desk.run()
    desk.do("change_stage", opportunity=made, stage="closed_won", closing=CLOSING)
    desk.do("undo")
    desk.clock.advance(minutes=5)
    desk.do("redo")
    assert desk.stage_of(made) == "closed_won"
    assert desk.refused("undo").code == "undo-final-stage"


def test_r9_a_lead_that_is_closed_is_opened_again_only_within_the_grace_time(desk):
    made = desk.do("create_lead", title="Lead").result["lead"]
    reason = ReasonAnswer(desk.ask("choices", lookup="disqualification_reason")[0].id)
    desk.do("change_lead_stage", lead=made, stage="disqualified", disqualification=reason)
    desk.clock.advance(seconds=31)
    assert desk.refused("undo").code == "undo-final-stage"


def test_the_log_keeps_what_was_undone_and_says_so(desk):
    made = desk.run()
    done = desk.complete(made, "prepare_presentation")
    before = len(desk.rows(process_log))
    desk.do("undo")
    *earlier, last = desk.rows(process_log)
    assert len(earlier) == before
    assert (last.kind, last.detail) == ("undone", {"action": done.changes.action_id})


# Random histories

MOVES = st.lists(
    st.tuples(
        st.sampled_from(
            ["run", "hand", "on", "stage", "task", "task", "task", "anew", "save", "call", "note", "lead", "moved"]
        ),
        st.integers(0, 1000),
    ),
    min_size=3,
    max_size=12,
)
STAGES = ("qualification", "presentation", "proposal", "contracting", "closed_won", "closed_lost")


def move(desk: Desk, kind: str, number: int) -> bool:
    """Make one move of a random history, with what is there; tell whether anything was done."""
    sales = [row.id for row in desk.rows(opportunity)]
    sale = sales[number % len(sales)] if sales else None
    tasks = [row for row in desk.rows(activity, status="planned") if row.instance_id is not None]
    task = tasks[number % len(tasks)] if tasks else None
    try:
        if kind == "run":
            desk.do("run_process", process="corporate_sale")
        elif kind == "hand":
            desk.do("create_opportunity", title="By hand", stage=STAGES[number % 4])
        elif kind == "lead":
            made = desk.do("create_lead", title="Lead", account_name=f"Account {number % 3}").result["lead"]
            desk.do("change_lead_stage", lead=made, stage="awaiting_sale")
        elif sale is None:
            return False
        elif kind == "on":
            desk.do("run_process_on", opportunity=sale)
        elif kind == "stage":
            desk.do("change_stage", opportunity=sale, stage=STAGES[number % 6], closing=CLOSING)
        elif kind == "save":
            row = desk.row(opportunity, id=sale)
            fields = {"title": f"Sale {number}", "amount": Money(number, "EUR")}
            desk.do("save_opportunity", id=sale, version=row.version, fields=fields)
        elif kind == "call":
            desk.do("create_activity", kind="call", title="Call", opportunity=sale)
        elif kind == "note":
            desk.do("add_note", text="Note", opportunity=sale)
        elif task is None:
            return False
        elif kind == "moved":
            desk.do("reschedule_task", activity=task.id, start_at=desk.in_days(1 + number % 5))
        else:
            results = desk.ask("activity_page", id=task.id).results
            chosen = DONE[task.element_id] if kind == "task" else results[number % len(results)].code
            desk.do("complete_task", activity=task.id, result=chosen, when=desk.in_days(2), closing=CLOSING)
    except (Refused, NeedsClosing):
        return False
    return True


@settings(max_examples=times(8, 150), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=MOVES)
def test_undoing_all_actions_of_a_random_history_leaves_the_rows_of_the_start(desk, moves):
    """And doing all of them again leaves the rows of its end."""
    before = desk.everything(*ALL), waits(desk)
    for kind, number in [("run", 0), ("hand", 1), ("lead", 2), *moves]:
        event(f"{kind}: {'done' if move(desk, kind, number) else 'not possible'}")
    after = desk.everything(*ALL), waits(desk)
    until_refused(desk, "undo")
    assert (desk.everything(*ALL), waits(desk)) == before
    until_refused(desk, "redo")
    assert (desk.everything(*ALL), waits(desk)) == after
    until_refused(desk, "undo")


def until_refused(desk: Desk, name: str) -> None:
    while True:
        try:
            desk.do(name)
        except Refused as refused:
            assert refused.code == f"{name}-nothing"
            return
