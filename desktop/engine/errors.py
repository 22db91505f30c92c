"""What can go wrong in the engine, one class for each thing a caller may want to tell apart.

Every call of the machine is pure: when one of these is raised, the state that was given is still the
truth and can be used again.
"""

from __future__ import annotations

from dataclasses import dataclass


class EngineError(Exception):
    """Whatever the engine raises on purpose."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One reason why a definition is refused: where it is, why it is one, and how to mend it."""

    element_id: str | None
    line: int | None
    why: str
    mend: str = ""
    name: str = ""

    def __str__(self) -> str:
        """Give one line for a person: line, element, reason, remedy."""
        where = f"line {self.line}: " if self.line is not None else ""
        called = f" ({' '.join(self.name.split())})" if self.name else ""
        element = f"{self.element_id}{called}: " if self.element_id else ""
        stop = "" if self.why.endswith(("?", ".")) else "."
        return f"{where}{element}{self.why}{stop + ' ' + self.mend if self.mend else ''}"


class DefinitionError(EngineError):
    """A file that is no BPMN 2.0, or says something that the engine cannot execute faithfully.

    ``problems`` holds all of them in the order of the lines, not only the first.
    """

    def __init__(self, problems: tuple[Problem, ...], source: str = "") -> None:
        self.problems = problems
        self.source = source
        head = f"{source}: " if source else ""
        super().__init__(head + "; ".join(str(problem) for problem in problems))


class ExpressionError(EngineError):
    """An expression that does not parse, or has no value with these variables.

    ``element_id`` names the element whose expression it is, as far as that is known.
    """

    def __init__(self, why: str, element_id: str | None = None) -> None:
        self.why = why
        self.element_id = element_id
        super().__init__(f"{element_id}: {why}" if element_id else why)


class UnknownName(ExpressionError):
    """An expression asks for a variable that nobody knows."""


class VariableError(EngineError):
    """A variable whose value is not JSON-able, too large or too deep."""


class StateError(EngineError):
    """A stored state that is damaged, or belongs to another process than the machine's."""


class NothingWaits(EngineError):
    """The stimulus meets nobody: no such open wait, or the instance has ended."""


class NotDue(EngineError):
    """A timer was to fire before its time."""


class LoopError(EngineError):
    """A loop whose collection or number of instances makes no sense (BPMN 2.0, 13.3.7); the element is named."""

    def __init__(self, element_id: str, why: str) -> None:
        self.element_id = element_id
        self.why = why
        super().__init__(f"{element_id}: {why}")


class AmbiguousMessage(EngineError):
    """Several elements wait for a message of this name; name one by ``token`` or ``element_id``."""

    def __init__(self, name: str, element_ids: tuple[str, ...]) -> None:
        self.name = name
        self.element_ids = element_ids
        super().__init__(f"several elements wait for the message {name!r}: {', '.join(element_ids)}")


class NoResultVariable(EngineError):
    """A result was given to a task that names no result variable, so it would be lost."""


class NoFlowTaken(EngineError):
    """No condition was true and there is no default flow (BPMN 2.0, 13.4.2): the element is named."""

    def __init__(self, element_id: str) -> None:
        self.element_id = element_id
        super().__init__(f"{element_id}: no condition of an outgoing flow is true and there is no default flow")


class StepLimitReached(EngineError):
    """One call moved more tokens than allowed: the process most likely runs in a circle."""

    def __init__(self, element_id: str, limit: int) -> None:
        self.element_id = element_id
        self.limit = limit
        super().__init__(f"{element_id}: more than {limit} steps in one call")


class Stuck(EngineError):
    """After the call tokens would be left but nothing to wait for: a join that can never be complete."""

    def __init__(self, element_ids: tuple[str, ...]) -> None:
        self.element_ids = element_ids
        super().__init__(f"nothing could ever move again; tokens are held at {', '.join(element_ids)}")
