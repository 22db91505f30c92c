"""Business cards that are about to become contacts."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.views.duplicates import Suspect
from desktop.views.exchange import Ref


@dataclass(frozen=True, slots=True)
class CardRow:
    """What one card would become.

    ``place`` counts from 0. ``account`` is the account that is there already; without one, ``company`` is added.
    ``suspects`` are contacts that may be the same person, the surest first. ``proposal`` is create, skip or the id of
    the contact that would get what it lacks; ``repeated`` tells that an earlier card of the file is the same.
    """

    place: int
    name: str
    company: str
    account: Ref | None
    job_title: str
    email: str
    phone: str
    notes: str
    is_company: bool
    suspects: tuple[Suspect, ...]
    proposal: str | int
    repeated: bool


@dataclass(frozen=True, slots=True)
class CardPreview:
    """The cards of a file or of the clipboard; ``text`` is what the action ``take_cards`` takes."""

    rows: tuple[CardRow, ...]
    text: str
