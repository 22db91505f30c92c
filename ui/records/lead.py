"""The page of one lead (leadPage): a customer's need that is not yet a sale (product.md, section 5)."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.views.exchange import Action, Availability, Changes, Choice, Done, Place, Query
from desktop.views.opportunities import Consequences
from ui.action_panel import ActionPanel
from ui.asked import Asked
from ui.bridge import Bridge
from ui.chain import ChainBar
from ui.commands import Command
from ui.fields.amounts import MoneyField
from ui.fields.choice import ChoiceField
from ui.fields.dates import DateField
from ui.fields.reference import ReferenceField
from ui.fields.text import MemoField, TextField
from ui.formats import date_text, moment_text
from ui.icons import set_icon
from ui.opportunity.profile import Fact
from ui.parties.tabs import party_tabs, party_titles
from ui.process_log.incident_bar import IncidentBar
from ui.records.record_page import RecordPage, field_card, field_grid
from ui.records.record_tabs import RecordTabs
from ui.stage_bar import StageBar
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.hint import HintBar


class LeadPage(RecordPage):
    """Stage bar, next steps, who needs what; a lead at "Awaiting sale" becomes an opportunity (L4)."""

    help_page = "leads"
    subject = "lead"
    has_history = True
    suspect_fields = ("title", "account", "account_name", "contact", "contact_name", "email", "phone")
    touched_by = ("activity", "lead_stage")

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        look = theme()
        clock = bridge.workspace.clock
        self._entering = ""
        self.opportunity_button = Button("", self, icon="diamond", name="openOpportunityButton")
        self.opportunity_button.clicked.connect(self._open_opportunity)
        self.tools.addWidget(self.opportunity_button)
        self.actions_button = Button("", self, name="actionsButton")
        self.menu = QMenu(self)
        self.menu.setObjectName("leadActions")
        self.menu.setToolTipsVisible(True)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.actions_button.setMenu(self.menu)
        self.tools.addWidget(self.actions_button)
        self.aside_bar = HintBar(self, tone="accent", closable=False, name="asideBar")
        self.aside_bar.action_pressed.connect(self.take_up)
        self.closed_bar = HintBar(self, tone="warning", closable=False, name="disqualifiedBar")
        for bar in (self.aside_bar, self.closed_bar):
            bar.hide()
            self.column.addWidget(bar)
        self.incident_bar = IncidentBar(bridge, self)
        self.column.addWidget(self.incident_bar)
        self.chain = ChainBar(bridge, "lead", self)
        self.chain.go.connect(self.go)
        self.column.addWidget(self.chain)
        self.stage_bar = StageBar(self)
        self.stage_bar.chosen.connect(self.change_stage)
        self.stage_bar.asks_consequences.connect(self._ask_stage)
        self.panel = ActionPanel(bridge, self)
        self.panel.new_note.hide()
        self.panel.go.connect(self.go)
        self.column.addWidget(self.stage_bar)
        self.column.addWidget(self.panel)
        self.contact = ReferenceField(bridge, "contact", self, name="contactEdit")
        self.account = ReferenceField(bridge, "account", self, name="accountEdit")
        self.need = ChoiceField(self, name="needEdit")
        self.source = ChoiceField(self, name="sourceEdit")
        owner = ReferenceField(bridge, "person", self, name="ownerEdit", optional=False)
        self._profile = field_card(
            self,
            self.add_field("title", TextField(self, name="titleEdit", limit=300), required=True),
            self.add_field("owner", owner, required=True),
            self.add_field("source", self.source),
        )
        self._created = Fact(self)
        self._profile.body.addWidget(self._created)
        self._profile.body.addStretch(1)
        self._need_card, self._customer_card = Card("", self), Card("", self)
        self._fill_need(clock)
        self._fill_customer()
        details = QWidget(self)
        both = QVBoxLayout(details)
        both.setContentsMargins(0, look.px(12), 0, 0)
        both.setSpacing(look.px(12))
        both.addWidget(self._customer_card)
        both.addWidget(self._need_card, 1)
        self.record_tabs = RecordTabs(self, party_tabs(bridge, "lead"), name="leadTabs")
        self.record_tabs.go.connect(self.go)
        self.record_tabs.add_first(details)
        right = QVBoxLayout()
        right.setSpacing(look.px(12))
        right.addWidget(self.record_tabs, 1)
        columns = QHBoxLayout()
        columns.setSpacing(look.px(12))
        columns.addWidget(self._profile, 3)
        columns.addLayout(right, 9)
        self.column.addLayout(columns, 1)
        self.account.changed.connect(self._narrow)

    def _fill_need(self, clock: object) -> None:
        grid = field_grid(3)
        grid.addWidget(self.add_field("need", self.need), 0, 0)
        grid.addWidget(self.add_field("budget", MoneyField(self, name="budgetEdit")), 0, 1)
        date = DateField(self, name="decisionDateEdit", now=clock)  # type: ignore[arg-type]
        grid.addWidget(self.add_field("decision_date", date), 0, 2)
        grid.addWidget(self.add_field("need_text", MemoField(self, name="needTextEdit", lines=4)), 1, 0, 1, 3)
        self._need_card.body.addLayout(grid)
        self._need_card.body.addStretch(1)

    def _fill_customer(self) -> None:
        grid = field_grid(2)
        grid.addWidget(self.add_field("account", self.account), 0, 0)
        grid.addWidget(self.add_field("contact", self.contact), 0, 1)
        grid.addWidget(self.add_field("account_name", TextField(self, name="accountNameEdit", limit=300)), 1, 0)
        grid.addWidget(self.add_field("contact_name", TextField(self, name="contactNameEdit")), 1, 1)
        grid.addWidget(self.add_field("email", TextField(self, name="emailEdit")), 2, 0)
        grid.addWidget(self.add_field("phone", TextField(self, name="phoneEdit", limit=60)), 2, 1)
        self._customer_card.body.addLayout(grid)

    def record_title(self) -> str:
        """Return the lead's title, its number while it has none."""
        return str(self.view.fields.title or self.view.number)

    def show_view(self) -> None:
        """Show stages, next steps and the opportunity it became."""
        view = self.view
        self.pill.set_text(view.number)
        customer = view.fields.account.label if view.fields.account is not None else view.fields.account_name
        self.facts.setText(customer)
        self.stage_bar.set_view(view.stage_bar)
        self.panel.set_subject({"lead": view.id}, view.fields.owner)
        self.panel.set_edit(view.edit)
        self.panel.set_cards(view.cards)
        created = moment_text(view.created_at)
        self._created.set_texts(self.tr("Created"), " · ".join(p for p in (created, view.created_by) if p))
        sale = view.opportunity
        self.opportunity_button.setVisible(sale is not None)
        if sale is not None:
            self.opportunity_button.setText(self.tr("Open the opportunity"))
            self.opportunity_button.setToolTip(sale.label)
        self._narrow()
        self._say_state()
        self.incident_bar.show_record("lead", view.id)

    def _say_state(self) -> None:
        aside, closed = self.view.aside, self.view.disqualified
        self.aside_bar.setVisible(aside is not None)
        if aside is not None:
            day = date_text(aside.until)
            lead = self.tr("It waited until {day}.") if aside.over else self.tr("Put aside until {day}.")
            self.aside_bar.set_texts(lead.format(day=day), aside.reason, self.tr("Take up again"))
        self.closed_bar.setVisible(closed is not None)
        if closed is not None:
            lead = self.tr("Disqualified: {reason}").format(reason=closed.reason)
            self.closed_bar.set_texts(lead, closed.comment)

    def suspect_texts(self, texts: dict[str, str]) -> dict[str, str]:
        """Company and person by the record that is chosen or, without one, as they are written."""
        return {
            "title": texts["title"],
            "account_name": texts["account"] or texts["account_name"],
            "contact_name": texts["contact"] or texts["contact_name"],
            "email": texts["email"],
            "phone": texts["phone"],
        }

    def refresh(self, changes: Changes) -> None:
        """Ask again where the lead, or what became of it, was touched."""
        super().refresh(changes)
        self.chain.refresh(changes)
        self.incident_bar.refresh(changes)

    def ask_more(self) -> None:
        """Ask for needs, sources and what became of the lead."""
        self.chain.show_record(self.place.id)
        self.bridge.ask(Query("choices", lookup="need"), self._needs_arrived, owner=self, key="needs")
        self.bridge.ask(Query("choices", lookup="lead_source"), self._sources_arrived, owner=self, key="sources")

    def why_asked(self, _point: QPoint | None) -> Asked | None:
        """Return the question why this lead stands on its stage."""
        if self.view is None:
            return None
        return Asked(Query("why", lead=self.view.id), self.stage_bar, self.stage_bar.rect())

    def change_stage(self, code: str) -> None:
        """Enter a stage; edits are saved before, so that the sale begins with what the page shows (L4)."""
        if self.view is None or self._entering == code:
            return
        lead = self.view.id
        self.save(lambda: self._enter(lead, code))

    # who gets it, until when it waits, why it ends

    def _open(self) -> Availability:
        if self.view is None:
            return Availability(enabled=False)
        if self.view.stage_bar.closed:
            return Availability(enabled=False, why_not=self.tr("The lead is closed."))
        return self._can_edit()

    def _is_aside(self) -> Availability:
        waits = self.view is not None and self.view.aside is not None
        return self._can_edit() if waits else Availability(enabled=False, why_not=self.tr("The lead is not put aside."))

    def assign(self) -> None:
        """Ask who gets the lead; edits here are saved before."""
        self._ask_who(hands_off=False)

    def hand_off(self) -> None:
        """Ask to whom in sales the lead is handed off; edits here are saved before."""
        self._ask_who(hands_off=True)

    def _ask_who(self, *, hands_off: bool) -> None:
        from ui.leads.assign_dialog import AssignDialog

        if self.view is not None:
            lead, title = self.view.id, self.record_title()
            self.save(lambda: AssignDialog(self.window(), self.bridge, (lead,), title, hands_off=hands_off).open())

    def put_aside(self) -> None:
        """Ask until when the lead waits, and why; edits here are saved before."""
        from ui.leads.aside_dialog import AsideDialog

        if self.view is not None:
            lead, title, before = self.view.id, self.record_title(), self.view.aside
            self.save(lambda: AsideDialog(self.window(), self.bridge, lead, title, before=before).open())

    def take_up(self) -> None:
        """Let the lead wait no longer."""
        if self.view is not None:
            self.bridge.perform(Action("take_lead_up", lead=self.view.id), owner=self)

    def _fill_menu(self) -> None:
        self.menu.clear()
        for command in (*self._lead_commands(), *self._merge_commands()):
            available = command.available()
            action = self.menu.addAction(command.title)
            action.setObjectName(command.id.replace(".", "_"))
            action.setEnabled(available.enabled)
            action.setToolTip(available.why_not)
            set_icon(action, command.icon)
            action.triggered.connect(lambda _checked=False, run=command.run: run())

    def _can_run(self) -> Availability:
        return self.view.run_process if self.view is not None else Availability(enabled=False)

    def run_process(self) -> None:
        """Run the process "Lead handover" on this lead; edits here are saved before."""
        if self.view is not None:
            action = Action("run_process", process="lead_handover", lead=self.view.id)
            self.save(lambda: self.bridge.perform(action, owner=self))

    def _ask_stage(self, code: str) -> None:
        if self.view is None:
            return

        def answered(follows: Consequences) -> None:
            if code == self.stage_bar.pointed():
                self.stage_bar.set_consequences(code, follows.refused or follows.text)

        query = Query("stage_consequences", lead=self.view.id, stage=code)
        self.bridge.ask(query, answered, lambda _error: None, owner=self, key="stage")

    def _lead_commands(self) -> list[Command]:
        who, where = self.tr("Assign an owner..."), self.tr("Hand off to sales...")
        begin = self.tr("Run the lead handover")
        made = [
            Command("lead.run", begin, self.run_process, icon="play", available=self._can_run),
            Command("lead.assign", who, self.assign, icon="user", available=self._open),
            Command("lead.hand_off", where, self.hand_off, icon="users", available=self._open),
            Command("lead.aside", self.tr("Put aside until..."), self.put_aside, icon="clock", available=self._open),
        ]
        title = self.tr("Take up again")
        made.append(Command("lead.take_up", title, self.take_up, icon="undo-2", available=self._is_aside))
        for chip in self.view.stage_bar.finals if self.view is not None else ():
            if not chip.successful:
                run = lambda code=chip.code: self.change_stage(code)  # noqa: E731
                title = self.tr("{stage}...").format(stage=chip.label)
                made.append(Command(f"lead.end_{chip.code}", title, run, icon="circle-x", available=self._open))
        return made

    def _enter(self, lead: int, code: str) -> None:
        self._entering = code
        action = Action("change_lead_stage", lead=lead, stage=code)
        self.bridge.perform(action, self._entered, self._not_entered, owner=self)

    def free(self, *_what: object) -> None:
        """Let another stage be chosen too."""
        self._entering = ""
        super().free()

    def _entered(self, _done: Done) -> None:
        self._entering = ""

    def _not_entered(self, refused: Exception) -> None:
        self._entering = ""
        self.bridge.refused.emit(str(refused))

    def more_commands(self) -> list[Command]:
        """Every stage that can be entered, new task, the opportunity."""
        made = [
            Command(
                "lead.new_task", self.tr("New task for this lead"), lambda: self.panel.open_new("task"), icon="plus"
            ),
            Command("lead.next_steps", self.tr("Go to the next steps"), self.panel.focus_first, icon="list-checks"),
        ]
        made += self._lead_commands()
        if self.view is None:
            return made
        if self.view.opportunity is not None:
            title = self.tr("Open the opportunity of this lead")
            made.append(Command("lead.opportunity", title, self._open_opportunity, icon="diamond"))
        for chip in (*self.view.stage_bar.stages, *self.view.stage_bar.finals):
            if chip.code != self.view.stage_bar.current and chip.available.enabled:
                title = self.tr("Move to {stage}").format(stage=chip.label)
                run = lambda code=chip.code: self.change_stage(code)  # noqa: E731
                made.append(Command(f"lead.stage.{chip.code}", title, run, icon="flag"))
        return made

    def _open_opportunity(self) -> None:
        if self.view is not None and self.view.opportunity is not None:
            self.go.emit(Place("opportunity", self.view.opportunity.id))

    def _narrow(self) -> None:
        account = self.account.value()
        self.contact.set_account(account.id if account is not None else None)

    def _needs_arrived(self, choices: tuple[Choice, ...]) -> None:
        self.need.set_choices(choices)

    def _sources_arrived(self, choices: tuple[Choice, ...]) -> None:
        self.source.set_choices(choices)

    def retranslate(self) -> None:
        """Say all words in the language in force."""
        self._profile.set_title(self.tr("Profile"))
        self._customer_card.set_title(self.tr("Customer"))
        self._need_card.set_title(self.tr("Need"))
        self.actions_button.setText(self.tr("Actions"))
        if self.record_tabs is not None:
            self.record_tabs.set_titles(self.tr("Details"), party_titles())
        self.panel.retranslate()
        self.chain.retranslate()
        self.stage_bar.retranslate()
        self.set_field_words(
            {
                "title": self.tr("Title"),
                "owner": self.tr("Owner"),
                "source": self.tr("Source"),
                "account": self.tr("Account"),
                "contact": self.tr("Contact"),
                "account_name": self.tr("Company, as long as it is no account"),
                "contact_name": self.tr("Person, as long as it is no contact"),
                "email": self.tr("E-mail"),
                "phone": self.tr("Phone"),
                "need": self.tr("Need"),
                "budget": self.tr("Budget"),
                "decision_date": self.tr("Decision date"),
                "need_text": self.tr("Need, in the customer's words"),
            }
        )
        super().retranslate()
