"""What any record may have: files, tags; and which records are the same or are not."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, String, UniqueConstraint

from desktop.sales.tables.columns import link, made, version
from desktop.store.base import Journaled, RowId, Utc, table

attachment = table(
    "attachment",
    version(),
    *made(),
    Column("subject", String(40), nullable=False),  # opportunity, account, contact, lead ...
    Column("record_id", RowId, nullable=False),
    Column("name", String(255), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("sha256", String(64), nullable=False),
    link("article_id", "article"),  # where it is a copy from the knowledge base
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

tag = table(
    "tag",
    *made(),
    Column("name", String(60), nullable=False, unique=True),
)

record_tag = table(
    "record_tag",
    link("tag_id", "tag", nullable=False),
    Column("subject", String(40), nullable=False),  # opportunity, lead, activity, account, contact, product, order
    Column("record_id", RowId, nullable=False),
    UniqueConstraint("tag_id", "subject", "record_id"),
    Index(None, "subject", "record_id"),
)

merged_record = table(
    "merged_record",
    *made(),
    Column("subject", String(40), nullable=False),  # account, contact, lead
    Column("record_id", RowId, nullable=False),  # the record that was kept
    Column("gone_id", RowId, nullable=False),
    Column("name", String(300), nullable=False),  # of the one that is gone
    Index(None, "subject", "record_id"),
    Index(None, "subject", "gone_id"),
)

distinct_pair = table(
    "distinct_pair",
    *made(),
    Column("subject", String(40), nullable=False),
    Column("first_id", RowId, nullable=False),  # the lower of both numbers
    Column("second_id", RowId, nullable=False),
    UniqueConstraint("subject", "first_id", "second_id"),
)
