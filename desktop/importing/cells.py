"""From a cell to a value, by the rules of docs/import.md. Pure: what there is to refer to is given."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from decimal import ROUND_HALF_EVEN, Decimal, DecimalException
from functools import lru_cache
from typing import Any

from desktop.importing.mapping import FieldMap, FileMap
from desktop.importing.references import Name, References
from desktop.importing.sheets import Line
from desktop.views.exchange import Money
from desktop.views.imports import REJECTED, REPAIRED, Finding

NUMBER_LIMIT = 2_147_483_647
MINOR_LIMIT = 10**17
YEARS = range(1900, 2200)


class Rejected(Exception):
    """The line cannot be taken: which field, what stood there, and by which rule."""

    def __init__(self, field: str, value: str, rule: str) -> None:
        super().__init__(rule)
        self.field = field
        self.value = value
        self.rule = rule


class Row:
    """One line on its way to a record: its values by field, and what was repaired on the way."""

    def __init__(self, line: Line, file: FileMap) -> None:
        self.line = line
        self.file = file
        self.values: dict[str, Any] = {}
        self.repairs: list[Finding] = []

    @property
    def key(self) -> str:
        """The record as the file names it, as far as that can be told."""
        field = self.file.fields["key" if self.file.record == "opportunity" else "name"]
        return self.cell(field)

    def cell(self, field: FieldMap) -> str:
        """What stands in the field's column, or the constant that the mapping gives it."""
        return self.line.cells[field.column] if field.constant is None else field.constant

    def repaired(self, field: str, value: str, rule: str, became: str = "") -> None:
        """Note a repair."""
        self.repairs.append(self.finding(field, value, REPAIRED, rule, became))

    def finding(self, field: str, value: str, outcome: str, rule: str, became: str = "") -> Finding:
        """Return a finding on this line."""
        return Finding(self.line.file, self.line.number, self.key, field, value, outcome, rule, became)

    def rejection(self, why: Rejected) -> Finding:
        """Return the finding that stands for the whole line when it is rejected."""
        return self.finding(why.field, why.value, REJECTED, why.rule)


def read_row(line: Line, file: FileMap, references: References, *, without: tuple[str, ...] = ()) -> Row:
    """Read the fields of a line, but for those in ``without``. Raises Rejected by the first rule that says so."""
    row = Row(line, file)
    for name, field in file.fields.items():
        if name not in without:
            row.values[name] = read_cell(row, field, references)
    return row


def read_cell(row: Row, field: FieldMap, references: References) -> Any:
    """Read one field of a row. None stands for an empty one; raises Rejected."""
    cell = row.cell(field)
    if not cell:
        if field.required or (field.when_missing == "reject" and field.name not in _ON_CLOSING):
            raise Rejected(field.name, cell, "missing")
        if field.when_missing == "note":
            row.repaired(field.name, cell, "left-empty")
        return None
    corrected = field.misspelt.get(cell)
    if corrected is not None:
        row.repaired(field.name, cell, "misspelt", corrected)
    return _READ[field.kind](row, field, cell if corrected is None else corrected, references)


_ON_CLOSING = ("closed", "income", "closing_reason")
"""Fields that only a closed opportunity must have."""


def moment(day: date) -> datetime:
    """Return the moment that stands for a day without a time: noon in UTC, the same day nearly everywhere."""
    return datetime.combine(day, time(12), UTC)


def _text(_row: Row, field: FieldMap, cell: str, _references: References) -> str:
    if field.limit and len(cell) > field.limit:
        raise Rejected(field.name, cell, "too-long")
    return cell


def _integer(_row: Row, field: FieldMap, cell: str, _references: References) -> int:
    if not cell.isascii() or not cell.isdigit() or len(cell) > 10 or int(cell) > NUMBER_LIMIT:
        raise Rejected(field.name, cell, "number-wrong")
    return int(cell)


def _money(row: Row, field: FieldMap, cell: str, _references: References) -> Money:
    try:
        amount = Decimal(cell) * field.factor
    except DecimalException:
        raise Rejected(field.name, cell, "number-wrong") from None
    if not amount.is_finite() or amount < 0 or amount > MINOR_LIMIT or "_" in cell:
        raise Rejected(field.name, cell, "number-wrong")
    whole = amount.quantize(Decimal(1), ROUND_HALF_EVEN)
    if whole != amount:
        row.repaired(field.name, cell, "rounded", str(whole / field.factor))
    return Money(int(whole), field.currency)


def _date(_row: Row, field: FieldMap, cell: str, _references: References) -> date:
    day = _day(cell, field.format)
    if day is None:
        raise Rejected(field.name, cell, "date-wrong")
    return day


@lru_cache(maxsize=4096)
def _day(cell: str, pattern: str) -> date | None:
    try:
        day = datetime.strptime(cell, pattern).replace(tzinfo=UTC).date()
    except ValueError:
        return None
    return day if day.year in YEARS else None


def _stage(_row: Row, field: FieldMap, cell: str, references: References) -> Any:
    stage = references.stage(field.values.get(cell, cell))
    if stage is None:
        raise Rejected(field.name, cell, "unknown")
    return stage


def _lookup(row: Row, field: FieldMap, cell: str, references: References) -> int | None:
    found = references.choice(field.lookup, field.values.get(cell, cell))
    if found is None:
        _note_unknown(row, field, cell)
    return found


def _reference(row: Row, field: FieldMap, cell: str, references: References) -> Name | None:
    names = references.names[field.kind]
    found = names.exactly(cell)
    if found is not None:
        return found
    if field.compare == "letters":
        found = names.by_letters(cell)
        if found is not None:
            row.repaired(field.name, cell, "spelling", found.text)
            return found
    _note_unknown(row, field, cell)
    return None


def _note_unknown(row: Row, field: FieldMap, cell: str) -> None:
    if field.when_unknown == "reject":
        raise Rejected(field.name, cell, "unknown")
    row.repaired(field.name, cell, "unknown-left-empty")


_READ: dict[str, Callable[[Row, FieldMap, str, References], Any]] = {
    "text": _text,
    "integer": _integer,
    "money": _money,
    "date": _date,
    "stage": _stage,
    "lookup": _lookup,
    "person": _reference,
    "product": _reference,
    "account": _reference,
}
