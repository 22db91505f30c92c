"""Lines of products on an opportunity or an order: added, changed, removed, copied; what follows their total."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from sqlalchemy import Row, Table, select

from desktop.sales import fields as kinds
from desktop.sales import line_amounts, opportunities, products, settings
from desktop.sales.line_amounts import Priced
from desktop.sales.reading import Reading
from desktop.sales.tables import (
    lookup_value,
    opportunity,
    opportunity_line,
    order_payment,
    sales_order,
    sales_order_line,
)
from desktop.store.transaction import Transaction
from desktop.views.exchange import Money, Refused

MOST_QUANTITY = 10**12
"""The most thousandths of a unit on one line."""
SETTLED = ("paid", "cancelled")
"""Codes of the order's states in which its lines are not changed any more."""
_COPIED = ("product_id", "name", "code", "unit", "price_minor", "price_currency", "quantity_milli", "discount_points")


@dataclass(frozen=True, slots=True)
class Holder:
    """What has lines: their table and the column that points to it."""

    table: Table
    owner: Table
    link: str


HOLDERS: Mapping[str, Holder] = {
    "opportunity": Holder(opportunity_line, opportunity, "opportunity_id"),
    "order": Holder(sales_order_line, sales_order, "sales_order_id"),
}


def of(source: Reading, subject: str, record_id: int) -> Sequence[Row[Any]]:
    """Return the lines of an opportunity or an order, in the order in which they were added."""
    holder = _holder(subject)
    table = holder.table
    wanted = (table.c[holder.link] == record_id, table.c.removed_at.is_(None))
    return source.rows(select(table).where(*wanted).order_by(table.c.id))


def priced(row: Row[Any]) -> Priced:
    """Return the numbers of a line's row."""
    return Priced(row.price_minor, row.quantity_milli, row.discount_points)


def add(tx: Transaction, subject: str, record_id: int, product_id: object, fields: Mapping[str, object]) -> int:
    """Add a product, at its list price and once unless ``fields`` (price, quantity, discount) say otherwise.

    All lines of a record are in one currency: that of its lines or, before the first, of its amount (an order by itself
    takes that of its first product). A product priced in another begins at nothing, to be priced. Without an amount the
    opportunity's follows its lines from now on.
    """
    _check_open(tx, subject, record_id)
    holder = _holder(subject)
    if not isinstance(product_id, int):
        raise Refused("record-unknown", field="product")
    row = products.read(tx, product_id)
    before = of(tx, subject, record_id)
    currency = _currency(tx, subject, record_id, before) or row.price_currency
    if subject == "order" and not before and _is_free(tx, record_id):
        currency = row.price_currency
        tx.update(sales_order, record_id, {"currency": currency})
    price = row.price_minor if row.price_currency == currency else 0
    values: dict[str, Any] = {
        holder.link: record_id,
        "product_id": product_id,
        "name": row.name,
        "code": row.code,
        "unit": row.unit,
        "price_minor": price,
        "price_currency": currency,
        "quantity_milli": line_amounts.MILLI,
        "discount_points": 0,
        **_columns(fields, currency),
    }
    _check_size(values)
    line_id = tx.insert(holder.table, values)
    if subject == "opportunity" and not before:
        sale = opportunities.read(tx, record_id)
        if sale.amount_minor is None:
            tx.update(opportunity, record_id, {"amount_follows": True})
    totalled(tx, subject, record_id)
    return line_id


def change(tx: Transaction, subject: str, line_id: int, version: int, fields: Mapping[str, object]) -> int:
    """Change price, quantity or discount of a line. Returns the id of what it belongs to.

    Raises ChangedMeanwhile where the line was changed since ``version``, Refused naming the field at fault.
    """
    holder = _holder(subject)
    row = _line(tx, holder, line_id)
    record_id = int(getattr(row, holder.link))
    _check_open(tx, subject, record_id)
    values = _columns(fields, row.price_currency)
    _check_size({**row._mapping, **values})
    kinds.save(tx, holder.table, line_id, version, values)
    totalled(tx, subject, record_id)
    return record_id


def remove(tx: Transaction, subject: str, line_id: int) -> int:
    """Remove a line; it stays for the history alone. Returns the id of what it belonged to."""
    holder = _holder(subject)
    row = _line(tx, holder, line_id)
    record_id = int(getattr(row, holder.link))
    _check_open(tx, subject, record_id)
    tx.update(holder.table, line_id, {"removed_at": tx.now})
    totalled(tx, subject, record_id)
    return record_id


def carry_over(tx: Transaction, opportunity_id: int, order_id: int, currency: str) -> int:
    """Copy the lines of an opportunity into an order of its own (R12); they go separate ways from then on."""
    found = of(tx, "opportunity", opportunity_id)
    for row in found:
        values = {name: getattr(row, name) for name in _COPIED}
        tx.insert(sales_order_line, {"sales_order_id": order_id, **values, "price_currency": currency})
    totalled(tx, "order", order_id)
    return len(found)


def follow(tx: Transaction, opportunity_id: int, follows: bool) -> None:
    """Let the amount of an opportunity follow its lines, or stand as it is."""
    opportunities.read(tx, opportunity_id)
    tx.update(opportunity, opportunity_id, {"amount_follows": follows})
    totalled(tx, "opportunity", opportunity_id)


