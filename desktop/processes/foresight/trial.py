"""Trying a process out on a record that is only imagined: the real engine, the real rules, a world without a database.

A trial is its moves: ``play`` makes all of them anew from the first, so that one step back is one move less. Nobody is
told anything and nothing is written. Timers do not wait: whoever tries lets the time pass. What the program does by
itself in a service task is asked, but for the registration of the record: how it ends decides the way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.engine import (
    BoundaryEvent,
    EngineError,
    Event,
    FlowNode,
    MessageThrown,
    NotDue,
    NothingWaits,
    State,
    Value,
    Wait,
    read,
)
from desktop.processes import sale
from desktop.processes.definitions import catalogue
from desktop.processes.definitions.definition import Definition
from desktop.processes.foresight.imagined import Imagined, Then, both
from desktop.processes.runs import failures, runtime
from desktop.processes.runs.handlers import HANDLERS
from desktop.processes.runs.log import STIMULUS, described
from desktop.processes.runs.stepping import Advance, Stimulus, advance, is_task, waits_for_page
from desktop.processes.runs.world import known_at, stages_of, variables_of
from desktop.processes.story.marks import Marks
from desktop.sales.reading import Reading
from desktop.views.exchange import Refused
from desktop.views.trial import TrialMove

FIRINGS = 200
"""How many timers fire at most while time passes once."""

ENDINGS: Mapping[str, tuple[Mapping[str, Value], ...]] = {
    "start_sale": ({"sale": True}, {"sale": False}),
    "start_sale_now": ({"sale": True}, {"sale": False}),
    "list_participants": ({"participants": [{"name": "A"}, {"name": "B"}]}, {"participants": []}),
}
"""What the handlers that look into the records may tell the process; the others tell what they always do."""

_SERVICES = ("service", "rule", "script")


@dataclass(frozen=True, slots=True)
class Ending:
    """A way in which a service task can end: what it tells the process, or the code of the error it fails with."""

    code: str
    variables: Mapping[str, Value]
    error: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that the run waits for: ``kind`` is task, page, service, message, signal, timer, condition or select.

    ``name`` is that of the message or signal, ``due`` when a timer fires, ``endings`` how a service can end.
    """

    kind: str
    token: int
    element_id: str
    name: str
    due: datetime | None
    endings: tuple[Ending, ...] = ()


