"""The state of one process instance: what is alive now, and nothing of what was.

A token stands for one visit to one element: a new one is made for every flow taken, so that its number
never means anything else. A state is never changed; the machine makes another. ``to_json`` gives it as
compact JSON; the keys are explained in docs/engine.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final, Literal, NamedTuple, TypeAlias

from desktop.engine.errors import EngineError, StateError
from desktop.engine.model import WaitKind
from desktop.engine.values import Value, checked_variables

FORMAT: Final = 2
"""The format that is written; that of the first release, 1, has no number and is read as well."""

Status: TypeAlias = Literal["running", "completed", "terminated", "error", "cancelled"]
ScopeKind: TypeAlias = Literal[
    "process", "sub", "call", "event", "loop", "multi", "instance", "data", "compensation", "restored"
]

_STATUS_KEYS: Final[dict[Status, str]] = {
    "running": "r",
    "completed": "c",
    "terminated": "t",
    "error": "e",
    "cancelled": "x",
}
_KIND_KEYS: Final[dict[WaitKind, str]] = {
    "user": "u",
    "manual": "m",
    "service": "s",
    "script": "p",
    "rule": "b",
    "message": "g",
    "signal": "i",
    "timer": "t",
    "condition": "c",
    "select": "o",
}
_SCOPE_KEYS: Final[dict[ScopeKind, str]] = {
    "process": "p",
    "sub": "s",
    "call": "c",
    "event": "e",
    "loop": "l",
    "multi": "m",
    "instance": "i",
    "data": "d",
    "compensation": "k",
    "restored": "r",
}
_STATUSES: Final[dict[str, Status]] = {key: status for status, key in _STATUS_KEYS.items()}
_KINDS: Final[dict[str, WaitKind]] = {key: kind for kind, key in _KIND_KEYS.items()}
_SCOPES: Final[dict[str, ScopeKind]] = {key: kind for kind, key in _SCOPE_KEYS.items()}
_HOSTLESS: Final = ("instance", "compensation", "restored")
NO_DATA: Final[Mapping[str, Any]] = MappingProxyType({})


class Token(NamedTuple):
    """A token at an element. ``flow_id`` is the flow on which it is held at a join, otherwise None.

    In a process that was called from another file ``element_id`` begins with that process's id and a colon.
    """

    id: int
    element_id: str
    scope: int
    flow_id: str | None = None


class Scope(NamedTuple):
    """A running process, sub-process, call, loop or compensation, with its own variables.

    ``token`` is the token of the activity whose scope it is, in a scope further out; None for the process, for one
    of several instances, and for what compensates without anybody waiting. ``data`` is the machine's own.
    """

    id: int
    element_id: str
    parent: int | None
    token: int | None
    variables: Mapping[str, Value]
    kind: ScopeKind = "sub"
    data: Mapping[str, Any] = NO_DATA


@dataclass(frozen=True, slots=True)
class Wait:
    """Something that has to come from outside before a token moves.

    For a boundary event ``token`` is the token of the activity it stands on, after an event-based gateway that at the
    gateway; the start event of an event sub-process has a number of its own, which is no token. So a wait is
    known by ``token``, ``element_id`` and ``index`` together; ``index`` counts the definitions of one event.
    ``scope`` is where variables are looked up. ``due`` (UTC) and ``repeat`` ("R2/PT1H": twice more) speak of
    timers, ``armed`` of conditions: one that has fired must become false before it can fire again.
    """

    token: int
    kind: WaitKind
    element_id: str
    name: str | None
    scope: int
    index: int = 0
    due: datetime | None = None
    repeat: str = ""
    armed: bool = True


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

    def outwards(self, scope: int) -> Iterator[Scope]:
        """Give a scope and those around it, the process last."""
        scopes = {one.id: one for one in self.scopes}
        number: int | None = scope
        while number is not None:
            yield scopes[number]
            number = scopes[number].parent

    def to_json(self) -> dict[str, Any]:
        """Give the state as a small dict that ``json`` can write and ``from_json`` can read."""
        tokens = {token.id: token for token in self.tokens}
        data: dict[str, Any] = {
            "f": FORMAT,
            "p": self.process_id,
            "s": _STATUS_KEYS[self.status],
            "n": [self.next_token, self.next_scope],
            "t": [list(token) if token.flow_id is not None else list(token[:3]) for token in self.tokens],
            "w": [_wait_to_json(wait, tokens.get(wait.token)) for wait in self.waits],
            "v": [_scope_to_json(scope) for scope in self.scopes],
        }
        if self.ended_by is not None:
            data["e"] = self.ended_by
        if self.error_code is not None:
            data["c"] = self.error_code
        return data

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> State:
        """Read what ``to_json`` gave, now or in an older version; raise StateError if it is damaged or newer."""
        try:
            state = _from_json(data)
        except (KeyError, TypeError, ValueError, IndexError, AttributeError, EngineError) as error:
            raise StateError(f"the stored state is damaged: {error!r}") from error
        return state


def _scope_to_json(scope: Scope) -> list[Any]:
    entry = [scope.id, scope.element_id, scope.parent, scope.token, checked_variables(scope.variables)]
    if scope.kind not in ("process", "sub") or scope.data:
        entry.append(_SCOPE_KEYS[scope.kind])
    if scope.data:
        entry.append(checked_variables(scope.data))
    return entry


def _wait_to_json(wait: Wait, token: Token | None) -> list[Any]:
    """Leave out what the token says already."""
    entry: list[Any] = [wait.token, _KIND_KEYS[wait.kind]]
    more: dict[str, Any] = {}
    if token is None or wait.scope != token.scope:
        more["s"] = wait.scope
    if wait.index:
        more["i"] = wait.index
    if wait.due is not None:
        more["d"] = wait.due.isoformat()
    if wait.repeat:
        more["r"] = wait.repeat
    if not wait.armed:
        more["a"] = 0
    elsewhere = token is None or wait.element_id != token.element_id
    if wait.name is not None or elsewhere or more:
        entry.append(wait.name)
    if elsewhere or more:
        entry.append(wait.element_id)
    if more:
        entry.append(more)
    return entry


def _from_json(data: Mapping[str, Any]) -> State:
    if data.get("f", 1) not in (1, FORMAT):
        raise StateError(f"its format {data['f']!r} is newer than {FORMAT}")
    tokens = tuple(
        Token(_number(entry[0]), _text(entry[1]), _number(entry[2]), *map(_text, entry[3:4])) for entry in data["t"]
    )
    scopes = tuple(map(_scope, data["v"]))
    by_id = {token.id: token for token in tokens}
    waits = tuple(_wait(entry, by_id) for entry in data["w"])
    next_token, next_scope = map(_number, data["n"])
    known = {scope.id: scope for scope in scopes}
    if (
        scopes[0].parent is not None
        or any(token.scope not in known or token.id >= next_token for token in tokens)
        or any(scope.parent not in known or scope.id >= next_scope for scope in scopes[1:])
        or any(scope.token not in by_id for scope in scopes[1:] if scope.token is not None)
        or any(scope.token is None and scope.kind not in _HOSTLESS for scope in scopes[1:])
        or any(wait.scope not in known or wait.token >= next_token for wait in waits)
        or len({(wait.token, wait.element_id, wait.index) for wait in waits}) < len(waits)
        or len(known) < len(scopes)
        or len(by_id) < len(tokens)
    ):
        raise StateError("a token, scope or wait hangs in the air")
    return State(
        process_id=_text(data["p"]),
        status=_STATUSES[data["s"]],
        tokens=tokens,
        scopes=scopes,
        waits=waits,
        next_token=next_token,
        next_scope=next_scope,
        ended_by=_text(data["e"]) if "e" in data else None,
        error_code=_text(data["c"]) if "c" in data else None,
    )


def _scope(entry: list[Any]) -> Scope:
    number, element_id, parent, token, variables = entry[:5]
    return Scope(
        _number(number),
        _text(element_id),
        None if parent is None else _number(parent),
        None if token is None else _number(token),
        checked_variables(variables),
        _SCOPES[entry[5]] if len(entry) > 5 else "process" if parent is None else "sub",
        checked_variables(entry[6]) if len(entry) > 6 else NO_DATA,
    )


def _wait(entry: list[Any], tokens: Mapping[int, Token]) -> Wait:
    more = entry[4] if len(entry) > 4 else {}
    name = entry[2] if len(entry) > 2 else None
    token = tokens.get(entry[0])
    element_id = _text(entry[3]) if len(entry) > 3 else tokens[entry[0]].element_id
    scope = _number(more["s"]) if "s" in more else tokens[entry[0]].scope
    due = None
    if "d" in more:
        due = datetime.fromisoformat(_text(more["d"]))
        if due.tzinfo is None:
            raise ValueError("a due time without a zone")
    number = _number(entry[0]) if token is None else token.id
    return Wait(
        number,
        _KINDS[entry[1]],
        element_id,
        None if name is None else _text(name),
        scope,
        _number(more.get("i", 0)),
        due,
        _text(more.get("r", "")),
        "a" not in more,
    )


def _number(value: object) -> int:
    if type(value) is not int:
        raise TypeError(f"{value!r} should be a whole number")
    return value


def _text(value: object) -> str:
    if type(value) is not str:
        raise TypeError(f"{value!r} should be a text")
    return value
