"""Alembic's way in: it runs on the connection that desktop.store.upgrade hands over."""

from __future__ import annotations

from alembic import context

from desktop.store.base import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
