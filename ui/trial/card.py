"""WaitingCard: a task, a page or a service that a trial waits for, with a button for every way in which it can end."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.views.opportunities import ResultChoice
from desktop.views.trial import TrialCard
from ui.fields.dates import MomentField
from ui.fields.field import Labelled
from ui.formats import moment_text
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Text
from ui.widgets.styling import restyle

_ICONS = {"done": None, "again": "redo-2", "lost": "circle-x"}


class WaitingCard(QFrame):
    """One card. A result that asks for a moment takes the one that stands in the card's own field."""

    moved = Signal(object)
    """Carries the TrialMove that a button makes."""
    opened = Signal(str)
    """The title was clicked: the id of the step, to be shown on the diagram."""

    def __init__(self, card: TrialCard, now: datetime, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("trialCard")
        restyle(self, role="card")
        self.card = card
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(*(look.px(10),) * 4)
        column.setSpacing(look.px(6))
        self.title = Button(card.title, self, kind="link", name="trialCardTitle")
        restyle(self.title, strong=True)
        self.title.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.title.setMinimumWidth(1)  # a long name is cut, never the card
        self.title.setToolTip(card.title)
        self.title.clicked.connect(lambda: self.opened.emit(card.element_id))
        column.addWidget(self.title, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Text(self._facts(), self, role="small", tone="muted", wrap=True))
        self.when = MomentField(self, name="trialWhenEdit", now=lambda: now.astimezone(UTC))
        asking = next((result for result in card.results if result.asks == "when"), None)
        self._when_row = Labelled(self.when, self)
        self._when_row.setVisible(asking is not None)
        if asking is not None:
            self._when_row.set_text(asking.when_label or self.tr("When"))
            self.when.set_value(asking.default_when)
        column.addWidget(self._when_row)
        choices = QWidget(self)
        flow = FlowLayout(choices, gap=look.px(6))
        self.buttons: list[Button] = []
        for result in card.results:
            icon = _ICONS.get(result.leads)
            button = Button(result.label, choices, small=True, icon=icon, name=f"result_{result.code}")
            button.setAccessibleName(f"{result.label}: {card.title}")
            button.clicked.connect(lambda _checked=False, chosen=result: self._choose(chosen))
            flow.addWidget(button)
            self.buttons.append(button)
        column.addWidget(choices)
        self.setAccessibleName(card.title)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the title where the card ends; the tip and the accessible name keep all of it."""
        super().resizeEvent(event)
        room = self.contentsRect().width() - theme().px(40)
        said = self.title.fontMetrics().elidedText(self.card.title, Qt.TextElideMode.ElideRight, room)
        self.title.setText(said)
        self.title.setAccessibleName(self.card.title)

    def _facts(self) -> str:
        card = self.card
        if card.kind == "service":
            return self.tr("The program does this. How does it end?")
        if card.kind == "page":
            return self.tr("A page waits to be saved.")
        due = self.tr("due {moment}").format(moment=moment_text(card.due_at)) if card.due_at else ""
        return " · ".join(part for part in (self.tr("Task"), card.owner, due) if part)

    def _choose(self, result: ResultChoice) -> None:
        when = self.when.value() if result.asks == "when" else None
        self.moved.emit(replace(self.card.move, result=result.code, when=when))
