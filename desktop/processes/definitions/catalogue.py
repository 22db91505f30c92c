"""The definitions in the database: found by key, number, hash, stage or what begins them.

A definition is immutable and known by its hash; an instance stays on the definition it was started with (N6). Parsed
definitions are kept for the life of the program.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Row, select

from desktop.engine import Definitions, read
from desktop.processes.definitions import extensions
from desktop.processes.definitions.definition import Definition
from desktop.processes.definitions.extensions import calls_of
from desktop.processes.definitions.labels import Label
from desktop.processes.tables import process_definition
from desktop.sales.reading import Reading
from desktop.views.exchange import Refused

_by_hash: dict[str, Definition] = {}

_calling: dict[tuple[str, ...], Definition] = {}
"""Definitions that call processes of other files, by their hash and those of what they call."""


@dataclass(frozen=True, slots=True)
class Deployed:
    """A definition with the number under which this database knows it."""

    id: int
    definition: Definition


def newest(source: Reading, key: str) -> Deployed:
    """Return the version of a process that is run now.

    Refused "process-unknown" if the library has none, "process-switched-off" if none is run.
    """
    row = _newest_row(source, key)
    if row is None:
        there = last(source, key)
        if there is None:
            raise Refused("process-unknown", process=key)
        raise Refused("process-switched-off", process=there.definition.label.both)
    return Deployed(row.id, by_hash(source, row.hash))


def is_run(source: Reading, key: str) -> bool:
    """Tell whether the library has a version of a process that is run now."""
    return _newest_row(source, key) is not None


def last(source: Reading, key: str) -> Deployed | None:
    """Return the newest version of a process, whether it is run or not; None where there is none."""
    table = process_definition
    statement = select(table.c.id, table.c.hash).where(table.c.key == key).order_by(table.c.number.desc()).limit(1)
    row = source.first(statement)
    return None if row is None else Deployed(row.id, by_hash(source, row.hash))


def _newest_row(source: Reading, key: str) -> Row[Any] | None:
    table = process_definition
    statement = select(table.c.id, table.c.hash, table.c.calls).where(table.c.key == key, table.c.active)
    return source.first(statement.order_by(table.c.number.desc()))


def leading_to(source: Reading, stage_code: str, subject: str = "opportunity") -> Label | None:
    """Return the name of a process that can be run and leads to the stage, None where there is none."""
    table = process_definition
    active = select(table.c.hash).where(table.c.active, table.c.subject == subject)
    for (digest,) in source.rows(active.order_by(table.c.id)):
        definition = by_hash(source, digest)
        if any(stage.code == stage_code for stage in definition.stages.values()):
            return definition.label
    return None


def begun_by(source: Reading, kind: str, name: str, subject: str) -> tuple[tuple[str, str, int], ...]:
    """Return the processes about a subject that a message or signal begins: key, start event, its index."""
    table = process_definition
    found: list[tuple[str, str, int]] = []
    active = select(table.c.key, table.c.hash).where(table.c.active, table.c.subject == subject)
    for row in source.rows(active.order_by(table.c.id)):
        for start in by_hash(source, row.hash).machine.starts:
            if (start.kind, start.name) == (kind, name):
                found.append((row.key, start.element_id, start.index))
    return tuple(found)


def by_id(source: Reading, definition_id: int) -> Definition:
    """Return the definition of this number."""
    digest = source.value(select(process_definition.c.hash).where(process_definition.c.id == definition_id))
    return by_hash(source, digest)


def by_hash(source: Reading, digest: str) -> Definition:
    """Return the definition of this hash, read from the database the first time."""
    found = _by_hash.get(digest)
    if found is None:
        table = process_definition
        calls = source.value(select(table.c.calls).where(table.c.hash == digest).limit(1)) or {}
        known = (digest, *sorted(calls.values()))
        found = _calling.get(known)
        if found is None:
            xml = source.value(select(table.c.xml).where(table.c.hash == digest).limit(1))
            found = _whole(source, read(bytes(xml)), calls)
            if calls:
                _calling[known] = found
            else:
                _by_hash[digest] = found
    return found


def of_file(source: Reading, file: Definitions) -> Definition:
    """Return a file as it would be deployed, without keeping it. Raises as ``deploy`` does."""
    return _whole(source, file, _called_elsewhere(source, file))


def _called_elsewhere(source: Reading, file: Definitions) -> dict[str, str]:
    """Return the processes of the library that a file calls, and what those call: key to hash."""
    found: dict[str, str] = {}
    for called in sorted(calls_of(file.processes.values()) - file.processes.keys()):
        row = _newest_row(source, called)
        if row is None:  # a global task of the file, or what the machine refuses with its reasons
            continue
        for key, digest in {called: row.hash, **row.calls}.items():
            if found.setdefault(key, digest) != digest:
                raise ValueError(f"{key} would be called in two versions")
    return found


def _whole(source: Reading, file: Definitions, calls: Mapping[str, str]) -> Definition:
    """Return what a file says, with the versions of others that it calls."""
    table = process_definition
    rows = source.rows(select(table.c.xml).where(table.c.hash.in_(calls.values()))) if calls else ()
    return replace(extensions.of(file, [read(bytes(row.xml)) for row in rows]), calls=calls)
