"""Documents, their templates, versions and approvals, and the articles of the knowledge base."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, Index, Integer, String, UniqueConstraint

from desktop.sales.tables.columns import link, made, text, version
from desktop.store.base import Utc, table

document_template = table(
    "document_template",
    version(),
    *made(),
    Column("code", String(60), nullable=False, server_default=""),  # of one that comes with the program
    Column("kind", String(20), nullable=False),  # proposal, contract
    Column("language", String(2), nullable=False),
    Column("name", String(200), nullable=False),
    text("body"),  # markup of desktop/sales/documents/markup.py
    Column("active", Boolean, nullable=False, server_default="1"),
)

document = table(
    "document",
    version(),
    *made(),
    link("opportunity_id", "opportunity", nullable=False, index=True),
    link("template_id", "document_template", index=True),
    Column("kind", String(20), nullable=False),
    Column("language", String(2), nullable=False),
    Column("number", String(40), nullable=False, unique=True),
    Column("title", String(300), nullable=False),
    Column(
        "state", String(12), nullable=False, server_default="draft"
    ),  # approval, approved, returned, sent, commented
    Column("sent_on", Date),
    Column("commented_on", Date),
    text("comment"),  # what the customer has said
    Column("edits", Integer, nullable=False, server_default="0"),  # counts changes of the text, which is elsewhere
    Column("removed_at", Utc),
)

document_version = table(
    "document_version",
    *made(),
    link("document_id", "document", nullable=False),
    Column("number", Integer, nullable=False),
    text("body"),
    Column("note", String(300), nullable=False, server_default=""),
    UniqueConstraint("document_id", "number"),
)

approval = table(
    "approval",
    version(),
    link("document_id", "document", nullable=False, index=True),
    link("document_version_id", "document_version", nullable=False),
    link("approver_id", "person", nullable=False),
    link("asked_by", "person"),
    Column("asked_at", Utc, nullable=False),
    text("request"),
    Column("due_at", Utc),
    Column("remind_at", Utc),
    Column("reminded_at", Utc),
    Column("decision", String(12), nullable=False, server_default=""),  # approved, returned, withdrawn
    Column("decided_at", Utc),
    text("comment"),
    Index(None, "approver_id", "decision"),
    info={"undo_ignores": frozenset({"reminded_at"})},
)

article = table(
    "article",
    version(),
    *made(),
    Column("title", String(300), nullable=False),
    Column("kind", String(20), nullable=False),  # article, presentation, template
    link("need_id", "lookup_value"),
    link("sector_id", "lookup_value"),
    Column("language", String(8), nullable=False, server_default=""),
    link("owner_id", "person"),
    text("body"),  # in the form of views/formatted.py
    text("words"),  # the letters of the body, for the search
    Column("changed_at", Utc, nullable=False),
    Column("removed_at", Utc),
    Index(None, "kind", "removed_at"),
)

article_product = table(
    "article_product",
    link("article_id", "article", nullable=False),
    link("product_id", "product", nullable=False, index=True),
    UniqueConstraint("article_id", "product_id"),
)
