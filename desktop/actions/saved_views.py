"""Saving, renaming, sharing and deleting the views of lists; which one a person opens a list with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.actions.registry import Outcome, action
from desktop.sales import saved_views
from desktop.sales.doors import ALL

if TYPE_CHECKING:
    from desktop.store.transaction import Transaction
    from desktop.views.conditions import ViewContent


@action("create_view", right=ALL)
def create_view(tx: Transaction, subject: str, name: str, content: ViewContent, shared: bool = False) -> Outcome:
    """Save a view of a list under a name."""
    view = saved_views.create(tx, subject, name, content, shared)
    return Outcome("view-saved", {"name": name.strip()}, undoable=True, result={"view": view})


@action("save_view", right=ALL)
def save_view(
    tx: Transaction,
    id: int,
    name: str | None = None,
    content: ViewContent | None = None,
    shared: bool | None = None,
) -> Outcome:
    """Change what is given of a view: its name, what it keeps, whether others see it."""
    before = saved_views.save(tx, id, name=name, content=content, shared=shared)
    return Outcome("view-saved", {"name": before.name if name is None else name.strip()}, undoable=True)


@action("delete_view", right=ALL)
def delete_view(tx: Transaction, id: int) -> Outcome:
    """Delete a view."""
    return Outcome("view-deleted", {"name": saved_views.remove(tx, id).name}, undoable=True)


@action("open_with_view", right=ALL)
def open_with_view(tx: Transaction, subject: str, view: str = "") -> Outcome:
    """Remember which view the person who acts opens a list with; "" the list as it is at first."""
    saved_views.keep_usual(tx, subject, view)
    return Outcome()
