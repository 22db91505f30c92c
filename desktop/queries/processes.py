"""The process library: its list, the page of one process or of one of its runs, its versions, who runs it (N6, R14)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, Select, func, select

from desktop.processes.definitions import catalogue
from desktop.processes.definitions.describing import described
from desktop.processes.definitions.labels import Label
from desktop.processes.drawing import diagram
from desktop.processes.library import releases, step_words
from desktop.processes.runs.runtime import RUNNING
from desktop.processes.tables import incident, process_definition, process_instance, process_wait
from desktop.queries import runs
from desktop.queries.parts import OPEN, label_of, refusing
from desktop.queries.registry import Reader, query
from desktop.queries.seen_runs import place_of, seen, seen_runs
from desktop.sales import access
from desktop.sales.doors import ALL_MAY, VISIBLE
from desktop.sales.tables import lead, lead_stage, opportunity, opportunity_stage, person
from desktop.texts import say
from desktop.views.exchange import Availability, Refused
from desktop.views.processes import (
    ChosenRun,
    Library,
    LibraryRow,
    ProcessPage,
    Running,
    RunningRow,
    VersionRow,
    Versions,
)

MOST_RUNS = 200
"""How many runs one question returns at most."""


@query("process_library", reads=VISIBLE)
def process_library(reader: Reader) -> Library:
    """Return every process of the library, also those that are switched off, by name."""
    versions: dict[str, list[Row[Any]]] = {}
    for row in releases.all_versions(reader):
        versions.setdefault(row.key, []).append(row)
    running = _running_by_key(reader)
    incidents = _incidents_by_key(reader)
    russian = reader.language == "ru"
    found: list[LibraryRow] = []
    for key, rows in versions.items():
        shown = next((row for row in rows if row.active), rows[0])
        found.append(
            LibraryRow(
                id=shown.id,
                key=key,
                label=shown.name_ru if russian else shown.name_en,
                label_en=shown.name_en,
                label_ru=shown.name_ru,
                summary=shown.summary_ru if russian else shown.summary_en,
                subject=shown.subject,
                subject_label=subject_label(reader, shown.subject),
                version=shown.number,
                newest=rows[0].number,
                active=shown.active,
                pinned=shown.pinned,
                running=running.get(key, 0),
                incidents=incidents.get(key, 0),
                deployed_at=shown.deployed_at,
                run=_can_run(reader, shown),
            )
        )
    found.sort(key=lambda row: row.label.casefold())
    return Library(tuple(found), edit_of(reader))


@query("process_page", reads=VISIBLE)
def process_page(reader: Reader, definition: int | None = None, run: int | None = None) -> ProcessPage:
    """Return one version of a process or, with ``run``, the version of that run with what it has done.

    Refused "record-gone" where there is none, "record-not-visible" for a run on a record that the reader does not see.
    """
    chosen = None if run is None else _run(reader, run)
    number = definition if chosen is None else chosen.definition_id
    row = releases.row(reader, number)
    read = catalogue.by_hash(reader, row.hash)
    states: dict[str, str] = {}
    taken: tuple[str, ...] = ()
    if chosen is not None:
        states, taken = runs.marks(reader, chosen.id)
    same_key = releases.versions_of(reader, row.key)
    return ProcessPage(
        id=row.id,
        key=row.key,
        label=read.label.said(reader.language),
        summary=read.summary.said(reader.language),
        description=described(read.process, reader.language)[0],
        subject=row.subject,
        number=row.number,
        current=next((one.number for one in same_key if one.active), 0),
        newest=max(one.number for one in same_key),
        pinned=row.pinned,
        source=row.source,
        running=_running_by_key(reader, row.key).get(row.key, 0),
        diagram=diagram.diagram(reader, read, reader.language, states, taken),
        run=None if chosen is None else _chosen(reader, chosen),
        edit=edit_of(reader),
        runs=_can_run(reader, next((one for one in same_key if one.active), same_key[0])),
    )


@query("process_running", reads=VISIBLE)
def process_running(reader: Reader, key: str, after: int = 0, limit: int = MOST_RUNS) -> Running:
    """Return the runs of a process that are under way, in the order in which they were begun, those after ``after``."""
    statement = _with_stage(reader).where(
        process_instance.c.definition_key == key, process_instance.c.status == RUNNING, process_instance.c.id > after
    )
    rows = reader.rows(statement.order_by(process_instance.c.id).limit(limit + 1))
    shown = rows[:limit]
    at = _steps_at(reader, shown)
    stuck = _stuck(reader, [row.id for row in shown])
    found = tuple(
        RunningRow(
            id=row.id,
            record=row.record or "",
            title=row.title or "",
            place=place_of(row),
            stage=row.stage or "",
            owner=row.owner or "",
            started_at=row.started_at,
            started_by=row.starter or "",
            step=at.get(row.id, ""),
            version=row.number,
            incident=row.id in stuck,
        )
        for row in shown
    )
    return Running(found, _running_by_key(reader, key).get(key, 0), len(rows) > limit)


@query("process_versions", reads=VISIBLE)
def process_versions(reader: Reader, key: str) -> Versions:
    """Return all versions of a process, the newest first. Refused "process-unknown" where there is none."""
    table = process_definition
    counted = (
        select(process_instance.c.definition_id, func.count().label("count"))
        .where(process_instance.c.definition_key == key, process_instance.c.status == RUNNING, *seen(reader))
        .group_by(process_instance.c.definition_id)
        .subquery()
    )
    rows = reader.rows(
        select(
            *releases.COLUMNS,
            person.c.name.label("who"),
            func.coalesce(counted.c.count, 0).label("running"),
        )
        .outerjoin(person, person.c.id == table.c.deployed_by)
        .outerjoin(counted, counted.c.definition_id == table.c.id)
        .where(table.c.key == key)
        .order_by(table.c.number.desc())
    )
    if not rows:
        raise Refused("process-unknown", process=key)
    shown = next((row for row in rows if row.active), rows[0])
    return Versions(
        key=key,
        label=shown.name_ru if reader.language == "ru" else shown.name_en,
        rows=tuple(
            VersionRow(
                id=row.id,
                number=row.number,
                deployed_at=row.deployed_at,
                deployed_by=row.who or "",
                source=row.source,
                hash=row.hash,
                running=row.running,
                active=row.active,
            )
            for row in rows
        ),
        pinned=shown.pinned,
        edit=edit_of(reader),
    )


@query("process_file", reads=ALL_MAY)
def process_file(reader: Reader, definition: int) -> bytes:
    """Return the file of a version, byte by byte as it was imported. Refused "record-gone" where there is none."""
    table = process_definition
    xml = reader.value(select(table.c.xml).where(table.c.id == definition))
    if xml is None:
        raise Refused("record-gone")
    return bytes(xml)


# What the questions about the library share -----------------------------------------------------


def subject_label(reader: Reader, subject: str) -> str:
    """Return what a process is about, in the reader's language."""
    return say(reader.language, f"process-subject-{subject}", {}, reader.zone)


