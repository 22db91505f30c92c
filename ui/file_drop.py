"""FileDrop: takes a file that is dropped anywhere onto the window."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import QDropEvent

if TYPE_CHECKING:
    from ui.window import MainWindow


def dropped_file(dropped: QMimeData, suffixes: Collection[str]) -> str:
    """Return the path of the first file dropped that has one of the suffixes, "" where there is none."""
    paths = [url.toLocalFile() for url in dropped.urls() if url.isLocalFile()]
    return next((path for path in paths if path.lower().endswith(tuple(suffixes))), "")


class FileDrop(QObject):
    """Takes what no part of the window takes by itself. A subclass names its ``suffixes`` and opens the file."""

    suffixes: tuple[str, ...] = ()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def open_file(self, path: str) -> None:
        """Show the file that was dropped."""
        raise NotImplementedError

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a file, once the window is ready for it."""
        if not isinstance(event, QDropEvent) or self.window.shell is None:
            return False
        path = dropped_file(event.mimeData(), self.suffixes)
        if not path:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            QTimer.singleShot(0, self, lambda: self.open_file(path))
        return True
