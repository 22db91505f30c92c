"""The process log: every run of every process, filtered and sorted. Its steps: desktop/queries/process_steps.py."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, func, or_, select

from desktop.processes.definitions import catalogue
from desktop.processes.library import step_words
from desktop.processes.runs import log
from desktop.processes.tables import incident, process_definition, process_instance, process_wait
from desktop.queries.parts import label_of
from desktop.queries.registry import Reader, query
from desktop.queries.seen_runs import OWNER, STARTER, Condition, joined, place_of, seen, seen_runs
from desktop.sales import people
from desktop.sales.doors import ALL_MAY, VISIBLE
from desktop.sales.tables import lead, opportunity
from desktop.texts import say
from desktop.views.exchange import Place, Ref
from desktop.views.process_log import LogChoices, LogFilter, LogRunRow

STATE_OF = {"running": "running", "completed": "done", "terminated": "done", "cancelled": "cancelled"}
"""The status of a run to its state in the log; a run that an error has stopped counts as an incident."""
ENDED = ("completed", "terminated", "cancelled")
"""The status of a run that goes on no more, whatever had gone wrong in it."""
TONES = {"running": "accent", "done": "good", "cancelled": "muted", "incident": "bad"}

_OF_OTHERS = ("record", "process", "version", "owner", "person")
"""The columns that stand in other tables than the runs'."""

_run = process_instance


@query("log_runs", reads=VISIBLE)
def log_runs(
    reader: Reader, filter: LogFilter | None = None, sort: str = "started_at", descending: bool = True
) -> tuple[int, ...]:
    """Return the ids of the runs that a filter leaves, sorted by a column of LogRunRow, the newest first at first."""
    wanted = filter or LogFilter()
    if sort == "took":
        return _by_length(reader, wanted, descending=descending)
    column = _columns(reader.language).get(sort, _run.c.started_at)
    statement = select(_run.c.id).where(*run_conditions(reader, wanted))
    if sort in _OF_OTHERS or wanted.person is not None:
        statement = joined(statement)
    first = column.desc().nulls_last() if descending else column.asc().nulls_last()
    rows = reader.rows(statement.order_by(first, _run.c.id.desc() if descending else _run.c.id))
    return tuple(row.id for row in rows)


def _by_length(reader: Reader, wanted: LogFilter, *, descending: bool) -> tuple[int, ...]:
    """Sort by how long runs took, those that still run by how long they have taken so far."""
    statement = select(_run.c.id, _run.c.started_at, _run.c.ended_at).where(*run_conditions(reader, wanted))
    rows = reader.rows(statement if wanted.person is None else joined(statement))
    lengths = [((row.ended_at or reader.now) - row.started_at, row.id) for row in rows]
    return tuple(number for _, number in sorted(lengths, reverse=descending))


@query("log_choices", reads=ALL_MAY)
def log_choices(reader: Reader) -> LogChoices:
    """Return the processes, by the name of their newest version, and the people by which the log can be narrowed."""
    label = label_of(process_definition, reader.language).label("label")
    rows = reader.rows(select(process_definition.c.key, label).order_by(process_definition.c.number))
    processes = {row.key: row.label for row in rows}
    by_name = sorted(processes.items(), key=lambda pair: pair[1].casefold())
    known = tuple(Ref(one.id, one.name) for one in people.all_people(reader))
    return LogChoices(tuple(by_name), known)


def run_conditions(reader: Reader, wanted: LogFilter) -> tuple[Condition, ...]:
    """Return the conditions of the runs that a filter leaves and the reader may see; their joins are ``joined``'s."""
    found: list[Condition] = [*seen(reader)]
    if wanted.process:
        found.append(_run.c.definition_key == wanted.process)
    if wanted.definition is not None:
        found.append(_run.c.definition_id == wanted.definition)
    if wanted.run is not None:
        found.append(_run.c.id == wanted.run)
    if wanted.record is not None:
        found += [_run.c.subject == wanted.subject, _run.c.subject_id == wanted.record]
    if wanted.status:
        found.append(_in_state(wanted.status))
    if wanted.person is not None:
        found.append(or_(OWNER.c.id == wanted.person, _run.c.started_by == wanted.person))
    if wanted.first is not None:
        found.append(or_(_run.c.ended_at.is_(None), _run.c.ended_at >= wanted.first))
    if wanted.last is not None:
        found.append(_run.c.started_at < wanted.last)
    return tuple(found)


