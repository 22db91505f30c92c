"""Moves a running instance to another version of its process, where every token still has its place.

Elements keep their ids, or a mapping says what they are called now. What an instance is in the middle of must be there
in the new version, of the same kind and in the same sub-process; events on borders and event sub-processes may come,
go and change: what is waited for follows the new version. Pure like all of the engine: a dry run is the same call.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from desktop.engine import events
from desktop.engine.effects import Step
from desktop.engine.errors import EngineError, Problem
from desktop.engine.live import Live
from desktop.engine.machine import Machine
from desktop.engine.model import (
    Activity,
    BoundaryEvent,
    Element,
    Event,
    FlowNode,
    Gateway,
    MultiInstance,
    Process,
    StandardLoop,
    Task,
)
from desktop.engine.run import Run
from desktop.engine.state import Scope, State, Token, Wait
from desktop.engine.stepping import settle


class CannotMigrate(EngineError):
    """The instance cannot go on in the new version; ``problems`` tells all reasons, by element of the old one."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("; ".join(str(problem) for problem in problems))


def migrate(
    state: State, old: Machine, new: Machine, at: datetime, *, mapping: Mapping[str, str] | None = None
) -> Step:
    """Give the state in the new version, with what happens at once by it (a condition that is true already).

    ``mapping`` names elements whose id has changed. Raises CannotMigrate, also for an instance that has ended.
    """
    names = dict(mapping or {})
    problems = tuple(_problems(state, old, new, names))
    if problems:
        raise CannotMigrate(problems)
    run = Run(new._plan, _renamed(state, new, names), new._limit, at)
    for token in list(run.tokens.values()):
        _refresh_token(run, token)
    for scope in list(run.scopes.values()):
        _refresh_listeners(run, scope)
    return settle(run)


# What stands in the way.


def _problems(state: State, old: Machine, new: Machine, names: Mapping[str, str]) -> Iterator[Problem]:
    if state.status != "running":
        yield Problem(state.process_id, None, f"the instance has ended: {state.status}")
        return
    for one, other in names.items():
        if one not in old.elements:
            yield Problem(one, None, "the mapping names it, but the old version has no such element")
        if other not in new.elements:
            yield Problem(one, None, f"the mapping leads to {other!r}, which the new version does not have")
    for token in state.tokens:
        yield from _of_token(token, old, new, names)
    for scope in state.scopes:
        yield from _of_scope(scope, old, new, names)


def _of_token(token: Token, old: Machine, new: Machine, names: Mapping[str, str]) -> Iterator[Problem]:
    before, after = _both(token.element_id, old, new, names)
    if after is None:
        yield _problem(before, token.element_id, "the new version has no such element")
        return
    yield from _compared(before, after, token.element_id, old=old, new=new, names=names)
    if token.flow_id and isinstance(after, FlowNode):
        flow = names.get(token.flow_id, token.flow_id)
        if all(flow != one.id for one in after.incoming):
            yield _problem(
                before, token.element_id, f"a token waits here that came on {token.flow_id!r}, which is gone"
            )


def _of_scope(scope: Scope, old: Machine, new: Machine, names: Mapping[str, str]) -> Iterator[Problem]:
    called = scope.data.get("p")
    if called is not None and called not in new._plan.processes:
        yield Problem(scope.element_id, None, f"the new version does not call {called!r}")
    for entry in scope.data.get("c", ()):
        _, after = _both(entry[0], old, new, names)
        if not isinstance(after, Activity):
            yield Problem(entry[0], None, "it is done and could be undone, but the new version does not have it")


def _compared(
    before: Element | None, after: Element, key: str, *, old: Machine, new: Machine, names: Mapping[str, str]
) -> Iterator[Problem]:
    """Tell what differs between an element and its successor that a token in it would feel."""
    if before is None or before.tag != after.tag:
        yield _problem(before, key, f"it is a {after.tag} in the new version")
        return
    if not isinstance(before, FlowNode) or not isinstance(after, FlowNode):
        return
    if _place(before, old, names) != _place(after, new, {}):
        yield _problem(before, key, "it stands in another sub-process in the new version")
    if isinstance(before, Activity) and isinstance(after, Activity) and _loop(before) != _loop(after):
        yield _problem(before, key, "it is repeated in another way in the new version")
    if isinstance(before, Event) and isinstance(after, Event):
        kinds = [[one.kind for one in event.definitions] for event in (before, after)]
        if kinds[0] != kinds[1]:
            yield _problem(before, key, "it waits for something else in the new version")


def _loop(activity: Activity) -> str:
    if isinstance(activity.loop, StandardLoop):
        return "loop"
    if isinstance(activity.loop, MultiInstance):
        return "sequential" if activity.loop.sequential else "parallel"
    return ""


def _place(node: FlowNode, machine: Machine, names: Mapping[str, str]) -> str:
    """Name the sub-process in which a node stands; "" for a process."""
    parent = node.parent
    return "" if isinstance(parent, Process) else names.get(parent.id, parent.id)


def _both(key: str, old: Machine, new: Machine, names: Mapping[str, str]) -> tuple[Element | None, Element | None]:
    return old.elements.get(key), new.elements.get(names.get(key, key))


def _problem(element: Element | None, key: str, why: str) -> Problem:
    mend = "Map it to its successor, or finish it first."
    return Problem(key, None if element is None else element.line, why, mend, "" if element is None else element.name)


