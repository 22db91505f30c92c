"""What administrators keep: stages, lookups, settings, numbers, rates, mappings of imports."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Date, Index, Integer, String, Text, UniqueConstraint

from desktop.sales.tables.columns import link, version
from desktop.store.base import Currency, Json, Utc, table

opportunity_stage = table(
    "opportunity_stage",
    version(),
    Column("code", String(60), nullable=False, unique=True),
    Column("name_en", String(100), nullable=False),
    Column("name_ru", String(100), nullable=False),
    Column("description", Text, nullable=False, server_default=""),
    Column("number", Integer, nullable=False),
    Column("percent", Integer, nullable=False),
    Column("days", Integer, nullable=False, server_default="7"),
    Column("final", Boolean, nullable=False, server_default="0"),
    Column("successful", Boolean, nullable=False, server_default="0"),
    Column("in_funnel", Boolean, nullable=False, server_default="1"),
    Column("on_bar", Boolean, nullable=False, server_default="1"),
)

lead_stage = table(
    "lead_stage",
    version(),
    Column("code", String(60), nullable=False, unique=True),
    Column("name_en", String(100), nullable=False),
    Column("name_ru", String(100), nullable=False),
    Column("number", Integer, nullable=False),
    Column("final", Boolean, nullable=False, server_default="0"),
    Column("successful", Boolean, nullable=False, server_default="0"),
    Column("starts_sale", Boolean, nullable=False, server_default="0"),
)

lookup_value = table(
    "lookup_value",
    version(),
    Column("lookup", String(40), nullable=False),  # closing_reason, need, lead_source, sector, activity_result
    Column("code", String(80), nullable=False),
    Column("name_en", String(200), nullable=False),
    Column("name_ru", String(200), nullable=False),
    Column("position", Integer, nullable=False, server_default="0"),
    Column("active", Boolean, nullable=False, server_default="1"),
    UniqueConstraint("lookup", "code"),
)

system_setting = table(
    "system_setting",
    Column("name", String(60), nullable=False, unique=True),
    Column("value", Json, nullable=False),
)

number_mask = table(
    "number_mask",
    Column("subject", String(40), nullable=False, unique=True),
    Column("mask", String(40), nullable=False),  # OPP-{:05d}
    # Numbers are taken past the journal (sales/numbers.py), so no undo ever gives one twice; the mask is journaled.
    Column("last", Integer, nullable=False, server_default="0"),
)

required_field = table(
    "required_field",
    link("stage_id", "opportunity_stage", nullable=False),
    Column("field", String(40), nullable=False),  # a key of desktop/sales/gate.py
    Column("severity", String(8), nullable=False),  # notify, stop
    UniqueConstraint("stage_id", "field"),
)

currency_rate = table(
    "currency_rate",
    Column("currency", Currency, nullable=False),
    Column("base", Currency, nullable=False),
    Column("day", Date, nullable=False),
    Column("rate_nano", BigInteger, nullable=False),  # milliardths of a unit of base for one unit of currency
    UniqueConstraint("currency", "base", "day"),
)

import_mapping = table(
    "import_mapping",
    Column("subject", String(40), nullable=False),
    Column("name", String(100), nullable=False),
    Column("signature", String(64), nullable=False),  # of the headings, by which a file is known again
    Column("mapping", Json, nullable=False),
    Column("saved_at", Utc, nullable=False),
    link("saved_by", "person"),
    UniqueConstraint("subject", "name"),
    Index(None, "subject", "signature"),
)
