"""Why a step could not be taken: in the words of the engine, and in a sentence that everybody understands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.engine import (
    EngineError,
    ExpressionError,
    LoopError,
    NoFlowTaken,
    SequenceFlow,
    StepLimitReached,
    Stuck,
)
from desktop.processes.definitions.definition import Definition
from desktop.texts import knows, pack, say
from desktop.views.exchange import NeedsClosing, NeedsReason, Refused

_MISSING = re.compile(r"nobody knows the name '([^']+)'")
_CODES: tuple[tuple[type[Exception], str], ...] = (
    (ExpressionError, "incident-expression"),
    (NoFlowTaken, "incident-no-flow"),
    (LoopError, "incident-loop"),
    (StepLimitReached, "incident-circle"),
    (Stuck, "incident-stuck"),
)
_DATA = ("incident-value", "incident-expression", "incident-no-flow", "incident-loop")


@dataclass(frozen=True, slots=True)
class Failure:
    """``message`` is technical and English; ``code`` with ``parameters`` is a sentence of resources/texts."""

    message: str
    code: str = "incident-other"
    parameters: Mapping[str, object] = field(default_factory=dict)

    def packed(self) -> str:
        """Return the sentence as the database keeps it."""
        return pack(self.code, self.parameters)


def of(error: Exception) -> Failure:
    """Return why a rule, the engine or a question that only a person can answer has stopped a step."""
    if isinstance(error, NeedsClosing):
        return Failure("it would close the opportunity, which only a person can confirm", "incident-closing")
    if isinstance(error, NeedsReason):
        return Failure("it would disqualify the lead, which only a person can confirm", "incident-closing")
    if isinstance(error, Refused):
        cause = error.__cause__
        if isinstance(cause, EngineError):
            return _of_engine(cause)
        said = error.parameters.get("reason")
        if said is None and knows(error.code):
            return Failure(error.code, error.code, dict(error.parameters))
        return Failure(str(said) if said is not None else error.code)
    return _of_engine(error)


def _of_engine(error: Exception) -> Failure:
    message = str(error)
    missing = _MISSING.search(message)
    if missing is not None:
        return Failure(message, "incident-value", {"name": missing[1]})
    code = next((code for kind, code in _CODES if isinstance(error, kind)), "incident-other")
    return Failure(message, code)


def told(definition: Definition, error: EngineError, language: str) -> str:
    """Return at which step a run cannot go on and why, for whoever has just tried it; without a full stop."""
    failure = _of_engine(error)
    why = say(language, failure.code, failure.parameters).rstrip(".")
    if failure.code == "incident-other":
        why = f"{why} ({failure.message})"
    number = failure.message.partition(":")[0]
    element = definition.machine.elements.get(number)
    if element is None:
        return why
    if isinstance(element, SequenceFlow):  # its condition: the step that it leads out of has a name
        number = number.removesuffix(element.id) + element.source.id
    return say(language, "process-failed-step", {"step": definition.name(number).said(language), "reason": why})


def of_service(error: Exception) -> Failure:
    """Return that the work of a service ended in a mistake."""
    return Failure(f"{type(error).__name__}: {error}", "incident-service")


def of_beginning(key: str, error: Exception) -> Failure:
    """Return that a process could not begin by what another has thrown."""
    why = of(error)
    parameters = {"process": key, "reason": why.message}
    return Failure(f"{key} could not begin: {why.message}", "incident-not-begun", parameters)


def advice(code: str, *, service: bool) -> str:
    """Return the code of the sentence that says what to do about a failure."""
    if code == "incident-closing":
        return "incident-advice-closing"
    if code in _DATA:
        return "incident-advice-data"
    return "incident-advice-service" if service else "incident-advice-again"


def wanted(definition: Definition, element_id: str, message: str) -> tuple[str, ...]:
    """Return the values that a step which failed needs: the missing one, and those of the conditions after it."""
    found = dict.fromkeys(_MISSING.findall(message))
    named = message.partition(":")[0]
    for number in (named, element_id):
        element = definition.machine.elements.get(number)
        flows = (element,) if isinstance(element, SequenceFlow) else getattr(element, "outgoing", ())
        for flow in flows:
            if flow.condition is not None and flow.condition.expression is not None:
                found |= dict.fromkeys(sorted(flow.condition.expression.names))
    return tuple(found)
