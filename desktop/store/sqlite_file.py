"""A look at an SQLite file before it is opened for writing, and copies of it that were verified."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from desktop.views.exchange import Trouble

_MAGIC = b"SQLite format 3\x00"


def look_before_opening(file: Path, known: int) -> None:
    """Check that the file may be opened as a workspace whose schema is at most number ``known``; touch nothing.

    A missing file is made, empty and readable by its owner only (mode 0600), in an existing or new folder. Raises
    Trouble: database-folder, database-cannot-open, database-read-only, database-not-a-database, database-damaged,
    database-foreign or database-newer.
    """
    if not file.exists():
        _make(file)
        return
    name = str(file)
    if not file.is_file():
        raise Trouble("database-cannot-open", database=name)
    if not os.access(file, os.R_OK):
        raise Trouble("database-cannot-open", database=name)
    if file.stat().st_size == 0:
        return
    with file.open("rb") as content:
        if content.read(len(_MAGIC)) != _MAGIC:
            raise Trouble("database-not-a-database", database=name)
    if not os.access(file, os.W_OK) or not os.access(file.parent, os.W_OK):
        raise Trouble("database-read-only", database=name)
    found = _schema_number(file)
    if found is not None and found > known:
        raise Trouble("database-newer", database=name, found=found, known=known)


def copy_verified(source: Path, target: Path) -> None:
    """Copy a database, changes under way included, and check the copy; an existing target is never overwritten.

    Raises Trouble("backup-exists") or Trouble("backup-damaged"); a copy that is not whole is removed again.
    """
    try:
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError as error:
        raise Trouble("backup-exists", backup=str(target)) from error
    try:
        with closing(sqlite3.connect(source)) as original, closing(sqlite3.connect(target)) as copy:
            original.backup(copy)
            sound = copy.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
            same = _count(original) == _count(copy)
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    if not (sound and same):
        target.unlink(missing_ok=True)
        raise Trouble("backup-damaged", backup=str(target))


def _count(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    return [(name, connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for (name,) in names]  # noqa: S608


def _make(file: Path) -> None:
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(file, os.O_CREAT | os.O_WRONLY, 0o600))
    except OSError as error:
        raise Trouble("database-folder", folder=str(file.parent), reason=error.strerror or str(error)) from error


def _schema_number(file: Path) -> int | None:
    """Read the schema's number without locks or side files where no other program has the file open."""
    wal = file.with_name(file.name + "-wal")
    alone = not wal.exists() or wal.stat().st_size == 0
    mode = "immutable=1" if alone else "mode=ro"
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?{mode}", uri=True, timeout=5)) as connection:
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            if not tables:
                return None
            if "alembic_version" not in tables or "journal_entry" not in tables:
                raise Trouble("database-foreign", database=str(file))
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.OperationalError as error:
        if (getattr(error, "sqlite_errorname", "") or "").startswith("SQLITE_BUSY"):
            raise Trouble("database-locked", database=str(file)) from error
        raise Trouble("database-damaged", database=str(file)) from error
    except sqlite3.DatabaseError as error:
        raise Trouble("database-damaged", database=str(file)) from error
    if row is None or not str(row[0]).isdigit():
        raise Trouble("database-foreign", database=str(file))
    return int(row[0])
