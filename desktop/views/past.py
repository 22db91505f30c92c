"""The past of a record and of the run on it, moment by moment (N4): what a slider over it needs, in one answer.

A moment tells only what it has changed, before and after, so that going from one to any other is a matter of
microseconds; :class:`Replay` does it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop.views.diagram import Diagram
from desktop.views.exchange import Availability, Place, Ref
from desktop.views.opportunities import MiniCard, StageBar


@dataclass(frozen=True, slots=True)
class PastTask:
    """A task as it stood. ``status`` is planned, done or cancelled; ``result`` is what it was done with, in words."""

    id: int
    kind: str
    title: str
    status: str
    start_at: datetime
    due_at: datetime
    owner: Ref
    result: str
    process_label: str
    stage_label: str
    element_id: str = ""


ElementChange = tuple[str, str, str]
"""The element, its state before and after: running, done, cancelled or "" (not reached)."""
FlowChange = tuple[str, bool, bool]
"""The flow, and whether it had been taken before and after."""
TaskChange = tuple[int, PastTask | None, PastTask | None]
"""The activity, and how it stood before and after; None where it did not exist."""


@dataclass(frozen=True, slots=True)
class Moment:
    """The record right after one action. ``at`` is UTC, ``what`` says what was done, ``who`` is "" for the program.

    ``undone`` tells that the action was taken back later; it is a moment all the same, for so it stood. ``bar`` counts
    in Course.bars, ``picture`` in Course.pictures (-1: the process was not running yet); ``status`` is how the run was.
    ``incidents`` are those that were open then: the step and why it could not be taken.
    """

    action: int
    at: datetime
    who: str
    what: str
    undone: bool
    stage: str
    bar: int
    picture: int
    status: str
    elements: tuple[ElementChange, ...] = ()
    flows: tuple[FlowChange, ...] = ()
    tasks: tuple[TaskChange, ...] = ()
    incidents: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """The diagram of one version of the process, with nothing marked on it."""

    version: int
    diagram: Diagram


@dataclass(frozen=True, slots=True)
class Course:
    """The whole past; the last moment is the present. ``run`` is the run that the pictures are about, if there is one.

    ``read_only`` is why nothing can be done in the past, in the reader's language. ``dropped`` counts moments at the
    beginning that are not told one by one any more.
    """

    record: Place | None
    run: int | None
    process_label: str
    moments: tuple[Moment, ...]
    pictures: tuple[Picture, ...]
    bars: tuple[StageBar, ...]
    read_only: str
    dropped: int = 0


@dataclass(frozen=True, slots=True)
class RunAt:
    """A record and its run as they stood: the answer to one moment, for scripts."""

    at: datetime
    who: str
    what: str
    undone: bool
    stage: str
    status: str
    version: int | None
    states: dict[str, str]
    taken: frozenset[str]
    open_tasks: tuple[PastTask, ...]
    closed_tasks: tuple[PastTask, ...]


class Replay:
    """Stands on one moment of a course and goes to any other; ``states`` and ``taken`` are as they were then."""

    def __init__(self, course: Course) -> None:
        """Stand on the last moment, the present."""
        self.course = course
        self.number = -1
        self.states: dict[str, str] = {}
        self.taken: set[str] = set()
        self._open: dict[int, PastTask] = {}
        self._closed: dict[int, PastTask] = {}
        self.go(len(course.moments) - 1)

    @property
    def moment(self) -> Moment:
        """The moment stood on. IndexError for a course without any."""
        return self.course.moments[self.number]

    @property
    def last(self) -> int:
        """The number of the present moment."""
        return len(self.course.moments) - 1

    def go(self, number: int) -> None:
        """Go to a moment, counted from 0; beyond either end to that end."""
        number = max(0, min(self.last, number)) if self.course.moments else -1
        while self.number < number:
            self.number += 1
            self._take(self.moment, back=False)
        while self.number > number:
            self._take(self.moment, back=True)
            self.number -= 1

    def open_tasks(self) -> tuple[PastTask, ...]:
        """The tasks that were open then, the next due first (R1)."""
        return tuple(sorted(self._open.values(), key=lambda task: (task.due_at, task.id)))

    def closed_tasks(self, most: int | None = None) -> tuple[PastTask, ...]:
        """The tasks that were done or cancelled until then, the newest first, at most ``most``."""
        numbers = sorted(self._closed, reverse=True)[:most]
        return tuple(self._closed[number] for number in numbers)

    def stage_bar(self) -> StageBar | None:
        """The stage bar as it was; nothing on it can be chosen."""
        return self.course.bars[self.moment.bar] if self.course.bars else None

    def cards(self) -> tuple[MiniCard, ...]:
        """The cards that the action panel had; nothing can be done with them."""
        closed = Availability(False, self.course.read_only)
        return tuple(
            MiniCard(
                activity_id=task.id,
                kind=task.kind,
                title=task.title,
                start_at=task.start_at,
                due_at=task.due_at,
                due_state=due_state(task.due_at, self.moment.at),
                owner=task.owner,
                process_label=task.process_label,
                stage_label=task.stage_label,
                subject_label="",
                number="",
                spent_minutes=0,
                results=(),
                complete=closed,
                reschedule=closed,
                cancel=closed,
            )
            for task in self.open_tasks()
        )

    def picture(self) -> Picture | None:
        """The diagram of the version that ran then, None before any did."""
        return None if self.moment.picture < 0 else self.course.pictures[self.moment.picture]

    def at_moment(self) -> RunAt:
        """All of it as values."""
        moment, picture = self.moment, self.picture()
        return RunAt(
            at=moment.at,
            who=moment.who,
            what=moment.what,
            undone=moment.undone,
            stage=moment.stage,
            status=moment.status,
            version=None if picture is None else picture.version,
            states=dict(self.states),
            taken=frozenset(self.taken),
            open_tasks=self.open_tasks(),
            closed_tasks=self.closed_tasks(),
        )

    def _take(self, moment: Moment, *, back: bool) -> None:
        for element, before, after in moment.elements:
            state = before if back else after
            if state:
                self.states[element] = state
            else:
                self.states.pop(element, None)
        for flow, was, is_now in moment.flows:
            if was if back else is_now:
                self.taken.add(flow)
            else:
                self.taken.discard(flow)
        for number, task_before, task_after in moment.tasks:
            task = task_before if back else task_after
            self._open.pop(number, None)
            self._closed.pop(number, None)
            if task is not None:
                (self._open if task.status == "planned" else self._closed)[number] = task


def due_state(due_at: datetime, at: datetime) -> str:
    """Tell how urgent a task was at a moment: overdue, today or ahead, by the day of this computer."""
    if due_at < at:
        return "overdue"
    return "today" if due_at.astimezone().date() == at.astimezone().date() else "ahead"
