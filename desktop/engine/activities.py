"""Tasks, sub-processes and calls: how they begin, wait and end (BPMN 2.0, 10.3, 13.3)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from desktop.engine import ad_hoc, compensation, events, loops
from desktop.engine.data_model import Transfer
from desktop.engine.effects import MessageThrown
from desktop.engine.errors import StateError
from desktop.engine.live import Live
from desktop.engine.model import Activity, CallActivity, FlowNode, GlobalTask, Process, SubProcess, Task, WaitKind
from desktop.engine.run import Run
from desktop.engine.state import ScopeKind, Token, Wait
from desktop.engine.values import Value

TASK_WAITS: Final[dict[str, WaitKind]] = {
    "userTask": "user",
    "manualTask": "manual",
    "serviceTask": "service",
    "sendTask": "service",
    "scriptTask": "script",
    "businessRuleTask": "rule",
}
TASKS: Final = frozenset(TASK_WAITS.values())
"""The kinds of waits for somebody, or some program, to do the work of a task."""


def enter(run: Run, token: Token, node: FlowNode) -> None:
    """Begin an activity when enough tokens have come (BPMN 2.0, 13.3.1 and 13.3.2)."""
    assert isinstance(node, Activity)
    if token.id in run.passing:  # a receive task whose message has come already
        run.passing.discard(token.id)
        run.enter(token)
        complete(run, run.tokens[token.id], node)
        return
    scope = run.scope_of(token)
    if ad_hoc.holds_back(run, scope, token):
        return
    if node.start_quantity > 1 and not run.is_instance(token) and not _gather(run, scope, token, node):
        return
    token = run.enter(token)
    if run.is_instance(token):
        begin(run, token, node)
        return
    if node.data.present and not (isinstance(node, CallActivity) and token.element_id not in run.plan.tasks):
        _take_data_in(run, token, node)
    if node.loop is not None:
        events.open_boundaries(run, token, node)
        loops.begin(run, token, node)
    else:
        begin(run, token, node)


def _gather(run: Run, scope: Live, token: Token, node: Activity) -> bool:
    """Hold tokens until startQuantity of them are there, then use them up (10.3)."""
    held = [
        other
        for number in scope.tokens
        if (other := run.tokens[number]).element_id == token.element_id
        and other.flow_id is not None
        and other.id not in run.pending
        and other.id != token.id
    ]
    if len(held) + 1 < node.start_quantity:
        if token.flow_id is None:
            run.tokens[token.id] = token._replace(flow_id="")
        return False
    for other in held[: node.start_quantity - 1]:
        run.drop(other)
    return True


def _take_data_in(run: Run, token: Token, node: Activity) -> None:
    """Give an activity its own variables, filled by its data input associations (13.3.2)."""
    own = run.open_scope("data", token.element_id, run.scope_of(token), token.id, dict.fromkeys(node.data.own))
    values = transferred(run, node.data.inputs, own.id, token.element_id)
    if values:
        run.write_local(values, own.id)


def transferred(run: Run, transfers: Iterable[Transfer], scope_id: int, element_id: str) -> dict[str, Value]:
    """Evaluate data input associations."""
    values: dict[str, Value] = {}
    for transfer in transfers:
        if transfer.formula is not None:
            values[transfer.target] = run.value(transfer.formula, scope_id, element_id, "data association")
        elif transfer.source is not None and transfer.source != transfer.target:
            values[transfer.target] = run.lookup(transfer.source, scope_id)
        elif transfer.source is not None:
            outside = run.scopes[scope_id].parent
            values[transfer.target] = run.lookup(transfer.source, scope_id if outside is None else outside)
    return values


def given(run: Run, transfers: Iterable[Transfer], scope_id: int, element_id: str) -> dict[str, Value]:
    """Evaluate data output associations; what is not there is not given."""
    values: dict[str, Value] = {}
    for transfer in transfers:
        if transfer.formula is not None:
            values[transfer.target] = run.value(transfer.formula, scope_id, element_id, "data association")
        elif transfer.source is not None and run.knows(transfer.source, scope_id):
            values[transfer.target] = run.lookup(transfer.source, scope_id)
    return values


def own_scope(run: Run, token: Token) -> Live:
    """Give the scope that an activity sees: that of its own data if it has any."""
    scope = run.scope_of(token)
    for child in scope.children:
        inner = run.scopes[child]
        if inner.token == token.id and inner.kind == "data":
            return inner
    return scope


def result_scope(run: Run, token: Token, name: str) -> int:
    """Give the scope in which the result of a task belongs: its own, but outside of a loop."""
    own = own_scope(run, token)
    if own.kind == "data" and name not in own.variables:
        own = run.scope_of(token)
    while own.kind == "loop" or (own.kind == "data" and name not in own.variables):
        own = run.scopes[own.parent]  # type: ignore[index]
    return own.id


def begin(run: Run, token: Token, node: Activity) -> None:
    """Do the activity once (BPMN 2.0, 13.3.3 and 13.3.4)."""
    if isinstance(node, SubProcess):
        if not run.is_instance(token):
            events.open_boundaries(run, token, node)
        open_sub_process(run, token, node)
    elif isinstance(node, CallActivity):
        _begin_call(run, token, node)
    elif isinstance(node, Task):
        _begin_task(run, token, node, node.tag)
    else:
        raise StateError(f"{token.element_id} is no activity")


def open_sub_process(run: Run, token: Token, node: SubProcess) -> Live:
    """Open the scope of a sub-process; without a start event all nodes without incoming flow begin (13.3.4)."""
    parent = own_scope(run, token)
    kind: ScopeKind = "event" if node.triggered_by_event else "sub"
    scope = run.open_scope(kind, token.element_id, parent, token.id, dict.fromkeys(node.variables))
    events.open_listeners(run, scope)
    if node.triggered_by_event:
        run.place(node.start, scope)
    for first in node.initial:
        run.place(first, scope)
    return scope


def _begin_task(run: Run, token: Token, node: Task | GlobalTask | CallActivity, tag: str) -> None:
    """Wait for the world outside, or do at once what needs nobody (13.3.3)."""
    activity = run.node(token)
    assert isinstance(activity, Activity)
    scope = own_scope(run, token)
    if isinstance(node, Task) and tag == "receiveTask":
        assert node.message is not None
        run.open(Wait(token.id, "message", token.element_id, node.message.name, scope.id))
    elif tag == "task" or (isinstance(node, Task) and tag == "sendTask" and node.message is not None):
        if isinstance(node, Task) and node.message is not None:
            payload = {name: scope.variables[name] for name in node.data.own if name in scope.variables}
            conversation = run.conversation(token.scope)
            run.effects.append(MessageThrown(node.message.name, token.element_id, token.id, payload, conversation))
        complete(run, token, activity)
        return
    elif isinstance(node, Task | GlobalTask) and node.program is not None:
        for name, formula in node.program:
            run.write({name: run.value(formula, scope.id, token.element_id, "script")}, scope.id)
        complete(run, token, activity)
        return
    else:
        if isinstance(node, Task) and node.result_variable is not None:
            run.write_local({node.result_variable: None}, result_scope(run, token, node.result_variable))
        run.open(Wait(token.id, TASK_WAITS[tag], token.element_id, None, scope.id))
    if not run.is_instance(token):
        events.open_boundaries(run, token, activity)


def _begin_call(run: Run, token: Token, node: CallActivity) -> None:
    """Call a process, which gets its own variables, or a global task (10.3.6, 13.3.4)."""
    called = run.plan.called(token.element_id, node)
    if isinstance(called, GlobalTask):
        _begin_task(run, token, called, called.task_tag)
        return
    if not run.is_instance(token):
        events.open_boundaries(run, token, node)
    outside = run.scope_of(token)
    variables: dict[str, Value] = dict.fromkeys([*called.variables, *called.data.own])
    if node.passes_all:
        variables.update(visible(run, outside))
    variables.update(transferred(run, node.data.inputs, outside.id, token.element_id))
    scope = run.open_scope("call", token.element_id, outside, token.id, variables, {"p": called.id})
    events.open_listeners(run, scope)
    for first in called.initial:
        run.place(first, scope)


def visible(run: Run, scope: Live) -> dict[str, Value]:
    """Give all variables that can be read in a scope."""
    chain = [scope]
    while not chain[-1].border:
        chain.append(run.scopes[chain[-1].parent])  # type: ignore[index]
    values: dict[str, Value] = {}
    for one in reversed(chain):
        values.update(one.variables)
    return values


def complete(
    run: Run,
    token: Token,
    node: Activity,
    inner: Live | None = None,
    nested: list[list[Value]] | None = None,
    *,
    whole: bool = True,
) -> None:
    """End an activity in the ordinary way (BPMN 2.0, 13.3.2).

    ``inner`` is the scope of a sub-process or call that is done, ``nested`` what can be compensated in it;
    ``whole`` is False where a terminate end event has ended it, which leaves nothing to compensate.
    """
    scope = run.scope_of(token)
    if inner is not None and inner.kind == "call":
        _give_back(run, node, inner, scope)
    if inner is not None:
        run.close_scope(inner)
    own = own_scope(run, token)
    if own.kind == "data":
        values = given(run, node.data.outputs, own.id, token.element_id)
        if values:
            run.write(values, scope.id)
        run.close_scope(own)
    if whole and scope.kind != "compensation":
        compensation.record(run, scope, token, node, inner=inner, nested=nested)
    if run.is_instance(token):
        run.leave(token, ())
        return
    run.leave(token, run.flows_after(node, scope.id), node.completion_quantity)
    if scope.element.tag == "adHocSubProcess" and scope.kind == "sub" and scope.id in run.scopes:
        ad_hoc.completed(run, scope)


def _give_back(run: Run, node: Activity, inner: Live, scope: Live) -> None:
    """Bring the outcome of a called process back (10.3.6)."""
    assert isinstance(node, CallActivity)
    process = inner.element
    assert isinstance(process, Process)
    values: dict[str, Value] = {}
    if node.passes_all:
        values.update(inner.variables)
    for transfer in node.data.outputs:
        if transfer.formula is not None:
            values[transfer.target] = run.value(transfer.formula, inner.id, inner.element_id, "data association")
        elif transfer.source is not None and transfer.source in inner.variables:
            values[transfer.target] = inner.variables[transfer.source]
    if values:
        run.write(values, scope.id)
