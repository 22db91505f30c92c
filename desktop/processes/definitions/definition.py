"""A process as the program knows it: what its extension elements say, beside the machine that runs it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from desktop.engine import Machine, Process
from desktop.processes.definitions.labels import Label, named
from desktop.views.exchange import Refused

OWNERS = ("{subject}.owner", "{subject}.owner.manager")
"""The rules that dw:task knows for who gets the task: the owner of the run's subject, and who the owner reports to."""

RUNS_ON = ("open", "won", "called")
"""On which records a process can be run: open ones, won ones, or only as a part of other processes."""

NEW = "new"
"""Where the database keeps this instead, the process can be run on nothing: it makes its record by itself."""


@dataclass(frozen=True, slots=True)
class ResultSpec:
    """A result that a task can have; ``when_variable`` gets the moment that it asks for (R15)."""

    code: str
    label: Label
    leads: str
    asks: str
    when_label: Label
    when_variable: str


@dataclass(frozen=True, slots=True)
class TaskSpec:
    """What dw:task says of a task. ``start_at`` names the variable that may hold an agreed start, "" if none.

    ``knowledge`` is the kind of article that the task chooses from the knowledge base, "" if none; ``document`` the
    kind of document that it is about. ``about`` names the variable that holds whom the task is about, with name and
    contact; ``contact`` is the contact's id once the task is made.
    """

    element_id: str
    label: Label
    kind: str
    owner: str
    minutes: int
    due: timedelta
    start_at: str
    keeps_result: bool
    results: tuple[ResultSpec, ...]
    stage_code: str
    knowledge: str = ""
    document: str = ""
    about: str = ""
    contact: int | None = None

    def result(self, code: str) -> ResultSpec:
        """Return the result of this code. Refused "result-unknown" if the task cannot have it (R15)."""
        for result in self.results:
            if result.code == code:
                return result
        raise Refused("result-unknown", field="result", result=code)


@dataclass(frozen=True, slots=True)
class Guide:
    """The guide of a stage in one language (R18)."""

    goal: str
    steps: tuple[str, ...]
    program: str
    following: str


@dataclass(frozen=True, slots=True)
class StageSpec:
    """The stage that entering an element sets on the run's subject; ``guides`` is by language."""

    element_id: str
    code: str
    label: Label
    guides: Mapping[str, Guide]


@dataclass(frozen=True, slots=True)
class PageSpec:
    """The page that a step opens for the person responsible, with a hint; it may wait until it is saved (R17)."""

    element_id: str
    subject: str
    hint: Label
    waits: bool


@dataclass(frozen=True, slots=True)
class Definition:
    """One version of a process, read whole; ``runs_on`` is one of RUNS_ON.

    ``calls`` are the processes of other files that it calls: key to the hash of the version.
    """

    hash: str
    key: str
    subject: str
    label: Label
    summary: Label
    machine: Machine
    tasks: Mapping[str, TaskSpec]
    stages: Mapping[str, StageSpec]
    pages: Mapping[str, PageSpec]
    handlers: Mapping[str, str]
    runs_on: str = "open"
    calls: Mapping[str, str] = field(default_factory=dict)

    @property
    def makes_record(self) -> bool:
        """Whether a run that was started on nothing makes its record by itself (L1)."""
        return any(handler.startswith("register_") for handler in self.handlers.values())

    @property
    def process(self) -> Process:
        """The model that the machine runs."""
        return self.machine.process

    def name(self, element_id: str) -> Label:
        """Return the name of an element in both languages."""
        return named(self.machine.elements[element_id])
