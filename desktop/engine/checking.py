"""Checks an executable process: nothing in it may need a guess, or be left out, when it runs.

Every rule names the element, its line, why it is refused and how to mend it. Structure (references, ids,
borders of scopes) is in order already when these checks begin.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop.engine.errors import Problem
from desktop.engine.model import (
    Activity,
    BoundaryEvent,
    Element,
    Event,
    FlowNode,
    Gateway,
    Process,
    SubProcess,
    Task,
)

_EXECUTED: Final = frozenset(
    {
        "startEvent",
        "endEvent",
        "intermediateCatchEvent",
        "boundaryEvent",
        "task",
        "userTask",
        "manualTask",
        "serviceTask",
        "subProcess",
        "exclusiveGateway",
        "parallelGateway",
    }
)
_KINDS: Final[dict[str, tuple[str, ...]]] = {
    "startEvent": ("none",),
    "endEvent": ("none", "error", "terminate"),
    "intermediateCatchEvent": ("message",),
    "boundaryEvent": ("message", "error"),
}
_DIRECTIONS: Final[dict[str, tuple[bool | None, bool | None]]] = {
    "Unspecified": (None, None),
    "Converging": (True, False),
    "Diverging": (False, True),
    "Mixed": (True, True),
}


def check(process: Process) -> list[Problem]:
    """Give all reasons why this process cannot be executed faithfully; none if it can."""
    problems = list(_check_scope(process))
    for element in process.elements.values():
        if isinstance(element, SubProcess):
            problems.extend(_check_scope(element))
        if isinstance(element, FlowNode):
            problems.extend(_check_node(element))
    return problems


def _problem(element: Element, why: str, mend: str = "") -> Problem:
    return Problem(element.id, element.line, why, mend)


def _check_node(node: FlowNode) -> Iterator[Problem]:
    if node.tag not in _EXECUTED:
        known = ", ".join(sorted(_EXECUTED))
        yield _problem(node, f"{node.tag!r} is not executed by this engine", f"It executes {known}.")
        return
    if isinstance(node, Event):
        yield from _check_event(node)
    if isinstance(node, Gateway):
        yield from _check_gateway(node)
    if isinstance(node, Task) and node.tag == "task" and node.result_variable is not None:
        why = "an abstract task completes at once and never has a result"
        yield _problem(node, why, "Make it a userTask, or leave resultVariable out.")
    if isinstance(node, Activity):
        yield from _check_boundaries(node)
    yield from _check_flows(node)


def _check_scope(scope: Process | SubProcess) -> Iterator[Problem]:
    """How tokens come in (BPMN 2.0, 10.5.2, 13.2 and 13.3.4)."""
    starts = [node for node in scope.nodes if node.tag == "startEvent"]
    for extra in starts[1:]:
        why = "there is a start event already, so it is not clear which begins"
        yield _problem(extra, why, "Keep one none start event for each process and sub-process.")
    if not starts and isinstance(scope, Process):
        yield _problem(scope, "the process has no start event", "Add a none start event.")
    elif not scope.initial:
        why = "nothing begins here: there is no start event and every node has an incoming flow"
        yield _problem(scope, why, "Add a none start event.")
    if starts:
        for node in scope.nodes:
            if node.tag != "startEvent" and not isinstance(node, BoundaryEvent) and not node.incoming:
                why = "no flow leads here although there is a start event"
                yield _problem(node, why, "Connect it, or remove it.")


def _check_event(event: Event) -> Iterator[Problem]:
    """Triggers, and which way flows go (BPMN 2.0, 10.5.2 to 10.5.6)."""
    if event.kind not in _KINDS.get(event.tag, ()):
        known = ", ".join(_KINDS[event.tag])
        yield _problem(
            event,
            f"a {event.tag} of the kind {event.kind!r} is not executed by this engine",
            f"Executed kinds: {known}.",
        )
        return
    if event.tag in ("startEvent", "boundaryEvent") and event.incoming:
        yield _problem(event, f"a {event.tag} cannot have an incoming flow", "Lead the flow elsewhere.")
    if event.tag == "endEvent" and event.outgoing:
        yield _problem(event, "an endEvent cannot have an outgoing flow", "Remove the flow.")
    if event.tag != "endEvent" and not event.outgoing:
        yield _problem(event, f"no flow leads out of this {event.tag}", "Draw one.")
    if event.kind == "message":
        if event.message is None:
            yield _problem(event, "the message event names no message", "Add a messageRef.")
        elif not event.message.name:
            yield _problem(event.message, "the message has no name to wait for", "Give it a name.")
    if event.kind == "error":
        if event.error is None and event.tag == "endEvent":
            yield _problem(event, "the error end event names no error", "Add an errorRef.")
        elif event.error is not None and not event.error.code:
            yield _problem(event.error, "the error has no code", "Give it an errorCode.")
    if isinstance(event, BoundaryEvent) and not event.interrupting:
        why = "boundary events that do not interrupt are not executed by this engine"
        yield _problem(event, why, "Set cancelActivity to true.")


def _check_boundaries(activity: Activity) -> Iterator[Problem]:
    """Two events on one border must not ask for the same."""
    seen: dict[tuple[str, str | None], str] = {}
    for event in activity.boundary_events:
        message = event.message.name if event.message else None
        trigger = (event.kind, event.error.code if event.error else message)
        if trigger in seen:
            why = f"it waits for the same {event.kind} as {seen[trigger]!r} on the same activity"
            yield _problem(event, why, "Keep one of them.")
        seen[trigger] = event.id


def _check_gateway(gateway: Gateway) -> Iterator[Problem]:
    """Direction and number of flows (BPMN 2.0, 10.6.1)."""
    counts = (len(gateway.incoming), len(gateway.outgoing))
    if not gateway.outgoing:
        yield _problem(gateway, "no flow leads out of this gateway", "Draw one, or end at an end event.")
    if gateway.direction not in _DIRECTIONS:
        known = ", ".join(_DIRECTIONS)
        yield _problem(gateway, f"gatewayDirection={gateway.direction!r} is not known", f"Use one of {known}.")
        return
    for several, count, flows in zip(_DIRECTIONS[gateway.direction], counts, ("incoming", "outgoing"), strict=True):
        if several is not None and several != (count > 1):
            why = f"gatewayDirection={gateway.direction!r} does not go with {count} {flows} flow(s)"
            yield _problem(gateway, why, "Correct the direction or the flows.")


def _check_flows(node: FlowNode) -> Iterator[Problem]:
    """Where conditions and defaults may stand (BPMN 2.0, 8.4.13, 10.6.2 and 13.2)."""
    exclusive = node.tag == "exclusiveGateway"
    conditional = [flow for flow in node.outgoing if flow.condition is not None]
    if not exclusive and not isinstance(node, Activity):
        for flow in conditional:
            why = f"a flow out of a {node.tag} cannot have a condition"
            yield _problem(flow, why, "Put an exclusive gateway between.")
        if node.default is not None:
            yield _problem(node, f"a {node.tag} cannot have a default flow")
        return
    if node.default is not None and node.default.condition is not None:
        yield _problem(node.default, "the default flow cannot have a condition", "Remove the condition.")
    free = [flow for flow in node.outgoing if flow.condition is None and flow is not node.default]
    if exclusive and len(node.outgoing) > 1:
        for flow in free:
            why = "the flow has no condition and is not the gateway's default: when is it taken?"
            yield _problem(flow, why, "Give it a condition, or make it the default.")
    if not exclusive and node.default is not None and (free or not conditional):
        why = "a default flow beside a flow without condition would never be taken"
        if not free:
            why = "a default flow needs at least one flow with a condition beside it"
        yield _problem(node, why, "Remove the default, or give the others conditions.")
