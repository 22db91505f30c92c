"""The process "Lead handover" on leads: stages, waiting, the sale that it starts and what becomes of it."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.processes.runs import clock, log, runtime
from desktop.processes.tables import incident, process_definition, process_instance, process_wait
from desktop.sales.tables import activity, lead, lead_stage, lookup_value, notification, opportunity, stage_history
from desktop.views.exchange import NeedsReason, Place, ReasonAnswer
from tests.actions.desk import CLOSING, Desk

LATER = "They bought elsewhere"


def reason(desk: Desk) -> ReasonAnswer:
    return ReasonAnswer(desk.rows(lookup_value, lookup="disqualification_reason")[0].id, LATER)


class Leads:
    """Short words for what is done with one lead."""

    def __init__(self, desk: Desk, writing) -> None:
        self.desk = desk
        self._writing = writing
        self.id = desk.do("create_lead", title="Cranes", account_name="Harbour", contact_name="Ida").result["lead"]
        self.begun = desk.do("run_process", process="lead_handover", lead=self.id)

    @property
    def stage(self) -> str:
        return self.desk.row(lead_stage, id=self.desk.row(lead, id=self.id).stage_id).code

    @property
    def tasks(self) -> dict[str, int]:
        rows = self.desk.rows(activity, lead_id=self.id, status="planned")
        return {row.element_id: row.id for row in rows if row.instance_id is not None}

    @property
    def status(self) -> str:
        return self.desk.row(process_instance, subject="lead").status

    @property
    def sale(self) -> int:
        return self.desk.row(lead, id=self.id).opportunity_id

    def complete(self, element: str, result: str, **more: object):
        return self.desk.do("complete_task", activity=self.tasks[element], result=result, **more)

    def until_awaiting(self) -> None:
        self.complete("qualify_lead", "need_confirmed")
        self.complete("find_owner", "keep")
        self.complete("take_over", "taken_over")

    def close_sale(self, stage: str):
        return self.desk.do("change_stage", opportunity=self.sale, stage=stage, closing=CLOSING)

    def in_days(self, days: float) -> clock.Fired:
        self.desk.clock.advance(days=days)
        with self._writing() as tx:
            return clock.fire(tx)

    def everything(self):
        tables = (lead, activity, process_instance, opportunity, stage_history, notification)
        waits = self.desk.rows(process_wait)
        return self.desk.everything(*tables), sorted((row.instance_id, row.token, row.element_id) for row in waits)


@pytest.fixture
def one(desk, writing) -> Leads:
    return Leads(desk, writing)


def test_l1_without_a_lead_the_process_makes_one_and_opens_its_page(desk):
    done = desk.do("run_process", process="lead_handover")
    made = done.result["lead"]
    assert done.opens == Place("lead", made)
    assert "Fill in the lead" in done.hint
    assert desk.row(lead, id=made).title == "New lead"
    assert desk.refused("run_process", process="lead_handover", lead=made).code == "process-already-running"
    desk.do("undo")
    assert desk.rows(lead) == desk.rows(process_instance) == desk.rows(process_wait) == []


def test_r2_its_tasks_stand_on_the_lead_with_a_message_and_say_their_stage(desk, one):
    (card,) = desk.ask("lead_page", id=one.id).cards
    assert (card.title, card.stage_label) == ("Contact the customer and clarify the need", "Qualification")
    assert card.process_label == "Lead handover"
    assert [result.code for result in card.results] == ["need_confirmed", "call_back", "not_now", "no_need"]
    told = [row for row in desk.rows(notification) if row.place == "activity"]
    assert [row.parameters["opportunity"] for row in told] == ["Cranes"]


def test_from_the_first_call_to_a_satisfied_need(desk, one):
    """Section 5 of product.md: every stage by its tasks, the sale by the existing way L4, the lead by its win."""
    one.complete("qualify_lead", "need_confirmed")
    assert (one.stage, set(one.tasks)) == ("distribution", {"find_owner"})
    one.complete("find_owner", "keep")
    assert (one.stage, set(one.tasks)) == ("handoff", {"take_over"})
    done = one.complete("take_over", "taken_over")
    assert one.stage == "awaiting_sale"
    assert done.opens == Place("opportunity", one.sale)
    assert desk.row(opportunity, id=one.sale).lead_id == one.id
    assert set(desk.tasks(one.sale)) == {"contact_customer", "prepare_presentation"}
    said = desk.ask("stage_consequences", opportunity=one.sale, stage="closed_won").text
    assert said.endswith("a final stage cannot be left. The lead is satisfied.")
    one.close_sale("closed_won")
    assert (one.stage, one.status, one.tasks) == ("satisfied", "completed", {})
    assert desk.rows(incident) == []


def test_n3_every_step_is_undone_to_the_last_row(desk, one):
    steps = [
        lambda: one.complete("qualify_lead", "need_confirmed"),
        lambda: one.complete("find_owner", "least_busy"),
        lambda: one.complete("take_over", "taken_over"),
        lambda: one.close_sale("closed_lost"),
        lambda: one.complete("decide_lead", "new_sale"),
        lambda: one.close_sale("closed_won"),
    ]
    for step in steps:
        before = one.everything()
        step()
        after = one.everything()
        desk.do("undo")
        assert one.everything() == before
        desk.do("redo")
        assert one.everything() == after


def test_r5_r8_a_person_chooses_any_stage_and_the_run_follows(desk, one):
    desk.do("change_lead_stage", lead=one.id, stage="handoff")
    assert set(one.tasks) == {"take_over"}
    desk.do("change_lead_stage", lead=one.id, stage="qualification")
    assert set(one.tasks) == {"qualify_lead"}
    with pytest.raises(NeedsReason):
        desk.do("change_lead_stage", lead=one.id, stage="disqualified")
    desk.do("change_lead_stage", lead=one.id, stage="disqualified", disqualification=reason(desk))
    assert (one.stage, one.status, one.tasks) == ("disqualified", "completed", {})
    assert desk.refused("run_process", process="lead_handover", lead=one.id).code == "lead-closed"


def test_a_stage_that_starts_a_sale_starts_one_by_the_process_and_no_second(desk, one):
    done = desk.do("change_lead_stage", lead=one.id, stage="awaiting_sale")
    assert done.opens == Place("opportunity", one.sale)
    assert len(desk.rows(opportunity)) == 1
    assert one.tasks == {}


def test_without_the_setting_a_person_decides_about_the_sale(desk, one):
    desk.do("save_setting", name="run_sales_process", value=False)
    one.until_awaiting()
    assert (desk.rows(opportunity), set(one.tasks)) == ([], {"decide_lead"})
    one.complete("decide_lead", "new_sale")
    assert len(desk.rows(opportunity)) == 1


def test_after_a_lost_sale_a_person_decides_what_becomes_of_the_lead(desk, one):
    one.until_awaiting()
    one.close_sale("closed_lost")
    assert (one.stage, set(one.tasks)) == ("awaiting_sale", {"decide_lead"})
    one.complete("decide_lead", "qualify_again")
    assert (one.stage, set(one.tasks)) == ("qualification", {"qualify_lead"})


def test_a_losing_result_asks_for_the_reason_and_disqualifies(desk, one):
    with pytest.raises(NeedsReason):
        one.complete("qualify_lead", "no_need")
    one.complete("qualify_lead", "no_need", disqualification=reason(desk))
    assert (one.stage, one.status) == ("disqualified", "completed")
    assert desk.row(lead, id=one.id).disqualification_comment == LATER


def test_the_nurturing_wait_ends_when_the_day_comes(desk, one):
    """The rule is that of nurturing: the working day's beginning, a call with a reminder; the process waits for it."""
    one.complete("qualify_lead", "not_now", when=desk.in_days(10), comment="Budget comes in spring")
    row = desk.row(lead, id=one.id)
    assert (row.nurture_until.isoformat(), row.nurture_reason) == ("2026-03-12", "Budget comes in spring")
    assert (one.stage, one.tasks) == ("qualification", {})
    call = desk.row(activity, id=row.nurture_activity_id)
    assert desk.row(process_wait, kind="timer").due_at == call.start_at
    assert one.in_days(9).fired == 0
    assert one.in_days(1.1).fired == 1
    assert set(one.tasks) == {"qualify_lead"}
    assert desk.row(lead, id=one.id).nurture_until is None
    assert desk.row(activity, id=call.id).status == "cancelled"


