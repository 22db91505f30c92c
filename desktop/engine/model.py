"""What a BPMN 2.0 file says, as immutable objects linked with one another.

A class for each family of elements; ``tag`` is the element's own name in the file ("userTask",
"inclusiveGateway"), so that every element of BPMN has its place here whether or not the machine executes
it. The reader makes the objects and links them once; after that nothing changes. Elements are compared
by identity.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from desktop.engine.expression import Expression

_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})

WaitKind: TypeAlias = Literal["user", "manual", "service", "message"]


@dataclass(frozen=True, slots=True)
class Documentation:
    """A text about an element (BPMN 2.0, 8.3.2); ``language`` is its ``xml:lang``, if it has one."""

    text: str
    text_format: str = "text/plain"
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Extension:
    """An element inside ``extensionElements`` (BPMN 2.0, 8.3.3), kept as it stands.

    Attributes without a namespace are found by their name, others as ``{namespace}name``.
    """

    namespace: str
    tag: str
    attributes: Mapping[str, str]
    text: str
    children: tuple[Extension, ...] = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False, kw_only=True)
class Element:
    """What all elements have: who they are, where they stand in the file, what is said about them.

    ``attributes`` are the vendors' own attributes, as ``{namespace}name``.
    """

    id: str
    tag: str
    line: int
    name: str = ""
    documentation: tuple[Documentation, ...] = ()
    extensions: tuple[Extension, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=lambda: _NOTHING)

    def __repr__(self) -> str:
        """Show the element without what it is linked to."""
        return f"<{self.tag} {self.id} line {self.line}>"


@dataclass(frozen=True, slots=True, eq=False, repr=False, kw_only=True)
class Message(Element):
    """A message of the definitions (BPMN 2.0, 8.4.11); instances wait for it by its name."""


@dataclass(frozen=True, slots=True, eq=False, repr=False, kw_only=True)
class Error(Element):
    """An error of the definitions (BPMN 2.0, 8.4.3); thrown and caught by its code."""

    code: str | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """The condition of a sequence flow; ``expression`` is None where the process is not executable."""

    text: str
    line: int
    language: str | None
    expression: Expression | None


@dataclass(frozen=True, slots=True, eq=False, repr=False, kw_only=True)
class SequenceFlow(Element):
    """A sequence flow between two nodes of one scope (BPMN 2.0, 8.4.13)."""

    source: FlowNode = field(init=False)
    target: FlowNode = field(init=False)
    condition: Condition | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False, kw_only=True)
class FlowNode(Element):
    """A node that tokens visit (BPMN 2.0, 8.4.7); ``outgoing`` is in the order of evaluation."""

    parent: Process | SubProcess = field(init=False)
    incoming: tuple[SequenceFlow, ...] = ()
    outgoing: tuple[SequenceFlow, ...] = ()
    default: SequenceFlow | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False, kw_only=True)
class Activity(FlowNode):
    """Work: a task, a sub-process or a call (BPMN 2.0, 10.3)."""

    boundary_events: tuple[BoundaryEvent, ...] = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False, kw_only=True)
class Task(Activity):
    """A task (BPMN 2.0, 10.3.3); ``result_variable`` comes from our extension element ``task``."""

    result_variable: str | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False, kw_only=True)
class SubProcess(Activity):
    """An embedded sub-process (BPMN 2.0, 10.3.5): a scope of its own inside another.

    ``initial`` are the nodes that get a token when it begins.
    """

    nodes: tuple[FlowNode, ...] = ()
    flows: tuple[SequenceFlow, ...] = ()
    initial: tuple[FlowNode, ...] = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False, kw_only=True)
class Gateway(FlowNode):
    """A gateway (BPMN 2.0, 10.6); ``direction`` as written in the file."""

    direction: str = "Unspecified"


@dataclass(frozen=True, slots=True, eq=False, repr=False, kw_only=True)
class EventDefinition(Element):
    """What an event throws or waits for (BPMN 2.0, 10.5.5): ``kind`` is "message", "error", "timer", ..."""

    kind: str
    message: Message | None = None
    error: Error | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False, kw_only=True)
class Event(FlowNode):
    """A start, intermediate or end event (BPMN 2.0, 10.5); none events have no definition."""

    definitions: tuple[EventDefinition, ...] = ()

    @property
    def kind(self) -> str:
        """Name the only definition's kind; "none" without, "multiple" with several."""
        if not self.definitions:
            return "none"
        return self.definitions[0].kind if len(self.definitions) == 1 else "multiple"

    @property
    def message(self) -> Message | None:
        """Give the message that the event waits for, if it does."""
        return self.definitions[0].message if self.definitions else None

    @property
    def error(self) -> Error | None:
        """Give the error that the event throws or catches, if it names one."""
        return self.definitions[0].error if self.definitions else None


@dataclass(frozen=True, slots=True, eq=False, repr=False, kw_only=True)
class BoundaryEvent(Event):
    """An event on the border of an activity (BPMN 2.0, 10.5.4 and 13.5.3)."""

    attached_to: Activity = field(init=False)
    interrupting: bool = True


@dataclass(frozen=True, slots=True, eq=False, repr=False, kw_only=True)
class Process(Element):
    """A process (BPMN 2.0, 10.2). A machine takes only one that is ``executable``.

    ``nodes`` and ``flows`` are its own; ``elements`` finds every node and flow inside it by id, at
    any depth.
    """

    executable: bool
    nodes: tuple[FlowNode, ...] = ()
    flows: tuple[SequenceFlow, ...] = ()
    initial: tuple[FlowNode, ...] = ()
    elements: Mapping[str, Element] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, eq=False)
class Definitions:
    """A whole file (BPMN 2.0, 8.2.1). ``hash`` is the SHA-256 of its bytes, in hexadecimal digits."""

    id: str
    name: str
    hash: str
    source: str
    target_namespace: str
    processes: Mapping[str, Process]
    messages: Mapping[str, Message]
    errors: Mapping[str, Error]


def link(element: object, **links: object) -> None:
    """Set what can be known only when all elements are made. For the reader alone."""
    for name, value in links.items():
        object.__setattr__(element, name, value)
