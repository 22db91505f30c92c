"""The diagram of a definition, and what a run has marked on it (R14)."""

from __future__ import annotations

from importlib.resources import files

import pytest

from desktop.processes.definitions import extensions
from desktop.processes.drawing import diagram
from desktop.views.exchange import ClosingAnswer

XML = files("resources").joinpath("processes", "corporate_sale.bpmn").read_bytes()


@pytest.fixture
def sale(desk) -> int:
    return desk.do("run_process", process="corporate_sale").result["opportunity"]


def run(desk, sale: int):
    return desk.see("process_run", opportunity=sale)


def states(desk, sale: int) -> dict[str, str]:
    return {node.id: node.state for node in run(desk, sale).diagram.nodes if node.state}


def test_every_node_and_flow_of_the_shipped_process_is_drawn() -> None:
    drawn, definition = diagram.of_file(XML, "en"), extensions.parse(XML)
    assert set(definition.process.elements) == drawn.ids
    assert all(len(edge.points) > 1 for edge in drawn.edges)


def test_r14_the_running_steps_are_marked(desk, sale: int) -> None:
    marked = states(desk, sale)
    assert {name for name, state in marked.items() if state == "running"} == {
        "qualification", "contact_customer", "prepare_presentation",
    }  # fmt: skip
    desk.do("change_stage", opportunity=sale, stage="proposal")
    marked = states(desk, sale)
    assert marked["qualification"] == marked["contact_customer"] == "cancelled"
    assert marked["proposal"] == "running"


def test_r14_every_step_is_described_in_both_languages(desk, sale: int) -> None:
    english = {node.id: node for node in run(desk, sale).diagram.nodes}
    desk.workspace.language = "ru"
    russian = {node.id: node for node in run(desk, sale).diagram.nodes}
    assert all(node.description for node in english.values())
    assert all(russian[name].description != node.description for name, node in english.items())
    assert russian["contact_customer"].label.startswith("Связаться с клиентом")


def test_the_steps_tell_when_and_by_whom(desk, sale: int, clock) -> None:
    card = next(card for card in desk.see("opportunity_page", id=sale).cards if "Prepare" in card.title)
    desk.do("complete_task", activity=card.activity_id, result="prepared")
    step = next(step for step in run(desk, sale).steps if step.element_id == "prepare_presentation")
    assert (step.state, step.ended_by, step.ended_at) == ("done", "Anna Kern", clock())
    desk.do("undo")
    step = next(step for step in run(desk, sale).steps if step.element_id == "prepare_presentation")
    assert (step.state, step.ended_at) == ("running", None), "what was undone did not happen"


def test_a_run_that_is_over_marks_nothing_as_running(desk, sale: int) -> None:
    reason = desk.choice("closing_reason", "price")
    desk.do("change_stage", opportunity=sale, stage="closed_lost", closing=ClosingAnswer(reason=reason))
    assert "running" not in states(desk, sale).values()
    assert run(desk, sale).status != "running"


def test_a_sale_without_a_run_has_none(desk) -> None:
    assert run(desk, desk.make("create_opportunity", title="By hand")) is None
