"""R4, R5, R8 and R15 on every stage and for every result: a sale of its own for each, all in one window."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.journeys.hand import GOOD, STAGE_TASKS, Hand, Key

WHEN = "12.03.2026 14:30"
THEN = datetime(2026, 3, 12, 14, 30, tzinfo=UTC)

ANEW = [
    ("qualification", "contact_customer", "call_back", True),
    ("presentation", "presentation_meeting", "repeat", True),
    ("proposal", "present_proposal", "postponed", True),
    ("proposal", "prepare_contract", "returned", False),
    ("contracting", "clarify_status", "comments_by_date", True),
    ("contracting", "sign_contract", "postponed", True),
]
LOST = [
    ("qualification", "contact_customer", "no_need"),
    ("presentation", "presentation_meeting", "not_interested"),
    ("proposal", "get_comments", "rejected"),
    ("contracting", "clarify_status", "rejected"),
    ("contracting", "sign_contract", "refused"),
]


def stand_on(lasting: Hand, stage: str) -> int:
    sale = lasting.run()
    if stage != "qualification":
        lasting.go_to_stage(stage)
    return sale


@pytest.mark.parametrize(("stage", "task"), [(stage, task) for stage, tasks in STAGE_TASKS.items() for task in tasks])
def test_r15_the_good_result_does_the_task(lasting: Hand, stage: str, task: str) -> None:
    sale = stand_on(lasting, stage)
    lasting.complete(task, when=WHEN if task == "contact_customer" else "")
    others = [other for other in STAGE_TASKS[stage] if other != task]
    assert lasting.tasks(sale) == (others or STAGE_TASKS["proposal"])
    row = lasting.sql(
        "SELECT status, result_code FROM activity WHERE opportunity_id = ? AND element_id = ?", sale, task
    )
    assert ("done", GOOD[task]) in row


@pytest.mark.parametrize(("stage", "task", "result", "asks"), ANEW)
def test_r15_putting_off_makes_the_same_task_anew_for_then(
    lasting: Hand, stage: str, task: str, result: str, asks: bool
) -> None:
    sale = stand_on(lasting, stage)
    popup = lasting.open_card(task)
    lasting.push(f"result_{result}", popup)
    assert lasting.shown("whenEdit", popup) is asks
    lasting.key(Key.Key_Escape)
    lasting.complete(task, result, when=WHEN if asks else "")
    assert sorted(lasting.tasks(sale)) == sorted(STAGE_TASKS[stage])
    assert lasting.stage(sale) == stage
    rows = lasting.sql(
        "SELECT status, start_at FROM activity WHERE opportunity_id = ? AND element_id = ? ORDER BY id", sale, task
    )
    assert [status for status, _ in rows][-2:] == ["done", "planned"]
    if asks:
        number = lasting.card(task).property("activityId")
        assert lasting.ask("activity_page", id=number).fields.start_at == THEN


@pytest.mark.parametrize(("stage", "task", "result"), LOST)
def test_r15_a_losing_result_leads_to_closed_lost_and_asks_the_reason(
    lasting: Hand, stage: str, task: str, result: str
) -> None:
    sale = stand_on(lasting, stage)
    popup = lasting.open_card(task)
    lasting.push(f"result_{result}", popup)
    lasting.push("confirmButton", popup)
    assert lasting.stage(sale) == stage
    lasting.answer_closing()
    assert lasting.stage(sale) == "closed_lost" and lasting.tasks(sale) == [] and lasting.running(sale) == 0
    assert lasting.value("SELECT closing_reason_id FROM opportunity WHERE id = ?", sale) is not None
    row = lasting.sql(
        "SELECT status, result_code FROM activity WHERE opportunity_id = ? AND element_id = ?", sale, task
    )
    assert ("done", result) in row


@pytest.mark.parametrize("start", list(STAGE_TASKS))
def test_r4_r5_any_stage_from_any_other_cancels_and_creates_and_keeps_ones_own(lasting: Hand, start: str) -> None:
    sale = lasting.run()
    mine = lasting.own_task(f"My own of {sale}")
    if start != "qualification":
        lasting.go_to_stage(start)
    for target in [*STAGE_TASKS, start]:
        if lasting.stage(sale) == target:
            continue
        before = lasting.sql(
            "SELECT id FROM activity WHERE opportunity_id = ? AND status = 'planned' AND instance_id IS NOT NULL", sale
        )
        lasting.go_to_stage(target)
        assert lasting.stage(sale) == target
        assert lasting.tasks(sale) == STAGE_TASKS[target], (
            "all tasks of the entered stage, whether passed before or not"
        )
        statuses = {lasting.value("SELECT status FROM activity WHERE id = ?", number) for (number,) in before}
        assert statuses == {"cancelled"}
        assert lasting.value("SELECT status FROM activity WHERE id = ?", mine) == "planned"
        assert len(lasting.cards()) == len(STAGE_TASKS[target]) + 1
    assert lasting.running(sale) == 1


@pytest.mark.parametrize("final", ["stage_closed_won", "stage_closed_lost"])
@pytest.mark.parametrize("stage", list(STAGE_TASKS))
def test_r8_a_final_stage_ends_the_process_on_any_stage(lasting: Hand, stage: str, final: str) -> None:
    sale = lasting.run()
    mine = lasting.own_task(f"My own of {sale}")
    if stage != "qualification":
        lasting.go_to_stage(stage)
    lasting.close_sale(final)
    assert lasting.stage(sale) == final.removeprefix("stage_")
    assert lasting.tasks(sale) == [] and lasting.running(sale) == 0
    assert lasting.value("SELECT status FROM activity WHERE id = ?", mine) == "planned", "one's own tasks stay"
    assert lasting.waits(sale) == 0
