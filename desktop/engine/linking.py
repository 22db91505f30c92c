"""Joins the elements of a process: flows with nodes, events with the activities on whose border they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import etree

from desktop.engine.document import Document, bpmn_children, local_name, named
from desktop.engine.model import (
    Activity,
    BoundaryEvent,
    Element,
    Event,
    FlowNode,
    Gateway,
    Process,
    SequenceFlow,
    SubProcess,
    Task,
    link,
)


class Linker:
    """Links the elements of one process; ``xml`` finds the file's element by the identity of ours."""

    def __init__(self, document: Document, elements: Mapping[str, Element], xml: Mapping[int, etree._Element]) -> None:
        self._document = document
        self._elements = elements
        self._xml = xml

    def link(self, scopes: Sequence[Process | SubProcess]) -> None:
        """Link everything in these scopes, the process's own and all inside it."""
        self._link_flows(scopes)
        for scope in scopes:
            for node in scope.nodes:
                self._link_node(node, self._xml[id(node)])
        for scope in scopes:
            self._link_compensation(scope)
            events = [node for node in scope.nodes if isinstance(node, SubProcess) and node.triggered_by_event]
            link(scope, initial=_initial(scope), event_sub_processes=tuple(events))
            if scope.tag == "adHocSubProcess":
                _link_loose_events(scope)

    def _link_flows(self, scopes: Sequence[Process | SubProcess]) -> None:
        incoming: dict[int, list[SequenceFlow]] = {}
        outgoing: dict[int, list[SequenceFlow]] = {}
        for scope in scopes:
            for flow in scope.flows:
                source = self._end_of(flow, "sourceRef")
                target = self._end_of(flow, "targetRef")
                if source is None or target is None:
                    continue
                link(flow, source=source, target=target)
                if source.parent is not scope or target.parent is not scope:
                    self._document.broken(
                        self._xml[id(flow)],
                        f"the flow from {source.id!r} to {target.id!r} crosses the border of a sub-process",
                        "Sequence flows stay within one process or sub-process.",
                    )
                outgoing.setdefault(id(source), []).append(flow)
                incoming.setdefault(id(target), []).append(flow)
        for scope in scopes:
            for node in scope.nodes:
                link(
                    node,
                    incoming=tuple(incoming.get(id(node), ())),
                    outgoing=self._ordered(node, outgoing.get(id(node), [])),
                )
                self._check_listed(node, "incoming", node.incoming)

    def _end_of(self, flow: SequenceFlow, attribute: str) -> FlowNode | None:
        element = self._xml[id(flow)]
        reference = element.get(attribute) or ""
        node = self._elements.get(self._document.local_id(element, reference))
        if isinstance(node, FlowNode):
            return node
        why = f"{attribute}={reference!r} leads to no flow node of this process"
        self._document.broken(element, why, "Correct the reference or remove the flow.")
        return None

    def _ordered(self, node: FlowNode, flows: list[SequenceFlow]) -> tuple[SequenceFlow, ...]:
        """Put flows in the order in which the node lists them, which is that of evaluation (13.4.2)."""
        listed = self._check_listed(node, "outgoing", tuple(flows))
        if {id(flow) for flow in listed} != {id(flow) for flow in flows}:
            return tuple(flows)
        return tuple(listed)

    def _check_listed(self, node: FlowNode, tag: str, flows: tuple[SequenceFlow, ...]) -> list[SequenceFlow]:
        element = self._xml[id(node)]
        by_id = {flow.id: flow for flow in flows}
        listed: dict[str, SequenceFlow] = {}
        for child in bpmn_children(element):
            if local_name(child) != tag:
                continue
            reference = self._document.local_id(child, child.text or "")
            if reference in by_id:
                listed[reference] = by_id[reference]
            else:
                why = f"{tag} names {reference!r}, which is no {tag} flow of this element"
                mend = "Make it agree with the flow's sourceRef and targetRef."
                self._document.broken(child, why, mend, node.id)
        return list(listed.values())

    def _link_node(self, node: FlowNode, element: etree._Element) -> None:
        default = element.get("default")
        if default is not None:
            number = self._document.local_id(element, default)
            found = next((flow for flow in node.outgoing if flow.id == number), None)
            if found is None:
                self._document.broken(element, f"default={default!r} is no outgoing flow of this element")
            link(node, default=found)
        if isinstance(node, BoundaryEvent):
            reference = element.get("attachedToRef") or ""
            host = self._elements.get(self._document.local_id(element, reference))
            if isinstance(host, Activity) and host.parent is node.parent:
                link(node, attached_to=host)
                link(host, boundary_events=(*host.boundary_events, node))
            else:
                why = f"attachedToRef={reference!r} leads to no activity beside this event"
                self._document.broken(element, why, "Put it on the border of an activity of the same scope.")

    def _link_compensation(self, scope: Process | SubProcess) -> None:
        """Join compensation boundary events with the activities that undo (BPMN 2.0, 10.7.2), by associations."""
        for child in named(self._xml[id(scope)], "association"):
            ends = [self._document.local_id(child, child.get(name) or "") for name in ("sourceRef", "targetRef")]
            found = [self._elements.get(end) for end in ends]
            for event, handler in (found, reversed(found)):
                if not isinstance(event, BoundaryEvent) or not isinstance(handler, Activity):
                    continue
                if event.kind != "compensate" or not handler.for_compensation or not hasattr(event, "attached_to"):
                    continue
                if event.parent is not handler.parent:
                    self._document.refuse(child, "compensation crosses the border of a sub-process", of=event.id)
                elif event.attached_to.compensation not in (None, handler):
                    self._document.refuse(child, "there is another compensation activity already", of=event.id)
                else:
                    link(event.attached_to, compensation=handler)


def begins_elsewhere(node: FlowNode) -> bool:
    """Tell whether a node without incoming flow begins by something else than its scope's beginning."""
    if isinstance(node, Activity) and node.for_compensation:
        return True
    if isinstance(node, SubProcess):
        return node.triggered_by_event
    if isinstance(node, Event):
        if node.tag == "intermediateCatchEvent":
            return node.kind == "link" or node.parent.tag == "adHocSubProcess"
        return isinstance(node, BoundaryEvent)
    return isinstance(node, Gateway | Task) and node.instantiate


def _link_loose_events(scope: Process | SubProcess) -> None:
    """Find the events of an ad-hoc sub-process that are triggered again and again while it is active (13.3.5)."""
    loose = [node for node in scope.nodes if isinstance(node, Event) and node.tag == "intermediateCatchEvent"]
    loose = [event for event in loose if not event.incoming and event.kind != "link"]
    for event in loose:
        link(event, interrupting=False)
    link(scope, loose_events=tuple(loose))


def _initial(scope: Process | SubProcess) -> tuple[FlowNode, ...]:
    """Find where tokens begin: the none start events, or else all nodes without incoming flow (13.2, 13.3.4)."""
    if isinstance(scope, SubProcess) and (scope.triggered_by_event or scope.tag == "adHocSubProcess"):
        return ()
    starts = [node for node in scope.nodes if isinstance(node, Event) and node.tag == "startEvent"]
    if starts:
        return tuple(start for start in starts if start.kind == "none")
    if any(isinstance(node, Gateway | Task) and node.instantiate for node in scope.nodes):
        return ()
    return tuple(node for node in scope.nodes if not node.incoming and not begins_elsewhere(node))
