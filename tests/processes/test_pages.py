"""R17 of docs/rules.md: a step opens a page with a hint for the person responsible, and can wait until it is saved."""

from __future__ import annotations

import pytest

from desktop.processes.tables import process_instance, process_wait
from desktop.sales.tables import notification, opportunity
from desktop.views.exchange import Place

pytestmark = pytest.mark.usefixtures("pages")


def save(desk, made: int, **fields: object):
    version = desk.row(opportunity, id=made).version
    return desk.do("save_opportunity", id=made, version=version, fields=fields)


def test_r17_a_step_opens_the_page_with_its_hint_and_waits_until_it_is_saved(desk):
    done = desk.do("run_process", process="pages")
    made = done.result["opportunity"]
    assert (done.opens, done.hint) == (Place("opportunity", made), "Fill in the customer and save.")
    assert desk.tasks(made) == {}
    wait = desk.row(process_wait)
    assert (wait.kind, wait.name, wait.element_id) == ("page", f"opportunity:{made}", "fill_in")
    save(desk, made, title="Vega Logistics")
    assert set(desk.tasks(made)) == {"call"}
    assert [row.kind for row in desk.rows(process_wait)] == ["user"]


def test_r17_saving_another_page_is_not_waited_for(desk):
    made = desk.do("run_process", process="pages").result["opportunity"]
    other = desk.do("create_opportunity", title="Another").result["opportunity"]
    save(desk, other, title="Still another")
    assert desk.tasks(made) == {}


def test_r17_the_hint_is_in_the_language_of_the_person(desk):
    desk.workspace.language = "ru"
    assert desk.do("run_process", process="pages").hint == "Заполните клиента и сохраните."


def test_r17_a_person_who_does_not_act_gets_a_message_with_the_page(desk):
    paul = desk.do("create_person", name="Paul Rep").result["person"]
    made = desk.do("create_opportunity", title="By hand", owner=paul).result["opportunity"]
    done = desk.do("run_process_on", opportunity=made, process="pages")
    assert done.opens is None
    message = desk.row(notification, kind="page")
    assert (message.person_id, message.place, message.place_id) == (paul, "opportunity", made)
    desk.do("switch_person", person=paul)
    assert desk.ask("notifications").rows[0].title == "Fill in the customer and save."


def test_r17_a_task_can_open_a_page_without_waiting(desk):
    made = desk.do("run_process", process="pages").result["opportunity"]
    done = save(desk, made, title="Vega Logistics")
    assert set(desk.tasks(made)) == {"call"}
    assert (done.opens, done.hint) == (Place("opportunity", made), "Look at the budget before you call.")


def test_a_task_without_results_of_its_own_is_done(desk):
    made = desk.do("run_process", process="pages").result["opportunity"]
    save(desk, made, title="Vega Logistics")
    desk.do("complete_task", activity=desk.tasks(made)["call"], result="done")
    assert desk.row(process_instance).status == "completed"


def test_undoing_the_save_makes_the_step_wait_again(desk):
    made = desk.do("run_process", process="pages").result["opportunity"]
    save(desk, made, title="Vega Logistics")
    desk.do("undo")
    assert desk.tasks(made) == {}
    assert desk.row(process_wait).name == f"opportunity:{made}"
    save(desk, made, title="Vega")
    assert set(desk.tasks(made)) == {"call"}


def test_r8_a_process_that_listens_to_no_stage_is_ended_by_a_final_one(desk):
    from tests.actions.desk import CLOSING

    made = desk.do("run_process", process="pages").result["opportunity"]
    save(desk, made, title="Vega Logistics")
    desk.do("change_stage", opportunity=made, stage="proposal")
    assert set(desk.tasks(made)) == {"call"}
    desk.do("change_stage", opportunity=made, stage="closed_lost", closing=CLOSING)
    assert desk.tasks(made) == {}
    assert desk.row(process_instance).status == "cancelled"
