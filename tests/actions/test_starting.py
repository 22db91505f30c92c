"""The four ways to run the process: L1 to L4 of docs/rules.md."""

from __future__ import annotations

import pytest

from desktop.processes.tables import process_instance
from desktop.sales.tables import account, activity, contact, lead, lookup_value, notification, opportunity
from desktop.views.exchange import Money, Place
from tests.actions.desk import CLOSING

HINT = "Fill in the data of the opportunity: customer, need, budget and decision date."


def test_l1_running_the_process_makes_an_opportunity_on_qualification_and_opens_its_page(desk):
    done = desk.do("run_process", process="corporate_sale")
    made = done.result["opportunity"]
    assert desk.stage_of(made) == "qualification"
    assert done.opens == Place("opportunity", made)
    assert done.hint == HINT
    assert done.undoable
    row = desk.row(opportunity, id=made)
    assert (row.title, row.probability, row.owner_id) == ("New opportunity", 10, desk.person("Anna Kern"))
    assert set(desk.tasks(made)) == {"contact_customer", "prepare_presentation"}
    assert done.result["instance"] == desk.running(made)[0].id


def test_l1_speaks_the_language_of_the_person(desk):
    desk.workspace.language = "ru"
    done = desk.do("run_process", process="corporate_sale")
    assert desk.row(opportunity).title == "Новая продажа"
    assert done.message == "По продаже «Новая продажа» запущен процесс «Корпоративная продажа»."
    assert done.hint.startswith("Заполните данные продажи")


def test_l2_an_unknown_process_is_refused(desk):
    assert desk.refused("run_process", process="nothing").code == "process-unknown"


@pytest.mark.parametrize(
    ("stage", "tasks"),
    [
        ("qualification", {"contact_customer", "prepare_presentation"}),
        ("presentation", {"presentation_meeting"}),
        ("proposal", {"present_proposal", "get_comments", "prepare_contract"}),
        ("contracting", {"send_contract", "clarify_status", "sign_contract"}),
    ],
)
def test_l3_the_process_starts_from_the_stage_on_which_the_opportunity_stands(desk, stage, tasks):
    made = desk.do("create_opportunity", title="By hand", stage=stage).result["opportunity"]
    done = desk.do("run_process_on", opportunity=made)
    assert set(desk.tasks(made)) == tasks
    assert desk.stage_of(made) == stage
    assert done.opens is None
    assert done.result["opportunity"] == made


def test_l3_a_second_run_is_refused_and_names_the_running_one(desk):
    made = desk.run()
    refused = desk.refused("run_process_on", opportunity=made)
    assert refused.code == "process-already-running"
    assert refused.parameters["instance"] == desk.running(made)[0].id


def test_l3_a_closed_opportunity_is_refused_with_the_reason(desk):
    made = desk.do("create_opportunity", title="By hand").result["opportunity"]
    desk.do("change_stage", opportunity=made, stage="closed_won", closing=CLOSING)
    refused = desk.refused("run_process_on", opportunity=made)
    assert refused.code == "opportunity-closed"
    assert "Closed won" in refused.sentence


def _lead(desk) -> int:
    need = desk.rows(lookup_value, lookup="need")[0].id
    return desk.do(
        "create_lead",
        title="Wants a warehouse",
        account_name="Vega Logistics",
        contact_name="Vera Lind",
        email="vera@vega.example",
        need=need,
        need_text="Orders are late",
        budget=Money(5_000_000, "EUR"),
    ).result["lead"]


def test_l4_a_lead_that_awaits_its_sale_starts_one_with_everything_carried_over(desk):
    source = _lead(desk)
    done = desk.do("change_lead_stage", lead=source, stage="awaiting_sale")
    made = desk.row(opportunity)
    assert done.opens == Place("opportunity", made.id)
    before = desk.row(lead, id=source)
    assert (made.lead_id, before.opportunity_id) == (source, made.id)
    assert (made.title, made.need_id, made.need_text, made.owner_id) == (
        before.title,
        before.need_id,
        before.need_text,
        before.owner_id,
    )
    assert (made.budget_minor, made.budget_currency) == (5_000_000, "EUR")
    assert desk.row(account, id=made.account_id).name == "Vega Logistics"
    assert desk.row(contact, id=made.contact_id).name == "Vera Lind"
    assert desk.row(contact, id=made.contact_id).account_id == made.account_id
    assert set(desk.tasks(made.id)) == {"contact_customer", "prepare_presentation"}


def test_l4_does_not_start_while_the_setting_is_off(desk):
    desk.do("save_setting", name="run_sales_process", value=False)
    desk.do("change_lead_stage", lead=_lead(desk), stage="awaiting_sale")
    assert desk.rows(opportunity) == []


def test_l4_a_customer_that_is_known_by_name_is_not_made_twice(desk):
    known = desk.do("create_account", name="Vega Logistics").result["account"]
    desk.do("change_lead_stage", lead=_lead(desk), stage="awaiting_sale")
    assert desk.row(opportunity).account_id == known
    assert len(desk.rows(account)) == 1


def test_l4_a_lead_whose_sale_is_open_starts_no_second_one(desk):
    source = _lead(desk)
    desk.do("run_process", process="corporate_sale", lead=source)
    assert desk.refused("run_process", process="corporate_sale", lead=source).code == "lead-has-opportunity"


def test_a_won_opportunity_satisfies_its_lead(desk):
    source = _lead(desk)
    desk.do("change_lead_stage", lead=source, stage="awaiting_sale")
    desk.do("change_stage", opportunity=desk.row(opportunity).id, stage="closed_won", closing=CLOSING)
    assert desk.ask("lead_page", id=source).stage_bar.current == "satisfied"


def test_a_lost_opportunity_leaves_its_lead_where_it_is(desk):
    source = _lead(desk)
    desk.do("change_lead_stage", lead=source, stage="awaiting_sale")
    desk.do("change_stage", opportunity=desk.row(opportunity).id, stage="closed_lost", closing=CLOSING)
    assert desk.ask("lead_page", id=source).stage_bar.current == "awaiting_sale"


def test_r2_the_owner_gets_a_message_for_every_task_that_the_process_makes(desk):
    made = desk.run()
    messages = desk.rows(notification, person_id=desk.person("Anna Kern"), kind="new-task")
    assert {message.activity_id for message in messages} == set(desk.tasks(made).values())
    shown = desk.ask("notifications")
    assert shown.unread == 2
    assert shown.rows[0].title == "New task: Prepare the presentation"
    assert shown.rows[0].place == Place("activity", desk.tasks(made)["prepare_presentation"])


def test_r2_the_owner_sees_the_tasks_in_the_schedule(desk):
    made = desk.run()
    shown = desk.ask("schedule", start=desk.in_days(-1), end=desk.in_days(7), person=desk.person("Anna Kern"))
    assert {item.id for item in shown} == set(desk.tasks(made).values())


def test_an_instance_keeps_who_started_it_and_what_it_is_about(desk):
    made = desk.run()
    row = desk.row(process_instance)
    assert (row.subject, row.subject_id, row.definition_key) == ("opportunity", made, "corporate_sale")
    assert row.started_by == desk.person("Anna Kern")
    assert {task.instance_id for task in desk.rows(activity)} == {row.id}
