"""A scope while the machine works on it, with the tokens and scopes inside it at hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.engine.errors import StateError
from desktop.engine.model import Element, Process, SubProcess
from desktop.engine.plan import Plan
from desktop.engine.state import NO_DATA, Scope, ScopeKind
from desktop.engine.values import Value


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
        data = {key: list(value) if isinstance(value, list) else value for key, value in scope.data.items()}
        self._set(scope.id, scope.kind, scope.element_id, parent, scope.token, scope.variables, data, plan)

    @classmethod
    def new(
        cls,
        number: int,
        kind: ScopeKind,
        element_id: str,
        parent: Live,
        token: int | None,
        variables: dict[str, Value],
        data: dict[str, Any],
        plan: Plan,
    ) -> Live:
        """Make a scope that begins now."""
        live = cls.__new__(cls)
        live._set(number, kind, element_id, parent, token, variables, data, plan)
        return live

    def _set(
        self,
        number: int,
        kind: ScopeKind,
        element_id: str,
        parent: Live | None,
        token: int | None,
        variables: Mapping[str, Value],
        data: dict[str, Any],
        plan: Plan,
    ) -> None:
        self.id = number
        self.kind: ScopeKind = kind
        self.element_id = element_id
        self.parent = None if parent is None else parent.id
        self.token = token
        self.variables: Mapping[str, Value] = variables
        self.data = data
        self.tokens: dict[int, None] = {}
        self.children: dict[int, None] = {}
        self.listeners: dict[int, None] = {}
        called = data.get("p")
        self.border = parent is None or called is not None
        element: Element | None
        if parent is None:
            element, self.prefix = plan.process, ""
        elif called is not None:
            element, self.prefix = plan.processes.get(called), plan.prefixes.get(called, "")
        else:
            element, self.prefix = plan.elements.get(element_id), parent.prefix
        if element is None:
            raise StateError(f"{element_id} is nothing that this process has")
        self.element = element
        self.has_event_sub_processes = (
            kind in ("process", "sub", "call", "event")
            and isinstance(element, Process | SubProcess)
            and bool(element.event_sub_processes)
        )

    def scope(self) -> Scope:
        """Give the scope as the state keeps it."""
        data = self.data or NO_DATA
        return Scope(self.id, self.element_id, self.parent, self.token, self.variables, self.kind, data)
