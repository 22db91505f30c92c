"""Editing the lookup "Opportunity stages": which stages there are, and which are final, is data (R10)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row, func, select

from desktop.sales import fields as kinds
from desktop.sales import gate, lookup_editing
from desktop.sales.fields import Field
from desktop.sales.tables import opportunity, opportunity_stage
from desktop.store.transaction import Transaction
from desktop.views.exchange import Refused


def _flag(_tx: Transaction, name: str, value: object) -> dict[str, Any]:
    return {name: bool(value)}


_FIELDS: dict[str, Field] = {
    "name_en": kinds.text(100, required="name-missing"),
    "name_ru": kinds.text(100, required="name-missing"),
    "description": kinds.text(),
    "number": kinds.whole(0, 1_000_000),
    "percent": kinds.whole(0, 100),
    "days": kinds.whole(0, 3650),
    "final": _flag,
    "successful": _flag,
    "on_bar": _flag,
    "in_funnel": _flag,
}


def create(tx: Transaction, code: str, fields: Mapping[str, object]) -> int:
    """Add a stage; without a code one is made from its English name. Returns its id.

    Raises Refused for a code that is taken or is not made of small letters, digits and underscores, and for a field at
    fault.
    """
    values = kinds.columns(tx, _FIELDS, fields)
    if values.get("number") is None:
        values["number"] = (tx.value(select(func.max(opportunity_stage.c.number))) or 0) + 10
    if values.get("percent") is None:
        raise Refused("number-wrong", field="percent")
    values["code"] = _free_code(tx, code, values["name_en"])
    _check_success(values["final"], values["successful"])
    return tx.insert(opportunity_stage, values)


def save(tx: Transaction, stage_id: int, version: int, fields: Mapping[str, object]) -> None:
    """Change fields of a stage; its code stays.

    Refused "stage-in-use" if whether it is final would change while opportunities stand there (R9).
    """
    row = _row(tx, stage_id)
    values = kinds.columns(tx, _FIELDS, fields)
    _check_success(values.get("final", row.final), values.get("successful", row.successful))
    if values.get("final", row.final) != row.final:
        used = tx.value(select(func.count()).select_from(opportunity).where(opportunity.c.stage_id == stage_id))
        if used:
            raise Refused("stage-in-use", field="final", count=int(used))
        _check_open_left(tx, stage_id, values["final"])
    for name in ("number", "percent"):
        if name in values and values[name] is None:
            raise Refused("number-wrong", field=name)
    kinds.save(tx, opportunity_stage, stage_id, version, values)


def remove(tx: Transaction, stage_id: int) -> Row[Any]:
    """Delete a stage on which no opportunity stands or ever stood, and return its row.

    Refused "value-in-use" with the number of uses, "stage-last-open". Whether a process leads there the caller asks.
    """
    row = _row(tx, stage_id)
    gate.forget(tx, stage_id)
    used = lookup_editing.uses(tx, opportunity_stage).get(stage_id, 0)
    if used:
        raise Refused("value-in-use", count=used)
    if not row.final:
        _check_open_left(tx, stage_id, True)
    tx.delete(opportunity_stage, stage_id)
    return row


def reorder(tx: Transaction, ids: Sequence[int]) -> None:
    """Put the stages into this order. Refused "order-outdated" where stages were added or removed meanwhile."""
    known = [row.id for row in tx.rows(select(opportunity_stage.c.id))]
    lookup_editing.reorder(tx, opportunity_stage.c.number, ids, known, step=10)


def _row(tx: Transaction, stage_id: int) -> Row[Any]:
    row = tx.get(opportunity_stage, stage_id)
    if row is None:
        raise Refused("record-gone")
    return row


def _check_success(final: bool, successful: bool) -> None:
    if successful and not final:
        raise Refused("stage-success-needs-final", field="successful")


def _check_open_left(tx: Transaction, stage_id: int, final: bool) -> None:
    others = select(opportunity_stage.c.id).where(
        opportunity_stage.c.final.is_(False), opportunity_stage.c.id != stage_id
    )
    if final and tx.value(others.limit(1)) is None:
        raise Refused("stage-last-open", field="final")


def _free_code(tx: Transaction, code: str, name: str) -> str:
    taken = {row.code for row in tx.rows(select(opportunity_stage.c.code))}
    if code:
        if not re.fullmatch(r"[a-z][a-z0-9_]{0,59}", code):
            raise Refused("code-wrong", field="code", code=code)
        if code in taken:
            raise Refused("code-taken", field="code", code=code)
        return code
    return lookup_editing.free_code(name, taken, "stage")
