"""What the board of opportunities shows: a column per stage with its sums, and cards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop.views.exchange import Money


@dataclass(frozen=True, slots=True)
class BoardCard:
    """One opportunity on the board. ``due_state`` is that of the next step, as in OpportunityRow (N7).

    ``days`` are the whole days of 24 hours that it has stood on its stage.
    """

    id: int
    number: str
    title: str
    account: str
    amount: Money | None
    owner: str
    next_step: str
    next_due: datetime | None
    due_state: str
    days: int


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """One stage: how many opportunities stand there and what they are worth together.

    ``total`` and ``weighted`` (each amount by its probability) are in the default currency. ``converted`` tells that
    amounts of other currencies are in them at today's rate; ``apart`` are the sums of those currencies for which there
    is no rate, one for each, which are in neither. ``ids`` are the first of the column's opportunities in the order
    asked for, whose cards come with the board; a final stage has all of its own, those closed lately.
    """

    code: str
    label: str
    percent: int
    final: bool
    successful: bool
    count: int
    total: Money
    weighted: Money
    converted: bool
    apart: tuple[Money, ...]
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """The columns in the order of the stages, open ones before final ones, and the first cards of each.

    ``days`` is how long ago an opportunity may have been closed to stand in the column of a final stage.
    """

    columns: tuple[BoardColumn, ...]
    cards: tuple[BoardCard, ...]
    days: int
