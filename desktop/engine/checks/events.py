"""Which events may stand where, and which way flows go (BPMN 2.0, 10.5.2 to 10.5.6)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop.engine.checks.problem import problem
from desktop.engine.errors import Problem
from desktop.engine.model import (
    Activity,
    BoundaryEvent,
    CallActivity,
    Event,
    EventDefinition,
    FlowNode,
    MultiInstance,
    Process,
    SubProcess,
)

_KINDS: Final[dict[str, tuple[str, ...]]] = {
    "startEvent": ("none", "message", "timer", "conditional", "signal", "error", "escalation", "compensate"),
    "intermediateCatchEvent": ("message", "timer", "conditional", "link", "signal"),
    "intermediateThrowEvent": ("none", "message", "escalation", "compensate", "link", "signal"),
    "boundaryEvent": (
        "message", "timer", "error", "escalation", "cancel", "compensate", "conditional", "signal",
    ),
    "endEvent": ("none", "message", "error", "escalation", "cancel", "compensate", "signal", "terminate"),
}  # fmt: skip
_IN_MULTIPLE: Final[dict[str, tuple[str, ...]]] = {
    "startEvent": ("message", "timer", "conditional", "signal", "error", "escalation"),
    "intermediateCatchEvent": ("message", "timer", "conditional", "signal"),
    "intermediateThrowEvent": ("message", "escalation", "compensate", "signal"),
    "boundaryEvent": ("message", "timer", "conditional", "signal", "error", "escalation"),
    "endEvent": ("message", "error", "escalation", "cancel", "compensate", "signal", "terminate"),
}
_AWAITED: Final = ("message", "timer", "conditional", "signal")
_LAST: Final = ("compensate", "error", "cancel", "terminate")
_AT_START: Final = ("none", "message", "timer", "conditional", "signal")


def check(event: Event) -> Iterator[Problem]:
    """Check one event."""
    if event.tag == "implicitThrowEvent":
        yield problem(event, "an implicitThrowEvent is no node that tokens visit", "Use an intermediateThrowEvent.")
        return
    allowed = list(_check_kinds(event))
    yield from allowed
    if allowed:
        return
    yield from _check_flows(event)
    for definition in event.definitions:
        yield from _check_subject(event, definition)
        if definition.kind == "compensate":
            yield from _check_compensation(event, definition)
        if definition.kind == "cancel":
            yield from _check_cancel(event)
    if isinstance(event, BoundaryEvent) and not event.interrupting:
        for definition in event.definitions:
            if definition.kind in ("error", "cancel"):
                yield problem(event, f"a {definition.kind} always interrupts", "Set cancelActivity to true.")


def _check_kinds(event: Event) -> Iterator[Problem]:
    known = _KINDS[event.tag] if len(event.definitions) < 2 else _IN_MULTIPLE[event.tag]
    if event.tag == "startEvent" and isinstance(event.parent, Process):
        known = tuple(kind for kind in known if kind in _AT_START)
    kinds = [definition.kind for definition in event.definitions] or ["none"]
    for kind in dict.fromkeys(kinds):
        if kind not in known:
            place = " with several definitions" if len(event.definitions) > 1 else ""
            yield problem(
                event,
                f"a {event.tag}{place} of the kind {kind!r} cannot stand here",
                f"Allowed kinds: {', '.join(known)}.",
            )
    if event.tag in ("endEvent", "intermediateThrowEvent") and sum(kind in _LAST for kind in kinds) > 1:
        yield problem(event, f"only one of {', '.join(_LAST)} can be among several definitions", "Keep one.")
    if event.parallel:
        for kind in dict.fromkeys(kinds):
            if kind not in _AWAITED and kind in known:
                yield problem(event, f"parallelMultiple cannot wait for {kind!r}", f"Use {', '.join(_AWAITED)}.")
    subjects = [(one.kind, one.subject) for one in event.definitions if one.kind in ("message", "signal")]
    if len(set(subjects)) < len(subjects):
        yield problem(event, "two of its definitions wait for the same", "Keep one of them.")


def _check_flows(event: Event) -> Iterator[Problem]:
    link_source = event.kind == "link" and event.tag == "intermediateThrowEvent"
    link_target = event.kind == "link" and event.tag == "intermediateCatchEvent"
    compensation = isinstance(event, BoundaryEvent) and event.kind == "compensate"
    if (event.tag in ("startEvent", "boundaryEvent") or link_target) and event.incoming:
        what = f"a {event.tag}" if not link_target else "a catching link event"
        yield problem(event, f"{what} cannot have an incoming flow", "Lead the flow elsewhere.")
    if (event.tag == "endEvent" or link_source or compensation) and event.outgoing:
        what = "an endEvent" if event.tag == "endEvent" else f"this {event.kind} event"
        yield problem(event, f"{what} cannot have an outgoing flow", "Remove the flow.")
    if event.tag != "endEvent" and not link_source and not compensation and not event.outgoing:
        yield problem(event, f"no flow leads out of this {event.tag}", "Draw one.")


def _check_subject(event: Event, definition: EventDefinition) -> Iterator[Problem]:
    """References that an executable process needs (10.5.5); an event catches all if what it names has no code."""
    kind = definition.kind
    throws = event.tag in ("endEvent", "intermediateThrowEvent")
    found = {
        "message": definition.message,
        "signal": definition.signal,
        "error": definition.error,
        "escalation": definition.escalation,
    }
    if kind == "signal" and definition.signal is None and _hears_default_signal(event):
        return
    if kind in ("message", "signal"):
        if found[kind] is None:
            yield problem(event, f"the {kind} event names no {kind}", f"Add a {kind}Ref.")
    elif kind in ("error", "escalation"):
        if found[kind] is None:
            if throws:
                yield problem(event, f"the {kind} {event.tag} names no {kind}", f"Add an {kind}Ref.")
        elif throws and not definition.subject:
            yield problem(found[kind] or event, f"the {kind} has no code", f"Give it an {kind}Code.")
    elif kind == "link" and not definition.link:
        yield problem(event, "the link event has no name", "Give its definition the name of the link.")


def _hears_default_signal(event: Event) -> bool:
    """Tell whether an event stands where the signal without a name can be heard that instances throw (10.3.8)."""
    if not isinstance(event, BoundaryEvent) or not isinstance(event.attached_to.loop, MultiInstance):
        return False
    loop = event.attached_to.loop
    return loop.behavior in ("None", "One") and loop.event is None


def _check_compensation(event: Event, definition: EventDefinition) -> Iterator[Problem]:
    """What compensation events speak of (10.7, 13.5.5)."""
    if isinstance(event, BoundaryEvent):
        if event.attached_to.compensation is None:
            why = "no association leads from this compensation event to an activity for compensation"
            yield problem(event, why, 'Draw one, to an activity with isForCompensation="true" in the same scope.')
        return
    if event.tag == "startEvent" or definition.activity_ref is None:
        return
    scope: Process | SubProcess = event.parent
    visible: list[FlowNode] = list(scope.nodes)
    while isinstance(scope, SubProcess) and scope.triggered_by_event:
        scope = scope.parent
        visible += scope.nodes
    for node in visible:
        if node.id == definition.activity_ref and isinstance(node, Activity):
            handled = node.compensation is not None or isinstance(node, SubProcess | CallActivity)
            if not handled:
                why = f"{node.id!r} has nothing that compensates it"
                yield problem(event, why, "Put a compensation event on its border.")
            return
    why = f"activityRef={definition.activity_ref!r} leads to no activity that can be compensated from here"
    yield problem(event, why, "Name an activity of the same process or sub-process.")


def _check_cancel(event: Event) -> Iterator[Problem]:
    """Cancel events belong to transactions (10.5.5, 10.7.3)."""
    if isinstance(event, BoundaryEvent):
        if event.attached_to.tag != "transaction":
            why = "a cancel event stands only on the border of a transaction"
            yield problem(event, why, "Make the sub-process a transaction, or use an error.")
        return
    scope: Process | SubProcess = event.parent
    while isinstance(scope, SubProcess) and scope.tag != "transaction":
        scope = scope.parent
    if not isinstance(scope, SubProcess):
        yield problem(event, "a cancel end event stands only inside of a transaction", "Use an error end event.")
    elif not any(border.kind == "cancel" for border in scope.boundary_events):
        why = f"the transaction {scope.id!r} has no cancel event on its border: where does it go on?"
        yield problem(event, why, "Add a cancel boundary event to the transaction.")
