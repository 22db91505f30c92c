"""Opportunities: created, saved, moved from stage to stage.

What a stage change means to a process is not known here.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Row, Table, bindparam, select

from desktop.sales import fields as kinds
from desktop.sales import lookups, numbers, people
from desktop.sales.reading import Reading
from desktop.sales.stages import Stage
from desktop.sales.tables import account, contact, lead, opportunity, stage_history
from desktop.store.transaction import StaleRow, Transaction
from desktop.views.exchange import ChangedMeanwhile, Money, Refused

TITLE_LIMIT = 300

_RECORDS: dict[str, tuple[str, Table]] = {
    "account": ("account_id", account),
    "contact": ("contact_id", contact),
    "decision_maker": ("decision_maker_id", contact),
    "lead": ("lead_id", lead),
}
_VALUES = {
    "need": ("need_id", "need"),
    "category": ("category_id", "opportunity_category"),
    "source": ("source_id", "lead_source"),
}
_TEXTS = {"title": TITLE_LIMIT, "decision_maker_role": 200, "need_text": 0, "tactics": 0}
_AMOUNTS = ("amount", "budget")
_DATES = ("decision_date", "expected_close")
_ONE = select(opportunity).where(opportunity.c.id == bindparam("record"))
_ONE_LOCKED = _ONE.with_for_update()
# By the opportunity alone: with the condition "not left yet" the index of that is taken, which all open ones share.
_STAYS = select(stage_history.c.id, stage_history.c.left_at).where(
    stage_history.c.opportunity_id == bindparam("record")
)


def read(reading: Reading, opportunity_id: int, *, lock: bool = False) -> Row[Any]:
    """Return the whole row of an opportunity; ``lock`` keeps other writers off until the transaction ends.

    Refused "record-gone" where there is none.
    """
    row = reading.first(_ONE_LOCKED if lock else _ONE, {"record": opportunity_id})
    if row is None:
        raise Refused("record-gone")
    return row


def create(tx: Transaction, stage: Stage, fields: Mapping[str, object]) -> int:
    """Create an opportunity on a stage; ``fields`` are keys of OpportunityFields (and ``lead``). Returns its id.

    Without an owner it belongs to the person who acts. Raises Refused naming the field at fault.
    """
    values = _columns(tx, fields)
    owner = values.pop("owner_id", None) or tx.person_id
    if owner is None:
        raise Refused("owner-missing", field="owner")
    opportunity_id = tx.insert(
        opportunity,
        {
            **values,
            "owner_id": owner,
            "number": numbers.next_number(tx, "opportunity"),
            "stage_id": stage.id,
            "stage_since": tx.now,
            "probability": stage.percent,
            "created_at": tx.now,
            "created_by": tx.person_id,
        },
    )
    _begin_stage(tx, opportunity_id, stage)
    return opportunity_id


def save(tx: Transaction, opportunity_id: int, version: int, fields: Mapping[str, object]) -> Row[Any]:
    """Change fields of an opportunity and return its row as it was before.

    Raises ChangedMeanwhile if it was saved since ``version`` was read, Refused naming the field at fault.
    """
    before = read(tx, opportunity_id)
    if before.version != version:
        raise ChangedMeanwhile("changed-meanwhile")
    values = _columns(tx, fields)
    if "amount_minor" in values:  # written by hand: it no longer follows the lines of products
        values["amount_follows"] = False
    try:
        tx.update(opportunity, opportunity_id, values, version=version)
    except StaleRow:
        raise ChangedMeanwhile("changed-meanwhile") from None
    return before


def enter_stage(
    tx: Transaction,
    opportunity_id: int,
    stage: Stage,
    closing: Mapping[str, object] | None = None,
    *,
    known: Row[Any] | None = None,
) -> None:
    """Put an opportunity on a stage, with the probability of the stage, and keep when it was entered (R4).

    ``closing`` are the columns that closing fills besides (R13). That a final stage is not left (R9) is the caller's
    to see to. ``known`` is the row as it was read before.
    """
    tx.update(
        opportunity,
        opportunity_id,
        {
            "stage_id": stage.id,
            "stage_since": tx.now,
            "probability": stage.percent,
            **(closing or {}),
        },
        known=None if known is None else known._mapping,
    )
    for stay in tx.rows(_STAYS, {"record": opportunity_id}):
        if stay.left_at is None:
            tx.update(stage_history, stay.id, {"left_at": tx.now})
    _begin_stage(tx, opportunity_id, stage)


def dismiss_hint(tx: Transaction, opportunity_id: int) -> None:
    """Remember that the hint to fill in the data is not wanted any more."""
    read(tx, opportunity_id)
    tx.update(opportunity, opportunity_id, {"hint_dismissed": True})


def _begin_stage(tx: Transaction, opportunity_id: int, stage: Stage) -> None:
    tx.insert(
        stage_history,
        {
            "opportunity_id": opportunity_id,
            "stage_id": stage.id,
            "entered_at": tx.now,
            "left_at": None,
            "person_id": tx.person_id,
        },
    )


def _columns(tx: Transaction, fields: Mapping[str, object]) -> dict[str, Any]:
    """Return the columns that the fields fill, checked."""
    columns: dict[str, Any] = {}
    for name, value in fields.items():
        if name in _TEXTS:
            columns[name] = people.checked_text(value, name, limit=_TEXTS[name])
        elif name in _RECORDS:
            column, table = _RECORDS[name]
            columns[column] = _checked_record(tx, table, value, name)
        elif name in _VALUES:
            column, lookup = _VALUES[name]
            columns[column] = lookups.checked_value(tx, lookup, value, name)
        elif name in _AMOUNTS:
            columns |= kinds.money(tx, name, value)
        elif name in _DATES:
            if value is not None and not isinstance(value, date):
                raise Refused("date-wrong", field=name)
            columns[name] = value
        elif name == "owner":
            columns["owner_id"] = people.checked_person(tx, value)
        elif name == "budget_confirmed":
            columns[name] = bool(value)
        else:
            raise TypeError(f"an opportunity has no field {name!r}")
    if columns.get("title") == "":
        raise Refused("title-missing", field="title")
    return columns


def _checked_record(tx: Transaction, table: Table, value: object, field: str) -> int | None:
    if value is None:
        return None
    found = tx.value(select(table.c.id).where(table.c.id == value))
    if found is None:
        raise Refused("record-unknown", field=field)
    return int(found)


def title_of(reading: Reading, opportunity_id: int) -> str:
    """Return how an opportunity is called in a sentence: its title, or its number without one."""
    row = reading.first(_CALLED, {"record": opportunity_id})
    return "" if row is None else str(row.title or row.number)


_CALLED = select(opportunity.c.title, opportunity.c.number).where(opportunity.c.id == bindparam("record"))


def amount_of(row: Row[Any], name: str = "amount") -> Money | None:
    """Return one of the amounts of an opportunity's row."""
    minor = getattr(row, f"{name}_minor")
    return None if minor is None else Money(minor, getattr(row, f"{name}_currency") or "")
