"""What a machine knows of its process and of those that it calls: fixed before the first instance starts.

Elements are found by a key: their id, and for processes of other files the process's id and a colon before
it. So the ids of several files may be the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from desktop.engine.errors import DefinitionError, Problem, StateError
from desktop.engine.model import (
    BoundaryEvent,
    CallActivity,
    Definitions,
    Element,
    Event,
    FlowNode,
    GlobalTask,
    Process,
    SubProcess,
)

MAX_PROCESSES: Final = 200


class Plan:
    """One process with all that it calls. Raises DefinitionError if a call leads nowhere.

    ``patient`` tells that tokens may be blocked for ever.
    """

    __slots__ = ("_reach", "elements", "patient", "prefixes", "process", "processes", "tasks")

    def __init__(self, process: Process, others: Iterable[Definitions], *, patient: bool = False) -> None:
        self.process = process
        self.patient = patient
        self.processes: dict[str, Process] = {process.id: process}
        self.prefixes: dict[str, str] = {}
        self.tasks: dict[str, GlobalTask] = {}
        self._reach: dict[tuple[str, str], frozenset[str]] = {}
        known: dict[str, Process | GlobalTask] = {}
        for definitions in others:
            known.update(definitions.global_tasks)
            known.update(definitions.processes)
        known.update(process.callable)
        self.elements: dict[str, Element] = dict(process.elements)
        self._add_called(known)

    def _add_called(self, known: dict[str, Process | GlobalTask]) -> None:
        problems: list[Problem] = []
        unread = [self.process]
        for process in unread:  # grows while it is read
            own = process.callable is self.process.callable
            self.prefixes[process.id] = "" if own else f"{process.id}:"
            for element in process.elements.values():
                if not isinstance(element, CallActivity):
                    continue
                called = process.callable.get(element.called) or known.get(element.called)
                why = _refusal(element.called, called)
                if why:
                    mend = "Correct calledElement, or give the machine the definitions that it is in."
                    problems.append(Problem(element.id, element.line, why, mend, element.name))
                elif isinstance(called, GlobalTask):
                    self.tasks[f"{self.prefixes[process.id]}{element.id}"] = called
                elif isinstance(called, Process) and called.id not in self.processes:
                    self.processes[called.id] = called
                    unread.append(called)
        if problems:
            raise DefinitionError(tuple(problems))
        for process in unread[1:]:
            prefix = self.prefixes[process.id]
            for key, element in process.elements.items():
                self.elements[prefix + key] = element

    def node(self, key: str) -> FlowNode:
        """Give the node of a key; raise StateError if there is none."""
        node = self.elements.get(key)
        if not isinstance(node, FlowNode):
            raise StateError(f"{key} is no node of the process {self.process.id}")
        return node

    def called(self, key: str, node: CallActivity) -> Process | GlobalTask:
        """Give what a call activity calls."""
        return self.tasks.get(key) or self.processes[node.called]

    def reaching(self, gateway: FlowNode, flow_id: str) -> frozenset[str]:
        """Give the ids of the nodes from which a path leads to an incoming flow of a gateway without visiting it.

        BPMN 2.0, 13.4.3. Paths stay in one process or sub-process; from an activity they may lead over the events on
        its border, from a throwing link over its target.
        """
        found = self._reach.get((gateway.id, flow_id))
        if found is None:
            sources = [flow.source for flow in gateway.incoming if flow.id == flow_id]
            found = self._reach[gateway.id, flow_id] = _backwards(sources, gateway)
        return found


def _refusal(name: str, called: Process | GlobalTask | None) -> str:
    if called is None:
        return f"it calls {name!r}, which is no process or global task that is known here"
    if isinstance(called, GlobalTask):
        return ""
    if not called.executable:
        return f"it calls {name!r}, which is not executable"
    if not called.initial:
        return f"it calls {name!r}, which has no none start event (13.3.4)"
    return ""


def _backwards(nodes: list[FlowNode], gateway: FlowNode) -> frozenset[str]:
    seen: dict[str, None] = {}
    links = _links(gateway.parent)
    unread = [node for node in nodes if node is not gateway]
    for node in unread:  # grows while it is read
        if node.id in seen:
            continue
        seen[node.id] = None
        before = [flow.source for flow in node.incoming]
        if isinstance(node, BoundaryEvent):
            before.append(node.attached_to)
        if isinstance(node, Event) and node.kind == "link" and node.tag == "intermediateCatchEvent":
            before += links.get(node.definitions[0].link, [])
        unread += [one for one in before if one is not gateway and one.id not in seen]
    return frozenset(seen)


def _links(scope: Process | SubProcess) -> dict[str, list[FlowNode]]:
    found: dict[str, list[FlowNode]] = {}
    for node in scope.nodes:
        if isinstance(node, Event) and node.kind == "link" and node.tag == "intermediateThrowEvent":
            found.setdefault(node.definitions[0].link, []).append(node)
    return found


def link_target(node: Event) -> Event:
    """Give the catching link event to which a throwing one leads."""
    name = node.definitions[0].link
    return next(
        other
        for other in node.parent.nodes
        if isinstance(other, Event)
        and other.tag == "intermediateCatchEvent"
        and other.kind == "link"
        and other.definitions[0].link == name
    )
