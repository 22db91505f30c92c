"""What stands in the fields of a record, as texts: names of what they refer to, amounts and dates as people write."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, Table, select

from desktop.queries.registry import Reader
from desktop.texts import say
from desktop.views.exchange import Money


class Labels:
    """Says fields in the reader's language; each record that fields refer to is read once."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._names: dict[tuple[str, int], str] = {}

    def field(self, name: str) -> str:
        """Return what a field is called."""
        return say(self._reader.language, f"history-field-{name}", {}, self._reader.zone)

    def text(self, table: Table, row: Row[Any], columns: Sequence[str]) -> str:
        """Return what stands in a field of the row, which fills these columns; "" where it is empty."""
        value = row._mapping[columns[0]]
        if value is None or value == "":
            return ""
        for key in table.c[columns[0]].foreign_keys:
            return self._name(key.column.table, int(value))
        if columns[0].endswith("_minor"):
            return self._said(Money(int(value), str(row._mapping[columns[1]])))
        return self._said(value) if isinstance(value, date) else str(value)

    def _said(self, value: object) -> str:
        return say(self._reader.language, "plain-value", {"value": value}, self._reader.zone)

    def _name(self, table: Table, row_id: int) -> str:
        known = (table.name, row_id)
        if known not in self._names:
            row = self._reader.first(select(table).where(table.c.id == row_id))
            own = {} if row is None else row._mapping
            wanted = (f"name_{self._reader.language}", "name", "title", "number")
            self._names[known] = next((str(own[column]) for column in wanted if own.get(column)), "")
        return self._names[known]
