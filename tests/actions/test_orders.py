"""Products on opportunities, orders with payments, and what follows a won sale (R12, R13)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from desktop.sales.tables import opportunity, sales_order
from desktop.views.exchange import ChangedMeanwhile, ClosingAnswer, Money, Place
from tests.actions.desk import Desk

EUR = "EUR"


@pytest.fixture
def licence(desk: Desk) -> int:
    return made(desk, "product", name="Licence", price=Money(120_000, EUR), code="L-1", unit="pcs")


@pytest.fixture
def support(desk: Desk) -> int:
    return made(desk, "product", name="Support", price=Money(9_990, EUR), unit="month")


@pytest.fixture
def sale(desk: Desk) -> int:
    account = made(desk, "account", name="Vega Logistics", address="Hamburg")
    contact = made(desk, "contact", name="Ivana Petrov", account=account)
    return made(desk, "opportunity", title="Warehouse", account=account, contact=contact)


def made(desk: Desk, subject: str, **arguments: object) -> int:
    return desk.do(f"create_{subject}", **arguments).result[subject]


def lines(desk: Desk, subject: str, record: int):
    return desk.ask("lines", subject=subject, id=record)


def add(desk: Desk, record: int, product: int, subject: str = "opportunity", **fields: object) -> int:
    return desk.do("add_line", subject=subject, id=record, product=product, **fields).result["line"]


def win(desk: Desk, sale: int) -> None:
    answer = ClosingAnswer(income=Money(500_000, EUR), spent_minutes=90)
    desk.do("change_stage", opportunity=sale, stage="closed_won", closing=answer)


# Products


def test_a_product_keeps_its_fields_and_its_name_is_its_own(desk: Desk, licence: int) -> None:
    page = desk.ask("product_page", id=licence)
    assert (page.fields.code, page.fields.unit, page.fields.price) == ("L-1", "pcs", Money(120_000, EUR))
    assert desk.refused("create_product", name="licence").code == "product-exists"
    desk.do("save_product", id=licence, version=1, fields={"name": "LICENCE", "active": False})
    with pytest.raises(ChangedMeanwhile):
        desk.do("save_product", id=licence, version=1, fields={"name": "Other"})


def test_a_product_that_is_not_offered_is_not_picked_but_found_and_listed(desk: Desk, licence: int) -> None:
    assert [ref.label for ref in desk.ask("pick", subject="product", text="lic")] == ["Licence"]
    desk.do("save_product", id=licence, version=1, fields={"active": False})
    assert desk.ask("pick", subject="product", text="lic") == ()
    assert [row.subject for row in desk.ask("find", text="licence")] == ["product"]
    (row,) = desk.ask("list_rows", subject="product", ids=desk.ask("list_ids", subject="product"))
    assert not row.active
    assert row.offered == "Not offered"


# Lines on an opportunity


def test_lines_take_the_list_price_and_their_totals_are_rounded_line_by_line(
    desk: Desk, sale: int, licence: int, support: int
) -> None:
    add(desk, sale, licence, quantity=3, discount=Decimal("12.5"))
    add(desk, sale, support, quantity=Decimal("2.5"))
    found = lines(desk, "opportunity", sale)
    assert [line.total.minor for line in found.lines] == [315_000, 24_975]
    assert (found.before, found.total) == (Money(384_975, EUR), Money(339_975, EUR))


def test_without_an_amount_it_follows_the_lines_and_one_written_by_hand_overrides(
    desk: Desk, sale: int, licence: int
) -> None:
    line = add(desk, sale, licence)
    assert desk.ask("opportunity_page", id=sale).fields.amount == Money(120_000, EUR)
    desk.do("save_line", subject="opportunity", line=line, version=1, fields={"quantity": 2})
    page = desk.ask("opportunity_page", id=sale)
    assert page.fields.amount == Money(240_000, EUR)
    desk.do("save_opportunity", id=sale, version=page.version, fields={"amount": Money(200_000, EUR)})
    assert not lines(desk, "opportunity", sale).follows
    desk.do("save_line", subject="opportunity", line=line, version=2, fields={"quantity": 5})
    assert desk.ask("opportunity_page", id=sale).fields.amount == Money(200_000, EUR)
    desk.do("follow_lines", opportunity=sale, follows=True)
    assert desk.ask("opportunity_page", id=sale).fields.amount == Money(600_000, EUR)


def test_an_amount_that_is_there_is_not_overwritten_by_the_first_line(desk: Desk, licence: int) -> None:
    sale = made(desk, "opportunity", title="Warehouse", amount=Money(7_000, "USD"))
    line = add(desk, sale, licence)
    found = lines(desk, "opportunity", sale)
    assert not found.follows
    assert found.amount == Money(7_000, "USD")
    # The product is priced in another currency: it is to be priced anew.
    assert found.lines[0].price == Money(0, "USD")
    wrong = desk.refused("save_line", subject="opportunity", line=line, version=1, fields={"price": Money(1, EUR)})
    assert wrong.code == "line-currency"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"quantity": 0}, "quantity-range"),
        ({"quantity": Decimal("0.0001")}, "fraction-wrong"),
        ({"quantity": "many"}, "fraction-wrong"),
        ({"quantity": Decimal("NaN")}, "fraction-wrong"),
        ({"discount": 101}, "percent-range"),
        ({"discount": -1}, "percent-range"),
        ({"price": Money(-1, EUR)}, "amount-negative"),
        ({"price": Money(10**16, EUR), "quantity": 1000}, "amount-too-large"),
    ],
)
def test_a_line_refuses_what_it_cannot_be(desk: Desk, sale: int, licence: int, fields, code: str) -> None:
    assert desk.refused("add_line", subject="opportunity", id=sale, product=licence, **fields).code == code
    assert lines(desk, "opportunity", sale).lines == ()


def test_a_line_changed_meanwhile_is_not_overwritten_and_changes_are_undone(
    desk: Desk, sale: int, licence: int
) -> None:
    line = add(desk, sale, licence)
    desk.do("save_line", subject="opportunity", line=line, version=1, fields={"quantity": 4})
    with pytest.raises(ChangedMeanwhile):
        desk.do("save_line", subject="opportunity", line=line, version=1, fields={"quantity": 9})
    desk.do("undo")
    assert lines(desk, "opportunity", sale).total == Money(120_000, EUR)
    desk.do("remove_line", subject="opportunity", line=line)
    assert lines(desk, "opportunity", sale).lines == ()
    desk.do("undo")
    assert desk.ask("opportunity_page", id=sale).fields.amount == Money(120_000, EUR)
    desk.do("undo")
    assert desk.ask("opportunity_page", id=sale).fields.amount is None


# Orders


def test_an_order_carries_customer_products_and_owner_over_and_goes_its_own_way(
    desk: Desk, sale: int, licence: int
) -> None:
    line = add(desk, sale, licence, quantity=2)
    done = desk.do("create_order", opportunity=sale)
    order = done.result["order"]
    assert done.opens == Place("order", order)
    page = desk.ask("order_page", id=order)
    assert page.number == "ORD-00001"
    assert (page.fields.account.label, page.fields.contact.label) == ("Vega Logistics", "Ivana Petrov")
    assert (page.fields.status.code, page.fields.opportunity.id) == ("draft", sale)
    assert page.fields.ordered_on == date(2026, 3, 2)
    assert page.total == Money(240_000, EUR)
    desk.do("save_line", subject="opportunity", line=line, version=1, fields={"quantity": 7})
    assert desk.ask("order_page", id=order).total == Money(240_000, EUR)


def test_several_orders_on_any_stage_and_the_chain_is_seen_from_each_end(desk: Desk) -> None:
    lead = made(desk, "lead", title="Automation", account_name="Vega")
    desk.do("change_lead_stage", lead=lead, stage="awaiting_sale")
    sale = desk.ask("lead_page", id=lead).opportunity.id
    first, second = made(desk, "order", opportunity=sale), made(desk, "order", opportunity=sale)
    want = ["lead", "opportunity", "order", "order"]
    for subject, record in (("lead", lead), ("opportunity", sale), ("order", first), ("order", second)):
        links = desk.ask("chain", subject=subject, id=record)
        assert [link.kind for link in links] == want
        assert [link.place for link in links if link.here] == [Place(subject, record)]


def test_an_order_without_an_opportunity_is_made_and_undone(desk: Desk) -> None:
    order = made(desk, "order")
    assert desk.ask("chain", subject="order", id=order) == ()
    desk.do("undo")
    assert desk.rows(sales_order) == []
    assert desk.ask("order_page", id=made(desk, "order")).number == "ORD-00002"


def test_lines_of_a_paid_order_stay_until_its_state_changes(desk: Desk, sale: int, licence: int) -> None:
    order = made(desk, "order", opportunity=sale)
    states = {choice.code: choice.id for choice in desk.ask("choices", lookup="order_status")}
    assert list(states) == ["draft", "confirmed", "shipped", "paid", "cancelled"]
    add(desk, order, licence, subject="order")
    version = desk.ask("order_page", id=order).version
    desk.do("save_order", id=order, version=version, fields={"status": states["paid"]})
    found = lines(desk, "order", order)
    assert not found.edit.enabled
    assert "Paid" in found.edit.why_not
    refused = desk.refused("remove_line", subject="order", line=found.lines[0].id)
    assert refused.code == "order-settled"


def test_a_payment_plan_of_shares_makes_the_total_and_follows_it(desk: Desk, sale: int, licence: int) -> None:
    order = made(desk, "order")
    line = add(desk, order, licence, subject="order", price=Money(100, EUR))
    for share in (Decimal("33.33"), Decimal("33.33"), Decimal("33.34")):
        desk.do("add_payment", order=order, due_on=date(2026, 4, 1), share=share)
    page = desk.ask("order_page", id=order)
    assert sum(payment.comes_to.minor for payment in page.payments) == 100
    assert page.unplanned == Money(0, EUR)
    desk.do("save_line", subject="order", line=line, version=1, fields={"price": Money(1_000_001, EUR)})
    page = desk.ask("order_page", id=order)
    assert sum(payment.comes_to.minor for payment in page.payments) == 1_000_001


def test_a_payment_is_a_share_or_an_amount_and_is_paid(desk: Desk, clock) -> None:
    order = made(desk, "order")
    assert desk.refused("add_payment", order=order, due_on=date(2026, 4, 1)).code == "payment-empty"
    payment = desk.do("add_payment", order=order, due_on=date(2026, 2, 1), amount=Money(500, EUR)).result["payment"]
    assert desk.ask("order_page", id=order).payments[0].state == "overdue"
    desk.do("save_payment", payment=payment, version=1, fields={"paid_on": date(2026, 3, 2)})
    page = desk.ask("order_page", id=order)
    assert (page.payments[0].state, page.paid) == ("paid", Money(500, EUR))
    with pytest.raises(ChangedMeanwhile):
        desk.do("save_payment", payment=payment, version=1, fields={"share": 50})
    desk.do("save_payment", payment=payment, version=2, fields={"share": 50})
    assert desk.ask("order_page", id=order).payments[0].comes_to == Money(0, EUR)
    desk.do("remove_payment", payment=payment)
    desk.do("undo")
    assert len(desk.ask("order_page", id=order).payments) == 1


def test_orders_are_found_and_listed(desk: Desk, sale: int) -> None:
    order = made(desk, "order", opportunity=sale)
    assert ("order", order) in [(row.subject, row.id) for row in desk.ask("find", text="ORD-00001")]
    assert ("order", order) in [(row.subject, row.id) for row in desk.ask("find", text="vega")]
    for column in ("number", "account", "opportunity", "status", "ordered_on", "total", "owner"):
        assert desk.ask("list_ids", subject="order", sort=column) == (order,)
    (row,) = desk.ask("list_rows", subject="order", ids=(order,))
    assert (row.account, row.opportunity, row.status) == ("Vega Logistics", "Warehouse", "Draft")


# What follows a won sale


def test_r12_what_follows_a_won_sale_ticks_itself_off(desk: Desk, sale: int, licence: int) -> None:
    add(desk, sale, licence)
    assert not desk.ask("what_follows", opportunity=sale).won
    win(desk, sale)
    follows = desk.ask("what_follows", opportunity=sale)
    assert (follows.won, follows.checked, follows.orders, follows.next_activity) == (True, False, (), None)
    assert (follows.income, follows.spent_minutes, follows.lines) == (Money(500_000, EUR), 90, 1)
    desk.do("correct_closing", opportunity=sale, income=Money(450_000, EUR), spent_minutes=120)
    made(desk, "order", opportunity=sale)
    desk.do("create_activity", kind="call", title="Ask how it goes", opportunity=sale)
    follows = desk.ask("what_follows", opportunity=sale)
    assert follows.checked
    assert follows.orders[0].label == "ORD-00001"
    assert follows.next_activity.label == "Ask how it goes"


def test_r13_a_correction_of_the_closing_is_undone_long_after_and_leaves_the_stage(desk: Desk, sale: int) -> None:
    assert desk.refused("correct_closing", opportunity=sale, income=None, spent_minutes=0).code == "not-closed"
    win(desk, sale)
    desk.clock.advance(days=3)
    wrong = desk.refused("correct_closing", opportunity=sale, income=None, spent_minutes=-1)
    assert wrong.code == "spent-negative"
    desk.do("correct_closing", opportunity=sale, income=Money(1, EUR), spent_minutes=5)
    desk.clock.advance(days=3)
    desk.do("undo")
    row = desk.row(opportunity, id=sale)
    assert (row.income_minor, row.closed_minutes, row.closing_checked) == (500_000, 90, False)
    assert desk.stage_of(sale) == "closed_won"


def test_r12_the_printed_form_holds_all_of_the_order(desk: Desk, sale: int, licence: int) -> None:
    add(desk, sale, licence, quantity=2, discount=10)
    order = made(desk, "order", opportunity=sale)
    desk.do("add_payment", order=order, due_on=date(2026, 4, 1), share=100)
    document = desk.ask("order_document", id=order)
    assert (document.number, document.customer, document.address) == ("ORD-00001", "Vega Logistics", "Hamburg")
    assert (document.total, document.before) == (Money(216_000, EUR), Money(240_000, EUR))
    assert document.payments[0].comes_to == document.total


def test_the_history_of_a_sale_tells_of_its_products_and_orders(desk: Desk, sale: int, licence: int) -> None:
    line = add(desk, sale, licence)
    desk.do(
        "save_line", subject="opportunity", line=line, version=1, fields={"quantity": Decimal("2.5"), "discount": 5}
    )
    made(desk, "order", opportunity=sale)
    desk.do("remove_line", subject="opportunity", line=line)
    rows = [(row.what, row.before, row.after) for row in desk.ask("history", subject="opportunity", id=sale).rows]
    assert ("Product", None, "Licence") in rows
    assert ("Product Licence: Quantity", "1", "2.5") in rows
    assert ("Product Licence: Discount", "0 %", "5 %") in rows
    assert ("Order", None, "ORD-00001") in rows
    assert ("Product", "Licence", None) in rows


def test_an_order_by_itself_takes_the_currency_of_its_first_product(desk: Desk, licence: int) -> None:
    foreign = made(desk, "product", name="Import", price=Money(500, "USD"))
    order = made(desk, "order")
    add(desk, order, foreign, subject="order")
    add(desk, order, licence, subject="order")
    found = lines(desk, "order", order)
    assert (found.currency, found.total) == ("USD", Money(500, "USD"))
    planned = made(desk, "order")
    desk.do("add_payment", order=planned, due_on=date(2026, 4, 1), amount=Money(500, EUR))
    add(desk, planned, foreign, subject="order")
    assert lines(desk, "order", planned).currency == EUR


def test_a_removed_line_cannot_be_changed_nor_removed_again(desk: Desk, sale: int, licence: int) -> None:
    line = add(desk, sale, licence)
    desk.do("remove_line", subject="opportunity", line=line)
    assert desk.refused("remove_line", subject="opportunity", line=line).code == "record-gone"
    changed = desk.refused("save_line", subject="opportunity", line=line, version=2, fields={"quantity": 2})
    assert changed.code == "record-gone"
    assert desk.ask("product_page", id=licence).opportunities == 0
