"""The fields of each list that conditions can be put on: their kinds, their columns, their choices."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Table, func, select

from desktop.queries.parts import label_of, title_of
from desktop.queries.registry import Reader, query
from desktop.sales import lookups, tags
from desktop.sales.articles import KINDS
from desktop.sales.doors import ALL_MAY
from desktop.sales.tables import (
    account,
    activity,
    article,
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
from desktop.texts import knows, say
from desktop.views.conditions import ListField
from desktop.views.exchange import Choice, Refused

Column = ColumnElement[Any]

NEXT_STEP = ("overdue", "today", "ahead", "missing", "unplanned")
"""How an open opportunity stands with its next step (N7), as its row says in ``due_state``."""


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field: ``column`` is the subject's own, and what is compared; ``currency`` stands beside an amount.

    ``of`` are the texts of the record that the column points to; ``lookup`` names what can be chosen; ``moment`` tells
    a moment from a day; ``said`` gives the text in the reader's language where it depends on that.
    """

    name: str
    kind: str
    column: Column | None
    lookup: str = ""
    currency: Column | None = None
    of: tuple[Column, ...] = ()
    also: tuple[Column, ...] = ()
    moment: bool = False
    said: Callable[[str], Column] | None = None


def _text(name: str, column: Column) -> FieldSpec:
    return FieldSpec(name, "text", column)


def _of(name: str, column: Column, *texts: Column, also: tuple[Column, ...] = ()) -> FieldSpec:
    return FieldSpec(name, "text", column, of=texts, also=also)


def _choice(name: str, column: Column, lookup: str) -> FieldSpec:
    return FieldSpec(name, "choice", column, lookup)


def _money(name: str, minor: Column, currency: Column) -> FieldSpec:
    return FieldSpec(name, "money", minor, currency=currency)


def _number(name: str, column: Column) -> FieldSpec:
    return FieldSpec(name, "number", column)


def _day(name: str, column: Column) -> FieldSpec:
    return FieldSpec(name, "day", column)


def _moment(name: str, column: Column) -> FieldSpec:
    return FieldSpec(name, "day", column, moment=True)


def _person(table: Table) -> FieldSpec:
    return FieldSpec("owner", "person", table.c.owner_id)


_TAGS = FieldSpec("tags", "tags", None)

_open_sales = (
    select(func.count())
    .where(
        opportunity.c.account_id == account.c.id,
        opportunity.c.stage_id.in_(select(opportunity_stage.c.id).where(opportunity_stage.c.final.is_(False))),
    )
    .correlate(account)
    .scalar_subquery()
)

FIELDS: Mapping[str, tuple[FieldSpec, ...]] = {
    "opportunity": (
        _text("title", opportunity.c.title),
        _of("account", opportunity.c.account_id, account.c.name),
        _choice("stage", opportunity.c.stage_id, "opportunity_stage"),
        _money("amount", opportunity.c.amount_minor, opportunity.c.amount_currency),
        _person(opportunity),
        FieldSpec("next_step", "choice", None, "next_step"),
        _day("expected_close", opportunity.c.expected_close),
        _number("probability", opportunity.c.probability),
        _choice("need", opportunity.c.need_id, "need"),
        _choice("category", opportunity.c.category_id, "opportunity_category"),
        _choice("source", opportunity.c.source_id, "lead_source"),
        _money("budget", opportunity.c.budget_minor, opportunity.c.budget_currency),
        FieldSpec("budget_confirmed", "flag", opportunity.c.budget_confirmed),
        _day("decision_date", opportunity.c.decision_date),
        _moment("created_at", opportunity.c.created_at),
        _moment("stage_since", opportunity.c.stage_since),
        _moment("closed_at", opportunity.c.closed_at),
        _money("income", opportunity.c.income_minor, opportunity.c.income_currency),
        _choice("closing_reason", opportunity.c.closing_reason_id, "closing_reason"),
        _text("competitor", opportunity.c.competitor),
        _of("contact", opportunity.c.contact_id, contact.c.name),
        _text("number", opportunity.c.number),
        _TAGS,
    ),
    "lead": (
        _text("title", lead.c.title),
        _of("customer", lead.c.account_id, account.c.name, also=(lead.c.account_name,)),
        _choice("stage", lead.c.stage_id, "lead_stage"),
        _choice("need", lead.c.need_id, "need"),
        _choice("source", lead.c.source_id, "lead_source"),
        _money("budget", lead.c.budget_minor, lead.c.budget_currency),
        _person(lead),
        _moment("created_at", lead.c.created_at),
        _moment("stage_since", lead.c.stage_since),
        _day("decision_date", lead.c.decision_date),
        _day("nurture_until", lead.c.nurture_until),
        _choice("disqualification_reason", lead.c.disqualification_reason_id, "disqualification_reason"),
        _text("email", lead.c.email),
        _text("phone", lead.c.phone),
        _text("number", lead.c.number),
        _TAGS,
    ),
    "activity": (
        FieldSpec("title", "text", activity.c.title, said=lambda language: title_of(activity, language)),
        FieldSpec("kind", "choice", activity.c.kind, "activity_kind"),
        FieldSpec("status", "choice", activity.c.status, "activity_status"),
        _moment("due_at", activity.c.due_at),
        _moment("start_at", activity.c.start_at),
        _person(activity),
        _of("opportunity", activity.c.opportunity_id, opportunity.c.title, opportunity.c.number),
        _of("lead", activity.c.lead_id, lead.c.title, lead.c.number),
        _of("account", activity.c.account_id, account.c.name),
        _of("contact", activity.c.contact_id, contact.c.name),
        FieldSpec("by_process", "flag", activity.c.instance_id.is_not(None)),
        _moment("done_at", activity.c.done_at),
        _number("spent_minutes", activity.c.spent_minutes),
        _TAGS,
    ),
    "account": (
        _text("name", account.c.name),
        _choice("sector", account.c.sector_id, "sector"),
        _person(account),
        _number("opportunities", _open_sales),
        _text("address", account.c.address),
        _text("phone", account.c.phone),
        _text("email", account.c.email),
        _text("website", account.c.website),
        _number("employees", account.c.employees),
        _money("revenue", account.c.revenue_minor, account.c.revenue_currency),
        _moment("created_at", account.c.created_at),
        _TAGS,
    ),
    "contact": (
        _text("name", contact.c.name),
        _of("account", contact.c.account_id, account.c.name),
        _text("job_title", contact.c.job_title),
        _text("email", contact.c.email),
        _text("phone", contact.c.phone),
        _moment("created_at", contact.c.created_at),
        _TAGS,
    ),
    "product": (
        _text("name", product.c.name),
        _text("code", product.c.code),
        _text("series", product.c.series),
        _money("price", product.c.price_minor, product.c.price_currency),
        FieldSpec("offered", "flag", product.c.active),
        _text("unit", product.c.unit),
        _TAGS,
    ),
    "order": (
        _text("number", sales_order.c.number),
        _of("account", sales_order.c.account_id, account.c.name),
        _of("opportunity", sales_order.c.opportunity_id, opportunity.c.title, opportunity.c.number),
        _choice("status", sales_order.c.status_id, "order_status"),
        _day("ordered_on", sales_order.c.ordered_on),
        _money("total", sales_order.c.total_minor, sales_order.c.currency),
        _person(sales_order),
        _moment("created_at", sales_order.c.created_at),
        _TAGS,
    ),
    "article": (
        _text("title", article.c.title),
        FieldSpec("kind", "choice", article.c.kind, "article_kind"),
        _choice("need", article.c.need_id, "need"),
        _choice("sector", article.c.sector_id, "sector"),
        _person(article),
        _moment("changed_at", article.c.changed_at),
        _moment("created_at", article.c.created_at),
        _TAGS,
    ),
}

