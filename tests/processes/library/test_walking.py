"""Where results lead is learned from the engine (R15): the walk says what a run then does."""

from __future__ import annotations

from importlib.resources import files

import pytest

from desktop.processes.definitions import extensions
from desktop.processes.library import walking
from desktop.processes.library.walking import Outcome
from desktop.sales.tables import opportunity, opportunity_stage

SALE = extensions.parse(files("resources").joinpath("processes", "corporate_sale.bpmn").read_bytes())


@pytest.fixture
def outcomes(desk, writing):
    with writing() as tx:
        return walking.outcomes(tx, SALE)


def test_every_result_of_every_task_is_tried(outcomes):
    expected = {(task.element_id, result.code) for task in SALE.tasks.values() for result in task.results}
    assert set(outcomes) == expected


@pytest.mark.parametrize(
    ("task", "result", "expected"),
    [
        ("contact_customer", "no_need", Outcome(stage="closed_lost", ends=True)),
        ("contact_customer", "call_back", Outcome(created=("contact_customer",))),
        ("presentation_meeting", "repeat", Outcome(created=("presentation_meeting",))),
        ("prepare_presentation", "prepared", Outcome("presentation", ("presentation_meeting",), others=True)),
        ("sign_contract", "signed", Outcome(stage="closed_won", ends=True, others=True)),
    ],
)
def test_r15_a_result_leads_where_the_gateway_after_the_task_says(outcomes, task, result, expected):
    assert outcomes[task, result] == expected


def test_a_run_does_what_the_walk_says(desk, outcomes):
    made = desk.run()
    desk.do("change_stage", opportunity=made, stage="presentation")
    (card,) = desk.ask("opportunity_page", id=made).cards
    desk.do("complete_task", activity=card.activity_id, result="interested")
    page = desk.ask("opportunity_page", id=made)
    told = outcomes["presentation_meeting", "interested"]
    assert desk.row(opportunity, id=made).stage_id == desk.row(opportunity_stage, code=told.stage).id
    assert {card.title for card in page.cards} == {SALE.name(name).en for name in told.created}


def test_nothing_is_written_by_a_walk(desk, writing):
    with writing() as tx:
        walking._walked.clear()
        walking.outcomes(tx, SALE)
        assert not tx.touched
