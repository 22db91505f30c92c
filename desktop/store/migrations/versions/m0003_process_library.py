"""The process library and the process log: who brought a definition in, who resolved an incident, quick filters."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop.store.base import RowId

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the new columns and indexes; no row of an earlier schema is changed."""
    op.add_column("process_definition", sa.Column("source", sa.String(length=300), server_default="", nullable=False))
    op.add_column("process_definition", sa.Column("calls", sa.JSON(), server_default="{}", nullable=False))
    op.add_column(
        "process_definition", sa.Column("runs_on", sa.String(length=12), server_default="new", nullable=False)
    )
    for table, column in (("process_definition", "deployed_by"), ("incident", "resolved_by")):
        op.add_column(
            table,
            sa.Column(column, RowId, sa.ForeignKey("person.id", name=f"fk_{table}_{column}"), nullable=True),
            inline_references=True,
        )
    op.add_column("incident", sa.Column("reason", sa.Text(), server_default="", nullable=False))
    op.add_column("incident", sa.Column("resolution", sa.String(length=12), server_default="", nullable=False))
    for columns in (["definition_key", "status"], ["started_at"]):
        name = op.f(f"ix_process_instance_{'_'.join(columns)}")
        op.create_index(name, "process_instance", columns, unique=False)
