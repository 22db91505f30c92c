"""The page and the printed form of an order, what follows a won sale (R12), the chain lead, opportunity, order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, select

from desktop.processes.tables import process_definition, process_instance
from desktop.queries.parts import choice, editing, label_of, money, ref, title_of
from desktop.queries.products import line_rows
from desktop.queries.registry import Reader, query
from desktop.sales import access, activities, drafts, line_amounts, lines, opportunities, orders, settings, tags
from desktop.sales.doors import VISIBLE, record
from desktop.sales.stages import Stages
from desktop.sales.tables import (
    account,
    activity,
    contact,
    lead,
    lookup_value,
    opportunity,
    person,
    sales_order,
)
from desktop.views.exchange import Money, Place, Ref, Refused
from desktop.views.orders import (
    ChainLink,
    OrderDocument,
    OrderFields,
    OrderPage,
    OrderRow,
    Payment,
    WhatFollows,
)


@query("order_page", reads=record("order"))
def order_page(reader: Reader, id: int) -> OrderPage:
    """Return all that the page of one order shows but its lines. Refused "record-gone" where there is none."""
    row = _row(reader, id)
    plan = _payments(reader, row)
    draft, draft_at = drafts.kept(reader, reader.person_id, "order", id)
    paid = sum(payment.comes_to.minor for payment in plan if payment.paid_on is not None)
    planned = sum(payment.comes_to.minor for payment in plan)
    return OrderPage(
        id=id,
        version=row.version,
        number=row.number,
        fields=OrderFields(
            account=ref(row.account_id, row.account_name),
            contact=ref(row.contact_id, row.contact_name),
            opportunity=ref(row.opportunity_id, row.opportunity_title or row.opportunity_number),
            owner=Ref(row.owner_id, row.owner_name),
            ordered_on=row.ordered_on,
            status=choice(row.status_id, row.status_code, row.status_label),
            notes=row.notes,
        ),
        total=Money(row.total_minor, row.currency),
        payments=plan,
        paid=Money(paid, row.currency),
        unplanned=Money(row.total_minor - planned, row.currency),
        edit=editing(reader, "order", id),
        created_at=row.created_at,
        created_by=row.created_name or "",
        draft=draft,
        draft_at=draft_at,
    )


@query("order_document", reads=record("order"))
def order_document(reader: Reader, id: int) -> OrderDocument:
    """Return what the printed form of an order says. Refused "record-gone" where there is none."""
    row = _row(reader, id)
    found = lines.of(reader, "order", id)
    return OrderDocument(
        number=row.number,
        company=settings.read(reader).company,
        customer=row.account_name or "",
        address=row.account_address or "",
        contact=row.contact_name or "",
        owner=row.owner_name,
        owner_email=row.owner_email,
        ordered_on=row.ordered_on,
        status_en=row.status_en,
        status_ru=row.status_ru,
        notes=row.notes,
        lines=line_rows(found),
        before=Money(sum(line_amounts.gross(lines.priced(line)) for line in found), row.currency),
        total=Money(row.total_minor, row.currency),
        payments=_payments(reader, row),
    )


@query("what_follows", reads=record("opportunity", "opportunity"))
def what_follows(reader: Reader, opportunity: int) -> WhatFollows:
    """Return what there is to do after the sale was won, each with whether it is done (R12)."""
    row = opportunities.read(reader, opportunity)
    stage = Stages.read(reader).by_id(row.stage_id)
    found = orders.of_opportunity(reader, opportunity)
    step = reader.first(
        select(activity.c.id, title_of(activity, reader.language).label("title"))
        .where(activity.c.opportunity_id == opportunity, activity.c.status == activities.PLANNED)
        .order_by(activity.c.due_at, activity.c.id)
        .limit(1)
    )
    return WhatFollows(
        opportunity=opportunity,
        won=stage.final and stage.successful,
        checked=row.closing_checked,
        income=money(row.income_minor, row.income_currency),
        spent_minutes=row.closed_minutes or 0,
        spent_on_tasks=activities.spent_on(reader, opportunity),
        orders=tuple(Ref(order.id, order.number) for order in found),
        lines=len(lines.of(reader, "opportunity", opportunity)),
        next_activity=None if step is None else Ref(step.id, step.title),
        follow_up=stage.final and stage.successful and _can_follow_up(reader, opportunity),
    )


FOLLOW_UP = "follow_up"


def _can_follow_up(reader: Reader, opportunity: int) -> bool:
    """Tell whether the library has the process that looks after the customer, and it never ran on this sale."""
    there = reader.value(
        select(process_definition.c.id).where(process_definition.c.key == FOLLOW_UP, process_definition.c.active)
    )
    ran = reader.value(
        select(process_instance.c.id)
        .where(
            process_instance.c.subject == "opportunity",
            process_instance.c.subject_id == opportunity,
            process_instance.c.definition_key == FOLLOW_UP,
        )
        .limit(1)
    )
    return there is not None and ran is None


@query("chain", reads=VISIBLE)
def chain(reader: Reader, subject: str, id: int) -> tuple[ChainLink, ...]:
    """Return lead, opportunity and orders that belong together, seen from any of them; one alone makes no chain."""
    access.must_see(reader, subject, id)
    lead_id, sale_id = _ends(reader, subject, id)
    if lead_id is not None and not access.may_see(reader, "lead", lead_id):
        lead_id = None
    if sale_id is not None and not access.may_see(reader, "opportunity", sale_id):
        sale_id = None
    links: list[ChainLink] = []
    if lead_id is not None:
        row = reader.first(select(lead.c.title, lead.c.number).where(lead.c.id == lead_id))
        if row is not None:
            links.append(ChainLink("lead", row.title or row.number, Place("lead", lead_id), subject == "lead"))
    if sale_id is not None:
        title = opportunities.title_of(reader, sale_id)
        place = Place("opportunity", sale_id)
        links.append(ChainLink("opportunity", title, place, subject == "opportunity"))
        found = {row.id: row for row in orders.of_opportunity(reader, sale_id)}
        for row in (found[seen] for seen in access.seen(reader, sales_order, tuple(found))):
            here = subject == "order" and row.id == id
            links.append(ChainLink("order", row.number, Place("order", row.id), here))
    return tuple(links) if len(links) > 1 else ()


def _ends(reader: Reader, subject: str, id: int) -> tuple[int | None, int | None]:
    """Return the lead and the opportunity of a chain."""
    if subject == "lead":
        return id, reader.value(select(lead.c.opportunity_id).where(lead.c.id == id))
    if subject == "order":
        sale_id = reader.value(select(sales_order.c.opportunity_id).where(sales_order.c.id == id))
    elif subject == "opportunity":
        sale_id = id
    else:
        raise Refused("subject-unknown", field="subject", subject=subject)
    return reader.value(select(opportunity.c.lead_id).where(opportunity.c.id == sale_id)), sale_id


def order_rows(reader: Reader, ids: Sequence[int]) -> tuple[OrderRow, ...]:
    """Return the rows of these orders; ids that are gone are left out."""
    marked = tags.said(reader, "order", ids)
    found = {
        row.id: OrderRow(
            id=row.id,
            number=row.number,
            account=row.account or "",
            opportunity=row.opportunity or "",
            status=row.status,
            status_code=row.code,
            ordered_on=row.ordered_on,
            total=Money(row.total_minor, row.currency),
            owner=row.owner,
            tags=marked.get(row.id, ""),
        )
        for row in reader.rows(
            select(
                sales_order.c.id,
                sales_order.c.number,
                sales_order.c.ordered_on,
                sales_order.c.total_minor,
                sales_order.c.currency,
                account.c.name.label("account"),
                opportunity.c.title.label("opportunity"),
                lookup_value.c.code,
                label_of(lookup_value, reader.language).label("status"),
                person.c.name.label("owner"),
            )
            .join(lookup_value, lookup_value.c.id == sales_order.c.status_id)
            .join(person, person.c.id == sales_order.c.owner_id)
            .outerjoin(account, account.c.id == sales_order.c.account_id)
            .outerjoin(opportunity, opportunity.c.id == sales_order.c.opportunity_id)
            .where(sales_order.c.id.in_(ids))
        )
    }
    return tuple(found[row_id] for row_id in ids if row_id in found)


def _row(reader: Reader, order_id: int) -> Row[Any]:
    creator = person.alias("creator")
    row = reader.first(
        select(
            sales_order,
            account.c.name.label("account_name"),
            account.c.address.label("account_address"),
            contact.c.name.label("contact_name"),
            opportunity.c.title.label("opportunity_title"),
            opportunity.c.number.label("opportunity_number"),
            person.c.name.label("owner_name"),
            person.c.email.label("owner_email"),
            creator.c.name.label("created_name"),
            lookup_value.c.code.label("status_code"),
            lookup_value.c.name_en.label("status_en"),
            lookup_value.c.name_ru.label("status_ru"),
            label_of(lookup_value, reader.language).label("status_label"),
        )
        .join(lookup_value, lookup_value.c.id == sales_order.c.status_id)
        .join(person, person.c.id == sales_order.c.owner_id)
        .outerjoin(creator, creator.c.id == sales_order.c.created_by)
        .outerjoin(account, account.c.id == sales_order.c.account_id)
        .outerjoin(contact, contact.c.id == sales_order.c.contact_id)
        .outerjoin(opportunity, opportunity.c.id == sales_order.c.opportunity_id)
        .where(sales_order.c.id == order_id)
    )
    if row is None:
        raise Refused("record-gone")
    return row


def _payments(reader: Reader, order: Row[Any]) -> tuple[Payment, ...]:
    found = orders.payments(reader, order.id)
    today = reader.now.astimezone(reader.zone).date()
    made = []
    for row, minor in zip(found, orders.amounts(order.total_minor, found), strict=True):
        state = "paid" if row.paid_on is not None else "overdue" if row.due_on < today else "ahead"
        share = None if row.share_points is None else line_amounts.percent_of(row.share_points)
        comes_to = Money(minor, order.currency)
        made.append(Payment(row.id, row.version, row.due_on, share, comes_to, row.paid_on, row.note, state))
    return tuple(made)
