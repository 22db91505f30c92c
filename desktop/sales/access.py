"""Who acts and whose a record is, read from the database; the rule itself is ``desktop/sales/rights.py``'s.

Every door asks here: before an action changes a record (``must_change``), before a page shows one (``must_see``), and
for the condition that leaves hidden records out of whatever is listed, counted, summed or found (``visible``). The
program itself (nobody acts: preparing, timers) may do everything; what a process does in the course of a person's
action is not asked about again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from sqlalchemy import ColumnElement, Select, Table, bindparam, or_, select

from desktop.sales import rights
from desktop.sales.reading import Reading
from desktop.sales.rights import EVERYONE, Member, Standing
from desktop.sales.tables import (
    account,
    activity,
    article,
    attachment,
    contact,
    document,
    lead,
    note,
    opportunity,
    person,
    product,
    sales_order,
    system_setting,
)
from desktop.views.exchange import Refused

SETTING = "visible_records"
_PART = 10_000

Known = TypeVar("Known")

Owners = tuple[int, ...]
"""Whose a record is, the first of them first of all; empty where it is nobody's."""


def _once(reading: Reading, name: str, read: Callable[[], Known]) -> Known:
    """Return what is read, for a query only once: who reads stays the same then, and nothing is written."""
    known: dict[str, Known] | None = getattr(reading, "remembered", None)
    if known is None:
        return read()
    if name not in known:
        known[name] = read()
    return known[name]


def standing(reading: Reading) -> Standing | None:
    """Return where the person who acts stands among all people, None where the program itself acts."""
    return _once(reading, "standing", lambda: _standing(reading))


def _standing(reading: Reading) -> Standing | None:
    if reading.person_id is None:
        return None
    found = rights.standing_of(
        reading.person_id,
        [
            Member(row.id, row.role, row.manager_id, row.active)
            for row in reading.rows(select(person.c.id, person.c.role, person.c.manager_id, person.c.active))
        ],
    )
    return found or Standing(reading.person_id, rights.REP, active=False)


def _role(reading: Reading) -> Standing | None:
    """Return the standing without the people below and beside, which a rep's or an administrator's right lacks not."""
    return _once(reading, "role", lambda: _read_role(reading))


def _read_role(reading: Reading) -> Standing | None:
    if reading.person_id is None:
        return None
    row = reading.first(_ROLE, {"person": reading.person_id})
    if row is None:
        return Standing(reading.person_id, rights.REP, active=False)
    return Standing(reading.person_id, row.role, row.active)


_ROLE = select(person.c.role, person.c.active).where(person.c.id == bindparam("person"))


def administers(reading: Reading) -> bool:
    """Tell whether the person who acts is an active administrator, or the program itself acts."""
    who = _role(reading)
    return who is None or who.administers


def manages(reading: Reading) -> bool:
    """Tell whether the person who acts is an active manager or administrator, or the program itself acts."""
    who = _role(reading)
    return who is None or who.manages


def must_work_here(reading: Reading) -> None:
    """Refuse "right-inactive" where the person who acts has left."""
    who = _role(reading)
    if who is not None and not who.active:
        raise Refused("right-inactive")


# whose a record is ------------------------------------------------------------------------------


def _of_opportunity(reading: Reading, record: int) -> Owners | None:
    return _owners(reading.first(select(opportunity.c.owner_id).where(opportunity.c.id == record)))


def _of_lead(reading: Reading, record: int) -> Owners | None:
    return _owners(reading.first(select(lead.c.owner_id).where(lead.c.id == record)))


def _of_activity(reading: Reading, record: int) -> Owners | None:
    return _owners(
        reading.first(
            select(activity.c.owner_id, opportunity.c.owner_id.label("sale"), lead.c.owner_id.label("lead"))
            .outerjoin(opportunity, opportunity.c.id == activity.c.opportunity_id)
            .outerjoin(lead, lead.c.id == activity.c.lead_id)
            .where(activity.c.id == record)
        )
    )


def _of_order(reading: Reading, record: int) -> Owners | None:
    return _owners(
        reading.first(
            select(sales_order.c.owner_id, opportunity.c.owner_id.label("sale"))
            .outerjoin(opportunity, opportunity.c.id == sales_order.c.opportunity_id)
            .where(sales_order.c.id == record)
        )
    )


def _of_document(reading: Reading, record: int) -> Owners | None:
    """A proposal or a contract is that of whoever owns its sale."""
    sale = select(opportunity.c.owner_id).join(document, document.c.opportunity_id == opportunity.c.id)
    return _owners(reading.first(sale.where(document.c.id == record)))


def _of_account(reading: Reading, record: int) -> Owners | None:
    return _owners(reading.first(select(account.c.owner_id).where(account.c.id == record)))


