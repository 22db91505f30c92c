"""What an administrator edits: lookups, stages of leads, number masks, rates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from desktop.actions.registry import Outcome, action
from desktop.processes.definitions import catalogue
from desktop.processes.runs.world import LEAD
from desktop.sales import currencies, gate, lookup_editing, numbers, stage_lookup
from desktop.sales.doors import ADMINISTRATORS
from desktop.sales.lookups import both
from desktop.views.exchange import Refused

if TYPE_CHECKING:
    from desktop.store.transaction import Transaction


@action("create_value", right=ADMINISTRATORS)
def create_value(tx: Transaction, lookup: str, name_en: str, name_ru: str) -> Outcome:
    """Add a value at the end of a lookup."""
    value = lookup_editing.create_value(tx, lookup, name_en, name_ru)
    name = both(name_en.strip(), name_ru.strip())
    return Outcome("value-created", {"name": name}, undoable=True, result={"value": value})


@action("save_value", right=ADMINISTRATORS)
def save_value(tx: Transaction, id: int, version: int, fields: Mapping[str, object]) -> Outcome:
    """Rename a value of a lookup, or switch it on or off."""
    lookup_editing.save_value(tx, id, version, fields)
    return Outcome("setting-saved", undoable=True)


@action("remove_value", right=ADMINISTRATORS)
def remove_value(tx: Transaction, id: int) -> Outcome:
    """Delete a value that nothing uses."""
    row = lookup_editing.remove_value(tx, id)
    return Outcome("value-removed", {"name": both(row.name_en, row.name_ru)}, undoable=True)


@action("order_values", right=ADMINISTRATORS)
def order_values(tx: Transaction, lookup: str, ids: Sequence[int]) -> Outcome:
    """Put the values of a lookup into this order."""
    lookup_editing.order_values(tx, lookup, ids)
    return Outcome("order-saved", undoable=True)


@action("remove_stage", right=ADMINISTRATORS)
def remove_stage(tx: Transaction, id: int) -> Outcome:
    """Delete a stage of opportunities that was never used and that no process leads through (R10)."""
    row = stage_lookup.remove(tx, id)
    process = catalogue.leading_to(tx, row.code)
    if process is not None:
        raise Refused("stage-in-process", process=process.both)
    return Outcome("value-removed", {"name": both(row.name_en, row.name_ru)}, undoable=True)


@action("order_stages", right=ADMINISTRATORS)
def order_stages(tx: Transaction, ids: Sequence[int]) -> Outcome:
    """Put the stages of opportunities into this order."""
    stage_lookup.reorder(tx, ids)
    return Outcome("order-saved", undoable=True)


@action("create_lead_stage", right=ADMINISTRATORS)
def create_lead_stage(
    tx: Transaction,
    name_en: str,
    name_ru: str,
    *,
    final: bool = False,
    successful: bool = False,
    starts_sale: bool = False,
) -> Outcome:
    """Add a stage of leads after all others."""
    stage = lookup_editing.create_lead_stage(
        tx,
        {
            "name_en": name_en,
            "name_ru": name_ru,
            "final": final,
            "successful": successful,
            "starts_sale": starts_sale,
        },
    )
    name = both(name_en.strip(), name_ru.strip())
    return Outcome("stage-created", {"stage": name}, undoable=True, result={"lead_stage": stage})


@action("save_lead_stage", right=ADMINISTRATORS)
def save_lead_stage(tx: Transaction, id: int, version: int, fields: Mapping[str, object]) -> Outcome:
    """Change a stage of leads; whether it is final stays while leads stand there (R9)."""
    lookup_editing.save_lead_stage(tx, id, version, fields)
    return Outcome("setting-saved", undoable=True)


@action("remove_lead_stage", right=ADMINISTRATORS)
def remove_lead_stage(tx: Transaction, id: int) -> Outcome:
    """Delete a stage of leads on which none stands and that no process leads through."""
    row = lookup_editing.remove_lead_stage(tx, id)
    process = catalogue.leading_to(tx, row.code, LEAD)
    if process is not None:
        raise Refused("stage-in-process", process=process.both)
    return Outcome("value-removed", {"name": both(row.name_en, row.name_ru)}, undoable=True)


@action("order_lead_stages", right=ADMINISTRATORS)
def order_lead_stages(tx: Transaction, ids: Sequence[int]) -> Outcome:
    """Put the stages of leads into this order."""
    lookup_editing.order_lead_stages(tx, ids)
    return Outcome("order-saved", undoable=True)


@action("save_number_mask", right=ADMINISTRATORS)
def save_number_mask(tx: Transaction, subject: str, mask: str) -> Outcome:
    """Give the numbers of a subject another mask. Refused where a number could be given twice."""
    return Outcome("mask-saved", {"number": numbers.save_mask(tx, subject, mask)}, undoable=True)


@action("save_currency_rate", right=ADMINISTRATORS)
def save_currency_rate(tx: Transaction, currency: str, base: str, day: date, rate: str) -> Outcome:
    """Keep from which day on one unit of a currency is worth how many of the base."""
    row = currencies.save_rate(tx, currency, base, day, rate)
    return Outcome("setting-saved", undoable=True, result={"rate": row})


@action("remove_currency_rate", right=ADMINISTRATORS)
def remove_currency_rate(tx: Transaction, id: int) -> Outcome:
    """Delete a rate."""
    currencies.remove_rate(tx, id)
    return Outcome("rate-removed", undoable=True)


@action("require_field", right=ADMINISTRATORS)
def require_field(tx: Transaction, stage: str, field: str, severity: str) -> Outcome:
    """Say whether leaving a stage stops for a missing field, tells of it (``notify``), or neither (``none``)."""
    gate.require(tx, stage, field, severity)
    return Outcome("setting-saved", undoable=True)
