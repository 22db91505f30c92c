"""Runs instances in memory, with handlers and a clock that stands until it is told to go on.

For those who use the engine by itself: no database, no threads. The machine stays pure; the runner keeps the states,
carries messages and signals from instance to instance, starts instances by events, and asks handlers to do the work of
service, script and business rule tasks. docs/engine.md shows it at work.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final, TypeAlias

from desktop.engine.document import EXTENSION_NAMESPACE
from desktop.engine.durations import Timing
from desktop.engine.effects import Effect, ElementEntered, MessageThrown, SignalThrown, Step
from desktop.engine.errors import AmbiguousMessage, NothingWaits, StepLimitReached
from desktop.engine.expression import equal
from desktop.engine.machine import Machine
from desktop.engine.model import Definitions, Element, GlobalTask, Task
from desktop.engine.starting import Start
from desktop.engine.state import State, Wait
from desktop.engine.values import Value

_NOTHING: Final[Mapping[str, Value]] = MappingProxyType({})
_DONE_BY_HANDLERS: Final = ("service", "script", "rule")


class BpmnError(Exception):
    """Raised by a handler: its task fails with this error code (BPMN 2.0, 10.5.6)."""

    def __init__(self, code: str, variables: Mapping[str, Value] = _NOTHING) -> None:
        super().__init__(code)
        self.code = code
        self.variables = variables


class BpmnEscalation(Exception):
    """Raised by a handler: its task escalates, and is done if that does not interrupt it (BPMN 2.0, 10.5.6)."""

    def __init__(self, code: str, variables: Mapping[str, Value] = _NOTHING) -> None:
        super().__init__(code)
        self.code = code
        self.variables = variables


@dataclass(frozen=True, slots=True)
class Job:
    """What a handler is asked to do. ``variables`` are all that the task can read."""

    instance: int
    element_id: str
    element: Element
    kind: str
    script: str
    variables: Mapping[str, Value]


Handler: TypeAlias = Callable[[Job], "Mapping[str, Value] | None"]


@dataclass(slots=True)
class Instance:
    """One run: its machine, its state and all that has happened."""

    machine: Machine
    state: State
    trace: list[Effect] = field(default_factory=list)


@dataclass(slots=True)
class _Schedule:
    process_id: str
    start: Start
    timing: Timing
    due: datetime
    left: int | None


class Runner:
    """Runs every executable process of some definitions.

    ``handlers`` are found by the task's id, else by the name in its dw:service, else by the script's language,
    else by the kind ("service", "script", "rule"); a task without handler waits to be completed by hand. ``now`` is
    where the clock stands; ``advance`` lets time pass. ``choose`` is asked for an instance and what can begin in its
    ad-hoc sub-processes, and names one, or None. What handlers and messages set off ends with StepLimitReached after
    ``step_limit`` steps.
    """

    def __init__(
        self,
        definitions: Iterable[Definitions],
        *,
        now: datetime,
        handlers: Mapping[str, Handler] = MappingProxyType({}),
        choose: Callable[[int, list[str]], str | None] = lambda _instance, _offered: None,
        step_limit: int = 1000,
    ) -> None:
        files = tuple(definitions)
        self.now = now
        self.handlers = dict(handlers)
        self._choose = choose
        self.instances: dict[int, Instance] = {}
        self.undelivered: list[tuple[int, MessageThrown]] = []
        self._signals: deque[tuple[int, SignalThrown]] = deque()
        self._carrying = False
        self._limit = step_limit
        self._machines = {
            process.id: Machine(process, called=files, step_limit=step_limit)
            for one in files
            for process in one.processes.values()
            if process.executable
        }
        self._flows = {
            flow.source: one.participants.get(flow.target) or flow.target for one in files for flow in one.message_flows
        }
        self._schedules = list(self._scheduled())

    # What people and the world do.

    def start(
        self,
        process_id: str,
        variables: Mapping[str, Value] = _NOTHING,
        *,
        event: str | None = None,
        index: int = 0,
    ) -> int:
        """Begin an instance and give its number. Raises KeyError for an unknown process, else as Machine.start."""
        machine = self._machines[process_id]
        step = machine.start(variables, self.now, event=event, index=index)
        number = len(self.instances) + 1
        self.instances[number] = Instance(machine, step.state)
        self._take(number, step)
        return number

    def complete(
        self,
        instance: int,
        element_id: str,
        *,
        result: str | None = None,
        variables: Mapping[str, Value] = _NOTHING,
    ) -> None:
        """Complete the oldest task of this element; raise NothingWaits if there is none."""
        run, wait = self._task(instance, element_id)
        step = run.machine.complete(run.state, wait.token, self.now, result=result, variables=variables)
        self._take(instance, step)

    def error(self, instance: int, element_id: str, code: str, variables: Mapping[str, Value] = _NOTHING) -> None:
        """Let a task fail with an error code."""
        run, wait = self._task(instance, element_id)
        self._take(instance, run.machine.error(run.state, wait.token, self.now, code=code, variables=variables))

    def select(self, instance: int, element_id: str) -> None:
        """Begin an activity of an ad-hoc sub-process."""
        run = self.instances[instance]
        self._take(instance, run.machine.select(run.state, element_id, self.now))

    def change(self, instance: int, variables: Mapping[str, Value]) -> None:
        """Change variables of an instance from outside."""
        run = self.instances[instance]
        self._take(instance, run.machine.change(run.state, variables, self.now))

    def cancel(self, instance: int) -> None:
        """End an instance from outside."""
        run = self.instances[instance]
        self._take(instance, run.machine.cancel(run.state, self.now))

    def message(
        self,
        name: str,
        variables: Mapping[str, Value] = _NOTHING,
        *,
        instance: int | None = None,
        element_id: str | None = None,
        match: Mapping[str, Value] = _NOTHING,
    ) -> int:
        """Deliver a message to the one who waits for it, or let it begin an instance; give the instance's number.

        ``match`` names variables that the waiting instance must have (correlation). Raises AmbiguousMessage if several
        wait, NothingWaits if nobody does.
        """
        waiting = list(self._waiting_for(name, instance, element_id, match))
        if len(waiting) > 1:
            raise AmbiguousMessage(name, tuple(f"{number}: {wait.element_id}" for number, wait in waiting))
        if waiting:
            number, wait = waiting[0]
            run = self.instances[number]
            step = run.machine.message(
                run.state, name, self.now, variables=variables, token=wait.token, element_id=wait.element_id
            )
            self._take(number, step)
            return number
        if instance is None:
            for process_id, machine in self._machines.items():
                for start in machine.starts:
                    if (start.kind, start.name) == ("message", name) and element_id in (
                        None,
                        start.element_id,
                        process_id,
                    ):
                        return self.start(process_id, variables, event=start.element_id, index=start.index)
        raise NothingWaits(f"nobody waits for the message {name!r}")

    def signal(self, name: str, variables: Mapping[str, Value] = _NOTHING) -> int:
        """Give a signal to all who wait and let it begin instances; give how many it reached."""
        return self._broadcast(name, variables, None)

    def observe(self, variables: Mapping[str, Value]) -> tuple[int, ...]:
        """Begin an instance of each process whose conditional start event is true of these variables."""
        begun: list[int] = []
        for process_id, machine in self._machines.items():
            for start in machine.starts:
                expression = start.condition.expression if start.condition is not None else None
                if expression is None or not expression.names <= variables.keys():
                    continue
                if expression.evaluate(variables.__getitem__) is True:
                    begun.append(self.start(process_id, variables, event=start.element_id, index=start.index))
        return tuple(begun)

    def advance(self, length: timedelta) -> None:
        """Let time pass; timers fire at their own moments, in order."""
        until = self.now + length
        while True:
            moments = [
                (wait.due, number) for number, run in self._running() for wait in run.machine.due(run.state, until)
            ]
            timers = sorted((due, number) for due, number in moments if due is not None)
            begins = sorted((plan for plan in self._schedules if plan.due <= until), key=lambda plan: plan.due)
            if begins and (not timers or begins[0].due <= timers[0][0]):
                self._begin_by_timer(begins[0])
            elif timers:
                due, number = timers[0]
                self.now = max(self.now, due)
                run = self.instances[number]
                wait = run.machine.due(run.state, self.now)[0]
                step = run.machine.timer(run.state, wait.token, self.now, element_id=wait.element_id, index=wait.index)
                self._take(number, step)
            else:
                self.now = until
                return

    # What can be seen.

    def status(self, instance: int) -> str:
        """Tell how an instance is: running, completed, terminated, error or cancelled."""
        return self.instances[instance].state.status

    def waiting(self, instance: int) -> list[str]:
        """Give the elements at which an instance waits."""
        return [wait.element_id for wait in self.instances[instance].state.waits]

    def variables(self, instance: int) -> Mapping[str, Value]:
        """Give the variables of the process itself."""
        return self.instances[instance].state.variables

    def trace(self, instance: int) -> tuple[Effect, ...]:
        """Give all that has happened, in its order."""
        return tuple(self.instances[instance].trace)

    def visited(self, instance: int) -> list[str]:
        """Give the elements that were entered, in their order."""
        return [effect.element_id for effect in self.trace(instance) if isinstance(effect, ElementEntered)]

    # Inside.

    def _running(self) -> Iterator[tuple[int, Instance]]:
        return ((number, run) for number, run in self.instances.items() if run.state.status == "running")

    def _task(self, instance: int, element_id: str) -> tuple[Instance, Wait]:
        run = self.instances[instance]
        kinds = ("user", "manual", *_DONE_BY_HANDLERS)
        for wait in run.state.waits:
            if wait.element_id == element_id and wait.kind in kinds:
                return run, wait
        raise NothingWaits(f"no task {element_id} waits in the instance {instance}")

    def _take(self, number: int, step: Step) -> None:
        """Keep a step, let handlers do their work, and carry on what was thrown, until all is quiet."""
        self._keep(number, step)
        self._work(number)
        if self._carrying:
            return
        self._carrying = True
        try:
            self._carry_on(number)
        finally:
            self._carrying = False

    def _work(self, number: int) -> None:
        for _ in range(self._limit):
            run = self.instances[number]
            job = self._next_job(number)
            if job is not None:
                self._do(number, *job)
                continue
            offered = [wait.element_id for wait in run.state.waits if wait.kind == "select"]
            chosen = self._choose(number, offered) if offered else None
            if chosen is None:
                return
            self._keep(number, run.machine.select(run.state, chosen, self.now))
        raise StepLimitReached(self.instances[number].state.process_id, self._limit)

    def _keep(self, number: int, step: Step) -> None:
        run = self.instances[number]
        run.state = step.state
        run.trace.extend(step.effects)
        for effect in step.effects:
            if isinstance(effect, MessageThrown):
                self.undelivered.append((number, effect))
            elif isinstance(effect, SignalThrown):
                self._signals.append((number, effect))

    def _carry_on(self, number: int) -> None:
        """Bring signals to all and messages to who waits; messages that nobody waits for are kept."""
        for _ in range(self._limit):
            if self._signals:
                sender, thrown = self._signals.popleft()
                self._broadcast(thrown.name, thrown.variables, sender)
            elif not self._deliver_one():
                return
        raise StepLimitReached(self.instances[number].state.process_id, self._limit)

    def _deliver_one(self) -> bool:
        """Bring the oldest message that somebody waits for; tell whether there was one."""
        for sent in list(self.undelivered):
            number, thrown = sent
            place = self.undelivered.index(sent)
            del self.undelivered[place]
            with suppress(NothingWaits, AmbiguousMessage):
                if self._deliver_to(thrown, number, self._flows.get(thrown.element_id)):
                    return True
            self.undelivered.insert(place, sent)
        return False

    def _next_job(self, number: int) -> tuple[Wait, Handler, Element, str] | None:
        run = self.instances[number]
        for wait in run.state.waits:
            if wait.kind in _DONE_BY_HANDLERS:
                element = run.machine.elements[wait.element_id]
                called = run.machine.global_task(wait.element_id)
                handler = self._handler(wait, element, called)
                if handler is not None:
                    source = called if called is not None else element
                    script = source.script if isinstance(source, Task | GlobalTask) else ""
                    return wait, handler, element, script
        return None

    def _handler(self, wait: Wait, element: Element, called: GlobalTask | None) -> Handler | None:
        names = [wait.element_id, element.id]
        for extension in element.extensions:
            if (extension.namespace, extension.tag) == (EXTENSION_NAMESPACE, "service"):
                names.append(extension.attributes.get("handler", ""))
        if called is not None:
            names += [called.id, called.script_format]
        if isinstance(element, Task):
            names.append(element.script_format)
        return next((self.handlers[name] for name in [*names, wait.kind] if name in self.handlers), None)

    def _do(self, number: int, wait: Wait, handler: Handler, element: Element, script: str) -> None:
        run = self.instances[number]
        visible = run.machine.variables_at(run.state, wait.scope)
        job = Job(number, wait.element_id, element, wait.kind, script, MappingProxyType(visible))
        try:
            values = handler(job) or {}
        except BpmnError as error:
            step = run.machine.error(run.state, wait.token, self.now, code=error.code, variables=error.variables)
        except BpmnEscalation as escalation:
            step = run.machine.escalate(
                run.state, wait.token, self.now, code=escalation.code, variables=escalation.variables
            )
            if wait in step.state.waits:
                self._keep(number, step)
                step = run.machine.complete(step.state, wait.token, self.now)
        else:
            step = run.machine.complete(run.state, wait.token, self.now, variables=values)
        self._keep(number, step)

    def _waiting_for(
        self, name: str, instance: int | None, element_id: str | None, match: Mapping[str, Value]
    ) -> Iterator[tuple[int, Wait]]:
        for number, run in self._running():
            if instance not in (None, number):
                continue
            for wait in run.state.waits:
                if (wait.kind, wait.name) != ("message", name):
                    continue
                if element_id not in (None, wait.element_id, run.state.process_id):
                    continue
                visible = run.machine.variables_at(run.state, wait.scope) if match else {}
                if all(key in visible and equal(visible[key], value) for key, value in match.items()):
                    yield number, wait

    def _deliver_to(self, thrown: MessageThrown, sender: int, target: str | None) -> bool:
        waiting = list(self._waiting_for(thrown.name, None, target, _NOTHING))
        others = [found for found in waiting if found[0] != sender] or waiting
        if others:
            number, wait = others[0]
            self.message(thrown.name, thrown.variables, instance=number, element_id=wait.element_id)
            return True
        return self.message(thrown.name, thrown.variables, element_id=target) > 0

    def _broadcast(self, name: str, variables: Mapping[str, Value], sender: int | None) -> int:
        reached = 0
        for number, run in list(self._running()):
            if number != sender and any((wait.kind, wait.name) == ("signal", name) for wait in run.state.waits):
                reached += 1
                self._take(number, run.machine.signal(run.state, name, self.now, variables=variables))
        for process_id, machine in self._machines.items():
            for start in machine.starts:
                if (start.kind, start.name) == ("signal", name):
                    reached += 1
                    self.start(process_id, variables, event=start.element_id, index=start.index)
        return reached

    def _scheduled(self) -> Iterator[_Schedule]:
        for process_id, machine in self._machines.items():
            for start in machine.starts:
                if start.timer is not None and start.timer.timing is not None:
                    timing = start.timer.timing
                    yield _Schedule(process_id, start, timing, timing.first(self.now), timing.times)

    def _begin_by_timer(self, plan: _Schedule) -> None:
        self.now = max(self.now, plan.due)
        plan.left = None if plan.left is None else plan.left - 1
        if plan.left == 0 or plan.timing.every is None:
            self._schedules.remove(plan)
        else:
            plan.due = plan.timing.every.after(plan.due)
        self.start(plan.process_id, event=plan.start.element_id, index=plan.start.index)
