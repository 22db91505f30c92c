"""What has led to something: the stimulus of a run, or the action of a person, each in a sentence (N2)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Row, select

from desktop.processes.definitions import catalogue
from desktop.processes.runs import runtime
from desktop.processes.runs.log import STIMULUS
from desktop.processes.runs.stepping import Stimulus
from desktop.processes.runs.world import stages_of, title_of
from desktop.processes.tables import process_instance, process_log
from desktop.sales import access, activities, people
from desktop.sales.reading import Reading
from desktop.sales.tables import activity
from desktop.store.journal import action_table, entry_table
from desktop.texts import knows, say, say_packed

_IMPORTS = ("import_data", "import_table", "load_sample_data")
BY_TIME = ("fire_timers", "remind_due")
"""Actions that nobody wants: whoever's window carried them out, it was the time."""


def said(reading: Reading, code: str, **parameters: object) -> str:
    """Say a sentence to the reader."""
    return say(reading.language, code, parameters, reading.zone)


def who(reading: Reading, person_id: int | None) -> str:
    """Return the name of whoever acted: a person, or the program."""
    if person_id is None:
        return said(reading, "why-program")
    return people.name_of(reading, person_id)


# Actions -----------------------------------------------------------------------------------------


def action_of(reading: Reading, table: str, row_id: int, kind: str = "insert") -> Row[Any] | None:
    """Return the newest action that wrote a row in that way."""
    return reading.first(
        select(action_table)
        .join(entry_table, entry_table.c.action_id == action_table.c.id)
        .where(entry_table.c.table_name == table, entry_table.c.row_id == row_id, entry_table.c.kind == kind)
        .order_by(action_table.c.id.desc())
        .limit(1)
    )


def action_setting(reading: Reading, table: str, row_id: int, column: str, value: object) -> Row[Any] | None:
    """Return the newest action that gave a column of a row its value."""
    entries = reading.rows(
        select(entry_table.c.action_id, entry_table.c.after)
        .where(entry_table.c.table_name == table, entry_table.c.row_id == row_id, entry_table.c.kind != "delete")
        .order_by(entry_table.c.id.desc())
    )
    number = next((row.action_id for row in entries if row.after.get(column) == value), None)
    return None if number is None else reading.first(select(action_table).where(action_table.c.id == number))


def by_action(reading: Reading, action: Row[Any]) -> str:
    """Say whose action it was and what it did: by hand, with an import, by the time."""
    if action.name in BY_TIME:
        return said(reading, "why-by-time", at=action.at)
    if action.name in _IMPORTS:
        return said(reading, "why-by-import", who=who(reading, action.person_id), at=action.at)
    what = say_packed(reading.language, action.label, reading.zone)
    if not what:
        return said(reading, "why-by-unnamed", who=who(reading, action.person_id), at=action.at)
    return said(reading, "why-by-action", who=who(reading, action.person_id), what=what, at=action.at)


# Stimuli -----------------------------------------------------------------------------------------


def entered(reading: Reading, instance_id: int, token: int, element_id: str) -> Row[Any] | None:
    """Return the entry of the log with which a token came to its element; what was undone does not count."""
    statement = (
        select(process_log.c.action_id, process_log.c.at, process_log.c.detail)
        .outerjoin(action_table, action_table.c.id == process_log.c.action_id)
        .where(
            process_log.c.instance_id == instance_id,
            process_log.c.kind == "entered",
            action_table.c.undone_by.is_(None),
        )
        .order_by(process_log.c.id.desc())
    )
    for narrowed in (statement.where(process_log.c.element_id == element_id), statement):  # it had another id before
        for row in reading.rows(narrowed):
            if row.detail["token"] == token:
                return row
    return None


def stimulus_in(reading: Reading, instance_id: int, action_id: int, at: datetime) -> Row[Any] | None:
    """Return the stimulus that an action gave to a run at a moment, the first before those of its services.

    An import tells of many moments in one action; else all of an action has one.
    """
    statement = (
        select(process_log)
        .where(
            process_log.c.instance_id == instance_id,
            process_log.c.kind == STIMULUS,
            process_log.c.action_id == action_id,
        )
        .order_by(process_log.c.id)
        .limit(1)
    )
    return reading.first(statement.where(process_log.c.at == at)) or reading.first(statement)


def run_in(reading: Reading, subject: str, record: int, action_id: int) -> int | None:
    """Return the run on a record that went on in an action, None where none did."""
    found: int | None = reading.value(
        select(process_log.c.instance_id)
        .join(process_instance, process_instance.c.id == process_log.c.instance_id)
        .where(
            process_log.c.action_id == action_id,
            process_log.c.kind == STIMULUS,
            process_instance.c.subject == subject,
            process_instance.c.subject_id == record,
        )
        .order_by(process_log.c.id)
        .limit(1)
    )
    return found


