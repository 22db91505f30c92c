"""Columns that many tables have."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, ForeignKey, Integer, Text

from desktop.store.base import RowId, Utc


def version() -> Column[Any]:
    """Count the changes of a row: who writes an older one is told (store/transaction.py)."""
    return Column("version", Integer, nullable=False, server_default="1")


def made() -> list[Column[Any]]:
    """Tell when a row was made and by whom; nobody: the program."""
    return [
        Column("created_at", Utc, nullable=False),
        Column("created_by", RowId, ForeignKey("person.id")),
    ]


def link(name: str, target: str, *, nullable: bool = True, index: bool = False) -> Column[Any]:
    """Refer to a row of another table."""
    return Column(name, RowId, ForeignKey(f"{target}.id"), nullable=nullable, index=index)


def text(name: str) -> Column[Any]:
    """Hold text of any length, empty where there is none."""
    return Column(name, Text, nullable=False, server_default="")
