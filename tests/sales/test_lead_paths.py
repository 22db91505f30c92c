"""Leads: distribution, hand-off, put aside and taken up, disqualified with a reason (product.md, section 5)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

import pytest

from desktop.sales.lead_distribution import Load, least_busy
from desktop.views.exchange import NeedsReason, ReasonAnswer, Refused


@pytest.fixture
def zone() -> tzinfo:
    """A day that begins three hours before that of UTC."""
    return timezone(timedelta(hours=3))


@pytest.fixture
def team(desk) -> dict[str, int]:
    """Clara leads Anna's colleagues Boris and Dina; Boris has work already."""
    clara = desk.do("create_person", name="Clara Hofmann", role="manager").result["person"]
    people = {
        name: desk.do("create_person", name=name, manager=clara).result["person"]
        for name in ("Boris Lang", "Dina Roth")
    }
    desk.do("create_lead", title="Old need", owner=people["Boris Lang"])
    return {"Clara Hofmann": clara, **people}


@pytest.fixture
def lead(desk) -> int:
    return desk.make("create_lead", title="Cash desks", account_name="Vega Logistics")


def refused(desk, name: str, **arguments: object) -> Refused:
    with pytest.raises(Refused) as caught:
        desk.do(name, **arguments)
    assert caught.value.sentence
    return caught.value


def stage(desk, lead: int) -> str:
    return desk.see("lead_page", id=lead).stage_bar.current


def test_the_least_busy_is_the_one_with_the_least_to_do_then_the_first_by_name() -> None:
    loads = (Load(1, "Boris", 1, 1, 0), Load(2, "Anna", 0, 0, 2), Load(3, "Dina", 0, 0, 0))
    assert least_busy(loads, frozenset({1, 2})).name == "Anna"
    assert least_busy(loads, frozenset({1, 2, 3})).name == "Dina"
    with pytest.raises(Refused):
        least_busy(loads, frozenset({9}))


def test_a_lead_given_by_hand_goes_to_distribution_with_its_tasks_and_the_person_is_told(desk, team, lead) -> None:
    task = desk.make("create_activity", kind="task", title="Ask", lead=lead)
    done = desk.do("assign_leads", leads=(lead,), owner=team["Dina Roth"])
    page = desk.see("lead_page", id=lead)
    assert (page.fields.owner.label, page.stage_bar.current) == ("Dina Roth", "distribution")
    assert desk.see("activity_page", id=task).fields.owner.label == "Dina Roth"
    assert done.message == "“Cash desks” is Dina Roth’s now."
    desk.do("switch_person", person=team["Dina Roth"])
    told = desk.see("notifications").rows[0]
    assert told.title == "A lead is yours now: Cash desks" and told.place.id == lead


def test_the_least_busy_of_the_team_gets_it_and_the_reason_is_said(desk, team, lead) -> None:
    first = desk.see("lead_assignees")
    assert [row.name for row in first if row.least] == ["Dina Roth"] and first[0].name == "Dina Roth"
    done = desk.do("assign_leads", leads=(lead,))
    assert desk.see("lead_page", id=lead).fields.owner.label == "Dina Roth"
    assert "least to do in the team: 0 open leads" in done.message


def test_many_leads_are_spread_over_the_team(desk, team) -> None:
    leads = [desk.make("create_lead", title=f"Need {number}") for number in range(3)]
    given = desk.do("assign_leads", leads=leads).result["owners"]
    assert [given.count(team[name]) for name in ("Dina Roth", "Boris Lang")] == [2, 1]
    desk.do("undo")
    assert {desk.see("lead_page", id=one).fields.owner.label for one in leads} == {"Anna Kern"}


def test_a_manager_distributes_among_those_who_report_to_them(desk, team, lead) -> None:
    desk.do("switch_person", person=team["Clara Hofmann"])
    assert {row.name for row in desk.see("lead_assignees") if row.team} == {"Boris Lang", "Dina Roth"}


def test_a_hand_off_moves_on_to_its_stage_and_gives_the_new_owner_a_task(desk, team, lead) -> None:
    done = desk.do("hand_off_lead", lead=lead, owner=team["Boris Lang"], comment="They decide in May")
    page = desk.see("lead_page", id=lead)
    assert (page.stage_bar.current, page.fields.owner.label) == ("handoff", "Boris Lang")
    task = desk.see("activity_page", id=done.result["activity"])
    assert (task.fields.title, task.fields.owner.label, task.fields.comment) == (
        "Take over the lead",
        "Boris Lang",
        "They decide in May",
    )
    desk.do("undo")
    assert stage(desk, lead) == "qualification"


