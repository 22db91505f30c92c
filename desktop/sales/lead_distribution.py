"""Who gets a lead: by hand or the least busy of the team, and the hand-off to sales (product.md, section 5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Table, func, select

from desktop.sales import activities, leads, lookups, notifications, people
from desktop.sales.reading import Reading
from desktop.sales.tables import activity, lead, lead_stage, opportunity, opportunity_stage, person
from desktop.store.transaction import Transaction
from desktop.views.exchange import Refused

DISTRIBUTION = "distribution"
HANDOFF = "handoff"
"""The codes of the two stages; where an administrator has removed one, the lead stays where it stands [ours]."""

_TAKE_OVER = {"en": "Take over the lead", "ru": "Принять лид в работу"}


@dataclass(frozen=True, slots=True)
class Load:
    """How much a person has to do: open leads and opportunities, planned activities."""

    person: int
    name: str
    leads: int
    opportunities: int
    activities: int

    @property
    def total(self) -> int:
        """All of it, each thing counted once."""
        return self.leads + self.opportunities + self.activities


def loads(reading: Reading) -> tuple[Load, ...]:
    """Return how much each active person has to do, by name."""
    counted = [
        _counted(reading, lead, lead.c.stage_id.in_(select(lead_stage.c.id).where(lead_stage.c.final.is_(False)))),
        _counted(
            reading,
            opportunity,
            opportunity.c.stage_id.in_(select(opportunity_stage.c.id).where(opportunity_stage.c.final.is_(False))),
        ),
        _counted(reading, activity, activity.c.status == activities.PLANNED),
    ]
    rows = reading.rows(select(person.c.id, person.c.name).where(person.c.active).order_by(person.c.name, person.c.id))
    return tuple(Load(row.id, row.name, *(found.get(row.id, 0) for found in counted)) for row in rows)


def _counted(reading: Reading, table: Table, condition: object) -> dict[int, int]:
    statement = select(table.c.owner_id, func.count().label("number")).where(condition).group_by(table.c.owner_id)  # type: ignore[arg-type]
    return {row.owner_id: row.number for row in reading.rows(statement)}


def team(reading: Reading) -> frozenset[int]:
    """Return among whom leads are distributed by whoever acts [ours].

    Of who leads people: those who report to them. Otherwise everybody with the same manager, without one everybody.
    Where there are reps among them, the reps alone.
    """
    rows = reading.rows(select(person.c.id, person.c.role, person.c.manager_id).where(person.c.active))
    own = next((row for row in rows if row.id == reading.person_id), None)
    below = set(people.team_of(reading, reading.person_id)) - {reading.person_id}
    members = [row for row in rows if row.id in below]
    if not members and own is not None and own.manager_id is not None:
        members = [row for row in rows if row.manager_id == own.manager_id]
    members = members or list(rows)
    reps = [row for row in members if row.role == "rep"]
    return frozenset(row.id for row in reps or members)


def least_busy(found: Sequence[Load], members: frozenset[int]) -> Load:
    """Return the member with the least to do, of several the first by name. Refused "lead-nobody" without any."""
    among = [load for load in found if load.person in members]
    if not among:
        raise Refused("lead-nobody")
    return min(among, key=lambda load: (load.total, load.name, load.person))


def choose(reading: Reading) -> Load:
    """Return who of the team of whoever acts has the least to do now."""
    return least_busy(loads(reading), team(reading))


def assign(tx: Transaction, lead_id: int, owner: int) -> None:
    """Make a person the lead's owner, on Distribution if it was before that stage, and tell the person.

    Planned activities of the lead go along with it. Refused "lead-final-stage", "person-unknown".
    """
    _give(tx, lead_id, owner, DISTRIBUTION, "")


def hand_over(tx: Transaction, lead_id: int, owner: int, comment: str) -> None:
    """Hand a lead over to sales: the new owner, the stage Handoff, a message.

    The comment is kept as a note on the lead. Refused "lead-final-stage", "person-unknown".
    """
    _give(tx, lead_id, owner, HANDOFF, comment)
    if comment.strip():
        activities.add_note(tx, comment, None, lead_id)


def plan_take_over(tx: Transaction, lead_id: int, owner: int, comment: str) -> int:
    """Plan the task to take a lead over that was handed off, and return it."""
    fields = {"lead": lead_id, "owner": owner, "comment": comment.strip()}
    return activities.create(tx, "task", _TAKE_OVER[tx.language], fields)


def _give(tx: Transaction, lead_id: int, owner: int, stage: str, comment: str) -> None:
    row = leads.read(tx, lead_id)
    new = people.checked_person(tx, owner)
    if not people.exists(tx, new):
        raise Refused("person-unknown", field="owner")
    known = lookups.lead_stages(tx)
    current = next(one for one in known if one.id == row.stage_id)
    if current.final:
        raise Refused("lead-final-stage", field="stage", stage=lookups.both(current.name_en, current.name_ru))
    target = next((one for one in known if one.code == stage and not one.final), None)
    if target is not None and current.number < target.number:
        leads.enter_stage(tx, lead_id, stage)
    if new != row.owner_id:
        tx.update(lead, lead_id, {"owner_id": new})
        planned = select(activity.c.id).where(
            activity.c.lead_id == lead_id,
            activity.c.status == activities.PLANNED,
            activity.c.owner_id == row.owner_id,
        )
        for task in tx.rows(planned.order_by(activity.c.id)):
            tx.update(activity, task.id, {"owner_id": new})
    if new != tx.person_id:
        who = "" if tx.person_id is None else people.name_of(tx, tx.person_id)
        words = f" · {comment.strip()}" if comment.strip() else ""
        said = {"lead": row.title or row.number, "who": who, "comment": words}
        kind = notifications.LEAD_HANDED_OFF if stage == HANDOFF else notifications.LEAD_ASSIGNED
        notifications.notify(tx, new, kind, said, place="lead", place_id=lead_id)
