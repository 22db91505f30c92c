"""Qualification (BANT): budget, authority, need and timing, and the tactics of the sale."""

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.bridge import Bridge
from ui.fields.amounts import MoneyField
from ui.fields.dates import DateField
from ui.fields.field import Field, Labelled
from ui.fields.text import CheckField, MemoField, TextField
from ui.form import Form
from ui.theme import theme


class Qualification(QWidget):
    """The first tab of the page; its fields are bound to the page's form."""

    def __init__(self, bridge: Bridge, form: Form, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("qualificationTab")
        look = theme()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, look.px(12), 0, 0)
        grid.setHorizontalSpacing(look.px(16))
        grid.setVerticalSpacing(look.px(12))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.budget = MoneyField(self, name="budgetEdit")
        self.confirmed = CheckField(self, name="budgetConfirmedEdit")
        self.role = TextField(self, name="decisionMakerRoleEdit")
        self.decision_date = DateField(self, name="decisionDateEdit", now=bridge.workspace.clock)
        self.need_text = MemoField(self, name="needTextEdit", lines=4)
        self.tactics = MemoField(self, name="tacticsEdit", lines=5)
        self._rows: dict[str, Labelled] = {}
        places: tuple[tuple[str, Field, int, int, int], ...] = (
            ("budget", self.budget, 0, 0, 1),
            ("budget_confirmed", self.confirmed, 0, 1, 1),
            ("decision_maker_role", self.role, 1, 0, 1),
            ("decision_date", self.decision_date, 1, 1, 1),
            ("need_text", self.need_text, 2, 0, 2),
            ("tactics", self.tactics, 3, 0, 2),
        )
        for name, field, row, column, span in places:
            form.add(name, field)
            self._rows[name] = Labelled(field, self)
            grid.addWidget(self._rows[name], row, column, 1, span)
        grid.setRowStretch(4, 1)

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        for name, text in (
            ("budget", self.tr("Budget")),
            ("budget_confirmed", self.tr("Budget confirmed")),
            ("decision_maker_role", self.tr("Authority: decision maker's role")),
            ("decision_date", self.tr("Decision date (timeframe)")),
            ("need_text", self.tr("Need, in the customer's words")),
            ("tactics", self.tr("Sales tactics")),
        ):
            self._rows[name].set_text(text)
        self.confirmed.set_words(self.tr("confirmed"), self.tr("not yet"))
        self.role.set_placeholder(self.tr("For example: head of purchasing"))
        self.need_text.set_placeholder(self.tr("What does the customer want to solve, and why now?"))
        self.tactics.set_placeholder(self.tr("How will we win this?"))
