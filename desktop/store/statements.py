"""Writes of known columns, whose SQL is made once for each table and set of columns.

SQLAlchemy makes the SQL and knows how values are converted; what is left out is its work around every single
execution, which costs several times what the database does (docs/benchmarks.md).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from itertools import chain
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    Connection,
    Dialect,
    Executable,
    Select,
    Table,
    bindparam,
    delete,
    insert,
    text,
    update,
)
from sqlalchemy.sql import visitors

Values = Mapping[str, Any]
Touched = Mapping[tuple[str, int], Set[str]]
"""Rows that were written: table and id, with the columns that were changed."""

_JSON = json.JSONEncoder()
_BLOCK_VALUES = 480
"""How many values a statement of several rows has on SQLite: half the time of one row each; at most 999 are allowed."""
_ROW = "row_id_"
_VERSION = "version_"


class _Statement:
    """One statement of one database's dialect, with how each of its parameters is converted."""

    def __init__(self, statement: Executable, table: Table, dialect: Dialect, columns: Iterable[str]) -> None:
        compiled = statement.compile(dialect=dialect, column_keys=list(columns))  # type: ignore[attr-defined]
        self.sql = str(compiled)
        self.is_positional = compiled.positiontup is not None
        self.names: list[str] = compiled.positiontup or list(compiled.params)
        self.converts = [_converter(table, name, dialect) for name in self.names]

    def one(self, values: Values) -> Any:
        """Return the parameters of one execution."""
        found = [
            values[name] if convert is None else convert(values[name])
            for name, convert in zip(self.names, self.converts, strict=True)
        ]
        return tuple(found) if self.is_positional else dict(zip(self.names, found, strict=True))

    def many(self, rows: Sequence[Values]) -> list[Any]:
        """Return the parameters of many; a value that stands in several rows is converted once."""
        columns = []
        for name, convert in zip(self.names, self.converts, strict=True):
            values = list(map(itemgetter(name), rows))
            columns.append(values if convert is None else _converted(values, convert))
        found = zip(*columns, strict=True)
        return list(found) if self.is_positional else [dict(zip(self.names, one, strict=True)) for one in found]


def _converted(values: list[Any], convert: Callable[[Any], Any]) -> list[Any]:
    numbers = list(map(id, values))  # by identity: the rows keep every value alive meanwhile
    results = {number: convert(value) for number, value in dict(zip(numbers, values, strict=True)).items()}
    return list(map(results.__getitem__, numbers))


def _converter(table: Table, name: str, dialect: Dialect) -> Callable[[Any], Any] | None:
    column = table.c.get("id" if name == _ROW else "version" if name == _VERSION else name)
    assert column is not None
    if isinstance(column.type, JSON):
        return _JSON.encode  # as the type itself does, without its detours
    return column.type.dialect_impl(dialect).bind_processor(dialect)


_known: dict[tuple[str, Table, str, tuple[str, ...]], _Statement] = {}


def _statement(connection: Connection, kind: str, table: Table, columns: tuple[str, ...]) -> _Statement:
    dialect = connection.dialect
    key = (kind, table, dialect.name, columns)
    found = _known.get(key)
    if found is None:
        found = _known[key] = _Statement(_made(kind, table, dialect, columns), table, dialect, columns)
    return found


def _made(kind: str, table: Table, dialect: Dialect, columns: tuple[str, ...]) -> Executable:
    if kind == "update":
        return update(table).where(table.c.id == bindparam(_ROW))
    if kind == "update of a version":
        return update(table).where(table.c.id == bindparam(_ROW), table.c.version == bindparam(_VERSION))
    if kind == "delete":
        return delete(table).where(*(table.c[name] == bindparam(name) for name in columns))
    if kind == "insert" and dialect.name != "sqlite":
        return insert(table).returning(table.c.id)
    return insert(table).inline()


def insert_row(connection: Connection, table: Table, values: Values) -> int:
    """Insert one row and return its id."""
    statement = _statement(connection, "insert", table, tuple(values))
    result = connection.exec_driver_sql(statement.sql, statement.one(values))
    return int(result.lastrowid if connection.dialect.name == "sqlite" else result.scalar_one())


def new_ids(connection: Connection, table: Table, count: int) -> list[int]:
    """Return as many ids in rising order that no row of the table has had or will be given by the database.

    On SQLite they must be used in this transaction, which is the only one that writes.
    """
    if connection.dialect.name == "sqlite":
        last = connection.execute(_LAST_ID, {"name": table.name}).scalar() or 0
        return list(range(last + 1, last + 1 + count))
    return list(connection.execute(_NEXT_IDS, {"name": table.name, "count": count}).scalars())


_LAST_ID = text("SELECT seq FROM sqlite_sequence WHERE name = :name")  # AUTOINCREMENT: base.table
_NEXT_IDS = text("SELECT nextval(pg_get_serial_sequence(:name, 'id')) FROM generate_series(1, :count)")


def insert_rows(connection: Connection, table: Table, rows: Sequence[Values]) -> None:
    """Insert rows that all name the same columns; nobody is told their ids."""
    if not rows:
        return
    statement = _statement(connection, "insert many", table, tuple(rows[0]))
    found = statement.many(rows)
    size = _BLOCK_VALUES // len(statement.names)
    whole = len(found) - len(found) % size if statement.is_positional else 0
    if whole:
        values = statement.sql.rpartition("VALUES ")[2]
        blocks = [tuple(chain.from_iterable(found[at : at + size])) for at in range(0, whole, size)]
        connection.exec_driver_sql(statement.sql + f", {values}" * (size - 1), blocks)
    if found[whole:]:
        connection.exec_driver_sql(statement.sql, found[whole:])


def update_rows(connection: Connection, table: Table, rows: Sequence[Values]) -> None:
    """Change the rows with these ids; all name the same columns, the id among them."""
    if rows:
        columns = tuple(name for name in rows[0] if name != "id")
        statement = _statement(connection, "update", table, columns)
        connection.exec_driver_sql(statement.sql, statement.many([{**row, _ROW: row["id"]} for row in rows]))


def delete_rows(connection: Connection, table: Table, rows: Sequence[Values]) -> None:
    """Delete what has the values of one of the rows, which all name the same columns; nothing has a None."""
    if rows:
        statement = _statement(connection, "delete", table, tuple(rows[0]))
        connection.exec_driver_sql(statement.sql, statement.many(rows))


def update_row(connection: Connection, table: Table, row_id: int, values: Values, version: int | None = None) -> bool:
    """Change columns of one row, if ``version`` is given only where it has that one; tell whether it was there."""
    kind = "update" if version is None else "update of a version"
    where = {_ROW: row_id} if version is None else {_ROW: row_id, _VERSION: version}
    statement = _statement(connection, kind, table, tuple(values))
    return connection.exec_driver_sql(statement.sql, statement.one({**values, **where})).rowcount == 1


def columns_read(statement: Select[Any]) -> dict[str, set[str]]:
    """Return the columns that a select reads, joins and conditions included, by table."""
    found: dict[str, set[str]] = {}
    for part in visitors.iterate(statement):
        if isinstance(part, Column) and isinstance(part.table, Table):
            found.setdefault(part.table.name, set()).add(part.name)
    return found
