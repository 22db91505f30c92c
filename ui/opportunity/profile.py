"""The profile: who the customer is, who decides, whose sale it is, what it may bring."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.exchange import Choice, Ref
from desktop.views.opportunities import OpportunityPage
from ui.bridge import Bridge
from ui.fields.amounts import MoneyField
from ui.fields.choice import ChoiceField
from ui.fields.customer import CustomerField
from ui.fields.dates import DateField
from ui.fields.field import Field, Labelled
from ui.fields.reference import ReferenceField
from ui.fields.text import TextField
from ui.form import Form
from ui.formats import minutes_text, moment_text
from ui.widgets.card import Card
from ui.widgets.labels import ElidedLabel, Text


class Fact(QWidget):
    """A value that is only shown, under its name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.label = Text("", self, role="fieldLabel")
        self.text = ElidedLabel("", self)
        column.addWidget(self.label)
        column.addWidget(self.text)

    def set_texts(self, label: str, text: str) -> None:
        """Set name and value."""
        self.label.setText(label)
        self.text.setText(text)
        self.text.setAccessibleName(f"{label}: {text}")


class Profile(Card):
    """The card at the left of the page; its fields are bound to the page's form."""

    opened = Signal(object)
    """A place to go to: the page of a record that a field names."""

    def __init__(self, bridge: Bridge, form: Form, parent: QWidget) -> None:
        super().__init__("", parent, name="profileCard")
        clock = bridge.workspace.clock
        self._view: OpportunityPage | None = None
        self.account = CustomerField(bridge, self, name="accountEdit")
        self.opportunity_title = TextField(self, name="titleEdit", limit=300)
        self.contact = ReferenceField(bridge, "contact", self, name="contactEdit")
        self.decision_maker = ReferenceField(bridge, "contact", self, name="decisionMakerEdit")
        self.need = ChoiceField(self, name="needEdit")
        self.category = ChoiceField(self, name="categoryEdit")
        self.owner = ReferenceField(bridge, "person", self, name="ownerEdit", optional=False)
        self.source = ChoiceField(self, name="sourceEdit")
        self.amount = MoneyField(self, name="amountEdit")
        self.expected_close = DateField(self, name="expectedCloseEdit", now=clock)
        self._rows: dict[str, Labelled] = {}
        for name, field, required in (
            ("account", self.account, True),
            ("title", self.opportunity_title, False),
            ("contact", self.contact, False),
            ("decision_maker", self.decision_maker, True),
            ("need", self.need, False),
            ("category", self.category, False),
            ("owner", self.owner, True),
            ("source", self.source, False),
            ("amount", self.amount, False),
            ("expected_close", self.expected_close, False),
        ):
            self._add(form, name, field, required)
        self._created, self._days, self._closed, self._spent = Fact(self), Fact(self), Fact(self), Fact(self)
        for fact in (self._created, self._days, self._closed, self._spent):
            self.body.addWidget(fact)
        self.body.addStretch(1)
        for reference in (self.account, self.contact, self.decision_maker):
            reference.opened.connect(self.opened)
        self.account.changed.connect(self._narrow)
        self.account.person_chosen.connect(self._take_person)
        self.contact.changed.connect(self._name_person)

    def set_needs(self, choices: tuple[Choice, ...]) -> None:
        """Offer these needs."""
        self.need.set_choices(choices)

    def set_sources(self, choices: tuple[Choice, ...]) -> None:
        """Offer these sources."""
        self.source.set_choices(choices)

    def set_categories(self, choices: tuple[Choice, ...]) -> None:
        """Offer these categories."""
        self.category.set_choices(choices)

    def show_facts(self, view: OpportunityPage) -> None:
        """Show what cannot be edited, and narrow the contacts to the customer's."""
        self._view = view
        created = moment_text(view.created_at)
        by = f"{created} · {view.created_by}" if view.created_by else created
        self._created.set_texts(self.tr("Created"), by)
        self._days.set_texts(self.tr("In the funnel"), self.tr("%n day(s)", "", view.days_in_funnel))
        self._closed.setVisible(view.closed_at is not None)
        if view.closed_at is not None:
            self._closed.set_texts(self.tr("Closed"), moment_text(view.closed_at))
        self._spent.set_texts(self.tr("Time spent"), minutes_text(view.spent_minutes))
        self._narrow()

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.set_title(self.tr("Profile"))
        for name, text in (
            ("account", self.tr("Customer")),
            ("title", self.tr("Title")),
            ("contact", self.tr("Contact")),
            ("decision_maker", self.tr("Decision maker")),
            ("need", self.tr("Need")),
            ("category", self.tr("Category")),
            ("owner", self.tr("Owner")),
            ("source", self.tr("Source")),
            ("amount", self.tr("Amount")),
            ("expected_close", self.tr("Expected close")),
        ):
            self._rows[name].set_text(text)
        self.opportunity_title.set_placeholder(self.tr("What is being sold?"))
        if self._view is not None:
            self.show_facts(self._view)

    def _add(self, form: Form, name: str, field: Field, required: bool) -> None:
        form.add(name, field)
        self._rows[name] = Labelled(field, self, required=required)
        self.body.addWidget(self._rows[name])

    def _take_person(self, person: Ref) -> None:
        self.contact.choose(person)
        self._name_person()

    def _name_person(self) -> None:
        """A contact without an account is the customer."""
        self.account.set_person(self.contact.value() if self.account.value() is None else None)

    def _narrow(self) -> None:
        self._name_person()
        account = self.account.value()
        for field in (self.contact, self.decision_maker):
            field.set_account(account.id if account is not None else None)
