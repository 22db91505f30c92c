"""The journal's tables: which action, who, when, and which rows it changed, before and after."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Text

from desktop.store.base import Json, RowId, Utc, table

action_table = table(
    "action",
    Column("name", String(60), nullable=False),
    Column("person_id", RowId),
    Column("at", Utc, nullable=False),
    Column("label", Text, nullable=False, server_default=""),
    Column("undoable", Integer, nullable=False, server_default="0"),
    Column("undoes", RowId, ForeignKey("action.id")),
    Column("undone_by", RowId),
    Column("origin", String(40), nullable=False, server_default=""),
    Index(None, "person_id", "id"),
)

entry_table = table(
    "journal_entry",
    Column("action_id", RowId, ForeignKey("action.id"), nullable=False, index=True),
    Column("table_name", String(60), nullable=False),
    Column("row_id", RowId, nullable=False),
    Column("kind", String(6), nullable=False),  # insert, update, delete
    Column("before", Json),
    Column("after", Json),
    Index(None, "table_name", "row_id"),
)
