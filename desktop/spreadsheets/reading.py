"""Reading a file as a table, whichever kind it is: its rows with their line numbers, its headings, its first rows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from desktop.spreadsheets import csv_reading
from desktop.views.exchange import Refused
from desktop.views.spreadsheets import Cell, FileOptions

LARGEST = 100 * 1024 * 1024
"""The most bytes that a file may have."""
MOST_ROWS = 100_000
MOST_COLUMNS = 500
LONGEST_CELL = 1_000_000
_XLSX_SUFFIXES = (".xlsx", ".xlsm", ".xltx", ".xltm", ".xls")
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: where it stands in the file, counted from 1, its cells by column, and whether it had more than that."""

    number: int
    cells: tuple[Cell, ...]
    overflows: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table read whole; ``notes`` are codes of sentences about what was left out on the way."""

    kind: str
    options: FileOptions
    sheets: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]
    digest: str
    notes: tuple[str, ...] = ()


def read_table(path: Path, options: FileOptions) -> Table:
    """Read a file. Refused with a code that begins with "table-", naming the file and, where it can, the line.

    The codes: table-unreadable, table-too-large, table-empty, table-no-rows, table-too-many-rows,
    table-too-many-columns, table-cell-too-long, table-encoding, table-csv, table-password, table-old-format,
    table-damaged, table-bomb, table-sheet-missing.
    """
    content = _content(path)
    digest = hashlib.sha256(content).hexdigest()
    if content.startswith((_ZIP, _OLE)) or path.suffix.lower() in _XLSX_SUFFIXES:
        from desktop.spreadsheets import xlsx_reading  # not above: only these files need openpyxl

        workbook = xlsx_reading.read(path.name, content, options.sheet, MOST_ROWS + options.head + 1, MOST_COLUMNS + 1)
        found = FileOptions(sheet=workbook.sheet, head=options.head)
        columns, rows = _shaped(path.name, workbook.rows, options.head)
        return Table("xlsx", found, workbook.sheets, columns, rows, digest)
    text, encoding, notes = csv_reading.decode(path.name, content, options.encoding)
    delimiter = options.delimiter or csv_reading.guess_delimiter(text)
    lines = csv_reading.read(path.name, text, delimiter, LONGEST_CELL)
    columns, rows = _shaped(path.name, lines, options.head)
    return Table("csv", FileOptions(encoding, delimiter, "", options.head), (), columns, rows, digest, notes)


def shown(cell: Cell) -> str:
    """Return a cell as text, the same whatever language: days as 2026-11-26, numbers with a point."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    return str(cell)


def column_letters(place: int) -> str:
    """Return how a spreadsheet calls a column, counted from 0: A ... Z, AA ..."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise Refused("table-too-large", file=path.name, most=LARGEST // (1024 * 1024))
        content = path.read_bytes()
    except OSError as error:
        raise Refused("table-unreadable", file=path.name, reason=error.strerror or str(error)) from error
    if not content:
        raise Refused("table-empty", file=path.name)
    return content


def _shaped(
    name: str, lines: Iterable[tuple[int, Sequence[Cell]]], head: int
) -> tuple[tuple[str, ...], tuple[TableRow, ...]]:
    """Part headings and rows, give every row the same width, and leave out lines without content."""
    headings: list[str] = []
    width, seen = 0, 0
    rows: list[tuple[int, list[Cell]]] = []
    for number, cells in _with_content(lines):
        seen += 1
        if len(cells) > MOST_COLUMNS:
            raise Refused("table-too-many-columns", file=name, most=MOST_COLUMNS)
        if seen <= head:
            if seen == head:
                headings = [" ".join(shown(cell).split()) for cell in cells]
            continue
        width = max(width, len(cells))
        rows.append((number, cells))
        if len(rows) > MOST_ROWS:
            raise Refused("table-too-many-rows", file=name, most=MOST_ROWS)
    if not seen:
        raise Refused("table-empty", file=name)
    if not rows:
        raise Refused("table-no-rows", file=name)
    columns = _headings(headings, len(headings) if head and headings else width)
    return columns, tuple(_row(number, cells, len(columns)) for number, cells in rows)


def _with_content(lines: Iterable[tuple[int, Sequence[Cell]]]) -> Iterator[tuple[int, list[Cell]]]:
    for number, cells in lines:
        kept = list(cells)
        while kept and (kept[-1] is None or kept[-1] == ""):
            kept.pop()
        if kept:
            yield number, kept


def _row(number: int, cells: list[Cell], width: int) -> TableRow:
    filled = cells[:width] + [None] * (width - len(cells))
    return TableRow(number, tuple(filled), len(cells) > width)


def _headings(found: list[str], width: int) -> tuple[str, ...]:
    """Return a name for every column: its letters where it has none, a number behind one that is there twice."""
    names: list[str] = []
    for place in range(width):
        name = (found[place] if place < len(found) else "") or f"[{column_letters(place)}]"
        again, chosen = 1, name
        while chosen in names:
            again += 1
            chosen = f"{name} ({again})"
        names.append(chosen)
    return tuple(names)
