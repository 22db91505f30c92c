"""Events: what is waited for, what is thrown, who catches it (BPMN 2.0, 10.5, 13.5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from desktop.engine import activities, compensation, timers
from desktop.engine.effects import ElementLeft, EscalationThrown, MessageThrown, SignalThrown
from desktop.engine.live import Live
from desktop.engine.model import (
    Activity,
    BoundaryEvent,
    Event,
    EventDefinition,
    FlowNode,
    Gateway,
    Process,
    SubProcess,
)
from desktop.engine.plan import link_target
from desktop.engine.run import Run, state_error
from desktop.engine.state import Token, Wait
from desktop.engine.values import Value

_NOTHING: Final[Mapping[str, Value]] = {}


# Waiting.


def open_event(run: Run, number: int, event: Event, scope: Live, skip: int | None = None) -> None:
    """Wait for what an event waits for; errors, escalations and compensation find their way by themselves."""
    key = scope.prefix + event.id
    for index, definition in enumerate(event.definitions):
        if index == skip:
            continue
        if definition.kind == "message" and definition.message is not None:
            run.open(Wait(number, "message", key, definition.message.name, scope.id, index))
        elif definition.kind == "signal":
            run.open(Wait(number, "signal", key, definition.subject or "", scope.id, index))
        elif definition.kind == "conditional":
            run.open(Wait(number, "condition", key, None, scope.id, index))
        elif definition.kind == "timer" and definition.timer is not None:
            due, repeat = timers.first(run, definition.timer, scope.id, key)
            run.open(Wait(number, "timer", key, None, scope.id, index, due, repeat))


def open_boundaries(run: Run, token: Token, activity: Activity) -> None:
    """Wait for the events on the border of an activity (13.5.3)."""
    for boundary in activity.boundary_events:
        open_event(run, token.id, boundary, run.scope_of(token))


def open_listeners(run: Run, scope: Live) -> None:
    """Wait for what begins the event sub-processes of a scope (13.5.4); each has a number of its own.

    Likewise for the events in an ad-hoc sub-process that nothing leads to (13.3.5).
    """
    for event in listening(scope):
        number = run.number()
        open_event(run, number, event, scope)
        if number in run.waits:
            scope.listeners[number] = None


def listening(scope: Live) -> list[Event]:
    """Give the events that a scope waits for while it is active."""
    found: list[Event] = []
    if scope.has_event_sub_processes:
        assert isinstance(scope.element, Process | SubProcess)
        found += [one.start for one in scope.element.event_sub_processes]
    if isinstance(scope.element, SubProcess) and scope.kind == "sub":
        found += scope.element.loose_events
    return found


def enter_catch(run: Run, token: Token, node: FlowNode) -> None:
    """Wait at an intermediate catch event (13.5.2); a link is only passed."""
    assert isinstance(node, Event)
    passes = token.id in run.passing or node.kind == "link"
    run.passing.discard(token.id)
    token = run.enter(token)
    if passes:
        run.leave(token, run.flows_after(node, token.scope))
    else:
        open_event(run, token.id, node, run.scope_of(token))


def enter_event_gateway(run: Run, token: Token, node: FlowNode) -> None:
    """Wait for the first of several events (10.6.6, 13.4.4), or for all where they begin an instance together."""
    assert isinstance(node, Gateway)
    token = run.enter(token)
    if node.parallel_events:
        run.leave(token, node.outgoing)
        return
    scope = run.scope_of(token)
    for flow in node.outgoing:
        target = flow.target
        if isinstance(target, Event):
            open_event(run, token.id, target, scope)
        else:
            message = target.message  # type: ignore[attr-defined]
            run.open(Wait(token.id, "message", scope.prefix + target.id, message.name, scope.id))


# Being triggered.


def happen_together(run: Run, waits: Iterable[Wait]) -> bool:
    """Tell whether all of several waits are handlers of one activity or process that do not interrupt it (10.5.6)."""
    hosts: set[int | None] = set()
    for wait in waits:
        node = run.plan.node(wait.element_id)
        if not isinstance(node, Event) or node.interrupting:
            return False
        hosts.add(wait.token if isinstance(node, BoundaryEvent) else run.scopes[wait.scope].token)
    return len(hosts) == 1


def trigger(run: Run, wait: Wait, payload: Mapping[str, Value] = _NOTHING) -> None:
    """Let happen what a wait waited for, with the variables that it brings."""
    node = run.plan.node(wait.element_id)
    if isinstance(node, Event):
        receive(run, node, wait.scope, payload)
    elif payload:
        run.write(payload, wait.scope)
    boundary = isinstance(node, BoundaryEvent)
    begins = isinstance(node, Event) and node.tag == "startEvent" and wait.token not in run.tokens
    loose = isinstance(node, Event) and node.tag == "intermediateCatchEvent" and wait.token not in run.tokens
    stays = isinstance(node, Event) and (boundary or begins or loose) and not node.interrupting
    _close_triggered(run, wait, node, stays)
    if isinstance(node, Event) and node.parallel and len(node.definitions) > 1:
        waits = run.waits.get(wait.token, {})
        if any(key == wait.element_id for key, _ in waits):
            return
        if stays:
            open_event(run, wait.token, node, run.scopes[wait.scope])
    if boundary:
        assert isinstance(node, BoundaryEvent)
        fire_boundary(run, run.tokens[wait.token], node)
    elif begins or loose:
        scope = run.scopes[wait.scope]
        if wait.token in scope.listeners and wait.token not in run.waits:
            del scope.listeners[wait.token]
        if loose:
            run.passing.add(run.place(node, scope))
        else:
            assert isinstance(node.parent, SubProcess)
            fire_event_sub_process(run, scope, node.parent)
    else:
        _go_on(run, wait, node)


def _close_triggered(run: Run, wait: Wait, node: FlowNode, stays: bool) -> None:
    several = isinstance(node, Event) and node.parallel and len(node.definitions) > 1
    if not stays or several:
        run.close(wait, "completed")
    elif wait.kind == "condition":
        run.replace(Wait(wait.token, wait.kind, wait.element_id, wait.name, wait.scope, wait.index, None, "", False))
    elif wait.kind == "timer":
        run.close(wait, "completed")
        again = timers.again(run, wait, node)
        if again is not None:
            run.open(again)


def _go_on(run: Run, wait: Wait, node: FlowNode) -> None:
    token = run.tokens.get(wait.token)
    if token is None:
        raise state_error(wait)
    at = run.node(token)
    scope = run.scope_of(token)
    if isinstance(at, Gateway):
        flow = next(flow for flow in at.outgoing if flow.target is node)
        run.passing.update(run.leave(token, (flow,)))
    elif isinstance(at, Activity):
        activities.complete(run, token, at)
    else:
        run.leave(token, run.flows_after(at, scope.id))


def receive(run: Run, event: Event, scope_id: int, payload: Mapping[str, Value]) -> None:
    """Put what an event brings where its data associations say, or else where the names are (10.5.1)."""
    if not event.data.outputs:
        if payload:
            run.write(payload, scope_id)
        return
    values: dict[str, Value] = {}
    for transfer in event.data.outputs:
        if transfer.formula is not None:
            key = run.scopes[scope_id].prefix + event.id
            values[transfer.target] = run.value(transfer.formula, scope_id, key, "data association", payload)
        elif transfer.source is not None and transfer.source in payload:
            values[transfer.target] = payload[transfer.source]
    if values:
        run.write(values, scope_id)


def fire_boundary(run: Run, token: Token, boundary: BoundaryEvent) -> None:
    """Let a boundary event happen; one that interrupts cancels its activity first (13.5.3)."""
    scope = run.scope_of(token)
    if boundary.interrupting:
        run.cancel_hosted(token)
        run.cancel(token)
    run.place(boundary, scope)


def fire_event_sub_process(run: Run, scope: Live, node: SubProcess) -> None:
    """Begin an event sub-process; one that interrupts cancels all else in the scope first (13.5.4)."""
    if node.start.interrupting:
        run.cancel_within(scope)
        scope.data["x"] = 1
    run.place(node, scope)


# Throwing.


def enter_throw(run: Run, token: Token, node: FlowNode) -> None:
    """Throw what an intermediate event throws, then go on (13.5.2)."""
    assert isinstance(node, Event)
    token = run.enter(token)
    if node.kind == "link":
        run.place(link_target(node), run.scope_of(token))
        run.leave(token, ())
        return
    if not _throw_all(run, token, node):
        run.leave(token, run.flows_after(node, token.scope))


def enter_end(run: Run, token: Token, node: FlowNode) -> None:
    """Reach an end event (10.5.3, 13.5.6): throw, then use the token up."""
    assert isinstance(node, Event)
    token = run.enter(token)
    if not _throw_all(run, token, node):
        run.leave(token, ())


def after_throw(run: Run, token: Token) -> None:
    """Go on after a compensation that was waited for."""
    node = run.node(token)
    run.leave(token, run.flows_after(node, token.scope))


def _throw_all(run: Run, token: Token, node: Event) -> bool:
    """Throw all that an event throws; tell whether the token must not go on by itself."""
    last = ("compensate", "error", "cancel", "terminate")
    payload = activities.transferred(run, node.data.inputs, token.scope, token.element_id)
    for definition in sorted(node.definitions, key=lambda one: one.kind in last):
        match definition.kind:
            case "terminate":
                _terminate(run, token)
                return True
            case "error":
                run.effects.append(ElementLeft(token.element_id, token.id))
                run.drop(token)
                run.last = token.element_id
                throw_error(run, None, token.scope, definition.subject or "", token.element_id)
                return True
            case "cancel":
                run.effects.append(ElementLeft(token.element_id, token.id))
                run.drop(token)
                compensation.cancel_transaction(run, token)
                return True
            case "compensate":
                if compensation.throw(run, token, definition):
                    return True
            case _:
                throw(run, definition, token, payload)
        if token.id not in run.tokens:  # an escalation has interrupted the place it came from
            return True
    return False


def throw(run: Run, definition: EventDefinition, token: Token, payload: Mapping[str, Value] = _NOTHING) -> None:
    """Throw a message, signal or escalation from where a token is."""
    name = definition.subject or ""
    if definition.kind == "message":
        conversation = run.conversation(token.scope)
        run.effects.append(MessageThrown(name, token.element_id, token.id, dict(payload), conversation))
    elif definition.kind == "signal":
        run.effects.append(SignalThrown(name, token.element_id, token.id, dict(payload)))
        broadcast(run, name, payload)
    elif definition.kind == "escalation":
        throw_escalation(run, token, name, token.element_id)


def throw_default_signal(run: Run, host: Token, payload: Mapping[str, Value]) -> None:
    """Throw the signal without a name that several instances throw by default; only their border hears it (10.3.8)."""
    run.effects.append(SignalThrown("", host.element_id, host.id, dict(payload)))
    for wait in list(run.waits.get(host.id, {}).values()):
        if wait.kind == "signal" and not wait.name and run.is_open(wait):
            trigger(run, wait, payload)


def broadcast(run: Run, name: str, payload: Mapping[str, Value]) -> int:
    """Give a signal to all who wait for it now; tell how many got it (10.5.5)."""
    waits = [
        wait
        for waits in run.waits.values()
        for wait in waits.values()
        if wait.kind == "signal" and wait.name == name and name
    ]
    reached = 0
    for wait in waits:
        if run.ended is None and run.is_open(wait):
            reached += 1
            trigger(run, wait, payload)
    return reached


def _terminate(run: Run, token: Token) -> None:
    """End a process or sub-process with all that goes on in it (13.5.6)."""
    run.effects.append(ElementLeft(token.element_id, token.id))
    run.drop(token)
    scope = run.scopes[token.scope]
    while scope.token is None and scope.parent is not None:
        scope = run.scopes[scope.parent]
    if scope.token is None:
        run.end("terminated", token.element_id)
        return
    run.cancel_within(scope)
    host = run.tokens[scope.token]
    activity = run.node(host)
    if isinstance(activity, Activity):
        activities.complete(run, host, activity, scope, whole=False)


# Catching errors and escalations, outwards from where they are thrown (10.5.6).


def throw_error(run: Run, token: Token | None, scope_id: int, code: str, thrower: str) -> None:
    """Throw an error; the nearest border or event sub-process that catches it does. Otherwise all ends."""
    for place, holder in _outwards(run, token, scope_id):
        for catcher in _catching(run, place, holder, "error", code):
            _fire(run, place, holder, catcher)
            return
    run.end("error", thrower, code)


def _fire(run: Run, place: Live, holder: Token | None, catcher: BoundaryEvent | SubProcess) -> None:
    if isinstance(catcher, SubProcess):
        fire_event_sub_process(run, place, catcher)
    elif holder is not None:
        fire_boundary(run, holder, catcher)


def throw_escalation(run: Run, token: Token, code: str, thrower: str) -> None:
    """Throw an escalation; nobody has to catch it (10.5.6)."""
    start = token if isinstance(run.node(token), Activity) else None
    for place, holder in _outwards(run, start, token.scope):
        catchers = _catching(run, place, holder, "escalation", code)
        for catcher in catchers:  # several only if none of them interrupts
            caught = catcher.start if isinstance(catcher, SubProcess) else catcher
            run.effects.append(EscalationThrown(code, thrower, place.prefix + caught.id))
            _fire(run, place, holder, catcher)
        if catchers:
            return
    run.effects.append(EscalationThrown(code, thrower, None))


def _outwards(run: Run, token: Token | None, scope_id: int) -> Iterable[tuple[Live, Token | None]]:
    """Give the places that may catch, the nearest first: a border (with its token), or a scope (without)."""
    if token is not None:
        if not run.is_instance(token):
            yield run.scope_of(token), token
        scope_id = token.scope
    while True:
        scope = run.scopes[scope_id]
        yield scope, None
        if scope.parent is None:
            return
        scope_id = scope.parent
        if scope.token is not None:
            host = run.tokens[scope.token]
            if scope.kind not in ("data", "compensation") and not run.is_instance(host):
                yield run.scope_of(host), host
            scope_id = host.scope


def _catching(run: Run, scope: Live, token: Token | None, kind: str, code: str) -> list[BoundaryEvent | SubProcess]:
    """Find who catches: the events for this code before those for all."""
    found: list[tuple[EventDefinition, BoundaryEvent | SubProcess]] = []
    if token is not None:
        node = run.node(token)
        if isinstance(node, Activity):
            found = [(one, event) for event in node.boundary_events for one in event.definitions if one.kind == kind]
    elif scope.has_event_sub_processes and "x" not in scope.data:
        assert isinstance(scope.element, Process | SubProcess)
        for inner in scope.element.event_sub_processes:
            found += [(one, inner) for one in inner.start.definitions if one.kind == kind]
    wanted = [catcher for definition, catcher in found if definition.subject == code]
    return wanted or [catcher for definition, catcher in found if definition.subject is None]
