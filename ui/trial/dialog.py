"""TrialDialog: tries a process out on an imagined record, click by click; nothing of it is written ("run here")."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.views.exchange import Query
from desktop.views.trial import Trial, TrialCard, TrialMove, TrialOffer
from ui.bridge import Bridge
from ui.diagram.view import DiagramView
from ui.formats import moment_text, sentence
from ui.theme import theme
from ui.trial.card import WaitingCard
from ui.trial.values import ValuesForm
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.flow import FlowLayout
from ui.widgets.hint import HintBar
from ui.widgets.labels import Pill, SectionTitle, Text
from ui.widgets.rows import Row, RowList
from ui.widgets.styling import restyle

_SPANS = (timedelta(hours=1), timedelta(days=1), timedelta(days=3), timedelta(days=7))
_ICONS = {"good": "circle-check", "bad": "circle-x", "warning": "x", "accent": "flag"}


def open_trial(window: QWidget, bridge: Bridge, *, definition: int | None = None, xml: bytes = b"") -> TrialDialog:
    """Open the trial of a version of the library or of a file that is not in it."""
    what: dict[str, object] = {"xml": xml} if definition is None else {"definition": definition}
    dialog = TrialDialog(window, bridge, what)
    dialog.show_over(focus=dialog.diagram)
    return dialog


class TrialDialog(Dialog):
    """Diagram and story at the left; at the right what can happen now. All of it is asked anew after every move."""

    def __init__(self, window: QWidget, bridge: Bridge, what: dict[str, object]) -> None:
        super().__init__(window, self.tr("Try it out"), name="trialDialog", width=1230)
        self._bridge = bridge
        self._what = what
        self._trial: Trial | None = None
        look = theme()
        head = QHBoxLayout()
        head.setSpacing(look.px(8))
        self.status = Pill("", self.sheet, name="trialStatus")
        self.stage = Pill("", self.sheet, name="trialStage")
        self.clock = Text("", self.sheet, tone="muted", name="trialClock")
        note = Text(self.tr("A record is imagined. Nothing is written, nobody is told."), self.sheet, tone="muted")
        for part in (self.status, self.stage, self.clock):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(note)
        self.body.addLayout(head)
        self.refusal = HintBar(self.sheet, tone="bad", name="trialRefusal")
        self.refusal.hide()
        self.body.addWidget(self.refusal)
        middle = QWidget(self.sheet)
        middle.setMinimumHeight(max(look.px(300), window.height() - look.px(240)))
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(14))
        row.addLayout(self._left(middle), 3)
        self._area = QScrollArea(middle)
        restyle(self._area, role="clear")
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row.addWidget(self._area, 2)
        self.body.addWidget(middle, 1)
        self.back_button = Button(self.tr("Step back"), self.sheet, icon="undo-2", name="trialBackButton")
        self.back_button.setToolTip(QKeySequence(QKeySequence.StandardKey.Undo).toString())
        self.back_button.clicked.connect(self.step_back)
        self.restart_button = Button(self.tr("Start again"), self.sheet, icon="redo-2", name="trialRestartButton")
        self.restart_button.clicked.connect(self.restart)
        self.buttons.insertWidget(0, self.back_button)
        self.buttons.insertWidget(1, self.restart_button)
        self.add_button(self.tr("Close"), name="closeTrialButton")
        self._ask(())

    def _left(self, parent: QWidget) -> QVBoxLayout:
        look = theme()
        column = QVBoxLayout()
        column.setSpacing(look.px(8))
        self.diagram = DiagramView(parent, name="trialDiagram")
        self.diagram.setMinimumHeight(look.px(150))
        column.addWidget(self.diagram, 3)
        column.addWidget(SectionTitle(self.tr("What has happened"), parent))
        self.story = RowList(parent, name="trialStory", single_click=True)
        self.story.setAccessibleName(self.tr("What has happened"))
        self.story.setMinimumHeight(look.px(110))
        self.story.chosen.connect(lambda key: self.diagram.show_element(key.partition(":")[2]))
        column.addWidget(self.story, 2)
        return column

    # moves

    def make(self, move: TrialMove) -> None:
        """Let something happen."""
        if self._trial is not None:
            self._ask((*self._trial.moves, move))

    def step_back(self) -> None:
        """Take the last move back."""
        if self._trial is not None and self._trial.moves:
            self._ask(self._trial.moves[:-1])

    def restart(self) -> None:
        """Begin anew."""
        self._ask(())

    def _ask(self, moves: tuple[TrialMove, ...]) -> None:
        began = None if self._trial is None else self._trial.began
        query = Query("trial", **self._what, moves=moves, began=began)
        self._bridge.ask(query, self._show, self._not_possible, owner=self, key="trial")

    def _not_possible(self, error: Exception) -> None:
        self._bridge.refused.emit(str(error))
        self.reject()

    # showing

    def _show(self, trial: Trial) -> None:
        inside = self._area.isAncestorOf(QApplication.focusWidget() or self)
        fresh = self._trial is None
        self._trial = trial
        self.set_title(self.tr("Try it out: {process}").format(process=trial.label))
        words, tone = {
            "": (self.tr("not begun"), "muted"),
            "running": (self.tr("running"), "accent"),
            "completed": (self.tr("completed"), "good"),
            "terminated": (self.tr("ended"), "muted"),
            "cancelled": (self.tr("cancelled"), "muted"),
            "error": (self.tr("stopped by an error"), "bad"),
        }[trial.status]
        self.status.set_text(words)
        self.status.set_tone(tone)  # type: ignore[arg-type]
        self.stage.set_text(trial.stage)
        self.stage.setVisible(bool(trial.stage))
        self.clock.setText(moment_text(trial.at))
        self.refusal.set_texts("", trial.refused)
        self.refusal.setVisible(bool(trial.refused))
        self.diagram.set_diagram(trial.diagram)
        self._tell(trial)
        self._area.setWidget(self._now(trial))
        self.back_button.setEnabled(bool(trial.moves))
        self.restart_button.setEnabled(bool(trial.moves))
        if fresh or inside:
            self._focus_next()

    def _tell(self, trial: Trial) -> None:
        rows = []
        for number, line in enumerate(trial.lines):
            icon = "play" if line.head else _ICONS.get(line.tone, "chevron-right")
            right = moment_text(line.at, now=trial.began) if line.head else ""
            rows.append(Row(f"{number}:{line.element_id}", line.text, icon=icon, right=right, strong=line.head))
        self.story.set_rows(rows)
        self.story.scrollToBottom()

    def _focus_next(self) -> None:
        """The keyboard goes to what can be done next."""
        first = next((button for card in self._cards() for button in card.buttons), None)
        (first or self.back_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _cards(self) -> list[WaitingCard]:
        sheet = self._area.widget()
        return [] if sheet is None else sheet.findChildren(WaitingCard)

    def _now(self, trial: Trial) -> QWidget:
        """Make the sheet with everything that can happen now."""
        look = theme()
        sheet = QWidget()
        sheet.setObjectName("trialNow")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, look.px(6), 0)
        column.setSpacing(look.px(8))
        column.addWidget(SectionTitle(self.tr("Waiting now"), sheet))
        for card in trial.cards:
            column.addWidget(self._card(card, trial, sheet))
        if not trial.cards:
            column.addWidget(Text(self._nothing(trial), sheet, tone="muted", wrap=True))
        for title, buttons in self._offers(trial):
            column.addSpacing(look.px(4))
            column.addWidget(SectionTitle(title, sheet))
            choices = QWidget(sheet)
            flow = FlowLayout(choices, gap=look.px(6))
            for button in buttons:
                button.setParent(choices)
                flow.addWidget(button)
            column.addWidget(choices)
        if trial.status == "running":
            column.addSpacing(look.px(4))
            column.addWidget(SectionTitle(self.tr("What the process knows"), sheet))
            values = ValuesForm(trial.values, sheet)
            values.moved.connect(self.make)
            column.addWidget(values)
        column.addStretch(1)
        return sheet

    def _card(self, card: TrialCard, trial: Trial, sheet: QWidget) -> WaitingCard:
        made = WaitingCard(card, trial.at, sheet)
        made.moved.connect(self.make)
        made.opened.connect(self.diagram.show_element)
        return made

    def _nothing(self, trial: Trial) -> str:
        if trial.status == "":
            return self.tr("Choose what begins the process.")
        if trial.status == "running":
            return self.tr("No task is open. Choose below what happens.")
        return self.tr("The process is over. Step back or start again.")

    def _offers(self, trial: Trial) -> Iterator[tuple[str, list[Button]]]:
        titles = {
            "begin": self.tr("What begins it"),
            "event": self.tr("What can come"),
            "select": self.tr("What can be begun"),
            "time": self.tr("Let the time pass"),
            "stage": self.tr("Choose a stage"),
        }
        for group, title in titles.items():
            buttons = [self._button(offer) for offer in trial.offers if offer.group == group]
            if group == "time" and trial.status == "running":
                buttons += [self._span(trial, span) for span in _SPANS]
            if buttons:
                yield title, buttons

    def _button(self, offer: TrialOffer) -> Button:
        last = offer.move.name or offer.move.element
        button = Button(sentence(offer.label), small=True, name=f"offer_{offer.group}_{last}")
        button.setEnabled(not offer.why_not)
        button.setToolTip(offer.why_not)
        button.clicked.connect(lambda: self.make(offer.move))
        return button

    def _span(self, trial: Trial, span: timedelta) -> Button:
        hours = round(span.total_seconds() / 3600)
        words = self.tr("%n day(s)", "", span.days) if span.days else self.tr("%n hour(s)", "", hours)
        button = Button(words, small=True, icon="clock", name=f"pass_{hours}")
        button.clicked.connect(lambda: self.make(TrialMove("time", when=trial.at + span)))
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Z takes the last move back."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.step_back()
            event.accept()
            return
        super().keyPressEvent(event)
