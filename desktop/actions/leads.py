"""Making, saving and moving leads; a lead that awaits its sale starts one (L4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from desktop.actions.registry import Outcome, action
from desktop.processes import handover as handing_over
from desktop.processes import lead_course
from desktop.processes.runs import runtime
from desktop.processes.runs.world import LEAD
from desktop.sales import access, drafts, lead_distribution, leads, people, settings
from desktop.sales.doors import EACH, Creates, edits
from desktop.sales.lookups import both
from desktop.views.exchange import Place, Refused

if TYPE_CHECKING:
    from desktop.store.transaction import Transaction


@action("create_lead", right=Creates("lead"))
def create_lead(tx: Transaction, title: str, handover: bool | None = None, **fields: object) -> Outcome:
    """Add a lead on the first stage; ``fields`` are keys of LeadFields, references and choices by id.

    The process "Lead handover" begins on it if ``handover`` says so, without it if the system setting does.
    """
    lead = leads.create(tx, title, fields)
    if settings.read(tx).lead_handover if handover is None else handover:
        lead_course.begin(tx, lead)
    return Outcome(
        message="lead-created",
        parameters={"title": title.strip()},
        undoable=True,
        result={"lead": lead},
    )


@action("save_lead", right=edits("lead"))
def save_lead(tx: Transaction, id: int, version: int, fields: Mapping[str, object]) -> Outcome:
    """Change fields of a lead; fails with ChangedMeanwhile if it was saved since ``version`` was read.

    A new owner gets the open tasks of the process; a step that waits for the page goes on (R17).
    """
    before = leads.read(tx, id)
    leads.save(tx, id, version, fields)
    handing_over.to_owner(tx, before, LEAD)
    runtime.saved(tx, LEAD, id)
    drafts.discard(tx, "lead", id)
    return Outcome(message="record-saved", parameters={"name": leads.read(tx, id).title}, undoable=True)


@action("change_lead_stage", right=edits("lead", "lead"))
def change_lead_stage(tx: Transaction, lead: int, stage: str) -> Outcome:
    """Move a lead to any other stage; a final one cannot be left (R9). A process that runs on the lead follows.

    On a stage that starts a sale, while the setting "Run the sales process" is on, an opportunity is made from the
    lead and the corporate sale runs on it (L4), unless an earlier opportunity of the lead is still open.
    """
    moved = lead_course.choose_stage(tx, lead, stage)
    title = leads.read(tx, lead).title
    made = {"created": tuple(moved.world.tasks), "cancelled": tuple(moved.world.cancelled)}
    opportunity = moved.world.sale_id
    if opportunity is not None:
        return Outcome(
            message="lead-sale-started",
            parameters={"title": title},
            undoable=True,
            opens=Place("opportunity", opportunity),
            result={"opportunity": opportunity, **made},
        )
    entered = moved.world.stage
    assert entered is not None
    return Outcome(
        message="lead-stage-changed",
        parameters={"title": title, "stage": both(entered.name_en, entered.name_ru)},
        undoable=True,
        result=made,
    )


@action("assign_leads", right=EACH)
def assign_leads(tx: Transaction, leads: Sequence[int], owner: int | None = None) -> Outcome:
    """Give leads to a person or, without one, each to whoever of the team has the least to do then; tell the owners.

    A lead that has not come to Distribution yet is put there.
    """
    numbers = tuple(dict.fromkeys(leads))
    if not numbers:
        raise Refused("lead-none")
    given: list[int] = []
    said: dict[str, object] = {}
    for lead in numbers:
        access.must_change(tx, "lead", lead)
        to = owner
        if to is None:
            load = lead_distribution.choose(tx)
            said = {"leads": load.leads, "opportunities": load.opportunities, "activities": load.activities}
            to = load.person
        access.must_give(tx, "lead", lead, to)
        lead_course.assign(tx, lead, to)
        given.append(to)
    said["name"] = ", ".join(people.name_of(tx, one) for one in dict.fromkeys(given))
    return _assigned(tx, numbers, given, said, "lead-assigned" if owner is not None else "lead-assigned-least")


def _assigned(
    tx: Transaction, numbers: Sequence[int], given: Sequence[int], said: Mapping[str, object], one: str
) -> Outcome:
    code = "leads-assigned" if len(numbers) > 1 else one
    said = {**said, "count": len(numbers), "title": leads.read(tx, numbers[0]).title}
    return Outcome(code, said, undoable=True, result={"owners": tuple(given)})


@action("hand_off_lead", right=edits("lead", "lead"))
def hand_off_lead(tx: Transaction, lead: int, owner: int | None = None, comment: str = "") -> Outcome:
    """Hand a lead over to sales: its new owner (without one the least busy of the team) gets a task and a message."""
    to = lead_distribution.choose(tx).person if owner is None else owner
    access.must_give(tx, "lead", lead, to)
    activity = lead_course.hand_off(tx, lead, to, comment)
    said = {"title": leads.read(tx, lead).title, "name": people.name_of(tx, to)}
    return Outcome("lead-handed-off", said, undoable=True, result={"activity": activity, "owner": to})


@action("put_lead_aside", right=edits("lead", "lead"))
def put_lead_aside(tx: Transaction, lead: int, until: date, reason: str) -> Outcome:
    """Put a lead aside until a day, for a reason; a call with a reminder brings it back then."""
    activity = lead_course.put_aside(tx, lead, until, reason)
    said = {"title": leads.read(tx, lead).title, "until": until}
    return Outcome("lead-put-aside", said, undoable=True, result={"activity": activity})


@action("take_lead_up", right=edits("lead", "lead"))
def take_lead_up(tx: Transaction, lead: int) -> Outcome:
    """Take a lead up again that was put aside; the call that would bring it back is cancelled."""
    lead_course.take_up(tx, lead)
    return Outcome("lead-taken-up", {"title": leads.read(tx, lead).title}, undoable=True)
