"""From an open database to the first page: who acts, the first start, the place where the day begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.views.exchange import Action, Place

if TYPE_CHECKING:
    from desktop.views.shell import Shell
    from ui.frame_data import FrameData
    from ui.places import Places
    from ui.window import MainWindow


class Entrance(QObject):
    """Leads in at the start, and again whenever another person acts."""

    entered = Signal()
    """It is known who acts: what needs the data can begin."""

    def __init__(self, window: MainWindow, places: Places, frame: FrameData) -> None:
        super().__init__(window)
        self._window = window
        self._places = places
        self._frame = frame
        self.wanted_person: int | str | None = None
        """Who is to act: the number or the name of a person; None for whoever did last."""

    def open(self, _nothing: object = None) -> None:
        """Lead in: the database is open."""
        self._frame.start()
        self._frame.load_shell(self._on_first_shell)

    def ask(self, _done: object = None) -> None:
        """Lead in whoever acts now."""
        self._frame.load_shell(self._enter)

    def _on_first_shell(self, shell: Shell) -> None:
        if shell.first_start and self.wanted_person is None:
            self._show_first_start()
        elif shell.person is not None:
            self._enter(shell)
        else:
            known = {person.id for person in shell.people}
            wanted = self.wanted_person
            if isinstance(wanted, int) and wanted not in known:
                wanted = None
            self._window.bridge.perform(Action("enter", person=wanted), self.ask, owner=self)

    def _show_first_start(self) -> None:
        from ui.first_start import FirstStartPage

        window = self._window
        page = FirstStartPage(window.bridge, Place("first_start"), window.stack)
        page.retranslate()
        page.finished.connect(self.ask)
        self._places.adopt(page)
        window.side_bar.hide()
        window.top_bar.hide()
        page.focus_first()

    def _enter(self, shell: Shell) -> None:
        first = self._places.release("first_start")
        self._window.side_bar.show()
        self._window.top_bar.show()
        self.entered.emit()
        self._frame.show_shell(shell)
        self._frame.load_processes()
        if self._places.history.current is None:
            self._places.show_place(self._places.start_place())
        elif self._places.page is not None:
            self._places.page.load()
        if first is not None:
            self._window.stack.removeWidget(first)
            first.deleteLater()
