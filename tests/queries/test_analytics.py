"""The dashboard's queries on every database: funnel, forecast, stages, plan, currencies, days by the reader's clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from desktop.views.behind import AnalyticsFilter, Behind
from desktop.views.exchange import ClosingAnswer, Money, Refused
from desktop.views.rows import ListFilter
from tests.desk import Desk

EVER = AnalyticsFilter()


@pytest.fixture
def zone() -> ZoneInfo:
    """Three hours ahead of UTC."""
    return ZoneInfo("Europe/Moscow")


def sale(desk: Desk, title: str, amount: int, currency: str = "EUR", **fields: object) -> int:
    return desk.make("create_opportunity", title=title, amount=Money(100 * amount, currency), **fields)


def close(desk: Desk, one: int, stage: str, income: Money | None = None, **answer: object) -> None:
    desk.do("change_stage", opportunity=one, stage=stage, closing=ClosingAnswer(income=income, **answer))


def behind(desk: Desk, wanted: Behind) -> list[int]:
    return sorted(desk.see("list_ids", subject="opportunity", filter=ListFilter(state="all", behind=wanted)))


def test_a_month_ends_at_midnight_of_the_readers_clock(desk, clock):
    one, two = sale(desk, "One", 1), sale(desk, "Two", 2)
    clock.set(datetime(2026, 3, 31, 20, 59, tzinfo=UTC))
    close(desk, one, "closed_won", Money(100, "EUR"))
    clock.set(datetime(2026, 3, 31, 21, 0, tzinfo=UTC))
    close(desk, two, "closed_won", Money(200, "EUR"))
    outcomes = desk.see("analytics_outcomes", filter=EVER)
    by_month = {column.first: column.won.sums[0].minor for column in outcomes.columns if column.won.count}
    assert by_month == {date(2026, 3, 1): 100, date(2026, 4, 1): 200}
    march = AnalyticsFilter(date(2026, 3, 1), date(2026, 3, 31))
    assert behind(desk, Behind("won", march)) == [one]


def test_the_list_behind_a_number_comes_to_that_number_also_where_income_and_amount_differ(desk):
    """Every number opens the list behind it: its foot says the same sum (R13, docs/analytics.md)."""
    close(desk, sale(desk, "Dearer than thought", 100), "closed_won", Money(12_000, "EUR"))
    close(desk, sale(desk, "In dollars at last", 50), "closed_won", Money(7_000, "USD"))
    close(desk, sale(desk, "Lost", 40), "closed_lost", reason=1)
    for figure, sums in (("won", {"EUR": 12_000, "USD": 7_000}), ("closed", {"EUR": 16_000, "USD": 7_000})):
        foot = desk.see(
            "list_summary", subject="opportunity", filter=ListFilter(state="all", behind=Behind(figure, EVER))
        )
        assert {total.amount.currency: total.amount.minor for total in foot.totals} == sums
        assert foot.label == "Income or amount"
    plain = desk.see("list_summary", subject="opportunity", filter=ListFilter(state="all"))
    assert (plain.totals[0].amount.minor, plain.label) == (19_000, "Amount")


def test_a_sale_that_went_back_counts_for_the_furthest_stage_it_reached(desk):
    """R4: any stage from any other; the funnel asks how far it came."""
    one = sale(desk, "One", 10)
    for stage in ("proposal", "qualification"):
        desk.do("change_stage", opportunity=one, stage=stage)
    counts = {stage.code: stage.count for stage in desk.see("analytics_funnel", filter=EVER)}
    assert counts == {"qualification": 1, "presentation": 1, "proposal": 1, "contracting": 0, "closed_won": 0}


def test_a_stage_that_is_added_is_in_the_funnel_at_once_and_one_can_be_left_out(desk):
    """R10: stages are data."""
    desk.do("create_stage", name_en="Trial", name_ru="Проба", code="trial", number=25, percent=40)
    desk.do("create_stage", name_en="Pause", name_ru="Пауза", code="pause", number=26, in_funnel=False)
    codes = [stage.code for stage in desk.see("analytics_funnel", filter=EVER)]
    assert "trial" in codes
    assert "pause" not in codes
    assert codes[-1] == "closed_won"


def test_days_in_a_stage_are_median_and_nearest_rank(desk, clock):
    sales = [sale(desk, f"Sale {place}", 1) for place in range(10)]
    for one in sales:
        clock.advance(days=1)
        desk.do("change_stage", opportunity=one, stage="presentation")
    (stage,) = desk.see("analytics_stages", filter=EVER)
    assert (stage.code, stage.stays, stage.median, stage.ninety) == ("qualification", 10, 5.5, 9.0)
    assert behind(desk, stage.behind) == sales


def test_currencies_are_never_added(desk):
    for currency, amount in (("EUR", 10), ("USD", 20), ("EUR", 30)):
        close(desk, sale(desk, "Sale", amount, currency), "closed_won", Money(100 * amount, currency))
    summary = desk.see("analytics_summary", filter=EVER)
    assert (summary.won.count, summary.won.sums) == (3, (Money(4_000, "EUR"), Money(2_000, "USD")))


def test_without_a_sale_in_the_workspaces_currency_that_of_the_most_sales_comes_first(desk):
    assert desk.see("analytics_summary", filter=EVER).won.sums == (Money(0, "EUR"),)
    for currency in ("USD", "CHF", "USD"):
        sale(desk, "Sale", 1, currency)
    assert desk.see("analytics_summary", filter=EVER).currency == "USD"


def test_a_won_sale_without_income_is_worth_its_amount(desk):
    close(desk, sale(desk, "Sale", 10), "closed_won")
    assert desk.see("analytics_summary", filter=EVER).won.sums == (Money(1_000, "EUR"),)


def test_the_forecast_leaves_out_what_is_expected_after_the_period(desk):
    day = date(2026, 3, 31)
    soon = sale(desk, "Soon", 100, expected_close=day)
    sale(desk, "Later", 1_000, expected_close=day + timedelta(days=1))
    undated = sale(desk, "Undated", 10)
    forecast = desk.see("analytics_forecast", filter=AnalyticsFilter(date(2026, 1, 1), day))
    assert (forecast.open_count, forecast.open_sums) == (2, (Money(11_000, "EUR"),))
    assert forecast.weighted == (Money(1_100, "EUR"),)
    assert behind(desk, forecast.behind) == [soon, undated]
    assert forecast.p50 is not None


def test_the_forecast_is_the_same_all_day_and_another_tomorrow(desk, clock):
    for place in range(20):
        sale(desk, f"Sale {place}", 100 + 37 * place)
    first = desk.see("analytics_forecast", filter=EVER)
    clock.advance(hours=3)
    again = desk.see("analytics_forecast", filter=EVER)
    assert (again.p10, again.p50, again.p90, again.bins) == (first.p10, first.p50, first.p90, first.bins)
    clock.advance(days=1)
    assert desk.see("analytics_forecast", filter=EVER).bins != first.bins


def test_people_reasons_and_competitors_have_their_lists(desk):
    anna = desk.see("shell").person.id
    boris = desk.make("create_person", name="Boris Lang", manager=anna)
    reason = desk.choice("closing_reason", "price")
    mine, theirs = sale(desk, "Mine", 1), sale(desk, "Theirs", 2, owner=boris)
    close(desk, mine, "closed_lost", reason=reason, competitor="Rival")
    close(desk, theirs, "closed_lost", reason=desk.choice("closing_reason", "no_need"))
    outcomes = desk.see("analytics_outcomes", filter=EVER)
    by_reason = {row.label: behind(desk, row.lost.behind) for row in outcomes.reasons}
    assert by_reason == {"Price too high": [mine], "No need": [theirs]}
    assert {row.key: behind(desk, row.lost.behind) for row in outcomes.competitors} == {"Rival": [mine], "": [theirs]}
    assert {row.label: behind(desk, row.lost.behind) for row in outcomes.reps} == {
        "Anna Kern": [mine],
        "Boris Lang": [theirs],
    }
    for wanted, count in (
        (AnalyticsFilter(scope="mine"), 1),
        (AnalyticsFilter(scope="team"), 2),
        (AnalyticsFilter(manager=anna), 2),
        (AnalyticsFilter(owner=boris), 1),
        (AnalyticsFilter(manager=boris, owner=anna), 0),
    ):
        assert desk.see("analytics_summary", filter=wanted).lost.count == count
    choices = desk.see("analytics_choices")
    assert [ref.label for ref in choices.managers] == ["Anna Kern"]
    assert {ref.label for ref in choices.reps} == {"Anna Kern", "Boris Lang"}


def test_an_unknown_figure_is_refused(desk):
    with pytest.raises(Refused) as caught:
        behind(desk, Behind("guess", EVER))
    assert caught.value.sentence == "The dashboard has no figure “guess”."


def test_an_empty_workspace_has_nothing_and_says_so(desk):
    assert desk.see("analytics_choices").first is None
    assert desk.see("analytics_stages", filter=EVER) == ()
    assert desk.see("analytics_outcomes", filter=EVER).columns == ()
    assert desk.see("analytics_forecast", filter=EVER).p50 is None
    assert not any(stage.count for stage in desk.see("analytics_funnel", filter=EVER))
    assert [row.count for row in desk.see("analytics_plan", year=2026, quarter=1, filter=EVER).rows] in ([], [0])
