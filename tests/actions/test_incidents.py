"""Incidents as people meet them: told, explained, mended; and runs that are cancelled on purpose (issue 4, 9)."""

from __future__ import annotations

import pytest

from desktop.processes.runs import handlers
from desktop.processes.tables import incident, process_instance, process_log, process_wait
from desktop.sales.tables import activity, notification
from desktop.views.exchange import Place
from desktop.views.process_log import LogFilter
from tests.actions.desk import CLOSING
from tests.processes.runs.models import AFTER, FAILING, event, flow, model

SERVING = model(
    "serving", flow("register", "wait"), event("intermediateCatchEvent", "wait", AFTER), flow("wait", "send"),
    '<bpmn:serviceTask id="send" name="Send the letter"><bpmn:extensionElements><dw:service handler="fails"/>'
    '</bpmn:extensionElements></bpmn:serviceTask>',
    flow("send", "work"), '<bpmn:userTask id="work" name="Work"/>',
)  # fmt: skip


CLOSING_UP = model(
    "closing_up", flow("register", "wait"), event("intermediateCatchEvent", "wait", AFTER), flow("wait", "lost"),
    '<bpmn:subProcess id="lost"><bpmn:extensionElements><dw:stage code="closed_lost"/></bpmn:extensionElements>'
    '<bpmn:startEvent id="in"/><bpmn:endEvent id="out"/>' + flow("in", "out") + "</bpmn:subProcess>",
)  # fmt: skip
PASSING = model(
    "passing", flow("register", "work"), '<bpmn:userTask id="work" name="Work"/>',
    event("boundaryEvent", "late", AFTER, 'attachedToRef="work" cancelActivity="false"'), flow("late", "which"),
    '<bpmn:exclusiveGateway id="which"/>', flow("which", "remind", "amount &gt; 1"),
    '<bpmn:userTask id="remind" name="Remind"/>', flow("work", "rest"), '<bpmn:userTask id="rest" name="Rest"/>',
)  # fmt: skip


@pytest.fixture
def begin(desk, monkeypatch):
    """Run a process given as BPMN, and let its timer fire a day later."""

    def fails(_world):
        raise RuntimeError("no letter box")

    monkeypatch.setitem(handlers.HANDLERS, "fails", fails)
    monkeypatch.setitem(handlers.ABOUT, "fails", "opportunity")

    def run(xml: bytes) -> int:
        desk.do("deploy_process", xml=xml)
        key = xml.split(b'<bpmn:process id="')[1].split(b'"')[0].decode()
        made = desk.do("run_process", process=key).result["opportunity"]
        desk.clock.advance(days=2)
        desk.do("fire_timers")
        return made

    return run


def test_an_incident_tells_the_owner_which_step_failed_why_and_what_to_do(desk, begin):
    """Runs that die in silence are the top complaint: the owner gets a message, in both languages."""
    made = begin(FAILING)
    (row,) = [row for row in desk.rows(notification) if row.kind == "incident"]
    assert (row.person_id, row.place, row.place_id, row.tone) == (desk.person("Anna Kern"), "opportunity", made, "bad")
    told = desk.ask("notifications").rows[0]
    assert told.title == "failing cannot go on"
    assert "“wait”: The value “amount” is missing. Give the value under “Change data”" in told.text
    assert row.parameters["reason"]["ru"] == "Нет значения «amount»."


def test_an_incident_says_what_it_needs_and_is_mended_by_other_data(desk, begin):
    """Change: the value that is missing comes first; a name that can be none is refused, who mended it is kept."""
    made = begin(FAILING)
    (found,) = desk.ask("incidents", opportunity=made)
    assert (found.step, found.reason, found.skippable, found.may) == (
        "Waits",
        "The value “amount” is missing.",
        False,
        True,
    )
    assert "nobody knows the name 'amount'" in found.details
    assert (found.wanted[0].name, found.wanted[0].known) == ("amount", False)
    assert desk.refused("change_incident", incident=found.id, variables={}).code == "change-nothing"
    assert desk.refused("change_incident", incident=found.id, variables={"no name": 1}).code == "change-value-unknown"
    desk.do("change_incident", incident=found.id, variables={"amount": 5})
    assert desk.ask("incidents", opportunity=made) == ()
    row = desk.row(incident)
    assert (row.resolution, row.resolved_by) == ("changed", desk.person("Anna Kern"))
    assert set(desk.tasks(made)) == {"work"}


def test_the_work_of_a_service_that_failed_can_be_left_out(desk, begin):
    made = begin(SERVING)
    (found,) = desk.ask("incidents", opportunity=made)
    assert (found.step, found.reason, found.skippable) == ("Send the letter", "The work of a service failed.", True)
    assert found.details.endswith("RuntimeError: no letter box")
    again = desk.refused("retry_incident", incident=found.id)
    assert again.code == "process-failed" and "no letter box" in str(again), "it failed again: no mistake of ours"
    desk.do("skip_incident", incident=found.id)
    assert desk.row(incident).resolution == "skipped" and set(desk.tasks(made)) == {"work"}


