"""The list of products (productList)."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desktop.views.exchange import Availability, Place, Query
from ui.bridge import Bridge
from ui.commands import Command
from ui.lists.page import ListPage


class ProductListPage(ListPage):
    """By name."""

    help_page = "products"
    subject = "product"
    icon = "package"
    has_scopes = False
    has_states = False
    touched_by = ("product",)

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        self._may = Availability(True)

    def load(self) -> None:
        """Ask for the list, and whether the reader may write down a product."""
        self.bridge.ask(Query("may_manage"), self._take_right, owner=self, key="right")
        super().load()

    def commands(self) -> list[Command]:
        """Offer a new product to whoever may write it down."""
        return [
            replace(command, available=lambda: self._may) if command.id == "list.new" else command
            for command in super().commands()
        ]

    def _take_right(self, may: Availability) -> None:
        self._may = may
        for button in (self.new_button, self.empty.action):
            button.setEnabled(may.enabled)
            button.setToolTip(may.why_not or f"{self.words()['new']} (Ctrl+N)")
            button.setAccessibleDescription(may.why_not)

    def words(self) -> dict[str, str]:
        """Return this list's words."""
        return {
            "title": self.tr("Products"),
            "new": self.tr("New product"),
            "none": self.tr("No products yet"),
            "none_text": self.tr(
                "Write down what you sell, with its price: opportunities and orders take it from here."
            ),
        }

    def count_words(self, count: int) -> str:
        """Return how many there are."""
        return self.tr("%n products", "", count)
