"""Why something is as it is: from the log of the run and the journal of the actions (N2)."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select

from desktop.processes import library, runtime
from desktop.processes.log import STIMULUS
from desktop.processes.stepping import Stimulus
from desktop.processes.tables import process_log
from desktop.sales import activities, opportunities, people
from desktop.sales.reading import Reading
from desktop.sales.stages import Stages
from desktop.sales.tables import activity, stage_history
from desktop.store.journal import action_table, entry_table
from desktop.texts import say
from desktop.views.exchange import Place
from desktop.views.opportunities import Why


def of_activity(reading: Reading, activity_id: int) -> Why:
    """Say which step of which process made an activity, from what that followed, and how it ended."""
    row = activities.read(reading, activity_id)
    sentences: list[str] = []
    if row.instance_id is None:
        sentences.append(_said(reading, "why-task-by-hand", who=_who(reading, row.created_by), at=row.created_at))
    else:
        definition = library.by_id(reading, row.definition_id)
        sentences.append(
            _said(
                reading,
                "why-task-made",
                step=definition.name(row.element_id).both,
                process=definition.label.both,
                at=row.created_at,
            )
        )
        cause = _cause(reading, row)
        if cause is not None:
            sentences.append(_caused(reading, row, cause))
    sentences += _ending(reading, row)
    places: tuple[tuple[str, Place], ...] = ()
    if row.opportunity_id is not None:
        title = opportunities.title_of(reading, row.opportunity_id)
        places = ((title, Place("opportunity", row.opportunity_id)),)
    return Why(activities.title_of(row, reading.language), tuple(sentences), places)


def of_opportunity(reading: Reading, opportunity_id: int) -> Why:
    """Say since when an opportunity stands on its stage, what brought it there and which process runs on it."""
    row = opportunities.read(reading, opportunity_id)
    stage = Stages.read(reading).by_id(row.stage_id)
    sentences = [
        _said(
            reading,
            "why-stage-since",
            title=row.title,
            stage={"en": stage.name_en, "ru": stage.name_ru},
            at=row.stage_since,
        )
    ]
    action = _stage_action(reading, opportunity_id)
    if action is not None:
        sentences.append(
            _said(reading, "why-stage-by", who=_who(reading, action.person_id), what=json.loads(action.label))
        )
    instances = runtime.running_on(reading, opportunity_id)
    for instance in instances:
        sentences.append(
            _said(
                reading,
                "why-process-runs",
                process=instance.definition.label.both,
                who=_who(reading, instance.started_by),
                at=instance.started_at,
            )
        )
    if not instances:
        sentences.append(_said(reading, "why-process-none"))
    return Why(stage.label(reading.language), tuple(sentences))


def _said(reading: Reading, code: str, **parameters: object) -> str:
    return say(reading.language, code, parameters, reading.zone)


def _who(reading: Reading, person_id: int | None) -> str:
    if person_id is None:
        return _said(reading, "why-program")
    return people.name_of(reading, person_id)


def _cause(reading: Reading, row: Row[Any]) -> Row[Any] | None:
    """Return the log's row of the stimulus that led to the step, the first of its action."""
    entered = reading.rows(
        select(process_log.c.action_id, process_log.c.detail).where(
            process_log.c.instance_id == row.instance_id,
            process_log.c.kind == "entered",
            process_log.c.element_id == row.element_id,
        )
    )
    action_id = next((entry.action_id for entry in reversed(entered) if entry.detail["token"] == row.token), None)
    if action_id is None:
        return None
    return reading.first(
        select(process_log)
        .where(
            process_log.c.instance_id == row.instance_id,
            process_log.c.kind == STIMULUS,
            process_log.c.action_id == action_id,
        )
        .order_by(process_log.c.id)
        .limit(1)
    )


def _caused(reading: Reading, row: Row[Any], cause: Row[Any]) -> str:
    stimulus = Stimulus.from_json(cause.detail)
    who, at = _who(reading, cause.person_id), cause.at
    if stimulus.kind == "start":
        return _said(reading, "why-task-by-start", who=who, at=at)
    if stimulus.kind == "timer":
        return _said(reading, "why-task-by-timer", event=_event(reading, row, stimulus.element), at=at)
    if stimulus.kind == "signal" or (stimulus.kind == "message" and stimulus.name != runtime.STAGE_CHANGED):
        return _said(reading, f"why-task-by-{stimulus.kind}", name=stimulus.name, at=at)
    if stimulus.kind in ("change", "migrate"):
        return _said(reading, f"why-task-by-{stimulus.kind}", who=who, at=at)
    if stimulus.kind == "message":
        code = str(stimulus.variables.get("stage", ""))
        names = {stage.code: {"en": stage.name_en, "ru": stage.name_ru} for stage in Stages.read(reading).all}
        return _said(reading, "why-task-by-stage", stage=names.get(code, code), who=who, at=at)
    done = reading.first(
        select(activity).where(activity.c.instance_id == row.instance_id, activity.c.token == stimulus.token).limit(1)
    )
    if done is None:
        return _said(reading, "why-task-by-page", who=who, at=at)
    return _by_result(reading, "why-task-by-result", done, who, at)


def _event(reading: Reading, row: Row[Any], element_id: str) -> dict[str, str]:
    """Return what the event is called; a run that has moved to another version may not have it any more."""
    definition = library.by_id(reading, row.definition_id)
    if element_id in definition.machine.elements:
        return definition.name(element_id).both
    return {"en": element_id, "ru": element_id}


def _by_result(reading: Reading, code: str, done: Row[Any], who: str, at: datetime) -> str:
    return _said(reading, code, result=_result(reading, done), task=activities.title_both(done), who=who, at=at)


def _result(reading: Reading, row: Row[Any]) -> object:
    if row.definition_id is not None:
        spec = library.by_id(reading, row.definition_id).tasks[row.element_id]
        for result in spec.results:
            if result.code == row.result_code:
                return result.label.both
    return _said(reading, "result-done")


def _ending(reading: Reading, row: Row[Any]) -> list[str]:
    if row.done_at is None:
        return []
    who = _who(reading, row.done_by)
    if row.status == activities.DONE:
        return [_by_result(reading, "why-task-done", row, who, row.done_at)]
    return [_said(reading, "why-task-cancelled", who=who, at=row.done_at)]


def _stage_action(reading: Reading, opportunity_id: int) -> Row[Any] | None:
    """Return the action that has entered the present stage, if its sentence is known."""
    entry = reading.value(
        select(stage_history.c.id)
        .where(stage_history.c.opportunity_id == opportunity_id, stage_history.c.left_at.is_(None))
        .order_by(stage_history.c.id.desc())
        .limit(1)
    )
    row = reading.first(
        select(action_table)
        .join(entry_table, entry_table.c.action_id == action_table.c.id)
        .where(
            entry_table.c.table_name == "stage_history",
            entry_table.c.row_id == entry,
            entry_table.c.kind == "insert",
        )
        .order_by(action_table.c.id.desc())
        .limit(1)
    )
    return row if row is not None and row.label.startswith("{") else None
