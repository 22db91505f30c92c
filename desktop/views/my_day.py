"""What "My day" shows: steps by urgency, today's meetings, deals without a next step (N7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop.views.activities import ScheduleItem
from desktop.views.documents import WaitingApproval
from desktop.views.exchange import Money
from desktop.views.opportunities import MiniCard


@dataclass(frozen=True, slots=True)
class Steps:
    """Open activities, the next due first; ``total`` counts all of them, ``cards`` may hold only the first."""

    total: int
    cards: tuple[MiniCard, ...]


@dataclass(frozen=True, slots=True)
class IdleDeal:
    """An open opportunity without a next step. ``state`` is missing or overdue.

    ``since`` is when it lost its last step (missing), or when its next step was due (overdue); ``step`` is that step.
    """

    id: int
    number: str
    title: str
    account: str
    stage: str
    amount: Money | None
    owner_id: int
    owner: str
    state: str
    step: str
    since: datetime


@dataclass(frozen=True, slots=True)
class MyDay:
    """A person's day, or that of their team.

    ``has_team`` tells whether anybody reports to the person; ``more_deals`` that there are more deals than those here;
    ``blank`` that there is neither an open sale nor anything to do.
    """

    has_team: bool
    overdue: Steps
    today: Steps
    ahead: Steps
    meetings: tuple[ScheduleItem, ...]
    deals: tuple[IdleDeal, ...]
    more_deals: bool
    blank: bool
    approvals: tuple[WaitingApproval, ...] = ()
    """What waits for the person's own approval, the first due first (R19)."""
