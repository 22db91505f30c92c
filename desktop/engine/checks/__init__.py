"""Checks an executable process: nothing in it may need a guess, or be left out, when it runs.

Every rule names the element, its line, why it is refused and how to mend it. Structure (references, ids,
borders of scopes) is in order already when these checks begin.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop.engine.checks import activities, events, flows, gateways, scopes
from desktop.engine.data_model import CorrelationKey
from desktop.engine.errors import Problem
from desktop.engine.model import Activity, Event, FlowNode, Gateway, Process, SubProcess


def check(process: Process, keys: Iterable[CorrelationKey]) -> list[Problem]:
    """Give all reasons why this process cannot be executed faithfully; none if it can.

    ``keys`` are those of all conversations in the file.
    """
    problems = [*scopes.check(process), *scopes.check_beginnings(process, keys)]
    for element in process.elements.values():
        if isinstance(element, SubProcess):
            problems.extend(scopes.check(element))
        if isinstance(element, FlowNode):
            problems.extend(_check_node(element))
    return problems


def _check_node(node: FlowNode) -> Iterator[Problem]:
    if isinstance(node, Event):
        yield from events.check(node)
    if isinstance(node, Gateway):
        yield from gateways.check(node)
    if isinstance(node, Activity):
        yield from activities.check(node)
    yield from flows.check(node)
