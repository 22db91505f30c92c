"""Undo: the inverse of an action's journal, if the rows are still as the action left them (N3, R9 in docs/rules.md).

An undo is an action with a journal of its own, so a redo is the inverse of that. A row that was changed since stands
in the way and is named. Runs of processes get their state back with their row; the log keeps what was and notes that
it was undone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Date, Row, Select, Table, select, update
from sqlalchemy.exc import IntegrityError

from desktop.processes.runs import runtime
from desktop.sales import closing, settings
from desktop.sales.tables import lead_stage, opportunity_stage
from desktop.store.base import Utc, metadata
from desktop.store.journal import action_table, entry_table
from desktop.store.transaction import Transaction
from desktop.views.exchange import Refused

_STAGES: dict[str, Table] = {"opportunity": opportunity_stage, "lead": lead_stage}
_NAMES = ("title", "name", "name_en", "number")


@dataclass(frozen=True, slots=True)
class Reversed:
    """The action that was undone or done again, and its sentence as the journal kept it."""

    action_id: int
    sentence: Mapping[str, Any]


def undo(tx: Transaction, action_id: int | None = None) -> Reversed:
    """Undo an action of the person who acts; without an id the newest that can be undone.

    Refused "undo-nothing", "undo-already", "undo-not-yours" and "undo-not-possible"; "undo-changed-since" and
    "undo-referenced" naming the record that stands in the way; "undo-final-stage" where it would leave a final stage
    after the grace time (R9).
    """
    row = _newest(tx, _undoable(tx)) if action_id is None else _named(tx, action_id)
    if row is None:
        raise Refused("undo-nothing")
    entries = _entries(tx, row.id)
    _check_final_stages(tx, row, entries)
    _reverse(tx, row.id, entries, "undone")
    _mark(tx, row.id, undone_by=tx.begin_action())
    _mark(tx, tx.begin_action(), undoes=row.id)
    return Reversed(row.id, _sentence(row))


def redo(tx: Transaction) -> Reversed:
    """Do again what the person has just undone, as long as they have done nothing else since.

    Refused "redo-nothing"; "undo-changed-since" and "undo-referenced" as for the undo.
    """
    table = action_table
    mine = table.c.person_id == tx.person_id if tx.person_id is not None else table.c.person_id.is_(None)
    row = _newest(tx, select(table).where(mine, table.c.undoes.is_not(None), table.c.undone_by.is_(None)))
    last = _newest(tx, _undoable(tx))
    if row is None or (last is not None and last.id > row.id):
        raise Refused("redo-nothing")
    original = tx.get(table, row.undoes)
    assert original is not None
    _reverse(tx, row.undoes, _entries(tx, row.id), "redone")
    _mark(tx, row.id, undone_by=tx.begin_action())
    _mark(tx, row.undoes, undone_by=None)
    return Reversed(row.undoes, _sentence(original))


# Finding the action --------------------------------------------------------------------------------


def _undoable(tx: Transaction) -> Select[Any]:
    table = action_table
    mine = table.c.person_id == tx.person_id if tx.person_id is not None else table.c.person_id.is_(None)
    return select(table).where(mine, table.c.undoable == 1, table.c.undone_by.is_(None))


def _newest(tx: Transaction, statement: Select[Any]) -> Row[Any] | None:
    return tx.first(statement.order_by(action_table.c.id.desc()).limit(1))


def _named(tx: Transaction, action_id: int) -> Row[Any]:
    row = tx.get(action_table, action_id, lock=True)
    if row is None:
        raise Refused("undo-nothing")
    if row.person_id != tx.person_id:
        raise Refused("undo-not-yours")
    if row.undone_by is not None:
        raise Refused("undo-already")
    if not row.undoable:
        raise Refused("undo-not-possible")
    return row


def _entries(tx: Transaction, action_id: int) -> Sequence[Row[Any]]:
    return tx.rows(select(entry_table).where(entry_table.c.action_id == action_id).order_by(entry_table.c.id.desc()))


def _mark(tx: Transaction, action_id: int, **values: int | None) -> None:
    tx.connection.execute(update(action_table).where(action_table.c.id == action_id).values(**values))


def _sentence(row: Row[Any]) -> Mapping[str, Any]:
    try:
        sentence = json.loads(row.label)
    except ValueError:
        sentence = None
    return sentence if isinstance(sentence, dict) else {"code": "undo-unnamed", "parameters": {}}


# R9 ------------------------------------------------------------------------------------------------


def _check_final_stages(tx: Transaction, action: Row[Any], entries: Sequence[Row[Any]]) -> None:
    """Refuse to leave a final stage later than the grace time after it was entered; never where that is 0 (R9)."""
    for entry in entries:
        stages = _STAGES.get(entry.table_name)
        if stages is None or entry.kind != "update" or "stage_id" not in entry.after:
            continue
        final = {row.id for row in tx.rows(select(stages.c.id).where(stages.c.final))}
        if entry.after["stage_id"] not in final or entry.before["stage_id"] in final:
            continue
        if not closing.undo_in_time(tx, action.at, settings.read(tx).undo_grace_seconds):
            row = tx.get(metadata.tables[entry.table_name], entry.row_id)
            raise Refused("undo-final-stage", title=_name(row))


def offered(tx: Transaction) -> bool:
    """Tell whether the finished transaction can be undone: a closing never can where the grace time is 0 (R9)."""
    if not {name for name, _ in tx.touched} & set(_STAGES) or settings.read(tx).undo_grace_seconds:
        return True
    action = tx.first(select(action_table).where(action_table.c.id == tx.action_id))
    if action is None:
        return True
    try:
        _check_final_stages(tx, action, _entries(tx, action.id))
    except Refused:
        return False
    return True


# Reversing -----------------------------------------------------------------------------------------


def _reverse(tx: Transaction, action_id: int, entries: Sequence[Row[Any]], noted: str) -> None:
    instances = sorted({entry.row_id for entry in entries if entry.table_name == "process_instance"})
    for instance_id in instances:
        runtime.drop_waits(tx, instance_id)
    for entry in entries:
        _reverse_entry(tx, entry)
    for instance_id in instances:
        runtime.make_waits_anew(tx, instance_id)
        runtime.note(tx, instance_id, noted, action_id)


def _reverse_entry(tx: Transaction, entry: Row[Any]) -> None:
    table = metadata.tables[entry.table_name]
    current = tx.get(table, entry.row_id, lock=True)
    if entry.kind == "delete":
        if current is not None:
            _stands_in_the_way(tx, entry, current)
        tx.insert(table, _values(table, entry.before))
        return
    if current is None or not _as_left(table, current, entry.after):
        _stands_in_the_way(tx, entry, current)
    if entry.kind == "update":
        tx.update(table, entry.row_id, _values(table, entry.before))
        return
    try:
        tx.delete(table, entry.row_id)
    except IntegrityError:
        raise Refused("undo-referenced", table=table.name, name=_name(current)) from None


def _as_left(table: Table, current: Row[Any], after: Mapping[str, Any]) -> bool:
    ignored = {"version"} | set(table.info.get("undo_ignores", ()))
    left = _values(table, after)
    return all(current._mapping[name] == value for name, value in left.items() if name not in ignored)


def _values(table: Table, kept: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values as the columns take them: the journal keeps moments and dates as text."""
    return {name: _value(table, name, value) for name, value in kept.items()}


def _value(table: Table, name: str, value: Any) -> Any:
    if isinstance(value, str):
        kind = table.c[name].type
        if isinstance(kind, Utc):
            return datetime.fromisoformat(value)
        if isinstance(kind, Date):
            return date.fromisoformat(value)
    return value


def _stands_in_the_way(tx: Transaction, entry: Row[Any], current: Row[Any] | None) -> None:
    raise Refused("undo-changed-since", table=entry.table_name, name=_name(current))


def _name(row: Row[Any] | None) -> str:
    """Return what a record is called, "" where it is gone or has no name."""
    if row is None:
        return ""
    return next((str(row._mapping[name]) for name in _NAMES if row._mapping.get(name)), "")
