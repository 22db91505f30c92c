"""ResultForm: a task's results as buttons, what the chosen one asks for, and what follows from it (N1, R3, R15)."""

from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget

from desktop.views.exchange import Query
from desktop.views.opportunities import Consequences, ResultChoice
from ui.bridge import Bridge
from ui.fields.dates import MomentField
from ui.fields.field import Labelled
from ui.formats import sentence
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Text
from ui.widgets.styling import restyle

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class ResultForm(QWidget):
    """Chooses a result and, where that asks for one, a moment; performs nothing itself.

    The arrow keys go along the results and choose them.
    """

    changed = Signal()
    """Another result was chosen, or something is said: the form may need another height."""

    def __init__(self, bridge: Bridge, parent: QWidget, *, gap: float, labelled: bool = False) -> None:
        """``gap`` stands between the parts (design); a ``labelled`` form has its own label over the results."""
        super().__init__(parent)
        look = theme()
        self._bridge = bridge
        self._activity: int | None = None
        self._choices: tuple[ResultChoice, ...] = ()
        self._labelled = labelled
        self._buttons: list[Button] = []
        self._label = Text("", self, role="fieldLabel")
        self._label.setVisible(labelled)
        self.results = QWidget(self)
        self.results.setObjectName("resultButtons")
        self._flow = FlowLayout(self.results, gap=look.px(6))
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._chose)
        self._message = Text("", self, role="small", tone="bad", wrap=True)
        self._message.hide()
        self.when = MomentField(self, name="whenEdit", now=bridge.workspace.clock)
        self.when.changed.connect(self.ask)
        self._when_row = Labelled(self.when, self, required=True)
        self._when_row.hide()
        self.fields = QVBoxLayout()
        """Fields of the task that belong to its completion: comment, time spent."""
        self.fields.setSpacing(look.px(gap))
        self._box = QFrame(self)
        restyle(self._box, role="hint", tone="accent")
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(look.px(10), look.px(8), look.px(10), look.px(8))
        inside.setSpacing(look.px(3))
        self._box_title = Text("", self._box, role="strong")
        self.consequences = Text("", self._box, wrap=True, name="consequences")
        inside.addWidget(self._box_title)
        inside.addWidget(self.consequences)
        top = QVBoxLayout()
        top.setSpacing(look.px(4))
        for widget in (self._label, self.results, self._message):
            top.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(gap))
        column.addLayout(top)
        column.addWidget(self._when_row)
        column.addLayout(self.fields)
        column.addWidget(self._box)

    def show_results(self, activity: int, results: tuple[ResultChoice, ...], *, chosen: str = "") -> None:
        """Offer the results of a task anew; the only one, or the one of this code, is chosen."""
        self._activity = activity
        self._choices = results
        for button in self._buttons:
            self._group.removeButton(button)
            button.setObjectName("")
        self._flow.clear()
        self._buttons = []
        for number, result in enumerate(results):
            button = Button(result.label, self.results, kind="choice", name=f"result_{result.code}")
            button.installEventFilter(self)
            self._group.addButton(button, number)
            self._flow.addWidget(button)
            self._buttons.append(button)
            button.setChecked(result.code == chosen or len(results) == 1)
            button.show()
        self._message.hide()

    def set_numbered(self) -> None:
        """Say the number key of each result as its tool tip."""
        for number, button in enumerate(self._buttons, start=1):
            button.setToolTip(f"{number}")

    def set_open(self, is_open: bool) -> None:
        """Show the results of a task that can still be completed; hide them where it cannot."""
        self._label.setVisible(is_open and self._labelled)
        self.results.setVisible(is_open)
        self._box.setVisible(is_open)
        if not is_open:
            self._when_row.hide()
            self._message.hide()

    def chosen(self) -> ResultChoice | None:
        """Return the result chosen now."""
        number = self._group.checkedId()
        return self._choices[number] if 0 <= number < len(self._choices) else None

    def choose(self, number: int) -> None:
        """Choose a result as a click does, with the keyboard on it; nothing where there is none of this number."""
        if 0 <= number < len(self._buttons):
            self._buttons[number].setFocus(Qt.FocusReason.TabFocusReason)
            self._buttons[number].click()

    def moment(self) -> datetime | None:
        """Return the moment that the result asks for; None where it asks for none."""
        result = self.chosen()
        return self.when.value() if result is not None and result.asks == "when" else None

    def is_complete(self) -> bool:
        """Whether all that is asked for is there; what is missing is said at its place, with the keyboard there."""
        result = self.chosen()
        if result is None:
            self.refuse("result", self.tr("Choose a result"))
            return False
        if result.asks == "when" and (self.when.value() is None or not self.when.is_valid()):
            if self.when.is_valid():
                self.when.set_message(self.tr("Say when"))
            self.when.setFocus()
            self.changed.emit()
            return False
        return True

    def refuse(self, field: str, sentence: str) -> bool:
        """Show a refusal at its place; False where it belongs to none of these."""
        if field == "when" and not self._when_row.isHidden():
            self.when.set_message(sentence)
            self.when.setFocus()
        elif field == "result":
            self._message.setText(sentence)
            self._message.show()
            if self._buttons:
                self._buttons[0].setFocus()
        else:
            return False
        self.changed.emit()
        return True

    def first(self) -> QWidget | None:
        """Return where the keyboard begins: the chosen result, or the first."""
        return self._group.checkedButton() or (self._buttons[0] if self._buttons else None)

    def retranslate(self) -> None:
        """Say the form's own words in the language in force."""
        self._label.setText(self.tr("Result *"))
        self.results.setAccessibleName(self.tr("Result"))
        self._box_title.setText(self.tr("What happens next"))

    def show_asked(self, *, fresh: bool) -> None:
        """Show what the chosen result asks for; a ``fresh`` one begins with its usual moment."""
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

    def ask(self) -> None:
        """Ask what follows from the chosen result, and say it."""
        result = self.chosen()
        if self._activity is None or self.results.isHidden():
            return
        if result is None:
            self.say(self.tr("Choose a result to see what follows from it."))
            return
        if not self.when.is_valid():
            return
        arguments: dict[str, object] = {"activity": self._activity, "result": result.code}
        if result.asks == "when":
            arguments["when"] = self.when.value()
        self._bridge.ask(
            Query("result_consequences", **arguments),
            self._answered,
            lambda error: self.say(str(error), refused=True),
            owner=self,
            key="consequences",
        )

    def say(self, text: str, *, refused: bool = False) -> None:
        """Say what follows, or why it is refused."""
        text = sentence(text)
        self.consequences.setText(text)
        self.consequences.set_tone("bad" if refused else "normal")
        self.consequences.setAccessibleName(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows go along the results and choose; Enter chooses the one that has the keyboard."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched in self._buttons:
            place = self._buttons.index(watched)
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self.choose((place + step) % len(self._buttons))
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
                self.choose(place)
                return True
        return super().eventFilter(watched, event)

    def _chose(self, _number: int) -> None:
        self._message.hide()
        self.show_asked(fresh=True)
        self.ask()
        self.changed.emit()

    def _answered(self, follows: Consequences) -> None:
        self.say(follows.refused or follows.text, refused=bool(follows.refused))
        self.changed.emit()
