"""What a run has marked on its diagram, followed through its log: also back where it was undone (N3, N4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import Row

from desktop.processes.runs.log import MIGRATE, STIMULUS, mapping_of
from desktop.processes.runs.stepping import Stimulus

_ENDINGS = {"left": "done", "cancelled": "cancelled"}


class Marks:
    """What a run has marked on its diagram: a running visit counts more than how the one begun last has ended."""

    __slots__ = ("_ended", "_open", "definition_id", "status", "taken")

    def __init__(self, definition_id: int | None) -> None:
        self.definition_id = definition_id
        self.status = ""
        self.taken: set[str] = set()
        self._open: dict[tuple[str, int], int] = {}
        self._ended: dict[str, tuple[int, str]] = {}

    def copy(self) -> Marks:
        """Return marks of their own, as these are now."""
        other = Marks(self.definition_id)
        other.status, other.taken = self.status, set(self.taken)
        other._open, other._ended = dict(self._open), dict(self._ended)
        return other

    def states(self) -> dict[str, str]:
        """Return the elements that were reached and their state: running, done or cancelled."""
        found = {element: state for element, (_, state) in self._ended.items()}
        found.update((element, "running") for element, _ in self._open)
        return found

    def take(self, row: Row[Any]) -> None:
        """Follow one row of the log."""
        self.follow(row.id, row.kind, row.element_id, row.detail)

    def follow(self, order: int, kind: str, element_id: str, detail: Mapping[str, Any] | None) -> None:
        """Follow one thing that has happened, as the log tells it; ``order`` grows from one to the next."""
        known = detail or {}
        if kind == "entered":
            self._open[element_id, known["token"]] = order
        elif kind in _ENDINGS:
            began = self._open.pop((element_id, known["token"]), None)
            if began is not None and began >= self._ended.get(element_id, (0, ""))[0]:
                self._ended[element_id] = (began, _ENDINGS[kind])
        elif kind == "flow":
            self.taken.add(element_id)
        elif kind == "ended":
            self.status = known["status"]
        elif kind == STIMULUS:
            self.status = "running"
            if known["kind"] == MIGRATE:
                self._move(Stimulus.from_json(known))

    def _move(self, stimulus: Stimulus) -> None:
        names = mapping_of(stimulus)
        self.definition_id = int(str(stimulus.variables["to"]))
        self._open = {(names.get(name, name), token): began for (name, token), began in self._open.items()}
        self._ended = {names.get(name, name): ended for name, ended in self._ended.items()}
        self.taken = {names.get(name, name) for name in self.taken}


class Course:
    """Follows the log action by action; what is undone goes back, what is redone comes again."""

    def __init__(self, log: Sequence[Row[Any]], definition_id: int | None) -> None:
        self._blank = Marks(definition_id)
        moves = (row.detail for row in log if row.kind == STIMULUS and row.detail["kind"] == MIGRATE)
        first = next(moves, None)
        if first is not None:
            self._blank.definition_id = first["variables"]["from"]
        self._undone = {row.detail["action"] for row in log if row.kind == "undone"}
        self._rows: dict[int, Sequence[Row[Any]]] = {}
        self._done: list[int] = []
        self._before: dict[int, Marks] = {}
        self.marks = self._blank.copy()

    def take(self, action_id: int, rows: Sequence[Row[Any]]) -> None:
        """Follow what one action has written."""
        notes = [row for row in rows if row.kind in ("undone", "redone")]
        for row in notes:
            (self._back if row.kind == "undone" else self._again)(row.detail["action"])
        if len(notes) < len(rows):
            self._rows[action_id] = rows
            self._again(action_id)

    def _again(self, action_id: int) -> None:
        if action_id in self._undone:
            self._before[action_id] = self.marks.copy()
        self._done.append(action_id)
        for row in self._rows.get(action_id, ()):
            self.marks.take(row)

    def _back(self, action_id: int) -> None:
        if action_id not in self._done:
            return
        newest = self._done[-1] == action_id
        self._done.remove(action_id)
        if newest:
            self.marks = self._before[action_id].copy()
            return
        self.marks = self._blank.copy()
        for other in self._done:
            for row in self._rows[other]:
                self.marks.take(row)


def present(log: Sequence[Row[Any]]) -> Marks:
    """Return what a run has marked by now, from its whole log; elements have the names of the present version."""
    course = Course(log, None)
    for action_id, rows in groupby(log, key=lambda row: row.action_id):
        course.take(action_id, list(rows))
    return course.marks
