"""How a record and the run on it stood at any moment (N4): the answers that a slider over the past lives on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import select

from desktop.processes.definitions import catalogue
from desktop.processes.drawing import diagram
from desktop.processes.story import past
from desktop.processes.story.past import Stood, Values
from desktop.processes.tables import process_definition, process_instance
from desktop.queries.bars import BarStage, stage_bar
from desktop.queries.cards import result_label
from desktop.queries.parts import refusing
from desktop.queries.registry import Reader, query
from desktop.sales import access, lookups
from desktop.sales.doors import EACH, record_named
from desktop.sales.stages import Stages
from desktop.sales.tables import opportunity_stage, person
from desktop.texts import knows, say, say_packed
from desktop.views.exchange import Place, Ref, Refused
from desktop.views.opportunities import StageBar
from desktop.views.past import Course, Moment, PastTask, Picture, Replay, RunAt

MOST = 2000
"""How many moments are told one by one; of a longer past the beginning stands together in the first of them."""


@query("run_moments", reads=EACH)
def run_moments(reader: Reader, run: int) -> Course:
    """Return how a run, its tasks and its record's stage stood after every action, the present last (N4).

    Who sees the record may ask; refused "record-gone" where there is no such run.
    """
    found = reader.first(past.one_run(run))
    if found is None:
        raise Refused("record-gone")
    access.must_see(reader, found.subject, found.subject_id)
    place = None if found.subject_id is None else Place(found.subject, found.subject_id)
    return _Told(reader, found.subject, found.id).course(place, past.of_run(reader, run))


@query("record_moments", reads=record_named("subject", "id"))
def record_moments(reader: Reader, subject: str, id: int) -> Course:
    """Return how an opportunity or a lead, all of its tasks and its newest run stood after every action (N4)."""
    if subject not in past.SUBJECTS:
        raise ValueError(f"no stages of {subject!r}")
    run = past.newest_run(reader, subject, id)
    told = _Told(reader, subject, None if run is None else run.id)
    return told.course(Place(subject, id), past.of_record(reader, subject, id))


@query("run_at", reads=EACH)
def run_at(reader: Reader, run: int, moment: datetime) -> RunAt | None:
    """Return how a run, its tasks and its record's stage stood at a moment; None before anything had happened."""
    course = run_moments(reader, run)
    number = sum(one.at <= moment for one in course.moments) - 1
    if number < 0:
        return None
    replay = Replay(course)
    replay.go(number)
    return replay.at_moment()


