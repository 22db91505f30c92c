"""What the history of a record shows: every change, every task, every note, the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop.views.exchange import FieldValue

KINDS = ("all", "field", "stage", "task", "note", "related")
"""What a history can be narrowed to."""


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One change: when (UTC), who, what of which kind, and what stood there before and after.

    References are named and choices said in the reader's language. ``undone`` tells that the action was taken back.
    """

    at: datetime
    who: str
    kind: str
    what: str
    before: FieldValue
    after: FieldValue
    comment: str = ""
    undone: bool = False


@dataclass(frozen=True, slots=True)
class HistoryPart:
    """A part of a history; ``further`` asks for the next one, None at the end."""

    rows: tuple[HistoryRow, ...]
    further: int | None


@dataclass(frozen=True, slots=True)
class LastChange:
    """Who has changed a field of a record last, and when (UTC)."""

    field: str
    who: str
    at: datetime
