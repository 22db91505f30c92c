"""The Monte-Carlo forecast: bounds, sameness, and figures that can be worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.sales.analytics.forecast import DRAWN, PRIOR_SALES, RUNS, OpenSale, Past, chance, draw, in_time
from tests.nightly import times

PASTS = st.builds(
    Past,
    percent=st.integers(0, 100),
    won=st.integers(0, 500),
    lost=st.integers(0, 500),
    days=st.lists(st.floats(0, 400), max_size=40).map(sorted),
)
SALES = st.lists(st.builds(OpenSale, st.integers(0, 10**9), st.integers(1, 3), st.floats(0, 500)), max_size=150)


@settings(max_examples=times(10, 150))
@given(SALES, st.tuples(PASTS, PASTS, PASTS), st.one_of(st.none(), st.floats(-5, 400)), st.integers(0, 2**32))
def test_it_stays_between_nothing_and_everything_in_order_and_is_the_same_again(sales, pasts, left, seed):
    history = dict(enumerate(pasts, start=1))
    drawn = draw(sales, history, left, seed)
    assert 0 <= drawn.low <= drawn.p10 <= drawn.p50 <= drawn.p90 <= drawn.high <= sum(sale.amount for sale in sales)
    assert sum(drawn.bins) == (RUNS if sales else 0)
    assert draw(list(reversed(sales)), history, left, seed) == drawn


@given(PASTS, st.floats(0, 500), st.floats(0, 500), st.floats(0, 500))
def test_more_time_never_makes_it_less_likely(past, days, left, more):
    assert 0 <= in_time(past, days, left) <= in_time(past, days, left + more) <= in_time(past, days, None) == 1


def test_what_is_certain_is_certain():
    sure = {1: Past(percent=100, won=50, lost=0, days=[5.0])}
    drawn = draw([OpenSale(700, 1, 0.0), OpenSale(300, 1, 2.0)], sure, 30, 1)
    assert (drawn.p10, drawn.p50, drawn.p90) == (1000, 1000, 1000)
    never = {1: Past(percent=0, won=0, lost=50, days=[])}
    assert draw([OpenSale(700, 1, 0.0)], never, 30, 1).p90 == 0


def test_the_history_of_the_stage_decides_with_the_lookup_as_a_few_sales_besides():
    assert chance(Past(percent=60, won=0, lost=0, days=[])) == pytest.approx(0.6)
    assert chance(Past(percent=60, won=300, lost=700, days=[])) == pytest.approx(306 / (1000 + PRIOR_SALES))


def test_a_sale_that_has_stood_long_is_compared_with_those_that_took_longer():
    past = Past(percent=50, won=4, lost=4, days=[10.0, 20.0, 40.0, 80.0])
    assert in_time(past, 0.0, 20.0) == pytest.approx(0.5)
    assert in_time(past, 30.0, 20.0) == pytest.approx(0.5)
    assert in_time(past, 30.0, 50.0) == pytest.approx(1.0)
    assert in_time(past, 100.0, 20.0) == pytest.approx(0.5), "longer than any: as a fresh one"
    assert in_time(past, 0.0, -1.0) == 0


def test_small_sales_in_one_sum_give_what_drawing_each_would():
    history = {1: Past(percent=40, won=4_000, lost=6_000, days=[1.0])}
    many = [OpenSale(1_000, 1, 0.0)] * (DRAWN * 10)
    drawn = draw(many, history, None, 7)
    assert drawn.p50 == pytest.approx(len(many) * 400, rel=0.02)
    spread = 1_000 * (len(many) * 0.4 * 0.6) ** 0.5 * 1.2816
    assert drawn.p90 - drawn.p50 == pytest.approx(spread, rel=0.3)
    assert drawn.p50 - drawn.p10 == pytest.approx(spread, rel=0.3)
