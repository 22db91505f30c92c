"""The notification centre: a message is the key of a sentence and what fills it, so that it is read in any language.

A message of the kind "new-task" is shown with the sentences ``notification-new-task`` (the title) and
``notification-new-task-text`` of resources/texts. Parameters are plain JSON: a moment stands as ``{"moment": ISO
text}``, an amount as ``{"minor": 100, "currency": "EUR"}``, and a text in two languages as ``{"en": ..., "ru": ...}``;
``desktop.texts.say`` takes them as they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from desktop.sales.tables import notification
from desktop.store.transaction import Transaction
from desktop.views.exchange import Money

NEW_TASK = "new-task"
TASK_HANDED_OVER = "task-handed-over"
RECORD_HANDED_OVER = "record-handed-over"
WORK_HANDED_OVER = "work-handed-over"
PAGE = "page"
REMINDER = "reminder"
WON = "won"
LOST = "lost"
LEAD_ASSIGNED = "lead-assigned"
LEAD_HANDED_OFF = "lead-handed-off"
APPROVAL_ASKED = "approval-asked"
APPROVAL_GIVEN = "approval-given"
APPROVAL_RETURNED = "approval-returned"
APPROVAL_WITHDRAWN = "approval-withdrawn"
APPROVAL_DUE = "approval-due"
INCIDENT = "incident"


def notify(
    tx: Transaction,
    person_id: int,
    kind: str,
    parameters: Mapping[str, object],
    *,
    place: str = "",
    place_id: int | None = None,
    tone: str = "info",
    activity_id: int | None = None,
) -> int:
    """Send a person a message about a place; ``tone`` is info, good or bad. Returns its id."""
    return tx.insert(
        notification,
        {
            "person_id": person_id,
            "kind": kind,
            "parameters": {name: _kept(value) for name, value in parameters.items()},
            "place": place,
            "place_id": place_id,
            "tone": tone,
            "at": tx.now,
            "activity_id": activity_id,
        },
    )


def _kept(value: object) -> object:
    if isinstance(value, datetime):
        return {"moment": value.isoformat()}
    if isinstance(value, Money):
        return {"minor": value.minor, "currency": value.currency}
    return value
