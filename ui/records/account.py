"""The page of one account (accountPage): who the customer is, its people, its sales."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.exchange import Action, Choice, Done, Place, Query, Refused
from ui.bridge import Bridge
from ui.commands import Command
from ui.fields.amounts import MoneyField
from ui.fields.choice import ChoiceField
from ui.fields.reference import ReferenceField
from ui.fields.text import MemoField, TextField
from ui.parties.tabs import party_tabs, party_titles
from ui.quick_name import QuickName
from ui.records.number_field import NumberField
from ui.records.record_page import RecordPage, field_grid
from ui.records.record_tabs import RecordTabs
from ui.records.related import CONTACT_COLUMNS, OPPORTUNITY_COLUMNS, RelatedTable
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card


class AccountPage(RecordPage):
    """The fields at the left, contacts and opportunities at the right."""

    help_page = "accounts"
    subject = "account"
    has_owner = True
    has_history = True
    suspect_fields = ("name", "email", "phone", "website")
    touched_by = ("contact", "opportunity", "activity")

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        look = theme()
        self._quick: QuickName | None = None
        self._creating = False
        self.sector = ChoiceField(self, name="sectorEdit")
        parent_field = ReferenceField(bridge, "account", self, name="parentEdit")
        owner = ReferenceField(bridge, "person", self, name="ownerEdit")
        self._card = Card("", self, name="profileCard")
        grid = field_grid(2)
        fields = (
            (self.add_field("name", TextField(self, name="nameEdit", limit=300), required=True), 0, 0, 2),
            (self.add_field("sector", self.sector), 1, 0, 1),
            (self.add_field("owner", owner), 1, 1, 1),
            (self.add_field("phone", TextField(self, name="phoneEdit", limit=60)), 2, 0, 1),
            (self.add_field("email", TextField(self, name="emailEdit")), 2, 1, 1),
            (self.add_field("website", TextField(self, name="websiteEdit", limit=300)), 3, 0, 2),
            (self.add_field("address", TextField(self, name="addressEdit", limit=500)), 4, 0, 2),
            (self.add_field("employees", NumberField(self, name="employeesEdit")), 5, 0, 1),
            (self.add_field("founded", NumberField(self, name="foundedEdit", grouped=False)), 5, 1, 1),
            (self.add_field("revenue", MoneyField(self, name="revenueEdit")), 6, 0, 1),
            (self.add_field("parent", parent_field), 6, 1, 1),
            (self.add_field("notes", MemoField(self, name="notesEdit", lines=4)), 7, 0, 2),
        )
        for widget, row, column, span in fields:
            grid.addWidget(widget, row, column, 1, span)
        self._card.body.addLayout(grid)
        self._card.body.addStretch(1)
        clock = bridge.workspace.clock
        self.opportunities = RelatedTable("opportunity", OPPORTUNITY_COLUMNS, clock, self, name="accountOpportunities")
        self.contacts = RelatedTable("contact", CONTACT_COLUMNS, clock, self, name="accountContacts")
        self.new_opportunity = Button("", self, kind="flat", small=True, icon="plus", name="newOpportunityButton")
        self.new_contact = Button("", self, kind="flat", small=True, icon="plus", name="newContactButton")
        self.new_opportunity.clicked.connect(self.create_opportunity)
        self.new_contact.clicked.connect(self.create_contact)
        self._sales = self._related(self.opportunities, self.new_opportunity)
        self._people = self._related(self.contacts, self.new_contact)
        first = QWidget(self)
        both = QVBoxLayout(first)
        both.setContentsMargins(0, look.px(12), 0, 0)
        both.setSpacing(look.px(12))
        both.addWidget(self._sales)
        both.addWidget(self._people, 1)
        self.record_tabs = RecordTabs(self, party_tabs(bridge, "account"), name="accountTabs")
        self.record_tabs.go.connect(self.go)
        self.record_tabs.add_first(first)
        right = QVBoxLayout()
        around = Card("", self)
        around.body.addWidget(self.record_tabs)
        right.addWidget(around, 1)
        columns = QHBoxLayout()
        columns.setSpacing(look.px(12))
        columns.addWidget(self._card, 4)
        columns.addLayout(right, 7)
        self.column.addLayout(columns, 1)

    def _related(self, table: RelatedTable, button: Button) -> Card:
        card = Card("", self)
        card.header.addStretch(1)
        card.header.addWidget(button)
        card.body.addWidget(table)
        card.body.addStretch(1)
        table.go.connect(self.go)
        return card

    def record_title(self) -> str:
        """Return the account's name."""
        return str(self.view.fields.name)

    def show_view(self) -> None:
        """Show contacts and opportunities."""
        self.contacts.set_rows(self.view.contacts)
        self.opportunities.set_rows(self.view.opportunities)
        sector = self.view.fields.sector
        self.facts.setText(sector.label if sector is not None else "")

    def ask_more(self) -> None:
        """Ask for the sectors."""
        self.bridge.ask(Query("choices", lookup="sector"), self._sectors_arrived, owner=self, key="sectors")

    def more_commands(self) -> list[Command]:
        """New opportunity, new contact."""
        sale, person = self.tr("New opportunity for this account"), self.tr("New contact of this account")
        return [
            Command("account.new_opportunity", sale, self.create_opportunity, icon="diamond"),
            Command("account.new_contact", person, self.create_contact, icon="contact"),
        ]

    def create_opportunity(self) -> None:
        """Write down a sale to this account and open its page, after the edits here are saved."""
        if self.view is not None:
            account = self.view.id
            self.save(lambda: self._create(Action("create_opportunity", account=account), "opportunity"))

    def create_contact(self) -> None:
        """Ask for the name of a person of this account and open the page; edits here are saved before."""
        if self.view is None:
            return
        if self._quick is None:
            self._quick = QuickName(self.window())
            self._quick.wanted.connect(self._create_contact)
        title, hint = self.tr("New contact of this account"), self.tr("First and last name")
        self._quick.ask(self.new_contact, title, self.record_title(), placeholder=hint)

    def _create_contact(self, name: str) -> None:
        quick = self._quick
        if self.view is None or quick is None:
            return
        quick.close_popup()
        action = Action("create_contact", name=name, account=self.view.id)
        self.save(lambda: self._create(action, "contact"))

    def _create(self, action: Action, subject: str) -> None:
        if not self._creating:
            self._creating = True
            self.bridge.perform(action, partial(self._created, subject), self._not_created, owner=self)

    def free(self, *_what: object) -> None:
        """Let another record be created."""
        self._creating = False
        super().free()

    def _not_created(self, refused: Refused) -> None:
        self._creating = False
        self.bridge.refused.emit(str(refused))

    def _created(self, subject: str, done: Done) -> None:
        self._creating = False
        made = done.result.get(subject)
        if isinstance(made, int) and done.opens is None:
            self.go.emit(Place(subject, made))

    def _sectors_arrived(self, choices: tuple[Choice, ...]) -> None:
        self.sector.set_choices(choices)

    def retranslate(self) -> None:
        """Say all words in the language in force."""
        self._card.set_title(self.tr("Profile"))
        self._sales.set_title(self.tr("Opportunities"))
        if self.record_tabs is not None:
            self.record_tabs.set_titles(self.tr("Opportunities and contacts"), party_titles())
        self._people.set_title(self.tr("Contacts"))
        self.new_opportunity.setText(self.tr("Opportunity"))
        self.new_opportunity.setAccessibleName(self.tr("New opportunity for this account"))
        self.new_contact.setText(self.tr("Contact"))
        self.new_contact.setAccessibleName(self.tr("New contact of this account"))
        self.opportunities.set_words(self.tr("Opportunities"), self.tr("No opportunities yet."))
        self.contacts.set_words(self.tr("Contacts"), self.tr("No contacts yet."))
        self.set_field_words(
            {
                "name": self.tr("Name"),
                "sector": self.tr("Sector"),
                "owner": self.tr("Owner"),
                "phone": self.tr("Phone"),
                "email": self.tr("E-mail"),
                "website": self.tr("Website"),
                "address": self.tr("Address"),
                "employees": self.tr("Employees"),
                "founded": self.tr("Founded in"),
                "revenue": self.tr("Yearly revenue"),
                "parent": self.tr("Parent company"),
                "notes": self.tr("Notes"),
            }
        )
        super().retranslate()
