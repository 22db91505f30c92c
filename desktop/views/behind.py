"""What a number of the dashboard is made of, as data: the list behind it is narrowed to exactly this."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class AnalyticsFilter:
    """What the dashboard is narrowed to.

    ``first`` and ``last`` are days of the reader's calendar, both included (None: without end). ``scope`` is all, team
    (mine and those who report to me) or mine; ``manager`` is a person with all who report to them, ``owner`` one rep;
    ``product`` and ``need`` are ids. All of them hold together.
    """

    first: date | None = None
    last: date | None = None
    scope: str = "all"
    manager: int | None = None
    owner: int | None = None
    product: int | None = None
    need: int | None = None


FIGURES = ("won", "lost", "closed", "reached", "stood", "forecast")
"""The kinds of numbers that have a list behind them."""


@dataclass(frozen=True, slots=True)
class Behind:
    """The opportunities that a number counts or sums up.

    ``figure`` is won, lost or closed (closed within the filter's days), reached (in the funnel: reached ``stage`` or a
    later one), stood (left ``stage`` within the days), forecast (open, and not expected after the last day).
    ``reason`` is the id of a reason of closing (0: none was given), ``competitor`` a name ("": none), None: any.
    ``label`` is how the part is called in the window: a stage, a reason, a rep; ``narrowed`` how the filter's people,
    product and need are.
    """

    figure: str
    filter: AnalyticsFilter
    stage: str = ""
    reason: int | None = None
    competitor: str | None = None
    label: str = ""
    narrowed: str = ""
