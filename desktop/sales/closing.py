"""Closing an opportunity: what is asked (R13), what is kept, who is told (R11), and that it is for good (R9)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import Row, select

from desktop.sales import activities, lookups, notifications, opportunities, people
from desktop.sales.fields import money
from desktop.sales.reading import Reading
from desktop.sales.stages import Stage
from desktop.sales.tables import lookup_value, opportunity, opportunity_competitor
from desktop.store.transaction import Transaction
from desktop.views.exchange import Choice, ClosingAnswer, ClosingQuestion, Money, Refused

REASONS = "closing_reason"
COMPETITOR = "competitor"
COMPETITORS_OFFERED = 50


def question(reading: Reading, row: Row[Any], stage: Stage, consequences: str = "") -> ClosingQuestion:
    """Return what has to be asked before the opportunity is closed (R13).

    The income is proposed from its amount, the minutes are the sum of its tasks.
    """
    return ClosingQuestion(
        opportunity=row.id,
        title=row.title,
        stage_code=stage.code,
        stage_label=stage.label(reading.language),
        successful=stage.successful,
        income=opportunities.amount_of(row),
        spent_minutes=activities.spent_on(reading, row.id),
        reasons=lookups.choices(reading, REASONS, reading.language),
        competitors=_competitors(reading, row.id),
        consequences=consequences,
    )


def columns(tx: Transaction, stage: Stage, answer: ClosingAnswer) -> dict[str, Any]:
    """Return the columns that closing fills. Refused if a lost opportunity gets no reason (R13)."""
    reason = lookups.checked_value(tx, REASONS, answer.reason, "reason")
    if reason is None and not stage.successful:
        raise Refused("closing-reason-required", field="reason")
    if answer.spent_minutes < 0:
        raise Refused("spent-negative", field="spent_minutes")
    if answer.income is not None and answer.income.minor < 0:
        raise Refused("amount-negative", field="income")
    return {
        "closed_at": tx.now,
        "closed_by": tx.person_id,
        "income_minor": None if answer.income is None else answer.income.minor,
        "income_currency": None if answer.income is None else answer.income.currency,
        "closed_minutes": answer.spent_minutes,
        "closing_reason_id": reason,
        "competitor": "" if stage.successful else people.checked_text(answer.competitor, "competitor", limit=200),
    }


def correct(tx: Transaction, row: Row[Any], income: Money | None, spent_minutes: int) -> None:
    """Write down the actual income and the minutes of a closed opportunity anew, and that they were checked (R12).

    Its stage stays, so a final one is not left (R9). Refused "not-closed" for an opportunity that is open.
    """
    if row.closed_at is None:
        raise Refused("not-closed")
    if spent_minutes < 0:
        raise Refused("spent-negative", field="spent_minutes")
    tx.update(
        opportunity,
        row.id,
        {**money(tx, "income", income), "closed_minutes": spent_minutes, "closing_checked": True},
    )


def tell_manager(tx: Transaction, row: Row[Any], stage: Stage, answer: ClosingAnswer) -> None:
    """Tell the manager of the responsible rep how the sale ended (R11): amount, time, when lost why and to whom.

    Without a manager nobody is told.
    """
    manager = people.manager_of(tx, row.owner_id)
    if manager is None:
        return
    amount = answer.income or opportunities.amount_of(row)
    notifications.notify(
        tx,
        manager,
        notifications.WON if stage.successful else notifications.LOST,
        {
            "title": row.title,
            "number": row.number,
            "owner": people.name_of(tx, row.owner_id),
            "amount": "" if amount is None else amount,
            "known": "no" if amount is None else "yes",
            "reason": "" if stage.successful else _named(tx, answer.reason),
            "competitor": answer.competitor,
            "minutes": answer.spent_minutes,
        },
        place="opportunity",
        place_id=row.id,
        tone="good" if stage.successful else "bad",
    )


def _named(tx: Transaction, reason: int | None) -> object:
    """Return the reason of closing in both languages; "" for none."""
    row = None if reason is None else tx.first(select(lookup_value).where(lookup_value.c.id == reason))
    return "" if row is None else lookups.both(row.name_en, row.name_ru)


def undo_in_time(reading: Reading, done_at: Any, grace_seconds: int) -> bool:
    """Tell whether a closing may still be undone (R9): within the grace time, never where that is 0."""
    return grace_seconds > 0 and reading.now - done_at <= timedelta(seconds=grace_seconds)


def _competitors(reading: Reading, opportunity_id: int) -> tuple[Choice, ...]:
    """Return whom to choose from: the competitors on this sale, those of the lookup, those named before."""
    own = reading.rows(
        select(opportunity_competitor.c.competitor_id).where(
            opportunity_competitor.c.opportunity_id == opportunity_id, opportunity_competitor.c.removed_at.is_(None)
        )
    )
    first = {row.competitor_id for row in own}
    known = lookups.choices(reading, COMPETITOR, reading.language)
    names = [value.label for value in sorted(known, key=lambda value: value.id not in first)]
    before = reading.rows(
        select(opportunity.c.competitor)
        .where(opportunity.c.competitor != "")
        .distinct()
        .order_by(opportunity.c.competitor)
        .limit(COMPETITORS_OFFERED)
    )
    unique = {name.casefold(): name for name in reversed([*names, *(row.competitor for row in before)])}
    offered = list(reversed(unique.values()))[:COMPETITORS_OFFERED]
    return tuple(Choice(place, name, name) for place, name in enumerate(offered, start=1))
