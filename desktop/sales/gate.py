"""The gate (N5): which fields an opportunity needs before it leaves a stage, whichever way it goes.

Data of an administrator, none by default. ``notify`` warns, ``stop`` asks for the fields first.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, bindparam, select

from desktop.sales import access, opportunities
from desktop.sales.reading import Reading
from desktop.sales.tables import opportunity_stage, required_field
from desktop.store.transaction import Transaction
from desktop.views.administration import SEVERITIES
from desktop.views.exchange import FieldsAnswer, Refused

NONE, NOTIFY, STOP = SEVERITIES

FIELDS: Mapping[str, str] = {
    "account": "account_id",
    "contact": "contact_id",
    "decision_maker": "decision_maker_id",
    "decision_maker_role": "decision_maker_role",
    "need": "need_id",
    "need_text": "need_text",
    "category": "category_id",
    "source": "source_id",
    "budget": "budget_minor",
    "budget_confirmed": "budget_confirmed",
    "amount": "amount_minor",
    "decision_date": "decision_date",
    "expected_close": "expected_close",
    "tactics": "tactics",
}
"""The fields that can be required, as OpportunityFields names them, with the column that holds each."""


@dataclass(frozen=True, slots=True)
class Lacking:
    """The fields that are missing: those that stop, and those that are only told of."""

    stop: tuple[str, ...] = ()
    notify: tuple[str, ...] = ()


_RULES = select(required_field.c.field, required_field.c.severity).where(
    required_field.c.stage_id == bindparam("stage")
)


def wanted_on(reading: Reading, stage_id: int) -> Mapping[str, str]:
    """Return which fields matter when the stage is left, and how much."""
    rules = reading.rows(_RULES, {"stage": stage_id})
    return {rule.field: rule.severity for rule in rules}


def lacking(wanted: Mapping[str, str], row: Row[Any] | None) -> Lacking:
    """Return what is missing of an opportunity; ``None`` is one that has no field filled yet."""
    missing = [name for name in FIELDS if name in wanted and is_missing(row, name)]
    return Lacking(
        tuple(name for name in missing if wanted[name] == STOP),
        tuple(name for name in missing if wanted[name] == NOTIFY),
    )


def is_missing(row: Row[Any] | None, name: str) -> bool:
    """Tell whether a field of an opportunity is empty; a budget that is not confirmed counts as that.

    The customer ("account") is there when there is an account or, for a private customer, a contact.
    """
    value = None if row is None else getattr(row, FIELDS[name])
    if name == "account" and value is None and row is not None:
        value = row.contact_id  # the customer may be a person
    return value is None or value == "" or value is False


def fill(tx: Transaction, answer: FieldsAnswer) -> None:
    """Save the fields that were asked for; one that somebody has filled in meanwhile stays as it is.

    Refused naming the field at fault, also for one that the gate does not know; and where the one who acts neither may
    change the opportunity nor has an open task on it.
    """
    if not access.works_on(tx, answer.opportunity):
        access.must_change(tx, "opportunity", answer.opportunity)
    row = opportunities.read(tx, answer.opportunity, lock=True)
    unknown = next((name for name in answer.values if name not in FIELDS), None)
    if unknown is not None:
        raise Refused("field-unknown", name=unknown)
    values = {name: value for name, value in answer.values.items() if is_missing(row, name)}
    if values:
        opportunities.save(tx, row.id, row.version, values)


def require(tx: Transaction, stage: str, field: str, severity: str) -> None:
    """Say what is asked before a stage is left: ``none``, ``notify`` or ``stop``.

    Refused "field-unknown", "severity-unknown", "stage-unknown", and "gate-final" for a stage that is never left (R9).
    """
    if field not in FIELDS:
        raise Refused("field-unknown", name=field)
    if severity not in SEVERITIES:
        raise Refused("severity-unknown", severity=severity)
    found = tx.first(select(opportunity_stage).where(opportunity_stage.c.code == stage))
    if found is None:
        raise Refused("stage-unknown", field="stage", stage=stage)
    if found.final:
        raise Refused("gate-final", field="stage")
    table = required_field
    kept = tx.value(select(table.c.id).where(table.c.stage_id == found.id, table.c.field == field))
    if severity == NONE:
        if kept is not None:
            tx.delete(table, kept)
    elif kept is not None:
        tx.update(table, kept, {"severity": severity})
    else:
        tx.insert(table, {"stage_id": found.id, "field": field, "severity": severity})


def forget(tx: Transaction, stage_id: int) -> None:
    """Take away what is asked before a stage that is being deleted."""
    for (row_id,) in tx.rows(select(required_field.c.id).where(required_field.c.stage_id == stage_id)):
        tx.delete(required_field, row_id)
