"""Writes small BPMN 2.0 files for the tests, and plays stories with them."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from datetime import UTC, datetime
from xml.sax.saxutils import escape, quoteattr

from desktop.engine import (
    Effect,
    ElementCancelled,
    ElementEntered,
    ElementLeft,
    FlowTaken,
    InstanceEnded,
    Machine,
    Process,
    State,
    Step,
    Value,
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
"""
PROCESS = '<process id="p" isExecutable="true">'


def document(*parts: str, process: str = PROCESS, head: str = HEAD, tail: str = "") -> bytes:
    """One executable process around these parts, each on a line of its own."""
    return "\n".join([head + process, *parts, "</process>", tail + "</definitions>"]).encode()


def process(*parts: str) -> Process:
    return read(document(*parts)).processes["p"]


def start(number: str = "start") -> str:
    return f'<startEvent id="{number}"/>'


def end(number: str = "end", kind: str = "") -> str:
    inner = {"": "", "terminate": "<terminateEventDefinition/>"}.get(kind)
    if inner is None:
        inner = f'<errorEventDefinition errorRef="error_{kind}"/>'
    return f'<endEvent id="{number}">{inner}</endEvent>'


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
    inner = f'<messageEventDefinition messageRef="message_{message}"/>'
    return f'<intermediateCatchEvent id="{number}">{inner}</intermediateCatchEvent>'


def on_message(number: str, host: str, message: str = "go") -> str:
    inner = f'<messageEventDefinition messageRef="message_{message}"/>'
    return f'<boundaryEvent id="{number}" attachedToRef="{host}">{inner}</boundaryEvent>'


def on_error(number: str, host: str, error: str = "") -> str:
    reference = error and f' errorRef="error_{error}"'
    inner = f"<errorEventDefinition{reference}/>"
    return f'<boundaryEvent id="{number}" attachedToRef="{host}">{inner}</boundaryEvent>'


def flow(source: str, target: str, condition: str | None = None, number: str = "") -> str:
    inner = "" if condition is None else f"<conditionExpression>{escape(condition)}</conditionExpression>"
    number = number or f"{source}-{target}"
    return f'<sequenceFlow id="{number}" sourceRef="{source}" targetRef="{target}">{inner}</sequenceFlow>'


def path(*numbers: str) -> str:
    """Flows from each element to the next."""
    return "\n".join(flow(one, other) for one, other in itertools.pairwise(numbers))


class Story:
    """An instance on its way; every step is also checked for what always has to hold."""

    def __init__(self, *parts: str, variables: Mapping[str, Value] | None = None, step_limit: int = 1000) -> None:
        self.process = process(*parts)
        self.machine = Machine(self.process, step_limit=step_limit)
        self.effects: tuple[Effect, ...] = ()
        self.log: list[Effect] = []
        self._take(self.machine.start(variables or {}, NOW))

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
        return next(wait for wait in self.state.waits if wait.element_id == element_id)

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
        case _:
            return f"= {dict(effect.variables)}"


def check_state(state: State) -> None:
    """What holds of every state: tokens and scopes hang together, and the JSON says it all."""
    tokens = {token.id: token for token in state.tokens}
    scopes = {scope.id: scope for scope in state.scopes}
    assert len(tokens) == len(state.tokens)
    assert len(scopes) == len(state.scopes)
    assert len({(wait.token, wait.element_id) for wait in state.waits}) == len(state.waits)
    assert all(wait.token in tokens and wait.scope == tokens[wait.token].scope for wait in state.waits)
    assert all(token.scope in scopes for token in state.tokens)
    assert [scope.id for scope in state.scopes if scope.parent is None] == [0]
    for scope in state.scopes[1:]:
        assert tokens[scope.token].scope == scope.parent
        assert any(token.scope == scope.id for token in state.tokens), "a sub-process without a token goes on"
    assert State.from_json(state.to_json()) == state
    assert (state.status == "running") == bool(state.waits) == bool(state.tokens)


def check_log(log: list[Effect], state: State) -> None:
    """What holds of every history: visits and waits begin and end once, and what is open is in the state."""
    visits: set[tuple[str, int]] = set()
    seen: set[tuple[str, int]] = set()
    waits: set[Wait] = set()
    for effect in log:
        match effect:
            case ElementEntered(element_id, token):
                assert (element_id, token) not in seen, "a token visits an element twice"
                seen.add((element_id, token))
                visits.add((element_id, token))
            case ElementLeft(element_id, token) | ElementCancelled(element_id, token):
                visits.remove((element_id, token))
            case WaitOpened(wait):
                assert wait not in waits
                waits.add(wait)
            case WaitClosed(wait, _):
                waits.remove(wait)
    assert waits == set(state.waits)
    assert visits == {(token.element_id, token.id) for token in state.tokens if token.flow_id is None}
    ended = [effect for effect in log if isinstance(effect, InstanceEnded)]
    assert len(ended) == (state.status != "running")
    if ended:
        assert log[-1] is ended[0]
