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

from desktop.engine.data_model import NO_DATA, Condition, CorrelationKey, DataFlow, Formula, Subscription
from desktop.engine.durations import Timing
from desktop.engine.errors import Problem

_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})

WaitKind: TypeAlias = Literal[
    "user", "manual", "service", "script", "rule", "message", "signal", "timer", "condition", "select"
]


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


@dataclass(frozen=True, slots=True, eq=False, repr=False, kw_only=True)
class Escalation(Element):
    """An escalation of the definitions (BPMN 2.0, 8.4.4); thrown and caught by its code."""

    code: str | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False, kw_only=True)
class Signal(Element):
    """A signal of the definitions (BPMN 2.0, 10.5.5); all who wait for its name get it."""


@dataclass(frozen=True, slots=True)
class Timer:
    """When a timer event fires (BPMN 2.0, 10.5.5): ``kind`` is "date", "duration" or "cycle".

    ``timing`` is what the text says by itself; if it is None, ``formula`` gives the text when the timer starts.
    ``catch_up`` says what happens with the firings of a cycle that were missed: "all" or "once".
    """

    kind: Literal["date", "duration", "cycle"]
    timing: Timing | None
    formula: Formula | None
    catch_up: str = ""


@dataclass(frozen=True, slots=True, eq=False, repr=False, kw_only=True)
class SequenceFlow(Element):
    """A sequence flow between two nodes of one scope (BPMN 2.0, 8.4.13)."""

    source: FlowNode = field(init=False)
    target: FlowNode = field(init=False)
    condition: Condition | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False, kw_only=True)
class FlowNode(Element):
    """A node that tokens visit (BPMN 2.0, 8.4.7); ``outgoing`` is in the order of evaluation.

    ``lanes`` are the names of the lanes in which it stands (10.8), the outermost first.
    """

    parent: Process | SubProcess = field(init=False)
    incoming: tuple[SequenceFlow, ...] = ()
    outgoing: tuple[SequenceFlow, ...] = ()
    default: SequenceFlow | None = None
    lanes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StandardLoop:
    """Do it again while the condition is true (BPMN 2.0, 10.3.8 and 13.3.6)."""

    condition: Condition | None
    test_before: bool
    maximum: int | None


@dataclass(frozen=True, slots=True)
class MultiInstance:
    """Do it for each of several (BPMN 2.0, 10.3.8 and 13.3.7).

    ``collection`` and ``item`` name variables: the list, and what each instance calls its item; the same of
    ``results`` and ``result`` on the way out. ``behavior`` is None, One, All or Complex.
    """

    sequential: bool
    cardinality: Formula | None
    collection: str | None
    item: str | None
    results: str | None
    result: str | None
    completion: Condition | None
    behavior: str
    event: EventDefinition | None
    complex_events: tuple[tuple[Condition, EventDefinition], ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False, kw_only=True)
class Activity(FlowNode):
    """Work: a task, a sub-process or a call (BPMN 2.0, 10.3).

    ``compensation`` is the activity that undoes it, found by its compensation boundary event (10.7.2);
    ``performers`` are the names of the resources that do it (10.3.1).
    """

    boundary_events: tuple[BoundaryEvent, ...] = ()
    loop: StandardLoop | MultiInstance | None = None
    start_quantity: int = 1
    completion_quantity: int = 1
    for_compensation: bool = False
    compensation: Activity | None = None
    data: DataFlow = NO_DATA
    performers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False, kw_only=True)
class Task(Activity):
    """A task (BPMN 2.0, 10.3.3); ``result_variable`` comes from our extension element ``task``.

    ``message`` is what a send task sends or a receive task waits for. ``script`` is the text of a script task;
    ``program`` is that text read, where it is written in our own language.
    """

    result_variable: str | None = None
    message: Message | None = None
    instantiate: bool = False
    script: str = ""
    script_format: str = ""
    program: tuple[tuple[str, Formula], ...] | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False, kw_only=True)
class GlobalTask(Element):
    """A task that stands by itself and is called (BPMN 2.0, 10.3.7); ``task_tag`` is the task it is like."""

    task_tag: str
    script: str = ""
    script_format: str = ""
    program: tuple[tuple[str, Formula], ...] | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False, kw_only=True)
class CallActivity(Activity):
    """A call of a process or global task (BPMN 2.0, 10.3.6), found by its id; ``passes_all`` is our dw:call."""

    called: str = ""
    passes_all: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False, kw_only=True)
