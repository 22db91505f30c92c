"""Telling people of what is near."""

from __future__ import annotations

from desktop.actions.registry import Outcome, action
from desktop.sales import activities, reminders
from desktop.sales.doors import ALL
from desktop.store.transaction import Transaction


@action("remind_due", right=ALL)
def remind_due(tx: Transaction) -> Outcome:
    """Tell the person who acts of every activity whose reminder is due; done twice it tells of each only once.

    The result names them: ``reminded`` holds the ids, the first to start first.
    """
    told = reminders.tell(tx)
    if not told:
        return Outcome(result={"reminded": ()})
    ids = tuple(row.id for row in told)
    if len(told) == 1:
        (row,) = told
        return Outcome(
            "reminder-one", {"title": activities.title_both(row), "start": row.start_at}, result={"reminded": ids}
        )
    return Outcome("reminder-many", {"count": len(told)}, result={"reminded": ids})
