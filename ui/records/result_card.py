"""ResultCard: the results of a task on its own page, with the buttons that complete or cancel it (R3, R15)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views.activities import ActivityPage
from desktop.views.opportunities import ResultChoice
from ui.bridge import Bridge
from ui.result_form import ResultForm
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import Text


class ResultCard(Card):
    """Chooses a result and, where that asks for one, a moment; performs nothing itself."""

    completed = Signal(str, object)
    """Complete with this result and moment (None where none is asked for)."""
    task_cancelled = Signal()
    """Cancel the task."""

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__("", parent, name="resultCard")
        self._activity: int | None = None
        self._results: tuple[ResultChoice, ...] = ()
        self.form = ResultForm(bridge, self, gap=10)
        """The results, the moment that one asks for, and what follows."""
        self.complete_button = Button("", self, kind="primary", icon="check", name="completeButton")
        self.cancel_task_button = Button("", self, name="cancelTaskButton")
        self.complete_button.clicked.connect(self.complete)
        self.cancel_task_button.clicked.connect(self.task_cancelled)
        self._key = Text("Ctrl ↵", self, role="key")
        foot = QHBoxLayout()
        foot.setSpacing(theme().px(8))
        foot.addWidget(self.complete_button)
        foot.addWidget(self._key)
        foot.addWidget(self.cancel_task_button)
        foot.addStretch(1)
        self.body.addWidget(self.form)
        self.body.addLayout(foot)
        self.body.addStretch(1)

    def show_task(self, view: ActivityPage) -> None:
        """Show the results of a task; what was chosen stays while it is the same task."""
        fresh = self._activity != view.id
        before = self.form.chosen()
        if fresh or self._results != view.results:
            kept = "" if fresh or before is None else before.code
            self._activity, self._results = view.id, view.results
            self.form.show_results(view.id, view.results, chosen=kept)
        planned = view.status == "planned"
        self.form.set_open(planned)
        for part in (self.complete_button, self._key, self.cancel_task_button):
            part.setVisible(planned)
        for button, may in ((self.complete_button, view.complete), (self.cancel_task_button, view.cancel)):
            button.setEnabled(may.enabled)
            button.setToolTip(may.why_not)
            button.setAccessibleDescription(may.why_not)
        if planned:
            self.form.show_asked(fresh=fresh)
            self.form.ask()

    def chosen(self) -> ResultChoice | None:
        """Return the result chosen now."""
        return self.form.chosen()

    def complete(self) -> None:
        """Ask for the completion, or say what is missing."""
        if self.complete_button.isVisible() and self.complete_button.isEnabled() and self.form.is_complete():
            result = self.form.chosen()
            self.completed.emit(result.code if result is not None else "", self.form.moment())

    def refuse(self, field: str, sentence: str) -> bool:
        """Show a refusal at its place; False where it belongs to none of these."""
        return self.form.refuse(field, sentence)

    def focus_first(self) -> None:
        """Begin at the chosen result, or the first."""
        (self.form.first() or self.complete_button).setFocus(Qt.FocusReason.TabFocusReason)

    def retranslate(self) -> None:
        """Say the card's own words in the language in force."""
        self.set_title(self.tr("Result"))
        self.form.retranslate()
        self.complete_button.setText(self.tr("Complete"))
        self.cancel_task_button.setText(self.tr("Cancel task"))
        self.form.ask()
