"""What was: a record, its tasks and the run on it after every action, from the journal and the log (N4).

The journal says how stage and tasks stood, whoever moved them and by whatever way; the log says what the run had
entered, left and taken. An action is one transaction, so nothing ever stood between two actions, and a moment is one
action. What was undone is a moment too: until the undo it stood like that. So every moment is exact across undo, redo,
timers, incidents and moves to another version.

Not found again are tasks made by hand that are gone from the tables: their making was undone, or they were deleted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Column, ColumnElement, Row, Select, Table, select

from desktop.processes.runs.log import STIMULUS
from desktop.processes.runs.stepping import Stimulus
from desktop.processes.story.causes import BY_TIME
from desktop.processes.story.marks import Course
from desktop.processes.tables import incident, process_instance, process_log
from desktop.sales.reading import Reading
from desktop.sales.tables import activity, lead, opportunity
from desktop.store.journal import action_table, entry_table

SUBJECTS: Mapping[str, Table] = {"opportunity": opportunity, "lead": lead}
"""What has stages and runs."""

Values = Mapping[str, Any]

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Stood:
    """How all stood right after one action, as the differences from the moment before.

    ``label`` is the packed sentence of the action, "" if it said none; ``stimulus`` the first that the run got by it;
    ``trouble`` says which incident it left, ``incidents`` are all that were open then: element and reason. Reasons are
    packed sentences. ``stage_id`` and ``definition_id`` are None where there was none yet. Values
    of tasks are columns of the activity.
    """

    action_id: int
    at: datetime
    person_id: int | None
    """Who acted, None where it was the time."""
    label: str
    undone: bool
    stimulus: Stimulus | None
    trouble: str
    incidents: tuple[tuple[str, str], ...]
    stage_id: int | None
    definition_id: int | None
    status: str
    elements: tuple[tuple[str, str, str], ...]
    flows: tuple[tuple[str, bool, bool], ...]
    tasks: tuple[tuple[int, Values | None, Values | None], ...]


@dataclass(slots=True)
class _Deed:
    """What one action has done here. ``order`` is the first of its entries, which are written as it is committed."""

    order: int
    log: list[Row[Any]] = field(default_factory=list)
    stage_id: int | None = None
    tasks: dict[int, Values | None] = field(default_factory=dict)
    trouble: str = ""
    incidents: dict[int, tuple[str, str] | None] = field(default_factory=dict)


def of_run(reading: Reading, run_id: int) -> list[Stood]:
    """Tell the past of a run: its steps, the tasks it has made and the stages of its record."""
    run = reading.first(one_run(run_id))
    return [] if run is None else _told(reading, run.subject, run.subject_id, run, (activity.c.instance_id, run_id))


def of_record(reading: Reading, subject: str, record_id: int) -> list[Stood]:
    """Tell the past of an opportunity or a lead: its stages, all of its tasks, and the newest run on it."""
    run = newest_run(reading, subject, record_id)
    return _told(reading, subject, record_id, run, (activity.c[f"{subject}_id"], record_id))


def one_run(run_id: int) -> Select[Any]:
    """Return the select of one run: number, definition and subject."""
    return _RUN.where(process_instance.c.id == run_id)


def newest_run(reading: Reading, subject: str, record_id: int) -> Row[Any] | None:
    """Return number, definition and subject of the newest run on a record, None where none ever ran."""
    table = process_instance
    return reading.first(
        _RUN.where(table.c.subject == subject, table.c.subject_id == record_id).order_by(table.c.id.desc()).limit(1)
    )


_Mine = tuple[Column[Any], int]
"""The column of an activity by which the tasks are found, and its value."""

_RUN = select(
    process_instance.c.id, process_instance.c.definition_id, process_instance.c.subject, process_instance.c.subject_id
)


def _told(reading: Reading, subject: str, record_id: int | None, run: Row[Any] | None, mine: _Mine) -> list[Stood]:
    deeds: dict[int, _Deed] = {}
    log = _log(reading, run)
    first_stage = _gather_stages(reading, deeds, subject, record_id)
    first_tasks = _gather_tasks(reading, deeds, run, mine)
    _gather_run(reading, deeds, run, log)
    course = Course(log, None if run is None else run.definition_id)
    told: list[Stood] = []
    states: dict[str, str] = {}
    taken: set[str] = set()
    tasks: dict[int, Values] = {}
    incidents: dict[int, tuple[str, str]] = {}
    stage_id = first_stage
    before: tuple[str, int | None, int | None] = ("", None, stage_id)
    pending = first_tasks
    for action_id, action, deed in _ordered(reading, deeds):
        if deed.log:
            course.take(action_id, deed.log)
        marks = course.marks
        stage_id = stage_id if deed.stage_id is None else deed.stage_id
        now_states = marks.states() if deed.log else states
        elements = _differences(states, now_states)
        flows = tuple((flow, flow in taken, flow in marks.taken) for flow in sorted(taken ^ marks.taken))
        changed = _changed(tasks, {**pending, **deed.tasks})
        stands = (marks.status, marks.definition_id if marks.status else None, stage_id)
        if not (deed.log or deed.incidents or changed or stands != before):
            continue
        for number, found in deed.incidents.items():
            incidents.pop(number, None)
            if found is not None:
                incidents[number] = found
        pending, before = {}, stands
        states, taken = now_states, set(marks.taken)
        stimulus = next((Stimulus.from_json(row.detail) for row in deed.log if row.kind == STIMULUS), None)
        undone = action.undone_by is not None and action.undoes is None  # an undo that was redone is itself no mistake
        told.append(
            Stood(
                action_id, action.at, None if action.name in BY_TIME else action.person_id, action.label, undone,
                stimulus, deed.trouble, tuple(incidents.values()), stage_id, stands[1], marks.status,
                elements, flows, changed,
            )
        )  # fmt: skip
    return told


def _differences(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[tuple[str, str, str], ...]:
    if before is after:
        return ()
    names = dict.fromkeys([*before, *after])
    return tuple(
        (name, before.get(name, ""), after.get(name, "")) for name in names if before.get(name) != after.get(name)
    )


def _changed(
    tasks: dict[int, Values], coming: Mapping[int, Values | None]
) -> tuple[tuple[int, Values | None, Values | None], ...]:
    """Bring the tasks up to date and return what has changed of them that can be seen."""
    found: list[tuple[int, Values | None, Values | None]] = []
    for number, after in coming.items():
        before = tasks.get(number)
        if _seen(before) != _seen(after):
            found.append((number, before, after))
        if after is None:
            tasks.pop(number, None)
        else:
            tasks[number] = after
    return tuple(found)


_SEEN = ("kind", "title", "status", "start_at", "due_at", "owner_id", "result_code", "element_id", "definition_id")


def _seen(values: Values | None) -> object:
    return None if values is None else tuple(values.get(name) for name in _SEEN)


def _ordered(reading: Reading, deeds: Mapping[int, _Deed]) -> Iterable[tuple[int, Row[Any], _Deed]]:
    """Yield the actions in the order in which they were committed."""
    columns = [action_table.c[name] for name in ("id", "name", "at", "person_id", "label", "undone_by", "undoes")]
    numbers = sorted(deeds, key=lambda number: (deeds[number].order, number))
    actions = {row.id: row for row in _by_ids(reading, select(*columns), action_table.c.id, numbers)}
    return ((number, actions[number], deeds[number]) for number in numbers if number in actions)


def _by_ids(reading: Reading, statement: Any, column: Any, numbers: Sequence[int]) -> Iterable[Row[Any]]:
    for first in range(0, len(numbers), _AT_ONCE):
        yield from reading.rows(statement.where(column.in_(numbers[first : first + _AT_ONCE])))


def _deed(deeds: dict[int, _Deed], action_id: int, order: int) -> _Deed:
    deed = deeds.setdefault(action_id, _Deed(order))
    deed.order = min(deed.order, order)
    return deed


# Where it is written ---------------------------------------------------------------------------------


def _log(reading: Reading, run: Row[Any] | None) -> Sequence[Row[Any]]:
    if run is None:
        return ()
    return reading.rows(select(process_log).where(process_log.c.instance_id == run.id).order_by(process_log.c.id))


def _gather_run(reading: Reading, deeds: dict[int, _Deed], run: Row[Any] | None, log: Sequence[Row[Any]]) -> None:
    """Give each action what it wrote into the log; its place is that of its entry about the run."""
    if run is None:
        return
    saved = reading.rows(
        select(entry_table.c.id, entry_table.c.action_id).where(
            entry_table.c.table_name == process_instance.name, entry_table.c.row_id == run.id
        )
    )
    for entry in saved:
        _deed(deeds, entry.action_id, entry.id)
    order = 0
    for action_id, rows in groupby(log, key=lambda row: row.action_id):
        if action_id in deeds:
            order = deeds[action_id].order
        _deed(deeds, action_id, order).log += rows
    failed = {row.id: row for row in reading.rows(select(incident).where(incident.c.instance_id == run.id))}
    of_run = entry_table.c.row_id.in_(select(incident.c.id).where(incident.c.instance_id == run.id))
    for entry in _entries(reading, incident, of_run) if failed else ():
        row, deed = failed[entry.row_id], _deed(deeds, entry.action_id, entry.id)
        is_open = (entry.after or {}).get("resolved_at") is None
        deed.incidents[row.id] = (row.element_id, row.reason) if is_open else None
        if entry.kind == "insert":
            deed.trouble = row.reason


def _gather_stages(reading: Reading, deeds: dict[int, _Deed], subject: str, record_id: int | None) -> int | None:
    """Give each action the stage that it has entered; return the stage before all of them."""
    table = SUBJECTS.get(subject)
    if table is None or record_id is None:
        return None
    current: int | None = reading.value(select(table.c.stage_id).where(table.c.id == record_id))
    for entry in reversed(_entries(reading, table, entry_table.c.row_id == record_id)):
        after, before = entry.after or {}, entry.before or {}
        if "stage_id" in after:
            deed = _deed(deeds, entry.action_id, entry.id)
            deed.stage_id = after["stage_id"] if deed.stage_id is None else deed.stage_id
            current = before.get("stage_id")
    return current


def _gather_tasks(
    reading: Reading, deeds: dict[int, _Deed], run: Row[Any] | None, mine: _Mine
) -> dict[int, Values | None]:
    """Give each action the tasks as it left them; return those that were there before all of them."""
    column, number = mine
    ours = column == number
    rows: dict[int, Values | None] = {row.id: dict(row._mapping) for row in reading.rows(select(activity).where(ours))}
    entries = list(_entries(reading, activity, entry_table.c.row_id.in_(select(activity.c.id).where(ours))))
    gone = _gone(reading, run, rows)
    if gone:
        entries += _by_ids(
            reading,
            select(entry_table).where(entry_table.c.table_name == activity.name),
            entry_table.c.row_id,
            sorted(gone),
        )
        rows |= dict.fromkeys(gone)
    for entry in sorted(entries, key=lambda entry: -entry.id):
        values = rows.get(entry.row_id)
        deed = _deed(deeds, entry.action_id, entry.id)
        there = values is not None and values[column.name] == number  # it may have been moved here later
        deed.tasks.setdefault(entry.row_id, values if there else None)
        if entry.kind == "insert":
            rows[entry.row_id] = None
        else:
            rows[entry.row_id] = {**(values or {}), **entry.before}
    return {row_id: values for row_id, values in rows.items() if values is not None}


def _gone(reading: Reading, run: Row[Any] | None, known: Mapping[int, object]) -> set[int]:
    """Return the tasks of a run that an undo has removed: its own actions have made them."""
    if run is None:
        return set()
    made = reading.rows(
        select(entry_table.c.row_id, entry_table.c.after).where(
            entry_table.c.action_id.in_(select(process_log.c.action_id).where(process_log.c.instance_id == run.id)),
            entry_table.c.table_name == activity.name,
            entry_table.c.kind == "insert",
        )
    )
    return {entry.row_id for entry in made if entry.row_id not in known and entry.after.get("instance_id") == run.id}


def _entries(reading: Reading, table: Table, rows: ColumnElement[bool]) -> Sequence[Row[Any]]:
    return reading.rows(
        select(entry_table).where(entry_table.c.table_name == table.name, rows).order_by(entry_table.c.id)
    )
