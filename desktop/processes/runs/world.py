"""What the engine's effects mean for the records: the part that deciding and rehearsing have in common.

A run of a process acts on a world. ``Records`` (records.py) writes to the database, ``Rehearsal`` (rehearsal.py) only
remembers what would have been written; both follow the rules that stand here, so that a dry run tells what will really
happen (N1).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from desktop.engine import State, Value, Wait
from desktop.processes.definitions.definition import Definition, PageSpec, TaskSpec
from desktop.processes.definitions.labels import Label
from desktop.sales import gate, leads, opportunities, participants, people, settings
from desktop.sales.lead_stages import LeadStages
from desktop.sales.lookups import LeadStage
from desktop.sales.reading import Reading
from desktop.sales.stages import Stage, Stages
from desktop.sales.worktime import Times, plan
from desktop.views.administration import WorkingHours
from desktop.views.exchange import Refused

OPPORTUNITY, LEAD = "opportunity", "lead"
SUBJECTS = (OPPORTUNITY, LEAD)
"""What processes can be about."""

AnyStage = Stage | LeadStage
AnyStages = Stages | LeadStages


class World(ABC):
    """The opportunity or lead that a run is about (None before the run has made it), and what happens to it.

    ``stage`` and ``owner_id`` follow what happens; ``created`` tells that the run itself made the record;
    ``at_work`` names the service task whose handler works or has failed, ``told`` is what the process knows there.
    """

    def __init__(
        self,
        reading: Reading,
        stages: AnyStages,
        *,
        subject_id: int | None = None,
        stage: AnyStage | None = None,
        owner_id: int | None = None,
    ) -> None:
        self.reading = reading
        self.stages = stages
        self.subject = LEAD if isinstance(stages, LeadStages) else OPPORTUNITY
        self.subject_id = subject_id
        self.stage = stage
        self.owner_id = owner_id
        self.created = False
        self.ended = ""
        self.at_work = ""
        self.told: Mapping[str, Value] = {}
        self._hours: WorkingHours | None = None

    # What happens -------------------------------------------------------------------------------

    def enter_stage(self, code: str) -> None:
        """Enter the stage of this code; the one on which the record stands already changes nothing.

        Refused "stage-unknown" if the lookup has no such stage, "final-stage" if that would leave a final one (R9),
        NeedsFields if the stage that is left wants fields that are missing (N5).
        """
        stage = self.stages.by_code(code)
        if self.stage is not None:
            if self.stage.id == stage.id:
                return
            refuse_leaving(self.stage, self.reading.language)
            self.pass_gate()
        self._entered(stage)
        self.stage = stage

    def pass_gate(self) -> None:
        """Check what must be known before the stage is left (N5): every way from stage to stage leads through here."""
        if self.stage is None or self.subject != OPPORTUNITY:
            return
        wanted = gate.wanted_on(self.reading, self.stage.id)
        if not wanted:
            return
        found = gate.lacking(wanted, self._row())
        if found.stop:
            self._fields_missing(self.stage, found.stop)
        if found.notify:
            self._fields_noticed(self.stage, found.notify)

    def _row(self) -> Row[Any] | None:
        return None if self.subject_id is None else opportunities.read(self.reading, self.subject_id)

    def create_record(self) -> None:
        """Make the opportunity or lead, on the first stage, owned by the person who acts (L1)."""
        if self.reading.person_id is None:
            raise Refused("nobody-acts")
        self.stage = self.stages.first()
        self.owner_id = self.reading.person_id
        self.created = True
        self.subject_id = self._created(self.stage)

    def open_task(self, definition: Definition, spec: TaskSpec, wait: Wait, state: State) -> None:
        """Plan the task for its owner: at the time agreed if that lies ahead, by the due rule otherwise."""
        owner_id = self._owner_by(spec.owner)
        agreed = moment_of(variable(state, wait.scope, spec.start_at)) if spec.start_at else None
        if self._hours is None:
            self._hours = settings.working_hours(self.reading)
        times = plan(
            self.reading.now,
            self.reading.zone,
            due=spec.due,
            minutes=spec.minutes,
            start_at=agreed,
            hours=self._hours,
        )
        self._task_opened(definition, _about(spec, state, wait), wait, times, owner_id)

    def _owner_by(self, rule: str) -> int:
        """Return who gets a task: the owner of the record or, by ``...owner.manager``, who the owner reports to.

        Who reports to nobody gets it themselves. Refused "owner-missing".
        """
        if self.owner_id is None:
            raise Refused("owner-missing")
        if not rule.endswith(".manager"):
            return self.owner_id
        manager = people.manager_of(self.reading, self.owner_id)
        return self.owner_id if manager is None else manager

    def open_page(self, definition: Definition, page: PageSpec) -> None:
        """Open the page for the person responsible, with the hint (R17).

        A step that registers the opportunity opens its page only if it made it.
        """
        if page.waits or page.element_id not in definition.handlers or self.created:
            self._page_opened(page)

    def end(self, status: str) -> None:
        """Remember that the run is over."""
        self.ended = status

    @abstractmethod
    def cancel_task(self, wait: Wait) -> None:
        """Cancel the task that is no longer wanted (R5, R8)."""

    # What handlers ask for ----------------------------------------------------------------------

    def participants(self) -> list[Value]:
        """Return who takes part in the sale, in their order: name and contact."""
        assert self.subject_id is not None
        return [
            {"name": row.name, "contact": row.contact_id} for row in participants.present(self.reading, self.subject_id)
        ]

    @abstractmethod
    def start_sale(self, *, always: bool) -> bool:
        """Start the sale of the lead (L4) and tell whether the lead has an open one then.

        Nothing is started while an earlier one is open, nor, unless ``always``, where the system setting is off.
        """

    @abstractmethod
    def distribute(self) -> None:
        """Give the lead to whoever of the team has the least to do."""

    @abstractmethod
    def put_aside(self, until: datetime) -> datetime:
        """Put the lead aside until the day of a moment; return the moment at which it comes back."""

    @abstractmethod
    def take_up(self) -> None:
        """Let the lead be put aside no longer, if it is."""

    # What it takes ------------------------------------------------------------------------------

    @abstractmethod
    def _created(self, stage: AnyStage) -> int | None: ...

    @abstractmethod
    def _entered(self, stage: AnyStage) -> None: ...

    @abstractmethod
    def _fields_missing(self, stage: AnyStage, fields: tuple[str, ...]) -> None: ...

    @abstractmethod
    def _fields_noticed(self, stage: AnyStage, fields: tuple[str, ...]) -> None: ...

    @abstractmethod
    def _task_opened(self, definition: Definition, spec: TaskSpec, wait: Wait, times: Times, owner_id: int) -> None: ...

    @abstractmethod
    def _page_opened(self, page: PageSpec) -> None: ...


def refuse_leaving(stage: AnyStage, language: str) -> None:
    """Refuse to leave a final stage (R9)."""
    if stage.final:
        raise Refused("final-stage", stage=stage.label(language))


def subject_row(reading: Reading, subject: str, record_id: int, *, lock: bool = False) -> Row[Any]:
    """Return the row of the opportunity or lead; ``lock`` keeps other writers off. Refused "record-gone"."""
    if subject == LEAD:
        return leads.read(reading, record_id, lock=lock)
    return opportunities.read(reading, record_id, lock=lock)


def title_of(reading: Reading, subject: str, record_id: int) -> str:
    """Return what the record is called: its title or, without one, its number."""
    row = subject_row(reading, subject, record_id)
    return str(row.title or row.number)


def stages_of(reading: Reading, subject: str) -> AnyStages:
    """Return the stages that records of a subject go through."""
    return LeadStages.read(reading) if subject == LEAD else Stages.read(reading)


def _about(spec: TaskSpec, state: State, wait: Wait) -> TaskSpec:
    """Return what is said of a task, with the name and the contact that its variable tells of (``about``)."""
    told = variable(state, wait.scope, spec.about) if spec.about else None
    if not isinstance(told, Mapping):
        return spec
    contact = told.get("contact")
    name = str(told.get("name") or "")
    label = Label(f"{spec.label.en}: {name}", f"{spec.label.ru}: {name}") if name else spec.label
    return replace(spec, label=label, contact=contact if isinstance(contact, int) else None)


def known_at(state: State, scope_id: int) -> Mapping[str, Value]:
    """Return all that the process knows in a scope."""
    scopes = {scope.id: scope for scope in state.scopes}
    scope = scopes.get(scope_id, state.scopes[0])
    found: dict[str, Value] = dict(scope.variables)
    while scope.parent is not None and scope.kind != "call":
        scope = scopes[scope.parent]
        found = {**scope.variables, **found}
    return found


def variable(state: State, scope_id: int, name: str) -> Value:
    """Return a variable as the scope sees it; None where nobody knows it."""
    scopes = {scope.id: scope for scope in state.scopes}
    scope = scopes.get(scope_id, state.scopes[0])
    while name not in scope.variables and scope.parent is not None and scope.kind != "call":
        scope = scopes[scope.parent]
    return scope.variables.get(name)


def moment_of(value: Value) -> datetime | None:
    """Return the moment that a variable holds as ISO 8601 text, None where it holds none."""
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


def variables_of(stage: AnyStage) -> Mapping[str, Value]:
    """Return what a process is told of a stage."""
    return {"stage": stage.code, "final": stage.final}