class _Told:
    """Says what was in the reader's language; names are read once."""

    def __init__(self, reader: Reader, subject: str, run: int | None) -> None:
        self._reader = reader
        self._subject = subject
        self._run = run
        self._people = {row.id: row.name for row in reader.rows(select(person.c.id, person.c.name))}
        table = process_definition
        self._versions = {row.id: row for row in reader.rows(select(table.c.id, table.c.hash, table.c.number))}
        self._stages: Sequence[BarStage] = lookups.lead_stages(reader) if subject == "lead" else Stages.read(reader).all
        self._stage_names = {stage.code: stage.label(reader.language) for stage in self._stages}
        self._codes = {stage.id: stage.code for stage in self._stages}
        self._read_only = refusing(reader, "past-read-only")
        self._bars: dict[tuple[int, frozenset[int]], int] = {}
        self._shown: list[StageBar] = []
        self._off_bar = self._left_out()
        self._tasks: dict[int, tuple[Values, PastTask]] = {}
        self._pictures: dict[int, int] = {}
        self._drawn: list[Picture] = []

    def course(self, place: Place | None, stood: list[Stood]) -> Course:
        """Say all of it."""
        dropped = max(0, len(stood) - MOST)
        moments = self._moments(_together(stood, dropped))
        label = "" if self._run is None else self._definition_label(self._run)
        return Course(
            record=place,
            run=self._run,
            process_label=label,
            moments=moments,
            pictures=tuple(self._drawn),
            bars=tuple(self._shown),
            read_only=self._read_only.why_not,
            dropped=dropped,
        )

    def _moments(self, stood: Sequence[Stood]) -> tuple[Moment, ...]:
        visited: set[int] = set()
        found: list[Moment] = []
        stage_id: int | None = None
        for one in stood:
            if one.stage_id in self._codes:  # a stage whose use was undone may have been deleted since
                stage_id = one.stage_id
                visited.add(one.stage_id)
            found.append(
                Moment(
                    action=one.action_id,
                    at=one.at,
                    who="" if one.person_id is None else self._people.get(one.person_id, ""),
                    what=self._what(one),
                    undone=one.undone,
                    stage="" if stage_id is None else self._stage_names[self._codes[stage_id]],
                    bar=self._bar(stage_id, visited),
                    picture=-1 if one.definition_id is None else self._picture(one.definition_id),
                    status=one.status,
                    incidents=tuple((element, self._reason(packed)) for element, packed in one.incidents),
                    elements=one.elements,
                    flows=one.flows,
                    tasks=tuple((number, self._task(was), self._task(now)) for number, was, now in one.tasks),
                )
            )
        return tuple(found)

    def _say(self, code: str, **parameters: object) -> str:
        return say(self._reader.language, code, parameters, self._reader.zone)

    def _what(self, one: Stood) -> str:
        said = say_packed(self._reader.language, one.label, self._reader.zone)
        if one.trouble:
            return self._say("past-incident", reason=self._reason(one.trouble))
        if said:
            return said
        if one.stimulus is None:
            return self._say("past-other")
        code = f"past-{one.stimulus.kind}"
        element = one.stimulus.element
        if element and one.definition_id is not None:
            definition = catalogue.by_id(self._reader, one.definition_id)
            if element in definition.machine.elements:
                element = definition.name(element).said(self._reader.language)
        return self._say(code if knows(code) else "past-other", name=one.stimulus.name or element)

    def _reason(self, packed: str) -> str:
        return say_packed(self._reader.language, packed, self._reader.zone) or self._say("incident-other")

    def _bar(self, stage_id: int | None, visited: set[int]) -> int:
        if stage_id is None:
            return 0
        known = stage_id, frozenset(visited)  # on a final stage those visited count
        if known in self._bars:
            return self._bars[known]
        bar = stage_bar(
            self._reader,
            self._stages,
            stage_id,
            percents={stage.id: getattr(stage, "percent", 0) for stage in self._stages},
            visited=visited,
            off_bar=self._off_bar,
        )
        closed = replace(
            bar,
            stages=tuple(replace(chip, available=self._read_only) for chip in bar.stages),
            finals=tuple(replace(chip, available=self._read_only) for chip in bar.finals),
        )
        if closed not in self._shown:
            self._shown.append(closed)
        self._bars[known] = self._shown.index(closed)
        return self._bars[known]

    def _left_out(self) -> set[int]:
        if self._subject == "lead":
            return set()
        rows = self._reader.rows(select(opportunity_stage.c.id).where(opportunity_stage.c.on_bar.is_(False)))
        return {row.id for row in rows}

    def _picture(self, definition_id: int) -> int:
        if definition_id not in self._pictures:
            drawn = diagram.diagram(self._reader, catalogue.by_id(self._reader, definition_id), self._reader.language)
            self._pictures[definition_id] = len(self._drawn)
            self._drawn.append(Picture(self._versions[definition_id].number, drawn))
        return self._pictures[definition_id]

    def _definition_label(self, run: int) -> str:
        number = self._reader.value(select(process_instance.c.definition_id).where(process_instance.c.id == run))
        return catalogue.by_id(self._reader, number).label.said(self._reader.language)

    def _task(self, values: Values | None) -> PastTask | None:
        if values is None:
            return None
        known = self._tasks.get(values["id"])
        if known is None or known[0] is not values:  # how it stood before is how it was left the last time
            known = self._tasks[values["id"]] = values, self._made(values)
        return known[1]

    def _made(self, values: Values) -> PastTask:
        russian = self._reader.language == "ru" and values.get("title_ru")
        made_by = self._versions.get(values.get("definition_id") or 0)
        digest = None if made_by is None else made_by.hash
        label = (
            "" if made_by is None else catalogue.by_hash(self._reader, digest or "").label.said(self._reader.language)
        )
        return PastTask(
            id=values["id"],
            kind=values["kind"],
            title=values["title_ru"] if russian else values["title"],
            status=values.get("status") or "planned",
            start_at=_moment(values["start_at"]),
            due_at=_moment(values["due_at"]),
            owner=Ref(values["owner_id"], self._people.get(values["owner_id"], "")),
            result=result_label(self._reader, digest, values.get("element_id"), values.get("result_code") or ""),
            process_label=label,
            stage_label=self._stage_names.get(values.get("stage_code") or "", ""),
            element_id=values.get("element_id") or "",
        )


def _moment(value: Any) -> datetime:
    return datetime.fromisoformat(value) if isinstance(value, str) else value


def _together(stood: list[Stood], dropped: int) -> list[Stood]:
    """Put the changes of the first ``dropped`` moments into the one that follows them."""
    if not dropped:
        return stood
    elements: dict[str, str] = {}
    flows: dict[str, bool] = {}
    tasks: dict[int, Mapping[str, Any] | None] = {}
    for one in stood[: dropped + 1]:
        elements.update((name, after) for name, _, after in one.elements)
        flows.update((name, after) for name, _, after in one.flows)
        tasks.update((number, after) for number, _, after in one.tasks)
    first = replace(
        stood[dropped],
        elements=tuple((name, "", after) for name, after in elements.items()),
        flows=tuple((name, False, after) for name, after in flows.items()),
        tasks=tuple((number, None, after) for number, after in tasks.items()),
    )
    return [first, *stood[dropped + 1 :]]
