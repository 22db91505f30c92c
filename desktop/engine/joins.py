"""Gateways that split and join (BPMN 2.0, 10.6, 13.4).

A join keeps one entry for each arrived token and flow, never a counter: the token itself, held at the gateway with the
flow on which it came. Inclusive and complex joins are worked out anew whenever all other tokens stand still, so also
after every cancellation.
"""

from __future__ import annotations

from desktop.engine.live import Live
from desktop.engine.model import FlowNode, Gateway, SequenceFlow
from desktop.engine.run import Run
from desktop.engine.state import Token
from desktop.engine.values import Value


def enter_exclusive(run: Run, token: Token, node: FlowNode) -> None:
    """Take the first flow whose condition is true (13.4.2)."""
    token = run.enter(token)
    run.leave(token, run.flows_after(node, token.scope))


def enter_parallel(run: Run, token: Token, node: FlowNode) -> None:
    """Hold the token until every incoming flow has one, then use up one of each (13.4.1)."""
    if len(node.incoming) > 1:
        held = _held(run, run.scope_of(token), token.element_id)
        if len(held) < len(node.incoming):
            return
        for flow_id, tokens in held.items():
            if flow_id != token.flow_id:
                run.drop(run.tokens[tokens[0]])
    token = run.enter(token)
    run.leave(token, run.flows_after(node, token.scope))


def enter_waiting(run: Run, token: Token, node: FlowNode) -> None:
    """Come to an inclusive or complex gateway; see ``fire`` for what follows."""
    if token.flow_id is None or (len(node.incoming) < 2 and node.tag == "inclusiveGateway"):
        token = run.enter(token)
        run.leave(token, run.flows_after(node, token.scope))
        return
    run.joining[token.scope, token.element_id] = None


def _held(run: Run, scope: Live, element_id: str) -> dict[str, list[int]]:
    """Give the tokens that are held at a gateway, by the flow on which they came, oldest first."""
    held: dict[str, list[int]] = {}
    for number in scope.tokens:
        token = run.tokens[number]
        if token.element_id == element_id and number not in run.pending and token.flow_id is not None:
            held.setdefault(token.flow_id, []).append(number)
    return held


def fire(run: Run) -> bool:
    """Let one inclusive or complex gateway go on that can; tell whether there was one."""
    for scope_id, element_id in list(run.joining):
        scope = run.scopes.get(scope_id)
        held = {} if scope is None else _held(run, scope, element_id)
        resets = scope is not None and element_id in scope.data.get("g", ())
        if scope is None or not (held or resets):
            del run.joining[scope_id, element_id]
            continue
        node = run.plan.node(element_id)
        assert isinstance(node, Gateway)
        if node.tag == "inclusiveGateway":
            fires = _inclusive(run, scope, node, element_id, held)
        else:
            fires = _complex(run, scope, node, element_id, held)
        if fires:
            run.count(element_id)
            return True
    return False


def _inclusive(run: Run, scope: Live, node: Gateway, element_id: str, held: dict[str, list[int]]) -> bool:
    """Go on when no token can come any more that could not as well have come on a flow that has one (13.4.3)."""
    if not _all_came(run, scope, node, element_id, set(held)):
        return False
    first, *others = [run.tokens[numbers[0]] for numbers in held.values()]
    for token in others:
        run.drop(token)
    token = run.enter(first)
    run.leave(token, run.flows_after(node, scope.id))
    return True


def _all_came(run: Run, scope: Live, node: Gateway, element_id: str, filled: set[str]) -> bool:
    """Tell whether every token that can reach an empty incoming flow could reach a filled one too (13.4.3)."""
    prefix = scope.prefix
    empty: set[str] = set()
    full: set[str] = set()
    for flow in node.incoming:
        reach = run.plan.reaching(node, flow.id)
        if prefix + flow.id in filled:
            full |= reach
        else:
            empty |= reach
    awaited = empty - full
    if not awaited:
        return True
    for number in scope.tokens:
        token = run.tokens[number]
        if token.element_id != element_id and token.element_id[len(prefix) :] in awaited:
            return False
    return True


def _complex(run: Run, scope: Live, node: Gateway, element_id: str, held: dict[str, list[int]]) -> bool:
    """Start when the activation condition is true, reset when the rest has come or cannot come (13.4.5)."""
    waiting: dict[str, list[str]] = scope.data.get("g", {})
    if element_id not in waiting:
        return _start(run, scope, node, element_id, held)
    came = set(waiting[element_id])
    rest = {flow_id: numbers for flow_id, numbers in held.items() if flow_id not in came}
    if len(came) + len(rest) < len(node.incoming) and not _all_came(run, scope, node, element_id, came | set(rest)):
        return False
    waiting = {key: flows for key, flows in waiting.items() if key != element_id}
    if waiting:
        scope.data["g"] = waiting
    else:
        scope.data.pop("g", None)
    taken = _reset_flows(run, scope, node, len(rest))
    tokens = [run.tokens[numbers[0]] for numbers in rest.values()]
    for token in tokens[1:]:
        run.drop(token)
    if tokens:
        run.leave(run.enter(tokens[0]), taken)
        return True
    for flow in taken:
        run.place(flow.target, scope, flow)
    if not taken:
        run.thinned(scope)
    return True


def _reset_flows(run: Run, scope: Live, node: Gateway, count: int) -> list[SequenceFlow]:
    """Choose the flows at the reset: none unless the conditions ask in which of its two states the gateway is."""
    if not any(flow.condition is not None and flow.condition.mentions("waitingForStart") for flow in node.outgoing):
        return []
    names: dict[str, Value] = {"waitingForStart": False, "activationCount": count}
    taken = [
        flow
        for flow in node.outgoing
        if flow.condition is not None
        and flow is not node.default
        and run.holds(flow.condition, scope.id, scope.prefix + flow.id, more=names)
    ]
    return taken or ([] if node.default is None else [node.default])


def _start(run: Run, scope: Live, node: Gateway, element_id: str, held: dict[str, list[int]]) -> bool:
    names: dict[str, Value] = {"waitingForStart": True, "activationCount": sum(map(len, held.values()))}
    for flow in node.incoming:
        names.setdefault(flow.id, len(held.get(scope.prefix + flow.id, ())))
    if node.activation is not None and not run.holds(
        node.activation, scope.id, element_id, "activation condition", names
    ):
        return False
    first, *others = [run.tokens[numbers[0]] for numbers in held.values()]
    for token in others:
        run.drop(token)
    flows = run.flows_after(node, scope.id, names)
    if len(held) < len(node.incoming):
        scope.data["g"] = {**scope.data.get("g", {}), element_id: sorted(held)}
    else:
        flows += _reset_flows(run, scope, node, 0)
    token = run.enter(first)
    run.leave(token, flows)
    return True