def _can_run(reader: Reader, version: Row[Any]) -> Availability:
    """Return whether a process can be begun by a person without a record, and why not."""
    label = Label(version.name_en, version.name_ru).both
    if not version.active:
        return refusing(reader, "process-switched-off", process=label)
    codes = {"called": "process-only-called", "won": "process-needs-won", "open": "process-needs-record"}
    code = codes.get(version.runs_on)
    return OPEN if code is None else refusing(reader, code, process=label)


def edit_of(reader: Reader) -> Availability:
    """Return whether the reader may bring in, switch and move versions."""
    return OPEN if access.administers(reader) else refusing(reader, "right-administrator")


def _with_stage(reader: Reader) -> Select[Any]:
    """Return the select of the runs that the reader sees, each with the stage of its record."""
    stage = func.coalesce(label_of(opportunity_stage, reader.language), label_of(lead_stage, reader.language))
    return (
        seen_runs(reader)
        .outerjoin(opportunity_stage, opportunity_stage.c.id == opportunity.c.stage_id)
        .outerjoin(lead_stage, lead_stage.c.id == lead.c.stage_id)
        .add_columns(stage.label("stage"))
    )


def _running_by_key(reader: Reader, key: str = "") -> dict[str, int]:
    statement = select(process_instance.c.definition_key, func.count().label("count")).where(
        process_instance.c.status == RUNNING
    )
    if key:
        statement = statement.where(process_instance.c.definition_key == key)
    rows = reader.rows(statement.where(*seen(reader)).group_by(process_instance.c.definition_key))
    return {row.definition_key: int(row._mapping["count"]) for row in rows}


def _incidents_by_key(reader: Reader) -> dict[str, int]:
    stuck = select(incident.c.instance_id).where(incident.c.resolved_at.is_(None))
    statement = select(process_instance.c.definition_key, func.count().label("count")).where(
        process_instance.c.id.in_(stuck), process_instance.c.status == RUNNING
    )
    rows = reader.rows(statement.where(*seen(reader)).group_by(process_instance.c.definition_key))
    return {row.definition_key: int(row._mapping["count"]) for row in rows}


def _stuck(reader: Reader, numbers: list[int]) -> frozenset[int]:
    rows = reader.rows(
        select(incident.c.instance_id).where(incident.c.resolved_at.is_(None), incident.c.instance_id.in_(numbers))
    )
    return frozenset(row.instance_id for row in rows)


def _steps_at(reader: Reader, rows: Sequence[Row[Any]]) -> dict[int, str]:
    """Return at which steps each run stands, by name."""
    hashes = {row.id: row.hash for row in rows}
    waits = reader.rows(
        select(process_wait.c.instance_id, process_wait.c.element_id)
        .where(process_wait.c.instance_id.in_(hashes))
        .order_by(process_wait.c.id)
    )
    found: dict[int, list[str]] = {}
    for wait in waits:
        found.setdefault(wait.instance_id, []).append(wait.element_id)
    language = reader.language
    return {
        number: step_words.standing_at(catalogue.by_hash(reader, hashes[number]), elements, language)
        for number, elements in found.items()
    }


def _run(reader: Reader, run: int) -> Row[Any]:
    row = reader.first(seen_runs(reader).where(process_instance.c.id == run))
    if row is None:
        there = reader.value(select(process_instance.c.id).where(process_instance.c.id == run))
        raise Refused("record-gone" if there is None else "record-not-visible")
    return row


def _chosen(reader: Reader, row: Row[Any]) -> ChosenRun:
    timers = reader.rows(
        select(process_wait.c.element_id, process_wait.c.due_at)
        .where(process_wait.c.instance_id == row.id, process_wait.c.due_at.is_not(None))
        .order_by(process_wait.c.due_at, process_wait.c.id)
    )
    return ChosenRun(
        id=row.id,
        record=row.record or "",
        title=row.title or "",
        place=place_of(row),
        status=row.status,
        started_at=row.started_at,
        started_by=row.starter or "",
        ended_at=row.ended_at,
        timers=tuple((timer.element_id, timer.due_at) for timer in timers),
    )
