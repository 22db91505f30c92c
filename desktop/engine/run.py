"""One call of the machine while it is going on: a working copy of the state, and what can be done with it.

Nothing here recurses: tokens that have to enter an element wait in a queue, scopes in which nothing is left in
another; stepping.py works both off. What each kind of element does with these means stands in the modules
activities, events, joins, loops, compensation and ad_hoc (BPMN 2.0, clause 13).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Literal

from desktop.engine.data_model import Formula
from desktop.engine.effects import (
    Effect,
    ElementCancelled,
    ElementEntered,
    ElementLeft,
    FlowTaken,
    InstanceEnded,
    VariablesSet,
    WaitClosed,
    WaitOpened,
)
from desktop.engine.errors import ExpressionError, NoFlowTaken, StateError, StepLimitReached, UnknownName
from desktop.engine.live import Live
from desktop.engine.model import FlowNode, SequenceFlow, SubProcess
from desktop.engine.plan import Plan
from desktop.engine.state import NO_DATA, Scope, ScopeKind, State, Status, Token, Wait
from desktop.engine.values import Value, checked_variables

Place = tuple[int, str, int]
"""What a wait is known by: token, element, index."""


class Run:
    """The working copy. Made from a state, changed by stimuli, turned into a state again at the end."""

    __slots__ = (
        "_next_scope",
        "_next_token",
        "_steps",
        "at",
        "changed",
        "chosen",
        "conditional",
        "effects",
        "emptied",
        "ended",
        "joining",
        "last",
        "limit",
        "passing",
        "pending",
        "plan",
        "queue",
        "scopes",
        "tokens",
        "waits",
    )

    def __init__(self, plan: Plan, state: State, limit: int, at: datetime) -> None:
        self.plan = plan
        self.limit = limit
        self.at = at
        self.tokens: dict[int, Token] = {}
        self.scopes: dict[int, Live] = {}
        self.waits: dict[int, dict[tuple[str, int], Wait]] = {}
        self.conditional: dict[Place, None] = {}
        self.joining: dict[tuple[int, str], None] = {}
        self._next_token = state.next_token
        self._next_scope = state.next_scope
        self.queue: deque[int] = deque()
        self.emptied: deque[int] = deque()
        self.pending: set[int] = set()
        self.passing: set[int] = set()
        self.chosen: set[int] = set()
        self.effects: list[Effect] = []
        self.ended: InstanceEnded | None = None
        self.last: str | None = None
        self.changed = False
        self._steps = 0
        self._load(state)

    def _load(self, state: State) -> None:
        for scope in state.scopes:
            live = self.scopes[scope.id] = Live(scope, self.plan, self.scopes)
            for gateway in live.data.get("g", ()):
                self.joining[live.id, gateway] = None
        for token in state.tokens:
            self.tokens[token.id] = token
            self.scopes[token.scope].tokens[token.id] = None
            if token.flow_id is not None and self.node(token).tag in ("inclusiveGateway", "complexGateway"):
                self.joining[token.scope, token.element_id] = None
        for wait in state.waits:
            self._keep(wait)
            if wait.token not in self.tokens:
                self.scopes[wait.scope].listeners[wait.token] = None

    def state(self) -> State:
        """Give the state as it is now."""
        ended = self.ended
        return State(
            process_id=self.plan.process.id,
            status="running" if ended is None else ended.status,
            tokens=tuple(self.tokens.values()),
            scopes=tuple(live.scope() for live in self.scopes.values()),
            waits=tuple(wait for waits in self.waits.values() for wait in waits.values()),
            next_token=self._next_token,
            next_scope=self._next_scope,
            ended_by=None if ended is None else ended.element_id,
            error_code=None if ended is None else ended.error_code,
        )

    def count(self, element_id: str) -> None:
        """Count a step; raise StepLimitReached if there were too many."""
        self._steps += 1
        if self._steps > self.limit:
            raise StepLimitReached(element_id, self.limit)

    # Variables.

    def write(self, variables: Mapping[str, Value], scope_id: int) -> None:
        """Set variables, each in the nearest scope that has it, otherwise in that of the process."""
        by_scope: dict[int, dict[str, Value]] = {}
        for name, value in variables.items():
            scope = self.scopes[scope_id]
            while name not in scope.variables and not scope.border:
                scope = self.scopes[scope.parent]  # type: ignore[index]
            by_scope.setdefault(scope.id, {})[name] = value
        for found, values in by_scope.items():
            self.write_local(values, found)

    def write_local(self, variables: dict[str, Value], scope_id: int) -> None:
        """Set variables in this very scope."""
        scope = self.scopes[scope_id]
        scope.variables = {**scope.variables, **variables}
        self.effects.append(VariablesSet(scope_id, variables))
        self.changed = True

    def lookup(self, name: str, scope_id: int) -> Value:
        """Read a variable from the inside out; raise ExpressionError if nobody knows it."""
        scope = self.scopes[scope_id]
        while name not in scope.variables:
            if scope.border:
                raise UnknownName(f"nobody knows the name {name!r}")
            scope = self.scopes[scope.parent]  # type: ignore[index]
        return scope.variables[name]

    def knows(self, name: str, scope_id: int) -> bool:
        """Tell whether a scope, or one around it, has a variable."""
        scope = self.scopes[scope_id]
        while name not in scope.variables:
            if scope.border:
                return False
            scope = self.scopes[scope.parent]  # type: ignore[index]
        return True

    def value(
        self, formula: Formula, scope_id: int, element_id: str, what: str, more: Mapping[str, Value] | None = None
    ) -> Value:
        """Evaluate a formula; the names of ``more`` come before all variables."""
        assert formula.expression is not None

        def lookup(name: str) -> Value:
            if more is not None and name in more:
                return more[name]
            return self.lookup(name, scope_id)

        try:
            value = formula.expression.evaluate(lookup)
        except ExpressionError as error:
            raise type(error)(f"{error.why}, in the {what} {formula.text!r}", element_id) from None
        return checked_variables({what: value})[what]

    def holds(
        self,
        formula: Formula,
        scope_id: int,
        element_id: str,
        what: str = "condition",
        more: Mapping[str, Value] | None = None,
    ) -> bool:
        """Evaluate a condition, which must be true or false."""
        value = self.value(formula, scope_id, element_id, what, more)
        if not isinstance(value, bool):
            raise ExpressionError(f"the {what} {formula.text!r} is neither true nor false", element_id)
        return value

    # Tokens.

    def node(self, token: Token) -> FlowNode:
        """Give the node at which a token is."""
        return self.plan.node(token.element_id)

    def scope_of(self, token: Token) -> Live:
        """Give the scope in which a token is."""
        return self.scopes[token.scope]

    def conversation(self, scope_id: int) -> int:
        """Give the scope whose conversation goes on in a scope: one of several instances, or the process (8.4.2)."""
        scope = self.scopes[scope_id]
        while scope.kind != "instance" and scope.parent is not None:
            scope = self.scopes[scope.parent]
        return scope.id

    def is_instance(self, token: Token) -> bool:
        """Tell whether a token is one round of a loop, or one of several instances, and not the activity's own."""
        return self.scopes[token.scope].kind in ("loop", "instance")

    def host(self, token: Token) -> Token:
        """Give the activity's own token, for one round or instance of it."""
        scope = self.scopes[token.scope]
        if scope.kind == "instance":
            scope = self.scopes[scope.parent]  # type: ignore[index]
        elif scope.kind != "loop":
            return token
        return self.tokens[scope.token]  # type: ignore[index]

    def number(self) -> int:
        """Give a number that was never used for a token."""
        number = self._next_token
        self._next_token += 1
        return number

    def place(self, node: FlowNode, scope: Live, flow: SequenceFlow | None = None) -> int:
        """Put a new token before a node; it enters when its turn comes."""
        number = self.number()
        flow_id = None if flow is None else scope.prefix + flow.id
        self.tokens[number] = Token(number, scope.prefix + node.id, scope.id, flow_id)
        scope.tokens[number] = None
        self.pending.add(number)
        self.queue.append(number)
        return number

    def enter(self, token: Token) -> Token:
        """Begin the visit of a token."""
        if token.flow_id is not None:
            token = self.tokens[token.id] = token._replace(flow_id=None)
        self.effects.append(ElementEntered(token.element_id, token.id))
        return token

    def drop(self, token: Token) -> None:
        """Take a token away without a word."""
        del self.tokens[token.id]
        del self.scopes[token.scope].tokens[token.id]

    def leave(self, token: Token, flows: Iterable[SequenceFlow], quantity: int = 1) -> list[int]:
        """End the visit of a token and put new ones on the flows; give their numbers."""
        self.close_all(token.id)
        self.effects.append(ElementLeft(token.element_id, token.id))
        self.drop(token)
        self.last = token.element_id
        scope = self.scopes[token.scope]
        placed: list[int] = []
        for flow in flows:
            self.effects.append(FlowTaken(scope.prefix + flow.id))
            placed.extend(self.place(flow.target, scope, flow) for _ in range(quantity))
        if not placed:
            self.thinned(scope)
        return placed

    def thinned(self, scope: Live) -> None:
        """See whether anything is left in a scope that has just lost a token or an inner scope.

        When only event sub-processes are left, no other one can begin any more (BPMN 2.0, 13.5.4).
        """
        if not scope.tokens and not scope.children:
            if "g" not in scope.data:
                self.emptied.append(scope.id)
        elif scope.has_event_sub_processes and "x" not in scope.data and self._completing(scope):
            self.close_listeners(scope)
            scope.data["x"] = 1

    def _completing(self, scope: Live) -> bool:
        """Tell whether only event sub-processes go on in a scope."""
        if scope.element.tag == "adHocSubProcess" and "d" not in scope.data:
            return False
        nodes = [self.node(self.tokens[number]) for number in scope.tokens]
        if any(not isinstance(node, SubProcess) or not node.triggered_by_event for node in nodes):
            return False
        return all(self.scopes[child].token is not None for child in scope.children)

    def flows_after(self, node: FlowNode, scope_id: int, more: Mapping[str, Value] | None = None) -> list[SequenceFlow]:
        """Choose the outgoing flows: the first true one of an exclusive gateway, otherwise all true ones (13.4).

        The default flow gets a token if no condition is true, whatever goes on without condition (table 10.3); a
        condition of its own is ignored.
        """
        outgoing = node.outgoing
        if len(outgoing) == 1 and (outgoing[0].condition is None or outgoing[0] is node.default):
            return list(outgoing)
        taken: list[SequenceFlow] = []
        chosen = False
        for flow in outgoing:
            if flow is node.default:
                continue
            if flow.condition is None:
                taken.append(flow)
            elif self.holds(flow.condition, scope_id, self.scopes[scope_id].prefix + flow.id, more=more):
                taken.append(flow)
                chosen = True
                if node.tag == "exclusiveGateway":
                    break
        if node.default is not None and not chosen:
            taken.append(node.default)
        if not taken and outgoing:
            raise NoFlowTaken(self.scopes[scope_id].prefix + node.id)
        return taken

    # Scopes.

    def open_scope(  # noqa: PLR0917
        self,
        kind: ScopeKind,
        element_id: str,
        parent: Live,
        token: int | None,
        variables: dict[str, Value] | None = None,
        data: dict[str, Any] | None = None,
    ) -> Live:
        """Begin a scope inside another."""
        number = self._next_scope
        self._next_scope += 1
        scope = Scope(number, element_id, parent.id, token, variables or {}, kind, data or NO_DATA)
        live = self.scopes[number] = Live(scope, self.plan, self.scopes)
        parent.children[number] = None
        return live

    def close_scope(self, scope: Live) -> None:
        """End a scope in which nothing is left."""
        self.close_listeners(scope)
        del self.scopes[scope.id]
        del self.scopes[scope.parent].children[scope.id]  # type: ignore[index]

    def end(self, status: Status, element_id: str | None, code: str | None = None) -> None:
        """End the whole instance, whatever is still alive in it."""
        self.cancel_within(self.scopes[0])
        self.ended = InstanceEnded(status, element_id, code)
        self.effects.append(self.ended)

    # Waits.

    def _keep(self, wait: Wait) -> None:
        self.waits.setdefault(wait.token, {})[wait.element_id, wait.index] = wait
        if wait.kind == "condition":
            self.conditional[wait.token, wait.element_id, wait.index] = None

    def open(self, wait: Wait) -> None:
        """Wait for something from now on."""
        self._keep(wait)
        self.effects.append(WaitOpened(wait))
        if wait.kind == "condition":
            self.changed = True

    def replace(self, wait: Wait) -> None:
        """Remember something about a wait that goes on."""
        self.waits[wait.token][wait.element_id, wait.index] = wait

    def is_open(self, wait: Wait) -> bool:
        """Tell whether the instance still waits for this."""
        return (wait.element_id, wait.index) in self.waits.get(wait.token, ())

    def close(self, wait: Wait, how: Literal["completed", "cancelled"]) -> None:
        """Wait for this no more."""
        waits = self.waits[wait.token]
        del waits[wait.element_id, wait.index]
        if not waits:
            del self.waits[wait.token]
        if wait.kind == "condition":
            del self.conditional[wait.token, wait.element_id, wait.index]
        self.effects.append(WaitClosed(wait, how))

    def close_all(self, token_id: int) -> None:
        """Wait no more for anything that a token waited for."""
        for wait in list(self.waits.get(token_id, {}).values()):
            self.close(wait, "cancelled")

    def close_listeners(self, scope: Live) -> None:
        """Let no further event sub-process of a scope begin."""
        for number in scope.listeners:
            self.close_all(number)
        scope.listeners.clear()

    # Cancelling: everything goes before anything else moves.

    def cancel_hosted(self, token: Token) -> None:
        """Cancel what goes on inside of an activity, its token excepted."""
        for number in [n for n in self.scopes[token.scope].children if self.scopes[n].token == token.id]:
            self.cancel_within(self.scopes[number])
            self.close_scope(self.scopes[number])

    def cancel_within(self, scope: Live) -> None:
        """Remove all tokens, waits and inner scopes of a scope, the deepest first (BPMN 2.0, 13.3.2)."""
        doomed = [scope]
        for outer in doomed:  # grows while it is read
            doomed.extend(self.scopes[child] for child in outer.children)
        for inner in reversed(doomed):
            self.close_listeners(inner)
            for number in list(inner.tokens):
                self.cancel(self.tokens[number])
            if inner is not scope:
                del self.scopes[inner.id]
        scope.children.clear()
        scope.data.pop("g", None)

    def cancel(self, token: Token) -> None:
        """Remove a token with its waits."""
        self.close_all(token.id)
        self.drop(token)
        if token.id in self.pending:
            self.pending.discard(token.id)
        elif token.flow_id is None:  # otherwise it was held at a join, which it has not entered
            self.effects.append(ElementCancelled(token.element_id, token.id))


def state_error(wait: Wait) -> StateError:
    """Say that a wait belongs to nothing that waits."""
    return StateError(f"{wait.element_id} does not wait for a {wait.kind}")