def by_stimulus(reading: Reading, cause: Row[Any]) -> str:
    """Say what a stimulus was: a result, a stage that was chosen, the time, what another run has thrown."""
    stimulus = Stimulus.from_json(cause.detail)
    person, at = who(reading, cause.person_id), cause.at
    if stimulus.kind == "timer":
        return said(reading, "why-task-by-timer", event=_event(reading, cause.instance_id, stimulus.element), at=at)
    if stimulus.kind == "signal" or (stimulus.kind == "message" and stimulus.name != runtime.STAGE_CHANGED):
        return _by_thrown(reading, cause, stimulus)
    if stimulus.kind == "message":
        code = str(stimulus.variables.get("stage", ""))
        subject = reading.value(select(process_instance.c.subject).where(process_instance.c.id == cause.instance_id))
        stages = stages_of(reading, subject).all
        names = {stage.code: {"en": stage.name_en, "ru": stage.name_ru} for stage in stages}
        return said(reading, "why-task-by-stage", stage=names.get(code, code), who=person, at=at)
    if stimulus.kind == "complete" and stimulus.token is not None:
        return _by_completion(reading, cause, stimulus.token)
    if stimulus.kind == "error":
        return said(reading, "why-task-by-error", who=person, at=at)
    if stimulus.kind == "start" and stimulus.element:
        event = _event(reading, cause.instance_id, stimulus.element)
        return said(reading, "why-task-by-begin", event=event, who=person, at=at)
    code = f"why-task-by-{stimulus.kind}"
    return said(reading, code if knows(code) else "why-task-by-page", who=person, at=at)


def _by_completion(reading: Reading, cause: Row[Any], token: int) -> str:
    done = reading.first(
        select(activity).where(activity.c.instance_id == cause.instance_id, activity.c.token == token).limit(1)
    )
    person = who(reading, cause.person_id)
    if done is None:
        return said(reading, "why-task-by-page", who=person, at=cause.at)
    return by_result(reading, "why-task-by-result", done, person, cause.at)


def _by_thrown(reading: Reading, cause: Row[Any], stimulus: Stimulus) -> str:
    """Name the run that has thrown it, as far as the reader sees its record."""
    log, run = process_log, process_instance
    rows = reading.rows(
        select(log.c.detail, run.c.id, run.c.subject, run.c.subject_id, run.c.definition_id)
        .join(run, run.c.id == log.c.instance_id)
        .where(log.c.action_id == cause.action_id, log.c.kind == stimulus.kind, run.c.id != cause.instance_id)
        .order_by(log.c.id)
    )
    sender = next((row for row in rows if row.detail["name"] == stimulus.name), None)
    kind = f"why-task-by-{stimulus.kind}"
    if sender is None:  # it was told by what a person did with the record, say with a lead that was put aside
        action = reading.first(select(action_table).where(action_table.c.id == cause.action_id))
        return said(reading, kind, name=stimulus.name, at=cause.at) if action is None else by_action(reading, action)
    process = catalogue.by_id(reading, sender.definition_id).label.both
    if sender.subject_id is None or not access.may_see(reading, sender.subject, sender.subject_id):
        return said(reading, f"{kind}-of", name=stimulus.name, process=process, at=cause.at)
    record = title_of(reading, sender.subject, sender.subject_id)
    return said(reading, f"{kind}-from", name=stimulus.name, process=process, record=record, at=cause.at)


def _event(reading: Reading, instance_id: int, element_id: str) -> dict[str, str]:
    """Return what the event is called; a run that has moved to another version may not have it any more."""
    definition_id = reading.value(select(process_instance.c.definition_id).where(process_instance.c.id == instance_id))
    definition = catalogue.by_id(reading, definition_id)
    if element_id in definition.machine.elements:
        return definition.name(element_id).both
    return {"en": element_id, "ru": element_id}


def by_result(reading: Reading, code: str, done: Row[Any], person: str, at: object) -> str:
    """Say with which result a task was completed."""
    return said(reading, code, result=_result(reading, done), task=activities.title_both(done), who=person, at=at)


def _result(reading: Reading, row: Row[Any]) -> object:
    if row.definition_id is not None:
        spec = catalogue.by_id(reading, row.definition_id).tasks[row.element_id]
        for result in spec.results:
            if result.code == row.result_code:
                return result.label.both
    return said(reading, "result-done")
