"""What a closing sets in motion elsewhere: the runs on its lead, and the processes that follow a win.

All of it belongs to the action that closes the opportunity, and is undone with it.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row

from desktop.processes import lead_course
from desktop.processes.definitions import catalogue
from desktop.processes.runs import delivery, runtime
from desktop.processes.runs.records import Records
from desktop.processes.runs.world import LEAD, OPPORTUNITY
from desktop.sales import lead_outcome, leads, settings
from desktop.sales.reading import Reading
from desktop.sales.stages import Stage

SALE_WON, SALE_LOST = "sale_won", "sale_lost"
"""The messages that tell a run on a lead of what became of its sale."""
OPPORTUNITY_WON = "opportunity_won"
"""The signal that begins what follows a win."""


def follow(world: Records, row: Row[Any], stage: Stage) -> None:
    """Tell the lead's runs, move the lead of a won sale to Satisfied, and begin what follows a win."""
    tx = world.tx
    if row.lead_id is not None:
        if stage.successful:
            delivery.tell(tx, LEAD, row.lead_id, SALE_WON)
            before = leads.read(tx, row.lead_id).stage_id
            lead_outcome.satisfy(tx, row.lead_id)
            lead_course.follow(tx, row.lead_id, before)
        elif not leads.has_open_sale(tx, row.lead_id):
            delivery.tell(tx, LEAD, row.lead_id, SALE_LOST)
    if stage.successful:
        for key, event, index in begun(tx):
            if not runtime.running_on(tx, row.id, key):
                after = Records(tx, world.stages, record_id=row.id)
                runtime.start(tx, key, after, event=event, index=index)
                world.tasks += after.tasks


def begun(reading: Reading) -> tuple[tuple[str, str, int], ...]:
    """Return the processes that a win begins by itself: none where the system setting says so."""
    if not settings.read(reading).follow_up:
        return ()
    return catalogue.begun_by(reading, "signal", OPPORTUNITY_WON, OPPORTUNITY)
