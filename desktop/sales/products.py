"""Products: what can be sold, at which list price."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Row, func, select

from desktop.sales import fields as kinds
from desktop.sales import settings
from desktop.sales.fields import Field
from desktop.sales.reading import Reading
from desktop.sales.tables import product
from desktop.store.transaction import Transaction
from desktop.views.exchange import Refused


def _price(tx: Transaction, name: str, value: object) -> dict[str, Any]:
    if value is None:
        return {"price_minor": 0, "price_currency": settings.read(tx).default_currency}
    return kinds.money(tx, name, value)


def _flag(_tx: Transaction, name: str, value: object) -> dict[str, Any]:
    return {name: bool(value)}


_FIELDS: dict[str, Field] = {
    "name": kinds.text(200, required="name-missing"),
    "code": kinds.text(60),
    "series": kinds.text(100),
    "unit": kinds.text(20),
    "price": _price,
    "active": _flag,
}


def read(source: Reading, product_id: int) -> Row[Any]:
    """Return the whole row of a product. Refused "record-gone" where there is none."""
    row = source.first(select(product).where(product.c.id == product_id))
    if row is None:
        raise Refused("record-gone")
    return row


def create(tx: Transaction, name: object, fields: Mapping[str, object]) -> int:
    """Add a product; ``fields`` are keys of ProductFields. Without a price it costs nothing in the usual currency.

    Refused "product-exists" where a product of that name is there: orders and imports know products by name.
    """
    values = kinds.columns(tx, _FIELDS, {"price": None, "active": True, **fields, "name": name})
    _check_name(tx, values, None)
    return tx.insert(product, values)


def save(tx: Transaction, product_id: int, version: int, fields: Mapping[str, object]) -> None:
    """Change fields of a product; lines that have it already keep what they were written with.

    Raises Refused naming the field at fault, ChangedMeanwhile for another version.
    """
    values = kinds.columns(tx, _FIELDS, fields)
    _check_name(tx, values, product_id)
    kinds.save(tx, product, product_id, version, values)


def by_code(source: Reading) -> dict[str, int]:
    """Return the products that have a code, by it."""
    return {row.code: row.id for row in source.rows(select(product.c.code, product.c.id).where(product.c.code != ""))}


def name_of(source: Reading, product_id: int) -> str:
    """Return the product's name, "" where there is none of that id."""
    return str(source.value(select(product.c.name).where(product.c.id == product_id)) or "")


def _check_name(tx: Transaction, values: Mapping[str, Any], product_id: int | None) -> None:
    if "name" not in values:
        return
    alike = select(product.c.id).where(func.lower(product.c.name) == values["name"].lower())
    found = tx.value(alike if product_id is None else alike.where(product.c.id != product_id))
    if found is not None:
        raise Refused("product-exists", field="name", name=values["name"])
