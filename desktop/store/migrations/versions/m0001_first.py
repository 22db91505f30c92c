"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop.store.base import RowId, Utc

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create every table."""
    op.create_table(
        "action",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("person_id", RowId, nullable=True),
        sa.Column("at", Utc(), nullable=False),
        sa.Column("label", sa.Text(), server_default="", nullable=False),
        sa.Column("undoable", sa.Integer(), server_default="0", nullable=False),
        sa.Column("undoes", RowId, nullable=True),
        sa.Column("undone_by", RowId, nullable=True),
        sa.Column("origin", sa.String(length=40), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["undoes"], ["action.id"], name=op.f("fk_action_undoes")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_action_person_id_id"), "action", ["person_id", "id"], unique=False)
    op.create_table(
        "lead_stage",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("name_en", sa.String(length=100), nullable=False),
        sa.Column("name_ru", sa.String(length=100), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("final", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("successful", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("starts_sale", sa.Boolean(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lead_stage")),
        sa.UniqueConstraint("code", name=op.f("uq_lead_stage_code")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "lookup_value",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("lookup", sa.String(length=40), nullable=False),
        sa.Column("code", sa.String(length=80), nullable=False),
        sa.Column("name_en", sa.String(length=200), nullable=False),
        sa.Column("name_ru", sa.String(length=200), nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("active", sa.Boolean(), server_default="1", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lookup_value")),
        sa.UniqueConstraint("lookup", "code", name=op.f("uq_lookup_value_lookup_code")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "number_mask",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("mask", sa.String(length=40), nullable=False),
        sa.Column("last", sa.Integer(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_number_mask")),
        sa.UniqueConstraint("subject", name=op.f("uq_number_mask_subject")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "opportunity_stage",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("name_en", sa.String(length=100), nullable=False),
        sa.Column("name_ru", sa.String(length=100), nullable=False),
        sa.Column("description", sa.Text(), server_default="", nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.Column("days", sa.Integer(), server_default="7", nullable=False),
        sa.Column("final", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("successful", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("in_funnel", sa.Boolean(), server_default="1", nullable=False),
        sa.Column("on_bar", sa.Boolean(), server_default="1", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opportunity_stage")),
        sa.UniqueConstraint("code", name=op.f("uq_opportunity_stage_code")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "person",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=200), server_default="", nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("manager_id", RowId, nullable=True),
        sa.Column("office", sa.String(length=100), server_default="", nullable=False),
        sa.Column("active", sa.Boolean(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(["manager_id"], ["person.id"], name=op.f("fk_person_manager_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_person_manager_id"), "person", ["manager_id"], unique=False)
    op.create_table(
        "process_definition",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("name_en", sa.String(length=300), nullable=False),
        sa.Column("name_ru", sa.String(length=300), nullable=False),
        sa.Column("summary_en", sa.Text(), server_default="", nullable=False),
        sa.Column("summary_ru", sa.Text(), server_default="", nullable=False),
        sa.Column("xml", sa.LargeBinary(), nullable=False),
        sa.Column("active", sa.Boolean(), server_default="1", nullable=False),
        sa.Column("pinned", sa.Boolean(), server_default="1", nullable=False),
        sa.Column("deployed_at", Utc(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_process_definition")),
        sa.UniqueConstraint("key", "hash", name=op.f("uq_process_definition_key_hash")),
        sa.UniqueConstraint("key", "number", name=op.f("uq_process_definition_key_number")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "process_log",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("instance_id", RowId, nullable=False),
        sa.Column("action_id", RowId, nullable=True),
        sa.Column("at", Utc(), nullable=False),
        sa.Column("person_id", RowId, nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("element_id", sa.String(length=200), server_default="", nullable=False),
        sa.Column("detail", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_process_log")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_process_log_instance_id"), "process_log", ["instance_id"], unique=False)
    op.create_table(
        "product",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("series", sa.String(length=100), server_default="", nullable=False),
        sa.Column("price_minor", sa.BigInteger(), nullable=False),
        sa.Column("price_currency", sa.String(length=3), nullable=False),
        sa.Column("active", sa.Boolean(), server_default="1", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_product")),
        sa.UniqueConstraint("name", name=op.f("uq_product_name")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "system_setting",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_system_setting")),
        sa.UniqueConstraint("name", name=op.f("uq_system_setting_name")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "account",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("created_at", Utc(), nullable=False),
        sa.Column("created_by", RowId, nullable=True),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("sector_id", RowId, nullable=True),
        sa.Column("website", sa.String(length=300), server_default="", nullable=False),
        sa.Column("phone", sa.String(length=60), server_default="", nullable=False),
        sa.Column("email", sa.String(length=200), server_default="", nullable=False),
        sa.Column("address", sa.Text(), server_default="", nullable=False),
        sa.Column("employees", sa.Integer(), nullable=True),
        sa.Column("founded", sa.Integer(), nullable=True),
        sa.Column("revenue_minor", sa.BigInteger(), nullable=True),
        sa.Column("revenue_currency", sa.String(length=3), nullable=True),
        sa.Column("parent_id", RowId, nullable=True),
        sa.Column("owner_id", RowId, nullable=True),
        sa.Column("notes", sa.Text(), server_default="", nullable=False),
        sa.Column("source_key", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(["created_by"], ["person.id"], name=op.f("fk_account_created_by")),
        sa.ForeignKeyConstraint(["owner_id"], ["person.id"], name=op.f("fk_account_owner_id")),
        sa.ForeignKeyConstraint(["parent_id"], ["account.id"], name=op.f("fk_account_parent_id")),
        sa.ForeignKeyConstraint(["sector_id"], ["lookup_value.id"], name=op.f("fk_account_sector_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("source_key", name=op.f("uq_account_source_key")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_account_name"), "account", ["name"], unique=False)
    op.create_table(
        "draft",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("person_id", RowId, nullable=False),
        sa.Column("place", sa.String(length=40), nullable=False),
        sa.Column("place_id", RowId, nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("at", Utc(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_draft_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
        sa.UniqueConstraint("person_id", "place", "place_id", name=op.f("uq_draft_person_id_place_place_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "journal_entry",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("action_id", RowId, nullable=False),
        sa.Column("table_name", sa.String(length=60), nullable=False),
        sa.Column("row_id", RowId, nullable=False),
        sa.Column("kind", sa.String(length=6), nullable=False),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("after", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_journal_entry_action_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_entry")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_journal_entry_action_id"), "journal_entry", ["action_id"], unique=False)
    op.create_index(op.f("ix_journal_entry_table_name_row_id"), "journal_entry", ["table_name", "row_id"], unique=False)
    op.create_table(
        "process_instance",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("definition_id", RowId, nullable=False),
        sa.Column("definition_key", sa.String(length=200), nullable=False),
        sa.Column("subject", sa.String(length=40), server_default="", nullable=False),
        sa.Column("subject_id", RowId, nullable=True),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("state", sa.JSON(), nullable=False),
        sa.Column("started_at", Utc(), nullable=False),
        sa.Column("started_by", RowId, nullable=True),
        sa.Column("ended_at", Utc(), nullable=True),
        sa.ForeignKeyConstraint(
            ["definition_id"], ["process_definition.id"], name=op.f("fk_process_instance_definition_id")
        ),
        sa.ForeignKeyConstraint(["started_by"], ["person.id"], name=op.f("fk_process_instance_started_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_process_instance")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "contact",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("created_at", Utc(), nullable=False),
        sa.Column("created_by", RowId, nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("account_id", RowId, nullable=True),
        sa.Column("job_title", sa.String(length=200), server_default="", nullable=False),
        sa.Column("email", sa.String(length=200), server_default="", nullable=False),
        sa.Column("phone", sa.String(length=60), server_default="", nullable=False),
        sa.Column("notes", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_contact_account_id")),
        sa.ForeignKeyConstraint(["created_by"], ["person.id"], name=op.f("fk_contact_created_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_contact_account_id"), "contact", ["account_id"], unique=False)
    op.create_index(op.f("ix_contact_name"), "contact", ["name"], unique=False)
    op.create_table(
        "incident",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("instance_id", RowId, nullable=False),
        sa.Column("element_id", sa.String(length=200), server_default="", nullable=False),
        sa.Column("at", Utc(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("stimulus", sa.JSON(), nullable=False),
        sa.Column("resolved_at", Utc(), nullable=True),
        sa.ForeignKeyConstraint(["instance_id"], ["process_instance.id"], name=op.f("fk_incident_instance_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incident")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_incident_instance_id"), "incident", ["instance_id"], unique=False)
    op.create_table(
        "process_wait",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("instance_id", RowId, nullable=False),
        sa.Column("token", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("name", sa.String(length=200), server_default="", nullable=False),
        sa.Column("element_id", sa.String(length=200), nullable=False),
        sa.Column("due_at", Utc(), nullable=True),
        sa.ForeignKeyConstraint(["instance_id"], ["process_instance.id"], name=op.f("fk_process_wait_instance_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_process_wait")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_process_wait_due_at"), "process_wait", ["due_at"], unique=False)
    op.create_index(op.f("ix_process_wait_instance_id"), "process_wait", ["instance_id"], unique=False)
    op.create_index(op.f("ix_process_wait_kind_name"), "process_wait", ["kind", "name"], unique=False)
    op.create_table(
        "lead",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("created_at", Utc(), nullable=False),
        sa.Column("created_by", RowId, nullable=True),
        sa.Column("number", sa.String(length=40), nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("stage_id", RowId, nullable=False),
        sa.Column("stage_since", Utc(), nullable=False),
        sa.Column("account_id", RowId, nullable=True),
        sa.Column("account_name", sa.String(length=300), server_default="", nullable=False),
        sa.Column("contact_id", RowId, nullable=True),
        sa.Column("contact_name", sa.String(length=200), server_default="", nullable=False),
        sa.Column("email", sa.String(length=200), server_default="", nullable=False),
        sa.Column("phone", sa.String(length=60), server_default="", nullable=False),
        sa.Column("need_id", RowId, nullable=True),
        sa.Column("need_text", sa.Text(), server_default="", nullable=False),
        sa.Column("owner_id", RowId, nullable=False),
        sa.Column("source_id", RowId, nullable=True),
        sa.Column("budget_minor", sa.BigInteger(), nullable=True),
        sa.Column("budget_currency", sa.String(length=3), nullable=True),
        sa.Column("decision_date", sa.Date(), nullable=True),
        sa.Column("opportunity_id", RowId, nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_lead_account_id")),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_lead_contact_id")),
        sa.ForeignKeyConstraint(["created_by"], ["person.id"], name=op.f("fk_lead_created_by")),
        sa.ForeignKeyConstraint(["need_id"], ["lookup_value.id"], name=op.f("fk_lead_need_id")),
        sa.ForeignKeyConstraint(["owner_id"], ["person.id"], name=op.f("fk_lead_owner_id")),
        sa.ForeignKeyConstraint(["source_id"], ["lookup_value.id"], name=op.f("fk_lead_source_id")),
        sa.ForeignKeyConstraint(["stage_id"], ["lead_stage.id"], name=op.f("fk_lead_stage_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lead")),
        sa.UniqueConstraint("number", name=op.f("uq_lead_number")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_lead_owner_id"), "lead", ["owner_id"], unique=False)
    op.create_index(op.f("ix_lead_stage_id"), "lead", ["stage_id"], unique=False)
    op.create_table(
        "opportunity",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("created_at", Utc(), nullable=False),
        sa.Column("created_by", RowId, nullable=True),
        sa.Column("number", sa.String(length=40), nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("stage_id", RowId, nullable=False),
        sa.Column("stage_since", Utc(), nullable=False),
        sa.Column("account_id", RowId, nullable=True),
        sa.Column("contact_id", RowId, nullable=True),
        sa.Column("decision_maker_id", RowId, nullable=True),
        sa.Column("decision_maker_role", sa.String(length=200), server_default="", nullable=False),
        sa.Column("need_id", RowId, nullable=True),
        sa.Column("need_text", sa.Text(), server_default="", nullable=False),
        sa.Column("owner_id", RowId, nullable=False),
        sa.Column("source_id", RowId, nullable=True),
        sa.Column("lead_id", RowId, nullable=True),
        sa.Column("product_id", RowId, nullable=True),
        sa.Column("amount_minor", sa.BigInteger(), nullable=True),
        sa.Column("amount_currency", sa.String(length=3), nullable=True),
        sa.Column("budget_minor", sa.BigInteger(), nullable=True),
        sa.Column("budget_currency", sa.String(length=3), nullable=True),
        sa.Column("budget_confirmed", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("decision_date", sa.Date(), nullable=True),
        sa.Column("expected_close", sa.Date(), nullable=True),
        sa.Column("probability", sa.Integer(), server_default="0", nullable=False),
        sa.Column("tactics", sa.Text(), server_default="", nullable=False),
        sa.Column("hint_dismissed", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("closed_at", Utc(), nullable=True),
        sa.Column("closed_by", RowId, nullable=True),
        sa.Column("income_minor", sa.BigInteger(), nullable=True),
        sa.Column("income_currency", sa.String(length=3), nullable=True),
        sa.Column("closed_minutes", sa.Integer(), nullable=True),
        sa.Column("closing_reason_id", RowId, nullable=True),
        sa.Column("competitor", sa.String(length=200), server_default="", nullable=False),
        sa.Column("source_key", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_opportunity_account_id")),
        sa.ForeignKeyConstraint(["closed_by"], ["person.id"], name=op.f("fk_opportunity_closed_by")),
        sa.ForeignKeyConstraint(
            ["closing_reason_id"], ["lookup_value.id"], name=op.f("fk_opportunity_closing_reason_id")
        ),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_opportunity_contact_id")),
        sa.ForeignKeyConstraint(["created_by"], ["person.id"], name=op.f("fk_opportunity_created_by")),
        sa.ForeignKeyConstraint(["decision_maker_id"], ["contact.id"], name=op.f("fk_opportunity_decision_maker_id")),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_opportunity_lead_id")),
        sa.ForeignKeyConstraint(["need_id"], ["lookup_value.id"], name=op.f("fk_opportunity_need_id")),
        sa.ForeignKeyConstraint(["owner_id"], ["person.id"], name=op.f("fk_opportunity_owner_id")),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_opportunity_product_id")),
        sa.ForeignKeyConstraint(["source_id"], ["lookup_value.id"], name=op.f("fk_opportunity_source_id")),
        sa.ForeignKeyConstraint(["stage_id"], ["opportunity_stage.id"], name=op.f("fk_opportunity_stage_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opportunity")),
        sa.UniqueConstraint("number", name=op.f("uq_opportunity_number")),
        sa.UniqueConstraint("source_key", name=op.f("uq_opportunity_source_key")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_opportunity_account_id_stage_id"), "opportunity", ["account_id", "stage_id"], unique=False)
    op.create_index(op.f("ix_opportunity_lead_id"), "opportunity", ["lead_id"], unique=False)
    op.create_index(op.f("ix_opportunity_owner_id"), "opportunity", ["owner_id"], unique=False)
    op.create_index(op.f("ix_opportunity_owner_id_stage_id"), "opportunity", ["owner_id", "stage_id"], unique=False)
    op.create_index(op.f("ix_opportunity_stage_id"), "opportunity", ["stage_id"], unique=False)
    op.create_table(
        "activity",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("created_at", Utc(), nullable=False),
        sa.Column("created_by", RowId, nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("title_ru", sa.Text(), nullable=True),
        sa.Column("opportunity_id", RowId, nullable=True),
        sa.Column("lead_id", RowId, nullable=True),
        sa.Column("account_id", RowId, nullable=True),
        sa.Column("contact_id", RowId, nullable=True),
        sa.Column("owner_id", RowId, nullable=False),
        sa.Column("start_at", Utc(), nullable=False),
        sa.Column("due_at", Utc(), nullable=False),
        sa.Column("status", sa.String(length=12), server_default="planned", nullable=False),
        sa.Column("result_code", sa.String(length=60), server_default="", nullable=False),
        sa.Column("comment", sa.Text(), server_default="", nullable=False),
        sa.Column("spent_minutes", sa.Integer(), server_default="0", nullable=False),
        sa.Column("done_at", Utc(), nullable=True),
        sa.Column("done_by", RowId, nullable=True),
        sa.Column("definition_id", RowId, nullable=True),
        sa.Column("instance_id", RowId, nullable=True),
        sa.Column("element_id", sa.String(length=200), nullable=True),
        sa.Column("token", sa.Integer(), nullable=True),
        sa.Column("stage_code", sa.String(length=60), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_activity_account_id")),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_activity_contact_id")),
        sa.ForeignKeyConstraint(["created_by"], ["person.id"], name=op.f("fk_activity_created_by")),
        sa.ForeignKeyConstraint(["done_by"], ["person.id"], name=op.f("fk_activity_done_by")),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_activity_lead_id")),
        sa.ForeignKeyConstraint(["opportunity_id"], ["opportunity.id"], name=op.f("fk_activity_opportunity_id")),
        sa.ForeignKeyConstraint(["owner_id"], ["person.id"], name=op.f("fk_activity_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_activity_instance_id"), "activity", ["instance_id"], unique=False)
    op.create_index(op.f("ix_activity_lead_id"), "activity", ["lead_id"], unique=False)
    op.create_index(op.f("ix_activity_opportunity_id"), "activity", ["opportunity_id"], unique=False)
    op.create_index(op.f("ix_activity_owner_id_start_at"), "activity", ["owner_id", "start_at"], unique=False)
    op.create_index(
        op.f("ix_activity_owner_id_status_due_at"), "activity", ["owner_id", "status", "due_at"], unique=False
    )
    op.create_index(
        op.f("ix_activity_status_opportunity_id_due_at"),
        "activity",
        ["status", "opportunity_id", "due_at"],
        unique=False,
    )
    op.create_table(
        "note",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("created_at", Utc(), nullable=False),
        sa.Column("created_by", RowId, nullable=True),
        sa.Column("opportunity_id", RowId, nullable=True),
        sa.Column("lead_id", RowId, nullable=True),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["created_by"], ["person.id"], name=op.f("fk_note_created_by")),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_note_lead_id")),
        sa.ForeignKeyConstraint(["opportunity_id"], ["opportunity.id"], name=op.f("fk_note_opportunity_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_note_lead_id"), "note", ["lead_id"], unique=False)
    op.create_index(op.f("ix_note_opportunity_id"), "note", ["opportunity_id"], unique=False)
    op.create_table(
        "stage_history",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("opportunity_id", RowId, nullable=False),
        sa.Column("stage_id", RowId, nullable=False),
        sa.Column("entered_at", Utc(), nullable=False),
        sa.Column("left_at", Utc(), nullable=True),
        sa.Column("person_id", RowId, nullable=True),
        sa.ForeignKeyConstraint(["opportunity_id"], ["opportunity.id"], name=op.f("fk_stage_history_opportunity_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_stage_history_person_id")),
        sa.ForeignKeyConstraint(["stage_id"], ["opportunity_stage.id"], name=op.f("fk_stage_history_stage_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stage_history")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_stage_history_opportunity_id"), "stage_history", ["opportunity_id"], unique=False)
    op.create_table(
        "notification",
        sa.Column("id", RowId, autoincrement=True, nullable=False),
        sa.Column("person_id", RowId, nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("parameters", sa.JSON(), nullable=False),
        sa.Column("place", sa.String(length=40), server_default="", nullable=False),
        sa.Column("place_id", RowId, nullable=True),
        sa.Column("tone", sa.String(length=8), server_default="info", nullable=False),
        sa.Column("at", Utc(), nullable=False),
        sa.Column("read_at", Utc(), nullable=True),
        sa.Column("activity_id", RowId, nullable=True),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name=op.f("fk_notification_activity_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_notification_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notification")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_notification_person_id_at"), "notification", ["person_id", "at"], unique=False)
    op.create_index(op.f("ix_notification_person_id_read_at"), "notification", ["person_id", "read_at"], unique=False)
    op.execute(
        "CREATE UNIQUE INDEX uq_process_instance_running"
        " ON process_instance (subject, subject_id, definition_key) WHERE status = 'running'"
    )
