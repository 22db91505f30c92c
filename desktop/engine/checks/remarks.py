"""Rules of the standard that a process breaks although it is clear how it runs: told, but no reason to refuse it."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.engine.checks.problem import problem
from desktop.engine.errors import Problem
from desktop.engine.linking import begins_elsewhere
from desktop.engine.model import Event, FlowNode, Gateway, Process, SubProcess


def remarks(process: Process) -> list[Problem]:
    """Give what is not as it should be."""
    found = list(_of_scope(process))
    for element in process.elements.values():
        if isinstance(element, SubProcess) and element.tag != "adHocSubProcess":
            found.extend(_of_scope(element))
        if isinstance(element, FlowNode):
            found.extend(_of_node(element))
    return found


def _of_scope(scope: Process | SubProcess) -> Iterator[Problem]:
    """Start and end events go together, and with end events every path ends at one (10.5.3)."""
    ends = any(node.tag == "endEvent" for node in scope.nodes)
    if not ends and any(node.tag == "startEvent" for node in scope.nodes):
        yield problem(scope, "there is a start event but no end event (10.5.3)", "Lead every path to an end event.")
    for node in scope.nodes if ends else ():
        link = isinstance(node, Event) and node.kind == "link"
        apart = begins_elsewhere(node) and not node.incoming  # has no flows at all, or is told of as a problem
        if not (node.outgoing or link or node.tag == "endEvent" or apart):
            yield problem(node, "a path ends here beside end events (10.5.3)", "Lead it to an end event.")


def _of_node(node: FlowNode) -> Iterator[Problem]:
    if isinstance(node, Gateway) and len(node.incoming) < 2 and len(node.outgoing) < 2:
        yield problem(node, "the gateway neither merges nor splits (10.6.1)", "Remove it.")
    if node.default is not None and node.default.condition is not None:
        yield problem(node.default, "the condition of a default flow is ignored (10.3)", "Remove the condition.")
    if node.tag.startswith("intermediate") and not node.incoming and not begins_elsewhere(node):
        yield problem(node, "no flow leads to this intermediate event (10.5.4)", "Use a start event.")
