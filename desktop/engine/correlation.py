"""Which instance a message is meant for (BPMN 2.0, 8.4.2).

The first message that an instance sends or gets settles the keys of their conversation; later ones must have the same.
Each of several instances of an activity may hold a conversation of its own. A process with a subscription is asked for
its own data instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from desktop.engine.data_model import CorrelationKey, Formula
from desktop.engine.errors import ExpressionError, UnknownName
from desktop.engine.expression import Lookup, equal
from desktop.engine.machine import Machine
from desktop.engine.model import Definitions
from desktop.engine.state import State
from desktop.engine.values import Value

Keys = Mapping[str, tuple[Value, ...] | None]
"""The keys of a message, by their ids; None for one that the message should have and has not."""

EXACT: Final = 2
OPEN: Final = 1
OTHER: Final = 0


@dataclass(slots=True)
class Conversations:
    """The keys that are settled in one instance, by scope and key."""

    settled: dict[tuple[int, str], tuple[Value, ...]] = field(default_factory=dict)

    def settle(self, scope: int, keys: Keys) -> None:
        """Remember the keys of a message that was sent or received in a scope."""
        for key, values in keys.items():
            if values is not None:
                self.settled[scope, key] = values


class Correlation:
    """The correlation keys of some files."""

    def __init__(self, files: Iterable[Definitions]) -> None:
        self._keys: dict[str, list[CorrelationKey]] = {}
        for one in files:
            for key in one.correlation_keys:
                for name in {name for paths in key.paths.values() for name in paths}:
                    self._keys.setdefault(name, []).append(key)

    def keys(self, name: str, payload: Mapping[str, Value]) -> Keys:
        """Give the keys of a message. Raises ExpressionError if a path makes no sense."""
        found: dict[str, tuple[Value, ...] | None] = {}
        for key in self._keys.get(name, ()):
            formulas = [paths[name] for paths in key.paths.values() if name in paths]
            if len(formulas) == len(key.paths):
                found[key.id] = _values(formulas, payload)
        return found

    def messages(self, key: str) -> frozenset[str]:
        """Give the names of the messages that have a key."""
        return frozenset(name for name, keys in self._keys.items() if any(one.id == key for one in keys))

    def fits(self, machine: Machine, state: State, scope: int, keys: Keys, settled: Conversations) -> int:
        """Tell how well a message fits a wait in a scope: EXACT if its keys are the same, OPEN if none was settled."""
        best = OPEN
        subscribed = {one.key.id: one for one in machine.process.subscriptions}
        for key, values in keys.items():
            known = _nearest(state, scope, key, settled)
            subscription = subscribed.get(key)
            if subscription is not None:
                formulas = [subscription.bindings[name] for name in subscription.key.paths]
                known = _values(formulas, machine.variables_at(state, scope))
                if known is None:
                    return OTHER
            if known is None:
                continue
            if values is None or not all(map(equal, known, values)):
                return OTHER
            best = EXACT
        return best


def conversation(state: State, scope: int) -> int:
    """Give the scope whose conversation goes on in a scope: one of several instances, or the process."""
    return next(one.id for one in state.outwards(scope) if one.kind == "instance" or one.parent is None)


def _nearest(state: State, scope: int, key: str, settled: Conversations) -> tuple[Value, ...] | None:
    found = (settled.settled.get((one.id, key)) for one in state.outwards(scope))
    return next((values for values in found if values is not None), None)


def _values(formulas: Iterable[Formula], variables: Mapping[str, Value]) -> tuple[Value, ...] | None:
    """Evaluate the parts of a key; None if one of them is not there."""
    lookup = reader(variables)
    found: list[Value] = []
    for formula in formulas:
        if formula.expression is None:
            return None
        try:
            found.append(formula.expression.evaluate(lookup))
        except UnknownName:
            return None
        except ExpressionError as error:
            raise ExpressionError(f"{error.why}, in the path {formula.text!r}") from None
    return None if None in found else tuple(found)


def reader(variables: Mapping[str, Value]) -> Lookup:
    """Make the lookup of an expression that reads nothing but these variables."""

    def lookup(name: str) -> Value:
        if name not in variables:
            raise UnknownName(f"nobody knows the name {name!r}")
        return variables[name]

    return lookup
