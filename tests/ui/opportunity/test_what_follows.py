"""After the sale was won, by whichever way: check the data, create the order, plan the next activity (R12)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.views.exchange import ClosingAnswer, Money, Place

EUR = "EUR"


@pytest.fixture
def won(desk):
    desk.sale()
    licence = desk.do("create_product", name="Licence", price=Money(120_000, EUR)).result["product"]
    desk.do("add_line", subject="opportunity", id=desk.page.place.id, product=licence, quantity=2)
    assert not desk.shown("whatFollows")
    win(desk)
    return desk.page.follows


def win(desk) -> None:
    answer = ClosingAnswer(income=Money(240_000, EUR), spent_minutes=90)
    desk.do("change_stage", opportunity=desk.page.place.id, stage="closed_won", closing=answer)
    desk.settle()


def test_r12_the_last_task_of_contracting_leads_to_the_same_panel_as_the_stage_bar(desk) -> None:
    page = desk.sale()
    desk.do("change_stage", opportunity=page.place.id, stage="contracting")
    answer = ClosingAnswer(income=None, spent_minutes=10)
    for result in ("sent", "received", "signed"):
        for card in desk.read().cards:
            if any(choice.code == result for choice in card.results):
                desk.do("complete_task", activity=card.activity_id, result=result, closing=answer)
    desk.settle()
    assert desk.shown("whatFollows")
    assert desk.find("fact_check").text() == "no income · 10 min"


def test_r12_a_lost_sale_has_nothing_that_follows(desk) -> None:
    page = desk.sale()
    reason = desk.ask("choices", lookup="closing_reason")[0].id
    answer = ClosingAnswer(spent_minutes=5, reason=reason)
    desk.do("change_stage", opportunity=page.place.id, stage="closed_lost", closing=answer)
    desk.settle()
    assert not desk.shown("whatFollows")


def test_r12_r13_the_data_are_checked_and_corrected_and_the_correction_is_undone(desk, won) -> None:
    assert desk.find("fact_check").text() == "€ 2,400 · 1 h 30 min"
    desk.click("follow_check")
    desk.write("checkIncomeEdit", "2500")
    desk.write("checkSpentEdit", "2:00")
    desk.click("checkConfirmButton")
    desk.until(lambda: won.view.checked)
    assert desk.find("fact_check").text() == "€ 2,500 · 2 h"
    assert "actual income €\u00a02,500" in desk.page.closing.text()
    assert "2 h" in desk.page.closing.text()
    page = desk.read()
    assert (page.actual_income, page.stage_bar.current) == (Money(250_000, EUR), "closed_won")
    desk.page.setFocus()
    desk.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: not won.view.checked)
    assert desk.read().actual_income == Money(240_000, EUR)


def test_r13_what_cannot_be_read_is_not_written(desk, won) -> None:
    desk.click("follow_check")
    desk.write("checkIncomeEdit", "a lot")
    desk.click("checkConfirmButton")
    assert desk.shown("checkClosingDialog")
    desk.key(Qt.Key.Key_Escape)
    assert not desk.shown("checkClosingDialog")
    assert not won.view.checked


def test_r12_the_order_carries_the_products_over_and_both_ends_lead_to_each_other(desk, won) -> None:
    sale = desk.page.place
    assert desk.find("fact_order").text() == "1 product is carried over"
    desk.click("follow_order")
    page = desk.window.page
    assert page.objectName() == "orderPage"
    assert page.view.total == Money(240_000, EUR)
    desk.click("chain_opportunity")
    assert desk.window.page.place == sale
    assert desk.find("fact_order").text() == "ORD-00001"
    assert desk.find("follow_order").text() == "Another order"
    desk.click("chain_order")
    assert desk.window.page.objectName() == "orderPage"


def test_r12_the_next_activity_is_planned_on_the_closed_sale(desk, won) -> None:
    desk.click("follow_next")
    desk.find("newActivityPopup")
    desk.keys("Ask how it goes")
    desk.key(Qt.Key.Key_Return)
    desk.until(lambda: won.view.next_activity is not None)
    assert desk.find("fact_next").text() == "Ask how it goes"
    assert len(desk.cards()) == 1


def test_r12_all_done_is_counted_and_the_keyboard_reaches_every_step(desk, won) -> None:
    counts = []
    for name in ("follow_check", "follow_order"):
        button = desk.find(name)
        button.setFocus()
        desk.key(Qt.Key.Key_Space)
        if name == "follow_check":
            desk.key(Qt.Key.Key_Return)
            desk.until(lambda: won.view.checked)
            counts.append(won._count.text())
    desk.window.show_place(Place("opportunity", won.view.opportunity))
    desk.settle()
    counts.append(won._count.text())
    assert counts == ["1 of 3 done", "2 of 3 done"]
    for button in won.steps.values():
        assert button.accessibleName()


def test_another_opportunity_does_not_show_what_follows_this_one(desk, won) -> None:
    desk.sale()
    assert not desk.shown("whatFollows")
