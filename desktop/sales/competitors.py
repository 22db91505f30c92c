"""Competitors of a sale: values of the lookup "Competitors", with what speaks for and against each of them here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Row, func, select

from desktop.sales import fields as kinds
from desktop.sales import opportunities, people
from desktop.sales.tables import lookup_value, opportunity_competitor
from desktop.store.transaction import Transaction
from desktop.views.exchange import Refused

LOOKUP = "competitor"
_FIELDS: Mapping[str, kinds.Field] = {"strengths": kinds.text(), "weaknesses": kinds.text()}


def add(tx: Transaction, opportunity_id: int, name: object) -> int:
    """Add a competitor to a sale by name; one that the lookup does not have yet is added to it. Returns the row's id.

    Refused "name-missing", "text-too-long", "competitor-there"; "record-gone" without such an opportunity.
    """
    opportunities.read(tx, opportunity_id)
    text = people.checked_text(name, "name", required="name-missing", limit=200)
    value = _named(tx, text)
    known = tx.first(
        select(opportunity_competitor).where(
            opportunity_competitor.c.opportunity_id == opportunity_id,
            opportunity_competitor.c.competitor_id == value,
        )
    )
    if known is not None and known.removed_at is None:
        raise Refused("competitor-there", field="name", name=text)
    if known is not None:
        tx.update(opportunity_competitor, known.id, {"removed_at": None})
        return int(known.id)
    return tx.insert(
        opportunity_competitor,
        {
            "opportunity_id": opportunity_id,
            "competitor_id": value,
            "strengths": "",
            "weaknesses": "",
            "removed_at": None,
            "created_at": tx.now,
            "created_by": tx.person_id,
        },
    )


def save(tx: Transaction, row: Row[Any], version: int, fields: Mapping[str, object]) -> None:
    """Change strengths or weaknesses. Raises ChangedMeanwhile if it was saved since ``version`` was read."""
    kinds.save(tx, opportunity_competitor, row.id, version, kinds.columns(tx, _FIELDS, fields))


def remove(tx: Transaction, row: Row[Any]) -> None:
    """Take a competitor off the sale; it stays in the lookup."""
    tx.update(opportunity_competitor, row.id, {"removed_at": tx.now})


def read(tx: Transaction, row_id: int) -> Row[Any]:
    """Return the row of a competitor on a sale. Refused "record-gone" where it is not there any more."""
    row = tx.get(opportunity_competitor, row_id)
    if row is None or row.removed_at is not None:
        raise Refused("record-gone")
    return row


def name_of(tx: Transaction, row: Row[Any]) -> str:
    """Return the competitor's name."""
    return str(tx.value(select(lookup_value.c.name_en).where(lookup_value.c.id == row.competitor_id)) or "")


def _named(tx: Transaction, name: str) -> int:
    """Return the lookup's value of that name, however it is capitalised; a new one where there is none."""
    wanted = name.casefold()
    for row in tx.rows(select(lookup_value).where(lookup_value.c.lookup == LOOKUP)):
        if wanted in (row.name_en.casefold(), row.name_ru.casefold()):
            return int(row.id)
    place = tx.value(select(func.max(lookup_value.c.id))) or 0
    values = {"lookup": LOOKUP, "code": f"competitor_{place + 1}", "name_en": name, "name_ru": name}
    return tx.insert(lookup_value, {**values, "position": int(place) + 1})
