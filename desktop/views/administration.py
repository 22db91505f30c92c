"""What the settings show to an administrator: lookups, stages of leads, number masks, rates, working hours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.views.exchange import Availability, Ref

MONDAY_TO_FRIDAY = (0, 1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """When people work: minutes of the day from ``begins`` to ``ends``, on weekdays (0 is Monday)."""

    begins: int = 9 * 60
    ends: int = 18 * 60
    days: tuple[int, ...] = MONDAY_TO_FRIDAY


@dataclass(frozen=True, slots=True)
class StaffRow:
    """One person. ``work`` counts open leads, opportunities and activities; ``leave`` tells whether they may leave."""

    id: int
    name: str
    email: str
    role: str
    manager: Ref | None
    active: bool
    work: int
    leave: Availability
    version: int


@dataclass(frozen=True, slots=True)
class ValueRow:
    """A value of a lookup. ``used`` counts the records that have it; ``removable`` tells whether it may be deleted."""

    id: int
    lookup: str
    code: str
    name_en: str
    name_ru: str
    active: bool
    used: int
    removable: bool
    version: int


@dataclass(frozen=True, slots=True)
class LeadStageRow:
    """A row of the lookup "Lead stages". ``used`` counts the leads that stand there."""

    id: int
    code: str
    name_en: str
    name_ru: str
    number: int
    final: bool
    successful: bool
    starts_sale: bool
    used: int
    version: int


@dataclass(frozen=True, slots=True)
class MaskRow:
    """How the numbers of a subject are made. ``next`` is the number that comes next."""

    subject: str
    mask: str
    last: int
    next: str


@dataclass(frozen=True, slots=True)
class MaskPreview:
    """What a mask would give; ``refused`` says why it cannot be used, "" where it can."""

    numbers: tuple[str, ...]
    refused: str = ""


@dataclass(frozen=True, slots=True)
class RateRow:
    """From ``day`` on one unit of ``currency`` is worth ``rate`` (a decimal number as text) units of ``base``."""

    id: int
    currency: str
    base: str
    day: date
    rate: str


SEVERITIES = ("none", "notify", "stop")


@dataclass(frozen=True, slots=True)
class GateStage:
    """What the gate (N5) asks before a stage is left: ``severities`` in the order of the fields of the gate."""

    id: int
    code: str
    name_en: str
    name_ru: str
    severities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gate:
    """The required fields of every open stage; ``fields`` and ``labels`` name the columns."""

    fields: tuple[str, ...]
    labels: tuple[str, ...]
    stages: tuple[GateStage, ...]
