"""The process log: every run of a process and every step of it, what they are narrowed to, and incidents.

``state`` is of a run running, done, cancelled or incident, of a step the same with open for one that people work on;
``status`` says it in the reader's language, ``tone`` is the pill's.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from desktop.views.exchange import Place, Ref

STATES = ("running", "done", "cancelled", "incident")
"""What a log can be narrowed to."""


@dataclass(frozen=True, slots=True)
class LogFilter:
    """What a log is narrowed to; "" and None mean everything.

    ``process`` is a key, ``status`` one of STATES, ``person`` whoever owns the record, has started the run or has done
    the step; what is shown overlaps ``first`` (UTC, included) to ``last`` (not included). ``subject`` with ``record``,
    ``run`` or ``definition`` keep to one record, one run or one version of a process.
    """

    process: str = ""
    status: str = ""
    person: int | None = None
    first: datetime | None = None
    last: datetime | None = None
    subject: str = ""
    record: int | None = None
    run: int | None = None
    definition: int | None = None


@dataclass(frozen=True, slots=True)
class LogRunRow:
    """One run. ``now`` names the steps at which it stands, of one that has ended the event that has ended it.

    ``took`` are seconds, None while it runs; ``person`` has started it, ``owner`` is responsible for the record.
    """

    id: int
    process: str
    version: int
    record: str
    place: Place | None
    state: str
    status: str
    tone: str
    now: str
    owner: str
    person: str
    started_at: datetime
    ended_at: datetime | None
    took: int | None


@dataclass(frozen=True, slots=True)
class LogStepRow:
    """One step of a run, or an incident of it. ``at`` is when it last changed, ``result`` what a task ended with.

    ``status`` is the result where there is one; ``took`` are the seconds from its beginning, None while it is open;
    ``activity`` is the task that people have worked on.
    """

    id: int
    run: int
    element_id: str
    step: str
    state: str
    status: str
    tone: str
    result: str
    person: str
    at: datetime
    began_at: datetime
    ended_at: datetime | None
    took: int | None
    process: str
    version: int
    record: str
    place: Place | None
    activity: int | None = None


@dataclass(frozen=True, slots=True)
class LogSteps:
    """The ids of steps, the newest first; ``more`` tells that older ones were left out."""

    ids: tuple[int, ...]
    more: bool = False


@dataclass(frozen=True, slots=True)
class LogChoices:
    """What the log can be narrowed to: processes by key, and people."""

    processes: tuple[tuple[str, str], ...]
    people: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class WantedValue:
    """A value that a step needs: its name, and what the run knows of it as JSON ("" for nothing)."""

    name: str
    value: str
    known: bool


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """A step that could not be taken. ``reason`` and ``advice`` are in the reader's language, ``details`` technical.

    ``skippable`` tells that a service failed, whose work can be left out; ``wanted`` are the values of the run, those
    that the step needs first. ``may`` is False where the reader may look but not mend.
    """

    id: int
    run: int
    element_id: str
    step: str
    process: str
    record: str
    at: datetime
    reason: str
    advice: str
    details: str
    skippable: bool
    wanted: tuple[WantedValue, ...]
    may: bool
    why_not: str = ""


def typed_value(text: str) -> object:
    """Return the value that a person has written: JSON where it is that (5, true, [1, 2], "5"), else the text."""
    try:
        return json.loads(text, parse_constant=_no_number)
    except ValueError:
        return text


def _no_number(name: str) -> object:
    raise ValueError(name)
