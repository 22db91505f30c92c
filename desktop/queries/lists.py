"""Lists: the ids that a filter leaves, sorted by any column shown, and windows of rows; choices of lookups."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, Table, or_, select

from desktop.queries.listed import Column, Listed, listed_as
from desktop.queries.registry import Reader, query
from desktop.sales import access, lookups, people
from desktop.sales.doors import ALL_MAY, VISIBLE
from desktop.sales.tables import (
    activity,
    article,
    opportunity,
)
from desktop.store.matching import contains
from desktop.views.exchange import Choice, Refused
from desktop.views.rows import ListFilter

LOGS = ("run", "step")
"""What the process log shows, whose ids are asked for by queries of its own."""


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


def _log_rows(reader: Reader, subject: str, ids: Sequence[int]) -> tuple[Any, ...]:
    from desktop.queries import process_log, process_steps  # not above: a start does without the engine

    return (process_log.run_rows if subject == "run" else process_steps.step_rows)(reader, tuple(ids))


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
