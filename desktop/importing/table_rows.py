"""From a row of a table to values of a record's fields, with everything that is wrong with it said at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from desktop.importing import values as reading
from desktop.importing.directory import Directory, even
from desktop.importing.fields import CURRENCY, REFERENCES, ImportField
from desktop.importing.values import Unreadable
from desktop.sales.activities import KINDS
from desktop.sales.currencies import NO_CENTS
from desktop.spreadsheets.reading import TableRow, shown
from desktop.store.transaction import Transaction
from desktop.texts import say
from desktop.views.exchange import Money
from desktop.views.spreadsheets import Cell
from desktop.views.table_import import Plan, Problem

_MOST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Missing:
    """A record that a row refers to and that is to be made on the way."""

    subject: str
    name: str


@dataclass(slots=True)
class ReadRow:
    """A row with what its cells mean; fields whose cells are empty are left out."""

    row: TableRow
    values: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


class RowReader:
    """Reads the rows of one table by a plan."""

    def __init__(
        self,
        tx: Transaction,
        plan: Plan,
        fields: Mapping[str, ImportField],
        headings: tuple[str, ...],
        directory: Directory,
    ) -> None:
        self._tx = tx
        self._plan = plan
        self._headings = headings
        self._directory = directory
        # The currency first, the account before the contact that is looked for among its own.
        order = {CURRENCY: 0, "account": 1}
        self._fields = sorted(
            (fields[name] for name in plan.columns if name in fields), key=lambda one: order.get(one.name, 2)
        )
        self._kinds: dict[str, Callable[[ImportField, Cell, ReadRow], Any]] = {
            "text": lambda _field, cell, _read: reading.text(cell),
            "number": lambda _field, cell, _read: reading.text(cell),
            "key": lambda _field, cell, _read: reading.text(cell),
            "mail": lambda _field, cell, _read: reading.text(cell),
            "whole": lambda _field, cell, _read: reading.whole(cell),
            "flag": lambda _field, cell, _read: reading.flag(cell),
            "minutes": lambda _field, cell, _read: reading.minutes(cell),
            "currency": lambda _field, cell, _read: reading.currency(cell),
            "date": lambda _field, cell, _read: reading.day(cell, plan.dates),
            "moment": lambda _field, cell, _read: reading.moment(cell, plan.dates, tx.zone),
            "money": self._money,
            "lookup": self._lookup,
            "stage": self._stage,
            "kind": self._kind,
            "person": self._person,
            **dict.fromkeys(REFERENCES, self._reference),
        }

    def read(self, row: TableRow) -> ReadRow:
        """Read every cell that the plan uses."""
        found = ReadRow(row)
        if row.overflows:
            found.problems.append(self._problem("", "", "overflows", {}))
        for one in self._fields:
            cell = row.cells[self._plan.columns[one.name]]
            if cell is None or (isinstance(cell, str) and not cell.strip()):
                continue
            try:
                found.values[one.name] = self._kinds[one.kind](one, cell, found)
            except Unreadable as why:
                found.problems.append(self.wrong(one, cell, why.code, **why.parameters))
        return found

    def wrong(self, one: ImportField, cell: Cell, code: str, **parameters: object) -> Problem:
        """Return the problem with one cell, said in the language of who imports."""
        return self._problem(self.heading(one.name) or one.label(self._tx.language), shown(cell), code, parameters)

    def heading(self, name: str) -> str:
        """Return the heading of the column that a field comes from, "" where it comes from none."""
        place = self._plan.columns.get(name)
        return "" if place is None else self._headings[place]

    def cell(self, row: TableRow, name: str) -> str:
        """Return what stands in a field's column, "" where it has none."""
        place = self._plan.columns.get(name)
        return "" if place is None else shown(row.cells[place])

    def _problem(self, column: str, value: str, code: str, parameters: Mapping[str, object]) -> Problem:
        language = self._tx.language
        why = say(language, f"table-why-{code}", parameters, self._tx.zone)
        return Problem(column, value[:_MOST_SHOWN], why, say(language, f"table-mend-{code}", parameters, self._tx.zone))

    # kinds that need to know what is there -------------------------------------------------------

    def _money(self, _field: ImportField, cell: Cell, read: ReadRow) -> Money:
        return reading.money(cell, read.values.get(CURRENCY) or self._plan.currency)

    def _lookup(self, one: ImportField, cell: Cell, _read: ReadRow) -> int:
        return self._of_lookup(one.lookup, reading.text(cell))

    def _stage(self, _field: ImportField, cell: Cell, _read: ReadRow) -> int:
        return self._of_lookup(f"{self._plan.subject}_stage", reading.text(cell))

    def _of_lookup(self, lookup: str, text: str) -> int:
        found = self._directory.value(lookup, text)
        if found is None:
            raise Unreadable("value", known=self._directory.names_of(lookup))
        return found

    def _kind(self, _field: ImportField, cell: Cell, _read: ReadRow) -> str:
        wanted = even(reading.text(cell))
        for kind in KINDS:
            if wanted in (kind, *(even(say(language, f"table-kind-{kind}")) for language in ("en", "ru"))):
                return kind
        raise Unreadable("value", known=", ".join(say(self._tx.language, f"table-kind-{kind}") for kind in KINDS))

    def _person(self, _field: ImportField, cell: Cell, _read: ReadRow) -> int:
        found = self._directory.find("person", reading.text(cell))
        if found is None:
            raise Unreadable("person")
        return found

    def _reference(self, one: ImportField, cell: Cell, read: ReadRow) -> int | Missing:
        text = reading.text(cell)
        account = read.values.get("account")
        found = self._directory.find(one.kind, text, account if isinstance(account, int) else None)
        if found is not None:
            return found
        if one.create and one.name in self._plan.create_missing:
            return Missing(one.kind, text)
        raise Unreadable("reference-create" if one.create else "reference")

    # saying values -------------------------------------------------------------------------------

    def said(self, one: ImportField, value: Any) -> str:
        """Return a value as a person reads it, "" for none."""
        if value is None or value == "":
            return ""
        directory, russian = self._directory, self._tx.language == "ru"
        if isinstance(value, Missing):
            return value.name
        if one.kind == "lookup":
            return directory.value_label(one.lookup, value)
        if one.kind == "stage":
            return directory.value_label(f"{self._plan.subject}_stage", value)
        if one.kind == "person" or one.kind in REFERENCES:
            return directory.label(one.kind, value)
        if one.kind == "kind":
            return say(self._tx.language, f"table-kind-{value}")
        if isinstance(value, bool):
            return say(self._tx.language, "table-yes" if value else "table-no")
        if isinstance(value, Money):
            return _money_said(value, russian)
        if isinstance(value, datetime):
            return value.astimezone(self._tx.zone).strftime("%d.%m.%Y %H:%M" if russian else "%Y-%m-%d %H:%M")
        if isinstance(value, date):
            return value.strftime("%d.%m.%Y" if russian else "%Y-%m-%d")
        return " ".join(str(value).split())[:_MOST_SHOWN]


def _money_said(money: Money, russian: bool) -> str:
    digits = 0 if money.currency in NO_CENTS else 2
    text = f"{money.minor // 10**digits:,}"
    if digits:
        text += f".{money.minor % 10**digits:0{digits}d}"
    if russian:
        text = text.replace(",", "\u00a0").replace(".", ",")
    return f"{text} {money.currency}"
