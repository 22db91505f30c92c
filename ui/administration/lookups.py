"""The lists of values, and the stages of opportunities and leads (R10)."""

from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.views.administration import LeadStageRow, ValueRow
from desktop.views.exchange import Query
from desktop.views.shell import StageRow
from ui.administration.rows import RowsSection
from ui.bridge import Bridge
from ui.fields.text import CheckField, MemoField, TextField
from ui.records.number_field import NumberField
from ui.records.record_page import field_grid


class ValuesSection(RowsSection):
    """One list of values: closing_reason, need, lead_source or sector."""

    subject = "value"
    order_action = "order_values"
    touched_by = ("lookup_value", "opportunity", "lead", "account")

    def __init__(self, bridge: Bridge, lookup: str, parent: QWidget | None = None) -> None:
        self.lookup = lookup
        super().__init__(bridge, parent, name=f"{lookup}Section")

    def build(self) -> None:
        """Both names, and whether it can be chosen."""
        for widget in (
            self.add_field("name_en", TextField(self, name="nameEnEdit"), required=True),
            self.add_field("name_ru", TextField(self, name="nameRuEdit"), required=True),
            self.add_field("active", CheckField(self, name="activeEdit")),
        ):
            self.card.body.addWidget(widget)

    def query(self) -> Query:
        """All values, those switched off too."""
        return Query("lookup_values", lookup=self.lookup)

    def blank(self) -> ValueRow:
        """A value without a name."""
        return ValueRow(0, self.lookup, "", "", "", True, 0, False, 1)

    def own_arguments(self) -> dict[str, object]:
        """The lookup."""
        return {"lookup": self.lookup}

    def new_values(self, values: dict[str, object]) -> dict[str, object]:
        """A new value can be chosen; it is switched off afterwards."""
        return {name: value for name, value in values.items() if name != "active"}

    def text_of(self, row: Any) -> str:
        """The name, and that it is switched off."""
        name = self.name_of(row)
        return name if row.active else self.tr("{name} (switched off)").format(name=name)

    def uses_of(self, row: Any) -> str:
        """How many records have it."""
        return self.tr("Used %n time(s)", "", row.used) if row.used else self.tr("Not used yet")

    def can_remove(self, row: Any) -> str:
        """What is used or comes with the program stays; it can be switched off."""
        if row.removable:
            return ""
        if row.used:
            return self.tr("It is used. Switch it off, and it is offered no longer.")
        return self.tr("It comes with the program. Switch it off, and it is offered no longer.")

    def title(self) -> str:
        """The lookup's name."""
        return {
            "closing_reason": self.tr("Reasons of closing"),
            "disqualification_reason": self.tr("Reasons of disqualification"),
            "need": self.tr("Needs"),
            "opportunity_category": self.tr("Categories"),
            "lead_source": self.tr("Sources"),
            "sector": self.tr("Sectors"),
            "competitor": self.tr("Competitors"),
            "participant_role": self.tr("Roles of participants"),
            "influence": self.tr("Influence"),
            "order_status": self.tr("Order statuses"),
        }[self.lookup]

    def note(self) -> str:
        """How it is edited."""
        return self.tr("Drag a value, or press Alt+Up and Alt+Down, to change the order in which values are offered.")

    def retranslate(self) -> None:
        """Set all texts."""
        self.labels["name_en"].set_text(self.tr("Name in English"))
        self.labels["name_ru"].set_text(self.tr("Name in Russian"))
        self.labels["active"].set_text(self.tr("Offered"))
        active = self.labels["active"].field
        assert isinstance(active, CheckField)
        active.set_words(self.tr("can be chosen"), self.tr("switched off"))
        super().retranslate()


class _Flags(RowsSection):
    def set_flag(self, name: str, label: str, yes: str, no: str) -> None:
        """Name a box and what stands beside it when it is ticked and when not."""
        self.labels[name].set_text(label)
        field = self.labels[name].field
        assert isinstance(field, CheckField)
        field.set_words(yes, no)

    def text_of(self, row: Any) -> str:
        """The name, and whether it is final."""
        name = self.name_of(row)
        if row.final:
            final = self.tr("final, successful") if row.successful else self.tr("final")
            return f"{name} ({final})"
        return name

    def note(self) -> str:
        """How it is edited."""
        return self.tr(
            "Drag a stage, or press Alt+Up and Alt+Down, to change the order. "
            "Whether a stage is final stays as it is while records stand there."
        )


