"""Finding records while one types: for reference fields and for the command bar."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from textwrap import shorten
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, Table, and_, case, func, select

from desktop.queries.parts import label_of
from desktop.queries.registry import Reader, query
from desktop.sales import (
    access,
    search_texts,  # noqa: F401 (registers what can be searched for)
)
from desktop.sales.doors import VISIBLE
from desktop.sales.tables import (
    account,
    activity,
    article,
    contact,
    document,
    lead,
    lead_stage,
    lookup_value,
    note,
    opportunity,
    opportunity_stage,
    person,
    product,
    sales_order,
)
from desktop.store import search
from desktop.store.matching import contains
from desktop.views.exchange import Ref, Refused
from desktop.views.shell import FoundRow

PICKED = 20
FOUND = 8
LOOKED_AT = 400
"""Where records are hidden from the reader, among so many of the newest of each kind those that are not are found."""
_EXCERPT = 80


@query("pick", reads=VISIBLE)
def pick(reader: Reader, subject: str, text: str = "", account: int | None = None) -> tuple[Ref, ...]:
    """Return at most 20 records whose name contains every word of the text, those that begin with it first.

    Where none does, those with words nearly like the ones typed, the most alike first. ``account`` puts its own
    contacts or opportunities first and, while nothing is typed, offers only them.
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
    all_there = select(row_id, label.label("label")).where(*access.visible(reader, row_id.table))
    if subject == "person":
        all_there = all_there.where(person.c.active)
    if subject == "product":
        all_there = all_there.where(product.c.active)
    statement = all_there.where(condition).order_by(*order, func.lower(label), row_id).limit(PICKED)
    rows = reader.rows(statement)
    if not rows and text.strip():
        return _nearly(reader, subject, text, all_there, row_id)
    return tuple(Ref(row.id, row.label) for row in rows)


def _nearly(reader: Reader, subject: str, text: str, all_there: Select[Any], row_id: Column[Any]) -> tuple[Ref, ...]:
    """Return the records that were probably meant: people by their names, all others by the index."""
    if subject == "person":
        labels = {row.id: row.label for row in reader.rows(all_there.limit(LOOKED_AT))}
    else:
        found = search.look_up(reader.connection, text, [subject], LOOKED_AT)[subject]
        labels = {row.id: row.label for row in reader.rows(all_there.where(row_id.in_(found)))}
    return tuple(Ref(number, labels[number]) for number in search.most_alike(text, labels, PICKED))


_PICKS: dict[
    str,
    tuple[Column[Any], ColumnElement[Any], tuple[ColumnElement[Any], ...], ColumnElement[Any] | None],
] = {
    "account": (account.c.id, account.c.name, (), None),
    "contact": (contact.c.id, contact.c.name, (), contact.c.account_id),
    "person": (person.c.id, person.c.name, (), None),
    "opportunity": (opportunity.c.id, opportunity.c.title, (opportunity.c.number,), opportunity.c.account_id),
    "lead": (lead.c.id, lead.c.title, (lead.c.number,), lead.c.account_id),
    "product": (product.c.id, product.c.name, (product.c.code, product.c.series), None),
    "order": (sales_order.c.id, sales_order.c.number, (), sales_order.c.account_id),
}


@query("find", reads=VISIBLE)
def find(reader: Reader, text: str) -> tuple[FoundRow, ...]:
    """Return what contains every word of the text, at most 8 of each kind of record; of nothing, what is nearly so.

    Records are found by the index (``store/search.py``). A word of one or two letters must begin a word.
    """
    if not text.strip():
        return ()
    hides = access.visible_people(reader) is not None
    found = search.look_up(reader.connection, text, _SUBJECTS, LOOKED_AT if hides else FOUND)
    if hides:
        found = {one: list(access.seen(reader, _TABLES[one], tuple(ids)))[:FOUND] for one, ids in found.items()}
    return tuple(row for subject in _SUBJECTS if found[subject] for row in _shown(reader, subject, found[subject]))


_TABLES: Mapping[str, Table] = {
    "opportunity": opportunity,
    "lead": lead,
    "account": account,
    "contact": contact,
    "order": sales_order,
    "product": product,
    "document": document,
    "article": article,
    "activity": activity,
    "note": note,
}
_SUBJECTS = ("opportunity", "lead", "account", "contact", "order", "product", "document", "article", "activity", "note")


def _shown(reader: Reader, subject: str, numbers: list[int]) -> list[FoundRow]:
    """Return the rows of one subject in the order of their numbers."""
    if subject == "note":
        return _notes(reader, numbers)
    key, statement, details = _shapes(reader.language)[subject]
    rows = {row._mapping["id"]: row._mapping for row in reader.rows(statement.where(key.in_(numbers)))}
    return [
        FoundRow(
            subject,
            number,
            rows[number]["title"] or rows[number].get("number", ""),
            " · ".join(rows[number][name] for name in details if rows[number][name]),
        )
        for number in numbers
        if number in rows
    ]


