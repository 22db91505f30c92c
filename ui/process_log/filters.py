"""The buttons above the process log: process, status, person, time. They hold one LogFilter."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop.views.process_log import STATES, LogChoices, LogFilter
from ui.analytics.period import span_words
from ui.analytics.period_popup import PeriodPopup
from ui.theme import theme
from ui.widgets.buttons import Button

OWN_DAYS = "own"
PERIODS: dict[str, int | None] = {"all": None, "today": 1, "week": 7, "month": 30, "quarter": 90}
"""How many days up to today each of the periods offered has; None is without end."""


def period_words(period: str) -> str:
    """Return what a period is called."""
    translate = QCoreApplication.translate
    return {
        "all": translate("ProcessLog", "Any time"),
        "today": translate("ProcessLog", "Today"),
        "week": translate("ProcessLog", "Last 7 days"),
        "month": translate("ProcessLog", "Last 30 days"),
        "quarter": translate("ProcessLog", "Last 90 days"),
    }[period]


class LogFilters(QWidget):
    """``changed`` tells of another filter."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._today = date(2000, 1, 1)
        self._choices = LogChoices((), ())
        self._popup: PeriodPopup | None = None
        self._process = self._status = ""
        self._person: int | None = None
        self._period = "all"
        self._days: tuple[date | None, date | None] = (None, None)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(8))
        self.process_button = Button("", self, name="logProcessButton")
        self.status_button = Button("", self, name="logStatusButton")
        self.person_button = Button("", self, name="logPersonButton")
        self.period_button = Button("", self, name="logPeriodButton")
        for button in (self.process_button, self.status_button, self.person_button, self.period_button):
            button.setMenu(QMenu(button))
            row.addWidget(button)
        self.reset_button = Button("", self, kind="link", name="resetLogFilterButton")
        self.reset_button.clicked.connect(self.reset)
        row.addWidget(self.reset_button)
        row.addStretch(1)

    def filter(self) -> LogFilter:
        """Return what the log is narrowed to, days as the reader's."""
        first, last = self._days
        return LogFilter(
            process=self._process,
            status=self._status,
            person=self._person,
            first=None if first is None else _midnight(first),
            last=None if last is None else _midnight(last + timedelta(days=1)),
        )

    def is_narrowed(self) -> bool:
        """Whether anything is hidden."""
        return self.filter() != LogFilter()

    def set_today(self, now: datetime) -> None:
        """Let the periods end by this day, without telling of another filter."""
        self._today = now.astimezone().date()
        if self._period != OWN_DAYS:
            self._days = self._span(self._period)

    def take_up(self, process: str, status: str, period: str) -> None:
        """Take up what is remembered, without telling of it."""
        self._process = process
        self._status = status if status in STATES else ""
        self._period = period if period in PERIODS else "all"
        self._days = self._span(self._period)
        self._fill()

    def remembered(self) -> dict[str, str]:
        """Return what :meth:`take_up` takes; days of one's own are not kept."""
        period = "all" if self._period == OWN_DAYS else self._period
        return {"process": self._process, "status": self._status, "period": period}

    def set_choices(self, choices: LogChoices) -> None:
        """Offer these processes and people; what is gone is no longer narrowed to."""
        if choices == self._choices:
            return
        self._choices = choices
        before = self.filter()
        if self._process not in dict(choices.processes):
            self._process = ""
        if all(self._person != person.id for person in choices.people):
            self._person = None
        self._fill()
        if self.filter() != before:
            self.changed.emit()

    def choose(self, *, process: str | None = None, status: str | None = None, person: int | None = -1) -> None:
        """Narrow by a process, a status ("" for all) or a person (None for everybody)."""
        before = self.filter()
        self._process = self._process if process is None else process
        self._status = self._status if status is None else status
        self._person = self._person if person == -1 else person
        self._told(before)

    def choose_period(self, period: str) -> None:
        """Show one of the periods offered."""
        before = self.filter()
        self._period = period
        self._days = self._span(period)
        self._told(before)

    def choose_days(self, first: date | None, last: date | None) -> None:
        """Show days of one's own."""
        before = self.filter()
        self._period = OWN_DAYS
        self._days = (first, last)
        self._told(before)

    def reset(self) -> None:
        """Show everything."""
        before = self.filter()
        self._process = self._status = ""
        self._person = None
        self._period, self._days = "all", (None, None)
        self._told(before)

    def retranslate(self) -> None:
        """Say all words in the language in force."""
        self.reset_button.setText(self.tr("Show everything"))
        self._fill()

    def _told(self, before: LogFilter) -> None:
        self._fill()
        if self.filter() != before:
            self.changed.emit()

    def _span(self, period: str) -> tuple[date | None, date | None]:
        days = PERIODS[period]
        return (None, None) if days is None else (self._today - timedelta(days=days - 1), self._today)

    def _fill(self) -> None:
        processes = [("", self.tr("All processes")), *self._choices.processes]
        self._fill_menu(self.process_button, "log_process", self.tr("Process"), processes, self._process)
        self._fill_menu(self.status_button, "log_status", self.tr("Status"), self._statuses(), self._status)
        people = [("", self.tr("Everybody")), *((str(person.id), person.label) for person in self._choices.people)]
        chosen = "" if self._person is None else str(self._person)
        self._fill_menu(self.person_button, "log_person", self.tr("Person"), people, chosen)
        periods = [(period, period_words(period)) for period in PERIODS]
        self._fill_menu(self.period_button, "log_period", self.tr("Time"), periods, self._period)
        menu = self.period_button.menu()
        menu.addSeparator()
        own = menu.addAction(self.tr("Days of your own..."))
        own.setObjectName("log_period_own")
        own.setCheckable(True)
        own.setChecked(self._period == OWN_DAYS)
        own.triggered.connect(self._ask_days)
        if self._period == OWN_DAYS:
            self._say(self.period_button, self.tr("Time"), span_words(*self._days))
        self.reset_button.setVisible(self.is_narrowed())

    def _statuses(self) -> list[tuple[str, str]]:
        words = {
            "running": self.tr("Running"),
            "done": self.tr("Done"),
            "cancelled": self.tr("Cancelled"),
            "incident": self.tr("With an incident"),
        }
        return [("", self.tr("Any status")), *((state, words[state]) for state in STATES)]

    def _fill_menu(self, button: Button, name: str, what: str, values: list[tuple[str, str]], chosen: str) -> None:
        menu = button.menu()
        menu.clear()
        group = QActionGroup(menu)
        for value, label in values:
            action = menu.addAction(label.replace("&", "&&"))
            action.setObjectName(f"{name}_{value or 'all'}")
            action.setCheckable(True)
            action.setChecked(value == chosen)
            group.addAction(action)
            action.triggered.connect(lambda _on, name=name, value=value: self._chosen(name, value))
        self._say(button, what, dict(values).get(chosen, ""))

    def _chosen(self, name: str, value: str) -> None:
        if name == "log_process":
            self.choose(process=value)
        elif name == "log_status":
            self.choose(status=value)
        elif name == "log_person":
            self.choose(person=int(value) if value else None)
        else:
            self.choose_period(value)

    @staticmethod
    def _say(button: Button, what: str, value: str) -> None:
        shown = button.fontMetrics().elidedText(value, Qt.TextElideMode.ElideRight, theme().px(190))
        button.setText(shown.replace("&", "&&"))
        button.setAccessibleName(f"{what}: {value}")

    def _ask_days(self) -> None:
        if self._popup is None:
            self._popup = PeriodPopup(self.window())
            self._popup.chosen.connect(self.choose_days)
            self.destroyed.connect(self._popup.deleteLater)
        self._fill()  # the choice counts once the days are known
        self._popup.ask(self.period_button, *self._days)


def _midnight(day: date) -> datetime:
    """Return when a day begins by the reader's clock."""
    return datetime.combine(day, time()).astimezone()
