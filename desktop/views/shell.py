"""What the window's frame shows: who is here, counters, processes, notifications, settings, what was found."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from desktop.views.administration import WorkingHours
from desktop.views.exchange import Availability, Place


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person of the workspace. ``role`` is rep, manager or administrator."""

    id: int
    name: str
    initials: str
    role: str
    reports_to: str
    active: bool


@dataclass(frozen=True, slots=True)
class Shell:
    """The frame around every page. ``first_start`` is true while the workspace has no person yet."""

    first_start: bool
    company: str
    person: PersonRow | None
    people: tuple[PersonRow, ...]
    open_leads: int
    open_opportunities: int
    due_today: int
    unread: int
    undo_label: str
    database: str
    manages: Availability = field(default_factory=lambda: Availability(True))
    """Whether what managers and administrators change is the person's to change."""
    visible_records: str = "all"
    """Whose records reps see: "all", "team" or "own"."""


@dataclass(frozen=True, slots=True)
class ProcessRow:
    """A process that can be run. ``key`` is its BPMN id.

    ``runs_on`` is "new" where it makes its record by itself, "open" or "won" where it needs one that is there.
    """

    key: str
    label: str
    label_en: str
    label_ru: str
    summary: str
    version: int
    subject: str
    pinned: bool
    runs_on: str = "new"


@dataclass(frozen=True, slots=True)
class NotificationRow:
    """One message in the notification centre. ``tone`` is info, good or bad."""

    id: int
    kind: str
    title: str
    text: str
    at: datetime
    read: bool
    tone: str
    place: Place | None


@dataclass(frozen=True, slots=True)
class NotificationList:
    """The newest notifications of the person and how many are unread."""

    unread: int
    rows: tuple[NotificationRow, ...]


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A record that a search found. ``subject`` is opportunity, lead, account, contact or activity."""

    subject: str
    id: int
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class Settings:
    """The system settings. ``sales_process`` is the key of the process that a lead starts (L4).

    ``lead_handover``: every lead that is made runs its process; ``follow_up``: a win begins what follows it.
    """

    run_sales_process: bool
    undo_grace_seconds: int
    default_currency: str
    company: str
    sales_process: str = "corporate_sale"
    lead_handover: bool = False
    follow_up: bool = False
    working_hours: WorkingHours = field(default_factory=WorkingHours)
    visible_records: str = "everyone"
    """Whose records a rep sees: "everyone", "team" or "own" (docs/rights.md)."""
    process_log_days: int = 0
    """For how many days the log of a run is kept after its end; 0 is for good."""


@dataclass(frozen=True, slots=True)
class StageRow:
    """A row of the lookup "Opportunity stages" (R10).

    ``used`` counts the opportunities that stand there; ``days`` are those allowed for planning the next step.
    """

    id: int
    code: str
    name_en: str
    name_ru: str
    number: int
    percent: int
    days: int
    final: bool
    successful: bool
    on_bar: bool
    in_funnel: bool
    used: int
    version: int = 1
    description: str = ""
