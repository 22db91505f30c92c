"""Random histories: the dry run tells what really happens (N1), and the log makes every state again (N4)."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.processes.runs import log, runtime
from desktop.processes.tables import process_instance, process_wait
from desktop.sales.tables import activity
from desktop.views.exchange import Done
from desktop.views.opportunities import Consequences
from tests.actions.desk import CLOSING, Desk
from tests.nightly import times

STAGES = ("qualification", "presentation", "proposal", "contracting", "review", "closed_won", "closed_lost")
KINDS = ("stage", "task", "task", "task", "call", "undo")
MOVES = st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 999)), max_size=8)
HISTORIES = settings(max_examples=times(8, 200), suppress_health_check=[HealthCheck.function_scoped_fixture])


def begin(desk: Desk) -> int:
    if not any(row.code == "review" for row in desk.ask("stages")):
        desk.do("create_stage", code="review", name_en="Review", name_ru="Проверка", number=35, percent=40)
    return desk.run()


def open_tasks(desk: Desk, made: int) -> list[Any]:
    return [row for row in desk.rows(activity, opportunity_id=made, status="planned") if row.instance_id is not None]


def foretold(desk: Desk, made: int, before: dict[int, str], said: Consequences, done: Done) -> None:
    """Compare what was said with the rows that are there now."""
    after = {row.id: row for row in desk.rows(activity, opportunity_id=made)}
    assert sorted(said.creates) == sorted(row.title for number, row in after.items() if number not in before)
    cancelled = [
        row.title for number, row in after.items() if row.status == "cancelled" and before.get(number) == "planned"
    ]
    assert sorted(said.cancels) == sorted(cancelled)
    page = desk.ask("opportunity_page", id=made)
    stages = {chip.code: chip.label for chip in (*page.stage_bar.stages, *page.stage_bar.finals)}
    assert stages[page.stage_bar.current] == (said.stage_to or said.stage_from)
    assert said.ends_process == (not desk.running(made))
    assert said.final == page.stage_bar.closed
    assert done.undoable


def move(desk: Desk, made: int, kind: str, number: int) -> None:
    before = {row.id: row.status for row in desk.rows(activity, opportunity_id=made)}
    tasks = open_tasks(desk, made)
    if kind == "stage":
        stage = STAGES[number % len(STAGES)]
        said = desk.ask("stage_consequences", opportunity=made, stage=stage)
        if said.refused:
            assert desk.refused("change_stage", opportunity=made, stage=stage, closing=CLOSING).sentence == said.refused
            return
        if said.needs_closing:
            desk.asked("change_stage", opportunity=made, stage=stage)
        foretold(desk, made, before, said, desk.do("change_stage", opportunity=made, stage=stage, closing=CLOSING))
    elif kind == "task" and tasks:
        task = tasks[number % len(tasks)]
        results = desk.ask("activity_page", id=task.id).results
        result = results[number // 7 % len(results)]
        when = desk.in_days(2) if result.asks == "when" else None
        said = desk.ask("result_consequences", activity=task.id, result=result.code, when=when)
        assert not said.refused
        if said.needs_closing:
            desk.asked("complete_task", activity=task.id, result=result.code, when=when)
        done = desk.do("complete_task", activity=task.id, result=result.code, when=when, closing=CLOSING)
        foretold(desk, made, before, said, done)
    elif kind == "call":
        desk.do("create_activity", kind="call", title="Call", opportunity=made)
    elif kind == "undo":
        last = desk.ask("shell").undo_label
        if last and "is running on" not in last:
            desk.do("undo")


@HISTORIES
@given(moves=MOVES)
def test_n1_the_dry_run_tells_what_really_happens(desk, moves):
    made = begin(desk)
    for kind, number in moves:
        if kind != "undo":
            move(desk, made, kind, number)


@HISTORIES
@given(moves=MOVES)
def test_n4_the_log_makes_the_state_again_and_the_waits_follow_from_it(desk, writing, moves):
    made = begin(desk)
    for kind, number in moves:
        move(desk, made, kind, number)
    row = desk.row(process_instance, subject_id=made)
    with writing() as tx:
        instance = runtime.load(tx, row.id)
        assert log.replay(tx, row.id, instance.definition) == instance.state
    kept = {(wait.token, wait.element_id) for wait in desk.rows(process_wait, instance_id=row.id)}
    assert kept == {(wait.token, wait.element_id) for wait in instance.state.waits}


def test_a_guess_says_what_comes_when_the_other_task_is_done_too(desk):
    made = desk.run()
    task = desk.tasks(made)["contact_customer"]
    when = desk.in_days(3)
    said = desk.ask("result_consequences", activity=task, result="presentation_agreed", when=when)
    assert said.text == (
        "“Prepare the presentation” stays open. When it is done too, the opportunity moves to Presentation "
        "and the task Presentation is created for 5 Mar 2026 09:00."
    )
    desk.workspace.language = "ru"
    assert desk.ask("result_consequences", activity=task, result="no_need").text == (
        "Продажа будет завершена, стадия «Завершена с проигрышем». Будет отменена 1 незавершённая задача."
    )


def test_the_consequences_of_a_stage_in_one_line(desk):
    made = desk.run()
    desk.do("create_activity", kind="call", title="My own", opportunity=made)
    said = desk.ask("stage_consequences", opportunity=made, stage="proposal")
    assert said.text == "cancels 2 tasks, keeps 1 of your own, creates 3"
    said = desk.ask("stage_consequences", opportunity=made, stage="closed_won")
    assert said.text.endswith("; a final stage cannot be left")
    desk.workspace.language = "ru"
    said = desk.ask("stage_consequences", opportunity=made, stage="contracting")
    assert said.text == "отменит 2 задачи, оставит 1 вашу собственную, создаст 3"


def test_the_consequences_of_a_run(desk):
    said = desk.ask("run_consequences", process="corporate_sale")
    assert said.text == "A new opportunity is created on Qualification, with 2 tasks."
    assert desk.rows(process_instance) == []
    made = desk.sale_on("proposal")
    assert desk.ask("run_consequences", process="corporate_sale", opportunity=made).refused


def test_n2_why_names_step_process_result_person_and_moment(desk):
    made = desk.run()
    desk.complete(made, "contact_customer")
    desk.complete(made, "prepare_presentation")
    why = desk.ask("why", activity=desk.tasks(made)["presentation_meeting"])
    assert why.sentences == (
        "The step “Presentation” of the process Corporate sale made this task, 2 Mar 2026 09:00.",
        "It followed from the result “Prepared” of “Prepare the presentation”, recorded by Anna Kern, "
        "2 Mar 2026 09:00.",
    )
    assert why.places[0][1].id == made
    why = desk.ask("why", opportunity=made)
    assert why.title == "Presentation"
    assert any("Prepare the presentation" in sentence for sentence in why.sentences)


def test_n2_why_of_a_chosen_stage_and_of_a_hand_made_task(desk):
    made = desk.run()
    desk.do("change_stage", opportunity=made, stage="contracting")
    why = desk.ask("why", activity=desk.tasks(made)["send_contract"])
    assert "the choice of the stage Contracting by Anna Kern" in why.sentences[1]
    mine = desk.do("create_activity", kind="call", title="My own", opportunity=made).result["activity"]
    assert desk.ask("why", activity=mine).sentences == ("Anna Kern made this task by hand, 2 Mar 2026 09:00.",)
