"""The tables of the sales records. Columns are added here and in a migration together."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Text,
    UniqueConstraint,
)

from desktop.store.base import Currency, Journaled, Json, Minor, RowId, Utc, table


def _version() -> Column[Any]:
    return Column("version", Integer, nullable=False, server_default="1")


def _made() -> list[Column[Any]]:
    return [
        Column("created_at", Utc, nullable=False),
        Column("created_by", RowId, ForeignKey("person.id")),
    ]


def _link(name: str, target: str, *, nullable: bool = True, index: bool = False) -> Column[Any]:
    return Column(name, RowId, ForeignKey(f"{target}.id"), nullable=nullable, index=index)


def _text(name: str) -> Column[Any]:
    return Column(name, Text, nullable=False, server_default="")


person = table(
    "person",
    _version(),
    Column("name", String(200), nullable=False),
    Column("email", String(200), nullable=False, server_default=""),
    Column("role", String(20), nullable=False),  # rep, manager, administrator
    _link("manager_id", "person", index=True),
    Column("office", String(100), nullable=False, server_default=""),
    Column("active", Boolean, nullable=False, server_default="1"),
)

opportunity_stage = table(
    "opportunity_stage",
    _version(),
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
    _version(),
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
    _version(),
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
    _link("stage_id", "opportunity_stage", nullable=False),
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

account = table(
    "account",
    _version(),
    *_made(),
    Column("name", String(300), nullable=False, index=True),
    _link("sector_id", "lookup_value"),
    Column("website", String(300), nullable=False, server_default=""),
    Column("phone", String(60), nullable=False, server_default=""),
    Column("email", String(200), nullable=False, server_default=""),
    _text("address"),
    Column("employees", Integer),
    Column("founded", Integer),
    Column("revenue_minor", Minor),
    Column("revenue_currency", Currency),
    _link("parent_id", "account"),
    _link("owner_id", "person"),
    _text("notes"),
    Column("source_key", String(200), unique=True),
)

contact = table(
    "contact",
    _version(),
    *_made(),
    Column("name", String(200), nullable=False, index=True),
    _link("account_id", "account", index=True),
    Column("job_title", String(200), nullable=False, server_default=""),
    Column("email", String(200), nullable=False, server_default=""),
    Column("phone", String(60), nullable=False, server_default=""),
    _text("notes"),
    Column("source_key", String(200)),
    Index(None, "source_key", unique=True),
)

product = table(
    "product",
    _version(),
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

lead = table(
    "lead",
    _version(),
    *_made(),
    Column("number", String(40), nullable=False, unique=True),
    _text("title"),
    _link("stage_id", "lead_stage", nullable=False, index=True),
    Column("stage_since", Utc, nullable=False),
    _link("account_id", "account", index=True),
    Column("account_name", String(300), nullable=False, server_default=""),
    _link("contact_id", "contact", index=True),
    Column("contact_name", String(200), nullable=False, server_default=""),
    Column("email", String(200), nullable=False, server_default=""),
    Column("phone", String(60), nullable=False, server_default=""),
    _link("need_id", "lookup_value"),
    _text("need_text"),
    _link("owner_id", "person", nullable=False, index=True),
    _link("source_id", "lookup_value"),
    Column("budget_minor", Minor),
    Column("budget_currency", Currency),
    Column("decision_date", Date),
    Column("opportunity_id", RowId),  # no foreign key: opportunity.lead_id is the constrained side of the pair
    _link("disqualification_reason_id", "lookup_value"),
    _text("disqualification_comment"),
    Column("nurture_until", Date),
    _text("nurture_reason"),
    Column("nurture_activity_id", RowId),  # no foreign key: activity.lead_id is the constrained side of the pair
    Column("source_key", String(200)),
    Index(None, "source_key", unique=True),
)

opportunity = table(
    "opportunity",
    _version(),
    *_made(),
    Column("number", String(40), nullable=False, unique=True),
    _text("title"),
    _link("stage_id", "opportunity_stage", nullable=False, index=True),
    Column("stage_since", Utc, nullable=False),
    _link("account_id", "account"),
    _link("contact_id", "contact", index=True),
    _link("decision_maker_id", "contact", index=True),
    Column("decision_maker_role", String(200), nullable=False, server_default=""),
    _link("need_id", "lookup_value"),
    _text("need_text"),
    _link("category_id", "lookup_value"),
    _link("owner_id", "person", nullable=False, index=True),
    _link("source_id", "lookup_value"),
    _link("lead_id", "lead", index=True),
    _link("product_id", "product"),
    Column("amount_minor", Minor),
    Column("amount_currency", Currency),
    Column("amount_follows", Boolean, nullable=False, server_default="0"),  # the amount is the total of the lines
    Column("budget_minor", Minor),
    Column("budget_currency", Currency),
    Column("budget_confirmed", Boolean, nullable=False, server_default="0"),
    Column("decision_date", Date),
    Column("expected_close", Date),
    Column("probability", Integer, nullable=False, server_default="0"),
    _text("tactics"),
    Column("hint_dismissed", Boolean, nullable=False, server_default="0"),
    Column("closed_at", Utc),
    _link("closed_by", "person"),
    Column("income_minor", Minor),
    Column("income_currency", Currency),
    Column("closed_minutes", Integer),
    Column("closing_checked", Boolean, nullable=False, server_default="0"),
    _link("closing_reason_id", "lookup_value"),
    Column("competitor", String(200), nullable=False, server_default=""),
    Column("source_key", String(200), unique=True),
    Index(None, "owner_id", "stage_id"),
    Index(None, "account_id", "stage_id"),
    Index(None, "stage_id", "stage_since"),
    Index("ix_opportunity_worth", "stage_id", "amount_currency", "amount_minor", "probability"),  # sums of the board
    Index(None, "closed_at"),
)


def _line(owner: str) -> list[Column[Any]]:
    """The columns of a line of products: the price is in the currency beside it, the rest as line_amounts says."""
    return [
        _version(),
        _link(f"{owner}_id", owner, nullable=False, index=True),
        _link("product_id", "product", index=True),
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
    _version(),
    *_made(),
    Column("number", String(40), nullable=False, unique=True),
    _link("opportunity_id", "opportunity", index=True),
    _link("account_id", "account", index=True),
    _link("contact_id", "contact", index=True),
    _link("owner_id", "person", nullable=False, index=True),
    Column("ordered_on", Date, nullable=False),
    _link("status_id", "lookup_value", nullable=False),
    Column("currency", Currency, nullable=False),
    Column("total_minor", Minor, nullable=False, server_default="0"),  # kept so that lists can sort by it
    _text("notes"),
)

sales_order_line = table("sales_order_line", *_line("sales_order"))

order_payment = table(
    "order_payment",
    _version(),
    _link("sales_order_id", "sales_order", nullable=False, index=True),
    Column("due_on", Date, nullable=False),
    Column("share_points", Integer),  # hundredths of a percent of the order's total; without them the amount counts
    Column("amount_minor", Minor),
    Column("paid_on", Date),
    Column("note", String(300), nullable=False, server_default=""),
)

stage_history = table(
    "stage_history",
    _link("opportunity_id", "opportunity", nullable=False, index=True),
    _link("stage_id", "opportunity_stage", nullable=False),
    Column("entered_at", Utc, nullable=False),
    Column("left_at", Utc),
    _link("person_id", "person"),
    Index(None, "left_at"),
)

sales_plan = table(
    "sales_plan",
    _version(),
    _link("person_id", "person", nullable=False),
    Column("year", Integer, nullable=False),
    Column("quarter", Integer, nullable=False),  # 1 to 4
    Column("amount_minor", Minor, nullable=False),
    Column("amount_currency", Currency, nullable=False),
    UniqueConstraint("person_id", "year", "quarter"),
)

activity = table(
    "activity",
    _version(),
    *_made(),
    Column("kind", String(20), nullable=False),  # task, call, meeting
    _text("title"),
    Column("title_ru", Text),  # only process-made: shown to Russian readers
    _link("opportunity_id", "opportunity"),
    _link("lead_id", "lead", index=True),
    _link("account_id", "account"),
    _link("contact_id", "contact"),
    _link("owner_id", "person", nullable=False),
    Column("start_at", Utc, nullable=False),
    Column("due_at", Utc, nullable=False),
    Column("status", String(12), nullable=False, server_default="planned"),  # planned, done, cancelled
    Column("result_code", String(60), nullable=False, server_default=""),
    _text("comment"),
    Column("spent_minutes", Integer, nullable=False, server_default="0"),
    Column("done_at", Utc),
    _link("done_by", "person"),
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

note = table(
    "note",
    *_made(),
    _link("opportunity_id", "opportunity", index=True),
    _link("lead_id", "lead", index=True),
    _text("text"),
)

participant = table(
    "participant",
    _version(),
    *_made(),
    _link("opportunity_id", "opportunity", nullable=False, index=True),
    _link("contact_id", "contact", nullable=False, index=True),
    _link("role_id", "lookup_value"),
    _link("influence_id", "lookup_value"),
    Column("attends", Boolean, nullable=False, server_default="0"),
    Column("removed_at", Utc),  # the row stays, so that the history can tell of it
)

opportunity_competitor = table(
    "opportunity_competitor",
    _version(),
    *_made(),
    _link("opportunity_id", "opportunity", nullable=False, index=True),
    _link("competitor_id", "lookup_value", nullable=False),
    _text("strengths"),
    _text("weaknesses"),
    Column("removed_at", Utc),
)

article = table(
    "article",
    _version(),
    *_made(),
    Column("title", String(300), nullable=False),
    Column("kind", String(20), nullable=False),  # article, presentation, template
    _link("need_id", "lookup_value"),
    _link("sector_id", "lookup_value"),
    Column("language", String(8), nullable=False, server_default=""),
    _link("owner_id", "person"),
    _text("body"),  # in the form of views/formatted.py
    _text("words"),  # the letters of the body, for the search
    Column("changed_at", Utc, nullable=False),
    Column("removed_at", Utc),
    Index(None, "kind", "removed_at"),
)

article_product = table(
    "article_product",
    _link("article_id", "article", nullable=False),
    _link("product_id", "product", nullable=False, index=True),
    UniqueConstraint("article_id", "product_id"),
)

attachment = table(
    "attachment",
    _version(),
    *_made(),
    Column("subject", String(40), nullable=False),  # opportunity, account, contact, lead ...
    Column("record_id", RowId, nullable=False),
    Column("name", String(255), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("sha256", String(64), nullable=False),
    _link("article_id", "article"),  # where it is a copy from the knowledge base
    Column("removed_at", Utc),
    Index(None, "subject", "record_id"),
)

file_content = table(
    "file_content",
    Column("sha256", String(64), nullable=False),
    Column("position", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
    UniqueConstraint("sha256", "position"),
    info={"journal": Journaled.NEVER},  # found by its own hash: never changed, and there again after an undo
)

feed_comment = table(
    "feed_comment",
    *_made(),
    _link("opportunity_id", "opportunity", nullable=False, index=True),
    _text("text"),
)

notification = table(
    "notification",
    _link("person_id", "person", nullable=False),
    Column("kind", String(40), nullable=False),  # key of the sentence in resources/texts
    Column("parameters", Json, nullable=False),
    Column("place", String(40), nullable=False, server_default=""),
    Column("place_id", RowId),
    Column("tone", String(8), nullable=False, server_default="info"),
    Column("at", Utc, nullable=False),
    Column("read_at", Utc),
    _link("activity_id", "activity"),
    Index(None, "person_id", "read_at"),
    Index(None, "person_id", "at"),
    Index(None, "activity_id"),
    info={"undo_ignores": frozenset({"read_at"})},
)

reminder = table(
    "reminder",
    Column("activity_id", RowId, ForeignKey("activity.id"), nullable=False, unique=True),
    Column("at", Utc, nullable=False),
    Column("told_at", Utc),
    Index(None, "told_at", "at"),
    info={"undo_ignores": frozenset({"told_at"})},
)

draft = table(
    "draft",
    _link("person_id", "person", nullable=False),
    Column("place", String(40), nullable=False),
    Column("place_id", RowId, nullable=False),
    Column("fields", Json, nullable=False),
    Column("at", Utc, nullable=False),
    UniqueConstraint("person_id", "place", "place_id"),
    info={"journal": Journaled.NEVER},
)

import_mapping = table(
    "import_mapping",
    Column("subject", String(40), nullable=False),
    Column("name", String(100), nullable=False),
    Column("signature", String(64), nullable=False),  # of the headings, by which a file is known again
    Column("mapping", Json, nullable=False),
    Column("saved_at", Utc, nullable=False),
    _link("saved_by", "person"),
    UniqueConstraint("subject", "name"),
    Index(None, "subject", "signature"),
)

tag = table(
    "tag",
    *_made(),
    Column("name", String(60), nullable=False, unique=True),
)

record_tag = table(
    "record_tag",
    _link("tag_id", "tag", nullable=False),
    Column("subject", String(40), nullable=False),  # opportunity, lead, activity, account, contact, product, order
    Column("record_id", RowId, nullable=False),
    UniqueConstraint("tag_id", "subject", "record_id"),
    Index(None, "subject", "record_id"),
)

saved_view = table(
    "saved_view",
    _version(),
    *_made(),
    Column("subject", String(40), nullable=False, index=True),
    Column("name", String(100), nullable=False),
    _link("owner_id", "person"),
    Column("shared", Boolean, nullable=False, server_default="0"),
    Column("content", Json, nullable=False),  # what sales/saved_views.py writes: filter, columns, order
)

usual_view = table(
    "usual_view",
    _link("person_id", "person", nullable=False),
    Column("subject", String(40), nullable=False),
    Column("view", String(40), nullable=False),  # the key of a view: "closing_this_month", "saved:12"
    UniqueConstraint("person_id", "subject"),
)

document_template = table(
    "document_template",
    _version(),
    *_made(),
    Column("code", String(60), nullable=False, server_default=""),  # of one that comes with the program
    Column("kind", String(20), nullable=False),  # proposal, contract
    Column("language", String(2), nullable=False),
    Column("name", String(200), nullable=False),
    _text("body"),  # markup of desktop/sales/documents/markup.py
    Column("active", Boolean, nullable=False, server_default="1"),
)

document = table(
    "document",
    _version(),
    *_made(),
    _link("opportunity_id", "opportunity", nullable=False, index=True),
    _link("template_id", "document_template", index=True),
    Column("kind", String(20), nullable=False),
    Column("language", String(2), nullable=False),
    Column("number", String(40), nullable=False, unique=True),
    Column("title", String(300), nullable=False),
    Column(
        "state", String(12), nullable=False, server_default="draft"
    ),  # approval, approved, returned, sent, commented
    Column("sent_on", Date),
    Column("commented_on", Date),
    _text("comment"),  # what the customer has said
    Column("edits", Integer, nullable=False, server_default="0"),  # counts changes of the text, which is elsewhere
    Column("removed_at", Utc),
)

document_version = table(
    "document_version",
    *_made(),
    _link("document_id", "document", nullable=False),
    Column("number", Integer, nullable=False),
    _text("body"),
    Column("note", String(300), nullable=False, server_default=""),
    UniqueConstraint("document_id", "number"),
)

approval = table(
    "approval",
    _version(),
    _link("document_id", "document", nullable=False, index=True),
    _link("document_version_id", "document_version", nullable=False),
    _link("approver_id", "person", nullable=False),
    _link("asked_by", "person"),
    Column("asked_at", Utc, nullable=False),
    _text("request"),
    Column("due_at", Utc),
    Column("remind_at", Utc),
    Column("reminded_at", Utc),
    Column("decision", String(12), nullable=False, server_default=""),  # approved, returned, withdrawn
    Column("decided_at", Utc),
    _text("comment"),
    Index(None, "approver_id", "decision"),
    info={"undo_ignores": frozenset({"reminded_at"})},
)

merged_record = table(
    "merged_record",
    *_made(),
    Column("subject", String(40), nullable=False),  # account, contact, lead
    Column("record_id", RowId, nullable=False),  # the record that was kept
    Column("gone_id", RowId, nullable=False),
    Column("name", String(300), nullable=False),  # of the one that is gone
    Index(None, "subject", "record_id"),
    Index(None, "subject", "gone_id"),
)

distinct_pair = table(
    "distinct_pair",
    *_made(),
    Column("subject", String(40), nullable=False),
    Column("first_id", RowId, nullable=False),  # the lower of both numbers
    Column("second_id", RowId, nullable=False),
    UniqueConstraint("subject", "first_id", "second_id"),
)
