"""The dashboard (dashboardPage): what was sold, what is ahead, where sales get stuck; every number opens its list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.views.analytics import (
    AnalyticsChoices,
    Forecast,
    FunnelStage,
    OutcomeRow,
    Outcomes,
    PlanTable,
    StageTime,
    Summary,
)
from desktop.views.behind import Behind
from desktop.views.exchange import Action, Changes, Done, Place, Query, Refused
from ui.analytics import rows
from ui.analytics.charts import Cell, Chart, ColumnChart, FunnelChart, RowChart, SpreadChart
from ui.analytics.export import KINDS, write_picture, write_table
from ui.analytics.figure import FigureCard
from ui.analytics.filters import DashboardFilters
from ui.analytics.plan import PlanCard
from ui.analytics.words import full_sums, hours_text, number_text, share_text, short_money, short_sums
from ui.bridge import Bridge
from ui.commands import Command
from ui.page import Page
from ui.remembered import Remembered
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.hint import EmptyState, HintBar
from ui.widgets.labels import Text
from ui.widgets.styling import restyle

_TOUCHED_BY = (
    *("opportunity", "opportunity_line", "opportunity_stage", "stage_history", "sales_plan", "person", "product"),
    *("lookup_value", "system_setting"),
)
_CARDS = ("summary", "funnel", "outcomes", "stages", "forecast")
_FIGURES = ("won", "forecast", "rate", "hours")
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
        self._summary: Summary | None = None
        self._funnel: tuple[FunnelStage, ...] = ()
        self._outcomes: Outcomes | None = None
        self._stages: tuple[StageTime, ...] = ()
        self._forecast: Forecast | None = None
        self._plan: PlanTable | None = None
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
        self.sheet = QWidget(self._area)
        restyle(self.sheet, role="clear")
        self._area.setWidget(self.sheet)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._area)
        self._stack.addWidget(self.empty)
        column.addWidget(self._stack, 1)
        self._make_cards()
        self._columns = 0
        self._arrange(2)
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

    def _make_cards(self) -> None:
        self.figures = {name: FigureCard(self.sheet, name) for name in _FIGURES}
        self.funnel = FunnelChart()
        self.months = ColumnChart()
        self.stages = RowChart(name="stage")
        self.reasons = RowChart(name="reason")
        self.reps = RowChart(name="rep")
        self.competitors = RowChart(name="competitor")
        self.ahead = RowChart(name="ahead")
        self.spread = SpreadChart()
        self.hours = RowChart(name="hour")
        self.cards: dict[str, Card] = {}
        charts: dict[str, tuple[QWidget, ...]] = {
            "funnel": (self.funnel,),
            "months": (self.months,),
            "stages": (self.stages,),
            "reasons": (self.reasons,),
            "reps": (self.reps,),
            "competitors": (self.competitors,),
            "forecast": (self.ahead, self.spread),
            "hours": (self.hours,),
        }
        for name, inside in charts.items():
            card = Card("", self.sheet, name=f"{name}Sheet")
            for widget in inside:
                card.body.addWidget(widget)
            card.body.addStretch(1)
            self.cards[name] = card
        self.ahead_note = Text("", self.cards["forecast"], role="small", tone="muted", wrap=True)
        self.cards["forecast"].body.addWidget(self.ahead_note)
        self.stage_note = Text("", self.cards["stages"], role="small", tone="muted", wrap=True)
        self.stage_note.hide()
        self.cards["stages"].body.addWidget(self.stage_note)
        self.plan_card = PlanCard(self.sheet)
        self._grid = QGridLayout(self.sheet)
        look = theme()
        self._grid.setContentsMargins(0, 0, look.px(12), look.px(10))
        self._grid.setSpacing(look.px(12))

    def charts(self) -> tuple[Chart, ...]:
        """Return every chart, from top to bottom."""
        tops = tuple(card.chart for card in self.figures.values())
        rest = (self.reps, self.competitors, self.ahead, self.hours)
        return (*tops, self.funnel, self.months, self.stages, self.reasons, *rest)

    def _arrange(self, columns: int) -> None:
        """Lay the cards out in two columns, or in one."""
        if columns == self._columns:
            return
        self._columns = columns
        wide = 12 // columns
        place: list[tuple[QWidget, int, int, int]] = []
        for number, card in enumerate(self.figures.values()):
            span = 12 // (2 * columns)
            at, line = number * span % 12, number * span // 12
            place.append((card, line, at, span))
        top = 1 if columns == 2 else 2
        names = (("funnel", 7), ("months", 5), ("stages", 6), ("reasons", 6), ("reps", 6), ("competitors", 6))
        pairs = (*names, ("forecast", 6), ("hours", 6))
        for number, (name, span) in enumerate(pairs):
            if columns == 2:
                at = 0 if number % 2 == 0 else 12 - span
                place.append((self.cards[name], top + number // 2, at, span))
            else:
                place.append((self.cards[name], top + number, 0, wide))
        place.append((self.plan_card, top + len(pairs), 0, 12))
        for widget, line, at, span in place:
            self._grid.addWidget(widget, line, at, 1, span)
        for number in range(12):
            self._grid.setColumnStretch(number, 1)
        for line in range(self._grid.rowCount()):
            self._grid.setRowStretch(line, 0)
        self._grid.setRowStretch(top + len(pairs) + 1, 1)

    def _connect(self) -> None:
        self.filters.changed.connect(self._narrowed)
        for chart in self.charts():
            chart.opened.connect(self._open)
        self.plan_card.opened.connect(self._open)
        self.plan_card.quarter_chosen.connect(self._choose_quarter)
        self.plan_card.save_asked.connect(self._save_plan)
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
        shown = self.figures["won"].chart.marks()
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
            "summary": self._summary_arrived,
            "funnel": self._funnel_arrived,
            "outcomes": self._outcomes_arrived,
            "stages": self._stages_arrived,
            "forecast": self._forecast_arrived,
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
        self.bridge.ask(query, partial(self._arrive, "plan", self._plan_arrived), owner=self, key="plan")

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

    def _summary_arrived(self, summary: Summary) -> None:
        self._summary = summary
        self._show_figures()

    def _funnel_arrived(self, funnel: tuple[FunnelStage, ...]) -> None:
        self._funnel = funnel
        self.funnel.show_stages(funnel)

    def _outcomes_arrived(self, outcomes: Outcomes) -> None:
        self._outcomes = outcomes
        self.months.show_columns(outcomes.columns)
        self._show_outcomes(outcomes)

    def _stages_arrived(self, stages: tuple[StageTime, ...]) -> None:
        self._stages = stages
        self.stages.show_rows(rows.stage_rows(stages), rows.stage_heads())
        self.stage_note.setVisible(any(stage.newest for stage in stages))

    def _forecast_arrived(self, forecast: Forecast) -> None:
        self._forecast = forecast
        self._show_figures()
        self.ahead.show_rows(rows.ahead_rows(forecast))
        self.spread.show_forecast(forecast)
        self._show_ahead_note()

    def _plan_arrived(self, table: PlanTable) -> None:
        self._plan = table
        self.plan_card.show_table(table)

    def _show_outcomes(self, outcomes: Outcomes) -> None:
        lost: Sequence[OutcomeRow] = outcomes.reasons
        self.reasons.show_rows(rows.reason_rows(lost))
        self.reps.show_rows(rows.rep_rows(outcomes.reps), rows.outcome_heads())
        self.competitors.show_rows(rows.competitor_rows(outcomes.competitors), rows.outcome_heads())
        self.hours.show_rows(rows.hour_rows(outcomes.reps), rows.hour_heads())

    def _show_figures(self) -> None:
        summary, forecast = self._summary, self._forecast
        if summary is not None:
            self._show_summary(summary)
        if forecast is not None:
            self._show_forecast(forecast)

    def _show_summary(self, summary: Summary) -> None:
        won, lost = summary.won, summary.lost
        plan = summary.plan
        of_plan = ""
        if plan is not None and plan.minor:
            of_plan = self.tr("{share} of plan").format(share=share_text(won.sums[0].minor / plan.minor))
        caption = self.tr("Won")
        self.figures["won"].show_figure(
            caption,
            Cell(short_sums(won.sums), caption, won.behind, full_sums(won.sums)),
            (
                Cell(self.tr("%n deal(s)", "", won.count), caption, won.behind),
                Cell(of_plan, caption, won.behind if of_plan else None),
            ),
        )
        caption = self.tr("Win rate")
        self.figures["rate"].show_figure(
            caption,
            Cell(share_text(summary.win_rate), caption, summary.closed),
            (
                Cell(self._points(summary), caption),
                Cell(self.tr("lost: {number}").format(number=number_text(lost.count)), self.tr("Lost"), lost.behind),
            ),
        )
        caption = self.tr("Time spent on a won deal")
        mean = won.minutes / won.count if won.count else 0
        lost_mean = lost.minutes / lost.count if lost.count else 0
        self.figures["hours"].show_figure(
            caption,
            Cell(hours_text(mean), caption, won.behind),
            (Cell(self.tr("lost: {hours}").format(hours=hours_text(lost_mean)), self.tr("Lost"), lost.behind),),
        )

    def _points(self, summary: Summary) -> str:
        if summary.win_rate is None or summary.rate_before is None:
            return ""
        points = round(summary.win_rate * 100) - round(summary.rate_before * 100)
        sign = "+" if points > 0 else "−" if points < 0 else "±"
        return self.tr("{sign} %n point(s) on the period before", "", abs(points)).format(sign=sign)

    def _show_forecast(self, forecast: Forecast) -> None:
        caption = self.tr("Forecast for the period")
        likely = forecast.p50 if forecast.p50 is not None else forecast.weighted[0]
        parts = [
            Cell(f"{name} {short_money(money)}", name, forecast.behind)
            for name, money in (("P10", forecast.p10), ("P90", forecast.p90))
            if money is not None
        ]
        if forecast.over:
            parts = [Cell(self.tr("the period is over"), caption)]
        text = short_money(likely) if forecast.p50 is not None else short_sums(forecast.weighted)
        behind = forecast.won_behind if forecast.over else forecast.behind
        self.figures["forecast"].show_figure(caption, Cell(text, caption, behind), parts)

    def _show_ahead_note(self) -> None:
        forecast = self._forecast
        if forecast is None:
            return
        if forecast.over:
            note = self.tr("The period is over: nothing is open in it any more.")
        elif forecast.p50 is None:
            note = self.tr("No open sale with an amount may close in this period.")
        else:
            note = self.tr(
                "Drawn from the newest %n closed sale(s): in 10, 50 and 90 of 100 runs less is won.",
                "",
                forecast.closed,
            )
            if len(forecast.open_sums) > 1:
                note += " " + self.tr("Only sales in {currency} are drawn.").format(
                    currency=forecast.open_sums[0].currency
                )
        self.ahead_note.setText(note)

    def _show_emptiness(self) -> None:
        """Say so where nothing at all lies in the period."""
        if not self.is_loaded() or self._summary is None:
            return
        closed = self._summary.won.count + self._summary.lost.count
        alive = max((stage.count for stage in self._funnel), default=0)
        self.hint.setVisible(closed + alive == 0 and self.filters.preset != "ever" and self.export_button.isEnabled())

    # words

    def retranslate(self) -> None:
        """Say all words in the language in force; what the core says is read again."""
        self.title_label.setText(self.title())
        self.export_button.setText(self.tr("Export"))
        for kind, text in self._export_words().items():
            self._export_actions[kind].setText(text)
        self.filters.retranslate()
        titles = {
            "funnel": self.tr("Funnel"),
            "months": self.tr("Won and lost by month"),
            "stages": self.tr("Days in a stage"),
            "reasons": self.tr("Why we lost"),
            "reps": self.tr("Won and lost by rep"),
            "competitors": self.tr("Won and lost by competitor"),
            "forecast": self.tr("Forecast"),
            "hours": self.tr("Hours spent against income"),
        }
        for name, text in titles.items():
            self.cards[name].set_title(text)
            self.cards[name].setAccessibleName(text)
        for chart, name in (
            (self.funnel, "funnel"),
            (self.months, "months"),
            (self.stages, "stages"),
            (self.reasons, "reasons"),
            (self.reps, "reps"),
            (self.competitors, "competitors"),
            (self.ahead, "forecast"),
            (self.hours, "hours"),
        ):
            chart.setAccessibleName(titles[name])
            chart.set_empty_text(self.tr("Nothing was closed in this period"))
        self.spread.setAccessibleName(self.tr("Spread of the forecast"))
        self.funnel.set_empty_text(self.tr("No sale was open in this period"))
        self.stages.set_empty_text(self.tr("No stage was left in this period"))
        self.reasons.set_empty_text(self.tr("Nothing was lost in this period"))
        self.hours.set_empty_text(self.tr("No hours were recorded on what was closed in this period"))
        self.months.set_words(self.tr("Won"), self.tr("Lost"))
        self.stage_note.setText(self.tr("Only the newest stays of this period are counted."))
        self.plan_card.retranslate()
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
        if self._outcomes is not None:
            self._show_outcomes(self._outcomes)
        self._show_figures()
        self._show_ahead_note()

    def changeEvent(self, event: QEvent) -> None:
        """Ask again after a switch of language: stages and reasons are called otherwise."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._asked_once:
            self.load()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where two would be too narrow."""
        super().resizeEvent(event)
        self._place_filters()
        self._arrange(2 if self.width() >= theme().px(_NARROW) else 1)

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
        if self._summary is None or self._outcomes is None or self._forecast is None or self._plan is None:
            return []
        wanted = self.filters.filter()
        titles = {name: card.title.accessibleName() for name, card in self.cards.items()}
        titles["plan"] = self.plan_card.title.accessibleName()
        head = rows.table_head(wanted, self.filters.narrowed_words())
        return [
            *head,
            *rows.summary_table(self._summary),
            *rows.funnel_table(titles["funnel"], self._funnel),
            *rows.outcome_tables(titles, self._outcomes),
            *rows.stage_table(titles["stages"], self._stages),
            *rows.forecast_table(titles["forecast"], self._forecast),
            *rows.plan_table(titles["plan"], self._plan),
        ]

    # memory

    def _memory(self) -> Remembered | None:
        return getattr(self.window(), "remembered", None)

    def _take_up_memory(self) -> None:
        memory = self._memory()
        if memory is not None:
            self.filters.take_up(memory.text("dashboard/period"), memory.text("dashboard/scope"))
