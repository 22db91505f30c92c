"""Reading a folder of CSV files into lines of cells. Whatever is wrong with a file as a whole refuses the import."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop.importing.mapping import FileMap
from desktop.importing.mapping import Mapping as ImportMapping
from desktop.views.exchange import Refused

_DELIMITERS = (",", ";", "\t", "|")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file: where it stands (from 1) and its cells by column, without blanks around them."""

    file: str
    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file, read whole."""

    map: FileMap
    lines: tuple[Line, ...]


def read_folder(folder: Path, mapping: ImportMapping) -> tuple[Sheet, ...]:
    """Read every file that the mapping names.

    Raises Refused: import-folder-missing, import-file-missing, import-file-unreadable, import-file-empty,
    import-encoding, import-delimiter, import-column-missing, import-column-twice, import-cells, import-csv; all but the
    first name the file, and where it makes sense the line.
    """
    if not folder.is_dir():
        raise Refused("import-folder-missing", folder=str(folder))
    return tuple(Sheet(entry, tuple(_lines(folder, entry, mapping))) for entry in mapping.files)


def _lines(folder: Path, map_: FileMap, mapping: ImportMapping) -> Iterator[Line]:
    content = _text(folder, map_.name, mapping.encoding)
    reader = csv.reader(io.StringIO(content, newline=""), delimiter=mapping.delimiter, strict=True)
    head: list[str] | None = None
    begins = 1
    try:
        for cells in reader:
            number, begins = begins, reader.line_num + 1
            if not any(cell.strip() for cell in cells):
                continue
            if head is None:
                head = _head(cells, map_, number, mapping.delimiter)
                continue
            if len(cells) != len(head):
                raise Refused("import-cells", place=f"{map_.name}:{number}", expected=len(head), found=len(cells))
            yield Line(map_.name, number, {name: cell.strip() for name, cell in zip(head, cells, strict=True)})
    except csv.Error as error:
        raise Refused("import-csv", place=f"{map_.name}:{begins}", reason=str(error)) from error
    if head is None:
        raise Refused("import-file-empty", file=map_.name)


def _text(folder: Path, name: str, encoding: str) -> str:
    file = folder / name
    if not file.exists():
        raise Refused("import-file-missing", file=name, folder=str(folder))
    try:
        content = file.read_bytes()
    except OSError as error:
        raise Refused("import-file-unreadable", file=name, reason=error.strerror or str(error)) from error
    if codecs.lookup(encoding).name == "utf-8":
        encoding = "utf-8-sig"  # a byte order mark is no part of the first column's name
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Refused("import-encoding", place=f"{name}:{line}", encoding=encoding.removesuffix("-sig")) from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise Refused("import-encoding", place=f"{name}:{line}", encoding=encoding.removesuffix("-sig"))
    return text


def _head(cells: list[str], map_: FileMap, number: int, delimiter: str) -> list[str]:
    head = [cell.strip() for cell in cells]
    for column in map_.columns:
        if column in head:
            continue
        other = next((mark for mark in _DELIMITERS if mark != delimiter and mark in head[0]), None)
        if len(head) == 1 and other is not None:
            raise Refused(
                "import-delimiter", place=f"{map_.name}:{number}", delimiter=_shown(delimiter), found=_shown(other)
            )
        raise Refused("import-column-missing", place=f"{map_.name}:{number}", column=column, columns=", ".join(head))
    for column in head:
        if head.count(column) > 1:
            raise Refused("import-column-twice", place=f"{map_.name}:{number}", column=column)
    return head


def _shown(mark: str) -> str:
    return "TAB" if mark == "\t" else mark
