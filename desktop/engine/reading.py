"""Reads a BPMN 2.0 file into the model, and refuses what is broken or cannot be executed faithfully.

Three passes over each process: make the elements, link them, check them. The problems of all passes are
gathered before the file is refused. Processes that are not executable only have to hang together;
executable ones must say nothing that the machine would have to guess or leave out.
"""

from __future__ import annotations

import hashlib
from types import MappingProxyType
from typing import Final

from lxml import etree

from desktop.engine import hardened_xml
from desktop.engine.checking import check
from desktop.engine.document import BPMN, Document, bpmn_children, local_name
from desktop.engine.elements import HARMLESS, NODES, ElementMaker
from desktop.engine.errors import DefinitionError
from desktop.engine.linking import Linker
from desktop.engine.model import (
    Definitions,
    Element,
    Error,
    FlowNode,
    Message,
    Process,
    SequenceFlow,
    SubProcess,
    link,
)

MAX_NESTING: Final = 20


def read(xml: bytes, *, source: str = "") -> Definitions:
    """Read a file; ``source`` names it in messages. Raises DefinitionError with all its problems."""
    root = hardened_xml.parse(xml, source)
    document = Document(root)
    if hardened_xml.split(root) != (BPMN, "definitions"):
        mend = f"A BPMN 2.0 file has the root element 'definitions' of the namespace {BPMN}."
        document.broken(root, f"the root element is {root.tag!r}", mend)
        raise DefinitionError(tuple(document.problems), source)
    processes = _processes(document)
    if document.problems:
        ordered = sorted(document.problems, key=lambda problem: (problem.line or 0, problem.element_id or ""))
        raise DefinitionError(tuple(dict.fromkeys(ordered)), source)
    return Definitions(
        id=root.get("id") or "",
        name=root.get("name") or "",
        hash=hashlib.sha256(xml).hexdigest(),
        source=source,
        target_namespace=document.target_namespace,
        processes=MappingProxyType({process.id: process for process in processes}),
        messages=MappingProxyType(document.messages),
        errors=MappingProxyType(document.errors),
    )


def _processes(document: Document) -> list[Process]:
    """Read what stands directly in the definitions (BPMN 2.0, 8.2.1), declarations first."""
    _check_ids(document)
    maker = ElementMaker(document)
    found: list[etree._Element] = []
    for child in bpmn_children(document.root):
        tag = local_name(child)
        number = child.get("id")
        if tag == "process":
            found.append(child)
        elif tag == "message" and number:
            document.messages.setdefault(number, Message(**maker.common(child)))
        elif tag == "error" and number:
            error = Error(**maker.common(child), code=child.get("errorCode") or None)
            document.errors.setdefault(number, error)
        elif tag == "extension" and child.get("mustUnderstand") in ("true", "1"):
            document.broken(child, "an extension that must be understood is not known here")
    declared = document.sound
    processes: list[Process] = []
    for element in found:
        document.sound = declared
        processes.append(_process(document, maker, element))
    return processes


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


def _process(document: Document, maker: ElementMaker, element: etree._Element) -> Process:
    flag = element.get("isExecutable")
    if flag not in (None, "true", "false", "1", "0"):
        document.broken(element, f"isExecutable is {flag!r}", "It must be true or false.")
    document.executable = flag in ("true", "1")
    process = Process(**maker.common(element), executable=document.executable)
    elements: dict[str, Element] = {}
    xml: dict[int, etree._Element] = {}
    scopes: list[Process | SubProcess] = []
    unread: list[tuple[Process | SubProcess, etree._Element, int]] = [(process, element, 0)]
    for scope, where, depth in unread:  # grows while it is read
        scopes.append(scope)
        if depth > MAX_NESTING:
            document.broken(where, f"sub-processes are nested deeper than {MAX_NESTING} levels")
            continue
        nodes: list[FlowNode] = []
        flows: list[SequenceFlow] = []
        for child in maker.children(where, HARMLESS, NODES | {"sequenceFlow"}):
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
    Linker(document, elements, xml).link(scopes)
    link(process, elements=MappingProxyType(elements))
    if document.executable and document.sound:
        document.problems.extend(check(process))
    return process
