"""N4: the past told moment by moment is what was there: random histories with undo, timers, incidents, versions."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings

from desktop.engine import State
from desktop.processes.definitions import extensions
from desktop.processes.library import deployment
from desktop.processes.tables import incident, process_definition, process_instance
from desktop.queries import past as answers
from desktop.sales.tables import activity
from desktop.views.diagram import marked
from desktop.views.past import Replay, due_state
from tests.nightly import times
from tests.processes.runs.models import FAILING, REMINDING
from tests.processes.runs.test_histories import MOVES, begin, move

DATA = Path(__file__).parents[1] / "data"


def shown(desk: Any, made: int) -> tuple[Any, ...]:
    """What the pages show now: the stage, the open tasks of the process, states and flows of the diagram."""
    page = desk.ask("opportunity_page", id=made)
    tasks = {(card.activity_id, card.title, card.start_at, card.due_at) for card in page.cards if card.process_label}
    drawn = desk.ask("process_run", opportunity=made).diagram
    states = {node.id: node.state for node in drawn.nodes if node.state}
    (run,) = desk.rows(process_instance, subject_id=made)
    tokens = {token.element_id for token in State.from_json(run.state).tokens}
    assert {name for name, state in states.items() if state == "running"} == tokens, "the diagram is the engine's state"
    return page.stage_bar.current, tasks, states, {edge.id for edge in drawn.edges if edge.taken}


def told(replay: Replay) -> tuple[Any, ...]:
    bar, picture = replay.stage_bar(), replay.picture()
    assert bar is not None and picture is not None
    tasks = {
        (card.activity_id, card.title, card.start_at, card.due_at) for card in replay.cards() if card.process_label
    }
    drawn = marked(picture.diagram, replay.states, replay.taken)
    states = {node.id: node.state for node in drawn.nodes if node.state}
    return bar.current, tasks, states, {edge.id for edge in drawn.edges if edge.taken}


def each_once(found: list[Any]) -> list[Any]:
    return [one for number, one in enumerate(found) if number == 0 or one != found[number - 1]]


def record(desk: Any, made: int) -> Replay:
    return Replay(desk.ask("record_moments", subject="opportunity", id=made))


@settings(max_examples=times(8), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=MOVES)
def test_n4_every_moment_of_the_past_is_as_it_was(desk, moves):
    """What the pages showed after each action is what the past tells, moment for moment, on the way back and forth."""
    made = begin(desk)
    seen = [shown(desk, made)]
    for kind, number in moves:
        move(desk, made, kind, number)
        seen.append(shown(desk, made))
    replay = record(desk, made)
    assert told(replay) == seen[-1], "the last moment is the present"
    there, back = [], []
    for number in range(replay.last, -1, -1):
        replay.go(number)
        back.append(told(replay))
    for number in range(replay.last + 1):
        replay.go(number)
        there.append(told(replay))
    assert there == back[::-1]
    assert each_once(there) == each_once(seen)


def test_n4_what_was_undone_is_a_moment_and_says_so(desk):
    made = desk.run()
    desk.do("change_stage", opportunity=made, stage="proposal")
    desk.do("undo")
    desk.do("redo")
    desk.do("undo")
    replay = record(desk, made)
    assert [moment.undone for moment in replay.course.moments] == [False, True, False, False, False]
    stages = []
    tasks = []
    for number in range(replay.last + 1):
        replay.go(number)
        stages.append(replay.stage_bar().current)
        tasks.append(len(replay.cards()))
    assert stages == ["qualification", "proposal", "qualification", "proposal", "qualification"]
    assert tasks == [2, 3, 2, 3, 2], "tasks that an undo has removed from the tables are told too"
    assert "moved to Proposal" in replay.course.moments[1].what
    assert replay.course.moments[1].who == "Anna Kern"


def test_n4_stages_that_people_chose_without_a_process(desk):
    made = desk.do("create_opportunity", title="By hand", stage="presentation").result["opportunity"]
    desk.do("create_activity", kind="call", title="Mine", opportunity=made, due_at=desk.in_days(1))
    desk.do("change_stage", opportunity=made, stage="contracting")
    desk.do("complete_task", activity=desk.row(activity).id, result="done")
    replay = record(desk, made)
    assert [moment.stage for moment in replay.course.moments] == ["Presentation"] * 2 + ["Contracting"] * 2
    assert (replay.course.run, replay.picture(), replay.cards()) == (None, None, ())
    assert [(task.title, task.status, task.result) for task in replay.closed_tasks()] == [("Mine", "done", "Done")]
    replay.go(1)
    (card,) = replay.cards()
    assert (card.title, card.complete.enabled) == ("Mine", False)
    assert card.complete.why_not == "This is the past: go back to now to do something."
    bar = replay.stage_bar()
    assert not any(chip.available.enabled for chip in (*bar.stages, *bar.finals))
    replay.go(-5)
    assert (replay.number, replay.cards()) == (0, ())


def test_n4_a_stage_that_is_gone_is_left_out(desk):
    made = desk.do("create_opportunity", title="By hand").result["opportunity"]
    stage = desk.do("create_stage", code="review", name_en="Review", name_ru="Проверка").result["stage"]
    desk.do("change_stage", opportunity=made, stage="review")
    desk.do("undo")
    desk.do("remove_stage", id=stage)
    assert [moment.stage for moment in record(desk, made).course.moments] == ["Qualification"] * 3


def test_n4_an_urgent_task_was_not_urgent_then(clock):
    at = clock()
    assert due_state(at - timedelta(minutes=1), at) == "overdue"
    assert due_state(at + timedelta(minutes=1), at) == "today"
    assert due_state(at + timedelta(days=1), at) == "ahead"


def test_n4_a_run_that_has_moved_is_drawn_as_it_was_before_and_after(desk, writing):
    """The step "prepare_presentation" is called otherwise in the second version; an undo of the move goes back."""
    made = desk.run()
    run = desk.row(process_instance)
    with writing() as tx:
        text = bytes(desk.row(process_definition, key="corporate_sale").xml).replace(
            b"prepare_presentation", b"make_slides"
        )
        other = deployment.deploy(tx, text, "other.bpmn")
    desk.do("move_run", run=run.id, version=other, mapping=_renamed(text))
    desk.do("complete_task", activity=desk.tasks(made)["make_slides"], result="prepared")
    replay = Replay(desk.ask("run_moments", run=run.id))
    assert told(replay) == shown(desk, made), "the present is drawn by the names of the present version"
    versions_then, states = [], []
    for number in range(replay.last + 1):
        replay.go(number)
        versions_then.append(replay.picture().version)
        states.append((replay.states.get("prepare_presentation"), replay.states.get("make_slides")))
    assert versions_then == [1, 2, 2]
    assert states == [("running", None), (None, "running"), (None, "done")]


def _renamed(text: bytes) -> dict[str, str]:
    new = [element for element in extensions.parse(text).machine.elements if "make_slides" in element]
    return {name.replace("make_slides", "prepare_presentation"): name for name in new}


def test_n4_one_run_at_a_moment_for_scripts(desk, clock):
    made = desk.run()
    began = clock()
    clock.now += timedelta(hours=2)
    desk.complete(made, "prepare_presentation")
    run = desk.row(process_instance).id
    assert desk.ask("run_at", run=run, moment=began - timedelta(hours=1)) is None
    then = desk.ask("run_at", run=run, moment=began + timedelta(hours=1))
    assert (then.stage, then.status, then.version, len(then.open_tasks)) == ("Qualification", "running", 1, 2)
    assert then.states["prepare_presentation"] == "running"
    later = desk.ask("run_at", run=run, moment=clock())
    assert [task.result for task in later.closed_tasks] == ["Prepared"]
    assert "Task completed" in later.what


def test_n4_a_very_long_past_begins_with_what_came_before_together(desk, monkeypatch):
    made = desk.run()
    for stage in ("proposal", "presentation", "contracting"):
        desk.do("change_stage", opportunity=made, stage=stage)
    whole = record(desk, made)
    monkeypatch.setattr(answers, "MOST", 2)
    short = record(desk, made)
    assert (short.course.dropped, len(short.course.moments)) == (2, 2)
    for number in (0, 1):
        short.go(number)
        whole.go(number + 2)
        assert short.at_moment() == whole.at_moment()


def test_n4_a_lead_has_a_past_too(desk):
    made = desk.do("create_lead", title="Cash desks").result["lead"]
    desk.do("change_lead_stage", lead=made, stage="distribution")
    desk.do("undo")
    course = desk.ask("record_moments", subject="lead", id=made)
    assert [moment.stage for moment in course.moments] == ["Qualification", "Distribution", "Qualification"]
    assert course.moments[1].undone
    replay = Replay(course)
    replay.go(1)
    assert replay.stage_bar().current == "distribution"


def test_n4_timers_and_incidents_are_moments_too(desk, writing, clock):
    """A timer that fails leaves an incident, which is open until somebody mends it; then the run goes on."""
    with writing() as tx:
        deployment.deploy(tx, FAILING)
        deployment.deploy(tx, REMINDING)
    failing, reminding = (desk.do("run_process", process=key).result for key in (_key(FAILING), _key(REMINDING)))
    clock.advance(days=2)
    desk.do("fire_timers")
    desk.do("change_incident", incident=desk.row(incident).id, variables={"amount": 5})
    course = desk.ask("run_moments", run=failing["instance"])
    assert [len(moment.incidents) for moment in course.moments] == [0, 1, 0]
    assert [bool(moment.who) for moment in course.moments] == [True, False, True], "the time has no name"
    assert course.moments[1].what.startswith("The run could not go on: ")
    assert course.moments[1].elements == (), "the run stayed as it was"
    assert told(Replay(course)) == shown(desk, failing["opportunity"])
    course = desk.ask("run_moments", run=reminding["instance"])
    assert [moment.what for moment in course.moments][1:] == ["The time of “late” came"]
    assert course.moments[1].at == clock()


def _key(xml: bytes) -> str:
    return extensions.parse(xml).key
