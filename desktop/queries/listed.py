"""How each subject is listed: what its columns are sorted by, which texts are searched, which rows are shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Table, func, select

from desktop.queries import orders, products, rows
from desktop.queries.parts import label_of, title_of
from desktop.queries.registry import Reader
from desktop.sales.tables import (
    account,
    activity,
    article,
    article_product,
    contact,
    lead,
    lead_stage,
    lookup_value,
    opportunity,
    opportunity_stage,
    person,
    product,
    record_tag,
    sales_order,
    tag,
)
from desktop.views.exchange import Refused

Column = ColumnElement[Any]
Join = tuple[FromClause, ColumnElement[bool]]

_next_step = (
    select(
        activity.c.opportunity_id,
        func.min(activity.c.due_at).label("due_at"),
    )
    .where(activity.c.status == "planned")
    .group_by(activity.c.opportunity_id)
    .subquery("next_step")
)
_lookup = {name: lookup_value.alias(name) for name in ("need", "sector", "order_status")}
_first_product = (
    select(func.min(func.lower(product.c.name)))
    .join(article_product, article_product.c.product_id == product.c.id)
    .where(article_product.c.article_id == article.c.id)
    .correlate(article)
    .scalar_subquery()
)
_open_sales = (
    select(opportunity.c.account_id, func.count().label("number"))
    .join(opportunity_stage, opportunity_stage.c.id == opportunity.c.stage_id)
    .where(opportunity_stage.c.final.is_(False))
    .group_by(opportunity.c.account_id)
    .subquery("open_sales")
)


def _first_tag(subject: str, record: Column) -> Column:
    """Return what a list is sorted by tags with: the first tag by the alphabet."""
    return (
        select(func.min(func.lower(tag.c.name)))
        .join(record_tag, record_tag.c.tag_id == tag.c.id)
        .where(record_tag.c.subject == subject, record_tag.c.record_id == record)
        .correlate_except(tag, record_tag)
        .scalar_subquery()
    )


@dataclass(frozen=True, slots=True)
class Listed:
    """How one subject is listed: its columns to sort by with the joins they need, its stages, its rows.

    ``texts`` are searched; ``referred`` are the columns that point to records whose own texts are searched too.
    """

    table: Table
    owner: Column | None
    columns: Callable[[str], Mapping[str, Column]]
    texts: tuple[Column, ...]
    referred: tuple[tuple[Column, tuple[Column, ...]], ...]
    joins: Mapping[FromClause, ColumnElement[bool]]
    stage: Table | None
    rows: Callable[[Reader, Sequence[int]], tuple[Any, ...]]
    standard: str


def _opportunity_columns(language: str) -> Mapping[str, Column]:
    return {
        "number": opportunity.c.number,
        "title": func.lower(opportunity.c.title),
        "account": func.lower(func.coalesce(account.c.name, contact.c.name)),
        "stage": opportunity_stage.c.number,
        "stage_code": opportunity_stage.c.number,
        "amount": opportunity.c.amount_minor,
        "income": opportunity.c.income_minor,
        "closed_at": opportunity.c.closed_at,
        "probability": opportunity.c.probability,
        "expected_close": opportunity.c.expected_close,
        "owner": func.lower(person.c.name),
        "next_step": _next_step.c.due_at,
        "next_due": _next_step.c.due_at,
        "due_state": _next_step.c.due_at,
        "tags": _first_tag("opportunity", opportunity.c.id),
        "id": opportunity.c.id,
    }


def _lead_columns(language: str) -> Mapping[str, Column]:
    return {
        "number": lead.c.number,
        "title": func.lower(lead.c.title),
        "customer": func.lower(func.coalesce(account.c.name, lead.c.account_name)),
        "stage": lead_stage.c.number,
        "stage_code": lead_stage.c.number,
        "need": label_of(_lookup["need"], language),
        "budget": lead.c.budget_minor,
        "owner": func.lower(person.c.name),
        "created_at": lead.c.created_at,
        "nurture_until": lead.c.nurture_until,
        "tags": _first_tag("lead", lead.c.id),
        "id": lead.c.id,
    }


def _activity_columns(language: str) -> Mapping[str, Column]:
    return {
        "kind": activity.c.kind,
        "title": func.lower(title_of(activity, language)),
        "subject": func.lower(func.coalesce(opportunity.c.title, lead.c.title, account.c.name, contact.c.name)),
        "owner": func.lower(person.c.name),
        "start_at": activity.c.start_at,
        "due_at": activity.c.due_at,
        "due_state": activity.c.due_at,
        "result": activity.c.result_code,
        "tags": _first_tag("activity", activity.c.id),
        "id": activity.c.id,
    }


def _account_columns(language: str) -> Mapping[str, Column]:
    return {
        "name": func.lower(account.c.name),
        "sector": label_of(_lookup["sector"], language),
        "address": func.lower(account.c.address),
        "phone": account.c.phone,
        "owner": func.lower(person.c.name),
        "opportunities": func.coalesce(_open_sales.c.number, 0),
        "tags": _first_tag("account", account.c.id),
        "id": account.c.id,
    }


def _contact_columns(language: str) -> Mapping[str, Column]:
    return {
        "name": func.lower(contact.c.name),
        "account": func.lower(account.c.name),
        "job_title": func.lower(contact.c.job_title),
        "email": func.lower(contact.c.email),
        "phone": contact.c.phone,
        "tags": _first_tag("contact", contact.c.id),
        "id": contact.c.id,
    }


def _product_columns(language: str) -> Mapping[str, Column]:
    return {
        "name": func.lower(product.c.name),
        "code": func.lower(product.c.code),
        "series": func.lower(product.c.series),
        "unit": product.c.unit,
        "price": product.c.price_minor,
        "offered": product.c.active,
        "active": product.c.active,
        "tags": _first_tag("product", product.c.id),
        "id": product.c.id,
    }


def _order_columns(language: str) -> Mapping[str, Column]:
    return {
        "number": sales_order.c.number,
        "account": func.lower(account.c.name),
        "opportunity": func.lower(opportunity.c.title),
        "status": _lookup["order_status"].c.position,
        "status_code": _lookup["order_status"].c.position,
        "ordered_on": sales_order.c.ordered_on,
        "total": sales_order.c.total_minor,
        "owner": func.lower(person.c.name),
        "tags": _first_tag("order", sales_order.c.id),
        "id": sales_order.c.id,
    }


def _article_columns(language: str) -> Mapping[str, Column]:
    return {
        "title": func.lower(article.c.title),
        "kind": article.c.kind,
        "need": label_of(_lookup["need"], language),
        "sector": label_of(_lookup["sector"], language),
        "products": _first_product,
        "language": article.c.language,
        "owner": func.lower(person.c.name),
        "changed_at": article.c.changed_at,
        "tags": _first_tag("article", article.c.id),
        "id": article.c.id,
    }


def _article_rows(reader: Reader, ids: Sequence[int]) -> tuple[Any, ...]:
    from desktop.queries.articles import article_rows  # not above: a start does without the knowledge base

    return article_rows(reader, ids)


SUBJECTS: Mapping[str, Listed] = {
    "opportunity": Listed(
        table=opportunity,
        owner=opportunity.c.owner_id,
        columns=_opportunity_columns,
        texts=(opportunity.c.title, opportunity.c.number),
        referred=((opportunity.c.account_id, (account.c.name,)), (opportunity.c.contact_id, (contact.c.name,))),
        joins={
            account: account.c.id == opportunity.c.account_id,
            contact: contact.c.id == opportunity.c.contact_id,
            opportunity_stage: opportunity_stage.c.id == opportunity.c.stage_id,
            person: person.c.id == opportunity.c.owner_id,
            _next_step: _next_step.c.opportunity_id == opportunity.c.id,
        },
        stage=opportunity_stage,
        rows=rows.opportunity_rows,
        standard="next_due",
    ),
    "lead": Listed(
        table=lead,
        owner=lead.c.owner_id,
        columns=_lead_columns,
        texts=(lead.c.title, lead.c.number, lead.c.account_name, lead.c.contact_name),
        referred=((lead.c.account_id, (account.c.name,)),),
        joins={
            account: account.c.id == lead.c.account_id,
            lead_stage: lead_stage.c.id == lead.c.stage_id,
            person: person.c.id == lead.c.owner_id,
            _lookup["need"]: _lookup["need"].c.id == lead.c.need_id,
        },
        stage=lead_stage,
        rows=rows.lead_rows,
        standard="created_at",
    ),
    "activity": Listed(
        table=activity,
        owner=activity.c.owner_id,
        columns=_activity_columns,
        texts=(activity.c.title, activity.c.title_ru),
        referred=(
            (activity.c.opportunity_id, (opportunity.c.title, opportunity.c.number)),
            (activity.c.lead_id, (lead.c.title, lead.c.number)),
            (activity.c.account_id, (account.c.name,)),
            (activity.c.contact_id, (contact.c.name,)),
        ),
        joins={
            person: person.c.id == activity.c.owner_id,
            opportunity: opportunity.c.id == activity.c.opportunity_id,
            lead: lead.c.id == activity.c.lead_id,
            account: account.c.id == activity.c.account_id,
            contact: contact.c.id == activity.c.contact_id,
        },
        stage=None,
        rows=rows.activity_rows,
        standard="due_at",
    ),
    "account": Listed(
        table=account,
        owner=account.c.owner_id,
        columns=_account_columns,
        texts=(account.c.name, account.c.address, account.c.phone, account.c.email),
        referred=(),
        joins={
            person: person.c.id == account.c.owner_id,
            _lookup["sector"]: _lookup["sector"].c.id == account.c.sector_id,
            _open_sales: _open_sales.c.account_id == account.c.id,
        },
        stage=None,
        rows=rows.account_rows,
        standard="name",
    ),
    "contact": Listed(
        table=contact,
        owner=None,
        columns=_contact_columns,
        texts=(contact.c.name, contact.c.email, contact.c.phone, contact.c.job_title),
        referred=((contact.c.account_id, (account.c.name,)),),
        joins={account: account.c.id == contact.c.account_id},
        stage=None,
        rows=rows.contact_rows,
        standard="name",
    ),
    "product": Listed(
        table=product,
        owner=None,
        columns=_product_columns,
        texts=(product.c.name, product.c.code, product.c.series),
        referred=(),
        joins={},
        stage=None,
        rows=products.product_rows,
        standard="name",
    ),
    "order": Listed(
        table=sales_order,
        owner=sales_order.c.owner_id,
        columns=_order_columns,
        texts=(sales_order.c.number, sales_order.c.notes),
        referred=(
            (sales_order.c.account_id, (account.c.name,)),
            (sales_order.c.opportunity_id, (opportunity.c.title, opportunity.c.number)),
        ),
        joins={
            account: account.c.id == sales_order.c.account_id,
            opportunity: opportunity.c.id == sales_order.c.opportunity_id,
            person: person.c.id == sales_order.c.owner_id,
            _lookup["order_status"]: _lookup["order_status"].c.id == sales_order.c.status_id,
        },
        stage=None,
        rows=orders.order_rows,
        standard="ordered_on",
    ),
    "article": Listed(
        table=article,
        owner=article.c.owner_id,
        columns=_article_columns,
        texts=(article.c.title, article.c.words),
        referred=(),
        joins={
            person: person.c.id == article.c.owner_id,
            _lookup["need"]: _lookup["need"].c.id == article.c.need_id,
            _lookup["sector"]: _lookup["sector"].c.id == article.c.sector_id,
        },
        stage=None,
        rows=_article_rows,
        standard="title",
    ),
}


def listed_as(subject: str) -> Listed:
    """Return how a subject is listed. Refused "subject-unknown" for one that has no list."""
    if subject not in SUBJECTS:
        raise Refused("subject-unknown", field="subject", subject=subject)
    return SUBJECTS[subject]
