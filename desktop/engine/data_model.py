"""What a BPMN 2.0 file says about data: formulas, what goes where, what tells conversations apart. Immutable."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from desktop.engine.expression import Evaluable


@dataclass(frozen=True, slots=True)
class Formula:
    """A formal expression (BPMN 2.0, 8.4.6); ``expression`` is None where the process is not executable."""

    text: str
    line: int
    language: str | None
    expression: Evaluable | None

    def mentions(self, name: str) -> bool:
        """Tell whether a name stands in the text, in whatever language that is."""
        return re.search(rf"\b{re.escape(name)}\b", self.text) is not None


Condition: TypeAlias = Formula
"""A formula that has to be true or false."""


@dataclass(frozen=True, slots=True)
class CorrelationKey:
    """What tells the conversations of one kind apart (BPMN 2.0, 8.4.2).

    ``paths`` has, for each of its properties and for each name of a message, how the property is found in the message.
    """

    id: str
    name: str
    paths: Mapping[str, Mapping[str, Formula]]


@dataclass(frozen=True, slots=True)
class Subscription:
    """How a process finds the properties of a correlation key in its own data (BPMN 2.0, 8.4.2)."""

    key: CorrelationKey
    bindings: Mapping[str, Formula]


@dataclass(frozen=True, slots=True)
class Transfer:
    """A data association (BPMN 2.0, 10.4.1): the value of ``formula``, or of ``source``, goes to ``target``.

    Source and target are names of variables.
    """

    target: str
    source: str | None
    formula: Formula | None


@dataclass(frozen=True, slots=True)
class DataFlow:
    """The data of an activity or event (BPMN 2.0, 10.4): its own variables, and what comes in and goes out.

    ``present`` tells whether the element says anything about data at all. Of an activity with several instances each
    has the variables ``each_own``; ``each_inputs`` are filled from its item, ``each_outputs`` make its result.
    """

    own: tuple[str, ...] = ()
    inputs: tuple[Transfer, ...] = ()
    outputs: tuple[Transfer, ...] = ()
    each_own: tuple[str, ...] = ()
    each_inputs: tuple[Transfer, ...] = ()
    each_outputs: tuple[Transfer, ...] = ()

    @property
    def present(self) -> bool:
        """Tell whether there is anything to do."""
        return bool(self.own or self.inputs or self.outputs)


NO_DATA: Final = DataFlow()
