"""Those to whom is sold: companies and people."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String

from desktop.sales.tables.columns import link, made, text, version
from desktop.store.base import Currency, Minor, table

account = table(
    "account",
    version(),
    *made(),
    Column("name", String(300), nullable=False, index=True),
    link("sector_id", "lookup_value"),
    Column("website", String(300), nullable=False, server_default=""),
    Column("phone", String(60), nullable=False, server_default=""),
    Column("email", String(200), nullable=False, server_default=""),
    text("address"),
    Column("employees", Integer),
    Column("founded", Integer),
    Column("revenue_minor", Minor),
    Column("revenue_currency", Currency),
    link("parent_id", "account"),
    link("owner_id", "person"),
    text("notes"),
    Column("source_key", String(200), unique=True),
)

contact = table(
    "contact",
    version(),
    *made(),
    Column("name", String(200), nullable=False, index=True),
    link("account_id", "account", index=True),
    Column("job_title", String(200), nullable=False, server_default=""),
    Column("email", String(200), nullable=False, server_default=""),
    Column("phone", String(60), nullable=False, server_default=""),
    text("notes"),
    Column("source_key", String(200)),
    Index(None, "source_key", unique=True),
)
