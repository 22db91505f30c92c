"""Days and minutes to pixels and back, for one size of the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QPointF, QRectF

from ui.schedule.layout import DAY_MINUTES, Bar, Block

SNAP = 15
"""Minutes to which a dragged activity is rounded."""


@dataclass(frozen=True, slots=True)
class Geometry:
    """Measures of the calendar in pixels; ``offset`` is how far the hours are scrolled."""

    first: date
    days: int
    width: float
    gutter: float
    head: float
    strip: float
    row: float
    hour: float
    offset: float
    gap: float

    @property
    def top(self) -> float:
        """Where the hours begin, under the names of the days and the strip of long activities."""
        return self.head + self.strip

    @property
    def column(self) -> float:
        """Width of one day."""
        return max(1.0, (self.width - self.gutter) / self.days)

    @property
    def total(self) -> float:
        """Height of all 24 hours."""
        return self.hour * 24

    def x(self, day: float) -> float:
        """Left edge of a day."""
        return self.gutter + self.column * day

    def y(self, minute: float) -> float:
        """Height at which a minute of the day stands."""
        return self.top + self.hour * minute / 60 - self.offset

    def day_at(self, x: float) -> int:
        """Return the day under a pixel, the nearest one beside them."""
        return min(self.days - 1, max(0, int((x - self.gutter) // self.column)))

    def minute_at(self, y: float) -> float:
        """Return the minute of the day at a height, between 0 and 1440."""
        return min(float(DAY_MINUTES), max(0.0, (y - self.top + self.offset) * 60 / self.hour))

    def block(self, block: Block) -> QRectF:
        """Return the area of a piece of an activity."""
        lane = (self.column - 2 * self.gap) / block.lanes
        left = self.x(block.day) + self.gap + lane * block.lane
        top, bottom = self.y(block.start), self.y(block.end)
        wide = lane * block.width
        if block.lane + block.width < block.lanes:
            wide -= 2
        return QRectF(left, top + 1, wide, bottom - top - 2)

    def bar(self, bar: Bar) -> QRectF:
        """Return the area of a long activity in the strip."""
        left, right = self.x(bar.first_day) + self.gap, self.x(bar.last_day + 1) - self.gap
        return QRectF(left, self.head + self.row * bar.row + 1, right - left, self.row - 3)

    def at(self, point: QPointF, *, snap: int = 30) -> datetime:
        """Return the wall-clock time under a point, rounded down to ``snap`` minutes."""
        minute = min(int(self.minute_at(point.y()) // snap) * snap, DAY_MINUTES - snap)
        return datetime.combine(self.first + timedelta(days=self.day_at(point.x())), time()) + timedelta(minutes=minute)


def moved(start: datetime, days: int, minutes: float, *, first: date, last: date) -> datetime:
    """Return where an activity that began at ``start`` begins after being dragged.

    Rounded to a quarter of an hour, and kept within the day that it is dragged to and the days shown.
    """
    day = min(max(start.date() + timedelta(days=days), first), last)
    wanted = start.hour * 60 + start.minute + minutes
    snapped = round(wanted / SNAP) * SNAP
    return datetime.combine(day, time()) + timedelta(minutes=min(max(snapped, 0), DAY_MINUTES - SNAP))


def stretched(start: datetime, end: datetime, minute: float) -> datetime:
    """Return where an activity ends whose lower edge was dragged to a minute of the day on which it ends.

    Rounded to a quarter of an hour, and never nearer to the start than that.
    """
    last = (end - timedelta(microseconds=1)).date()
    wanted = datetime.combine(last, time()) + timedelta(minutes=round(minute / SNAP) * SNAP)
    return max(wanted, start + timedelta(minutes=SNAP))
