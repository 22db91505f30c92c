"""One call of the machine while it is going on: a working copy of the state and a queue of tokens.

Nothing here recurses: tokens that have to enter an element wait in a queue, scopes that end or are
cancelled are worked off in loops (BPMN 2.0, clause 13).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from typing import Final, Literal

from desktop.engine.effects import (
    Effect,
    ElementCancelled,
    ElementEntered,
    ElementLeft,
    FlowTaken,
    InstanceEnded,
    Step,
    VariablesSet,
    WaitClosed,
    WaitOpened,
)
from desktop.engine.errors import ExpressionError, NoFlowTaken, StateError, StepLimitReached, Stuck
from desktop.engine.model import (
    Activity,
    BoundaryEvent,
    Event,
    FlowNode,
    Gateway,
    Process,
    SequenceFlow,
    SubProcess,
    Task,
    WaitKind,
)
from desktop.engine.state import Scope, State, Status, Token, Wait
from desktop.engine.values import Value

_TASK_WAITS: Final[dict[str, WaitKind]] = {
    "userTask": "user",
    "manualTask": "manual",
    "serviceTask": "service",
}


class Run:
    """The working copy. Made from a state, changed by stimuli, turned into a step at the end."""

    __slots__ = (
        "_effects",
        "_ended",
        "_limit",
        "_next_scope",
        "_next_token",
        "_pending",
        "_process",
        "_queue",
        "_scopes",
        "_tokens",
        "_waits",
    )

    def __init__(self, process: Process, state: State, limit: int) -> None:
        self._process = process
        self._limit = limit
        self._tokens: dict[int, Token] = {token.id: token for token in state.tokens}
        self._scopes: dict[int, Scope] = {scope.id: scope for scope in state.scopes}
        self._waits: dict[tuple[int, str], Wait] = {(wait.token, wait.element_id): wait for wait in state.waits}
        self._next_token = state.next_token
        self._next_scope = state.next_scope
        self._queue: deque[int] = deque()
        self._pending: set[int] = set()
        self._effects: list[Effect] = []
        self._ended: InstanceEnded | None = None

    # What stimuli do.

    def begin(self) -> None:
        """Put a token on every node with which the process begins (BPMN 2.0, 13.2)."""
        for node in self._process.initial:
            self._place(node, 0, None)

    def write(self, variables: Mapping[str, Value], scope_id: int) -> None:
        """Set variables, each in the nearest scope that has it, otherwise in the process's own."""
        by_scope: dict[int, dict[str, Value]] = {}
        for name, value in variables.items():
            scope = self._scopes[scope_id]
            while name not in scope.variables and scope.parent is not None:
                scope = self._scopes[scope.parent]
            by_scope.setdefault(scope.id, {})[name] = value
        for found, values in by_scope.items():
            self.write_local(values, found)

    def write_local(self, variables: dict[str, Value], scope_id: int) -> None:
        """Set variables in this very scope."""
        scope = self._scopes[scope_id]
        self._scopes[scope_id] = scope._replace(variables={**scope.variables, **variables})
        self._effects.append(VariablesSet(scope_id, variables))

    def complete(self, wait: Wait) -> None:
        """Let the token go on whose task or catch event waited (BPMN 2.0, 13.3.2 and 13.5.2)."""
        self._close(wait, "completed")
        token = self._tokens[wait.token]
        node = self._node(token)
        self._leave(token, node, self._flows_after(node, token.scope))

    def trigger(self, wait: Wait) -> None:
        """Let a boundary event interrupt its activity (BPMN 2.0, 13.5.3)."""
        boundary = self._process.elements[wait.element_id]
        if not isinstance(boundary, BoundaryEvent):
            raise StateError(f"{wait.element_id} is no boundary event of this process")
        self._close(wait, "completed")
        self._interrupt(self._tokens[wait.token], boundary)

    def throw(self, token: Token | None, scope_id: int, code: str, thrower: str) -> None:
        """Throw an error outwards to the nearest border that catches it (BPMN 2.0, 10.5.6 and 13.5.3)."""
        while True:
            if token is not None:
                boundary = _catching(self._node(token), code)
                if boundary is not None:
                    self._interrupt(token, boundary)
                    return
            scope = self._scopes[scope_id]
            if scope.token is None:
                self.end("error", thrower, code)
                return
            token = self._tokens[scope.token]
            scope_id = token.scope

    def end(self, status: Status, element_id: str | None, code: str | None = None) -> None:
        """End the whole instance, whatever is still alive in it."""
        self._cancel_within(0)
        self._ended = InstanceEnded(status, element_id, code)
        self._effects.append(self._ended)

    def step(self) -> Step:
        """Move tokens until all of them wait, and give the outcome."""
        steps = 0
        while self._queue:
            token = self._tokens.get(self._queue.popleft())
            if token is None:  # cancelled before it could enter
                continue
            steps += 1
            if steps > self._limit:
                raise StepLimitReached(token.element_id, self._limit)
            self._pending.discard(token.id)
            node = self._node(token)
            _ENTER[node.tag](self, token, node)
        if self._ended is None and not self._waits:
            raise Stuck(tuple(sorted({token.element_id for token in self._tokens.values()})))
        return Step(self._state(), tuple(self._effects))

    def _state(self) -> State:
        ended = self._ended
        return State(
            process_id=self._process.id,
            status="running" if ended is None else ended.status,
            tokens=tuple(self._tokens.values()),
            scopes=tuple(self._scopes.values()),
            waits=tuple(self._waits.values()),
            next_token=self._next_token,
            next_scope=self._next_scope,
            ended_by=None if ended is None else ended.element_id,
            error_code=None if ended is None else ended.error_code,
        )

    # Entering, one method for each kind of node; see _ENTER below.

    def _enter_wait(self, token: Token, node: FlowNode) -> None:
        self._enter(token)
        if isinstance(node, Task):
            if node.result_variable is not None:
                self.write_local({node.result_variable: None}, token.scope)
            self._open(Wait(token.id, _TASK_WAITS[node.tag], node.id, None, token.scope))
            self._open_boundaries(token, node)
        elif isinstance(node, Event) and node.message is not None:
            self._open(Wait(token.id, "message", node.id, node.message.name, token.scope))

    def _enter_sub_process(self, token: Token, node: FlowNode) -> None:
        """Open a scope; without a start event all nodes without incoming flow begin (BPMN 2.0, 13.3.4)."""
        assert isinstance(node, SubProcess)
        self._enter(token)
        self._open_boundaries(token, node)
        scope = Scope(self._next_scope, node.id, token.scope, token.id, {})
        self._next_scope += 1
        self._scopes[scope.id] = scope
        for first in node.initial:
            self._place(first, scope.id, None)

    def _pass(self, token: Token, node: FlowNode) -> None:
        """Go straight through: start and boundary events, abstract tasks, exclusive gateways."""
        self._enter(token)
        self._leave(token, node, self._flows_after(node, token.scope))

    def _join(self, token: Token, node: FlowNode) -> None:
        """Hold the token until every incoming flow has one, then use up one of each (BPMN 2.0, 13.4.1)."""
        held: dict[str | None, Token] = {}
        if node.incoming:
            for other in self._tokens.values():
                if other.element_id == node.id and other.scope == token.scope and other.id not in self._pending:
                    held.setdefault(other.flow_id, other)
            if len(held) < len(node.incoming):
                return
            del held[token.flow_id]
        for other in held.values():
            del self._tokens[other.id]
        self._pass(token, node)

    def _end_event(self, token: Token, node: FlowNode) -> None:
        """Reach a none, error or terminate end event (BPMN 2.0, 13.5.6)."""
        assert isinstance(node, Event)
        self._enter(token)
        if node.kind == "none":
            self._leave(token, node, ())
            return
        self._effects.append(ElementLeft(node.id, token.id))
        del self._tokens[token.id]
        if node.error is not None:
            self.throw(None, token.scope, node.error.code or "", node.id)
            return
        scope = self._scopes[token.scope]
        if scope.token is None:
            self.end("terminated", node.id)
            return
        self._cancel_within(scope.id)
        del self._scopes[scope.id]
        host = self._tokens[scope.token]
        activity = self._node(host)
        self._leave(host, activity, self._flows_after(activity, host.scope))

    # Moving.

    def _node(self, token: Token) -> FlowNode:
        node = self._process.elements.get(token.element_id)
        if not isinstance(node, FlowNode):
            raise StateError(f"{token.element_id} is no node of the process {self._process.id}")
        return node

    def _place(self, node: FlowNode, scope_id: int, flow: SequenceFlow | None) -> None:
        number = self._next_token
        self._next_token += 1
        self._tokens[number] = Token(number, node.id, scope_id, None if flow is None else flow.id)
        self._pending.add(number)
        self._queue.append(number)

    def _enter(self, token: Token) -> None:
        if token.flow_id is not None:
            self._tokens[token.id] = token._replace(flow_id=None)
        self._effects.append(ElementEntered(token.element_id, token.id))

    def _leave(self, token: Token, node: FlowNode, flows: Iterable[SequenceFlow]) -> None:
        """Leave a node; when that was the last token of a scope, leave its sub-process too, and so on."""
        while True:
            self._close_all(token.id)
            self._effects.append(ElementLeft(node.id, token.id))
            del self._tokens[token.id]
            taken = tuple(flows)
            for flow in taken:
                self._effects.append(FlowTaken(flow.id))
                self._place(flow.target, token.scope, flow)
            if taken or any(other.scope == token.scope for other in self._tokens.values()):
                return
            scope = self._scopes[token.scope]
            if scope.token is None:
                self.end("completed", node.id)
                return
            del self._scopes[scope.id]
            token = self._tokens[scope.token]
            node = self._node(token)
            flows = self._flows_after(node, token.scope)

    def _flows_after(self, node: FlowNode, scope_id: int) -> tuple[SequenceFlow, ...]:
        """Choose the outgoing flows: the first true one of a gateway, otherwise all true ones (13.4.2)."""
        outgoing = node.outgoing
        exclusive = isinstance(node, Gateway) and node.tag == "exclusiveGateway"
        taken: list[SequenceFlow] = []
        for flow in outgoing:
            if flow is not node.default and self._holds(flow, scope_id):
                taken.append(flow)
                if exclusive:
                    break
        if not taken and outgoing:
            if node.default is None:
                raise NoFlowTaken(node.id)
            taken.append(node.default)
        return tuple(taken)

    def _holds(self, flow: SequenceFlow, scope_id: int) -> bool:
        if flow.condition is None:
            return True
        assert flow.condition.expression is not None

        def lookup(name: str) -> Value:
            scope = self._scopes[scope_id]
            while name not in scope.variables:
                if scope.parent is None:
                    raise ExpressionError(f"nobody knows the name {name!r}")
                scope = self._scopes[scope.parent]
            return scope.variables[name]

        try:
            value = flow.condition.expression.evaluate(lookup)
        except ExpressionError as error:
            raise ExpressionError(f"{error.why}, in the condition {flow.condition.text!r}", flow.id) from None
        if not isinstance(value, bool):
            raise ExpressionError(f"the condition {flow.condition.text!r} is neither true nor false", flow.id)
        return value

    # Waits.

    def _open(self, wait: Wait) -> None:
        self._waits[wait.token, wait.element_id] = wait
        self._effects.append(WaitOpened(wait))

    def _open_boundaries(self, token: Token, activity: Activity) -> None:
        for boundary in activity.boundary_events:
            if boundary.message is not None:
                self._open(Wait(token.id, "message", boundary.id, boundary.message.name, token.scope))

    def _close(self, wait: Wait, how: Literal["completed", "cancelled"]) -> None:
        del self._waits[wait.token, wait.element_id]
        self._effects.append(WaitClosed(wait, how))

    def _close_all(self, token_id: int) -> None:
        for wait in [wait for wait in self._waits.values() if wait.token == token_id]:
            self._close(wait, "cancelled")

    # Cancelling: everything goes before anything else moves.

    def _interrupt(self, token: Token, boundary: BoundaryEvent) -> None:
        for scope in self._scopes.values():
            if scope.token == token.id:
                self._cancel_within(scope.id)
                del self._scopes[scope.id]
                break
        self._cancel(token)
        self._place(boundary, token.scope, None)

    def _cancel_within(self, scope_id: int) -> None:
        """Remove all tokens, waits and inner scopes of a scope, the deepest first (BPMN 2.0, 13.3.2)."""
        doomed = [scope_id]
        for outer in doomed:  # grows while it is read
            doomed.extend(scope.id for scope in self._scopes.values() if scope.parent == outer)
        for inner in reversed(doomed):
            for token in [token for token in self._tokens.values() if token.scope == inner]:
                self._cancel(token)
            if inner != scope_id:
                del self._scopes[inner]

    def _cancel(self, token: Token) -> None:
        self._close_all(token.id)
        del self._tokens[token.id]
        if token.id in self._pending:
            self._pending.discard(token.id)
        elif token.flow_id is None:  # otherwise it was held at a join, which it has not entered
            self._effects.append(ElementCancelled(token.element_id, token.id))


def _catching(node: FlowNode, code: str) -> BoundaryEvent | None:
    """Find the boundary event that catches an error: one for this code before one for all (10.5.6)."""
    if not isinstance(node, Activity):
        return None
    errors = [event for event in node.boundary_events if event.kind == "error"]
    for event in errors:
        if event.error is not None and event.error.code == code:
            return event
    return next((event for event in errors if event.error is None), None)


_ENTER: Final[dict[str, Callable[[Run, Token, FlowNode], None]]] = {
    "startEvent": Run._pass,
    "boundaryEvent": Run._pass,
    "intermediateCatchEvent": Run._enter_wait,
    "endEvent": Run._end_event,
    "task": Run._pass,
    "userTask": Run._enter_wait,
    "manualTask": Run._enter_wait,
    "serviceTask": Run._enter_wait,
    "subProcess": Run._enter_sub_process,
    "exclusiveGateway": Run._pass,
    "parallelGateway": Run._join,
}
