"""The layout of what has no drawing: nothing upon anything, flows at right angles and past the shapes."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.processes.drawing.channels import Cell, Flow, Layers, straightened
from desktop.processes.drawing.layering import arrange
from desktop.processes.drawing.layout import Arc, Lane, Pool, Vertex, connect, place, place_pools

SIZES = st.tuples(st.integers(20, 200), st.integers(20, 120))


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[Cell], list[Flow], int]:
    rows = draw(st.integers(1, 3))
    sizes = draw(st.lists(st.tuples(SIZES, st.integers(0, rows - 1)), min_size=1, max_size=12))
    cells = [Cell(str(number), *size, below=10, row=row) for number, (size, row) in enumerate(sizes)]
    ends = st.integers(0, len(cells) - 1)
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=20))
    flows = [Flow(f"f{number}", str(one), str(two)) for number, (one, two) in enumerate(pairs)]
    return cells, flows, rows


@settings(max_examples=60, deadline=None)
@given(graphs())
def test_shapes_stay_apart_and_flows_pass_them(graph: tuple[list[Cell], list[Flow], int]) -> None:
    cells, flows, rows = graph
    found = arrange(cells, flows, rows)
    boxes = {cell.id: (*found.corners[cell.id], cell.width, cell.height) for cell in cells}
    for one, first in boxes.items():
        for two, second in boxes.items():
            assert one >= two or apart(first, second)
    for cell in cells:
        top, height = found.rows[cell.row]
        assert top - 0.1 <= boxes[cell.id][1]
        assert boxes[cell.id][1] + cell.height <= top + height + 0.1
    for flow in flows:
        _runs_from_shape_to_shape(flow, found, boxes)


def _runs_from_shape_to_shape(flow: Flow, found: Layers, boxes: dict[str, tuple[float, ...]]) -> None:
    path = found.paths[flow.id]
    source, target = boxes[flow.source], boxes[flow.target]
    assert path[0] == (source[0] + source[2], path[0][1])
    assert abs(path[0][1] - source[1] - source[3] / 2) < 0.01
    assert path[-1][0] == target[0]
    for start, end in pairwise(path):
        assert abs(start[0] - end[0]) < 0.01 or abs(start[1] - end[1]) < 0.01, "at right angles"
        for box in boxes.values():
            assert not through(start, end, box), flow


def apart(one: tuple[float, ...], two: tuple[float, ...]) -> bool:
    x, y, w, h = one
    a, b, c, d = two
    return x + w <= a or a + c <= x or y + h <= b or b + d <= y


def through(start: tuple[float, float], end: tuple[float, float], box: tuple[float, ...]) -> bool:
    x, y, width, height = box
    left, right = sorted((start[0], end[0]))
    top, bottom = sorted((start[1], end[1]))
    return left < x + width - 0.1 and right > x + 0.1 and top < y + height - 0.1 and bottom > y + 0.1


def test_a_chain_runs_from_left_to_right_on_one_height() -> None:
    cells = [Cell(name, 100, high) for name, high in (("a", 36), ("b", 80), ("c", 50))]
    found = arrange(cells, [Flow("ab", "a", "b"), Flow("bc", "b", "c")])
    assert [len(path) for path in found.paths.values()] == [2, 2]
    assert found.corners["a"][0] < found.corners["b"][0] < found.corners["c"][0]


def test_a_flow_back_and_a_loop_run_below_everything() -> None:
    cells = [Cell("a", 100, 80), Cell("b", 100, 80)]
    flows = [Flow("on", "a", "b"), Flow("back", "b", "a"), Flow("self", "a", "a")]
    found = arrange(cells, flows)
    bottom = max(top + 80 for _left, top in found.corners.values())
    assert all(max(y for _x, y in found.paths[name]) > bottom for name in ("back", "self"))


def test_a_sub_process_is_as_large_as_its_inside_and_its_events_stand_on_the_border() -> None:
    inside = (Vertex("one", 120, 80), Vertex("two", 120, 80))
    arcs = [Arc("in", "one", "two"), Arc("out", "late", "after"), Arc("on", "stage", "after")]
    found = place([Vertex("stage", 100, 80, inside=inside, border=("late", "lost")), Vertex("after", 36, 36)], arcs)
    x, y, width, height = found.boxes["stage"]
    for name in ("one", "two"):
        left, top, wide, high = found.boxes[name]
        assert x < left < left + wide < x + width
        assert y < top < top + high < y + height
    late, lost = found.boxes["late"], found.boxes["lost"]
    assert late[1] + late[3] / 2 == lost[1] + lost[3] / 2 == y + height
    assert apart(late, lost)
    assert found.paths["out"][0] == (late[0] + late[2] / 2, late[1] + late[3])


def test_pools_are_stacked_and_lanes_fill_them() -> None:
    lanes = (Lane("outer", (Lane("upper"), Lane("lower"))),)
    steps = (Vertex("a", 120, 80, row=0), Vertex("b", 120, 80, row=1))
    found = place_pools([Pool("ours", steps, lanes), Pool("theirs")], [Arc("ab", "a", "b")])
    ours, theirs = found.boxes["ours"], found.boxes["theirs"]
    assert ours[2] == theirs[2]
    assert apart(ours, theirs)
    upper, lower = found.boxes["upper"], found.boxes["lower"]
    assert upper[1] + upper[3] == lower[1]
    assert lower[1] + lower[3] == ours[1] + ours[3]
    assert upper[1] < found.boxes["a"][1] < lower[1] < found.boxes["b"][1]


def test_a_line_goes_around_what_stands_between() -> None:
    wall = (150.0, -100.0, 50.0, 300.0)
    way = connect((0, 0, 100, 80), (300, 0, 100, 80), [wall])
    assert way[0] == (100, 40)
    around = connect((0, 0, 100, 80), (300, 0, 100, 80), [(150.0, -5.0, 50.0, 90.0)])
    assert not any(through(start, end, (150.0, -5.0, 50.0, 90.0)) for start, end in pairwise(around))
    upright = connect((0, 0, 100, 80), (0, 200, 100, 80), [], upright=True)
    assert upright == ((50.0, 80), (50.0, 200))


def test_points_at_which_a_line_does_not_turn_are_left_out() -> None:
    assert straightened([(0, 0), (5, 0), (5, 0), (9, 0), (9, 4)]) == ((0, 0), (9, 0), (9, 4))
