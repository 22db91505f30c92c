"""Timers, signals, messages and incidents of runs in the database (BPMN 2.0, 10.5.5; R16)."""

# ruff: noqa: E501 (models)

from __future__ import annotations

import threading
from datetime import timedelta

import pytest

from desktop.engine import DefinitionError
from desktop.processes.library import deployment
from desktop.processes.runs import clock, incidents, log, runtime, versions
from desktop.processes.tables import incident, process_definition, process_instance, process_log, process_wait
from desktop.sales.tables import activity
from desktop.store.database import Database
from desktop.store.transaction import Transaction
from desktop.views.exchange import Refused
from tests.processes.runs.models import (
    AFTER,
    BEGUN,
    CALLING,
    FAILING,
    HEARING,
    REMINDING,
    SHOUTING,
    event,
    flow,
    model,
)


def fire(writing) -> clock.Fired:
    with writing() as tx:
        return clock.fire(tx)


def test_a_timer_fires_when_it_is_due_and_once(desk, writing, run):
    made = run(REMINDING)
    with writing() as tx:
        due = clock.next_due(tx)
    assert due == desk.clock() + timedelta(days=1)
    assert fire(writing) == clock.Fired(0, 0, more=False)
    desk.clock.advance(days=1)
    assert fire(writing) == clock.Fired(1, 0, more=False)
    assert fire(writing) == clock.Fired(0, 0, more=False)
    assert set(desk.tasks(made)) == {"work", "remind"}


def test_after_a_pause_an_endless_cycle_fires_once_and_keeps_its_beat(desk, writing, run):
    run(REMINDING)
    begun = desk.clock()
    desk.clock.advance(days=30, hours=6)
    assert fire(writing).fired == 1
    assert fire(writing).fired == 0
    assert desk.row(process_wait, element_id="late").due_at == begun + timedelta(days=31)


def test_two_programs_fire_a_timer_once(desk, writing, run):
    """Both have read the row; the second finds the state without the timer."""
    run(REMINDING.replace(b"R/P1D", b"R1/P1D"))
    desk.clock.advance(days=1)
    with writing() as tx:
        (row,) = clock.due(tx)
        stimulus = runtime.Stimulus("timer", token=row.token, element=row.element_id)
        assert incidents.step(tx, row.instance_id, stimulus) is True
        assert incidents.step(tx, row.instance_id, stimulus) is None
    assert len([row for row in desk.rows(activity) if row.element_id == "remind"]) == 1
    assert desk.rows(incident) == []


def test_a_step_that_fails_leaves_the_run_and_an_incident(desk, writing, run):
    run(FAILING)
    before = desk.everything(process_instance, activity)
    desk.clock.advance(days=2)
    assert fire(writing) == clock.Fired(0, 1, more=False)
    assert fire(writing) == clock.Fired(0, 0, more=False), "not again and again"
    assert desk.everything(process_instance, activity) == before
    found = desk.row(incident)
    assert "amount" in found.message
    with writing() as tx:
        assert [row.id for row in incidents.open_ones(tx)] == [found.id]
    with writing() as tx, pytest.raises(Refused) as refused:
        incidents.retry(tx, found.id)
    assert refused.value.code == "process-failed"


def test_an_incident_is_mended_by_other_data(desk, writing, run):
    made = run(FAILING)
    desk.clock.advance(days=2)
    fire(writing)
    number = desk.row(incident).id
    with writing() as tx, pytest.raises(Refused) as refused:
        incidents.skip(tx, number)
    assert refused.value.code == "incident-not-a-service"
    with writing() as tx:
        incidents.change(tx, number, {"amount": 5})
    assert set(desk.tasks(made)) == {"work"}
    assert desk.row(incident).resolved_at == desk.clock()
    with writing() as tx, pytest.raises(Refused) as refused:
        incidents.retry(tx, number)
    assert refused.value.code == "incident-gone"


def test_an_endless_circle_behind_a_timer_becomes_an_incident(desk, writing, run):
    run(FAILING.replace(b"amount &gt; 3", b"true").replace(b'<bpmn:userTask id="work" name="Work"/>',
        b'<bpmn:task id="work"/><bpmn:sequenceFlow id="back" sourceRef="work" targetRef="which"/>'))  # fmt: skip
    desk.clock.advance(days=2)
    assert fire(writing).failed == 1
    assert "more than 1000 steps" in desk.row(incident).message


