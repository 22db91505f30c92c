"""XLSX: the rows of one sheet, read row by row. A workbook is somebody else's ZIP file and is looked at before."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from desktop.views.exchange import Refused
from desktop.views.spreadsheets import Cell

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
UNPACKED_MOST = 400 * 1024 * 1024
"""The most bytes that a workbook may become when it is unpacked."""
RATIO_MOST = 250
_HARMLESS_SIZE = 20 * 1024 * 1024
_HEAD = 2048
_MIDNIGHT = time()


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of a workbook, the one that was read, and its rows with their numbers."""

    sheets: tuple[str, ...]
    sheet: str
    rows: list[tuple[int, list[Cell]]]


def read(name: str, content: bytes, sheet: str, most_rows: int, most_columns: int) -> Workbook:
    """Read one sheet, the first for ""; of formulas it is the value that was kept with them.

    Refused "table-password", "table-old-format", "table-bomb", "table-damaged", "table-sheet-missing".
    """
    if content.startswith(_OLE):
        raise Refused("table-password" if _ENCRYPTED in content else "table-old-format", file=name)
    _look_into(name, content)
    from openpyxl import load_workbook  # heavy: only a workbook needs it

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl does not keep (drawings, validations) does not matter here
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
            try:
                return _read(name, book, sheet, most_rows, most_columns)
            finally:
                book.close()
    except Refused:
        raise
    except Exception as error:  # a damaged file fails in openpyxl in many ways
        raise Refused("table-damaged", file=name) from error


def _read(name: str, book: Any, wanted: str, most_rows: int, most_columns: int) -> Workbook:
    sheets = tuple(sheet.title for sheet in book.worksheets)
    if not sheets or (wanted and wanted not in sheets):
        raise Refused("table-sheet-missing", file=name, sheet=wanted, sheets=", ".join(sheets))
    sheet = book[wanted or sheets[0]]
    sheet.reset_dimensions()  # what a file says of its own size is often wrong
    found = sheet.iter_rows(max_row=most_rows + 1, max_col=most_columns)
    return Workbook(sheets, sheet.title, list(_rows(found)))


def _rows(found: Iterator[Sequence[Any]]) -> Iterator[tuple[int, list[Cell]]]:
    for number, cells in enumerate(found, start=1):
        if any(cell.value is not None for cell in cells):
            yield number, [_cell(cell) for cell in cells]


def _cell(cell: Any) -> Cell:
    """Return a cell as one of our kinds: whole floats are integers, a date shown without a time is a day."""
    value = cell.value
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 1e15 else Decimal(repr(value))
    if isinstance(value, datetime):
        return value.date() if value.time() == _MIDNIGHT and "h" not in cell.number_format.lower() else value
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02d}"
    if value is None or isinstance(value, bool | int | str | date):
        return value
    return str(value)


def _look_into(name: str, content: bytes) -> None:
    """Refuse what is no workbook, what would fill the memory, and what brings its own XML entities along."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if any(entry.flag_bits & 1 for entry in entries):
                raise Refused("table-password", file=name)
            unpacked = sum(entry.file_size for entry in entries)
            if unpacked > UNPACKED_MOST or (unpacked > _HARMLESS_SIZE and unpacked > RATIO_MOST * len(content)):
                raise Refused("table-bomb", file=name, most=UNPACKED_MOST // (1024 * 1024))
            for entry in entries:
                if entry.filename.endswith((".xml", ".rels")):
                    with archive.open(entry) as part:
                        if b"<!DOCTYPE" in part.read(_HEAD):
                            raise Refused("table-damaged", file=name)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError) as error:
        raise Refused("table-damaged", file=name) from error
