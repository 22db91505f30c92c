"""The diagram of a process: what a BPMN file says, where its drawing puts it, and what a run has done there (R14)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from sqlalchemy import select

from desktop.engine import EXTENSION_NAMESPACE
from desktop.engine.hardened_xml import parse, split
from desktop.processes.definitions.definition import Definition
from desktop.processes.drawing import interchange, undrawn
from desktop.processes.drawing.interchange import Line, Plane, Shape
from desktop.processes.drawing.outline import DATA, LINES, SUB_PROCESSES, Outline, Part
from desktop.processes.tables import process_definition
from desktop.sales.reading import Reading
from desktop.views.diagram import Diagram, DiagramEdge, DiagramNode, marked

_BAND = 30.0
_WIDEST_BAND = 90.0


def diagram(
    reading: Reading,
    definition: Definition,
    language: str,
    states: Mapping[str, str] | None = None,
    taken: Iterable[str] = (),
) -> Diagram:
    """Return the diagram of a definition in the language; ``states`` by element and ``taken`` flows mark a run.

    The processes of other files that it calls are further planes; the ids of their elements have the process's id and
    a colon before them, as the engine has it.
    """
    table = process_definition
    row = reading.first(select(table.c.xml, table.c.calls).where(table.c.hash == definition.hash).limit(1))
    assert row is not None, "the library knows the definition"
    drawn = replace(of_file(bytes(row.xml), language), title=definition.label.said(language))
    if row.calls:
        others = reading.rows(select(table.c.hash, table.c.xml).where(table.c.hash.in_(row.calls.values())))
        files = {other.hash: bytes(other.xml) for other in others}
        called = {key: of_file(files[digest], language) for key, digest in sorted(row.calls.items())}
        drawn = joined(drawn, called)
    return marked(drawn, states or {}, taken)


def joined(drawn: Diagram, called: Mapping[str, Diagram]) -> Diagram:
    """Return a diagram with those of the processes of other files that it calls, by the ids of these processes."""
    planes = list(drawn.planes)
    for key, other in called.items():
        own = {plane.about: f"{key}:{plane.about}" for plane in other.everywhere()} | {other.about: key}
        planes += [_prefixed(plane, f"{key}:", own) for plane in other.everywhere()]
    return replace(drawn, planes=tuple(planes))


def _prefixed(plane: Diagram, prefix: str, own: Mapping[str, str]) -> Diagram:
    return Diagram(
        plane.title,
        tuple(replace(node, id=prefix + node.id, opens=own.get(node.opens, node.opens)) for node in plane.nodes),
        tuple(
            replace(edge, id=prefix + edge.id, source=prefix + edge.source, target=prefix + edge.target)
            for edge in plane.edges
        ),
        own[plane.about],
    )


@lru_cache(maxsize=32)
def of_file(xml: bytes, language: str) -> Diagram:
    """Return the diagram of any BPMN file, executable or not, with its names in the language.

    What the file does not draw gets a layout: a whole process, the inside of a collapsed sub-process (on a plane of its
    own), single elements. Choreographies are shown as plain boxes. Raises DefinitionError for what is no XML.
    """
    outline = Outline(parse(xml))
    planes = undrawn.complete(outline, interchange.planes(outline.root))
    planes.sort(key=lambda plane: _order(outline, plane))
    file = _Drawn(outline, language, frozenset(plane.about for plane in planes))
    drawn = [_diagram(file, plane) for plane in planes]
    title = _title(outline, language)
    if not drawn:
        return Diagram(title, (), ())
    return replace(drawn[0], title=title or drawn[0].title, planes=tuple(drawn[1:]))


def _order(outline: Outline, plane: Plane) -> tuple[bool, bool]:
    """The drawing of the whole comes before those of called processes and of insides."""
    about = outline.get(plane.about)
    return (about is not None and about.tag in SUB_PROCESSES, plane.about in outline.called)


def _title(outline: Outline, language: str) -> str:
    processes = outline.of("process")
    executable = [part for part in processes if part.flag("isExecutable", otherwise=False)]
    main = [part for part in executable or processes if part.id not in outline.called]
    for part in main[:1]:
        return _process_label(part, language) or outline.name(part, language)
    return ""


def _process_label(process: Part, language: str) -> str:
    texts: dict[str, str] = {}
    for extensions in process.children("extensionElements"):
        for own in extensions:
            for label in own:
                if split(own) == (EXTENSION_NAMESPACE, "process") and split(label)[1] == "label":
                    texts[label.get("language", "en")] = (label.text or "").strip()
    return texts.get(language) or texts.get("en", "")


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The file that is drawn; ``known`` are the ids of what its planes are about."""

    outline: Outline
    language: str
    known: frozenset[str]


