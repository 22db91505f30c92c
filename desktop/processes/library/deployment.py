"""Bringing definitions into the library: files of people, and those that come with the program."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from importlib.resources import files

from sqlalchemy import select

from desktop.engine import DefinitionError, read
from desktop.processes.definitions.definition import NEW
from desktop.processes.definitions.extensions import calls_of
from desktop.processes.library import checking
from desktop.processes.tables import process_definition
from desktop.store.transaction import Transaction


def deploy_shipped(tx: Transaction) -> None:
    """Put the processes that come with the program into the library; those that are there already stay as they are.

    One that cannot be run in this workspace, say because a stage that it leads to was removed, is left out.
    """
    folder = files("resources").joinpath("processes")
    waiting = {entry.name: entry.read_bytes() for entry in folder.iterdir() if entry.name.endswith(".bpmn")}
    shipped = {name: read(xml).processes for name, xml in waiting.items()}
    while waiting:  # those that are called come before those that call them
        missing = {key for name in waiting for key in shipped[name]}
        ready = [
            name for name in sorted(waiting) if not missing & (calls_of(shipped[name].values()) - shipped[name].keys())
        ]
        for name in ready or sorted(waiting):
            with suppress(DefinitionError):
                deploy(tx, waiting.pop(name), name)


def deploy(tx: Transaction, xml: bytes, source: str = "", *, by: int | None = None) -> int:
    """Add a definition as the next version of its key, unless it is there; return its id.

    ``by`` is the person who brings it, None for the program itself: what it brings is run at once only where nobody
    has chosen another version, or has switched the process off.

    Processes that it calls and that are not in its file are those of the library as it stands now: it keeps them, also
    when they get newer versions.

    Raises DefinitionError with every reason if it cannot be run here.
    """
    digest = hashlib.sha256(xml).hexdigest()
    table = process_definition
    known = tx.value(select(table.c.id).where(table.c.hash == digest))
    if known is not None:
        return int(known)
    definition = checking.must_be_sound(tx, xml, source)
    columns = (table.c.id, table.c.number, table.c.active, table.c.pinned, table.c.deployed_by)
    versions = tx.rows(select(*columns).where(table.c.key == definition.key))
    active = [version for version in versions if version.active]
    runs = by is not None or not versions or any(version.deployed_by is None for version in active)
    for version in active if runs else ():
        tx.update(table, version.id, {"active": False})
    return tx.insert(
        table,
        {
            "key": definition.key,
            "number": max((version.number for version in versions), default=0) + 1,
            "hash": digest,
            "subject": definition.subject,
            "name_en": definition.label.en,
            "name_ru": definition.label.ru,
            "summary_en": definition.summary.en,
            "summary_ru": definition.summary.ru,
            "xml": xml,
            "calls": dict(definition.calls),
            "runs_on": NEW if definition.makes_record else definition.runs_on,
            "active": runs,
            "pinned": any(version.pinned for version in versions) if versions else definition.makes_record,
            "deployed_at": tx.now,
            "deployed_by": by,
            "source": source[:300],
        },
    )
