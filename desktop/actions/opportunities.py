"""What a person does with an opportunity besides its tasks."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.actions.registry import Outcome, action
from desktop.processes import handover, sale
from desktop.processes.runs import runtime
from desktop.processes.runs.records import NEW_OPPORTUNITY
from desktop.sales import drafts, opportunities
from desktop.sales.doors import Creates, edits
from desktop.sales.stages import FIRST, Stages
from desktop.store.transaction import Transaction
from desktop.views.exchange import ClosingAnswer, Place, Refused


@action("change_stage", right=edits("opportunity", "opportunity"))
def change_stage(tx: Transaction, opportunity: int, stage: str, closing: ClosingAnswer | None = None) -> Outcome:
    """Enter any stage from any other (R4).

    The process follows (R5), a final stage ends it (R8) and asks first (R13).
    """
    moved = sale.choose_stage(tx, opportunity, stage, closing)
    entered = moved.world.stage
    assert entered is not None
    return Outcome(
        message="stage-changed",
        parameters={
            "title": opportunities.title_of(tx, opportunity),
            "stage": {"en": entered.name_en, "ru": entered.name_ru},
            "cancelled": len(moved.world.cancelled),
            "created": len(moved.world.tasks),
        },
        undoable=True,
        opens=moved.world.opens,
        hint_text=moved.world.hint_text,
        result={
            "opportunity": opportunity,
            "created": tuple(moved.world.tasks),
            "cancelled": tuple(moved.world.cancelled),
        },
    )


@action("create_opportunity", right=Creates("opportunity"))
def create_opportunity(
    tx: Transaction, title: str = "", stage: str = FIRST, owner: int | None = None, **fields: object
) -> Outcome:
    """Create an opportunity by hand; no process runs on it until somebody starts one (L3)."""
    target = Stages.read(tx).by_code(stage)
    if target.final:
        raise Refused("stage-final-new", field="stage", stage=target.label(tx.language))
    wanted: dict[str, object] = {"title": title.strip() or NEW_OPPORTUNITY.said(tx.language), **fields}
    if owner is not None:
        wanted["owner"] = owner
    opportunity_id = opportunities.create(tx, target, wanted)
    return Outcome(
        message="opportunity-created",
        parameters={"title": opportunities.title_of(tx, opportunity_id)},
        undoable=True,
        opens=Place("opportunity", opportunity_id),
        result={"opportunity": opportunity_id},
    )


@action("save_opportunity", right=edits("opportunity"))
def save_opportunity(tx: Transaction, id: int, version: int, fields: Mapping[str, object]) -> Outcome:
    """Save edited fields.

    A new owner gets the open tasks of the process; a step that waits for the page goes on (R17).
    """
    before = opportunities.save(tx, id, version, fields)
    handed = handover.to_owner(tx, before)
    world = runtime.saved(tx, "opportunity", id)
    drafts.discard(tx, "opportunity", id)
    return Outcome(
        message="opportunity-saved",
        parameters={"title": opportunities.title_of(tx, id), "handed": handed},
        undoable=True,
        opens=None if world is None else world.opens,
        hint_text="" if world is None else world.hint_text,
        result={"opportunity": id},
    )


@action("dismiss_hint", right=edits("opportunity", "opportunity"))
def dismiss_hint(tx: Transaction, opportunity: int) -> Outcome:
    """Put the hint to fill in the data away for good."""
    opportunities.dismiss_hint(tx, opportunity)
    return Outcome(result={"opportunity": opportunity})
