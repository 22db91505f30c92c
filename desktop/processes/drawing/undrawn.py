"""Planes for what a BPMN file does not draw: whole processes, insides of sub-processes, single steps and flows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop.processes.drawing.interchange import Line, Plane, Shape
from desktop.processes.drawing.layout import EVENT, Arc, Lane, Placed, Pool, Vertex, connect, place, place_pools
from desktop.processes.drawing.outline import (
    CONVERSATIONS,
    EVENTS,
    FLOW_NODES,
    GATEWAYS,
    LINES,
    SUB_PROCESSES,
    Outline,
    Part,
)
from desktop.views.diagram import Box, Point

_TASK: Final = (120.0, 80.0)
_LONG_TASK: Final = (150.0, 80.0)
_GATEWAY: Final = (50.0, 50.0)
_CONVERSATION: Final = (70.0, 60.0)
_DATA: Final = (36.0, 50.0)
_LETTER, _LINE = 5.6, 14.0
_CROWD: Final = 600
"""More shapes than this are not gone around: it would take longer than a person waits."""
_SIDEWAYS = frozenset({"sequenceFlow", "conversationLink"})
_SHOWN = frozenset({"dataObjectReference", "dataStoreReference", "textAnnotation"})


def complete(outline: Outline, planes: list[Plane]) -> list[Plane]:
    """Return the planes with all that they lack; those of the file come first and keep what they have."""
    found = list(planes)
    drawn = {number for plane in planes for number in plane.shapes}
    if not drawn:
        found = []
        for collaboration in outline.of("collaboration")[:1]:
            if any(part.tag == "participant" for part in outline.content(collaboration.id)):
                found.append(_collaboration(outline, collaboration))
        drawn = {number for plane in found for number in plane.shapes}
    for plane in planes if found else []:
        _fill(outline, plane, drawn)
    drawn |= {number for plane in found for number in plane.shapes}
    about = {plane.about for plane in found}
    for part in (*outline.of("process"), *outline.of(*SUB_PROCESSES)):
        content = [inner.id for inner in outline.content(part.id) if inner.tag in FLOW_NODES]
        if content and part.id not in about and not drawn.intersection(content):
            plane = _plane(outline, part.id, place_pools([_pool(outline, "", part.id)], _arcs(outline)))
            found.append(plane)
            drawn |= set(plane.shapes)
    return found


def _collaboration(outline: Outline, collaboration: Part) -> Plane:
    pools = [
        _pool(outline, part.id, part.reference("processRef"))
        for part in outline.content(collaboration.id)
        if part.tag == "participant"
    ]
    taken = {part.reference("processRef") for part in outline.content(collaboration.id)}
    for process in outline.of("process"):
        content = any(part.tag in FLOW_NODES for part in outline.content(process.id))
        if content and process.id not in taken and process.id not in outline.called:
            pools.append(_pool(outline, "", process.id))
    placed = place_pools(pools, _arcs(outline))
    _place_beside(outline, collaboration, placed)
    return _plane(outline, collaboration.id, placed)


def _place_beside(outline: Outline, collaboration: Part, placed: Placed) -> None:
    """Put conversations and annotations that belong to no process at the right of the pools."""
    top = 0.0
    for part in outline.content(collaboration.id):
        if part.tag in CONVERSATIONS or part.tag == "textAnnotation":
            width, height = _CONVERSATION if part.tag in CONVERSATIONS else _sheet(outline, part)
            placed.boxes[part.id] = (placed.width + 80.0, top, width, height)
            top += height + 60.0


def _fill(outline: Outline, plane: Plane, drawn: set[str]) -> None:
    """Add to a plane the steps that it lacks of what it draws: below the rest, and on the border of their host."""
    here = {part.inside for number in plane.shapes if (part := outline.get(number)) and part.tag in FLOW_NODES}
    missing = [
        part
        for container in sorted(here)
        for part in outline.content(container)
        if part.tag in FLOW_NODES and part.id not in drawn
    ]
    for part in missing:
        host = plane.shapes.get(part.reference("attachedToRef"))
        if host is not None:
            x, y, width, height = host.box
            taken = sum(_on_border(host.box, shape.box) for shape in plane.shapes.values())
            left = x + width - EVENT - 4 - taken * (EVENT + 6)
            plane.shapes[part.id] = Shape(part.id, (left, y + height - EVENT / 2, EVENT, EVENT))
    rest = [part for part in missing if part.id not in plane.shapes and part.tag != "boundaryEvent"]
    if rest:
        vertices = tuple(_vertex(outline, part, 0) for part in rest)
        placed = place(vertices, _arcs(outline))
        left = min((shape.box[0] for shape in plane.shapes.values()), default=0.0)
        bottom = max((shape.box[1] + shape.box[3] for shape in plane.shapes.values()), default=0.0)
        moved = Placed()
        moved.take(placed, left + 20, bottom + 60)
        _add(outline, plane, moved)
    _join(outline, plane, ("sequenceFlow",))


def _on_border(host: Box, box: Box) -> bool:
    return (
        box[2] == EVENT and abs(box[1] + box[3] / 2 - host[1] - host[3]) < 1 and host[0] <= box[0] <= host[0] + host[2]
    )


def _plane(outline: Outline, about: str, placed: Placed) -> Plane:
    plane = Plane(about)
    _add(outline, plane, placed)
    _surround(outline, plane)
    _join(outline, plane, tuple(LINES))
    return plane


def _add(outline: Outline, plane: Plane, placed: Placed) -> None:
    for number, box in placed.boxes.items():
        part = outline.get(number)
        expanded = part is not None and part.tag in SUB_PROCESSES and bool(outline.content(number))
        plane.shapes[number] = Shape(number, box, placed.words.get(number), expanded=expanded, marker=True)
    for number, points in placed.paths.items():
        plane.lines[number] = Line(number, points, placed.words.get(number))


def _surround(outline: Outline, plane: Plane) -> None:
    """Draw the groups around the shapes that name the same category (BPMN 2.0, 8.3.10)."""
    for group in outline.of("group"):
        category = group.reference("categoryValueRef")
        members = [
            shape.box
            for shape in plane.shapes.values()
            if category and category in outline.parts[shape.about].references("categoryValueRef")
        ]
        if members:
            left, top = min(box[0] for box in members) - 12, min(box[1] for box in members) - 22
            right, bottom = max(box[0] + box[2] for box in members) + 12, max(box[1] + box[3] for box in members) + 12
            plane.shapes[group.id] = Shape(group.id, (left, top, right - left, bottom - top))


def _join(outline: Outline, plane: Plane, tags: tuple[str, ...]) -> None:
    """Draw the lines that a plane lacks though it draws what they join."""
    boxes = [shape.box for shape in plane.shapes.values()]
    if len(boxes) > _CROWD:
        boxes = []
    for part in outline.of(*tags):
        source, target = (plane.shapes.get(number) for number in outline.ends(part))
        if part.id not in plane.lines and source is not None and target is not None and source is not target:
            plane.lines[part.id] = Line(
                part.id, connect(source.box, target.box, boxes, upright=part.tag not in _SIDEWAYS)
            )


def _pool(outline: Outline, number: str, process: str) -> Pool:
    lanes: list[str] = []
    shown = tuple(_lane(outline, lane, lanes) for lane in outline.content(process) if lane.tag == "lane")
    rows = {
        str(node.text or "").strip().rpartition(":")[2]: row
        for row, lane in enumerate(lanes)
        for node in outline.parts[lane].children("flowNodeRef")
    }
    return Pool(number, _vertices(outline, process, rows), shown)


def _lane(outline: Outline, lane: Part, leaves: list[str]) -> Lane:
    inner = tuple(_lane(outline, part, leaves) for part in outline.content(lane.id) if part.tag == "lane")
    if not inner:
        leaves.append(lane.id)
    return Lane(lane.id, inner)


def _vertices(outline: Outline, container: str, rows: dict[str, int]) -> tuple[Vertex, ...]:
    content = outline.content(container)
    known = {part.id: rows.get(part.id, 0) for part in content if part.tag in FLOW_NODES}
    found = [
        _vertex(outline, part, known[part.id])
        for part in content
        if part.tag in FLOW_NODES and not (part.tag == "boundaryEvent" and part.reference("attachedToRef") in known)
    ]
    neighbours = dict(_neighbours(outline))
    around = outline.get(container)
    of_process = around is not None and around.tag == "process"
    for part in content:
        if part.tag in _SHOWN or (part.tag in ("dataInput", "dataOutput") and of_process):
            beside = neighbours.get(part.id, "")
            width, height = _sheet(outline, part)
            words = (0.0, 0.0) if part.tag == "textAnnotation" else _words(outline, part)
            beside = beside if beside in known else ""
            found.append(Vertex(part.id, width, height, words, row=known.get(beside, 0), beside=beside))
    return tuple(found)


def _vertex(outline: Outline, part: Part, row: int) -> Vertex:
    if part.tag in EVENTS:
        return Vertex(part.id, EVENT, EVENT, _words(outline, part), row=row)
    if part.tag in GATEWAYS:
        return Vertex(part.id, *_GATEWAY, _words(outline, part), row=row)
    border = tuple(event.id for event in outline.attached(part))
    inside = _vertices(outline, part.id, {}) if part.tag in SUB_PROCESSES else ()
    size = _LONG_TASK if _longest(outline, part) > 40 else _TASK
    return Vertex(part.id, *size, inside=inside, border=border, row=row)


def _sheet(outline: Outline, part: Part) -> tuple[float, float]:
    if part.tag != "textAnnotation":
        return _DATA
    return 120.0, max(30.0, 6.0 + _LINE * (1 + _longest(outline, part) * _LETTER // 110))


def _words(outline: Outline, part: Part) -> Point:
    """Return how wide and high the name below a shape is, in whichever language is longer."""
    long = _longest(outline, part) * _LETTER
    return (min(long, 100.0), 6.0 + _LINE * (1 + long // 90)) if long else (0.0, 0.0)


def _longest(outline: Outline, part: Part) -> int:
    return max(len(outline.name(part, language)) for language in ("en", "ru"))


def _neighbours(outline: Outline) -> Iterator[tuple[str, str]]:
    """Give each piece of data and each annotation with a shape to which a line joins it."""
    for part in outline.of("association", "dataInputAssociation", "dataOutputAssociation"):
        source, target = outline.ends(part)
        yield source, target
        yield target, source


def _arcs(outline: Outline) -> list[Arc]:
    found: list[Arc] = []
    for part in outline.of("sequenceFlow"):
        source, target = outline.ends(part)
        one, two = outline.get(source), outline.get(target)
        if one is not None and two is not None and one.inside == two.inside == part.inside:
            long = _longest(outline, part) * _LETTER
            words = (min(long, 90.0), _LINE * (1 + long // 90)) if long else None
            found.append(Arc(part.id, source, target, words))
    return found
