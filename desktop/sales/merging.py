"""Merging records that are the same: one is kept, and whatever referred to the others refers to it from then on.

What refers to a record is read from the tables themselves: every foreign key that points to it, and every row that
names it by subject and number (a file, a message). So a table that is added later is merged too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, Row, Table, UniqueConstraint, or_, select

from desktop.sales import duplicates
from desktop.sales.tables import account, distinct_pair, merged_record, participant
from desktop.store.base import Journaled, metadata
from desktop.store.transaction import Transaction
from desktop.views.exchange import ChangedMeanwhile, Refused

ALL = "all"
"""The choice for a long text that puts the texts of all records below each other."""

FIELDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "account": {
        "name": ("name",),
        "sector": ("sector_id",),
        "owner": ("owner_id",),
        "phone": ("phone",),
        "email": ("email",),
        "website": ("website",),
        "address": ("address",),
        "employees": ("employees",),
        "founded": ("founded",),
        "revenue": ("revenue_minor", "revenue_currency"),
        "parent": ("parent_id",),
        "notes": ("notes",),
    },
    "contact": {
        "name": ("name",),
        "account": ("account_id",),
        "job_title": ("job_title",),
        "email": ("email",),
        "phone": ("phone",),
        "notes": ("notes",),
    },
    "lead": {
        "title": ("title",),
        "account": ("account_id",),
        "account_name": ("account_name",),
        "contact": ("contact_id",),
        "contact_name": ("contact_name",),
        "email": ("email",),
        "phone": ("phone",),
        "need": ("need_id",),
        "need_text": ("need_text",),
        "owner": ("owner_id",),
        "source": ("source_id",),
        "budget": ("budget_minor", "budget_currency"),
        "decision_date": ("decision_date",),
    },
}
"""What is chosen field by field: the fields of each subject and the columns that they fill."""

LONG = frozenset({"notes", "need_text"})
"""Fields whose texts can all be kept."""

_NAMED_BY = (("subject", "record_id"), ("place", "place_id"), ("subject", "subject_id"))
_QUIET = ("source_key", "opportunity_id")
"""Columns that the record that is kept takes over from the others where it has nothing in them."""


def merge(
    tx: Transaction,
    subject: str,
    keep: int,
    others: Sequence[int],
    *,
    choices: Mapping[str, object],
    versions: Mapping[int, int],
) -> str:
    """Merge the others into the record that is kept and return its name. One action, undone as a whole.

    ``choices`` names for a field the record whose value is kept, or ALL for a long text; a field without a choice keeps
    its value, or the first that another record has where it is empty. Refused "merge-nothing", "record-gone",
    "merge-choice"; ChangedMeanwhile where a record was saved since its version was read.
    """
    table = duplicates.checked(subject)
    gone = tuple(dict.fromkeys(others))
    if not gone or keep in gone:
        raise Refused("merge-nothing")
    rows = {record: _read(tx, table, record, versions.get(record)) for record in (keep, *gone)}
    values = _chosen(subject, rows, keep, choices)
    if subject == "account":
        values["parent_id"] = _parent(tx, keep, gone, values.get("parent_id", rows[keep].parent_id))
    for record in gone:
        _forget_pairs(tx, subject, record)
        if subject == "contact":
            _join_participants(tx, keep, record)
        _point_to(tx, subject, table, record, keep)
        tx.delete(table, record)
    for column in _QUIET:
        if column in table.c and rows[keep]._mapping[column] is None:
            taken = next((rows[record]._mapping[column] for record in gone if rows[record]._mapping[column]), None)
            if taken is not None:
                values[column] = taken
    tx.update(table, keep, values)
    for record in gone:
        told = {"subject": subject, "record_id": keep, "gone_id": record, "name": name_of(subject, rows[record])}
        tx.insert(merged_record, {**told, "created_at": tx.now, "created_by": tx.person_id})
    kept = tx.get(table, keep)
    assert kept is not None
    return name_of(subject, kept)


def name_of(subject: str, row: Row[Any]) -> str:
    """Return what a record is called."""
    return str(row.title or row.number) if subject == "lead" else str(row.name)


def joined(texts: Sequence[str]) -> str:
    """Return texts below each other, each once."""
    return "\n\n".join(dict.fromkeys(text.strip() for text in texts if text.strip()))


def _read(tx: Transaction, table: Table, record: int, version: int | None) -> Row[Any]:
    row = tx.get(table, record, lock=True)
    if row is None:
        raise Refused("record-gone")
    if version is not None and row.version != version:
        raise ChangedMeanwhile("changed-meanwhile")
    return row


def _chosen(subject: str, rows: Mapping[int, Row[Any]], keep: int, choices: Mapping[str, object]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    unknown = choices.keys() - FIELDS[subject].keys()
    if unknown:
        raise Refused("merge-choice", field=sorted(unknown)[0])
    for name, columns in FIELDS[subject].items():
        choice = choices.get(name)
        if choice == ALL and name in LONG:
            values[name] = joined([str(row._mapping[name] or "") for row in rows.values()])
            continue
        if choice is None:
            choice = next((record for record, row in rows.items() if not _is_empty(row, columns)), keep)
        if not isinstance(choice, int) or choice not in rows:
            raise Refused("merge-choice", field=name)
        values |= {column: rows[choice]._mapping[column] for column in columns}
    return values


def _is_empty(row: Row[Any], columns: Sequence[str]) -> bool:
    return row._mapping[columns[0]] in (None, "")


def _point_to(tx: Transaction, subject: str, table: Table, record: int, keep: int) -> None:
    """Let every row that refers to a record refer to the one that is kept."""
    for other in metadata.sorted_tables:
        if other.info.get("journal", Journaled.EVERY_ROW) is Journaled.NEVER:
            continue
        for column in other.c:
            if any(key.column.table is table for key in column.foreign_keys):
                _move(tx, other, column, keep, column == record)
        for naming, numbered in _NAMED_BY:
            if naming in other.c and numbered in other.c and other is not merged_record:
                _move(tx, other, other.c[numbered], keep, (other.c[numbered] == record) & (other.c[naming] == subject))
    before = merged_record.c.record_id
    _move(tx, merged_record, before, keep, (before == record) & (merged_record.c.subject == subject))


def _move(tx: Transaction, other: Table, column: Column[Any], keep: int, pointing: ColumnElement[bool]) -> None:
    for row in tx.rows(select(other).where(pointing).order_by(other.c.id)):
        if _is_there(tx, other, column, row, keep):
            tx.delete(other, row.id)
        else:
            tx.update(other, row.id, {column.name: keep})


def _is_there(tx: Transaction, other: Table, column: Column[Any], row: Row[Any], keep: int) -> bool:
    """Tell whether the kept record has such a row already, of which there may be one alone (a tag, say)."""
    rules = [rule for rule in other.constraints if isinstance(rule, UniqueConstraint)]
    unique = [tuple(rule.columns) for rule in rules] + [tuple(index.columns) for index in other.indexes if index.unique]
    for columns in unique:
        if column in columns and len(columns) > 1:
            same = [one == (keep if one is column else row._mapping[one.name]) for one in columns]
            if tx.value(select(other.c.id).where(*same).limit(1)) is not None:
                return True
    return False


def _forget_pairs(tx: Transaction, subject: str, record: int) -> None:
    about = or_(distinct_pair.c.first_id == record, distinct_pair.c.second_id == record)
    for row in tx.rows(select(distinct_pair.c.id).where(distinct_pair.c.subject == subject, about)):
        tx.delete(distinct_pair, row.id)


def _join_participants(tx: Transaction, keep: int, record: int) -> None:
    """Take a contact off the sales in which the one that is kept takes part too: nobody takes part twice."""
    there = {
        row.opportunity_id: row
        for row in tx.rows(
            select(participant).where(participant.c.contact_id == keep, participant.c.removed_at.is_(None))
        )
    }
    mine = select(participant).where(participant.c.contact_id == record, participant.c.removed_at.is_(None))
    for row in tx.rows(mine):
        same = there.get(row.opportunity_id)
        if same is None:
            continue
        known = {
            name: row._mapping[name]
            for name in ("role_id", "influence_id", "attends")
            if not same._mapping[name] and row._mapping[name]
        }
        if known:
            tx.update(participant, same.id, known)
        tx.update(participant, row.id, {"removed_at": tx.now})


def _parent(tx: Transaction, keep: int, gone: tuple[int, ...], parent: int | None) -> int | None:
    """Return the parent company of the account that is kept: none of those merged, and none of its own companies."""
    one = {keep, *gone}
    seen: set[int] = set()
    while parent in one and parent not in seen:
        seen.add(parent)
        parent = tx.value(select(account.c.parent_id).where(account.c.id == parent))
    above = parent
    while above is not None:
        if above in one:
            return None
        above = tx.value(select(account.c.parent_id).where(account.c.id == above))
    return parent
