"""The register of queries, and the reader that each of them gets."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import Any

from sqlalchemy import Connection, Executable, Row

from desktop.sales import doors

MODULES = (
    "shell",
    "lists",
    "saved_views",
    "permissions",
    "opportunities",
    "activities",
    "automation",
    "preview",
    "summaries",
    "list_fields",
    "many",
    "board",
    "find",
    "leads",
    "records",
    "my_day",
    "calendar_file",
    "administration",
    "history",
    "guides",
    "products",
    "orders",
    "analytics",
    "analytics_ahead",
    "deal",
    "files",
    "feed",
    "documents",
    "document_story",
    "articles",
    "runs",
    "past",
    "trial",
    "process_log",
    "process_steps",
    "incidents",
    "processes",
    "process_guide",
    "process_import",
    "duplicates",
    "related",
    "business_cards",
    "table_import",
    "exporting",
)
"""The modules of desktop.queries that register queries; what a start needs stands first."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads, when, in which language and time zone, on which connection. Reading never writes."""

    connection: Connection
    person_id: int | None
    language: str
    now: datetime
    zone: tzinfo
    database_url: str = ""
    remembered: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    """What rights have read once for this query (desktop/sales/access.py)."""

    def rows(self, statement: Executable, parameters: Mapping[str, Any] | None = None) -> Sequence[Row[Any]]:
        """Return all rows of a select."""
        return self.connection.execute(statement, parameters or {}).all()

    def first(self, statement: Executable, parameters: Mapping[str, Any] | None = None) -> Row[Any] | None:
        """Return the first row of a select, or None."""
        return self.connection.execute(statement, parameters or {}).first()

    def value(self, statement: Executable, parameters: Mapping[str, Any] | None = None) -> Any:
        """Return the first column of the first row, or None."""
        return self.connection.execute(statement, parameters or {}).scalar()


Answer = Callable[..., Any]
_queries: dict[str, Answer] = {}
_reads: dict[str, doors.Right] = {}


def query(name: str, *, reads: doors.Right) -> Callable[[Answer], Answer]:
    """Register a function ``(reader, **arguments) -> answer`` under the query's name.

    ``reads`` says who may ask it (desktop/sales/doors.py, docs/rights.md).
    """

    def register(function: Answer) -> Answer:
        if name in _queries:
            raise ValueError(f"two queries named {name}")
        _queries[name] = function
        _reads[name] = reads
        return function

    return register


def load(name: str = "") -> None:
    """Import the modules that register queries, one after the other until ``name`` is known, or all of them."""
    for module in MODULES:
        if name in _queries:
            return
        importlib.import_module(f"desktop.queries.{module}")


def answer(reader: Reader, name: str, arguments: Mapping[str, object]) -> Any:
    """Answer one query. Raises KeyError for a name that is not registered.

    Refused "record-not-visible" and "right-administrator" where the reader may not ask it (docs/rights.md).
    """
    load(name)
    reads = _reads.get(name)
    if reads is not None:
        reads.check(reader, arguments)
    return _queries[name](reader, **arguments)
