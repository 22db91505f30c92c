"""Finding records while one types: for reference fields and for the command bar."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, select

from desktop.queries.parts import label_of
from desktop.queries.registry import Reader, query
from desktop.sales.tables import (
    account,
    contact,
    lead,
    lead_stage,
    lookup_value,
    opportunity,
    opportunity_stage,
    person,
    product,
    sales_order,
)
from desktop.store.matching import contains
from desktop.views.exchange import Ref, Refused
from desktop.views.shell import FoundRow

PICKED = 20
FOUND = 8


@query("pick")
def pick(reader: Reader, subject: str, text: str = "", account: int | None = None) -> tuple[Ref, ...]:
    """Return at most 20 records whose name contains every word of the text, those that begin with it first.

    ``account`` puts its own contacts or opportunities first and, while nothing is typed, offers only them.
    """
    if subject not in _PICKS:
        raise Refused("subject-unknown", field="subject", subject=subject)
    row_id, label, others, belongs = _PICKS[subject]
    condition = _matches(reader, text, label, *others)
    order: list[ColumnElement[Any]] = [case((_begins(reader, label, text), 0), else_=1)] if text else []
    if account is not None and belongs is not None:
        order.insert(0, case((belongs == account, 0), else_=1))
        if not text.strip():
            condition = and_(condition, belongs == account)
    statement = select(row_id, label.label("label")).where(condition)
    if subject == "person":
        statement = statement.where(person.c.active)
    if subject == "product":
        statement = statement.where(product.c.active)
    rows = reader.rows(statement.order_by(*order, func.lower(label), row_id).limit(PICKED))
    return tuple(Ref(row.id, row.label) for row in rows)


_PICKS: dict[
    str,
    tuple[ColumnElement[Any], ColumnElement[Any], tuple[ColumnElement[Any], ...], ColumnElement[Any] | None],
] = {
    "account": (account.c.id, account.c.name, (), None),
    "contact": (contact.c.id, contact.c.name, (), contact.c.account_id),
    "person": (person.c.id, person.c.name, (), None),
    "opportunity": (opportunity.c.id, opportunity.c.title, (opportunity.c.number,), opportunity.c.account_id),
    "lead": (lead.c.id, lead.c.title, (lead.c.number,), lead.c.account_id),
    "product": (product.c.id, product.c.name, (product.c.code, product.c.series), None),
    "order": (sales_order.c.id, sales_order.c.number, (), sales_order.c.account_id),
}


@query("find")
def find(reader: Reader, text: str) -> tuple[FoundRow, ...]:
    """Return what contains every word of the text: at most 8 of each kind of record."""
    if not text.strip():
        return ()
    language = reader.language
    opportunities = (
        select(opportunity.c.id, opportunity.c.title, opportunity.c.number, account.c.name.label("of"))
        .add_columns(label_of(opportunity_stage, language).label("where"))
        .join(opportunity_stage, opportunity_stage.c.id == opportunity.c.stage_id)
        .outerjoin(account, account.c.id == opportunity.c.account_id)
        .where(_matches(reader, text, opportunity.c.title, opportunity.c.number, account.c.name))
        .order_by(opportunity.c.id.desc())
    )
    leads = (
        select(lead.c.id, lead.c.title, lead.c.number, lead.c.account_name.label("of"))
        .add_columns(label_of(lead_stage, language).label("where"))
        .join(lead_stage, lead_stage.c.id == lead.c.stage_id)
        .where(_matches(reader, text, lead.c.title, lead.c.number, lead.c.account_name, lead.c.contact_name))
        .order_by(lead.c.id.desc())
    )
    accounts = (
        select(account.c.id, account.c.name.label("title"), label_of(lookup_value, language).label("of"))
        .outerjoin(lookup_value, lookup_value.c.id == account.c.sector_id)
        .where(_matches(reader, text, account.c.name))
        .order_by(case((_begins(reader, account.c.name, text), 0), else_=1), account.c.name, account.c.id)
    )
    contacts = (
        select(
            contact.c.id,
            contact.c.name.label("title"),
            contact.c.job_title,
            account.c.name.label("of"),
        )
        .outerjoin(account, account.c.id == contact.c.account_id)
        .where(_matches(reader, text, contact.c.name, contact.c.email, contact.c.phone))
        .order_by(case((_begins(reader, contact.c.name, text), 0), else_=1), contact.c.name, contact.c.id)
    )
    found_orders = (
        select(
            sales_order.c.id,
            sales_order.c.number.label("title"),
            account.c.name.label("of"),
            label_of(lookup_value, language).label("where"),
        )
        .join(lookup_value, lookup_value.c.id == sales_order.c.status_id)
        .outerjoin(account, account.c.id == sales_order.c.account_id)
        .where(_matches(reader, text, sales_order.c.number, account.c.name))
        .order_by(sales_order.c.id.desc())
    )
    found_products = (
        select(product.c.id, product.c.name.label("title"), product.c.code, product.c.series.label("of"))
        .where(_matches(reader, text, product.c.name, product.c.code))
        .order_by(case((_begins(reader, product.c.name, text), 0), else_=1), product.c.name, product.c.id)
    )
    return (
        *_found(reader, "opportunity", opportunities, ("number", "of", "where")),
        *_found(reader, "lead", leads, ("number", "of", "where")),
        *_found(reader, "account", accounts, ("of",)),
        *_found(reader, "contact", contacts, ("job_title", "of")),
        *_found(reader, "order", found_orders, ("of", "where")),
        *_found(reader, "product", found_products, ("code", "of")),
    )


def _found(reader: Reader, subject: str, statement: Select[Any], details: tuple[str, ...]) -> tuple[FoundRow, ...]:
    rows = [row._mapping for row in reader.rows(statement.limit(FOUND))]
    return tuple(
        FoundRow(
            subject,
            row["id"],
            row["title"] or row.get("number", ""),
            " · ".join(row[name] for name in details if row[name]),
        )
        for row in rows
    )


def _matches(reader: Reader, text: str, *columns: ColumnElement[Any]) -> ColumnElement[bool]:
    words = text.split()[:6]
    dialect = reader.connection.dialect.name
    return and_(True, *(contains(dialect, word, *columns) for word in words))


def _begins(reader: Reader, column: ColumnElement[Any], text: str) -> ColumnElement[bool]:
    return contains(reader.connection.dialect.name, text.strip(), func.substr(column, 1, len(text.strip())))
