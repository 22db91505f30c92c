"""Conditional events: they happen when their condition becomes true (BPMN 2.0, 10.5.5).

Conditions are asked whenever variables have changed and all tokens stand still. A name that nobody knows yet makes a
condition false here: the event waits for the variable too.
"""

from __future__ import annotations

from dataclasses import replace

from desktop.engine import events
from desktop.engine.errors import UnknownName
from desktop.engine.model import Event
from desktop.engine.run import Run
from desktop.engine.state import Wait


def check(run: Run) -> bool:
    """Let one conditional event happen whose condition has become true; tell whether there was one."""
    for token, element_id, index in list(run.conditional):
        wait = run.waits[token][element_id, index]
        true = _is_true(run, wait)
        if true and wait.armed:
            run.count(element_id)
            events.trigger(run, wait)
            return True
        if not true and not wait.armed:
            run.replace(replace(wait, armed=True))
    run.changed = False
    return False


def _is_true(run: Run, wait: Wait) -> bool:
    node = run.plan.node(wait.element_id)
    assert isinstance(node, Event)
    condition = node.definitions[wait.index].condition
    assert condition is not None
    assert condition.expression is not None
    if not all(run.knows(name, wait.scope) for name in condition.expression.names):
        return False
    try:
        return run.holds(condition, wait.scope, wait.element_id)
    except UnknownName:
        return False