class StagesSection(_Flags):
    """The lookup "Opportunity stages" with all its fields."""

    subject = "stage"
    order_action = "order_stages"
    touched_by = ("opportunity_stage", "opportunity")

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent, name="stagesSection")

    def build(self) -> None:
        """Names, numbers and what the stage is."""
        grid = field_grid(2)
        fields = (
            (self.add_field("name_en", TextField(self, name="nameEnEdit", limit=100), required=True), 0, 0, 1),
            (self.add_field("name_ru", TextField(self, name="nameRuEdit", limit=100), required=True), 0, 1, 1),
            (self.add_field("description", MemoField(self, name="descriptionEdit", lines=2)), 1, 0, 2),
            (self.add_field("number", NumberField(self, name="numberEdit", grouped=False)), 2, 0, 1),
            (self.add_field("percent", NumberField(self, name="percentEdit", grouped=False)), 2, 1, 1),
            (self.add_field("days", NumberField(self, name="daysEdit", grouped=False)), 3, 0, 1),
            (self.add_field("final", CheckField(self, name="finalEdit")), 4, 0, 1),
            (self.add_field("successful", CheckField(self, name="successfulEdit")), 4, 1, 1),
            (self.add_field("in_funnel", CheckField(self, name="inFunnelEdit")), 5, 0, 1),
            (self.add_field("on_bar", CheckField(self, name="onBarEdit")), 5, 1, 1),
        )
        for widget, row, column, span in fields:
            grid.addWidget(widget, row, column, 1, span)
        self.card.body.addLayout(grid)

    def query(self) -> Query:
        """All stages."""
        return Query("stages")

    def blank(self) -> StageRow:
        """A stage after all others."""
        number = max((row.number for row in self.rows), default=0) + 10
        return StageRow(0, "", "", "", number, 0, 7, False, False, True, True, 0)

    def uses_of(self, row: Any) -> str:
        """How many opportunities stand there."""
        return self.tr("%n opportunity(s) stand here now", "", row.used)

    def title(self) -> str:
        """Opportunity stages."""
        return self.tr("Opportunity stages")

    def retranslate(self) -> None:
        """Set all texts."""
        self.labels["name_en"].set_text(self.tr("Name in English"))
        self.labels["name_ru"].set_text(self.tr("Name in Russian"))
        self.labels["description"].set_text(self.tr("Description"))
        self.labels["number"].set_text(self.tr("Number"))
        self.labels["percent"].set_text(self.tr("Maximum probability, %"))
        self.labels["days"].set_text(self.tr("Days for planning the next step"))
        yes, no = self.tr("yes"), self.tr("no")
        for name, label in (
            ("final", self.tr("Final")),
            ("successful", self.tr("Successful")),
            ("in_funnel", self.tr("In the funnel")),
            ("on_bar", self.tr("On the stage bar")),
        ):
            self.set_flag(name, label, yes, no)
        super().retranslate()


class LeadStagesSection(_Flags):
    """The lookup "Lead stages"."""

    subject = "lead_stage"
    order_action = "order_lead_stages"
    touched_by = ("lead_stage", "lead")

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent, name="leadStagesSection")

    def build(self) -> None:
        """Names and what the stage is."""
        for widget in (
            self.add_field("name_en", TextField(self, name="nameEnEdit", limit=100), required=True),
            self.add_field("name_ru", TextField(self, name="nameRuEdit", limit=100), required=True),
            self.add_field("final", CheckField(self, name="finalEdit")),
            self.add_field("successful", CheckField(self, name="successfulEdit")),
            self.add_field("starts_sale", CheckField(self, name="startsSaleEdit")),
        ):
            self.card.body.addWidget(widget)

    def query(self) -> Query:
        """All stages of leads."""
        return Query("lead_stages")

    def blank(self) -> LeadStageRow:
        """A stage after all others."""
        return LeadStageRow(0, "", "", "", 0, False, False, False, 0, 1)

    def uses_of(self, row: Any) -> str:
        """How many leads stand there."""
        return self.tr("%n lead(s) stand here now", "", row.used)

    def title(self) -> str:
        """Lead stages."""
        return self.tr("Lead stages")

    def retranslate(self) -> None:
        """Set all texts."""
        self.labels["name_en"].set_text(self.tr("Name in English"))
        self.labels["name_ru"].set_text(self.tr("Name in Russian"))
        yes, no = self.tr("yes"), self.tr("no")
        for name, label in (
            ("final", self.tr("Final")),
            ("successful", self.tr("Successful")),
            ("starts_sale", self.tr("Starts the sales process")),
        ):
            self.set_flag(name, label, yes, no)
        super().retranslate()
