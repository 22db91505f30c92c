"""Where conditions and defaults may stand (BPMN 2.0, 8.4.13, 10.6.1 and 13.2)."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.engine.checks.problem import problem
from desktop.engine.errors import Problem
from desktop.engine.model import Activity, FlowNode, Gateway

_CHOOSING = ("exclusiveGateway", "inclusiveGateway", "complexGateway")


def check(node: FlowNode) -> Iterator[Problem]:
    """Check the outgoing flows of a node."""
    exclusive = node.tag == "exclusiveGateway"
    conditional = [flow for flow in node.outgoing if flow.condition is not None]
    if node.tag not in _CHOOSING and not isinstance(node, Activity):
        for flow in conditional:
            why = f"a flow out of a {node.tag} cannot have a condition"
            yield problem(flow, why, "Put an exclusive or inclusive gateway between.")
        return
    free = [flow for flow in node.outgoing if flow.condition is None and flow is not node.default]
    if exclusive and len(node.outgoing) > 1:
        for flow in free:
            why = "the flow has no condition and is not the gateway's default: when is it taken?"
            yield problem(flow, why, "Give it a condition, or make it the default.")
    if isinstance(node, Gateway) and not exclusive and node.default is not None and len(node.outgoing) > 1 and free:
        why = "a default flow beside a flow without condition would never be taken"
        yield problem(node, why, "Remove the default, or give the others conditions.")
    if isinstance(node, Activity) and len(node.outgoing) == 1 and conditional and node.default is None:
        why = "the only flow out of an activity cannot have a condition (8.4.13): what if it is not true?"
        yield problem(conditional[0], why, "Remove the condition, or add another flow.")
