"""The guide of the stage on which an opportunity stands, from the process's own documentation (R18)."""

from __future__ import annotations

from sqlalchemy import select

from desktop.processes.definitions import catalogue
from desktop.processes.definitions.definition import Definition
from desktop.processes.tables import process_instance
from desktop.queries.registry import Reader, query
from desktop.sales import opportunities
from desktop.sales.doors import record
from desktop.sales.stages import Stages
from desktop.views.guide import StageGuide

CORPORATE_SALE = "corporate_sale"


@query("stage_guide", reads=record("opportunity", "opportunity"))
def stage_guide(reader: Reader, opportunity: int, stage: str = "") -> StageGuide:
    """Return the guide of a stage, the present one unless ``stage`` names another.

    It comes from the version of the process that runs, or ran last, on the opportunity; where none did, from the
    newest version of the corporate sale. Refused "record-gone", "stage-unknown".
    """
    row = opportunities.read(reader, opportunity)
    stages = Stages.read(reader)
    shown = stages.by_code(stage) if stage else stages.by_id(row.stage_id)
    definition = definition_on(reader, opportunity)
    label = shown.label(reader.language)
    process = definition.label.said(reader.language)
    for specification in definition.stages.values():
        guide = specification.guides.get(reader.language)
        if specification.code == shown.code and guide is not None:
            return StageGuide(
                stage_code=shown.code,
                stage_label=label,
                process_label=process,
                goal=_plain(guide.goal),
                steps=tuple(map(_plain, guide.steps)),
                program=_plain(guide.program),
                following=_plain(guide.following),
            )
    return StageGuide(shown.code, label, process)


def _plain(text: str) -> str:
    """Return the text without the signs that mark words as strong."""
    return text.replace("**", "")


def definition_on(reader: Reader, opportunity: int) -> Definition:
    """Return the definition that runs, or ran last, on the opportunity; else the newest corporate sale."""
    found = reader.value(
        select(process_instance.c.definition_id)
        .where(process_instance.c.subject == "opportunity", process_instance.c.subject_id == opportunity)
        .order_by(process_instance.c.id.desc())
        .limit(1)
    )
    if found is not None:
        return catalogue.by_id(reader, found)
    last = catalogue.last(reader, CORPORATE_SALE)  # also where it is switched off: the guide helps without it
    return catalogue.newest(reader, CORPORATE_SALE).definition if last is None else last.definition
