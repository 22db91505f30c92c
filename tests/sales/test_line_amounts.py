"""The arithmetic of lines, totals and shares, against exact fractions."""

from __future__ import annotations

from fractions import Fraction
from math import floor

from hypothesis import given
from hypothesis import strategies as st

from desktop.sales.line_amounts import WHOLE, Priced, gross, net, percent_of, quantity_of, rounded, shares, total

lines = st.builds(Priced, st.integers(0, 10**13), st.integers(1, 10**9), st.integers(0, WHOLE))


@given(lines)
def test_a_line_is_rounded_once_half_up_to_the_minor_unit(line: Priced) -> None:
    exact = Fraction(line.price * line.quantity * (WHOLE - line.discount), 1000 * WHOLE)
    assert net(line) == floor(exact + Fraction(1, 2))
    assert abs(net(line) - exact) <= Fraction(1, 2)


@given(lines)
def test_a_discount_never_makes_a_line_dearer_nor_negative(line: Priced) -> None:
    assert 0 <= net(line) <= gross(line)
    assert net(Priced(line.price, line.quantity, WHOLE)) == 0
    assert net(Priced(line.price, line.quantity, 0)) == gross(line)


@given(st.lists(lines, max_size=8))
def test_a_total_is_the_sum_of_the_rounded_lines_in_any_order(many: list[Priced]) -> None:
    assert total(many) == sum(net(line) for line in many) == total(reversed(many))


def test_a_half_goes_up() -> None:
    assert [rounded(parts, 2) for parts in (0, 1, 2, 3)] == [0, 1, 1, 2]
    assert net(Priced(1, 1500)) == 2  # 1.5 cents
    assert net(Priced(1999, 3000, 1250)) == 5247  # 59.97 less 12.5 % is 52.47375


@given(st.integers(0, 10**15), st.lists(st.integers(0, 5000), min_size=1, max_size=12))
def test_shares_differ_from_their_exact_part_by_less_than_a_unit(amount: int, points: list[int]) -> None:
    parts = shares(amount, points)
    assert len(parts) == len(points)
    for part, share in zip(parts, points, strict=True):
        assert abs(part - Fraction(amount * share, WHOLE)) <= 1
        assert part >= 0


@given(st.integers(0, 10**15), st.lists(st.integers(1, WHOLE - 1), max_size=6, unique=True))
def test_shares_of_one_hundred_percent_make_the_whole_amount(amount: int, cuts: list[int]) -> None:
    ends = [*sorted(cuts), WHOLE]
    points = [end - start for start, end in zip([0, *ends], ends, strict=False)]
    assert sum(points) == WHOLE
    assert sum(shares(amount, points)) == amount


@given(st.integers(1, 10**9))
def test_quantities_and_percentages_are_exact_and_without_trailing_noughts(number: int) -> None:
    assert quantity_of(number) * 1000 == number
    assert percent_of(number) * 100 == number
    assert "E" not in str(quantity_of(number))
    assert not str(quantity_of(2500)).endswith("0")
