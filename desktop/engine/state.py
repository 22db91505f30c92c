"""The state of one process instance: what is alive now, and nothing of what was.

A token stands for one visit to one element: a new one is made for every flow taken, so that its number
never means anything else. A state is never changed; the machine makes another. ``to_json`` gives it as
compact JSON; the keys are explained in docs/engine.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final, Literal, NamedTuple, TypeAlias

from desktop.engine.errors import EngineError, StateError
from desktop.engine.model import WaitKind
from desktop.engine.values import Value, checked_variables

Status: TypeAlias = Literal["running", "completed", "terminated", "error", "cancelled"]

_STATUS_KEYS: Final[dict[Status, str]] = {
    "running": "r",
    "completed": "c",
    "terminated": "t",
    "error": "e",
    "cancelled": "x",
}
_KIND_KEYS: Final[dict[WaitKind, str]] = {"user": "u", "manual": "m", "service": "s", "message": "g"}
_STATUSES: Final[dict[str, Status]] = {key: status for status, key in _STATUS_KEYS.items()}
_KINDS: Final[dict[str, WaitKind]] = {key: kind for kind, key in _KIND_KEYS.items()}


class Token(NamedTuple):
    """A token at an element. ``flow_id`` is the flow on which it is held at a join, otherwise None."""

    id: int
    element_id: str
    scope: int
    flow_id: str | None = None


class Scope(NamedTuple):
    """A running process or sub-process with its own variables.

    ``token`` is the token at the sub-process, in the scope ``parent``; both are None for the process.
    """

    id: int
    element_id: str
    parent: int | None
    token: int | None
    variables: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Wait:
    """Something that has to come from outside before a token moves.

    For a boundary event ``token`` is the token of the activity it stands on, so that a wait is known by
    ``token`` and ``element_id`` together. ``scope`` is where variables are looked up.
    """

    token: int
    kind: WaitKind
    element_id: str
    name: str | None
    scope: int


@dataclass(frozen=True, slots=True)
class State:
    """One instance at one moment. The first scope is the process itself."""

    process_id: str
    status: Status
    tokens: tuple[Token, ...]
    scopes: tuple[Scope, ...]
    waits: tuple[Wait, ...]
    next_token: int
    next_scope: int
    ended_by: str | None = None
    error_code: str | None = None

    @property
    def variables(self) -> Mapping[str, Value]:
        """Give the variables of the process itself, read-only."""
        return MappingProxyType(dict(self.scopes[0].variables))

    def to_json(self) -> dict[str, Any]:
        """Give the state as a small dict that ``json`` can write and ``from_json`` can read."""
        elements = {token.id: token.element_id for token in self.tokens}
        data: dict[str, Any] = {
            "p": self.process_id,
            "s": _STATUS_KEYS[self.status],
            "n": [self.next_token, self.next_scope],
            "t": [list(token) if token.flow_id is not None else list(token[:3]) for token in self.tokens],
            "w": [_wait_to_json(wait, elements[wait.token]) for wait in self.waits],
            "v": [[*scope[:4], checked_variables(scope.variables)] for scope in self.scopes],
        }
        if self.ended_by is not None:
            data["e"] = self.ended_by
        if self.error_code is not None:
            data["c"] = self.error_code
        return data

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> State:
        """Read what ``to_json`` gave; raise StateError if it is damaged."""
        try:
            state = _from_json(data)
        except (KeyError, TypeError, ValueError, IndexError, AttributeError, EngineError) as error:
            raise StateError(f"the stored state is damaged: {error!r}") from error
        return state


def _wait_to_json(wait: Wait, element_id: str) -> list[Any]:
    """Leave out what the token says already."""
    entry: list[Any] = [wait.token, _KIND_KEYS[wait.kind]]
    if wait.name is not None or wait.element_id != element_id:
        entry.append(wait.name)
    if wait.element_id != element_id:
        entry.append(wait.element_id)
    return entry


def _from_json(data: Mapping[str, Any]) -> State:
    tokens = tuple(
        Token(_number(entry[0]), _text(entry[1]), _number(entry[2]), *map(_text, entry[3:4])) for entry in data["t"]
    )
    scopes = tuple(
        Scope(
            _number(number),
            _text(element_id),
            None if parent is None else _number(parent),
            None if token is None else _number(token),
            checked_variables(variables),
        )
        for number, element_id, parent, token, variables in data["v"]
    )
    by_id = {token.id: token for token in tokens}
    waits: list[Wait] = []
    for entry in data["w"]:
        token = by_id[entry[0]]
        name = entry[2] if len(entry) > 2 else None
        element_id = _text(entry[3]) if len(entry) > 3 else token.element_id
        waits.append(Wait(token.id, _KINDS[entry[1]], element_id, name and _text(name), token.scope))
    next_token, next_scope = map(_number, data["n"])
    known = {scope.id: scope for scope in scopes}
    if (
        scopes[0].parent is not None
        or any(token.scope not in known or token.id >= next_token for token in tokens)
        or any(scope.parent not in known or scope.token not in by_id for scope in scopes[1:])
        or any(scope.id >= next_scope for scope in scopes)
    ):
        raise StateError("a token or scope hangs in the air")
    return State(
        process_id=_text(data["p"]),
        status=_STATUSES[data["s"]],
        tokens=tokens,
        scopes=scopes,
        waits=tuple(waits),
        next_token=next_token,
        next_scope=next_scope,
        ended_by=_text(data["e"]) if "e" in data else None,
        error_code=_text(data["c"]) if "c" in data else None,
    )


def _number(value: object) -> int:
    if type(value) is not int:
        raise TypeError(f"{value!r} should be a whole number")
    return value


def _text(value: object) -> str:
    if type(value) is not str:
        raise TypeError(f"{value!r} should be a text")
    return value
