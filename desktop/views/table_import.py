"""The import of a table as it crosses the border: its plan, what a check or a run says of every row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from desktop.views.spreadsheets import FileOptions, TableFile

SUBJECTS = ("opportunity", "lead", "account", "contact", "activity", "product")
"""What a table can be imported as."""

CREATED, UPDATED, UNCHANGED, SKIPPED, FAILED = OUTCOMES = ("created", "updated", "unchanged", "skipped", "error")
"""What becomes of a row."""

ON_MATCH = ("update", "fill", "skip")
"""What is done with a record that is there already: take the row's values, only those that it has none of, nothing."""

ON_NEW = ("create", "skip")

DATE_ORDERS = ("dmy", "mdy")


@dataclass(frozen=True, slots=True)
class TargetField:
    """A field that a column can go into; ``can_create``: what it refers to can be made where it is not there."""

    name: str
    label: str
    kind: str
    required: bool = False
    can_create: bool = False


@dataclass(frozen=True, slots=True)
class MatchRule:
    """A way to know a record again; ``fields`` must be in the table for it."""

    name: str
    label: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """All that a person says about an import.

    ``columns`` says which field comes from which column (counted from 0). ``match`` is the name of a MatchRule, "" for
    none: every row is a new record then. ``create_missing`` are the references that are made where they are not there.
    ``currency`` is that of amounts which do not say their own, ``dates`` the order of 3/4/2026. ``run_process`` starts
    the sales process on opportunities that are created open. ``leave_out_errors`` imports the rows without errors.
    ``digest`` is that of the file that was looked at: another one is refused.
    """

    subject: str
    path: str
    options: FileOptions
    columns: Mapping[str, int]
    match: str = ""
    on_match: str = "update"
    on_new: str = "create"
    create_missing: frozenset[str] = frozenset()
    currency: str = ""
    dates: str = "dmy"
    run_process: bool = False
    leave_out_errors: bool = False
    digest: str = ""


@dataclass(frozen=True, slots=True)
class SavedMapping:
    """A mapping that was kept, by headings; ``fits``: the table has just these headings."""

    id: int
    name: str
    fits: bool
    columns: Mapping[str, int]
    match: str
    on_match: str
    on_new: str
    create_missing: frozenset[str]
    currency: str
    dates: str


@dataclass(frozen=True, slots=True)
class ImportStart:
    """A file that was read, with all that there is to choose for it and a first guess of the plan."""

    file: TableFile
    fields: tuple[TargetField, ...]
    rules: tuple[MatchRule, ...]
    mappings: tuple[SavedMapping, ...]
    plan: Plan
    taken: str = ""
    """The name of the saved mapping that the plan was taken from, "" where it was guessed."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What becomes of one field of a record, as texts."""

    field: str
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a row cannot be taken: the column, what stands there, the reason, and how to mend it."""

    column: str
    value: str
    why: str
    mend: str = ""


@dataclass(frozen=True, slots=True)
class RowReport:
    """What becomes of one row; ``number`` is its line in the file, ``note`` says why it is left out, or a warning."""

    number: int
    outcome: str
    title: str
    changes: tuple[FieldChange, ...] = ()
    problems: tuple[Problem, ...] = ()
    note: str = ""
    record: int | None = None


@dataclass(frozen=True, slots=True)
class TableReport:
    """What an import does, or did, with every row."""

    subject: str
    rows: tuple[RowReport, ...]
    counts: Mapping[str, int]
    at: datetime
    made: Mapping[str, int] = field(default_factory=dict)
    """How many records of other subjects were made on the way, because rows refer to them."""
