"""Tags: words that people put on records of any kind, to find them together again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import select

from desktop.sales import people
from desktop.sales.reading import Reading
from desktop.sales.tables import record_tag, tag
from desktop.store.transaction import Transaction
from desktop.views.exchange import Refused

NAME_LIMIT = 60
_PART = 1_000


def said(source: Reading, subject: str, ids: Sequence[int]) -> Mapping[int, str]:
    """Return the tags of each of these records in one text, "key account, Q4"; those without tags are left out."""
    return {record: ", ".join(sorted(names, key=str.casefold)) for record, names in of(source, subject, ids).items()}


def of(source: Reading, subject: str, ids: Sequence[int]) -> Mapping[int, tuple[str, ...]]:
    """Return the names of the tags of each of these records; those without tags are left out."""
    found: dict[int, list[str]] = defaultdict(list)
    for some in _parts(ids):
        rows = source.rows(
            select(record_tag.c.record_id, tag.c.name)
            .join(tag, tag.c.id == record_tag.c.tag_id)
            .where(record_tag.c.subject == subject, record_tag.c.record_id.in_(some))
        )
        for row in rows:
            found[row.record_id].append(row.name)
    return {record: tuple(names) for record, names in found.items()}


def used(source: Reading) -> tuple[str, ...]:
    """Return the names of the tags that are on some record, by the alphabet."""
    rows = source.rows(select(tag.c.name).where(tag.c.id.in_(select(record_tag.c.tag_id))))
    return tuple(sorted((row.name for row in rows), key=str.casefold))


def change(
    tx: Transaction, subject: str, ids: Iterable[int], add: Sequence[object] = (), remove: Sequence[object] = ()
) -> int:
    """Put tags on records and take others off; return how many records are marked otherwise than before.

    A tag that has the same letters as one that is there already, whatever the capitals, is that one. Refused
    "tag-missing" for an empty name, "text-too-long" for one that is longer than 60 characters.
    """
    known = {row.name.casefold(): row.id for row in tx.rows(select(tag.c.id, tag.c.name))}
    added = list(dict.fromkeys(_tag(tx, known, name) for name in add))
    names = [known.get(str(name).strip().casefold()) for name in remove]
    removed = [tag_id for tag_id in names if tag_id is not None and tag_id not in added]
    touched = 0
    for record in ids:
        there = {
            row.tag_id: row.id
            for row in tx.rows(
                select(record_tag.c.id, record_tag.c.tag_id).where(
                    record_tag.c.subject == subject, record_tag.c.record_id == record
                )
            )
        }
        new = [tag_id for tag_id in added if tag_id not in there]
        gone = [there[tag_id] for tag_id in removed if tag_id in there]
        for tag_id in new:
            tx.insert(record_tag, {"tag_id": tag_id, "subject": subject, "record_id": record})
        for row_id in gone:
            tx.delete(record_tag, row_id)
        touched += bool(new or gone)
    return touched


def _tag(tx: Transaction, known: dict[str, int], name: object) -> int:
    text = " ".join(people.checked_text(name, "tag", required="tag-missing", limit=NAME_LIMIT).split())
    if "," in text:
        raise Refused("tag-comma", field="tag")
    key = text.casefold()
    if key not in known:
        known[key] = tx.insert(tag, {"name": text, "created_at": tx.now, "created_by": tx.person_id})
    return known[key]


def _parts(ids: Sequence[int]) -> Iterable[Sequence[int]]:
    return (ids[start : start + _PART] for start in range(0, len(ids), _PART))
