"""What becomes of a lead when its sale is won: the customer's need is satisfied (product.md, section 5)."""

from __future__ import annotations

from sqlalchemy import select

from desktop.sales import nurturing
from desktop.sales.reading import Reading
from desktop.sales.tables import lead, lead_stage
from desktop.store.transaction import Transaction


def satisfy(tx: Transaction, lead_id: int) -> None:
    """Move a lead to the successful final stage of the lookup; one that is closed already stays where it is."""
    stage_id = target(tx, lead_id)
    if stage_id is not None:
        nurturing.end(tx, lead_id)
        tx.update(lead, lead_id, {"stage_id": stage_id, "stage_since": tx.now})


def target(reading: Reading, lead_id: int) -> int | None:
    """Return the stage on which a won sale puts a lead, None for a lead that is closed or gone."""
    row = reading.first(
        select(lead.c.stage_id, lead_stage.c.final)
        .join(lead_stage, lead_stage.c.id == lead.c.stage_id)
        .where(lead.c.id == lead_id)
    )
    if row is None or row.final:
        return None
    stage_id: int | None = reading.value(
        select(lead_stage.c.id)
        .where(lead_stage.c.final, lead_stage.c.successful)
        .order_by(lead_stage.c.number)
        .limit(1)
    )
    return stage_id
