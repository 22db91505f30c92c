"""What the dashboard shows: one answer for each of its cards, every number with what is behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.views.behind import AnalyticsFilter, Behind
from desktop.views.exchange import Choice, Money, Ref

Sums = tuple[Money, ...]
"""Sums of money, one for each currency and never added up: the workspace's own currency first, always there."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many sales ended in one way, what they were worth, and the minutes spent on them."""

    count: int
    sums: Sums
    minutes: int
    behind: Behind


@dataclass(frozen=True, slots=True)
class Summary:
    """The numbers at the top.

    ``win_rate`` is the share of won among closed sales, ``rate_before`` that of the period before (None: none closed);
    ``plan`` is the plan of the quarters of which the period consists, in the workspace's currency (None: no plan).
    """

    currency: str
    won: Tally
    lost: Tally
    closed: Behind
    win_rate: float | None
    rate_before: float | None
    plan: Money | None


@dataclass(frozen=True, slots=True)
class FunnelStage:
    """A stage of the funnel: the sales of the period that reached it or a later one by the period's end.

    ``conversion`` is their share of those that reached the stage before (None on the first, and after an empty one).
    """

    code: str
    label: str
    final: bool
    count: int
    sums: Sums
    conversion: float | None
    behind: Behind


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """Won and lost sales of a month, a reason, a competitor or a rep."""

    key: str
    label: str
    won: Tally
    lost: Tally


@dataclass(frozen=True, slots=True)
class OutcomeColumn:
    """Won and lost sales of a month, a quarter or a year (``months`` 1, 3, 12); days as the filter has them."""

    first: date
    last: date
    months: int
    won: Tally
    lost: Tally


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Won and lost sales in four ways; what a row adds up to is the same in each."""

    columns: tuple[OutcomeColumn, ...]
    reasons: tuple[OutcomeRow, ...]
    competitors: tuple[OutcomeRow, ...]
    reps: tuple[OutcomeRow, ...]


@dataclass(frozen=True, slots=True)
class StageTime:
    """How long sales stood on a stage that they left within the period, in days; ``allowed`` are the stage's own days.

    ``stays`` are counted (a sale can stand on a stage twice); ``newest`` tells that there were more, and that
    only the newest were looked at.
    """

    code: str
    label: str
    stays: int
    median: float
    ninety: float
    allowed: int
    newest: bool
    behind: Behind


@dataclass(frozen=True, slots=True)
class Forecast:
    """What the period will bring: won so far, the open sales weighted by probability, and drawn from history.

    ``weighted`` and the percentiles hold what was won so far. The percentiles are in the workspace's currency and
    None while no sale in it is open or the period is over; ``closed`` is how many closed sales they are drawn from.
    ``bins`` count the runs between ``low`` and ``high``.
    """

    won: Sums
    open_count: int
    open_sums: Sums
    weighted: Sums
    p10: Money | None
    p50: Money | None
    p90: Money | None
    low: Money | None
    high: Money | None
    bins: tuple[int, ...]
    closed: int
    over: bool
    behind: Behind
    won_behind: Behind


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One rep's plan and fact of a quarter; ``fact`` is in the workspace's currency, ``others`` in further ones.

    ``editable`` tells whether the reader may change the plan; ``version`` is the plan's (0: there is none yet).
    """

    person: Ref
    plan: Money | None
    fact: Money
    others: Sums
    count: int
    editable: bool
    version: int
    behind: Behind


@dataclass(frozen=True, slots=True)
class PlanTable:
    """Plan against fact of one quarter."""

    year: int
    quarter: int
    currency: str
    plan: Money
    fact: Money
    rows: tuple[PlanRow, ...]


@dataclass(frozen=True, slots=True)
class AnalyticsChoices:
    """What the dashboard can be narrowed to; ``first`` and ``last`` are the days of the oldest and newest sale."""

    managers: tuple[Ref, ...]
    reps: tuple[Ref, ...]
    products: tuple[Ref, ...]
    needs: tuple[Choice, ...]
    today: date
    first: date | None
    last: date | None


__all__ = [
    "AnalyticsChoices",
    "AnalyticsFilter",
    "Behind",
    "Forecast",
    "FunnelStage",
    "OutcomeColumn",
    "OutcomeRow",
    "Outcomes",
    "PlanRow",
    "PlanTable",
    "StageTime",
    "Summary",
    "Sums",
    "Tally",
]
