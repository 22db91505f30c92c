"""Records that may be the same account, contact or lead: found while one types, and in the whole workspace.

Equal keys are found by the index of ``store/likeness.py``, names that are nearly the same among the few records that
share a word with what was typed; so nothing is ever compared with everything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, Row, Table, func, or_, select

from desktop.sales import normalised
from desktop.sales.reading import Reading
from desktop.sales.tables import account, contact, distinct_pair, lead, lead_stage
from desktop.store import likeness, search
from desktop.store.likeness import KeySource
from desktop.store.transaction import Transaction
from desktop.views.exchange import Refused

TABLES: Mapping[str, Table] = {"account": account, "contact": contact, "lead": lead}
"""The records that can be there twice."""

ALIKE = 0.82
"""How alike two names must be to be shown while one types."""
NEARLY = 0.84
"""How alike two names must be to be suspected in the whole workspace."""
LONG_ENOUGH = 6
"""Shorter names are compared for being equal alone."""

_WEIGHTS = {"mail": 100, "phone": 95, "person": 92, "name": 90, "title": 85, "site": 80}
_GROUPED = {
    "account": ("mail", "site", "phone", "name"),
    "contact": ("mail", "phone", "name"),
    "lead": ("mail", "phone", "person", "title"),
}
_CANDIDATES = 60
_SHARED = 2_000

Keys = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Alike:
    """A record that may be the same: ``reasons`` are mail, phone, name, person, title, site or alike; 100 is surest."""

    record: int
    reasons: tuple[str, ...]
    score: int


# Keys ----------------------------------------------------------------------------------------------


def keys_of(subject: str, fields: Mapping[str, str]) -> Keys:
    """Return the keys of a record by its texts (keys of its Fields); "word" keys find names that are nearly the same.

    A lead's account and contact may stand there as texts too.
    """
    found: Keys = [
        ("mail", normalised.mail(_text(fields, "email"))),
        ("phone", normalised.phone(_text(fields, "phone"))),
    ]
    if subject == "account":
        name = _text(fields, "name")
        found += [("name", normalised.company(name)), ("site", normalised.site(_text(fields, "website")))]
    elif subject == "contact":
        name = _text(fields, "name")
        found.append(("name", normalised.person(name)))
    else:
        name = _text(fields, "account_name")
        company, who = normalised.company(name), normalised.person(_text(fields, "contact_name"))
        found += [("name", company), ("title", normalised.title(_text(fields, "title")))]
        if who:
            found.append(("person", f"{who}@{company}"))
    found += [("word", normalised.skeleton(word)) for word in sorted(set(normalised.words(name))) if len(word) > 2]
    return [(kind, value) for kind, value in found if value]


def _text(fields: Mapping[str, str], name: str) -> str:
    return str(fields.get(name) or "")


def _reading(subject: str) -> Callable[[Row[Any]], Iterable[tuple[str, str]]]:
    return lambda row: keys_of(subject, row._mapping)  # type: ignore[arg-type]


for _subject, _statement in (
    ("account", select(account.c.id, account.c.name, account.c.email, account.c.phone, account.c.website)),
    ("contact", select(contact.c.id, contact.c.name, contact.c.email, contact.c.phone)),
    (
        "lead",
        select(
            lead.c.id,
            lead.c.title,
            lead.c.email,
            lead.c.phone,
            func.coalesce(account.c.name, lead.c.account_name).label("account_name"),
            func.coalesce(contact.c.name, lead.c.contact_name).label("contact_name"),
        )
        .outerjoin(account, account.c.id == lead.c.account_id)
        .outerjoin(contact, contact.c.id == lead.c.contact_id),
    ),
):
    likeness.register(KeySource(_subject, TABLES[_subject].c.id, _statement, _reading(_subject)))


def prepare(tx: Transaction) -> None:
    """Make the index of keys where the workspace does not have that of this version; one read where it has."""
    likeness.prepare(tx.connection)


# While one types -----------------------------------------------------------------------------------


def similar(
    connection: Connection, subject: str, fields: Mapping[str, str], *, but: int | None = None, most: int = 5
) -> tuple[Alike, ...]:
    """Return the records that may be the one these texts describe, the surest first, without the record ``but``."""
    checked(subject)
    keys = keys_of(subject, fields)
    found: dict[int, dict[str, int]] = {}
    for kind, record in likeness.same(connection, subject, [key for key in keys if key[0] != "word"], _CANDIDATES):
        found.setdefault(record, {})[kind] = _WEIGHTS[kind]
    name = _own_name(subject, fields)
    if len(name.replace(" ", "")) >= LONG_ENOUGH:
        typed = _text(fields, "account_name" if subject == "lead" else "name")
        for record, score in _nearly(connection, subject, name, typed, keys):
            if "name" not in found.get(record, ()):
                found.setdefault(record, {})["alike"] = round(score * 85)
    found.pop(but or 0, None)
    alike = [Alike(record, tuple(reasons), max(reasons.values()) + len(reasons)) for record, reasons in found.items()]
    return tuple(sorted(alike, key=lambda one: (-one.score, one.record))[:most])


def account_named(connection: Connection, company: str) -> int | None:
    """Return the account of that name, however it is written; None where there is none."""
    key = normalised.company(company)
    found = likeness.same(connection, "account", (("name", key),), 1) if key else []
    return found[0][1] if found else None


def _own_name(subject: str, fields: Mapping[str, str]) -> str:
    text = _text(fields, "account_name" if subject == "lead" else "name")
    return normalised.person(text) if subject == "contact" else normalised.company(text)


def _nearly(connection: Connection, subject: str, name: str, typed: str, keys: Keys) -> Iterator[tuple[int, float]]:
    """Yield the records whose names are nearly the one given: they share a word with it, but for a mistake."""
    words = [key for key in keys if key[0] == "word"]
    candidates = {record for _, record in likeness.same(connection, subject, words, _CANDIDATES)}
    candidates.update(search.look_up(connection, typed, (subject,), _CANDIDATES)[subject])
    if not candidates:
        return
    table = TABLES[subject]
    column = table.c.account_name if subject == "lead" else table.c.name
    for row in connection.execute(select(table.c.id, column.label("name")).where(table.c.id.in_(candidates))):
        score = normalised.likeness(name, _own_name(subject, {"name": row.name, "account_name": row.name}))
        if score >= ALIKE:
            yield row.id, score


# In the whole workspace ----------------------------------------------------------------------------


def groups(reading: Reading, connection: Connection, subject: str, most: int) -> tuple[tuple[Alike, ...], ...]:
    """Return groups of records that may be the same, the surest first; pairs that were told apart are left out.

    Of leads only those that are open: a customer who comes back is no duplicate.
    """
    checked(subject)
    apart = {(row.first_id, row.second_id) for row in reading.rows(_pairs(subject))}
    above: dict[int, int] = {}
    reasons: dict[int, dict[str, int]] = {}

    def root(record: int) -> int:
        while above.setdefault(record, record) != record:
            above[record] = above[above[record]]
            record = above[record]
        return record

    def join(one: int, other: int, reason: str, score: int) -> None:
        if one == other or (min(one, other), max(one, other)) in apart:
            return
        above[root(other)] = root(one)
        for record in (one, other):
            reasons.setdefault(record, {})[reason] = score

    for kind in _GROUPED[subject]:
        for _, members in likeness.shared(connection, subject, kind, _SHARED):
            for place, one in enumerate(members):
                for other in members[place + 1 :]:
                    join(one, other, kind, _WEIGHTS[kind])
    if subject != "lead":
        for one, other, score in _neighbours(likeness.in_order(connection, subject, "name")):
            join(one, other, "alike", round(score * 85))
    if subject == "lead":
        reasons = {record: reasons[record] for record in _open_leads(reading, reasons)}
    members_of: dict[int, list[Alike]] = {}
    for record, why in reasons.items():
        members_of.setdefault(root(record), []).append(Alike(record, tuple(why), max(why.values())))
    found = [tuple(sorted(group, key=lambda one: one.record)) for group in members_of.values() if len(group) > 1]
    found.sort(key=lambda group: (-max(one.score for one in group), group[0].record))
    return tuple(found[:most])


def _neighbours(ordered: Sequence[tuple[str, int]]) -> Iterator[tuple[int, int, float]]:
    """Yield pairs of names that are nearly the same, of those that stand side by side in the order of names."""
    for (one, first), (other, second) in pairwise(ordered):
        if one == other or one[:2] != other[:2] or abs(len(one) - len(other)) > 2 or len(one) < LONG_ENOUGH:
            continue
        score = normalised.likeness(one, other)
        if score >= NEARLY:
            yield first, second, score


def _open_leads(reading: Reading, records: Iterable[int]) -> set[int]:
    wanted = sorted(records)
    found: set[int] = set()
    for start in range(0, len(wanted), 500):
        statement = (
            select(lead.c.id)
            .join(lead_stage, lead_stage.c.id == lead.c.stage_id)
            .where(lead.c.id.in_(wanted[start : start + 500]), lead_stage.c.final.is_(False))
        )
        found.update(row.id for row in reading.rows(statement))
    return found


def _pairs(subject: str) -> Any:
    return select(distinct_pair.c.first_id, distinct_pair.c.second_id).where(distinct_pair.c.subject == subject)


def tell_apart(tx: Transaction, subject: str, records: Sequence[int]) -> int:
    """Remember that these records are different, so that they are not suspected again. Returns the pairs added."""
    table, numbers, added = checked(subject), sorted(set(records)), 0
    for record in numbers:
        if tx.get(table, record) is None:
            raise Refused("record-gone")
    known = {
        (row.first_id, row.second_id) for row in tx.rows(_pairs(subject).where(distinct_pair.c.first_id.in_(numbers)))
    }
    for place, first in enumerate(numbers):
        for second in numbers[place + 1 :]:
            if (first, second) not in known:
                pair = {"subject": subject, "first_id": first, "second_id": second}
                tx.insert(distinct_pair, {**pair, "created_at": tx.now, "created_by": tx.person_id})
                added += 1
    return added


def checked(subject: str) -> Table:
    """Return the table of a subject. Refused "subject-unknown" for one whose records are never the same."""
    if subject not in TABLES:
        raise Refused("subject-unknown", field="subject", subject=subject)
    return TABLES[subject]


def apart_from(reading: Reading, subject: str, record: int) -> set[int]:
    """Return the records that were told apart from this one."""
    rows = reading.rows(
        _pairs(subject).where(or_(distinct_pair.c.first_id == record, distinct_pair.c.second_id == record))
    )
    return {row.second_id if row.first_id == record else row.first_id for row in rows}
