"""``dealwright check``: what is wrong with a workspace's file, said in the person's language."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop.__main__ import main
from tests.prepared import prepared


@pytest.fixture
def file(tmp_path: Path) -> Path:
    prepared(f"sqlite:///{tmp_path / 'work.db'}")
    return tmp_path / "work.db"


def told(capsys: pytest.CaptureFixture[str], file: Path, language: str) -> tuple[int, str, str]:
    status = main(["check", "--database", f"sqlite:///{file}", "--language", language])
    said = capsys.readouterr()
    return status, said.out.strip(), said.err.strip()


def test_a_sound_workspace_is_said_to_be_sound(file, capsys):
    assert told(capsys, file, "ru") == (0, "Рабочая база исправна.", "")


def test_a_reference_to_nothing_is_named(file, capsys):
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(
            "INSERT INTO notification (id, person_id, kind, parameters, at) VALUES (7, 99, 'k', '{}', '2026-03-02')"
        )
    status, _, said = told(capsys, file, "ru")
    assert status == 1
    assert said == "Строка 7 таблицы notification ссылается на отсутствующую строку таблицы person."


def test_a_damaged_file_is_explained_in_both_languages(file, capsys):
    file.write_bytes(b"no database at all" * 100)
    status, _, said = told(capsys, file, "ru")
    assert status == 1
    assert said == "Файл не читается как рабочая база. Сообщение SQLite: file is not a database"
    assert told(capsys, file, "en")[2].startswith("The file cannot be read as a workspace. SQLite says:")
