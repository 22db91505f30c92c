"""Tables that are dropped onto the window open the wizard."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

from ui.file_drop import FileDrop, dropped_file

SUFFIXES = (".csv", ".tsv", ".xlsx", ".xlsm")


def table_of(dropped: QMimeData) -> str:
    """Return the path of the first table among the files dropped, "" where there is none."""
    return dropped_file(dropped, SUFFIXES)


class TableDrop(FileDrop):
    """Takes a table that no part of the window takes by itself; on a list it is imported as what the list shows."""

    suffixes = SUFFIXES

    def open_file(self, path: str) -> None:
        """Open the wizard with the table."""
        from desktop.views.table_import import SUBJECTS
        from ui.import_wizard.dialog import open_import

        subject = getattr(self.window.page, "subject", "")
        open_import(self.window, subject if subject in SUBJECTS else "", path)
