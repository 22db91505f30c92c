"""What lines of products come to: decided with plain numbers, without a database.

Money is whole minor units, a quantity whole thousandths, a discount or a share whole hundredths of a percent. Every
line is rounded by itself, half up, to the minor unit; a total is the sum of rounded lines, so that a printed column
adds up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

MILLI = 1000
WHOLE = 100_00
"""One hundred percent, in hundredths of a percent."""


@dataclass(frozen=True, slots=True)
class Priced:
    """The numbers of one line: price of one unit in minor units, quantity in thousandths, discount in points."""

    price: int
    quantity: int
    discount: int = 0


def gross(line: Priced) -> int:
    """Return price times quantity, before the discount, rounded half up to the minor unit."""
    return rounded(line.price * line.quantity, MILLI)


def net(line: Priced) -> int:
    """Return what a line costs: price times quantity less the discount, rounded once, half up."""
    return rounded(line.price * line.quantity * (WHOLE - line.discount), MILLI * WHOLE)


def total(lines: Iterable[Priced]) -> int:
    """Return the sum of the rounded lines."""
    return sum(net(line) for line in lines)


def shares(amount: int, points: Sequence[int]) -> tuple[int, ...]:
    """Divide an amount by shares; each is rounded against the sum of those before it.

    So shares of one hundred percent together make the amount to the last minor unit, whatever their number.
    """
    parts, gone, so_far = [], 0, 0
    for share in points:
        gone += share
        upto = rounded(amount * gone, WHOLE)
        parts.append(upto - so_far)
        so_far = upto
    return tuple(parts)


def rounded(parts: int, of: int) -> int:
    """Return parts divided by ``of`` (0 or more) as the nearest whole number; a half goes up. Exact for any size."""
    return (2 * parts + of) // (2 * of)


def quantity_of(milli: int) -> Decimal:
    """Return a quantity as a number without trailing noughts: 2500 is 2.5."""
    return _plain(Decimal(milli) / MILLI)


def percent_of(points: int) -> Decimal:
    """Return a percentage as a number without trailing noughts: 1250 is 12.5."""
    return _plain(Decimal(points) / 100)


def _plain(number: Decimal) -> Decimal:
    whole = number.to_integral_value()
    return whole if number == whole else number.normalize()
