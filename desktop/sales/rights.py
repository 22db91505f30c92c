"""Who may see and change what: the one rule, without a database (docs/rights.md holds it as a table) [ours].

Everything here is decided from plain values: where a person stands among the people, and whose a record is. Reading
both, and asking at the doors, is ``desktop/sales/access.py``'s. Who somebody is, is trusted: a workspace has no
passwords, the database's own rights protect it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

REP, MANAGER, ADMINISTRATOR = ROLES = ("rep", "manager", "administrator")

EVERYONE, TEAM, OWN = VISIBLE_RECORDS = ("everyone", "team", "own")
"""The values of the setting ``visible_records``: whose records a person sees that are not the person's own."""

PERSONAL = frozenset({"opportunity", "lead", "activity", "order", "document"})
"""Subjects whose records belong to somebody; the setting ``visible_records`` hides them from others."""

SHARED = frozenset({"account", "contact", "article"})
"""Subjects that everybody sees; without an owner everybody changes them."""

MANAGED = frozenset({"product"})
"""Subjects that everybody sees, and managers and administrators change."""


@dataclass(frozen=True, slots=True)
class Member:
    """One of the people as far as rights are concerned."""

    id: int
    role: str
    manager: int | None = None
    active: bool = True


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person stands: the role, who reports to the person directly or through others, who stands beside."""

    person: int
    role: str
    active: bool = True
    below: frozenset[int] = frozenset()
    beside: frozenset[int] = frozenset()

    @property
    def administers(self) -> bool:
        """Whether what holds for everyone is this person's to change."""
        return self.active and self.role == ADMINISTRATOR

    @property
    def manages(self) -> bool:
        """Whether the person does what managers do; administrators do it too."""
        return self.active and self.role in (MANAGER, ADMINISTRATOR)


def below(person: int, managers: Mapping[int, int | None]) -> frozenset[int]:
    """Return who reports to a person, directly or through others; ``managers`` names everybody's manager.

    A circle, which the program never lets come about, ends the way instead of going on for ever.
    """
    reports: dict[int, list[int]] = {}
    for member, manager in managers.items():
        if manager is not None:
            reports.setdefault(manager, []).append(member)
    found: set[int] = set()
    ahead = [person]
    while ahead:
        for member in reports.get(ahead.pop(), ()):
            if member != person and member not in found:
                found.add(member)
                ahead.append(member)
    return frozenset(found)


def standing_of(person: int, members: Iterable[Member]) -> Standing | None:
    """Return where a person stands among the members, None for somebody who is not one of them."""
    known = {member.id: member for member in members}
    if person not in known:
        return None
    own = known[person]
    beside = frozenset(
        member.id
        for member in known.values()
        if own.manager is not None and member.manager == own.manager and member.id != person
    )
    reports = below(person, {member.id: member.manager for member in known.values()})
    return Standing(person, own.role, own.active, reports, beside)


def changes(standing: Standing) -> frozenset[int] | None:
    """Return the people whose records a person may change; None: everybody's."""
    if not standing.active:
        return frozenset()
    if standing.administers:
        return None
    own = frozenset({standing.person})
    return own | standing.below if standing.manages else own


def sees(standing: Standing, visible: str) -> frozenset[int] | None:
    """Return the people whose records a person sees under the setting ``visible_records``; None: everybody's.

    Whoever leads people sees what is theirs, whatever the setting.
    """
    if not standing.active:
        return frozenset()
    if standing.administers or visible == EVERYONE:
        return None
    own = frozenset({standing.person}) | standing.below
    return own | standing.beside if visible == TEAM else own


def why_not_change(standing: Standing, subject: str, owners: frozenset[int]) -> str:
    """Return why a person may not change a record that belongs to any of ``owners``; "" where that is allowed.

    The reason is the code of a refusal: "right-inactive", "right-manager", "right-owner".
    """
    if not standing.active:
        return "right-inactive"
    if subject in MANAGED:
        return "" if standing.manages else "right-manager"
    if subject in SHARED and not owners:
        return ""
    whose = changes(standing)
    return "" if whose is None or whose & owners else "right-owner"


def may_see(standing: Standing, subject: str, owners: frozenset[int], visible: str) -> bool:
    """Tell whether a person sees a record that belongs to any of ``owners``."""
    if subject not in PERSONAL:
        return True
    whose = sees(standing, visible)
    return whose is None or bool(whose & owners)


def may_give(standing: Standing, owners: frozenset[int], to: int) -> bool:
    """Tell whether a person may make somebody the owner of a record that belongs to any of ``owners``.

    One's own is given to anybody; what belongs to one's people stays among them and oneself.
    """
    if not standing.active:
        return False
    if standing.administers or standing.person in owners or not owners:
        return True
    whose = changes(standing)
    return whose is not None and bool(whose & owners) and to in whose


def may_plan(standing: Standing, person: int) -> bool:
    """Tell whether a person may say what another is to sell: managers for themselves and their people."""
    whose = changes(standing)
    return standing.manages and (whose is None or person in whose)
