"""What a person does with an activity: completed on a mini-card or on its own page, the outcome is the same (R3)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from desktop.actions.registry import Outcome, action
from desktop.processes import lead_course, sale
from desktop.processes.runs.world import LEAD
from desktop.processes.sale import Moved
from desktop.sales import activities, drafts
from desktop.sales.doors import Creates, edits
from desktop.store.transaction import Transaction
from desktop.views.exchange import ClosingAnswer, Place, Refused


@action("complete_task", right=edits("activity", "activity"))
def complete_task(
    tx: Transaction,
    activity: int,
    result: str = activities.DONE,
    *,
    when: datetime | None = None,
    comment: str = "",
    spent_minutes: int = 0,
    closing: ClosingAnswer | None = None,
) -> Outcome:
    """Complete an activity with a result; that of a process's task decides the way (R15)."""
    row = activities.read_open(tx, activity)
    title = activities.title_both(row)
    if row.instance_id is None:
        if result != activities.DONE:
            raise Refused("result-unknown", field="result", result=result)
        activities.complete(tx, row, result, comment, spent_minutes)
        taken_up = lead_course.returned(tx, row)
        return Outcome(
            "task-completed-taken-up" if taken_up else "task-completed",
            {"title": title},
            undoable=True,
            result={"activity": activity, "created": ()},
        )
    moved = sale.complete_task(tx, row, result, when=when, comment=comment, spent_minutes=spent_minutes, answer=closing)
    sale_id = moved.world.sale_id
    return Outcome(
        message=_message(moved),
        parameters={"title": title, **_parameters(moved)},
        undoable=True,
        opens=moved.world.opens if sale_id is None else Place("opportunity", sale_id),
        hint_text=moved.world.hint_text,
        result={
            "activity": activity,
            "created": tuple(moved.world.tasks),
            "cancelled": tuple(moved.world.cancelled),
        },
    )


def _message(moved: Moved) -> str:
    entered = moved.stage_entered
    if entered is None:
        return "task-completed-anew" if moved.world.tasks else "task-completed"
    code = "task-completed-closed" if entered.final else "task-completed-moved"
    return f"{code}-lead" if moved.world.subject == LEAD else code


def _parameters(moved: Moved) -> dict[str, object]:
    entered = moved.stage_entered
    if entered is None:
        return {"created": len(moved.world.tasks)} if moved.world.tasks else {}
    return {
        "stage": {"en": entered.name_en, "ru": entered.name_ru},
        "created": len(moved.world.tasks),
    }


@action("cancel_task", right=edits("activity", "activity"))
def cancel_task(tx: Transaction, activity: int, comment: str = "") -> Outcome:
    """Cancel a hand-made activity. One that belongs to a process takes a result or goes with its stage (R6)."""
    row = activities.read_open(tx, activity)
    if row.instance_id is not None:
        raise Refused("task-belongs-to-process")
    activities.cancel(tx, activity, comment)
    return Outcome("task-cancelled", {"title": activities.title_both(row)}, undoable=True)


@action("reschedule_task", right=edits("activity", "activity"))
def reschedule_task(tx: Transaction, activity: int, start_at: datetime, due_at: datetime | None = None) -> Outcome:
    """Move an open activity in the calendar; without a due time it takes as long as before."""
    row = activities.read_open(tx, activity)
    start = activities.checked_moment(start_at, "start_at")
    due = None if due_at is None else activities.checked_moment(due_at, "due_at")
    activities.reschedule(tx, activity, start, due)
    return Outcome(
        "task-rescheduled",
        {"title": activities.title_both(row), "start": start},
        undoable=True,
        result={"activity": activity},
    )


@action("create_activity", right=Creates("activity"))
def create_activity(tx: Transaction, kind: str, title: str, **fields: object) -> Outcome:
    """Create an activity by hand; ``fields`` are keys of ActivityFields.

    Its page is opened where nothing but a title is given: what is planned on a record or in the schedule is seen there.
    """
    activity_id = activities.create(tx, kind, title, fields)
    linked = any(fields.get(name) is not None for name in ("opportunity", "lead", "account", "contact", "start_at"))
    return Outcome(
        "activity-created",
        {"title": title.strip()},
        undoable=True,
        opens=None if linked else Place("activity", activity_id),
        result={"activity": activity_id},
    )


@action("save_activity", right=edits("activity"))
def save_activity(tx: Transaction, id: int, version: int, fields: Mapping[str, object]) -> Outcome:
    """Save edited fields of an activity."""
    activities.save(tx, id, version, fields)
    drafts.discard(tx, "activity", id)
    row = activities.read(tx, id)
    return Outcome("activity-saved", {"title": activities.title_both(row)}, undoable=True, result={"activity": id})


@action("add_note", right=Creates("note"))
def add_note(tx: Transaction, text: str, opportunity: int | None = None, lead: int | None = None) -> Outcome:
    """Keep a note on an opportunity or a lead."""
    note_id = activities.add_note(tx, text, opportunity, lead)
    return Outcome("note-added", {}, undoable=True, result={"note": note_id})
