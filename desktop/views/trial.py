"""Trying a process out: its run on a record that is only imagined, move by move; nothing of it is ever written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from desktop.views.diagram import Diagram
from desktop.views.opportunities import ResultChoice


@dataclass(frozen=True, slots=True)
class TrialMove:
    """What a person lets happen.

    ``kind`` is begin (by the start event ``element``, ``index``), task (the task of ``token`` with ``result``, and
    ``when`` where that asks for a moment), saved (the page that ``token`` waits for), service (``result`` is how it
    ends), stage (``name`` is its code), message, signal, select (of an ad-hoc sub-process), time (it passes until
    ``when``), data (``variables``) or cancel.
    """

    kind: str
    token: int | None = None
    element: str = ""
    index: int = 0
    name: str = ""
    result: str = ""
    when: datetime | None = None
    variables: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TrialCard:
    """Something that waits for a person, or for the program: ``kind`` is task, page or service.

    ``move`` is to be completed with one of ``results``, whose codes are results of the move.
    """

    kind: str
    element_id: str
    title: str
    owner: str
    due_at: datetime | None
    results: tuple[ResultChoice, ...]
    move: TrialMove


@dataclass(frozen=True, slots=True)
class TrialOffer:
    """Something else that can happen now: a message or signal comes, the time of a timer, a stage is chosen.

    ``group`` is begin, stage, event, time or select; ``why_not`` says why it cannot, "" where it can.
    """

    group: str
    label: str
    move: TrialMove
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class TrialLine:
    """One line of what has happened: ``head`` is a move itself, the others are what came of it.

    ``element_id`` is the step that it is about, "" for none; ``tone`` is normal, accent, good, warning or bad.
    """

    at: datetime
    text: str
    head: bool = False
    tone: str = "normal"
    element_id: str = ""


@dataclass(frozen=True, slots=True)
class TrialValue:
    """A variable of the process as JSON text."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Trial:
    """The trial after its moves. ``at`` (UTC) is its own clock, ``began`` when that began.

    ``status`` is "" before it has begun, then as in ProcessRun. ``moves`` are those that were made; a last one that a
    rule forbids is left out and ``refused`` says why.
    """

    label: str
    subject: str
    status: str
    began: datetime
    at: datetime
    stage: str
    diagram: Diagram
    cards: tuple[TrialCard, ...]
    offers: tuple[TrialOffer, ...]
    values: tuple[TrialValue, ...]
    lines: tuple[TrialLine, ...]
    moves: tuple[TrialMove, ...]
    refused: str = ""
