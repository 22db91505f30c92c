"""What goes through the one door: actions and queries in, results, changes, refusals and questions out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType

from desktop.views.behind import Behind


class Action:
    """A request to change something, as data: ``Action("complete_task", activity=7, result="prepared")``."""

    __slots__ = ("arguments", "name")

    def __init__(self, action_name: str, /, **arguments: object) -> None:
        self.name = action_name
        self.arguments: Mapping[str, object] = MappingProxyType(arguments)

    def with_arguments(self, **arguments: object) -> Action:
        """Return the same action with further or other arguments (an answer to a question, say)."""
        return Action(self.name, **{**self.arguments, **arguments})

    def __repr__(self) -> str:
        inside = "".join(f", {key}={value!r}" for key, value in self.arguments.items())
        return f"Action({self.name!r}{inside})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Action):
            return NotImplemented
        return self.name == other.name and dict(self.arguments) == dict(other.arguments)

    def __hash__(self) -> int:
        return hash((self.name, tuple(sorted(self.arguments))))


class Query(Action):
    """A request to read something, as data: ``Query("opportunity_page", id=3)``."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in whole minor units (cents) of its ISO 4217 currency."""

    minor: int
    currency: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a window can go: a page's name and, for the page of one record, the record's id.

    Names: ``opportunities``, ``board``, ``leads``, ``activities``, ``schedule``, ``accounts``, ``contacts``,
    ``dashboards``, ``settings`` and ``opportunity``, ``lead``, ``activity``, ``account``, ``contact`` with an id.
    ``processes`` is the process library, ``process`` one version of a process; ``process_run`` shows a run of a process
    on its diagram, ``element`` chosen; ``process_log`` shows every run.
    ``behind`` narrows the list of opportunities to those behind a number of the dashboard.
    """

    name: str
    id: int | None = None
    behind: Behind | None = None
    element: str = ""
    """The step of a process that is to be chosen there."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A record as a field shows it: its id and the text a person knows it by."""

    id: int
    label: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a lookup in the reader's language."""

    id: int
    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Availability:
    """Whether something can be done now and, where not, the reason in the reader's language.

    ``line`` is what a whole page says that can only be looked at: whose record it is and who can be asked.
    """

    enabled: bool
    why_not: str = ""
    line: str = ""


@dataclass(frozen=True, slots=True)
class Changes:
    """What an action changed: pairs of table name and row id. Every view decides whether that concerns it."""

    action_id: int | None
    action: str
    touched: frozenset[tuple[str, int]] = frozenset()

    def touches(self, table: str, row_id: int | None = None) -> bool:
        """Tell whether a row of the table (that one, if an id is given) was created, changed or removed."""
        if row_id is not None:
            return (table, row_id) in self.touched
        return any(name == table for name, _ in self.touched)


@dataclass(frozen=True, slots=True)
class Done:
    """The outcome of an action that was carried out and committed.

    ``message`` is one sentence for the toast in the person's language ("" for silent actions); ``opens`` is the page
    that the action wants shown (R17), with ``hint`` shown on it; ``result`` holds ids the action made, by name.
    """

    changes: Changes
    message: str = ""
    undoable: bool = False
    opens: Place | None = None
    hint: str = ""
    result: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ClosingQuestion:
    """What must be asked before an opportunity is closed (R13), with the values known already."""

    opportunity: int
    title: str
    stage_code: str
    stage_label: str
    successful: bool
    income: Money | None
    spent_minutes: int
    reasons: tuple[Choice, ...]
    competitors: tuple[Choice, ...]
    consequences: str


@dataclass(frozen=True, slots=True)
class ClosingAnswer:
    """The answer to a ClosingQuestion (R13). ``reason`` is an id of the lookup of reasons, required when lost."""

    income: Money | None = None
    spent_minutes: int = 0
    reason: int | None = None
    competitor: str = ""


class NeedsClosing(Exception):
    """The action would close an opportunity and needs ``closing=ClosingAnswer(...)``; nothing was changed (R13)."""

    def __init__(self, question: ClosingQuestion) -> None:
        super().__init__(question.title)
        self.question = question


class Refused(Exception):
    """A rule forbids the action; nothing was changed.

    ``code`` names the sentence in resources/texts, ``parameters`` fill it; ``sentence`` is the text in the person's
    language, filled in by the workspace when the refusal leaves the core. ``field`` names the field at fault, if any.
    """

    def __init__(self, code: str, /, field: str = "", **parameters: object) -> None:
        super().__init__(code)
        self.code = code
        self.field = field
        self.parameters: Mapping[str, object] = parameters
        self.sentence = ""

    def __str__(self) -> str:
        return self.sentence or f"{self.code} {dict(self.parameters)}"


@dataclass(frozen=True, slots=True)
class FieldsQuestion:
    """What must be filled in before an opportunity leaves a stage (N5); ``fields`` are keys of OpportunityFields."""

    opportunity: int
    title: str
    stage_code: str
    stage_label: str
    fields: tuple[str, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FieldsAnswer:
    """The answer to a FieldsQuestion, for an action's argument ``filled=(FieldsAnswer(...), ...)``."""

    opportunity: int
    values: Mapping[str, object]


class NeedsFields(Refused):
    """The gate (N5): fields are missing before a stage is left; nothing was changed.

    The same action with ``filled=(FieldsAnswer(...),)`` saves them and goes on, in one transaction.
    """

    def __init__(self, question: FieldsQuestion) -> None:
        super().__init__(
            "fields-needed", title=question.title, stage=question.stage_label, fields=", ".join(question.labels)
        )
        self.question = question


@dataclass(frozen=True, slots=True)
class ReasonQuestion:
    """What must be asked before a lead is disqualified; ``reasons`` are values of "disqualification_reason"."""

    lead: int
    title: str
    stage_code: str
    stage_label: str
    reasons: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class ReasonAnswer:
    """The answer to a ReasonQuestion; it holds for every lead that the action disqualifies."""

    reason: int
    comment: str = ""


class NeedsReason(Exception):
    """The action would disqualify a lead; nothing was changed.

    Any action takes the answer as ``disqualification=ReasonAnswer(...)``, whichever way it disqualifies.
    """

    def __init__(self, question: ReasonQuestion) -> None:
        super().__init__(question.title)
        self.question = question


class ChangedMeanwhile(Refused):
    """The record was saved by somebody else since it was read; nothing was changed."""


class Trouble(Exception):
    """The surroundings failed (disk full, database locked, damaged, newer, gone); nothing was lost or half done.

    ``code`` names the sentence in resources/texts (what happened, that nothing was lost, what to do).
    """

    def __init__(self, code: str, /, **parameters: object) -> None:
        super().__init__(code)
        self.code = code
        self.parameters: Mapping[str, object] = parameters
        self.sentence = ""

    def __str__(self) -> str:
        return self.sentence or f"{self.code} {dict(self.parameters)}"


FieldValue = None | bool | int | str | date | datetime | Money
