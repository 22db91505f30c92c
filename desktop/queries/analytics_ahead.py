"""The dashboard's look ahead: the forecast, and plan against fact."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import func, or_, select

from desktop.queries import analytics_scope as scope
from desktop.queries.analytics_sums import added, count_closed, folded, main_currency, nothing, sums
from desktop.queries.registry import Reader, query
from desktop.sales import access, plans
from desktop.sales.analytics import periods
from desktop.sales.analytics.forecast import Drawn, OpenSale, Past, draw
from desktop.sales.doors import VISIBLE
from desktop.sales.stages import Stages
from desktop.sales.tables import opportunity, person, sales_plan, stage_history
from desktop.views.analytics import Forecast, PlanRow, PlanTable
from desktop.views.behind import AnalyticsFilter, Behind
from desktop.views.exchange import Money, Ref, Refused

HISTORY = 1_000
"""The forecast is drawn from the newest so many closed sales of the workspace. [ours]"""
_DAY = 86_400


@query("analytics_forecast", reads=VISIBLE)
def analytics_forecast(reader: Reader, filter: AnalyticsFilter) -> Forecast:
    """Return what the period will bring: weighted by probability, and drawn from the workspace's own history."""
    stages, main = Stages.read(reader), main_currency(reader)
    won = count_closed(reader, stages, scope.closed(reader, filter, stages, True)).get((), nothing())[0]
    won_sums = sums(main, won.amounts)
    conditions = scope.expected(reader, filter, stages)
    amount, code = opportunity.c.amount_minor, opportunity.c.amount_currency
    counted = reader.rows(
        select(
            code.label("code"),
            func.count().label("number"),
            func.sum(amount).label("total"),
            func.sum(amount * opportunity.c.probability).label("likely"),
        )
        .where(*conditions)
        .group_by(code)
    )
    weighted = sums(main, ((row.code, None if row.likely is None else _hundredth(int(row.likely))) for row in counted))
    past = _history(reader, stages)
    sales = _open_sales(reader, main, conditions)
    drawn = draw(sales, past, _days_left(reader, filter.last), _seed(reader, filter, sales)) if sales else None
    behind = Behind("forecast", filter)
    return Forecast(
        won=won_sums,
        open_count=sum(row.number for row in counted),
        open_sums=sums(main, ((row.code, row.total) for row in counted)),
        weighted=added(main, won_sums, weighted),
        **_drawn(drawn, won_sums[0]),
        closed=_closed(reader),
        over=filter.last is not None and filter.last < scope.today(reader),
        behind=behind,
        won_behind=Behind("won", filter),
    )


@query("analytics_plan", reads=VISIBLE)
def analytics_plan(reader: Reader, year: int, quarter: int, filter: AnalyticsFilter) -> PlanTable:
    """Return plan and fact of a quarter by rep, for the filter's people; its days are those of the quarter.

    Everybody who sells is there: active reps, and whoever has a plan or won something in the quarter.
    """
    if quarter not in (1, 2, 3, 4) or not plans.YEARS[0] <= year <= plans.YEARS[1]:
        raise Refused("plan-quarter-unknown", field="quarter")
    stages, main = Stages.read(reader), main_currency(reader)
    first, last = periods.quarter_days(year, quarter)
    wanted = replace(filter, first=first, last=last)
    facts = folded(count_closed(reader, stages, scope.closed(reader, wanted, stages, True), opportunity.c.owner_id), 0)
    planned = {
        row.person_id: row
        for row in reader.rows(select(sales_plan).where(sales_plan.c.year == year, sales_plan.c.quarter == quarter))
    }
    may = plans.planned_by(reader)
    whose = scope.owners(reader, wanted)
    rows = []
    for row in reader.rows(
        select(person.c.id, person.c.name)
        .where(or_(person.c.active & (person.c.role == "rep"), person.c.id.in_([*planned, *facts])))
        .order_by(person.c.name, person.c.id)
    ):
        if whose is not None and row.id not in whose:
            continue
        won = facts.get(row.id, nothing())[0]
        fact, *others = sums(main, won.amounts)
        plan = planned.get(row.id)
        behind = Behind("won", replace(wanted, owner=row.id), label=row.name)
        rows.append(
            PlanRow(
                person=Ref(row.id, row.name),
                plan=None if plan is None else Money(plan.amount_minor, plan.amount_currency),
                fact=fact,
                others=tuple(others),
                count=won.count,
                editable=row.id in may,
                version=0 if plan is None else plan.version,
                behind=behind,
            )
        )
    plan_total = sum(row.plan.minor for row in rows if row.plan is not None and row.plan.currency == main)
    return PlanTable(
        year=year,
        quarter=quarter,
        currency=main,
        plan=Money(plan_total, main),
        fact=Money(sum(row.fact.minor for row in rows), main),
        rows=tuple(rows),
    )


