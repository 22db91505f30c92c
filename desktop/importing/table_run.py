"""The import of a table: what becomes of every row. A check is the same run, taken back at its end.

Each row stands alone: one that fails leaves nothing behind and the others go on; whether anything is kept then is for
the caller to say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Row

from desktop.importing.directory import TABLES, Directory, even, key_of
from desktop.importing.fields import CURRENCY, KEY, NUMBER, RULES, ImportField, fields_of
from desktop.importing.record_writing import CLOSING, Perform, RecordWriter, existing
from desktop.importing.table_rows import Missing, ReadRow, RowReader
from desktop.importing.values import Unreadable
from desktop.sales.stages import Stages
from desktop.spreadsheets.reading import Table, TableRow, shown
from desktop.store.transaction import Transaction
from desktop.texts import say
from desktop.views.exchange import NeedsClosing, NeedsReason, Refused
from desktop.views.table_import import (
    CREATED,
    FAILED,
    SKIPPED,
    UNCHANGED,
    UPDATED,
    FieldChange,
    Plan,
    Problem,
    RowReport,
    TableReport,
)

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]

_STRIDE = 20
_COLUMNS: Mapping[str, str] = {"account": "account_id"}
"""The columns of fields that are called otherwise than the field."""


class TableRun:
    """One run over the rows of a table, in the transaction of an action."""

    def __init__(self, tx: Transaction, plan: Plan, table: Table, perform: Perform) -> None:
        self._tx = tx
        self._plan = plan
        self._table = table
        self._fields = fields_of(plan.subject)
        _check_plan(plan, self._fields, table)
        self._directory = Directory(tx)
        self._reader = RowReader(tx, plan, self._fields, table.columns, self._directory)
        self._writer = RecordWriter(tx, plan.subject, perform, run_process=plan.run_process)
        self._final = {stage.id for stage in Stages.read(tx).all if stage.final}
        self._seen: dict[tuple[object, ...], int] = {}
        self._keys: dict[str, int] = {}
        self._made: Counter[str] = Counter()

    def run(self, progress: Progress, cancelled: Cancelled) -> TableReport:
        """Go through all rows; Refused "import-cancelled" as soon as it is to end."""
        rows = self._table.rows
        done: dict[int, RowReport] = {}
        for place, row in enumerate(self._in_order(rows)):
            if place % _STRIDE == 0:
                progress(place, len(rows))
                if cancelled():
                    raise Refused("import-cancelled")
            done[row.number] = self._row(row)
        progress(len(rows), len(rows))
        if cancelled():
            raise Refused("import-cancelled")
        reports = [done[row.number] for row in rows]
        counts = Counter(report.outcome for report in reports)
        return TableReport(self._plan.subject, tuple(reports), dict(counts), self._tx.now, dict(self._made))

    def _in_order(self, rows: Sequence[TableRow]) -> Sequence[TableRow]:
        """Return the rows in the order in which they are taken: a company before those that belong to it."""
        columns = self._plan.columns
        if "parent" not in columns or "name" not in columns:
            return rows
        names = [even(shown(row.cells[columns["name"]])) for row in rows]
        parents = [even(shown(row.cells[columns["parent"]])) for row in rows]
        return [rows[place] for place in parents_first(names, parents)]

    def _row(self, row: TableRow) -> RowReport:
        read = self._reader.read(row)
        title = self._title(read)
        if read.problems:
            return RowReport(row.number, FAILED, title, problems=tuple(read.problems))
        made_before, warned = Counter(self._made), len(self._tx.warnings)
        try:
            with self._tx.attempt():
                report = self._write(read, title)
        except Unreadable as why:
            one = self._fields.get(str(why.parameters.get("field", "")))
            cell = "" if one is None else self._reader.cell(row, one.name)
            one = one or next(iter(self._fields.values()))
            problem = self._reader.wrong(one, cell, why.code, **why.parameters)
        except Refused as refused:
            problem = self._refused(row, refused)
        except NeedsClosing:
            problem = self._reader.wrong(self._fields["stage"], self._reader.cell(row, "stage"), "needs-closing")
        except NeedsReason:
            problem = self._reader.wrong(self._fields["stage"], self._reader.cell(row, "stage"), "needs-reason")
        else:
            self._directory.keep()
            return self._with_warnings(report, warned)
        self._directory.forget()
        self._made = made_before
        return RowReport(row.number, FAILED, title, problems=(problem,))

    def _write(self, read: ReadRow, title: str) -> RowReport:
        number = read.row.number
        match = self._match(read)
        if match is not None:
            return self._change(read, title, match)
        if self._plan.on_new == "skip":
            return RowReport(number, SKIPPED, title, note=self._say("table-note-not-there"))
        for one in self._fields.values():
            if one.required and one.name not in read.values:
                raise Unreadable("required", field=one.name)
        self._check_key(read.values.get("source_key"), read.row, None)
        changes = self._changes(None, read.values)
        record = self._writer.create(self._resolved(read.values))
        if self._plan.subject == "account":
            self._directory.learn("account", record, str(read.values["name"]))
        return RowReport(number, CREATED, title, changes, record=record)

    # finding -------------------------------------------------------------------------------------

    def _match(self, read: ReadRow) -> Row[Any] | None:
        """Return the record that the row is. Unreadable "several-match", and "repeated" for an earlier row's record."""
        if not self._plan.match:
            return None
        names = RULES[self._plan.subject][self._plan.match]
        values = [read.values.get(name) for name in names]
        if values[0] is None:
            return None
        if any(isinstance(value, Missing) for value in values):
            key = key_of([value.name if isinstance(value, Missing) else value for value in values])
            found = []
        else:
            key = key_of(values)
            columns = [_COLUMNS.get(name, name) for name in names]
            found = self._directory.matches(self._plan.subject, columns, key)
        before = self._seen.setdefault(key, read.row.number)
        if before != read.row.number:
            raise Unreadable("repeated", field=names[0], line=before)
        if len(found) > 1:
            raise Unreadable("several-match", field=names[0], count=len(found))
        return self._tx.get(TABLES[self._plan.subject], found[0], lock=True) if found else None

    def _check_key(self, key: str | None, row: TableRow, record: int | None) -> None:
        """Refuse an external key that another record has already, or that another row brings along."""
        if not key:
            return
        holders = self._directory.matches(self._plan.subject, ["source_key"], key_of([key]))
        if any(holder != record for holder in holders) or self._keys.setdefault(even(key), row.number) != row.number:
            raise Unreadable("key-taken", field="source_key")

    # changing what is there ----------------------------------------------------------------------

    def _change(self, read: ReadRow, title: str, row: Row[Any]) -> RowReport:
        number = read.row.number
        if self._plan.on_match == "skip":
            return RowReport(number, SKIPPED, title, note=self._say("table-note-there"), record=row.id)
        wanted = self._differences(read.values, row)
        self._check_key(wanted.get("source_key"), read.row, row.id)
        note = ""
        if not (wanted.get("stage") in self._final and self._plan.subject == "opportunity"):
            left = [name for name in CLOSING if name in wanted] if self._plan.subject == "opportunity" else []
            for name in left:
                del wanted[name]
            note = self._say("table-note-not-closed") if left else ""
        else:
            for name in CLOSING:  # what the closing asks for, whether or not it differs
                if name in read.values:
                    wanted[name] = read.values[name]
        if not wanted:
            return RowReport(number, UNCHANGED, title, note=note, record=row.id)
        changes = self._changes(row, wanted)
        self._writer.update(row, self._resolved(wanted))
        return RowReport(number, UPDATED, title, changes, note=note, record=row.id)

    def _differences(self, values: Mapping[str, Any], row: Row[Any]) -> dict[str, Any]:
        """Return the values that the record has otherwise; only what it has none of where the plan says so."""
        wanted: dict[str, Any] = {}
        for name, value in values.items():
            one = self._fields[name]
            if one.kind in (NUMBER, CURRENCY) or name == "created":
                continue
            now = existing(row, one)
            if now == value or (self._plan.on_match == "fill" and now not in (None, "", False)):
                continue
            wanted[name] = value
        return wanted

    def _resolved(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Make what is missing; a row that names one new record in two columns makes it once."""
        resolved = dict(values)
        for name, value in values.items():
            if not isinstance(value, Missing):
                continue
            account = resolved.get("account")
            account_id = account if isinstance(account, int) else None
            record = self._directory.find(value.subject, value.name, account_id)
            if record is None:
                record = self._writer.make_missing(value, account_id)
                self._directory.add(value.subject, record, value.name, account_id)
                self._made[value.subject] += 1
            resolved[name] = record
        return resolved

    # saying --------------------------------------------------------------------------------------

    def _changes(self, row: Row[Any] | None, values: Mapping[str, Any]) -> tuple[FieldChange, ...]:
        said = self._reader.said
        return tuple(
            FieldChange(
                one.name,
                one.label(self._tx.language),
                "" if row is None else said(one, existing(row, one)),
                said(one, values[one.name]),
            )
            for one in self._fields.values()
            if one.name in values and one.kind not in (NUMBER, CURRENCY)
        )

    def _title(self, read: ReadRow) -> str:
        for name in ("title", "name", "number", "source_key", "email"):
            if read.values.get(name):
                return " ".join(str(read.values[name]).split())
        return next((" ".join(str(cell).split()) for cell in read.row.cells if cell not in (None, "")), "")

    def _refused(self, row: TableRow, refused: Refused) -> Problem:
        """Say a refusal of a rule; it names the field at fault, whose column is known."""
        language = self._tx.language
        one = self._fields.get(refused.field)
        column = self._reader.heading(one.name) or one.label(language) if one is not None else ""
        value = "" if one is None else self._reader.cell(row, one.name)
        why = say(language, refused.code, refused.parameters, self._tx.zone)
        return Problem(column, value, why, self._say("table-mend-refused"))

    def _with_warnings(self, report: RowReport, before: int) -> RowReport:
        """Move what would stand in the toast for a single action to the report of its row."""
        warnings = self._tx.warnings[before:]
        if not warnings:
            return report
        del self._tx.warnings[before:]
        said = [say(self._tx.language, code, parameters, self._tx.zone) for code, parameters in warnings]
        note = " ".join(part for part in (report.note, *said) if part)
        return RowReport(
            report.number, report.outcome, report.title, report.changes, report.problems, note, report.record
        )

    def _say(self, code: str) -> str:
        return say(self._tx.language, code)


def parents_first(names: Sequence[str], parents: Sequence[str]) -> list[int]:
    """Return the places of rows so that each follows the row that its parent names; those in a ring come last."""
    waiting = Counter(names)
    order: list[int] = []
    left = list(range(len(names)))
    while left:
        ready = [place for place in left if not waiting[parents[place]] or parents[place] == names[place]]
        if not ready:
            return order + left
        order += ready
        waiting.subtract(names[place] for place in ready)
        taken = set(ready)
        left = [place for place in left if place not in taken]
    return order


def _check_plan(plan: Plan, fields: Mapping[str, ImportField], table: Table) -> None:
    """Refuse a plan that does not fit the table or the subject."""
    if not plan.columns:
        raise Refused("table-nothing-mapped")
    for name, place in plan.columns.items():
        if name not in fields or not 0 <= place < len(table.columns):
            raise Refused("table-field-unknown", name=name)
    if plan.match:
        rule = RULES[plan.subject].get(plan.match)
        if rule is None or any(name not in plan.columns for name in rule):
            raise Refused("table-match-incomplete")
    elif plan.on_new != "create":
        raise Refused("table-match-incomplete")
    used = {one.kind for name, one in fields.items() if name in plan.columns} - {NUMBER, KEY, CURRENCY}
    if not used:
        raise Refused("table-nothing-mapped")