class Played:
    """A trial after its moves: the state of the run, the world, what is marked on the diagram, the moves made."""

    def __init__(self, reading: Reading, definition: Definition, began: datetime) -> None:
        self.definition = definition
        self.state: State | None = None
        self.marks = Marks(None)
        self.moves: list[TrialMove] = []
        self.refused: Refused | None = None
        self._then = Then(reading, began)
        stages = stages_of(reading, definition.subject)
        won = (stage for stage in stages.all if stage.successful)
        stage = next(won, stages.first()) if definition.runs_on == "won" else stages.first()
        self.world = Imagined(self._then, stages, stage)
        self._order = 0
        self._held = {
            key
            for key, element in definition.machine.elements.items()
            if isinstance(element, FlowNode) and not definition.handlers.get(key, "").startswith("register_")
        }

    @property
    def at(self) -> datetime:
        """The trial's clock."""
        return self._then.now

    @property
    def status(self) -> str:
        """How the run is; "" before it has begun."""
        return "" if self.state is None else self.state.status

    def waiting(self) -> tuple[Waiting, ...]:
        """What the run waits for; nothing once it is over. The messages of chosen stages are left out."""
        found = []
        for wait in self._waits():
            if wait.kind == "message" and wait.name == runtime.STAGE_CHANGED:
                continue
            kind = _kind_of(self.definition, wait)
            endings = self._endings(wait) if kind == "service" else ()
            found.append(Waiting(kind, wait.token, wait.element_id, wait.name or "", wait.due, endings))
        return tuple(found)

    def _waits(self) -> tuple[Wait, ...]:
        return self.state.waits if self.state is not None and self.state.status == "running" else ()

    def begin(self) -> None:
        """Begin by the none start event, or by the only one there is; several others are for the person to choose."""
        starts = self.definition.machine.starts
        none = [start for start in starts if start.kind == "none"]
        if none or len(starts) == 1:
            start = (none or list(starts))[0]
            self._begin("" if none else start.element_id, start.index)

    def make(self, move: TrialMove) -> None:
        """Make one move. Refused with the reason where a rule forbids it or nobody waits for it."""
        try:
            self._make(move)
        except (NothingWaits, NotDue):
            raise Refused("trial-nobody-waits") from None
        except EngineError as error:
            language = self._then.language
            why = failures.told(self.definition, error, language)
            raise Refused("process-failed", process=self.definition.label.said(language), reason=why) from error
        self.moves.append(move)

    def _endings(self, wait: Wait) -> tuple[Ending, ...]:
        """Return how a service task can end: as it should, in other ways, and with each error that somebody catches."""
        found = list(self._results(wait))
        codes = dict.fromkeys(_caught(self.definition)) or {"error": None}
        return (*found, *(Ending(f"error:{code}", {}, code) for code in codes))

    def _results(self, wait: Wait) -> Iterator[Ending]:
        several = ENDINGS.get(self.definition.handlers.get(wait.element_id, ""), ({},))
        for number, variables in enumerate(several):
            yield Ending(f"done:{number}", variables)

    def _make(self, move: TrialMove) -> None:
        if move.kind == "begin":
            self._begin(move.element, move.index)
        elif move.kind == "task":
            self._complete(move)
        elif move.kind in ("saved", "service"):
            self._end_service(move)
        elif move.kind == "stage":
            self._choose_stage(move.name)
        elif move.kind == "message":
            self.world.tell("trial-message-came", head=True, name=move.name)
            self._advance(
                Stimulus("message", token=move.token, name=move.name, variables=_values(move), element=move.element)
            )
        elif move.kind == "signal":
            self.world.tell("trial-signal-came", head=True, name=move.name)
            self._advance(Stimulus("signal", name=move.name, variables=_values(move)))
        elif move.kind == "select":
            self.world.tell("trial-selected", head=True, step=self._name(move.element), element=move.element)
            self._advance(Stimulus("select", token=move.token, element=move.element))
        elif move.kind == "time" and move.when is not None:
            self._pass_time(move.when)
        elif move.kind == "data":
            self.world.tell("trial-data", head=True, names=", ".join(sorted(move.variables)))
            self._advance(Stimulus("change", variables=_values(move)))
        elif move.kind == "cancel":
            self.world.tell("trial-cancel", head=True)
            self._advance(Stimulus("cancel"))
        else:
            raise Refused("trial-nobody-waits")

    def _begin(self, element: str, index: int) -> None:
        if self.state is not None:
            raise Refused("trial-nobody-waits")
        self.world.tell("trial-begun", head=True)
        self._advance(Stimulus("start", element=element, index=index))

    def _complete(self, move: TrialMove) -> None:
        wait = self._wait(move)
        spec = self.definition.tasks[wait.element_id]
        result = spec.result(move.result)
        moment = sale.checked_when(self._then, result, move.when)
        made = self.world.tasks.pop(wait.token, None)
        task = spec.label.both if made is None else made.spec.label.both
        self.world.tell("trial-done", head=True, element=wait.element_id, task=task, result=result.label.both)
        kept = move.result if spec.keeps_result else None
        variables = sale.when_variables(result, moment)
        self._advance(Stimulus("complete", token=wait.token, result=kept, variables=variables))

    def _end_service(self, move: TrialMove) -> None:
        wait = self._wait(move)
        if move.kind == "saved":
            self.world.tell("trial-saved", head=True, element=wait.element_id)
            self._advance(Stimulus("complete", token=wait.token, variables=self._worked(wait)))
            return
        ending = next((one for one in self._endings(wait) if one.code == move.result), None)
        if ending is None:
            raise Refused("result-unknown", field="result", result=move.result)
        step = self._name(wait.element_id)
        if ending.error:
            self.world.tell(
                "trial-failed", head=True, tone="bad", element=wait.element_id, step=step, error=ending.error
            )
            self._advance(Stimulus("error", token=wait.token, name=ending.error))
            return
        self.world.tell("trial-worked", head=True, element=wait.element_id, step=step)
        variables = ending.variables or self._worked(wait)
        self._advance(Stimulus("complete", token=wait.token, variables=variables))

    def _worked(self, wait: Wait) -> Mapping[str, Value]:
        """Let the handler of a service do its work in the imagined world; one that is not known does nothing."""
        handler = HANDLERS.get(self.definition.handlers.get(wait.element_id, ""))
        if handler is None or self.state is None:
            return {}
        self.world.told = known_at(self.state, wait.scope)
        return handler(self.world)

    def _choose_stage(self, code: str) -> None:
        current = self.world.stage
        assert current is not None
        stage = sale.checked_target(self._then, self.world.stages, current, code)
        self.world.tell("trial-stage-chosen", head=True, stage=both(stage))
        self.world.enter_stage(stage.code)
        if self.state is None or self.state.status != "running":
            return
        if runtime.listens(self.state):
            self._advance(runtime.stage_changed(variables_of(stage)))
        if stage.final and self.status == "running":
            self._advance(Stimulus("cancel"))

    def _pass_time(self, until: datetime) -> None:
        if until < self._then.now:
            raise Refused("when-past", field="when")
        self.world.tell("trial-time", head=True, until=until)
        for _ in range(FIRINGS):
            due = [] if self.state is None else self.definition.machine.due(self.state, until)
            if not due or self.status != "running":
                break
            wait = due[0]
            self._then.now = max(self._then.now, wait.due or until)
            self.world.tell("trial-timer", element=wait.element_id, event=self._name(wait.element_id))
            self._advance(Stimulus("timer", token=wait.token, element=wait.element_id, index=wait.index))
        self._then.now = until

    def _advance(self, stimulus: Stimulus) -> None:
        moved = advance(self.definition, self.state, stimulus, self.world, holds=self._held)
        self.state = moved.state
        for one in moved.thrown:
            code = "trial-message-sent" if isinstance(one, MessageThrown) else "trial-signal-sent"
            self.world.tell(code, element=one.element_id, name=one.name)
        self._mark(moved)

    def _mark(self, moved: Advance) -> None:
        for stimulus, effects in moved.steps:
            self.marks.follow(self._order, STIMULUS, "", stimulus.to_json())
            for effect in effects:
                told = described(effect)
                self._order += 1
                if told is not None:
                    self.marks.follow(self._order, *told)

    def _wait(self, move: TrialMove) -> Wait:
        for wait in self._waits():
            if wait.token == move.token and move.element in ("", wait.element_id):
                return wait
        raise Refused("trial-nobody-waits")

    def _name(self, element_id: str) -> Mapping[str, str]:
        return self.definition.name(element_id).both


