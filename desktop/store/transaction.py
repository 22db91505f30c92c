"""One action's transaction: reads, and writes that the journal remembers row by row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime, tzinfo
from functools import cache
from typing import Any

from sqlalchemy import Connection, Delete, Executable, Row, RowMapping, Select, Table, bindparam, delete, select

from desktop.store import likeness, search
from desktop.store.base import Journaled
from desktop.store.journal import action_table, entry_table
from desktop.store.statements import Values, insert_row, insert_rows, new_ids, update_row, update_rows


class StaleRow(Exception):
    """The row is gone or has another version than the one that was read; nothing was written."""

    def __init__(self, table: str, row_id: int) -> None:
        super().__init__(f"{table} {row_id}")
        self.table = table
        self.row_id = row_id


class _Rehearsed(Exception):
    """Ends a rehearsal."""


class Transaction:
    """Reads and writes of one action (R16).

    Writing goes through insert, update and delete, so that nothing escapes the journal. ``now`` (UTC) stands still for
    the whole action. ``person_id`` is who acts (None: the program itself). The owner of the connection commits or rolls
    back; the journal is written by ``finish`` just before the commit.
    """

    def __init__(
        self,
        connection: Connection,
        *,
        action: str,
        person_id: int | None,
        now: datetime,
        language: str = "en",
        zone: tzinfo = UTC,
    ) -> None:
        self.connection = connection
        self.action = action
        self.person_id = person_id
        self.now = now
        self.language = language
        self.zone = zone
        self.action_id: int | None = None
        self.label = ""
        self.undoable = False
        # In the order in which they were first written, with the columns changed; a new or deleted row has changed all.
        self._touched: dict[tuple[str, int], set[str]] = {}
        self.warnings: list[tuple[str, Mapping[str, object]]] = []
        """Sentences (code and parameters) that follow the action's own in the toast, and are kept nowhere."""
        self.answers: dict[str, object] = {}
        """Answers to what the action has asked before, by what was asked for: whoever asks looks here first."""
        self._entries: list[dict[str, Any]] = []
        self._appended: list[tuple[Table, Sequence[Values]]] = []

    @property
    def touched(self) -> Set[tuple[str, int]]:
        """The rows written so far: table and id."""
        return self._touched.keys()

    @property
    def is_alone(self) -> bool:
        """Whether nobody else can write before this action has ended, so that nothing read needs a lock (SQLite)."""
        return self.connection.dialect.name == "sqlite"

    # reading -----------------------------------------------------------------------------------

    def rows(self, statement: Executable, parameters: Values | None = None) -> Sequence[Row[Any]]:
        """Return all rows of a select."""
        return self.connection.execute(statement, parameters or {}).all()

    def first(self, statement: Executable, parameters: Values | None = None) -> Row[Any] | None:
        """Return the first row of a select, or None."""
        return self.connection.execute(statement, parameters or {}).first()

    def value(self, statement: Executable, parameters: Values | None = None) -> Any:
        """Return the first column of the first row, or None."""
        return self.connection.execute(statement, parameters or {}).scalar()

    def get(self, table: Table, row_id: int, *, lock: bool = False) -> Row[Any] | None:
        """Return one whole row by its id, or None; ``lock`` keeps other writers off it until the transaction ends."""
        return self.connection.execute(_select(table, lock), {_ROW: row_id}).first()

    # writing -----------------------------------------------------------------------------------

    def begin_action(self) -> int:
        """Write the action's own row (once) and return its id; insert, update and delete do it by themselves."""
        if self.action_id is None:
            values = {"name": self.action, "person_id": self.person_id, "at": self.now, "label": ""}
            self.action_id = insert_row(self.connection, action_table, values)
        return self.action_id

    def insert(self, table: Table, values: Values) -> int:
        """Insert a row and return its id."""
        self.begin_action()
        row_id = insert_row(self.connection, table, values)
        self._note(table, row_id, "insert", None, {**values, "id": row_id})
        return row_id

    def insert_many(self, table: Table, rows: Sequence[Values]) -> list[int]:
        """Insert rows that all name the same columns, in few round trips, and return their ids in the same order."""
        if not rows:
            return []
        self.begin_action()
        ids = new_ids(self.connection, table, len(rows))
        whole = [{**values, "id": row_id} for row_id, values in zip(ids, rows, strict=True)]
        insert_rows(self.connection, table, whole)
        for values in whole:
            self._note(table, values["id"], "insert", None, values)
        return ids

    def append(self, table: Table, rows: Sequence[Values]) -> None:
        """Add rows that all name the same columns to a table that is only ever added to and has no journal.

        They are written with the journal, at the end of the action: nobody reads them before.
        """
        assert table.info["journal"] is Journaled.NEVER
        if rows:
            self._appended.append((table, rows))

    def update(
        self,
        table: Table,
        row_id: int,
        values: Values,
        *,
        version: int | None = None,
        known: Values | RowMapping | None = None,
    ) -> None:
        """Change columns of one row; a column ``version``, where the table has one, goes up by one.

        Only the columns named are journaled. Raises StaleRow if the row is gone or, when ``version`` is given, has
        another. ``known`` is the row as this transaction has read it, its version included: it is read again only if
        somebody has written it since.
        """
        self.begin_action()
        if (
            known is not None
            and version in (None, known["version"])
            and self._update_known(table, row_id, values, known)
        ):
            return
        current = self.get(table, row_id, lock=True)
        if current is None or (version is not None and current._mapping["version"] != version):
            raise StaleRow(table.name, row_id)
        was = current._mapping
        changed = {name: value for name, value in values.items() if was[name] != value}
        if not changed:
            return
        written = dict(changed)
        if "version" in table.c and "version" not in changed:
            written["version"] = was["version"] + 1
        update_row(self.connection, table, row_id, written)
        self._note(table, row_id, "update", {name: was[name] for name in changed}, changed)

    def update_new(self, table: Table, rows: Sequence[tuple[Values, Values]]) -> None:
        """Change columns of rows that this transaction has inserted; of each, the row as it is and all that changes.

        All change the same columns; a column ``version`` goes up by one.
        """
        versioned = "version" in table.c
        written = [
            {**changed, "id": was["id"], **({"version": was["version"] + 1} if versioned else {})}
            for was, changed in rows
        ]
        update_rows(self.connection, table, written)
        for was, changed in rows:
            self._note(table, was["id"], "update", {name: was[name] for name in changed}, dict(changed))

    def _update_known(self, table: Table, row_id: int, values: Values, was: Values | RowMapping) -> bool:
        """Update a row if it still has the version that is known; tell whether it had, or nothing is to be done."""
        changed = {name: value for name, value in values.items() if was[name] != value}
        version = was["version"]
        if not changed or not update_row(
            self.connection, table, row_id, {**changed, "version": version + 1}, version=version
        ):
            return False
        self._note(table, row_id, "update", {name: was[name] for name in changed}, changed)
        return True

    def delete(self, table: Table, row_id: int) -> None:
        """Remove one row. Raises StaleRow if it is gone already."""
        self.begin_action()
        current = self.get(table, row_id, lock=True)
        if current is None:
            raise StaleRow(table.name, row_id)
        self.connection.execute(_delete(table), {_ROW: row_id})
        self._note(table, row_id, "delete", dict(current._mapping), None)

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Do a part of the action that may fail by itself: an exception leaves nothing of the part behind, and goes on.

        What was written before the part stays.
        """
        before = self.action_id, len(self._touched), len(self.warnings), len(self._entries), len(self._appended)
        try:
            with self.connection.begin_nested():
                yield
        except BaseException:
            self.action_id, touched, warnings, entries, appended = before
            while len(self._touched) > touched:
                self._touched.popitem()
            del self.warnings[warnings:]
            del self._entries[entries:]
            del self._appended[appended:]
            raise

    @contextmanager
    def part(self, action: str) -> Iterator[None]:
        """Let what is written belong to an action of its own, at the present ``now`` and by the present person.

        For a story told in one transaction, in which each action keeps its own moment and the ``label`` that it is
        given in there; it cannot be undone by itself.
        """
        whole = self.action_id, self.action, self.label
        self.action_id, self.action, self.label = None, action, ""
        try:
            yield
            if self.action_id is not None and self.label:
                update_row(self.connection, action_table, self.action_id, {"label": self.label})
        finally:
            self.action_id, self.action, self.label = whole

    @contextmanager
    def rehearsal(self) -> Iterator[None]:
        """Do something for real, look at what came of it, and leave nothing of it behind."""
        with suppress(_Rehearsed), self.attempt():
            yield
            raise _Rehearsed

    def finish(self) -> None:
        """Write the journal's rows and those appended, and bring the indexes of texts and keys up to date.

        Called once, by the owner of the connection, before the commit.
        """
        if self.action_id is None:
            return
        told = {"label": self.label, "undoable": int(self.undoable)}
        update_row(self.connection, action_table, self.action_id, told)
        search.keep(self.connection, self._touched)
        likeness.keep(self.connection, self._touched)
        appended: dict[Table, list[Values]] = {}
        for table, rows in self._appended:
            appended.setdefault(table, []).extend(rows)
        for table, all_rows in appended.items():
            insert_rows(self.connection, table, all_rows)
        insert_rows(self.connection, entry_table, self._entries)
        self._appended.clear()
        self._entries.clear()

    def _note(
        self,
        table: Table,
        row_id: int,
        kind: str,
        before: dict[str, Any] | None,
        after: dict[str, Any] | None,
    ) -> None:
        changed = after if kind == "update" and after is not None else table.c.keys()
        self._touched.setdefault((table.name, row_id), set()).update(changed)
        if table.info.get("journal", Journaled.EVERY_ROW) is Journaled.NEVER:
            return
        self._entries.append(
            {
                "action_id": self.action_id,
                "table_name": table.name,
                "row_id": row_id,
                "kind": kind,
                "before": _plain(before),
                "after": _plain(after),
            }
        )


# The statements of one row are made once for each table: making them anew costs more than the database does.

_ROW = "row_id_"


@cache
def _select(table: Table, lock: bool) -> Select[Any]:
    statement = select(table).where(table.c.id == bindparam(_ROW))
    return statement.with_for_update() if lock else statement


@cache
def _delete(table: Table) -> Delete:
    return delete(table).where(table.c.id == bindparam(_ROW))


def _plain(values: dict[str, Any] | None) -> dict[str, Any] | None:
    """Return the values as JSON knows them: moments and dates as ISO text."""
    if values is None:
        return None
    return {name: value.isoformat() if isinstance(value, datetime | date) else value for name, value in values.items()}
