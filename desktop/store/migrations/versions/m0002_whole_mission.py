"""The whole of the mission: everything that came after the first schema (orders, reminders, files, analytics ...)."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop.store.base import RowId, Utc

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the new columns, indexes and tables; no row of the first schema is changed."""
    op.add_column("product", sa.Column("code", sa.String(length=60), server_default="", nullable=False))
    op.add_column("product", sa.Column("unit", sa.String(length=20), server_default="", nullable=False))
    op.add_column(
        "opportunity",
        sa.Column(
            "category_id",
            RowId,
            sa.ForeignKey("lookup_value.id", name="fk_opportunity_category_id"),
            nullable=True,
        ),
        inline_references=True,
    )
    op.add_column("opportunity", sa.Column("amount_follows", sa.Boolean(), server_default="0", nullable=False))
    op.add_column("opportunity", sa.Column("closing_checked", sa.Boolean(), server_default="0", nullable=False))
    op.drop_index(op.f("ix_activity_opportunity_id"), table_name="activity")
    op.create_table(
        "currency_rate",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("base", sa.String(length=3), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("rate_nano", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_currency_rate")),
        sa.UniqueConstraint("currency", "base", "day", name=op.f("uq_currency_rate_currency_base_day")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_opportunity_closed_at"), "opportunity", ["closed_at"], unique=False)
    op.create_index(
        op.f("ix_opportunity_stage_id_stage_since"), "opportunity", ["stage_id", "stage_since"], unique=False
    )
    op.create_index(
        op.f("ix_opportunity_worth"),
        "opportunity",
        ["stage_id", "amount_currency", "amount_minor", "probability"],
        unique=False,
    )
    op.create_index(op.f("ix_activity_opportunity_id_done_at"), "activity", ["opportunity_id", "done_at"], unique=False)
    op.create_table(
        "opportunity_line",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("opportunity_id", RowId, nullable=False),
        sa.Column("product_id", RowId, nullable=True),
        sa.Column("name", sa.String(length=200), server_default="", nullable=False),
        sa.Column("code", sa.String(length=60), server_default="", nullable=False),
        sa.Column("unit", sa.String(length=20), server_default="", nullable=False),
        sa.Column("price_minor", sa.BigInteger(), nullable=False),
        sa.Column("price_currency", sa.String(length=3), nullable=False),
        sa.Column("quantity_milli", sa.BigInteger(), nullable=False),
        sa.Column("discount_points", sa.Integer(), server_default="0", nullable=False),
        sa.Column("removed_at", Utc(), nullable=True),
        sa.ForeignKeyConstraint(
            ["opportunity_id"], ["opportunity.id"], name=op.f("fk_opportunity_line_opportunity_id")
        ),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_opportunity_line_product_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opportunity_line")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_opportunity_line_opportunity_id"), "opportunity_line", ["opportunity_id"], unique=False)
    op.create_index(op.f("ix_opportunity_line_product_id"), "opportunity_line", ["product_id"], unique=False)
    op.create_table(
        "sales_order",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("created_at", Utc(), nullable=False),
        sa.Column("created_by", RowId, nullable=True),
        sa.Column("number", sa.String(length=40), nullable=False),
        sa.Column("opportunity_id", RowId, nullable=True),
        sa.Column("account_id", RowId, nullable=True),
        sa.Column("contact_id", RowId, nullable=True),
        sa.Column("owner_id", RowId, nullable=False),
        sa.Column("ordered_on", sa.Date(), nullable=False),
        sa.Column("status_id", RowId, nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("total_minor", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("notes", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_sales_order_account_id")),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_sales_order_contact_id")),
        sa.ForeignKeyConstraint(["created_by"], ["person.id"], name=op.f("fk_sales_order_created_by")),
        sa.ForeignKeyConstraint(["opportunity_id"], ["opportunity.id"], name=op.f("fk_sales_order_opportunity_id")),
        sa.ForeignKeyConstraint(["owner_id"], ["person.id"], name=op.f("fk_sales_order_owner_id")),
        sa.ForeignKeyConstraint(["status_id"], ["lookup_value.id"], name=op.f("fk_sales_order_status_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sales_order")),
        sa.UniqueConstraint("number", name=op.f("uq_sales_order_number")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_sales_order_account_id"), "sales_order", ["account_id"], unique=False)
    op.create_index(op.f("ix_sales_order_opportunity_id"), "sales_order", ["opportunity_id"], unique=False)
    op.create_index(op.f("ix_sales_order_owner_id"), "sales_order", ["owner_id"], unique=False)
    op.create_table(
        "sales_order_line",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("sales_order_id", RowId, nullable=False),
        sa.Column("product_id", RowId, nullable=True),
        sa.Column("name", sa.String(length=200), server_default="", nullable=False),
        sa.Column("code", sa.String(length=60), server_default="", nullable=False),
        sa.Column("unit", sa.String(length=20), server_default="", nullable=False),
        sa.Column("price_minor", sa.BigInteger(), nullable=False),
        sa.Column("price_currency", sa.String(length=3), nullable=False),
        sa.Column("quantity_milli", sa.BigInteger(), nullable=False),
        sa.Column("discount_points", sa.Integer(), server_default="0", nullable=False),
        sa.Column("removed_at", Utc(), nullable=True),
        sa.ForeignKeyConstraint(
            ["sales_order_id"], ["sales_order.id"], name=op.f("fk_sales_order_line_sales_order_id")
        ),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_sales_order_line_product_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sales_order_line")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_sales_order_line_sales_order_id"), "sales_order_line", ["sales_order_id"], unique=False)
    op.create_index(op.f("ix_sales_order_line_product_id"), "sales_order_line", ["product_id"], unique=False)
    op.create_table(
        "order_payment",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("sales_order_id", RowId, nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("share_points", sa.Integer(), nullable=True),
        sa.Column("amount_minor", sa.BigInteger(), nullable=True),
        sa.Column("paid_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(length=300), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["sales_order_id"], ["sales_order.id"], name=op.f("fk_order_payment_sales_order_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_order_payment")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_order_payment_sales_order_id"), "order_payment", ["sales_order_id"], unique=False)
    op.create_index(op.f("ix_stage_history_left_at"), "stage_history", ["left_at"], unique=False)
    op.create_table(
        "sales_plan",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("person_id", RowId, nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("quarter", sa.Integer(), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("amount_currency", sa.String(length=3), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_sales_plan_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sales_plan")),
        sa.UniqueConstraint("person_id", "year", "quarter", name=op.f("uq_sales_plan_person_id_year_quarter")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "participant",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("created_at", Utc(), nullable=False),
        sa.Column("created_by", RowId, nullable=True),
        sa.Column("opportunity_id", RowId, nullable=False),
        sa.Column("contact_id", RowId, nullable=False),
        sa.Column("role_id", RowId, nullable=True),
        sa.Column("influence_id", RowId, nullable=True),
        sa.Column("attends", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("removed_at", Utc(), nullable=True),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_participant_contact_id")),
        sa.ForeignKeyConstraint(["created_by"], ["person.id"], name=op.f("fk_participant_created_by")),
        sa.ForeignKeyConstraint(["influence_id"], ["lookup_value.id"], name=op.f("fk_participant_influence_id")),
        sa.ForeignKeyConstraint(["opportunity_id"], ["opportunity.id"], name=op.f("fk_participant_opportunity_id")),
        sa.ForeignKeyConstraint(["role_id"], ["lookup_value.id"], name=op.f("fk_participant_role_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participant")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_participant_contact_id"), "participant", ["contact_id"], unique=False)
    op.create_index(op.f("ix_participant_opportunity_id"), "participant", ["opportunity_id"], unique=False)
    op.create_table(
        "opportunity_competitor",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("created_at", Utc(), nullable=False),
        sa.Column("created_by", RowId, nullable=True),
        sa.Column("opportunity_id", RowId, nullable=False),
        sa.Column("competitor_id", RowId, nullable=False),
        sa.Column("strengths", sa.Text(), server_default="", nullable=False),
        sa.Column("weaknesses", sa.Text(), server_default="", nullable=False),
        sa.Column("removed_at", Utc(), nullable=True),
        sa.ForeignKeyConstraint(
            ["competitor_id"], ["lookup_value.id"], name=op.f("fk_opportunity_competitor_competitor_id")
        ),
        sa.ForeignKeyConstraint(["created_by"], ["person.id"], name=op.f("fk_opportunity_competitor_created_by")),
        sa.ForeignKeyConstraint(
            ["opportunity_id"], ["opportunity.id"], name=op.f("fk_opportunity_competitor_opportunity_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opportunity_competitor")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_opportunity_competitor_opportunity_id"), "opportunity_competitor", ["opportunity_id"], unique=False
    )
    op.create_table(
        "article",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("created_at", Utc(), nullable=False),
        sa.Column("created_by", RowId, nullable=True),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("need_id", RowId, nullable=True),
        sa.Column("sector_id", RowId, nullable=True),
        sa.Column("language", sa.String(length=8), server_default="", nullable=False),
        sa.Column("owner_id", RowId, nullable=True),
        sa.Column("body", sa.Text(), server_default="", nullable=False),
        sa.Column("words", sa.Text(), server_default="", nullable=False),
        sa.Column("changed_at", Utc(), nullable=False),
        sa.Column("removed_at", Utc(), nullable=True),
        sa.ForeignKeyConstraint(["created_by"], ["person.id"], name=op.f("fk_article_created_by")),
        sa.ForeignKeyConstraint(["need_id"], ["lookup_value.id"], name=op.f("fk_article_need_id")),
        sa.ForeignKeyConstraint(["owner_id"], ["person.id"], name=op.f("fk_article_owner_id")),
        sa.ForeignKeyConstraint(["sector_id"], ["lookup_value.id"], name=op.f("fk_article_sector_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_article_kind_removed_at"), "article", ["kind", "removed_at"], unique=False)
    op.create_table(
        "article_product",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("article_id", RowId, nullable=False),
        sa.Column("product_id", RowId, nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_article_product_article_id")),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_article_product_product_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article_product")),
        sa.UniqueConstraint("article_id", "product_id", name=op.f("uq_article_product_article_id_product_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_article_product_product_id"), "article_product", ["product_id"], unique=False)
    op.create_table(
        "attachment",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("created_at", Utc(), nullable=False),
        sa.Column("created_by", RowId, nullable=True),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("record_id", RowId, nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("article_id", RowId, nullable=True),
        sa.Column("removed_at", Utc(), nullable=True),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_attachment_article_id")),
        sa.ForeignKeyConstraint(["created_by"], ["person.id"], name=op.f("fk_attachment_created_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_attachment_subject_record_id"), "attachment", ["subject", "record_id"], unique=False)
    op.create_table(
        "file_content",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_file_content")),
        sa.UniqueConstraint("sha256", "position", name=op.f("uq_file_content_sha256_position")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "feed_comment",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("created_at", Utc(), nullable=False),
        sa.Column("created_by", RowId, nullable=True),
        sa.Column("opportunity_id", RowId, nullable=False),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["created_by"], ["person.id"], name=op.f("fk_feed_comment_created_by")),
        sa.ForeignKeyConstraint(["opportunity_id"], ["opportunity.id"], name=op.f("fk_feed_comment_opportunity_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feed_comment")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_feed_comment_opportunity_id"), "feed_comment", ["opportunity_id"], unique=False)
    op.create_table(
        "reminder",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("activity_id", RowId, nullable=False),
        sa.Column("at", Utc(), nullable=False),
        sa.Column("told_at", Utc(), nullable=True),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name=op.f("fk_reminder_activity_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminder")),
        sa.UniqueConstraint("activity_id", name=op.f("uq_reminder_activity_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_reminder_told_at_at"), "reminder", ["told_at", "at"], unique=False)
    op.create_table(
        "required_field",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("stage_id", RowId, nullable=False),
        sa.Column("field", sa.String(length=40), nullable=False),
        sa.Column("severity", sa.String(length=8), nullable=False),
        sa.ForeignKeyConstraint(["stage_id"], ["opportunity_stage.id"], name=op.f("fk_required_field_stage_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_required_field")),
        sa.UniqueConstraint("stage_id", "field", name=op.f("uq_required_field_stage_id_field")),
        sqlite_autoincrement=True,
    )
    for subject in ("contact", "product", "lead", "activity"):  # how an import knows a record again
        op.add_column(subject, sa.Column("source_key", sa.String(length=200), nullable=True))
        op.create_index(op.f(f"ix_{subject}_source_key"), subject, ["source_key"], unique=True)
    op.create_table(
        "import_mapping",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("signature", sa.String(length=64), nullable=False),
        sa.Column("mapping", sa.JSON(), nullable=False),
        sa.Column("saved_at", Utc(), nullable=False),
        sa.Column("saved_by", RowId, nullable=True),
        sa.ForeignKeyConstraint(["saved_by"], ["person.id"], name=op.f("fk_import_mapping_saved_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_mapping")),
        sa.UniqueConstraint("subject", "name", name=op.f("uq_import_mapping_subject_name")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_import_mapping_subject_signature"), "import_mapping", ["subject", "signature"], unique=False
    )
    op.create_table(
        "tag",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("created_at", Utc(), nullable=False),
        sa.Column("created_by", RowId, nullable=True),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(["created_by"], ["person.id"], name=op.f("fk_tag_created_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tag")),
        sa.UniqueConstraint("name", name=op.f("uq_tag_name")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "record_tag",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("tag_id", RowId, nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("record_id", RowId, nullable=False),
        sa.ForeignKeyConstraint(["tag_id"], ["tag.id"], name=op.f("fk_record_tag_tag_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_record_tag")),
        sa.UniqueConstraint("tag_id", "subject", "record_id", name=op.f("uq_record_tag_tag_id_subject_record_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_record_tag_subject_record_id"), "record_tag", ["subject", "record_id"], unique=False)
    op.create_table(
        "saved_view",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("created_at", Utc(), nullable=False),
        sa.Column("created_by", RowId, nullable=True),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("owner_id", RowId, nullable=True),
        sa.Column("shared", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["created_by"], ["person.id"], name=op.f("fk_saved_view_created_by")),
        sa.ForeignKeyConstraint(["owner_id"], ["person.id"], name=op.f("fk_saved_view_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_view")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_saved_view_subject"), "saved_view", ["subject"], unique=False)
    op.create_table(
        "usual_view",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("person_id", RowId, nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("view", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_usual_view_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_usual_view")),
        sa.UniqueConstraint("person_id", "subject", name=op.f("uq_usual_view_person_id_subject")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "document_template",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("created_at", Utc(), nullable=False),
        sa.Column("created_by", RowId, nullable=True),
        sa.Column("code", sa.String(length=60), server_default="", nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("body", sa.Text(), server_default="", nullable=False),
        sa.Column("active", sa.Boolean(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(["created_by"], ["person.id"], name=op.f("fk_document_template_created_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_template")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "document",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("created_at", Utc(), nullable=False),
        sa.Column("created_by", RowId, nullable=True),
        sa.Column("opportunity_id", RowId, nullable=False),
        sa.Column("template_id", RowId, nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("number", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("state", sa.String(length=12), server_default="draft", nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("commented_on", sa.Date(), nullable=True),
        sa.Column("comment", sa.Text(), server_default="", nullable=False),
        sa.Column("edits", sa.Integer(), server_default="0", nullable=False),
        sa.Column("removed_at", Utc(), nullable=True),
        sa.ForeignKeyConstraint(["created_by"], ["person.id"], name=op.f("fk_document_created_by")),
        sa.ForeignKeyConstraint(["opportunity_id"], ["opportunity.id"], name=op.f("fk_document_opportunity_id")),
        sa.ForeignKeyConstraint(["template_id"], ["document_template.id"], name=op.f("fk_document_template_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sa.UniqueConstraint("number", name=op.f("uq_document_number")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_document_opportunity_id"), "document", ["opportunity_id"], unique=False)
    op.create_index(op.f("ix_document_template_id"), "document", ["template_id"], unique=False)
    op.create_table(
        "document_version",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("created_at", Utc(), nullable=False),
        sa.Column("created_by", RowId, nullable=True),
        sa.Column("document_id", RowId, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), server_default="", nullable=False),
        sa.Column("note", sa.String(length=300), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["created_by"], ["person.id"], name=op.f("fk_document_version_created_by")),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_document_version_document_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_version")),
        sa.UniqueConstraint("document_id", "number", name=op.f("uq_document_version_document_id_number")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "approval",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("document_id", RowId, nullable=False),
        sa.Column("document_version_id", RowId, nullable=False),
        sa.Column("approver_id", RowId, nullable=False),
        sa.Column("asked_by", RowId, nullable=True),
        sa.Column("asked_at", Utc(), nullable=False),
        sa.Column("request", sa.Text(), server_default="", nullable=False),
        sa.Column("due_at", Utc(), nullable=True),
        sa.Column("remind_at", Utc(), nullable=True),
        sa.Column("reminded_at", Utc(), nullable=True),
        sa.Column("decision", sa.String(length=12), server_default="", nullable=False),
        sa.Column("decided_at", Utc(), nullable=True),
        sa.Column("comment", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["approver_id"], ["person.id"], name=op.f("fk_approval_approver_id")),
        sa.ForeignKeyConstraint(["asked_by"], ["person.id"], name=op.f("fk_approval_asked_by")),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_approval_document_id")),
        sa.ForeignKeyConstraint(
            ["document_version_id"], ["document_version.id"], name=op.f("fk_approval_document_version_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approval")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_approval_document_id"), "approval", ["document_id"], unique=False)
    op.create_index(op.f("ix_approval_approver_id_decision"), "approval", ["approver_id", "decision"], unique=False)
    op.add_column(
        "lead",
        sa.Column(
            "disqualification_reason_id",
            RowId,
            sa.ForeignKey("lookup_value.id", name="fk_lead_disqualification_reason_id"),
            nullable=True,
        ),
        inline_references=True,
    )
    op.add_column("lead", sa.Column("disqualification_comment", sa.Text(), server_default="", nullable=False))
    op.add_column("lead", sa.Column("nurture_until", sa.Date(), nullable=True))
    op.add_column("lead", sa.Column("nurture_reason", sa.Text(), server_default="", nullable=False))
    op.add_column("lead", sa.Column("nurture_activity_id", RowId, nullable=True))
    op.create_table(
        "merged_record",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("created_at", Utc(), nullable=False),
        sa.Column("created_by", RowId, nullable=True),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("record_id", RowId, nullable=False),
        sa.Column("gone_id", RowId, nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(["created_by"], ["person.id"], name=op.f("fk_merged_record_created_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_merged_record")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_merged_record_subject_record_id"), "merged_record", ["subject", "record_id"], unique=False)
    op.create_index(op.f("ix_merged_record_subject_gone_id"), "merged_record", ["subject", "gone_id"], unique=False)
    op.create_table(
        "distinct_pair",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("created_at", Utc(), nullable=False),
        sa.Column("created_by", RowId, nullable=True),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("first_id", RowId, nullable=False),
        sa.Column("second_id", RowId, nullable=False),
        sa.ForeignKeyConstraint(["created_by"], ["person.id"], name=op.f("fk_distinct_pair_created_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_distinct_pair")),
        sa.UniqueConstraint(
            "subject", "first_id", "second_id", name=op.f("uq_distinct_pair_subject_first_id_second_id")
        ),
        sqlite_autoincrement=True,
    )
    for name, columns in (
        ("notification", ["activity_id"]),
        ("activity", ["account_id"]),
        ("activity", ["contact_id"]),
        ("process_instance", ["subject_id"]),
    ):  # what a deletion looks for
        op.create_index(op.f(f"ix_{name}_{'_'.join(columns)}"), name, columns, unique=False)
    for table, column in (
        ("lead", "account_id"),
        ("lead", "contact_id"),
        ("opportunity", "contact_id"),
        ("opportunity", "decision_maker_id"),
        ("sales_order", "contact_id"),
    ):  # what belongs to an account or a contact
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)
