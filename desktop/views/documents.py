"""What the pages of proposals and contracts show, their templates, and what waits for approval (R19)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desktop.views.exchange import Availability, Ref


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document in the list of a sale: ``kind`` is proposal or contract, ``state`` a code, both also in words."""

    id: int
    kind: str
    kind_label: str
    number: str
    title: str
    version: int
    state: str
    state_label: str
    sent_on: date | None
    commented_on: date | None
    approver: str


@dataclass(frozen=True, slots=True)
class TemplateChoice:
    """A template that a document can be made of."""

    id: int
    kind: str
    language: str
    name: str


@dataclass(frozen=True, slots=True)
class DocumentList:
    """The documents of a sale, the newest first, and what new ones are made of, the reader's language first."""

    rows: tuple[DocumentRow, ...]
    templates: tuple[TemplateChoice, ...]
    edit: Availability


@dataclass(frozen=True, slots=True)
class DocumentFields:
    """The editable fields of a document; their names are the keys of ``save_document(fields=...)``."""

    title: str
    body: str
    note: str


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version of a document; ``note`` says what has changed, in the author's words."""

    id: int
    number: int
    author: str
    at: datetime
    note: str


@dataclass(frozen=True, slots=True)
class ApprovalRow:
    """One request for approval: ``decision`` is approved, returned, withdrawn or "" while it waits."""

    id: int
    version: int
    approver: Ref
    asked_by: str
    asked_at: datetime
    request: str
    due_at: datetime | None
    decision: str
    decision_label: str
    decided_at: datetime | None
    comment: str


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """All that the page of one document shows; ``unfilled`` are the placeholders left in its text.

    ``keeps`` tells that another text would become a new version. ``ask``, ``decide``, ``withdraw``, ``send``,
    ``comment_on`` and ``remove`` say what can be done now and why not; ``approver`` and ``due_at`` are proposed.
    """

    id: int
    version: int
    number: str
    kind: str
    kind_label: str
    language: str
    state: str
    state_label: str
    fields: DocumentFields
    opportunity: Ref
    body_version: int
    keeps: bool
    unfilled: tuple[str, ...]
    versions: tuple[VersionRow, ...]
    approvals: tuple[ApprovalRow, ...]
    approver: Ref | None
    due_at: datetime
    sent_on: date | None
    commented_on: date | None
    comment: str
    edit: Availability
    ask: Availability
    decide: Availability
    withdraw: Availability
    send: Availability
    comment_on: Availability
    remove: Availability
    created_at: datetime
    created_by: str
    draft: tuple[tuple[str, object], ...]
    draft_at: datetime | None


@dataclass(frozen=True, slots=True)
class DocumentDifference:
    """What two versions say differently: lines with their kind (same, removed, added)."""

    older: int
    newer: int
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FilledText:
    """A text with its placeholders filled from a sale, and those that are left; ``unknown`` no sale will ever fill."""

    body: str
    unfilled: tuple[str, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WaitingApproval:
    """A document that waits for the reader's approval. ``due_state`` is overdue, today, ahead, or "" without a time."""

    document: int
    kind_label: str
    number: str
    title: str
    opportunity: str
    asked_by: str
    due_at: datetime | None
    due_state: str


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """One template as an administrator edits it. ``shipped`` came with the program, ``used`` has documents."""

    id: int
    version: int
    kind: str
    language: str
    name: str
    body: str
    active: bool
    shipped: bool
    used: bool


@dataclass(frozen=True, slots=True)
class PlaceholderRow:
    """A placeholder as it is written in a template of a language, and what it stands for."""

    name: str
    token: str
    label: str