def totalled(tx: Transaction, subject: str, record_id: int) -> None:
    """Bring what follows the lines up to date: the order's total, the opportunity's amount where it follows."""
    found = of(tx, subject, record_id)
    amount = line_amounts.total(priced(row) for row in found)
    if amount > kinds.MOST_MONEY:
        raise Refused("amount-too-large", field="price")
    if subject == "order":
        tx.update(sales_order, record_id, {"total_minor": amount})
        return
    sale = opportunities.read(tx, record_id)
    if sale.amount_follows and found:
        tx.update(opportunity, record_id, {"amount_minor": amount, "amount_currency": found[0].price_currency})


def locked(source: Reading, subject: str, record_id: int) -> str:
    """Return the name of the state in which the record's lines are not changed any more, "" where they may be."""
    if subject != "order":
        return ""
    row = source.first(
        select(lookup_value)
        .join(sales_order, sales_order.c.status_id == lookup_value.c.id)
        .where(sales_order.c.id == record_id)
    )
    if row is None:
        raise Refused("record-gone")
    if row.code not in SETTLED:
        return ""
    return str(row.name_ru if source.language == "ru" else row.name_en)


def name_of(source: Reading, subject: str, line_id: int) -> str:
    """Return the name of a line's product, "" where there is no such line."""
    table = _holder(subject).table
    return str(source.value(select(table.c.name).where(table.c.id == line_id)) or "")


def currency_of(source: Reading, subject: str, record_id: int) -> str:
    """Return the currency in which the record's lines are, or will be."""
    found = _currency(source, subject, record_id, of(source, subject, record_id))
    return found or settings.read(source).default_currency


def _currency(source: Reading, subject: str, record_id: int, found: Sequence[Row[Any]]) -> str:
    if subject == "order":
        return str(source.value(select(sales_order.c.currency).where(sales_order.c.id == record_id)) or "")
    if found:
        return str(found[0].price_currency)
    return str(opportunities.read(source, record_id).amount_currency or "")


def _is_free(tx: Transaction, order_id: int) -> bool:
    """Tell whether an order has nothing yet that is in its currency: no opportunity and no payment of an amount."""
    fixed = select(order_payment.c.id).where(
        order_payment.c.sales_order_id == order_id, order_payment.c.amount_minor.is_not(None)
    )
    sale = tx.value(select(sales_order.c.opportunity_id).where(sales_order.c.id == order_id))
    return sale is None and tx.value(fixed.limit(1)) is None


def _check_open(tx: Transaction, subject: str, record_id: int) -> None:
    state = locked(tx, subject, record_id)
    if state:
        raise Refused("order-settled", state=state)


def _holder(subject: str) -> Holder:
    if subject not in HOLDERS:
        raise Refused("subject-unknown", field="subject", subject=subject)
    return HOLDERS[subject]


def _line(tx: Transaction, holder: Holder, line_id: int) -> Row[Any]:
    row = tx.get(holder.table, line_id, lock=True)
    if row is None or row.removed_at is not None:
        raise Refused("record-gone")
    return row


def _columns(fields: Mapping[str, object], currency: str) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, value in fields.items():
        if name == "price":
            values["price_minor"] = _price(value, currency)
        elif name == "quantity":
            values["quantity_milli"] = fraction(value, name, line_amounts.MILLI)
            if not 0 < values["quantity_milli"] <= MOST_QUANTITY:
                raise Refused("quantity-range", field=name)
        elif name == "discount":
            values["discount_points"] = percent(value, name)
        else:
            raise TypeError(f"a line has no field {name!r}")
    return values


def _price(value: object, currency: str) -> int:
    if not isinstance(value, Money):
        raise Refused("number-wrong", field="price")
    if value.currency != currency:
        raise Refused("line-currency", field="price", currency=currency)
    if value.minor < 0:
        raise Refused("amount-negative", field="price")
    if value.minor > kinds.MOST_MONEY:
        raise Refused("amount-too-large", field="price")
    return value.minor


def percent(value: object, name: str) -> int:
    """Return a percentage from 0 to 100 in hundredths. Refused "percent-range" or "fraction-wrong" otherwise."""
    points = fraction(value, name, 100)
    if not 0 <= points <= line_amounts.WHOLE:
        raise Refused("percent-range", field=name)
    return points


def fraction(value: object, name: str, parts: int) -> int:
    """Return a number in whole parts; Refused "fraction-wrong" where it is none or finer than that."""
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
        raise Refused("fraction-wrong", field=name)
    try:
        exact = Decimal(value) * parts
        whole = exact.to_integral_value()
    except InvalidOperation:
        raise Refused("fraction-wrong", field=name) from None
    if not exact.is_finite() or whole != exact or abs(whole) > MOST_QUANTITY * 10:
        raise Refused("fraction-wrong", field=name)
    return int(whole)


def _check_size(values: Mapping[str, Any]) -> None:
    line = Priced(values["price_minor"], values["quantity_milli"], values["discount_points"])
    if line_amounts.gross(line) > kinds.MOST_MONEY:
        raise Refused("amount-too-large", field="price")
