"""What a person does with products, and with their lines on opportunities and orders."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop.actions.registry import Outcome, action
from desktop.sales import drafts, lines, products
from desktop.sales.doors import MANAGERS, edits, edits_line, edits_named
from desktop.views.exchange import Money

if TYPE_CHECKING:
    from desktop.store.transaction import Transaction


@action("create_product", right=MANAGERS)
def create_product(tx: Transaction, name: str, price: Money | None = None, **fields: object) -> Outcome:
    """Add a product; ``fields`` are keys of ProductFields."""
    product = products.create(tx, name, {"price": price, **fields})
    return Outcome(
        message="product-created",
        parameters={"name": products.name_of(tx, product)},
        undoable=True,
        result={"product": product},
    )


@action("save_product", right=edits("product"))
def save_product(tx: Transaction, id: int, version: int, fields: Mapping[str, object]) -> Outcome:
    """Change fields of a product; fails with ChangedMeanwhile if it was saved since ``version`` was read."""
    products.save(tx, id, version, fields)
    drafts.discard(tx, "product", id)
    return Outcome(message="record-saved", parameters={"name": products.name_of(tx, id)}, undoable=True)


@action("add_line", right=edits_named("subject", "id"))
def add_line(tx: Transaction, subject: str, id: int, product: int, **fields: object) -> Outcome:
    """Add a product to an opportunity or an order (``subject``); ``fields`` are price, quantity and discount."""
    line = lines.add(tx, subject, id, product, fields)
    return Outcome(
        message="line-added",
        parameters={"name": products.name_of(tx, product)},
        undoable=True,
        result={"line": line, subject: id},
    )


@action("save_line", right=edits_line("line"))
def save_line(tx: Transaction, subject: str, line: int, version: int, fields: Mapping[str, object]) -> Outcome:
    """Change price, quantity or discount of a line; ChangedMeanwhile if it was changed since ``version`` was read."""
    record = lines.change(tx, subject, line, version, fields)
    return Outcome(
        message="line-saved",
        parameters={"name": lines.name_of(tx, subject, line)},
        undoable=True,
        result={"line": line, subject: record},
    )


@action("remove_line", right=edits_line("line"))
def remove_line(tx: Transaction, subject: str, line: int) -> Outcome:
    """Take a product off an opportunity or an order."""
    name = lines.name_of(tx, subject, line)
    record = lines.remove(tx, subject, line)
    return Outcome(message="line-removed", parameters={"name": name}, undoable=True, result={subject: record})


@action("follow_lines", right=edits("opportunity", "opportunity"))
def follow_lines(tx: Transaction, opportunity: int, follows: bool) -> Outcome:
    """Let the amount of an opportunity follow the total of its products, or stand as it is."""
    lines.follow(tx, opportunity, follows)
    message = "amount-follows" if follows else "amount-stands"
    return Outcome(message=message, undoable=True, result={"opportunity": opportunity})
