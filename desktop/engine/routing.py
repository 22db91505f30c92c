"""Finds, among instances in memory, who waits for a message: by its name, its correlation keys, its receiver."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from desktop.engine.correlation import EXACT, OTHER, Correlation, Keys
from desktop.engine.instances import Instance, is_called
from desktop.engine.machine import Machine
from desktop.engine.model import Definitions
from desktop.engine.state import Wait
from desktop.engine.values import Value

_NOTHING: Final[Mapping[str, Value]] = MappingProxyType({})


class Found(NamedTuple):
    """Somebody who waits for a message, and how well it fits."""

    fit: int
    number: int
    wait: Wait


class Routes:
    """What some files say of messages: their names, the flows along which they go, how they are correlated.

    ``flows`` has the element or process to which each sending element or pool sends.
    """

    def __init__(self, files: tuple[Definitions, ...]) -> None:
        self.flows = {
            flow.source: one.participants.get(flow.target) or flow.target for one in files for flow in one.message_flows
        }
        self._correlation = Correlation(files)
        self._names: dict[str, str] = {}
        self._codes: dict[str, str] = {}
        for one in files:
            self._names |= {number: message.name for number, message in one.messages.items()}
            self._names |= {number: signal.name for number, signal in one.signals.items()}
            self._codes |= {number: error.code for number, error in one.errors.items() if error.code}
            self._codes |= {number: thrown.code for number, thrown in one.escalations.items() if thrown.code}

    def name(self, text: str) -> str:
        """Give the name of a message or signal that is called by its name or id."""
        return text if text in self._names.values() else self._names.get(text, text)

    def code(self, text: str) -> str:
        """Give the code of an error or escalation that is called by its code or id."""
        return text if text in self._codes.values() else self._codes.get(text, text)

    def keys(self, name: str, payload: Mapping[str, Value]) -> Keys:
        """Give the correlation keys of a message."""
        return self._correlation.keys(name, payload)

    def waiting(
        self,
        instances: Mapping[int, Instance],
        name: str,
        keys: Keys,
        *,
        instance: int | None = None,
        element_id: str | None = None,
        match: Mapping[str, Value] = _NOTHING,
    ) -> list[Found]:
        """Give those who wait for a message and whom it fits best."""
        found = [
            Found(self._correlation.fits(run.machine, run.state, wait.scope, keys, run.conversations), number, wait)
            for number, run in instances.items()
            if run.state.status == "running" and instance in (None, number)
            for wait in _listening(run, name, element_id)
            if run.has(wait, match)
        ]
        best = max((one.fit for one in found), default=OTHER)
        return [one for one in found if one.fit == best and best != OTHER]

    def begun(self, instances: Mapping[int, Instance], machine: Machine, keys: Keys) -> int | None:
        """Give the instance that another start event of the same conversation has begun already (13.2)."""
        messages = {start.name for start in machine.starts if start.kind == "message" and start.name is not None}
        shared = {key for key in keys if len(messages & self._correlation.messages(key)) > 1}
        if not shared:
            return None
        for number, run in instances.items():
            if run.machine is machine and run.state.status == "running":
                known = {key: keys[key] for key in shared}
                if self._correlation.fits(machine, run.state, 0, known, run.conversations) == EXACT:
                    return number
        return None


def _listening(run: Instance, name: str, element_id: str | None) -> Iterable[Wait]:
    for wait in run.state.waits:
        if (wait.kind, wait.name) != ("message", name):
            continue
        if element_id in (None, run.state.process_id) or is_called(run.machine, wait.element_id, element_id or ""):
            yield wait
