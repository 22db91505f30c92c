"""The dry run: the same steps of the same engine on a world that only remembers what would be written (N1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from desktop.engine import Wait
from desktop.processes import closed_sale, sale
from desktop.processes.definitions import catalogue
from desktop.processes.definitions.definition import Definition, PageSpec, TaskSpec
from desktop.processes.definitions.labels import Label
from desktop.processes.lead_course import TAKEN_UP
from desktop.processes.runs import runtime
from desktop.processes.runs.runtime import Instance
from desktop.processes.runs.stepping import Stimulus, advance, is_task
from desktop.processes.runs.world import LEAD, OPPORTUNITY, AnyStage, AnyStages, World, stages_of, subject_row
from desktop.sales import activities, lead_distribution, lead_outcome, leads, nurturing, opportunities, people, settings
from desktop.sales.lookups import LeadStage
from desktop.sales.reading import Reading
from desktop.sales.stages import Stages
from desktop.sales.worktime import Times

GUESSES = 50
"""How many tasks a guess of what comes after the stage completes at most."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A task that would be made."""

    token: int
    spec: TaskSpec
    times: Times
    owner_id: int


class Rehearsal(World):
    """Remembers: ``planned`` tasks, ``cancelled`` tokens, ``pages`` opened, the stage and whether the run is over.

    ``sale`` is what the start of the lead's sale would do, None where none would begin (L4); ``aside`` is when a lead
    that is put aside would come back, ``given_to`` who would get one that is distributed; ``begins`` are the processes
    that a win begins, ``satisfies`` tells whether it satisfies a lead.
    """

    def __init__(self, reading: Reading, stages: AnyStages, row: Row[Any] | None = None) -> None:
        super().__init__(
            reading,
            stages,
            subject_id=None if row is None else row.id,
            stage=None if row is None else stages.by_id(row.stage_id),
            owner_id=None if row is None else row.owner_id,
        )
        self.planned: list[Planned] = []
        self.cancelled: list[int] = []
        self.pages: list[PageSpec] = []
        self.asks: list[str] = []
        self.notices: list[str] = []
        self.sale: Rehearsal | None = None
        self.aside: datetime | None = None
        self.given_to: int | None = None
        self.begins: list[Label] = []
        self.satisfies = False

    def cancel_task(self, wait: Wait) -> None:
        """Remember that the task of this token would be cancelled."""
        self.cancelled.append(wait.token)

    def go_on(self, instance: Instance, stimulus: Stimulus) -> Instance:
        """Give the run a stimulus without saving anything; return the run as it would be."""
        moved = advance(instance.definition, instance.state, stimulus, self)
        return replace(instance, state=moved.state, status=moved.state.status)

    def start_sale(self, *, always: bool) -> bool:
        """Rehearse the start of the lead's sale on an opportunity that is not there yet (L4)."""
        assert self.subject_id is not None
        if self.sale is not None or leads.has_open_sale(self.reading, self.subject_id):
            return True
        known = settings.read(self.reading)
        if not always and not known.run_sales_process:
            return False
        self.sale = Rehearsal(self.reading, Stages.read(self.reading))
        self.sale.stage, self.sale.owner_id = self.sale.stages.first(), self.owner_id
        advance(catalogue.newest(self.reading, known.sales_process).definition, None, Stimulus("start"), self.sale)
        return True

    def distribute(self) -> None:
        """Choose the owner as the real thing would."""
        self.owner_id = self.given_to = lead_distribution.choose(self.reading).person

    def put_aside(self, until: datetime) -> datetime:
        """Return when the lead would come back, and remember it."""
        self.aside = nurturing.returns_at(self.reading, until.astimezone(self.reading.zone).date())
        return self.aside

    def take_up(self) -> None:
        """Nothing is written."""

    def _created(self, stage: AnyStage) -> int | None:
        return None

    def _entered(self, stage: AnyStage) -> None:
        """Nothing is written, the world remembers the stage itself; a win begins what follows it."""
        if isinstance(stage, LeadStage) or not stage.successful or self.subject_id is None:
            return
        row = opportunities.read(self.reading, self.subject_id)
        if row.lead_id is not None:
            self.satisfies = lead_outcome.target(self.reading, row.lead_id) is not None
        for key, event, index in closed_sale.begun(self.reading):
            if not runtime.running_on(self.reading, self.subject_id, key):
                after = Rehearsal(self.reading, self.stages, row)
                begin = Stimulus("start", element=event, index=index)
                definition = catalogue.newest(self.reading, key).definition
                advance(definition, None, begin, after)
                self.planned += after.planned
                self.begins.append(definition.label)

    def _fields_missing(self, stage: AnyStage, fields: tuple[str, ...]) -> None:
        self.asks += fields

    def _fields_noticed(self, stage: AnyStage, fields: tuple[str, ...]) -> None:
        self.notices += fields

    def _task_opened(self, definition: Definition, spec: TaskSpec, wait: Wait, times: Times, owner_id: int) -> None:
        self.planned.append(Planned(wait.token, spec, times, owner_id))

    def _page_opened(self, page: PageSpec) -> None:
        self.pages.append(page)


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What would follow.

    ``stays`` are the open tasks of the run that stay open; ``guess`` what comes when they are done too; ``asks`` and
    ``notices`` are the fields that the gate stops for and tells of (N5); ``sale`` is the sale that would begin (L4).
    ``aside`` is when a lead that is put aside would come back, ``given_to`` the name of who would get the lead, and
    ``waits_until`` the moment at which the run would go on by itself, where no task of it is open; ``taken_up`` says
    that the lead would be put aside no longer. ``begins`` and ``satisfies`` are what a win sets in motion:
    processes, and the lead on its way to Satisfied.
    """

    stage_before: AnyStage | None
    stage_after: AnyStage | None
    cancels: tuple[Row[Any], ...] = ()
    keeps: tuple[Row[Any], ...] = ()
    stays: tuple[Row[Any], ...] = ()
    creates: tuple[Planned, ...] = ()
    ends: bool = False
    guess: Foreseen | None = None
    asks: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    sale: Foreseen | None = None
    aside: datetime | None = None
    given_to: str = ""
    waits_until: datetime | None = None
    taken_up: bool = False
    begins: tuple[Label, ...] = ()
    satisfies: bool = False

    @property
    def entered(self) -> AnyStage | None:
        """The stage that would be entered, None where the record would stay on its own."""
        return None if self.stage_after == self.stage_before else self.stage_after


def of_stage(reading: Reading, record_id: int, code: str, subject: str = OPPORTUNITY) -> Foreseen:
    """Rehearse the choice of a stage of an opportunity or a lead. Refused as the choice itself would be."""
    row = subject_row(reading, subject, record_id)
    stages = stages_of(reading, subject)
    world = Rehearsal(reading, stages, row)
    before = stages.by_id(row.stage_id)
    if subject == LEAD:
        stage: AnyStage = leads.checked_target(reading, record_id, code)
    else:
        stage = sale.checked_target(reading, stages, before, code)
    instances = runtime.running_on(reading, record_id, subject=subject)
    sale.follow_stage(world, instances, stage, world.go_on)
    if isinstance(stage, LeadStage) and stage.starts_sale:
        world.start_sale(always=False)
    tasks = [task for instance in instances for task in activities.open_of_process(reading, instance.id)]
    by_hand = activities.open_by_hand(reading, record_id, subject)
    call = row.nurture_activity_id if subject == LEAD else None  # a lead that was put aside is no longer
    seen = _seen(world, before, tasks)
    return replace(
        seen,
        cancels=(*seen.cancels, *(task for task in by_hand if task.id == call)),
        keeps=tuple(task for task in by_hand if task.id != call),
    )


def _seen(world: Rehearsal, before: AnyStage | None, tasks: Sequence[Row[Any]]) -> Foreseen:
    """Return what a world remembers, of these tasks of its runs too."""
    return Foreseen(
        stage_before=before,
        stage_after=world.stage,
        cancels=tuple(task for task in tasks if task.token in world.cancelled),
        stays=tuple(task for task in tasks if task.token not in world.cancelled),
        creates=tuple(world.planned),
        ends=bool(world.ended),
        asks=tuple(world.asks),
        notices=tuple(world.notices),
        sale=_begun(world),
        begins=tuple(world.begins),
        satisfies=world.satisfies,
    )


def _begun(world: Rehearsal) -> Foreseen | None:
    found = world.sale
    return None if found is None else Foreseen(None, found.stage, creates=tuple(found.planned))


def of_result(reading: Reading, row: Row[Any], result: str, when: object = None) -> Foreseen:
    """Rehearse the completion of a process's task with a result. Refused for a result that the task cannot have.

    ``guess`` completes the other tasks of the stage too, each with its first result that counts as done, and tells
    where that leads; it is None where the stage is left already.
    """
    task = sale.process_task(reading, row)
    chosen = task.spec.result(result)
    moment = None if when is None else sale.checked_when(reading, chosen, when)
    world = _world_of(reading, task.instance.definition.subject, task.instance.subject_id)
    before = world.stage
    stimulus = Stimulus(
        "complete",
        token=row.token,
        result=result if task.spec.keeps_result else None,
        variables=sale.when_variables(chosen, moment),
    )
    run = world.go_on(task.instance, stimulus)
    others = [other for other in activities.open_of_process(reading, task.instance.id) if other.id != row.id]
    seen = replace(
        _seen(world, before, others),
        aside=world.aside,
        given_to="" if world.given_to is None else people.name_of(reading, world.given_to),
        waits_until=_goes_on_at(run),
    )
    if seen.entered is not None or seen.ends:
        return seen
    return replace(seen, guess=_guess(world, run, before))


def of_return(reading: Reading, row: Row[Any]) -> Foreseen | None:
    """Rehearse the completion of the call that brings a lead back; None for any other activity."""
    if row.lead_id is None or leads.read(reading, row.lead_id).nurture_activity_id != row.id:
        return None
    world = _world_of(reading, LEAD, row.lead_id)
    before = world.stage
    for instance in runtime.running_on(reading, row.lead_id, subject=LEAD):
        for wait in instance.state.waits:
            if wait.kind == "message" and wait.name == TAKEN_UP:
                told = Stimulus("message", token=wait.token, name=TAKEN_UP, variables={}, element=wait.element_id)
                world.go_on(instance, told)
    return Foreseen(before, world.stage, creates=tuple(world.planned), ends=bool(world.ended), taken_up=True)


def _goes_on_at(run: Instance) -> datetime | None:
    """Return when time alone moves the run on, None where a task is open or nothing is waited for by the clock."""
    waits = run.state.waits
    if run.status != "running" or any(is_task(run.definition, wait) for wait in waits):
        return None
    return min((wait.due for wait in waits if wait.due is not None), default=None)


def _world_of(reading: Reading, subject: str, record_id: int | None) -> Rehearsal:
    row = None if record_id is None else subject_row(reading, subject, record_id)
    return Rehearsal(reading, stages_of(reading, subject), row)


def _guess(world: Rehearsal, run: Instance, before: AnyStage | None) -> Foreseen | None:
    """Complete what is open until the stage is left; None where that does not happen by tasks alone."""
    for _ in range(GUESSES):
        wait = next((wait for wait in run.state.waits if is_task(run.definition, wait)), None)
        if wait is None:
            return None
        made = len(world.planned)
        run = world.go_on(run, _as_done(run.definition, wait))
        if world.stage != before or world.ended:
            return Foreseen(before, world.stage, creates=tuple(world.planned[made:]), ends=bool(world.ended))
    return None


def _as_done(definition: Definition, wait: Wait) -> Stimulus:
    spec = definition.tasks[wait.element_id]
    done = next((result for result in spec.results if result.leads == "done"), spec.results[0])
    return Stimulus("complete", token=wait.token, result=done.code if spec.keeps_result else None)


def of_run(reading: Reading, key: str, record_id: int | None = None, subject: str = OPPORTUNITY) -> Foreseen:
    """Rehearse the start of a process, on an opportunity or a lead or on one that it makes.

    Refused as the start itself would be.
    """
    definition = catalogue.newest(reading, key).definition
    world = _world_of(reading, definition.subject if record_id is None else subject, record_id)
    before = world.stage
    if record_id is None:
        sale.check_new(reading, definition)
    else:
        sale.check_start(reading, world, definition)
    advance(definition, None, Stimulus("start"), world)
    keeps = () if record_id is None else activities.open_by_hand(reading, record_id, subject)
    creates = tuple(world.planned)
    return Foreseen(before, world.stage, keeps=keeps, creates=creates, ends=bool(world.ended), sale=_begun(world))
