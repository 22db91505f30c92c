"""MatchingStep: how records are known again, and what is done with those that are there and those that are not."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.table_import import ImportStart, Plan
from ui.fields.amounts import QuietCombo
from ui.import_wizard.step import Choices, Step, fill, labelled
from ui.theme import theme
from ui.widgets.labels import Text
from ui.widgets.switch import Switch


class MatchingStep(Step):
    """A few choices; what does not concern this table is not shown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        look = theme()
        self._missing: dict[str, Switch] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(6), 0, 0)
        column.setSpacing(look.px(14))
        self.rule = QuietCombo(self)
        self.rule.setObjectName("matchRuleEdit")
        self.rule.setMinimumWidth(look.px(300))
        self.rule.activated.connect(self._renew)
        label = labelled(self.tr("A record is known again by"), self.rule, self)
        label.setMinimumWidth(look.px(230))
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addWidget(label)
        row.addWidget(self.rule)
        row.addStretch(1)
        column.addLayout(row)
        self.on_match = Choices(
            self.tr("If it is there already"),
            [
                ("update", self.tr("update it")),
                ("fill", self.tr("fill only what is empty")),
                ("skip", self.tr("leave it as it is")),
            ],
            self,
            name="onMatch_",
        )
        self.on_new = Choices(
            self.tr("If it is not there"),
            [("create", self.tr("create it")), ("skip", self.tr("leave the row out"))],
            self,
            name="onNew_",
        )
        column.addWidget(self.on_match)
        column.addWidget(self.on_new)
        self.about = Text("", self, tone="muted", wrap=True)
        column.addWidget(self.about)
        self._references = QVBoxLayout()
        self._references.setSpacing(look.px(8))
        self._references_title = Text(self.tr("Records that a row refers to"), self, role="strong")
        column.addWidget(self._references_title)
        column.addLayout(self._references)
        self.run_process = Switch(
            self.tr("Run the sales process on opportunities that are created open"), self, name="importRunProcess"
        )
        column.addWidget(self.run_process)
        column.addStretch(1)

    def title(self) -> str:
        """Matching."""
        return self.tr("Matching")

    def first_field(self) -> QWidget:
        """The rule."""
        return self.rule

    def show_plan(self, start: ImportStart, plan: Plan) -> None:
        """Offer the rules whose fields are mapped, and the references that can be made on the way."""
        usable = [rule for rule in start.rules if all(name in plan.columns for name in rule.fields)]
        entries = [(rule.name, rule.label) for rule in usable]
        fill(self.rule, [*entries, ("", self.tr("nothing: every row is a new record"))], plan.match)
        if not any(name == plan.match for name, _ in entries):
            self.rule.setCurrentIndex(len(entries))
        self.on_match.set_value(plan.on_match)
        self.on_new.set_value(plan.on_new)
        for switch in self._missing.values():
            switch.hide()
            switch.deleteLater()
        self._missing.clear()
        create = self.tr("{field}: create it where it is not there")
        for field in start.fields:
            if field.can_create and field.name in plan.columns:
                switch = Switch(create.format(field=field.label), self, name=f"createMissing_{field.name}")
                switch.setChecked(field.name in plan.create_missing)
                self._references.addWidget(switch)
                self._missing[field.name] = switch
        self._references_title.setVisible(bool(self._missing))
        self.run_process.setVisible(plan.subject == "opportunity")
        self.run_process.setChecked(plan.run_process)
        self._renew()

    def plan(self, plan: Plan) -> Plan:
        """Return the plan with what was chosen."""
        match = str(self.rule.currentData() or "")
        asked = {name for name, switch in self._missing.items() if switch.isChecked()}
        return replace(
            plan,
            match=match,
            on_match=self.on_match.value(),
            on_new=self.on_new.value() if match else "create",
            create_missing=frozenset(asked | (plan.create_missing - set(self._missing))),
            run_process=plan.subject == "opportunity" and self.run_process.isChecked(),
        )

    def _renew(self) -> None:
        known = bool(self.rule.currentData())
        self.on_match.setEnabled(known)
        self.on_new.setEnabled(known)
        self.about.setText(
            self.tr(
                "Capitals and spaces do not matter. A row that fits several records is an error. An empty cell changes"
                " nothing."
            )
            if known
            else self.tr("A file that is imported twice makes every record twice.")
        )
