"""Lists: the ids that a filter leaves, sorted by any column shown, and windows of rows; choices of lookups."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, Table, func, or_, select

from desktop.queries import orders, products, rows
from desktop.queries.parts import label_of, title_of
from desktop.queries.registry import Reader, query
from desktop.sales import access, lookups, people
from desktop.sales.doors import ALL_MAY, VISIBLE
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
from desktop.store.matching import contains
from desktop.views.exchange import Choice, Refused
from desktop.views.rows import ListFilter

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


LOGS = ("run", "step")
"""What the process log shows, whose ids are asked for by queries of its own."""


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


def _log_rows(reader: Reader, subject: str, ids: Sequence[int]) -> tuple[Any, ...]:
    from desktop.queries import process_log, process_steps  # not above: a start does without the engine

    return (process_log.run_rows if subject == "run" else process_steps.step_rows)(reader, tuple(ids))


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


@query("list_ids", reads=VISIBLE)
def list_ids(
    reader: Reader,
    subject: str,
    filter: ListFilter | None = None,
    sort: str = "",
    descending: bool = False,
) -> tuple[int, ...]:
    """Return the ids of the subject's records that the filter leaves, sorted by a column of its row; empty values last.

    Raises Refused for a subject or a column that is not listed.
    """
    listed = listed_as(subject)
    column = listed.columns(reader.language).get(sort or listed.standard)
    if column is None:
        raise Refused("column-unknown", field="sort", column=sort)
    wanted = filter or ListFilter()
    conditions = conditions_on(reader, listed, wanted)
    needed = _tables_of([column, *conditions])
    source: FromClause = listed.table
    for table, on in listed.joins.items():
        if table in needed:
            source = source.outerjoin(table, on)
    statement = select(listed.table.c.id).select_from(source).where(*conditions)
    ordered = _ordered(statement, column, listed.table.c.id, descending)
    return tuple(reader.connection.execute(ordered).scalars())


@query("list_rows", reads=VISIBLE)
def list_rows(reader: Reader, subject: str, ids: Sequence[int]) -> tuple[Any, ...]:
    """Return the rows of these ids in their order; ids that are gone, or not seen by the reader, are left out."""
    if subject in LOGS:
        return _log_rows(reader, subject, ids)
    listed = listed_as(subject)
    return listed.rows(reader, access.seen(reader, listed.table, tuple(ids))) if ids else ()


@query("choices", reads=ALL_MAY)
def choices(reader: Reader, lookup: str) -> tuple[Choice, ...]:
    """Return the values of a lookup that can be chosen, in their order."""
    return lookups.choices(reader, lookup, reader.language)


def listed_as(subject: str) -> Listed:
    """Return how a subject is listed. Refused "subject-unknown" for one that has no list."""
    if subject not in SUBJECTS:
        raise Refused("subject-unknown", field="subject", subject=subject)
    return SUBJECTS[subject]


def conditions_on(reader: Reader, listed: Listed, wanted: ListFilter) -> list[ColumnElement[bool]]:
    """Return the conditions of a filter, all on columns of the subject's own table. Refused for a wrong condition."""
    conditions: list[ColumnElement[bool]] = [*access.visible(reader, listed.table)]
    if listed.table is article:
        conditions.append(article.c.removed_at.is_(None))
    if listed.owner is not None and wanted.scope != "all":
        mine = people.team_of(reader, reader.person_id) if wanted.scope == "team" else (reader.person_id or 0,)
        conditions.append(listed.owner.in_(mine))
    if listed.stage is not None:
        conditions += _stage_conditions(listed.table, listed.stage, wanted)
    elif listed.table is activity and wanted.state != "all":
        planned = activity.c.status == "planned"
        conditions.append(planned if wanted.state == "open" else ~planned)
    if wanted.behind is not None and listed.table is opportunity:
        from desktop.queries.analytics_scope import behind_conditions  # not above: a start does without the dashboard

        conditions += behind_conditions(reader, wanted.behind)
    if wanted.conditions:
        from desktop.queries.conditions import conditions_of  # not above: a start does without them

        conditions += conditions_of(reader, listed.table, wanted)
    for word in wanted.text.split():
        conditions.append(_with_text(reader.connection.dialect.name, listed, word))
    return conditions


def _with_text(dialect: str, listed: Listed, word: str) -> ColumnElement[bool]:
    """Compare texts of other records by subselects that are answered once, instead of a join for every row."""
    found = [contains(dialect, word, *listed.texts)]
    for column, texts in listed.referred:
        other = texts[0].table.alias()
        own = [other.c[text.name] for text in texts]
        found.append(column.in_(select(other.c.id).where(contains(dialect, word, *own))))
    return or_(*found)


def _stage_conditions(table: Table, stage: Table, wanted: ListFilter) -> list[ColumnElement[bool]]:
    """Compare the stage by subselects of the small lookup, so that the large table needs no join."""
    conditions: list[ColumnElement[bool]] = []
    if wanted.state != "all":
        alike = stage.alias("state")
        final = select(alike.c.id).where(alike.c.final.is_(wanted.state == "closed"))
        conditions.append(table.c.stage_id.in_(final))
    if wanted.stages:
        alike = stage.alias("chosen")
        conditions.append(table.c.stage_id.in_(select(alike.c.id).where(alike.c.code.in_(wanted.stages))))
    return conditions


def _tables_of(elements: Sequence[Column]) -> set[FromClause]:
    return set(select(*elements).get_final_froms())


def _ordered(statement: Select[Any], column: Column, row_id: Column, descending: bool) -> Select[Any]:
    if column is row_id:
        return statement.order_by(row_id.desc() if descending else row_id)
    first = column.desc() if descending else column.asc()
    return statement.order_by(first.nulls_last(), row_id.desc() if descending else row_id)
