"""Making and saving accounts and contacts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop.actions.registry import Outcome, action
from desktop.sales import accounts, contacts, drafts
from desktop.sales.doors import Creates, edits

if TYPE_CHECKING:
    from desktop.store.transaction import Transaction


@action("create_account", right=Creates("account"))
def create_account(tx: Transaction, name: str, **fields: object) -> Outcome:
    """Add an account; ``fields`` are keys of AccountFields, references and choices by id."""
    account = accounts.create(tx, name, fields)
    return Outcome(
        message="account-created",
        parameters={"name": accounts.name_of(tx, account)},
        undoable=True,
        result={"account": account},
    )


@action("save_account", right=edits("account"))
def save_account(tx: Transaction, id: int, version: int, fields: Mapping[str, object]) -> Outcome:
    """Change fields of an account; fails with ChangedMeanwhile if it was saved since ``version`` was read."""
    accounts.save(tx, id, version, fields)
    drafts.discard(tx, "account", id)
    return Outcome(message="record-saved", parameters={"name": accounts.name_of(tx, id)}, undoable=True)


@action("create_contact", right=Creates("contact"))
def create_contact(tx: Transaction, name: str, **fields: object) -> Outcome:
    """Add a contact; ``fields`` are keys of ContactFields, references by id."""
    contact = contacts.create(tx, name, fields)
    return Outcome(
        message="contact-created",
        parameters={"name": contacts.name_of(tx, contact)},
        undoable=True,
        result={"contact": contact},
    )


@action("save_contact", right=edits("contact"))
def save_contact(tx: Transaction, id: int, version: int, fields: Mapping[str, object]) -> Outcome:
    """Change fields of a contact; fails with ChangedMeanwhile if it was saved since ``version`` was read."""
    contacts.save(tx, id, version, fields)
    drafts.discard(tx, "contact", id)
    return Outcome(message="record-saved", parameters={"name": contacts.name_of(tx, id)}, undoable=True)