def test_a_lead_is_taken_up_or_put_aside_anew_by_hand_while_it_waits(desk, one):
    one.complete("qualify_lead", "not_now", when=desk.in_days(10))
    other = date(2026, 4, 1)
    desk.do("put_lead_aside", lead=one.id, until=other, reason="Later still")
    assert desk.row(process_wait, kind="timer").due_at.date() == other
    desk.do("take_lead_up", lead=one.id)
    assert set(one.tasks) == {"qualify_lead"}
    one.complete("qualify_lead", "not_now", when=desk.in_days(10))
    desk.do("change_lead_stage", lead=one.id, stage="handoff")
    assert set(one.tasks) == {"take_over"}
    assert desk.row(lead, id=one.id).nurture_until is None


def test_the_call_that_returns_to_a_lead_takes_it_up_when_it_is_completed(desk, one):
    """N1, N2, N3: it is said before and after, and the undo puts the lead aside again."""
    one.complete("qualify_lead", "not_now", when=desk.in_days(10))
    call = desk.row(lead, id=one.id).nurture_activity_id
    assert call in {row.id for row in desk.rows(activity, status="planned")}
    assert desk.ask("stage_consequences", lead=one.id, stage="distribution").text == "cancels 1 task, creates 1"
    said = desk.ask("result_consequences", activity=call, result="done")
    before = one.everything()
    desk.do("complete_task", activity=call)
    assert (said.creates, said.text[:28]) == (
        ("Contact the customer and clarify the need",),
        "The lead is taken up again. ",
    )
    assert (desk.row(lead, id=one.id).nurture_until, set(one.tasks)) == (None, {"qualify_lead"})
    why = desk.ask("why", activity=one.tasks["qualify_lead"]).sentences[1]
    assert "Task completed: Return to the lead" in why
    assert "lead_taken_up" not in why
    desk.do("undo")
    assert one.everything() == before


