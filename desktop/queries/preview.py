"""What will happen, from a dry run of the real engine (N1), and why something is as it is (N2)."""

from __future__ import annotations

from datetime import datetime

from desktop.processes.foresight import rehearsal, wording
from desktop.processes.foresight.rehearsal import Foreseen
from desktop.processes.story import explaining
from desktop.queries.registry import Reader, query
from desktop.sales import access, activities
from desktop.sales.doors import record, records
from desktop.texts import say
from desktop.views.exchange import Refused
from desktop.views.opportunities import Consequences, Why


@query("stage_consequences", reads=records("opportunity", "lead"))
def stage_consequences(
    reader: Reader, stage: str, opportunity: int | None = None, lead: int | None = None
) -> Consequences:
    """Say what entering the stage would do to an opportunity or a lead (R4, R5, R8, R9).

    ``refused`` holds the reason where a rule forbids it.
    """
    try:
        subject, found = _named(opportunity, lead)
        access.must_change(reader, subject, found)
        seen = rehearsal.of_stage(reader, found, stage, subject)
    except Refused as refused:
        return _refused(reader, refused)
    return _consequences(reader, seen, wording.of_stage(seen, reader.language, reader.zone))


@query("result_consequences", reads=record("activity", "activity"))
def result_consequences(reader: Reader, activity: int, result: str, when: datetime | None = None) -> Consequences:
    """Say what completing the activity with the result would do (R6, R7, R15)."""
    try:
        access.must_change(reader, "activity", activity)
        row = activities.read_open(reader, activity)
        by_hand = row.instance_id is None
        seen = rehearsal.of_return(reader, row) if by_hand else rehearsal.of_result(reader, row, result, when)
        if seen is None:
            return Consequences(say(reader.language, "consequence-task-done"))
    except Refused as refused:
        return _refused(reader, refused)
    return _consequences(reader, seen, wording.of_result(seen, reader.language, reader.zone))


@query("run_consequences", reads=records("opportunity", "lead"))
def run_consequences(
    reader: Reader, process: str, opportunity: int | None = None, lead: int | None = None
) -> Consequences:
    """Say what starting the process would do, on an opportunity or a lead or on one that it makes (L1, L3)."""
    try:
        if opportunity is None and lead is None:
            seen = rehearsal.of_run(reader, process)
        else:
            subject, found = _named(opportunity, lead)
            access.must_change(reader, subject, found)
            seen = rehearsal.of_run(reader, process, found, subject)
    except Refused as refused:
        return _refused(reader, refused)
    return _consequences(reader, seen, wording.of_run(seen, reader.language, reader.zone))


@query("why", reads=records("activity", "opportunity", "lead"))
def why(
    reader: Reader,
    activity: int | None = None,
    opportunity: int | None = None,
    lead: int | None = None,
    notification: int | None = None,
) -> Why:
    """Say why an activity is there, why an opportunity or a lead stands on its stage, or what sent a message (N2).

    Which step, which result, by whom and when; ``places`` lead to the record and to the step on its diagram.
    """
    if activity is not None:
        return explaining.of_activity(reader, activity)
    if opportunity is not None:
        return explaining.of_stage(reader, "opportunity", opportunity)
    if lead is not None:
        return explaining.of_stage(reader, "lead", lead)
    if notification is not None:
        return explaining.of_notification(reader, notification)
    raise TypeError("why asks about an activity, an opportunity, a lead or a message")


def _named(opportunity: int | None, lead: int | None) -> tuple[str, int]:
    if opportunity is not None:
        return "opportunity", opportunity
    if lead is not None:
        return "lead", lead
    raise TypeError("it is asked of an opportunity or a lead")


def _consequences(reader: Reader, seen: Foreseen, text: str) -> Consequences:
    language = reader.language
    asked = wording.of_gate(seen, language, reader.zone)
    if asked:
        text = f"{text}{'' if text.endswith('.') else '.'} {asked}"
    final = seen.entered is not None and seen.entered.final
    return Consequences(
        text=text,
        stage_from="" if seen.stage_before is None else seen.stage_before.label(language),
        stage_to="" if seen.entered is None else seen.entered.label(language),
        cancels=tuple(activities.title_of(row, language) for row in seen.cancels),
        keeps=tuple(activities.title_of(row, language) for row in seen.keeps),
        creates=wording.titles_of(seen, language),
        final=final,
        ends_process=seen.ends,
        needs_closing=final and wording.subject_of(seen) == "opportunity",
    )


def _refused(reader: Reader, refused: Refused) -> Consequences:
    return Consequences("", refused=say(reader.language, refused.code, refused.parameters, reader.zone))
