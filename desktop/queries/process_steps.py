"""The steps of runs from their log, the newest first: what people and services did, what is open, what failed.

A step is known by the entry of the log with which it last changed, an incident by its own number below zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from heapq import merge
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, Table, and_, select

from desktop.processes.definitions import catalogue
from desktop.processes.definitions.definition import Definition
from desktop.processes.library import step_words
from desktop.processes.tables import incident, process_definition, process_instance, process_log, process_wait
from desktop.queries import process_log as runs
from desktop.queries.registry import Reader, query
from desktop.sales.doors import VISIBLE
from desktop.sales.tables import activity, person
from desktop.store.journal import action_table
from desktop.texts import say
from desktop.views.process_log import LogFilter, LogStepRow, LogSteps

FIRING = "fire_timers"
"""The action in which timers fire: whoever's window carried it out, it was the time that did it."""
MOST = 5_000
"""How many steps are shown at most; whoever looks for older ones narrows the time."""

_ENDED = ("left", "cancelled")
_STATES = {"left": "done", "cancelled": "cancelled", "entered": "running"}
_TONES = {"done": "good", "again": "warning", "lost": "bad"}
_GATEWAYS = ("exclusiveGateway", "inclusiveGateway", "parallelGateway", "complexGateway", "eventBasedGateway")
_log = process_log
_run = process_instance

Event = tuple[datetime, int]
"""When something happened, and its id."""


@query("log_steps", reads=VISIBLE)
def log_steps(reader: Reader, filter: LogFilter | None = None, most: int = MOST) -> LogSteps:
    """Return the newest steps that a filter leaves: at most ``most`` ids (5 000), and whether there are more.

    Gateways, beginnings and ends of sub-processes are left out, and whatever was undone.
    """
    wanted = filter or LogFilter()
    found: list[list[Event]] = []
    if wanted.status in ("", "done", "cancelled"):
        found.append(_ended(reader, wanted, most))
    if wanted.status in ("", "running"):
        found.append(_open(reader, wanted, most))
    if wanted.status in ("", "incident"):
        found.append(_incidents(reader, wanted, most))
    ids = tuple(number for _, number in islice(merge(*found, reverse=True), most + 1))
    return LogSteps(ids[:most], len(ids) > most)


def _ended(reader: Reader, wanted: LogFilter, most: int) -> list[Event]:
    """Return the newest steps that were done or cancelled."""
    kinds = {"done": ("left",), "cancelled": ("cancelled",)}.get(wanted.status, _ENDED)
    statement = _entries(reader, wanted, kinds)
    if wanted.person is not None:
        statement = statement.where(_log.c.person_id == wanted.person)
    rows = reader.rows(statement.order_by(_log.c.id.desc()).limit(most + 1))
    return [(row.at, row.id) for row in rows]


def _open(reader: Reader, wanted: LogFilter, most: int) -> list[Event]:
    """Return the newest steps at which runs stand: the entries with which they came there."""
    wait = process_wait
    statement = _entries(reader, wanted, ("entered",)).join(
        wait, and_(wait.c.instance_id == _log.c.instance_id, wait.c.element_id == _log.c.element_id)
    )
    if wanted.person is not None:
        owned = and_(
            activity.c.instance_id == _log.c.instance_id,
            activity.c.token == wait.c.token,
            activity.c.element_id == wait.c.element_id,
        )
        statement = statement.join(activity, owned).where(activity.c.owner_id == wanted.person)
    statement = statement.add_columns(_log.c.detail, wait.c.token).where(_run.c.status == "running")
    rows = reader.rows(statement.order_by(_log.c.id.desc()).limit(most + 1))
    return [(row.at, row.id) for row in rows if row.detail["token"] == row.token]


def _incidents(reader: Reader, wanted: LogFilter, most: int) -> list[Event]:
    """Return the newest incidents; those that are mended only where nothing keeps to what is open."""
    statement = (
        select(incident.c.id, incident.c.at)
        .join(_run, _run.c.id == incident.c.instance_id)
        .where(*_of_runs(reader, wanted), *_between(incident.c.at, wanted))
    )
    if wanted.status == "incident":
        statement = statement.where(incident.c.resolved_at.is_(None), _run.c.status == "running")
    if wanted.person is not None:
        statement = statement.where(incident.c.resolved_by == wanted.person)
    rows = reader.rows(statement.order_by(incident.c.at.desc(), incident.c.id.desc()).limit(most + 1))
    return [(row.at, -row.id) for row in rows]


