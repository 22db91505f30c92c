"""Looks now and then what is due: tells by toast and tray of calls and meetings, lets timers of processes fire."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.views.exchange import Action, Done, Place, Query

if TYPE_CHECKING:
    from PySide6.QtWidgets import QSystemTrayIcon

    from ui.window import MainWindow

_LOOK_MS = 15_000
_FIRST_LOOK_MS = 1_500
_TRAY_MS = 10_000
_FIRST_CLEANING_MS = 60_000
_CLEANING_MS = 6 * 3_600_000


class Reminders(QObject):
    """Tells the person of the window; what another window has told already is not told again.

    The core decides what is due and keeps that it was told; the toast comes by the bridge like that of any action, and
    the bell counts the message in the notification centre.
    """

    go = Signal(object)
    """A :class:`Place` to go to: the message in the system's tray was clicked."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._tray: QSystemTrayIcon | None = None
        self._place: Place | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._cleaning = QTimer(self)
        self._cleaning.timeout.connect(self.clean)

    def start(self) -> None:
        """Look soon, what fell due while the program was off included, and go on looking."""
        if not self._timer.isActive():
            self._timer.start()
            self._cleaning.start(_FIRST_CLEANING_MS)
            QTimer.singleShot(_FIRST_LOOK_MS, self, self.look)

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._cleaning.stop()
        if self._tray is not None:
            self._tray.hide()

    def look(self) -> None:
        """Tell of what is due, and let timers fire."""
        if self._timer.isActive():
            self._window.bridge.ask(Query("reminders_due"), self._counted, _ignore, owner=self, key="reminders")

            self._window.bridge.ask(Query("timers_due"), self._timers_counted, _ignore, owner=self, key="timers")

    def clean(self) -> None:
        """Remove what the process log is not to be kept for any longer; nothing unless an administrator wants that."""
        self._cleaning.setInterval(_CLEANING_MS)
        self._window.bridge.ask(Query("log_to_clean"), self._to_clean, _ignore, owner=self, key="cleaning")

    def _to_clean(self, some: bool) -> None:
        if some:
            self._window.bridge.perform(Action("clean_log"), self._cleaned, owner=self)

    def _cleaned(self, done: Done) -> None:
        if done.result["more"]:
            self.clean()

    def _timers_counted(self, due: int) -> None:
        if due:
            self._window.bridge.perform(Action("fire_timers"), self._timers_fired, owner=self)

    def _timers_fired(self, done: Done) -> None:
        if done.result["more"]:
            self.look()

    def _counted(self, due: int) -> None:
        if due:
            self._window.bridge.perform(Action("remind_due"), self._told, owner=self)

    def _told(self, done: Done) -> None:
        reminded = done.result["reminded"]
        asked = done.result["documents"]
        if isinstance(reminded, tuple) and isinstance(asked, tuple) and (reminded or asked):
            places = [*(Place("activity", one) for one in reminded), *(Place("document", one) for one in asked)]
            self._place = places[0] if len(places) == 1 else Place("my_day")
            self._show_in_tray(done.message)

    def _show_in_tray(self, message: str) -> None:
        from PySide6.QtWidgets import QSystemTrayIcon

        if not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
            return
        if self._tray is None:
            from PySide6.QtGui import QIcon

            from ui.icons import pixmap

            self._tray = QSystemTrayIcon(QIcon(pixmap("bell", tone="accent_mark", ratio=2.0)), self)
            self._tray.messageClicked.connect(self._clicked)
        self._tray.show()
        self._tray.showMessage("Dealwright", message, QSystemTrayIcon.MessageIcon.Information, _TRAY_MS)

    def _clicked(self) -> None:
        if self._window.isMinimized():
            self._window.showNormal()
        self._window.activateWindow()
        if self._place is not None:
            self.go.emit(self._place)


def _ignore(_error: Exception) -> None:
    """A look that fails is made again; the window tells of a database that cannot be read."""
