"""CSV: which encoding and delimiter a file has, and its lines. Pure."""

from __future__ import annotations

import codecs
import csv
import io
import itertools
import re
from collections import Counter
from collections.abc import Iterator

from desktop.spreadsheets.formulas import unwrapped
from desktop.views.exchange import Refused
from desktop.views.spreadsheets import DELIMITERS

_SAMPLE = 64 * 1024
_LINES = 50
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
NUL_LEFT_OUT = "table-note-nul"


def decode(name: str, content: bytes, encoding: str) -> tuple[str, str, tuple[str, ...]]:
    """Return the text, its encoding (guessed for "") and codes of notes. Refused "table-encoding" naming the line."""
    chosen = encoding or guess_encoding(content)
    codec = {"utf-8": "utf-8-sig", "utf-16": _utf_16(content)}.get(chosen, chosen)
    try:
        text = content.decode(codec)
    except (UnicodeDecodeError, LookupError) as error:
        place = error.start if isinstance(error, UnicodeDecodeError) else 0
        line = content.count(b"\n", 0, place) + 1
        raise Refused("table-encoding", file=name, line=line, encoding=chosen) from error
    text = text.removeprefix("\ufeff")
    if "\0" in text:
        return text.replace("\0", ""), chosen, (NUL_LEFT_OUT,)
    return text, chosen, ()


def guess_encoding(content: bytes) -> str:
    """Guess an encoding by the mark at the beginning, else UTF-8 where it fits, else by the look of the letters."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return name
    sample = content[:_SAMPLE]
    if _order_of_bytes(sample):
        return "utf-16"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1251" if _looks_cyrillic(sample) else "cp1252"
    return "utf-8"


def guess_delimiter(text: str) -> str:
    """Guess what parts the cells: whatever gives the most lines of the same number of cells."""
    told = _SEPARATOR_LINE.match(text)
    if told is not None:
        return told[1]
    sample = text[:_SAMPLE]
    best, chosen = (0.0, 0), ","
    for mark in DELIMITERS:
        widths = _widths(sample, mark)
        if not widths:
            continue
        width, count = Counter(widths).most_common(1)[0]
        score = (round(count / len(widths), 2), width) if width > 1 else (0.0, 0)
        if score > best:
            best, chosen = score, mark
    return chosen


def read(name: str, text: str, delimiter: str, longest: int) -> Iterator[tuple[int, list[str]]]:
    """Yield the lines with the number at which each begins.

    Refused "table-csv" naming the line where quotes are not closed, "table-cell-too-long" for a cell longer than that.
    """
    skipped = 0
    told = _SEPARATOR_LINE.match(text)
    if told is not None:
        text, skipped = text[told.end() :], 1
    before = csv.field_size_limit(longest)
    begins = 1
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        for cells in reader:
            number, begins = begins, reader.line_num + 1
            yield number + skipped, [unwrapped(cell) for cell in cells]
    except csv.Error as error:
        code = "table-cell-too-long" if "field larger" in str(error) else "table-csv"
        raise Refused(code, file=name, line=begins + skipped, reason=str(error)) from error
    finally:
        csv.field_size_limit(before)


def _widths(sample: str, delimiter: str) -> list[int]:
    widths: list[int] = []
    try:
        for cells in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter):
            if cells:
                widths.append(len(cells))
            if len(widths) == _LINES:
                break
    except csv.Error:
        return []
    return widths


def _utf_16(content: bytes) -> str:
    """Return the codec: without a mark the order of the bytes is told by the ends of lines."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return _order_of_bytes(content[:_SAMPLE]) or "utf-16-le"


def _order_of_bytes(sample: bytes) -> str:
    """Return the codec of UTF-16 if most ends of lines look like it, "" otherwise."""
    ends = sample.count(b"\n")
    for codec, end in (("utf-16-le", b"\n\0"), ("utf-16-be", b"\0\n")):
        if ends and sample.count(end) * 2 > ends:
            return codec
    return ""


def _looks_cyrillic(sample: bytes) -> bool:
    """Tell whether high bytes mostly stand side by side: words of Cyrillic; in Western words they stand alone."""
    high = [byte >= 0xC0 for byte in sample]
    count = sum(high)
    beside = sum(1 for one, other in itertools.pairwise(high) if one and other)
    return count > 0 and beside * 2 >= count
