"""What a person does with orders, and after a sale was won (R12)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop.actions.registry import Outcome, action
from desktop.sales import closing, drafts, opportunities, orders
from desktop.sales.doors import Creates, edits, edits_part
from desktop.sales.tables import order_payment
from desktop.views.exchange import Money, Place

if TYPE_CHECKING:
    from desktop.store.transaction import Transaction


@action("create_order", right=Creates("order"))
def create_order(tx: Transaction, opportunity: int | None = None, **fields: object) -> Outcome:
    """Make an order, from an opportunity with its products, customer and owner (R12), and open its page.

    ``fields`` are keys of OrderFields.
    """
    wanted = fields if opportunity is None else {**fields, "opportunity": opportunity}
    order = orders.create(tx, wanted)
    return Outcome(
        message="order-created",
        parameters={"number": orders.read(tx, order).number},
        undoable=True,
        opens=Place("order", order),
        result={"order": order},
    )


@action("save_order", right=edits("order"))
def save_order(tx: Transaction, id: int, version: int, fields: Mapping[str, object]) -> Outcome:
    """Change fields of an order; fails with ChangedMeanwhile if it was saved since ``version`` was read."""
    orders.save(tx, id, version, fields)
    drafts.discard(tx, "order", id)
    return Outcome(message="record-saved", parameters={"name": orders.read(tx, id).number}, undoable=True)


@action("add_payment", right=edits("order", "order"))
def add_payment(tx: Transaction, order: int, **fields: object) -> Outcome:
    """Add a payment to an order's plan; ``fields`` are due_on, share (percent) or amount, note."""
    payment = orders.add_payment(tx, order, fields)
    return Outcome(message="payment-added", undoable=True, result={"payment": payment, "order": order})


@action("save_payment", right=edits_part(order_payment.c.sales_order_id, "order", "payment"))
def save_payment(tx: Transaction, payment: int, version: int, fields: Mapping[str, object]) -> Outcome:
    """Change a payment, or write down when it was paid; ChangedMeanwhile if it was changed since it was read."""
    order = orders.save_payment(tx, payment, version, fields)
    return Outcome(message="payment-saved", undoable=True, result={"payment": payment, "order": order})


@action("remove_payment", right=edits_part(order_payment.c.sales_order_id, "order", "payment"))
def remove_payment(tx: Transaction, payment: int) -> Outcome:
    """Remove a payment from an order's plan."""
    order = orders.remove_payment(tx, payment)
    return Outcome(message="payment-removed", undoable=True, result={"order": order})


@action("correct_closing", right=edits("opportunity", "opportunity"))
def correct_closing(tx: Transaction, opportunity: int, income: Money | None, spent_minutes: int) -> Outcome:
    """Confirm or correct what the closing of an opportunity wrote down (R12, R13); its stage does not change."""
    row = opportunities.read(tx, opportunity, lock=True)
    closing.correct(tx, row, income, spent_minutes)
    return Outcome(
        message="closing-checked",
        parameters={"title": opportunities.title_of(tx, opportunity)},
        undoable=True,
        result={"opportunity": opportunity},
    )
