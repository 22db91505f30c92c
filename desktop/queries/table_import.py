"""Looking at a table before it is imported, and writing down what an import said of its rows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desktop.importing import table_file
from desktop.queries.registry import Reader, query
from desktop.sales.doors import ALL_MAY
from desktop.spreadsheets.writing import Row, write_table
from desktop.texts import say
from desktop.views.spreadsheets import ExportColumn, Exported, FileOptions
from desktop.views.table_import import ImportStart, TableReport

_REPORT_COLUMNS = ("line", "outcome", "record", "column", "before", "value", "explanation", "mend")


@query("import_start", reads=ALL_MAY)
def import_start(reader: Reader, path: str, subject: str = "", options: FileOptions | None = None) -> ImportStart:
    """Read a CSV or XLSX file and propose how to import it; "" for `subject` chooses the one that fits best.

    Refused with a code that begins with "table-" where the file cannot be read.
    """
    return table_file.begin(reader, Path(path), subject, options or FileOptions())


@query("export_report", reads=ALL_MAY)
def export_report(
    reader: Reader, report: TableReport, path: str, delimiter: str = ",", outcomes: tuple[str, ...] = ()
) -> Exported:
    """Write what an import says of every row (of these outcomes, none: all) as CSV or XLSX, by the end of the name."""
    columns = [
        ExportColumn(name, say(reader.language, f"table-report-{name}"), "number" if name == "line" else "text")
        for name in _REPORT_COLUMNS
    ]
    rows = _report_rows(reader, report, outcomes)
    title = say(reader.language, "table-report-title")
    count = write_table(Path(path), columns, rows, title=title, zone=reader.zone, delimiter=delimiter)
    return Exported(path, count)


def _report_rows(reader: Reader, report: TableReport, outcomes: tuple[str, ...]) -> Iterator[Row]:
    said = {outcome: say(reader.language, f"table-outcome-{outcome}") for outcome in report.counts}
    for row in report.rows:
        if outcomes and row.outcome not in outcomes:
            continue
        begins = (row.number, said[row.outcome], row.title)
        for problem in row.problems:
            yield (*begins, problem.column, "", problem.value, problem.why, problem.mend)
        for change in row.changes:
            yield (*begins, change.label, change.before, change.after, row.note, "")
        if not row.problems and not row.changes:
            yield (*begins, "", "", "", row.note, "")