def _kind_of(definition: Definition, wait: Wait) -> str:
    if waits_for_page(definition, wait):
        return "page"
    if is_task(definition, wait):
        return "task"
    return "service" if wait.kind in _SERVICES else str(wait.kind)


def play(reading: Reading, definition: Definition, moves: Sequence[TrialMove], began: datetime) -> Played:
    """Make the moves one after the other; at the first that is refused it stops as it was before, with the reason."""
    played = Played(reading, definition, began)
    if not moves or moves[0].kind != "begin":
        played.begin()
    for number, move in enumerate(moves):
        try:
            played.make(move)
        except Refused as refused:
            before = play(reading, definition, moves[:number], began)
            before.refused = refused
            return before
    return played


def of_file(reading: Reading, xml: bytes) -> Definition:
    """Read a file that is not in the library. Refused "trial-not-possible" with the reason if it cannot be run."""
    try:
        return catalogue.of_file(reading, read(xml))
    except (EngineError, ValueError) as error:
        raise Refused("trial-not-possible", reason=str(error)) from error


def _caught(definition: Definition) -> Iterator[str]:
    """Yield the codes of the errors that some event of the process catches; "error" for one that catches all."""
    for element in definition.machine.elements.values():
        if isinstance(element, Event) and (isinstance(element, BoundaryEvent) or element.tag == "startEvent"):
            for one in element.definitions:
                if one.kind == "error":
                    yield one.subject or "error"


def _values(move: TrialMove) -> Mapping[str, Value]:
    return dict(move.variables)  # type: ignore[arg-type]
