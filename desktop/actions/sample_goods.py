"""The goods of the sample company: what its sales are made of, and the orders that won ones turn into."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from desktop.sales import opportunities, orders, products
from desktop.views.exchange import Money

if TYPE_CHECKING:
    from desktop.actions.sample_story import Teller
    from desktop.store.transaction import Transaction

SEED = 20_27
"""A chance of its own, so that the stories do not depend on what is sold."""
WITH_LINES = 0.65
WITH_ORDER = 0.8


class Goods:
    """The products of the company, and what a seller does with them in one sale."""

    def __init__(self, tx: Transaction, rows: Sequence[Sequence[Any]]) -> None:
        """``rows`` hold name, code, series, unit and price in minor units; the last is priced for each sale anew."""
        self._chance = random.Random(SEED)  # noqa: S311 - a story, not a secret
        self._with_lines: set[int] = set()
        self._products = [
            (
                products.create(tx, name, {"code": code, "series": series, "unit": unit, "price": Money(price, "EUR")}),
                price,
            )
            for name, code, series, unit, price in rows
        ]

    def offer(self, teller: Teller, owner: int, opportunity: int, amount: Money) -> None:
        """Write down the products that make up the amount, to the cent, in most sales."""
        if self._chance.random() > WITH_LINES:
            return
        self._with_lines.add(opportunity)
        *priced, rest = self._products
        left = amount.minor
        for product, price in self._chance.sample(priced, 2):
            count = int(left * self._chance.uniform(0.2, 0.6)) // price
            if count:
                teller.act(owner, "add_line", subject="opportunity", id=opportunity, product=product, quantity=count)
                left -= count * price
        rest_price = Money(left, amount.currency)
        teller.act(owner, "add_line", subject="opportunity", id=opportunity, product=rest[0], price=rest_price)
        teller.act(owner, "follow_lines", opportunity=opportunity, follows=True)

    def sell(self, teller: Teller, owner: int, opportunity: int) -> None:
        """Check the data of a won sale, make its order and plan the payments; now and then that is still to be done."""
        row = opportunities.read(teller.tx, opportunity)
        if row.income_minor is None or self._chance.random() > WITH_ORDER:
            return
        income = opportunities.amount_of(row, "income")
        minutes = row.closed_minutes or 0
        teller.act(owner, "correct_closing", opportunity=opportunity, income=income, spent_minutes=minutes)
        order = teller.act(owner, "create_order", opportunity=opportunity)["order"]
        if opportunity not in self._with_lines:  # nothing was carried over: what was sold is one service
            service = self._products[-1][0]
            teller.act(owner, "add_line", subject="order", id=order, product=service, price=income)
        begins = teller.tx.now.date()
        today = teller.present.date()
        age = (today - begins).days
        state = "paid" if age > 90 else "shipped" if age > 70 else "confirmed"
        for share, days in ((30, 14), (70, 45)):
            due = begins + timedelta(days=days)
            paid = due + timedelta(days=self._chance.randint(-3, 6))
            payment = teller.act(owner, "add_payment", order=order, due_on=due, share=share)["payment"]
            if paid < today and (share < 50 or state == "paid"):
                teller.act(owner, "save_payment", payment=payment, version=1, fields={"paid_on": paid})
        version = orders.read(teller.tx, order).version
        teller.act(owner, "save_order", id=order, version=version, fields={"status": teller.states[state]})
