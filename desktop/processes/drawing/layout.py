"""A layout for models that have no diagram information: nested, from left to right, without shapes upon shapes. Pure.

Each level (a process, the inside of a sub-process) is laid out by layering.py; here sub-processes get the size that
their inside needs, boundary events their places on the border, pools and lanes their strips.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from desktop.processes.drawing.channels import Cell, Flow, Layers, straightened
from desktop.processes.drawing.layering import arrange
from desktop.views.diagram import Box, Point

EVENT: Final = 36.0
BAND: Final = 30.0
_SIDE, _HEAD, _FOOT = 24.0, 36.0, 24.0
_BORDER_STEP, _BORDER_FIRST = 104.0, 14.0
_LEAST_LANE: Final = 120.0
_BETWEEN_POOLS: Final = 60.0
_BLACK_BOX: Final = 60.0
_MARGIN: Final = 14.0


@dataclass(frozen=True, slots=True)
class Vertex:
    """A shape to be placed; one with something inside is made as large as that needs.

    ``words`` is the size of the name below it, ``border`` its boundary events, ``row`` the number of its lane,
    ``beside`` the shape below which it stands (data, annotations).
    """

    id: str
    width: float
    height: float
    words: Point = (0.0, 0.0)
    inside: tuple[Vertex, ...] = ()
    border: tuple[str, ...] = ()
    row: int = 0
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Arc:
    """A sequence flow between two vertices or boundary events of one level; ``words`` is the size of its name."""

    id: str
    source: str
    target: str
    words: Point | None = None


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane; one without inner lanes is a row of its pool."""

    id: str
    inner: tuple[Lane, ...] = ()

    def rows(self) -> int:
        """Return how many rows it spans."""
        return sum(lane.rows() for lane in self.inner) or 1

    def depth(self) -> int:
        """Return how many strips stand side by side in it."""
        return 1 + max((lane.depth() for lane in self.inner), default=0)


@dataclass(frozen=True, slots=True)
class Pool:
    """A pool with what stands in it; a pool without a name (id "") is a process that has none."""

    id: str
    vertices: tuple[Vertex, ...] = ()
    lanes: tuple[Lane, ...] = ()


@dataclass(slots=True)
class Placed:
    """Boxes of shapes, points of flows and boxes of words, by their ids."""

    boxes: dict[str, Box] = field(default_factory=dict)
    paths: dict[str, tuple[Point, ...]] = field(default_factory=dict)
    words: dict[str, Box] = field(default_factory=dict)
    width: float = 0.0
    height: float = 0.0

    def take(self, other: Placed, dx: float, dy: float) -> None:
        """Take in what was placed elsewhere, moved."""
        for number, (x, y, width, height) in other.boxes.items():
            self.boxes[number] = (x + dx, y + dy, width, height)
        for number, points in other.paths.items():
            self.paths[number] = tuple((x + dx, y + dy) for x, y in points)
        for number, (x, y, width, height) in other.words.items():
            self.words[number] = (x + dx, y + dy, width, height)


def place_pools(pools: Sequence[Pool], arcs: Sequence[Arc]) -> Placed:
    """Stack pools upon each other, all of one width; what stands in them is laid out by ``place``."""
    found = Placed()
    insides = [(pool, *_inside(pool, arcs)) for pool in pools]
    widest = max((_strips(pool) + placed.width + 2 * _SIDE for pool, placed, _rows in insides), default=0.0)
    width = max(widest, 600.0) if any(pool.id for pool in pools) else widest
    top = 0.0
    for pool, placed, rows in insides:
        strips = _strips(pool)
        height = placed.height + (0.0 if pool.lanes else 2 * _SIDE)
        if not pool.vertices and not pool.lanes:
            height = _BLACK_BOX
        found.take(placed, strips + _SIDE, top + (0.0 if pool.lanes else _SIDE))
        if pool.id:
            found.boxes[pool.id] = (0.0, top, width, height)
        row = 0
        for lane in pool.lanes:
            row = _place_lane(found, lane, rows, row, (BAND if pool.id else 0.0, top, width))
        top += height + _BETWEEN_POOLS
    found.width, found.height = width, max(top - _BETWEEN_POOLS, 0.0)
    return found


