"""The page of one product (productPage): name, code, unit, list price, whether it is offered."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views.exchange import Choice, Place, Query
from ui.bridge import Bridge
from ui.fields.amounts import MoneyField
from ui.fields.text import CheckField, TextField
from ui.formats import money_text
from ui.opportunity.profile import Fact
from ui.records.record_page import RecordPage, field_card, field_grid
from ui.theme import theme
from ui.widgets.card import Card
from ui.widgets.labels import Text


class ProductPage(RecordPage):
    """Lines that have the product already keep the price with which they were written."""

    help_page = "products"
    subject = "product"
    has_history = True
    touched_by = ("opportunity_line", "sales_order_line")

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        look = theme()
        self._price = MoneyField(self, name="priceEdit")
        self._card = field_card(self, self.add_field("name", TextField(self, name="nameEdit"), required=True))
        grid = field_grid(2)
        grid.addWidget(self.add_field("code", TextField(self, name="codeEdit", limit=60)), 0, 0)
        grid.addWidget(self.add_field("series", TextField(self, name="seriesEdit", limit=100)), 0, 1)
        grid.addWidget(self.add_field("price", self._price), 1, 0)
        grid.addWidget(self.add_field("unit", TextField(self, name="unitEdit", limit=20)), 1, 1)
        self._card.body.addLayout(grid)
        self._active = CheckField(self, name="activeEdit")
        self._card.body.addWidget(self.add_field("active", self._active))
        self._card.body.addStretch(1)
        self._use = Card("", self)
        self._opportunities, self._orders = Fact(self), Fact(self)
        self._note = Text("", self, tone="muted", wrap=True)
        for part in (self._opportunities, self._orders, self._note):
            self._use.body.addWidget(part)
        self._use.body.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(look.px(12))
        columns.addWidget(self._card, 7)
        columns.addWidget(self._use, 4)
        self.column.addLayout(columns, 1)

    def record_title(self) -> str:
        """Return the product's name."""
        return str(self.view.fields.name)

    def show_view(self) -> None:
        """Show price, code and where it is used."""
        fields = self.view.fields
        self.pill.set_text(fields.code)
        price = money_text(fields.price)
        self.facts.setText(f"{price} / {fields.unit}" if fields.unit else price)
        self._opportunities.set_texts(self.tr("In opportunities"), str(self.view.opportunities))
        self._orders.set_texts(self.tr("In orders"), str(self.view.orders))

    def ask_more(self) -> None:
        """Ask for the currencies."""
        query = Query("choices", lookup="currency")
        self.bridge.ask(query, self._currencies_arrived, owner=self, key="currencies")

    def _currencies_arrived(self, choices: tuple[Choice, ...]) -> None:
        self._price.set_currencies(tuple(choice.code for choice in choices))

    def retranslate(self) -> None:
        """Say all words in the language in force."""
        self._card.set_title(self.tr("Product"))
        self._use.set_title(self.tr("Where it is used"))
        self._note.setText(self.tr("A new price holds for lines that are added from now on."))
        self._active.set_words(self.tr("Can be added to opportunities and orders"), self.tr("Not offered any more"))
        self.set_field_words(
            {
                "name": self.tr("Name"),
                "code": self.tr("Code"),
                "series": self.tr("Series"),
                "price": self.tr("List price"),
                "unit": self.tr("Unit"),
                "active": self.tr("Offered"),
            }
        )
        super().retranslate()
