"""What the rules need in order to read: a Transaction has it, and so has the reader of a query."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, tzinfo
from typing import Any, Protocol

from sqlalchemy import Executable, Row


class Reading(Protocol):
    """Somebody who reads rows: who, in which language and time zone, at which moment (UTC)."""

    @property
    def person_id(self) -> int | None:
        """Who acts or looks; None is the program itself."""

    @property
    def language(self) -> str:
        """The language of this person, "en" or "ru"."""

    @property
    def now(self) -> datetime:
        """The moment, in UTC; it stands still while one action or query is under way."""

    @property
    def zone(self) -> tzinfo:
        """The time zone of this person."""

    def rows(self, statement: Executable, parameters: Mapping[str, Any] | None = None) -> Sequence[Row[Any]]:
        """Return all rows of a select."""

    def first(self, statement: Executable, parameters: Mapping[str, Any] | None = None) -> Row[Any] | None:
        """Return the first row of a select, or None."""

    def value(self, statement: Executable, parameters: Mapping[str, Any] | None = None) -> Any:
        """Return the first column of the first row, or None."""
