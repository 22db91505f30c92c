"""A layered layout of one level of a process: columns from left to right, flows in the gaps between them. Pure.

The steps are those of Sugiyama: turn back flows that close circles, give each node a column, keep room in the columns
that a long flow passes, sort the columns so that few flows cross, and let nodes come as near as they can to the height
of their neighbours. Flows run at right angles; no flow runs through a node, two flows of different nodes share no
vertical part.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from desktop.processes.drawing.channels import Cell, Flow, Layers, Plan, Spot, drawn

_APART: Final = 26.0
_SWEEPS: Final = 8
_PASSING: Final = 8.0
_STRAIGHT: Final = 8.0
_LOOSE: Final = 0.01
_NEARLY: Final = 16.0
_MOST_PASSING: Final = 10_000


def arrange(cells: Sequence[Cell], flows: Sequence[Flow], rows: int = 1, least: float = 0.0) -> Layers:
    """Lay out the cells of one level; ``least`` is the smallest height of a row."""
    if not cells:
        return Layers(rows=[(number * least, least) for number in range(rows)], height=rows * least)
    spots = {
        cell.id: Spot(cell.row, cell.height / 2, cell.height / 2 + cell.below, max(cell.width, cell.wide))
        for cell in cells
    }
    for cell in cells:
        if cell.beside in spots and cell.beside != cell.id:
            spots[cell.id].host = spots[cell.beside]
    forward, back = _directed(cells, flows)
    _give_columns(cells, spots, forward)
    forward, under = _shortened(spots, forward)
    back += under
    chains = _chains(spots, forward)
    columns = _columns(spots, chains)
    _sort(columns)
    tops, bottom = _give_heights(columns, rows, least)
    return drawn(Plan(cells, spots, columns, chains, back, tops, bottom))


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


def _give_columns(cells: Sequence[Cell], spots: dict[str, Spot], forward: list[Flow]) -> None:
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


def _shortened(spots: dict[str, Spot], forward: list[Flow]) -> tuple[list[Flow], list[Flow]]:
    """Send the longest flows of a very large model below everything, so that the rest is soon laid out."""

    def passed(flow: Flow) -> int:
        return spots[flow.target].column - spots[flow.source].column - 1

    room = _MOST_PASSING
    kept: set[str] = set()
    for flow in sorted(forward, key=passed):
        room -= passed(flow)
        if room < 0:
            break
        kept.add(flow.id)
    return [flow for flow in forward if flow.id in kept], [flow for flow in forward if flow.id not in kept]


def _chains(spots: dict[str, Spot], forward: list[Flow]) -> list[tuple[Flow, list[Spot]]]:
    """Return for each flow the spots that it passes, with room made in the columns between its ends."""
    chains: list[tuple[Flow, list[Spot]]] = []
    for flow in forward:
        source, target = spots[flow.source], spots[flow.target]
        chain = [source]
        for column in range(source.column + 1, target.column):
            chain.append(Spot(source.row, _PASSING, _PASSING, 0.0, column, passing=True))
        chain.append(target)
        for one, two in pairwise(chain):
            one.right.append(two)
            two.left.append(one)
        chains.append((flow, chain))
    return chains


def _columns(spots: dict[str, Spot], chains: list[tuple[Flow, list[Spot]]]) -> list[list[Spot]]:
    columns: list[list[Spot]] = [[] for _ in range(max(spot.column for spot in spots.values()) + 1)]
    for spot in spots.values():
        columns[spot.column].append(spot)
    for _flow, chain in chains:
        for spot in chain[1:-1]:
            columns[spot.column].append(spot)
    return columns


def _sort(columns: list[list[Spot]]) -> None:
    """Sort each column by the places of its neighbours, to and fro, so that few flows cross."""
    place: dict[Spot, float] = {}
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


def _middle_of(spot: Spot, place: dict[Spot, float], *, to_left: bool) -> float:
    beside = spot.left if to_left else spot.right
    return sum(place[other] for other in beside) / len(beside) if beside else place[spot]


def _give_heights(columns: list[list[Spot]], rows: int, least: float) -> tuple[list[tuple[float, float]], float]:
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
        for part in parts:
            _straighten(part)
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


def _straighten(part: list[Spot]) -> None:
    """Put spots that are nearly on the height of what leads to them on it, where those above and below leave room."""
    for number, spot in enumerate(part):
        before = [other for other in spot.left if other.row == spot.row]
        nearest = min(before, key=lambda other: abs(other.y - spot.y), default=spot)
        if not 0 < abs(nearest.y - spot.y) <= _NEARLY:
            continue
        above = part[number - 1] if number else None
        below = part[number + 1] if number + 1 < len(part) else None
        free_above = above is None or above.y + above.below + _APART / 2 <= nearest.y - spot.above
        free_below = below is None or nearest.y + spot.below + _APART / 2 <= below.y - below.above
        if free_above and free_below:
            spot.y = nearest.y


def _settle(part: list[Spot], *, to_left: bool) -> None:
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
