"""Tables that are dropped onto the window open the wizard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import QDropEvent

if TYPE_CHECKING:
    from ui.window import MainWindow

SUFFIXES = (".csv", ".tsv", ".xlsx", ".xlsm")


def table_of(dropped: QMimeData) -> str:
    """Return the path of the first table among the files dropped, "" where there is none."""
    paths = [url.toLocalFile() for url in dropped.urls() if url.isLocalFile()]
    return next((path for path in paths if path.lower().endswith(SUFFIXES)), "")


class TableDrop(QObject):
    """Takes what no part of the window takes by itself; on a list it is imported as what the list shows."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a table, once the window is ready for it."""
        if not isinstance(event, QDropEvent) or self._window.shell is None:
            return False
        path = table_of(event.mimeData())
        if not path:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            QTimer.singleShot(0, self, lambda: self._open(path))
        return True

    def _open(self, path: str) -> None:
        from desktop.views.table_import import SUBJECTS
        from ui.import_wizard.dialog import open_import

        subject = getattr(self._window.page, "subject", "")
        open_import(self._window, subject if subject in SUBJECTS else "", path)