def _of_contact(reading: Reading, record: int) -> Owners | None:
    """A contact is that of whoever owns the account, made the contact, or sells to the account."""
    row = reading.first(
        select(account.c.owner_id, contact.c.created_by, contact.c.account_id)
        .select_from(contact.outerjoin(account, account.c.id == contact.c.account_id))
        .where(contact.c.id == record)
    )
    if row is None:
        return None
    if row.owner_id is None:
        return ()
    selling = select(opportunity.c.owner_id).where(opportunity.c.account_id == row.account_id).distinct()
    return _owners((row.owner_id, row.created_by, *(found.owner_id for found in reading.rows(selling))))


def _of_product(reading: Reading, record: int) -> Owners | None:
    return None if reading.value(select(product.c.id).where(product.c.id == record)) is None else ()


def _of_article(reading: Reading, record: int) -> Owners | None:
    return _owners(reading.first(select(article.c.owner_id).where(article.c.id == record)))


def _owners(found: Iterable[int | None] | None) -> Owners | None:
    return None if found is None else tuple(dict.fromkeys(owner for owner in found if owner is not None))


TABLES = {"sales_order": "order"}
"""Subjects that are called by their table's name here and there."""

OWNERS: Mapping[str, Callable[[Reading, int], Owners | None]] = {
    "opportunity": _of_opportunity,
    "lead": _of_lead,
    "activity": _of_activity,
    "order": _of_order,
    "account": _of_account,
    "document": _of_document,
    "contact": _of_contact,
    "product": _of_product,
    "article": _of_article,
}
"""How the owners of each subject's record are read; None for a record that is not there."""


def owners_of(reading: Reading, subject: str, record: int) -> Owners | None:
    """Return whose a record is, None where there is none of that id. Refused "subject-unknown"."""
    if subject not in OWNERS:
        raise Refused("subject-unknown", field="subject", subject=subject)
    return OWNERS[subject](reading, record)


# changing ---------------------------------------------------------------------------------------


def why_not(reading: Reading, subject: str, record: int) -> Refused | None:
    """Return the refusal that a change of the record would meet, None where it is allowed or not there any more."""
    who = _role(reading)
    if who is None or who.administers:
        return None
    if not who.active:
        return Refused("right-inactive")
    owners = owners_of(reading, subject, record)
    if owners is None:
        return None
    code = rights.why_not_change(who, subject, frozenset(owners))
    if code == "right-owner" and who.role == rights.MANAGER:
        who = standing(reading) or who
        code = rights.why_not_change(who, subject, frozenset(owners))
    if not code:
        return None
    if subject in rights.PERSONAL and not may_see(reading, subject, record):
        return Refused("record-not-visible")
    return Refused(code, owner=_name(reading, owners[0])) if owners else Refused(code)


def whom_to_ask(reading: Reading, subject: str, record: int) -> tuple[str, str]:
    """Return the names of a record's owner and of the owner's manager, "" for the one that is not there."""
    owners = owners_of(reading, subject, record)
    if not owners:
        return "", ""
    chief = person.alias("chief")
    row = reading.first(
        select(person.c.name, chief.c.name.label("manager"))
        .outerjoin(chief, (chief.c.id == person.c.manager_id) & chief.c.active)
        .where(person.c.id == owners[0])
    )
    return ("", "") if row is None else (row.name, row.manager or "")


def judge(reading: Reading) -> Callable[[str, Iterable[int | None]], str]:
    """Return a function that says why a record of a subject with these owners may not be changed, "" where it may.

    For many records: who acts is read once.
    """
    role = _role(reading)
    who = standing(reading) if role is not None and role.role == rights.MANAGER else role

    def why(subject: str, owners: Iterable[int | None]) -> str:
        if who is None:
            return ""
        return rights.why_not_change(who, subject, frozenset(owner for owner in owners if owner is not None))

    return why


def may_change(reading: Reading, subject: str, record: int) -> bool:
    """Tell whether the person who acts may change a record."""
    return why_not(reading, subject, record) is None


def must_change(reading: Reading, subject: str, record: object) -> None:
    """Refuse "right-owner", "right-manager" or "right-inactive" where the person who acts may not change the record.

    A record that is not there is let through: what is done with it says so.
    """
    refused = why_not(reading, subject, record) if isinstance(record, int) else None
    if refused is not None:
        raise refused


def works_on(reading: Reading, opportunity_id: int) -> bool:
    """Tell whether the person who acts has an open task on an opportunity; completing it may ask for fields (N5)."""
    own = select(activity.c.id).where(
        activity.c.status == "planned",
        activity.c.opportunity_id == opportunity_id,
        activity.c.owner_id == reading.person_id,
    )
    return reading.value(own.limit(1)) is not None


def changeable(reading: Reading, subject: str, records: Iterable[int]) -> frozenset[int]:
    """Return those of the records that the person who acts may change; for many of them, asked once each."""
    wanted = frozenset(records)
    who = standing(reading)
    if who is None or who.administers:
        return wanted
    found = ((record, owners_of(reading, subject, record)) for record in wanted)
    return frozenset(
        record
        for record, owners in found
        if owners is not None and not rights.why_not_change(who, subject, frozenset(owners))
    )


