"""Business cards (vCard): what a file would become, and contacts as a file or for the clipboard."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from desktop.queries.duplicates import suspects
from desktop.queries.registry import Reader, query
from desktop.sales import cards, duplicates, vcard
from desktop.sales.accounts import name_of
from desktop.sales.cards import Draft
from desktop.sales.doors import ALL_MAY, VISIBLE
from desktop.views.cards import CardPreview, CardRow
from desktop.views.exchange import Ref, Refused

SURE = 95
"""From which score on a contact counts as the one on the card: the same address or number, not the name alone."""


@query("read_cards", reads=ALL_MAY)
def read_cards(reader: Reader, path: Path | str = "", text: str = "") -> CardPreview:
    """Return what the business cards of a file, or of a text, would become.

    Refused "vcard-none", "vcard-too-many", "vcard-too-large", "vcard-unreadable".
    """
    content = cards.load(Path(path)) if path else text
    seen: set[tuple[str, str, str, str]] = set()
    rows = []
    for place, card in enumerate(vcard.read(content)):
        one = cards.draft(card, reader.language)
        mark = (one.name.casefold(), one.email.casefold(), one.phone, one.company.casefold())
        rows.append(_row(reader, place, one, repeated=mark in seen))
        seen.add(mark)
    return CardPreview(tuple(rows), content)


def _row(reader: Reader, place: int, one: Draft, *, repeated: bool) -> CardRow:
    account = duplicates.account_named(reader.connection, one.company)
    known = None if account is None else Ref(account, name_of(reader, account))
    fields = {"name": one.name, "email": one.email, "phone": one.phone}
    found = () if one.is_company else suspects(reader, "contact", fields)
    sure = next((suspect for suspect in found if suspect.score >= SURE), None)
    proposal: str | int = cards.CREATE
    if repeated or (one.is_company and known is not None):
        proposal = cards.SKIP
    elif sure is not None:
        proposal = sure.id
    return CardRow(
        place=place,
        name=one.name,
        company=one.company,
        account=known,
        job_title=one.job_title,
        email=one.email,
        phone=one.phone,
        notes=one.notes,
        is_company=one.is_company,
        suspects=found[:3],
        proposal=proposal,
        repeated=repeated,
    )


@query("cards_text", reads=VISIBLE)
def cards_text(reader: Reader, contacts: Sequence[int], version: str = "4.0") -> str:
    """Return contacts as business cards in one text, version 4.0 or 3.0."""
    return vcard.write(cards.cards_of(reader, tuple(contacts)), version)


@query("save_cards", reads=VISIBLE)
def save_cards(reader: Reader, contacts: Sequence[int], path: Path | str, version: str = "4.0") -> int:
    """Write contacts into a file of business cards and return how many. Refused "file-unwritable"."""
    found = cards.cards_of(reader, tuple(contacts))
    target = Path(path)
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".dealwright-")
        written = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as out:
                out.write(vcard.write(found, version))
            written.chmod(0o644)
            written.replace(target)
        except BaseException:
            written.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise Refused("file-unwritable", name=target.name, reason=error.strerror or str(error)) from error
    return len(found)
