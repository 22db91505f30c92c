"""The page of one activity, and the schedule."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, func, select

from desktop.processes.tables import process_definition
from desktop.queries.cards import cancelling, knowledge, result_label, results
from desktop.queries.parts import OPEN, due_state, editing, label_of, ref, refusing, title_of
from desktop.queries.registry import Reader, query
from desktop.sales import access, drafts, reminders
from desktop.sales.documents import approvals
from desktop.sales.doors import ALL_MAY, VISIBLE, record
from desktop.sales.tables import account, activity, contact, lead, opportunity, opportunity_stage, person, reminder
from desktop.views.activities import ActivityFields, ActivityPage, ScheduleItem
from desktop.views.exchange import Ref, Refused

LONGEST = timedelta(days=366)
"""What takes longer is on the calendar for so long after its start; to look back without end would cost too much."""


@query("activity_page", reads=record("activity"))
def activity_page(reader: Reader, id: int) -> ActivityPage:
    """Return all that the page of one activity shows. Refused "record-gone" where there is none of that id."""
    row = _row(reader, id)
    if row is None:
        raise Refused("record-gone")
    draft, draft_at = drafts.kept(reader, reader.person_id, "activity", id)
    planned = row.status == "planned"
    over = editing(reader, "activity", id, OPEN if planned else refusing(reader, f"activity-{row.status}"))
    return ActivityPage(
        id=id,
        version=row.version,
        fields=ActivityFields(
            kind=row.kind,
            title=row.shown_title,
            owner=Ref(row.owner_id, row.owner_name),
            opportunity=ref(row.opportunity_id, row.opportunity_title or row.opportunity_number),
            lead=ref(row.lead_id, row.lead_title),
            account=ref(row.account_id, row.account_name),
            contact=ref(row.contact_id, row.contact_name),
            start_at=row.start_at,
            due_at=row.due_at,
            comment=row.comment,
            spent_minutes=row.spent_minutes,
            remind_at=row.remind_at,
        ),
        status=row.status,
        due_state=due_state(reader, row.due_at) if planned else row.status,
        process_label=row.process_label or "",
        stage_label=row.stage_label or "",
        results=results(reader, row.definition_hash, row.element_id),
        result_label=result_label(reader, row.definition_hash, row.element_id, row.result_code),
        done_at=row.done_at,
        done_by=row.done_name or "",
        created_at=row.created_at,
        created_by=row.created_name or "",
        edit=over,
        complete=over,
        cancel=cancelling(reader, row.instance_id) if over.enabled else over,
        draft=draft,
        draft_at=draft_at,
        knowledge=knowledge(reader, row.definition_hash, row.element_id) if planned and row.opportunity_id else "",
    )


def _row(reader: Reader, activity_id: int) -> Row[Any] | None:
    language = reader.language
    creator, doer = person.alias("creator"), person.alias("doer")
    return reader.first(
        select(
            activity,
            title_of(activity, language).label("shown_title"),
            person.c.name.label("owner_name"),
            creator.c.name.label("created_name"),
            doer.c.name.label("done_name"),
            opportunity.c.title.label("opportunity_title"),
            opportunity.c.number.label("opportunity_number"),
            lead.c.title.label("lead_title"),
            account.c.name.label("account_name"),
            contact.c.name.label("contact_name"),
            process_definition.c.hash.label("definition_hash"),
            label_of(process_definition, language).label("process_label"),
            label_of(opportunity_stage, language).label("stage_label"),
            reminder.c.at.label("remind_at"),
        )
        .join(person, person.c.id == activity.c.owner_id)
        .outerjoin(creator, creator.c.id == activity.c.created_by)
        .outerjoin(doer, doer.c.id == activity.c.done_by)
        .outerjoin(opportunity, opportunity.c.id == activity.c.opportunity_id)
        .outerjoin(lead, lead.c.id == activity.c.lead_id)
        .outerjoin(account, account.c.id == activity.c.account_id)
        .outerjoin(contact, contact.c.id == activity.c.contact_id)
        .outerjoin(process_definition, process_definition.c.id == activity.c.definition_id)
        .outerjoin(opportunity_stage, opportunity_stage.c.code == activity.c.stage_code)
        .outerjoin(reminder, reminder.c.activity_id == activity.c.id)
        .where(activity.c.id == activity_id)
    )


@query("reminders_due", reads=ALL_MAY)
def reminders_due(reader: Reader) -> int:
    """Return of how many activities and answers to requests for approval the reader is to be told now."""
    due = reminders.count_due(reader, reader.person_id, reader.now)
    return due + approvals.count_due(reader, reader.person_id)


@query("schedule", reads=VISIBLE)
def schedule(reader: Reader, start: datetime, end: datetime, person: int | None = None) -> tuple[ScheduleItem, ...]:
    """Return the activities of a person (the reader, unless another is named) that touch the span, by their start.

    Both moments are aware; ``end`` is not part of the span. Cancelled activities are not on the calendar.
    """
    owner = reader.person_id if person is None else person
    if owner is None:
        return ()
    further = access.visible(reader, activity)
    return schedule_items(reader, (owner,), start, end, longest=LONGEST, further=further)


def schedule_items(
    reader: Reader,
    owners: tuple[int, ...],
    start: datetime,
    end: datetime,
    *,
    kinds: tuple[str, ...] = (),
    longest: timedelta | None = None,
    further: tuple[ColumnElement[bool], ...] = (),
) -> tuple[ScheduleItem, ...]:
    """Return what stands on the calendars of these people in the span, by its start; of some kinds only, or of all.

    What takes more than ``longest`` may be left out: to look back without end costs more the longer the history is.
    """
    conditions: list[ColumnElement[bool]] = [*further]
    if kinds:
        conditions.append(activity.c.kind.in_(kinds))
    if longest is not None:
        conditions.append(activity.c.start_at > start - longest)
    sale_account = account.alias("sale_account")
    rows = reader.rows(
        select(
            activity.c.id,
            activity.c.version,
            activity.c.kind,
            activity.c.status,
            activity.c.start_at,
            activity.c.due_at,
            activity.c.opportunity_id,
            activity.c.owner_id,
            opportunity.c.owner_id.label("sale_owner_id"),
            lead.c.owner_id.label("lead_owner_id"),
            title_of(activity, reader.language).label("title"),
            func.coalesce(
                sale_account.c.name, opportunity.c.title, lead.c.title, account.c.name, contact.c.name, ""
            ).label("subtitle"),
        )
        .outerjoin(opportunity, opportunity.c.id == activity.c.opportunity_id)
        .outerjoin(sale_account, sale_account.c.id == opportunity.c.account_id)
        .outerjoin(lead, lead.c.id == activity.c.lead_id)
        .outerjoin(account, account.c.id == activity.c.account_id)
        .outerjoin(contact, contact.c.id == activity.c.contact_id)
        .where(
            activity.c.owner_id.in_(owners),
            activity.c.status.in_(("planned", "done")),
            activity.c.due_at >= start,
            activity.c.start_at < end,
            *conditions,
        )
        .order_by(activity.c.start_at, activity.c.id)
    )
    judged = access.judge(reader)
    return tuple(
        ScheduleItem(
            id=row.id,
            version=row.version,
            kind=row.kind,
            title=row.title,
            subtitle=row.subtitle,
            start_at=row.start_at,
            due_at=row.due_at,
            state=_state(reader, row),
            opportunity=row.opportunity_id,
            movable=row.status == "planned"
            and not judged("activity", (row.owner_id, row.sale_owner_id, row.lead_owner_id)),
        )
        for row in rows
    )


def _state(reader: Reader, row: Row[Any]) -> str:
    if row.status != "planned":
        return str(row.status)
    return "overdue" if row.due_at < reader.now else "ahead"
