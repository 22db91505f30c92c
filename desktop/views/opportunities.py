"""What the opportunity page, its stage bar, its action panel and the list of opportunities show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desktop.views.exchange import Availability, Choice, Money, Place, Ref


@dataclass(frozen=True, slots=True)
class StageChip:
    """One stage as the stage bar shows it. ``state`` is passed, current or ahead; ``days`` those spent on it so far."""

    id: int
    code: str
    label: str
    percent: int
    state: str
    final: bool
    successful: bool
    available: Availability


@dataclass(frozen=True, slots=True)
class StageBar:
    """The stages of one opportunity or lead: chevrons for the open ones, a menu for the final ones (R4, R9, R10)."""

    stages: tuple[StageChip, ...]
    finals: tuple[StageChip, ...]
    current: str
    closed: bool


@dataclass(frozen=True, slots=True)
class ResultChoice:
    """One result a task can have. ``asks`` is "", "when" or "reason"; ``leads`` (done, again, lost) only colours it."""

    code: str
    label: str
    asks: str = ""
    when_label: str = ""
    leads: str = "done"
    default_when: datetime | None = None


@dataclass(frozen=True, slots=True)
class MiniCard:
    """One open activity on the action panel (R1). ``due_state`` is overdue, today or ahead.

    ``process_label`` is the name of the process that made it, "" for a hand-made one. ``knowledge`` is the kind of
    article that the task chooses from the knowledge base for ``opportunity``, "" for none. ``document`` is the kind of
    document (proposal, contract) that the task is about, with the newest one of the sale and its state in words.
    """

    activity_id: int
    kind: str
    title: str
    start_at: datetime
    due_at: datetime
    due_state: str
    owner: Ref
    process_label: str
    stage_label: str
    subject_label: str
    number: str
    spent_minutes: int
    results: tuple[ResultChoice, ...]
    complete: Availability
    reschedule: Availability
    cancel: Availability
    knowledge: str = ""
    opportunity: int | None = None
    document: str = ""
    document_id: int | None = None
    document_label: str = ""


@dataclass(frozen=True, slots=True)
class OpportunityFields:
    """The editable fields of an opportunity; their names are the keys of ``save_opportunity(fields=...)``."""

    title: str
    account: Ref | None
    contact: Ref | None
    decision_maker: Ref | None
    decision_maker_role: str
    need: Choice | None
    need_text: str
    category: Choice | None
    owner: Ref
    source: Choice | None
    amount: Money | None
    budget: Money | None
    budget_confirmed: bool
    decision_date: date | None
    expected_close: date | None
    tactics: str


@dataclass(frozen=True, slots=True)
class OpportunityPage:
    """All that the page of one opportunity shows, read in one query.

    ``missing`` names the fields (keys of OpportunityFields) that are to be filled in, of ``asked`` in all; ``draft``
    holds unsaved edits that a crash left behind (field name to value) with the time they were kept.
    """

    id: int
    version: int
    number: str
    title: str
    probability: int
    fields: OpportunityFields
    stage_bar: StageBar
    cards: tuple[MiniCard, ...]
    missing: tuple[str, ...]
    asked: int
    run_process: Availability
    running_process: str
    edit: Availability
    lead: Ref | None
    created_at: datetime
    created_by: str
    spent_minutes: int
    closed_at: datetime | None
    actual_income: Money | None
    closing_reason: str
    competitor: str
    notes: tuple[NoteRow, ...]
    draft: tuple[tuple[str, object], ...]
    draft_at: datetime | None
    closed_minutes: int | None = None
    days_in_funnel: int = 0
    """Whole days from its making until it was closed, or until now."""
    amount_in_default: Money | None = None
    """The amount in the default currency at today's rate, where it is in another one and a rate is known."""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note on a record: who wrote what, when."""

    id: int
    text: str
    author: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Consequences:
    """What would follow from a stage change or a result, from a dry run of the real engine (N1).

    ``text`` says it in one or two sentences; ``refused`` holds the reason if a rule forbids it. ``needs_closing`` tells
    that the closing dialog will be asked for (R13).
    """

    text: str
    refused: str = ""
    stage_from: str = ""
    stage_to: str = ""
    cancels: tuple[str, ...] = ()
    keeps: tuple[str, ...] = ()
    creates: tuple[str, ...] = ()
    final: bool = False
    ends_process: bool = False
    needs_closing: bool = False


@dataclass(frozen=True, slots=True)
class Why:
    """Why something is as it is (N2): sentences in order, and places they lead to."""

    title: str
    sentences: tuple[str, ...]
    places: tuple[tuple[str, Place], ...] = ()
