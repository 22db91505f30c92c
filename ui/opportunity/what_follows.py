"""WhatFollows: after the sale was won, check the data, create the order, plan the next activity (R12)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desktop.views.exchange import Action, Changes, Choice, Query, Refused
from desktop.views.orders import WhatFollows as View
from ui.bridge import Bridge
from ui.fields.amounts import MinutesField, MoneyField
from ui.fields.field import Labelled
from ui.formats import minutes_text, money_text
from ui.refusal import Refusal
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.dialog import Dialog
from ui.widgets.labels import ElidedLabel, IconLabel, Pill, Text

STEPS = ("check", "order", "next")
_TABLES = ("opportunity", "sales_order", "activity", "opportunity_line", "process_instance")


class CheckClosing(Dialog):
    """The actual income and the hours spent as the closing wrote them down, to be confirmed or corrected."""

    def __init__(self, window: QWidget, view: View, bridge: Bridge) -> None:
        super().__init__(window, "", name="checkClosingDialog", width=460)
        self._view = view
        self._bridge = bridge
        self.set_title(self.tr("Check the data"))
        self.income = MoneyField(self.sheet, name="checkIncomeEdit")
        self.spent = MinutesField(self.sheet, name="checkSpentEdit")
        row = QHBoxLayout()
        row.setSpacing(theme().px(12))
        for field, text, share in (
            (self.income, self.tr("Actual income"), 3),
            (self.spent, self.tr("Hours spent"), 2),
        ):
            labelled = Labelled(field, self.sheet)
            labelled.set_text(text)
            row.addWidget(labelled, share)
        self.income.set_value(view.income)
        self.spent.set_value(view.spent_minutes)
        self.body.addLayout(row)
        on_tasks = self.tr("The tasks of this sale add up to {time}.").format(time=minutes_text(view.spent_on_tasks))
        self.body.addWidget(Text(on_tasks, self.sheet, tone="muted", wrap=True))
        self._message = Refusal(self, bridge)
        self.body.addWidget(self._message)
        self.add_button(self.tr("Cancel"), name="checkCancelButton")
        self._ok = self.add_button(
            self.tr("The data are right"), kind="primary", run=self.confirm, name="checkConfirmButton"
        )
        bridge.ask(Query("choices", lookup="currency"), self._currencies_known, owner=self)
        if view.income is None:
            bridge.ask(Query("settings"), self._settings_known, owner=self)

    def confirm(self) -> None:
        """Write the data down if they can be understood."""
        for field in (self.income, self.spent):
            field.commit()
            if not field.is_valid():
                field.setFocus()
                return
        self._message.lock(self._ok)
        action = Action(
            "correct_closing",
            opportunity=self._view.opportunity,
            income=self.income.value(),
            spent_minutes=self.spent.value(),
        )
        self._bridge.perform(action, lambda _done: self.accept(), self._message.refuse, owner=self)

    def _currencies_known(self, choices: tuple[Choice, ...]) -> None:
        self.income.set_currencies(tuple(choice.code for choice in choices))

    def _settings_known(self, settings: object) -> None:
        self.income.set_default_currency(getattr(settings, "default_currency", "EUR"))


class WhatFollows(Card):
    """Three steps, each of which ticks itself off; shown while the opportunity is won."""

    task_wanted = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__("", parent, name="whatFollows")
        self._bridge = bridge
        self._record: int | None = None
        self._view: View | None = None
        self._count = Pill("", self, tone="good")
        self.header.addWidget(self._count)
        self.header.addStretch(1)
        self.follow_up = Button("", self, kind="flat", small=True, name="runFollowUpButton", icon="play")
        self.follow_up.clicked.connect(self.run_follow_up)
        self.header.addWidget(self.follow_up)
        look = theme()
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(10))
        grid.setVerticalSpacing(look.px(6))
        grid.setColumnStretch(2, 1)
        self.steps: dict[str, Button] = {}
        self._marks: dict[str, IconLabel] = {}
        self._names: dict[str, Text] = {}
        self._facts: dict[str, ElidedLabel] = {}
        run: dict[str, Callable[[], object]] = {
            "check": self.check,
            "order": self.create_order,
            "next": self.task_wanted.emit,
        }
        for place, name in enumerate(STEPS):
            self._marks[name] = IconLabel("circle-check", self, tone="muted")
            self._names[name] = Text("", self, role="strong")
            self._facts[name] = ElidedLabel("", self, tone="muted", name=f"fact_{name}")
            self.steps[name] = Button("", self, name=f"follow_{name}")
            self.steps[name].clicked.connect(lambda _checked=False, what=run[name]: what())
            grid.addWidget(self._marks[name], place, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(self._names[name], place, 1)
            grid.addWidget(self._facts[name], place, 2)
            grid.addWidget(self.steps[name], place, 3)
        self.body.addLayout(grid)
        for signal in (bridge.trouble, bridge.fault):
            signal.connect(self._free)
        self.hide()

    @property
    def view(self) -> View | None:
        """What is shown, as it was read last."""
        return self._view

    def show_opportunity(self, record: int | None, *, won: bool) -> None:
        """Stand on an opportunity; nothing is asked for one that was not won."""
        if record != self._record or not won:
            self._view = None
            self.hide()
        self._record = record if won else None
        self._ask()

    def refresh(self, changes: Changes) -> None:
        """Ask again where one of the steps may have been done."""
        if any(changes.touches(table) for table in _TABLES):
            self._ask()

    def check(self) -> None:
        """Open the closing's data."""
        if self._view is not None:
            dialog = CheckClosing(self.window(), self._view, self._bridge)
            dialog.show_over(focus=dialog.income.editor)

    def create_order(self) -> None:
        """Create an order with the products; the action opens its page."""
        if self._view is None or not self.steps["order"].isEnabled():
            return
        self.steps["order"].setEnabled(False)
        action = Action("create_order", opportunity=self._view.opportunity)
        self._bridge.perform(action, self._free, self._not_created, owner=self)

    def run_follow_up(self) -> None:
        """Run the process that looks after the customer: thanks, satisfaction, a reference."""
        if self._view is not None and self.follow_up.isEnabled():
            self.follow_up.setEnabled(False)
            action = Action("run_process_on", opportunity=self._view.opportunity, process="follow_up")
            self._bridge.perform(action, self._free, self._not_created, owner=self)

    def retranslate(self) -> None:
        """Say all words in the language in force."""
        self.follow_up.setText(self.tr("Run the follow-up"))
        self.follow_up.setToolTip(
            self.tr("Thank the participants, check satisfaction after 30 days, ask for a reference after 90")
        )
        self.set_title(self.tr("What follows"))
        self.setAccessibleName(self.tr("What follows"))
        self._names["check"].setText(self.tr("Check the data"))
        self._names["order"].setText(self.tr("Create the order"))
        self._names["next"].setText(self.tr("Plan the next activity"))
        self._show()

    def _ask(self) -> None:
        if self._record is not None:
            query = Query("what_follows", opportunity=self._record)
            self._bridge.ask(query, self._arrived, lambda _error: None, owner=self, key="follows")

    def _arrived(self, view: View) -> None:
        if view.opportunity == self._record:
            self._view = view
            self._show()
            self.setVisible(view.won)

    def _show(self) -> None:
        view = self._view
        if view is None:
            return
        self.follow_up.setVisible(view.follow_up)
        done = {"check": view.checked, "order": bool(view.orders), "next": view.next_activity is not None}
        for name in STEPS:
            self._marks[name].set_icon(
                "circle-check" if done[name] else "clock", tone="good_text" if done[name] else "warning_text"
            )
            self.steps[name].setAccessibleDescription(self.tr("done") if done[name] else self.tr("still to do"))
            first_open = next((other for other in STEPS if not done[other]), "")
            self.steps[name].set_kind("primary" if name == first_open else "normal")
        self._count.set_text(self.tr("{done} of {all} done").format(done=sum(done.values()), all=len(STEPS)))
        income = money_text(view.income) or self.tr("no income")
        self._facts["check"].setText(f"{income} · {minutes_text(view.spent_minutes)}")
        lines = self.tr("%n product(s) are carried over", "", view.lines)
        self._facts["order"].setText(", ".join(order.label for order in view.orders) or (lines if view.lines else ""))
        self._facts["next"].setText(view.next_activity.label if view.next_activity is not None else "")
        self.steps["check"].setText(self.tr("Correct...") if view.checked else self.tr("Check..."))
        self.steps["order"].setText(self.tr("Another order") if view.orders else self.tr("Create order"))
        self.steps["next"].setText(self.tr("Plan another...") if view.next_activity is not None else self.tr("Plan..."))
        for name in STEPS:
            self.steps[name].setAccessibleName(f"{self._names[name].text()}: {self.steps[name].text()}")

    def _not_created(self, refused: Refused) -> None:
        self._free()
        self._bridge.refused.emit(str(refused))

    def _free(self, *_what: object) -> None:
        self.steps["order"].setEnabled(True)
        self.follow_up.setEnabled(True)
