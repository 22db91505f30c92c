"""StepsPanel: the open activities of one urgency as mini-cards, worked in place like those of the action panel."""

from __future__ import annotations

from typing import Literal

from PySide6.QtWidgets import QWidget

from desktop.views.exchange import Place
from desktop.views.my_day import Steps
from ui.action_panel import ActionPanel
from ui.bridge import Bridge

Urgency = Literal["overdue", "today", "ahead"]


class StepsPanel(ActionPanel):
    """A card with the first steps of one urgency; the rest of them stands in the list of activities."""

    _total = 0
    _urgency: Urgency = "today"

    def __init__(self, bridge: Bridge, urgency: Urgency, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent, subject=True)
        self._urgency = urgency
        self.setObjectName(f"{urgency}Steps")
        for button in (self.new_task, self.new_call, self.new_note):
            button.hide()
        self._count.set_tone("bad" if urgency == "overdue" else "accent")
        self.retranslate()

    def set_steps(self, steps: Steps) -> None:
        """Show these steps."""
        self._total = steps.total
        self.set_cards(steps.cards)

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        super().retranslate()
        titles = {"overdue": self.tr("Overdue"), "today": self.tr("Today"), "ahead": self.tr("Next steps")}
        self.set_title(titles[self._urgency])
        self.setAccessibleName(titles[self._urgency])

    def _say_empty(self) -> None:
        texts = {
            "overdue": self.tr("Nothing is overdue."),
            "today": self.tr("Nothing more is due today."),
            "ahead": self.tr("Nothing is planned for the days to come."),
        }
        self._empty.setText(texts[self._urgency])

    def _fill(self) -> None:
        super()._fill()
        self._count.set_text(str(self._total))
        self._count.setAccessibleName(self.tr("%n open task(s)", "", self._total))
        self._show_all.setVisible(self._total > len(self._views))
        self._show_all.setText(self.tr("Show all %n task(s)", "", self._total))

    def _show_every(self) -> None:
        self.go.emit(Place("activities"))
