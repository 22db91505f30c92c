"""CancelRunDialog: what cancelling a run does, from a dry run (N1), before it is done."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from desktop.views.exchange import Action, Query
from desktop.views.opportunities import Consequences
from ui.bridge import Bridge
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Text
from ui.widgets.styling import is_language_change


class CancelRunDialog(Dialog):
    """Nothing happens before "Cancel the run" is pressed; what it does can be undone."""

    def __init__(self, window: QWidget, bridge: Bridge, run: int, process: str) -> None:
        title = self.tr("Cancel the run of {process}?").format(process=process)
        super().__init__(window, title, name="cancelRunDialog", width=460)
        self._bridge = bridge
        self._run = run
        self.consequences = Text("", self.sheet, wrap=True)
        self.consequences.setObjectName("consequences")
        self.body.addWidget(self.consequences)
        self.keep_button = self.add_button(self.tr("Let it run"), name="cancelRunKeepButton")
        words = self.tr("Cancel the run")
        self.ok = self.add_button(words, kind="danger", run=self.confirm, name="cancelRunConfirmButton")
        self.ok.setEnabled(False)

    def open(self) -> None:
        """Ask what would follow, and show it."""
        query = Query("cancel_consequences", run=self._run)
        self._bridge.ask(query, self._foreseen, owner=self, key="consequences")
        self.show_over(focus=self.keep_button)

    def confirm(self) -> None:
        """Cancel the run."""
        if not self.isVisible():
            return
        action = Action("cancel_run", run=self._run)
        self.accept()
        self._bridge.perform(action, owner=self.parentWidget() or self)

    def _foreseen(self, seen: Consequences) -> None:
        self.consequences.setText(seen.refused or seen.text)
        self.consequences.set_tone("bad" if seen.refused else "normal")
        self.ok.setEnabled(not seen.refused)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Put it off where the language is switched: what follows was said in the other one."""
        super().changeEvent(event)
        if is_language_change(event) and self.isVisible():
            self.reject()
