"""Stages: R4, R5, R8, R9, R10, R11 and R13 of docs/rules.md."""

from __future__ import annotations

import itertools

import pytest

from desktop.processes.tables import process_instance, process_wait
from desktop.sales.tables import activity, notification, opportunity, stage_history
from desktop.views.exchange import ClosingAnswer, Money
from tests.actions.desk import CLOSING

OPEN = ("qualification", "presentation", "proposal", "contracting")
FINAL = ("closed_won", "closed_lost")
TASKS = {"qualification": 2, "presentation": 1, "proposal": 3, "contracting": 3}


def test_r4_any_stage_can_be_entered_from_any_other_any_number_of_times(desk):
    made = desk.run()
    there_and_back = [stage for pair in itertools.permutations(OPEN, 2) for stage in pair]
    for before, stage in itertools.pairwise(["qualification", *there_and_back]):
        if before == stage:
            assert desk.refused("change_stage", opportunity=made, stage=stage).code == "already-on-stage"
            continue
        desk.do("change_stage", opportunity=made, stage=stage)
        assert desk.stage_of(made) == stage
        assert len(desk.tasks(made)) == TASKS[stage]


def test_r4_the_stage_brings_its_probability_and_its_history(desk):
    made = desk.run()
    desk.clock.advance(hours=2)
    desk.do("change_stage", opportunity=made, stage="proposal")
    row = desk.row(opportunity, id=made)
    assert (row.probability, row.stage_since) == (60, desk.clock().replace(tzinfo=row.stage_since.tzinfo))
    first, second = desk.rows(stage_history, opportunity_id=made)
    assert first.left_at == second.entered_at == row.stage_since
    assert second.left_at is None


def test_r4_an_opportunity_without_a_process_just_changes_its_stage(desk):
    made = desk.do("create_opportunity", title="By hand").result["opportunity"]
    desk.do("change_stage", opportunity=made, stage="contracting")
    assert desk.stage_of(made) == "contracting"
    assert desk.rows(activity) == []


def test_r5_unfinished_tasks_of_the_stage_left_are_cancelled_and_all_of_the_entered_one_created(desk):
    made = desk.run()
    before = desk.tasks(made)
    desk.complete(made, "prepare_presentation")
    mine = desk.do("create_activity", kind="call", title="My own", opportunity=made).result["activity"]
    done = desk.do("change_stage", opportunity=made, stage="proposal")
    assert desk.row(activity, id=before["contact_customer"]).status == "cancelled"
    assert desk.row(activity, id=before["prepare_presentation"]).status == "done"
    assert desk.row(activity, id=mine).status == "planned"
    assert set(desk.tasks(made)) == {"present_proposal", "get_comments", "prepare_contract"}
    assert done.result["cancelled"] == (before["contact_customer"],)
    assert set(done.result["created"]) == set(desk.tasks(made).values())


def test_r5_a_stage_passed_before_gets_all_its_tasks_again(desk):
    made = desk.run()
    desk.finish_stage(made)
    assert desk.stage_of(made) == "presentation"
    desk.do("change_stage", opportunity=made, stage="qualification")
    assert set(desk.tasks(made)) == {"contact_customer", "prepare_presentation"}


@pytest.mark.parametrize("stage", OPEN)
@pytest.mark.parametrize("final", FINAL)
def test_r8_the_process_ends_on_any_stage_by_choosing_a_final_one(desk, stage, final):
    made = desk.sale_on(stage)
    tasks = desk.tasks(made)
    mine = desk.do("create_activity", kind="task", title="My own", opportunity=made).result["activity"]
    desk.do("change_stage", opportunity=made, stage=final, closing=CLOSING)
    assert desk.stage_of(made) == final
    assert desk.row(process_instance).status == "completed"
    assert desk.row(process_instance).ended_at is not None
    assert desk.rows(process_wait) == []
    assert {desk.row(activity, id=task).status for task in tasks.values()} == {"cancelled"}
    assert desk.row(activity, id=mine).status == "planned"


@pytest.mark.parametrize("final", FINAL)
def test_r9_a_final_stage_cannot_be_left(desk, final):
    made = desk.run()
    desk.do("change_stage", opportunity=made, stage=final, closing=CLOSING)
    for stage in (*OPEN, *FINAL):
        assert desk.refused("change_stage", opportunity=made, stage=stage, closing=CLOSING).code == "final-stage"
    assert desk.stage_of(made) == final


def test_r9_no_new_opportunity_begins_on_a_final_stage(desk):
    assert desk.refused("create_opportunity", title="By hand", stage="closed_won").code == "stage-final-new"


def test_r10_a_stage_that_an_administrator_adds_can_be_entered_and_waits_there(desk):
    desk.do("create_stage", code="review", name_en="Review", name_ru="Проверка", number=35, percent=40)
    made = desk.run()
    desk.do("change_stage", opportunity=made, stage="review")
    assert desk.stage_of(made) == "review"
    assert desk.tasks(made) == {}
    assert len(desk.running(made)) == 1
    desk.do("change_stage", opportunity=made, stage="contracting")
    assert len(desk.tasks(made)) == 3