@cache
def _shapes(language: str) -> dict[str, tuple[ColumnElement[Any], Select[Any], tuple[str, ...]]]:
    """Return for each subject its key, the select of its title and details, and the details in their order."""
    titled = func.coalesce(activity.c.title_ru, activity.c.title) if language == "ru" else activity.c.title
    return {
        "opportunity": (
            opportunity.c.id,
            select(opportunity.c.id, opportunity.c.title, opportunity.c.number, account.c.name.label("of"))
            .add_columns(label_of(opportunity_stage, language).label("where"))
            .join(opportunity_stage, opportunity_stage.c.id == opportunity.c.stage_id)
            .outerjoin(account, account.c.id == opportunity.c.account_id),
            ("number", "of", "where"),
        ),
        "lead": (
            lead.c.id,
            select(lead.c.id, lead.c.title, lead.c.number, lead.c.account_name.label("of"))
            .add_columns(label_of(lead_stage, language).label("where"))
            .join(lead_stage, lead_stage.c.id == lead.c.stage_id),
            ("number", "of", "where"),
        ),
        "account": (
            account.c.id,
            select(account.c.id, account.c.name.label("title"), label_of(lookup_value, language).label("of")).outerjoin(
                lookup_value, lookup_value.c.id == account.c.sector_id
            ),
            ("of",),
        ),
        "contact": (
            contact.c.id,
            select(
                contact.c.id, contact.c.name.label("title"), contact.c.job_title, account.c.name.label("of")
            ).outerjoin(account, account.c.id == contact.c.account_id),
            ("job_title", "of"),
        ),
        "order": (
            sales_order.c.id,
            select(sales_order.c.id, sales_order.c.number.label("title"), account.c.name.label("of"))
            .add_columns(label_of(lookup_value, language).label("where"))
            .join(lookup_value, lookup_value.c.id == sales_order.c.status_id)
            .outerjoin(account, account.c.id == sales_order.c.account_id),
            ("of", "where"),
        ),
        "product": (
            product.c.id,
            select(product.c.id, product.c.name.label("title"), product.c.code, product.c.series.label("of")),
            ("code", "of"),
        ),
        "document": (
            document.c.id,
            select(document.c.id, document.c.number.label("title"), document.c.title.label("of"))
            .add_columns(opportunity.c.title.label("where"))
            .join(opportunity, opportunity.c.id == document.c.opportunity_id)
            .where(document.c.removed_at.is_(None)),
            ("of", "where"),
        ),
        "article": (
            article.c.id,
            select(article.c.id, article.c.title, label_of(lookup_value, language).label("of"))
            .outerjoin(lookup_value, lookup_value.c.id == article.c.need_id)
            .where(article.c.removed_at.is_(None)),
            ("of",),
        ),
        "activity": (
            activity.c.id,
            select(activity.c.id, titled.label("title"), opportunity.c.title.label("of")).outerjoin(
                opportunity, opportunity.c.id == activity.c.opportunity_id
            ),
            ("of",),
        ),
    }


def _notes(reader: Reader, numbers: list[int]) -> list[FoundRow]:
    """Return the records whose notes were found, with the beginning of the note."""
    rows = reader.rows(
        select(note.c.id, note.c.text, note.c.opportunity_id, note.c.lead_id)
        .add_columns(func.coalesce(opportunity.c.title, lead.c.title).label("title"))
        .outerjoin(opportunity, opportunity.c.id == note.c.opportunity_id)
        .outerjoin(lead, lead.c.id == note.c.lead_id)
        .where(note.c.id.in_(numbers))
        .order_by(note.c.id.desc())
    )
    return [
        FoundRow(
            "opportunity" if row.opportunity_id else "lead",
            row.opportunity_id or row.lead_id,
            row.title,
            shorten(row.text, _EXCERPT, placeholder=" ..."),
        )
        for row in rows
        if row.opportunity_id or row.lead_id
    ]


def _matches(reader: Reader, text: str, *columns: ColumnElement[Any]) -> ColumnElement[bool]:
    words = text.split()[:6]
    dialect = reader.connection.dialect.name
    return and_(True, *(contains(dialect, word, *columns) for word in words))


def _begins(reader: Reader, column: ColumnElement[Any], text: str) -> ColumnElement[bool]:
    return contains(reader.connection.dialect.name, text.strip(), func.substr(column, 1, len(text.strip())))
