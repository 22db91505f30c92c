"""What is shown of records that may be the same, and what merging them asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Suspect:
    """A record that may be the same: what it is called, what else is known of it, why it is suspected.

    ``score`` goes to 100, the surest.
    """

    subject: str
    id: int
    label: str
    detail: str
    why: str
    score: int


@dataclass(frozen=True, slots=True)
class SuspectGroup:
    """Records that may all be the same; ``why`` says it of the surest."""

    records: tuple[Suspect, ...]
    why: str


@dataclass(frozen=True, slots=True)
class SuspectList:
    """The groups of a subject, the surest first; ``more`` tells that there are further ones."""

    groups: tuple[SuspectGroup, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class MergeRecord:
    """One of the records to be merged; ``facts`` counts what refers to it."""

    id: int
    version: int
    label: str
    facts: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class MergeField:
    """One field side by side: a text for each record, "" where it is empty.

    ``chosen`` is the record whose value is proposed; ``long`` fields can keep the texts of all.
    """

    name: str
    label: str
    texts: tuple[str, ...]
    chosen: int
    long: bool

    @property
    def differs(self) -> bool:
        """Whether there is anything to choose: two records with different values."""
        return len({text for text in self.texts if text}) > 1


@dataclass(frozen=True, slots=True)
class MergeSheet:
    """What merging these records asks: which is kept (``keep`` is proposed), and each field of theirs."""

    subject: str
    records: tuple[MergeRecord, ...]
    fields: tuple[MergeField, ...]
    keep: int
