"""The tables of processes: definitions, instances, what they wait for, and the append-only log."""

from __future__ import annotations

from sqlalchemy import (
    DDL,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Text,
    UniqueConstraint,
    event,
)

from desktop.store.base import Journaled, Json, RowId, Utc, table

process_definition = table(
    "process_definition",
    Column("key", String(200), nullable=False),
    Column("number", Integer, nullable=False),  # version 1, 2, 3 of the key
    Column("hash", String(64), nullable=False),
    Column("subject", String(40), nullable=False),
    Column("name_en", String(300), nullable=False),
    Column("name_ru", String(300), nullable=False),
    Column("summary_en", Text, nullable=False, server_default=""),
    Column("summary_ru", Text, nullable=False, server_default=""),
    Column("xml", LargeBinary, nullable=False),
    Column("active", Boolean, nullable=False, server_default="1"),
    Column("pinned", Boolean, nullable=False, server_default="1"),
    Column("deployed_at", Utc, nullable=False),
    Column("deployed_by", RowId, ForeignKey("person.id")),  # nobody: it came with the program
    Column("source", String(300), nullable=False, server_default=""),  # the name of the file
    Column("calls", Json, nullable=False, server_default="{}"),  # called processes of other files: key to hash
    Column("runs_on", String(12), nullable=False, server_default="new"),  # RUNS_ON and NEW of definition.py
    UniqueConstraint("key", "number"),
    UniqueConstraint("key", "hash"),
    info={"journal": Journaled.NEVER},
)

process_instance = table(
    "process_instance",
    Column("version", Integer, nullable=False, server_default="1"),
    Column("definition_id", RowId, ForeignKey("process_definition.id"), nullable=False),
    Column("definition_key", String(200), nullable=False),
    Column("subject", String(40), nullable=False, server_default=""),
    Column("subject_id", RowId),
    Column("status", String(12), nullable=False),  # running, completed, terminated, error, cancelled
    Column("state", Json, nullable=False),
    Column("started_at", Utc, nullable=False),
    Column("started_by", RowId, ForeignKey("person.id")),
    Column("ended_at", Utc),
    Index(None, "subject_id"),
    Index(None, "definition_key", "status"),
    Index(None, "started_at"),
)

# Not an Index(..., postgresql_where=...): that would import the PostgreSQL dialect at every start, on SQLite too.
event.listen(
    process_instance,
    "after_create",
    DDL(  # type: ignore[no-untyped-call]
        "CREATE UNIQUE INDEX uq_process_instance_running"
        " ON process_instance (subject, subject_id, definition_key) WHERE status = 'running'"
    ),
)

process_wait = table(
    "process_wait",
    Column("instance_id", RowId, ForeignKey("process_instance.id"), nullable=False, index=True),
    Column("token", Integer, nullable=False),
    Column("kind", String(12), nullable=False),  # user, manual, message, page, timer, signal
    Column("name", String(200), nullable=False, server_default=""),
    Column("element_id", String(200), nullable=False),
    Column("due_at", Utc, index=True),
    Index(None, "kind", "name"),
    info={"journal": Journaled.NEVER},  # follows from the instance's state; an undo makes the rows anew from it
)

process_log = table(
    "process_log",
    Column("instance_id", RowId, nullable=False, index=True),  # no foreign key: the log outlives an undone run
    Column("action_id", RowId),
    Column("at", Utc, nullable=False),
    Column("person_id", RowId),
    Column("kind", String(20), nullable=False),  # stimulus, entered, left, cancelled, flow, ended, undone
    Column("element_id", String(200), nullable=False, server_default=""),
    Column("detail", Json),
    info={"journal": Journaled.NEVER},
)

incident = table(
    "incident",
    Column("instance_id", RowId, ForeignKey("process_instance.id"), nullable=False, index=True),
    Column("element_id", String(200), nullable=False, server_default=""),
    Column("at", Utc, nullable=False),
    Column("message", Text, nullable=False),
    Column("reason", Text, nullable=False, server_default=""),  # a packed sentence (desktop/texts.py)
    Column("stimulus", Json, nullable=False),
    Column("resolved_at", Utc),
    Column("resolved_by", RowId, ForeignKey("person.id")),
    Column("resolution", String(12), nullable=False, server_default=""),  # retried, skipped, changed, passed, cancelled
)