def test_n2_a_stage_of_a_lead_is_called_by_its_name(desk, one):
    desk.do("change_lead_stage", lead=one.id, stage="handoff")
    assert "the stage Handoff to sales by" in desk.ask("why", activity=one.tasks["take_over"]).sentences[1]


def test_assigning_by_hand_completes_the_search_for_an_owner(desk, one):
    one.complete("qualify_lead", "need_confirmed")
    boris = desk.do("create_person", name="Boris").result["person"]
    desk.do("assign_leads", leads=(one.id,), owner=boris)
    assert (one.stage, set(one.tasks)) == ("handoff", {"take_over"})
    assert desk.row(activity, id=one.tasks["take_over"]).owner_id == boris
    assert not desk.rows(activity, lead_id=one.id, instance_id=None)


def test_assigning_a_lead_that_is_still_being_qualified_takes_its_run_along(desk, one):
    boris = desk.do("create_person", name="Boris Lang").result["person"]
    desk.do("assign_leads", leads=(one.id,), owner=boris)
    assert (one.stage, set(one.tasks)) == ("handoff", {"take_over"})
    assert desk.row(activity, id=one.tasks["take_over"]).owner_id == boris
    desk.do("undo")
    assert (one.stage, set(one.tasks)) == ("qualification", {"qualify_lead"})


def test_handing_off_by_hand_makes_one_task_to_take_it_over(desk, one):
    boris = desk.do("create_person", name="Boris").result["person"]
    done = desk.do("hand_off_lead", lead=one.id, owner=boris, comment="Call before noon")
    assert (one.stage, one.tasks) == ("handoff", {"take_over": done.result["activity"]})
    assert desk.row(activity, id=one.tasks["take_over"]).owner_id == boris


def test_who_does_not_take_over_within_two_days_loses_the_lead(desk, one):
    one.complete("qualify_lead", "need_confirmed")
    one.complete("find_owner", "keep")
    assert one.in_days(2.1).fired == 1
    assert (one.stage, set(one.tasks)) == ("distribution", {"find_owner"})
    one.complete("find_owner", "least_busy")
    one.complete("take_over", "returned")
    assert (one.stage, set(one.tasks)) == ("distribution", {"find_owner"})


def test_a_new_owner_gets_the_open_tasks(desk, one):
    boris = desk.do("create_person", name="Boris").result["person"]
    version = desk.row(lead, id=one.id).version
    desk.do("save_lead", id=one.id, version=version, fields={"owner": boris})
    assert desk.row(activity, id=one.tasks["qualify_lead"]).owner_id == boris


