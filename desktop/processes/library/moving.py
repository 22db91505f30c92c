"""Moving runs to another version, and in words what it would do to each, from a dry run of the engine (N1, N6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.engine import CannotMigrate, FlowNode, State, WaitClosed, WaitOpened, migrate
from desktop.processes.definitions import catalogue
from desktop.processes.definitions.definition import Definition
from desktop.processes.library import problem_words, step_words
from desktop.processes.runs import runtime, versions
from desktop.processes.runs.runtime import Instance
from desktop.sales.reading import Reading
from desktop.store.transaction import Transaction
from desktop.texts import say
from desktop.views.exchange import Refused
from desktop.views.processes import Candidate, GoneStep


@dataclass(frozen=True, slots=True)
class Told:
    """What would become of one run: where it stands, whether it can move, and what then happens or why not."""

    step: str
    possible: bool
    text: str


class Plan:
    """Rehearses one run after the other, and remembers at which steps they stand that the new version does not have."""

    def __init__(self, reading: Reading, older: int, newer: int, mapping: Mapping[str, str]) -> None:
        """``mapping`` names steps whose id has changed: old id to new id."""
        self._reading = reading
        self._before = catalogue.by_id(reading, older)
        self._after = catalogue.by_id(reading, newer)
        self._mapping = mapping
        self._gone: dict[str, None] = {}

    def of(self, run: int) -> Told:
        """Say what moving the run would do to it; nothing is written."""
        language = self._reading.language
        state = runtime.load(self._reading, run).state
        self._look_for_gone(state)
        step = step_words.standing_at(self._before, (wait.element_id for wait in state.waits), language)
        try:
            moved = migrate(
                state, self._before.machine, self._after.machine, self._reading.now, mapping=dict(self._mapping)
            )
        except CannotMigrate as error:
            return Told(step, False, _why_not(self._before, error, language))
        opens = [effect.wait.element_id for effect in moved.effects if isinstance(effect, WaitOpened)]
        closes = [effect.wait.element_id for effect in moved.effects if isinstance(effect, WaitClosed)]
        return Told(step, True, self._consequences(state, opens, closes))

    def gone(self) -> tuple[GoneStep, ...]:
        """Return the steps at which runs stand that the new version has no more, with what could take their place."""
        return tuple(self._gone_step(element_id) for element_id in self._gone)

    def _look_for_gone(self, state: State) -> None:
        for token in state.tokens:
            known = token.element_id in self._after.machine.elements
            if not known and token.element_id in self._before.machine.elements:
                self._gone[token.element_id] = None

    def _gone_step(self, element_id: str) -> GoneStep:
        tag = self._before.machine.elements[element_id].tag
        name = self._before.name(element_id).en
        there = [
            Candidate(key, self._name(self._after, key))
            for key, element in self._after.machine.elements.items()
            if isinstance(element, FlowNode) and element.tag == tag and key not in self._before.machine.elements
        ]
        same = [one.id for one in there if self._after.name(one.id).en == name]
        suggested = self._mapping.get(element_id) or (same[0] if same else "")
        return GoneStep(element_id, self._name(self._before, element_id), tuple(there), suggested)

    def _consequences(self, state: State, opens: list[str], closes: list[str]) -> str:
        tasks = sum(1 for wait in state.waits if wait.kind in ("user", "manual"))
        language = self._reading.language
        new, old = dict.fromkeys(opens), dict.fromkeys(closes)
        parts = [say(language, "move-keeps", {"count": tasks})]
        if old:
            parts.append(say(language, "move-closes", {"events": self._names(self._before, list(old))}))
        if new:
            parts.append(say(language, "move-opens", {"events": self._names(self._after, list(new))}))
        return ", ".join(parts)

    def _names(self, definition: Definition, ids: list[str]) -> str:
        return ", ".join(dict.fromkeys(self._name(definition, element_id) for element_id in ids))

    def _name(self, definition: Definition, element_id: str) -> str:
        return step_words.shown_name(definition, element_id, self._reading.language)


def move(tx: Transaction, run: int, version: int, mapping: Mapping[str, str] | None = None) -> Instance:
    """Move a run to another version, refused as ``versions.move``; why not is said in the language of who moves it."""
    before = runtime.load(tx, run).definition
    try:
        return versions.move(tx, run, version, mapping)
    except Refused as refused:
        if not isinstance(refused.__cause__, CannotMigrate):
            raise
        why = _why_not(before, refused.__cause__, tx.language)
        raise Refused("version-not-possible", reason=why) from refused.__cause__


def _why_not(before: Definition, error: CannotMigrate, language: str) -> str:
    said = (
        f"{step_words.shown_name(before, problem.element_id or '', language)}: {problem_words.why(problem, language)}"
        for problem in error.problems
    )
    return "; ".join(dict.fromkeys(said))
