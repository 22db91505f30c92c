"""People: who works here, in which role, and who reports to whom."""

from __future__ import annotations

import getpass
import re

from sqlalchemy import bindparam, select

from desktop.sales import rights
from desktop.sales.reading import Reading
from desktop.sales.rights import ROLES
from desktop.sales.tables import person
from desktop.store.transaction import Transaction
from desktop.views.exchange import Refused
from desktop.views.shell import PersonRow

_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def checked_mail(value: object, field: str = "email") -> str:
    """Return the address without blanks around it, "" for none. Raises Refused where it cannot be an address."""
    text = str(value or "").strip()
    if text and not _MAIL.fullmatch(text):
        raise Refused("email-wrong", field=field, email=text)
    return text


def checked_text(value: object, field: str, *, required: str = "", limit: int = 0) -> str:
    """Return the text without blanks around it and without NUL, which PostgreSQL cannot keep.

    ``required`` is the code of the refusal for an empty text; ``limit`` the most characters it may have (0: any).
    """
    text = str(value or "").replace("\0", "").strip()
    if required and not text:
        raise Refused(required, field=field)
    if limit and len(text) > limit:
        raise Refused("text-too-long", field=field, most=limit)
    return text


def exists(source: Reading, person_id: object) -> bool:
    """Tell whether there is an active person of that id."""
    return source.value(select(person.c.id).where(person.c.id == person_id, person.c.active)) is not None


def checked_person(source: Reading, person_id: object, field: str = "owner") -> int:
    """Return the id if it is a person's. Raises Refused naming the field."""
    found = source.value(_IS_THERE, {"person": person_id})
    if found is None:
        raise Refused("person-unknown", field=field)
    return int(found)


_IS_THERE = select(person.c.id).where(person.c.id == bindparam("person"))


def create(tx: Transaction, name: object, *, role: str = "rep", manager: int | None = None, email: object = "") -> int:
    """Add a person. Raises Refused for an empty or taken name, an unknown role or manager, a wrong address."""
    text = checked_text(name, "name", required="name-missing", limit=200)
    if role not in ROLES:
        raise Refused("role-unknown", field="role", role=role)
    if by_name(tx, text) is not None:
        raise Refused("person-exists", field="name", name=text)
    return tx.insert(
        person,
        {
            "name": text,
            "role": role,
            "email": checked_mail(email),
            "manager_id": None if manager is None else checked_person(tx, manager, "manager"),
        },
    )


def by_name(source: Reading, name: str) -> int | None:
    """Return the id of the active person of that name, however it is capitalised."""
    wanted = name.strip().casefold()
    for row in source.rows(select(person.c.id, person.c.name).where(person.c.active).order_by(person.c.id)):
        if row.name.casefold() == wanted:
            return int(row.id)
    return None


def name_of(source: Reading, person_id: int) -> str:
    """Return the person's name, "" where there is none of that id."""
    return str(source.value(select(person.c.name).where(person.c.id == person_id)) or "")


def first(source: Reading) -> int | None:
    """Return the id of the first active person, None in a workspace without people."""
    found = source.value(select(person.c.id).where(person.c.active).order_by(person.c.id).limit(1))
    return None if found is None else int(found)


def manager_of(source: Reading, person_id: int) -> int | None:
    """Return the id of the person's manager, None without one (R11)."""
    found = source.value(select(person.c.manager_id).where(person.c.id == person_id))
    return None if found is None else int(found)


def team_of(source: Reading, person_id: int | None) -> tuple[int, ...]:
    """Return the ids of the person and of all who report to them, directly or through others."""
    if person_id is None:
        return ()
    rows = source.rows(select(person.c.id, person.c.manager_id).where(person.c.manager_id.is_not(None)))
    return (person_id, *sorted(rights.below(person_id, {row.id: row.manager_id for row in rows})))


def administrators(source: Reading) -> tuple[int, ...]:
    """Return the active administrators."""
    rows = source.rows(select(person.c.id).where(person.c.role == rights.ADMINISTRATOR, person.c.active))
    return tuple(row.id for row in rows)


def all_people(source: Reading) -> tuple[PersonRow, ...]:
    """Return every person, by name."""
    chief = person.alias("chief")
    rows = source.rows(
        select(person, chief.c.name.label("reports_to"))
        .outerjoin(chief, chief.c.id == person.c.manager_id)
        .order_by(person.c.name, person.c.id)
    )
    return tuple(
        PersonRow(row.id, row.name, initials(row.name), row.role, row.reports_to or "", row.active) for row in rows
    )


def initials(name: str) -> str:
    """Return one or two capitals that stand for a name: of its first and its last word."""
    words = [word for word in name.split() if word[0].isalnum()] or ["?"]
    ends = words if len(words) == 1 else [words[0], words[-1]]
    return "".join(word[0] for word in ends).upper()


def system_user_name() -> str:
    """Return how the computer calls the person at it."""
    try:
        name = getpass.getuser().strip()
    except (OSError, KeyError, ImportError):
        name = ""
    return name or "user"
