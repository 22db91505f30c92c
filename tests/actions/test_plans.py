"""Plans of sales: who may set them, what they may be, undo, and two people at once."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.sales.tables import person, sales_plan
from desktop.views.behind import AnalyticsFilter
from desktop.views.exchange import ChangedMeanwhile, Money

PLAN = Money(5_000_000, "EUR")


@pytest.fixture
def boris(desk) -> int:
    """A rep who reports to Maria, a manager; Anna is the administrator, Otto reports to nobody."""
    maria = desk.do("create_person", name="Maria Stein", role="manager").result["person"]
    desk.do("create_person", name="Otto Brand")
    return desk.do("create_person", name="Boris Lang", manager=maria).result["person"]


def save(desk, who: int, amount: Money | None = PLAN, version: int = 0, quarter: int = 1):
    return desk.do("save_plan", person=who, year=2026, quarter=quarter, amount=amount, version=version)


def test_an_administrator_sets_changes_and_takes_away_a_plan_and_undoes_it(desk, boris):
    save(desk, boris)
    row = desk.row(sales_plan)
    assert (row.person_id, row.year, row.quarter, row.amount_minor, row.version) == (boris, 2026, 1, 5_000_000, 1)
    save(desk, boris, Money(6_000_000, "EUR"), version=1)
    assert desk.row(sales_plan).amount_minor == 6_000_000
    save(desk, boris, None, version=2)
    assert desk.rows(sales_plan) == []
    desk.do("undo")
    assert desk.row(sales_plan).amount_minor == 6_000_000
    desk.do("undo")
    desk.do("undo")
    assert desk.rows(sales_plan) == []


def test_a_manager_sets_plans_of_the_team_alone_and_a_rep_none(desk, boris):
    desk.do("switch_person", person=desk.person("Maria Stein"))
    save(desk, boris)
    arguments = {"year": 2026, "quarter": 1, "amount": PLAN}
    assert desk.refused("save_plan", person=desk.person("Otto Brand"), **arguments).code == "plan-not-yours"
    table = desk.ask("analytics_plan", year=2026, quarter=1, filter=AnalyticsFilter())
    assert {row.person.label: row.editable for row in table.rows} == {"Boris Lang": True, "Otto Brand": False}
    desk.do("switch_person", person=boris)
    assert desk.refused("save_plan", person=boris, version=1, **arguments).code == "plan-not-yours"
    assert desk.row(sales_plan).amount_minor == PLAN.minor


def test_what_cannot_be_a_plan_is_refused(desk, boris):
    refused = desk.refused("save_plan", person=boris, year=2026, quarter=5, amount=PLAN)
    assert (refused.code, refused.field) == ("plan-quarter-unknown", "quarter")
    refused = desk.refused("save_plan", person=boris, year=2026, quarter=1, amount=Money(-1, "EUR"))
    assert (refused.code, refused.field) == ("amount-negative", "amount")
    nobody = max(row.id for row in desk.rows(person)) + 1
    assert desk.refused("save_plan", person=nobody, year=2026, quarter=1, amount=PLAN).code == "person-unknown"
    assert desk.rows(sales_plan) == []


def test_a_plan_that_somebody_else_has_set_meanwhile_is_not_overwritten(desk, boris):
    save(desk, boris)
    with pytest.raises(ChangedMeanwhile):
        save(desk, boris, Money(1, "EUR"))
    assert desk.row(sales_plan).amount_minor == PLAN.minor


def test_the_plan_of_a_period_is_that_of_the_quarters_it_is_made_of(desk, boris):
    for quarter in (1, 2, 3, 4):
        save(desk, boris, Money(quarter * 100, "EUR"), quarter=quarter)
    year = AnalyticsFilter(date(2026, 1, 1), date(2026, 12, 31))
    half = AnalyticsFilter(date(2026, 1, 1), date(2026, 6, 30))
    month = AnalyticsFilter(date(2026, 1, 1), date(2026, 1, 31))
    plans = [desk.ask("analytics_summary", filter=wanted).plan for wanted in (year, half, month)]
    assert plans == [Money(1_000, "EUR"), Money(300, "EUR"), None]
