"""The rows of lists, and what they are filtered by: apart from the pages of records, which a start does without.

``tags`` of a row are the names of its tags in one text.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desktop.views.behind import Behind
from desktop.views.conditions import Condition
from desktop.views.exchange import Money


@dataclass(frozen=True, slots=True)
class OpportunityRow:
    """One row of the list of opportunities.

    ``due_state`` is that of the next step: overdue, today, ahead; without one unplanned, or missing when the days that
    the stage allows for planning it are over (N7); or closed.
    """

    id: int
    number: str
    title: str
    account: str
    stage: str
    stage_code: str
    amount: Money | None
    probability: int
    expected_close: date | None
    owner: str
    next_step: str
    next_due: datetime | None
    due_state: str
    tags: str = ""
    income: Money | None = None
    """What a closed one brought (R13)."""
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class LeadRow:
    """One row of the list of leads."""

    id: int
    number: str
    title: str
    customer: str
    stage: str
    stage_code: str
    need: str
    budget: Money | None
    owner: str
    created_at: datetime
    tags: str = ""
    nurture_until: date | None = None


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One row of the list of accounts; ``opportunities`` counts the open ones."""

    id: int
    name: str
    sector: str
    address: str
    phone: str
    owner: str
    opportunities: int
    tags: str = ""


@dataclass(frozen=True, slots=True)
class ContactRow:
    """One row of the list of contacts."""

    id: int
    name: str
    account: str
    job_title: str
    email: str
    phone: str
    tags: str = ""


@dataclass(frozen=True, slots=True)
class ListFilter:
    """What a list is narrowed to.

    ``scope`` is mine, team (mine and those who report to me) or all; ``state`` is open, closed or all; ``text`` is
    matched anywhere in the row's texts; ``stages`` are stage codes (none: every stage);
    ``behind`` is the number of the dashboard whose opportunities are shown (None: all); of the ``conditions`` all must
    hold, or any one where ``match`` is "any".
    """

    scope: str = "all"
    state: str = "open"
    text: str = ""
    stages: tuple[str, ...] = ()
    behind: Behind | None = None
    conditions: tuple[Condition, ...] = ()
    match: str = "all"


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """One row of the list of activities. ``due_state`` is overdue, today, ahead, done or cancelled."""

    id: int
    kind: str
    title: str
    subject: str
    owner: str
    start_at: datetime
    due_at: datetime
    due_state: str
    result: str
    tags: str = ""
