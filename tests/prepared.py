"""A new workspace in a moment: the file that opening an empty one makes, made once per process, then copied."""

from __future__ import annotations

import atexit
import functools
import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from desktop.workspace import Workspace

_SQLITE = "sqlite:///"
_EARLIER = datetime(2026, 1, 1, 9, 0, tzinfo=UTC)


def prepared(url: str) -> str:
    """Put a workspace without people where a SQLite URL leads, unless something lies there; return the URL.

    What opening does with an empty file is tested in tests/test_workspace.py; other databases open as they are.
    """
    if url.startswith(_SQLITE):
        file = Path(url.removeprefix(_SQLITE))
        if not file.exists():
            shutil.copy(_model(), file)
    return url


@functools.cache
def _model() -> Path:
    folder = tempfile.mkdtemp(prefix="dealwright-prepared-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    file = Path(folder) / "dealwright.db"
    workspace = Workspace(f"{_SQLITE}{file}", clock=lambda: _EARLIER, zone=UTC)
    try:
        workspace.start().result()
    finally:
        workspace.close()
    return file