def test_an_incident_that_the_run_has_passed_by_is_closed_by_trying_again(desk, begin):
    """A boundary timer failed, its task was done since: nothing is left to try, and the hint goes."""
    made = begin(PASSING)
    (found,) = desk.ask("incidents", opportunity=made)
    desk.do("complete_task", activity=desk.tasks(made)["work"], result="done")
    done = desk.do("retry_incident", incident=found.id)
    assert done.message == "The run has gone on meanwhile: nothing was left to try again."
    assert desk.ask("incidents", opportunity=made) == () and desk.row(incident).resolution == "passed"


def test_a_step_that_would_close_the_sale_is_confirmed_by_trying_again(desk, begin):
    """R13: a timer does not close a sale; whoever tries again is asked, and the answer closes it."""
    made = begin(CLOSING_UP)
    (found,) = desk.ask("incidents", opportunity=made)
    assert found.reason == "It would close the record, and only a person can confirm that."
    assert found.advice == "Choose the final stage yourself, or try again."
    assert desk.asked("retry_incident", incident=found.id).question.opportunity == made
    desk.do("retry_incident", incident=found.id, closing=CLOSING)
    assert desk.stage_of(made) == "closed_lost" and desk.row(incident).resolution == "retried"


def test_an_incident_of_a_run_that_has_ended_since_calls_for_nobody(desk, begin):
    """R8 ends the run: the log tells it, the record no more."""
    made = begin(FAILING)
    desk.do("change_stage", opportunity=made, stage="closed_lost", closing=CLOSING)
    assert desk.ask("incidents", opportunity=made) == ()
    assert desk.ask("log_steps", filter=LogFilter(status="incident")).ids == ()
    (row,) = desk.ask("list_rows", subject="step", ids=(-1,))
    assert (row.status, row.tone) == ("incident, run ended", "muted")


def test_a_run_is_cancelled_with_its_tasks_and_the_record_stays(desk):
    """Cancelling: said in words before (N1), own tasks stay, the stage stays, all of it undone at once."""
    made = desk.sale_on("proposal")
    desk.do("create_activity", kind="task", title="My own", opportunity=made)
    (run,) = [row.id for row in desk.running(made)]
    foreseen = desk.ask("cancel_consequences", run=run)
    assert foreseen.text == (
        "Cancels 3 tasks, keeps 1 of your own, the process ends. “Warehouse automation” stays in Proposal."
    )
    before = desk.everything(process_instance, activity, process_wait)
    done = desk.do("cancel_run", run=run)
    assert done.message == "The run of Corporate sale on “Warehouse automation” is cancelled." and done.undoable
    assert desk.row(process_instance, id=run).status == "cancelled"
    assert desk.tasks(made) == {} and desk.stage_of(made) == "proposal"
    assert [row.title for row in desk.rows(activity, status="planned")] == ["My own"]
    assert desk.refused("cancel_run", run=run).code == "run-ended-already"
    assert desk.ask("cancel_consequences", run=run).refused == "This run has ended already."
    desk.do("undo")
    after = desk.everything(process_instance, activity, process_wait)
    for rows in (before["process_wait"], after["process_wait"]):
        for row in rows:
            del row["id"]
    assert after == before


def test_an_incident_ends_with_its_run(desk, begin):
    begin(FAILING)
    desk.do("cancel_run", run=desk.row(process_instance).id)
    assert desk.row(incident).resolution == "cancelled"
    steps = desk.ask("log_steps").ids
    (row,) = [row for row in desk.ask("list_rows", subject="step", ids=steps) if row.state == "incident"]
    assert row.status == "incident, run cancelled" and row.place == Place("opportunity", 1)


def test_who_may_not_change_the_record_neither_mends_nor_cancels(desk, begin):
    """docs/rights.md: the owner, the manager, an administrator; others see why not."""
    begin(FAILING)
    tom = desk.do("create_person", name="Tom Berg").result["person"]
    desk.do("switch_person", person=tom)
    (found,) = desk.ask("incidents", opportunity=1)
    assert not found.may and found.why_not
    for name, arguments in (
        ("retry_incident", {"incident": found.id}),
        ("skip_incident", {"incident": found.id}),
        ("change_incident", {"incident": found.id, "variables": {"amount": 1}}),
        ("cancel_run", {"run": found.run}),
    ):
        assert desk.refused(name, **arguments).code == "right-owner"
    assert desk.ask("cancel_consequences", run=found.run).refused


def test_the_log_is_kept_for_good_unless_an_administrator_wants_it_gone(desk):
    """Off at first; then runs that ended longer ago lose their log, running ones never do."""
    ended, running = desk.run(), desk.run()
    desk.do("cancel_run", run=desk.running(ended)[0].id)
    desk.clock.advance(days=40)
    assert not desk.ask("log_to_clean")
    assert desk.do("clean_log").result == {"removed": 0, "more": False}
    assert desk.refused("save_setting", name="process_log_days", value=-1).code == "setting-days-range"
    desk.do("save_setting", name="process_log_days", value=30)
    assert desk.ask("log_to_clean")
    assert desk.do("clean_log").result["removed"] > 0
    assert not desk.ask("log_to_clean")
    kept = {row.instance_id for row in desk.rows(process_log)}
    assert kept == {desk.running(running)[0].id}
