"""Steps that could not be taken: what is open on a record or in a run, why, and what can be done."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Row, select

from desktop.processes import cancelling, sentences
from desktop.processes.library import step_words
from desktop.processes.runs import failures, incidents, runtime
from desktop.processes.runs.world import title_of
from desktop.processes.tables import process_instance
from desktop.queries.registry import Reader, query
from desktop.sales import access
from desktop.sales.doors import EACH
from desktop.texts import say, say_packed
from desktop.views.exchange import Refused
from desktop.views.opportunities import Consequences
from desktop.views.process_log import IncidentRow, WantedValue


@query("incidents", reads=EACH)
def open_incidents(
    reader: Reader, opportunity: int | None = None, lead: int | None = None, run: int | None = None
) -> tuple[IncidentRow, ...]:
    """Return what nobody has mended yet of a record or of a run, the oldest first.

    Refused "record-not-visible".
    """
    subject, record = ("opportunity", opportunity) if opportunity is not None else ("lead", lead)
    if record is None and run is None:
        raise TypeError("incidents are asked for of an opportunity, a lead or a run")
    if record is not None:
        access.must_see(reader, subject, record)
    else:
        _must_see_run(reader, run)
    found = incidents.open_ones(reader, subject=subject, record=record, instance_id=run)
    return tuple(_row(reader, row) for row in found)


@query("cancel_consequences", reads=EACH)
def cancel_consequences(reader: Reader, run: int) -> Consequences:
    """Say what cancelling a run would do, from a dry run (N1); ``refused`` holds the reason where it cannot be."""
    _must_see_run(reader, run)
    try:
        instance = cancelling.running(reader, run)
        subject, record = instance.definition.subject, instance.subject_id
        if record is not None:
            access.must_change(reader, subject, record)
        seen = cancelling.rehearse(reader, run)
    except Refused as refused:
        return Consequences("", refused=say(reader.language, refused.code, refused.parameters, reader.zone))
    language = reader.language
    text = sentences.of_stage(
        language, reader.zone, cancels=len(seen.cancels), keeps=len(seen.keeps), creates=0, ends=True, final=False
    )
    text = f"{text[:1].upper()}{text[1:]}."
    if record is not None and seen.stage_after is not None:
        stays = {"record": title_of(reader, subject, record), "stage": seen.stage_after.label(language)}
        text = f"{text} {say(language, 'run-cancel-stays', stays)}"
    return Consequences(text, ends_process=True)


def _must_see_run(reader: Reader, run: int | None) -> None:
    table = process_instance
    row = reader.first(select(table.c.subject, table.c.subject_id).where(table.c.id == run))
    if row is None:
        raise Refused("record-gone")
    access.must_see(reader, row.subject, row.subject_id)


def _row(reader: Reader, row: Row[Any]) -> IncidentRow:
    language = reader.language
    instance = runtime.load(reader, row.instance_id)
    definition = instance.definition
    code = _code(row.reason)
    service = row.element_id in definition.handlers
    refused = access.why_not(reader, row.subject, row.subject_id) if row.subject_id is not None else None
    known = {name: json.dumps(value, ensure_ascii=False) for name, value in instance.state.variables.items()}
    needed = failures.wanted(definition, row.element_id, row.message)
    names = dict.fromkeys((*needed, *sorted(known)))
    where = f"{row.element_id}: " if row.element_id else ""
    return IncidentRow(
        id=row.id,
        run=row.instance_id,
        element_id=row.element_id,
        step=step_words.shown_name(definition, row.element_id, language),
        process=definition.label.said(language),
        record="" if row.subject_id is None else title_of(reader, row.subject, row.subject_id),
        at=row.at,
        reason=say_packed(language, row.reason, reader.zone) or say(language, "incident-other"),
        advice=say(language, failures.advice(code, service=service)),
        details=row.message if row.message.startswith(where) else f"{where}{row.message}",
        skippable=service,
        wanted=tuple(WantedValue(name, known.get(name, ""), name in known) for name in names),
        may=refused is None,
        why_not="" if refused is None else say(language, refused.code, refused.parameters, reader.zone),
    )


def _code(packed: str) -> str:
    """Return the code of the sentence that was kept, "" for an incident of an earlier version."""
    return str(json.loads(packed)["code"]) if packed else ""
