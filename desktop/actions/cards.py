"""Contacts from business cards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop.actions.registry import Outcome, action
from desktop.sales import access, cards, vcard
from desktop.sales.doors import EACH
from desktop.views.exchange import Place, Refused

if TYPE_CHECKING:
    from desktop.store.transaction import Transaction


@action("take_cards", right=EACH)
def take_cards(tx: Transaction, text: str, choices: Mapping[int, object] | None = None) -> Outcome:
    """Make contacts of the business cards (vCard) in a text, with their accounts.

    ``choices`` names for a card, by its place from 0 on: "create", "skip", or the id of the contact that gets what it
    lacks. Refused "vcard-none", "vcard-nothing".
    """
    found = vcard.read(text)
    chosen = choices or {}
    for choice in chosen.values():
        if isinstance(choice, int):
            access.must_change(tx, "contact", choice)
    taken = cards.take(tx, found, chosen)
    if not (taken.added or taken.changed or taken.accounts):
        raise Refused("vcard-nothing")
    alone = taken.added[0] if len(found) == 1 and taken.added else None
    return Outcome(
        "cards-taken",
        {"added": len(taken.added), "changed": len(taken.changed), "accounts": len(taken.accounts)},
        undoable=True,
        opens=None if alone is None else Place("contact", alone),
        result={"added": taken.added, "changed": taken.changed, "accounts": taken.accounts},
    )
