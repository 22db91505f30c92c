"""What the tabs of an opportunity show of the people on the customer's side, of competitors and of the tactic."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop.views.exchange import Choice, Ref


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """A contact who takes part in a sale, in which role, with which influence, and whether at the presentation."""

    id: int
    version: int
    contact: Ref
    job_title: str
    role: Choice | None
    influence: Choice | None
    attends: bool


@dataclass(frozen=True, slots=True)
class ParticipantList:
    """The participants of a sale, and the account that it is for."""

    account: int | None
    rows: tuple[ParticipantRow, ...]


@dataclass(frozen=True, slots=True)
class CompetitorRow:
    """Somebody else who wants the same deal; ``won`` once the sale is lost to them (R13)."""

    id: int
    version: int
    competitor: Ref
    strengths: str
    weaknesses: str
    won: bool


@dataclass(frozen=True, slots=True)
class TacticVersion:
    """The tactic as it was saved once: when (UTC), by whom."""

    at: datetime
    who: str
    text: str


@dataclass(frozen=True, slots=True)
class Rivalry:
    """The tactic with its versions, the newest first, and the competitors.

    ``winner`` is who won a lost sale, "" while nobody did; ``known`` are the names that the lookup offers.
    """

    versions: tuple[TacticVersion, ...]
    competitors: tuple[CompetitorRow, ...]
    winner: str
    known: tuple[str, ...]
