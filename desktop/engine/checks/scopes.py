"""How tokens come into a process or sub-process (BPMN 2.0, 10.2, 10.3.5, 10.5.2, 13.2 and 13.3.4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop.engine.checks.problem import problem
from desktop.engine.data_model import CorrelationKey
from desktop.engine.errors import Problem
from desktop.engine.linking import begins_elsewhere
from desktop.engine.model import Activity, Event, FlowNode, Gateway, Process, SubProcess, Task

_TRIGGERS = ("message", "timer", "error", "escalation", "compensate", "conditional", "signal", "multiple")


def check(scope: Process | SubProcess) -> Iterator[Problem]:
    """Check one process or sub-process."""
    if isinstance(scope, SubProcess) and scope.tag == "adHocSubProcess":
        yield from _check_ad_hoc(scope)
        return
    starts = [node for node in scope.nodes if isinstance(node, Event) and node.tag == "startEvent"]
    if isinstance(scope, SubProcess) and scope.triggered_by_event:
        yield from _check_event_sub_process(scope, starts)
    elif isinstance(scope, SubProcess):
        for extra in starts[1:]:
            why = "there is a start event already, so it is not clear which begins"
            yield problem(extra, why, "Keep one none start event for each sub-process.")
        for start in starts[:1]:
            if start.kind != "none":
                why = f"a sub-process begins with its activity, not with a {start.kind} event"
                yield problem(start, why, "Use a none start event, or make it an event sub-process.")
    instantiating = [node for node in scope.nodes if isinstance(node, Gateway | Task) and node.instantiate]
    if not starts and not instantiating:
        if any(node.tag == "endEvent" for node in scope.nodes):
            yield problem(scope, "there is an end event but no start event (10.5.2)", "Add a none start event.")
        elif not scope.initial:
            why = "nothing begins here: there is no start event and every node has an incoming flow"
            yield problem(scope, why, "Add a none start event.")
    if starts or instantiating:
        for node in scope.nodes:
            if node.tag != "startEvent" and not node.incoming and not begins_elsewhere(node):
                why = "no flow leads here although there is a start event"
                yield problem(node, why, "Connect it, or remove it.")
    yield from check_twins(_subscriptions(scope))
    yield from _check_links(scope)


def check_beginnings(process: Process, keys: Iterable[CorrelationKey]) -> Iterator[Problem]:
    """Event-based gateways begin one instance together if their messages say that they belong together (13.5.1)."""
    correlated = {name for key in keys for paths in key.paths.values() for name in paths}
    gateways = [node for node in process.nodes if isinstance(node, Gateway) and node.instantiate]
    for gateway in gateways if len(gateways) > 1 else ():
        awaited = [flow.target for flow in gateway.outgoing]
        messages = [node.message for node in awaited if isinstance(node, Event | Task)]
        known = [message for message in messages if message is not None and message.name in correlated]
        if len(known) < len(awaited):
            why = "several event-based gateways that begin one process need messages with correlation (13.5.1)"
            mend = "Keep one gateway, or declare a correlation key and where it is found in each message."
            yield problem(gateway, why, mend)


def _check_event_sub_process(scope: SubProcess, starts: list[Event]) -> Iterator[Problem]:
    """One start event with a trigger, no flows in or out (10.3.5)."""
    if len(starts) != 1:
        why = f"an event sub-process has exactly one start event, not {len(starts)}"
        yield problem(scope, why, "Keep one start event with a trigger.")
    for start in starts[:1]:
        if start.kind not in _TRIGGERS:
            why = f"an event sub-process cannot begin with a {start.kind} start event"
            yield problem(start, why, "Give it a trigger: message, timer, signal, error and so on.")
        if any(one.kind in ("error", "compensate") for one in start.definitions) and not start.interrupting:
            yield problem(start, "errors and compensation always interrupt", "Leave isInterrupting out.")
        if scope.for_compensation and start.kind != "compensate":
            why = f"an event sub-process that begins with a {start.kind} event is not for compensation"
            yield problem(scope, why, "Leave isForCompensation out.")
    if scope.incoming or scope.outgoing:
        yield problem(scope, "an event sub-process has no flows in or out", "Remove them.")
    if scope.loop is not None:
        yield problem(scope, "an event sub-process has no loop of its own", "Remove the loop.")


def _check_ad_hoc(scope: SubProcess) -> Iterator[Problem]:
    """Activities, and what may stand between them (10.3.5)."""
    if scope.completion is None:
        yield problem(scope, "the ad-hoc sub-process does not say when it is done", "Add a completionCondition.")
    if scope.triggered_by_event:
        yield problem(scope, "an ad-hoc sub-process cannot be triggered by an event", "Make it a sub-process.")
    if not scope.loose_events and not any(isinstance(node, Activity) and not node.incoming for node in scope.nodes):
        yield problem(scope, "nothing in this ad-hoc sub-process can begin", "Add an activity without incoming flow.")
    for node in scope.nodes:
        if node.tag in ("startEvent", "endEvent"):
            yield problem(node, f"an ad-hoc sub-process cannot have a {node.tag}", "Remove it.")
        elif not (node.incoming or isinstance(node, Activity) or begins_elsewhere(node)):
            yield problem(node, "no flow leads here", "Connect it, or remove it.")
        if isinstance(node, Activity) and node.start_quantity > 1:
            yield problem(node, "startQuantity makes no sense where people choose what begins", "Leave it out.")
    yield from _check_links(scope)


def _subscriptions(scope: Process | SubProcess) -> list[Event]:
    return [start for one in scope.event_sub_processes for start in one.nodes if _is_start(start)]  # type: ignore[misc]


def _is_start(node: FlowNode) -> bool:
    return isinstance(node, Event) and node.tag == "startEvent"


def check_twins(events: list[Event]) -> Iterator[Problem]:
    """Refuse a second event of one place for the same message, signal, error or escalation if one interrupts (10.5.6).

    Those that do not interrupt all happen, so there may be as many as one likes.
    """
    seen: dict[tuple[str, str | None], Event] = {}
    for event in events:
        for definition in event.definitions:
            trigger = (definition.kind, definition.subject)
            if definition.kind not in ("message", "signal", "error", "escalation", "cancel", "compensate"):
                continue
            other = seen.setdefault(trigger, event)
            if other is not event and (event.interrupting or other.interrupting):
                why = f"it waits for the same {definition.kind} as {other.id!r} in the same place"
                yield problem(event, why, "Keep one of them.")


def _check_links(scope: Process | SubProcess) -> Iterator[Problem]:
    """Links have one target and at least one source in the same scope (10.5.5)."""
    events = [node for node in scope.nodes if isinstance(node, Event) and node.kind == "link"]
    targets: dict[str, str] = {}
    names = {event.definitions[0].link for event in events if event.tag == "intermediateThrowEvent"}
    for event in events:
        name = event.definitions[0].link
        if event.tag != "intermediateCatchEvent":
            continue
        if name in targets:
            yield problem(event, f"the link {name!r} has another target, {targets[name]!r}", "Keep one of them.")
        targets[name] = event.id
        if name not in names:
            yield problem(event, f"nothing leads to the link {name!r}", "Add a throwing link event of this name.")
    ends = {(event.definitions[0].id, event.definitions[0].link, event.tag) for event in events}
    for event in events:
        others = {"intermediateThrowEvent", "intermediateCatchEvent"} - {event.tag}
        for partner in event.definitions[0].partners:
            if not any((partner, event.definitions[0].link, tag) in ends for tag in others):
                why = f"the link names {partner!r}, which is no other end of it in the same process or sub-process"
                yield problem(event, why, "Name the id of the definition at its other end, or leave it out.")
    for event in events:
        if event.tag == "intermediateThrowEvent" and event.definitions[0].link not in targets:
            why = f"the link {event.definitions[0].link!r} has no target in the same process or sub-process"
            yield problem(event, why, "Add a catching link event of this name.")
