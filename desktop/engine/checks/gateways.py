"""Gateways: directions, and what may follow an event-based one (BPMN 2.0, 10.6)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop.engine.checks.problem import problem
from desktop.engine.errors import Problem
from desktop.engine.model import Event, Gateway, Process, Task

_DIRECTIONS: Final[dict[str, tuple[bool | None, bool | None]]] = {
    "Unspecified": (None, None),
    "Converging": (True, False),
    "Diverging": (False, True),
    "Mixed": (True, True),
}
_AWAITED = ("message", "signal", "timer", "conditional", "multiple")


def check(gateway: Gateway) -> Iterator[Problem]:
    """Check one gateway."""
    yield from _check_direction(gateway)
    if gateway.tag == "eventBasedGateway":
        yield from _check_event_based(gateway)
    if gateway.tag == "complexGateway" and gateway.activation is None and len(gateway.incoming) > 1:
        why = "the complex gateway does not say which tokens activate it"
        yield problem(gateway, why, "Add an activationCondition.")


def _check_direction(gateway: Gateway) -> Iterator[Problem]:
    counts = (len(gateway.incoming), len(gateway.outgoing))
    if not gateway.outgoing:
        yield problem(gateway, "no flow leads out of this gateway", "Draw one, or end at an end event.")
    if gateway.direction not in _DIRECTIONS:
        known = ", ".join(_DIRECTIONS)
        yield problem(gateway, f"gatewayDirection={gateway.direction!r} is not known", f"Use one of {known}.")
        return
    for several, count, flows in zip(_DIRECTIONS[gateway.direction], counts, ("incoming", "outgoing"), strict=True):
        if several is not None and several != (count > 1):
            why = f"gatewayDirection={gateway.direction!r} does not go with {count} {flows} flow(s)"
            yield problem(gateway, why, "Correct the direction or the flows.")


def _check_event_based(gateway: Gateway) -> Iterator[Problem]:
    """What may follow, and when it may begin a process (10.6.6)."""
    if len(gateway.outgoing) == 1:
        yield problem(gateway, "an event-based gateway chooses among two or more", "Add another event, or remove it.")
    kinds: set[str] = set()
    for flow in gateway.outgoing:
        node = flow.target
        if isinstance(node, Task) and node.tag == "receiveTask":
            kinds.add("receive task")
            if node.boundary_events:
                why = "a receive task after an event-based gateway cannot have events on its border"
                yield problem(node, why, "Put them elsewhere.")
            if node.loop is not None or node.start_quantity > 1 or node.data.inputs:
                why = "a receive task after an event-based gateway is done once, by one token"
                yield problem(node, why, "Leave out loop, startQuantity and inputs.")
        elif isinstance(node, Event) and node.tag == "intermediateCatchEvent" and node.kind in _AWAITED:
            if node.kind == "message":
                kinds.add("message event")
            if node.parallel and len(node.definitions) > 1:
                yield problem(node, "an event that wants all of several triggers cannot follow an event-based gateway")
        else:
            why = f"a {node.tag} cannot follow an event-based gateway"
            yield problem(flow, why, "Lead to a message, signal, timer or conditional event, or a receive task.")
            continue
        if len(node.incoming) > 1:
            why = "what follows an event-based gateway has no other incoming flow"
            yield problem(node, why, "Give each gateway its own events.")
    if len(kinds) > 1:
        why = "message events and receive tasks cannot both follow one event-based gateway"
        yield problem(gateway, why, "Use one of the two.")
    if gateway.parallel_events and not gateway.instantiate:
        why = "an event-based gateway that waits for all its events can only begin a process"
        yield problem(gateway, why, 'Say instantiate="true", or use a parallel gateway.')
    if gateway.instantiate and (gateway.incoming or not isinstance(gateway.parent, Process)):
        why = "an event-based gateway that begins a process stands in the process itself, without incoming flow"
        yield problem(gateway, why, "Leave instantiate out, or remove the flow.")