def _in_state(state: str) -> Condition:
    troubled = _run.c.id.in_(select(incident.c.instance_id).where(incident.c.resolved_at.is_(None)))
    if state == "incident":
        return or_(_run.c.status == "error", and_(_run.c.status == "running", troubled))
    statuses = [status for status, one in STATE_OF.items() if one == state]
    found = _run.c.status.in_(statuses)
    return and_(found, ~troubled) if state == "running" else found


def _columns(language: str) -> Mapping[str, ColumnElement[Any]]:
    return {
        "id": _run.c.id,
        "record": func.lower(func.coalesce(opportunity.c.title, lead.c.title)),
        "process": func.lower(label_of(process_definition, language)),
        "version": process_definition.c.number,
        "status": _run.c.status,
        "now": _run.c.status,
        "owner": func.lower(OWNER.c.name),
        "person": func.lower(STARTER.c.name),
        "started_at": _run.c.started_at,
        "ended_at": _run.c.ended_at,
    }


def described(reader: Reader, ids: Iterable[int], *columns: ColumnElement[Any]) -> dict[int, Row[Any]]:
    """Return of each run that the reader sees what its rows say: process, version, record, people, status."""
    statement = seen_runs(reader).add_columns(*columns)
    return {row.id: row for row in reader.rows(statement.where(_run.c.id.in_(list(ids))))}


def record_of(row: Row[Any]) -> tuple[str, Place | None]:
    """Return what the record of a described run is called, and its place; nothing where there is none."""
    return row.title or row.record or "", place_of(row)


def run_rows(reader: Reader, ids: Sequence[int]) -> tuple[LogRunRow, ...]:
    """Return the rows of these runs in their order; those that are gone, or not seen by the reader, are left out."""
    known = described(reader, ids, _run.c.state)
    running = [number for number, row in known.items() if row.status == "running"]
    failed = _failed(reader, known)
    waits = process_wait
    waiting = reader.rows(
        select(waits.c.instance_id, waits.c.element_id).where(waits.c.instance_id.in_(running)).order_by(waits.c.id)
    )
    stands: dict[int, list[str]] = {}
    for wait in waiting:
        stands.setdefault(wait.instance_id, []).append(wait.element_id)
    found = []
    for number in ids:
        row = known.get(number)
        if row is None:
            continue
        definition = catalogue.by_hash(reader, row.hash)
        troubled = failed.get(number) if row.status in ("running", "error") else None
        state = "incident" if troubled is not None or row.status == "error" else STATE_OF.get(row.status, "running")
        if state in ("done", "cancelled") or troubled:
            at = troubled or log.ended_by(row.state)
            now = step_words.shown_name(definition, at, reader.language) if at else ""
        else:
            now = step_words.standing_at(definition, stands.get(number, ()), reader.language)
        record, place = record_of(row)
        found.append(
            LogRunRow(
                id=row.id,
                process=row.process,
                version=row.number,
                record=record,
                place=place,
                state=state,
                status=say(reader.language, f"log-run-{state}"),
                tone=TONES[state],
                now=now,
                owner=row.owner or "",
                person=row.starter or say(reader.language, "why-program"),
                started_at=row.started_at,
                ended_at=row.ended_at,
                took=seconds(row.started_at, row.ended_at),
            )
        )
    return tuple(found)


def _failed(reader: Reader, runs: Iterable[int]) -> dict[int, str]:
    """Return the runs with an incident that nobody has mended, and the element of the oldest."""
    rows = reader.rows(
        select(incident.c.instance_id, incident.c.element_id)
        .where(incident.c.instance_id.in_(list(runs)), incident.c.resolved_at.is_(None))
        .order_by(incident.c.id.desc())
    )
    return {row.instance_id: row.element_id for row in rows}


def seconds(begin: datetime, end: datetime | None) -> int | None:
    """Return how many whole seconds something took, None while it goes on."""
    return None if end is None else int((end - begin).total_seconds())