# parts of the forecast -----------------------------------------------------------------------------


def _hundredth(minor: int) -> int:
    """Return a hundredth of an amount times a percentage, rounded half up."""
    return (minor + 50) // 100


def _days_left(reader: Reader, last: date | None) -> float | None:
    _, end = periods.bounds(None, last, reader.zone)
    return None if end is None else (end - reader.now).total_seconds() / _DAY


def _open_sales(reader: Reader, main: str, conditions: list[scope.Condition]) -> list[OpenSale]:
    rows = reader.rows(
        select(opportunity.c.amount_minor, opportunity.c.stage_id, opportunity.c.stage_since).where(
            *conditions, opportunity.c.amount_minor > 0, opportunity.c.amount_currency == main
        )
    )
    now = reader.now
    return [
        OpenSale(row.amount_minor, row.stage_id, max(0.0, (now - row.stage_since).total_seconds() / _DAY))
        for row in rows
    ]


def _closed(reader: Reader) -> int:
    """Return from how many closed sales is drawn."""
    seen = access.visible(reader, opportunity)
    newest = select(opportunity.c.id).where(opportunity.c.closed_at.is_not(None), *seen).limit(HISTORY).subquery()
    return int(reader.value(select(func.count()).select_from(newest)))


def _history(reader: Reader, stages: Stages) -> dict[int, Past]:
    """Return what became of the newest closed sales, stage by stage.

    A sale counts once for a stage, from the first time that it entered it.
    """
    closed_at = opportunity.c.closed_at
    newest = (
        select(opportunity.c.id, opportunity.c.stage_id, closed_at)
        .where(closed_at.is_not(None), *access.visible(reader, opportunity))
        .order_by(closed_at.desc(), opportunity.c.id.desc())
        .limit(HISTORY)
        .subquery("newest")
    )
    rows = reader.rows(
        select(
            stage_history.c.stage_id,
            newest.c.stage_id.label("final_id"),
            newest.c.closed_at,
            func.min(stage_history.c.entered_at).label("entered_at"),
        )
        .join(newest, newest.c.id == stage_history.c.opportunity_id)
        .where(stage_history.c.stage_id.in_(scope.open_ids(stages)))
        .group_by(newest.c.id, stage_history.c.stage_id, newest.c.stage_id, newest.c.closed_at)
    )
    won: dict[int, list[float]] = {}
    lost: dict[int, int] = {}
    for row in rows:
        if stages.by_id(row.final_id).successful:
            days = (row.closed_at - row.entered_at).total_seconds() / _DAY
            won.setdefault(row.stage_id, []).append(max(0.0, days))
        else:
            lost[row.stage_id] = lost.get(row.stage_id, 0) + 1
    return {
        stage.id: Past(stage.percent, len(won.get(stage.id, ())), lost.get(stage.id, 0), sorted(won.get(stage.id, ())))
        for stage in stages.all
        if not stage.final
    }


def _seed(reader: Reader, wanted: AnalyticsFilter, sales: list[OpenSale]) -> int:
    """Return a number made of the day, the filter and the sales: the same day gives the same numbers."""
    amounts, by_stage = sum(sale.amount for sale in sales), sum(sale.amount * sale.stage for sale in sales)
    text = repr((scope.today(reader), wanted, len(sales), amounts, by_stage))
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")


def _drawn(drawn: Drawn | None, won: Money) -> dict[str, Any]:
    """Return the drawn numbers of the forecast, with what was won so far."""
    names = ("p10", "p50", "p90", "low", "high")
    if drawn is None:
        return {**dict.fromkeys(names), "bins": ()}
    return {
        **{name: Money(getattr(drawn, name) + won.minor, won.currency) for name in names},
        "bins": drawn.bins,
    }
