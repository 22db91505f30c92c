"""Reads a BPMN 2.0 file into the model, and refuses what is broken or cannot be executed faithfully.

Three passes over each process: make the elements, link them, check them. The problems of all passes are
gathered before the file is refused. Processes that are not executable only have to hang together;
executable ones must say nothing that the machine would have to guess or leave out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final

from lxml import etree

from desktop.engine import hardened_xml
from desktop.engine.checks import check
from desktop.engine.checks.remarks import remarks
from desktop.engine.correlation_reading import correlation_keys, subscriptions
from desktop.engine.data_model import CorrelationKey
from desktop.engine.data_reading import DataMaker, find_data
from desktop.engine.document import BPMN, Document, bpmn_children, local_name, named
from desktop.engine.elements import GLOBAL_TASKS, ElementMaker
from desktop.engine.errors import DefinitionError
from desktop.engine.expression import Compiler
from desktop.engine.linking import Linker
from desktop.engine.model import (
    Definitions,
    Element,
    Error,
    Escalation,
    FlowNode,
    GlobalTask,
    Message,
    MessageFlow,
    Process,
    SequenceFlow,
    Signal,
    SubProcess,
    link,
)

MAX_NESTING: Final = 20
_NO_LANGUAGES: Final[Mapping[str, Compiler]] = MappingProxyType({})
_SENDERS: Final = ("intermediateThrowEvent", "endEvent")
_RECEIVERS: Final = ("startEvent", "intermediateCatchEvent", "boundaryEvent")
_SILENT: Final = (
    "sequenceFlow", "messageFlow", "association", "textAnnotation", "group", "lane", "laneSet",
    "dataObject", "dataObjectReference", "dataStoreReference", "dataInput", "dataOutput", "property",
)  # fmt: skip
"""What neither sends messages nor receives them, besides gateways."""


def read(
    xml: bytes,
    *,
    source: str = "",
    languages: Mapping[str, Compiler] = _NO_LANGUAGES,
    script_format: str = "",
    executable: bool | Collection[str] = False,
) -> Definitions:
    """Read a file; ``source`` names it in messages. Raises DefinitionError with all its problems.

    ``languages`` brings expression languages besides our own, by their addresses (8.4.6): "" is for expressions whose
    file does not say a language, "*" for every other that is not named. ``expression_language`` makes a compiler of a
    function; a compiler raises ExpressionError for a text that it does not understand. ``script_format``
    is that of scripts that do not say theirs. ``executable`` takes every process that does not say whether it is
    executable as if it were, or the processes of these ids whatever they say.
    """
    root = hardened_xml.parse(xml, source)
    document = Document(root, languages, script_format, executable)
    if hardened_xml.split(root) != (BPMN, "definitions"):
        mend = f"A BPMN 2.0 file has the root element 'definitions' of the namespace {BPMN}."
        document.broken(root, f"the root element is {root.tag!r}", mend)
        raise DefinitionError(tuple(document.problems), source)
    processes, tasks, keys = _processes(document)
    flows, participants = _collaborations(document)
    if document.problems:
        ordered = sorted(document.problems, key=lambda problem: (problem.line or 0, problem.element_id or ""))
        raise DefinitionError(tuple(dict.fromkeys(ordered)), source)
    found: dict[str, Process | GlobalTask] = {one.id: one for one in tasks}
    found.update({one.id: one for one in processes})
    of_file = MappingProxyType(found)
    for process in processes:
        link(process, callable=of_file)
    return Definitions(
        id=root.get("id") or "",
        name=root.get("name") or "",
        hash=hashlib.sha256(xml).hexdigest(),
        source=source,
        target_namespace=document.target_namespace,
        processes=MappingProxyType({process.id: process for process in processes}),
        messages=MappingProxyType(document.messages),
        errors=MappingProxyType(document.errors),
        signals=MappingProxyType(document.signals),
        escalations=MappingProxyType(document.escalations),
        global_tasks=MappingProxyType({task.id: task for task in tasks}),
        message_flows=flows,
        participants=MappingProxyType(participants),
        correlation_keys=keys,
        remarks=tuple(one for process in processes if process.executable for one in remarks(process)),
    )


def _processes(document: Document) -> tuple[list[Process], list[GlobalTask], tuple[CorrelationKey, ...]]:
    """Read what stands directly in the definitions (BPMN 2.0, 8.2.1), declarations first."""
    elements = named(document.root, "process")
    any_executable = document.executable = any(document.is_executable(element) for element in elements)
    _check_ids(document)
    maker = ElementMaker(document)
    _declarations(document, maker)
    keys = correlation_keys(document)
    declared = document.sound
    processes: list[Process] = []
    for element in elements:
        document.sound = declared
        processes.append(_process(document, maker, element, keys))
    document.executable = any_executable
    tasks = [maker.global_task(child) for child in bpmn_children(document.root) if local_name(child) in GLOBAL_TASKS]
    return processes, tasks, keys


def _declarations(document: Document, maker: ElementMaker) -> None:
    """Read what processes refer to: messages, errors, signals, escalations, resources, operations."""
    for child in bpmn_children(document.root):
        tag = local_name(child)
        number = child.get("id")
        if tag == "extension" and child.get("mustUnderstand") in ("true", "1"):
            document.broken(child, "an extension that must be understood is not known here")
        elif tag == "interface":
            for operation in named(child, "operation"):
                taken = next(iter(named(operation, "inMessageRef")), None)
                message = "" if taken is None else document.local_id(taken, taken.text or "")
                document.operations[operation.get("id") or ""] = message
        elif not number:
            continue
        elif tag == "message":
            document.messages.setdefault(number, Message(**_known_by_name(maker.common(child))))
        elif tag == "signal":
            document.signals.setdefault(number, Signal(**_known_by_name(maker.common(child))))
        elif tag == "error":
            error = Error(**maker.common(child), code=child.get("errorCode") or None)
            document.errors.setdefault(number, error)
        elif tag == "escalation":
            escalation = Escalation(**maker.common(child), code=child.get("escalationCode") or None)
            document.escalations.setdefault(number, escalation)
        elif tag == "resource":
            document.resources.setdefault(number, child.get("name") or number)
        elif tag.endswith("EventDefinition"):
            document.event_definitions.setdefault(number, child)


def _collaborations(document: Document) -> tuple[tuple[MessageFlow, ...], dict[str, str]]:
    """Read participants and message flows (BPMN 2.0, 9.3 and 9.4); their ends must be there."""
    found = {number: element for element in document.root.iter() if (number := element.get("id")) is not None}
    owners = {
        inner.get("id"): process.get("id") for process in named(document.root, "process") for inner in process.iter()
    }
    flows: list[MessageFlow] = []
    participants: dict[str, str] = {}
    for collaboration in bpmn_children(document.root):
        if local_name(collaboration) not in ("collaboration", "choreography"):
            continue
        for child in named(collaboration, "participant"):
            reference = document.local_id(child, child.get("processRef") or "")
            participants[child.get("id") or ""] = reference
        owners |= {number: process for number, process in participants.items() if process}
        for child in named(collaboration, "messageFlow"):
            source, target = (document.local_id(child, child.get(end) or "") for end in ("sourceRef", "targetRef"))
            for end, number in (("sourceRef", source), ("targetRef", target)):
                if number not in found:
                    document.broken(child, f"{end}={number!r} leads nowhere", "Correct the message flow.")
                elif not _may_be(end, found[number]):
                    why = f"{end}={number!r} is a {local_name(found[number])} and cannot be the {end[:6]} of messages"
                    document.refuse(child, why, "Lead it from and to pools, activities and message events (table 7.4).")
            if owners.get(source) is not None and owners.get(source) == owners.get(target):
                why = "a message flow connects two participants, not elements of one process"
                document.broken(child, why, "Use a sequence flow, or events with a signal.")
            flows.append(MessageFlow(child.get("id") or "", source, target))
    return tuple(flows), participants


def _known_by_name(common: dict[str, Any]) -> dict[str, Any]:
    """Messages and signals are known by their names; the id stands for a name that is missing."""
    return {**common, "name": common["name"] or common["id"]}


def _may_be(end: str, element: etree._Element) -> bool:
    """Tell whether messages may go out of an element, or into it (BPMN 2.0, table 7.4)."""
    tag = local_name(element)
    if tag in _SENDERS or tag in _RECEIVERS:
        kinds = {local_name(child) for child in bpmn_children(element)}
        fits = tag in (_SENDERS if end == "sourceRef" else _RECEIVERS)
        return fits and not kinds.isdisjoint(("messageEventDefinition", "eventDefinitionRef"))
    return not tag.endswith("Gateway") and tag not in _SILENT


def _check_ids(document: Document) -> None:
    """Every id stands once in a file (type ID in the schema); in extensions vendors are free."""
    seen: dict[str, int] = {}
    walk = etree.iterwalk(document.root, events=("start",))
    for _, element in walk:
        if element.tag == f"{{{BPMN}}}extensionElements":
            walk.skip_subtree()
        number = element.get("id")
        if number in seen:
            why = f"the id {number!r} is used already in line {seen[number]}"
            document.broken(element, why, "Give each element an id of its own.")
        elif number is not None:
            seen[number] = hardened_xml.line_of(element)


def _process(
    document: Document, maker: ElementMaker, element: etree._Element, keys: tuple[CorrelationKey, ...]
) -> Process:
    flag = element.get("isExecutable")
    if flag not in (None, "true", "false", "1", "0"):
        document.broken(element, f"isExecutable is {flag!r}", "It must be true or false.")
    document.executable = document.is_executable(element)
    if document.executable and element.get("processType") == "Public":
        document.refuse(element, "a public process cannot be executed (10.2)", "Make it private, or not executable.")
    document.data = find_data(document, element)
    data = DataMaker(document)
    process = Process(
        **maker.common(element),
        executable=document.executable,
        variables=data.declared(element),
        data=data.of_process(element),
        subscriptions=subscriptions(document, element, keys),
    )
    elements: dict[str, Element] = {}
    xml: dict[int, etree._Element] = {id(process): element}
    scopes: list[Process | SubProcess] = []
    unread: list[tuple[Process | SubProcess, etree._Element, int]] = [(process, element, 0)]
    for scope, where, depth in unread:  # grows while it is read
        scopes.append(scope)
        if depth > MAX_NESTING:
            document.broken(where, f"sub-processes are nested deeper than {MAX_NESTING} levels")
            continue
        nodes: list[FlowNode] = []
        flows: list[SequenceFlow] = []
        for child in maker.inside(where):
            made: FlowNode | SequenceFlow
            if local_name(child) == "sequenceFlow":
                made = maker.sequence_flow(child)
                flows.append(made)
            else:
                made = maker.node(child)
                link(made, parent=scope)
                nodes.append(made)
                if isinstance(made, SubProcess):
                    unread.append((made, child, depth + 1))
            elements.setdefault(made.id, made)
            xml[id(made)] = child
        link(scope, nodes=tuple(nodes), flows=tuple(flows))
    _link_lanes(document, elements, [xml[id(scope)] for scope in scopes])
    Linker(document, elements, xml).link(scopes)
    link(process, elements=MappingProxyType(elements))
    if document.executable and document.sound:
        document.problems.extend(check(process, keys))
    return process


def _link_lanes(document: Document, elements: Mapping[str, Element], scopes: Iterable[etree._Element]) -> None:
    """Tell every node in which lanes it stands (BPMN 2.0, 10.8)."""
    unread = [(lane_set, ()) for scope in scopes for lane_set in named(scope, "laneSet")]
    sets: list[tuple[etree._Element, tuple[str, ...]]] = list(unread)
    for lane_set, outer in sets:  # grows while it is read
        for lane in named(lane_set, "lane"):
            path = (*outer, lane.get("name") or lane.get("id") or "")
            for reference in named(lane, "flowNodeRef"):
                number = document.local_id(reference, reference.text or "")
                node = elements.get(number)
                if isinstance(node, FlowNode):
                    link(node, lanes=path if len(path) > len(node.lanes) else node.lanes)
                else:
                    why = f"flowNodeRef {number!r} leads to no node of this process"
                    document.refuse(reference, why, "Correct the lane.", lane)
            sets.extend((child, path) for child in named(lane, "childLaneSet"))
