"""Tasks, calls and meetings, their reminders, and notes."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Text

from desktop.sales.tables.columns import link, made, text, version
from desktop.store.base import RowId, Utc, table

activity = table(
    "activity",
    version(),
    *made(),
    Column("kind", String(20), nullable=False),  # task, call, meeting
    text("title"),
    Column("title_ru", Text),  # only process-made: shown to Russian readers
    link("opportunity_id", "opportunity"),
    link("lead_id", "lead", index=True),
    link("account_id", "account"),
    link("contact_id", "contact"),
    link("owner_id", "person", nullable=False),
    Column("start_at", Utc, nullable=False),
    Column("due_at", Utc, nullable=False),
    Column("status", String(12), nullable=False, server_default="planned"),  # planned, done, cancelled
    Column("result_code", String(60), nullable=False, server_default=""),
    text("comment"),
    Column("spent_minutes", Integer, nullable=False, server_default="0"),
    Column("done_at", Utc),
    link("done_by", "person"),
    Column("definition_id", RowId),  # process-made only: which definition, instance, element and token it belongs to
    Column("instance_id", RowId, index=True),
    Column("element_id", String(200)),
    Column("token", Integer),
    Column("stage_code", String(60), nullable=False, server_default=""),
    Column("source_key", String(200)),
    Index(None, "source_key", unique=True),
    Index(None, "owner_id", "status", "due_at"),
    Index(None, "owner_id", "start_at"),
    Index(None, "status", "opportunity_id", "due_at"),
    Index(None, "opportunity_id", "done_at"),
    Index(None, "account_id"),
    Index(None, "contact_id"),
)

reminder = table(
    "reminder",
    Column("activity_id", RowId, ForeignKey("activity.id"), nullable=False, unique=True),
    Column("at", Utc, nullable=False),
    Column("told_at", Utc),
    Index(None, "told_at", "at"),
    info={"undo_ignores": frozenset({"told_at"})},
)

note = table(
    "note",
    *made(),
    link("opportunity_id", "opportunity", index=True),
    link("lead_id", "lead", index=True),
    text("text"),
)
