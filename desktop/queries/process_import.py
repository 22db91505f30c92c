"""A file before it is imported, how versions differ, and what moving runs to another one would do (N1, N6)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Row

from desktop.processes.drawing import diagram
from desktop.processes.library import checking, comparing, moving, problem_words, releases
from desktop.processes.runs.runtime import RUNNING
from desktop.processes.tables import process_instance
from desktop.queries.processes import process_file
from desktop.queries.registry import Reader, query
from desktop.queries.seen_runs import count_of, place_of, seen_runs
from desktop.sales.doors import ALL_MAY, VISIBLE
from desktop.views.processes import MoveProspect, MoveRehearsal, ProcessCheck, ProcessDifference

MOST = 2_000
"""How many runs are looked at together, and moved in one action."""


@query("check_process", reads=ALL_MAY)
def check_process(reader: Reader, xml: bytes) -> ProcessCheck:
    """Say what a file would become if it were imported, or every reason why it is refused; nothing is deployed."""
    checked = checking.check(reader, xml)
    drawn = diagram.of_file(xml, reader.language) if checked.is_xml else None
    if checked.definition is None:
        problems = tuple(problem_words.of(problem, reader.language) for problem in checked.problems)
        return ProcessCheck(False, diagram=drawn, problems=problems)
    definition = checked.definition
    versions = releases.versions_of(reader, definition.key)
    there = releases.known(reader, xml)
    current = next((version for version in versions if version.active), versions[0] if versions else None)
    running = count_of(
        reader, process_instance.c.definition_key == definition.key, process_instance.c.status == RUNNING
    )
    difference = None
    if current is not None and there is None:
        difference = _difference(reader, _file(reader, current.id), xml, current.number, versions[0].number + 1)
    return ProcessCheck(
        accepted=there is None,
        label=definition.label.said(reader.language),
        summary=definition.summary.said(reader.language),
        key=definition.key,
        number=there.number if there is not None else (versions[0].number + 1 if versions else 1),
        current=0 if current is None or not current.active else current.number,
        running=running,
        known_as=0 if there is None else there.id,
        diagram=drawn,
        difference=difference,
        remarks=tuple(problem_words.of(remark, reader.language) for remark in checked.remarks),
    )


@query("process_difference", reads=ALL_MAY)
def process_difference(reader: Reader, older: int, newer: int) -> ProcessDifference:
    """Return what differs between two versions. Refused "record-gone" where one of them is not there."""
    before, after = releases.row(reader, older), releases.row(reader, newer)
    return _difference(reader, _file(reader, older), _file(reader, newer), before.number, after.number)


@query("rehearse_move", reads=VISIBLE)
def rehearse_move(
    reader: Reader,
    older: int,
    newer: int,
    mapping: Mapping[str, str] | None = None,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> MoveRehearsal:
    """Say of every run of one version what moving it to another would do (N1), and which steps are gone there.

    Of very many, the first 2 000 are looked at; once they are moved the next come.
    ``progress`` and ``cancelled`` are called on the worker's thread; what was looked at until then is returned.
    """
    before, after = releases.row(reader, older), releases.row(reader, newer)
    on_it = (process_instance.c.definition_id == older, process_instance.c.status == RUNNING)
    rows = reader.rows(seen_runs(reader).where(*on_it).order_by(process_instance.c.id).limit(MOST))
    total = count_of(reader, *on_it)
    plan = moving.Plan(reader, older, newer, dict(mapping or {}))
    found: list[MoveProspect] = []
    for number, row in enumerate(rows, start=1):
        if cancelled is not None and cancelled():
            break
        found.append(_prospect(row, plan.of(row.id)))
        if progress is not None:
            progress(number, len(rows))
    return MoveRehearsal(before.number, after.number, tuple(found), plan.gone(), max(0, total - len(rows)))


def _prospect(row: Row[Any], told: moving.Told) -> MoveProspect:
    return MoveProspect(
        run=row.id,
        record=row.record or "",
        title=row.title or "",
        place=place_of(row),
        step=told.step,
        possible=told.possible,
        text=told.text,
    )


def _difference(reader: Reader, before: bytes, after: bytes, older: int, newer: int) -> ProcessDifference:
    language = reader.language
    return ProcessDifference(
        older=older,
        newer=newer,
        before=diagram.of_file(before, language),
        after=diagram.of_file(after, language),
        changes=comparing.changes(before, after, language),
    )


def _file(reader: Reader, definition: int) -> bytes:
    return bytes(process_file(reader, definition))
