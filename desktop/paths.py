"""Where Dealwright keeps a person's data and settings on this computer.

The only module that knows appdirs. One folder can take the place of the system's usual ones: the argument
``home`` (an option of the command line), or else the environment variable ``DEALWRIGHT_HOME``.
"""

from __future__ import annotations

import os
from pathlib import Path

import appdirs

PROGRAM = "dealwright"
HOME_VARIABLE = "DEALWRIGHT_HOME"
DATABASE_FILE = "dealwright.db"
PRIVATE = 0o700


def data_folder(home: Path | None = None) -> Path:
    """Folder of the database and its backups; only named here, not created."""
    chosen = _chosen_home(home)
    return chosen if chosen is not None else Path(appdirs.user_data_dir(PROGRAM, appauthor=False))


def config_folder(home: Path | None = None) -> Path:
    """Folder of what belongs to this computer alone, such as the window's size; only named, not created."""
    chosen = _chosen_home(home)
    if chosen is not None:
        return chosen / "config"
    return Path(appdirs.user_config_dir(PROGRAM, appauthor=False))


def database_file(home: Path | None = None) -> Path:
    """The SQLite file that is opened when no other database is named."""
    return data_folder(home) / DATABASE_FILE


def backup_folder(home: Path | None = None) -> Path:
    """Folder of the copies that are made of the database; only named, not created."""
    return data_folder(home) / "backups"


def make_private(folder: Path) -> Path:
    """Create a folder, and those above it, that only this person can enter (mode 0700); give it back.

    A folder that is there already keeps its mode. Raises OSError where it cannot be created.
    """
    missing = [folder, *folder.parents]
    missing = [path for path in missing if not path.exists()]
    for path in reversed(missing):
        path.mkdir(mode=PRIVATE, exist_ok=True)
    return folder


def _chosen_home(home: Path | None) -> Path | None:
    if home is not None:
        return home.expanduser().absolute()
    named = os.environ.get(HOME_VARIABLE, "")
    return Path(named).expanduser().absolute() if named else None
