"""A lead that is put aside until a day: it comes back by itself, as a call with a reminder on that day [ours]."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Row

from desktop.sales import activities, lookups, people, settings
from desktop.sales.reading import Reading
from desktop.sales.tables import activity, lead
from desktop.store.transaction import Transaction
from desktop.views.exchange import Refused

_RETURN = {"en": "Return to the lead", "ru": "Вернуться к лиду"}


def put_aside(tx: Transaction, lead_id: int, until: object, reason: object) -> int:
    """Put a lead aside until a day, for a reason, and return the call that brings it back at the start of that day.

    A lead that was put aside already gets the new day. Refused "lead-final-stage", "nurture-day", "nurture-reason".
    """
    row = _read(tx, lead_id)
    stage = next(one for one in lookups.lead_stages(tx) if one.id == row.stage_id)
    if stage.final:
        raise Refused("lead-final-stage", field="stage", stage=lookups.both(stage.name_en, stage.name_ru))
    today = tx.now.astimezone(tx.zone).date()
    if not isinstance(until, date) or isinstance(until, datetime) or until <= today:
        raise Refused("nurture-day", field="until")
    words = people.checked_text(reason, "reason", required="nurture-reason", limit=1_000)
    _cancel_call(tx, row.nurture_activity_id)
    start = returns_at(tx, until)
    fields = {
        "lead": lead_id,
        "account": row.account_id,
        "contact": row.contact_id,
        "owner": row.owner_id,
        "start_at": start,
        "comment": words,
        "remind_at": start,
    }
    call = activities.create(tx, "call", _RETURN[tx.language], fields)
    tx.update(lead, lead_id, {"nurture_until": until, "nurture_reason": words, "nurture_activity_id": call})
    return call


def returns_at(reading: Reading, until: date) -> datetime:
    """Return the moment (UTC) at which a lead comes back on a day: the beginning of the working day."""
    begins = settings.working_hours(reading).begins
    return (datetime.combine(until, time(), reading.zone) + timedelta(minutes=begins)).astimezone(UTC)


def take_up(tx: Transaction, lead_id: int) -> None:
    """Take a lead up again before its day: the call that would bring it back is cancelled.

    Refused "lead-not-aside" where it was not put aside.
    """
    if not end(tx, lead_id):
        raise Refused("lead-not-aside")


def end(tx: Transaction, lead_id: int) -> bool:
    """Let a lead be put aside no longer, however that came; tell whether it was."""
    row = _read(tx, lead_id)
    if row.nurture_until is None:
        return False
    _cancel_call(tx, row.nurture_activity_id)
    tx.update(lead, lead_id, {"nurture_until": None, "nurture_reason": "", "nurture_activity_id": None})
    return True


def _read(tx: Transaction, lead_id: int) -> Row[Any]:
    row = tx.get(lead, lead_id)
    if row is None:
        raise Refused("record-gone")
    return row


def _cancel_call(tx: Transaction, activity_id: int | None) -> None:
    row = None if activity_id is None else tx.get(activity, activity_id)
    if row is not None and row.status == activities.PLANNED:
        activities.cancel(tx, row.id)
