"""The page of one contact (contactPage): a person at a customer and the sales that person takes part in."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.exchange import Place
from ui.bridge import Bridge
from ui.fields.reference import ReferenceField
from ui.fields.text import MemoField, TextField
from ui.parties.tabs import party_tabs, party_titles
from ui.records.record_page import RecordPage, field_card
from ui.records.record_tabs import RecordTabs
from ui.records.related import OPPORTUNITY_COLUMNS, RelatedTable
from ui.theme import theme
from ui.widgets.card import Card


class ContactPage(RecordPage):
    """The fields at the left, opportunities at the right."""

    help_page = "contacts"
    subject = "contact"
    has_history = True
    suspect_fields = ("name", "email", "phone")
    touched_by = ("opportunity", "account")

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        look = theme()
        account = ReferenceField(bridge, "account", self, name="accountEdit")
        self._card = field_card(
            self,
            self.add_field("name", TextField(self, name="nameEdit"), required=True),
            self.add_field("account", account),
            self.add_field("job_title", TextField(self, name="jobTitleEdit")),
            self.add_field("email", TextField(self, name="emailEdit")),
            self.add_field("phone", TextField(self, name="phoneEdit", limit=60)),
            self.add_field("notes", MemoField(self, name="notesEdit", lines=4)),
        )
        self._card.body.addStretch(1)
        clock = bridge.workspace.clock
        self.opportunities = RelatedTable("opportunity", OPPORTUNITY_COLUMNS, clock, self, name="contactOpportunities")
        self.opportunities.go.connect(self.go)
        self._sales = Card(parent=self, padding=0)
        self._sales.body.addWidget(self.opportunities)
        self._sales.body.addStretch(1)
        self.record_tabs = RecordTabs(self, party_tabs(bridge, "contact"), name="contactTabs")
        self.record_tabs.go.connect(self.go)
        self.record_tabs.add_first(self._sales)
        right = QVBoxLayout()
        around = Card("", self)
        around.body.addWidget(self.record_tabs)
        right.addWidget(around, 1)
        columns = QHBoxLayout()
        columns.setSpacing(look.px(12))
        columns.addWidget(self._card, 4)
        columns.addLayout(right, 7)
        self.column.addLayout(columns, 1)

    def record_title(self) -> str:
        """Return the person's name."""
        return str(self.view.fields.name)

    def show_view(self) -> None:
        """Show position, company and sales."""
        fields = self.view.fields
        known = (fields.job_title, fields.account.label if fields.account is not None else "")
        self.facts.setText(" · ".join(part for part in known if part))
        self.opportunities.set_rows(self.view.opportunities)

    def retranslate(self) -> None:
        """Say all words in the language in force."""
        self._card.set_title(self.tr("Profile"))
        if self.record_tabs is not None:
            self.record_tabs.set_titles(self.tr("Opportunities"), party_titles())
        self.opportunities.set_words(self.tr("Opportunities"), self.tr("Takes part in no opportunity yet."))
        self.set_field_words(
            {
                "name": self.tr("Name"),
                "account": self.tr("Account"),
                "job_title": self.tr("Position"),
                "email": self.tr("E-mail"),
                "phone": self.tr("Phone"),
                "notes": self.tr("Notes"),
            }
        )
        super().retranslate()
