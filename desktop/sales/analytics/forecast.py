"""A Monte-Carlo forecast from the workspace's own closed sales: what will be won until a day, with P10, P50 and P90.

How it is drawn [ours]:

* **Conversion.** Of the closed sales that stood on a stage, so many were won. In every run the chance of a stage is
  drawn anew from what these sales leave possible (a beta distribution); the probability of the lookup counts as
  PRIOR_SALES sales besides, so that a stage with little history keeps near it.
* **Duration.** How long won sales took from entering the stage to the signature. Of those that took longer than the
  sale has stood there already, the share that ended in time is the chance that it ends in time. A sale that
  has stood there longer than any of them is as likely to end in time as a fresh one; without won sales on the stage
  it ends in time.
* **Amount.** As it stands on the sale. The DRAWN largest are won or lost one by one in every run; the sum of the
  small rest is drawn from the normal distribution with their mean and variance, which is the same for many small sales
  and costs nothing.

The same sales, history and seed give the same numbers.
"""

from __future__ import annotations

import random
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import NormalDist

PRIOR_SALES = 10
RUNS = 1_000
DRAWN = 60
BINS = 24


@dataclass(frozen=True, slots=True)
class Past:
    """What became of the closed sales that stood on a stage.

    ``percent`` is the stage's probability in the lookup; ``days`` are those that won sales took from entering the stage
    to the end, ascending.
    """

    percent: int
    won: int
    lost: int
    days: Sequence[float]


@dataclass(frozen=True, slots=True)
class OpenSale:
    """An open sale: minor units of its amount, its stage, and for how many days it has stood there."""

    amount: int
    stage: int
    days: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """Percentiles of what is won, in minor units, and how many runs fell into each of equal parts of the range."""

    p10: int
    p50: int
    p90: int
    low: int
    high: int
    bins: tuple[int, ...]


def in_time(past: Past, days: float, left: float | None) -> float:
    """Return the chance (0 to 1) that a sale that will be won, and has stood there for ``days``, ends within ``left``.

    None for ``left`` is a period without end.
    """
    if left is None or not past.days:
        return 1.0
    if left <= 0:
        return 0.0
    longer = bisect_right(past.days, days)
    number = len(past.days) - longer
    if number == 0:
        return bisect_right(past.days, left) / len(past.days)
    return (bisect_right(past.days, days + left) - longer) / number


def chance(past: Past) -> float:
    """Return the conversion of a stage, its history and the lookup's probability weighed together."""
    return (past.won + PRIOR_SALES * past.percent / 100) / (past.won + past.lost + PRIOR_SALES)


def draw(sales: Sequence[OpenSale], history: Mapping[int, Past], left: float | None, seed: int) -> Drawn:
    """Draw what the open sales bring within ``left`` days (None: ever)."""
    if not sales:
        return Drawn(0, 0, 0, 0, 0, ())
    chances = random.Random(seed)  # noqa: S311 (no secret: the same day must give the same numbers)
    ordered = sorted(sales, key=lambda sale: (-sale.amount, sale.stage, sale.days))
    large = [(sale.stage, sale.amount, in_time(history[sale.stage], sale.days, left)) for sale in ordered[:DRAWN]]
    rest: dict[int, list[float]] = {}
    for sale in ordered[DRAWN:]:
        share = in_time(history[sale.stage], sale.days, left)
        sums = rest.setdefault(sale.stage, [0.0, 0.0, 0.0])
        sums[0] += sale.amount * share
        sums[1] += sale.amount**2 * share
        sums[2] += (sale.amount * share) ** 2
    most = sum(sale.amount for sale in ordered[DRAWN:])
    pasts = {stage: history[stage] for stage in sorted({sale.stage for sale in sales})}
    totals = sorted(_run(chances, pasts, large, rest, most) for _ in range(RUNS))
    low, high = totals[0], totals[-1]
    return Drawn(_part(totals, 10), _part(totals, 50), _part(totals, 90), low, high, _bins(totals, low, high))


def _run(
    chances: random.Random,
    pasts: Mapping[int, Past],
    large: Sequence[tuple[int, int, float]],
    rest: Mapping[int, Sequence[float]],
    most: int,
) -> int:
    conversion = {stage: _conversion(chances, past) for stage, past in pasts.items()}
    uniform = chances.random
    total = sum([amount for stage, amount, share in large if uniform() < conversion[stage] * share])
    mean = variance = 0.0
    for stage, (first, second, squared) in rest.items():
        won = conversion[stage]
        mean += won * first
        variance += won * second - won * won * squared
    if mean > 0:
        small = mean if variance <= 0 else NormalDist(mean, variance**0.5).inv_cdf(max(uniform(), 1e-12))
        total += min(max(round(small), 0), most)
    return total


def _conversion(chances: random.Random, past: Past) -> float:
    won = past.won + PRIOR_SALES * past.percent / 100
    lost = past.lost + PRIOR_SALES * (1 - past.percent / 100)
    if won <= 0:
        return 0.0
    if lost <= 0:
        return 1.0
    return chances.betavariate(won, lost)


def _part(ordered: Sequence[int], percent: int) -> int:
    """Return the value below which so many percent lie, by the nearest rank."""
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)]


def _bins(totals: Sequence[int], low: int, high: int) -> tuple[int, ...]:
    counts = [0] * BINS
    width = max(1, high - low)
    for total in totals:
        counts[min(BINS - 1, (total - low) * BINS // width)] += 1
    return tuple(counts)
