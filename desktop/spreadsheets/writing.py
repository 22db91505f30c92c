"""Writing a table: CSV for whatever reads text, XLSX with types; in both no text is ever run as a formula.

The file that was there before is replaced only when the new one is whole.
"""

from __future__ import annotations

import csv
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, tzinfo
from decimal import Decimal
from pathlib import Path
from typing import Any

from desktop.spreadsheets.formulas import harmless
from desktop.views.exchange import Money, Refused
from desktop.views.spreadsheets import ExportColumn, OutCell

NO_CENTS = frozenset({"JPY", "KRW", "VND", "CLP", "ISK"})
"""Currencies without minor units."""
LONGEST_XLSX_CELL = 32_767
_ILLEGAL = {code: None for code in range(32) if code not in (9, 10, 13)}
_WIDTHS = {"text": 28, "number": 12, "money": 16, "date": 12, "moment": 17}

Row = Sequence[OutCell]
Check = Callable[[], None]


def write_table(
    path: Path,
    columns: Sequence[ExportColumn],
    rows: Iterable[Row],
    *,
    title: str,
    zone: tzinfo,
    delimiter: str = ",",
    decimal_point: str = ".",
) -> int:
    """Write a table as XLSX where the path ends so, else as CSV (UTF-8, marked as such); return how many rows.

    An amount takes two cells, the number and its currency, side by side. Refused
    "table-unwritable" where the file cannot be written; whatever ends it early leaves the file as it was.
    """
    try:
        with _replacing(path) as made:
            if path.suffix.lower() == ".xlsx":
                return _write_xlsx(made, columns, rows, title, zone)
            return _write_csv(made, columns, rows, zone, delimiter=delimiter, decimal_point=decimal_point)
    except OSError as error:
        raise Refused("table-unwritable", file=str(path), reason=error.strerror or str(error)) from error


def headings(columns: Sequence[ExportColumn]) -> list[str]:
    """Return the headings as they are written: an amount has a second column for its currency."""
    written: list[str] = []
    for column in columns:
        written.append(column.heading)
        if column.kind == "money":
            written.append(column.currency or f"{column.heading} (ISO 4217)")
    return written


def amount(money: Money) -> Decimal:
    """Return an amount in units of its currency."""
    return Decimal(money.minor).scaleb(0 if money.currency in NO_CENTS else -2)


@contextmanager
def _replacing(path: Path) -> Iterator[Path]:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".dealwright-", suffix=path.suffix)
    os.close(handle)
    made = Path(name)
    try:
        yield made
        made.chmod(0o644)
        made.replace(path)
    except BaseException:
        made.unlink(missing_ok=True)
        raise


def _cells(columns: Sequence[ExportColumn], row: Row, zone: tzinfo) -> Iterator[str | int | Decimal | date | None]:
    for column, cell in zip(columns, row, strict=True):
        if column.kind == "money":
            money = cell if isinstance(cell, Money) else None
            yield None if money is None else amount(money)
            yield None if money is None else money.currency
        elif isinstance(cell, datetime):
            yield cell.astimezone(zone).replace(tzinfo=None, second=0, microsecond=0)
        else:
            yield cell  # type: ignore[misc]


# CSV -----------------------------------------------------------------------------------------------


def _write_csv(
    path: Path,
    columns: Sequence[ExportColumn],
    rows: Iterable[Row],
    zone: tzinfo,
    *,
    delimiter: str,
    decimal_point: str,
) -> int:
    count = 0
    with path.open("w", encoding="utf-8-sig", newline="") as target:
        writer = csv.writer(target, delimiter=delimiter)
        writer.writerow([harmless(heading) for heading in headings(columns)])
        for row in rows:
            writer.writerow([_text(cell, decimal_point) for cell in _cells(columns, row, zone)])
            count += 1
    return count


def _text(cell: str | int | Decimal | date | None, decimal_point: str) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, Decimal):
        return f"{cell:f}".replace(".", decimal_point)
    return str(cell) if isinstance(cell, int) else harmless(cell.replace("\0", ""))


# XLSX ----------------------------------------------------------------------------------------------


def _write_xlsx(path: Path, columns: Sequence[ExportColumn], rows: Iterable[Row], title: str, zone: tzinfo) -> int:
    from openpyxl import Workbook  # heavy: only a workbook needs it
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet(_sheet_title(title))
    sheet.freeze_panes = "A2"
    place = 1
    for column in columns:
        sheet.column_dimensions[get_column_letter(place)].width = _WIDTHS[column.kind]
        place += 2 if column.kind == "money" else 1

    def cell(value: str | int | Decimal | date | None, *, bold: bool = False) -> Any:
        if value is None:
            return None
        text = value.translate(_ILLEGAL)[:LONGEST_XLSX_CELL] if isinstance(value, str) else None
        made = WriteOnlyCell(sheet, value=value if text is None else "")
        if text is not None:
            made._value, made.data_type = text, "s"  # whatever it begins with, it is no formula
        elif isinstance(value, datetime):
            made.number_format = "yyyy-mm-dd hh:mm"
        elif isinstance(value, date):
            made.number_format = "yyyy-mm-dd"
        elif isinstance(value, Decimal):
            made.number_format = "#,##0.00" if value.as_tuple().exponent else "#,##0"
        if bold:
            made.font = Font(bold=True)
        return made

    sheet.append([cell(heading, bold=True) for heading in headings(columns)])
    count = 0
    try:
        for row in rows:
            sheet.append([cell(value) for value in _cells(columns, row, zone)])
            count += 1
    except BaseException:
        book.close()
        sheet.close()
        raise
    book.save(path)
    return count


def _sheet_title(title: str) -> str:
    """Return a name that a sheet may have."""
    return "".join(letter for letter in title if letter not in "[]:*?/\\'")[:31].strip() or "Dealwright"