SUMMED: Mapping[str, str] = {
    "opportunity": "amount",
    "lead": "budget",
    "product": "",
    "order": "total",
}
"""The amount that the foot of a list sums up."""

FIXED: Mapping[str, tuple[str, ...]] = {
    "next_step": NEXT_STEP,
    "activity_kind": ("task", "call", "meeting"),
    "activity_status": ("planned", "done", "cancelled"),
    "article_kind": KINDS,
}
"""Choices that are no lookup: their codes; the words are the sentences ``list-choice-...``."""

STAGES: Mapping[str, FromClause] = {"opportunity_stage": opportunity_stage, "lead_stage": lead_stage}


def field_of(subject: str, name: str) -> FieldSpec:
    """Return a field of a list. Refused "condition-field-unknown" where there is none of that name."""
    for spec in FIELDS.get(subject, ()):
        if spec.name == name:
            return spec
    raise Refused("condition-field-unknown", field=name, name=name)


@query("list_fields", reads=ALL_MAY)
def list_fields(reader: Reader, subject: str) -> tuple[ListField, ...]:
    """Return the fields that conditions can be put on, those of most use first, with what can be chosen."""
    return tuple(
        ListField(spec.name, spec.kind, label_of_field(reader, subject, spec.name), _choices(reader, spec))
        for spec in FIELDS.get(subject, ())
    )


def label_of_field(reader: Reader, subject: str, name: str) -> str:
    """Return how a field is called in the reader's language."""
    own = f"list-field-{subject}-{name}"
    return say(reader.language, own if knows(own) else f"list-field-{name}")


def _choices(reader: Reader, spec: FieldSpec) -> tuple[Choice, ...]:
    if spec.kind == "person":
        people = reader.rows(select(person.c.id, person.c.name, person.c.active).order_by(func.lower(person.c.name)))
        return tuple(Choice(row.id, str(row.id), row.name) for row in people)
    if spec.kind == "tags":
        return tuple(Choice(place, name, name) for place, name in enumerate(tags.used(reader), start=1))
    if spec.lookup in FIXED:
        codes = FIXED[spec.lookup]
        return tuple(
            Choice(place, code, say(reader.language, f"list-choice-{code}"))
            for place, code in enumerate(codes, start=1)
        )
    if spec.lookup in STAGES:
        return lookups.choices(reader, spec.lookup, reader.language)
    if not spec.lookup:
        return ()
    values = reader.rows(
        select(lookup_value.c.id, lookup_value.c.code, label_of(lookup_value, reader.language).label("label"))
        .where(lookup_value.c.lookup == spec.lookup)
        .order_by(lookup_value.c.position, lookup_value.c.id)
    )
    return tuple(Choice(row.id, row.code, row.label) for row in values)
