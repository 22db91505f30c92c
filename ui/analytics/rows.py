"""The dashboard's numbers as rows of its charts, and as rows of the table that is exported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from desktop.views.analytics import (
    Forecast,
    FunnelStage,
    OutcomeRow,
    Outcomes,
    PlanTable,
    StageTime,
    Summary,
    Sums,
    Tally,
)
from desktop.views.behind import AnalyticsFilter
from desktop.views.exchange import Money
from ui.analytics.period import quarter_words, span_words
from ui.analytics.row_chart import Cell, ChartRow, Segment
from ui.analytics.words import (
    DOT,
    days_text,
    full_sums,
    hours_text,
    number_text,
    short_money,
    short_sums,
)
from ui.formats import currency_digits

TableRow = tuple[str, ...]
_HOUR = 60


def _won() -> str:
    return QCoreApplication.translate("Analytics", "Won")


def _lost() -> str:
    return QCoreApplication.translate("Analytics", "Lost")


def _count(tally: Tally, what: str) -> Cell:
    text = number_text(tally.count)
    return Cell(text, what, tally.behind if tally.count else None, f"{what}: {text}{DOT}{full_sums(tally.sums)}")


# rows of the charts


def stage_heads() -> tuple[str, ...]:
    """Return the heads of days in a stage."""
    return (QCoreApplication.translate("Analytics", "Median"), QCoreApplication.translate("Analytics", "90 %"))


def stage_rows(stages: Sequence[StageTime]) -> list[ChartRow]:
    """Return the rows of days in a stage; one that takes longer than the stage allows is marked late."""
    heads = stage_heads()
    made = []
    for stage in stages:
        late = round(stage.median, 1) > stage.allowed  # as it is said: 7 d is not more than 7 d
        tip = QCoreApplication.translate("Analytics", "{stage}: {median}, 90 % within {ninety}; {allowed} are allowed")
        said = tip.format(
            stage=stage.label,
            median=days_text(stage.median),
            ninety=days_text(stage.ninety),
            allowed=days_text(stage.allowed),
        )
        said += DOT + QCoreApplication.translate("Analytics", "stays: {number}").format(number=number_text(stage.stays))
        made.append(
            ChartRow(
                stage.code,
                stage.label,
                (
                    Cell(days_text(stage.median), heads[0], stage.behind, said),
                    Cell(days_text(stage.ninety), heads[1], stage.behind, said),
                ),
                (Segment(stage.median, "late" if late else "pale", said, stage.behind),),
            )
        )
    return made


def reason_rows(reasons: Sequence[OutcomeRow]) -> list[ChartRow]:
    """Return the rows of the reasons of loss."""
    none = QCoreApplication.translate("Analytics", "No reason given")
    return [
        ChartRow(
            row.key,
            row.label or none,
            (_count(row.lost, _lost()), Cell(short_sums(row.lost.sums), _lost(), row.lost.behind)),
            (Segment(row.lost.count, "lost", f"{row.label or none}: {number_text(row.lost.count)}", row.lost.behind),),
        )
        for row in reasons
        if row.lost.count
    ]


def outcome_heads() -> tuple[str, ...]:
    """Return the heads of won and lost by rep and by competitor."""
    return (_won(), _lost(), QCoreApplication.translate("Analytics", "Income"))


def rep_rows(reps: Sequence[OutcomeRow]) -> list[ChartRow]:
    """Return the rows of won and lost by rep."""
    return [_outcome_row(row, row.label) for row in reps]


def competitor_rows(competitors: Sequence[OutcomeRow]) -> list[ChartRow]:
    """Return the rows of won and lost by competitor, those without one last."""
    none = QCoreApplication.translate("Analytics", "No competitor named")
    ordered = sorted(competitors, key=lambda row: not row.label)
    return [_outcome_row(row, row.label or none) for row in ordered]


def _outcome_row(row: OutcomeRow, label: str) -> ChartRow:
    income = Cell(short_sums(row.won.sums), outcome_heads()[2], row.won.behind, full_sums(row.won.sums))
    return ChartRow(
        row.key,
        label,
        (_count(row.won, _won()), _count(row.lost, _lost()), income),
        (
            Segment(row.won.count, "won", f"{label}, {_won()}: {number_text(row.won.count)}", row.won.behind),
            Segment(row.lost.count, "lost", f"{label}, {_lost()}: {number_text(row.lost.count)}", row.lost.behind),
        ),
    )


def hour_heads() -> tuple[str, ...]:
    """Return the heads of hours against income."""
    translate = QCoreApplication.translate
    return (
        translate("Analytics", "Hours, won"),
        translate("Analytics", "Hours, lost"),
        translate("Analytics", "Income"),
        translate("Analytics", "Per hour"),
    )


def hour_rows(reps: Sequence[OutcomeRow]) -> list[ChartRow]:
    """Return the rows of hours against income, of those who recorded any; all hours count, also those of lost sales."""
    heads = hour_heads()
    made = []
    for row in reps:
        minutes = row.won.minutes + row.lost.minutes
        if not minutes:
            continue
        income = row.won.sums[0]
        per_hour = Money(round(income.minor * _HOUR / minutes), income.currency)
        made.append(
            ChartRow(
                row.key,
                row.label,
                (
                    Cell(hours_text(row.won.minutes), heads[0], row.won.behind if row.won.count else None),
                    Cell(hours_text(row.lost.minutes), heads[1], row.lost.behind if row.lost.count else None),
                    Cell(short_sums(row.won.sums), heads[2], row.won.behind if row.won.count else None),
                    Cell(short_money(per_hour), heads[3], row.won.behind if row.won.count else None),
                ),
            )
        )
    return made


def ahead_rows(forecast: Forecast) -> list[ChartRow]:
    """Return the rows of the forecast: won so far, weighted, and the drawn percentiles."""
    translate = QCoreApplication.translate
    weighted = translate("Analytics", "Weighted by probability")
    still_open = translate("Analytics", "Open, may close in the period")
    so_far = translate("Analytics", "Won so far")
    made = [
        ChartRow(
            "won", so_far, (Cell(short_sums(forecast.won), so_far, forecast.won_behind, full_sums(forecast.won)),)
        ),
        ChartRow(
            "open",
            still_open,
            (
                Cell(
                    f"{number_text(forecast.open_count)}{DOT}{short_sums(forecast.open_sums)}",
                    still_open,
                    forecast.behind,
                    full_sums(forecast.open_sums),
                ),
            ),
        ),
        ChartRow(
            "weighted",
            weighted,
            (Cell(short_sums(forecast.weighted), weighted, forecast.behind, full_sums(forecast.weighted)),),
        ),
    ]
    for name, money in (("P10", forecast.p10), ("P50", forecast.p50), ("P90", forecast.p90)):
        if money is not None:
            cell = Cell(short_money(money), name, forecast.behind, full_sums((money,)))
            made.append(ChartRow(name.lower(), name, (cell,)))
    return made


# rows of the table


def amount(money: Money) -> str:
    """Return an amount as a spreadsheet reads it: 1054.5."""
    digits = currency_digits(money.currency)
    whole = money.minor / 10**digits
    return f"{whole:.{digits}f}" if money.minor % 10**digits else str(money.minor // 10**digits)


def table_head(wanted: AnalyticsFilter, narrowed: str) -> list[TableRow]:
    """Return what the table is narrowed to, and the heads of its columns."""
    translate = QCoreApplication.translate
    period = span_words(wanted.first, wanted.last)
    return [
        (translate("Analytics", "Period"), period),
        (translate("Analytics", "Narrowed to"), narrowed or translate("Analytics", "everything")),
        (),
        (
            translate("Analytics", "Figure"),
            translate("Analytics", "Of"),
            translate("Analytics", "Measure"),
            translate("Analytics", "Value"),
            translate("Analytics", "Unit"),
        ),
    ]


def _sums(figure: str, of: str, measure: str, sums: Sums) -> Iterator[TableRow]:
    for money in sums:
        yield figure, of, measure, amount(money), money.currency


def _tally(figure: str, of: str, name: str, tally: Tally) -> Iterator[TableRow]:
    translate = QCoreApplication.translate
    yield figure, of, name, str(tally.count), translate("Analytics", "deals")
    yield from _sums(figure, of, name, tally.sums)
    yield figure, of, name, str(tally.minutes), translate("Analytics", "minutes")


def summary_table(summary: Summary) -> Iterator[TableRow]:
    """Return the numbers at the top."""
    translate = QCoreApplication.translate
    total = translate("Analytics", "Total")
    yield from _tally(total, "", _won(), summary.won)
    yield from _tally(total, "", _lost(), summary.lost)
    if summary.win_rate is not None:
        yield total, "", translate("Analytics", "Win rate"), f"{summary.win_rate * 100:.1f}", "%"
    if summary.plan is not None:
        yield total, "", translate("Analytics", "Plan"), amount(summary.plan), summary.plan.currency


def funnel_table(title: str, funnel: Sequence[FunnelStage]) -> Iterator[TableRow]:
    """Return the funnel."""
    translate = QCoreApplication.translate
    reached = translate("Analytics", "Reached")
    for stage in funnel:
        yield title, stage.label, reached, str(stage.count), translate("Analytics", "deals")
        yield from _sums(title, stage.label, reached, stage.sums)
        if stage.conversion is not None:
            yield title, stage.label, translate("Analytics", "Conversion"), f"{stage.conversion * 100:.1f}", "%"


def outcome_tables(titles: dict[str, str], outcomes: Outcomes) -> Iterator[TableRow]:
    """Return won and lost by month, reason, competitor and rep."""
    translate = QCoreApplication.translate
    for column in outcomes.columns:
        for name, tally in ((_won(), column.won), (_lost(), column.lost)):
            yield from _tally(titles["months"], span_words(column.first, column.last), name, tally)
    nothing = {
        "reasons": translate("Analytics", "No reason given"),
        "competitors": translate("Analytics", "No competitor named"),
        "reps": "",
    }
    by_kind = {"reasons": outcomes.reasons, "competitors": outcomes.competitors, "reps": outcomes.reps}
    for kind, found in by_kind.items():
        for row in found:
            for name, tally in ((_won(), row.won), (_lost(), row.lost)):
                if tally.count:
                    yield from _tally(titles[kind], row.label or nothing[kind], name, tally)


def stage_table(title: str, stages: Sequence[StageTime]) -> Iterator[TableRow]:
    """Return days in a stage."""
    days = QCoreApplication.translate("Analytics", "days")
    for stage in stages:
        for head, value in zip(stage_heads(), (stage.median, stage.ninety), strict=True):
            yield title, stage.label, head, f"{value:.2f}", days


def forecast_table(title: str, forecast: Forecast) -> Iterator[TableRow]:
    """Return the forecast."""
    translate = QCoreApplication.translate
    yield title, "", translate("Analytics", "Open"), str(forecast.open_count), translate("Analytics", "deals")
    yield from _sums(title, "", translate("Analytics", "Open"), forecast.open_sums)
    yield from _sums(title, "", translate("Analytics", "Weighted by probability"), forecast.weighted)
    for name, money in (("P10", forecast.p10), ("P50", forecast.p50), ("P90", forecast.p90)):
        if money is not None:
            yield title, "", name, amount(money), money.currency


def plan_table(title: str, table: PlanTable) -> Iterator[TableRow]:
    """Return plan and fact by rep."""
    translate = QCoreApplication.translate
    figure = f"{title}, {quarter_words(table.year, table.quarter)}"
    for row in table.rows:
        if row.plan is not None:
            yield figure, row.person.label, translate("Analytics", "Plan"), amount(row.plan), row.plan.currency
        yield from _sums(figure, row.person.label, translate("Analytics", "Fact"), (row.fact, *row.others))