def _strips(pool: Pool) -> float:
    return (BAND if pool.id else 0.0) + BAND * max((lane.depth() for lane in pool.lanes), default=0)


def _inside(pool: Pool, arcs: Sequence[Arc]) -> tuple[Placed, list[tuple[float, float]]]:
    rows = sum(lane.rows() for lane in pool.lanes)
    return _level(pool.vertices, arcs, max(rows, 1), _LEAST_LANE if rows else 0.0)


def _place_lane(
    found: Placed, lane: Lane, rows: list[tuple[float, float]], row: int, pool: tuple[float, float, float]
) -> int:
    left, pool_top, right = pool
    count = lane.rows()
    first, last = rows[row], rows[row + count - 1]
    found.boxes[lane.id] = (left, pool_top + first[0], right - left, last[0] + last[1] - first[0])
    for inner in lane.inner:
        row = _place_lane(found, inner, rows, row, (left + BAND, pool_top, right))
    return row if lane.inner else row + 1


def place(vertices: Sequence[Vertex], arcs: Sequence[Arc]) -> Placed:
    """Lay out one level with everything in it; arcs between other shapes are passed over."""
    return _level(vertices, arcs, 1, 0.0)[0]


def _level(
    vertices: Sequence[Vertex], arcs: Sequence[Arc], rows: int, least: float
) -> tuple[Placed, list[tuple[float, float]]]:
    insides = {vertex.id: place(vertex.inside, arcs) for vertex in vertices if vertex.inside}
    sizes = {vertex.id: _size(vertex, insides.get(vertex.id)) for vertex in vertices}
    hosts = {event: vertex for vertex in vertices for event in vertex.border}
    cells = [
        Cell(
            vertex.id,
            *sizes[vertex.id],
            below=max(vertex.words[1], _below_border(vertex)),
            wide=vertex.words[0],
            row=vertex.row,
            beside=vertex.beside,
        )
        for vertex in vertices
    ]
    flows = [flow for arc in arcs if (flow := _flow(arc, sizes, hosts)) is not None]
    layers = arrange(cells, flows, rows, least)
    found = Placed(width=layers.width, height=layers.height)
    found.paths.update(layers.paths)
    found.words.update(layers.words)
    for vertex in vertices:
        _put(found, vertex, sizes[vertex.id], layers, insides)
    return found, layers.rows


def _put(
    found: Placed, vertex: Vertex, size: tuple[float, float], layers: Layers, insides: Mapping[str, Placed]
) -> None:
    left, top = layers.corners[vertex.id]
    found.boxes[vertex.id] = (left, top, *size)
    if vertex.id in insides:
        found.take(insides[vertex.id], left + _SIDE, top + _HEAD)
    for number, event in enumerate(vertex.border):
        x = left + _BORDER_FIRST + _BORDER_STEP * number
        y = top + size[1] - EVENT / 2
        found.boxes[event] = (x, y, EVENT, EVENT)
        found.words[event] = (x + EVENT + 2, y + EVENT / 2 + 3, _BORDER_STEP - EVENT - 6, 28.0)


def _size(vertex: Vertex, inside: Placed | None) -> tuple[float, float]:
    width, height = vertex.width, vertex.height
    if inside is not None:
        width, height = max(width, inside.width + 2 * _SIDE), max(height, inside.height + _HEAD + _FOOT)
    if vertex.border:
        width = max(width, _BORDER_FIRST + _BORDER_STEP * len(vertex.border))
    return width, height


def _below_border(vertex: Vertex) -> float:
    return EVENT / 2 + 28.0 + 10.0 * len(vertex.border) if vertex.border else 0.0


