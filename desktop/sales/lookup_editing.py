"""Editing lists of values and the stages of leads: what is used stays; what is not wanted any more is switched off."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Row, Table, func, select

from desktop.sales import fields as kinds
from desktop.sales import lookups
from desktop.sales.fields import Field
from desktop.sales.reading import Reading
from desktop.sales.tables import lead, lead_stage, lookup_value
from desktop.store.base import metadata
from desktop.store.transaction import Transaction
from desktop.views.exchange import Refused

NEEDED = frozenset({"closing_reason", "disqualification_reason"})
"""Lookups that need a value that can be chosen: a loss cannot be closed without a reason (R13)."""


def _flag(_tx: Transaction, name: str, value: object) -> dict[str, Any]:
    return {name: bool(value)}


_VALUE: dict[str, Field] = {
    "name_en": kinds.text(200, required="name-missing"),
    "name_ru": kinds.text(200, required="name-missing"),
    "active": _flag,
}
_LEAD_STAGE: dict[str, Field] = {
    "name_en": kinds.text(100, required="name-missing"),
    "name_ru": kinds.text(100, required="name-missing"),
    "final": _flag,
    "successful": _flag,
    "starts_sale": _flag,
}


# Uses ----------------------------------------------------------------------------------------------


def uses(source: Reading, table: Table) -> dict[int, int]:
    """Return how many rows of other tables point to each row of a lookup; rows that none points to are left out."""
    found: dict[int, int] = {}
    for other in metadata.sorted_tables:
        for key in other.foreign_keys:
            if key.column.table is table:
                column = key.parent
                pointing = select(column, func.count().label("uses")).where(column.is_not(None)).group_by(column)
                for row in source.rows(pointing):
                    found[row[0]] = found.get(row[0], 0) + int(row.uses)
    return found


def free_code(name: str, taken: set[str], stem_otherwise: str) -> str:
    """Return a code made from an English name that is not among those taken."""
    stem = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")[:50]
    stem = stem if stem[:1].isalpha() else f"{stem_otherwise}_{stem}".rstrip("_")
    number, made = 2, stem
    while made in taken:
        made, number = f"{stem}_{number}", number + 1
    return made


def reorder(tx: Transaction, column: Column[Any], ids: Sequence[int], known: Sequence[int], *, step: int) -> None:
    """Number rows in the given order. Refused "order-outdated" where rows were added or removed meanwhile."""
    if sorted(ids) != sorted(known):
        raise Refused("order-outdated")
    for place, row_id in enumerate(ids, start=1):
        tx.update(column.table, row_id, {column.name: place * step})


# Lists of values -----------------------------------------------------------------------------------


def create_value(tx: Transaction, lookup: str, name_en: object, name_ru: object) -> int:
    """Add a value at the end of a lookup. Refused for an unknown lookup, an empty name or one that is there already."""
    if lookup not in lookups.LOOKUPS:
        raise Refused("lookup-unknown", lookup=lookup)
    values = kinds.columns(tx, _VALUE, {"name_en": name_en, "name_ru": name_ru})
    rows = _values(tx, lookup)
    _check_names(rows, values)
    return tx.insert(
        lookup_value,
        {
            **values,
            "lookup": lookup,
            "code": free_code(values["name_en"], {row.code for row in rows}, "value"),
            "position": max((row.position for row in rows), default=0) + 1,
        },
    )


def save_value(tx: Transaction, value_id: int, version: int, fields: Mapping[str, object]) -> None:
    """Rename a value, or switch it on or off. A value that is used stays where it is used (product.md, section 3)."""
    row = _value(tx, value_id)
    values = kinds.columns(tx, _VALUE, fields)
    rows = _values(tx, row.lookup)
    _check_names([other for other in rows if other.id != value_id], values)
    if values.get("active") is False:
        _check_left(rows, row)
    kinds.save(tx, lookup_value, value_id, version, values)


def remove_value(tx: Transaction, value_id: int) -> Row[Any]:
    """Delete a value that nothing uses and return its row.

    Refused "value-in-use" with the number of uses, "value-shipped" for one that comes with the program (a later
    version would bring it back): both can be switched off instead.
    """
    row = _value(tx, value_id)
    used = uses(tx, lookup_value).get(value_id, 0)
    if used:
        raise Refused("value-in-use", count=used)
    if (row.lookup, row.code) in lookups.shipped_values():
        raise Refused("value-shipped")
    _check_left(_values(tx, row.lookup), row)
    tx.delete(lookup_value, value_id)
    return row


def order_values(tx: Transaction, lookup: str, ids: Sequence[int]) -> None:
    """Put the values of a lookup into this order."""
    reorder(tx, lookup_value.c.position, ids, [row.id for row in _values(tx, lookup)], step=1)


def _values(tx: Transaction, lookup: str) -> Sequence[Row[Any]]:
    return tx.rows(select(lookup_value).where(lookup_value.c.lookup == lookup))


def _value(tx: Transaction, value_id: int) -> Row[Any]:
    row = tx.get(lookup_value, value_id)
    if row is None:
        raise Refused("record-gone")
    return row


def _check_names(others: Sequence[Row[Any]], values: Mapping[str, Any]) -> None:
    for name in ("name_en", "name_ru"):
        wanted = str(values.get(name, "")).casefold()
        if wanted and any(getattr(other, name).casefold() == wanted for other in others):
            raise Refused("value-exists", field=name, name=values[name])


def _check_left(rows: Sequence[Row[Any]], leaving: Row[Any]) -> None:
    left = any(row.active and row.id != leaving.id for row in rows)
    if leaving.lookup in NEEDED and leaving.active and not left:
        raise Refused("value-last", field="active")


# Stages of leads -----------------------------------------------------------------------------------


def create_lead_stage(tx: Transaction, fields: Mapping[str, object]) -> int:
    """Add a stage of leads after all others; ``fields`` name it and say whether it is final and what else."""
    values = kinds.columns(tx, _LEAD_STAGE, fields)
    _check_flags(values)
    rows = tx.rows(select(lead_stage))
    return tx.insert(
        lead_stage,
        {
            **values,
            "code": free_code(values["name_en"], {row.code for row in rows}, "stage"),
            "number": max((row.number for row in rows), default=0) + 10,
        },
    )


def save_lead_stage(tx: Transaction, stage_id: int, version: int, fields: Mapping[str, object]) -> None:
    """Change a stage of leads. Refused "lead-stage-in-use" if final would change while leads stand there (R9)."""
    row = _lead_stage(tx, stage_id)
    values = kinds.columns(tx, _LEAD_STAGE, fields)
    after = {name: values.get(name, getattr(row, name)) for name in ("final", "successful", "starts_sale")}
    _check_flags(after)
    if after["final"] != row.final:
        used = tx.value(select(func.count()).select_from(lead).where(lead.c.stage_id == stage_id))
        if used:
            raise Refused("lead-stage-in-use", field="final", count=int(used))
        if after["final"]:
            _check_open_left(tx, stage_id)
    kinds.save(tx, lead_stage, stage_id, version, values)


def remove_lead_stage(tx: Transaction, stage_id: int) -> Row[Any]:
    """Delete a stage of leads on which none stands and return its row."""
    row = _lead_stage(tx, stage_id)
    used = uses(tx, lead_stage).get(stage_id, 0)
    if used:
        raise Refused("value-in-use", count=used)
    if not row.final:
        _check_open_left(tx, stage_id)
    tx.delete(lead_stage, stage_id)
    return row


def order_lead_stages(tx: Transaction, ids: Sequence[int]) -> None:
    """Put the stages of leads into this order."""
    reorder(tx, lead_stage.c.number, ids, [row.id for row in tx.rows(select(lead_stage.c.id))], step=10)


def _lead_stage(tx: Transaction, stage_id: int) -> Row[Any]:
    row = tx.get(lead_stage, stage_id)
    if row is None:
        raise Refused("record-gone")
    return row


def _check_flags(values: Mapping[str, Any]) -> None:
    if values.get("successful") and not values.get("final"):
        raise Refused("stage-success-needs-final", field="successful")
    if values.get("starts_sale") and values.get("final"):
        raise Refused("lead-stage-final-starts", field="starts_sale")


def _check_open_left(tx: Transaction, stage_id: int) -> None:
    others = select(lead_stage.c.id).where(lead_stage.c.final.is_(False), lead_stage.c.id != stage_id)
    if tx.value(others.limit(1)) is None:
        raise Refused("stage-last-open", field="final")
