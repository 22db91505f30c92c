"""Moving runs to another version of their process: on purpose, checked, and rehearsed before.

A run stays on the version it was started with until somebody moves it. ``rehearse`` tells of every running instance
what would happen to it, by the same call that ``move`` makes; nothing is written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select

from desktop.engine import CannotMigrate, Problem, Step, WaitClosed, WaitOpened, migrate
from desktop.processes.definitions import catalogue
from desktop.processes.definitions.definition import Definition
from desktop.processes.runs import runtime
from desktop.processes.runs.log import MIGRATE, mapping_of
from desktop.processes.runs.runtime import Instance
from desktop.processes.runs.stepping import Stimulus
from desktop.processes.tables import process_instance
from desktop.sales import activities
from desktop.sales.reading import Reading
from desktop.sales.tables import activity
from desktop.store.transaction import Transaction
from desktop.views.exchange import Refused


@dataclass(frozen=True, slots=True)
class Prospect:
    """What moving would mean for one run: ``problems`` stand in the way, else it would wait for other things.

    ``opens`` and ``closes`` are elements of the new and the old version.
    """

    instance_id: int
    subject_id: int | None
    problems: tuple[Problem, ...]
    opens: tuple[str, ...] = ()
    closes: tuple[str, ...] = ()


def rehearse(
    reading: Reading, from_id: int, to_id: int, mapping: Mapping[str, str] | None = None
) -> tuple[Prospect, ...]:
    """Tell of every run of one version what moving it to another would do."""
    target = catalogue.by_id(reading, to_id)
    found: list[Prospect] = []
    for number in _running(reading, from_id):
        instance = runtime.load(reading, number)
        try:
            step = _step(reading, instance, target, mapping or {})
        except CannotMigrate as error:
            found.append(Prospect(number, instance.subject_id, error.problems))
            continue
        opens = tuple(effect.wait.element_id for effect in step.effects if isinstance(effect, WaitOpened))
        closes = tuple(effect.wait.element_id for effect in step.effects if isinstance(effect, WaitClosed))
        found.append(Prospect(number, instance.subject_id, (), opens, closes))
    return tuple(found)


def _running(reading: Reading, definition_id: int) -> Sequence[int]:
    rows = reading.rows(
        select(process_instance.c.id)
        .where(process_instance.c.definition_id == definition_id, process_instance.c.status == runtime.RUNNING)
        .order_by(process_instance.c.id)
    )
    return [row.id for row in rows]


def _step(reading: Reading, instance: Instance, target: Definition, mapping: Mapping[str, str]) -> Step:
    return migrate(instance.state, instance.definition.machine, target.machine, reading.now, mapping=mapping)


def move(tx: Transaction, instance_id: int, to_id: int, mapping: Mapping[str, str] | None = None) -> Instance:
    """Move a run to another version; its open tasks go with it.

    Refused "version-other-process" for another process, "version-not-possible" with the reasons if the run cannot go on
    there.
    """
    instance, _ = runtime.locked(tx, instance_id)
    target = catalogue.by_id(tx, to_id)
    if target.key != instance.definition.key:
        raise Refused("version-other-process")
    stimulus = Stimulus(
        MIGRATE, variables={"from": instance.definition_id, "to": to_id, "mapping": dict(mapping or {})}
    )
    try:
        step = _step(tx, instance, target, mapping_of(stimulus))
    except CannotMigrate as error:
        raise Refused("version-not-possible", reason=str(error)) from error
    _move_tasks(tx, instance, to_id, mapping_of(stimulus))
    tx.update(process_instance, instance_id, {"definition_id": to_id}, version=instance.version)
    there = replace(instance, version=instance.version + 1, definition_id=to_id, definition=target)
    runtime.drop_waits(tx, instance_id)
    moved = runtime.go_on(tx, there, stimulus, runtime.world_of(tx, there), first=step)
    runtime.make_waits_anew(tx, instance_id)
    return moved


def _move_tasks(tx: Transaction, instance: Instance, to_id: int, mapping: Mapping[str, str]) -> None:
    for row in activities.open_of_process(tx, instance.id):
        element_id = mapping.get(row.element_id, row.element_id)
        tx.update(activity, row.id, {"definition_id": to_id, "element_id": element_id})
