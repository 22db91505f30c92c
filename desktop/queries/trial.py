"""Trying a process out without touching data ("run here" of the library): the trial after its moves, in words."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime

from desktop.processes.definitions import catalogue
from desktop.processes.drawing import diagram
from desktop.processes.foresight import trial
from desktop.processes.foresight.trial import Ending, Played, Waiting
from desktop.processes.library import releases
from desktop.queries.parts import next_working_moment
from desktop.queries.registry import Reader, query
from desktop.sales import people
from desktop.sales.doors import ALL
from desktop.texts import say
from desktop.views.diagram import marked
from desktop.views.opportunities import ResultChoice
from desktop.views.trial import Trial, TrialCard, TrialLine, TrialMove, TrialOffer, TrialValue


@query("trial", reads=ALL)
def trial_of(
    reader: Reader,
    definition: int | None = None,
    xml: bytes = b"",
    moves: Sequence[TrialMove] = (),
    began: datetime | None = None,
) -> Trial:
    """Make these moves with a version of a process, or with a file that is not in the library; nothing is written.

    ``began`` is when the trial's clock began to run, now without it. Refused "record-gone" for a version that is not
    there, "trial-not-possible" for a file that cannot be run.
    """
    if definition is None:
        known = trial.of_file(reader, xml)
        drawn = diagram.of_file(xml, reader.language)
    else:
        known = catalogue.by_hash(reader, releases.row(reader, definition).hash)
        drawn = diagram.diagram(reader, known, reader.language)
    start = began or reader.now
    played = trial.play(reader, known, moves, start)
    world = played.world
    return Trial(
        label=known.label.said(reader.language),
        subject=known.subject,
        status=played.status,
        began=start,
        at=played.at,
        stage="" if world.stage is None else world.stage.label(reader.language),
        diagram=marked(drawn, played.marks.states(), played.marks.taken),
        cards=tuple(_cards(reader, played)),
        offers=tuple(_offers(reader, played)),
        values=_values(played),
        lines=tuple(
            TrialLine(line.at, _say(reader, line.code, **line.parameters), line.head, line.tone, line.element_id)
            for line in world.lines
        ),
        moves=tuple(played.moves),
        refused=_refusal(reader, played),
    )


def _say(reader: Reader, code: str, **parameters: object) -> str:
    return say(reader.language, code, parameters, reader.zone)


def _refusal(reader: Reader, played: Played) -> str:
    refused = played.refused
    return "" if refused is None else _say(reader, refused.code, **refused.parameters)


def _values(played: Played) -> tuple[TrialValue, ...]:
    if played.state is None:
        return ()
    variables = played.state.scopes[0].variables
    return tuple(TrialValue(name, json.dumps(value, ensure_ascii=False)) for name, value in sorted(variables.items()))


def _cards(reader: Reader, played: Played) -> Iterator[TrialCard]:
    for wait in played.waiting():
        if wait.kind == "task":
            yield _task(reader, played, wait)
        elif wait.kind == "page":
            saved = ResultChoice("saved", _say(reader, "trial-page-saved"))
            yield _card(reader, played, wait, (saved,))
        elif wait.kind == "service":
            endings = tuple(_ending(reader, ending) for ending in wait.endings)
            yield _card(reader, played, wait, endings)


def _card(reader: Reader, played: Played, wait: Waiting, results: tuple[ResultChoice, ...]) -> TrialCard:
    title = played.definition.name(wait.element_id).said(reader.language)
    move = TrialMove("saved" if wait.kind == "page" else "service", token=wait.token, element=wait.element_id)
    return TrialCard(wait.kind, wait.element_id, title, "", None, results, move)


def _ending(reader: Reader, ending: Ending) -> ResultChoice:
    if ending.error:
        return ResultChoice(ending.code, _say(reader, "trial-fails", error=ending.error), leads="lost")
    told = ", ".join(f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in ending.variables.items())
    label = _say(reader, "result-done")
    return ResultChoice(ending.code, f"{label}: {told}" if told else label)


def _task(reader: Reader, played: Played, wait: Waiting) -> TrialCard:
    made = played.world.tasks.get(wait.token)
    spec = played.definition.tasks[wait.element_id] if made is None else made.spec
    when = next_working_moment(reader)
    results = tuple(
        ResultChoice(
            code=result.code,
            label=result.label.said(reader.language),
            asks=result.asks,
            when_label=result.when_label.said(reader.language),
            leads=result.leads,
            default_when=max(when, played.at) if result.asks == "when" else None,
        )
        for result in spec.results
    )
    return TrialCard(
        kind="task",
        element_id=wait.element_id,
        title=spec.label.said(reader.language),
        owner="" if made is None else people.name_of(reader, made.owner_id),
        due_at=None if made is None else made.times.due_at,
        results=results,
        move=TrialMove("task", token=wait.token, element=wait.element_id),
    )


def _offers(reader: Reader, played: Played) -> Iterator[TrialOffer]:
    definition = played.definition
    if played.state is None:
        for start in definition.machine.starts:
            label = definition.name(start.element_id).said(reader.language)
            yield TrialOffer("begin", label, TrialMove("begin", element=start.element_id, index=start.index))
        return
    signals: set[str] = set()
    for wait in played.waiting():
        label = wait.name or definition.name(wait.element_id).said(reader.language)
        if wait.kind == "message":
            yield TrialOffer("event", _say(reader, "trial-send-message", name=label), _coming(wait))
        elif wait.kind == "signal" and label not in signals:
            signals.add(label)
            yield TrialOffer("event", _say(reader, "trial-send-signal", name=label), TrialMove("signal", name=label))
        elif wait.kind == "timer" and wait.due is not None:
            step = definition.name(wait.element_id).said(reader.language)
            said = _say(reader, "trial-let-pass", until=wait.due, event=step)
            yield TrialOffer("time", said, TrialMove("time", when=wait.due))
        elif wait.kind == "select":
            step = definition.name(wait.element_id).said(reader.language)
            yield TrialOffer("select", step, TrialMove("select", token=wait.token, element=wait.element_id))
    yield from _stages(reader, played)


def _coming(wait: Waiting) -> TrialMove:
    return TrialMove("message", token=wait.token, element=wait.element_id, name=wait.name)


def _stages(reader: Reader, played: Played) -> Iterator[TrialOffer]:
    current = played.world.stage
    if current is None:
        return
    why_not = _say(reader, "final-stage-left") if current.final else ""
    for stage in played.world.stages.all:
        if stage.id != current.id:
            yield TrialOffer("stage", stage.label(reader.language), TrialMove("stage", name=stage.code), why_not)
