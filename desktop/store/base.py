"""What every table shares: one metadata with named constraints, and the column types of this program."""

from __future__ import annotations

import enum
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, Column, DateTime, Dialect, Integer, MetaData, String, Table, TypeDecorator
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import JSON

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

RowId = BigInteger().with_variant(Integer(), "sqlite")
"""A row's number; on SQLite the plain INTEGER that aliases the rowid."""

Json = JSON()
Minor = BigInteger()
"""Money in minor units of the currency that stands in the column beside it."""

Currency = String(3)


class Utc(TypeDecorator[datetime]):
    """A moment in UTC: aware in Python, ``timestamptz`` on PostgreSQL, ISO text on SQLite. Naive values are refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn any aware moment into UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment without time zone: {value!r}")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the moment back aware, in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Journaled(enum.Enum):
    """How the journal treats a table (key ``journal`` of a table's ``info``)."""

    EVERY_ROW = "every row"
    """Before and after of every change; undone with the action (the default)."""
    NEVER = "never"
    """Append-only or transient rows; an undo leaves them alone."""


def table(name: str, *columns: SchemaItem, info: dict[Any, Any] | None = None) -> Table:
    """Return a new table with its key ``id``, whose numbers are never given twice.

    The journal and the log speak of rows that an undo has removed; a later row must not be taken for one of them.
    """
    key: Column[Any] = Column("id", RowId, primary_key=True, autoincrement=True)
    return Table(name, metadata, key, *columns, info=info or {}, sqlite_autoincrement=True)
