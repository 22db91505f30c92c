"""A new workspace in a moment: the file that opening an empty one makes, made once per process, then copied."""

from __future__ import annotations

import atexit
import functools
import shutil
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from desktop.views.exchange import Action
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


def with_sample_data(url: str, clock: Callable[[], datetime]) -> str:
    """Put the sample company where the URL leads: on SQLite told once per process and time, then copied."""
    if url.startswith(_SQLITE):
        shutil.copy(_told(clock()), url.removeprefix(_SQLITE))
    else:
        _tell(url, clock)
    return url


def forget_told() -> None:
    """Tell the sample company anew when it is next asked for."""
    _told.cache_clear()


@functools.cache
def _model() -> Path:
    file = _folder() / "dealwright.db"
    workspace = Workspace(f"{_SQLITE}{file}", clock=lambda: _EARLIER, zone=UTC)
    try:
        workspace.start().result()
    finally:
        workspace.close()
    return file


@functools.cache
def _told(now: datetime) -> Path:
    file = _folder() / "sample.db"
    _tell(f"{_SQLITE}{file}", lambda: now)
    return file


def _tell(url: str, clock: Callable[[], datetime]) -> None:
    workspace = Workspace(url, clock=clock)
    try:
        workspace.start().result()
        workspace.perform(Action("load_sample_data")).result()
    finally:
        workspace.close()


def _folder() -> Path:
    folder = tempfile.mkdtemp(prefix="dealwright-prepared-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)
