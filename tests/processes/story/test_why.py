"""N2: why a task is there, why a record stands on its stage, what sent a message; true whatever led to it."""

from __future__ import annotations

import pytest

from desktop.processes.library import deployment
from desktop.processes.tables import process_definition
from desktop.sales.tables import notification
from desktop.views.exchange import Place, Refused
from desktop.views.many import Wanted
from tests.processes.runs.models import FAILING, REMINDING


def why(desk, **about):
    return desk.ask("why", **about)


def told(desk, kind):
    return [row.id for row in desk.rows(notification) if row.kind == kind]


def test_a_task_leads_to_its_record_and_to_its_step_on_the_diagram(desk):
    made = desk.sale_on("proposal")
    (instance,) = desk.running(made)
    found = why(desk, activity=desk.tasks(made)["get_comments"])
    assert found.places[0][1] == Place("opportunity", made)
    assert found.places[1] == ("Show in the process", Place("process_run", instance.id, element="get_comments"))


def test_a_stage_reached_by_a_result_and_one_chosen_by_hand(desk):
    """By a result: whose, of which task; by hand: the action. Undone, the answer is that of before."""
    made = desk.run()
    before = why(desk, opportunity=made).sentences
    desk.complete(made, "contact_customer")
    desk.complete(made, "prepare_presentation")
    found = why(desk, opportunity=made)
    assert found.sentences[1].startswith("It followed from the result “Prepared” of “Prepare the presentation”")
    (instance,) = desk.running(made)
    assert found.places[0][1] == Place("process_run", instance.id, element="presentation")
    desk.do("undo")
    desk.do("undo")
    assert why(desk, opportunity=made).sentences == before
    desk.do("change_stage", opportunity=made, stage="contracting")
    said = why(desk, opportunity=made).sentences[1]
    assert said.startswith("The action of Anna Kern led to it") and said.endswith("moved to Contracting.")


def test_a_bulk_move_and_a_task_after_undo(desk):
    first, second = desk.run(), desk.run()
    desk.do("change_many", subject="opportunity", ids=(first, second), wanted=Wanted("stage", stage="proposal"))
    for made in (first, second):
        assert "2 " in why(desk, opportunity=made).sentences[1]
    desk.do("undo")
    desk.do("change_stage", opportunity=first, stage="contracting")
    found = why(desk, activity=desk.tasks(first)["send_contract"])
    assert "the choice of the stage Contracting by Anna Kern" in found.sentences[1]


def test_what_a_timer_cancels_or_makes_the_time_did(desk, writing, run):
    made = run(REMINDING)
    desk.clock.advance(days=1)
    desk.do("fire_timers")
    reminded = why(desk, activity=desk.tasks(made)["remind"])
    assert reminded.sentences[1] == "It followed from the time of “late”, 3 Mar 2026 09:00."
    cancelled = desk.sale_on("proposal")
    task = desk.tasks(cancelled)["get_comments"]
    desk.do("change_stage", opportunity=cancelled, stage="contracting")
    assert why(desk, activity=task).sentences[-2:] == (
        "It was cancelled, 3 Mar 2026 09:00.",
        "It followed from the choice of the stage Contracting by Anna Kern, 3 Mar 2026 09:00.",
    )


def test_a_run_that_was_moved_to_another_version_says_so(desk, writing, run):
    made = run(REMINDING)
    with writing() as tx:
        deployment.deploy(tx, REMINDING.replace(b'name="Work"', b'name="Labour"'))
    version = max(row.id for row in desk.rows(process_definition, key="reminding"))
    desk.do("move_run", run=desk.running(made)[0].id, version=version)
    found = why(desk, activity=desk.tasks(made)["work"])
    assert found.sentences[-1] == "Since then Anna Kern has moved the run to version 2, 2 Mar 2026 09:00."


def test_a_message_says_which_step_or_whose_action_has_sent_it(desk, run):
    """Every notification: of a new task its step, of an incident what failed, of a hand-over whose action it was."""
    made = desk.run()
    desk.complete(made, "contact_customer")
    desk.complete(made, "prepare_presentation")
    found = why(desk, notification=told(desk, "new-task")[-1])
    assert found.title == "New task: Presentation"
    assert found.sentences[1].startswith("It followed from the result “Prepared”")
    assert found.sentences[-1] == "You are told because the task is yours."
    run(FAILING)
    desk.clock.advance(days=2)
    desk.do("fire_timers")
    failed = why(desk, notification=told(desk, "incident")[0])
    assert failed.sentences[0].startswith("The step “wait” of failing could not be taken")
    assert failed.places[0][1].element == "wait" and failed.places[0][1].name == "process_run"
    tom = desk.do("create_person", name="Tom Berg").result["person"]
    desk.do("hand_over", subject="opportunity", id=made, to=tom)
    desk.do("switch_person", person=tom)
    given = why(desk, notification=told(desk, "record-handed-over")[0])
    assert given.sentences[0].startswith("The action of Anna Kern led to it")
    with pytest.raises(Refused) as caught:
        why(desk, notification=told(desk, "incident")[0])
    assert caught.value.code == "record-gone"


def test_a_lead_says_why_it_stands_where_it_stands(desk):
    lead = desk.do("create_lead", title="Vega").result["lead"]
    stages = [row.code for row in desk.ask("choices", lookup="lead_stage")]
    desk.do("change_lead_stage", lead=lead, stage=stages[1])
    found = why(desk, lead=lead)
    assert found.sentences[0].startswith("“Vega” stands on")
    assert "Anna Kern" in found.sentences[1]
    desk.do("undo")
    assert "Undone" in why(desk, lead=lead).sentences[1]
