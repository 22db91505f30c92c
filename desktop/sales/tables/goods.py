"""Products, the lines in which they are sold, orders and their payments."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Column, Date, Index, Integer, String

from desktop.sales.tables.columns import link, made, text, version
from desktop.store.base import Currency, Minor, Utc, table

product = table(
    "product",
    version(),
    Column("name", String(200), nullable=False, unique=True),
    Column("series", String(100), nullable=False, server_default=""),
    Column("code", String(60), nullable=False, server_default=""),
    Column("unit", String(20), nullable=False, server_default=""),
    Column("price_minor", Minor, nullable=False),
    Column("price_currency", Currency, nullable=False),
    Column("active", Boolean, nullable=False, server_default="1"),
    Column("source_key", String(200)),
    Index(None, "source_key", unique=True),
)


def _line(owner: str) -> list[Column[Any]]:
    """The columns of a line of products: the price is in the currency beside it, the rest as line_amounts says."""
    return [
        version(),
        link(f"{owner}_id", owner, nullable=False, index=True),
        link("product_id", "product", index=True),
        Column("name", String(200), nullable=False, server_default=""),
        Column("code", String(60), nullable=False, server_default=""),
        Column("unit", String(20), nullable=False, server_default=""),
        Column("price_minor", Minor, nullable=False),
        Column("price_currency", Currency, nullable=False),
        Column("quantity_milli", Minor, nullable=False),  # thousandths
        Column("discount_points", Integer, nullable=False, server_default="0"),  # hundredths of a percent
        Column("removed_at", Utc),  # a line that was removed stays for the history
    ]


opportunity_line = table("opportunity_line", *_line("opportunity"))

sales_order = table(
    "sales_order",
    version(),
    *made(),
    Column("number", String(40), nullable=False, unique=True),
    link("opportunity_id", "opportunity", index=True),
    link("account_id", "account", index=True),
    link("contact_id", "contact", index=True),
    link("owner_id", "person", nullable=False, index=True),
    Column("ordered_on", Date, nullable=False),
    link("status_id", "lookup_value", nullable=False),
    Column("currency", Currency, nullable=False),
    Column("total_minor", Minor, nullable=False, server_default="0"),  # kept so that lists can sort by it
    text("notes"),
)

sales_order_line = table("sales_order_line", *_line("sales_order"))

order_payment = table(
    "order_payment",
    version(),
    link("sales_order_id", "sales_order", nullable=False, index=True),
    Column("due_on", Date, nullable=False),
    Column("share_points", Integer),  # hundredths of a percent of the order's total; without them the amount counts
    Column("amount_minor", Minor),
    Column("paid_on", Date),
    Column("note", String(300), nullable=False, server_default=""),
)
