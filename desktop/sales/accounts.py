"""Accounts: the companies one sells to."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select

from desktop.sales import fields as kinds
from desktop.sales.fields import Field
from desktop.sales.reading import Reading
from desktop.sales.tables import account
from desktop.store.transaction import Transaction
from desktop.views.exchange import Refused

_FIELDS: dict[str, Field] = {
    "name": kinds.text(300, required="name-missing"),
    "sector": kinds.chosen("sector"),
    "website": kinds.text(300),
    "phone": kinds.text(60),
    "email": kinds.mail,
    "address": kinds.text(),
    "employees": kinds.whole(0, 100_000_000),
    "founded": kinds.whole(1000, 9999),
    "revenue": kinds.money,
    "parent": kinds.record(account),
    "owner": lambda tx, name, value: {"owner_id": None} if value is None else kinds.owner(tx, name, value),
    "notes": kinds.text(),
}


def create(tx: Transaction, name: object, fields: Mapping[str, object]) -> int:
    """Add an account, owned by who acts unless ``fields`` (keys of AccountFields) say otherwise. Returns its id."""
    values = kinds.columns(tx, _FIELDS, {"owner": tx.person_id, **fields, "name": name})
    return tx.insert(account, {**values, "created_at": tx.now, "created_by": tx.person_id})


def save(tx: Transaction, account_id: int, version: int, fields: Mapping[str, object]) -> None:
    """Change fields of an account. Raises Refused naming the field at fault, ChangedMeanwhile for another version."""
    values = kinds.columns(tx, _FIELDS, fields)
    if values.get("parent_id") is not None:
        _check_above(tx, account_id, values["parent_id"])
    kinds.save(tx, account, account_id, version, values)


def name_of(source: Reading, account_id: int) -> str:
    """Return the account's name, "" where there is none of that id."""
    return str(source.value(select(account.c.name).where(account.c.id == account_id)) or "")


def _check_above(tx: Transaction, account_id: int, parent_id: int) -> None:
    """Refuse a parent that belongs to the account itself."""
    above: int | None = parent_id
    while above is not None:
        if above == account_id:
            raise Refused("account-own-parent", field="parent")
        above = tx.value(select(account.c.parent_id).where(account.c.id == above))
