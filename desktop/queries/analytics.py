"""The dashboard: one query for each of its cards, counted in SQL; what they count says analytics_scope."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, case, extract, func, literal, or_, select

from desktop.queries import analytics_scope as scope
from desktop.queries.analytics_sums import Counted, Pair, count_closed, folded, main_currency, nothing, sums, value_of
from desktop.queries.parts import label_of
from desktop.queries.registry import Reader, query
from desktop.sales import access, lookups
from desktop.sales.analytics import periods
from desktop.sales.doors import VISIBLE
from desktop.sales.stages import Stages
from desktop.sales.tables import (
    lookup_value,
    opportunity,
    opportunity_stage,
    person,
    product,
    sales_plan,
    stage_history,
)
from desktop.views.analytics import (
    AnalyticsChoices,
    FunnelStage,
    OutcomeColumn,
    OutcomeRow,
    Outcomes,
    StageTime,
    Summary,
    Tally,
)
from desktop.views.behind import AnalyticsFilter, Behind
from desktop.views.exchange import Money, Ref

MOST_STAYS = 20_000
"""Of more stays on stages within the period only the newest so many are looked at. [ours]"""
_DAY = 86_400


@query("analytics_choices", reads=VISIBLE)
def analytics_choices(reader: Reader) -> AnalyticsChoices:
    """Return what the dashboard can be narrowed to: managers are those to whom somebody reports."""
    chief = select(person.c.manager_id).where(person.c.manager_id.is_not(None))
    seen = access.visible(reader, opportunity)
    selling = select(opportunity.c.owner_id).where(*seen)
    named = select(person.c.id, person.c.name).order_by(person.c.name, person.c.id)
    oldest = reader.value(select(func.min(opportunity.c.created_at)).where(*seen))
    newest = reader.value(select(func.max(opportunity.c.closed_at)).where(*seen))
    products = select(product.c.id, product.c.name).order_by(product.c.name)
    return AnalyticsChoices(
        managers=_refs(reader, named.where(person.c.id.in_(chief))),
        reps=_refs(reader, named.where(or_(person.c.active & (person.c.role == "rep"), person.c.id.in_(selling)))),
        products=_refs(reader, products),
        needs=lookups.choices(reader, "need", reader.language),
        today=scope.today(reader),
        first=None if oldest is None else oldest.astimezone(reader.zone).date(),
        last=None if newest is None else newest.astimezone(reader.zone).date(),
    )


@query("analytics_summary", reads=VISIBLE)
def analytics_summary(reader: Reader, filter: AnalyticsFilter) -> Summary:
    """Return the numbers at the top: won, lost, win rate beside that of the period before, plan."""
    stages, main = Stages.read(reader), main_currency(reader)
    won, lost = _counted(reader, filter, stages)
    span = periods.before(filter.first, filter.last)
    rate_before = None
    if span is not None:
        rate_before = _rate(*_counted(reader, replace(filter, first=span[0], last=span[1]), stages))
    return Summary(
        currency=main,
        won=_tally(main, won, Behind("won", filter)),
        lost=_tally(main, lost, Behind("lost", filter)),
        closed=Behind("closed", filter),
        win_rate=_rate(won, lost),
        rate_before=rate_before,
        plan=_plan(reader, filter, main),
    )


@query("analytics_funnel", reads=VISIBLE)
def analytics_funnel(reader: Reader, filter: AnalyticsFilter) -> tuple[FunnelStage, ...]:
    """Return the funnel: of the sales that were open within the period, how many reached which stage by its end.

    A sale counts for every stage up to the furthest on which it stood, a won one for all of them.
    """
    stages, main = Stages.read(reader), main_currency(reader)
    order = scope.funnel_stages(reader)
    if not order:
        return ()
    counted = _furthest(reader, filter, stages, order)
    found: list[FunnelStage] = []
    before: int | None = None
    for place, stage_id in enumerate(order):
        stage = stages.by_id(stage_id)
        reached = [each for at, each in counted.items() if at >= place]
        count = sum(each.count for each in reached)
        found.append(
            FunnelStage(
                code=stage.code,
                label=stage.label(reader.language),
                final=stage.final,
                count=count,
                sums=sums(main, (amount for each in reached for amount in each.amounts)),
                conversion=count / before if before else None,
                behind=Behind("reached", filter, stage=stage.code, label=stage.label(reader.language)),
            )
        )
        before = count
    return tuple(found)


@query("analytics_outcomes", reads=VISIBLE)
def analytics_outcomes(reader: Reader, filter: AnalyticsFilter) -> Outcomes:
    """Return won and lost sales by month, reason, competitor and rep."""
    stages, main = Stages.read(reader), main_currency(reader)
    conditions = scope.closed(reader, filter, stages, None)
    keys = (opportunity.c.closing_reason_id, opportunity.c.competitor, opportunity.c.owner_id)
    counted = count_closed(reader, stages, conditions, *keys)
    by_reason, by_competitor, by_rep = (folded(counted, place) for place in range(len(keys)))
    reasons = _names(reader, lookup_value, label_of(lookup_value, reader.language), by_reason)
    reps = _names(reader, person, person.c.name, by_rep)
    return Outcomes(
        columns=_columns(reader, filter, stages, main),
        reasons=_rows(
            main,
            {(str(key or 0), reasons.get(key, "")): pair for key, pair in by_reason.items()},
            lambda key, label: {"reason": int(key), "label": label},
            filter,
        ),
        competitors=_rows(
            main,
            {(key, key): pair for key, pair in by_competitor.items()},
            lambda key, label: {"competitor": key, "label": label},
            filter,
        ),
        reps=_rows(
            main,
            {(str(key), reps.get(key, "")): pair for key, pair in by_rep.items()},
            lambda key, label: {"filter": replace(filter, owner=int(key)), "label": label},
            filter,
            by_sum=True,
        ),
    )


@query("analytics_stages", reads=VISIBLE)
def analytics_stages(reader: Reader, filter: AnalyticsFilter) -> tuple[StageTime, ...]:
    """Return how long sales stood on each open stage before they left it within the period: median and 90 %."""
    stages = Stages.read(reader)
    ranked = _ranked(reader, filter, stages).subquery("ranked")
    rank, number = ranked.c.rank, ranked.c.number
    ninety = (number * 9 + 9) // 10
    middle = or_(rank == (number + 1) // 2, rank == (number + 2) // 2)
    rows = reader.rows(
        select(ranked.c.stage_id, ranked.c.seconds, rank, number)
        .where(or_(middle, rank == ninety))
        .order_by(ranked.c.stage_id, rank)
    )
    by_stage: dict[int, dict[int, float]] = {}
    stays: dict[int, int] = {}
    for row in rows:
        by_stage.setdefault(row.stage_id, {})[int(row.rank)] = float(row.seconds) / _DAY
        stays[row.stage_id] = int(row.number)
    days = {row.id: row.days for row in reader.rows(select(opportunity_stage.c.id, opportunity_stage.c.days))}
    newest = sum(stays.values()) >= MOST_STAYS
    found = []
    for stage in stages.all:
        if stage.id in by_stage:
            at, count = by_stage[stage.id], stays[stage.id]
            found.append(
                StageTime(
                    code=stage.code,
                    label=stage.label(reader.language),
                    stays=count,
                    median=(at[(count + 1) // 2] + at[(count + 2) // 2]) / 2,
                    ninety=at[(count * 9 + 9) // 10],
                    allowed=days[stage.id],
                    newest=newest,
                    behind=Behind("stood", filter, stage=stage.code, label=stage.label(reader.language)),
                )
            )
    return tuple(found)


# parts ---------------------------------------------------------------------------------------------


def _refs(reader: Reader, statement: Any) -> tuple[Ref, ...]:
    return tuple(Ref(row.id, row.name) for row in reader.rows(statement))


def _counted(reader: Reader, wanted: AnalyticsFilter, stages: Stages) -> Pair:
    return count_closed(reader, stages, scope.closed(reader, wanted, stages, None)).get((), nothing())


def _tally(main: str, counted: Counted, behind: Behind) -> Tally:
    return Tally(counted.count, sums(main, counted.amounts), counted.minutes, behind)


def _rate(won: Counted, lost: Counted) -> float | None:
    closed = won.count + lost.count
    return won.count / closed if closed else None


def _plan(reader: Reader, wanted: AnalyticsFilter, main: str) -> Money | None:
    """Return the plan of the quarters of which the period consists; a product or a need has no plan."""
    quarters = periods.quarters(wanted.first, wanted.last)
    if not quarters or wanted.product is not None or wanted.need is not None:
        return None
    table = sales_plan
    number = table.c.year * 10 + table.c.quarter
    conditions = [number.in_([year * 10 + quarter for year, quarter in quarters]), table.c.amount_currency == main]
    whose = scope.owners(reader, wanted)
    if whose is not None:
        conditions.append(table.c.person_id.in_(sorted(whose)))
    total = reader.value(select(func.sum(table.c.amount_minor)).where(*conditions))
    return None if total is None else Money(int(total), main)


def _furthest(reader: Reader, wanted: AnalyticsFilter, stages: Stages, order: Sequence[int]) -> dict[int, Counted]:
    """Return what was counted by the place of the furthest stage of the funnel that a sale reached."""
    last = len(order) - 1
    still_open = {row_id: place for place, row_id in enumerate(order) if not stages.by_id(row_id).final}
    _, end = periods.bounds(wanted.first, wanted.last, reader.zone)
    place = case(still_open, value=stage_history.c.stage_id, else_=0) if still_open else literal(0)
    stood = select(func.max(place)).where(stage_history.c.opportunity_id == opportunity.c.id)
    if end is not None:
        stood = stood.where(stage_history.c.entered_at < end)
    # A won sale reached everything, an entry of the funnel for success or not.
    everything = last if stages.by_id(order[last]).final else last + 1
    reached = case((scope.won_by(reader, wanted, stages), everything), else_=func.coalesce(stood.scalar_subquery(), 0))
    value, currency = value_of(stages)
    inner = (
        select(reached.label("place"), currency.label("currency"), value.label("value"))
        .where(*scope.alive(reader, wanted, stages))
        .subquery()
    )
    found: dict[int, Counted] = {}
    groups = (inner.c.place, inner.c.currency)
    rows = reader.rows(
        select(*groups, func.count().label("number"), func.sum(inner.c.value).label("total")).group_by(*groups)
    )
    for row in rows:
        counted = found.setdefault(int(row.place), Counted())
        counted.count += int(row.number)
        counted.amounts.append((row.currency, row.total))
    return found


def _columns(reader: Reader, wanted: AnalyticsFilter, stages: Stages, main: str) -> tuple[OutcomeColumn, ...]:
    """Return the columns of the chart; one that is led on backwards holds what lies before the period too."""
    span = _span(reader, wanted)
    if span is None:
        return ()
    made = periods.columns(*span)
    limits = [periods.bounds(column.first, column.last, reader.zone)[1] for column in made]
    closed_at = opportunity.c.closed_at
    key = case(*((closed_at < limit, place) for place, limit in enumerate(limits)), else_=len(made))
    shown = replace(wanted, first=made[0].first, last=made[-1].last)
    found = count_closed(reader, stages, scope.closed(reader, shown, stages, None), key)
    columns = []
    for place, column in enumerate(made):
        won, lost = found.get((place,), nothing())
        behind = replace(wanted, first=column.first, last=column.last)
        columns.append(
            OutcomeColumn(
                first=column.first,
                last=column.last,
                months=column.unit,
                won=_tally(main, won, Behind("won", behind)),
                lost=_tally(main, lost, Behind("lost", behind)),
            )
        )
    return tuple(columns)


def _span(reader: Reader, wanted: AnalyticsFilter) -> tuple[date, date] | None:
    """Return the days that the chart shows: those of the period, or of the data, without the months that lie ahead."""
    today = scope.today(reader)
    first, last = wanted.first, wanted.last
    seen = access.visible(reader, opportunity) if first is None or last is None else ()
    if first is None:
        oldest = reader.value(select(func.min(opportunity.c.closed_at)).where(*seen))
        first = None if oldest is None else oldest.astimezone(reader.zone).date()
    if last is None:
        newest = reader.value(select(func.max(opportunity.c.closed_at)).where(*seen))
        last = None if newest is None else newest.astimezone(reader.zone).date()
    if first is None or last is None:
        return None
    if first <= today < last:
        last = min(last, periods.month_after(today, 1) - timedelta(days=1))
    return None if last < first else (first, last)


def _names(reader: Reader, table: Any, label: ColumnElement[Any], found: Mapping[Any, object]) -> dict[int, str]:
    wanted = [key for key in found if key is not None]
    named = select(table.c.id, label.label("label")).where(table.c.id.in_(wanted))
    return {row.id: row.label for row in reader.rows(named)}


def _rows(
    main: str,
    found: Mapping[tuple[str, str], Pair],
    part: Any,
    wanted: AnalyticsFilter,
    *,
    by_sum: bool = False,
) -> tuple[OutcomeRow, ...]:
    rows = []
    for (key, label), (won, lost) in found.items():
        behind = {"filter": wanted, **part(key, label)}
        rows.append(
            OutcomeRow(
                key=key,
                label=label,
                won=_tally(main, won, Behind("won", **behind)),
                lost=_tally(main, lost, Behind("lost", **behind)),
            )
        )
    if by_sum:
        rows.sort(key=lambda row: (-row.won.sums[0].minor, -row.won.count, -row.lost.count, row.label))
    else:
        rows.sort(key=lambda row: (-row.lost.count, -row.won.count, row.label))
    return tuple(rows)


def _ranked(reader: Reader, wanted: AnalyticsFilter, stages: Stages) -> Any:
    """Return the select of the newest stays, ranked by their length within each stage."""
    begin, end = periods.bounds(wanted.first, wanted.last, reader.zone)
    entered, left = stage_history.c.entered_at, stage_history.c.left_at
    stays = select(
        stage_history.c.stage_id, (extract("epoch", left) - extract("epoch", entered)).label("seconds")
    ).where(left.is_not(None), stage_history.c.stage_id.in_(scope.open_ids(stages)), *scope.within(left, begin, end))
    narrowed = scope.narrowed(reader, wanted)
    if narrowed:
        stays = stays.join(opportunity, opportunity.c.id == stage_history.c.opportunity_id).where(*narrowed)
    some = stays.order_by(left.desc(), stage_history.c.id.desc()).limit(MOST_STAYS).subquery("stays")
    return select(
        some.c.stage_id,
        some.c.seconds,
        func.row_number().over(partition_by=some.c.stage_id, order_by=some.c.seconds).label("rank"),
        func.count().over(partition_by=some.c.stage_id).label("number"),
    )
