"""A table looked at before it is imported: what it holds, what there is to choose, and a first guess of the plan."""

from __future__ import annotations

from pathlib import Path

from desktop.importing import saved_mappings
from desktop.importing.fields import fields_of, rules, targets
from desktop.importing.guessing import guess_columns, guess_dates, guess_rule
from desktop.sales import settings
from desktop.sales.reading import Reading
from desktop.spreadsheets.reading import Table, read_table, shown
from desktop.texts import say
from desktop.views.exchange import Refused
from desktop.views.spreadsheets import Cell, FileOptions, TableFile
from desktop.views.table_import import SUBJECTS, ImportStart, Plan

SAMPLE = 50
_LOOKED_AT = 1_000


def begin(reading: Reading, path: Path, subject: str, options: FileOptions) -> ImportStart:
    """Read a file and propose how to import it; without a subject the one that most headings fit.

    A mapping that was kept for just these headings wins over the guess. Raises as ``read_table``.
    """
    table = read_table(path, options)
    rows = [row.cells for row in table.rows[:_LOOKED_AT]]
    chosen = subject or max(SUBJECTS, key=lambda one: _fits(one, table, rows))
    known = fields_of(chosen)
    columns = guess_columns(table.columns, rows, known)
    match = guess_rule(chosen, columns)
    plan = Plan(
        subject=chosen,
        path=str(path),
        options=table.options,
        columns=columns,
        match=match,
        create_missing=frozenset(field.name for field in known.values() if field.create),
        currency=settings.read(reading).default_currency,
        dates=guess_dates(rows),
        digest=table.digest,
    )
    kept = saved_mappings.of_subject(reading, chosen, table.columns)
    taken = next((mapping for mapping in kept if mapping.fits), None)
    return ImportStart(
        file=look(reading, path, table),
        fields=targets(chosen, reading.language),
        rules=rules(chosen, reading.language),
        mappings=kept,
        plan=plan if taken is None else saved_mappings.applied(plan, taken),
        taken="" if taken is None else taken.name,
    )


def _fits(subject: str, table: Table, rows: list[tuple[Cell, ...]]) -> tuple[bool, int]:
    """Tell how well a table fits a subject: whether nothing is missing that must be there, and how many columns fit."""
    known = fields_of(subject)
    columns = guess_columns(table.columns, rows, known)
    complete = all(field.name in columns for field in known.values() if field.required)
    return complete, len(columns)


def look(reading: Reading, path: Path, table: Table) -> TableFile:
    """Return a table as a window shows it: its first rows as texts."""
    ragged = sum(row.overflows for row in table.rows)
    notes = [say(reading.language, code) for code in table.notes]
    if ragged:
        notes.append(say(reading.language, "table-note-overflows", {"rows": ragged}))
    return TableFile(
        path=str(path),
        name=path.name,
        kind=table.kind,
        options=table.options,
        sheets=table.sheets,
        columns=table.columns,
        sample=tuple(tuple(shown(cell) for cell in row.cells) for row in table.rows[:SAMPLE]),
        rows=len(table.rows),
        digest=table.digest,
        notes=tuple(notes),
    )


def read_again(plan: Plan) -> Table:
    """Read the file of a plan. Refused "table-changed" where it is not the one that the plan was made for."""
    table = read_table(Path(plan.path), plan.options)
    if plan.digest and table.digest != plan.digest:
        raise Refused("table-changed", file=Path(plan.path).name)
    return table
