"""What the core answers to any page: the toast, questions before an action, records that are gone, failures."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.views.exchange import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.views.exchange import Action, Changes, Done, NeedsClosing, NeedsFields, NeedsReason
    from ui.places import Places
    from ui.window import MainWindow


class Answers(QObject):
    """Listens to the bridge and tells the person, whatever page is shown."""

    def __init__(self, window: MainWindow, places: Places) -> None:
        super().__init__(window)
        self._window = window
        self._places = places
        self._undone = False
        bridge = window.bridge
        bridge.changed.connect(self._on_changed)
        bridge.done.connect(self._on_done)
        bridge.gone.connect(self._on_gone)
        bridge.refused.connect(window.toast.refuse)
        bridge.asked.connect(self._on_asked)
        bridge.trouble.connect(self._on_trouble)
        bridge.fault.connect(self._on_fault)

    def show_error(self, error: Exception) -> None:
        """Tell why the database was not opened; the window closes with it where the surroundings are at fault."""
        if isinstance(error, Trouble):
            from ui.trouble import TroubleDialog

            dialog = TroubleDialog(self._window, error)
            dialog.rejected.connect(self._window.close)
            dialog.show_over()
        else:
            self._on_fault(error)

    def _on_changed(self, changes: Changes) -> None:
        self._undone = changes.action == "undo"

    def _on_done(self, done: Done) -> None:
        if done.message:
            number = done.changes.action_id
            undo = partial(self._window.undo, number) if done.undoable and number is not None else None
            self._window.toast.say(done.message, undo=undo)
        if done.opens is not None:
            self._places.show_place(done.opens, hint=done.hint)

    def _on_asked(
        self, question: NeedsClosing | NeedsFields | NeedsReason, _action: Action, resume: Callable[..., object]
    ) -> None:
        from desktop.views.exchange import NeedsFields, NeedsReason

        window = self._window
        if isinstance(question, NeedsReason):
            from ui.leads.reason_dialog import ReasonDialog

            ReasonDialog(window, question.question, resume).show_over()
            return
        if isinstance(question, NeedsFields):
            from ui.gate_dialog import GateDialog

            GateDialog(window, window.bridge, question.question, resume).show_over()
            return
        from ui.closing_dialog import ClosingDialog

        dialog = ClosingDialog(window, question.question)
        dialog.answered.connect(resume)
        dialog.show_over()

    def _on_gone(self, owner: QObject, sentence: str) -> None:
        """Leave the page of a record that is gone; say so, unless an undo has just taken it away."""
        from ui.page import Page

        page = self._places.page
        above: QObject | None = owner
        while above is not None and not isinstance(above, Page):
            above = above.parent()
        if isinstance(above, Page) and above is not page:  # it is not shown any more: its record was deleted there
            self._places.history.forget(above.place)
            return
        if not self._undone:
            self._window.toast.refuse(sentence)
        if page is not None and (owner is page or (isinstance(owner, QWidget) and page.isAncestorOf(owner))):
            self._places.leave_gone(page)

    def _on_trouble(self, trouble: Trouble) -> None:
        from ui.trouble import TroubleDialog

        if self._window.findChild(TroubleDialog) is None:
            TroubleDialog(self._window, trouble).show_over()

    def _on_fault(self, error: BaseException) -> None:
        from ui.trouble import FaultDialog

        if self._window.findChild(FaultDialog) is None:
            FaultDialog(self._window, error).show_over()
