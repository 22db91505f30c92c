"""A scope while the machine works on it, with the tokens and scopes inside it at hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.engine.errors import StateError
from desktop.engine.model import Element, Process, SubProcess
from desktop.engine.plan import Plan
from desktop.engine.state import NO_DATA, Scope


class Live:
    """A scope. ``element`` is the process or activity it belongs to; ``prefix`` stands before its elements' ids.

    ``border`` tells that variables are not looked up any further out. Keys of ``data``: "c" what can be compensated,
    "g" complex gateways that wait for their reset, "p" the process that was called, "x" no event sub-process can
    begin any more; loops, compensations and ad-hoc sub-processes have their own.
    """

    __slots__ = (
        "border",
        "children",
        "data",
        "element",
        "element_id",
        "has_event_sub_processes",
        "id",
        "kind",
        "listeners",
        "parent",
        "prefix",
        "token",
        "tokens",
        "variables",
    )

    def __init__(self, scope: Scope, plan: Plan, known: Mapping[int, Live]) -> None:
        parent = None
        if scope.parent is not None:
            parent = known[scope.parent]
            parent.children[scope.id] = None
        self.id = scope.id
        self.kind = scope.kind
        self.element_id = scope.element_id
        self.parent = scope.parent
        self.token = scope.token
        self.variables = scope.variables
        self.data: dict[str, Any] = {}
        if scope.data:
            self.data = {key: list(value) if isinstance(value, list) else value for key, value in scope.data.items()}
        self.tokens: dict[int, None] = {}
        self.children: dict[int, None] = {}
        self.listeners: dict[int, None] = {}
        called = self.data.get("p")
        self.border = parent is None or called is not None
        element: Element | None
        if parent is None:
            element, self.prefix = plan.process, ""
        elif called is not None:
            element, self.prefix = plan.processes.get(called), plan.prefixes.get(called, "")
        else:
            element, self.prefix = plan.elements.get(scope.element_id), parent.prefix
        if element is None:
            raise StateError(f"{scope.element_id} is nothing that this process has")
        self.element = element
        self.has_event_sub_processes = (
            scope.kind in ("process", "sub", "call", "event")
            and isinstance(element, Process | SubProcess)
            and bool(element.event_sub_processes)
        )

    def scope(self) -> Scope:
        """Give the scope as the state keeps it."""
        data = self.data or NO_DATA
        return Scope(self.id, self.element_id, self.parent, self.token, self.variables, self.kind, data)
