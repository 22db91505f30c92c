"""A diagram of a process as it is drawn, and what a run of it has done (R14)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

Box = tuple[float, float, float, float]
"""Left, top, width, height in the diagram's own units."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class DiagramNode:
    """One shape. ``tag`` is the element's name in BPMN, ``event`` what an event waits for or throws.

    ``state`` is running, done, cancelled or "" (not reached); ``description`` is the step's documentation.

    ``event`` is message, timer, conditional, signal, error, escalation, compensate, cancel, link, terminate, multiple,
    parallelMultiple or none. ``markers`` are loop, parallel, sequential, compensation, ad_hoc and collapsed, as they
    stand at the foot of an activity; parallel and collection are also those of pools and data. ``variant`` is "event"
    (an event sub-process), "instantiating" or "parallel_instantiating" (a gateway or a receive task that begins runs),
    "plain" (an exclusive gateway drawn without its marker), or what a call activity calls ("userTask" for a
    global user task). ``band`` is how wide the strip with the name of a pool or a lane is, and ``horizontal`` whether
    that stands at its left. ``tint`` is the colour that the file gives the shape, as #rrggbb, or "". ``opens`` names
    what the plane that shows the inside of it is about (see Diagram.plane, which may not know the process of another
    file), "" if there is none.
    """

    id: str
    tag: str
    label: str
    box: Box
    label_box: Box | None = None
    event: str = ""
    interrupting: bool = True
    description: str = ""
    state: str = ""
    markers: tuple[str, ...] = ()
    variant: str = ""
    expanded: bool = False
    horizontal: bool = True
    band: float = 0.0
    tint: str = ""
    opens: str = ""


@dataclass(frozen=True, slots=True)
class DiagramEdge:
    """One flow along its points; ``default`` is the one taken where no condition holds.

    ``kind`` is sequence, message, association, data or conversation; ``conditional`` is a sequence flow with a
    condition straight from an activity. ``arrows`` is where an association has its arrows: none, end, both.
    ``envelope`` is the message drawn upon a message flow: initiating, non_initiating or "".
    """

    id: str
    label: str
    points: tuple[Point, ...]
    label_box: Box | None = None
    default: bool = False
    taken: bool = False
    kind: str = "sequence"
    conditional: bool = False
    arrows: str = "end"
    envelope: str = ""
    source: str = ""
    target: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class Diagram:
    """All shapes, those around others first, and all flows; the labels are in the reader's language.

    ``about`` is the id of the element that this plane shows. ``planes`` are the further planes of the file: the insides
    of collapsed sub-processes, ``about`` them, and further diagrams; only the outermost diagram has any.
    """

    title: str
    nodes: tuple[DiagramNode, ...]
    edges: tuple[DiagramEdge, ...]
    about: str = ""
    planes: tuple[Diagram, ...] = ()

    def plane(self, about: str) -> Diagram | None:
        """Return the plane about an element, this one included; None if there is none."""
        return next((plane for plane in self.everywhere() if plane.about == about), None)

    def everywhere(self) -> Iterator[Diagram]:
        """Go through this plane and all further ones."""
        yield self
        yield from self.planes

    @property
    def own_ids(self) -> tuple[str, ...]:
        """The ids of what is drawn on this plane."""
        return (*(node.id for node in self.nodes), *(edge.id for edge in self.edges))

    @property
    def ids(self) -> frozenset[str]:
        """The ids of everything that is drawn, on all planes."""
        return frozenset(number for plane in self.everywhere() for number in plane.own_ids)


def marked(diagram: Diagram, states: Mapping[str, str], taken: Iterable[str] = ()) -> Diagram:
    """Return the diagram with the states of its elements and the flows that were taken, on all of its planes."""
    passed = frozenset(taken)
    return replace(
        diagram,
        nodes=tuple(
            node if node.state == states.get(node.id, "") else replace(node, state=states.get(node.id, ""))
            for node in diagram.nodes
        ),
        edges=tuple(
            edge if edge.taken == (edge.id in passed) else replace(edge, taken=edge.id in passed)
            for edge in diagram.edges
        ),
        planes=tuple(marked(plane, states, passed) for plane in diagram.planes),
    )


MarkKind = Literal["problem", "added", "removed", "changed"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign upon one element of a diagram, with the words that belong to it."""

    kind: MarkKind
    text: str


@dataclass(frozen=True, slots=True)
class RunStep:
    """One step of a run: when it began (UTC) and by whom, how and when it ended; ``state`` as in DiagramNode."""

    element_id: str
    label: str
    tag: str
    state: str
    began_at: datetime
    began_by: str
    ended_at: datetime | None
    ended_by: str


@dataclass(frozen=True, slots=True)
class ProcessRun:
    """The newest run on a record. ``status`` is running, completed, terminated, cancelled or error."""

    id: int
    process_label: str
    version: int
    status: str
    started_at: datetime
    started_by: str
    ended_at: datetime | None
    steps: tuple[RunStep, ...]
    diagram: Diagram
