"""System settings: named values that change behaviour for everyone, and when people work."""

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSpinBox, QWidget

from desktop.views.administration import WorkingHours
from desktop.views.exchange import Action, Choice, Query
from desktop.views.shell import ProcessRow, Settings
from ui.administration.section import Section
from ui.bridge import Bridge
from ui.fields.amounts import QuietCombo
from ui.fields.text import TextField
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import Text
from ui.widgets.switch import Switch

_LONGEST_GRACE = 3_600
_LONGEST_LOG = 36_500
_STEP = 30
_VISIBLE = ("everyone", "team", "own")
_DAY = 24 * 60


class SystemSection(Section):
    """Every change is in force at once, for everyone."""

    touched_by = ("system_setting", "process_definition")

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent, name="systemSection")
        look = theme()
        self._settings: Settings | None = None
        self._processes: tuple[ProcessRow, ...] = ()
        self._sale_card, self._company_card, self._sight_card = Card("", self), Card("", self), Card("", self)
        for card in (self._company_card, self._sale_card, self._sight_card):
            card.setMaximumWidth(look.px(720))
            self.body.addWidget(card)
        self.body.addStretch(1)
        self.company = TextField(self, name="companyEdit")
        self.company.left.connect(self._save_company)
        self.company.editor.returnPressed.connect(self._save_company)
        self.currency = QuietCombo(self)
        self.currency.setObjectName("defaultCurrencyEdit")
        self.currency.activated.connect(lambda: self._save("default_currency", self.currency.currentText()))
        self._company_label, self._currency_label = Text("", self), Text("", self)
        self._company_label.setBuddy(self.company.editor)
        self._currency_label.setBuddy(self.currency)
        grid = self._grid()
        grid.addWidget(self._company_label, 0, 0)
        grid.addWidget(self.company, 0, 1)
        grid.addWidget(self._currency_label, 1, 0)
        grid.addWidget(self.currency, 1, 1, Qt.AlignmentFlag.AlignLeft)
        self._company_card.body.addLayout(grid)
        self.run_switch = Switch("", self._sale_card, name="runSalesProcessSwitch")
        self.run_switch.clicked.connect(lambda: self._save("run_sales_process", self.run_switch.isChecked()))
        self._run_note = Text("", self._sale_card, tone="muted", wrap=True)
        self.process = QuietCombo(self)
        self.process.setObjectName("salesProcessEdit")
        self.process.setSizeAdjustPolicy(QuietCombo.SizeAdjustPolicy.AdjustToContents)
        self.process.setMinimumContentsLength(24)
        self.process.activated.connect(self._save_process)
        self._process_label, self._grace_label = Text("", self), Text("", self)
        self._process_label.setBuddy(self.process)
        self.grace_edit = QSpinBox(self._sale_card)
        self.grace_edit.setObjectName("undoGraceEdit")
        self.grace_edit.setRange(0, _LONGEST_GRACE)
        self.grace_edit.lineEdit().setTextMargins(look.px(8), 0, 0, 0)
        self.grace_edit.setKeyboardTracking(False)
        self.grace_edit.setFixedWidth(look.px(110))
        self.grace_edit.valueChanged.connect(lambda value: self._save("undo_grace_seconds", value))
        self._grace_note = Text("", self._sale_card, tone="muted", wrap=True)
        self._log_label = Text("", self)
        self.log_edit = QSpinBox(self._sale_card)
        self.log_edit.setObjectName("processLogDaysEdit")
        self.log_edit.setRange(0, _LONGEST_LOG)
        self.log_edit.lineEdit().setTextMargins(look.px(8), 0, 0, 0)
        self.log_edit.setKeyboardTracking(False)
        self.log_edit.setFixedWidth(look.px(110))
        self.log_edit.valueChanged.connect(lambda value: self._save("process_log_days", value))
        self._log_label.setBuddy(self.log_edit)
        self._log_note = Text("", self._sale_card, tone="muted", wrap=True)
        self.lead_switch = Switch("", self._sale_card, name="leadHandoverSwitch")
        self.lead_switch.clicked.connect(lambda: self._save("lead_handover", self.lead_switch.isChecked()))
        self.follow_switch = Switch("", self._sale_card, name="followUpSwitch")
        self.follow_switch.clicked.connect(lambda: self._save("follow_up", self.follow_switch.isChecked()))
        self._sale_card.body.addWidget(self.run_switch, 0, Qt.AlignmentFlag.AlignLeft)
        self._sale_card.body.addWidget(self._run_note)
        grid = self._grid()
        grid.addWidget(self._process_label, 0, 0)
        grid.addWidget(self.process, 0, 1, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self._grace_label, 1, 0)
        grid.addWidget(self.grace_edit, 1, 1, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self._grace_note, 2, 1)
        grid.addWidget(self._log_label, 3, 0)
        grid.addWidget(self.log_edit, 3, 1, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self._log_note, 4, 1)
        self._sale_card.body.addLayout(grid)
        for switch in (self.lead_switch, self.follow_switch):
            self._sale_card.body.addWidget(switch, 0, Qt.AlignmentFlag.AlignLeft)

        self.visible = QuietCombo(self)
        self.visible.setObjectName("visibleRecordsEdit")
        self.visible.setSizeAdjustPolicy(QuietCombo.SizeAdjustPolicy.AdjustToContents)
        self.visible.activated.connect(lambda row: self._save("visible_records", _VISIBLE[row]))
        self._visible_label = Text("", self)
        self._visible_label.setBuddy(self.visible)
        self._visible_note = Text("", self._sight_card, tone="muted", wrap=True)
        grid = self._grid()
        grid.addWidget(self._visible_label, 0, 0)
        grid.addWidget(self.visible, 0, 1, Qt.AlignmentFlag.AlignLeft)
        self._sight_card.body.addLayout(grid)
        self._sight_card.body.addWidget(self._visible_note)

    def _grid(self) -> QGridLayout:
        look = theme()
        grid = QGridLayout()
        grid.setColumnMinimumWidth(0, look.px(180))
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(look.px(10))
        return grid

    def title(self) -> str:
        """System settings."""
        return self.tr("System settings")

    def note(self) -> str:
        """That they are everyone's."""
        return self.tr("These values hold for everyone who works with this database. A change is in force at once.")

    def retranslate(self) -> None:
        """Set all texts."""
        super().retranslate()
        self._company_card.set_title(self.tr("Company"))
        self._sale_card.set_title(self.tr("Sales process"))
        self._company_label.setText(self.tr("Name of the company"))
        self.company.set_label(self.tr("Name of the company"))
        self._currency_label.setText(self.tr("Default currency"))
        self.currency.setAccessibleName(self.tr("Default currency"))
        self.run_switch.set_label(self.tr("Run the sales process"))
        self._run_note.setText(
            self.tr('A lead that moves to the stage "Awaiting sale" becomes an opportunity with the process running.')
        )
        self.lead_switch.set_label(self.tr("Run the lead handover on every new lead"))
        self.follow_switch.set_label(self.tr("Begin the follow-up with every won opportunity"))
        self._process_label.setText(self.tr("Which process it runs"))
        self.process.setAccessibleName(self.tr("Which process it runs"))
        self._grace_label.setText(self.tr("Undo grace time"))
        self.grace_edit.setAccessibleName(self.tr("Undo grace time"))
        self.grace_edit.setSuffix(" " + self.tr("s"))
        self._grace_note.setText(
            self.tr("For so many seconds the closing of an opportunity can be undone; 0 switches that off.")
        )
        self._log_label.setText(self.tr("Keep the process log"))
        self.log_edit.setAccessibleName(self.tr("Keep the process log"))
        self.log_edit.setSuffix(" " + self.tr("days"))
        self._log_note.setText(
            self.tr(
                "For so many days after its end the steps of a run are kept; 0 keeps them for good. "
                "What is removed is gone."
            )
        )

        self._sight_card.set_title(self.tr("Who sees what"))
        self._visible_label.setText(self.tr("A rep sees"))
        self.visible.setAccessibleName(self.tr("A rep sees"))
        self._visible_note.setText(
            self.tr(
                "Opportunities, leads, activities, orders and documents of others are then neither listed, counted nor "
                "found. Managers always see what belongs to their people, administrators everything."
            )
        )
        words = {
            "everyone": self.tr("the records of everybody"),
            "team": self.tr("their own and those of their team"),
            "own": self.tr("their own records"),
        }
        chosen = self.visible.currentIndex()
        self.visible.clear()
        self.visible.addItems([words[value] for value in _VISIBLE])
        self.visible.setCurrentIndex(chosen)

    def load(self) -> None:
        """Read the system settings and what can be chosen."""
        self.bridge.ask(Query("processes"), self._take_processes, owner=self, key="processes")
        self.bridge.ask(Query("choices", lookup="currency"), self._take_currencies, owner=self, key="currencies")
        self.bridge.ask(Query("settings"), self._show, owner=self, key="settings")

    def focus_first(self) -> None:
        """Begin with the company."""
        self.company.setFocus()

    def _take_processes(self, rows: tuple[ProcessRow, ...]) -> None:
        self._processes = tuple(row for row in rows if row.subject == "opportunity" and row.runs_on == "new")
        self.process.clear()
        self.process.addItems([row.label for row in self._processes])

    def _take_currencies(self, choices: tuple[Choice, ...]) -> None:
        self.currency.clear()
        self.currency.addItems([choice.code for choice in choices])

    def _show(self, settings: Settings) -> None:
        self._settings = settings
        self.run_switch.setChecked(settings.run_sales_process)
        self.lead_switch.setChecked(settings.lead_handover)
        self.follow_switch.setChecked(settings.follow_up)
        self.process.setEnabled(settings.run_sales_process)
        blocked = self.grace_edit.blockSignals(True)
        self.grace_edit.setValue(settings.undo_grace_seconds)
        self.grace_edit.blockSignals(blocked)
        blocked = self.log_edit.blockSignals(True)
        self.log_edit.setValue(settings.process_log_days)
        self.log_edit.blockSignals(blocked)
        if not self.company.editor.hasFocus() or not self.company.value():
            self.company.set_value(settings.company)
        self.currency.setCurrentText(settings.default_currency)
        self.visible.setCurrentIndex(_VISIBLE.index(settings.visible_records))
        keys = [row.key for row in self._processes]
        self.process.setCurrentIndex(keys.index(settings.sales_process) if settings.sales_process in keys else -1)

    def _save_company(self) -> None:
        if self._settings is not None and self.company.value() != self._settings.company:
            self._save("company", self.company.value())

    def _save_process(self, row: int) -> None:
        self._save("sales_process", self._processes[row].key)

    def _save(self, name: str, value: object) -> None:
        self.perform(Action("save_setting", name=name, value=value))