def _diagram(drawn: _Drawn, plane: Plane) -> Diagram:
    outline, language = drawn.outline, drawn.language
    nodes = [
        _node(drawn, plane, part, shape)
        for shape in plane.shapes.values()
        if (part := outline.get(shape.about)) is not None
    ]
    nodes.sort(key=lambda node: (node.tag == "boundaryEvent", -node.box[2] * node.box[3]))
    edges = [
        _edge(outline, part, line, language)
        for line in plane.lines.values()
        if (part := outline.get(line.about)) is not None
    ]
    about = outline.get(plane.about)
    name = outline.name(about, language) if about is not None else ""
    return Diagram(name or plane.name, tuple(nodes), tuple(edges), plane.about)


def _node(drawn: _Drawn, plane: Plane, part: Part, shape: Shape) -> DiagramNode:
    outline, language, known = drawn.outline, drawn.language, drawn.known
    markers, variant = outline.markers(part), outline.variant(part)
    expanded = _expanded(outline, plane, part, shape)
    if part.tag in SUB_PROCESSES and not expanded:
        markers = (*markers, "collapsed")
    called = part.reference("calledElement") if part.tag == "callActivity" else ""
    if called and not expanded and not variant:
        markers = (*markers, "collapsed")
    if part.tag in ("subConversation", "subChoreography"):
        markers = (*markers, "collapsed")
    if part.tag == "exclusiveGateway" and not shape.marker:
        variant = "plain"
    opened = part.id if part.id in known else called or part.reference("processRef")
    elsewhere = bool(called) and not variant and outline.get(called) is None
    return DiagramNode(
        id=part.id,
        tag=part.tag,
        label=outline.name(part, language),
        box=shape.box,
        label_box=shape.label_box,
        event=outline.event(part) if part.tag.endswith("Event") else "",
        interrupting=outline.interrupting(part),
        description=outline.description(part, language),
        markers=markers,
        variant=variant,
        expanded=expanded,
        horizontal=shape.horizontal is not False,
        band=_band(outline, plane, part, shape),
        tint=shape.tint,
        opens=opened if elsewhere or (opened in known and opened != plane.about) else "",
    )


def _expanded(outline: Outline, plane: Plane, part: Part, shape: Shape) -> bool:
    """Tell whether the inside of a shape is drawn in it, where the file does not say by what is drawn there."""
    if part.tag == "participant":
        process = part.reference("processRef")
        return bool(process) and any(inner.id in plane.shapes for inner in outline.content(process))
    if part.tag in SUB_PROCESSES:
        if shape.expanded is not None:
            return shape.expanded
        return any(inner.id in plane.shapes for inner in outline.content(part.id) if inner.tag not in DATA)
    return part.tag == "callActivity" and bool(shape.expanded)


def _band(outline: Outline, plane: Plane, part: Part, shape: Shape) -> float:
    """Return how wide the strip of the name is: as much as the lanes in it leave free."""
    if part.tag not in ("participant", "lane"):
        return 0.0
    around = part.reference("processRef") if part.tag == "participant" else part.id
    axis = 0 if shape.horizontal is not False else 1
    lanes = [
        plane.shapes[lane.id].box for lane in outline.of("lane") if lane.inside == around and lane.id in plane.shapes
    ]
    free = min((box[axis] - shape.box[axis] for box in lanes), default=0.0)
    if 8.0 <= free <= _WIDEST_BAND:
        return free
    return _BAND if part.tag == "lane" or _expanded(outline, plane, part, shape) else 0.0


def _edge(outline: Outline, part: Part, line: Line, language: str) -> DiagramEdge:
    source, target = outline.ends(part)
    return DiagramEdge(
        id=part.id,
        label=outline.name(part, language),
        points=line.points,
        label_box=line.label_box,
        default=part.id in outline.defaults,
        kind=LINES.get(part.tag, "association"),
        conditional=part.tag == "sequenceFlow" and outline.conditional(part),
        arrows=outline.direction(part),
        envelope=line.envelope,
        source=source,
        target=target,
        description=outline.description(part, language),
    )
