"""The process library: its list, the page of one process, its steps, its versions and who runs it (N6, R14)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop.views.diagram import Diagram
from desktop.views.exchange import Availability, Place
from desktop.views.guide import StageGuide


@dataclass(frozen=True, slots=True)
class LibraryRow:
    """One process of the library: the version that is run now or, where it is switched off, the newest one.

    ``id`` is that version's; ``running`` counts the runs of all versions that the reader sees, ``incidents`` those of
    them that cannot go on.
    """

    id: int
    key: str
    label: str
    label_en: str
    label_ru: str
    summary: str
    subject: str
    subject_label: str
    version: int
    newest: int
    active: bool
    pinned: bool
    running: int
    incidents: int
    deployed_at: datetime
    run: Availability
    """Whether it can be run from here, and why not."""


@dataclass(frozen=True, slots=True)
class Library:
    """All processes, and whether the reader may import others."""

    rows: tuple[LibraryRow, ...]
    edit: Availability


@dataclass(frozen=True, slots=True)
class ChosenRun:
    """The run that a page shows. ``record`` is what it is about: "OPP-00128"; ``status`` as in ProcessRun.

    ``timers`` are the elements at which it waits for a time, each with that time (UTC), the next first.
    """

    id: int
    record: str
    title: str
    place: Place | None
    status: str
    started_at: datetime
    started_by: str
    ended_at: datetime | None
    timers: tuple[tuple[str, datetime], ...] = ()


@dataclass(frozen=True, slots=True)
class ProcessPage:
    """One version of a process, with what one of its runs has done where a run is chosen.

    ``current`` is the version that is run now (0: switched off), ``newest`` the highest number; ``running`` counts the
    runs of all versions that the reader sees.
    """

    id: int
    key: str
    label: str
    summary: str
    description: str
    subject: str
    number: int
    current: int
    newest: int
    pinned: bool
    source: str
    running: int
    diagram: Diagram
    run: ChosenRun | None
    edit: Availability
    runs: Availability
    """Whether the process can be run from here, and why not."""


@dataclass(frozen=True, slots=True)
class StepResult:
    """A result of a task and where it leads, in words; ``asks`` says what it asks for, "" for nothing."""

    code: str
    label: str
    tone: str
    leads: str
    asks: str = ""


@dataclass(frozen=True, slots=True)
class ProcessStep:
    """One step as the library describes it in one language.

    ``depth`` is how many sub-processes it stands in; ``missing`` is true where the definition describes the step
    in another language only, or not at all; ``facts`` are heading and sentence: who gets the task, when it is due.
    """

    id: str
    tag: str
    kind: str
    label: str
    depth: int
    description: str
    missing: bool
    facts: tuple[tuple[str, str], ...] = ()
    results: tuple[StepResult, ...] = ()
    guide: StageGuide | None = None


@dataclass(frozen=True, slots=True)
class RunningRow:
    """One run that is under way: on which record, who started it and who has its tasks, since when, at which step."""

    id: int
    record: str
    title: str
    place: Place | None
    stage: str
    owner: str
    started_at: datetime
    started_by: str
    step: str
    version: int
    incident: bool


@dataclass(frozen=True, slots=True)
class Running:
    """The runs under way from one place on; ``total`` counts all of them, ``more`` tells of further ones."""

    rows: tuple[RunningRow, ...]
    total: int
    more: bool


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version: when it came, who brought it ("" for the program itself), from which file, how many run on it."""

    id: int
    number: int
    deployed_at: datetime
    deployed_by: str
    source: str
    hash: str
    running: int
    active: bool


@dataclass(frozen=True, slots=True)
class Versions:
    """All versions of a process, the newest first."""

    key: str
    label: str
    rows: tuple[VersionRow, ...]
    pinned: bool
    edit: Availability


@dataclass(frozen=True, slots=True)
class Change:
    """What differs in one element between two versions. ``kind`` is added, removed or changed."""

    element_id: str
    kind: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class ProcessDifference:
    """Two versions of a process and what differs, in the order of the drawing."""

    older: int
    newer: int
    before: Diagram
    after: Diagram
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class ProcessProblem:
    """One reason why a file is refused, in the reader's language where the program has it there."""

    element_id: str
    line: int
    element: str
    why: str
    mend: str


@dataclass(frozen=True, slots=True)
class ProcessCheck:
    """What a file would become if it were imported, or every reason why it is refused.

    ``current`` is the version that is run now (0: none), ``running`` how many runs stay on their versions.
    """

    accepted: bool
    label: str = ""
    summary: str = ""
    key: str = ""
    number: int = 0
    current: int = 0
    running: int = 0
    known_as: int = 0
    """The id of the definition that is this very file, 0 where it is new."""
    diagram: Diagram | None = None
    problems: tuple[ProcessProblem, ...] = ()
    difference: ProcessDifference | None = None
    remarks: tuple[ProcessProblem, ...] = ()
    """Rules of the standard that an accepted file breaks although it is clear how it runs."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An element of the new version that could take the place of one that is gone."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class GoneStep:
    """A step at which runs stand and which the new version does not have under this id."""

    id: str
    label: str
    candidates: tuple[Candidate, ...]
    suggested: str = ""


@dataclass(frozen=True, slots=True)
class MoveProspect:
    """What moving would mean for one run, in words; ``possible`` is false where ``text`` says why it cannot move."""

    run: int
    record: str
    title: str
    place: Place | None
    step: str
    possible: bool
    text: str


@dataclass(frozen=True, slots=True)
class MoveRehearsal:
    """What moving the runs of one version to another would do to each of them (N1).

    ``more`` counts the runs beyond those that are looked at together.
    """

    older: int
    newer: int
    prospects: tuple[MoveProspect, ...] = ()
    gone: tuple[GoneStep, ...] = ()
    more: int = 0
