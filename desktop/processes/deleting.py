"""Deleting records for good: what stands in the way, and what goes along so that an Undo brings all of it back.

What belongs to a record (its lines, notes, tasks, files, the run of its process) goes along; a record on which another
one depends stays. Both follow from the tables' foreign keys: a link that must be there makes a part, one that may be
empty makes a record of its own that stands in the way, unless ``_LINKS`` says otherwise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from sqlalchemy import Column, Table, func, select

from desktop.processes.runs import runtime
from desktop.processes.tables import process_instance, process_wait
from desktop.sales.activities import PLANNED
from desktop.sales.reading import Reading
from desktop.sales.tables import account, activity, contact, draft, lead, opportunity, product, sales_order
from desktop.store.base import Journaled, metadata
from desktop.store.transaction import Transaction
from desktop.texts import knows, say
from desktop.views.exchange import Refused

RECORDS: Mapping[str, Table] = {
    "opportunity": opportunity,
    "lead": lead,
    "activity": activity,
    "account": account,
    "contact": contact,
    "product": product,
    "order": sales_order,
}
"""The subjects whose records can be deleted."""

Link = Literal["part", "cleared", "blocks", "loose"]
"""What happens to a row whose record is deleted; ``loose``: a part if it hangs on nothing else, else cleared."""

_LINKS: Mapping[tuple[str, str], Link] = {
    ("activity", "opportunity_id"): "part",
    ("activity", "lead_id"): "part",
    ("activity", "account_id"): "loose",
    ("activity", "contact_id"): "loose",
    ("note", "opportunity_id"): "part",
    ("note", "lead_id"): "part",
    ("notification", "activity_id"): "part",
    ("participant", "contact_id"): "blocks",
}
_HANGS_ON = ("opportunity_id", "lead_id", "account_id", "contact_id")
_PART = 500


@dataclass(slots=True)
class _Removal:
    """What one deletion takes along: rows by table, parents before their parts, and links that become empty."""

    rows: dict[Table, list[int]] = field(default_factory=dict)
    cleared: list[tuple[Table, int, str]] = field(default_factory=list)
    known: set[tuple[str, int]] = field(default_factory=set)

    def add(self, table: Table, ids: Iterable[int]) -> list[int]:
        """Take rows along and return those that were not known so far."""
        new = [row_id for row_id in ids if (table.name, row_id) not in self.known]
        self.known.update((table.name, row_id) for row_id in new)
        if new:
            self.rows.setdefault(table, []).extend(new)
        return new


def table_of(subject: str) -> Table:
    """Return the table of a subject's records. Refused "subject-unknown"."""
    if subject not in RECORDS:
        raise Refused("subject-unknown", field="subject", subject=subject)
    return RECORDS[subject]


def name_in(reading: Reading, table: Table, record_id: int) -> str:
    """Return what a record of a table is called in a sentence, "" where it is gone."""
    columns = [table.c[name] for name in ("title", "name", "number") if name in table.c]
    row = reading.first(select(*columns).where(table.c.id == record_id))
    return "" if row is None else next((str(value) for value in row if value), "")


def check(reading: Reading, subject: str, record_id: int) -> None:
    """Refuse to delete a record on which others depend, saying on which.

    Refused "record-gone"; "delete-needed" with the list of what depends on it; "delete-task-of-process" for a task
    that a process has made, which goes with its opportunity alone.
    """
    table = table_of(subject)
    row = reading.first(select(table).where(table.c.id == record_id))
    if row is None:
        raise Refused("record-gone")
    if table is activity and row.instance_id is not None:
        raise Refused("delete-task-of-process" if row.status == PLANNED else "delete-task-done-of-process")
    counts: dict[str, int] = defaultdict(int)
    for column in _pointing(table):
        if _link(column) == "blocks":
            assert isinstance(column.table, Table)
            counts[column.table.name] += reading.value(select(func.count()).where(column == record_id)) or 0
    found = [(name, count) for name, count in counts.items() if count]
    if found:
        raise Refused("delete-needed", name=name_in(reading, table, record_id), needed=_said(reading, found))


