"""Templates of proposals and contracts, which administrators edit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop.actions.registry import Outcome, action
from desktop.sales.documents import templates
from desktop.sales.doors import ADMINISTRATORS

if TYPE_CHECKING:
    from desktop.store.transaction import Transaction


@action("create_template", right=ADMINISTRATORS)
def create_template(tx: Transaction, name: str, **fields: object) -> Outcome:
    """Add a template; ``fields`` are kind (proposal, contract), language, body (our part of HTML) and active."""
    made = templates.create(tx, {**fields, "name": name})
    return Outcome(
        "template-created", {"name": templates.read(tx, made).name}, undoable=True, result={"template": made}
    )


@action("save_template", right=ADMINISTRATORS)
def save_template(tx: Transaction, id: int, version: int, fields: Mapping[str, object]) -> Outcome:
    """Change a template; documents that were made of it stay as they are."""
    templates.save(tx, id, version, fields)
    return Outcome("record-saved", {"name": templates.read(tx, id).name}, undoable=True)


@action("remove_template", right=ADMINISTRATORS)
def remove_template(tx: Transaction, id: int) -> Outcome:
    """Delete a template of which nothing was made; one that comes with the program is switched off instead."""
    return Outcome("template-removed", {"name": templates.remove(tx, id).name}, undoable=True)
