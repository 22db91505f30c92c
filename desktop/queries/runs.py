"""The newest run of a process on an opportunity or a lead: its steps from the log, and its diagram (R14)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, select

from desktop.processes.definitions import catalogue
from desktop.processes.definitions.definition import Definition
from desktop.processes.drawing import diagram
from desktop.processes.library import step_words
from desktop.processes.story.marks import present
from desktop.processes.tables import process_definition, process_instance, process_log
from desktop.queries.registry import Reader, query
from desktop.sales.doors import records
from desktop.sales.tables import person
from desktop.views.diagram import ProcessRun, RunStep

_ENDED = {"left": "done", "cancelled": "cancelled"}


@query("process_run", reads=records("opportunity", "lead"))
def process_run(reader: Reader, opportunity: int | None = None, lead: int | None = None) -> ProcessRun | None:
    """Return the newest run on an opportunity or a lead with its steps, the newest first; None where none ever ran."""
    subject, found = ("lead", lead) if opportunity is None else ("opportunity", opportunity)
    table = process_instance
    row = reader.first(
        select(table, process_definition.c.hash, process_definition.c.number, person.c.name.label("starter"))
        .join(process_definition, process_definition.c.id == table.c.definition_id)
        .outerjoin(person, person.c.id == table.c.started_by)
        .where(table.c.subject == subject, table.c.subject_id == found)
        .order_by(table.c.id.desc())
        .limit(1)
    )
    if row is None:
        return None
    definition = catalogue.by_hash(reader, row.hash)
    log = _log(reader, row.id)
    steps = _steps(definition, log, reader.language)
    states, taken = marks(reader, row.id)
    return ProcessRun(
        id=row.id,
        process_label=definition.label.said(reader.language),
        version=row.number,
        status=row.status,
        started_at=row.started_at,
        started_by=row.starter or "",
        ended_at=row.ended_at,
        steps=tuple(step for step in steps if not step.tag.endswith("Gateway")),
        diagram=diagram.diagram(reader, definition, reader.language, states, taken),
    )


def marks(reader: Reader, instance_id: int) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the state of every element that a run has reached, and the flows it has taken."""
    log = reader.rows(select(process_log).where(process_log.c.instance_id == instance_id).order_by(process_log.c.id))
    now = present(log)
    return now.states(), tuple(sorted(now.taken))


def _log(reader: Reader, instance_id: int) -> Sequence[Row[Any]]:
    """Return the log of a run in the order of happening, without what was undone."""
    rows = reader.rows(
        select(process_log, person.c.name.label("who"))
        .outerjoin(person, person.c.id == process_log.c.person_id)
        .where(process_log.c.instance_id == instance_id, process_log.c.kind != "stimulus")
        .order_by(process_log.c.id)
    )
    undone: set[int] = set()
    for row in rows:
        if row.kind == "undone":
            undone.add(row.detail["action"])
        elif row.kind == "redone":
            undone.discard(row.detail["action"])
    return [row for row in rows if row.action_id not in undone]


def _steps(definition: Definition, log: Sequence[Row[Any]], language: str) -> list[RunStep]:
    began: dict[tuple[str, int], Row[Any]] = {}
    found: list[tuple[Row[Any], Row[Any] | None]] = []
    for entry in log:
        if entry.kind == "entered":
            began[entry.element_id, entry.detail["token"]] = entry
        elif entry.kind in _ENDED:
            start = began.pop((entry.element_id, entry.detail["token"]), None)
            if start is not None:
                found.append((start, entry))
    found += [(start, None) for start in began.values()]
    found.sort(key=lambda pair: -pair[0].id)
    elements = definition.machine.elements
    return [
        RunStep(
            element_id=start.element_id,
            label=step_words.shown_name(definition, start.element_id, language),
            tag=elements[start.element_id].tag,
            state="running" if end is None else _ENDED[end.kind],
            began_at=start.at,
            began_by=start.who or "",
            ended_at=None if end is None else end.at,
            ended_by="" if end is None else end.who or "",
        )
        for start, end in found
        if start.element_id in elements
    ]
