"""ResultCard: a task's results as buttons on its own page, with what follows from them (N1, R3, R15)."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.activities import ActivityPage
from desktop.views.exchange import Query
from desktop.views.opportunities import Consequences, ResultChoice
from ui.bridge import Bridge
from ui.fields.dates import MomentField
from ui.fields.field import Labelled
from ui.formats import sentence
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Text
from ui.widgets.styling import restyle

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class ResultCard(Card):
    """Chooses a result and, where that asks for one, a moment; performs nothing itself."""

    completed = Signal(str, object)
    """Complete with this result and moment (None where none is asked for)."""
    task_cancelled = Signal()
    """Cancel the task."""

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__("", parent, name="resultCard")
        look = theme()
        self._bridge = bridge
        self._activity: int | None = None
        self._results: tuple[ResultChoice, ...] = ()
        self._buttons: list[Button] = []
        self.results = QWidget(self)
        self.results.setObjectName("resultButtons")
        self._flow = FlowLayout(self.results, gap=look.px(6))
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._chose)
        self._message = Text("", self, role="small", tone="bad", wrap=True)
        self._message.hide()
        self.when = MomentField(self, name="whenEdit", now=bridge.workspace.clock)
        self.when.changed.connect(self._ask)
        self._when_row = Labelled(self.when, self, required=True)
        self._when_row.hide()
        self.fields = QVBoxLayout()
        """Fields of the task that belong to its completion: comment, time spent."""
        self.fields.setSpacing(look.px(10))
        self._box = QFrame(self)
        restyle(self._box, role="hint", tone="accent")
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(look.px(10), look.px(8), look.px(10), look.px(8))
        inside.setSpacing(look.px(3))
        self._box_title = Text("", self._box, role="strong")
        self.consequences = Text("", self._box, wrap=True, name="consequences")
        inside.addWidget(self._box_title)
        inside.addWidget(self.consequences)
        self.complete_button = Button("", self, kind="primary", icon="check", name="completeButton")
        self.cancel_task_button = Button("", self, name="cancelTaskButton")
        self.complete_button.clicked.connect(self.complete)
        self.cancel_task_button.clicked.connect(self.task_cancelled)
        self._key = Text("Ctrl ↵", self, role="key")
        foot = QHBoxLayout()
        foot.setSpacing(look.px(8))
        foot.addWidget(self.complete_button)
        foot.addWidget(self._key)
        foot.addWidget(self.cancel_task_button)
        foot.addStretch(1)
        for widget in (self.results, self._message, self._when_row):
            self.body.addWidget(widget)
        self.body.addLayout(self.fields)
        self.body.addWidget(self._box)
        self.body.addLayout(foot)
        self.body.addStretch(1)

    def show_task(self, view: ActivityPage) -> None:
        """Show the results of a task; what was chosen stays while it is the same task."""
        before = self._chosen_code() if self._activity == view.id else ""
        fresh = self._activity != view.id
        self._activity = view.id
        planned = view.status == "planned"
        if fresh or self._results != view.results:
            self._make_buttons(view.results, before)
        for part in (self.results, self._box, self.complete_button, self._key, self.cancel_task_button):
            part.setVisible(planned)
        if not planned:
            self._when_row.hide()
            self._message.hide()
        for button, may in ((self.complete_button, view.complete), (self.cancel_task_button, view.cancel)):
            button.setEnabled(may.enabled)
            button.setToolTip(may.why_not)
            button.setAccessibleDescription(may.why_not)
        if planned:
            self._show_asked(fresh=fresh)
            self._ask()

    def chosen(self) -> ResultChoice | None:
        """Return the result chosen now."""
        number = self._group.checkedId()
        return self._results[number] if 0 <= number < len(self._results) else None

    def complete(self) -> None:
        """Ask for the completion, or say what is missing."""
        result = self.chosen()
        if not self.complete_button.isVisible() or not self.complete_button.isEnabled():
            return
        if result is None:
            self.refuse("result", self.tr("Choose a result"))
            return
        if result.asks == "when" and (self.when.value() is None or not self.when.is_valid()):
            if self.when.is_valid():
                self.when.set_message(self.tr("Say when"))
            self.when.setFocus()
            return
        when: datetime | None = self.when.value() if result.asks == "when" else None
        self.completed.emit(result.code, when)

    def refuse(self, field: str, sentence: str) -> bool:
        """Show a refusal at its place; False where it belongs to none of these."""
        if field == "when" and self._when_row.isVisible():
            self.when.set_message(sentence)
            self.when.setFocus()
            return True
        if field == "result":
            self._message.setText(sentence)
            self._message.show()
            if self._buttons:
                self._buttons[0].setFocus()
            return True
        return False

    def focus_first(self) -> None:
        """Begin at the chosen result, or the first."""
        target = self._group.checkedButton() or (self._buttons[0] if self._buttons else self.complete_button)
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def retranslate(self) -> None:
        """Say the card's own words in the language in force."""
        self.set_title(self.tr("Result"))
        self.results.setAccessibleName(self.tr("Result"))
        self._box_title.setText(self.tr("What happens next"))
        self.complete_button.setText(self.tr("Complete"))
        self.cancel_task_button.setText(self.tr("Cancel task"))
        self._ask()

    def _make_buttons(self, results: tuple[ResultChoice, ...], chosen: str) -> None:
        for button in self._buttons:
            self._group.removeButton(button)
            button.setObjectName("")
        self._flow.clear()
        self._buttons = []
        self._results = results
        for number, result in enumerate(results):
            button = Button(result.label, self.results, kind="choice", name=f"result_{result.code}")
            button.installEventFilter(self)
            self._group.addButton(button, number)
            self._flow.addWidget(button)
            self._buttons.append(button)
            button.setChecked(result.code == chosen or len(results) == 1)
            button.show()
        self._message.hide()

    def _chosen_code(self) -> str:
        result = self.chosen()
        return result.code if result is not None else ""

    def _chose(self, _number: int) -> None:
        self._message.hide()
        self._show_asked(fresh=True)
        self._ask()

    def _show_asked(self, *, fresh: bool) -> None:
        result = self.chosen()
        for button in self._buttons:
            if button.isChecked():
                button.set_icon("circle-check", tone="good_text", size=14)
            else:
                button.setIcon(QIcon())
        asks = result is not None and result.asks == "when"
        self._when_row.setVisible(asks)
        if result is not None and asks:
            self._when_row.set_text(result.when_label or self.tr("When"))
            if fresh:
                self.when.set_value(result.default_when)
        lost = result is not None and result.leads == "lost"
        restyle(self._box, tone="warning" if lost else "accent")

    def _ask(self) -> None:
        result = self.chosen()
        if self._activity is None or self.complete_button.isHidden():
            return
        if result is None:
            self._say(self.tr("Choose a result to see what follows from it."))
            return
        if not self.when.is_valid():
            return
        arguments: dict[str, object] = {"activity": self._activity, "result": result.code}
        if result.asks == "when":
            arguments["when"] = self.when.value()
        self._bridge.ask(
            Query("result_consequences", **arguments),
            self._answered,
            lambda error: self._say(str(error), refused=True),
            owner=self,
            key="consequences",
        )

    def _answered(self, follows: Consequences) -> None:
        self._say(follows.refused or follows.text, refused=bool(follows.refused))

    def _say(self, text: str, *, refused: bool = False) -> None:
        text = sentence(text)
        self.consequences.setText(text)
        self.consequences.set_tone("bad" if refused else "normal")
        self.consequences.setAccessibleName(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go along the results with the arrows, which chooses them."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched in self._buttons:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                place = (self._buttons.index(watched) + step) % len(self._buttons)
                self._buttons[place].setFocus(Qt.FocusReason.TabFocusReason)
                self._buttons[place].click()
                return True
        return super().eventFilter(watched, event)
