"""Contacts made from business cards: what a card becomes, and contacts as cards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from desktop.sales import accounts, contacts, duplicates, normalised, people, vcard
from desktop.sales.reading import Reading
from desktop.sales.tables import account, contact
from desktop.sales.vcard import Card
from desktop.store.transaction import Transaction
from desktop.views.exchange import Refused

CREATE = "create"
SKIP = "skip"
_LIMITS = {"name": 200, "company": 300, "job_title": 200, "phone": 60, "email": 200}


@dataclass(frozen=True, slots=True)
class Draft:
    """What a card becomes: the fields of a contact, and the name of its account ("" for none)."""

    name: str
    company: str
    job_title: str
    email: str
    phone: str
    notes: str
    is_company: bool


@dataclass(frozen=True, slots=True)
class Taken:
    """What was made of cards: the contacts that were added and changed, the accounts that were added."""

    added: tuple[int, ...]
    changed: tuple[int, ...]
    accounts: tuple[int, ...]


def load(path: Path) -> str:
    """Return the text of a file of cards. Refused "vcard-unreadable", "vcard-too-large"."""
    try:
        if path.stat().st_size > vcard.LARGEST:
            raise Refused("vcard-too-large", most=vcard.LARGEST // (1024 * 1024))
        return vcard.decoded(path.read_bytes())
    except OSError as error:
        raise Refused("vcard-unreadable", name=path.name, reason=error.strerror or str(error)) from error


def draft(card: Card, language: str) -> Draft:
    """Return what a card becomes; what does not fit a field goes into the notes."""
    over: list[str] = []
    fields = {name: getattr(card, name) for name in _LIMITS}
    try:
        people.checked_mail(fields["email"], "email")
    except Refused:
        over.append(fields["email"])
        fields["email"] = ""
    for name, limit in _LIMITS.items():
        if len(fields[name]) > limit:
            over.append(fields[name])
            fields[name] = fields[name][:limit].rstrip() if name in ("name", "company") else ""
    notes = "\n".join(part for part in (card.notes(language), *over) if part)
    return Draft(notes=notes, is_company=card.is_company, **fields)


def take(tx: Transaction, cards: Sequence[Card], choices: Mapping[int, object]) -> Taken:
    """Make contacts and accounts of cards; ``choices`` names for a card's place CREATE, SKIP or a contact's id.

    A contact that is named gets what it lacks; a card without a choice is added. Refused "record-gone".
    """
    made: dict[str, int] = {}
    added, changed = [], []
    before = set[int]()
    for place, card in enumerate(cards):
        choice = choices.get(place, CREATE)
        if choice == SKIP:
            continue
        one = draft(card, tx.language)
        if one.is_company:
            _account(tx, one, made, before)
        elif isinstance(choice, int):
            if _fill(tx, choice, one, made, before):
                changed.append(choice)
        else:
            fields = {
                "account": _account(tx, one, made, before),
                "job_title": one.job_title,
                "email": one.email,
                "phone": one.phone,
                "notes": one.notes,
            }
            added.append(contacts.create(tx, one.name, fields))
    return Taken(tuple(added), tuple(changed), tuple(sorted(set(made.values()) - before)))


def _account(tx: Transaction, one: Draft, made: dict[str, int], before: set[int]) -> int | None:
    """Return the account of a card: one that is there, one that was just made, or a new one."""
    key = normalised.company(one.company)
    if not key:
        return None
    if key not in made:
        known = duplicates.account_named(tx.connection, one.company)
        if known is not None:
            before.add(known)
            made[key] = known
        else:
            own = {"phone": one.phone, "email": one.email, "notes": one.notes} if one.is_company else {}
            made[key] = accounts.create(tx, one.company, own)
    return made[key]


def _fill(tx: Transaction, contact_id: int, one: Draft, made: dict[str, int], before: set[int]) -> bool:
    """Give a contact what it lacks; tell whether it lacked anything."""
    row = tx.get(contact, contact_id)
    if row is None:
        raise Refused("record-gone")
    fields = {name: getattr(one, name) for name in ("job_title", "email", "phone") if not row._mapping[name]}
    fields = {name: value for name, value in fields.items() if value}
    if row.account_id is None and one.company:
        fields["account"] = _account(tx, one, made, before)
    if one.notes and one.notes not in row.notes:
        fields["notes"] = "\n\n".join(part for part in (row.notes, one.notes) if part)
    if fields:
        contacts.save(tx, contact_id, row.version, fields)
    return bool(fields)


def cards_of(reading: Reading, ids: Sequence[int]) -> tuple[Card, ...]:
    """Return contacts as business cards, in their order; those that are gone are left out."""
    found: dict[int, Card] = {}
    for start in range(0, len(ids), 500):
        statement = (
            select(contact, account.c.name.label("company"))
            .outerjoin(account, account.c.id == contact.c.account_id)
            .where(contact.c.id.in_(list(ids[start : start + 500])))
        )
        for row in reading.rows(statement):
            found[row.id] = Card(row.name, row.company or "", row.job_title, row.email, row.phone, row.notes)
    return tuple(found[number] for number in ids if number in found)
