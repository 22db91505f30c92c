"""The index of keys by which records that may be the same are found: one row for each key of each record.

Who knows the tables registers a source for each subject (:func:`register`): which columns are read and which keys they
make (a name without its legal form, the digits of a phone number). The Transaction calls :func:`keep` just before the
commit, so that keys and records are one (R16), whichever way a record was written: by hand, by an import, by an undo.

The table's name carries the version of the keys: :func:`prepare` makes it anew where that one is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, Row, Select, inspect, text

from desktop.store.statements import Touched, columns_read

VERSION = 1
_NAME = f"likeness_{VERSION}"
_PART = 1_000

Keys = Callable[[Row[Any]], Iterable[tuple[str, str]]]
"""Returns the keys of a record, each with its kind: ("mail", "anna@kern.example")."""


@dataclass(frozen=True, slots=True)
class KeySource:
    """Where the keys of one subject come from: ``statement`` selects the record's number first."""

    subject: str
    key: Column[Any]
    statement: Select[Any]
    keys: Keys


_sources: dict[str, KeySource] = {}
_columns: dict[str, set[str]] = {}


def register(source: KeySource) -> None:
    """Have the keys of a subject kept from now on."""
    _sources[source.key.table.name] = source


def is_ready(connection: Connection) -> bool:
    """Whether the index of this version is there."""
    if connection.dialect.name == "sqlite":
        return connection.execute(_THERE, {"name": _NAME}).first() is not None
    return inspect(connection).has_table(_NAME)


_THERE = text("SELECT 1 FROM sqlite_master WHERE name = :name")


def prepare(connection: Connection) -> None:
    """Make the index of this version and fill it from all records, where it is not there yet; drop older ones."""
    if is_ready(connection):
        return
    for name in inspect(connection).get_table_names():
        if name.startswith("likeness_") and name.removeprefix("likeness_").isdigit():
            connection.execute(text(f"DROP TABLE {name}"))
    number = "INTEGER" if connection.dialect.name == "sqlite" else "BIGINT"
    connection.execute(
        text(
            f"CREATE TABLE {_NAME} (subject VARCHAR(20) NOT NULL, kind VARCHAR(10) NOT NULL,"
            f" value VARCHAR(300) NOT NULL, record_id {number} NOT NULL)"
        )
    )
    for source in _sources.values():
        _write(connection, source, source.statement)
    connection.execute(text(f"CREATE INDEX ix_{_NAME}_value ON {_NAME} (subject, kind, value, record_id)"))
    connection.execute(text(f"CREATE INDEX ix_{_NAME}_record ON {_NAME} (record_id, subject)"))


def keep(connection: Connection, touched: Touched) -> None:
    """Bring the keys up to date with the rows that an action has inserted, changed or deleted."""
    rows: dict[str, list[int]] = {}
    for (name, row_id), changed in touched.items():
        if name in _sources and not (_read_of(name) or changed).isdisjoint(changed):
            rows.setdefault(name, []).append(row_id)
    if not rows or not is_ready(connection):
        return
    for name, numbers in rows.items():
        source = _sources[name]
        numbers.sort()
        for start in range(0, len(numbers), _PART):
            some = numbers[start : start + _PART]
            connection.execute(_DELETE, [{"record": row_id, "subject": source.subject} for row_id in some])
            _write(connection, source, source.statement.where(source.key.in_(some)))


def _read_of(name: str) -> set[str]:
    """Return the columns that make the keys; none where other tables are read too, so that any change counts."""
    if name not in _columns:
        read = columns_read(_sources[name].statement)
        _columns[name] = read[name] if len(read) == 1 else set()
    return _columns[name]


_DELETE = text(f"DELETE FROM {_NAME} WHERE record_id = :record AND subject = :subject")  # noqa: S608 (a name of our own)
_INSERT = text(
    f"INSERT INTO {_NAME} (subject, kind, value, record_id) VALUES (:subject, :kind, :value, :record)"  # noqa: S608
)


def _write(connection: Connection, source: KeySource, statement: Select[Any]) -> None:
    with connection.execute(statement.execution_options(yield_per=_PART)) as found:
        for rows in found.partitions():
            made = [
                {"subject": source.subject, "kind": kind, "value": value[:300], "record": row[0]}
                for row in rows
                for kind, value in source.keys(row)
            ]
            if made:
                connection.execute(_INSERT, made)


# looking up --------------------------------------------------------------------------------------


def same(connection: Connection, subject: str, keys: Sequence[tuple[str, str]], limit: int) -> list[tuple[str, int]]:
    """Return kind and record of those that have one of the keys, at most ``limit`` for each key."""
    found: list[tuple[str, int]] = []
    for kind, value in keys:
        rows = connection.execute(_SAME, {"subject": subject, "kind": kind, "value": value[:300], "limit": limit})
        found += [(kind, int(row[0])) for row in rows]
    return found


_SAME = text(
    f"SELECT record_id FROM {_NAME} WHERE subject = :subject AND kind = :kind AND value = :value"  # noqa: S608
    " ORDER BY record_id LIMIT :limit"
)


def shared(connection: Connection, subject: str, kind: str, limit: int) -> list[tuple[str, tuple[int, ...]]]:
    """Return the keys of a kind that several records have, each with those records; at most ``limit`` keys."""
    keys = connection.execute(_SHARED, {"subject": subject, "kind": kind, "limit": limit}).scalars().all()
    return [
        (value, tuple(record for _, record in same(connection, subject, ((kind, value),), _MEMBERS))) for value in keys
    ]


_MEMBERS = 20
_SHARED = text(
    f"SELECT value FROM {_NAME} WHERE subject = :subject AND kind = :kind"  # noqa: S608
    " GROUP BY value HAVING count(*) > 1 ORDER BY value LIMIT :limit"
)


def in_order(connection: Connection, subject: str, kind: str) -> list[tuple[str, int]]:
    """Return every key of a kind with its record, in the order of the keys: what is alike stands side by side."""
    rows = connection.execute(_ORDERED, {"subject": subject, "kind": kind})
    return [(row[0], int(row[1])) for row in rows]


_ORDERED = text(
    f"SELECT value, record_id FROM {_NAME} WHERE subject = :subject AND kind = :kind ORDER BY value"  # noqa: S608
)
