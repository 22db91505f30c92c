"""What happened in a step, in the order of happening, for the world outside to carry out and to log.

Entered, left and cancelled come in pairs by element and token: every visit begins with ElementEntered and
ends with one of the other two, in this step or a later one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from desktop.engine.state import State, Status, Wait
from desktop.engine.values import Value


@dataclass(frozen=True, slots=True)
class ElementEntered:
    """A token has begun its visit to an element; for a sub-process: it begins."""

    element_id: str
    token: int


@dataclass(frozen=True, slots=True)
class ElementLeft:
    """The visit is over in the ordinary way; for a sub-process: it is done."""

    element_id: str
    token: int


@dataclass(frozen=True, slots=True)
class ElementCancelled:
    """The visit was cut short by a boundary event, an error, a terminate end or a cancel."""

    element_id: str
    token: int


@dataclass(frozen=True, slots=True)
class FlowTaken:
    """A token went along a sequence flow."""

    flow_id: str


@dataclass(frozen=True, slots=True)
class WaitOpened:
    """From now on the instance waits for this."""

    wait: Wait


@dataclass(frozen=True, slots=True)
class WaitClosed:
    """The instance waits for this no more: it came ("completed") or it is no longer wanted ("cancelled")."""

    wait: Wait
    how: Literal["completed", "cancelled"]


@dataclass(frozen=True, slots=True)
class MessageThrown:
    """A message leaves the instance (BPMN 2.0, 10.5.5, 13.3.3); whoever runs the machine brings it on.

    ``scope`` is that of the conversation in which it is sent (8.4.2): one of several instances, or the process.
    """

    name: str
    element_id: str
    token: int
    variables: Mapping[str, Value]
    scope: int = 0


@dataclass(frozen=True, slots=True)
class SignalThrown:
    """A signal is for all who wait (BPMN 2.0, 10.5.5). This very instance has had it already."""

    name: str
    element_id: str
    token: int
    variables: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class EscalationThrown:
    """An escalation was thrown (BPMN 2.0, 10.5.6); ``caught_by`` is the event that took it, None if nobody did."""

    code: str
    element_id: str
    caught_by: str | None


@dataclass(frozen=True, slots=True)
class VariablesSet:
    """Variables of one scope have these values now."""

    scope: int
    variables: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class InstanceEnded:
    """The whole instance is over; ``element_id`` is the last end reached, or who threw the error."""

    status: Status
    element_id: str | None
    error_code: str | None


Effect: TypeAlias = (
    ElementEntered
    | ElementLeft
    | ElementCancelled
    | FlowTaken
    | WaitOpened
    | WaitClosed
    | MessageThrown
    | SignalThrown
    | EscalationThrown
    | VariablesSet
    | InstanceEnded
)


@dataclass(frozen=True, slots=True)
class Step:
    """The new state and what happened on the way to it."""

    state: State
    effects: tuple[Effect, ...]
