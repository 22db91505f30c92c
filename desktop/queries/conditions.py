"""Conditions of a list as SQL, on the subject's own columns: what they point to is compared by subselects.

A list of 100 000 records needs no join for them, and the foot of the list can sum up under the same conditions.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, case, func, not_, or_, select

from desktop.queries.list_fields import FIXED, STAGES, FieldSpec, field_of
from desktop.queries.parts import end_of_today
from desktop.queries.registry import Reader
from desktop.sales import next_step, people
from desktop.sales.analytics.periods import bounds, month_after
from desktop.sales.currencies import NO_CENTS, Rates
from desktop.sales.tables import (
    account,
    activity,
    article,
    contact,
    currency_rate,
    lead,
    lookup_value,
    opportunity,
    opportunity_stage,
    product,
    record_tag,
    sales_order,
    tag,
)
from desktop.store.matching import contains
from desktop.views.conditions import NO_VALUES, OPERATORS, Condition
from desktop.views.exchange import Money, Refused
from desktop.views.rows import ListFilter

Sql = ColumnElement[bool]
MOST_DAYS = 3_660

_SUBJECTS: dict[Table, str] = {
    opportunity: "opportunity",
    lead: "lead",
    activity: "activity",
    account: "account",
    contact: "contact",
    product: "product",
    sales_order: "order",
    article: "article",
}


def conditions_of(reader: Reader, table: Table, wanted: ListFilter) -> list[Sql]:
    """Return the conditions of a filter as SQL on the columns of ``table``.

    Refused "condition-field-unknown", "condition-operator-unknown" and "condition-value-wrong" naming the field.
    """
    found = [_sql(reader, table, field_of(_SUBJECTS[table], one.field), one) for one in wanted.conditions]
    return [or_(*found)] if wanted.match == "any" and found else found


def _sql(reader: Reader, table: Table, spec: FieldSpec, asked: Condition) -> Sql:
    if asked.operator not in OPERATORS[spec.kind]:
        raise Refused("condition-operator-unknown", field=spec.name, operator=asked.operator)
    if asked.operator not in NO_VALUES and all(value is None or value == "" for value in asked.values):
        raise Refused("condition-value-wrong", field=spec.name)
    if spec.kind == "tags":
        return _tags(table, asked)
    if spec.lookup == "next_step":
        return _next_step(reader, asked)
    column = spec.said(reader.language) if spec.said is not None else spec.column
    assert column is not None
    if spec.kind == "text":
        return _text(reader, spec, column, asked)
    if asked.operator in ("empty", "filled"):
        return column.is_(None) if asked.operator == "empty" else column.is_not(None)
    if spec.kind in ("choice", "person"):
        return _chosen(reader, spec, column, asked)
    if spec.kind == "flag":
        return column.is_(True) if asked.operator == "yes" else not_(column.is_(True))
    if spec.kind == "day":
        return _day(reader, spec, column, asked)
    return _amount(reader, spec, column, asked)


def _text(reader: Reader, spec: FieldSpec, column: ColumnElement[Any], asked: Condition) -> Sql:
    dialect = reader.connection.dialect.name
    if spec.of and asked.operator in ("empty", "filled"):
        empty = and_(column.is_(None), *(func.coalesce(other, "") == "" for other in spec.also))
        return empty if asked.operator == "empty" else not_(empty)
    if asked.operator in ("empty", "filled"):
        empty = func.coalesce(column, "") == ""
        return empty if asked.operator == "empty" else not_(empty)
    words = str(asked.values[0]).strip()
    own = list(spec.also) if spec.of else [column]
    if asked.operator == "is":
        alike = [func.lower(text) == words.lower() for text in own]
        if not words.isascii():  # lower() of SQLite knows ASCII alone: as it is written, or begun with a capital
            forms = {words, words.lower(), words.upper(), words.capitalize(), words.title()}
            alike = [text.in_(forms) for text in own]
        if spec.of:
            same = spec.of[0].table.alias()
            texts = [same.c[text.name] for text in spec.of]
            either = or_(*(func.lower(text) == words.lower() for text in texts), *(text == words for text in texts))
            alike.append(column.in_(select(same.c.id).where(either)))
        return or_(*alike)
    found: list[Sql] = [contains(dialect, words, *own)] if own else []
    if spec.of:
        other = spec.of[0].table.alias()
        names = [other.c[text.name] for text in spec.of]
        found.append(column.in_(select(other.c.id).where(contains(dialect, words, *names))))
    held = func.coalesce(or_(*found), False)
    return not_(held) if asked.operator == "lacks" else held


def _chosen(reader: Reader, spec: FieldSpec, column: ColumnElement[Any], asked: Condition) -> Sql:
    if asked.operator == "me":
        return column == (reader.person_id or 0)
    if asked.operator == "team":
        return column.in_(people.team_of(reader, reader.person_id))
    codes = [str(value) for value in asked.values if value is not None]
    if spec.kind == "person":
        held = column.in_([int(code) for code in codes if code.isdigit()])
    elif spec.lookup in FIXED:
        held = column.in_(codes)
    elif spec.lookup in STAGES:
        stage = STAGES[spec.lookup].alias()
        held = column.in_(select(stage.c.id).where(stage.c.code.in_(codes)))
    else:
        value = lookup_value.alias()
        held = column.in_(select(value.c.id).where(value.c.lookup == spec.lookup, value.c.code.in_(codes)))
    return or_(column.is_(None), not_(held)) if asked.operator == "none_of" else held


def _tags(table: Table, asked: Condition) -> Sql:
    def marked(*more: Sql) -> Sql:
        rows = select(record_tag.c.record_id).where(record_tag.c.subject == _SUBJECTS[table], *more)
        return table.c.id.in_(rows)

    if asked.operator in ("empty", "filled"):
        return not_(marked()) if asked.operator == "empty" else marked()
    names = [str(value) for value in asked.values if value]

    def having(*wanted: str) -> Sql:
        return marked(record_tag.c.tag_id.in_(select(tag.c.id).where(tag.c.name.in_(wanted))))

    if asked.operator == "all_of":
        return and_(*(having(name) for name in names))
    return not_(having(*names)) if asked.operator == "none_of" else having(*names)


# days ------------------------------------------------------------------------------------------------


def _day(reader: Reader, spec: FieldSpec, column: ColumnElement[Any], asked: Condition) -> Sql:
    first, last = days_of(reader.now.astimezone(reader.zone).date(), asked)
    if not spec.moment:
        return and_(
            column.is_not(None),
            *([column >= first] if first is not None else []),
            *([column <= last] if last is not None else []),
        )
    begin, end = bounds(first, last, reader.zone)
    return and_(
        column.is_not(None),
        *([column >= begin] if begin is not None else []),
        *([column < end] if end is not None else []),
    )


def days_of(today: date, asked: Condition) -> tuple[date | None, date | None]:
    """Return the first and the last day, both included, that a condition means on a day (None: without end)."""
    if asked.operator == "this_week":
        monday = today - timedelta(days=today.weekday())
        return monday, monday + timedelta(days=6)
    if asked.operator == "this_month":
        return month_after(today, 0), month_after(today, 1) - timedelta(days=1)
    if asked.operator == "this_quarter":
        begin = date(today.year, (today.month - 1) // 3 * 3 + 1, 1)
        return begin, month_after(begin, 3) - timedelta(days=1)
    if asked.operator in ("last_days", "next_days"):
        number = asked.values[0]
        if not isinstance(number, int) or isinstance(number, bool) or not 1 <= number <= MOST_DAYS:
            raise Refused("condition-value-wrong", field=asked.field)
        span = timedelta(days=number - 1)
        return (today - span, today) if asked.operator == "last_days" else (today, today + span)
    days = [value if isinstance(value, date) else None for value in (*asked.values, None)[:2]]
    if all(day is None for day in days):
        raise Refused("condition-value-wrong", field=asked.field)
    if asked.operator == "before":
        return None, None if days[0] is None else days[0] - timedelta(days=1)
    if asked.operator == "after":
        return None if days[0] is None else days[0] + timedelta(days=1), None
    return days[0], days[1]


# amounts ---------------------------------------------------------------------------------------------


def _amount(reader: Reader, spec: FieldSpec, column: ColumnElement[Any], asked: Condition) -> Sql:
    values = [value for value in asked.values if value is not None]
    if spec.currency is not None:
        amounts = [value for value in values if isinstance(value, Money)]
        if len(amounts) != len(values):
            raise Refused("condition-value-wrong", field=spec.name)
        column = in_currency(reader, column, spec.currency, amounts[0].currency)
        if any(amount.currency != amounts[0].currency for amount in amounts):
            raise Refused("condition-value-wrong", field=spec.name)
    elif not all(isinstance(value, int) and not isinstance(value, bool) for value in values):
        raise Refused("condition-value-wrong", field=spec.name)
    bounds_of = [value.minor if isinstance(value, Money) else value for value in (*asked.values, None)[:2]]
    least, most = bounds_of
    if asked.operator == "at_least":
        most = None
    elif asked.operator == "at_most":
        least, most = None, least
    return and_(
        column.is_not(None),
        *([column >= least] if least is not None else []),
        *([column <= most] if most is not None else []),
    )


def in_currency(
    reader: Reader, minor: ColumnElement[Any], currency: ColumnElement[Any], wanted: str
) -> ColumnElement[Any]:
    """Return an amount's minor units in another currency at the rates of today; NULL where a rate is missing."""
    rates, day = Rates.read(reader), reader.now.astimezone(reader.zone).date()
    worth: list[tuple[Sql, Any]] = [(currency == wanted, minor)]
    pairs = reader.rows(select(currency_rate.c.currency, currency_rate.c.base).distinct())
    for known in sorted({code for pair in pairs for code in pair} - {wanted}):
        rate = rates.rate(known, wanted, day)
        if rate is not None:
            digits = (0 if wanted in NO_CENTS else 2) - (0 if known in NO_CENTS else 2)
            worth.append((currency == known, minor * float(rate.scaleb(digits))))
    return case(*worth, else_=None)


