"""IncidentBar: a process cannot go on; why, and the ways out: try again, leave out, change data."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop.views.diagram import Mark
from desktop.views.exchange import Action, Changes, Query
from desktop.views.process_log import IncidentRow
from ui.bridge import Bridge
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.hint import HintBar
from ui.widgets.labels import Text

_TOUCHED_BY = ("incident", "process_instance")


def marks_of(rows: tuple[IncidentRow, ...]) -> dict[str, Mark]:
    """Return the marks upon the steps of a diagram that could not be taken."""
    return {row.element_id: Mark("problem", row.reason) for row in rows if row.element_id}


class IncidentBar(HintBar):
    """Shows the oldest incident of a record or a run, and hides where there is none. It asks for its own data."""

    shown = Signal(object)
    """Carries the incidents that are open now: a tuple of :class:`IncidentRow`."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent, tone="bad", closable=False, name="incidentBar")
        self._bridge = bridge
        self._asked: dict[str, int] = {}
        self._rows: tuple[IncidentRow, ...] = ()
        self.retry_button = Button("", self, small=True, name="retryIncidentButton")
        self.skip_button = Button("", self, small=True, name="skipIncidentButton")
        self.change_button = Button("", self, small=True, name="changeIncidentButton")
        self.details_button = Button("", self, kind="link", name="incidentDetailsButton")
        row = self.layout()
        assert isinstance(row, QBoxLayout)
        for button in (self.details_button, self.change_button, self.skip_button, self.retry_button):
            row.insertWidget(row.indexOf(self.action), button)
        self.retry_button.clicked.connect(lambda: self._mend("retry_incident"))
        self.skip_button.clicked.connect(lambda: self._mend("skip_incident"))
        self.change_button.clicked.connect(self._change)
        self.details_button.clicked.connect(self._show_details)
        for signal in (bridge.asked, bridge.trouble, bridge.fault):
            signal.connect(self._free)
        self.retranslate()
        self.hide()

    def current(self) -> IncidentRow | None:
        """Return the incident that is shown."""
        return self._rows[0] if self._rows else None

    def show_record(self, subject: str, record: int | None) -> None:
        """Show what is open on a record; None for one on which nothing runs."""
        self._stand_on({} if record is None else {subject: record})

    def show_run(self, run: int | None) -> None:
        """Show what is open in a run."""
        self._stand_on({} if run is None else {"run": run})

    def refresh(self, changes: Changes) -> None:
        """Ask again if an incident may have come or gone."""
        if any(map(changes.touches, _TOUCHED_BY)):
            self.load()

    def load(self) -> None:
        """Ask for the incidents."""
        if self._asked:
            self._bridge.ask(Query("incidents", **self._asked), self._arrived, owner=self, key="incidents")

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.retry_button.setText(self.tr("Try again"))
        self.skip_button.setText(self.tr("Leave out"))
        self.change_button.setText(self.tr("Change data..."))
        self.details_button.setText(self.tr("Details"))
        self.skip_button.setToolTip(self.tr("Go on without the work of the service that failed"))
        self.load()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _stand_on(self, asked: dict[str, int]) -> None:
        if asked != self._asked:
            self._asked = asked
            self._arrived(())
        self.load()

    def _arrived(self, rows: tuple[IncidentRow, ...]) -> None:
        self._rows = rows
        self.setVisible(bool(rows))
        self.shown.emit(rows)
        if not rows:
            return
        first = rows[0]
        lead = self.tr("{process} cannot go on:").format(process=first.process)
        text = self.tr("“{step}”: {reason} {advice}").format(step=first.step, reason=first.reason, advice=first.advice)
        if len(rows) > 1:
            text = f"{text} {self.tr('%n more step(s) wait(s) for help too.', '', len(rows) - 1)}"
        self.set_texts(lead, text)
        self._free()

    def _free(self, *_what: object) -> None:
        row = self.current()
        if row is None:
            return
        self.skip_button.setVisible(row.skippable)
        for button in (self.retry_button, self.skip_button, self.change_button):
            button.setEnabled(row.may)
            button.setAccessibleName(f"{button.text()}: {row.step}")
            if button is not self.skip_button:
                button.setToolTip(row.why_not)

    def _mend(self, name: str) -> None:
        row = self.current()
        if row is None:
            return
        for button in (self.retry_button, self.skip_button, self.change_button):
            button.setEnabled(False)
        self._bridge.perform(Action(name, incident=row.id), self._free, self._refused, owner=self)

    def _refused(self, refused: Exception) -> None:
        self._free()
        self._bridge.refused.emit(str(refused))

    def _change(self) -> None:
        from ui.process_log.change_dialog import ChangeDialog  # not above: most pages have no incident

        row = self.current()
        if row is not None:
            ChangeDialog(self.window(), self._bridge, row).open()

    def _show_details(self) -> None:
        row = self.current()
        if row is None:
            return
        dialog = Dialog(self.window(), self.tr("What failed"), name="incidentDetails", width=560)
        dialog.body.addWidget(Text(f"{row.reason} {row.advice}", dialog.sheet, wrap=True))
        technical = Text(row.details, dialog.sheet, tone="muted", wrap=True)
        technical.setObjectName("incidentTechnical")
        dialog.body.addWidget(technical)
        dialog.add_button(self.tr("Close"), kind="primary", name="closeDetailsButton")
        dialog.show_over()
