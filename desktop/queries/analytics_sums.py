"""Counting and summing up opportunities for the dashboard, by any key, currency by currency."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, case, func, or_, select

from desktop.queries.analytics_scope import Condition, final_ids
from desktop.queries.registry import Reader
from desktop.sales import settings
from desktop.sales.stages import Stages
from desktop.sales.tables import opportunity
from desktop.views.analytics import Sums
from desktop.views.exchange import Money


def main_currency(reader: Reader) -> str:
    """Return the currency that stands first: the workspace's own or, where no sale is in it, that of the most sales."""
    own = settings.read(reader).default_currency
    amount, income = opportunity.c.amount_currency, opportunity.c.income_currency
    if reader.value(select(opportunity.c.id).where(or_(amount == own, income == own)).limit(1)) is not None:
        return own
    counted = select(amount, func.count().label("number")).where(amount.is_not(None)).group_by(amount)
    most = reader.first(counted.order_by(func.count().desc(), amount).limit(1))
    return own if most is None else str(most[0])


def sums(main: str, amounts: Iterable[tuple[str | None, Any]]) -> Sums:
    """Return one sum for each currency: the main one first and always, the others by code, where there is any."""
    totals: dict[str, int] = {}
    for currency, minor in amounts:
        if currency is not None and minor is not None:
            totals[currency] = totals.get(currency, 0) + int(minor)
    others = sorted(code for code, minor in totals.items() if code != main and minor)
    return (Money(totals.get(main, 0), main), *(Money(totals[code], code) for code in others))


def added(main: str, *of: Sums) -> Sums:
    """Return sums of money added up, currency by currency."""
    return sums(main, ((money.currency, money.minor) for each in of for money in each))


@dataclass(slots=True)
class Counted:
    """What was counted under one key in one way of ending."""

    count: int = 0
    minutes: int = 0
    amounts: list[tuple[str | None, Any]] = field(default_factory=list)


def value_of(stages: Stages) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    """Return what a sale is worth, and in which currency: a won one its income, where known, any other its amount."""
    won = opportunity.c.stage_id.in_(final_ids(stages, successful=True))
    income, amount = opportunity.c.income_minor, opportunity.c.amount_minor
    with_income = won & income.is_not(None)
    return (
        case((with_income, income), else_=amount),
        case((with_income, opportunity.c.income_currency), else_=opportunity.c.amount_currency),
    )


Pair = tuple[Counted, Counted]
"""What was won and what was lost."""


def nothing() -> Pair:
    """Return a pair in which nothing was counted."""
    return Counted(), Counted()


def count_closed(
    reader: Reader, stages: Stages, conditions: Sequence[Condition], *keys: ColumnElement[Any]
) -> dict[tuple[Any, ...], Pair]:
    """Return what was won and what was lost for all values of the keys (without keys under the empty tuple)."""
    value, currency = value_of(stages)
    won = case((opportunity.c.stage_id.in_(final_ids(stages, successful=True)), 1), else_=0)
    source = (
        select(
            *(key.label(f"key{place}") for place, key in enumerate(keys)),
            won.label("won"),
            currency.label("currency"),
            value.label("value"),
            opportunity.c.closed_minutes.label("minutes"),
        )
        .where(*conditions)
        .subquery()
    )
    names = [f"key{place}" for place in range(len(keys))]
    groups = [source.c[name] for name in (*names, "won", "currency")]
    rows = reader.rows(
        select(
            *groups,
            func.count().label("number"),
            func.sum(source.c.value).label("total"),
            func.sum(source.c.minutes).label("spent"),
        ).group_by(*groups)
    )
    found: dict[tuple[Any, ...], Pair] = {}
    for row in rows:
        pair = found.setdefault(tuple(row[: len(keys)]), nothing())
        counted = pair[0] if row.won else pair[1]
        counted.count += int(row.number)
        counted.minutes += int(row.spent or 0)
        counted.amounts.append((row.currency, row.total))
    return found


def folded(found: Mapping[tuple[Any, ...], Pair], place: int) -> dict[Any, Pair]:
    """Return what was counted by one of several keys."""
    by_one: dict[Any, Pair] = {}
    for key, pair in found.items():
        for counted, more in zip(by_one.setdefault(key[place], nothing()), pair, strict=True):
            counted.count += more.count
            counted.minutes += more.minutes
            counted.amounts += more.amounts
    return by_one
