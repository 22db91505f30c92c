"""Leads: a customer's need that is not yet a sale, and the stages it goes through."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Row, select

from desktop.sales import fields as kinds
from desktop.sales import lookups, numbers, nurturing
from desktop.sales.fields import Field
from desktop.sales.lookups import LeadStage
from desktop.sales.reading import Reading
from desktop.sales.tables import account, contact, lead, opportunity, opportunity_stage
from desktop.store.transaction import Transaction
from desktop.views.exchange import NeedsReason, ReasonAnswer, ReasonQuestion, Refused

_FIELDS: dict[str, Field] = {
    "title": kinds.text(300, required="title-missing"),
    "account": kinds.record(account),
    "account_name": kinds.text(300),
    "contact": kinds.record(contact),
    "contact_name": kinds.text(200),
    "email": kinds.mail,
    "phone": kinds.text(60),
    "need": kinds.chosen("need"),
    "need_text": kinds.text(),
    "owner": kinds.owner,
    "source": kinds.chosen("lead_source"),
    "budget": kinds.money,
    "decision_date": kinds.day,
}


def read(source: Reading, lead_id: int, *, lock: bool = False) -> Row[Any]:
    """Return the whole row of a lead; ``lock`` keeps other writers off until the transaction ends.

    Refused "record-gone" where there is none.
    """
    statement = select(lead).where(lead.c.id == lead_id)
    row = source.first(statement.with_for_update() if lock else statement)
    if row is None:
        raise Refused("record-gone")
    return row


def create(tx: Transaction, title: object, fields: Mapping[str, object]) -> int:
    """Add a lead on the first stage, owned by who acts unless ``fields`` (keys of LeadFields) say otherwise."""
    if fields.get("owner") is None and tx.person_id is None:
        raise Refused("owner-missing", field="owner")
    given = {"owner": tx.person_id, **{name: value for name, value in fields.items() if value is not None}}
    values = kinds.columns(tx, _FIELDS, {**given, "title": title})
    return tx.insert(
        lead,
        {
            **values,
            "number": numbers.next_number(tx, "lead"),
            "stage_id": _first_stage(tx).id,
            "stage_since": tx.now,
            "created_at": tx.now,
            "created_by": tx.person_id,
        },
    )


def save(tx: Transaction, lead_id: int, version: int, fields: Mapping[str, object]) -> None:
    """Change fields of a lead. Raises Refused naming the field at fault, ChangedMeanwhile for another version."""
    kinds.save(tx, lead, lead_id, version, kinds.columns(tx, _FIELDS, fields))


def enter_stage(tx: Transaction, lead_id: int, code: str) -> LeadStage:
    """Put a lead on a stage, from whichever it stands on, and return that stage. Refused as ``checked_target`` does.

    On a final stage that is no success the reason is asked for (NeedsReason); a lead that was put aside is no longer.
    """
    target = checked_target(tx, lead_id, code)
    reason = _disqualification(tx, lead_id, target) if target.final and not target.successful else {}
    nurturing.end(tx, lead_id)
    tx.update(lead, lead_id, {"stage_id": target.id, "stage_since": tx.now, **reason})
    return target


def _disqualification(tx: Transaction, lead_id: int, target: LeadStage) -> dict[str, Any]:
    """Return the columns with the reason that was given. Raises NeedsReason where none was, whichever way led here."""
    answer = tx.answers.get("disqualification")
    if not isinstance(answer, ReasonAnswer):
        row = read(tx, lead_id)
        reasons = lookups.choices(tx, "disqualification_reason", tx.language)
        title = row.title or row.number
        raise NeedsReason(ReasonQuestion(lead_id, title, target.code, target.label(tx.language), reasons))
    reason = lookups.checked_value(tx, "disqualification_reason", answer.reason, "reason")
    if reason is None:
        raise Refused("reason-missing", field="reason")
    return {"disqualification_reason_id": reason, "disqualification_comment": answer.comment.strip()}


def checked_target(source: Reading, lead_id: int, code: str) -> LeadStage:
    """Return the stage that a lead may be put on.

    Refused "lead-final-stage" where the lead stands on a final one (R9) and "lead-stage-current" where it stands there
    already.
    """
    row = read(source, lead_id)
    target = lookups.lead_stage_by_code(source, code)
    current = _stage(source, row.stage_id)
    if current.final:
        raise Refused("lead-final-stage", field="stage", stage=lookups.both(current.name_en, current.name_ru))
    if current.id == target.id:
        raise Refused("lead-stage-current", field="stage", stage=lookups.both(current.name_en, current.name_ru))
    return target


def has_open_sale(source: Reading, lead_id: int) -> bool:
    """Tell whether an opportunity that was made from the lead is still open."""
    return (
        source.value(
            select(opportunity.c.id)
            .join(opportunity_stage, opportunity_stage.c.id == opportunity.c.stage_id)
            .where(opportunity.c.lead_id == lead_id, opportunity_stage.c.final.is_(False))
            .limit(1)
        )
        is not None
    )


def link_sale(tx: Transaction, lead_id: int, opportunity_id: int) -> None:
    """Let the lead point to the opportunity that was made from it."""
    tx.update(lead, lead_id, {"opportunity_id": opportunity_id})


def _first_stage(tx: Transaction) -> LeadStage:
    for stage in lookups.lead_stages(tx):
        if not stage.final:
            return stage
    raise Refused("stage-unknown", field="stage", stage="qualification")


def _stage(source: Reading, stage_id: int) -> LeadStage:
    return next(stage for stage in lookups.lead_stages(source) if stage.id == stage_id)