def must_give(reading: Reading, subject: str, record: int | None, to: object) -> None:
    """Refuse "right-give" where the person who acts may not make ``to`` the owner; None is a record being made."""
    if not isinstance(to, int):
        return
    who = standing(reading)
    if who is None or who.administers:
        return
    owners = frozenset({who.person}) if record is None else frozenset(owners_of(reading, subject, record) or ())
    if to not in owners and not rights.may_give(who, owners, to):
        raise Refused("right-give", field="owner", owner=_name(reading, to))


def must_hand_over(reading: Reading, person_id: int, to: int) -> None:
    """Refuse "right-work" where the one who acts may not give all that is a person's, "right-give" for whom it is."""
    who = standing(reading)
    if who is None or who.administers:
        return
    whose = rights.changes(who) or frozenset()
    if person_id not in whose:
        raise Refused("right-work", name=_name(reading, person_id))
    if not rights.may_give(who, frozenset({person_id}), to):
        raise Refused("right-give", field="to", owner=_name(reading, to))


def _name(reading: Reading, person_id: int) -> str:
    return str(reading.value(select(person.c.name).where(person.c.id == person_id)) or "")


# seeing -----------------------------------------------------------------------------------------


def visible_people(reading: Reading) -> frozenset[int] | None:
    """Return the people whose records the reader sees; None: everybody's, and no condition is needed."""
    return _once(reading, "visible", lambda: _visible_people(reading))


def _visible_people(reading: Reading) -> frozenset[int] | None:
    role = _role(reading)
    if role is None or role.administers:
        return None
    setting = reading.value(select(system_setting.c.value).where(system_setting.c.name == SETTING)) or EVERYONE
    if rights.sees(role, setting) is None:
        return None
    who = standing(reading)
    return None if who is None else rights.sees(who, setting)


def visible(reading: Reading, table: Table) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions that leave out the rows of a table which the reader does not see; none with "everyone"."""
    whose = visible_people(reading)
    return () if whose is None else visible_to(whose, table)


def seen(reading: Reading, table: Table, ids: tuple[int, ...]) -> tuple[int, ...]:
    """Return those of the rows that the reader sees, in their order."""
    conditions = visible(reading, table)
    if not conditions:
        return ids
    found: set[int] = set()
    for start in range(0, len(ids), _PART):
        part = table.c.id.in_(ids[start : start + _PART])
        found.update(row.id for row in reading.rows(select(table.c.id).where(part, *conditions)))
    return tuple(row_id for row_id in ids if row_id in found)


def visible_to(whose: frozenset[int], table: Table) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions of the rows that belong to these people, or to records of theirs."""
    people = sorted(whose)
    if table in (opportunity, lead):
        return (table.c.owner_id.in_(people),)
    if table is sales_order:
        return (or_(table.c.owner_id.in_(people), table.c.opportunity_id.in_(_ids(opportunity, people))),)
    if table is activity:
        return (
            or_(
                table.c.owner_id.in_(people),
                table.c.opportunity_id.in_(_ids(opportunity, people)),
                table.c.lead_id.in_(_ids(lead, people)),
            ),
        )
    if table is note:
        return (or_(table.c.opportunity_id.in_(_ids(opportunity, people)), table.c.lead_id.in_(_ids(lead, people))),)
    if table is document:
        return (table.c.opportunity_id.in_(_ids(opportunity, people)),)
    if table is attachment:
        hidden = [
            (attachment.c.subject == owned.name) & attachment.c.record_id.not_in(_ids(owned, people))
            for owned in (opportunity, lead)
        ]
        return (~or_(*hidden),)
    return ()


def _ids(table: Table, people: list[int]) -> Select[tuple[int]]:
    owned = table.alias("owned")
    return select(owned.c.id).where(owned.c.owner_id.in_(people))


def may_see(reading: Reading, subject: str, record: int) -> bool:
    """Tell whether the reader sees a record; one that is not there counts as seen."""
    subject = TABLES.get(subject, subject)
    if subject not in rights.PERSONAL:
        return True
    whose = visible_people(reading)
    if whose is None:
        return True
    owners = owners_of(reading, subject, record)
    return owners is None or bool(whose & frozenset(owners))


def must_see_all(reading: Reading, subject: str, records: Sequence[int]) -> None:
    """Refuse "record-not-visible" where the reader does not see all of the records."""
    table = {"opportunity": opportunity, "lead": lead, "activity": activity, "order": sales_order}.get(subject)
    if table is not None and len(seen(reading, table, tuple(records))) < len(records):
        raise Refused("record-not-visible")


def must_see(reading: Reading, subject: str, record: object) -> None:
    """Refuse "record-not-visible" where the reader does not see the record."""
    if isinstance(record, int) and not may_see(reading, subject, record):
        raise Refused("record-not-visible")
