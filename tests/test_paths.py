"""Where data and settings lie: one module knows, option and environment variable override."""

import stat
from pathlib import Path

import pytest

from desktop import paths


def test_the_option_wins_over_the_environment_variable(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("DEALWRIGHT_HOME", str(tmp_path / "variable"))
    assert paths.database_file(tmp_path / "option") == tmp_path / "option" / "dealwright.db"
    assert paths.config_folder(tmp_path / "option") == tmp_path / "option" / "config"


def test_the_environment_variable_wins_over_the_usual_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("DEALWRIGHT_HOME", str(tmp_path))
    assert paths.data_folder() == tmp_path
    assert paths.backup_folder() == tmp_path / "backups"


def test_without_either_the_usual_folders_of_the_system_are_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.delenv("DEALWRIGHT_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert paths.database_file() == tmp_path / "data" / "dealwright" / "dealwright.db"
    assert paths.config_folder() == tmp_path / "config" / "dealwright"


def test_naming_a_folder_does_not_create_it(tmp_path: Path):
    assert not paths.backup_folder(tmp_path / "home").exists()
    assert not (tmp_path / "home").exists()


def test_created_folders_can_be_entered_by_their_owner_alone(tmp_path: Path):
    folder = paths.make_private(tmp_path / "above" / "data")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(folder.parent.stat().st_mode) == 0o700


def test_a_folder_that_is_there_keeps_its_mode(tmp_path: Path):
    folder = tmp_path / "shared"
    folder.mkdir(mode=0o750)
    folder.chmod(0o750)
    assert stat.S_IMODE(paths.make_private(folder).stat().st_mode) == 0o750
