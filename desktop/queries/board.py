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
from desktop.queries.registry import Reader, query
from desktop.queries.rows import opportunity_rows
from desktop.sales import settings
from desktop.sales.currencies import Rates
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


@query("board")
def board(reader: Reader, filter: ListFilter | None = None, sort: str = "since") -> Board:
    """Return a column per stage of the bar, final ones with what was closed in the last 30 days, and the first cards.

    Of the filter whose, text and what it narrows to besides count, not open or closed nor stages. A stage off the bar
    has a column while opportunities stand there.
    """
    conditions = _conditions(reader, filter)
    stages = Stages.read(reader)
    sums = _sums(reader, stages, conditions)
    closed = _closed(reader, stages, conditions)
    on_bar = {row.id for row in reader.rows(select(opportunity_stage.c.id).where(opportunity_stage.c.on_bar))}
    columns = []
    worth = _Worth(reader)
    for stage in sorted(stages.all, key=lambda stage: stage.final):
        count = sums[stage.id].count
        if not count and stage.id not in on_bar:
            continue
        if stage.final:
            ids = tuple(closed[stage.id])
        else:
            first = _open_ids(stage, sort, conditions).limit(FIRST) if count else None
            ids = () if first is None else tuple(reader.connection.execute(first).scalars())
        columns.append(worth.column(stage, sums[stage.id], ids))
    wanted = [row_id for column in columns for row_id in column.ids[:FIRST]]
    return Board(tuple(columns), board_cards(reader, wanted), CLOSED_DAYS)


@query("board_ids")
def board_ids(reader: Reader, stage: str, filter: ListFilter | None = None, sort: str = "since") -> tuple[int, ...]:
    """Return the ids of all opportunities in the column of a stage, in its order."""
    conditions = _conditions(reader, filter)
    stages = Stages.read(reader)
    wanted = stages.by_code(stage)
    if wanted.final:
        return tuple(_closed(reader, stages, conditions)[wanted.id])
    return tuple(reader.connection.execute(_open_ids(wanted, sort, conditions)).scalars())


@query("board_cards")
def board_cards(reader: Reader, ids: Sequence[int]) -> tuple[BoardCard, ...]:
    """Return the cards of these opportunities in their order; ids that are gone are left out."""
    if not ids:
        return ()
    since = dict(
        tuple(row)
        for row in reader.rows(
            select(opportunity.c.id, opportunity.c.stage_since).where(opportunity.c.id.in_(ids))
        )
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
    return lists.conditions_on(reader, lists.listed_as("opportunity"), wanted)


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


def _lately(reader: Reader) -> Condition:
    return opportunity.c.closed_at >= reader.now - timedelta(days=CLOSED_DAYS)


def _sums(reader: Reader, stages: Stages, conditions: Sequence[Condition]) -> Mapping[int, _Sum]:
    """Add up the open stages whole, the final ones as far as closed lately."""
    still_open = {stage.id for stage in stages.all if not stage.final}
    final = {stage.id for stage in stages.all if stage.final}
    sums: dict[int, _Sum] = defaultdict(_Sum)
    for standing, meant in ((opportunity.c.stage_id.in_(still_open), still_open), (_lately(reader), final)):
        rows = reader.rows(
            select(
                opportunity.c.stage_id,
                opportunity.c.amount_currency,
                func.count().label("number"),
                func.sum(opportunity.c.amount_minor).label("amount"),
                func.sum(opportunity.c.amount_minor * opportunity.c.probability).label("likely"),
            )
            .where(standing, *conditions)
            .group_by(opportunity.c.stage_id, opportunity.c.amount_currency)
        )
        for row in rows:
            if row.stage_id not in meant:
                continue
            found = sums[row.stage_id]
            found.count += row.number
            if row.amount_currency is not None and row.amount:
                found.amounts[row.amount_currency] = int(row.amount)
                found.likely[row.amount_currency] = int(row.likely)
    return sums


def _closed(reader: Reader, stages: Stages, conditions: Sequence[Condition]) -> Mapping[int, list[int]]:
    """Return the opportunities closed lately by final stage, the last closed first."""
    final = {stage.id for stage in stages.all if stage.final}
    found: dict[int, list[int]] = defaultdict(list)
    for row in reader.rows(
        select(opportunity.c.id, opportunity.c.stage_id)
        .where(_lately(reader), *conditions)
        .order_by(opportunity.c.closed_at.desc(), opportunity.c.id.desc())
    ):
        if row.stage_id in final:
            found[row.stage_id].append(row.id)
    return found


class _Worth:
    """Makes columns: sums of several currencies become one at the rates of the reader's day, as far as there are any."""

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
