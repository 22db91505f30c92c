"""The people of a workspace as an administrator edits them: roles, who reports to whom, who has left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, Table, func, select

from desktop.sales import fields as kinds
from desktop.sales import people
from desktop.sales.documents import approvals
from desktop.sales.fields import Field
from desktop.sales.lines import SETTLED
from desktop.sales.reading import Reading
from desktop.sales.rights import ADMINISTRATOR, ROLES
from desktop.sales.tables import (
    account,
    activity,
    lead,
    lead_stage,
    lookup_value,
    opportunity,
    opportunity_stage,
    person,
    sales_order,
)
from desktop.store.transaction import Transaction
from desktop.views.exchange import Refused


def _role(_tx: Transaction, name: str, value: object) -> dict[str, Any]:
    if value not in ROLES:
        raise Refused("role-unknown", field=name, role=str(value))
    return {name: value}


def _manager(tx: Transaction, name: str, value: object) -> dict[str, Any]:
    return {"manager_id": None if value is None else people.checked_person(tx, value, name)}


def _flag(_tx: Transaction, name: str, value: object) -> dict[str, Any]:
    return {name: bool(value)}


_FIELDS: dict[str, Field] = {
    "name": kinds.text(200, required="name-missing"),
    "email": kinds.mail,
    "role": _role,
    "manager": _manager,
    "active": _flag,
}


@dataclass(frozen=True, slots=True)
class OpenWork:
    """How much a person has to do: open leads and opportunities, planned activities."""

    leads: int = 0
    opportunities: int = 0
    activities: int = 0

    @property
    def total(self) -> int:
        """All of it."""
        return self.leads + self.opportunities + self.activities


def open_work(reading: Reading, person_id: int) -> OpenWork:
    """Return what a person would leave behind."""

    def count(table: Table, condition: ColumnElement[bool]) -> int:
        return int(reading.value(select(func.count()).select_from(table).where(condition)))

    return OpenWork(
        count(lead, _open_leads(person_id)),
        count(opportunity, _open_opportunities(person_id)),
        count(activity, _planned(person_id)),
    )


def save(tx: Transaction, person_id: int, version: int, fields: Mapping[str, object]) -> None:
    """Change a person; nobody reports to themselves, directly or through others.

    Refused "report-circle", "administrator-last", "person-exists"; "person-leaves" for taking away ``active``, which is
    ``deactivate``'s.
    """
    row = _read(tx, person_id)
    values = kinds.columns(tx, _FIELDS, fields)
    if values.get("active") is False and row.active:
        raise Refused("person-leaves", field="active")
    known = people.by_name(tx, values["name"]) if "name" in values else None
    if known not in (None, person_id):
        raise Refused("person-exists", field="name", name=values["name"])
    if values.get("manager_id") in people.team_of(tx, person_id):
        raise Refused("report-circle", field="manager")
    if values.get("role", row.role) != row.role:
        _check_administrator_left(tx, row, "role")
    kinds.save(tx, person, person_id, version, values)


def check_leaving(reading: Reading, row: Row[Any]) -> None:
    """Refuse that the one who acts, or the last administrator, leaves."""
    if row.id == reading.person_id:
        raise Refused("person-self")
    _check_administrator_left(reading, row, "active")


def deactivate(
    tx: Transaction, person_id: int, successor: int | None
) -> tuple[Row[Any], tuple[int, ...], Counter[str]]:
    """Let a person leave: open work and accounts go to the successor, who reports to them reports to their manager.

    Returns the person's row, the opportunities to give away (which, with tasks and all planned activities, are the
    caller's to hand over), and how much of each subject it is in all. Refused "person-self", "administrator-last",
    "person-has-work" without a successor, "person-unknown" for one who is not active or the person who leaves.
    """
    row = _read(tx, person_id)
    check_leaving(tx, row)
    work = open_work(tx, person_id)
    if successor is None and work.total:
        raise Refused("person-has-work", field="successor", name=row.name, count=work.total)
    if successor is not None and (successor == person_id or not people.exists(tx, successor)):
        raise Refused("person-unknown", field="successor")
    for (report,) in tx.rows(select(person.c.id).where(person.c.manager_id == person_id)):
        tx.update(person, report, {"manager_id": row.manager_id})
    given = open_sales_of(tx, person_id)
    counted = Counter(opportunity=work.opportunities, activity=work.activities)
    if successor is not None:
        counted |= hand_over(tx, person_id, successor)
    approvals.leave(tx, person_id, successor)
    tx.update(person, person_id, {"active": False})
    return row, given, counted


def hand_over(tx: Transaction, person_id: int, successor: int) -> Counter[str]:
    """Give open leads, orders that are neither paid nor cancelled, and accounts to another; return how many of each."""
    counted: Counter[str] = Counter()
    for subject, table, condition in (
        ("lead", lead, _open_leads(person_id)),
        ("order", sales_order, _open_orders(person_id)),
        ("account", account, account.c.owner_id == person_id),
    ):
        for (record,) in tx.rows(select(table.c.id).where(condition).order_by(table.c.id)):
            tx.update(table, record, {"owner_id": successor})
            counted[subject] += 1
    return counted


def open_sales_of(reading: Reading, person_id: int) -> tuple[int, ...]:
    """Return the open opportunities of a person."""
    found = select(opportunity.c.id).where(_open_opportunities(person_id)).order_by(opportunity.c.id)
    return tuple(row.id for row in reading.rows(found))


def planned_of(reading: Reading, person_id: int) -> tuple[Row[Any], ...]:
    """Return the planned activities of a person."""
    return tuple(reading.rows(select(activity).where(_planned(person_id)).order_by(activity.c.id)))


def _open_leads(person_id: int) -> ColumnElement[bool]:
    still_open = select(lead_stage.c.id).where(lead_stage.c.final.is_(False))
    return (lead.c.owner_id == person_id) & lead.c.stage_id.in_(still_open)


def _open_opportunities(person_id: int) -> ColumnElement[bool]:
    still_open = select(opportunity_stage.c.id).where(opportunity_stage.c.final.is_(False))
    return (opportunity.c.owner_id == person_id) & opportunity.c.stage_id.in_(still_open)


def _open_orders(person_id: int) -> ColumnElement[bool]:
    settled = select(lookup_value.c.id).where(lookup_value.c.code.in_(SETTLED), lookup_value.c.lookup == "order_status")
    return (sales_order.c.owner_id == person_id) & sales_order.c.status_id.not_in(settled)


def _planned(person_id: int) -> ColumnElement[bool]:
    return (activity.c.owner_id == person_id) & (activity.c.status == "planned")


def _read(tx: Transaction, person_id: int) -> Row[Any]:
    row = tx.get(person, person_id)
    if row is None:
        raise Refused("record-gone")
    return row


def _check_administrator_left(reading: Reading, row: Row[Any], field: str) -> None:
    if row.role != ADMINISTRATOR or not row.active:
        return
    others = select(person.c.id).where(person.c.role == ADMINISTRATOR, person.c.active, person.c.id != row.id)
    if reading.value(others.limit(1)) is None:
        raise Refused("administrator-last", field=field)
