"""Activities that are done several times (BPMN 2.0, 10.3.8, 13.3.6 and 13.3.7).

The activity's own token stays while rounds or instances go on inside: each has a token of its own at the same activity.
"""

from __future__ import annotations

from desktop.engine import activities, events
from desktop.engine.errors import LoopError
from desktop.engine.live import Live
from desktop.engine.model import Activity, MultiInstance, StandardLoop
from desktop.engine.run import Run
from desktop.engine.state import Token
from desktop.engine.values import Value

MAX_INSTANCES = 100_000


def begin(run: Run, token: Token, node: Activity) -> None:
    """Begin the first round, or all instances (one if they follow each other)."""
    parent = activities.own_scope(run, token)
    if isinstance(node.loop, StandardLoop):
        variables: dict[str, Value] = {"loopCounter": 0}
        scope = run.open_scope("loop", token.element_id, parent, token.id, variables)
        condition = node.loop.condition
        never = node.loop.maximum == 0  # "the number of iterations may not exceed this cap" (10.3.8)
        if node.loop.test_before and condition is not None and not never:
            never = not run.holds(condition, scope.id, token.element_id)
        if never:
            _finish(run, scope, node)
        else:
            _round(run, scope, node)
        return
    assert isinstance(node.loop, MultiInstance)
    items, number = _instances(run, parent, node, node.loop, token.element_id)
    variables = {
        "numberOfInstances": 0,
        "numberOfActiveInstances": 0,
        "numberOfCompletedInstances": 0,
        "numberOfTerminatedInstances": 0,
    }
    scope = run.open_scope("multi", token.element_id, parent, token.id, variables, {"n": 0, "m": number})
    if items is not None and node.loop.sequential:
        scope.data["i"] = items
    if node.loop.result is not None:
        scope.data["o"] = [None] * number
    if number == 0:
        _finish(run, scope, node)
        return
    if not node.loop.sequential:
        run.limit += number  # that many enter now, which is no circle
    for index in range(1 if node.loop.sequential else number):
        _instance(run, scope, node, node.loop, None if items is None else items[index])
    _count(run, scope)


def _instances(
    run: Run, scope: Live, node: Activity, loop: MultiInstance, element_id: str
) -> tuple[list[Value] | None, int]:
    if loop.collection is not None:
        items = run.lookup(loop.collection, scope.id)
        if not isinstance(items, list):
            raise LoopError(element_id, f"{loop.collection} is no list, so there is nothing to go through")
        if len(items) > MAX_INSTANCES:
            raise LoopError(element_id, f"{len(items)} instances are more than {MAX_INSTANCES}")
        return items, len(items)
    assert loop.cardinality is not None
    number = run.value(loop.cardinality, scope.id, element_id, "loopCardinality")
    if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number <= MAX_INSTANCES:
        raise LoopError(element_id, f"loopCardinality is {number!r}, no whole number from 0 to {MAX_INSTANCES}")
    return None, number


def _round(run: Run, scope: Live, node: Activity) -> None:
    counter = scope.variables["loopCounter"]
    assert isinstance(counter, int)
    run.write_local({"loopCounter": counter + 1}, scope.id)
    run.place(node, scope)


def round_done(run: Run, scope: Live) -> None:
    """Begin the next round of a loop, or end it (13.3.6)."""
    node = scope.element
    assert isinstance(node, Activity)
    assert isinstance(node.loop, StandardLoop)
    counter = scope.variables["loopCounter"]
    assert isinstance(counter, int)
    ended = node.loop.maximum is not None and counter >= node.loop.maximum
    condition = node.loop.condition
    if not ended and condition is not None:
        ended = not run.holds(condition, scope.id, scope.element_id)
    if ended:
        _finish(run, scope, node)
    else:
        _round(run, scope, node)


def _instance(run: Run, scope: Live, node: Activity, loop: MultiInstance, item: Value) -> None:
    index = scope.data["n"]
    scope.data["n"] = index + 1
    variables: dict[str, Value] = {"loopCounter": index + 1}
    if loop.item is not None:
        variables[loop.item] = item
    if loop.result is not None:
        variables.setdefault(loop.result, None)
    for name in node.data.each_own:
        variables.setdefault(name, None)
    inner = run.open_scope("instance", scope.element_id, scope, None, variables)
    if node.data.each_inputs:
        run.write_local(activities.transferred(run, node.data.each_inputs, inner.id, scope.element_id), inner.id)
    run.place(node, inner)


def _count(run: Run, scope: Live) -> None:
    """Count the instances that were made; active, completed and terminated ones always sum up to these (10.3.8)."""
    run.write_local({"numberOfInstances": scope.data["n"], "numberOfActiveInstances": len(scope.children)}, scope.id)


def instance_done(run: Run, inner: Live) -> None:
    """One of several instances is done: throw what it throws, then go on, end the rest, or be done (13.3.7)."""
    scope = run.scopes[inner.parent]  # type: ignore[index]
    node = scope.element
    assert isinstance(node, Activity)
    loop = node.loop
    assert isinstance(loop, MultiInstance)
    counter, completed = inner.variables["loopCounter"], scope.variables["numberOfCompletedInstances"]
    assert isinstance(counter, int)
    assert isinstance(completed, int)
    if node.data.each_outputs:
        run.write_local(activities.given(run, node.data.each_outputs, inner.id, scope.element_id), inner.id)
    if loop.result is not None:
        scope.data["o"][counter - 1] = inner.variables.get(loop.result)
    if "c" in inner.data:
        scope.data.setdefault("c", []).extend(inner.data["c"])
    run.write_local(
        {"numberOfActiveInstances": len(scope.children) - 1, "numberOfCompletedInstances": completed + 1}, scope.id
    )
    inner.variables = {**inner.variables}
    host = run.tokens[scope.token]  # type: ignore[index]
    _throw(run, inner, host, loop, completed)
    if inner.id not in run.scopes:  # what it has thrown has interrupted the whole activity
        return
    done = loop.completion is not None and run.holds(
        loop.completion, inner.id, scope.element_id, "completion condition"
    )
    run.close_scope(inner)
    if done:
        left = len(scope.children)
        run.cancel_within(scope)
        if left:
            run.write_local({"numberOfActiveInstances": 0, "numberOfTerminatedInstances": left}, scope.id)
        _finish(run, scope, node)
    elif loop.sequential and scope.data["n"] < scope.data["m"]:
        items = scope.data.get("i")
        _instance(run, scope, node, loop, None if items is None else items[scope.data["n"]])
        _count(run, scope)
    elif not scope.children:
        _finish(run, scope, node)


def _throw(run: Run, inner: Live, host: Token, loop: MultiInstance, completed: int) -> None:
    if loop.behavior == "None" or (loop.behavior == "One" and completed == 0):
        if loop.event is not None:
            events.throw(run, loop.event, host)
        else:
            events.throw_default_signal(run, host, dict(run.scopes[inner.parent].variables))  # type: ignore[index]
    elif loop.behavior == "Complex":
        for condition, definition in loop.complex_events:
            if inner.id in run.scopes and run.holds(condition, inner.id, host.element_id):
                events.throw(run, definition, host)


def _finish(run: Run, scope: Live, node: Activity) -> None:
    host = run.tokens[scope.token]  # type: ignore[index]
    loop = node.loop
    parent = run.scopes[scope.parent]  # type: ignore[index]
    nested = scope.data.get("c")
    results = scope.data.get("o")
    run.close_scope(scope)
    if isinstance(loop, MultiInstance) and loop.results is not None and results is not None:
        run.write({loop.results: results}, parent.id)
    activities.complete(run, host, node, None, nested)
