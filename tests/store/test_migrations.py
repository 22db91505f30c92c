"""Migrations: the newest schema is reached alike by making it at once and by running every migration."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, inspect, text

import desktop.processes.tables
import desktop.sales.tables  # noqa: F401 - the schema is made of all tables
from desktop.store import upgrade as upgrading
from desktop.store.base import metadata
from desktop.store.database import SCHEMA, Database
from desktop.store.upgrade import MIGRATIONS, upgrade


def differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_type": True, "include_name": _is_in_the_tables})
    return list(compare_metadata(context, metadata))


def _is_in_the_tables(name: str | None, _kind: str, _parents: object) -> bool:
    """One index is written as SQL, since a partial index in the tables would load PostgreSQL's dialect at start."""
    return name != "uq_process_instance_running"


def constraints(connection: Connection) -> dict[str, object]:
    found = inspect(connection)
    return {
        name: (
            sorted(column["name"] for column in found.get_columns(name)),
            sorted(str(unique["column_names"]) for unique in found.get_unique_constraints(name)),
            sorted((str(index["column_names"]), bool(index["unique"])) for index in found.get_indexes(name)),
            sorted(str((key["constrained_columns"], key["referred_table"])) for key in found.get_foreign_keys(name)),
        )
        for name in sorted(found.get_table_names())
        if name != "alembic_version"
    }


def test_the_newest_migration_is_the_schema_that_this_program_knows() -> None:
    assert ScriptDirectory(str(MIGRATIONS)).get_heads() == [f"{SCHEMA:04d}"]


def test_all_migrations_lead_to_the_schema_that_a_new_database_gets(database_url: str) -> None:
    engine = create_engine(database_url)
    try:
        with engine.connect() as connection:
            assert not inspect(connection).get_table_names()
        upgrade(engine, None, 0)
        with engine.connect() as connection:
            assert differences(connection) == []
            migrated = constraints(connection)
    finally:
        engine.dispose()
    in_memory = create_engine("sqlite://")
    if database_url.startswith("sqlite"):
        with in_memory.connect() as connection:
            metadata.create_all(connection)
            assert constraints(connection) == migrated
    in_memory.dispose()


def test_an_older_database_is_upgraded_after_a_verified_backup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A made-up next schema stands in for the next release, until there is one."""
    file = tmp_path / "workspace.db"
    Database.open(f"sqlite:///{file}").close()
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("INSERT INTO system_setting (name, value) VALUES ('kept', '1')")
    scripts = tmp_path / "migrations"
    (scripts / "versions").mkdir(parents=True)
    for name in ("env.py", "script.py.mako"):
        (scripts / name).write_text((MIGRATIONS / name).read_text(encoding="utf-8"), encoding="utf-8")
    for script in (MIGRATIONS / "versions").glob("m*.py"):
        (scripts / "versions" / script.name).write_text(script.read_text(encoding="utf-8"), encoding="utf-8")
    (scripts / "versions" / "next.py").write_text(
        "from alembic import op\n"
        "import sqlalchemy as sa\n"
        f"revision = '{SCHEMA + 1:04d}'\n"
        f"down_revision = '{SCHEMA:04d}'\n"
        "def upgrade():\n"
        "    op.add_column('note', sa.Column('colour', sa.String(10), nullable=False, server_default=''))\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(upgrading, "MIGRATIONS", scripts)
    monkeypatch.setattr("desktop.store.database.SCHEMA", SCHEMA + 1)
    database = Database.open(f"sqlite:///{file}")
    try:
        with database.reading() as connection:
            assert "colour" in {column["name"] for column in inspect(connection).get_columns("note")}
            assert connection.execute(text("SELECT value FROM system_setting WHERE name = 'kept'")).scalar() == 1
            assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == f"{SCHEMA + 1:04d}"
    finally:
        database.close()
    backups = list(tmp_path.glob("workspace-before-upgrade-*.db"))
    assert len(backups) == 1
    with closing(sqlite3.connect(backups[0])) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (f"{SCHEMA:04d}",)
        assert connection.execute("SELECT count(*) FROM system_setting WHERE name = 'kept'").fetchone() == (1,)


def test_a_failing_migration_leaves_the_database_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "workspace.db"
    Database.open(f"sqlite:///{file}").close()
    scripts = tmp_path / "migrations"
    (scripts / "versions").mkdir(parents=True)
    (scripts / "env.py").write_text((MIGRATIONS / "env.py").read_text(encoding="utf-8"), encoding="utf-8")
    for script in (MIGRATIONS / "versions").glob("m*.py"):
        (scripts / "versions" / script.name).write_text(script.read_text(encoding="utf-8"), encoding="utf-8")
    (scripts / "versions" / "next.py").write_text(
        "from alembic import op\n"
        f"revision = '{SCHEMA + 1:04d}'\n"
        f"down_revision = '{SCHEMA:04d}'\n"
        "def upgrade():\n"
        "    op.drop_table('note')\n"
        "    op.drop_table('no such table')\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(upgrading, "MIGRATIONS", scripts)
    monkeypatch.setattr("desktop.store.database.SCHEMA", SCHEMA + 1)
    with pytest.raises(Exception, match="no such table"):
        Database.open(f"sqlite:///{file}")
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (f"{SCHEMA:04d}",)
        assert connection.execute("SELECT count(*) FROM note").fetchone() == (0,)
