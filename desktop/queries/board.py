"""The board: opportunities by stage with counts and sums, worked out by the database, and the first cards of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from desktop.queries import lists
from desktop.queries.listed import listed_as
from desktop.queries.registry import Reader, query
from desktop.queries.rows import opportunity_rows
from desktop.sales import access, settings
from desktop.sales.currencies import Rates
from desktop.sales.doors import VISIBLE
from desktop.sales.stages import Stage, Stages
from desktop.sales.tables import activity, opportunity, opportunity_stage
from desktop.views.board import Board, BoardCard, BoardColumn
from desktop.views.exchange import Money, Refused
from desktop.views.rows import ListFilter

FIRST = 20
"""How many cards of a column come with the board."""

CLOSED_DAYS = 30
"""For how many days an opportunity stays in the column of a final stage."""

SORTS = ("since", "next_due", "amount", "expected_close")
"""How a column can be ordered: longest on the stage, next step (none first), largest amount, closing soonest."""

Condition = ColumnElement[bool]


@query("board", reads=VISIBLE)
def board(reader: Reader, filter: ListFilter | None = None, sort: str = "since") -> Board:
    """Return a column per stage of the bar, final ones with what was closed in the last 30 days, and the first cards.

    Of the filter whose, text and what it narrows to besides count, not open or closed nor stages. A stage off the bar
    has a column while opportunities stand there.
    """
    conditions = _conditions(reader, filter)
    stages = Stages.read(reader)
    closed, closed_sums = _closed(reader, stages, conditions)
    sums = {**_open_sums(reader, stages, conditions), **closed_sums}
    on_bar = {row.id for row in reader.rows(select(opportunity_stage.c.id).where(opportunity_stage.c.on_bar))}
    columns = []
    worth = _Worth(reader)
    for stage in sorted(stages.all, key=lambda stage: stage.final):
        found = sums.get(stage.id, _Sum())
        if not found.count and stage.id not in on_bar:
            continue
        if stage.final:
            ids = tuple(closed.get(stage.id, ()))
        else:
            first = _open_ids(stage, sort, conditions).limit(FIRST)
            ids = tuple(reader.connection.execute(first).scalars()) if found.count else ()
        columns.append(worth.column(stage, found, ids))
    wanted = [row_id for column in columns for row_id in column.ids[:FIRST]]
    return Board(tuple(columns), board_cards(reader, wanted), CLOSED_DAYS)


@query("board_ids", reads=VISIBLE)
def board_ids(reader: Reader, stage: str, filter: ListFilter | None = None, sort: str = "since") -> tuple[int, ...]:
    """Return the ids of all opportunities in the column of a stage, in its order."""
    conditions = _conditions(reader, filter)
    stages = Stages.read(reader)
    wanted = stages.by_code(stage)
    if wanted.final:
        return tuple(_closed(reader, stages, conditions)[0].get(wanted.id, ()))
    return tuple(reader.connection.execute(_open_ids(wanted, sort, conditions)).scalars())


@query("board_cards", reads=VISIBLE)
def board_cards(reader: Reader, ids: Sequence[int]) -> tuple[BoardCard, ...]:
    """Return the cards of these opportunities in their order; ids that are gone or not visible are left out."""
    ids = access.seen(reader, opportunity, tuple(ids))
    if not ids:
        return ()
    since = dict(
        tuple(row)
        for row in reader.rows(select(opportunity.c.id, opportunity.c.stage_since).where(opportunity.c.id.in_(ids)))
    )
    return tuple(
        BoardCard(
            id=row.id,
            number=row.number,
            title=row.title,
            account=row.account,
            amount=row.amount,
            owner=row.owner,
            next_step=row.next_step,
            next_due=row.next_due,
            due_state=row.due_state,
            days=max(0, (reader.now - since[row.id]).days),
        )
        for row in opportunity_rows(reader, ids)
    )


def _conditions(reader: Reader, filter: ListFilter | None) -> list[Condition]:
    wanted = replace(filter or ListFilter(), state="all", stages=())
    return lists.conditions_on(reader, listed_as("opportunity"), wanted)


def _open_ids(stage: Stage, sort: str, conditions: Sequence[Condition]) -> Select[Any]:
    if sort not in SORTS:
        raise Refused("column-unknown", field="sort", column=sort)
    statement = select(opportunity.c.id).where(opportunity.c.stage_id == stage.id, *conditions)
    if sort == "since":
        return statement.order_by(opportunity.c.stage_since, opportunity.c.id)
    if sort == "amount":
        return statement.order_by(opportunity.c.amount_minor.desc().nulls_last(), opportunity.c.id)
    if sort == "expected_close":
        return statement.order_by(opportunity.c.expected_close.nulls_last(), opportunity.c.id)
    due = (
        select(func.min(activity.c.due_at))
        .where(activity.c.status == "planned", activity.c.opportunity_id == opportunity.c.id)
        .correlate(opportunity)
        .scalar_subquery()
    )
    return statement.order_by(due.nulls_first(), opportunity.c.stage_since, opportunity.c.id)


@dataclass(slots=True)
class _Sum:
    """What stands on one stage: how many, and amounts and amounts by probability (times 100) in each currency."""

    count: int = 0
    amounts: dict[str, int] = field(default_factory=dict)
    likely: dict[str, int] = field(default_factory=dict)

    def add(self, count: int, currency: str | None, amount: int | None, likely: int | None) -> None:
        self.count += count
        if currency is not None and amount:
            self.amounts[currency] = self.amounts.get(currency, 0) + int(amount)
            self.likely[currency] = self.likely.get(currency, 0) + int(likely or 0)


def _open_sums(reader: Reader, stages: Stages, conditions: Sequence[Condition]) -> Mapping[int, _Sum]:
    still_open = [stage.id for stage in stages.all if not stage.final]
    sums: dict[int, _Sum] = defaultdict(_Sum)
    for row in reader.rows(
        select(
            opportunity.c.stage_id,
            opportunity.c.amount_currency,
            func.count().label("number"),
            func.sum(opportunity.c.amount_minor).label("amount"),
            func.sum(opportunity.c.amount_minor * opportunity.c.probability).label("likely"),
        )
        .where(opportunity.c.stage_id.in_(still_open), *conditions)
        .group_by(opportunity.c.stage_id, opportunity.c.amount_currency)
    ):
        sums[row.stage_id].add(row.number, row.amount_currency, row.amount, row.likely)
    return sums


def _closed(
    reader: Reader, stages: Stages, conditions: Sequence[Condition]
) -> tuple[Mapping[int, list[int]], Mapping[int, _Sum]]:
    """Return ids, the last closed first, and sums of what was closed lately, by final stage.

    They are added up here: grouping them has SQLite walk through all that was ever closed.
    """
    final = {stage.id for stage in stages.all if stage.final}
    ids: dict[int, list[int]] = defaultdict(list)
    sums: dict[int, _Sum] = defaultdict(_Sum)
    for row in reader.rows(
        select(
            opportunity.c.id,
            opportunity.c.stage_id,
            opportunity.c.amount_currency,
            opportunity.c.amount_minor,
            opportunity.c.probability,
        )
        .where(opportunity.c.closed_at >= reader.now - timedelta(days=CLOSED_DAYS), *conditions)
        .order_by(opportunity.c.closed_at.desc(), opportunity.c.id.desc())
    ):
        if row.stage_id in final:
            ids[row.stage_id].append(row.id)
            amount = row.amount_minor
            likely = None if amount is None else amount * row.probability
            sums[row.stage_id].add(1, row.amount_currency, amount, likely)
    return ids, sums


class _Worth:
    """Makes columns: sums of several currencies become one at the rates of the reader's day where there are any."""

    def __init__(self, reader: Reader) -> None:
        self._language = reader.language
        self._own = settings.read(reader).default_currency
        self._rates = Rates.read(reader)
        self._day: date = reader.now.astimezone(reader.zone).date()

    def column(self, stage: Stage, found: _Sum, ids: tuple[int, ...]) -> BoardColumn:
        total = likely = 0
        apart = []
        converted = False
        for currency, minor in sorted(found.amounts.items()):
            worth = self._rates.convert(Money(minor, currency), self._own, self._day)
            if worth is None:
                apart.append(Money(minor, currency))
                continue
            converted = converted or currency != self._own
            total += worth.minor
            weighted = Money(round(Decimal(found.likely[currency]) / 100), currency)
            by_probability = self._rates.convert(weighted, self._own, self._day)
            likely += 0 if by_probability is None else by_probability.minor
        return BoardColumn(
            code=stage.code,
            label=stage.label(self._language),
            percent=stage.percent,
            final=stage.final,
            successful=stage.successful,
            count=found.count,
            total=Money(total, self._own),
            weighted=Money(likely, self._own),
            converted=converted,
            apart=tuple(apart),
            ids=ids,
        )
