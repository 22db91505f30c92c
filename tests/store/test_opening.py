"""Opening: every file that is not a workspace we may write to is refused with its own reason, and stays as it was."""

from __future__ import annotations

import os
import sqlite3
import stat
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

import desktop.processes.tables
import desktop.sales.tables  # noqa: F401 - the schema is made of all tables
from desktop.store.backup import backup, check
from desktop.store.database import SCHEMA, Database
from desktop.store.sqlite_file import copy_verified
from desktop.views.exchange import Trouble


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A closed, sound workspace."""
    path = tmp_path / "workspace.db"
    Database.open(f"sqlite:///{path}").close()
    return path


def opening_fails(path: Path) -> str:
    before = path.read_bytes()
    with pytest.raises(Trouble) as failed:
        Database.open(f"sqlite:///{path}")
    assert path.read_bytes() == before, "the file was touched"
    return failed.value.code


def test_a_new_file_is_private_and_holds_the_whole_schema(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "workspace.db"
    database = Database.open(f"sqlite:///{path}")
    try:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        database.engine.dispose()  # tests/conftest.py changes a connection that is used through the engine
        with closing(database.engine.raw_connection()) as connection:
            cursor = connection.cursor()
            settings = {
                name: cursor.execute(f"PRAGMA {name}").fetchone()[0]
                for name in ("journal_mode", "synchronous", "foreign_keys")
            }
            assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
    finally:
        database.close()


def test_a_newer_database_is_refused_unread(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (f"{SCHEMA + 1:04d}",))
    assert opening_fails(file) == "database-newer"


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    assert opening_fails(path) == "database-foreign"


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear customer,", encoding="utf-8")
    assert opening_fails(path) == "database-not-a-database"


def test_a_damaged_database_is_refused(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[100:4096] = os.urandom(3996)
    file.write_bytes(content)
    assert opening_fails(file) == "database-damaged"


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Trouble) as failed:
        Database.open(f"sqlite:///{tmp_path}")
    assert failed.value.code == "database-cannot-open"


def test_a_place_where_no_folder_can_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(Trouble) as failed:
        Database.open(f"sqlite:///{tmp_path / 'file' / 'workspace.db'}")
    assert failed.value.code == "database-folder"


def test_a_read_only_file_is_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def access(path: object, mode: int) -> bool:  # the tests may run as root, whom no file mode stops
        return not (mode == os.W_OK and Path(str(path)) == file)

    monkeypatch.setattr("desktop.store.sqlite_file.os.access", access)
    assert opening_fails(file) == "database-read-only"


def test_a_url_that_means_nothing_is_refused() -> None:
    for url in ("nonsense", "unknown://host/name"):
        with pytest.raises(Trouble) as failed:
            Database.open(url)
        assert failed.value.code == "database-url"


def test_a_database_that_another_program_writes_to_is_told_as_locked(file: Path) -> None:
    database = Database.open(f"sqlite:///{file}")
    try:
        with closing(sqlite3.connect(file, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with database.engine.connect() as connection:
                connection.exec_driver_sql("PRAGMA busy_timeout=20")
            with pytest.raises(Exception) as failed, database.writing():
                pass
            from desktop.store.trouble import trouble_of

            trouble = trouble_of(failed.value)
            assert trouble is not None
            assert trouble.code == "database-locked"
            other.execute("ROLLBACK")
        with database.writing() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = version_num"))
    finally:
        database.close()


def test_a_full_disk_is_told_as_such_and_changes_nothing(file: Path) -> None:
    database = Database.open(f"sqlite:///{file}")
    try:
        with database.engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        from desktop.store.trouble import trouble_of

        with pytest.raises(Exception) as failed, database.writing() as connection:
            for number in range(500):
                connection.exec_driver_sql(
                    "INSERT INTO system_setting (name, value) VALUES (?, ?)",
                    (f"setting {number}", '"' + "x" * 900 + '"'),
                )
        trouble = trouble_of(failed.value)
        assert trouble is not None
        assert trouble.code == "disk-full"
        with database.reading() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM system_setting").scalar() == 0
    finally:
        database.close()


def test_two_programs_that_create_the_same_database_at_once_make_one(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'workspace.db'}"
    failures: list[BaseException] = []

    def create() -> None:
        try:
            Database.open(url).close()
        except BaseException as error:  # noqa: BLE001 - told below
            failures.append(error)

    threads = [threading.Thread(target=create) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_a_backup_is_whole_private_and_never_overwrites(file: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    backup(f"sqlite:///{file}", target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    Database.open(f"sqlite:///{target}").close()
    with pytest.raises(Trouble) as failed:
        copy_verified(file, target)
    assert failed.value.code == "backup-exists"


def test_check_finds_damage_and_dangling_references(file: Path) -> None:
    url = f"sqlite:///{file}"
    assert check(url) == []
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(
            "INSERT INTO note (created_at, created_by, opportunity_id, text) VALUES ('2026-01-01', NULL, 77, 'lost')"
        )
    assert [(problem.code, problem.parameters["row"]) for problem in check(url)] == [("check-dangling", "1")]


def test_lower_case_knows_every_alphabet(database_url: str) -> None:
    database = Database.open(database_url)
    try:
        with database.reading() as connection:
            assert connection.execute(text("SELECT lower('КВАЛИФИКАЦИЯ Ä')")).scalar() == "квалификация ä"
    finally:
        database.close()


def test_a_second_opening_finds_the_schema_up_to_date(database_url: str) -> None:
    Database.open(database_url).close()
    database = Database.open(database_url)
    try:
        with database.reading() as connection:
            assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == f"{SCHEMA:04d}"
    finally:
        database.close()
