"""Opening a database by its URL, and the two ways to use it: writing (one at a time) and reading."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, func, inspect, make_url, select, text
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.pool import StaticPool

from desktop.store import sqlite_file
from desktop.store.base import metadata
from desktop.store.journal import action_table, entry_table
from desktop.store.trouble import trouble_of
from desktop.views.exchange import Changes, Trouble

SCHEMA = 3
"""The number of the newest migration in desktop/store/migrations; a database with a higher one is refused."""

_WRITE = "dealwright_write"
_PATIENCE_SECONDS = 5
"""How long one waits for another program that writes."""

__all__ = ["SCHEMA", "Database", "trouble_of"]


class Database:
    """An opened database whose schema is up to date."""

    def __init__(self, engine: Engine, url: URL) -> None:
        self.engine = engine
        self.url = url

    @classmethod
    def open(cls, url: str) -> Database:
        """Open the database, creating or upgrading it where needed.

        An SQLite file is looked at before it is opened for writing: one that is newer, foreign, damaged, locked or not
        writable is refused untouched. An older one is upgraded after a verified backup beside it. Raises Trouble
        with the reason.
        """
        try:
            parsed = make_url(url)
            file = _file_of(parsed)
            if file is not None:
                sqlite_file.look_before_opening(file, SCHEMA)
            engine = _engine(parsed)
        except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
            raise Trouble("database-url", url=url) from error
        database = cls(engine, parsed)
        try:
            database._bring_up_to_date()
        except BaseException as error:
            database.close()
            trouble = trouble_of(error)
            if trouble is not None:
                raise trouble from error
            raise
        return database

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection inside one write transaction: committed at the end, rolled back on any exception.

        On SQLite the write lock is taken at once (BEGIN IMMEDIATE), so that nothing read in it can be stale.
        """
        with self.engine.connect().execution_options(**{_WRITE: True}) as connection, connection.begin():
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one consistent state; what it would write is rolled back."""
        with self.engine.connect() as connection:
            try:
                yield connection
            finally:
                connection.rollback()

    def last_action(self, connection: Connection) -> int:
        """Return the number of the newest action in the journal, 0 where there is none."""
        return int(connection.execute(select(func.coalesce(func.max(action_table.c.id), 0))).scalar_one())

    def changes_since(self, connection: Connection, seen: int) -> tuple[list[Changes], int]:
        """Return what the actions after number ``seen`` changed, oldest first, and the newest number."""
        rows = connection.execute(
            select(action_table.c.id, action_table.c.name, entry_table.c.table_name, entry_table.c.row_id)
            .join(entry_table, entry_table.c.action_id == action_table.c.id)
            .where(action_table.c.id > seen)
            .order_by(action_table.c.id)
        ).all()
        touched: dict[tuple[int, str], set[tuple[str, int]]] = {}
        for action_id, name, table, row_id in rows:
            touched.setdefault((action_id, name), set()).add((table, row_id))
        newer = [Changes(action_id, name, frozenset(pairs)) for (action_id, name), pairs in touched.items()]
        return newer, self.last_action(connection)

    def close(self) -> None:
        """Give back every connection. May be called twice."""
        self.engine.dispose()

    def _bring_up_to_date(self) -> None:
        with self.engine.connect() as connection:
            found = schema_number(connection)
        if found is None:
            with self.writing() as connection:
                if schema_number(connection) is None:  # another program may have been faster
                    metadata.create_all(connection)
                    connection.execute(
                        text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
                    )
                    connection.execute(
                        text("INSERT INTO alembic_version VALUES (:number)"), {"number": f"{SCHEMA:04d}"}
                    )
            return
        if found > SCHEMA:
            raise Trouble("database-newer", database=self.url.render_as_string(), found=found, known=SCHEMA)
        if found < SCHEMA:
            from desktop.store.upgrade import upgrade

            upgrade(self.engine, _file_of(self.url), found)


def schema_number(connection: Connection) -> int | None:
    """Return the number of the schema in the database, None if it is empty. Raises Trouble if it is not ours."""
    tables = set(inspect(connection).get_table_names())
    if "alembic_version" in tables:
        number = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        if number is not None and str(number).isdigit() and "journal_entry" in tables:
            return int(number)
    if tables:
        raise Trouble("database-foreign", database=connection.engine.url.render_as_string())
    return None


def _engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True)
    in_memory = _file_of(url) is None
    options: dict[str, Any] = {"connect_args": {"check_same_thread": False}}
    if in_memory:
        options["poolclass"] = StaticPool
    engine = create_engine(url, **options)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _file_of(url: URL) -> Path | None:
    if url.get_backend_name() != "sqlite" or not url.database or url.database == ":memory:":
        return None
    return Path(url.database)


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # transactions are begun below, by hand
    connection.create_function("lower", 1, _lower, deterministic=True)
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={_PATIENCE_SECONDS * 1000}")
    _write_ahead(cursor)
    for pragma in ("synchronous=FULL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _write_ahead(cursor: Any) -> None:
    """Switch a new file to WAL; SQLite does not wait by itself where another program is doing the same."""
    patience_ends = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            if cursor.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
                cursor.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if not error.sqlite_errorname.startswith("SQLITE_BUSY") or time.monotonic() > patience_ends:
                raise
            time.sleep(0.01)
        else:
            return


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITE, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _lower(value: object) -> object:
    """Lower-case any alphabet; SQLite's own function knows only ASCII, PostgreSQL's knows all."""
    return value.lower() if isinstance(value, str) else value
