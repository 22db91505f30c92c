"""N5: one gate for all ways. What a stage wants before it is left is asked whichever way it is left."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.sales import gate
from desktop.sales.tables import opportunity, opportunity_stage, required_field
from desktop.store.journal import action_table
from desktop.views.exchange import Action, ClosingAnswer, FieldsAnswer, Money, NeedsClosing, NeedsFields, Refused
from tests.actions.desk import CLOSING, DONE
from tests.nightly import times

HISTORIES = settings(
    max_examples=times(10, 250), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
BUDGET = {"budget": Money(100_000, "EUR")}


def needed(desk, name, /, **arguments):
    with pytest.raises(NeedsFields) as caught:
        desk.do(name, **arguments)
    assert caught.value.sentence
    return caught.value.question


def require(desk, field="budget", severity="stop", stage="qualification"):
    desk.do("require_field", stage=stage, field=field, severity=severity)


def test_the_shipped_gate_asks_for_nothing(desk):
    seen = desk.ask("gate")
    assert {severity for stage in seen.stages for severity in stage.severities} == {"none"}
    assert [stage.code for stage in seen.stages] == ["qualification", "presentation", "proposal", "contracting"]
    assert seen.fields == tuple(gate.FIELDS)
    assert all(seen.labels)


def test_the_stage_bar_is_stopped_and_goes_on_with_the_answer_in_one_transaction(desk):
    require(desk)
    made = desk.run()
    question = needed(desk, "change_stage", opportunity=made, stage="proposal")
    assert (question.opportunity, question.stage_code, question.fields, question.labels) == (
        made,
        "qualification",
        ("budget",),
        ("Budget",),
    )
    assert desk.stage_of(made) == "qualification"
    actions = len(desk.rows(action_table))
    desk.do("change_stage", opportunity=made, stage="proposal", filled=(FieldsAnswer(made, BUDGET),))
    assert desk.stage_of(made) == "proposal"
    assert desk.row(opportunity, id=made).budget_minor == 100_000
    assert len(desk.rows(action_table)) == actions + 1
    desk.do("undo")
    assert desk.stage_of(made) == "qualification"
    assert desk.row(opportunity, id=made).budget_minor is None


def test_an_answer_is_not_kept_where_the_action_is_refused_after_all(desk):
    require(desk)
    made = desk.run()
    wrong = {"budget": Money(-1, "EUR")}
    assert desk.refused("change_stage", opportunity=made, stage="proposal", filled=(FieldsAnswer(made, wrong),)).field
    desk.refused("change_stage", opportunity=made, stage="nowhere", filled=(FieldsAnswer(made, BUDGET),))
    assert desk.row(opportunity, id=made).budget_minor is None
    assert desk.refused("change_stage", opportunity=made, stage="proposal", filled=(FieldsAnswer(made, {"owner": 1}),))


def test_what_somebody_has_filled_in_meanwhile_stays(desk):
    require(desk)
    made = desk.run()
    version = desk.row(opportunity, id=made).version
    desk.do("save_opportunity", id=made, version=version, fields={"budget": Money(7, "EUR")})
    desk.do("change_stage", opportunity=made, stage="proposal", filled=(FieldsAnswer(made, BUDGET),))
    assert desk.row(opportunity, id=made).budget_minor == 7


def test_r6_the_task_whose_result_leads_on_by_itself_is_stopped_too(desk):
    require(desk)
    made = desk.run()
    desk.complete(made, "prepare_presentation")
    task = desk.tasks(made)["contact_customer"]
    arguments = {"activity": task, "result": "presentation_agreed", "when": desk.in_days(3)}
    assert needed(desk, "complete_task", **arguments).fields == ("budget",)
    assert desk.tasks(made) == {"contact_customer": task}
    desk.do("complete_task", **arguments, filled=(FieldsAnswer(made, BUDGET),))
    assert desk.stage_of(made) == "presentation"


def test_r15_a_task_that_does_not_lead_on_is_not_stopped(desk):
    require(desk)
    made = desk.run()
    desk.complete(made, "prepare_presentation")
    assert desk.stage_of(made) == "qualification"


def test_r13_closing_passes_the_gate_first_and_then_asks_its_own_questions(desk):
    require(desk)
    made = desk.run()
    filled = (FieldsAnswer(made, BUDGET),)
    needed(desk, "change_stage", opportunity=made, stage="closed_won")
    needed(desk, "change_stage", opportunity=made, stage="closed_won", closing=CLOSING)
    with pytest.raises(NeedsClosing):
        desk.do("change_stage", opportunity=made, stage="closed_won", filled=filled)
    assert desk.row(opportunity, id=made).budget_minor is None
    desk.do("change_stage", opportunity=made, stage="closed_won", filled=filled, closing=CLOSING)
    assert desk.stage_of(made) == "closed_won"


def test_a_result_that_loses_the_sale_passes_the_gate(desk):
    require(desk)
    made = desk.run()
    task = desk.tasks(made)["contact_customer"]
    closing = ClosingAnswer(reason=1)
    assert needed(desk, "complete_task", activity=task, result="no_need", closing=closing).fields == ("budget",)


def test_notify_warns_in_the_toast_and_lets_pass(desk):
    require(desk, severity="notify")
    require(desk, "need", "notify")
    made = desk.run()
    done = desk.do("change_stage", opportunity=made, stage="proposal")
    assert done.message.endswith("Not filled in on leaving Qualification: Need, Budget.")
    desk.workspace.language = "ru"
    second = desk.run()
    assert "Не заполнено при уходе" in desk.do("change_stage", opportunity=second, stage="proposal").message


def test_n1_the_consequences_say_it_before_the_click(desk):
    require(desk)
    require(desk, "need", "notify")
    made = desk.run()
    said = desk.ask("stage_consequences", opportunity=made, stage="proposal")
    assert said.text == "cancels 2 tasks, creates 3. Asks first for: Budget. Not filled in: Need."
    assert not said.refused
    desk.complete(made, "prepare_presentation")
    task = desk.tasks(made)["contact_customer"]
    when = desk.in_days(3)
    said = desk.ask("result_consequences", activity=task, result="presentation_agreed", when=when)
    assert said.text.endswith("Asks first for: Budget. Not filled in: Need.")


def test_what_is_required_is_changed_and_undone(desk):
    require(desk)
    require(desk, severity="notify")
    assert [(row.field, row.severity) for row in desk.rows(required_field)] == [("budget", "notify")]
    require(desk, severity="none")
    assert desk.rows(required_field) == []
    desk.do("undo")
    assert len(desk.rows(required_field)) == 1


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"field": "owner"}, "field-unknown"),
        ({"severity": "always"}, "severity-unknown"),
        ({"stage": "nowhere"}, "stage-unknown"),
        ({"stage": "closed_won"}, "gate-final"),
    ],
)
def test_what_cannot_be_required_is_refused(desk, wrong, code):
    given_ = {"stage": "qualification", "field": "budget", "severity": "stop", **wrong}
    assert desk.refused("require_field", **given_).code == code


def test_a_stage_with_required_fields_can_be_deleted_and_comes_back_with_them(desk):
    stage = desk.do("create_stage", name_en="Pilot", name_ru="Пилот").result["stage"]
    require(desk, stage="pilot")
    desk.do("remove_stage", id=stage)
    assert desk.rows(required_field) == []
    desk.do("undo")
    assert len(desk.rows(required_field)) == 1


# No way around it ----------------------------------------------------------------------------------

VALUES = {
    "budget": Money(5, "EUR"),
    "budget_confirmed": True,
    "need_text": "Faster",
    "decision_date": date(2026, 5, 1),
    "tactics": "Slowly",
}
RULES = st.dictionaries(
    st.tuples(
        st.sampled_from(["qualification", "presentation", "proposal", "contracting"]), st.sampled_from(list(VALUES))
    ),
    st.sampled_from(["notify", "stop"]),
    max_size=8,
)
STAGES = ["qualification", "presentation", "proposal", "contracting", "closed_won", "closed_lost"]
MOVES = st.lists(
    st.tuples(st.sampled_from(["stage", "task", "fill", "run", "answer"]), st.integers(0, 1000)), max_size=14
)


def way(desk, made, kind, number):
    """One way among all, of which a person may try any at any time."""
    if kind == "stage":
        return Action("change_stage", opportunity=made, stage=STAGES[number % len(STAGES)], closing=CLOSING)
    if kind == "run":
        return Action("run_process_on", opportunity=made)
    if kind == "fill":
        name = list(VALUES)[number % len(VALUES)]
        version = desk.row(opportunity, id=made).version
        return Action("save_opportunity", id=made, version=version, fields={name: VALUES[name]})
    tasks = desk.tasks(made)
    if not tasks:
        return Action("change_stage", opportunity=made, stage=STAGES[number % 4])
    element = list(tasks)[number % len(tasks)]
    results = desk.ask("activity_page", id=tasks[element]).results
    result = results[number // 7 % len(results)]
    code = DONE[element] if kind == "answer" else result.code
    when = desk.in_days(2) if next(known for known in results if known.code == code).asks == "when" else None
    return Action("complete_task", activity=tasks[element], result=code, when=when, closing=CLOSING)


@HISTORIES
@given(rules=RULES, moves=MOVES)
def test_n5_no_way_leads_around_the_gate(desk, rules, moves):
    for row in desk.rows(required_field):
        code = desk.row(opportunity_stage, id=row.stage_id).code
        desk.do("require_field", stage=code, field=row.field, severity="none")
    for (stage, field), severity in rules.items():
        require(desk, field, severity, stage)
    made = desk.run()
    for kind, number in moves:
        before = desk.row(opportunity, id=made)
        stood = desk.row(opportunity_stage, id=before.stage_id).code
        wanted = {field for (stage, field), severity in rules.items() if stage == stood and severity == "stop"}
        missing = {field for field in wanted if gate.is_missing(before, field)}
        action = way(desk, made, kind, number)
        try:
            desk.workspace.perform(action).result()
        except NeedsFields as needs:
            assert set(needs.question.fields) == missing
            assert missing
            assert desk.row(opportunity, id=made) == before
            if kind == "answer":
                answer = FieldsAnswer(made, {name: VALUES[name] for name in needs.question.fields})
                desk.workspace.perform(action.with_arguments(filled=(answer,))).result()
                assert desk.row(opportunity, id=made).stage_id != before.stage_id
        except Refused:
            assert desk.row(opportunity, id=made) == before
        else:
            if desk.row(opportunity, id=made).stage_id != before.stage_id:
                assert not missing
