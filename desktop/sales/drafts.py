"""Drafts: unsaved edits of a page, kept per person so that a crash does not lose them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import ColumnElement, delete, insert, select, update

from desktop.sales.reading import Reading
from desktop.sales.tables import draft
from desktop.store.transaction import Transaction
from desktop.views.exchange import Refused

PLACES = ("opportunity", "lead", "activity", "account", "contact", "product", "order", "article", "document")


def keep(tx: Transaction, place: str, place_id: int, fields: Mapping[str, object]) -> None:
    """Keep the person's edits of one page in place of what was kept before; not journaled, nothing to undo."""
    if place not in PLACES:
        raise Refused("place-unknown", field="place")
    try:
        json.dumps(dict(fields))
    except (TypeError, ValueError):
        raise Refused("draft-not-plain", field="fields") from None
    mine = _mine(tx.person_id, place, place_id)
    found = tx.value(select(draft.c.id).where(*mine))
    written = {"fields": dict(fields), "at": tx.now}
    if found is None:
        tx.connection.execute(insert(draft).values(person_id=tx.person_id, place=place, place_id=place_id, **written))
    else:
        tx.connection.execute(update(draft).where(draft.c.id == found).values(**written))


def discard(tx: Transaction, place: str, place_id: int) -> None:
    """Forget the person's edits of one page, if any are kept."""
    tx.connection.execute(delete(draft).where(*_mine(tx.person_id, place, place_id)))


def kept(
    source: Reading, person_id: int | None, place: str, place_id: int
) -> tuple[tuple[tuple[str, object], ...], datetime | None]:
    """Return the kept edits of one page (pairs of field and value) and when they were kept; empty and None without."""
    row = source.first(select(draft.c.fields, draft.c.at).where(*_mine(person_id, place, place_id)))
    if row is None:
        return (), None
    return tuple(row.fields.items()), row.at


def _mine(person_id: int | None, place: str, place_id: int) -> tuple[ColumnElement[bool], ...]:
    return (draft.c.person_id == person_id, draft.c.place == place, draft.c.place_id == place_id)
