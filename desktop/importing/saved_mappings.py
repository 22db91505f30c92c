"""Mappings of tables that were kept, shared by everyone: known again by the headings of the table."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Row, select

from desktop.importing.fields import RULES, fields_of
from desktop.importing.guessing import evened
from desktop.sales import people
from desktop.sales.reading import Reading
from desktop.sales.tables import import_mapping
from desktop.store.transaction import Transaction
from desktop.views.exchange import Refused
from desktop.views.table_import import DATE_ORDERS, ON_MATCH, ON_NEW, Plan, SavedMapping

NAME_LIMIT = 100


def signature(headings: Sequence[str]) -> str:
    """Return by what a table is known again: its headings in their order, evened."""
    return hashlib.sha256("\n".join(evened(heading) for heading in headings).encode()).hexdigest()


def of_subject(reading: Reading, subject: str, headings: Sequence[str]) -> tuple[SavedMapping, ...]:
    """Return the mappings of a subject, those that fit the headings first, then by name.

    A mapping is kept by headings, not by places: what the table does not have is left out.
    """
    own = signature(headings)
    rows = reading.rows(select(import_mapping).where(import_mapping.c.subject == subject).order_by(import_mapping.c.id))
    found = [_saved(row, own, headings) for row in rows]
    return tuple(sorted(found, key=lambda saved: (not saved.fits, saved.name.casefold())))


def applied(plan: Plan, saved: SavedMapping) -> Plan:
    """Return the plan with what the mapping says; its file and how that is read stay."""
    return replace(
        plan,
        columns=saved.columns,
        match=saved.match if all(name in saved.columns for name in _rule(plan.subject, saved.match)) else "",
        on_match=saved.on_match,
        on_new=saved.on_new,
        create_missing=saved.create_missing,
        currency=saved.currency or plan.currency,
        dates=saved.dates,
    )


def save(tx: Transaction, name: object, plan: Plan, headings: Sequence[str]) -> int:
    """Keep the mapping of a plan under a name, in the place of the one that has it already. Returns its id."""
    called = people.checked_text(name, "name", required="name-missing", limit=NAME_LIMIT)
    fields_of(plan.subject)
    values = {
        "subject": plan.subject,
        "name": called,
        "signature": signature(headings),
        "mapping": {
            "columns": {field: headings[place] for field, place in plan.columns.items()},
            "match": plan.match,
            "on_match": plan.on_match,
            "on_new": plan.on_new,
            "create_missing": sorted(plan.create_missing),
            "currency": plan.currency,
            "dates": plan.dates,
        },
        "saved_at": tx.now,
        "saved_by": tx.person_id,
    }
    table = import_mapping
    kept = tx.value(select(table.c.id).where(table.c.subject == plan.subject, table.c.name == called))
    if kept is None:
        return tx.insert(table, values)
    tx.update(table, kept, values)
    return int(kept)


def remove(tx: Transaction, mapping_id: int) -> str:
    """Delete a mapping and return its name. Refused "record-gone" where it is not there any more."""
    row = tx.get(import_mapping, mapping_id)
    if row is None:
        raise Refused("record-gone")
    tx.delete(import_mapping, mapping_id)
    return str(row.name)


def _saved(row: Row[Any], own: str, headings: Sequence[str]) -> SavedMapping:
    kept: Mapping[str, Any] = row.mapping
    places = {evened(heading): place for place, heading in reversed(list(enumerate(headings)))}
    known = fields_of(row.subject)
    columns = {
        field: places[evened(heading)]
        for field, heading in kept.get("columns", {}).items()
        if field in known and evened(heading) in places
    }
    return SavedMapping(
        id=row.id,
        name=row.name,
        fits=row.signature == own,
        columns=columns,
        match=str(kept.get("match", "")),
        on_match=_one_of(kept.get("on_match"), ON_MATCH),
        on_new=_one_of(kept.get("on_new"), ON_NEW),
        create_missing=frozenset(kept.get("create_missing", ())),
        currency=str(kept.get("currency", "")),
        dates=_one_of(kept.get("dates"), DATE_ORDERS),
    )


def _one_of(value: object, allowed: Sequence[str]) -> str:
    return str(value) if value in allowed else allowed[0]


def _rule(subject: str, match: str) -> tuple[str, ...]:
    return RULES[subject].get(match, ())
