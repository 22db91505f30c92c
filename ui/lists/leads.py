"""The list of leads (leadList)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.views.exchange import Place
from ui.bridge import Bridge
from ui.commands import Command
from ui.lists.page import ListPage
from ui.parties.list_tools import ListTools


class LeadListPage(ListPage):
    """The newest first."""

    help_page = "leads"
    subject = "lead"
    icon = "target"
    stage_lookup = "lead_stage"
    touched_by = ("lead", "lead_stage", "account", "person")

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        self.tools = ListTools(self)

    def commands(self) -> list[Command]:
        """Add what only this list can do."""
        return [*super().commands(), *self.tools.commands()]

    def retranslate(self) -> None:
        """Say all words in the language in force."""
        super().retranslate()
        self.tools.retranslate()

    def words(self) -> dict[str, str]:
        """Return this list's words."""
        return {
            "title": self.tr("Leads"),
            "new": self.tr("New lead"),
            "none": self.tr("No open leads"),
            "none_text": self.tr("Write down who needs what; at “Awaiting sale” the sale begins by itself."),
        }

    def count_words(self, count: int) -> str:
        """Return how many there are."""
        return self.tr("%Ln leads", "", count)
