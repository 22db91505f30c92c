"""Which dropped file is a table that can be imported."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

SUFFIXES = (".csv", ".tsv", ".xlsx", ".xlsm")


def table_of(dropped: QMimeData) -> str:
    """Return the path of the first table among the files dropped, "" where there is none."""
    paths = [url.toLocalFile() for url in dropped.urls() if url.isLocalFile()]
    return next((path for path in paths if path.lower().endswith(SUFFIXES)), "")
