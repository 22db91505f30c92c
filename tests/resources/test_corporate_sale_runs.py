"""The process "Corporate sale", played by the pure machine: the ways that results and people choose."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path

import pytest

from desktop.engine import ElementCancelled, ElementEntered, Machine, NothingWaits, State, Step, read

FILE = Path(__file__).parents[2] / "resources" / "processes" / "corporate_sale.bpmn"
MACHINE = Machine(read(FILE.read_bytes(), source=FILE.name).processes["corporate_sale"])
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
LATER = "2026-11-26T14:00:00+00:00"

STAGES = {
    "qualification": {"contact_customer": "presentation_agreed", "prepare_presentation": "prepared"},
    "presentation": {"presentation_meeting": "interested"},
    "proposal": {
        "present_proposal": "presented",
        "get_comments": "agreed",
        "prepare_contract": "approved",
    },
    "contracting": {"send_contract": "sent", "clarify_status": "received", "sign_contract": "signed"},
}
FINAL = {"closed_won", "closed_lost", "abandoned"}
AGAIN = [
    ("qualification", "contact_customer", "call_back", "contact_customer_at"),
    ("presentation", "presentation_meeting", "repeat", "presentation_at"),
    ("proposal", "present_proposal", "postponed", "present_proposal_at"),
    ("proposal", "prepare_contract", "returned", None),
    ("contracting", "clarify_status", "comments_by_date", "clarify_status_at"),
    ("contracting", "sign_contract", "postponed", "sign_contract_at"),
]
LOST = [
    ("qualification", "contact_customer", "no_need"),
    ("presentation", "presentation_meeting", "not_interested"),
    ("proposal", "get_comments", "rejected"),
    ("contracting", "clarify_status", "rejected"),
    ("contracting", "sign_contract", "refused"),
]


class Sale:
    """One run of the process, standing on a stage from the beginning."""

    state: State
    last: Step

    def __init__(self, stage: str) -> None:
        self._took(MACHINE.start({}, NOW))
        assert self.waits("service") == ["register_opportunity"]
        (wait,) = self.state.waits
        self._took(MACHINE.complete(self.state, wait.token, NOW, variables=_message(stage)))

    def _took(self, step: Step) -> None:
        self.last = step
        self.state = State.from_json(step.state.to_json())

    def waits(self, kind: str) -> list[str]:
        return sorted(wait.element_id for wait in self.state.waits if wait.kind == kind)

    @property
    def tasks(self) -> list[str]:
        return self.waits("user")

    @property
    def entered(self) -> list[str]:
        return [effect.element_id for effect in self.last.effects if isinstance(effect, ElementEntered)]

    @property
    def cancelled(self) -> list[str]:
        return [effect.element_id for effect in self.last.effects if isinstance(effect, ElementCancelled)]

    def complete(self, task: str, result: str, **variables: str) -> None:
        (wait,) = (wait for wait in self.state.waits if wait.kind == "user" and wait.element_id == task)
        self._took(MACHINE.complete(self.state, wait.token, NOW, result=result, variables=variables))

    def choose(self, stage: str) -> None:
        self._took(MACHINE.message(self.state, "stage_changed", NOW, variables=_message(stage)))

    def finish(self, stage: str) -> None:
        for task, result in STAGES[stage].items():
            if task in self.tasks:
                self.complete(task, result)

    @property
    def ended_by(self) -> str | None:
        return self.state.ended_by if self.state.status == "completed" else None


def _message(stage: str) -> dict[str, str | bool]:
    return {"stage": stage, "final": stage in FINAL}


def tasks_of(stage: str) -> list[str]:
    return sorted(STAGES[stage])


def test_r6_r7_from_qualification_straight_to_closed_won() -> None:
    sale = Sale("qualification")
    for stage in STAGES:
        assert sale.tasks == tasks_of(stage)
        assert stage in sale.entered
        sale.finish(stage)
    assert sale.ended_by == "closed_won"
    assert sale.state.waits == ()


@pytest.mark.parametrize("stage", STAGES)
def test_l3_a_run_begins_on_the_stage_on_which_the_sale_stands(stage: str) -> None:
    sale = Sale(stage)
    assert sale.tasks == tasks_of(stage)
    assert sale.waits("message") == [f"{stage}_stage_changed"]


@pytest.mark.parametrize("stage", STAGES)
def test_r6_the_tasks_of_a_stage_may_be_done_in_any_order(stage: str) -> None:
    codes = list(STAGES)
    follows = dict(zip(codes, [*codes[1:], "closed_won"], strict=True))
    for order in permutations(STAGES[stage]):
        sale = Sale(stage)
        for task in order:
            assert task in sale.tasks
            sale.complete(task, STAGES[stage][task])
        assert follows[stage] in sale.entered
        assert sale.cancelled == []


@pytest.mark.parametrize(("stage", "task", "result", "variable"), AGAIN)
def test_r15_again_makes_the_same_task_anew_and_the_stage_goes_on(
    stage: str, task: str, result: str, variable: str | None
) -> None:
    sale = Sale(stage)
    for _ in range(3):
        sale.complete(task, result, **({variable: LATER} if variable else {}))
        assert sale.tasks == tasks_of(stage)
        assert sale.entered.count(task) == 1
        assert sale.cancelled == []
        if variable:
            assert sale.state.variables[variable] == LATER
    sale.finish(stage)
    assert not set(sale.tasks) & set(tasks_of(stage))


@pytest.mark.parametrize(("stage", "task", "result"), LOST)
def test_r15_a_losing_result_cancels_the_other_tasks_and_closes_the_sale_as_lost(
    stage: str, task: str, result: str
) -> None:
    sale = Sale(stage)
    sale.complete(task, result)
    assert sale.ended_by == "closed_lost"
    assert sorted(set(sale.cancelled) & set(STAGES[stage])) == [other for other in tasks_of(stage) if other != task]
    assert sale.state.waits == ()


def test_r15_the_date_agreed_in_qualification_is_known_in_presentation() -> None:
    sale = Sale("qualification")
    sale.complete("contact_customer", "presentation_agreed", presentation_at=LATER)
    sale.complete("prepare_presentation", "prepared")
    assert sale.tasks == ["presentation_meeting"]
    assert sale.state.variables["presentation_at"] == LATER


@pytest.mark.parametrize("there", STAGES)
@pytest.mark.parametrize("here", STAGES)
def test_r4_r5_any_stage_from_any_other_cancels_its_tasks_and_creates_those_of_the_chosen(
    here: str, there: str
) -> None:
    sale = Sale(here)
    sale.choose(there)
    assert sale.tasks == tasks_of(there)
    assert sorted(set(sale.cancelled) & set(STAGES[here])) == tasks_of(here)
    sale.choose(here)
    assert sale.tasks == tasks_of(here)


def test_r5_a_stage_that_was_passed_begins_with_all_its_tasks_again() -> None:
    sale = Sale("qualification")
    sale.complete("prepare_presentation", "prepared")
    sale.choose("contracting")
    assert "prepare_presentation" not in sale.cancelled
    sale.choose("qualification")
    assert sale.tasks == tasks_of("qualification")
    for stage in STAGES:
        sale.finish(stage)
    assert sale.ended_by == "closed_won"


@pytest.mark.parametrize("contract_first", [False, True])
def test_r15_changes_requested_after_presenting_makes_both_tasks_anew(contract_first: bool) -> None:
    sale = Sale("proposal")
    if contract_first:
        sale.complete("prepare_contract", "approved")
    sale.complete("present_proposal", "presented")
    for _ in range(2):
        sale.complete("get_comments", "changes_requested")
        assert {"present_proposal", "get_comments"} <= set(sale.entered)
        assert ("prepare_contract" in sale.tasks) is not contract_first
        sale.complete("present_proposal", "presented")
    assert "get_comments" in sale.tasks
    sale.complete("get_comments", "agreed")
    sale.finish("proposal")
    assert sale.tasks == tasks_of("contracting")


@pytest.mark.parametrize("contract_first", [False, True])
def test_r15_changes_requested_while_presenting_is_open_makes_no_twin_of_it(contract_first: bool) -> None:
    sale = Sale("proposal")
    if contract_first:
        sale.complete("prepare_contract", "approved")
    before = sale.tasks
    sale.complete("get_comments", "changes_requested")
    assert sale.tasks == before
    assert "present_proposal" not in sale.entered
    sale.complete("get_comments", "agreed")
    sale.finish("proposal")
    assert sale.tasks == tasks_of("contracting")


def test_r15_changes_requested_after_presenting_was_postponed_makes_no_twin_of_it() -> None:
    sale = Sale("proposal")
    sale.complete("present_proposal", "postponed", present_proposal_at=LATER)
    sale.complete("get_comments", "changes_requested")
    assert sale.tasks == tasks_of("proposal")


def test_r6_changes_requested_last_of_all_keeps_the_stage_until_both_are_done_again() -> None:
    for order in permutations(["present_proposal", "get_comments"]):
        sale = Sale("proposal")
        sale.complete("prepare_contract", "approved")
        sale.complete("present_proposal", "presented")
        sale.complete("get_comments", "changes_requested")
        assert sale.tasks == ["get_comments", "present_proposal"]
        for task in order:
            assert "contracting" not in sale.entered
            sale.complete(task, STAGES["proposal"][task])
        assert sale.tasks == tasks_of("contracting")


def test_r10_a_stage_without_tasks_waits_for_another_choice() -> None:
    sale = Sale("negotiation")
    assert (sale.tasks, sale.waits("message")) == ([], ["wait_at_stage"])
    sale.choose("proposal")
    sale.complete("present_proposal", "presented")
    sale.choose("negotiation")
    assert (sale.tasks, sale.waits("message")) == ([], ["wait_at_stage"])
    sale.choose("another_one")
    assert sale.waits("message") == ["wait_at_stage"]
    sale.choose("contracting")
    assert sale.tasks == tasks_of("contracting")


@pytest.mark.parametrize(
    ("chosen", "end"), [("closed_won", "closed_won"), ("closed_lost", "closed_lost"), ("abandoned", "closed")]
)
@pytest.mark.parametrize("stage", [*STAGES, "negotiation"])
def test_r8_r10_choosing_a_final_stage_ends_the_process(stage: str, chosen: str, end: str) -> None:
    sale = Sale(stage)
    sale.choose(chosen)
    assert sale.ended_by == end
    assert sorted(set(sale.cancelled) & set(STAGES.get(stage, ()))) == sorted(STAGES.get(stage, ()))


def test_r10_a_stage_with_tasks_that_the_lookup_makes_final_ends_the_process_too() -> None:
    sale = Sale("qualification")
    (wait,) = (wait for wait in sale.state.waits if wait.kind == "message")
    step = MACHINE.message(
        sale.state, "stage_changed", NOW, variables={"stage": "proposal", "final": True}, token=wait.token
    )
    assert (step.state.status, step.state.ended_by) == ("completed", "closed")


def test_r9_nothing_can_be_chosen_when_the_process_has_ended() -> None:
    sale = Sale("contracting")
    sale.choose("closed_lost")
    with pytest.raises(NothingWaits):
        sale.choose("qualification")