def test_a_lead_that_is_put_aside_comes_back_as_a_call_with_a_reminder_on_its_day(desk, lead, clock) -> None:
    desk.do("put_lead_aside", lead=lead, until=date(2026, 3, 12), reason="No budget before the spring")
    page = desk.see("lead_page", id=lead)
    assert page.aside.until == date(2026, 3, 12) and not page.aside.over
    (card,) = page.cards
    call = desk.see("activity_page", id=card.activity_id).fields
    assert call.start_at == datetime(2026, 3, 12, 6, 0, tzinfo=UTC) and call.remind_at == call.start_at
    clock.advance(days=10)
    day = desk.see("my_day")
    assert [one.title for one in (*day.overdue.cards, *day.today.cards)] == ["Return to the lead"]
    assert desk.see("lead_page", id=lead).aside.over
    assert desk.see("reminders_due") == 1


def test_another_day_takes_the_place_of_the_first_and_taking_up_cancels_the_call(desk, lead) -> None:
    for day in (12, 19):
        desk.do("put_lead_aside", lead=lead, until=date(2026, 3, day), reason="Later")
    page = desk.see("lead_page", id=lead)
    assert page.aside.until == date(2026, 3, 19) and len(page.cards) == 1
    desk.do("take_lead_up", lead=lead)
    page = desk.see("lead_page", id=lead)
    assert page.aside is None and page.cards == ()
    assert refused(desk, "take_lead_up", lead=lead).code == "lead-not-aside"
    desk.do("undo")
    assert desk.see("lead_page", id=lead).aside.reason == "Later"


def test_a_stage_that_is_entered_takes_the_lead_up(desk, lead) -> None:
    desk.do("put_lead_aside", lead=lead, until=date(2026, 3, 12), reason="Later")
    desk.do("change_lead_stage", lead=lead, stage="distribution")
    page = desk.see("lead_page", id=lead)
    assert page.aside is None and page.cards == ()


@pytest.mark.parametrize(
    ("until", "reason", "code"),
    [(date(2026, 3, 2), "x", "nurture-day"), ("soon", "x", "nurture-day"), (date(2026, 3, 3), " ", "nurture-reason")],
)
def test_putting_aside_needs_a_day_ahead_and_a_reason(desk, lead, until, reason, code) -> None:
    assert refused(desk, "put_lead_aside", lead=lead, until=until, reason=reason).code == code


def test_disqualifying_asks_for_the_reason_and_changes_nothing_before(desk, lead) -> None:
    with pytest.raises(NeedsReason) as asked:
        desk.do("change_lead_stage", lead=lead, stage="disqualified")
    question = asked.value.question
    assert question.title == "Cash desks" and "No budget" in [one.label for one in question.reasons]
    assert stage(desk, lead) == "qualification"
    answer = ReasonAnswer(question.reasons[0].id, "Asked for a price list only")
    desk.do("change_lead_stage", lead=lead, stage="disqualified", disqualification=answer)
    why = desk.see("lead_page", id=lead).disqualified
    assert (why.reason, why.comment) == (question.reasons[0].label, "Asked for a price list only")
    desk.do("undo")
    assert desk.see("lead_page", id=lead).disqualified is None


def test_a_reason_of_another_list_is_refused_and_satisfied_asks_nothing(desk, lead) -> None:
    wrong = ReasonAnswer(desk.see("choices", lookup="closing_reason")[0].id)
    assert refused(desk, "change_lead_stage", lead=lead, stage="disqualified", disqualification=wrong).field == "reason"
    desk.do("change_lead_stage", lead=lead, stage="satisfied")
    assert stage(desk, lead) == "satisfied"


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("hand_off_lead", {"owner": 1}),
        ("put_lead_aside", {"until": date(2026, 3, 12), "reason": "x"}),
        ("change_lead_stage", {"stage": "distribution"}),
    ],
)
def test_r9_a_closed_lead_goes_nowhere(desk, lead, name: str, arguments) -> None:
    desk.do("change_lead_stage", lead=lead, stage="satisfied")
    assert refused(desk, name, lead=lead, **arguments).code == "lead-final-stage"
    assert refused(desk, "assign_leads", leads=(lead,), owner=1).code == "lead-final-stage"


def test_l4_a_company_that_is_an_account_under_another_spelling_is_not_added_again(desk, lead) -> None:
    vega = desk.make("create_account", name="VEGA LOGISTICS, GmbH")
    desk.do("change_lead_stage", lead=lead, stage="awaiting_sale")
    assert desk.see("list_ids", subject="account") == (vega,)
    assert desk.see("lead_page", id=lead).fields.account.id == vega
