"""Instances in memory, and what can be seen of them. Used by the runner alone."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from desktop.engine.correlation import Conversations
from desktop.engine.effects import Effect, ElementCancelled, ElementEntered, ElementLeft
from desktop.engine.errors import NothingWaits
from desktop.engine.expression import equal
from desktop.engine.machine import Machine
from desktop.engine.state import State, Wait
from desktop.engine.values import Value

_NOTHING: Final[Mapping[str, Value]] = MappingProxyType({})


@dataclass(slots=True)
class Instance:
    """One run: its machine, its state, all that has happened, and in which conversations it is."""

    machine: Machine
    state: State
    trace: list[Effect] = field(default_factory=list)
    conversations: Conversations = field(default_factory=Conversations)

    def wait(self, name: str, match: Mapping[str, Value], kinds: Collection[str] = ()) -> Wait:
        """Give the oldest wait at the element of this id or name where these variables can be read.

        Only those of some ``kinds`` count, if there are any. Raises NothingWaits if there is none.
        """
        for wait in self.state.waits:
            of_kind = not kinds or wait.kind in kinds
            if of_kind and is_called(self.machine, wait.element_id, name) and self.has(wait, match):
                return wait
        raise NothingWaits(f"nothing that fits waits at {name}")

    def has(self, wait: Wait, match: Mapping[str, Value]) -> bool:
        """Tell whether these variables can be read where something waits."""
        visible = self.machine.variables_at(self.state, wait.scope) if match else {}
        return all(key in visible and equal(visible[key], value) for key, value in match.items())


def is_called(machine: Machine, element_id: str, name: str) -> bool:
    """Tell whether an element has this id or name."""
    return element_id == name or (bool(name) and machine.elements[element_id].name == name)


class Instances:
    """All instances, by their numbers."""

    def __init__(self) -> None:
        self.instances: dict[int, Instance] = {}

    def status(self, instance: int) -> str:
        """Tell how an instance is: running, completed, terminated, error or cancelled."""
        return self.instances[instance].state.status

    def state(self, instance: int) -> State:
        """Give the whole state; ``ended_by`` and ``error_code`` tell how it ended."""
        return self.instances[instance].state

    def waiting(self, instance: int, kind: str | None = None) -> list[str]:
        """Give the elements at which an instance waits, or only those that wait for one kind of thing ("user", ...)."""
        return [wait.element_id for wait in self.instances[instance].state.waits if kind in (None, wait.kind)]

    def stuck(self, instance: int) -> list[str]:
        """Give the elements at which tokens are blocked for ever in an instance that waits for nothing any more."""
        state = self.instances[instance].state
        alive = [] if state.waits or state.status != "running" else state.tokens
        return sorted({token.element_id for token in alive if token.flow_id is not None})

    def variables(
        self, instance: int, element_id: str | None = None, *, match: Mapping[str, Value] = _NOTHING
    ) -> Mapping[str, Value]:
        """Give the variables of the process itself, or all that an element can read at which the instance waits."""
        if element_id is None:
            return self.instances[instance].state.variables
        run = self.instances[instance]
        return run.machine.variables_at(run.state, run.wait(element_id, match).scope)

    def trace(self, instance: int) -> tuple[Effect, ...]:
        """Give all that has happened, in its order."""
        return tuple(self.instances[instance].trace)

    def visited(self, instance: int) -> list[str]:
        """Give the elements that were entered, in their order."""
        return [effect.element_id for effect in self.trace(instance) if isinstance(effect, ElementEntered)]

    def completed(self, instance: int) -> list[str]:
        """Give the elements that were left in the ordinary way, in the order in which that happened."""
        return [effect.element_id for effect in self.trace(instance) if isinstance(effect, ElementLeft)]

    def cancelled(self, instance: int) -> list[str]:
        """Give the elements that were cut short, in the order in which that happened."""
        return [effect.element_id for effect in self.trace(instance) if isinstance(effect, ElementCancelled)]
