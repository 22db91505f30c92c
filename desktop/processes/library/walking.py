"""Where the results of a task lead: learned by letting the engine walk the definition, on no record at all (R15).

The walk begins on every stage and completes whatever is open with every result, until each has been tried once. It
decides nothing itself: the same machine and the same handlers as in a run, on a world in which nothing happens.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.engine import ElementEntered, NotDue, NothingWaits, State, Value, Wait, WaitOpened
from desktop.processes.definitions.definition import Definition, PageSpec, ResultSpec, TaskSpec
from desktop.processes.foresight.imagined import Then
from desktop.processes.foresight.rehearsal import Rehearsal
from desktop.processes.runs.runtime import STAGE_CHANGED
from desktop.processes.runs.stepping import Advance, Stimulus, advance, is_task, waits_for_page
from desktop.processes.runs.world import AnyStage, AnyStages, stages_of, variables_of
from desktop.processes.sale import when_variables
from desktop.sales.reading import Reading
from desktop.views.exchange import Refused

STEPS = 1_500
"""How many stimuli a walk gives at most."""
OTHERS = 50
"""How many other tasks are completed at most to learn what comes when they are done."""

Key = tuple[str, str]
"""The id of a task and the code of its result."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a result leads to, by the ids of the definition; where nothing is said it leads to nothing by itself.

    ``stage`` is the code of the stage that is entered, ``created`` the tasks that are made, ``waits`` the events that
    are waited for, ``sells`` tells that the sale of the lead begins, ``ends`` that the run is over, and ``others`` that
    all this comes only when the other tasks are done too.
    """

    stage: str = ""
    created: tuple[str, ...] = ()
    waits: tuple[str, ...] = ()
    sells: bool = False
    ends: bool = False
    others: bool = False

    @property
    def nothing(self) -> bool:
        """Whether nothing follows at once."""
        return not (self.stage or self.created or self.waits or self.sells or self.ends)


_walked: dict[tuple[object, ...], Mapping[Key, Outcome]] = {}


def outcomes(reading: Reading, definition: Definition) -> Mapping[Key, Outcome]:
    """Return where every result of every task leads that a run can come to; kept for the life of the program."""
    stages = stages_of(reading, definition.subject)
    known = (definition.hash, tuple((stage.code, stage.final) for stage in stages.all))
    if known not in _walked:
        _walked[known] = _Walk(reading, definition, stages).all()
    return _walked[known]


class _Nowhere(Rehearsal):
    """A world in which nothing happens: there is a record, of which nothing is known but its stage."""

    def __init__(self, reading: Reading, stages: AnyStages, stage: AnyStage | None) -> None:
        super().__init__(reading, stages)
        self.subject_id = 0
        self.stage = stage
        self.sold = False

    def enter_stage(self, code: str) -> None:
        self.stage = self.stages.by_code(code)

    def open_task(self, definition: Definition, spec: TaskSpec, wait: Wait, state: State) -> None:
        """It is seen in the effects."""

    def open_page(self, definition: Definition, page: PageSpec) -> None:
        """Nobody looks."""

    def participants(self) -> list[Value]:
        return [{"name": "", "contact": None}]

    def start_sale(self, *, always: bool) -> bool:
        self.sold = True
        return True

    def distribute(self) -> None:
        """It belongs to nobody."""

    def put_aside(self, until: datetime) -> datetime:
        return until

    def take_up(self) -> None:
        """It was never put aside."""


@dataclass(frozen=True, slots=True)
class _Node:
    """Where a walk stands."""

    state: State
    stage: AnyStage | None
    at: datetime

    @property
    def known(self) -> tuple[object, ...]:
        """What makes it the same as another: what is waited for, and the stage."""
        code = "" if self.stage is None else self.stage.code
        return code, tuple(sorted((wait.kind, wait.element_id) for wait in self.state.waits))


@dataclass(frozen=True, slots=True)
class _Step:
    """A node, and what led there."""

    node: _Node
    moved: Advance
    sold: bool


class _Walk:
    def __init__(self, reading: Reading, definition: Definition, stages: AnyStages) -> None:
        self._reading = reading
        self._definition = definition
        self._stages = stages
        self._left = STEPS
        self._found: dict[Key, Outcome] = {}

    def all(self) -> Mapping[Key, Outcome]:
        wanted = {(task.element_id, result.code) for task in self._definition.tasks.values() for result in task.results}
        unread = deque(self._beginnings())
        seen = {node.known for node in unread}
        while unread and self._left > 0 and not wanted <= set(self._found):
            node = unread.popleft()
            for wait in node.state.waits:
                for following in self._try(node, wait):
                    if following.state.status == "running" and following.known not in seen:
                        seen.add(following.known)
                        unread.append(following)
        return self._found

    def _beginnings(self) -> Iterator[_Node]:
        for start in self._definition.machine.starts:
            for stage in self._stages.all:
                stimulus = Stimulus("start")
                if start.kind != "none":
                    stimulus = Stimulus("start", element=start.element_id, index=start.index)
                step = self._step(None, stage, self._reading.now, stimulus)
                if step is not None:
                    yield step.node

    def _try(self, node: _Node, wait: Wait) -> Iterator[_Node]:
        """Do what can be done where a run waits; of tasks with every result, which is what the walk is for."""
        definition = self._definition
        if is_task(definition, wait):
            for result in definition.tasks[wait.element_id].results:
                step = self._from(node, self._completion(node, wait, result))
                if step is not None:
                    self._note(node, wait, result, step)
                    yield step.node
            return
        for stimulus, at in self._happens(node, wait):
            step = self._step(node.state, node.stage, at, stimulus)
            if step is not None:
                yield step.node

    def _happens(self, node: _Node, wait: Wait) -> Iterator[tuple[Stimulus, datetime]]:
        if waits_for_page(self._definition, wait):
            yield Stimulus("complete", token=wait.token), node.at
        elif wait.kind == "timer":
            at = node.at if wait.due is None else max(node.at, wait.due)
            yield Stimulus("timer", token=wait.token, element=wait.element_id, index=wait.index), at
        elif wait.kind == "message" and wait.name == STAGE_CHANGED:
            for stage in self._stages.all:
                yield Stimulus("message", name=STAGE_CHANGED, variables=dict(variables_of(stage))), node.at
        elif wait.kind == "message":
            yield Stimulus("message", name=wait.name or "", token=wait.token), node.at
        elif wait.kind == "signal":
            yield Stimulus("signal", name=wait.name or ""), node.at

    def _completion(self, node: _Node, wait: Wait, result: ResultSpec) -> Stimulus:
        spec = self._definition.tasks[wait.element_id]
        moment = node.at + timedelta(days=1)
        return Stimulus(
            "complete",
            token=wait.token,
            result=result.code if spec.keeps_result else None,
            variables=when_variables(result, moment),
        )

    def _from(self, node: _Node, stimulus: Stimulus) -> _Step | None:
        return self._step(node.state, node.stage, node.at, stimulus)

    def _step(self, state: State | None, stage: AnyStage | None, at: datetime, stimulus: Stimulus) -> _Step | None:
        """Let the engine take a step; None where a rule or the definition does not let it."""
        self._left -= 1
        world = _Nowhere(Then(self._reading, at), self._stages, stage)
        try:
            moved = advance(self._definition, state, stimulus, world)
        except (Refused, NothingWaits, NotDue):
            return None
        return _Step(_Node(moved.state, world.stage, at), moved, world.sold)

    def _note(self, before: _Node, wait: Wait, result: ResultSpec, step: _Step) -> None:
        key = (wait.element_id, result.code)
        if key in self._found:
            return
        outcome = self._outcome(before, step)
        if outcome.nothing:
            outcome = self._when_others_are_done(step.node) or outcome
        self._found[key] = outcome

    def _when_others_are_done(self, node: _Node) -> Outcome | None:
        """Complete what else is open, each with its first result that counts as done, until something follows."""
        for _ in range(OTHERS):
            wait = next((wait for wait in node.state.waits if is_task(self._definition, wait)), None)
            if wait is None:
                return None
            results = self._definition.tasks[wait.element_id].results
            done = next((result for result in results if result.leads == "done"), results[0])
            step = self._from(node, self._completion(node, wait, done))
            if step is None:
                return None
            outcome = self._outcome(node, step)
            if not outcome.nothing:
                return Outcome(outcome.stage, outcome.created, outcome.waits, outcome.sells, outcome.ends, others=True)
            node = step.node
        return None

    def _outcome(self, before: _Node, step: _Step) -> Outcome:
        definition = self._definition
        effects = [effect for _, several in step.moved.steps for effect in several]
        open_now = {wait.token for wait in step.node.state.waits}
        entered = [
            definition.stages[effect.element_id].code
            for effect in effects
            if isinstance(effect, ElementEntered) and effect.element_id in definition.stages
        ]
        code = "" if before.stage is None else before.stage.code
        opened = [e.wait for e in effects if isinstance(e, WaitOpened) and e.wait.token in open_now]
        return Outcome(
            stage=entered[-1] if entered and entered[-1] != code else "",
            created=tuple(wait.element_id for wait in opened if is_task(definition, wait)),
            waits=tuple(dict.fromkeys(wait.element_id for wait in opened if self._stands(wait))),
            sells=step.sold,
            ends=step.node.state.status != "running",
        )

    def _stands(self, wait: Wait) -> bool:
        """Whether a run stands at the event: those on borders and of event sub-processes only listen."""
        element = self._definition.machine.elements.get(wait.element_id)
        return element is not None and element.tag in ("intermediateCatchEvent", "receiveTask")