class HoursSection(Section):
    """When people work; tasks are planned by it."""

    touched_by = ("system_setting",)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent, name="hoursSection")
        look = theme()
        card = Card("", self)
        card.setMaximumWidth(look.px(720))
        self._days_label, self._begins_label, self._ends_label = Text("", self), Text("", self), Text("", self)
        self.days: list[Button] = []
        days = QHBoxLayout()
        days.setSpacing(look.px(6))
        for day in range(7):
            button = Button("", self, kind="choice", name=f"workday_{day}")
            button.clicked.connect(self._save)
            days.addWidget(button)
            self.days.append(button)
        days.addStretch(1)
        self.begins, self.ends = QuietCombo(self), QuietCombo(self)
        self.begins.setObjectName("workBeginsEdit")
        self.ends.setObjectName("workEndsEdit")
        for combo in (self.begins, self.ends):
            combo.activated.connect(self._save)
        self._begins_label.setBuddy(self.begins)
        self._ends_label.setBuddy(self.ends)
        grid = QGridLayout()
        grid.setColumnMinimumWidth(0, look.px(180))
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(look.px(10))
        grid.addWidget(self._days_label, 0, 0)
        grid.addLayout(days, 0, 1)
        grid.addWidget(self._begins_label, 1, 0)
        grid.addWidget(self.begins, 1, 1, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self._ends_label, 2, 0)
        grid.addWidget(self.ends, 2, 1, Qt.AlignmentFlag.AlignLeft)
        card.body.addLayout(grid)
        self.body.addWidget(card)
        self.body.addStretch(1)
        self._fill(WorkingHours())

    def title(self) -> str:
        """Working hours."""
        return self.tr("Working hours")

    def note(self) -> str:
        """What they are for."""
        return self.tr("The tasks of a process are planned inside the working hours, by the clock of the responsible.")

    def retranslate(self) -> None:
        """Set all texts."""
        super().retranslate()
        self._days_label.setText(self.tr("Working days"))
        self._begins_label.setText(self.tr("The day begins"))
        self._ends_label.setText(self.tr("The day ends"))
        self.begins.setAccessibleName(self.tr("The day begins"))
        self.ends.setAccessibleName(self.tr("The day ends"))
        for day, button in enumerate(self.days, start=1):
            button.setText(QLocale().standaloneDayName(day, QLocale.FormatType.ShortFormat))
            button.setAccessibleName(QLocale().standaloneDayName(day, QLocale.FormatType.LongFormat))

    def load(self) -> None:
        """Read them."""
        self.bridge.ask(Query("settings"), self._show, owner=self, key="settings")

    def focus_first(self) -> None:
        """Begin with Monday."""
        self.days[0].setFocus()

    def _show(self, settings: Settings) -> None:
        hours = settings.working_hours
        self._fill(hours)
        for day, button in enumerate(self.days):
            button.setChecked(day in hours.days)

    def _fill(self, hours: WorkingHours) -> None:
        for combo, shown, least in ((self.begins, hours.begins, 0), (self.ends, hours.ends, _STEP)):
            combo.clear()
            for minutes in sorted({*range(least, _DAY + 1 - _STEP + least, _STEP), shown}):
                combo.addItem(f"{minutes // 60:02d}:{minutes % 60:02d}", minutes)
            combo.setCurrentIndex(combo.findData(shown))

    def _save(self, *_nothing: object) -> None:
        days = tuple(day for day, button in enumerate(self.days) if button.isChecked())
        hours = WorkingHours(self.begins.currentData(), self.ends.currentData(), days)
        self.perform(Action("save_setting", name="working_hours", value=hours))
