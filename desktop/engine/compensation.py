"""Compensation and the cancelling of transactions (BPMN 2.0, 10.7, 13.5.5).

A scope remembers, in the order of completion, which of its activities have something that undoes them: entries
``[element, variables, entries inside]``. For a task or loop the variables are None; for a sub-process or call they are
the snapshot that its compensation sees. Compensating takes entries away, the newest first, one after the other.
"""

from __future__ import annotations

from typing import Any

from desktop.engine import events
from desktop.engine.errors import StateError
from desktop.engine.live import Live
from desktop.engine.model import Activity, BoundaryEvent, CallActivity, EventDefinition, Process, SubProcess
from desktop.engine.run import Run
from desktop.engine.state import Token


def record(
    run: Run, scope: Live, token: Token, node: Activity, *, inner: Live | None, nested: list[Any] | None
) -> None:
    """Remember an activity that is done, if there is anything to undo."""
    if inner is not None:
        nested = inner.data.get("c")
        undoes = bool(nested) or _handler(inner.element) is not None
        if not undoes and (node.compensation is None or run.is_instance(token)):
            return
        entry = [token.element_id, dict(inner.variables), nested or []]
    elif nested or (node.compensation is not None and not run.is_instance(token)):
        entry = [token.element_id, None, nested or []]
    else:
        return
    scope.data.setdefault("c", []).append(entry)


def _handler(element: object) -> SubProcess | None:
    """Find the event sub-process that compensates a sub-process or process (10.7.2)."""
    if not isinstance(element, SubProcess | Process):
        return None
    for one in element.event_sub_processes:
        if any(definition.kind == "compensate" for definition in one.start.definitions):
            return one
    return None


def throw(run: Run, token: Token, definition: EventDefinition) -> bool:
    """Compensate what the place of a token can reach; tell whether its event has to wait for that (13.5.5).

    Without activityRef all that is done in the scope; from an event sub-process also in the scope around it.
    """
    scope = run.scope_of(token)
    scopes = [scope]
    while scopes[-1].kind == "event":
        host = run.tokens[scopes[-1].token]  # type: ignore[index]
        scopes.append(run.scope_of(host))
    todo: list[Any] = []
    for one in reversed(scopes):
        wanted = None if definition.activity_ref is None else one.prefix + definition.activity_ref
        entries = one.data.get("c", [])
        todo += [entry for entry in entries if wanted in (None, entry[0])]
        left = [entry for entry in entries if wanted not in (None, entry[0])]
        _keep(one, left)
    if not todo:
        return False
    waiting = token.id if definition.waits else None
    _compensate(run, token.element_id, scope, waiting, todo)
    return definition.waits


def _keep(scope: Live, entries: list[Any]) -> None:
    if entries:
        scope.data["c"] = entries
    else:
        scope.data.pop("c", None)


def _compensate(run: Run, element_id: str, scope: Live, token: int | None, todo: list[Any], **data: Any) -> None:
    inner = run.open_scope("compensation", element_id, scope, token, {}, {"t": todo, **data})
    run.emptied.append(inner.id)


def go_on(run: Run, scope: Live) -> None:
    """Compensate the next of what is to be compensated, or be done."""
    todo = list(scope.data["t"])
    while todo:
        key, variables, nested, *partly = todo.pop()
        scope.data["t"] = todo
        node = run.plan.node(key)
        if not isinstance(node, Activity):
            raise StateError(f"{key} is no activity that could be compensated")
        if node.compensation is not None and not partly:
            run.place(node.compensation, scope)
        elif variables is None:
            _compensate(run, scope.element_id, scope, None, nested)
        else:
            _restore(run, scope, node, [key, variables, nested, *partly])
        return
    _done(run, scope)


def _restore(run: Run, scope: Live, node: Activity, entry: list[Any]) -> None:
    """Compensate a sub-process with the variables that it had when it was done ("snapshot data")."""
    key, variables, nested, *partly = entry
    data: dict[str, Any] = {"c": nested} if nested else {}
    if isinstance(node, CallActivity):
        data["p"] = node.called
    restored = run.open_scope("restored", key, scope, None, dict(variables), data)
    handler = None if partly else _handler(restored.element)
    if handler is not None:
        run.place(handler, restored)
    else:
        restored.data.pop("c", None)
        _compensate(run, scope.element_id, restored, None, nested)


def _done(run: Run, scope: Live) -> None:
    token = None if scope.token is None else run.tokens[scope.token]
    parent = run.scopes[scope.parent]  # type: ignore[index]
    cancelled = "x" in scope.data
    run.close_scope(scope)
    if cancelled:
        _leave_transaction(run, parent)
    elif token is not None:
        events.after_throw(run, token)
    else:
        run.thinned(parent)


def cancel_transaction(run: Run, token: Token) -> None:
    """Cancel the transaction around a cancel end event: end all in it, undo what is done, then go on at its border."""
    scope = run.scopes[token.scope]
    while scope.element.tag != "transaction" or scope.kind != "sub":
        if scope.parent is None:
            raise StateError(f"{token.element_id} is in no transaction")
        scope = run.scopes[scope.parent]
    todo = _collected(run, scope)
    run.cancel_within(scope)
    scope.data.pop("c", None)
    scope.data["x"] = 1
    _compensate(run, token.element_id, scope, None, todo, x=1)


def _collected(run: Run, scope: Live) -> list[Any]:
    """Give all that is done in a scope, in the order of completion, also inside of what is not done yet.

    What is done in a sub-process that is not done itself stands in an entry with a fourth part: only that is undone.
    """
    order = [scope]
    for outer in order:  # grows while it is read
        order.extend(run.scopes[child] for child in outer.children)
    found: dict[int, list[Any]] = {}
    for inner in reversed(order):
        entries: list[Any] = list(inner.data.get("c", []))
        for number in inner.children:
            child = run.scopes[number]
            if child.kind in ("sub", "call", "event") and found[number]:
                entries.append([child.element_id, dict(child.variables), found[number], 1])
            else:
                entries += found[number]
        found[inner.id] = entries
    return found[scope.id]


def _leave_transaction(run: Run, scope: Live) -> None:
    host = run.tokens[scope.token]  # type: ignore[index]
    run.close_scope(scope)
    node = run.node(host)
    assert isinstance(node, Activity)
    boundary: BoundaryEvent = next(event for event in node.boundary_events if event.kind == "cancel")
    events.fire_boundary(run, run.host(host), boundary)