def _entries(reader: Reader, wanted: LogFilter, kinds: Sequence[str]) -> Select[Any]:
    """Select the entries of the log of these kinds that a filter leaves and that were not undone.

    For many runs the log is read from its end; an index on their ids would gather and sort all of it.
    """
    few = wanted.run is not None or wanted.record is not None
    number = _log.c.instance_id if few else _log.c.instance_id + 0
    return (
        select(_log.c.id, _log.c.at)
        .join(_run, _run.c.id == number)
        .outerjoin(action_table, action_table.c.id == _log.c.action_id)
        .where(
            _log.c.kind.in_(kinds),
            action_table.c.undone_by.is_(None),
            *_of_runs(reader, wanted),
            *_between(_log.c.at, wanted),
            *_shown(reader, wanted),
        )
    )


def _of_runs(reader: Reader, wanted: LogFilter) -> Iterable[ColumnElement[bool]]:
    kept = LogFilter(
        process=wanted.process,
        subject=wanted.subject,
        record=wanted.record,
        run=wanted.run,
        definition=wanted.definition,
    )
    return runs.run_conditions(reader, kept)


def _between(moment: ColumnElement[Any], wanted: LogFilter) -> Iterable[ColumnElement[bool]]:
    if wanted.first is not None:
        yield moment >= wanted.first
    if wanted.last is not None:
        yield moment < wanted.last


def _shown(reader: Reader, wanted: LogFilter) -> Iterable[ColumnElement[bool]]:
    """Leave out what is no step to anybody."""
    statement = select(process_definition.c.id, process_definition.c.hash)
    if wanted.process:
        statement = statement.where(process_definition.c.key == wanted.process)
    if wanted.definition is not None:
        statement = statement.where(process_definition.c.id == wanted.definition)
    for row in reader.rows(statement):
        hidden = _hidden(catalogue.by_hash(reader, row.hash))
        if hidden:
            yield ~and_(_run.c.definition_id == row.id, _log.c.element_id.in_(hidden))


def _hidden(definition: Definition) -> list[str]:
    """Return the gateways, and the events with which a sub-process begins and ends: they take no time."""
    main = definition.process.id
    return [
        element.id
        for element in definition.machine.elements.values()
        if element.tag in _GATEWAYS
        or (element.tag in ("startEvent", "endEvent") and getattr(getattr(element, "parent", None), "id", main) != main)
    ]


# rows -------------------------------------------------------------------------------------------


def step_rows(reader: Reader, ids: Sequence[int]) -> tuple[LogStepRow, ...]:
    """Return the rows of these steps and incidents in their order; those that are gone or not seen are left out."""
    entries = _named(reader, _log, [number for number in ids if number > 0])
    troubles = _named(reader, incident, [-number for number in ids if number < 0])
    known = runs.described(reader, {row.instance_id for row in (*entries.values(), *troubles.values())})
    began = _beginnings(reader, entries.values())
    tasks = _tasks(reader, entries.values())
    found = []
    for number in ids:
        row = entries.get(number) if number > 0 else troubles.get(-number)
        run = None if row is None else known.get(row.instance_id)
        if row is None or run is None:
            continue
        if number < 0:
            found.append(_trouble_row(reader, row, run))
        else:
            task = tasks.get((row.instance_id, row.element_id, row.detail["token"]))
            found.append(_step_row(reader, row, began.get(row.id, row.at), task, run))
    return tuple(found)


def _named(reader: Reader, table: Table, ids: Sequence[int]) -> Mapping[int, Row[Any]]:
    """Return rows of the log, or incidents, with the names of those who did it: nobody's where the time did."""
    if table is _log:
        statement = (
            select(table, action_table.c.name.label("action"), person.c.name.label("who"))
            .outerjoin(action_table, action_table.c.id == _log.c.action_id)
            .outerjoin(person, person.c.id == _log.c.person_id)
            .where(_log.c.kind.in_(("entered", *_ENDED)))
        )
    else:
        statement = select(table, person.c.name.label("who")).outerjoin(person, person.c.id == table.c.resolved_by)
    return {row.id: row for row in reader.rows(statement.where(table.c.id.in_(ids)))}


