"""Tables in files as they cross the border: how one is read, what it holds, what is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from desktop.views.exchange import Money

Cell = None | str | bool | int | Decimal | date | datetime
"""What a cell holds; a datetime without a time zone is by the clock of whoever wrote the file."""

ENCODINGS = ("utf-8", "utf-16", "cp1251", "cp1252", "cp866", "koi8-r")
DELIMITERS = (",", ";", "\t", "|")


@dataclass(frozen=True, slots=True)
class FileOptions:
    """How a file is to be read; "" is guessed. ``head`` is the line of the headings, counted from 1; 0: there is none.

    Lines without any content do not count.
    """

    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    head: int = 1


@dataclass(frozen=True, slots=True)
class TableFile:
    """A file as it was read: ``options`` with all that was guessed, its headings and its first rows as texts.

    ``kind`` is csv or xlsx, ``digest`` tells whether it is still the same, ``notes`` are sentences about oddities.
    """

    path: str
    name: str
    kind: str
    options: FileOptions
    sheets: tuple[str, ...]
    columns: tuple[str, ...]
    sample: tuple[tuple[str, ...], ...]
    rows: int
    digest: str
    notes: tuple[str, ...] = ()


OutCell = None | str | int | Decimal | date | datetime | Money
"""What is written; a datetime is aware and written by the reader's clock."""


@dataclass(frozen=True, slots=True)
class ExportColumn:
    """A column to write: the row's field, its heading, and its kind: text, number, money, date or moment.

    ``currency`` is the heading of the second column that an amount takes.
    """

    name: str
    heading: str
    kind: str = "text"
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: where, and how many rows."""

    path: str
    rows: int
