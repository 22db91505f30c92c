"""Telling people of what is near."""

from __future__ import annotations

from desktop.actions.registry import Outcome, action
from desktop.sales import activities, reminders
from desktop.sales.documents import approvals
from desktop.sales.doors import ALL
from desktop.store.transaction import Transaction


@action("remind_due", right=ALL)
def remind_due(tx: Transaction) -> Outcome:
    """Tell the person who acts of every activity and answer that is due; done twice it tells of each only once.

    The result names them: ``reminded`` holds the ids of activities, the first to start first, ``documents`` those of
    documents that wait for approval (R19).
    """
    told, asked = reminders.tell(tx), approvals.remind(tx)
    result = {"reminded": tuple(row.id for row in told), "documents": tuple(row.document_id for row in asked)}
    if asked and not told:
        if len(asked) == 1:
            (one,) = asked
            parameters = {"number": approvals.number_of(tx, one), "due": one.due_at}
            return Outcome("approval-reminder-one", parameters, result=result)
        return Outcome("approval-reminder-many", {"count": len(asked)}, result=result)
    if len(told) + len(asked) == 1:
        (row,) = told
        about = f" · {row.subject}" if row.subject else ""
        said = {"title": activities.title_both(row), "about": about, "start": row.start_at}
        return Outcome("reminder-late" if row.start_at < tx.now else "reminder-one", said, result=result)
    if told:
        return Outcome("reminder-many", {"count": len(told) + len(asked)}, result=result)
    return Outcome(result=result)
