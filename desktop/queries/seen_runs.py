"""The runs that a reader sees, with their versions, records and people: what every question about runs begins with."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, func, or_, select

from desktop.processes.tables import process_definition, process_instance
from desktop.queries.parts import label_of
from desktop.queries.registry import Reader
from desktop.sales import access
from desktop.sales.tables import lead, opportunity, person
from desktop.views.exchange import Place

Condition = ColumnElement[bool]

OWNER = person.alias("owner")
"""Who is responsible for the record of a run."""
STARTER = person.alias("starter")
"""Who has started a run."""

_run = process_instance


def seen(reader: Reader) -> tuple[Condition, ...]:
    """Return the conditions of the runs that the reader sees: those on records that the reader sees."""
    if access.visible_people(reader) is None:
        return ()
    on_seen = (
        and_(
            _run.c.subject == table.name,
            _run.c.subject_id.in_(select(table.c.id).where(*access.visible(reader, table))),
        )
        for table in (opportunity, lead)
    )
    return (or_(_run.c.subject_id.is_(None), *on_seen),)


def joined(statement: Select[Any]) -> Select[Any]:
    """Join runs with their version, their record, its owner and who has started them."""
    return (
        statement.select_from(_run)
        .join(process_definition, process_definition.c.id == _run.c.definition_id)
        .outerjoin(opportunity, and_(_run.c.subject == "opportunity", opportunity.c.id == _run.c.subject_id))
        .outerjoin(lead, and_(_run.c.subject == "lead", lead.c.id == _run.c.subject_id))
        .outerjoin(OWNER, OWNER.c.id == func.coalesce(opportunity.c.owner_id, lead.c.owner_id))
        .outerjoin(STARTER, STARTER.c.id == _run.c.started_by)
    )


def seen_runs(reader: Reader) -> Select[Any]:
    """Return the select of the runs that the reader sees, each with the number and title of its record."""
    return joined(
        select(
            _run.c.id,
            _run.c.definition_id,
            _run.c.subject,
            _run.c.subject_id,
            _run.c.status,
            _run.c.started_at,
            _run.c.ended_at,
            process_definition.c.number,
            process_definition.c.hash,
            label_of(process_definition, reader.language).label("process"),
            STARTER.c.name.label("starter"),
            OWNER.c.name.label("owner"),
            func.coalesce(opportunity.c.number, lead.c.number).label("record"),
            func.coalesce(opportunity.c.title, lead.c.title).label("title"),
        )
    ).where(*seen(reader))


def count_of(reader: Reader, *conditions: Condition) -> int:
    """Return how many of the runs that the reader sees meet the conditions."""
    return int(reader.value(select(func.count(_run.c.id)).where(*conditions, *seen(reader))))


def place_of(row: Row[Any]) -> Place | None:
    """Return the page of the record that a run is about, None where there is none (any more)."""
    return None if row.record is None else Place(row.subject, row.subject_id)
