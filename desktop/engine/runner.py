"""Runs instances in memory, with handlers and a clock that stands until it is told to go on.

For those who use the engine by itself: no database, no threads. The machine stays pure; the runner keeps the states,
carries messages and signals from instance to instance, starts instances by events, and asks handlers to do the work of
tasks. docs/engine.md shows it at work.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from desktop.engine.activities import TASKS
from desktop.engine.correlation import Keys, conversation, reader
from desktop.engine.data_model import Condition
from desktop.engine.effects import MessageThrown, SignalThrown, Step
from desktop.engine.errors import AmbiguousMessage, NothingWaits, StepLimitReached, UnknownName
from desktop.engine.handling import next_work, steps_of
from desktop.engine.instances import Instance, Instances, is_called
from desktop.engine.jobs import Handler
from desktop.engine.machine import Machine
from desktop.engine.model import Definitions
from desktop.engine.routing import Found, Routes
from desktop.engine.schedules import Schedule, Schedules
from desktop.engine.state import Wait
from desktop.engine.values import Value

_NOTHING: Final[Mapping[str, Value]] = MappingProxyType({})
_NO_KEYS: Final[Keys] = MappingProxyType({})


class Runner(Instances):
    """Runs every executable process of some definitions.

    ``handlers`` are found by the task's id, else by its name, by the name in its dw:service, by the script's language,
    by the kind ("service", "script", "rule", "user", "manual"); a task without handler waits to be completed by hand.
    ``now`` is where the clock stands; ``advance`` lets time pass. ``choose`` is asked for an instance and what can
    begin in its ad-hoc sub-processes, and names one, or None. What handlers and messages set off ends with
    StepLimitReached after ``step_limit`` steps.

    Elements are named by their ids or names; messages, signals, errors and escalations by their ids, names or codes.
    ``match`` names variables that can be read where something waits, to tell it from others of the same name.
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
        super().__init__()
        files = tuple(definitions)
        self.now = now
        self.handlers = dict(handlers)
        self._choose = choose
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
        machine = self._process(process_id)
        ids = (start.element_id for start in machine.starts if is_called(machine, start.element_id, event or ""))
        return self._begin(machine, variables, next(ids, event), index)

    def complete(
        self,
        instance: int,
        element_id: str,
        *,
        result: str | None = None,
        variables: Mapping[str, Value] = _NOTHING,
        match: Mapping[str, Value] = _NOTHING,
    ) -> None:
        """Complete the oldest task of this element; raise NothingWaits if there is none."""
        run, wait = self._task(instance, element_id, match)
        step = run.machine.complete(run.state, wait.token, self.now, result=result, variables=variables)
        self._take(instance, step)

    def error(
        self,
        instance: int,
        element_id: str,
        code: str,
        variables: Mapping[str, Value] = _NOTHING,
        *,
        match: Mapping[str, Value] = _NOTHING,
    ) -> None:
        """Let a task fail with an error."""
        run, wait = self._task(instance, element_id, match)
        code = self._routes.code(code)
        self._take(instance, run.machine.error(run.state, wait.token, self.now, code=code, variables=variables))

    def escalate(
        self,
        instance: int,
        element_id: str,
        code: str,
        variables: Mapping[str, Value] = _NOTHING,
        *,
        match: Mapping[str, Value] = _NOTHING,
    ) -> None:
        """Let a task escalate; it goes on unless that interrupts it."""
        run, wait = self._task(instance, element_id, match)
        code = self._routes.code(code)
        self._take(instance, run.machine.escalate(run.state, wait.token, self.now, code=code, variables=variables))

    def select(self, instance: int, element_id: str, *, match: Mapping[str, Value] = _NOTHING) -> None:
        """Begin an activity of an ad-hoc sub-process; raise NothingWaits if it cannot be chosen."""
        self._take(instance, self._selected(instance, element_id, match))

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

        It goes to the conversation that has its correlation keys (8.4.2). Raises AmbiguousMessage if several wait,
        NothingWaits if nobody does.
        """
        name = self._routes.name(name)
        keys = self._routes.keys(name, variables)
        found = self._routes.waiting(self.instances, name, keys, instance=instance, element_id=element_id, match=match)
        if len({one.number for one in found}) > 1:
            raise AmbiguousMessage(name, tuple(f"{one.number}: {one.wait.element_id}" for one in found))
        if found:
            return self._hand_over(found, keys, self._received(name, variables, found))
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
                if start.condition is not None and _is_true(start.condition, variables):
                    begun.append(self._begin(machine, variables, start.element_id, start.index))
        return tuple(begun)

    def advance(self, length: timedelta) -> None:
        """Let time pass; timers fire at their own moments, in order."""
        self.advance_to(self.now + length)

    def advance_to(self, until: datetime) -> None:
        """Let time pass up to a moment; it never goes back."""
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
                self.now = max(self.now, until)
                return

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

    def _task(self, instance: int, name: str, match: Mapping[str, Value]) -> tuple[Instance, Wait]:
        run = self.instances[instance]
        return run, run.wait(name, match, TASKS)

    def _selected(self, instance: int, name: str, match: Mapping[str, Value] = _NOTHING) -> Step:
        run = self.instances[instance]
        wait = run.wait(name, match, ("select",))
        return run.machine.select(run.state, wait.element_id, self.now, token=wait.token)

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
            self._keep(number, self._selected(number, chosen))
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
        for place, sent in enumerate(list(self.undelivered)):
            number, thrown = sent
            del self.undelivered[place]
            if self._deliver_to(thrown, number, self._routes.flows.get(thrown.element_id)) is not None:
                return True
            self.undelivered.insert(place, sent)
        return False

    def _received(self, name: str, variables: Mapping[str, Value], found: list[Found]) -> Step:
        """Give a message to one instance, there to one who waits or to all handlers that go on side by side."""
        _, number, wait = found[0]
        run = self.instances[number]
        alone = len(found) == 1
        return run.machine.message(
            run.state,
            name,
            self.now,
            variables=variables,
            token=wait.token if alone else None,
            element_id=wait.element_id if alone else None,
        )

    def _hand_over(self, found: list[Found], keys: Keys, step: Step) -> int:
        _, number, wait = found[0]
        run = self.instances[number]
        run.conversations.settle(conversation(run.state, wait.scope), keys)
        self._take(number, step)
        return number

    def _begun_by(self, name: str, variables: Mapping[str, Value], keys: Keys, target: str | None) -> int | None:
        for process_id, machine in self._machines.items():
            for start in machine.starts:
                if (start.kind, start.name) != ("message", name):
                    continue
                if target not in (None, process_id) and not is_called(machine, start.element_id, target or ""):
                    continue
                number = self._routes.begun(self.instances, machine, keys)
                if number is None:
                    return self._begin(machine, variables, start.element_id, start.index, keys)
                state = self.instances[number].state
                try:
                    step = machine.join(state, start.element_id, self.now, index=start.index, variables=variables)
                except NothingWaits:
                    continue
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
            try:
                step = self._received(thrown.name, thrown.variables, chosen)
            except AmbiguousMessage:  # what was sent is not lost because several wait for it
                step = self._received(thrown.name, thrown.variables, chosen[:1])
            return self._hand_over(chosen, keys, step)
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


def _is_true(condition: Condition, variables: Mapping[str, Value]) -> bool:
    assert condition.expression is not None
    try:
        return condition.expression.evaluate(reader(variables)) is True
    except UnknownName:
        return False
