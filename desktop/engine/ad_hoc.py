"""Ad-hoc sub-processes: people choose what is done, how often and in which order (BPMN 2.0, 10.3.5, 13.3.5).

What can be chosen is a wait of the kind "select": for an activity without incoming flow it belongs to the token of the
ad-hoc sub-process and can be chosen again and again; a token that has come on a flow waits itself. In the data of the
scope "d" says that enough is done; "x", that an event sub-process has interrupted it, comes to the same.
"""

from __future__ import annotations

from desktop.engine import activities
from desktop.engine.linking import begins_elsewhere
from desktop.engine.live import Live
from desktop.engine.model import Activity, SubProcess
from desktop.engine.run import Run
from desktop.engine.state import Token, Wait


def is_ad_hoc(scope: Live) -> bool:
    """Tell whether a scope is that of an ad-hoc sub-process."""
    return scope.kind == "sub" and scope.element.tag == "adHocSubProcess"


def holds_back(run: Run, scope: Live, token: Token) -> bool:
    """Hold a token that has come to an activity on a flow until somebody chooses it.

    Once enough is done nothing further begins, so a token that comes then is used up.
    """
    if not is_ad_hoc(scope) or token.id in run.chosen or token.flow_id is None:
        return False
    node = run.node(token)
    if not isinstance(node, Activity) or node.for_compensation:
        return False
    if _is_over(scope):
        run.drop(token)
        run.thinned(scope)
    return True


def offer(run: Run) -> None:
    """Let be chosen what can be chosen now, and nothing else."""
    for scope in list(run.scopes.values()):
        if not is_ad_hoc(scope) or scope.token is None:
            continue
        wanted = _choices(run, scope)
        for token in [scope.token, *scope.tokens]:
            for wait in list(run.waits.get(token, {}).values()):
                if wait.kind == "select" and wait.scope == scope.id and not wanted.pop((token, wait.element_id), False):
                    run.close(wait, "cancelled")
        for token, element_id in wanted:
            run.open(Wait(token, "select", element_id, None, scope.id))


def _choices(run: Run, scope: Live) -> dict[tuple[int, str], bool]:
    node = scope.element
    assert isinstance(node, SubProcess)
    assert scope.token is not None
    held = [number for number in scope.tokens if _is_held(run, number)]
    if _is_over(scope) or (node.sequential and len(held) < len(scope.tokens)):
        return {}
    choices = {(number, run.tokens[number].element_id): True for number in held}
    for inner in node.nodes:
        if isinstance(inner, Activity) and not inner.incoming and not begins_elsewhere(inner):
            choices[scope.token, scope.prefix + inner.id] = True
    return choices


def _is_over(scope: Live) -> bool:
    return "d" in scope.data or "x" in scope.data


def _is_held(run: Run, number: int) -> bool:
    token = run.tokens[number]
    return token.flow_id is not None and isinstance(run.node(token), Activity)


def select(run: Run, wait: Wait) -> None:
    """Begin what somebody has chosen."""
    run.close(wait, "completed")
    scope = run.scopes[wait.scope]
    if wait.token == scope.token:
        node = run.plan.node(wait.element_id)
        run.place(node, scope)
    else:
        run.chosen.add(wait.token)
        run.pending.add(wait.token)
        run.queue.append(wait.token)


def completed(run: Run, scope: Live) -> None:
    """After an activity inside is done: see whether that was enough (13.3.5)."""
    node = scope.element
    assert isinstance(node, SubProcess)
    assert node.completion is not None
    if _is_over(scope) or not run.holds(node.completion, scope.id, scope.element_id, "completion condition"):
        return
    scope.data["d"] = 1
    run.close_listeners(scope)
    for number in [number for number in scope.tokens if _is_held(run, number)]:
        run.close_all(number)
        run.pending.discard(number)
        run.drop(run.tokens[number])
    if node.cancels_rest:
        run.cancel_within(scope)
    if not scope.tokens and not scope.children:
        run.emptied.append(scope.id)


def emptied(run: Run, scope: Live) -> None:
    """Nothing goes on inside: that is the end if it was said to be."""
    if _is_over(scope):
        host = run.tokens[scope.token]  # type: ignore[index]
        node = run.node(host)
        assert isinstance(node, Activity)
        activities.complete(run, host, node, scope)
