"""What the engine's effects mean for the records: the part that deciding and rehearsing have in common.

A run of a process acts on a world. ``Records`` (records.py) writes to the database, ``Rehearsal`` (rehearsal.py) only
remembers what would have been written; both follow the rules that stand here, so that a dry run tells what will really
happen (N1).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from desktop.engine import State, Value, Wait
from desktop.processes.library import Definition, PageSpec, TaskSpec
from desktop.sales import gate, opportunities, settings
from desktop.sales.reading import Reading
from desktop.sales.stages import Stage, Stages
from desktop.sales.worktime import Times, plan
from desktop.views.administration import WorkingHours
from desktop.views.exchange import Refused

SUBJECT = "opportunity"
"""What the processes of this version are about."""


class World(ABC):
    """The opportunity that a run is about (None before the run has made it), and what happens to it.

    ``stage`` and ``owner_id`` follow what happens; ``created`` tells that the run itself made the opportunity;
    ``at_work`` names the service task whose handler works or has failed.
    """

    def __init__(
        self,
        reading: Reading,
        stages: Stages,
        *,
        subject_id: int | None = None,
        stage: Stage | None = None,
        owner_id: int | None = None,
    ) -> None:
        self.reading = reading
        self.stages = stages
        self.subject_id = subject_id
        self.stage = stage
        self.owner_id = owner_id
        self.created = False
        self.ended = ""
        self.at_work = ""
        self._hours: WorkingHours | None = None

    # What happens -------------------------------------------------------------------------------

    def enter_stage(self, code: str) -> None:
        """Enter the stage of this code; the one on which the opportunity stands already changes nothing.

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
        if self.stage is None:
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

    def create_opportunity(self) -> None:
        """Make the opportunity, on the first stage, owned by the person who acts (L1)."""
        if self.reading.person_id is None:
            raise Refused("nobody-acts")
        self.stage = self.stages.first()
        self.owner_id = self.reading.person_id
        self.created = True
        self.subject_id = self._created(self.stage)

    def open_task(self, definition: Definition, spec: TaskSpec, wait: Wait, state: State) -> None:
        """Plan the task for its owner: at the time agreed if that lies ahead, by the due rule otherwise."""
        if self.owner_id is None:
            raise Refused("owner-missing")
        agreed = _moment(_variable(state, wait.scope, spec.start_at)) if spec.start_at else None
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
        self._task_opened(definition, spec, wait, times, self.owner_id)

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

    # What it takes ------------------------------------------------------------------------------

    @abstractmethod
    def _created(self, stage: Stage) -> int | None: ...

    @abstractmethod
    def _entered(self, stage: Stage) -> None: ...

    @abstractmethod
    def _fields_missing(self, stage: Stage, fields: tuple[str, ...]) -> None: ...

    @abstractmethod
    def _fields_noticed(self, stage: Stage, fields: tuple[str, ...]) -> None: ...

    @abstractmethod
    def _task_opened(self, definition: Definition, spec: TaskSpec, wait: Wait, times: Times, owner_id: int) -> None: ...

    @abstractmethod
    def _page_opened(self, page: PageSpec) -> None: ...


def refuse_leaving(stage: Stage, language: str) -> None:
    """Refuse to leave a final stage (R9)."""
    if stage.final:
        raise Refused("final-stage", stage=stage.label(language))


def _variable(state: State, scope_id: int, name: str) -> Value:
    """Return a variable as the scope sees it; None where nobody knows it."""
    scopes = {scope.id: scope for scope in state.scopes}
    scope = scopes.get(scope_id, state.scopes[0])
    while name not in scope.variables and scope.parent is not None and scope.kind != "call":
        scope = scopes[scope.parent]
    return scope.variables.get(name)


def _moment(value: Value) -> datetime | None:
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


def variables_of(stage: Stage) -> Mapping[str, Value]:
    """Return what a process is told of a stage."""
    return {"stage": stage.code, "final": stage.final}
