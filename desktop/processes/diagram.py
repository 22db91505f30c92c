"""The diagram information of a definition: where its shapes and flows stand (BPMN 2.0, chapter 12)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import select

from desktop.engine import EXTENSION_NAMESPACE, BoundaryEvent, Element, Event, FlowNode, SequenceFlow
from desktop.engine.hardened_xml import parse, split
from desktop.processes.library import Definition
from desktop.processes.tables import process_definition
from desktop.sales.reading import Reading
from desktop.views.diagram import Box, Diagram, DiagramEdge, DiagramNode


@dataclass(frozen=True, slots=True)
class Drawing:
    """Bounds of shapes, points of edges and bounds of labels, each by the id of the BPMN element."""

    shapes: dict[str, Box]
    edges: dict[str, tuple[tuple[float, float], ...]]
    labels: dict[str, Box]


def diagram(
    reading: Reading,
    definition: Definition,
    language: str,
    states: dict[str, str] | None = None,
    taken: Iterable[str] = (),
) -> Diagram:
    """Return the diagram of a definition in the language; ``states`` by element and ``taken`` flows mark a run on it.

    Elements without diagram information are left out.
    """
    drawing = read(_xml(reading, definition.hash))
    passed = frozenset(taken)
    nodes: list[DiagramNode] = []
    edges: list[DiagramEdge] = []
    for element in definition.process.elements.values():
        if isinstance(element, FlowNode) and element.id in drawing.shapes:
            nodes.append(_node(definition, element, drawing, language, (states or {}).get(element.id, "")))
        elif isinstance(element, SequenceFlow) and element.id in drawing.edges:
            edges.append(
                DiagramEdge(
                    id=element.id,
                    label=_label(definition, element, language),
                    points=drawing.edges[element.id],
                    label_box=drawing.labels.get(element.id),
                    default=element.source.default is element,
                    taken=element.id in passed,
                )
            )
    nodes.sort(key=lambda node: (node.tag == "boundaryEvent", -node.box[2] * node.box[3]))
    return Diagram(definition.label.said(language), tuple(nodes), tuple(edges))


@lru_cache(maxsize=16)
def read(xml: bytes) -> Drawing:
    """Read the diagram information of a BPMN file. Raises DefinitionError for what is no XML.

    A shape without a size and an edge with less than two points are left out.
    """
    shapes: dict[str, Box] = {}
    edges: dict[str, tuple[tuple[float, float], ...]] = {}
    labels: dict[str, Box] = {}
    for found in parse(xml).iter():
        name = split(found)[1]
        if name not in ("BPMNShape", "BPMNEdge"):
            continue
        about = (found.get("bpmnElement") or "").rpartition(":")[2]
        points: list[tuple[float, float]] = []
        for part in found:
            kind = split(part)[1]
            if kind == "Bounds":
                shapes[about] = _box(part)
            elif kind == "waypoint":
                points.append((_number(part.get("x")), _number(part.get("y"))))
            elif kind == "BPMNLabel":
                for inner in part:
                    if split(inner)[1] == "Bounds":
                        labels[about] = _box(inner)
        if len(points) > 1:
            edges[about] = tuple(points)
    return Drawing({about: box for about, box in shapes.items() if box[2] > 0 and box[3] > 0}, edges, labels)


def _box(bounds: object) -> Box:
    get = bounds.get  # type: ignore[attr-defined]
    return (_number(get("x")), _number(get("y")), _number(get("width")), _number(get("height")))


def _number(text: str | None) -> float:
    try:
        number = float(text or 0)
    except ValueError:
        return 0.0
    return number if abs(number) < 1e7 else 0.0


def _xml(reading: Reading, digest: str) -> bytes:
    return bytes(reading.value(select(process_definition.c.xml).where(process_definition.c.hash == digest).limit(1)))


def _node(definition: Definition, node: FlowNode, drawing: Drawing, language: str, state: str) -> DiagramNode:
    return DiagramNode(
        id=node.id,
        tag=node.tag,
        label=_label(definition, node, language),
        box=drawing.shapes[node.id],
        label_box=drawing.labels.get(node.id),
        event=node.kind if isinstance(node, Event) else "",
        interrupting=node.interrupting if isinstance(node, BoundaryEvent) else True,
        description=description(node, language),
        state=state,
    )


def _label(definition: Definition, element: Element, language: str) -> str:
    return definition.name(element.id).said(language) if element.name else ""


def description(element: Element, language: str) -> str:
    """Return what the definition says about one of its elements, in the language where it does (R14)."""
    for found in element.extensions:
        ours = found.namespace == EXTENSION_NAMESPACE and found.tag == "documentation"
        if ours and found.attributes.get("language", "en") == language:
            return found.text.strip()
    return element.documentation[0].text.strip() if element.documentation else ""
