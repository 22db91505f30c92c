"""A process file that is dropped onto the window is checked and shown for import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import QDropEvent

if TYPE_CHECKING:
    from ui.window import MainWindow

SUFFIXES = (".bpmn", ".xml")


def process_of(dropped: QMimeData) -> str:
    """Return the path of the first process among the files dropped, "" where there is none."""
    paths = [url.toLocalFile() for url in dropped.urls() if url.isLocalFile()]
    return next((path for path in paths if path.lower().endswith(SUFFIXES)), "")


class ProcessDrop(QObject):
    """Takes what no part of the window takes by itself."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a process, once the window is ready for it."""
        if not isinstance(event, QDropEvent) or self._window.shell is None:
            return False
        path = process_of(event.mimeData())
        if not path:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            QTimer.singleShot(0, self, lambda: self._open(path))
        return True

    def _open(self, path: str) -> None:
        from ui.processes.import_dialog import open_import

        open_import(self._window, self._window.bridge, path)
