"""What every action and every query declares: who may. The two registers ask it before anything else happens.

An action says ``right=edits("lead")``, a query ``reads=record("lead")``; a test goes through both registers and fails
for one that says nothing. What a declaration means for whom is decided by ``desktop/sales/rights.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import Column, select

from desktop.sales import access
from desktop.sales.reading import Reading
from desktop.sales.tables import attachment, opportunity_line, sales_order_line
from desktop.views.exchange import Refused

Arguments = Mapping[str, object]

LINKS: Mapping[str, tuple[str, ...]] = {
    "activity": ("opportunity", "lead"),
    "order": ("opportunity",),
    "opportunity": ("lead",),
    "note": ("opportunity", "lead"),
}
"""The records that a record is put on: whoever puts it there may change them too."""


class Right(Protocol):
    """Who may do something with which arguments."""

    @property
    def says(self) -> str:
        """Who may, in the words of docs/rights.md."""

    def check(self, reading: Reading, arguments: Arguments) -> None:
        """Refuse where the person who acts may not."""


@dataclass(frozen=True, slots=True)
class Anybody:
    """Whoever it is, also before somebody has entered."""

    says: str = "anybody"

    def check(self, reading: Reading, arguments: Arguments) -> None:
        """Let everybody through."""


@dataclass(frozen=True, slots=True)
class Staff:
    """Whoever works here."""

    says: str = "all"

    def check(self, reading: Reading, arguments: Arguments) -> None:
        """Refuse "right-inactive"."""
        access.must_work_here(reading)


@dataclass(frozen=True, slots=True)
class Managers:
    """Managers and administrators; whose manager, the action looks at itself."""

    says: str = "manager"

    def check(self, reading: Reading, arguments: Arguments) -> None:
        """Refuse "right-manager"."""
        if not access.manages(reading):
            raise Refused("right-manager")


@dataclass(frozen=True, slots=True)
class Administrators:
    """Administrators alone."""

    says: str = "administrator"

    def check(self, reading: Reading, arguments: Arguments) -> None:
        """Refuse "right-administrator"."""
        if not access.administers(reading):
            raise Refused("right-administrator")


@dataclass(frozen=True, slots=True)
class Each:
    """Whoever works here; the action or query itself asks ``access`` for each of its records."""

    says: str = "each record"

    def check(self, reading: Reading, arguments: Arguments) -> None:
        """Refuse "right-inactive"."""
        access.must_work_here(reading)


@dataclass(frozen=True, slots=True)
class Edits:
    """Whoever may change the record that an argument names; and give it to the owner that the fields name."""

    subject: str
    argument: str
    dynamic: bool = False
    """Whether ``subject`` is the name of the argument that holds the subject."""
    part: Column[Any] | None = None
    """The column of a part (a participant, a payment) that points to the record; the argument names the part."""

    @property
    def says(self) -> str:
        """Whose record it is."""
        return f"may change the {'record' if self.dynamic else self.subject}"

    def record(self, reading: Reading, arguments: Arguments) -> tuple[str, object]:
        """Return the subject and the id of the record."""
        subject = str(arguments.get(self.subject)) if self.dynamic else self.subject
        record = arguments.get(self.argument)
        if self.part is not None:
            record = reading.value(select(self.part).where(self.part.table.c.id == record))
        return subject, record

    def check(self, reading: Reading, arguments: Arguments) -> None:
        """Refuse "right-owner", "right-manager", "right-inactive", and "right-give" for the new owner."""
        subject, record = self.record(reading, arguments)
        if isinstance(record, int):
            access.must_change(reading, subject, record)
        else:
            access.must_work_here(reading)
        fields = arguments.get("fields")
        if self.part is None and isinstance(fields, Mapping):
            _check_fields(reading, subject, record if isinstance(record, int) else None, fields)


@dataclass(frozen=True, slots=True)
class HandsOver:
    """Whoever may change the record and give it to the person that the argument ``to`` names."""

    says: str = "may change the record; to whom the person may give it"

    def check(self, reading: Reading, arguments: Arguments) -> None:
        """Refuse "right-owner", "right-inactive", "right-give"."""
        access.must_work_here(reading)
        subject, record = str(arguments.get("subject")), arguments.get("id")
        access.must_change(reading, subject, record)
        if isinstance(record, int):
            access.must_give(reading, subject, record, arguments.get("to"))


@dataclass(frozen=True, slots=True)
class EditsLine:
    """Whoever may change the opportunity or the order that has the line which an argument names."""

    argument: str
    says: str = "may change the record"

    def check(self, reading: Reading, arguments: Arguments) -> None:
        """Refuse "right-owner", "right-inactive"."""
        subject = str(arguments.get("subject"))
        column = {"opportunity": opportunity_line.c.opportunity_id, "order": sales_order_line.c.sales_order_id}
        if subject not in column:
            raise Refused("subject-unknown", field="subject", subject=subject)
        edits_part(column[subject], subject, self.argument).check(reading, arguments)


@dataclass(frozen=True, slots=True)
class Creates:
    """Whoever works here, on records that the person may change, for an owner to whom the person may give."""

    subject: str

    @property
    def says(self) -> str:
        """On what it is made."""
        links = " or ".join(LINKS.get(self.subject, ()))
        return f"all; on a {links}: who may change it" if links else "all"

    def check(self, reading: Reading, arguments: Arguments) -> None:
        """Refuse "right-inactive", "right-owner" of the record that it is put on, "right-give"."""
        access.must_work_here(reading)
        _check_fields(reading, self.subject, None, arguments)


@dataclass(frozen=True, slots=True)
class Record:
    """Whoever sees the record that an argument names."""

    subject: str
    argument: str = "id"
    dynamic: bool = False

    @property
    def says(self) -> str:
        """Whose record it is."""
        return f"who sees the {'record' if self.dynamic else self.subject}"

    def check(self, reading: Reading, arguments: Arguments) -> None:
        """Refuse "record-not-visible"."""
        subject = str(arguments.get(self.subject)) if self.dynamic else self.subject
        access.must_see(reading, subject, arguments.get(self.argument))


@dataclass(frozen=True, slots=True)
class Records:
    """Whoever sees every record that the arguments of these subjects' names hold."""

    subjects: tuple[str, ...]

    @property
    def says(self) -> str:
        """Whose record it is."""
        return f"who sees the {' or '.join(self.subjects)}"

    def check(self, reading: Reading, arguments: Arguments) -> None:
        """Refuse "record-not-visible"."""
        for subject in self.subjects:
            access.must_see(reading, subject, arguments.get(subject))


