"""Fields of records: each kind checks a value as a person gave it and says which columns it fills."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Table, select

from desktop.sales import lookups, people
from desktop.store.transaction import StaleRow, Transaction
from desktop.views.exchange import ChangedMeanwhile, Money, Refused

MOST_MONEY = 10**17
"""The most minor units that an amount may have; ten of them can be summed in a column of 64 bits."""

Field = Callable[[Transaction, str, object], dict[str, Any]]
"""Takes the name and the value; returns columns with their values, or raises Refused naming the field."""


def text(limit: int = 0, *, required: str = "") -> Field:
    """Return a field for a text of at most ``limit`` characters; ``required``: the refusal's code for an empty one."""

    def check(_tx: Transaction, name: str, value: object) -> dict[str, Any]:
        return {name: people.checked_text(value, name, required=required, limit=limit)}

    return check


def mail(_tx: Transaction, name: str, value: object) -> dict[str, Any]:
    """Take an e-mail address or nothing."""
    return {name: people.checked_mail(value, name)}


def whole(least: int, most: int) -> Field:
    """Return a field for a whole number between two others, or nothing."""

    def check(_tx: Transaction, name: str, value: object) -> dict[str, Any]:
        if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
            raise Refused("number-wrong", field=name)
        if value is not None and not least <= value <= most:
            raise Refused("number-range", field=name, least=str(least), most=str(most))
        return {name: value}

    return check


def money(_tx: Transaction, name: str, value: object) -> dict[str, Any]:
    """Take an amount that is not negative, or nothing; it fills two columns: minor units and currency."""
    if value is None:
        return {f"{name}_minor": None, f"{name}_currency": None}
    if not isinstance(value, Money):
        raise Refused("number-wrong", field=name)
    if value.minor < 0:
        raise Refused("amount-negative", field=name)
    if value.minor > MOST_MONEY:
        raise Refused("amount-too-large", field=name)
    return {f"{name}_minor": value.minor, f"{name}_currency": value.currency}


def day(_tx: Transaction, name: str, value: object) -> dict[str, Any]:
    """Take a date, or nothing."""
    if value is not None and (not isinstance(value, date) or isinstance(value, datetime)):
        raise Refused("date-wrong", field=name)
    return {name: value}


def chosen(lookup: str) -> Field:
    """Return a field for a value of a lookup, by its id, or nothing."""

    def check(tx: Transaction, name: str, value: object) -> dict[str, Any]:
        return {f"{name}_id": lookups.checked_value(tx, lookup, value, name)}

    return check


def record(table: Table) -> Field:
    """Return a field for another record, by its id, or nothing."""

    def check(tx: Transaction, name: str, value: object) -> dict[str, Any]:
        if value is not None and tx.value(select(table.c.id).where(table.c.id == value)) is None:
            raise Refused("record-unknown", field=name)
        return {f"{name}_id": value}

    return check


def owner(tx: Transaction, name: str, value: object) -> dict[str, Any]:
    """Take the person responsible, by id."""
    return {f"{name}_id": people.checked_person(tx, value, name)}


def columns(tx: Transaction, kinds: Mapping[str, Field], fields: Mapping[str, object]) -> dict[str, Any]:
    """Return the columns that the fields fill. Raises Refused for a field at fault, TypeError for an unknown one."""
    filled: dict[str, Any] = {}
    for name, value in fields.items():
        if name not in kinds:
            raise TypeError(f"no field {name!r}")
        filled |= kinds[name](tx, name, value)
    return filled


def save(tx: Transaction, table: Table, row_id: int, version: int, values: Mapping[str, Any]) -> None:
    """Change columns of a record that was read with ``version``.

    Raises Refused "record-gone" where it is not there any more, ChangedMeanwhile where it was saved since.
    """
    if tx.value(select(table.c.id).where(table.c.id == row_id)) is None:
        raise Refused("record-gone")
    try:
        tx.update(table, row_id, values, version=version)
    except StaleRow:
        raise ChangedMeanwhile("changed-meanwhile") from None
