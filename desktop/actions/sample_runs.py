"""What the sample data shows of the other processes: leads that one leads, a win that is followed.

The newest lead on Qualification and on Distribution runs "Lead handover", the sale that was won last "Follow-up after a
won deal".
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from desktop.actions.sample_story import working
from desktop.processes.lead_course import LEAD_HANDOVER
from desktop.sales import opportunities, participants

if TYPE_CHECKING:
    from desktop.actions.sample_story import Teller

FOLLOW_UP = "follow_up"
STAGES = ("qualification", "distribution")
AGO = timedelta(days=3)


def begun(teller: Teller) -> Iterator[datetime]:
    """Tell how the owners began these processes, some days ago."""
    tx = teller.tx
    yield working(teller.present - AGO, tx.zone)
    for code in STAGES:
        if code in teller.leads:
            lead, owner = teller.leads[code]
            teller.act(owner, "run_process", process=LEAD_HANDOVER, lead=lead)
    if teller.won is not None:
        row = opportunities.read(tx, teller.won)
        if row.contact_id is not None and not participants.present(tx, row.id):
            teller.act(row.owner_id, "add_participant", opportunity=row.id, contact=row.contact_id)
        teller.act(row.owner_id, "run_process_on", opportunity=row.id, process=FOLLOW_UP)