@pytest.mark.parametrize("stage", ["distribution", "handoff", "awaiting_sale", "satisfied"])
def test_n1_the_dry_run_of_a_stage_tells_what_happens(desk, one, stage):
    said = desk.ask("stage_consequences", lead=one.id, stage=stage)
    desk.do("change_lead_stage", lead=one.id, stage=stage)
    assert set(said.creates) == {desk.row(activity, id=number).title for number in one.tasks.values()}
    assert ("An opportunity is created on Qualification, with 2 tasks" in said.text) == (stage == "awaiting_sale")
    assert set(said.cancels) == {"Contact the customer and clarify the need"}
    assert (said.final, said.ends_process) == (stage == "satisfied", one.status != "running")


@pytest.mark.parametrize("result", ["need_confirmed", "call_back", "not_now", "no_need"])
def test_n1_the_dry_run_of_a_result_tells_what_happens(desk, one, result):
    said = desk.ask("result_consequences", activity=one.tasks["qualify_lead"], result=result, when=desk.in_days(3))
    more = {"when": desk.in_days(3)} if result in ("call_back", "not_now") else {}
    one.complete("qualify_lead", result, disqualification=reason(desk), **more)
    assert set(said.creates) == {desk.row(activity, id=number).title for number in one.tasks.values()}
    aside = desk.rows(activity, title="Return to the lead")
    told = "the call “Return to the lead” is planned for 5 Mar 2026 09:00" in said.text
    assert (told, [call.start_at.isoformat() for call in aside]) == (
        (True, ["2026-03-05T09:00:00+00:00"]) if result == "not_now" else (False, [])
    )
    assert said.text
    assert said.ends_process is (one.status != "running")


def test_n4_the_log_makes_the_state_again(desk, writing, one):
    one.until_awaiting()
    one.close_sale("closed_lost")
    with writing() as tx:
        instance = runtime.load(tx, desk.row(process_instance, subject="lead").id)
        assert log.replay(tx, instance.id, instance.definition) == instance.state


def test_the_setting_runs_it_on_every_lead_that_is_made(desk):
    desk.do("save_setting", name="lead_handover", value=True)
    made = desk.do("create_lead", title="Cranes").result["lead"]
    assert [row.subject_id for row in desk.rows(process_instance)] == [made]
    desk.do("undo")
    assert desk.rows(lead) == []
    desk.do("create_lead", title="Cranes", handover=False)
    assert desk.rows(process_instance) == []


def test_a_lead_is_made_where_the_process_is_switched_off(desk, writing):
    desk.do("save_setting", name="lead_handover", value=True)
    with writing() as tx:
        for row in desk.rows(process_definition, key="lead_handover"):
            tx.update(process_definition, row.id, {"active": False})
    desk.do("create_lead", title="Cranes")
    assert desk.rows(process_instance) == []


def test_a_lead_takes_its_run_along_when_it_is_deleted_and_merged(desk, one):
    before = one.everything()
    desk.do("delete_records", subject="lead", ids=(one.id,))
    assert desk.rows(process_instance) == desk.rows(process_wait) == []
    desk.do("undo")
    assert one.everything() == before
    other = desk.do("create_lead", title="Cranes for the harbour").result["lead"]
    desk.do("run_process", process="lead_handover", lead=other)
    desk.do("merge_records", subject="lead", keep=other, others=(one.id,))
    (running,) = desk.rows(process_instance, status="running")
    assert running.subject_id == other
    planned = desk.rows(activity, status="planned")
    assert [row.instance_id for row in planned] == [running.id]


def test_nobody_runs_a_process_on_what_it_is_not_for(desk, one):
    sale = desk.run()
    assert desk.refused("run_process_on", opportunity=sale, process="lead_handover").code == "process-other-subject"
    assert desk.refused("run_process", process="follow_up").code == "process-needs-won"
    assert desk.refused("run_process_on", opportunity=sale, process="follow_up").code == "opportunity-not-won"


def test_the_timers_of_many_waiting_leads_fire_together(desk, writing):
    for _ in range(3):
        Leads(desk, writing)
    for row in desk.rows(activity, status="planned"):
        desk.do("complete_task", activity=row.id, result="not_now", when=desk.in_days(5))
    desk.clock.advance(days=5, hours=1)
    with writing() as tx:
        assert clock.fire(tx) == clock.Fired(3, 0, more=False)
