"""One stimulus of a run, to its end: the engine's step, what it means for the world, and the service tasks on the way.

The same for the real thing and for a rehearsal (N1); nothing here reads or writes a database.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from desktop.engine import (
    BpmnError,
    Effect,
    ElementEntered,
    EngineError,
    InstanceEnded,
    Machine,
    MessageThrown,
    NotDue,
    NothingWaits,
    SignalThrown,
    State,
    Step,
    StepLimitReached,
    Value,
    Wait,
    WaitClosed,
    WaitOpened,
)
from desktop.processes.definitions.definition import Definition
from desktop.processes.runs import failures
from desktop.processes.runs.handlers import HANDLERS
from desktop.processes.runs.world import World, known_at
from desktop.views.exchange import Refused

SERVICE_LIMIT = 200
"""How many service tasks one stimulus may set off."""

_TASKS = ("user", "manual")
_SERVICES = ("service", "rule", "script")


@dataclass(frozen=True, slots=True)
class Stimulus:
    """What comes to a run from outside.

    ``kind`` is start, complete, error, message, signal, timer, select, change, cancel or migrate. ``name`` is that of
    the message or signal, or the code of the error; ``element`` and ``index`` say which start event, timer, activity.
    """

    kind: str
    token: int | None = None
    result: str | None = None
    name: str = ""
    variables: Mapping[str, Value] = field(default_factory=dict)
    element: str = ""
    index: int = 0

    def to_json(self) -> dict[str, Any]:
        """Return the stimulus as the log keeps it."""
        data: dict[str, Any] = {"kind": self.kind}
        if self.token is not None:
            data["token"] = self.token
        if self.result is not None:
            data["result"] = self.result
        if self.name:
            data["name"] = self.name
        if self.variables:
            data["variables"] = dict(self.variables)
        if self.element:
            data["element"] = self.element
        if self.index:
            data["index"] = self.index
        return data

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Stimulus:
        """Return the stimulus that the log kept."""
        return cls(
            data["kind"],
            data.get("token"),
            data.get("result"),
            data.get("name", ""),
            data.get("variables", {}),
            data.get("element", ""),
            data.get("index", 0),
        )


@dataclass(frozen=True, slots=True)
class Advance:
    """The state after a stimulus, each engine call on the way with its effects, and what was thrown to others."""

    state: State
    steps: tuple[tuple[Stimulus, tuple[Effect, ...]], ...]
    thrown: tuple[MessageThrown | SignalThrown, ...] = ()


def applied(machine: Machine, state: State | None, stimulus: Stimulus, at: datetime) -> Step:
    """Give a stimulus to the engine; pure, so that a state can be made again from its stimuli (N4)."""
    variables = stimulus.variables
    if state is None:
        return machine.start(variables, at, event=stimulus.element or None, index=stimulus.index)
    if stimulus.kind == "complete" and stimulus.token is not None:
        return machine.complete(state, stimulus.token, at, result=stimulus.result, variables=variables)
    if stimulus.kind == "error" and stimulus.token is not None:
        return machine.error(state, stimulus.token, at, code=stimulus.name, variables=variables)
    if stimulus.kind == "timer" and stimulus.token is not None:
        return machine.timer(state, stimulus.token, at, element_id=stimulus.element, index=stimulus.index)
    if stimulus.kind == "message":
        element = stimulus.element or None
        return machine.message(state, stimulus.name, at, variables=variables, token=stimulus.token, element_id=element)
    if stimulus.kind == "signal":
        return machine.signal(state, stimulus.name, at, variables=variables)
    if stimulus.kind == "select":
        return machine.select(state, stimulus.element, at, token=stimulus.token)
    if stimulus.kind == "change":
        return machine.change(state, variables, at)
    if stimulus.kind == "cancel":
        return machine.cancel(state, at)
    raise ValueError(f"no stimulus of the kind {stimulus.kind!r}")


def advance(
    definition: Definition,
    state: State | None,
    stimulus: Stimulus,
    world: World,
    *,
    skip: Collection[str] = (),
    holds: Collection[str] = (),
    first: Step | None = None,
) -> Advance:
    """Let a run go on until it waits for people again; the service tasks of ``skip`` are done without their handlers.

    The service tasks of ``holds`` are left waiting: a trial asks how they end. ``first`` is what the stimulus has led
    to already, where it is none that the engine's machine knows.

    Raises NothingWaits if nobody waits for the stimulus, and Refused for whatever a rule forbids or the definition
    cannot do.
    """
    try:
        return _advance(definition, state, stimulus, world, skip=skip, holds=holds, first=first)
    except (NothingWaits, NotDue):
        raise
    except EngineError as error:
        language = world.reading.language
        why = failures.told(definition, error, language)
        raise Refused("process-failed", process=definition.label.said(language), reason=why) from error


def _advance(
    definition: Definition,
    state: State | None,
    stimulus: Stimulus,
    world: World,
    *,
    skip: Collection[str],
    holds: Collection[str],
    first: Step | None,
) -> Advance:
    at = world.reading.now
    machine = definition.machine
    steps: list[tuple[Stimulus, tuple[Effect, ...]]] = []
    services: deque[Wait] = deque()
    while True:
        step = first or applied(machine, state, stimulus, at)
        first = None
        state = step.state
        steps.append((stimulus, step.effects))
        _carry_out(definition, step, world, services)
        following = _next_service(definition, state, world, services, skip=skip, holds=holds)
        if following is None:
            return Advance(state, tuple(steps), tuple(_thrown(steps)))
        if len(steps) > SERVICE_LIMIT:
            raise StepLimitReached(definition.key, SERVICE_LIMIT)
        stimulus = following


def _thrown(steps: list[tuple[Stimulus, tuple[Effect, ...]]]) -> Iterator[MessageThrown | SignalThrown]:
    for _, effects in steps:
        for effect in effects:
            if isinstance(effect, MessageThrown | SignalThrown):
                yield effect


def _next_service(
    definition: Definition,
    state: State,
    world: World,
    services: deque[Wait],
    *,
    skip: Collection[str],
    holds: Collection[str],
) -> Stimulus | None:
    """Do the next service task that still waits and return its completion, None when there is none."""
    while services:
        wait = services.popleft()
        if wait not in state.waits or wait.element_id in holds:
            continue
        try:
            variables = {} if wait.element_id in skip else _done(definition, state, wait, world)
        except BpmnError as error:
            world.at_work = ""
            return Stimulus("error", token=wait.token, name=error.code, variables=error.variables)
        page = definition.pages.get(wait.element_id)
        if page is not None:
            world.open_page(definition, page)
        if page is None or not page.waits:
            return Stimulus("complete", token=wait.token, variables=variables)
    return None


def _done(definition: Definition, state: State, wait: Wait, world: World) -> Mapping[str, Value]:
    """Let the handler do its work; ``world.at_work`` names the task then, ``world.told`` what the process knows."""
    handler = definition.handlers.get(wait.element_id)
    if handler is None:
        return {}
    world.at_work = wait.element_id
    world.told = known_at(state, wait.scope)
    variables = HANDLERS[handler](world)
    world.at_work = ""
    return variables


def _carry_out(definition: Definition, step: Step, world: World, services: deque[Wait]) -> None:
    for effect in step.effects:
        if isinstance(effect, ElementEntered):
            stage = definition.stages.get(effect.element_id)
            if stage is not None:
                world.enter_stage(stage.code)
        elif isinstance(effect, WaitOpened):
            if effect.wait.kind in _SERVICES:
                services.append(effect.wait)
            elif effect.wait.kind in _TASKS:
                _open(definition, effect.wait, step.state, world)
        elif isinstance(effect, WaitClosed):
            if effect.how == "cancelled" and is_task(definition, effect.wait):
                world.cancel_task(effect.wait)
        elif isinstance(effect, InstanceEnded):
            world.end(effect.status)


def _open(definition: Definition, wait: Wait, state: State, world: World) -> None:
    page = definition.pages.get(wait.element_id)
    if page is None or not page.waits:
        world.open_task(definition, definition.tasks[wait.element_id], wait, state)
    if page is not None:
        world.open_page(definition, page)


def is_task(definition: Definition, wait: Wait) -> bool:
    """Tell whether the wait is for a task of a person, one that stands on the panel."""
    return wait.kind in _TASKS and not waits_for_page(definition, wait)


def waits_for_page(definition: Definition, wait: Wait) -> bool:
    """Tell whether the wait is for a page to be saved (R17)."""
    page = definition.pages.get(wait.element_id)
    return page is not None and page.waits and wait.kind in (*_TASKS, "service")


def page_completion(definition: Definition, wait: Wait, world: World) -> Stimulus:
    """Return the stimulus that a saved page gives to the step which waited for it (R17)."""
    handler = definition.handlers.get(wait.element_id)
    variables = HANDLERS[handler](world) if handler is not None else {}
    return Stimulus("complete", token=wait.token, variables=variables)
