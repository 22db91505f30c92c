"""Contacts: the people on the customer's side."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select

from desktop.sales import fields as kinds
from desktop.sales.fields import Field
from desktop.sales.reading import Reading
from desktop.sales.tables import account, contact
from desktop.store.transaction import Transaction

_FIELDS: dict[str, Field] = {
    "name": kinds.text(200, required="name-missing"),
    "account": kinds.record(account),
    "job_title": kinds.text(200),
    "email": kinds.mail,
    "phone": kinds.text(60),
    "notes": kinds.text(),
}


def create(tx: Transaction, name: object, fields: Mapping[str, object]) -> int:
    """Add a contact; ``fields`` are keys of ContactFields. Returns its id."""
    values = kinds.columns(tx, _FIELDS, {**fields, "name": name})
    return tx.insert(contact, {**values, "created_at": tx.now, "created_by": tx.person_id})


def save(tx: Transaction, contact_id: int, version: int, fields: Mapping[str, object]) -> None:
    """Change fields of a contact. Raises Refused naming the field at fault, ChangedMeanwhile for another version."""
    kinds.save(tx, contact, contact_id, version, kinds.columns(tx, _FIELDS, fields))


def name_of(source: Reading, contact_id: int) -> str:
    """Return the contact's name, "" where there is none of that id."""
    return str(source.value(select(contact.c.name).where(contact.c.id == contact_id)) or "")
