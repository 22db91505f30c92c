"""The list of orders (orderList)."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views.exchange import Action, Done, Place
from ui.bridge import Bridge
from ui.commands import Command
from ui.lists.page import ListPage
from ui.widgets.buttons import Button


class OrderListPage(ListPage):
    """The newest first. A new order needs no name: it is created at once and its page opens."""

    help_page = "orders"
    subject = "order"
    icon = "package"
    has_states = False
    touched_by = ("sales_order", "account", "opportunity", "person", "lookup_value")

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        self.products_button = Button("", self, name="productsButton")
        self.products_button.clicked.connect(lambda: self.go.emit(Place("products")))
        column = self.layout()
        item = column.itemAt(0) if column is not None else None
        head = item.layout() if item is not None else None
        if isinstance(head, QHBoxLayout):
            head.insertWidget(head.count() - 1, self.products_button)
        QWidget.setTabOrder(self.new_button, self.products_button)
        for signal in (bridge.trouble, bridge.fault):
            signal.connect(self._free)

    def words(self) -> dict[str, str]:
        """Return this list's words."""
        return {
            "title": self.tr("Orders"),
            "new": self.tr("New order"),
            "none": self.tr("No orders yet"),
            "none_text": self.tr("An order is made from an opportunity, with its products, or by itself."),
        }

    def count_words(self, count: int) -> str:
        """Return how many there are."""
        return self.tr("%n orders", "", count)

    def commands(self) -> list[Command]:
        """What every list offers, and the products."""
        go = Command(
            "list.products",
            self.tr("Products and prices"),
            lambda: self.go.emit(Place("products")),
            icon="package",
            group=self.title(),
            listed=False,
        )
        return [*super().commands(), go]

    def retranslate(self) -> None:
        """Say all words in the language in force."""
        super().retranslate()
        self.products_button.setText(self.tr("Products and prices"))

    def create_record(self) -> None:
        """Create an order and open its page."""
        if self.new_button.isEnabled():
            self.new_button.setEnabled(False)
            self.bridge.perform(Action("create_order"), self._order_created, self._not_created, owner=self)

    def _order_created(self, done: Done) -> None:
        made = done.result.get("order")
        self._select_next = made if isinstance(made, int) else None
        self._free()

    def _not_created(self, refused: Exception) -> None:
        self._free()
        self.bridge.refused.emit(str(refused))

    def _free(self, *_what: object) -> None:
        self.new_button.setEnabled(True)
