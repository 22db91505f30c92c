"""What belongs to the people who sell: themselves, their plans, views and drafts, and what they are told."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, String, UniqueConstraint

from desktop.sales.tables.columns import link, made, version
from desktop.store.base import Currency, Journaled, Json, Minor, RowId, Utc, table

person = table(
    "person",
    version(),
    Column("name", String(200), nullable=False),
    Column("email", String(200), nullable=False, server_default=""),
    Column("role", String(20), nullable=False),  # rep, manager, administrator
    link("manager_id", "person", index=True),
    Column("office", String(100), nullable=False, server_default=""),
    Column("active", Boolean, nullable=False, server_default="1"),
)

sales_plan = table(
    "sales_plan",
    version(),
    link("person_id", "person", nullable=False),
    Column("year", Integer, nullable=False),
    Column("quarter", Integer, nullable=False),  # 1 to 4
    Column("amount_minor", Minor, nullable=False),
    Column("amount_currency", Currency, nullable=False),
    UniqueConstraint("person_id", "year", "quarter"),
)

saved_view = table(
    "saved_view",
    version(),
    *made(),
    Column("subject", String(40), nullable=False, index=True),
    Column("name", String(100), nullable=False),
    link("owner_id", "person"),
    Column("shared", Boolean, nullable=False, server_default="0"),
    Column("content", Json, nullable=False),  # what sales/saved_views.py writes: filter, columns, order
)

usual_view = table(
    "usual_view",
    link("person_id", "person", nullable=False),
    Column("subject", String(40), nullable=False),
    Column("view", String(40), nullable=False),  # the key of a view: "closing_this_month", "saved:12"
    UniqueConstraint("person_id", "subject"),
)

draft = table(
    "draft",
    link("person_id", "person", nullable=False),
    Column("place", String(40), nullable=False),
    Column("place_id", RowId, nullable=False),
    Column("fields", Json, nullable=False),
    Column("at", Utc, nullable=False),
    UniqueConstraint("person_id", "place", "place_id"),
    info={"journal": Journaled.NEVER},
)

notification = table(
    "notification",
    link("person_id", "person", nullable=False),
    Column("kind", String(40), nullable=False),  # key of the sentence in resources/texts
    Column("parameters", Json, nullable=False),
    Column("place", String(40), nullable=False, server_default=""),
    Column("place_id", RowId),
    Column("tone", String(8), nullable=False, server_default="info"),
    Column("at", Utc, nullable=False),
    Column("read_at", Utc),
    link("activity_id", "activity"),
    Index(None, "person_id", "read_at"),
    Index(None, "person_id", "at"),
    Index(None, "activity_id"),
    info={"undo_ignores": frozenset({"read_at"})},
)
