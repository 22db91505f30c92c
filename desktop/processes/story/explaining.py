"""Why something is as it is: from the log of the run and the journal of the actions (N2).

A task, the stage of an opportunity or a lead, and a message; each answer leads to the step on its diagram.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select

from desktop.processes.definitions import catalogue
from desktop.processes.runs import runtime
from desktop.processes.runs.log import STIMULUS
from desktop.processes.runs.stepping import Stimulus
from desktop.processes.runs.world import LEAD, OPPORTUNITY, stages_of, subject_row, title_of
from desktop.processes.story import causes
from desktop.processes.story.causes import action_of, by_action, by_stimulus, said, who
from desktop.processes.tables import incident, process_definition, process_log
from desktop.sales import access, activities
from desktop.sales.reading import Reading
from desktop.sales.tables import notification, stage_history
from desktop.store.journal import action_table, entry_table
from desktop.texts import say
from desktop.views.exchange import Place, Refused
from desktop.views.opportunities import Why

Places = tuple[tuple[str, Place], ...]


def of_activity(reading: Reading, activity_id: int) -> Why:
    """Say which step of which process made an activity, from what that followed, and how it ended."""
    row = activities.read(reading, activity_id)
    sentences = [*_beginning(reading, row), *_ending(reading, row)]
    return Why(activities.title_of(row, reading.language), tuple(sentences), _places_of(reading, row))


def of_stage(reading: Reading, subject: str, record: int) -> Why:
    """Say since when an opportunity or a lead stands on its stage, what brought it there, and which process runs."""
    row = subject_row(reading, subject, record)
    stage = stages_of(reading, subject).by_id(row.stage_id)
    name = {"en": stage.name_en, "ru": stage.name_ru}
    title = row.title or row.number
    sentences = [said(reading, "why-stage-since", title=title, stage=name, at=row.stage_since)]
    action = _stage_action(reading, subject, record, row.stage_id)
    if action is not None:
        sentences.append(_of_action(reading, subject, record, action, row.stage_since))
    places: list[tuple[str, Place]] = []
    instances = runtime.running_on(reading, record, subject=subject)
    for instance in instances:
        label = instance.definition.label
        starter = who(reading, instance.started_by)
        sentences.append(said(reading, "why-process-runs", process=label.both, who=starter, at=instance.started_at))
        element = next((spec.element_id for spec in instance.definition.stages.values() if spec.code == stage.code), "")
        words = said(reading, "why-show-process", process=label.both)
        places.append((words, Place("process_run", instance.id, element=element)))
    if not instances:
        sentences.append(said(reading, "why-process-none"))
    return Why(stage.label(reading.language), tuple(sentences), tuple(places))


def of_notification(reading: Reading, notification_id: int) -> Why:
    """Say which step of which process, or whose action, has sent a message to the reader.

    Refused "record-gone" for a message to somebody else.
    """
    row = reading.first(select(notification).where(notification.c.id == notification_id))
    if row is None or row.person_id != reading.person_id:
        raise Refused("record-gone")
    title = say(reading.language, f"notification-{row.kind}", row.parameters, reading.zone)
    sentences: list[str] = []
    places: Places = ()
    action = action_of(reading, "notification", notification_id)
    task = activities.read(reading, row.activity_id) if row.activity_id is not None else None
    made_it = task is not None and task.instance_id is not None and row.kind == "new-task"
    if task is not None and made_it:
        sentences += _beginning(reading, task)
        places = _places_of(reading, task)
    elif action is not None:
        failed = _incident_in(reading, action.id) if row.kind == "incident" else None
        if failed is not None:
            definition = catalogue.by_id(reading, runtime.load(reading, failed.instance_id).definition_id)
            step = definition.name(failed.element_id).both if failed.element_id in definition.machine.elements else ""
            sentences.append(said(reading, "why-incident", step=step, process=definition.label.both, at=failed.at))
            stimulus = Stimulus.from_json(failed.stimulus)
            if stimulus.kind == "timer":
                sentences.append(said(reading, "why-by-time", at=failed.at))
            places = (
                (said(reading, "why-show-step"), Place("process_run", failed.instance_id, element=failed.element_id)),
            )
        elif row.place in (OPPORTUNITY, LEAD):
            sentences.append(_of_action(reading, row.place, row.place_id, action, row.at))
        else:
            sentences.append(by_action(reading, action))
    sentences.append(said(reading, f"why-told-{'task' if row.activity_id else 'other'}"))
    if row.place and not places and access.may_see(reading, row.place, row.place_id):
        places = ((said(reading, "why-open"), Place(row.place, row.place_id)),)
    return Why(title, tuple(sentences), places)


# Parts of the answers ----------------------------------------------------------------------------


def _beginning(reading: Reading, row: Row[Any]) -> Iterator[str]:
    """Say what made an activity: a step of a process and what led to it, or a person."""
    if row.instance_id is None:
        action = action_of(reading, "activity", row.id)
        if action is None or action.name == "create_activity":
            yield said(reading, "why-task-by-hand", who=who(reading, row.created_by), at=row.created_at)
        else:
            yield by_action(reading, action)
        return
    definition = catalogue.by_id(reading, row.definition_id)
    yield said(
        reading,
        "why-task-made",
        step=definition.name(row.element_id).both,
        process=definition.label.both,
        at=row.created_at,
    )
    came = causes.entered(reading, row.instance_id, row.token, row.element_id)
    cause = None if came is None else causes.stimulus_in(reading, row.instance_id, came.action_id, came.at)
    if cause is not None:
        yield by_stimulus(reading, cause)
        yield from _moved(reading, row.instance_id, cause.id)


def _moved(reading: Reading, instance_id: int, after: int) -> Iterator[str]:
    """Say that the run has moved to another version since."""
    rows = reading.rows(
        select(process_log.c.detail, process_log.c.at, process_log.c.person_id)
        .outerjoin(action_table, action_table.c.id == process_log.c.action_id)
        .where(
            process_log.c.instance_id == instance_id,
            process_log.c.kind == STIMULUS,
            process_log.c.id > after,
            action_table.c.undone_by.is_(None),
        )
        .order_by(process_log.c.id)
    )
    for row in rows:
        stimulus = Stimulus.from_json(row.detail)
        if stimulus.kind == "migrate":
            table = process_definition
            version = reading.value(select(table.c.number).where(table.c.id == stimulus.variables["to"]))
            yield said(reading, "why-run-moved", version=version, who=who(reading, row.person_id), at=row.at)


def _ending(reading: Reading, row: Row[Any]) -> Iterator[str]:
    if row.done_at is None:
        return
    if row.status == activities.DONE:
        yield causes.by_result(reading, "why-task-done", row, who(reading, row.done_by), row.done_at)
        return
    action = causes.action_setting(reading, "activity", row.id, "status", row.status)
    if action is None or action.name == "cancel_task":
        yield said(reading, "why-task-cancelled", who=who(reading, row.done_by), at=row.done_at)
        return
    yield said(reading, "why-cancelled", at=row.done_at)
    cause = None if row.instance_id is None else causes.stimulus_in(reading, row.instance_id, action.id, row.done_at)
    yield by_action(reading, action) if cause is None else by_stimulus(reading, cause)


def _places_of(reading: Reading, row: Row[Any]) -> Places:
    """Return where an activity leads: to its record and to its step in the process."""
    places: list[tuple[str, Place]] = []
    for subject, record in ((OPPORTUNITY, row.opportunity_id), (LEAD, row.lead_id)):
        if record is not None and access.may_see(reading, subject, record):
            places.append((title_of(reading, subject, record), Place(subject, record)))
    if row.instance_id is not None:
        words = said(reading, "why-show-step")
        places.append((words, Place("process_run", row.instance_id, element=row.element_id)))
    return tuple(places)


def _of_action(reading: Reading, subject: str, record: int, action: Row[Any], at: datetime) -> str:
    """Say what happened to a record in an action: by its run where that went on, else by whoever acted."""
    run = causes.run_in(reading, subject, record, action.id)
    cause = None if run is None else causes.stimulus_in(reading, run, action.id, at)
    if cause is not None and Stimulus.from_json(cause.detail).name != runtime.STAGE_CHANGED:
        return by_stimulus(reading, cause)
    return by_action(reading, action)


def _stage_action(reading: Reading, subject: str, record: int, stage_id: int) -> Row[Any] | None:
    """Return the action that has entered the present stage."""
    if subject == OPPORTUNITY:
        entry = reading.value(
            select(stage_history.c.id)
            .where(stage_history.c.opportunity_id == record, stage_history.c.left_at.is_(None))
            .order_by(stage_history.c.id.desc())
            .limit(1)
        )
        return None if entry is None else action_of(reading, "stage_history", entry)
    return causes.action_setting(reading, "lead", record, "stage_id", stage_id)


def _incident_in(reading: Reading, action_id: int) -> Row[Any] | None:
    """Return the incident that was written in an action."""
    return reading.first(
        select(incident)
        .join(entry_table, entry_table.c.row_id == incident.c.id)
        .where(
            entry_table.c.action_id == action_id,
            entry_table.c.table_name == "incident",
            entry_table.c.kind == "insert",
        )
        .order_by(incident.c.id)
        .limit(1)
    )