# The new state.


def _renamed(state: State, new: Machine, names: Mapping[str, str]) -> State:
    def name(key: str) -> str:
        return names.get(key, key)

    def renamed(data: Mapping[str, Any]) -> dict[str, Any]:
        found = dict(data)
        for part in ("c", "t"):
            if part in found:
                found[part] = _entries(found[part], names)
        if "g" in found:
            found["g"] = {name(key): [name(flow) for flow in flows] for key, flows in found["g"].items()}
        return found

    scopes = [
        scope._replace(element_id=name(scope.element_id), data=renamed(scope.data) if scope.data else scope.data)
        for scope in state.scopes
    ]
    scopes[0] = scopes[0]._replace(element_id=new.process.id)
    waits = [wait for wait in state.waits if name(wait.element_id) in new.elements]
    return State(
        process_id=new.process.id,
        status=state.status,
        tokens=tuple(
            token._replace(
                element_id=name(token.element_id), flow_id=None if token.flow_id is None else name(token.flow_id)
            )
            for token in state.tokens
        ),
        scopes=tuple(scopes),
        waits=tuple(
            Wait(
                wait.token, wait.kind, name(wait.element_id), wait.name, wait.scope, wait.index, wait.due, wait.repeat,
                wait.armed,
            )
            for wait in waits
        ),
        next_token=state.next_token,
        next_scope=state.next_scope,
    )  # fmt: skip


def _entries(entries: list[Any], names: Mapping[str, str]) -> list[Any]:
    return [
        [names.get(key, key), variables, _entries(nested, names), *rest] for key, variables, nested, *rest in entries
    ]


def _refresh_token(run: Run, token: Token) -> None:
    """Let a token wait for what its element waits for in the new version, and go on where a join is complete now."""
    node = run.node(token)
    scope = run.scope_of(token)
    if token.flow_id is not None:
        if node.tag == "parallelGateway" and token.id not in run.pending:
            run.pending.add(token.id)
            run.queue.append(token.id)
        return
    if isinstance(node, Gateway):
        wanted = [flow.target for flow in node.outgoing]
        _follow(run, token.id, scope, [one for one in wanted if isinstance(one, Event)], keep=_tasks(wanted, scope))
    elif isinstance(node, Activity) and not run.is_instance(token):
        own = {scope.prefix + node.id} | {
            wait.element_id for wait in run.waits.get(token.id, {}).values() if wait.kind == "select"
        }
        if token.id in run.waits or run.is_instance(token) or _has_scope(run, token):
            _follow(run, token.id, scope, list(node.boundary_events), keep=own)
        if isinstance(node, Task) and node.message is not None:
            _rename_wait(run, token.id, scope.prefix + node.id, node.message.name)
    elif isinstance(node, Event) and token.id in run.waits:
        _follow(run, token.id, scope, [node], keep=set())


def _has_scope(run: Run, token: Token) -> bool:
    return any(run.scopes[child].token == token.id for child in run.scope_of(token).children)


def _tasks(nodes: list[FlowNode], scope: Live) -> set[str]:
    return {scope.prefix + node.id for node in nodes if isinstance(node, Task)}


def _rename_wait(run: Run, number: int, key: str, name: str) -> None:
    wait = run.waits.get(number, {}).get((key, 0))
    if wait is not None and wait.name != name:
        run.close(wait, "cancelled")
        run.open(Wait(wait.token, wait.kind, wait.element_id, name, wait.scope))


def _follow(run: Run, number: int, scope: Live, wanted: list[Event] | list[BoundaryEvent], *, keep: set[str]) -> None:
    """Close what is not waited for any more, open what is new; a timer that runs keeps its time."""
    known = {scope.prefix + event.id: event for event in wanted}
    seen: set[str] = set()
    for wait in list(run.waits.get(number, {}).values()):
        event = known.get(wait.element_id)
        if wait.element_id in keep and event is None:
            continue
        if event is None or not _fits(wait, event):
            run.close(wait, "cancelled")
        else:
            seen.add(wait.element_id)
            definition = event.definitions[wait.index]
            if wait.kind in ("message", "signal") and wait.name != definition.subject:
                run.close(wait, "cancelled")
                run.open(Wait(wait.token, wait.kind, wait.element_id, definition.subject, wait.scope, wait.index))
    for key, event in known.items():
        if key not in seen:
            events.open_event(run, number, event, scope)


def _fits(wait: Wait, event: Event) -> bool:
    kinds = {"condition": "conditional"}
    return wait.index < len(event.definitions) and event.definitions[wait.index].kind == kinds.get(wait.kind, wait.kind)


def _refresh_listeners(run: Run, scope: Live) -> None:
    """Let the event sub-processes and loose events of the new version stand ready."""
    if scope.kind not in ("process", "sub", "call", "event"):
        return
    ready = "x" not in scope.data and "d" not in scope.data
    starts = {scope.prefix + one.id: one for one in events.listening(scope) if ready}
    for number in list(scope.listeners):
        waits = run.waits.get(number, {})
        keys = {key for key, _ in waits}
        wanted = [starts.pop(key) for key in keys if key in starts]
        if wanted:
            _follow(run, number, scope, wanted, keep=set())
        else:
            run.close_all(number)
            del scope.listeners[number]
    for event in starts.values():
        number = run.number()
        events.open_event(run, number, event, scope)
        if number in run.waits:
            scope.listeners[number] = None
