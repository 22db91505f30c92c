"""Where activities stand on the calendar: which day, between which minutes, in which lane beside which others.

Pure: wall-clock times in, places out; nothing here knows of pixels, time zones or Qt.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

DAY_MINUTES = 24 * 60
LONG = timedelta(hours=12)
"""What lasts at least that long and over midnight stands in the strip above the hours, as a bar."""


@dataclass(frozen=True, slots=True)
class Span:
    """An activity's wall-clock time (naive, in the reader's zone). ``end`` before ``start`` counts as ``start``."""

    id: int
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of an activity within one day.

    ``start`` and ``end`` are minutes since midnight. It takes ``width`` lanes of ``lanes``, the first of them ``lane``.
    ``first`` and ``last`` tell whether the activity begins and ends here (it may go over midnight).
    """

    id: int
    day: int
    start: int
    end: int
    lane: int
    lanes: int
    width: int
    first: bool
    last: bool


@dataclass(frozen=True, slots=True)
class Crowd:
    """Activities for which there is no lane left: the ``place`` that stands for them, and who they are."""

    place: Block
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A long activity in the strip above the hours, over whole days, in its ``row`` of the strip."""

    id: int
    first_day: int
    last_day: int
    row: int
    first: bool
    last: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """All places of a period; ``rows`` is the height of the strip above the hours."""

    blocks: tuple[Block, ...]
    bars: tuple[Bar, ...]
    rows: int
    crowds: tuple[Crowd, ...] = ()


@dataclass(slots=True)
class _Piece:
    id: int
    start: int
    end: int
    first: bool
    last: bool
    lane: int = 0

    @property
    def order(self) -> tuple[int, int, int]:
        return (self.start, -self.end, self.id)


def lay_out(spans: Iterable[Span], first: date, days: int, *, shortest: int = 30, most: int = 0) -> Layout:
    """Place activities on ``days`` days beginning with ``first``.

    No two blocks of a day that share a moment share a lane; a block takes all free lanes at its right; one that is
    shorter than ``shortest`` minutes is as high as those (a title must be readable), so it needs room like them.
    Where more than ``most`` lanes would be needed (0: any number), the last lane stands for all that do not fit.
    The order of ``spans`` does not matter.
    """
    by_day: list[list[_Piece]] = [[] for _ in range(days)]
    long: list[Span] = []
    for span in spans:
        end = max(span.start, span.end)
        if end - span.start >= LONG and end.date() != span.start.date():
            long.append(Span(span.id, span.start, end))
            continue
        for day, piece in _pieces(span.id, span.start, end, first, days):
            by_day[day].append(piece)
    placed = [each for day, pieces in enumerate(by_day) for each in _place(day, pieces, shortest, most)]
    blocks = tuple(each for each in placed if isinstance(each, Block))
    crowds = tuple(each for each in placed if isinstance(each, Crowd))
    bars, rows = _bars(long, first, days)
    return Layout(blocks, tuple(bars), rows, crowds)


def _pieces(id: int, start: datetime, end: datetime, first: date, days: int) -> Iterable[tuple[int, _Piece]]:
    day = (start.date() - first).days
    last_day = (end.date() - first).days
    if end.time() == time() and last_day > day:
        last_day -= 1
    for number in range(max(day, 0), min(last_day, days - 1) + 1):
        begins = _minutes(start) if number == day else 0
        ends = DAY_MINUTES
        if number == last_day and end.date() == first + timedelta(days=number):
            ends = _minutes(end)
        yield number, _Piece(id, begins, ends, number == day, number == last_day)


def _minutes(moment: datetime) -> int:
    return moment.hour * 60 + moment.minute


def _place(day: int, pieces: list[_Piece], shortest: int, most: int) -> Iterable[Block | Crowd]:
    pieces.sort(key=lambda piece: piece.order)
    group: list[_Piece] = []
    reach = -1
    for piece in pieces:
        top, bottom = _shown(piece, shortest)
        if group and top >= reach:
            yield from _lanes(day, group, shortest, most)
            group, reach = [], -1
        group.append(piece)
        reach = max(reach, bottom)
    if group:
        yield from _lanes(day, group, shortest, most)


def _shown(piece: _Piece, shortest: int) -> tuple[int, int]:
    end = max(piece.end, piece.start + shortest)
    return (piece.start, end) if end <= DAY_MINUTES else (min(piece.start, DAY_MINUTES - shortest), DAY_MINUTES)


def _lanes(day: int, group: list[_Piece], shortest: int, most: int) -> Iterable[Block | Crowd]:
    shown = [_shown(piece, shortest) for piece in group]
    lanes: list[list[tuple[int, int]]] = []
    for piece, (top, bottom) in zip(group, shown, strict=True):
        for number, taken in enumerate(lanes):
            if not _meets(taken, top, bottom):
                piece.lane = number
                taken.append((top, bottom))
                break
        else:
            piece.lane = len(lanes)
            lanes.append([(top, bottom)])
    crowded = 0 < most < len(lanes)
    usable, number = (most - 1, most) if crowded else (len(lanes), len(lanes))
    left_out = []
    for piece, (top, bottom) in zip(group, shown, strict=True):
        if piece.lane >= usable:
            left_out.append((top, bottom, piece.id))
            continue
        width = 1
        while piece.lane + width < usable and not _meets(lanes[piece.lane + width], top, bottom):
            width += 1
        yield Block(piece.id, day, top, bottom, piece.lane, number, width, piece.first, piece.last)
    if left_out:
        top, bottom = min(each[0] for each in left_out), max(each[1] for each in left_out)
        place = Block(0, day, top, bottom, most - 1, most, 1, True, True)
        yield Crowd(place, tuple(each[2] for each in left_out))


def _meets(taken: list[tuple[int, int]], top: int, bottom: int) -> bool:
    return any(start < bottom and top < end for start, end in taken)


def _bars(long: list[Span], first: date, days: int) -> tuple[list[Bar], int]:
    rows: list[int] = []
    bars = []
    for span in sorted(long, key=lambda each: (each.start, each.end, each.id)):
        begins, ends = (span.start.date() - first).days, (span.end.date() - first).days
        if ends < 0 or begins >= days:
            continue
        left, right = max(begins, 0), min(ends, days - 1)
        row = next((number for number, reach in enumerate(rows) if reach < left), len(rows))
        if row == len(rows):
            rows.append(right)
        rows[row] = right
        bars.append(Bar(span.id, left, right, row, begins >= 0, ends < days))
    return bars, len(rows)
