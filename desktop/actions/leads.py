"""Making, saving and moving leads; a lead that awaits its sale starts one (L4)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop.actions.registry import Outcome, action
from desktop.processes import sale
from desktop.sales import drafts, leads, settings
from desktop.sales.doors import Creates, edits
from desktop.sales.lookups import both
from desktop.views.exchange import Place

if TYPE_CHECKING:
    from desktop.store.transaction import Transaction


@action("create_lead", right=Creates("lead"))
def create_lead(tx: Transaction, title: str, **fields: object) -> Outcome:
    """Add a lead on the first stage; ``fields`` are keys of LeadFields, references and choices by id."""
    lead = leads.create(tx, title, fields)
    return Outcome(
        message="lead-created",
        parameters={"title": title.strip()},
        undoable=True,
        result={"lead": lead},
    )


@action("save_lead", right=edits("lead"))
def save_lead(tx: Transaction, id: int, version: int, fields: Mapping[str, object]) -> Outcome:
    """Change fields of a lead; fails with ChangedMeanwhile if it was saved since ``version`` was read."""
    leads.save(tx, id, version, fields)
    drafts.discard(tx, "lead", id)
    return Outcome(message="record-saved", parameters={"name": leads.read(tx, id).title}, undoable=True)


@action("change_lead_stage", right=edits("lead", "lead"))
def change_lead_stage(tx: Transaction, lead: int, stage: str) -> Outcome:
    """Move a lead to any other stage; a final one cannot be left (R9).

    On a stage that starts a sale, while the setting "Run the sales process" is on, an opportunity is made from the
    lead and the corporate sale runs on it (L4), unless an earlier opportunity of the lead is still open.
    """
    entered = leads.enter_stage(tx, lead, stage)
    title = leads.read(tx, lead).title
    if entered.starts_sale and settings.read(tx).run_sales_process and not leads.has_open_sale(tx, lead):
        opportunity = sale.start_sale(tx, lead)
        return Outcome(
            message="lead-sale-started",
            parameters={"title": title},
            undoable=True,
            opens=Place("opportunity", opportunity),
            result={"opportunity": opportunity},
        )
    return Outcome(
        message="lead-stage-changed",
        parameters={"title": title, "stage": both(entered.name_en, entered.name_ru)},
        undoable=True,
    )