def _flow(arc: Arc, sizes: Mapping[str, tuple[float, float]], hosts: Mapping[str, Vertex]) -> Flow | None:
    host = hosts.get(arc.source)
    if arc.target not in sizes or (host is None and arc.source not in sizes):
        return None
    if host is None:
        return Flow(arc.id, arc.source, arc.target, words=arc.words)
    number, count = host.border.index(arc.source), len(host.border)
    height = sizes[host.id][1]
    leaves = (_BORDER_FIRST + _BORDER_STEP * number + EVENT / 2, height + EVENT / 2)
    return Flow(arc.id, host.id, arc.target, leaves, height + EVENT / 2 + 22.0 + 10.0 * (count - number), arc.words)


def connect(source: Box, target: Box, others: Iterable[Box], *, upright: bool = False) -> tuple[Point, ...]:
    """Return a line at right angles from one shape to another, through as few others as can be.

    Shapes that hold one of the two do not stand in the way. ``upright`` lines leave the sides to the sequence flows.
    """
    inside = [box for box in others if not _holds(box, source) and not _holds(box, target)]
    ways = [straightened(way) for way in _ways(source, target, upright)]
    return min(ways, key=lambda way: (_crossed(way, inside), len(way), _length(way)))


def _ways(source: Box, target: Box, upright: bool) -> list[list[Point]]:
    ways: list[list[Point]] = []
    sx, sy, sw, sh = source
    tx, ty, tw, th = target
    overlap_left, overlap_right = max(sx, tx), min(sx + sw, tx + tw)
    overlap_top, overlap_bottom = max(sy, ty), min(sy + sh, ty + th)
    down, right = ty >= sy + sh, tx >= sx + sw
    if overlap_right > overlap_left and (down or sy >= ty + th):
        for part in (0.5, 0.25, 0.75):
            x = overlap_left + (overlap_right - overlap_left) * part
            ways.append([(x, sy + sh), (x, ty)] if down else [(x, sy), (x, ty + th)])
    if not upright and overlap_bottom > overlap_top and (right or sx >= tx + tw):
        y = (overlap_top + overlap_bottom) / 2
        ways.append([(sx + sw, y), (tx, y)] if right else [(sx, y), (tx + tw, y)])
    count = 2 if upright else 4
    for one in _ports(source)[:count]:
        for two in _ports(target)[:count]:
            ways += _bent(one, two)
    return ways


_Port = tuple[Point, int, int]


def _ports(box: Box) -> list[_Port]:
    x, y, width, height = box
    return [
        ((x + width / 2, y), 0, -1),
        ((x + width / 2, y + height), 0, 1),
        ((x, y + height / 2), -1, 0),
        ((x + width, y + height / 2), 1, 0),
    ]


def _bent(one: _Port, two: _Port) -> list[list[Point]]:
    """Return the ways with one to three bends that leave and reach the shapes from outside."""
    (start, dx, dy), (end, ex, ey) = one, two
    out = (start[0] + dx * _MARGIN, start[1] + dy * _MARGIN)
    into = (end[0] + ex * _MARGIN, end[1] + ey * _MARGIN)
    middle_x, middle_y = (out[0] + into[0]) / 2, (out[1] + into[1]) / 2
    return [
        [start, out, (into[0], out[1]), into, end],
        [start, out, (out[0], into[1]), into, end],
        [start, out, (middle_x, out[1]), (middle_x, into[1]), into, end],
        [start, out, (out[0], middle_y), (into[0], middle_y), into, end],
    ]


def _crossed(way: Sequence[Point], boxes: Sequence[Box]) -> int:
    return sum(_meets(start, end, box) for start, end in pairwise(way) for box in boxes)


def _meets(start: Point, end: Point, box: Box) -> bool:
    x, y, width, height = box
    return (
        min(start[0], end[0]) < x + width
        and max(start[0], end[0]) > x
        and min(start[1], end[1]) < y + height
        and max(start[1], end[1]) > y
    )


def _holds(box: Box, other: Box) -> bool:
    return (
        box[0] <= other[0]
        and box[1] <= other[1]
        and box[0] + box[2] >= other[0] + other[2]
        and box[1] + box[3] >= other[1] + other[3]
    )


def _length(way: Sequence[Point]) -> float:
    return sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in pairwise(way))
