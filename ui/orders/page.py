"""The page of one order (orderPage): who bought what, when it is paid, its printed form."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.exchange import Changes, Choice, Place, Query
from desktop.views.orders import OrderDocument
from ui.bridge import Bridge
from ui.chain import ChainBar
from ui.commands import Command
from ui.fields.choice import ChoiceField
from ui.fields.dates import DateField
from ui.fields.reference import ReferenceField
from ui.fields.text import MemoField
from ui.formats import date_text, moment_text, money_text
from ui.opportunity.profile import Fact
from ui.orders.payments import PaymentsEditor
from ui.products.lines_editor import LinesEditor
from ui.records.record_page import RecordPage, field_card
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card


class OrderPage(RecordPage):
    """Fields wait for Save; products and payments are saved as they are written."""

    help_page = "orders"
    subject = "order"
    has_owner = True
    has_history = True
    touched_by = ("order_payment", "account", "contact", "lookup_value")

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        look = theme()
        self.print_button = Button("", self, icon="printer", name="previewButton")
        self.print_button.clicked.connect(self.preview)
        self.tools.addWidget(self.print_button)
        self.chain = ChainBar(bridge, "order", self)
        self.chain.go.connect(self.go)
        self.column.addWidget(self.chain)
        self.status = ChoiceField(self, name="statusEdit")
        self.account = ReferenceField(bridge, "account", self, name="accountEdit")
        self.contact = ReferenceField(bridge, "contact", self, name="contactEdit")
        self._card = field_card(
            self,
            self.add_field("status", self.status, required=True),
            self.add_field("account", self.account),
            self.add_field("contact", self.contact),
            self.add_field("opportunity", ReferenceField(bridge, "opportunity", self, name="opportunityEdit")),
            self.add_field("ordered_on", DateField(self, name="orderedOnEdit", now=bridge.workspace.clock)),
            self.add_field("owner", ReferenceField(bridge, "person", self, name="ownerEdit", optional=False)),
            self.add_field("notes", MemoField(self, name="notesEdit", lines=3)),
        )
        self._created = Fact(self)
        self._card.body.addWidget(self._created)
        self._card.body.addStretch(1)
        self.lines = LinesEditor(bridge, "order", self)
        self.lines.go.connect(self.go)
        self._products = Card("", self)
        self._products.body.addWidget(self.lines)
        self.payments = PaymentsEditor(bridge, self)
        self._plan = Card("", self)
        self._plan.body.addWidget(self.payments)
        right = QVBoxLayout()
        right.setSpacing(look.px(12))
        right.addWidget(self._products)
        right.addWidget(self._plan)
        right.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(look.px(12))
        columns.addWidget(self._card, 3)
        columns.addLayout(right, 8)
        self.column.addLayout(columns, 1)
        self.account.changed.connect(self._narrow)

    def record_title(self) -> str:
        """Return the order's number with its customer."""
        customer = self.view.fields.account
        number = str(self.view.number)
        return number if customer is None else f"{number} · {customer.label}"

    def open(self, place: Place) -> None:
        """Stand on another order."""
        if place != self.place:
            self.lines.show_record(None)
            self.chain.show_record(None)
        super().open(place)

    def load(self) -> None:
        """Ask for the order, its products and what it came from."""
        super().load()
        self.lines.show_record(self.place.id)
        self.chain.show_record(self.place.id)

    def refresh(self, changes: Changes) -> None:
        """Ask again where a part of the order was touched."""
        mine = changes.touches("sales_order", self.place.id)
        if mine or any(changes.touches(table) for table in self.touched_by):
            super().load()
        self.lines.refresh(changes)
        self.chain.refresh(changes)

    def show_view(self) -> None:
        """Show state, day and total."""
        view = self.view
        status = view.fields.status
        self.pill.set_text(status.label if status is not None else "")
        facts = (date_text(view.fields.ordered_on), money_text(view.total))
        self.facts.setText(" · ".join(fact for fact in facts if fact))
        created = " · ".join(part for part in (moment_text(view.created_at), view.created_by) if part)
        self._created.set_texts(self.tr("Created"), created)
        self.payments.show_view(view)
        self._narrow()

    def ask_more(self) -> None:
        """Ask for the states."""
        query = Query("choices", lookup="order_status")
        self.bridge.ask(query, self._states_arrived, owner=self, key="states")

    def more_commands(self) -> list[Command]:
        """Printed form, products, the opportunity."""
        found = [
            Command("order.preview", self.tr("Printed form of the order"), self.preview, "Ctrl+P", "printer"),
            Command(
                "order.add_product",
                self.tr("Add a product"),
                self.lines.add_field.setFocus,
                "Alt+P",
                "package",
            ),
        ]
        sale = self.view.fields.opportunity if self.view is not None else None
        if sale is not None:
            title = self.tr("Open the opportunity of this order")
            found.append(Command("order.opportunity", title, self._open_opportunity, icon="diamond"))
        return found

    def preview(self) -> None:
        """Show the printed form; edits are saved before."""
        if self.view is not None:
            self.save(self._ask_form)

    def _ask_form(self) -> None:
        self.bridge.ask(Query("order_document", id=self.place.id), self._form_arrived, owner=self, key="form")

    def _form_arrived(self, order: OrderDocument) -> None:
        from ui.orders.preview import OrderPreview

        OrderPreview(self.window(), order).show_over()

    def _open_opportunity(self) -> None:
        if self.view is not None and self.view.fields.opportunity is not None:
            self.go.emit(Place("opportunity", self.view.fields.opportunity.id))

    def _states_arrived(self, choices: tuple[Choice, ...]) -> None:
        self.status.set_choices(choices)

    def _narrow(self) -> None:
        account = self.account.value()
        self.contact.set_account(account.id if account is not None else None)

    def retranslate(self) -> None:
        """Say all words in the language in force."""
        self.print_button.setText(self.tr("Printed form"))
        self.print_button.setToolTip(self.tr("Printed form") + " (Ctrl+P)")
        self._card.set_title(self.tr("Order"))
        self._products.set_title(self.tr("Products"))
        self._plan.set_title(self.tr("Payment plan"))
        self.lines.retranslate()
        self.payments.retranslate()
        self.chain.retranslate()
        self.set_field_words(
            {
                "status": self.tr("Status"),
                "account": self.tr("Customer"),
                "contact": self.tr("Contact"),
                "opportunity": self.tr("Opportunity"),
                "ordered_on": self.tr("Date"),
                "owner": self.tr("Owner"),
                "notes": self.tr("Notes"),
            }
        )
        super().retranslate()
