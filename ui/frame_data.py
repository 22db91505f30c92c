"""What the frame shows of the data: who acts, the counters of the side bar, the processes that can be run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.views.exchange import Query

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.views.exchange import Changes
    from desktop.views.shell import ProcessRow, Shell
    from ui.window import MainWindow

_LOOK_AROUND_MS = 3_000


class FrameData(QObject):
    """Reads the frame's data and gives it to the bars; looks for the changes of other programs every few seconds."""

    processes_read = Signal(object)
    """The processes that can be run, as they were read just now."""
    actor_changed = Signal()
    """Somebody else acts, in another role or seeing other records: what may be seen and changed is another."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.shell: Shell | None = None
        """The frame's data as read last; None before the database is open."""
        self.processes: tuple[ProcessRow, ...] = ()
        """The processes that can be run."""
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_AROUND_MS)
        self._timer.timeout.connect(self._look_around)

    def start(self) -> None:
        """Begin to look for the changes of other programs."""
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def _look_around(self) -> None:
        self._window.bridge.look_around()

    def refresh(self, changes: Changes) -> None:
        """Read again what an action may have changed."""
        self.load_shell()
        if changes.touches("process_definition"):
            self.load_processes()

    def load_shell(self, then: Callable[[Shell], object] | None = None) -> None:
        """Read who acts and the counters; ``then`` gets them instead of the bars."""
        self._window.bridge.ask(Query("shell"), then or self.show_shell, owner=self, key="shell")

    def show_shell(self, shell: Shell) -> None:
        """Give the bars who acts and the counters."""
        before = self.shell.person if self.shell is not None else None
        others_seen = self.shell is not None and self.shell.visible_records != shell.visible_records
        self.shell = shell
        self._window.side_bar.show_data(shell)
        self._window.top_bar.show_data(shell)
        if shell.person is not None and (before is None or before.id != shell.person.id):
            self._window.keep(window__person=shell.person.id)
        if (before is not None and before != shell.person) or others_seen:
            self.actor_changed.emit()

    def load_processes(self) -> None:
        """Read the processes that can be run."""
        self._window.bridge.ask(Query("processes"), self._show_processes, owner=self, key="processes")

    def _show_processes(self, processes: tuple[ProcessRow, ...]) -> None:
        self.processes = processes
        self._window.side_bar.set_processes(processes)
        self.processes_read.emit(processes)
        self._window.command_bar.invalidate(ready=True)
