"""Writes small BPMN 2.0 files for the tests, and plays stories with them."""

from __future__ import annotations

import itertools
import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from xml.sax.saxutils import escape, quoteattr

from desktop.engine import (
    Effect,
    ElementCancelled,
    ElementEntered,
    ElementLeft,
    EscalationThrown,
    FlowTaken,
    InstanceEnded,
    Machine,
    MessageThrown,
    Process,
    Scope,
    SignalThrown,
    State,
    Step,
    Value,
    VariablesSet,
    Wait,
    WaitClosed,
    WaitOpened,
    read,
)

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:dw="urn:dealwright:process:1"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:v="urn:vendor" xmlns:t="urn:tests"
  targetNamespace="urn:tests" id="definitions" name="Test">
<message id="message_go" name="go"/><message id="message_stop" name="stop"/><message id="nameless"/>
<error id="error_lost" errorCode="lost"/><error id="error_broken" errorCode="broken"/><error id="codeless"/>
<signal id="signal_red" name="red"/><signal id="signal_blue" name="blue"/>
<timerEventDefinition id="ticks"><timeDuration>PT1H</timeDuration></timerEventDefinition>
<escalation id="escalation_late" escalationCode="late"/><escalation id="escalation_wrong" escalationCode="wrong"/>
"""
PROCESS = '<process id="p" isExecutable="true">'


def document(*parts: str, process: str = PROCESS, head: str = HEAD, tail: str = "") -> bytes:
    """One executable process around these parts, each on a line of its own."""
    return "\n".join([head + process, *parts, "</process>", tail + "</definitions>"]).encode()


def process(*parts: str) -> Process:
    return read(document(*parts)).processes["p"]


def start(number: str = "start") -> str:
    return f'<startEvent id="{number}"/>'


DEFINITIONS = {
    "": "",
    "terminate": "<terminateEventDefinition/>",
    "cancel": "<cancelEventDefinition/>",
    "compensate": "<compensateEventDefinition/>",
    "go": '<messageEventDefinition messageRef="message_go"/>',
    "stop": '<messageEventDefinition messageRef="message_stop"/>',
    "red": '<signalEventDefinition signalRef="signal_red"/>',
    "blue": '<signalEventDefinition signalRef="signal_blue"/>',
    "lost": '<errorEventDefinition errorRef="error_lost"/>',
    "broken": '<errorEventDefinition errorRef="error_broken"/>',
    "any error": "<errorEventDefinition/>",
    "late": '<escalationEventDefinition escalationRef="escalation_late"/>',
    "wrong": '<escalationEventDefinition escalationRef="escalation_wrong"/>',
    "any escalation": "<escalationEventDefinition/>",
}


def what(kind: str) -> str:
    """The event definitions of an event, joined by "+": names as above, timers as "PT1H", conditions as "if x"."""
    return "".join(_definition(one.strip()) for one in kind.split("+"))


def _definition(kind: str) -> str:
    if kind in DEFINITIONS:
        return DEFINITIONS[kind]
    if kind.startswith("if "):
        return f"<conditionalEventDefinition><condition>{escape(kind[3:])}</condition></conditionalEventDefinition>"
    if kind.startswith("link "):
        return f'<linkEventDefinition name="{kind[5:]}"/>'
    if kind.startswith("undo "):
        return f'<compensateEventDefinition activityRef="{kind[5:]}"/>'
    tag = {"P": "timeDuration", "R": "timeCycle"}.get(kind[0], "timeDate")
    return f"<timerEventDefinition><{tag}>{escape(kind)}</{tag}></timerEventDefinition>"


def event(tag: str, number: str, kind: str = "", extra: str = "", inner: str = "") -> str:
    return f'<{tag} id="{number}"{extra and " " + extra}>{inner}{what(kind)}</{tag}>'


def end(number: str = "end", kind: str = "") -> str:
    return event("endEvent", number, kind)


def throw(number: str, kind: str = "", inner: str = "") -> str:
    return event("intermediateThrowEvent", number, kind, inner=inner)


def wait_for(number: str, kind: str, extra: str = "", inner: str = "") -> str:
    return event("intermediateCatchEvent", number, kind, extra, inner)


def on(number: str, host: str, kind: str, *, interrupting: bool = True, extra: str = "") -> str:
    """A boundary event."""
    flag = "" if interrupting else ' cancelActivity="false"'
    return event("boundaryEvent", number, kind, f'attachedToRef="{host}"{flag}{extra and " " + extra}')


def event_sub(number: str, kind: str, *parts: str, interrupting: bool = True, extra: str = "") -> str:
    """An event sub-process whose start event is called like it, with an s before."""
    flag = "" if interrupting else 'isInterrupting="false" '
    inner = [event("startEvent", f"s_{number}", kind, flag + extra), *parts]
    return "\n".join([f'<subProcess id="{number}" triggeredByEvent="true">', *inner, "</subProcess>"])


def undone_by(host: str, handler: str) -> str:
    """A compensation boundary event and the user task that undoes the host."""
    return "\n".join(
        [
            event("boundaryEvent", f"c_{host}", "compensate", f'attachedToRef="{host}"'),
            f'<userTask id="{handler}" isForCompensation="true"/>',
            f'<association id="a_{host}" sourceRef="c_{host}" targetRef="{handler}"/>',
        ]
    )


def task(number: str, tag: str = "userTask", result: str = "") -> str:
    inner = result and f'<extensionElements><dw:task resultVariable="{result}"/></extensionElements>'
    return f'<{tag} id="{number}">{inner}</{tag}>'


def gateway(number: str, tag: str = "exclusiveGateway", default: str = "") -> str:
    return f'<{tag} id="{number}"{default and f" default={quoteattr(default)}"}/>'


def parallel(number: str) -> str:
    return gateway(number, "parallelGateway")


def sub(number: str, *parts: str) -> str:
    return "\n".join([f'<subProcess id="{number}">', *parts, "</subProcess>"])


def catch(number: str, message: str = "go") -> str:
    return wait_for(number, message)


def on_message(number: str, host: str, message: str = "go") -> str:
    return on(number, host, message)


def on_error(number: str, host: str, error: str = "") -> str:
    return on(number, host, error or "any error")


def flow(source: str, target: str, condition: str | None = None, number: str = "") -> str:
    inner = "" if condition is None else f"<conditionExpression>{escape(condition)}</conditionExpression>"
    number = number or f"{source}-{target}"
    return f'<sequenceFlow id="{number}" sourceRef="{source}" targetRef="{target}">{inner}</sequenceFlow>'


def path(*numbers: str) -> str:
    """Flows from each element to the next."""
    return "\n".join(flow(one, other) for one, other in itertools.pairwise(numbers))


class Story:
    """An instance on its way; every step is also checked for what always has to hold."""

    def __init__(
        self,
        *parts: str,
        variables: Mapping[str, Value] | None = None,
        step_limit: int = 1000,
        event: str | None = None,
        index: int = 0,
        **file: str,
    ) -> None:
        self.process = read(document(*parts, **file)).processes["p"]
        self.machine = Machine(self.process, step_limit=step_limit)
        self.effects: tuple[Effect, ...] = ()
        self.log: list[Effect] = []
        self.now = NOW
        self._take(self.machine.start(variables or {}, NOW, event=event, index=index))

    def _take(self, step: Step) -> None:
        self.state: State = step.state
        self.effects = step.effects
        self.log.extend(step.effects)
        check_state(self.state)
        check_log(self.log, self.state)

    @property
    def waiting(self) -> list[str]:
        return [wait.element_id for wait in self.state.waits]

    @property
    def status(self) -> str:
        return self.state.status

    def wait(self, element_id: str) -> Wait:
        return next(wait for wait in self.state.waits if wait.element_id == element_id and wait.kind != "select")

    def complete(self, element_id: str, result: str | None = None, **variables: Value) -> Story:
        token = self.wait(element_id).token
        self._take(self.machine.complete(self.state, token, NOW, result=result, variables=variables))
        return self

    def message(self, name: str, element_id: str | None = None, **variables: Value) -> Story:
        self._take(self.machine.message(self.state, name, NOW, variables=variables, element_id=element_id))
        return self

    def error(self, element_id: str, code: str, **variables: Value) -> Story:
        token = self.wait(element_id).token
        self._take(self.machine.error(self.state, token, NOW, code=code, variables=variables))
        return self

    def signal(self, name: str = "red", **variables: Value) -> Story:
        self._take(self.machine.signal(self.state, name, self.now, variables=variables))
        return self

    def later(self, **length: float) -> Story:
        """Let time pass, with every timer that comes due on the way."""
        until = self.now + timedelta(**length)
        while due := self.machine.due(self.state, until):
            self.now = max(self.now, due[0].due or until)
            self.fire(due[0])
        self.now = until
        return self

    def fire(self, wait: Wait) -> Story:
        self._take(self.machine.timer(self.state, wait.token, self.now, element_id=wait.element_id, index=wait.index))
        return self

    def select(self, element_id: str) -> Story:
        self._take(self.machine.select(self.state, element_id, self.now))
        return self

    def change(self, **variables: Value) -> Story:
        self._take(self.machine.change(self.state, variables, self.now))
        return self

    def escalate(self, element_id: str, code: str = "late") -> Story:
        self._take(self.machine.escalate(self.state, self.wait(element_id).token, self.now, code=code))
        return self

    def cancel(self) -> Story:
        self._take(self.machine.cancel(self.state, NOW))
        return self

    def told(self, *kinds: type) -> list[str]:
        """The effects of the last step as short texts, only those of these kinds (all if none is named)."""
        return [told(effect) for effect in self.effects if not kinds or isinstance(effect, kinds)]


def told(effect: Effect) -> str:
    match effect:
        case ElementEntered(element_id, _):
            return f"> {element_id}"
        case ElementLeft(element_id, _):
            return f"< {element_id}"
        case ElementCancelled(element_id, _):
            return f"x {element_id}"
        case FlowTaken(flow_id):
            return f"- {flow_id}"
        case WaitOpened(wait):
            return f"+ {wait.element_id}"
        case WaitClosed(wait, how):
            return f"{'!' if how == 'completed' else '~'} {wait.element_id}"
        case InstanceEnded(status, element_id, code):
            return f"end {status} {element_id} {code}"
        case VariablesSet(_, variables):
            return f"= {dict(variables)}"
        case MessageThrown(name, element_id):
            return f"message {name} {element_id}"
        case SignalThrown(name, element_id):
            return f"signal {name} {element_id}"
        case EscalationThrown(code, element_id, caught_by):
            return f"escalation {code} {element_id} {caught_by}"


def check_state(state: State) -> None:
    """What holds of every state: tokens and scopes hang together, and the JSON says it all."""
    tokens = {token.id: token for token in state.tokens}
    scopes = {scope.id: scope for scope in state.scopes}
    assert len(tokens) == len(state.tokens)
    assert len(scopes) == len(state.scopes)
    assert len({(wait.token, wait.element_id, wait.index) for wait in state.waits}) == len(state.waits)
    for wait in state.waits:
        assert wait.scope in scopes
        assert (
            wait.token not in tokens
            or tokens[wait.token].scope in _around(scopes, wait.scope)
            or (wait.kind == "select" and scopes[wait.scope].token == wait.token)
        ), "a wait belongs to a token that is elsewhere"
    assert all(token.scope in scopes for token in state.tokens)
    assert [scope.id for scope in state.scopes if scope.parent is None] == [0]
    for scope in state.scopes[1:]:
        assert scope.parent in scopes
        if scope.token is not None:
            assert tokens[scope.token].scope in _around(scopes, scope.parent)
        if scope.kind != "data" and scope.element_id not in ("adhoc",):
            inside = any(token.scope == scope.id for token in state.tokens)
            assert inside or any(one.parent == scope.id for one in state.scopes), (
                "a sub-process without a token goes on"
            )
    assert State.from_json(json.loads(json.dumps(state.to_json()))) == state
    assert (state.status == "running") == bool(state.waits)
    assert state.status == "running" or not state.tokens


def _around(scopes: Mapping[int, Scope], number: int | None) -> set[int]:
    found: set[int] = set()
    while number is not None:
        found.add(number)
        number = scopes[number].parent
    return found


def check_log(log: list[Effect], state: State) -> None:
    """What holds of every history: visits and waits begin and end once, and what is open is in the state."""
    visits: set[tuple[str, int]] = set()
    seen: set[tuple[str, int]] = set()
    waits: set[tuple[int, str, int]] = set()
    for effect in log:
        match effect:
            case ElementEntered(element_id, token):
                assert (element_id, token) not in seen, "a token visits an element twice"
                seen.add((element_id, token))
                visits.add((element_id, token))
            case ElementLeft(element_id, token) | ElementCancelled(element_id, token):
                visits.remove((element_id, token))
            case WaitOpened(wait):
                assert place(wait) not in waits
                waits.add(place(wait))
            case WaitClosed(wait, _):
                waits.remove(place(wait))
    assert waits == set(map(place, state.waits))
    assert visits == {(token.element_id, token.id) for token in state.tokens if token.flow_id is None}
    ended = [effect for effect in log if isinstance(effect, InstanceEnded)]
    assert len(ended) == (state.status != "running")
    if ended:
        assert log[-1] is ended[0]


def place(wait: Wait) -> tuple[int, str, int]:
    """What a wait is known by."""
    return wait.token, wait.element_id, wait.index
