"""The board's queries: counts, sums by currency and rate, first cards and the rest, what was closed lately."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.queries import board as module
from desktop.views.exchange import ClosingAnswer, Money, Refused
from desktop.views.rows import ListFilter


def column(desk, code, **arguments):
    return next(found for found in desk.see("board", **arguments).columns if found.code == code)


def sale(desk, title="Sale", **fields):
    return desk.make("create_opportunity", title=title, **fields)


def test_r10_a_column_for_every_stage_of_the_bar_an_added_one_at_once_final_ones_last(desk):
    codes = [found.code for found in desk.see("board").columns]
    assert codes == ["qualification", "presentation", "proposal", "contracting", "closed_won", "closed_lost"]
    desk.do("create_stage", name_en="Pilot", name_ru="Пилот", number=35)
    assert [found.code for found in desk.see("board").columns][3] == "pilot"
    desk.do("create_stage", name_en="Back room", name_ru="Задняя комната", on_bar=False)
    assert "back_room" not in [found.code for found in desk.see("board").columns]
    sale(desk, stage="back_room")
    assert column(desk, "back_room").count == 1


def test_a_column_counts_and_adds_up_whole_and_weighted(desk):
    sale(desk, stage="proposal", amount=Money(100_00, "EUR"))
    sale(desk, stage="proposal", amount=Money(50_01, "EUR"))
    sale(desk, stage="proposal")
    found = column(desk, "proposal")
    assert (found.count, found.total, found.percent) == (3, Money(150_01, "EUR"), 60)
    assert found.weighted == Money(90_01, "EUR")
    assert not found.converted and found.apart == ()
    assert column(desk, "contracting").total == Money(0, "EUR")


def test_other_currencies_are_converted_at_todays_rate_and_named_where_there_is_none(desk):
    sale(desk, stage="proposal", amount=Money(100_00, "EUR"))
    sale(desk, stage="proposal", amount=Money(200_00, "USD"))
    sale(desk, stage="proposal", amount=Money(300_00, "GBP"))
    found = column(desk, "proposal")
    assert found.total == Money(100_00, "EUR")
    assert found.apart == (Money(300_00, "GBP"), Money(200_00, "USD"))
    desk.do("save_currency_rate", currency="USD", base="EUR", day=date(2026, 3, 1), rate="0.5")
    desk.do("save_currency_rate", currency="GBP", base="EUR", day=date(2026, 3, 9), rate="2")
    found = column(desk, "proposal")
    assert (found.total, found.weighted) == (Money(200_00, "EUR"), Money(120_00, "EUR"))
    assert found.converted and found.apart == (Money(300_00, "GBP"),)


def test_a_final_column_holds_what_was_closed_in_the_last_thirty_days_the_last_first(desk, clock):
    first, second = (sale(desk, amount=Money(amount, "EUR")) for amount in (100, 200))
    desk.do("change_stage", opportunity=first, stage="closed_won", closing=ClosingAnswer())
    clock.advance(days=5)
    desk.do("change_stage", opportunity=second, stage="closed_won", closing=ClosingAnswer())
    won = column(desk, "closed_won")
    assert (won.ids, won.count, won.total) == ((second, first), 2, Money(300, "EUR"))
    assert desk.see("board_ids", stage="closed_won") == (second, first)
    clock.advance(days=26)
    assert column(desk, "closed_won").ids == (second,)
    assert desk.see("board").days == 30


def test_the_first_cards_come_with_the_board_the_rest_by_their_ids(desk, clock, monkeypatch):
    monkeypatch.setattr(module, "FIRST", 2)
    made = []
    for number in range(5):
        made.append(sale(desk, f"Sale {number}", stage="proposal"))
        clock.advance(hours=30)
    answer = desk.see("board")
    assert column(desk, "proposal").ids == tuple(made[:2])
    assert [card.title for card in answer.cards] == ["Sale 0", "Sale 1"]
    assert [card.days for card in answer.cards] == [6, 5]
    assert desk.see("board_ids", stage="proposal") == tuple(made)
    cards = desk.see("board_cards", ids=(made[4], 4711, made[0]))
    assert [card.id for card in cards] == [made[4], made[0]]
    assert desk.see("board_cards", ids=()) == ()


def test_columns_are_ordered_by_time_on_the_stage_next_step_amount_or_closing(desk, clock):
    fields = (
        {"amount": Money(100, "EUR"), "expected_close": date(2026, 9, 1)},
        {"amount": Money(300, "EUR")},
        {"expected_close": date(2026, 4, 1)},
    )
    old, rich, soon = (sale(desk, **each) for each in fields)
    desk.do("create_activity", kind="call", title="Call", opportunity=old)
    first = {sort: column(desk, "qualification", sort=sort).ids for sort in module.SORTS}
    assert first["since"] == (old, rich, soon)
    assert first["next_due"] == (rich, soon, old)
    assert first["amount"] == (rich, old, soon)
    assert first["expected_close"] == (soon, old, rich)
    with pytest.raises(Refused) as refusal:
        desk.see("board", sort="shoe_size")
    assert refusal.value.code == "column-unknown"


def test_n7_a_card_tells_the_next_step_and_that_it_is_overdue_or_missing(desk, clock):
    idle, late = sale(desk, "Idle"), sale(desk, "Late")
    desk.do("create_activity", kind="call", title="Call them", opportunity=late)
    clock.advance(days=8)
    cards = {card.id: card for card in desk.see("board").cards}
    assert (cards[idle].due_state, cards[idle].next_due) == ("missing", None)
    assert (cards[late].due_state, cards[late].next_step) == ("overdue", "Call them")


def test_the_filter_narrows_counts_sums_and_cards_alike(desk):
    boris = desk.make("create_person", name="Boris Lang", manager=desk.workspace.person_id)
    sale(desk, "Mine", amount=Money(100, "EUR"))
    sale(desk, "His", owner=boris, amount=Money(200, "EUR"))
    for wanted, count, total in (
        (ListFilter(scope="mine"), 1, 100),
        (ListFilter(scope="team"), 2, 300),
        (ListFilter(text="his"), 1, 200),
        (ListFilter(state="closed", stages=("proposal",)), 2, 300),
    ):
        found = column(desk, "qualification", filter=wanted)
        assert (found.count, found.total) == (count, Money(total, "EUR"))
        assert len(desk.see("board", filter=wanted).cards) == count
        assert len(desk.see("board_ids", stage="qualification", filter=wanted)) == count


def test_a_board_without_any_opportunity_has_its_columns_all_the_same(desk):
    answer = desk.see("board")
    assert len(answer.columns) == 6 and answer.cards == ()
    assert all(found.count == 0 and found.total == Money(0, "EUR") for found in answer.columns)
