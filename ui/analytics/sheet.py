"""The sheet of the dashboard: the cards with their charts, and what they say."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.views.analytics import (
    Forecast,
    FunnelStage,
    OutcomeRow,
    Outcomes,
    PlanTable,
    StageTime,
    Summary,
)
from ui.analytics import rows
from ui.analytics.charts import Chart, ColumnChart, FunnelChart
from ui.analytics.figure import FigureCard
from ui.analytics.plan import PlanCard
from ui.analytics.row_chart import Cell, RowChart
from ui.analytics.spread_chart import SpreadChart
from ui.analytics.words import full_sums, hours_text, number_text, share_text, short_money, short_sums
from ui.theme import theme
from ui.widgets.card import Card
from ui.widgets.labels import Text
from ui.widgets.styling import restyle

_FIGURES = ("won", "forecast", "rate", "hours")


class DashboardSheet(QWidget):
    """Shows each answer on its card as it arrives, in two columns or in one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        restyle(self, role="clear")
        self._summary: Summary | None = None
        self._funnel: tuple[FunnelStage, ...] = ()
        self._outcomes: Outcomes | None = None
        self._stages: tuple[StageTime, ...] = ()
        self._forecast: Forecast | None = None
        self._plan: PlanTable | None = None
        self._columns = 0
        self._make_cards()
        self.arrange(2)

    def _make_cards(self) -> None:
        self.figures = {name: FigureCard(self, name) for name in _FIGURES}
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
            card = Card("", self, name=f"{name}Sheet")
            for widget in inside:
                card.body.addWidget(widget)
            card.body.addStretch(1)
            self.cards[name] = card
        self.ahead_note = Text("", self.cards["forecast"], role="small", tone="muted", wrap=True)
        self.cards["forecast"].body.addWidget(self.ahead_note)
        self.stage_note = Text("", self.cards["stages"], role="small", tone="muted", wrap=True)
        self.stage_note.hide()
        self.cards["stages"].body.addWidget(self.stage_note)
        self.plan_card = PlanCard(self)
        self._grid = QGridLayout(self)
        look = theme()
        self._grid.setContentsMargins(0, 0, look.px(12), look.px(10))
        self._grid.setSpacing(look.px(12))

    def charts(self) -> tuple[Chart, ...]:
        """Return every chart, from top to bottom."""
        tops = tuple(card.chart for card in self.figures.values())
        rest = (self.reps, self.competitors, self.ahead, self.hours)
        return (*tops, self.funnel, self.months, self.stages, self.reasons, *rest)

    def arrange(self, columns: int) -> None:
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

    # answers

    def show_summary(self, summary: Summary) -> None:
        """Show what was won and lost."""
        self._summary = summary
        self._show_figures()

    def show_funnel(self, funnel: tuple[FunnelStage, ...]) -> None:
        """Show how many sales reach each stage."""
        self._funnel = funnel
        self.funnel.show_stages(funnel)

    def show_outcomes(self, outcomes: Outcomes) -> None:
        """Show what was won and lost by month, reason, rep and competitor."""
        self._outcomes = outcomes
        self.months.show_columns(outcomes.columns)
        self._show_outcomes(outcomes)

    def show_stages(self, stages: tuple[StageTime, ...]) -> None:
        """Show how long sales stay in a stage."""
        self._stages = stages
        self.stages.show_rows(rows.stage_rows(stages), rows.stage_heads())
        self.stage_note.setVisible(any(stage.newest for stage in stages))

    def show_forecast(self, forecast: Forecast) -> None:
        """Show what is likely to be won."""
        self._forecast = forecast
        self._show_figures()
        self.ahead.show_rows(rows.ahead_rows(forecast))
        self.spread.show_forecast(forecast)
        self._show_ahead_note()

    def show_plan(self, table: PlanTable) -> None:
        """Show the plan of a quarter."""
        self._plan = table
        self.plan_card.show_table(table)

    def is_empty(self) -> bool:
        """Whether nothing at all lies in the period."""
        if self._summary is None:
            return False
        closed = self._summary.won.count + self._summary.lost.count
        return closed + max((stage.count for stage in self._funnel), default=0) == 0

    def table(self, head: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
        """Return all numbers as rows of a table after its head; nothing before all of them have arrived."""
        if self._summary is None or self._outcomes is None or self._forecast is None or self._plan is None:
            return []
        titles = {name: card.title.accessibleName() for name, card in self.cards.items()}
        titles["plan"] = self.plan_card.title.accessibleName()
        return [
            *head,
            *rows.summary_table(self._summary),
            *rows.funnel_table(titles["funnel"], self._funnel),
            *rows.outcome_tables(titles, self._outcomes),
            *rows.stage_table(titles["stages"], self._stages),
            *rows.forecast_table(titles["forecast"], self._forecast),
            *rows.plan_table(titles["plan"], self._plan),
        ]

    def _show_outcomes(self, outcomes: Outcomes) -> None:
        lost: Sequence[OutcomeRow] = outcomes.reasons
        self.reasons.show_rows(rows.reason_rows(lost))
        self.reps.show_rows(rows.rep_rows(outcomes.reps), rows.outcome_heads())
        self.competitors.show_rows(rows.competitor_rows(outcomes.competitors), rows.outcome_heads())
        self.hours.show_rows(rows.hour_rows(outcomes.reps), rows.hour_heads())

    def _show_figures(self) -> None:
        summary, forecast = self._summary, self._forecast
        if summary is not None:
            self._show_won_and_lost(summary)
        if forecast is not None:
            self._show_likely(forecast)

    def _show_won_and_lost(self, summary: Summary) -> None:
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

    def _show_likely(self, forecast: Forecast) -> None:
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
                "Drawn from the newest %Ln closed sale(s): in 10, 50 and 90 of 100 runs less is won.",
                "",
                forecast.closed,
            )
            if len(forecast.open_sums) > 1:
                note += " " + self.tr("Only sales in {currency} are drawn.").format(
                    currency=forecast.open_sums[0].currency
                )
        self.ahead_note.setText(note)

    # words

    def retranslate(self) -> None:
        """Say all words in the language in force."""
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
        if self._outcomes is not None:
            self._show_outcomes(self._outcomes)
        self._show_figures()
        self._show_ahead_note()
