"""Writing a list into a file as it is shown: the columns and records that a window names, in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from desktop.queries import lists
from desktop.queries.registry import Reader, query
from desktop.sales.doors import VISIBLE
from desktop.spreadsheets.writing import Row, write_table
from desktop.texts import say
from desktop.views.exchange import Choice, Ref, Refused
from desktop.views.spreadsheets import ExportColumn, Exported, OutCell

_STRIDE = 500


@query("export_list", reads=VISIBLE)
def export_list(
    reader: Reader,
    subject: str,
    ids: Sequence[int],
    columns: Sequence[ExportColumn],
    path: str,
    *,
    title: str = "",
    delimiter: str = ",",
    decimal_point: str = ".",
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Exported:
    """Write records of a list as XLSX where the path ends so, else as CSV; no text is ever run as a formula.

    The file that was there is replaced when the new one is whole. Refused "table-unwritable", "export-cancelled".
    """
    rows = _rows(
        reader, subject, tuple(ids), columns, progress=progress or (lambda _done, _total: None), cancelled=cancelled
    )
    count = write_table(
        Path(path), columns, rows, title=title, zone=reader.zone, delimiter=delimiter, decimal_point=decimal_point
    )
    return Exported(path, count)


def _rows(
    reader: Reader,
    subject: str,
    ids: tuple[int, ...],
    columns: Sequence[ExportColumn],
    *,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool] | None,
) -> Iterator[Row]:
    for start in range(0, len(ids), _STRIDE):
        progress(start, len(ids))
        if cancelled is not None and cancelled():
            raise Refused("export-cancelled")
        for row in lists.list_rows(reader, subject, ids[start : start + _STRIDE]):
            yield tuple(_cell(reader, getattr(row, column.name)) for column in columns)
    progress(len(ids), len(ids))


def _cell(reader: Reader, value: Any) -> OutCell:
    if isinstance(value, bool):
        return say(reader.language, "table-yes" if value else "table-no")
    if isinstance(value, Ref | Choice):
        return value.label
    if isinstance(value, tuple):
        return ", ".join(str(_cell(reader, part)) for part in value)
    return value  # type: ignore[no-any-return]