def test_a_failing_service_can_be_left_out(desk, writing, run, monkeypatch):
    from desktop.processes.runs import handlers

    made = run(model("serving", flow("register", "wait"), event("intermediateCatchEvent", "wait", AFTER), flow("wait", "serve"),
                     '<bpmn:serviceTask id="serve"><bpmn:extensionElements><dw:service handler="register_opportunity"/>'
                     "</bpmn:extensionElements></bpmn:serviceTask>", flow("serve", "work"),
                     '<bpmn:userTask id="work" name="Work"/>'))  # fmt: skip
    monkeypatch.setitem(handlers.HANDLERS, "register_opportunity", lambda world: {}[1])
    desk.clock.advance(days=2)
    assert fire(writing).failed == 1
    found = desk.row(incident)
    assert found.element_id == "serve"
    with writing() as tx:
        incidents.skip(tx, found.id)
    assert set(desk.tasks(made)) == {"work"}


def test_signals_reach_other_runs_and_messages_begin_processes(desk, writing, run):
    hearing = run(HEARING)
    with writing() as tx:
        deployment.deploy(tx, BEGUN)
    shouting = run(SHOUTING)
    assert desk.tasks(hearing) == {}
    desk.do("complete_task", activity=desk.tasks(shouting)["say"], result="done")
    assert set(desk.tasks(hearing)) == {"heard"}, "a signal is for all, whatever they are about"
    assert set(desk.tasks(shouting)) == {"greet"}, "a message begins its process on the same opportunity"
    assert [row.kind for row in desk.rows(process_log) if row.kind in ("signal", "message", "unheard")] == [
        "signal",
        "message",
    ]


def test_a_process_that_cannot_begin_leaves_an_incident_and_the_sender_goes_on(desk, writing, run):
    with writing() as tx:
        deployment.deploy(
            tx,
            BEGUN.replace(
                b'<bpmn:userTask id="greet" name="Greet"/>',
                b"".join(
                    [
                        b'<bpmn:exclusiveGateway id="greet"/><bpmn:endEvent id="x"/>',
                        flow("greet", "x", "nothing").encode(),
                    ]
                ),
            ),
        )
    shouting = run(SHOUTING)
    desk.do("complete_task", activity=desk.tasks(shouting)["say"], result="done")
    assert "begun could not begin" in desk.row(incident).message
    assert desk.running(shouting) == []


def test_nobody_has_to_listen(desk, run):
    shouting = run(SHOUTING)
    desk.do("complete_task", activity=desk.tasks(shouting)["say"], result="done")
    assert [row.detail["name"] for row in desk.rows(process_log, kind="unheard")] == ["news", "hello"]


def test_a_called_process_makes_its_tasks_and_the_log_replays_it(desk, writing, run):
    made = run(CALLING)
    desk.do("complete_task", activity=desk.tasks(made)["pt"], result="done")
    assert set(desk.tasks(made)) == {"after"}
    (row,) = desk.running(made)
    with writing() as tx:
        instance = runtime.load(tx, row.id)
        assert log.replay(tx, row.id, instance.definition) == instance.state
    desk.do("undo")
    assert set(desk.tasks(made)) == {"pt"}


def test_replay_knows_timers(desk, writing, run):
    made = run(REMINDING)
    desk.clock.advance(days=1)
    fire(writing)
    (row,) = desk.running(made)
    with writing() as tx:
        instance = runtime.load(tx, row.id)
        assert log.replay(tx, row.id, instance.definition) == instance.state


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (b'<bpmn:userTask id="work" name="Work"/>', b'<bpmn:businessRuleTask id="work"/>', "carries out"),
        (b'<bpmn:userTask id="work" name="Work"/>',
         b'<bpmn:scriptTask id="work" scriptFormat="python"><bpmn:script>x</bpmn:script></bpmn:scriptTask>', "carries out"),
        (b'<bpmn:startEvent id="start"/>', b'<bpmn:startEvent id="start">' + AFTER.encode() + b"</bpmn:startEvent>", "begins here by"),
        (b'<bpmn:userTask id="work" name="Work"/>', b'<bpmn:adHocSubProcess id="work"><bpmn:task id="t"/>'
         b"<bpmn:completionCondition>true</bpmn:completionCondition></bpmn:adHocSubProcess>", "ad-hoc"),
        (b"<bpmn:process", b'<bpmn:collaboration id="c"><bpmn:correlationKey><bpmn:correlationPropertyRef>p'
         b'</bpmn:correlationPropertyRef></bpmn:correlationKey></bpmn:collaboration><bpmn:correlationProperty id="p"/>'
         b"<bpmn:process", "correlation keys"),
    ],
)  # fmt: skip
def test_what_this_program_has_nobody_for_is_not_deployed(writing, old, new, why):
    with writing() as tx, pytest.raises(DefinitionError, match=why):
        deployment.deploy(tx, FAILING.replace(old, new))


