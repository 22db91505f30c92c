"""A record that is nowhere: the world of a trial, which remembers its tasks and tells what happens to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Executable, Row

from desktop.engine import Value, Wait
from desktop.processes.definitions.definition import Definition, PageSpec, TaskSpec
from desktop.processes.runs.world import AnyStage, AnyStages, World
from desktop.sales import nurturing, people
from desktop.sales.reading import Reading
from desktop.sales.worktime import Times


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the story: the code of a sentence with its parameters."""

    at: datetime
    code: str
    parameters: Mapping[str, object]
    head: bool = False
    tone: str = "normal"
    element_id: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """A task that the trial has made."""

    spec: TaskSpec
    times: Times
    owner_id: int


class Then:
    """Reads what rules need (working hours, stages, names) as if it were another moment, which may go on."""

    def __init__(self, reading: Reading, now: datetime) -> None:
        self._reading = reading
        self.now = now
        self.person_id, self.language, self.zone = reading.person_id, reading.language, reading.zone

    def rows(self, statement: Executable, parameters: Mapping[str, Any] | None = None) -> Sequence[Row[Any]]:
        """Return all rows of a select."""
        return self._reading.rows(statement, parameters)

    def first(self, statement: Executable, parameters: Mapping[str, Any] | None = None) -> Row[Any] | None:
        """Return the first row of a select, or None."""
        return self._reading.first(statement, parameters)

    def value(self, statement: Executable, parameters: Mapping[str, Any] | None = None) -> Any:
        """Return the first column of the first row, or None."""
        return self._reading.value(statement, parameters)


class Imagined(World):
    """A record that is nowhere, on the stage on which it would be; it remembers its tasks and tells what happens."""

    def __init__(self, reading: Then, stages: AnyStages, stage: AnyStage) -> None:
        super().__init__(reading, stages, stage=stage, owner_id=reading.person_id)
        self.tasks: dict[int, Made] = {}
        self.lines: list[Line] = []

    def tell(self, code: str, *, head: bool = False, tone: str = "normal", element: str = "", **said: object) -> None:
        """Add a line to the story."""
        self.lines.append(Line(self.reading.now, code, said, head, tone, element))

    def pass_gate(self) -> None:
        """Nothing is asked of a record without fields."""

    def cancel_task(self, wait: Wait) -> None:
        """Remember that the task is no longer wanted."""
        made = self.tasks.pop(wait.token, None)
        if made is not None:
            self.tell("trial-task-cancelled", tone="warning", element=wait.element_id, task=made.spec.label.both)

    def end(self, status: str) -> None:
        """Tell that the run is over."""
        super().end(status)
        self.tell(f"trial-ended-{status}", tone="bad" if status == "error" else "good")

    def participants(self) -> list[Value]:
        """Return those whom the trial imagines."""
        return [{"name": "A"}, {"name": "B"}]

    def start_sale(self, *, always: bool) -> bool:
        """Imagine that the sale begins."""
        return True

    def distribute(self) -> None:
        """The record stays with whoever tries."""

    def put_aside(self, until: datetime) -> datetime:
        """Return when the lead would come back."""
        return nurturing.returns_at(self.reading, until.astimezone(self.reading.zone).date())

    def take_up(self) -> None:
        """Nothing was put aside."""

    def _created(self, stage: AnyStage) -> int | None:
        self.tell("trial-record", tone="good", stage=both(stage))
        return None

    def _entered(self, stage: AnyStage) -> None:
        self.tell("trial-stage", tone="accent", stage=both(stage))

    def _fields_missing(self, stage: AnyStage, fields: tuple[str, ...]) -> None:
        """No fields are asked for."""

    def _fields_noticed(self, stage: AnyStage, fields: tuple[str, ...]) -> None:
        """No fields are asked for."""

    def _task_opened(self, definition: Definition, spec: TaskSpec, wait: Wait, times: Times, owner_id: int) -> None:
        self.tasks[wait.token] = Made(spec, times, owner_id)
        who = people.name_of(self.reading, owner_id)
        self.tell("trial-task", element=wait.element_id, task=spec.label.both, who=who, due=times.due_at)

    def _page_opened(self, page: PageSpec) -> None:
        self.tell("trial-page", element=page.element_id, hint=page.hint.both)


def both(stage: AnyStage) -> Mapping[str, str]:
    """Return the name of a stage as a parameter of a sentence that is said later."""
    return {"en": stage.label("en"), "ru": stage.label("ru")}
