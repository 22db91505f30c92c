"""Bringing an older database up to date with Alembic, after a verified backup (imported only when that is needed)."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

from desktop.store.sqlite_file import copy_verified

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(engine: Engine, file: Path | None, found: int) -> Path | None:
    """Run the migrations that the database lacks and return the backup of an SQLite file.

    All of them run in one transaction. A server's database is its administrator's to back up; none is made here.
    """
    backup = None
    if file is not None:
        stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
        backup = file.with_name(f"{file.stem}-before-upgrade-{found:04d}-{stamp}{file.suffix}")
        copy_verified(file, backup)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with engine.connect().execution_options(dealwright_write=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    return backup
