"""My day: what is overdue, what is today, what comes next, today's meetings, and deals without a next step (N7)."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, select

from desktop.queries.activities import schedule_items
from desktop.queries.cards import open_cards
from desktop.queries.parts import end_of_today, label_of, money, title_of
from desktop.queries.registry import Reader, query
from desktop.queries.waiting import waiting_for_me
from desktop.sales import next_step, people
from desktop.sales.doors import VISIBLE
from desktop.sales.tables import account, activity, contact, opportunity, opportunity_stage, person
from desktop.views.my_day import IdleDeal, MyDay, Steps

CARDS = 20
"""How many cards of one urgency are read at most."""

DEALS = 30
"""How many deals without a next step are read at most."""


@query("my_day", reads=VISIBLE)
def my_day(reader: Reader, team: bool = False) -> MyDay:
    """Return the reader's day; with ``team`` also that of everybody who reports to them."""
    everybody = people.team_of(reader, reader.person_id)
    owners = everybody if team else everybody[:1]
    now, tonight = reader.now, end_of_today(reader)
    due = activity.c.due_at
    missing = _missing(reader, owners)
    late = _late(reader, owners, DEALS + 1 - len(missing))
    deals = (*missing, *late)
    overdue = _steps(reader, owners, due < now)
    today = _steps(reader, owners, and_(due >= now, due < tonight))
    ahead = _steps(reader, owners, due >= tonight)
    approvals = waiting_for_me(reader)
    busy = bool(deals or approvals or overdue.total or today.total or ahead.total)
    return MyDay(
        has_team=len(everybody) > 1,
        overdue=overdue,
        today=today,
        ahead=ahead,
        meetings=_meetings(reader, owners, tonight),
        deals=deals[:DEALS],
        more_deals=len(deals) > DEALS,
        blank=not busy and not _has_open_sale(reader, owners),
        approvals=approvals,
    )


def _steps(reader: Reader, owners: tuple[int, ...], when: ColumnElement[bool]) -> Steps:
    condition = and_(activity.c.owner_id.in_(owners), when)
    counted = select(func.count()).select_from(activity).where(activity.c.status == "planned", condition)
    total = int(reader.value(counted))
    return Steps(total, open_cards(reader, condition, CARDS) if total else ())


def _meetings(reader: Reader, owners: tuple[int, ...], tonight: datetime) -> tuple[Any, ...]:
    today = reader.now.astimezone(reader.zone).date()
    morning = datetime.combine(today, time(), reader.zone).astimezone(UTC)
    return schedule_items(reader, owners, morning, tonight, kinds=("call", "meeting"), longest=timedelta(days=1))


def _has_open_sale(reader: Reader, owners: tuple[int, ...]) -> bool:
    mine = opportunity.c.owner_id.in_(owners), opportunity.c.stage_id.in_(_open_stages())
    return reader.value(select(opportunity.c.id).where(*mine).limit(1)) is not None


def _open_stages() -> Select[Any]:
    stage = opportunity_stage.alias("open_stage")
    return select(stage.c.id).where(stage.c.final.is_(False))


def _deals(reader: Reader, owners: tuple[int, ...], *more: ColumnElement[Any]) -> Select[Any]:
    return (
        select(
            opportunity.c.id,
            opportunity.c.number,
            opportunity.c.title,
            opportunity.c.amount_minor,
            opportunity.c.amount_currency,
            opportunity.c.owner_id,
            opportunity.c.stage_since,
            func.coalesce(account.c.name, contact.c.name).label("account"),
            label_of(opportunity_stage, reader.language).label("stage"),
            person.c.name.label("owner"),
            *more,
        )
        .join(opportunity_stage, opportunity_stage.c.id == opportunity.c.stage_id)
        .join(person, person.c.id == opportunity.c.owner_id)
        .outerjoin(account, account.c.id == opportunity.c.account_id)
        .outerjoin(contact, contact.c.id == opportunity.c.contact_id)
        .where(opportunity.c.owner_id.in_(owners), opportunity.c.stage_id.in_(_open_stages()))
    )


def _missing(reader: Reader, owners: tuple[int, ...]) -> tuple[IdleDeal, ...]:
    """Return deals without any open activity for longer than their stage allows, the longest waiting first."""
    rows = reader.rows(
        _deals(reader, owners)
        .where(next_step.is_missing(reader, reader.now))
        .order_by(opportunity.c.stage_since, opportunity.c.id)
        .limit(DEALS + 1)
    )
    ends = {
        row.id: row.last_end
        for row in reader.rows(
            select(opportunity.c.id, next_step.last_end().label("last_end")).where(
                opportunity.c.id.in_([row.id for row in rows])
            )
        )
    }
    return tuple(_deal(row, "missing", "", max(row.stage_since, ends[row.id] or row.stage_since)) for row in rows)


def _late(reader: Reader, owners: tuple[int, ...], most: int) -> tuple[IdleDeal, ...]:
    """Return deals whose next step is overdue, the oldest first."""
    if most <= 0:
        return ()
    first = (
        select(activity.c.opportunity_id, func.min(activity.c.due_at).label("due_at"))
        .where(activity.c.status == "planned", activity.c.opportunity_id.is_not(None), activity.c.due_at < reader.now)
        .group_by(activity.c.opportunity_id)
        .subquery("first_step")
    )
    rows = reader.rows(
        _deals(reader, owners, first.c.due_at)
        .join(first, first.c.opportunity_id == opportunity.c.id)
        .order_by(first.c.due_at, opportunity.c.id)
        .limit(most)
    )
    titles = {
        (row.opportunity_id, row.due_at): row.title
        for row in reader.rows(
            select(activity.c.opportunity_id, activity.c.due_at, title_of(activity, reader.language).label("title"))
            .where(
                activity.c.status == "planned",
                activity.c.opportunity_id.in_([row.id for row in rows]),
                activity.c.due_at < reader.now,
            )
            .order_by(activity.c.id.desc())
        )
    }
    return tuple(_deal(row, "overdue", titles.get((row.id, row.due_at), ""), row.due_at) for row in rows)


def _deal(row: Any, state: str, step: str, since: datetime) -> IdleDeal:
    return IdleDeal(
        id=row.id,
        number=row.number,
        title=row.title,
        account=row.account or "",
        stage=row.stage,
        amount=money(row.amount_minor, row.amount_currency),
        owner_id=row.owner_id,
        owner=row.owner,
        state=state,
        step=step,
        since=since,
    )
