"""Where the flows of a layered layout run: in channels between the columns, each source its own. Pure.

Flows run at right angles; no flow runs through a node, and two flows of different nodes share no vertical part.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from desktop.views.diagram import Box, Point

GAP: Final = 44.0
"""Between columns, before flows turn there."""
_CHANNEL: Final = 11.0


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
class Spot:
    """A cell in its column, or the room that a long flow needs in one; ``y`` is the height of its flows."""

    row: int
    above: float
    below: float
    width: float
    column: int = 0
    y: float = 0.0
    left: list[Spot] = field(default_factory=list)
    right: list[Spot] = field(default_factory=list)
    passing: bool = False
    host: Spot | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """The columns with everything at its height: what is left is the width of the gaps and the way of the flows.

    ``chains`` are the spots that each flow passes, ``back`` the flows that run below everything, ``rows`` top and
    height of each row, ``bottom`` the lower end of all.
    """

    cells: Sequence[Cell]
    spots: dict[str, Spot]
    columns: list[list[Spot]]
    chains: list[tuple[Flow, list[Spot]]]
    back: list[Flow]
    rows: list[tuple[float, float]]
    bottom: float


def drawn(plan: Plan) -> Layers:
    """Return where the cells stand and how the flows run."""
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


def _begin(flow: Flow, source: Spot, height: float) -> tuple[float, tuple[str, int]]:
    """Return the height at which a flow leaves the column of its source, and whose turns it shares."""
    if flow.leaves is None:
        return source.y, (flow.source, -1)
    return source.y - height / 2 + flow.turns, (flow.id, 0)


def _turn(turns: dict[tuple[str, int], tuple[float, float]], key: tuple[str, int], start: float, end: float) -> None:
    if abs(start - end) > 0.01:
        low, high = turns.get(key, (start, end))
        turns[key] = (start, end if abs(end - start) > abs(high - low) else high)


def _placed(
    plan: Plan,
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
