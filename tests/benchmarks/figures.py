"""What a measurement hands back, and the table it is shown in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One promise and what was measured of it.

    ``value`` and ``floor`` are in ``unit``. With a floor (the same work with nothing of ours in it) the promise
    is about value divided by floor, without one about the value itself.
    """

    what: str
    value: float
    unit: str
    at_most: float
    floor: float | None = None
    floor_name: str = ""

    @property
    def judged(self) -> float:
        """The number that the promise is about."""
        return self.value if self.floor is None else self.value / self.floor

    @property
    def is_kept(self) -> bool:
        """Whether the promise is kept."""
        return self.judged <= self.at_most

    def cells(self) -> tuple[str, ...]:
        """The figure as a row of the table."""
        if self.floor is None:
            floor, ratio, most = "", "", f"{self.at_most:g} {self.unit}"
        else:
            floor = f"{self.floor:.4g} {self.unit} ({self.floor_name})"
            ratio, most = f"{self.judged:.2f} x", f"{self.at_most:g} x"
        return (self.what, f"{self.value:.4g} {self.unit}", floor, ratio, most, "kept" if self.is_kept else "MISSED")


Figures = Sequence[Figure]
HEAD = ("what", "measured", "floor", "ratio", "at most", "")


class CannotMeasure(Exception):
    """Something a measurement needs is not there; the text says what."""


def table(figures: Figures) -> str:
    """Lay the figures out in columns."""
    rows = [HEAD, *(figure.cells() for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    lines.insert(1, "  ".join("-" * width for width in widths).rstrip())
    return "\n".join(lines)
