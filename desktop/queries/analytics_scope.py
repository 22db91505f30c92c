"""Which opportunities a number of the dashboard counts: one condition for the number and for the list behind it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, false, or_, select

from desktop.queries.registry import Reader
from desktop.sales import access, people
from desktop.sales.analytics import periods
from desktop.sales.stages import Stages
from desktop.sales.tables import opportunity, opportunity_line, opportunity_stage, stage_history
from desktop.views.behind import AnalyticsFilter, Behind
from desktop.views.exchange import Refused

Condition = ColumnElement[bool]


def owners(reader: Reader, wanted: AnalyticsFilter) -> set[int] | None:
    """Return the people whose sales the filter leaves, and the reader sees; None for everybody's."""
    found: list[frozenset[int] | set[int]] = []
    seen = access.visible_people(reader)
    if seen is not None:
        found.append(seen)
    if wanted.scope == "team":
        found.append(set(people.team_of(reader, reader.person_id)))
    elif wanted.scope == "mine":
        found.append({reader.person_id or 0})
    if wanted.manager is not None:
        found.append(set(people.team_of(reader, wanted.manager)))
    if wanted.owner is not None:
        found.append({wanted.owner})
    return set(found[0]).intersection(*found) if found else None


def narrowed(reader: Reader, wanted: AnalyticsFilter) -> list[Condition]:
    """Return the conditions of the filter without its days: whose, which product, which need.

    A sale has a product if it is on the sale itself or on one of its lines.
    """
    conditions: list[Condition] = []
    whose = owners(reader, wanted)
    if whose is not None:
        conditions.append(opportunity.c.owner_id.in_(sorted(whose)))
    if wanted.product is not None:
        lines = select(opportunity_line.c.opportunity_id).where(opportunity_line.c.product_id == wanted.product)
        conditions.append(or_(opportunity.c.product_id == wanted.product, opportunity.c.id.in_(lines)))
    if wanted.need is not None:
        conditions.append(opportunity.c.need_id == wanted.need)
    return conditions


def within(column: ColumnElement[Any], begin: datetime | None, end: datetime | None) -> list[Condition]:
    """Return the conditions that a moment lies in a span of which the end is not part."""
    conditions: list[Condition] = [column.is_not(None)] if begin is None and end is None else []
    if begin is not None:
        conditions.append(column >= begin)
    if end is not None:
        conditions.append(column < end)
    return conditions


def final_ids(stages: Stages, *, successful: bool | None = None) -> list[int]:
    """Return the ids of the final stages, or of those that are a success or none."""
    return [stage.id for stage in stages.all if stage.final and successful in (None, stage.successful)]


def open_ids(stages: Stages) -> list[int]:
    """Return the ids of the stages that are not final."""
    return [stage.id for stage in stages.all if not stage.final]


def closed(reader: Reader, wanted: AnalyticsFilter, stages: Stages, successful: bool | None) -> list[Condition]:
    """Return the conditions of sales closed within the days: won, lost, or either."""
    begin, end = periods.bounds(wanted.first, wanted.last, reader.zone)
    final = final_ids(stages, successful=successful)
    return [
        *within(opportunity.c.closed_at, begin, end),
        (opportunity.c.stage_id + 0).in_(final),  # + 0: it is the index of the days that leaves few sales
        *narrowed(reader, wanted),
    ]


def alive(reader: Reader, wanted: AnalyticsFilter, stages: Stages) -> list[Condition]:
    """Return the conditions of sales that were open at some moment of the days."""
    begin, end = periods.bounds(wanted.first, wanted.last, reader.zone)
    conditions: list[Condition] = []
    if end is not None:
        conditions.append(opportunity.c.created_at < end)
    if begin is not None:
        still_open = opportunity.c.stage_id.in_(open_ids(stages))
        conditions.append(or_(still_open, opportunity.c.closed_at >= begin))
    return [*conditions, *narrowed(reader, wanted)]


