"""The dashboard (dashboardPage): what was sold, what is ahead, where sales get stuck; every number opens its list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.views.analytics import (
    AnalyticsChoices,
)
from desktop.views.behind import Behind
from desktop.views.exchange import Action, Changes, Done, Place, Query, Refused
from ui.analytics import rows
from ui.analytics.export import KINDS, write_picture, write_table
from ui.analytics.filters import DashboardFilters
from ui.analytics.sheet import DashboardSheet
from ui.bridge import Bridge
from ui.commands import Command
from ui.page import Page
from ui.remembered import Remembered
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.hint import EmptyState, HintBar
from ui.widgets.labels import Text
from ui.widgets.styling import restyle

_TOUCHED_BY = (
    *("opportunity", "opportunity_line", "opportunity_stage", "stage_history", "sales_plan", "person", "product"),
    *("lookup_value", "system_setting"),
)
_CARDS = ("summary", "funnel", "outcomes", "stages", "forecast")
_NARROW = 860
"""Below this width (design) the cards stand one below the other."""


class DashboardPage(Page):
    """Cards are asked for one by one and painted as they arrive."""

    help_page = "dashboards"

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        self.setObjectName("dashboardPage")
        look = theme()
        self._asked_once = False
        self._arrived: set[str] = set()
        self._quarter: tuple[int, int] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(18), look.px(14), look.px(6), look.px(6))
        column.setSpacing(look.px(10))
        self._first_line, self._second_line = self._head(), QHBoxLayout()
        self._second_line.addStretch(1)
        column.addLayout(self._first_line)
        column.addLayout(self._second_line)
        self.hint = HintBar(self, tone="accent", closable=False, name="nothingHint")
        self.hint.hide()
        column.addWidget(self.hint)
        self.empty = EmptyState("chart-pie", self, name="emptyState")
        self._area = QScrollArea(self)
        restyle(self._area, role="clear")
        self._area.setWidgetResizable(True)
        self.sheet = DashboardSheet(self._area)
        self._area.setWidget(self.sheet)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._area)
        self._stack.addWidget(self.empty)
        column.addWidget(self._stack, 1)
        self._connect()

    def _head(self) -> QHBoxLayout:
        look = theme()
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, look.px(12), 0)
        row.setSpacing(look.px(8))
        self.title_label = Text("", self, role="pageTitle", name="titleLabel")
        self.filters = DashboardFilters(self)
        self.export_button = Button("", self, name="exportButton")
        self._export_menu = QMenu(self.export_button)
        self._export_actions = {kind: self._export_menu.addAction("") for kind in KINDS}
        for kind, action in self._export_actions.items():
            action.setObjectName(f"export_{kind}")
            action.triggered.connect(partial(self.ask_file, kind))
        self.export_button.setMenu(self._export_menu)
        row.addWidget(self.title_label)
        row.addStretch(1)
        row.addWidget(self.filters)
        row.addWidget(self.export_button)
        return row

    def _place_filters(self) -> None:
        """Give the filters a line of their own where they do not fit beside the title."""
        look = theme()
        parts = (self.title_label, self.filters, self.export_button)
        needed = sum(part.sizeHint().width() for part in parts) + look.px(70)
        line = self._first_line if needed <= self.width() else self._second_line
        if line.indexOf(self.filters) < 0:
            (self._second_line if line is self._first_line else self._first_line).removeWidget(self.filters)
            line.insertWidget(2 if line is self._first_line else 0, self.filters)

    def _connect(self) -> None:
        self.filters.changed.connect(self._narrowed)
        for chart in self.sheet.charts():
            chart.opened.connect(self._open)
        self.sheet.plan_card.opened.connect(self._open)
        self.sheet.plan_card.quarter_chosen.connect(self._choose_quarter)
        self.sheet.plan_card.save_asked.connect(self._save_plan)
        self.hint.action_pressed.connect(lambda: self.filters.choose_period("ever"))
        self.empty.action_pressed.connect(lambda: self.go.emit(Place("opportunities")))

    # the page

    def title(self) -> str:
        """Return the page's name."""
        return self.tr("Sales dashboard")

    def commands(self) -> list[Command]:
        """The exports and the periods."""
        group = self.title()
        words = self._export_words()
        made = [
            Command(
                f"dashboard.{kind}",
                f"{self.tr('Export')}: {words[kind]}",
                partial(self.ask_file, kind),
                "",
                "download",
                group=group,
            )
            for kind in KINDS
        ]
        return [
            *made,
            Command("dashboard.ever", self.tr("Show all time"), self._show_ever, "", "calendar", group=group),
        ]

    def _show_ever(self) -> None:
        self.filters.choose_period("ever")

    def _export_words(self) -> dict[str, str]:
        return {"png": self.tr("Picture (PNG)"), "svg": self.tr("Picture (SVG)"), "csv": self.tr("Table (CSV)")}

    def load(self) -> None:
        """Ask for every card."""
        if not self._asked_once:
            self._asked_once = True
            self._take_up_memory()
        self.filters.set_today(self._now())
        self.bridge.ask(Query("analytics_choices"), self._choices_arrived, owner=self, key="choices")
        self._ask()

    def refresh(self, changes: Changes) -> None:
        """Ask again if a number may have changed."""
        if any(changes.touches(table) for table in _TOUCHED_BY):
            self.load()

    def focus_first(self) -> None:
        """Begin at the first number."""
        shown = self.sheet.figures["won"].chart.marks()
        (shown[0] if shown else self.filters.period_button).setFocus()

    def is_loaded(self) -> bool:
        """Whether every card has arrived."""
        return self._arrived >= {*_CARDS, "choices", "plan"}

    def _now(self) -> datetime:
        return self.bridge.workspace.clock()

    def _ask(self) -> None:
        self._arrived -= set(_CARDS)
        wanted = self.filters.filter()
        arrivals: dict[str, Callable[..., None]] = {
            "summary": self.sheet.show_summary,
            "funnel": self.sheet.show_funnel,
            "outcomes": self.sheet.show_outcomes,
            "stages": self.sheet.show_stages,
            "forecast": self.sheet.show_forecast,
        }
        for name in _CARDS:
            query = Query(f"analytics_{name}", filter=wanted)
            self.bridge.ask(query, partial(self._arrive, name, arrivals[name]), owner=self, key=name)
        self._ask_plan()

    def _ask_plan(self) -> None:
        self._arrived.discard("plan")
        day = min(self.filters.filter().last or self._now().astimezone().date(), self._now().astimezone().date())
        year, quarter = self._quarter or (day.year, (day.month - 1) // 3 + 1)
        query = Query("analytics_plan", year=year, quarter=quarter, filter=self.filters.filter())
        self.bridge.ask(query, partial(self._arrive, "plan", self.sheet.show_plan), owner=self, key="plan")

    def _arrive(self, name: str, show: Callable[..., None], answer: object) -> None:
        show(answer)
        self._arrived.add(name)
        self._show_emptiness()

    # answers

    def _choices_arrived(self, choices: AnalyticsChoices) -> None:
        self._arrived.add("choices")
        self._stack.setCurrentWidget(self.empty if choices.first is None else self._area)
        self.export_button.setEnabled(choices.first is not None)
        self.filters.set_choices(choices)
        self._place_filters()

    def _show_emptiness(self) -> None:
        """Say so where nothing at all lies in the period."""
        if not self.is_loaded():
            return
        nothing = self.sheet.is_empty()
        self.hint.setVisible(nothing and self.filters.preset != "ever" and self.export_button.isEnabled())

    # words

    def retranslate(self) -> None:
        """Say all words in the language in force; what the core says is read again."""
        self.title_label.setText(self.title())
        self.export_button.setText(self.tr("Export"))
        for kind, text in self._export_words().items():
            self._export_actions[kind].setText(text)
        self.filters.retranslate()
        self.sheet.retranslate()
        self.hint.set_texts(
            self.tr("Nothing in this period."),
            self.tr("There are sales in other periods."),
            self.tr("Show all time"),
        )
        self.empty.set_texts(
            self.tr("Nothing to count yet"),
            self.tr("Funnel, forecast and plan appear here as soon as there are sales."),
            self.tr("Go to the opportunities"),
        )

    def changeEvent(self, event: QEvent) -> None:
        """Ask again after a switch of language: stages and reasons are called otherwise."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._asked_once:
            self.load()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where two would be too narrow."""
        super().resizeEvent(event)
        self._place_filters()
        self.sheet.arrange(2 if self.width() >= theme().px(_NARROW) else 1)

    # what the person does

    def _narrowed(self) -> None:
        self._place_filters()
        self._quarter = None
        memory = self._memory()
        if memory is not None:
            memory.keep(dashboard__period=self.filters.preset, dashboard__scope=self.filters.filter().scope)
        self._ask()

    def _open(self, behind: Behind) -> None:
        self.go.emit(Place("opportunities", behind=replace(behind, narrowed=self._narrowed_words(behind))))

    def _narrowed_words(self, behind: Behind) -> str:
        """Say the filter's people, product and need, without a rep who is named already."""
        wanted = self.filters.filter()
        if behind.filter.owner != wanted.owner:
            return ""
        return self.filters.narrowed_words()

    def _choose_quarter(self, year: int, quarter: int) -> None:
        self._quarter = (year, quarter)
        self._ask_plan()

    def _save_plan(self, action: Action, put_back: Callable[[], object]) -> None:
        def refused(refusal: Refused) -> None:
            put_back()
            self.bridge.refused.emit(str(refusal))
            self._ask_plan()

        self.bridge.perform(action, None, refused, owner=self)

    def ask_file(self, kind: str) -> None:
        """Ask where to put the picture or the table."""
        words = self._export_words()[kind]
        title = f"{self.tr('Export')}: {words}"
        name, _ = QFileDialog.getSaveFileName(self.window(), title, f"dashboard.{kind}", f"{words} (*.{kind})")
        if name:
            file = Path(name)
            self.export(file if file.suffix else file.with_suffix(f".{kind}"))

    def export(self, file: Path) -> None:
        """Write the dashboard as it is shown: a picture, or all its numbers as a table."""
        try:
            if file.suffix.lower() == ".csv":
                write_table(self.table(), file)
            else:
                write_picture(self.sheet, file)
        except OSError:
            self.bridge.refused.emit(
                self.tr("“{file}” could not be written. Choose another place.").format(file=file.name)
            )
            return
        said = self.tr("The dashboard was saved as “{file}”.").format(file=file.name)
        self.bridge.done.emit(Done(Changes(None, "export"), said))

    def table(self) -> list[tuple[str, ...]]:
        """Return all numbers of the dashboard as rows of a table, the head first."""
        return self.sheet.table(rows.table_head(self.filters.filter(), self.filters.narrowed_words()))

    # memory

    def _memory(self) -> Remembered | None:
        return getattr(self.window(), "remembered", None)

    def _take_up_memory(self) -> None:
        memory = self._memory()
        if memory is not None:
            self.filters.take_up(memory.text("dashboard/period"), memory.text("dashboard/scope"))