def delete(tx: Transaction, subject: str, record_id: int) -> int:
    """Delete a record with all that belongs to it, through the journal; return how many rows went along.

    Refused as :func:`check` does.
    """
    check(tx, subject, record_id)
    removal = _Removal()
    _gather(tx, removal, table_of(subject), [record_id])
    for table, row_id, column in removal.cleared:
        if (table.name, row_id) not in removal.known:
            tx.update(table, row_id, {column: None})
    for table, ids in _children_first(removal.rows):
        for row_id in ids:
            if table is process_instance:
                runtime.drop_waits(tx, row_id)
            tx.delete(table, row_id)
    return len(removal.known) - 1


def _children_first(rows: Mapping[Table, list[int]]) -> list[tuple[Table, list[int]]]:
    return [(table, rows[table]) for table in reversed(_tables()) if table in rows]


@cache
def _tables() -> tuple[Table, ...]:
    """Return all tables, those that others point to first."""
    return tuple(metadata.sorted_tables)


def _gather(tx: Transaction, removal: _Removal, table: Table, ids: Sequence[int]) -> None:
    new = removal.add(table, ids)
    for start in range(0, len(new), _PART):
        some = new[start : start + _PART]
        for column in _pointing(table):
            _gather_by(tx, removal, column, some)
        for other, condition in _named_parts(table, some):
            _gather(tx, removal, other, [row.id for row in tx.rows(select(other.c.id).where(*condition))])
        if table is opportunity:  # no foreign key: the opportunity's own column is the constrained side of the pair
            rows = tx.rows(
                select(lead.c.id)
                .join(opportunity, opportunity.c.lead_id == lead.c.id)
                .where(opportunity.c.id.in_(some), lead.c.opportunity_id == opportunity.c.id)
            )
            removal.cleared += [(lead, row.id, "opportunity_id") for row in rows]


def _gather_by(tx: Transaction, removal: _Removal, column: Column[Any], ids: Sequence[int]) -> None:
    link, other = _link(column), column.table
    assert isinstance(other, Table)
    if link == "blocks" or other is process_wait:
        return
    rows = tx.rows(select(other).where(column.in_(ids)).order_by(other.c.id))
    if link == "loose":
        others = [name for name in _HANGS_ON if name != column.name]
        held = {row.id for row in rows if any(getattr(row, name) is not None for name in others)}
        removal.cleared += [(other, row.id, column.name) for row in rows if row.id in held]
        rows = [row for row in rows if row.id not in held]
    elif link == "cleared":
        removal.cleared += [(other, row.id, column.name) for row in rows]
        return
    _gather(tx, removal, other, [row.id for row in rows])


@cache
def _pointing(table: Table) -> tuple[Column[Any], ...]:
    """Return the columns of all tables that point to rows of this one."""
    return tuple(
        column
        for other in _tables()
        for column in other.c
        if any(key.column.table is table for key in column.foreign_keys)
    )


def _link(column: Column[Any]) -> Link:
    assert isinstance(column.table, Table)
    found = _LINKS.get((column.table.name, column.name))
    return found or ("blocks" if column.nullable else "part")


def _named_parts(table: Table, ids: Sequence[int]) -> list[tuple[Table, list[Any]]]:
    """Return where rows name their record by subject and number: tags, files, runs of processes, drafts."""
    subject = next((name for name, other in RECORDS.items() if other is table), "")
    if not subject:
        return []
    found: list[tuple[Table, list[Any]]] = [
        (draft, [draft.c.place == subject, draft.c.place_id.in_(ids)]),
        (process_instance, [process_instance.c.subject == subject, process_instance.c.subject_id.in_(ids)]),
    ]
    for other in _tables():
        if "subject" in other.c and "record_id" in other.c and _is_journaled(other):
            found.append((other, [other.c.subject == subject, other.c.record_id.in_(ids)]))
    return found


def _is_journaled(table: Table) -> bool:
    return table.info.get("journal", Journaled.EVERY_ROW) is Journaled.EVERY_ROW


def _said(reading: Reading, found: Sequence[tuple[str, int]]) -> str:
    """Say "3 opportunities, 1 order"."""
    parts = []
    for name, count in found:
        code = f"needed-by-{name}"
        parts.append(say(reading.language, code if knows(code) else "needed-by-other", {"count": count}, reading.zone))
    return ", ".join(parts)
