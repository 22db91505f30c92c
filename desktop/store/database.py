"""Opening a database by its URL, and the two ways to use it: writing (one at a time) and reading."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, func, make_url, select

from desktop.store.base import metadata
from desktop.store.journal import action_table, entry_table
from desktop.views.exchange import Changes, Trouble


class Database:
    """An opened database whose schema is up to date."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    @classmethod
    def open(cls, url: str) -> Database:
        """Open the database, creating it where there is none. Raises Trouble with the reason if that cannot be done."""
        engine = create_engine(url)
        if make_url(url).get_backend_name() == "sqlite":
            event.listen(engine, "connect", _prepare_sqlite)
            event.listen(engine, "begin", _begin_nothing)
        metadata.create_all(engine)
        return cls(engine)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection inside one write transaction: committed at the end, rolled back on any exception."""
        with self.engine.connect() as connection:
            if connection.dialect.name == "sqlite":
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            with connection.begin():
                yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one consistent state and writes nothing."""
        with self.engine.connect() as connection:
            if connection.dialect.name == "sqlite":
                connection.exec_driver_sql("BEGIN")
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
        """Give back every connection."""
        self.engine.dispose()


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # transactions are begun by hand: BEGIN IMMEDIATE
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=5000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_nothing(_connection: Connection) -> None:
    """SQLite transactions are begun explicitly."""


def trouble_of(error: BaseException) -> Trouble | None:
    """Return the Trouble that stands for an error of the database or the disk, None for any other error."""
    return None
