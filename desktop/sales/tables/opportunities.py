"""Leads and opportunities, with those who take part and what happened to them."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, Index, Integer, String

from desktop.sales.tables.columns import link, made, text, version
from desktop.store.base import Currency, Minor, RowId, Utc, table

lead = table(
    "lead",
    version(),
    *made(),
    Column("number", String(40), nullable=False, unique=True),
    text("title"),
    link("stage_id", "lead_stage", nullable=False, index=True),
    Column("stage_since", Utc, nullable=False),
    link("account_id", "account", index=True),
    Column("account_name", String(300), nullable=False, server_default=""),
    link("contact_id", "contact", index=True),
    Column("contact_name", String(200), nullable=False, server_default=""),
    Column("email", String(200), nullable=False, server_default=""),
    Column("phone", String(60), nullable=False, server_default=""),
    link("need_id", "lookup_value"),
    text("need_text"),
    link("owner_id", "person", nullable=False, index=True),
    link("source_id", "lookup_value"),
    Column("budget_minor", Minor),
    Column("budget_currency", Currency),
    Column("decision_date", Date),
    Column("opportunity_id", RowId),  # no foreign key: opportunity.lead_id is the constrained side of the pair
    link("disqualification_reason_id", "lookup_value"),
    text("disqualification_comment"),
    Column("nurture_until", Date),
    text("nurture_reason"),
    Column("nurture_activity_id", RowId),  # no foreign key: activity.lead_id is the constrained side of the pair
    Column("source_key", String(200)),
    Index(None, "source_key", unique=True),
)

opportunity = table(
    "opportunity",
    version(),
    *made(),
    Column("number", String(40), nullable=False, unique=True),
    text("title"),
    link("stage_id", "opportunity_stage", nullable=False, index=True),
    Column("stage_since", Utc, nullable=False),
    link("account_id", "account"),
    link("contact_id", "contact", index=True),
    link("decision_maker_id", "contact", index=True),
    Column("decision_maker_role", String(200), nullable=False, server_default=""),
    link("need_id", "lookup_value"),
    text("need_text"),
    link("category_id", "lookup_value"),
    link("owner_id", "person", nullable=False, index=True),
    link("source_id", "lookup_value"),
    link("lead_id", "lead", index=True),
    link("product_id", "product"),
    Column("amount_minor", Minor),
    Column("amount_currency", Currency),
    Column("amount_follows", Boolean, nullable=False, server_default="0"),  # the amount is the total of the lines
    Column("budget_minor", Minor),
    Column("budget_currency", Currency),
    Column("budget_confirmed", Boolean, nullable=False, server_default="0"),
    Column("decision_date", Date),
    Column("expected_close", Date),
    Column("probability", Integer, nullable=False, server_default="0"),
    text("tactics"),
    Column("hint_dismissed", Boolean, nullable=False, server_default="0"),
    Column("closed_at", Utc),
    link("closed_by", "person"),
    Column("income_minor", Minor),
    Column("income_currency", Currency),
    Column("closed_minutes", Integer),
    Column("closing_checked", Boolean, nullable=False, server_default="0"),
    link("closing_reason_id", "lookup_value"),
    Column("competitor", String(200), nullable=False, server_default=""),
    Column("source_key", String(200), unique=True),
    Index(None, "owner_id", "stage_id"),
    Index(None, "account_id", "stage_id"),
    Index(None, "stage_id", "stage_since"),
    Index("ix_opportunity_worth", "stage_id", "amount_currency", "amount_minor", "probability"),  # sums of the board
    Index(None, "closed_at"),
)

stage_history = table(
    "stage_history",
    link("opportunity_id", "opportunity", nullable=False, index=True),
    link("stage_id", "opportunity_stage", nullable=False),
    Column("entered_at", Utc, nullable=False),
    Column("left_at", Utc),
    link("person_id", "person"),
    Index(None, "left_at"),
)

participant = table(
    "participant",
    version(),
    *made(),
    link("opportunity_id", "opportunity", nullable=False, index=True),
    link("contact_id", "contact", nullable=False, index=True),
    link("role_id", "lookup_value"),
    link("influence_id", "lookup_value"),
    Column("attends", Boolean, nullable=False, server_default="0"),
    Column("removed_at", Utc),  # the row stays, so that the history can tell of it
)

opportunity_competitor = table(
    "opportunity_competitor",
    version(),
    *made(),
    link("opportunity_id", "opportunity", nullable=False, index=True),
    link("competitor_id", "lookup_value", nullable=False),
    text("strengths"),
    text("weaknesses"),
    Column("removed_at", Utc),
)

feed_comment = table(
    "feed_comment",
    *made(),
    link("opportunity_id", "opportunity", nullable=False, index=True),
    text("text"),
)
