"""The machine: runs the instances of one process, as a pure function of state and stimulus.

It keeps nothing between calls, reads no clock and draws no lots. So a dry run is the same call without a
save, and every state can be made again from its stimuli.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final

from desktop.engine.effects import Step
from desktop.engine.errors import (
    AmbiguousMessage,
    DefinitionError,
    NoResultVariable,
    NothingWaits,
    Problem,
    StateError,
)
from desktop.engine.model import BoundaryEvent, Process, Task
from desktop.engine.run import Run
from desktop.engine.state import Scope, State, Wait
from desktop.engine.values import Value, checked_variables

_NO_VARIABLES: Final[Mapping[str, Value]] = MappingProxyType({})


class Machine:
    """Runs one process (BPMN 2.0, clause 13). Raises DefinitionError if it is not executable.

    ``step_limit`` is how many tokens one call may move before it raises StepLimitReached. Every ``at``
    is an aware moment, in UTC. Besides the errors named with the methods, all of them may raise
    NoFlowTaken, ExpressionError, StepLimitReached and Stuck from the elements on the way, VariableError
    for odd values and StateError for a state of another process.
    """

    __slots__ = ("_limit", "_process")

    def __init__(self, process: Process, *, step_limit: int = 1000) -> None:
        if not process.executable:
            why = "the process is not executable"
            raise DefinitionError((Problem(process.id, process.line, why, 'Say isExecutable="true".'),))
        self._process = process
        self._limit = step_limit

    @property
    def process(self) -> Process:
        """Give the process that this machine runs."""
        return self._process

    def start(self, variables: Mapping[str, Value], at: datetime) -> Step:
        """Begin a new instance with these variables (BPMN 2.0, 13.2)."""
        _check_moment(at)
        root = Scope(0, self._process.id, None, None, checked_variables(variables))
        empty = State(self._process.id, "running", (), (root,), (), next_token=1, next_scope=1)
        run = Run(self._process, empty, self._limit)
        run.begin()
        return run.step()

    def complete(
        self,
        state: State,
        token: int,
        at: datetime,
        *,
        result: str | None = None,
        variables: Mapping[str, Value] = _NO_VARIABLES,
    ) -> Step:
        """Complete the user, manual or service task at which the token waits (BPMN 2.0, 13.3.3).

        ``result`` goes to the task's result variable, in the task's own scope. Raises NothingWaits
        if no task waits there, NoResultVariable if the task could not keep the result.
        """
        run, wait = self._at_task(state, token, at)
        run.write(checked_variables(variables), wait.scope)
        if result is not None:
            task = self._process.elements[wait.element_id]
            if not isinstance(task, Task) or task.result_variable is None:
                raise NoResultVariable(f"{wait.element_id}: the task names no variable for its result")
            run.write_local(checked_variables({task.result_variable: result}), wait.scope)
        run.complete(wait)
        return run.step()

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
        """Deliver a message to the one boundary or catch event that waits for it (BPMN 2.0, 13.5.2, 13.5.3).

        Raises NothingWaits if nobody waits for it, AmbiguousMessage if several do and neither ``token``
        nor ``element_id`` says which is meant: a message is received once.
        """
        self._check(state, at)
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
        if len(waits) > 1:
            raise AmbiguousMessage(name, tuple(wait.element_id for wait in waits))
        wait = waits[0]
        run = Run(self._process, state, self._limit)
        run.write(checked_variables(variables), wait.scope)
        if isinstance(self._process.elements.get(wait.element_id), BoundaryEvent):
            run.trigger(wait)
        else:
            run.complete(wait)
        return run.step()

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

        The nearest boundary event for this code, or for all, catches it; if there is none, the instance
        ends with the status "error". Raises NothingWaits if no task waits there.
        """
        run, wait = self._at_task(state, token, at)
        run.write(checked_variables(variables), wait.scope)
        held = next(held for held in state.tokens if held.id == wait.token)
        run.throw(held, held.scope, code, wait.element_id)
        return run.step()

    def cancel(self, state: State, at: datetime) -> Step:
        """End the whole instance from outside as "cancelled"; raise NothingWaits if it has ended already."""
        self._check(state, at)
        if state.status != "running":
            raise NothingWaits(f"the instance has ended already: {state.status}")
        run = Run(self._process, state, self._limit)
        run.end("cancelled", None)
        return run.step()

    def _check(self, state: State, at: datetime) -> None:
        _check_moment(at)
        if state.process_id != self._process.id:
            raise StateError(f"the state belongs to {state.process_id}, not to {self._process.id}")

    def _at_task(self, state: State, token: int, at: datetime) -> tuple[Run, Wait]:
        self._check(state, at)
        for wait in state.waits:
            if wait.token == token and wait.kind != "message":
                return Run(self._process, state, self._limit), wait
        raise NothingWaits(f"no task waits with the token {token}")


def _check_moment(at: datetime) -> None:
    if at.tzinfo is None:
        raise ValueError("a moment without a time zone")