def funnel_stages(reader: Reader) -> list[int]:
    """Return the ids of the stages that the funnel shows, in its order: the open ones, then the one of success."""
    rows = reader.rows(
        select(opportunity_stage.c.id, opportunity_stage.c.final)
        .where(opportunity_stage.c.in_funnel, or_(~opportunity_stage.c.final, opportunity_stage.c.successful))
        .order_by(opportunity_stage.c.final, opportunity_stage.c.number, opportunity_stage.c.id)
    )
    success = [int(row.id) for row in rows if row.final]
    return [*(int(row.id) for row in rows if not row.final), *success[:1]]


def won_by(reader: Reader, wanted: AnalyticsFilter, stages: Stages) -> Condition:
    """Return the condition that a sale is won, by the end of the days."""
    _, end = periods.bounds(wanted.first, wanted.last, reader.zone)
    won = opportunity.c.stage_id.in_(final_ids(stages, successful=True))
    return won if end is None else and_(won, opportunity.c.closed_at < end)


def stood_on(reader: Reader, wanted: AnalyticsFilter, stage_ids: Sequence[int]) -> ColumnElement[Any]:
    """Return the select of sales that had entered one of the stages by the end of the days."""
    _, end = periods.bounds(wanted.first, wanted.last, reader.zone)
    statement = select(stage_history.c.opportunity_id).where(stage_history.c.stage_id.in_(stage_ids))
    if end is not None:
        statement = statement.where(stage_history.c.entered_at < end)
    return opportunity.c.id.in_(statement)


def expected(reader: Reader, wanted: AnalyticsFilter, stages: Stages) -> list[Condition]:
    """Return the conditions of open sales that may close by the last day: expected by then, or for no day at all."""
    conditions: list[Condition] = [opportunity.c.stage_id.in_(open_ids(stages)), *narrowed(reader, wanted)]
    if wanted.last is not None:
        if wanted.last < today(reader):
            conditions.append(false())
        day = opportunity.c.expected_close
        conditions.append(or_(day.is_(None), day <= wanted.last))
    return conditions


def today(reader: Reader) -> date:
    """Return the reader's day."""
    return reader.now.astimezone(reader.zone).date()


def behind_conditions(reader: Reader, behind: Behind) -> list[Condition]:
    """Return the conditions of the opportunities behind a number. Raises Refused for an unknown figure or stage."""
    stages = Stages.read(reader)
    wanted = behind.filter
    if behind.figure in {"won", "lost", "closed"}:
        successful = {"won": True, "lost": False, "closed": None}[behind.figure]
        conditions = closed(reader, wanted, stages, successful)
    elif behind.figure == "reached":
        conditions = _reached(reader, behind, stages)
    elif behind.figure == "stood":
        begin, end = periods.bounds(wanted.first, wanted.last, reader.zone)
        left = select(stage_history.c.opportunity_id).where(
            stage_history.c.stage_id == stages.by_code(behind.stage).id, *within(stage_history.c.left_at, begin, end)
        )
        conditions = [opportunity.c.id.in_(left), *narrowed(reader, wanted)]
    elif behind.figure == "forecast":
        conditions = expected(reader, wanted, stages)
    else:
        raise Refused("figure-unknown", field="behind", figure=behind.figure)
    if behind.reason is not None:
        reason = opportunity.c.closing_reason_id
        conditions.append(reason.is_(None) if behind.reason == 0 else reason == behind.reason)
    if behind.competitor is not None:
        conditions.append(opportunity.c.competitor == behind.competitor)
    return conditions


def _reached(reader: Reader, behind: Behind, stages: Stages) -> list[Condition]:
    order = funnel_stages(reader)
    stage = stages.by_code(behind.stage)
    base = alive(reader, behind.filter, stages)
    won = won_by(reader, behind.filter, stages)
    place = order.index(stage.id) if stage.id in order else 0
    if stage.final:
        return [*base, won]
    if place == 0:
        return base
    later = [row_id for row_id in order[place:] if not stages.by_id(row_id).final]
    return [*base, or_(won, stood_on(reader, behind.filter, later))]