# the next step (N7) ----------------------------------------------------------------------------------


def _next_step(reader: Reader, asked: Condition) -> Sql:
    """Compare how open opportunities stand with their next step; closed ones have none and are never meant."""
    open_stages = select(opportunity_stage.c.id).where(opportunity_stage.c.final.is_(False))
    still_open = opportunity.c.stage_id.in_(open_stages)
    step = activity.alias("first_step")
    planned = [step.c.status == "planned", step.c.opportunity_id.is_not(None)]

    def due(*more: Sql) -> Sql:
        return opportunity.c.id.in_(select(step.c.opportunity_id).where(*planned, *more))

    if asked.operator in ("empty", "filled"):
        return and_(still_open, not_(due()) if asked.operator == "empty" else due())
    states = {
        "overdue": lambda: due(step.c.due_at < reader.now),
        "today": lambda: and_(due(step.c.due_at < end_of_today(reader)), not_(due(step.c.due_at < reader.now))),
        "ahead": lambda: and_(due(), not_(due(step.c.due_at < end_of_today(reader)))),
        "missing": lambda: next_step.is_missing(reader, reader.now),
        "unplanned": lambda: and_(not_(due()), not_(next_step.is_missing(reader, reader.now))),
    }
    wanted: Sequence[str] = [str(value) for value in asked.values if str(value) in states]
    if not wanted:
        raise Refused("condition-value-wrong", field=asked.field)
    held = or_(*(states[state]() for state in wanted))
    return and_(still_open, not_(held) if asked.operator == "none_of" else held)
