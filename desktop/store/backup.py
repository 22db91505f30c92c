"""Backup and check of a whole workspace, for the command line and the settings page."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import make_url

from desktop.store.sqlite_file import copy_verified
from desktop.views.exchange import Trouble


def backup(url: str, target: Path) -> None:
    """Copy an SQLite workspace, in use or not, into a new file and verify the copy.

    Raises Trouble("backup-only-sqlite") for a server (its own tools do that better), backup-exists, backup-damaged.
    """
    copy_verified(_file(url), target)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a file: the sentence's code (resources/texts) and what it names."""

    code: str
    parameters: Mapping[str, str]


def check(url: str) -> list[Problem]:
    """Return what is wrong with an SQLite workspace's file (damage, dangling references); empty if all is sound."""
    with closing(sqlite3.connect(f"{_file(url).resolve().as_uri()}?mode=ro", uri=True)) as connection:
        try:
            damages = [str(row[0]) for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
            problems = [Problem("check-damage", {"detail": detail}) for detail in damages]
            problems += [
                Problem("check-dangling", {"table": table, "row": str(row), "parent": parent})
                for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check")
            ]
        except sqlite3.DatabaseError as error:
            return [Problem("check-unreadable", {"detail": str(error)})]
    return problems


def _file(url: str) -> Path:
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or not parsed.database:
        raise Trouble("backup-only-sqlite")
    file = Path(parsed.database)
    if not file.is_file():
        raise Trouble("database-cannot-open", database=str(file))
    return file
