"""The list of contacts (contactList)."""

from __future__ import annotations

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from desktop.views.exchange import Place
from ui.bridge import Bridge
from ui.commands import Command
from ui.lists.page import ListPage
from ui.parties.list_tools import ListTools, card_files, cards_in


class ContactListPage(ListPage):
    """By name."""

    help_page = "contacts"
    subject = "contact"
    icon = "contact"
    has_scopes = False
    has_states = False
    touched_by = ("contact", "account")

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        self.tools = ListTools(self)
        self.setAcceptDrops(True)

    def commands(self) -> list[Command]:
        """Add what only this list can do."""
        return [*super().commands(), *self.tools.commands()]

    def retranslate(self) -> None:
        """Say all words in the language in force."""
        super().retranslate()
        self.tools.retranslate()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files of business cards, and cards themselves."""
        if card_files(event.mimeData()) or cards_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Show what the business cards would become."""
        files = card_files(event.mimeData())
        if files:
            self.tools.take_files(files)
        else:
            self.tools.take_text(cards_in(event.mimeData()))
        event.acceptProposedAction()

    def words(self) -> dict[str, str]:
        """Return this list's words."""
        return {
            "title": self.tr("Contacts"),
            "new": self.tr("New contact"),
            "none": self.tr("No contacts yet"),
            "none_text": self.tr("Write down the people that you speak with."),
        }

    def count_words(self, count: int) -> str:
        """Return how many there are."""
        return self.tr("%Ln contacts", "", count)
