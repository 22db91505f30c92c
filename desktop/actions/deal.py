"""What a person does with the participants and competitors of a sale."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.actions.registry import Outcome, action
from desktop.sales import competitors, participants
from desktop.sales.doors import edits, edits_part
from desktop.sales.tables import opportunity_competitor, participant
from desktop.store.transaction import Transaction


@action("add_participant", right=edits("opportunity", "opportunity"))
def add_participant(tx: Transaction, opportunity: int, contact: int, **fields: object) -> Outcome:
    """Add a contact to a sale; ``fields`` are role and influence (ids of lookup values) and attends."""
    participant = participants.add(tx, opportunity, contact, fields)
    name = participants.name_of(tx, participants.read(tx, participant))
    return Outcome("participant-added", {"name": name}, undoable=True, result={"participant": participant})


@action("save_participant", right=edits_part(participant.c.opportunity_id, "opportunity"))
def save_participant(tx: Transaction, id: int, version: int, fields: Mapping[str, object]) -> Outcome:
    """Change role, influence or attendance of a participant."""
    row = participants.read(tx, id)
    participants.save(tx, row, version, fields)
    return Outcome("record-saved", {"name": participants.name_of(tx, row)}, undoable=True)


@action("remove_participant", right=edits_part(participant.c.opportunity_id, "opportunity"))
def remove_participant(tx: Transaction, id: int) -> Outcome:
    """Take a participant off the sale; the contact stays."""
    row = participants.read(tx, id)
    participants.remove(tx, row)
    return Outcome("participant-removed", {"name": participants.name_of(tx, row)}, undoable=True)


@action("add_competitor", right=edits("opportunity", "opportunity"))
def add_competitor(tx: Transaction, opportunity: int, name: str) -> Outcome:
    """Add a competitor to a sale by name; a new name goes into the lookup too."""
    competitor = competitors.add(tx, opportunity, name)
    said = competitors.name_of(tx, competitors.read(tx, competitor))
    return Outcome("competitor-added", {"name": said}, undoable=True, result={"competitor": competitor})


@action("save_competitor", right=edits_part(opportunity_competitor.c.opportunity_id, "opportunity"))
def save_competitor(tx: Transaction, id: int, version: int, fields: Mapping[str, object]) -> Outcome:
    """Change what is strong and weak about a competitor in this sale."""
    row = competitors.read(tx, id)
    competitors.save(tx, row, version, fields)
    return Outcome("record-saved", {"name": competitors.name_of(tx, row)}, undoable=True)


@action("remove_competitor", right=edits_part(opportunity_competitor.c.opportunity_id, "opportunity"))
def remove_competitor(tx: Transaction, id: int) -> Outcome:
    """Take a competitor off the sale; the lookup keeps it."""
    row = competitors.read(tx, id)
    competitors.remove(tx, row)
    return Outcome("competitor-removed", {"name": competitors.name_of(tx, row)}, undoable=True)
