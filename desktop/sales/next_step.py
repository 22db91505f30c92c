"""Never a deal without a next step (N7): which open opportunities have none, by the days of their own stage."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, and_, case, false, func, select

from desktop.sales.reading import Reading
from desktop.sales.tables import activity, opportunity, opportunity_stage

MISSING = "missing"
UNPLANNED = "unplanned"


def state_without_step(now: datetime, idle_since: datetime, days: int) -> str:
    """Return how an open opportunity stands that has no open activity: unplanned, and missing when its days are over.

    ``days`` are those that its stage allows for planning the next step, counted from ``idle_since``.
    """
    return MISSING if idle_since + timedelta(days=days) <= now else UNPLANNED


def last_end() -> ScalarSelect[Any]:
    """Return the column that tells when the last activity of an opportunity was completed or cancelled, if ever."""
    ended = activity.alias("last_step")
    last = select(func.max(ended.c.done_at)).where(ended.c.opportunity_id == opportunity.c.id)
    return last.correlate(opportunity).scalar_subquery()


def is_missing(source: Reading, now: datetime) -> ColumnElement[bool]:
    """Return the condition on opportunities that tells those that are open and whose next step is missing."""
    stages = source.rows(
        select(opportunity_stage.c.id, opportunity_stage.c.days).where(opportunity_stage.c.final.is_(False))
    )
    if not stages:
        return false()
    before = case({stage.id: now - timedelta(days=stage.days) for stage in stages}, value=opportunity.c.stage_id)
    planned, ended = activity.alias("planned_step"), activity.alias("ended_step")
    step = select(planned.c.id).where(planned.c.status == "planned", planned.c.opportunity_id == opportunity.c.id)
    lately = select(ended.c.id).where(ended.c.opportunity_id == opportunity.c.id, ended.c.done_at > before)
    return and_(
        opportunity.c.stage_id.in_([stage.id for stage in stages]),
        ~step.exists(),
        opportunity.c.stage_since <= before,
        ~lately.exists(),
    )
