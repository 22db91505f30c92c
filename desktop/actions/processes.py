"""Running processes: L1 to L3 of docs/rules.md (L4 follows from moving a lead)."""

from __future__ import annotations

from desktop.actions.registry import Outcome, action
from desktop.processes import sale
from desktop.processes.definitions import catalogue
from desktop.processes.runs import runtime
from desktop.processes.runs.world import LEAD, title_of
from desktop.processes.sale import CORPORATE_SALE, Moved
from desktop.sales.doors import edits
from desktop.store.transaction import Transaction


@action("run_process", right=edits("lead", "lead"))
def run_process(tx: Transaction, process: str = CORPORATE_SALE, lead: int | None = None) -> Outcome:
    """Run a process: it makes its opportunity or lead on the way and opens its page (L1, L2).

    Where a lead is named, a process about sales begins a sale from it, a process about leads runs on it.
    """
    if lead is None:
        return started(tx, sale.start_new(tx, process), "process-started")
    if catalogue.newest(tx, process).definition.subject == LEAD:
        return started(tx, sale.start_on(tx, lead, process, LEAD), "process-started-on")
    return started(tx, sale.start_from_lead(tx, lead, process), "process-started")


@action("run_process_on", right=edits("opportunity", "opportunity"))
def run_process_on(tx: Transaction, opportunity: int, process: str = CORPORATE_SALE) -> Outcome:
    """Run a process on an opportunity, from the stage on which it stands (L3)."""
    return started(tx, sale.start_on(tx, opportunity, process), "process-started-on")


def started(tx: Transaction, moved: Moved, message: str) -> Outcome:
    """Return the outcome of an action that has started a process."""
    world = moved.world
    subject = world.subject
    assert moved.instance_id is not None
    assert world.subject_id is not None
    label = runtime.load(tx, moved.instance_id).definition.label
    return Outcome(
        message=f"{message}-lead" if subject == LEAD else message,
        parameters={
            "process": label.both,
            "opportunity": title_of(tx, subject, world.subject_id),
            "tasks": len(world.tasks),
        },
        undoable=True,
        opens=world.opens,
        hint_text=world.hint_text,
        result={
            subject: world.subject_id,
            "instance": moved.instance_id,
            "created": tuple(world.tasks),
        },
    )
