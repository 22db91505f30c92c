"""How the runner has the work of tasks done: which task has a handler, and what the handler's answer leads to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple

from desktop.engine.activities import TASKS
from desktop.engine.effects import Step
from desktop.engine.instances import Instance
from desktop.engine.jobs import BpmnError, BpmnEscalation, Handler, Job, handler_names
from desktop.engine.model import GlobalTask, Task
from desktop.engine.state import Wait


class Work(NamedTuple):
    """A task that waits, its handler, and what that is asked to do."""

    wait: Wait
    handler: Handler
    job: Job


def next_work(run: Instance, number: int, handlers: Mapping[str, Handler]) -> Work | None:
    """Return the oldest task of an instance that has a handler, None where none has."""
    for wait in run.state.waits:
        if wait.kind not in TASKS:
            continue
        element = run.machine.elements[wait.element_id]
        called = run.machine.global_task(wait.element_id)
        names = handler_names(wait.element_id, wait.kind, element, called)
        handler = next((handlers[name] for name in names if name in handlers), None)
        if handler is not None:
            source = called if called is not None else element
            script = source.script if isinstance(source, Task | GlobalTask) else ""
            visible = MappingProxyType(run.machine.variables_at(run.state, wait.scope))
            return Work(wait, handler, Job(number, wait.element_id, element, wait.kind, script, visible))
    return None


def steps_of(work: Work, run: Instance, now: datetime, code: Callable[[str], str]) -> Iterator[Step]:
    """Let a handler do its work and yield the steps that its answer leads to; ``code`` knows codes by their names."""
    token = work.wait.token
    try:
        values = work.handler(work.job) or {}
    except BpmnError as error:
        yield run.machine.error(run.state, token, now, code=code(error.code), variables=error.variables)
    except BpmnEscalation as escalation:
        step = run.machine.escalate(run.state, token, now, code=code(escalation.code), variables=escalation.variables)
        yield step
        if work.wait in step.state.waits:
            yield run.machine.complete(step.state, token, now)
    else:
        yield run.machine.complete(run.state, token, now, variables=values)
