"""Which errors of the database and the disk are the surroundings' (Trouble), and in which words they are told."""

from __future__ import annotations

import errno
import sqlite3

from sqlalchemy.exc import DBAPIError

from desktop.views.exchange import Trouble

_SQLITE = {
    "SQLITE_FULL": "disk-full",
    "SQLITE_BUSY": "database-locked",
    "SQLITE_LOCKED": "database-locked",
    "SQLITE_READONLY": "database-read-only",
    "SQLITE_CORRUPT": "database-damaged",
    "SQLITE_NOTADB": "database-not-a-database",
    "SQLITE_IOERR": "disk-error",
    "SQLITE_CANTOPEN": "database-cannot-open",
    "SQLITE_PERM": "database-read-only",
}

_POSTGRES = {
    "53": "disk-full",  # insufficient resources
    "08": "server-gone",
    "57": "server-gone",  # operator intervention: shutting down
    "28": "server-refused",
    "3D": "server-refused",
    "40": "database-busy",  # serialisation failure, deadlock
    "55": "database-busy",
}


def trouble_of(error: BaseException) -> Trouble | None:
    """Return the Trouble that stands for an error of the database or the disk, None for any other error."""
    if isinstance(error, Trouble):
        return error
    origin: BaseException | None = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(origin, sqlite3.Error):
        name = getattr(origin, "sqlite_errorname", None) or ""
        for start, code in _SQLITE.items():
            if name.startswith(start):
                return Trouble(code)
        return None
    if isinstance(origin, OSError):
        if origin.errno in (errno.ENOSPC, errno.EDQUOT):
            return Trouble("disk-full")
        if origin.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            return Trouble("database-read-only")
        return None
    state = getattr(origin, "sqlstate", None)
    if isinstance(state, str):
        known = _POSTGRES.get(state[:2])
        return Trouble(known) if known else None
    if isinstance(error, DBAPIError) and type(origin).__name__ == "OperationalError":
        return Trouble("server-gone")  # psycopg has no state where no server answered
    return None
