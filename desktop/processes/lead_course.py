"""What people do with a lead, in terms of the process that may run on it (product.md, section 5; R4 to R8 for leads).

The rules of leads themselves stand in desktop/sales (leads, lead_distribution, nurturing); here the runs follow.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row

from desktop.processes import sale
from desktop.processes.definitions import catalogue
from desktop.processes.runs import delivery, runtime
from desktop.processes.runs.records import Records
from desktop.processes.runs.stepping import Stimulus
from desktop.processes.runs.world import LEAD
from desktop.processes.sale import Moved
from desktop.sales import activities, lead_distribution, leads, nurturing
from desktop.sales.lead_stages import LeadStages
from desktop.sales.lookups import LeadStage
from desktop.store.transaction import Transaction

LEAD_HANDOVER = "lead_handover"
TAKE_OVER = "take_over"
"""The element of the process "Lead handover" whose task asks the new owner to take the lead over."""
OWNER_GIVEN, PUT_ASIDE, TAKEN_UP = "owner_given", "lead_put_aside", "lead_taken_up"
"""The messages that tell a run on a lead what people have done with it."""


def begin(tx: Transaction, lead_id: int) -> None:
    """Run "Lead handover" on a lead that has just been made, unless the library has it switched off."""
    if catalogue.is_run(tx, LEAD_HANDOVER):
        sale.start_on(tx, lead_id, LEAD_HANDOVER, LEAD)


def choose_stage(tx: Transaction, lead_id: int, code: str) -> Moved:
    """Enter a stage that a person has chosen and let the runs follow (R5, R8); a sale begins where it should (L4).

    Refused as ``leads.checked_target`` does; NeedsReason where the lead is disqualified.
    """
    leads.checked_target(tx, lead_id, code)
    world = Records(tx, LeadStages.read(tx), record_id=lead_id)
    before = world.stage
    stage = world.stages.by_code(code)
    instances = runtime.running_on(tx, lead_id, subject=LEAD, lock=True)
    sale.follow_stage(world, instances, stage, lambda run, stimulus: runtime.go_on(tx, run, stimulus, world))
    if isinstance(stage, LeadStage) and stage.starts_sale:
        world.start_sale(always=False)
    return Moved(world, instances[-1].id if instances else None, before)


def follow(tx: Transaction, lead_id: int, stage_before: int) -> None:
    """Let the runs on a lead follow where it was moved by something else; a final stage ends them (R8)."""
    if leads.read(tx, lead_id).stage_id == stage_before:
        return
    world = Records(tx, LeadStages.read(tx), record_id=lead_id)
    assert world.stage is not None
    instances = runtime.running_on(tx, lead_id, subject=LEAD, lock=True)
    sale.follow_stage(world, instances, world.stage, lambda run, stimulus: runtime.go_on(tx, run, stimulus, world))


def assign(tx: Transaction, lead_id: int, owner: int) -> None:
    """Make a person the lead's owner; a run that waits for an owner goes on."""
    before = leads.read(tx, lead_id).stage_id
    lead_distribution.assign(tx, lead_id, owner)
    follow(tx, lead_id, before)
    delivery.tell(tx, LEAD, lead_id, OWNER_GIVEN)


def hand_off(tx: Transaction, lead_id: int, owner: int, comment: str) -> int:
    """Hand a lead over to sales and return the task to take it over: the run's own, where one makes it."""
    before = leads.read(tx, lead_id).stage_id
    lead_distribution.hand_over(tx, lead_id, owner, comment)
    follow(tx, lead_id, before)
    made = _open_task(tx, lead_id, TAKE_OVER)
    return lead_distribution.plan_take_over(tx, lead_id, owner, comment) if made is None else made


def put_aside(tx: Transaction, lead_id: int, until: date, reason: str) -> int:
    """Put a lead aside until a day; a run that waits for its day waits for the new one. Returns the call."""
    call = nurturing.put_aside(tx, lead_id, until, reason)
    delivery.tell(tx, LEAD, lead_id, PUT_ASIDE, {"comes_back": nurturing.returns_at(tx, until).isoformat()})
    return call


def take_up(tx: Transaction, lead_id: int) -> None:
    """Take a lead up again before its day; a run that waits for it goes on. Refused "lead-not-aside"."""
    nurturing.take_up(tx, lead_id)
    delivery.tell(tx, LEAD, lead_id, TAKEN_UP)


def returned(tx: Transaction, row: Row[Any]) -> bool:
    """Take a lead up whose call to return has been completed; tell whether the activity was that call."""
    if row.lead_id is None or leads.read(tx, row.lead_id).nurture_activity_id != row.id:
        return False
    take_up(tx, row.lead_id)
    return True


def leave_one_run(tx: Transaction, keep: int, others: Sequence[int]) -> None:
    """End all runs but one of each process on leads that become one; that of the lead that is kept goes on first."""
    under_way: set[str] = set()
    for lead_id in (keep, *others):
        for instance in runtime.running_on(tx, lead_id, subject=LEAD, lock=True):
            if instance.definition.key in under_way:
                runtime.go_on(tx, instance, Stimulus("cancel"), runtime.world_of(tx, instance))
            under_way.add(instance.definition.key)


def _open_task(tx: Transaction, lead_id: int, element_id: str) -> int | None:
    for instance in runtime.running_on(tx, lead_id, LEAD_HANDOVER, subject=LEAD):
        for row in activities.open_of_process(tx, instance.id):
            if row.element_id == element_id:
                return int(row.id)
    return None