@dataclass(frozen=True, slots=True)
class Attached:
    """Whoever may see, or change, the record on which a file is."""

    argument: str = "id"
    change: bool = False

    @property
    def says(self) -> str:
        """Whose record it is."""
        return "may change the file's record" if self.change else "who sees the file's record"

    def check(self, reading: Reading, arguments: Arguments) -> None:
        """Refuse "right-owner" or "record-not-visible"."""
        table = attachment
        row = reading.first(
            select(table.c.subject, table.c.record_id).where(table.c.id == arguments.get(self.argument))
        )
        if self.change:
            access.must_work_here(reading)
        if row is None or row.subject not in access.OWNERS:
            return
        if self.change:
            access.must_change(reading, row.subject, row.record_id)
        else:
            access.must_see(reading, row.subject, row.record_id)


ANYBODY = Anybody()
ALL = Staff()
MANAGERS = Managers()
ADMINISTRATORS = Administrators()
EACH = Each()

ALL_MAY = Anybody("all may")
"""A query whose answer holds nothing that anybody owns, or only what is the reader's own."""
VISIBLE = Staff("visible records")
"""A query that leaves out by itself, with ``access.visible``, what the reader does not see."""


def edits(subject: str, argument: str = "id") -> Edits:
    """Declare: who may change the record of that subject that the argument names."""
    return Edits(subject, argument)


def edits_named(subject: str, argument: str) -> Edits:
    """Declare: who may change the record that two arguments name, its subject and its id."""
    return Edits(subject, argument, dynamic=True)


def edits_part(part: Column[Any], subject: str, argument: str = "id") -> Edits:
    """Declare: who may change the record to which the part that the argument names belongs."""
    return Edits(subject, argument, part=part)


def edits_line(argument: str) -> EditsLine:
    """Declare: who may change the record with the line that the argument names; ``subject`` says what it is."""
    return EditsLine(argument)


def records(*subjects: str) -> Records:
    """Declare: who sees the records that the arguments called like these subjects name."""
    return Records(subjects)


def record(subject: str, argument: str = "id") -> Record:
    """Declare: who sees the record of that subject that the argument names."""
    return Record(subject, argument)


def record_named(subject: str, argument: str) -> Record:
    """Declare: who sees the record that two arguments name, its subject and its id."""
    return Record(subject, argument, dynamic=True)


def _check_fields(reading: Reading, subject: str, record: int | None, fields: Arguments) -> None:
    for link in LINKS.get(subject, ()):
        access.must_change(reading, link, fields.get(link))
    if fields.get("owner") is not None:
        access.must_give(reading, subject, record, fields["owner"])