def test_the_actions_fire_timers_and_mend_incidents(desk, writing, run):
    made = run(FAILING)
    desk.clock.advance(days=2)
    assert desk.ask("timers_due") == 1
    assert desk.do("fire_timers").result == {"fired": 0, "failed": 1, "more": False}
    assert desk.ask("timers_due") == 0
    number = desk.row(incident).id
    assert desk.refused("retry_incident", incident=number).code == "process-failed"
    assert desk.refused("skip_incident", incident=number).code == "incident-not-a-service"
    done = desk.do("change_incident", incident=number, variables={"amount": 5})
    assert done.message == "failing goes on."
    assert set(desk.tasks(made)) == {"work"}
    assert desk.refused("retry_incident", incident=number).code == "incident-gone"


def test_n2_why_tells_of_timers_and_signals(desk, writing, run):
    made = run(REMINDING)
    desk.clock.advance(days=1)
    fire(writing)
    why = desk.ask("why", activity=desk.tasks(made)["remind"])
    assert why.sentences[1] == "It followed from the time of “late”, 3 Mar 2026 09:00."
    hearing, shouting = run(HEARING), run(SHOUTING)
    desk.do("complete_task", activity=desk.tasks(shouting)["say"], result="done")
    why = desk.ask("why", activity=desk.tasks(hearing)["heard"])
    assert "the signal “news” that shouting sent on “New opportunity”" in why.sentences[1]


def test_programs_that_fire_at_the_same_time_do_nothing_twice(desk, writing, run, database_url):
    """Two databases, two threads, the same timers."""
    for _ in range(4):
        run(REMINDING.replace(b"R/P1D", b"R1/P1D"))
    desk.clock.advance(days=1)
    fired: list[int] = []

    def program() -> None:
        database = Database.open(database_url)
        for _ in range(6):
            with database.writing() as connection:
                tx = Transaction(connection, action="fire", person_id=None, now=desk.clock())
                fired.append(clock.fire(tx, limit=1).fired)
                tx.finish()
        database.close()

    threads = [threading.Thread(target=program) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(fired) == 4
    assert len([row for row in desk.rows(activity) if row.element_id == "remind"]) == 4
    assert desk.rows(incident) == []


def deployed(desk, key):
    return [row.id for row in desk.rows(process_definition, key=key)]


def test_a_run_moves_to_another_version_on_purpose(desk, writing, run):
    """N6: rehearsed, then moved with its open task; the log makes the state again."""
    made = run(REMINDING)
    newer = (
        REMINDING.replace(b'"work"', b'"labour"')
        .replace(b"register-work", b"register-labour")
        .replace(b"R/P1D", b"R/P2D")
    )
    with writing() as tx:
        deployment.deploy(tx, newer)
    old, new = deployed(desk, "reminding")
    (row,) = desk.running(made)
    with writing() as tx:
        (seen,) = versions.rehearse(tx, old, new)
        assert [problem.element_id for problem in seen.problems] == ["work"]
        (seen,) = versions.rehearse(tx, old, new, {"work": "labour"})
        assert (seen.problems, seen.opens, seen.closes) == ((), (), ())
        with pytest.raises(Refused) as refused:
            versions.move(tx, row.id, new)
        assert refused.value.code == "version-not-possible"
    with writing() as tx:
        versions.move(tx, row.id, new, {"work": "labour"})
    assert set(desk.tasks(made)) == {"labour"}
    assert {row.element_id for row in desk.rows(process_wait)} == {"labour", "late"}
    desk.clock.advance(days=1)
    assert fire(writing).fired == 1
    with writing() as tx:
        instance = runtime.load(tx, row.id)
        assert instance.definition_id == new
        assert log.replay(tx, row.id, instance.definition) == instance.state
    desk.do("complete_task", activity=desk.tasks(made)["labour"], result="done")
    assert set(desk.tasks(made)) == {"remind"}


def test_the_log_of_ended_runs_can_be_cleaned(desk, writing, run):
    made = run(SHOUTING)
    desk.do("complete_task", activity=desk.tasks(made)["say"], result="done")
    with writing() as tx:
        assert log.clean(tx, desk.clock()) == 0
        assert log.clean(tx, desk.clock() + timedelta(days=1)) > 0
    assert desk.rows(process_log) == []