def test_r10_a_final_stage_that_an_administrator_adds_ends_the_process(desk):
    desk.do("create_stage", code="on_ice", name_en="On ice", name_ru="Заморожена", number=90, percent=0, final=True)
    made = desk.run()
    assert desk.asked("change_stage", opportunity=made, stage="on_ice").question.stage_label == "On ice"
    desk.do("change_stage", opportunity=made, stage="on_ice", closing=CLOSING)
    assert desk.row(process_instance).status == "completed"
    assert desk.refused("change_stage", opportunity=made, stage="proposal").code == "final-stage"


def test_r10_the_process_runs_on_a_stage_without_tasks_from_the_start(desk):
    desk.do("create_stage", code="review", name_en="Review", name_ru="Проверка", number=35, percent=40)
    made = desk.sale_on("review")
    assert desk.tasks(made) == {}
    assert len(desk.running(made)) == 1


def test_an_unknown_stage_is_refused(desk):
    assert desk.refused("change_stage", opportunity=desk.run(), stage="nowhere").code == "stage-unknown"


@pytest.fixture
def chief(desk) -> int:
    """The manager of Anna Kern."""
    made = desk.do("create_person", name="Maria Chief", role="manager").result["person"]
    desk.do("create_person", name="Paul Rep", manager=made)
    desk.do("switch_person", person=desk.person("Paul Rep"))
    return made


@pytest.mark.parametrize(("final", "kind", "tone"), [("closed_won", "won", "good"), ("closed_lost", "lost", "bad")])
def test_r11_the_manager_of_the_responsible_rep_is_notified(desk, chief, final, kind, tone):
    made = desk.run()
    desk.do("change_stage", opportunity=made, stage=final, closing=CLOSING)
    message = desk.row(notification, person_id=chief)
    assert (message.kind, message.tone, message.place, message.place_id) == (kind, tone, "opportunity", made)
    desk.do("switch_person", person=chief)
    shown = desk.ask("notifications").rows[0]
    assert "Paul Rep" in shown.text
    assert "€\u00a0184,000." in shown.text
    assert f"Time spent: {CLOSING.spent_minutes // 60} h {CLOSING.spent_minutes % 60} min." in shown.text
    assert ("Reason: " in shown.text) == (final == "closed_lost")


def test_r11_the_manager_reads_why_and_to_whom_it_was_lost_in_either_language(desk, chief):
    made = desk.run()
    reason = desk.ask("choices", lookup="closing_reason")[0].id
    answer = ClosingAnswer(income=Money(5_000_050, "EUR"), reason=reason, competitor="Rival GmbH", spent_minutes=95)
    desk.do("change_stage", opportunity=made, stage="closed_lost", closing=answer)
    desk.do("switch_person", person=chief)
    english = desk.ask("notifications").rows[0].text
    assert english.endswith(", €\u00a050,000.50. Reason: No budget. Competitor: Rival GmbH. Time spent: 1 h 35 min.")
    desk.workspace.language = "ru"
    russian = desk.ask("notifications").rows[0].text
    assert russian.endswith("000,50\u00a0€. Причина: Нет бюджета. Конкурент: Rival GmbH. Затрачено: 1 ч 35 мин.")


def test_r11_without_a_manager_nobody_is_notified(desk):
    made = desk.run()
    desk.do("change_stage", opportunity=made, stage="closed_won", closing=CLOSING)
    assert desk.rows(notification, kind="won") == []


def test_r13_closing_asks_with_the_amount_and_the_minutes_of_the_tasks(desk):
    made = desk.run()
    version = desk.row(opportunity, id=made).version
    desk.do("save_opportunity", id=made, version=version, fields={"amount": Money(10_000, "EUR")})
    desk.complete(made, "contact_customer", spent_minutes=25)
    question = desk.asked("change_stage", opportunity=made, stage="closed_lost").question
    assert (question.opportunity, question.successful, question.stage_label) == (made, False, "Closed lost")
    assert (question.income, question.spent_minutes) == (Money(10_000, "EUR"), 25)
    assert len(question.reasons) > 3
    assert question.consequences == "cancels 1 task, the process ends; a final stage cannot be left"
    assert desk.stage_of(made) == "qualification"
    assert len(desk.tasks(made)) == 1


def test_r13_what_was_answered_is_kept(desk):
    made = desk.run()
    desk.do("change_stage", opportunity=made, stage="closed_lost", closing=CLOSING)
    row = desk.row(opportunity, id=made)
    assert (row.income_minor, row.income_currency, row.closed_minutes) == (18_400_000, "EUR", 80)
    assert (row.closing_reason_id, row.competitor, row.closed_by) == (1, "Rival Ltd", desk.person("Anna Kern"))
    assert row.closed_at is not None
    assert row.probability == 0


def test_r13_a_loss_needs_its_reason(desk):
    made = desk.run()
    refused = desk.refused("change_stage", opportunity=made, stage="closed_lost", closing=ClosingAnswer())
    assert (refused.code, refused.field) == ("closing-reason-required", "reason")
    desk.do("change_stage", opportunity=made, stage="closed_won", closing=ClosingAnswer())


def test_r13_competitors_named_before_are_offered(desk):
    desk.do("change_stage", opportunity=desk.run(), stage="closed_lost", closing=CLOSING)
    question = desk.asked("change_stage", opportunity=desk.run(), stage="closed_lost").question
    assert [choice.label for choice in question.competitors] == ["Rival Ltd"]