def _beginnings(reader: Reader, entries: Iterable[Row[Any]]) -> dict[int, datetime]:
    """Return when each step that has ended began: at the last entry before with its token that was not undone."""
    ends = [row for row in entries if row.kind in _ENDED]
    statement = (
        select(_log.c.id, _log.c.at, _log.c.instance_id, _log.c.element_id, _log.c.detail)
        .outerjoin(action_table, action_table.c.id == _log.c.action_id)
        .where(
            _log.c.instance_id.in_({row.instance_id for row in ends}),
            _log.c.element_id.in_({row.element_id for row in ends}),
            _log.c.kind == "entered",
            action_table.c.undone_by.is_(None),
        )
        .order_by(_log.c.id)
    )
    entered: dict[tuple[int, str, int], list[tuple[int, datetime]]] = {}
    for row in reader.rows(statement) if ends else ():
        entered.setdefault(_key(row), []).append((row.id, row.at))
    began = {}
    for row in ends:
        before = [at for number, at in entered.get(_key(row), ()) if number < row.id]
        if before:
            began[row.id] = before[-1]
    return began


def _key(row: Row[Any]) -> tuple[int, str, int]:
    return row.instance_id, row.element_id, row.detail["token"]


def _tasks(reader: Reader, entries: Iterable[Row[Any]]) -> dict[tuple[int, str, int], Row[Any]]:
    """Return the activities that people completed, or are to complete, by run, element and token."""
    keys = [_key(row) for row in entries]
    statement = (
        select(
            activity.c.id,
            activity.c.instance_id,
            activity.c.element_id,
            activity.c.token,
            activity.c.result_code,
            activity.c.definition_id,
            person.c.name.label("owner"),
        )
        .join(person, person.c.id == activity.c.owner_id)
        .where(activity.c.instance_id.in_({key[0] for key in keys}), activity.c.token.in_({key[2] for key in keys}))
    )
    rows = reader.rows(statement) if keys else ()
    return {(row.instance_id, row.element_id, row.token): row for row in rows}


def _step_row(reader: Reader, row: Row[Any], began: datetime, task: Row[Any] | None, run: Row[Any]) -> LogStepRow:
    definition = catalogue.by_hash(reader, run.hash)
    state = _STATES[row.kind]
    result, tone = ("", runs.TONES[state])
    if task is not None and state == "done":
        result, tone = _result(definition, row.element_id, task.result_code, reader.language)
    words = "open" if state == "running" and task is not None else state
    if state == "running" and task is not None:
        who = task.owner
    elif row.action == FIRING:
        who = say(reader.language, "why-time")
    else:
        who = row.who or say(reader.language, "why-program")
    ended = None if state == "running" else row.at
    record, place = runs.record_of(run)
    return LogStepRow(
        id=row.id,
        run=row.instance_id,
        element_id=row.element_id,
        step=step_words.shown_name(definition, row.element_id, reader.language),
        state=state,
        status=result or say(reader.language, f"log-step-{words}"),
        tone=tone,
        result=result,
        person=who,
        at=row.at,
        began_at=began,
        ended_at=ended,
        took=runs.seconds(began, ended),
        process=run.process,
        version=run.number,
        record=record,
        place=place,
        activity=None if task is None else task.id,
    )


def _result(definition: Definition, element_id: str, code: str, language: str) -> tuple[str, str]:
    """Return what a task ended with and the tone of that; a task with one way to end is simply done."""
    task = definition.tasks.get(element_id)
    chosen = next((one for one in task.results if one.code == code), None) if task is not None else None
    if task is None or chosen is None or len(task.results) < 2:
        return "", "good"
    return chosen.label.said(language), _TONES.get(chosen.leads, "good")


def _trouble_row(reader: Reader, row: Row[Any], run: Row[Any]) -> LogStepRow:
    definition = catalogue.by_hash(reader, run.hash)
    mended = row.resolved_at is not None
    record, place = runs.record_of(run)
    over = not mended and run.status in runs.ENDED
    if mended:
        code = f"log-incident-{row.resolution or 'retried'}"
    else:
        code = "log-incident-ended" if over else "log-step-incident"
    return LogStepRow(
        id=-row.id,
        run=row.instance_id,
        element_id=row.element_id,
        step=step_words.shown_name(definition, row.element_id, reader.language),
        state="incident",
        status=say(reader.language, code),
        tone="muted" if mended or over else "bad",
        result="",
        person=row.who or "",
        at=row.at,
        began_at=row.at,
        ended_at=row.resolved_at,
        took=runs.seconds(row.at, row.resolved_at),
        process=run.process,
        version=run.number,
        record=record,
        place=place,
    )
