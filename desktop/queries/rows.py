"""Rows of lists by their ids, in the order asked for: a fixed number of statements whatever the number of rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from sqlalchemy import func, select

from desktop.processes.tables import process_definition
from desktop.queries.parts import due_state, label_of, money, title_of
from desktop.queries.registry import Reader
from desktop.sales import access, next_step, tags
from desktop.sales.tables import (
    account,
    activity,
    contact,
    lead,
    lead_stage,
    lookup_value,
    opportunity,
    opportunity_stage,
    person,
)
from desktop.views.rows import AccountRow, ActivityRow, ContactRow, LeadRow, OpportunityRow

Row = TypeVar("Row", OpportunityRow, LeadRow, ActivityRow, AccountRow, ContactRow)


def opportunity_rows(reader: Reader, ids: Sequence[int]) -> tuple[OpportunityRow, ...]:
    """Return the rows of these opportunities; ids that are gone are left out."""
    marked = tags.said(reader, "opportunity", ids)
    steps = _next_steps(reader, ids)
    rows = reader.rows(
        select(
            opportunity.c.id,
            opportunity.c.number,
            opportunity.c.title,
            opportunity.c.amount_minor,
            opportunity.c.amount_currency,
            opportunity.c.income_minor,
            opportunity.c.income_currency,
            opportunity.c.closed_at,
            opportunity.c.probability,
            opportunity.c.expected_close,
            opportunity.c.stage_since,
            next_step.last_end().label("last_end"),
            func.coalesce(account.c.name, contact.c.name).label("account"),
            opportunity_stage.c.days,
            opportunity_stage.c.code.label("stage_code"),
            opportunity_stage.c.final,
            label_of(opportunity_stage, reader.language).label("stage"),
            person.c.name.label("owner"),
        )
        .join(opportunity_stage, opportunity_stage.c.id == opportunity.c.stage_id)
        .join(person, person.c.id == opportunity.c.owner_id)
        .outerjoin(account, account.c.id == opportunity.c.account_id)
        .outerjoin(contact, contact.c.id == opportunity.c.contact_id)
        .where(opportunity.c.id.in_(ids))
    )

    def row_of(row: Any) -> OpportunityRow:
        step = steps.get(row.id)
        if row.final:
            state = "closed"
        elif step is None:
            idle_since = max(row.stage_since, row.last_end or row.stage_since)
            state = next_step.state_without_step(reader.now, idle_since, row.days)
        else:
            state = due_state(reader, step.due_at)
        return OpportunityRow(
            id=row.id,
            number=row.number,
            title=row.title,
            account=row.account or "",
            stage=row.stage,
            stage_code=row.stage_code,
            amount=money(row.amount_minor, row.amount_currency),
            income=money(row.income_minor, row.income_currency),
            closed_at=row.closed_at,
            probability=row.probability,
            expected_close=row.expected_close,
            owner=row.owner,
            next_step="" if step is None else step.title,
            next_due=None if step is None else step.due_at,
            due_state=state,
            tags=marked.get(row.id, ""),
        )

    return _in_order(ids, (row_of(row) for row in rows))


def _next_steps(reader: Reader, ids: Sequence[int]) -> dict[int, Any]:
    """Return the open activity that is due first, per opportunity."""
    rows = reader.rows(
        select(activity.c.opportunity_id, activity.c.due_at, title_of(activity, reader.language).label("title"))
        .where(activity.c.status == "planned", activity.c.opportunity_id.in_(ids))
        .order_by(activity.c.due_at.desc(), activity.c.id.desc())
    )
    return {row.opportunity_id: row for row in rows}


def lead_rows(reader: Reader, ids: Sequence[int]) -> tuple[LeadRow, ...]:
    """Return the rows of these leads; ids that are gone are left out."""
    marked = tags.said(reader, "lead", ids)
    need = lookup_value.alias("need")
    rows = reader.rows(
        select(
            lead.c.id,
            lead.c.number,
            lead.c.title,
            lead.c.account_name,
            lead.c.contact_name,
            lead.c.budget_minor,
            lead.c.budget_currency,
            lead.c.created_at,
            lead.c.nurture_until,
            account.c.name.label("account"),
            lead_stage.c.code.label("stage_code"),
            label_of(lead_stage, reader.language).label("stage"),
            label_of(need, reader.language).label("need"),
            person.c.name.label("owner"),
        )
        .join(lead_stage, lead_stage.c.id == lead.c.stage_id)
        .join(person, person.c.id == lead.c.owner_id)
        .outerjoin(account, account.c.id == lead.c.account_id)
        .outerjoin(need, need.c.id == lead.c.need_id)
        .where(lead.c.id.in_(ids))
    )
    return _in_order(
        ids,
        (
            LeadRow(
                id=row.id,
                number=row.number,
                title=row.title,
                customer=row.account or row.account_name or row.contact_name,
                stage=row.stage,
                stage_code=row.stage_code,
                need=row.need or "",
                budget=money(row.budget_minor, row.budget_currency),
                owner=row.owner,
                created_at=row.created_at,
                tags=marked.get(row.id, ""),
                nurture_until=row.nurture_until,
            )
            for row in rows
        ),
    )


def activity_rows(reader: Reader, ids: Sequence[int]) -> tuple[ActivityRow, ...]:
    """Return the rows of these activities; ids that are gone are left out."""
    from desktop.queries.cards import result_label  # not above: lists of sales do without mini-cards

    marked = tags.said(reader, "activity", ids)
    rows = reader.rows(
        select(
            activity.c.id,
            activity.c.kind,
            activity.c.start_at,
            activity.c.due_at,
            activity.c.status,
            activity.c.result_code,
            activity.c.element_id,
            process_definition.c.hash,
            title_of(activity, reader.language).label("title"),
            func.coalesce(opportunity.c.title, lead.c.title, account.c.name, contact.c.name, "").label("subject"),
            person.c.name.label("owner"),
        )
        .join(person, person.c.id == activity.c.owner_id)
        .outerjoin(process_definition, process_definition.c.id == activity.c.definition_id)
        .outerjoin(opportunity, opportunity.c.id == activity.c.opportunity_id)
        .outerjoin(lead, lead.c.id == activity.c.lead_id)
        .outerjoin(account, account.c.id == activity.c.account_id)
        .outerjoin(contact, contact.c.id == activity.c.contact_id)
        .where(activity.c.id.in_(ids))
    )
    return _in_order(
        ids,
        (
            ActivityRow(
                id=row.id,
                kind=row.kind,
                title=row.title,
                subject=row.subject,
                owner=row.owner,
                start_at=row.start_at,
                due_at=row.due_at,
                due_state=due_state(reader, row.due_at) if row.status == "planned" else row.status,
                result=result_label(reader, row.hash, row.element_id, row.result_code),
                tags=marked.get(row.id, ""),
            )
            for row in rows
        ),
    )


def account_rows(reader: Reader, ids: Sequence[int]) -> tuple[AccountRow, ...]:
    """Return the rows of these accounts with the number of their open opportunities; ids that are gone are left out."""
    marked = tags.said(reader, "account", ids)
    sector = lookup_value.alias("sector")
    still_open = select(opportunity_stage.c.id).where(opportunity_stage.c.final.is_(False))
    counts = dict(
        tuple(row)
        for row in reader.rows(
            select(opportunity.c.account_id, func.count())
            .where(opportunity.c.account_id.in_(ids), opportunity.c.stage_id.in_(still_open))
            .where(*access.visible(reader, opportunity))
            .group_by(opportunity.c.account_id)
        )
    )
    rows = reader.rows(
        select(
            account.c.id,
            account.c.name,
            account.c.address,
            account.c.phone,
            label_of(sector, reader.language).label("sector"),
            person.c.name.label("owner"),
        )
        .outerjoin(sector, sector.c.id == account.c.sector_id)
        .outerjoin(person, person.c.id == account.c.owner_id)
        .where(account.c.id.in_(ids))
    )
    return _in_order(
        ids,
        (
            AccountRow(
                id=row.id,
                name=row.name,
                sector=row.sector or "",
                address=row.address,
                phone=row.phone,
                owner=row.owner or "",
                opportunities=counts.get(row.id, 0),
                tags=marked.get(row.id, ""),
            )
            for row in rows
        ),
    )


def contact_rows(reader: Reader, ids: Sequence[int]) -> tuple[ContactRow, ...]:
    """Return the rows of these contacts; ids that are gone are left out."""
    marked = tags.said(reader, "contact", ids)
    rows = reader.rows(
        select(
            contact.c.id,
            contact.c.name,
            contact.c.job_title,
            contact.c.email,
            contact.c.phone,
            account.c.name.label("account"),
        )
        .outerjoin(account, account.c.id == contact.c.account_id)
        .where(contact.c.id.in_(ids))
    )
    return _in_order(
        ids,
        (
            ContactRow(row.id, row.name, row.account or "", row.job_title, row.email, row.phone, marked.get(row.id, ""))
            for row in rows
        ),
    )


def _in_order(ids: Sequence[int], rows: Iterable[Row]) -> tuple[Row, ...]:
    by_id = {row.id: row for row in rows}
    return tuple(by_id[row_id] for row_id in ids if row_id in by_id)
