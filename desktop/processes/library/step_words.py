"""What every step of a process does, in words: its description, who gets it, its results and where they lead (R14)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta

from desktop.engine import BoundaryEvent, CallActivity, Event, FlowNode, Gateway, Process, SubProcess
from desktop.processes.definitions import catalogue
from desktop.processes.definitions.definition import Definition, StageSpec, TaskSpec
from desktop.processes.definitions.describing import described
from desktop.processes.library import walking
from desktop.processes.library.walking import Key, Outcome
from desktop.processes.runs.world import stages_of
from desktop.sales.reading import Reading
from desktop.texts import knows, say
from desktop.views.guide import StageGuide
from desktop.views.processes import ProcessStep, StepResult

_KINDS = {
    "userTask": "task",
    "manualTask": "task",
    "sendTask": "send",
    "receiveTask": "receive",
    "subProcess": "part",
    "transaction": "part",
    "adHocSubProcess": "part",
    "callActivity": "call",
    "startEvent": "start",
    "endEvent": "end",
    "boundaryEvent": "border",
    "intermediateCatchEvent": "waits",
    "intermediateThrowEvent": "throws",
    "parallelGateway": "parallel",
    "eventBasedGateway": "events",
}

_BESIDE = ("boundaryEvent", "startEvent")


def steps_of(reading: Reading, definition: Definition, language: str) -> tuple[ProcessStep, ...]:
    """Return every step of a definition in the order of the file, described in the language."""
    return tuple(_Words(reading, definition, language).steps())


def shown_name(definition: Definition, element_id: str, language: str) -> str:
    """Return what an element is called; a step without a name is called by what it is: "Beginning", "End".

    One that only another version has is called by its id.
    """
    element = definition.machine.elements.get(element_id)
    if element is None:
        return element_id.rpartition(":")[2]
    if isinstance(element, FlowNode) and not element.name:
        return kind_of(element, language)
    return definition.name(element_id).said(language)


def standing_at(definition: Definition, elements: Iterable[str], language: str) -> str:
    """Return the names of the steps at which a run stands, of the elements at which it waits.

    What may come meanwhile, on the border of a step or as the beginning of an event sub-process, is none of them.
    """
    known = definition.machine.elements
    steps = (one for one in elements if one not in known or known[one].tag not in _BESIDE)
    return ", ".join(dict.fromkeys(shown_name(definition, one, language) for one in steps))


def kind_of(node: FlowNode, language: str) -> str:
    """Return what an element is in a word or two, for one that has no name: "Beginning", "End"."""
    return say(language, f"step-kind-{_KINDS.get(node.tag, 'decision' if isinstance(node, Gateway) else 'program')}")


class _Words:
    """Says the steps of one definition in one language."""

    def __init__(self, reading: Reading, definition: Definition, language: str) -> None:
        self._reading = reading
        self._definition = definition
        self._language = language
        self._outcomes: Mapping[Key, Outcome] = walking.outcomes(reading, definition)
        self._stages = {stage.code: stage for stage in stages_of(reading, definition.subject).all}

    def steps(self) -> Iterator[ProcessStep]:
        yield from self._inside(self._definition.process, 0)

    def _inside(self, scope: Process | SubProcess, depth: int) -> Iterator[ProcessStep]:
        for node in scope.nodes:
            yield self._step(node, depth)
            if isinstance(node, SubProcess):
                yield from self._inside(node, depth + 1)

    def _step(self, node: FlowNode, depth: int) -> ProcessStep:
        text, there = described(node, self._language)
        stage = self._definition.stages.get(node.id)
        task = self._definition.tasks.get(node.id)
        return ProcessStep(
            id=node.id,
            tag=node.tag,
            kind=self._kind(node, task, stage),
            label=self._name(node.id) if node.name else "",
            depth=depth,
            description=text,
            missing=not there,
            facts=tuple(self._facts(node, task, stage)),
            results=self._results(task) if task is not None else self._ways(node),
            guide=None if stage is None else self._guide(stage),
        )

    # what it is

    def _kind(self, node: FlowNode, task: TaskSpec | None, stage: StageSpec | None) -> str:
        if stage is not None and isinstance(node, SubProcess):
            return self._say("step-kind-stage")
        if task is not None and task.kind in ("call", "meeting"):
            return self._say(f"step-kind-{task.kind}-task")
        return kind_of(node, self._language)

    def _facts(self, node: FlowNode, task: TaskSpec | None, stage: StageSpec | None) -> Iterator[tuple[str, str]]:
        """Return heading and sentence of all that is to be said beside the description."""
        if task is not None:
            yield from self._of_task(task)
        handler = self._definition.handlers.get(node.id)
        if handler is not None and knows(f"step-handler-{handler}"):
            yield self._say("step-program"), self._say(f"step-handler-{handler}")
        if stage is not None and stage.code in self._stages:
            yield self._say("step-program"), self._say("step-sets-stage", stage=self._stage(stage.code))
        page = self._definition.pages.get(node.id)
        if page is not None:
            code = "step-page-waits" if page.waits else "step-page"
            yield self._say("step-program"), self._say(code, hint=page.hint.said(self._language))
        if isinstance(node, CallActivity):
            yield self._say("step-program"), self._say("step-calls", process=self._called(node))
        if isinstance(node, Event):
            yield from self._of_event(node)

    def _of_task(self, task: TaskSpec) -> Iterator[tuple[str, str]]:
        manager = "-manager" if task.owner.endswith(".manager") else ""
        yield self._say("step-who"), self._say(f"step-who-{self._definition.subject}{manager}")
        due = self._duration(task.due)
        code = "step-due-agreed" if task.start_at else "step-due-after"
        yield self._say("step-due"), self._say(code, due=due)
        yield self._say("step-takes"), self._duration(timedelta(minutes=task.minutes))
        if task.knowledge:
            yield self._say("step-help"), self._say(f"step-knowledge-{task.knowledge}")
        if task.document:
            yield self._say("step-help"), self._say(f"step-document-{task.document}")

    def _of_event(self, event: Event) -> Iterator[tuple[str, str]]:
        for one in event.definitions:
            code = f"step-event-{one.kind}"
            if knows(code):
                yield self._say("step-event"), self._say(code, name=one.subject or "")
        if isinstance(event, BoundaryEvent):
            code = "step-interrupts" if event.interrupting else "step-beside"
            yield self._say("step-where"), self._say(code, step=self._name(event.attached_to.id))

    def _guide(self, stage: StageSpec) -> StageGuide | None:
        guide = stage.guides.get(self._language)
        if guide is None:
            return None
        return StageGuide(
            stage_code=stage.code,
            stage_label=self._stage(stage.code),
            process_label=self._definition.label.said(self._language),
            goal=_plain(guide.goal),
            steps=tuple(map(_plain, guide.steps)),
            program=_plain(guide.program),
            following=_plain(guide.following),
        )

    # where it leads

    def _results(self, task: TaskSpec) -> tuple[StepResult, ...]:
        return tuple(
            StepResult(
                code=result.code,
                label=result.label.said(self._language),
                tone=result.leads,
                leads=self._leads(task.element_id, self._outcomes.get((task.element_id, result.code))),
                asks=self._asks(result.asks, result.when_label.said(self._language)),
            )
            for result in task.results
        )

    def _leads(self, element_id: str, outcome: Outcome | None) -> str:
        if outcome is None:
            return self._say("leads-unknown")
        parts = []
        if outcome.stage:
            parts.append(self._stage(outcome.stage))
        elif outcome.created == (element_id,):
            parts.append(self._say("leads-again", task=self._name(element_id)))
        elif outcome.created:
            tasks = self._quoted(outcome.created)
            parts.append(self._say("leads-tasks", count=len(outcome.created), tasks=tasks))
        if outcome.sells:
            parts.append(self._say("leads-sale"))
        if outcome.waits and not outcome.stage:
            parts.append(self._say("leads-waits", events=self._quoted(outcome.waits)))
        if outcome.ends and not outcome.stage:
            parts.append(self._say("leads-ends"))
        if not parts:
            return self._say("leads-nothing")
        what = ", ".join(parts)
        return self._say("leads-when-others", what=what) if outcome.others else what

    def _asks(self, asks: str, when_label: str) -> str:
        if asks == "when":
            return self._say("step-asks-when", what=when_label) if when_label else self._say("step-asks-moment")
        return self._say("step-asks-reason") if asks == "reason" else ""

    def _ways(self, node: FlowNode) -> tuple[StepResult, ...]:
        """Return the ways out of a gateway: what they are called or under which condition they are taken."""
        if not isinstance(node, Gateway) or len(node.outgoing) < 2:
            return ()
        found = []
        for flow in node.outgoing:
            if flow is node.default:
                label = self._name(flow.id) if flow.name else self._say("step-otherwise")
            else:
                condition = "" if flow.condition is None else flow.condition.text
                label = self._name(flow.id) if flow.name else condition
            found.append(StepResult(flow.id, label, "", self._name(flow.target.id)))
        return tuple(found)

    # words

    def _say(self, code: str, **parameters: object) -> str:
        return say(self._language, code, parameters, self._reading.zone)

    def _name(self, element_id: str) -> str:
        element = self._definition.machine.elements.get(element_id)
        if element is None:
            return element_id
        return self._definition.name(element_id).said(self._language) if element.name else self._say("step-nameless")

    def _quoted(self, ids: tuple[str, ...]) -> str:
        quotes = "«{}»" if self._language == "ru" else "“{}”"
        return ", ".join(quotes.format(self._name(element_id)) for element_id in ids)

    def _called(self, node: CallActivity) -> str:
        called = self._definition.process.callable.get(node.called)
        if called is not None:
            return called.name or node.called
        known = catalogue.last(self._reading, node.called)
        return node.called if known is None else known.definition.label.said(self._language)

    def _stage(self, code: str) -> str:
        stage = self._stages.get(code)
        return code if stage is None else stage.label(self._language)

    def _duration(self, length: timedelta) -> str:
        minutes = length.seconds // 60
        parts = [("days", length.days), ("hours", minutes // 60), ("minutes", minutes % 60)]
        said = [self._say(f"step-{unit}", count=count) for unit, count in parts if count]
        return " ".join(said) or self._say("step-minutes", count=0)


def _plain(text: str) -> str:
    """Return the text without the signs that mark words as strong."""
    return text.replace("**", "")
