"""A layered layout of one level of a process: columns from left to right, flows in the gaps between them. Pure.

The steps are those of Sugiyama: turn back flows that close circles, give each node a column, keep room in the columns
that a long flow passes, sort the columns so that few flows cross, and let nodes come as near as they can to the height
of their neighbours. Flows run at right angles; no flow runs through a node, two flows of different nodes share no
vertical part.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from desktop.views.diagram import Box, Point

GAP: Final = 44.0
"""Between columns, before flows turn there."""
_CHANNEL: Final = 11.0
_APART: Final = 26.0
_SWEEPS: Final = 8
_PASSING: Final = 8.0
_STRAIGHT: Final = 8.0
_LOOSE: Final = 0.01


@dataclass(frozen=True, slots=True)
class Cell:
    """A node: its size, its row (lane), and below which node it wants to stand.

    ``below`` is the height and ``wide`` the width that the words below it need.
    """

    id: str
    width: float
    height: float
    below: float = 0.0
    row: int = 0
    beside: str = ""
    wide: float = 0.0


@dataclass(frozen=True, slots=True)
class Flow:
    """A flow between two cells; ``leaves`` is where it begins, from the cell's left upper corner, if not at its right.

    ``turns`` is then how far below the cell's top it turns to the right. ``words`` is the size of its name.
    """

    id: str
    source: str
    target: str
    leaves: Point | None = None
    turns: float = 0.0
    words: Point | None = None


@dataclass(slots=True)
class Layers:
    """Where everything stands, from the left upper corner of the whole; ``rows`` are top and height of each row."""

    corners: dict[str, Point] = field(default_factory=dict)
    paths: dict[str, tuple[Point, ...]] = field(default_factory=dict)
    words: dict[str, Box] = field(default_factory=dict)
    rows: list[tuple[float, float]] = field(default_factory=list)
    width: float = 0.0
    height: float = 0.0


@dataclass(slots=True, eq=False)
class _Spot:
    """A cell in its column, or the room that a long flow needs in one; ``y`` is the height of its flows."""

    row: int
    above: float
    below: float
    width: float
    column: int = 0
    y: float = 0.0
    left: list[_Spot] = field(default_factory=list)
    right: list[_Spot] = field(default_factory=list)
    passing: bool = False
    host: _Spot | None = None


def arrange(cells: Sequence[Cell], flows: Sequence[Flow], rows: int = 1, least: float = 0.0) -> Layers:
    """Lay out the cells of one level; ``least`` is the smallest height of a row."""
    if not cells:
        return Layers(rows=[(number * least, least) for number in range(rows)], height=rows * least)
    spots = {
        cell.id: _Spot(cell.row, cell.height / 2, cell.height / 2 + cell.below, max(cell.width, cell.wide))
        for cell in cells
    }
    for cell in cells:
        if cell.beside in spots and cell.beside != cell.id:
            spots[cell.id].host = spots[cell.beside]
    forward, back = _directed(cells, flows)
    _give_columns(cells, spots, forward)
    chains = _chains(spots, forward)
    columns = _columns(spots, chains)
    _sort(columns)
    tops, bottom = _give_heights(columns, rows, least)
    return _drawn(_Plan(cells, spots, columns, chains, back, tops, bottom))


def _directed(cells: Sequence[Cell], flows: Sequence[Flow]) -> tuple[list[Flow], list[Flow]]:
    """Part the flows into those that lead on and those that close a circle."""
    leaving: dict[str, list[Flow]] = {cell.id: [] for cell in cells}
    entered: set[str] = set()
    for flow in flows:
        leaving[flow.source].append(flow)
        entered.add(flow.target)
    forward: list[Flow] = []
    back: list[Flow] = []
    state: dict[str, int] = {}
    for first in sorted(cells, key=lambda cell: cell.id in entered):
        if first.id in state:
            continue
        state[first.id] = 1
        way = [(first.id, iter(leaving[first.id]))]
        while way:
            here, rest = way[-1]
            following = next(rest, None)
            if following is None:
                state[here] = 2
                way.pop()
            elif state.get(following.target) == 1:
                back.append(following)
            else:
                forward.append(following)
                if following.target not in state:
                    state[following.target] = 1
                    way.append((following.target, iter(leaving[following.target])))
    return forward, back


def _give_columns(cells: Sequence[Cell], spots: dict[str, _Spot], forward: list[Flow]) -> None:
    """Put each node one column behind the last that leads to it, and starts right before what they lead to."""
    leaving: dict[str, list[str]] = {cell.id: [] for cell in cells}
    waits = dict.fromkeys(leaving, 0)
    for flow in forward:
        leaving[flow.source].append(flow.target)
        waits[flow.target] += 1
    starts = [number for number, count in waits.items() if not count]
    ready = list(starts)
    while ready:
        here = ready.pop()
        for target in leaving[here]:
            spots[target].column = max(spots[target].column, spots[here].column + 1)
            waits[target] -= 1
            if not waits[target]:
                ready.append(target)
    for start in starts:
        if leaving[start]:
            spots[start].column = min(spots[target].column for target in leaving[start]) - 1
    touched = {number for flow in forward for number in (flow.source, flow.target)}
    last = max(spot.column for spot in spots.values())
    alone = [cell for cell in cells if cell.id not in touched and spots[cell.id].host is None]
    for number, cell in enumerate(alone if touched else []):
        spots[cell.id].column = number % (last + 1)
    for spot in spots.values():
        if spot.host is not None:
            spot.column = spot.host.column


def _chains(spots: dict[str, _Spot], forward: list[Flow]) -> list[tuple[Flow, list[_Spot]]]:
    """Return for each flow the spots that it passes, with room made in the columns between its ends."""
    chains: list[tuple[Flow, list[_Spot]]] = []
    for flow in forward:
        source, target = spots[flow.source], spots[flow.target]
        chain = [source]
        for column in range(source.column + 1, target.column):
            chain.append(_Spot(source.row, _PASSING, _PASSING, 0.0, column, passing=True))
        chain.append(target)
        for one, two in pairwise(chain):
            one.right.append(two)
            two.left.append(one)
        chains.append((flow, chain))
    return chains


def _columns(spots: dict[str, _Spot], chains: list[tuple[Flow, list[_Spot]]]) -> list[list[_Spot]]:
    columns: list[list[_Spot]] = [[] for _ in range(max(spot.column for spot in spots.values()) + 1)]
    for spot in spots.values():
        columns[spot.column].append(spot)
    for _flow, chain in chains:
        for spot in chain[1:-1]:
            columns[spot.column].append(spot)
    return columns


def _sort(columns: list[list[_Spot]]) -> None:
    """Sort each column by the places of its neighbours, to and fro, so that few flows cross."""
    place: dict[_Spot, float] = {}
    for column in columns:
        column.sort(key=lambda spot: spot.row)
        place.update({spot: float(number) for number, spot in enumerate(column)})
    for sweep in range(_SWEEPS):
        for column in columns if sweep % 2 == 0 else reversed(columns):
            wanted = {spot: _middle_of(spot, place, to_left=sweep % 2 == 0) for spot in column}
            column.sort(key=lambda spot: (spot.row, wanted[spot]))
            place.update({spot: float(number) for number, spot in enumerate(column)})
    for column in columns:
        column.sort(key=lambda spot: place[spot.host or spot] + (0.0 if spot.host is None else 0.5))


def _middle_of(spot: _Spot, place: dict[_Spot, float], *, to_left: bool) -> float:
    beside = spot.left if to_left else spot.right
    return sum(place[other] for other in beside) / len(beside) if beside else place[spot]


def _give_heights(columns: list[list[_Spot]], rows: int, least: float) -> tuple[list[tuple[float, float]], float]:
    """Give each spot its height, row by row; return top and height of each row and the bottom of all."""
    tops: list[tuple[float, float]] = []
    top = 0.0
    for row in range(rows):
        parts = [[spot for spot in column if spot.row == row] for column in columns]
        for part in parts:
            y = 0.0
            for spot in part:
                spot.y = y + spot.above
                y = spot.y + spot.below + _APART
        for sweep in range(_SWEEPS):
            for part in parts if sweep % 2 == 0 else reversed(parts):
                _settle(part, to_left=sweep % 2 == 0)
        inside = [spot for part in parts for spot in part]
        pad = _APART / 2 if rows > 1 or least else 0.0
        highest = min((spot.y - spot.above for spot in inside), default=0.0)
        lowest = max((spot.y + spot.below for spot in inside), default=0.0)
        height = max(lowest - highest + 2 * pad, least)
        shift = top - highest + (height - (lowest - highest)) / 2
        for spot in inside:
            spot.y += shift
        tops.append((top, height))
        top += height
    return tops, top


def _settle(part: list[_Spot], *, to_left: bool) -> None:
    """Move the spots of a column as near to their neighbours' height as their order and sizes allow.

    The least sum of squares under the order of the column: blocks that would overlap are joined.
    """
    offset = 0.0
    blocks: list[tuple[float, float, int]] = []
    offsets: list[float] = []
    for number, spot in enumerate(part):
        if number:
            offset += part[number - 1].below + _APART + spot.above
        offsets.append(offset)
        beside = [other for other in (spot.left if to_left else spot.right) if other.row == spot.row]
        wanted = sum(other.y for other in beside) / len(beside) if beside else spot.y
        weight = _STRAIGHT if spot.passing or any(other.passing for other in beside) else 1.0
        value, count = wanted - offset, 1
        if not spot.left and not spot.right and blocks:  # it hangs on nothing: right below what stands above it
            value, weight = blocks[-1][0], _LOOSE
        while blocks and blocks[-1][0] >= value:
            before, heavy, several = blocks.pop()
            value = (before * heavy + value * weight) / (heavy + weight)
            weight += heavy
            count += several
        blocks.append((value, weight, count))
    number = 0
    for value, _weight, count in blocks:
        for _ in range(count):
            part[number].y = value + offsets[number]
            number += 1


@dataclass(frozen=True, slots=True)
class _Plan:
    cells: Sequence[Cell]
    spots: dict[str, _Spot]
    columns: list[list[_Spot]]
    chains: list[tuple[Flow, list[_Spot]]]
    back: list[Flow]
    rows: list[tuple[float, float]]
    bottom: float


def _drawn(plan: _Plan) -> Layers:
    heights = {cell.id: cell.height for cell in plan.cells}
    under: dict[str, float] = {}
    y = plan.bottom + 6.0
    for flow in plan.back:
        y += 10.0 if flow.words is None else flow.words[1] + 6.0
        under[flow.id] = y
    turns: list[dict[tuple[str, int], tuple[float, float]]] = [{} for _ in range(len(plan.columns) + 1)]
    ways: dict[str, list[tuple[int, tuple[str, int], float]]] = {}
    for flow, chain in plan.chains:
        y, key = _begin(flow, plan.spots[flow.source], heights[flow.source])
        way = ways.setdefault(flow.id, [])
        for number, spot in enumerate(chain[1:]):
            gap = chain[number].column + 1
            _turn(turns[gap], key, y, spot.y)
            way.append((gap, key, spot.y))
            y, key = spot.y, (flow.id, number + 1)
    for flow in plan.back:
        y, _key = _begin(flow, plan.spots[flow.source], heights[flow.source])
        target = plan.spots[flow.target]
        down, up = (f"{flow.id} down", 0), (f"{flow.id} up", 0)
        first, last = plan.spots[flow.source].column + 1, target.column
        _turn(turns[first], down, y, under[flow.id])
        _turn(turns[last], up, under[flow.id], target.y)
        ways[flow.id] = [(first, down, under[flow.id]), (last, up, target.y)]
    return _placed(plan, heights, turns, ways, max(under.values(), default=plan.bottom))


def _begin(flow: Flow, source: _Spot, height: float) -> tuple[float, tuple[str, int]]:
    """Return the height at which a flow leaves the column of its source, and whose turns it shares."""
    if flow.leaves is None:
        return source.y, (flow.source, -1)
    return source.y - height / 2 + flow.turns, (flow.id, 0)


def _turn(turns: dict[tuple[str, int], tuple[float, float]], key: tuple[str, int], start: float, end: float) -> None:
    if abs(start - end) > 0.01:
        low, high = turns.get(key, (start, end))
        turns[key] = (start, end if abs(end - start) > abs(high - low) else high)


def _placed(
    plan: _Plan,
    heights: dict[str, float],
    turns: list[dict[tuple[str, int], tuple[float, float]]],
    ways: dict[str, list[tuple[int, tuple[str, int], float]]],
    bottom: float,
) -> Layers:
    channels: list[dict[tuple[str, int], float]] = []
    lefts: list[float] = []
    rooms = [0.0] * len(turns)
    for flow, chain in plan.chains:
        if flow.words is not None:
            gap = chain[0].column + 1
            rooms[gap] = max(rooms[gap], flow.words[0] + 12.0)
    x = 0.0
    for gap, keys in enumerate(turns):
        ordered = [key for key, _ in sorted(keys.items(), key=lambda turn: _channel_order(*turn[1]))]
        at_border = gap in (0, len(plan.columns))
        start = x + (0.0 if gap == 0 else GAP / 2)
        channels.append({key: start + _CHANNEL * number for number, key in enumerate(ordered)})
        width = (GAP / 2 if at_border else GAP) + _CHANNEL * max(len(ordered) - 1, 0)
        x += 0.0 if at_border and not ordered else width + rooms[gap]
        if gap < len(plan.columns):
            lefts.append(x)
            x += max(spot.width for spot in plan.columns[gap])
    found = Layers(rows=plan.rows, width=x, height=bottom + (10.0 if plan.back else 0.0))
    for cell in plan.cells:
        spot = plan.spots[cell.id]
        wide = max(other.width for other in plan.columns[spot.column])
        found.corners[cell.id] = (lefts[spot.column] + (wide - cell.width) / 2, spot.y - cell.height / 2)
    if plan.rows and bottom > plan.bottom:
        top, height = plan.rows[-1]
        found.rows = [*plan.rows[:-1], (top, height + found.height - plan.bottom)]
    for flow, chain in plan.chains:
        if flow.words is not None:
            wide, high = flow.words
            gap = chain[0].column + 1
            found.words[flow.id] = (lefts[gap] - wide - 10.0, chain[1].y - high - 1.0, wide, high)
    for flow in plan.back:
        if flow.words is not None:
            wide, high = flow.words
            (first, down, under), (last, up, _y) = ways[flow.id]
            middle = (channels[first][down] + channels[last][up]) / 2
            found.words[flow.id] = (middle - wide / 2, under - high - 1.0, wide, high)
    widths = {cell.id: cell.width for cell in plan.cells}
    for flow in [*(flow for flow, _chain in plan.chains), *plan.back]:
        left, top = found.corners[flow.source]
        y = plan.spots[flow.source].y
        points: list[Point] = [(left + widths[flow.source], y)]
        if flow.leaves is not None:
            y = top + flow.turns
            points = [(left + flow.leaves[0], top + flow.leaves[1]), (left + flow.leaves[0], y)]
        for gap, key, after in ways[flow.id]:
            if abs(after - y) > 0.01:
                points += [(channels[gap][key], y), (channels[gap][key], after)]
            y = after
        points.append((found.corners[flow.target][0], plan.spots[flow.target].y))
        found.paths[flow.id] = straightened(points)
    return found


def _channel_order(start: float, end: float) -> tuple[bool, float]:
    """Flows that turn up come first, the highest first; of those that turn down the lowest: so fewer cross."""
    return (True, -start) if end > start else (False, start)


def straightened(points: Sequence[Point]) -> tuple[Point, ...]:
    """Return the points without those at which a line does not turn."""
    kept: list[Point] = []
    for point in points:
        if kept and abs(kept[-1][0] - point[0]) < 0.01 and abs(kept[-1][1] - point[1]) < 0.01:
            continue
        if len(kept) > 1 and (
            abs(kept[-2][0] - kept[-1][0]) < 0.01 > abs(kept[-1][0] - point[0])
            or abs(kept[-2][1] - kept[-1][1]) < 0.01 > abs(kept[-1][1] - point[1])
        ):
            kept.pop()
        kept.append(point)
    return tuple(kept)
