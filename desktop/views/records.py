"""What the pages and lists of leads, accounts and contacts show."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from desktop.views.exchange import Availability, Choice, Money, Ref
from desktop.views.opportunities import MiniCard, StageBar
from desktop.views.rows import ContactRow, OpportunityRow


@dataclass(frozen=True, slots=True)
class LeadFields:
    """The editable fields of a lead; their names are the keys of ``save_lead(fields=...)``.

    ``account_name`` and ``contact_name`` are what the customer is called before it is an account or a contact of ours.
    """

    title: str
    account: Ref | None
    account_name: str
    contact: Ref | None
    contact_name: str
    email: str
    phone: str
    need: Choice | None
    need_text: str
    owner: Ref
    source: Choice | None
    budget: Money | None
    decision_date: date | None


@dataclass(frozen=True, slots=True)
class LeadPage:
    """All that the page of one lead shows."""

    id: int
    version: int
    number: str
    fields: LeadFields
    stage_bar: StageBar
    cards: tuple[MiniCard, ...]
    opportunity: Ref | None
    edit: Availability
    created_at: datetime
    created_by: str
    draft: tuple[tuple[str, object], ...]
    draft_at: datetime | None
    aside: PutAside | None = None
    disqualified: Disqualified | None = None
    run_process: Availability = field(default_factory=lambda: Availability(True))


@dataclass(frozen=True, slots=True)
class PutAside:
    """Until which day a lead was put aside, and why; ``over`` tells that the day has come."""

    until: date
    reason: str
    over: bool


@dataclass(frozen=True, slots=True)
class Disqualified:
    """Why a lead was disqualified."""

    reason: str
    comment: str


@dataclass(frozen=True, slots=True)
class Assignee:
    """Somebody who can get a lead, with what there is to do already; ``least`` marks the least busy of the team."""

    id: int
    name: str
    leads: int
    opportunities: int
    activities: int
    team: bool
    least: bool


@dataclass(frozen=True, slots=True)
class AccountFields:
    """The editable fields of an account; their names are the keys of ``save_account(fields=...)``."""

    name: str
    sector: Choice | None
    website: str
    phone: str
    email: str
    address: str
    employees: int | None
    founded: int | None
    revenue: Money | None
    parent: Ref | None
    owner: Ref | None
    notes: str


@dataclass(frozen=True, slots=True)
class AccountPage:
    """All that the page of one account shows, with its contacts and opportunities."""

    id: int
    version: int
    fields: AccountFields
    contacts: tuple[ContactRow, ...]
    opportunities: tuple[OpportunityRow, ...]
    edit: Availability
    draft: tuple[tuple[str, object], ...]
    draft_at: datetime | None


@dataclass(frozen=True, slots=True)
class ContactFields:
    """The editable fields of a contact; their names are the keys of ``save_contact(fields=...)``."""

    name: str
    account: Ref | None
    job_title: str
    email: str
    phone: str
    notes: str


@dataclass(frozen=True, slots=True)
class ContactPage:
    """All that the page of one contact shows, with the opportunities it takes part in."""

    id: int
    version: int
    fields: ContactFields
    opportunities: tuple[OpportunityRow, ...]
    edit: Availability
    draft: tuple[tuple[str, object], ...]
    draft_at: datetime | None
