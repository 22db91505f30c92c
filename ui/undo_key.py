"""Ctrl+Z in a field: takes back what was done last, be it typing in the field or an action (N3)."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, SignalInstance
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from desktop.views.exchange import Done
from ui.bridge import Bridge


class UndoKey(QObject):
    """Lets the window's shortcut through where the field with the keyboard has nothing newer to take back.

    An action that was carried out after the last typing is newer. A field whose typing has just been taken back keeps
    the key: one press too many must not undo an action.
    """

    def __init__(self, window: QWidget, bridge: Bridge) -> None:
        super().__init__(window)
        self._window = window
        self._watched: QLineEdit | QPlainTextEdit | None = None
        self._acted = False
        bridge.done.connect(self._on_done)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def _on_done(self, done: Done) -> None:
        if done.message:  # keeping a draft, say, is not what a person has done
            self._acted = True

    def _typed(self, *_: object) -> None:
        self._acted = False

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        before = self._watched
        if before is not None and shiboken6.isValid(before):
            before.removeEventFilter(self)
            _typing(before).disconnect(self._typed)
        self._watched = None
        if isinstance(now, QLineEdit | QPlainTextEdit) and self._window.isAncestorOf(now):
            self._watched = now
            now.installEventFilter(self)
            _typing(now).connect(self._typed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Refuse the key on behalf of a field that has no use for it."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not event.matches(QKeySequence.StandardKey.Undo) or (not self._acted and _was_typed_into(watched)):
            return False
        event.ignore()
        return True


def _typing(field: QLineEdit | QPlainTextEdit) -> SignalInstance:
    return field.textEdited if isinstance(field, QLineEdit) else field.textChanged


def _was_typed_into(field: QObject) -> bool:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() or field.isRedoAvailable()
    if isinstance(field, QPlainTextEdit):
        return field.document().isUndoAvailable() or field.document().isRedoAvailable()
    return True
