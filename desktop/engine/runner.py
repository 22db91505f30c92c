"""Runs instances in memory, with handlers and a clock that stands until it is told to go on.

For those who use the engine by itself: no database, no threads. The machine stays pure; the runner keeps the states,
carries messages and signals from instance to instance, starts instances by events, and asks handlers to do the work of
tasks. docs/engine.md shows it at work.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from desktop.engine.correlation import Keys, conversation, reader
from desktop.engine.effects import (
    Effect,
    ElementCancelled,
    ElementEntered,
    ElementLeft,
    MessageThrown,
    SignalThrown,
    Step,
)
from desktop.engine.errors import AmbiguousMessage, NothingWaits, StepLimitReached, UnknownName
from desktop.engine.handling import TASKS, next_work, steps_of
from desktop.engine.jobs import Handler
from desktop.engine.machine import Machine
from desktop.engine.model import Definitions
from desktop.engine.routing import Found, Instance, Routes
from desktop.engine.schedules import Schedule, Schedules
from desktop.engine.state import State, Wait
from desktop.engine.values import Value

_NOTHING: Final[Mapping[str, Value]] = MappingProxyType({})
_NO_KEYS: Final[Keys] = MappingProxyType({})


class Runner:
    """Runs every executable process of some definitions.

    ``handlers`` are found by the task's id, else by its name, by the name in its dw:service, by the script's language,
    by the kind ("service", "script", "rule", "user", "manual"); a task without handler waits to be completed by hand.
    ``now`` is where the clock stands; ``advance`` lets time pass. ``choose`` is asked for an instance and what can
    begin in its ad-hoc sub-processes, and names one, or None. What handlers and messages set off ends with
    StepLimitReached after ``step_limit`` steps.

    Elements are named by their ids or names; messages, signals, errors and escalations by their ids, names or codes.
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
            process.id: Machine(process, called=files, step_limit=step_limit, patient=True)
            for one in files
            for process in one.processes.values()
            if process.executable
        }
        self._routes = Routes(files)
        self._schedules = Schedules(self._machines, now)

    # What people and the world do.

    def start(
        self,
        process_id: str | None = None,
        variables: Mapping[str, Value] = _NOTHING,
        *,
        event: str | None = None,
        index: int = 0,
    ) -> int:
        """Begin an instance and give its number; without a process the only one.

        Raises KeyError for an unknown process, else as Machine.start.
        """
        return self._begin(self._process(process_id), variables, event, index)

    def complete(
        self,
        instance: int,
        element_id: str,
        *,
        result: str | None = None,
        variables: Mapping[str, Value] = _NOTHING,
        match: Mapping[str, Value] = _NOTHING,
    ) -> None:
        """Complete the oldest task of this element, of several instances that which can read ``match``.

        Raises NothingWaits if there is none.
        """
        run, wait = self._task(instance, element_id, match)
        step = run.machine.complete(run.state, wait.token, self.now, result=result, variables=variables)
        self._take(instance, step)

    def error(self, instance: int, element_id: str, code: str, variables: Mapping[str, Value] = _NOTHING) -> None:
        """Let a task fail with an error."""
        run, wait = self._task(instance, element_id)
        code = self._routes.code(code)
        self._take(instance, run.machine.error(run.state, wait.token, self.now, code=code, variables=variables))

    def escalate(self, instance: int, element_id: str, code: str, variables: Mapping[str, Value] = _NOTHING) -> None:
        """Let a task escalate; it goes on unless that interrupts it."""
        run, wait = self._task(instance, element_id)
        code = self._routes.code(code)
        self._take(instance, run.machine.escalate(run.state, wait.token, self.now, code=code, variables=variables))

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

        It goes to the conversation that has its correlation keys (8.4.2); ``match`` names variables that the waiting
        instance must have besides. Raises AmbiguousMessage if several wait, NothingWaits if nobody does.
        """
        name = self._routes.name(name)
        keys = self._routes.keys(name, variables)
        found = self._routes.waiting(self.instances, name, keys, instance=instance, element_id=element_id, match=match)
        if len({one.number for one in found}) > 1:
            raise AmbiguousMessage(name, tuple(f"{one.number}: {one.wait.element_id}" for one in found))
        if found:
            return self._hand_over(name, variables, keys, found)
        begun = None if instance is not None else self._begun_by(name, variables, keys, element_id)
        if begun is None:
            raise NothingWaits(f"nobody waits for the message {name!r}")
        return begun

    def signal(self, name: str, variables: Mapping[str, Value] = _NOTHING) -> int:
        """Give a signal to all who wait and let it begin instances; give how many it reached."""
        return self._broadcast(self._routes.name(name), variables, None)

    def observe(self, variables: Mapping[str, Value]) -> tuple[int, ...]:
        """Begin an instance of each process whose conditional start event is true of these variables."""
        begun: list[int] = []
        for machine in self._machines.values():
            for start in machine.starts:
                expression = start.condition.expression if start.condition is not None else None
                if expression is None:
                    continue
                with suppress(UnknownName):
                    if expression.evaluate(reader(variables)) is True:
                        begun.append(self._begin(machine, variables, start.element_id, start.index))
        return tuple(begun)

    def advance(self, length: timedelta) -> None:
        """Let time pass; timers fire at their own moments, in order."""
        self.advance_to(self.now + length)

    def advance_to(self, until: datetime) -> None:
        """Let time pass up to a moment."""
        while True:
            moments = [
                (wait.due, number) for number, run in self._running() for wait in run.machine.due(run.state, until)
            ]
            timers = sorted((due, number) for due, number in moments if due is not None)
            begins = self._schedules.first(until)
            if begins is not None and (not timers or begins.due <= timers[0][0]):
                self._begin_by_timer(begins)
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

    def state(self, instance: int) -> State:
        """Give the whole state; ``ended_by`` and ``error_code`` tell how it ended."""
        return self.instances[instance].state

    def waiting(self, instance: int, kind: str | None = None) -> list[str]:
        """Give the elements at which an instance waits, or only those that wait for one kind of thing ("user", ...)."""
        return [wait.element_id for wait in self.instances[instance].state.waits if kind in (None, wait.kind)]

    def stuck(self, instance: int) -> list[str]:
        """Give the elements at which tokens are blocked for ever in an instance that waits for nothing any more."""
        state = self.instances[instance].state
        alive = [] if state.waits or state.status != "running" else state.tokens
        return sorted({token.element_id for token in alive if token.flow_id is not None})

    def variables(self, instance: int, element_id: str | None = None) -> Mapping[str, Value]:
        """Give the variables of the process itself, or all that an element can read at which the instance waits."""
        run = self.instances[instance]
        if element_id is None:
            return run.state.variables
        for wait in run.state.waits:
            if run.is_called(wait, element_id):
                return run.machine.variables_at(run.state, wait.scope)
        raise NothingWaits(f"the instance {instance} does not wait at {element_id}")

    def trace(self, instance: int) -> tuple[Effect, ...]:
        """Give all that has happened, in its order."""
        return tuple(self.instances[instance].trace)

    def visited(self, instance: int) -> list[str]:
        """Give the elements that were entered, in their order."""
        return [effect.element_id for effect in self.trace(instance) if isinstance(effect, ElementEntered)]

    def completed(self, instance: int) -> list[str]:
        """Give the elements that were left in the ordinary way, in the order in which that happened."""
        return [effect.element_id for effect in self.trace(instance) if isinstance(effect, ElementLeft)]

    def cancelled(self, instance: int) -> list[str]:
        """Give the elements that were cut short, in the order in which that happened."""
        return [effect.element_id for effect in self.trace(instance) if isinstance(effect, ElementCancelled)]

    # Inside.

    def _process(self, name: str | None) -> Machine:
        if name is None and len(self._machines) == 1:
            return next(iter(self._machines.values()))
        if name in self._machines:
            return self._machines[name]
        called = [machine for machine in self._machines.values() if machine.process.name == name and name]
        if len(called) != 1:
            raise KeyError(name)
        return called[0]

    def _begin(
        self, machine: Machine, variables: Mapping[str, Value], event: str | None, index: int, keys: Keys = _NO_KEYS
    ) -> int:
        step = machine.start(variables, self.now, event=event, index=index)
        number = len(self.instances) + 1
        self.instances[number] = Instance(machine, step.state)
        self.instances[number].conversations.settle(0, keys)
        self._take(number, step)
        return number

    def _running(self) -> Iterator[tuple[int, Instance]]:
        return ((number, run) for number, run in self.instances.items() if run.state.status == "running")

    def _task(self, instance: int, name: str, match: Mapping[str, Value] = _NOTHING) -> tuple[Instance, Wait]:
        run = self.instances[instance]
        for wait in run.state.waits:
            if wait.kind in TASKS and run.is_called(wait, name) and run.has(wait, match):
                return run, wait
        raise NothingWaits(f"no task {name} waits in the instance {instance}")

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
            work = next_work(run, number, self.handlers)
            if work is not None:
                for step in steps_of(work, run, self.now, self._routes.code):
                    self._keep(number, step)
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
                run.conversations.settle(effect.scope, self._routes.keys(effect.name, effect.variables))
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
                if self._deliver_to(thrown, number, self._routes.flows.get(thrown.element_id)) is not None:
                    return True
            self.undelivered.insert(place, sent)
        return False

    def _hand_over(self, name: str, variables: Mapping[str, Value], keys: Keys, found: list[Found]) -> int:
        """Give a message to one instance, there to one who waits or to all handlers that go on side by side."""
        _, number, wait = found[0]
        run = self.instances[number]
        alone = len(found) == 1
        step = run.machine.message(
            run.state,
            name,
            self.now,
            variables=variables,
            token=wait.token if alone else None,
            element_id=wait.element_id if alone else None,
        )
        run.conversations.settle(conversation(run.state, wait.scope), keys)
        self._take(number, step)
        return number

    def _begun_by(self, name: str, variables: Mapping[str, Value], keys: Keys, target: str | None) -> int | None:
        for process_id, machine in self._machines.items():
            for start in machine.starts:
                if (start.kind, start.name) != ("message", name) or target not in (None, start.element_id, process_id):
                    continue
                number = self._routes.begun(self.instances, machine, keys)
                if number is None:
                    return self._begin(machine, variables, start.element_id, start.index, keys)
                run = self.instances[number]
                step = machine.join(run.state, start.element_id, self.now, index=start.index, variables=variables)
                self._take(number, step)
                return number
        return None

    def _deliver_to(self, thrown: MessageThrown, sender: int, target: str | None) -> int | None:
        """Bring a message that an instance has sent to another one, or to the process that it begins."""
        keys = self._routes.keys(thrown.name, thrown.variables)
        found = self._routes.waiting(self.instances, thrown.name, keys, element_id=target)
        others = [one for one in found if one.number != sender] or found
        if others:
            chosen = [one for one in others if one.number == others[0].number]
            with suppress(AmbiguousMessage):
                return self._hand_over(thrown.name, thrown.variables, keys, chosen)
            return self._hand_over(thrown.name, thrown.variables, keys, others[:1])
        return self._begun_by(thrown.name, thrown.variables, keys, target)

    def _broadcast(self, name: str, variables: Mapping[str, Value], sender: int | None) -> int:
        reached = 0
        begun: set[tuple[Machine, str]] = set()
        for number, run in list(self._running()):
            heard = [wait.element_id for wait in run.state.waits if (wait.kind, wait.name) == ("signal", name)]
            begun |= {(run.machine, element_id) for element_id in heard}
            if number != sender and heard:
                reached += 1
                self._take(number, run.machine.signal(run.state, name, self.now, variables=variables))
        for machine in self._machines.values():
            for start in machine.starts:
                if (start.kind, start.name) == ("signal", name) and (machine, start.element_id) not in begun:
                    reached += 1
                    self._begin(machine, variables, start.element_id, start.index)
        return reached

    def _begin_by_timer(self, plan: Schedule) -> None:
        self.now = max(self.now, plan.due)
        self._schedules.go_on(plan)
        self.start(plan.process_id, event=plan.start.element_id, index=plan.start.index)
