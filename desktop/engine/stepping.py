"""Lets an instance go on until everything in it waits: who enters what, and what follows when a scope is empty."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from desktop.engine import activities, ad_hoc, compensation, conditions, events, joins, loops
from desktop.engine.effects import Step
from desktop.engine.errors import Stuck
from desktop.engine.live import Live
from desktop.engine.model import Activity, FlowNode
from desktop.engine.run import Run
from desktop.engine.state import Token


def settle(run: Run) -> Step:
    """Move tokens until all of them wait, and give the outcome; raise Stuck if nothing could ever move again.

    A patient machine leaves tokens blocked indefinitely instead, as the standard has it (13.4.5).
    """
    while True:
        if run.ended is not None:
            break
        if run.emptied:
            scope = run.scopes.get(run.emptied.popleft())
            if scope is not None and not scope.tokens and not scope.children:
                run.count(scope.element_id)
                _ENDED[scope.kind](run, scope)
        elif run.queue:
            token = run.tokens.get(run.queue.popleft())
            if token is not None and token.id in run.pending:  # otherwise cancelled before it could enter
                run.count(token.element_id)
                run.pending.discard(token.id)
                node = run.node(token)
                _ENTER[node.tag](run, token, node)
        elif (run.joining and joins.fire(run)) or (run.changed and conditions.check(run)):
            continue
        else:
            break
    if run.ended is None:
        if any(ad_hoc.is_ad_hoc(scope) for scope in run.scopes.values()):
            ad_hoc.offer(run)
        if not run.waits and not run.plan.patient:
            raise Stuck(tuple(sorted({token.element_id for token in run.tokens.values()})))
    return Step(run.state(), tuple(run.effects))


def _process_ended(run: Run, scope: Live) -> None:
    run.end("completed", run.last)


def _sub_process_ended(run: Run, scope: Live) -> None:
    """A sub-process, event sub-process or call is done when nothing is left in it (13.3.4)."""
    if ad_hoc.is_ad_hoc(scope):
        ad_hoc.emptied(run, scope)
        return
    host = run.tokens[scope.token]  # type: ignore[index]
    node = run.node(host)
    assert isinstance(node, Activity)
    activities.complete(run, host, node, scope)


def _restored_ended(run: Run, scope: Live) -> None:
    parent = run.scopes[scope.parent]  # type: ignore[index]
    run.close_scope(scope)
    run.thinned(parent)


def _pass(run: Run, token: Token, node: FlowNode) -> None:
    """Go straight through: start and boundary events."""
    token = run.enter(token)
    run.leave(token, run.flows_after(node, token.scope))


_ENDED: Final[dict[str, Callable[[Run, Live], None]]] = {
    "process": _process_ended,
    "sub": _sub_process_ended,
    "call": _sub_process_ended,
    "event": _sub_process_ended,
    "loop": loops.round_done,
    "instance": loops.instance_done,
    "compensation": compensation.go_on,
    "restored": _restored_ended,
}
_ENTER: Final[dict[str, Callable[[Run, Token, FlowNode], None]]] = {
    "startEvent": _pass,
    "boundaryEvent": _pass,
    "intermediateCatchEvent": events.enter_catch,
    "intermediateThrowEvent": events.enter_throw,
    "endEvent": events.enter_end,
    **dict.fromkeys(
        (
            "task", "userTask", "manualTask", "serviceTask", "sendTask", "receiveTask", "scriptTask",
            "businessRuleTask", "subProcess", "transaction", "adHocSubProcess", "callActivity",
        ),
        activities.enter,
    ),
    "exclusiveGateway": joins.enter_exclusive,
    "parallelGateway": joins.enter_parallel,
    "inclusiveGateway": joins.enter_waiting,
    "complexGateway": joins.enter_waiting,
    "eventBasedGateway": events.enter_event_gateway,
}  # fmt: skip
