"""A diagram of a process as it is drawn, and what a run of it has done (R14)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

Box = tuple[float, float, float, float]
"""Left, top, width, height in the diagram's own units."""


@dataclass(frozen=True, slots=True)
class DiagramNode:
    """One shape. ``tag`` is the element's name in BPMN, ``event`` what an event waits for or throws.

    ``state`` is running, done, cancelled or "" (not reached); ``description`` is the step's documentation.
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


@dataclass(frozen=True, slots=True)
class DiagramEdge:
    """One sequence flow along its points; ``default`` is the one taken where no condition holds."""

    id: str
    label: str
    points: tuple[tuple[float, float], ...]
    label_box: Box | None = None
    default: bool = False
    taken: bool = False


@dataclass(frozen=True, slots=True)
class Diagram:
    """All shapes, those around others first, and all flows; the labels are in the reader's language."""

    title: str
    nodes: tuple[DiagramNode, ...]
    edges: tuple[DiagramEdge, ...]


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
