"""The diagram information of a BPMN file: where its shapes and lines stand, plane by plane (BPMN 2.0, chapter 12)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from desktop.engine.hardened_xml import split
from desktop.views.diagram import Box, Point

NAMESPACE: Final = "http://www.omg.org/spec/BPMN/20100524/DI"
_FARTHEST: Final = 1e7
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_FILLS = ("background-color", "fill")


@dataclass(frozen=True, slots=True)
class Shape:
    """Where one element stands. What the file does not say is None."""

    about: str
    box: Box
    label_box: Box | None = None
    horizontal: bool | None = None
    expanded: bool | None = None
    marker: bool | None = None
    tint: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """How one flow or association runs."""

    about: str
    points: tuple[Point, ...]
    label_box: Box | None = None
    envelope: str = ""


@dataclass(slots=True)
class Plane:
    """One drawing of the file; ``about`` is the id of the process, collaboration or sub-process that it shows."""

    about: str
    name: str = ""
    shapes: dict[str, Shape] = field(default_factory=dict)
    lines: dict[str, Line] = field(default_factory=dict)


def planes(root: etree._Element) -> list[Plane]:
    """Return all planes in the order of the file.

    A shape without a size and an edge with less than two points are left out; of two that show the same element on one
    plane the first counts.
    """
    found: list[Plane] = []
    for diagram in root.iter(f"{{{NAMESPACE}}}BPMNDiagram"):
        for element in diagram.iter(f"{{{NAMESPACE}}}BPMNPlane"):
            plane = Plane(_about(element), str(diagram.get("name") or ""))
            for child in element:
                if child.tag == f"{{{NAMESPACE}}}BPMNShape":
                    _add_shape(plane, child)
                elif child.tag == f"{{{NAMESPACE}}}BPMNEdge":
                    _add_line(plane, child)
            found.append(plane)
    return found


def _add_shape(plane: Plane, element: etree._Element) -> None:
    box = next((_box(child) for child in element if split(child)[1] == "Bounds"), None)
    about = _about(element)
    if about and box is not None and box[2] > 0 and box[3] > 0:
        made = Shape(
            about,
            box,
            _label_box(element),
            horizontal=_flag(element, "isHorizontal"),
            expanded=_flag(element, "isExpanded"),
            marker=_flag(element, "isMarkerVisible"),
            tint=_tint(element),
        )
        plane.shapes.setdefault(about, made)


def _add_line(plane: Plane, element: etree._Element) -> None:
    points: list[Point] = []
    for child in element:
        if split(child)[1] == "waypoint":
            point = (_number(child.get("x")), _number(child.get("y")))
            if not points or points[-1] != point:
                points.append(point)
    about = _about(element)
    if about and len(points) > 1:
        envelope = str(element.get("messageVisibleKind") or "")
        plane.lines.setdefault(about, Line(about, tuple(points), _label_box(element), envelope))


def _about(element: etree._Element) -> str:
    return str(element.get("bpmnElement") or "").strip().rpartition(":")[2]


def _label_box(element: etree._Element) -> Box | None:
    for child in element:
        if child.tag == f"{{{NAMESPACE}}}BPMNLabel":
            box = next((_box(inner) for inner in child if split(inner)[1] == "Bounds"), None)
            return box if box is not None and box[2] > 0 and box[3] > 0 else None
    return None


def _flag(element: etree._Element, name: str) -> bool | None:
    text = element.get(name)
    return None if text is None else text in ("true", "1")


def _tint(element: etree._Element) -> str:
    """Return the colour that a modeller has given the shape, by whichever of the two extensions in use."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] in _FILLS and _COLOUR.fullmatch(str(value)):
            return str(value).lower()
    return ""


def _box(bounds: etree._Element) -> Box:
    x, y, width, height = (_number(bounds.get(name)) for name in ("x", "y", "width", "height"))
    return (x, y, width, height)


def _number(text: str | None) -> float:
    try:
        number = float(text or 0)
    except ValueError:
        return 0.0
    return number if abs(number) < _FARTHEST else 0.0