class SubProcess(Activity):
    """An embedded sub-process (BPMN 2.0, 10.3.5): a scope of its own inside another.

    ``initial`` are the nodes that get a token when it begins, ``event_sub_processes`` what stands ready
    meanwhile, ``variables`` the names of its data objects and properties. ``sequential``,
    ``completion``, ``cancels_rest`` and ``loose_events``, the catch events that nothing leads to, speak of an
    ad-hoc sub-process.
    """

    nodes: tuple[FlowNode, ...] = ()
    flows: tuple[SequenceFlow, ...] = ()
    initial: tuple[FlowNode, ...] = ()
    event_sub_processes: tuple[SubProcess, ...] = ()
    variables: tuple[str, ...] = ()
    triggered_by_event: bool = False
    sequential: bool = False
    completion: Condition | None = None
    cancels_rest: bool = True
    loose_events: tuple[Event, ...] = ()

    @property
    def start(self) -> Event:
        """Give the start event of an event sub-process."""
        return next(node for node in self.nodes if isinstance(node, Event) and node.tag == "startEvent")


@dataclass(frozen=True, slots=True, eq=False, repr=False, kw_only=True)
class Gateway(FlowNode):
    """A gateway (BPMN 2.0, 10.6); ``direction`` as written in the file.

    ``instantiate`` and ``parallel_events`` speak of an event-based gateway, ``activation`` of a complex one.
    """

    direction: str = "Unspecified"
    instantiate: bool = False
    parallel_events: bool = False
    activation: Condition | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False, kw_only=True)
class EventDefinition(Element):
    """What an event throws or waits for (BPMN 2.0, 10.5.5): ``kind`` is "message", "error", "timer", ...

    ``link`` is the name of a link, ``partners`` are the ids of the definitions that it names as its sources or target,
    ``activity_ref`` what a compensation is for, ``waits`` its waitForCompletion.
    """

    kind: str
    message: Message | None = None
    error: Error | None = None
    signal: Signal | None = None
    escalation: Escalation | None = None
    timer: Timer | None = None
    condition: Condition | None = None
    link: str = ""
    partners: tuple[str, ...] = ()
    activity_ref: str | None = None
    waits: bool = True

    @property
    def subject(self) -> str | None:
        """Give the name or code that it is about; None for a catch-all, or where there is none."""
        if self.message is not None:
            return self.message.name
        if self.signal is not None:
            return self.signal.name
        if self.error is not None:
            return self.error.code
        if self.escalation is not None:
            return self.escalation.code
        return self.link or None


@dataclass(frozen=True, slots=True, eq=False, repr=False, kw_only=True)
class Event(FlowNode):
    """A start, intermediate or end event (BPMN 2.0, 10.5); none events have no definition.

    ``parallel`` wants all of several definitions to happen. ``interrupting`` speaks of boundary events and of
    the start events of event sub-processes; loose events of ad-hoc sub-processes do not.
    """

    definitions: tuple[EventDefinition, ...] = ()
    parallel: bool = False
    interrupting: bool = True
    data: DataFlow = NO_DATA

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


@dataclass(frozen=True, slots=True, eq=False, repr=False, kw_only=True)
class Process(Element):
    """A process (BPMN 2.0, 10.2). A machine takes only one that is ``executable``.

    ``nodes`` and ``flows`` are its own; ``elements`` finds every node and flow inside it by id, at
    any depth. ``callable`` holds the processes and global tasks of the same file.
    """

    executable: bool
    nodes: tuple[FlowNode, ...] = ()
    flows: tuple[SequenceFlow, ...] = ()
    initial: tuple[FlowNode, ...] = ()
    event_sub_processes: tuple[SubProcess, ...] = ()
    variables: tuple[str, ...] = ()
    data: DataFlow = NO_DATA
    elements: Mapping[str, Element] = field(default_factory=lambda: MappingProxyType({}))
    callable: Mapping[str, Process | GlobalTask] = field(default_factory=lambda: MappingProxyType({}))
    subscriptions: tuple[Subscription, ...] = ()


@dataclass(frozen=True, slots=True)
class MessageFlow:
    """A message flow of a collaboration (BPMN 2.0, 9.4); the ends are ids of elements, processes or participants."""

    id: str
    source: str
    target: str


@dataclass(frozen=True, slots=True, eq=False)
class Definitions:
    """A whole file (BPMN 2.0, 8.2.1). ``hash`` is the SHA-256 of its bytes, in hexadecimal digits.

    ``remarks`` are rules of the standard that an executable process breaks although it is clear how it runs.
    """

    id: str
    name: str
    hash: str
    source: str
    target_namespace: str
    processes: Mapping[str, Process]
    messages: Mapping[str, Message]
    errors: Mapping[str, Error]
    signals: Mapping[str, Signal] = field(default_factory=dict)
    escalations: Mapping[str, Escalation] = field(default_factory=dict)
    global_tasks: Mapping[str, GlobalTask] = field(default_factory=dict)
    message_flows: tuple[MessageFlow, ...] = ()
    participants: Mapping[str, str] = field(default_factory=dict)
    correlation_keys: tuple[CorrelationKey, ...] = ()
    remarks: tuple[Problem, ...] = ()


def link(element: object, **links: object) -> None:
    """Set what can be known only when all elements are made. For the reader alone."""
    for name, value in links.items():
        object.__setattr__(element, name, value)
