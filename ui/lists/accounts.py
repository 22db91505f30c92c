"""The list of accounts (accountList)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.views.exchange import Place
from ui.bridge import Bridge
from ui.commands import Command
from ui.lists.page import ListPage
from ui.parties.list_tools import ListTools


class AccountListPage(ListPage):
    """By name."""

    help_page = "accounts"
    subject = "account"
    icon = "building-2"
    has_states = False
    touched_by = ("account", "opportunity", "person")

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
            "title": self.tr("Accounts"),
            "new": self.tr("New account"),
            "none": self.tr("No accounts yet"),
            "none_text": self.tr("Write down the companies that you sell to."),
        }

    def count_words(self, count: int) -> str:
        """Return how many there are."""
        return self.tr("%Ln accounts", "", count)
