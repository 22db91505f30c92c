"""Orders: what was sold, to whom, and when it is paid. One opportunity may have several, on any stage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row, select

from desktop.sales import fields as kinds
from desktop.sales import line_amounts, lines, lookups, numbers, opportunities, people, settings
from desktop.sales.fields import Field
from desktop.sales.reading import Reading
from desktop.sales.tables import account, contact, lookup_value, opportunity, order_payment, sales_order
from desktop.store.transaction import Transaction
from desktop.views.exchange import Money, Refused

STATUS = "order_status"
DRAFT = "draft"

_FIELDS: dict[str, Field] = {
    "account": kinds.record(account),
    "contact": kinds.record(contact),
    "opportunity": kinds.record(opportunity),
    "owner": kinds.owner,
    "ordered_on": kinds.day,
    "status": kinds.chosen(STATUS),
    "notes": kinds.text(),
}
_NEEDED = {"ordered_on": "date-wrong", "status": "choice-unknown"}


def read(source: Reading, order_id: int) -> Row[Any]:
    """Return the whole row of an order. Refused "record-gone" where there is none."""
    row = source.first(select(sales_order).where(sales_order.c.id == order_id))
    if row is None:
        raise Refused("record-gone")
    return row


def create(tx: Transaction, fields: Mapping[str, object]) -> int:
    """Make a draft and return its id; ``fields`` are keys of OrderFields.

    With an opportunity: its customer, contact and owner, its products (R12), its currency.
    """
    sale_id = fields.get("opportunity")
    wanted: dict[str, object] = {
        "owner": tx.person_id,
        "ordered_on": tx.now.astimezone(tx.zone).date(),
        "status": _status(tx),
    }
    currency = settings.read(tx).default_currency
    if isinstance(sale_id, int):
        sale = opportunities.read(tx, sale_id)
        wanted |= {"account": sale.account_id, "contact": sale.contact_id, "owner": sale.owner_id}
        currency = lines.currency_of(tx, "opportunity", sale_id)
    values = _checked(tx, {**wanted, **fields})
    order_id = tx.insert(
        sales_order,
        {
            **values,
            "number": numbers.next_number(tx, "order"),
            "currency": currency,
            "total_minor": 0,
            "created_at": tx.now,
            "created_by": tx.person_id,
        },
    )
    if isinstance(sale_id, int):
        lines.carry_over(tx, sale_id, order_id, currency)
    return order_id


def save(tx: Transaction, order_id: int, version: int, fields: Mapping[str, object]) -> None:
    """Change fields of an order. Raises Refused naming the field at fault, ChangedMeanwhile for another version."""
    kinds.save(tx, sales_order, order_id, version, _checked(tx, fields))


def of_opportunity(source: Reading, opportunity_id: int) -> Sequence[Row[Any]]:
    """Return number and id of the orders of an opportunity, the oldest first."""
    return source.rows(
        select(sales_order.c.id, sales_order.c.number)
        .where(sales_order.c.opportunity_id == opportunity_id)
        .order_by(sales_order.c.id)
    )


def add_payment(tx: Transaction, order_id: int, fields: Mapping[str, object]) -> int:
    """Add a payment to the plan: when it is due, and a share of the total or an amount. Returns its id."""
    order = read(tx, order_id)
    values = _payment(tx, fields, order.currency)
    if values.get("due_on") is None:
        raise Refused("date-wrong", field="due_on")
    if values.get("share_points") is None and values.get("amount_minor") is None:
        raise Refused("payment-empty", field="share")
    whole = {"share_points": None, "amount_minor": None, "paid_on": None, "note": "", **values}
    return tx.insert(order_payment, {"sales_order_id": order_id, **whole})


def save_payment(tx: Transaction, payment_id: int, version: int, fields: Mapping[str, object]) -> int:
    """Change a payment; a share takes the place of an amount and the other way round. Returns the order's id."""
    row = _read_payment(tx, payment_id)
    values = _payment(tx, fields, read(tx, row.sales_order_id).currency)
    if "due_on" in values and values["due_on"] is None:
        raise Refused("date-wrong", field="due_on")
    kept = {**row._mapping, **values}
    if kept["share_points"] is None and kept["amount_minor"] is None:
        raise Refused("payment-empty", field="share")
    kinds.save(tx, order_payment, payment_id, version, values)
    return int(row.sales_order_id)


def remove_payment(tx: Transaction, payment_id: int) -> int:
    """Remove a payment from the plan. Returns the order's id."""
    row = _read_payment(tx, payment_id)
    tx.delete(order_payment, payment_id)
    return int(row.sales_order_id)


def payments(source: Reading, order_id: int) -> Sequence[Row[Any]]:
    """Return the payments of an order, the first due first."""
    table = order_payment
    return source.rows(select(table).where(table.c.sales_order_id == order_id).order_by(table.c.due_on, table.c.id))


def amounts(total: int, rows: Sequence[Row[Any]]) -> tuple[int, ...]:
    """Return what every payment of a plan comes to, in minor units; shares are of the order's total."""
    parts = iter(line_amounts.shares(total, [row.share_points for row in rows if row.share_points is not None]))
    return tuple(next(parts) if row.share_points is not None else int(row.amount_minor) for row in rows)


def _status(tx: Transaction) -> int | None:
    """Return the state in which an order begins: the draft or, without it, the first that can be chosen."""
    found = {choice.code: choice.id for choice in lookups.choices(tx, STATUS, tx.language)}
    return found.get(DRAFT) or next(iter(found.values()), None)


def status_of(source: Reading, order_id: int) -> str:
    """Return the code of the state of an order."""
    return str(
        source.value(
            select(lookup_value.c.code)
            .join(sales_order, sales_order.c.status_id == lookup_value.c.id)
            .where(sales_order.c.id == order_id)
        )
        or ""
    )


def _checked(tx: Transaction, fields: Mapping[str, object]) -> dict[str, Any]:
    for name, code in _NEEDED.items():
        if name in fields and fields[name] is None:
            raise Refused(code, field=name)
    return kinds.columns(tx, _FIELDS, fields)


def _read_payment(tx: Transaction, payment_id: int) -> Row[Any]:
    row = tx.get(order_payment, payment_id, lock=True)
    if row is None:
        raise Refused("record-gone")
    return row


def _payment(tx: Transaction, fields: Mapping[str, object], currency: str) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, value in fields.items():
        if name in ("due_on", "paid_on"):
            values |= kinds.day(tx, name, value)
        elif name == "share" and value is not None:
            values |= {"share_points": lines.percent(value, name), "amount_minor": None}
        elif name == "amount" and value is not None:
            if not isinstance(value, Money) or value.currency != currency:
                raise Refused("line-currency", field=name, currency=currency)
            values |= {"amount_minor": kinds.money(tx, name, value)["amount_minor"], "share_points": None}
        elif name == "note":
            values["note"] = people.checked_text(value, name, limit=300)
        elif name not in ("share", "amount"):
            raise TypeError(f"a payment has no field {name!r}")
    return values
