"""The machine: runs the instances of one process, as a pure function of state and stimulus.

It keeps nothing between calls, reads no clock and draws no lots. So a dry run is the same call without a
save, and every state can be made again from its stimuli.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final

from desktop.engine import activities, ad_hoc, events, starting
from desktop.engine.effects import Step
from desktop.engine.errors import (
    AmbiguousMessage,
    DefinitionError,
    NoResultVariable,
    NotDue,
    NothingWaits,
    Problem,
    StateError,
)
from desktop.engine.model import Definitions, Element, Event, GlobalTask, Process, Task
from desktop.engine.plan import Plan
from desktop.engine.run import Run
from desktop.engine.starting import Start
from desktop.engine.state import Scope, State, Wait
from desktop.engine.stepping import settle
from desktop.engine.values import Value, checked_variables

_NO_VARIABLES: Final[Mapping[str, Value]] = MappingProxyType({})


class Machine:
    """Runs one process (BPMN 2.0, clause 13). Raises DefinitionError if it is not executable.

    ``called`` are the definitions in which call activities find what is not in their own file. ``step_limit``
    is how many tokens one call may move before it raises StepLimitReached. A ``patient`` machine does not raise Stuck
    but leaves tokens blocked that nothing could ever move (13.4.5). Every ``at``
    is an aware moment. Besides the errors named with the methods, all of them may raise
    NoFlowTaken, ExpressionError, LoopError, StepLimitReached and Stuck from the elements on the way, VariableError
    for odd values and StateError for a state of another process.
    """

    __slots__ = ("_limit", "_plan", "_process")

    def __init__(
        self, process: Process, *, called: Iterable[Definitions] = (), step_limit: int = 1000, patient: bool = False
    ) -> None:
        if not process.executable:
            why = "the process is not executable"
            mend = 'Say isExecutable="true".'
            raise DefinitionError((Problem(process.id, process.line, why, mend, process.name),))
        self._process = process
        self._plan = Plan(process, called, patient=patient)
        self._limit = step_limit

    @property
    def process(self) -> Process:
        """Give the process that this machine runs."""
        return self._process

    @property
    def elements(self) -> Mapping[str, Element]:
        """Give every element that tokens, waits and effects may name, those of called processes included."""
        return MappingProxyType(self._plan.elements)

    def global_task(self, element_id: str) -> GlobalTask | None:
        """Give the global task that a call activity calls; None if it calls a process, or is none."""
        return self._plan.tasks.get(element_id)

    def variables_at(self, state: State, scope: int) -> dict[str, Value]:
        """Give all variables that can be read in a scope of an instance."""
        found: dict[str, Value] = {}
        for one in state.outwards(scope):
            found = {**one.variables, **found}
            if "p" in one.data:  # what is called knows nothing of what is outside
                break
        return found

    @property
    def starts(self) -> tuple[Start, ...]:
        """Give all that begins an instance (BPMN 2.0, 10.5.2)."""
        return starting.starts(self._process)

    def start(self, variables: Mapping[str, Value], at: datetime, *, event: str | None = None, index: int = 0) -> Step:
        """Begin a new instance with these variables (BPMN 2.0, 13.2).

        ``event`` names the start event, receive task or event after a gateway that begins it (see ``starts``), and
        ``index`` which of its definitions has come; without it the none start event does. Raises NothingWaits
        if the process does not begin like this.
        """
        given = checked_variables(variables)
        declared = dict.fromkeys([*self._process.variables, *self._process.data.own])
        mapped = event is not None and self._maps(event)
        root = Scope(0, self._process.id, None, None, declared if mapped else {**declared, **given}, "process")
        empty = State(self._process.id, "running", (), (root,), (), next_token=1, next_scope=1)
        run = self._run(empty, at)
        starting.begin(run, event, index, given if mapped else _NO_VARIABLES)
        return settle(run)

    def join(
        self,
        state: State,
        event: str,
        at: datetime,
        *,
        index: int = 0,
        variables: Mapping[str, Value] = _NO_VARIABLES,
    ) -> Step:
        """Let a further start event or receive task happen: one of the same conversation (BPMN 2.0, 13.2).

        Raises NothingWaits if the process does not begin like this, or the instance has ended.
        """
        run = self._run(state, at)
        if state.status != "running":
            raise NothingWaits(f"the instance has ended already: {state.status}")
        starting.join(run, event, index, checked_variables(variables))
        return settle(run)

    def _maps(self, event: str) -> bool:
        element = self._process.elements.get(event)
        return isinstance(element, Event) and bool(element.data.outputs)

    def complete(
        self,
        state: State,
        token: int,
        at: datetime,
        *,
        result: str | None = None,
        variables: Mapping[str, Value] = _NO_VARIABLES,
    ) -> Step:
        """Complete the task at which the token waits (BPMN 2.0, 13.3.3).

        ``result`` goes to the task's result variable, in the task's own scope. Raises NothingWaits
        if no task waits there, NoResultVariable if the task could not keep the result.
        """
        run, wait = self._at_task(state, token, at)
        run.write(checked_variables(variables), wait.scope)
        node = run.plan.node(wait.element_id)
        held = run.tokens[token]
        if result is not None:
            if not isinstance(node, Task) or node.result_variable is None:
                raise NoResultVariable(f"{wait.element_id}: the task names no variable for its result")
            name = node.result_variable
            run.write_local(checked_variables({name: result}), activities.result_scope(run, held, name))
        run.close(wait, "completed")
        activities.complete(run, held, node)  # type: ignore[arg-type]
        return settle(run)

    def message(
        self,
        state: State,
        name: str,
        at: datetime,
        *,
        variables: Mapping[str, Value] = _NO_VARIABLES,
        token: int | None = None,
        element_id: str | None = None,
    ) -> Step:
        """Deliver a message to the one event or receive task that waits for it (BPMN 2.0, 13.5.2, 13.5.3).

        Raises NothingWaits if nobody waits for it, AmbiguousMessage if several do and neither ``token``
        nor ``element_id`` says which is meant: a message is received once. Only handlers of one activity that
        do not interrupt it all get it (10.5.6).
        """
        run = self._run(state, at)
        waits = [
            wait
            for wait in state.waits
            if wait.kind == "message"
            and wait.name == name
            and token in (None, wait.token)
            and element_id in (None, wait.element_id)
        ]
        if not waits:
            raise NothingWaits(f"nothing waits for the message {name!r}")
        if len(waits) > 1 and not events.happen_together(run, waits):
            raise AmbiguousMessage(name, tuple(wait.element_id for wait in waits))
        payload = checked_variables(variables)
        for wait in waits:
            if run.is_open(wait):
                events.trigger(run, wait, payload)
        return settle(run)

    def signal(self, state: State, name: str, at: datetime, *, variables: Mapping[str, Value] = _NO_VARIABLES) -> Step:
        """Give a signal to all who wait for it (BPMN 2.0, 10.5.5); raise NothingWaits if nobody does."""
        run = self._run(state, at)
        if not events.broadcast(run, name, checked_variables(variables)):
            raise NothingWaits(f"nothing waits for the signal {name!r}")
        return settle(run)

    def due(self, state: State, at: datetime) -> tuple[Wait, ...]:
        """Give the timers that should have fired by then, in the order in which they should."""
        _check_moment(at)
        found = [wait for wait in state.waits if wait.due is not None and wait.due <= at]
        return tuple(sorted(found, key=lambda wait: (wait.due, wait.token)))

    def timer(self, state: State, token: int, at: datetime, *, element_id: str | None = None, index: int = 0) -> Step:
        """Let the timer fire that waits with this token (BPMN 2.0, 10.5.5).

        Raises NotDue before its time, NothingWaits if it waits no more: firing twice does no harm.
        """
        run = self._run(state, at)
        for wait in state.waits:
            if wait.token == token and wait.kind == "timer" and element_id in (None, wait.element_id):
                if element_id is not None and wait.index != index:
                    continue
                if wait.due is None or wait.due > at:
                    raise NotDue(f"{wait.element_id}: the timer is due at {wait.due}")
                events.trigger(run, wait)
                return settle(run)
        raise NothingWaits(f"no timer waits with the token {token}")

    def select(self, state: State, element_id: str, at: datetime, *, token: int | None = None) -> Step:
        """Begin an activity of an ad-hoc sub-process (BPMN 2.0, 13.3.5); raise NothingWaits if it cannot be chosen."""
        run = self._run(state, at)
        for wait in state.waits:
            if wait.kind == "select" and wait.element_id == element_id and token in (None, wait.token):
                ad_hoc.select(run, wait)
                return settle(run)
        raise NothingWaits(f"{element_id} cannot be chosen now")

    def change(self, state: State, variables: Mapping[str, Value], at: datetime, *, scope: int = 0) -> Step:
        """Change variables from outside: an incident is mended, a conditional event may happen (BPMN 2.0, 10.5.5).

        Raises NothingWaits if there is no such scope or the instance has ended.
        """
        run = self._run(state, at)
        if state.status != "running" or scope not in run.scopes:
            raise NothingWaits(f"there is no scope {scope} any more")
        run.write(checked_variables(variables), scope)
        return settle(run)

    def error(
        self,
        state: State,
        token: int,
        at: datetime,
        *,
        code: str,
        variables: Mapping[str, Value] = _NO_VARIABLES,
    ) -> Step:
        """Let the task at which the token waits fail with an error code (BPMN 2.0, 10.5.6 and 13.5.3).

        The nearest event for this code, or for all, catches it; if there is none, the instance
        ends with the status "error". Raises NothingWaits if no task waits there.
        """
        run, wait = self._at_task(state, token, at)
        run.write(checked_variables(variables), wait.scope)
        held = run.tokens[token]
        events.throw_error(run, held, held.scope, code, wait.element_id)
        return settle(run)

    def escalate(
        self,
        state: State,
        token: int,
        at: datetime,
        *,
        code: str,
        variables: Mapping[str, Value] = _NO_VARIABLES,
    ) -> Step:
        """Let the task at which the token waits escalate (BPMN 2.0, 10.5.6); it goes on unless that interrupts it.

        Raises NothingWaits if no task waits there.
        """
        run, wait = self._at_task(state, token, at)
        run.write(checked_variables(variables), wait.scope)
        events.throw_escalation(run, run.tokens[token], code, wait.element_id)
        return settle(run)

    def cancel(self, state: State, at: datetime) -> Step:
        """End the whole instance from outside as "cancelled"; raise NothingWaits if it has ended already."""
        run = self._run(state, at)
        if state.status != "running":
            raise NothingWaits(f"the instance has ended already: {state.status}")
        run.end("cancelled", None)
        return settle(run)

    def _run(self, state: State, at: datetime) -> Run:
        _check_moment(at)
        if state.process_id != self._process.id:
            raise StateError(f"the state belongs to {state.process_id}, not to {self._process.id}")
        return Run(self._plan, state, self._limit, at)

    def _at_task(self, state: State, token: int, at: datetime) -> tuple[Run, Wait]:
        run = self._run(state, at)
        for wait in state.waits:
            if wait.token == token and wait.kind in activities.TASKS:
                return run, wait
        raise NothingWaits(f"no task waits with the token {token}")


def _check_moment(at: datetime) -> None:
    if at.tzinfo is None:
        raise ValueError("a moment without a time zone")
