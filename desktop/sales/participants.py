"""Participants of a sale: contacts of the customer with role and influence, and who attends the presentation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row, select

from desktop.sales import fields as kinds
from desktop.sales import opportunities
from desktop.sales.reading import Reading
from desktop.sales.tables import contact, participant
from desktop.store.transaction import Transaction
from desktop.views.exchange import Refused


def _attends(_tx: Transaction, name: str, value: object) -> dict[str, Any]:
    return {name: bool(value)}


_FIELDS: Mapping[str, kinds.Field] = {
    "role": kinds.chosen("participant_role"),
    "influence": kinds.chosen("influence"),
    "attends": _attends,
}


def add(tx: Transaction, opportunity_id: int, contact_id: int, fields: Mapping[str, object]) -> int:
    """Add a contact to a sale; one that was removed comes back. Returns the id of the participant.

    Refused "record-gone" without such an opportunity, "record-unknown" without such a contact, "participant-there".
    """
    opportunities.read(tx, opportunity_id)
    values = {
        **kinds.record(contact)(tx, "contact", contact_id),
        **kinds.columns(tx, _FIELDS, fields),
    }
    if values["contact_id"] is None:
        raise Refused("record-unknown", field="contact")
    known = tx.first(
        select(participant).where(
            participant.c.opportunity_id == opportunity_id, participant.c.contact_id == contact_id
        )
    )
    if known is not None and known.removed_at is None:
        raise Refused("participant-there", field="contact", name=name_of(tx, known))
    if known is not None:
        tx.update(participant, known.id, {"removed_at": None, **values})
        return int(known.id)
    return tx.insert(
        participant,
        {
            "opportunity_id": opportunity_id,
            "role_id": None,
            "influence_id": None,
            "attends": False,
            **values,
            "removed_at": None,
            "created_at": tx.now,
            "created_by": tx.person_id,
        },
    )


def save(tx: Transaction, row: Row[Any], version: int, fields: Mapping[str, object]) -> None:
    """Change role, influence or attendance. Raises ChangedMeanwhile if it was saved since ``version`` was read."""
    kinds.save(tx, participant, row.id, version, kinds.columns(tx, _FIELDS, fields))


def remove(tx: Transaction, row: Row[Any]) -> None:
    """Take a participant off the sale; the history keeps who it was."""
    tx.update(participant, row.id, {"removed_at": tx.now})


def present(reading: Reading, opportunity_id: int) -> Sequence[Row[Any]]:
    """Return who takes part in a sale: ``contact_id`` and ``name``, in the order in which they were added."""
    return reading.rows(
        select(participant.c.contact_id, contact.c.name)
        .join(contact, contact.c.id == participant.c.contact_id)
        .where(participant.c.opportunity_id == opportunity_id, participant.c.removed_at.is_(None))
        .order_by(participant.c.id)
    )


def read(tx: Transaction, participant_id: int) -> Row[Any]:
    """Return the row of a participant. Refused "record-gone" where it is not there any more."""
    row = tx.get(participant, participant_id)
    if row is None or row.removed_at is not None:
        raise Refused("record-gone")
    return row


def name_of(tx: Transaction, row: Row[Any]) -> str:
    """Return the contact's name."""
    return str(tx.value(select(contact.c.name).where(contact.c.id == row.contact_id)) or "")
