"""Which versions of a process there are, which of them is run, and whether it stands in the menu (N6)."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, select

from desktop.engine import DefinitionError
from desktop.processes.definitions.labels import Label
from desktop.processes.library import deployment
from desktop.processes.tables import process_definition
from desktop.sales.reading import Reading
from desktop.store.transaction import Transaction
from desktop.views.exchange import Refused

_TABLE = process_definition
COLUMNS = tuple(column for column in _TABLE.c if column.name != "xml")
"""All of a version but its file."""


@dataclass(frozen=True, slots=True)
class Release:
    """One version, as sentences name it."""

    id: int
    number: int
    label: Label

    @property
    def words(self) -> dict[str, object]:
        """Return process and version as parameters of a sentence."""
        return {"process": self.label.both, "version": self.number}


def row(reading: Reading, definition_id: int | None) -> Row[Any]:
    """Return a version without its file. Refused "record-gone" where there is none."""
    found = reading.first(select(*COLUMNS).where(_TABLE.c.id == definition_id))
    if found is None:
        raise Refused("record-gone")
    return found


def all_versions(reading: Reading) -> Sequence[Row[Any]]:
    """Return the versions of all processes without their files, by key, the newest first."""
    return reading.rows(select(*COLUMNS).order_by(_TABLE.c.key, _TABLE.c.number.desc()))


def versions_of(reading: Reading, key: str) -> Sequence[Row[Any]]:
    """Return all versions of a process without their files, the newest first."""
    return reading.rows(select(*COLUMNS).where(_TABLE.c.key == key).order_by(_TABLE.c.number.desc()))


def known(reading: Reading, xml: bytes) -> Row[Any] | None:
    """Return the version that is this very file, None where the library does not have it."""
    digest = hashlib.sha256(xml).hexdigest()
    return reading.first(select(*COLUMNS).where(_TABLE.c.hash == digest))


def read(reading: Reading, definition_id: int) -> Release:
    """Return one version. Refused "record-gone" where there is none."""
    return _release(row(reading, definition_id))


def add(tx: Transaction, xml: bytes, source: str) -> Release:
    """Add a file as the next version of its process, which is run from now on.

    Refused "process-file-known" for a file that is there, "process-file-refused" for one that cannot be run here.
    """
    there = known(tx, xml)
    if there is not None:
        raise Refused("process-file-known", process=_release(there).label.both, version=there.number)
    try:
        number = deployment.deploy(tx, xml, source, by=tx.person_id)
    except DefinitionError as error:
        raise Refused("process-file-refused", count=len(error.problems), first=str(error.problems[0])) from error
    return read(tx, number)


def activate(tx: Transaction, definition_id: int) -> Release:
    """Make a version the one that is run. Refused "record-gone" where there is none."""
    chosen = row(tx, definition_id)
    for version in versions_of(tx, chosen.key):
        if version.active and version.id != chosen.id:
            tx.update(_TABLE, version.id, {"active": False})
            tx.update(_TABLE, chosen.id, {"pinned": version.pinned})
    tx.update(_TABLE, chosen.id, {"active": True})
    return _release(chosen)


def switch_off(tx: Transaction, key: str) -> Release:
    """Let no version of a process be run anew. Refused "process-unknown"."""
    found = _known(tx, key)
    for version in found:
        if version.active:
            tx.update(_TABLE, version.id, {"active": False})
    return _release(next((version for version in found if version.active), found[0]))


def pin(tx: Transaction, key: str, pinned: bool) -> Release:
    """Put a process into the menu of the launcher, or take it out. Refused "process-unknown"."""
    found = _known(tx, key)
    for version in found:
        if version.pinned != pinned:
            tx.update(_TABLE, version.id, {"pinned": pinned})
    return _release(next((version for version in found if version.active), found[0]))


def _known(tx: Transaction, key: str) -> Sequence[Row[Any]]:
    found = versions_of(tx, key)
    if not found:
        raise Refused("process-unknown", process=key)
    return found


def _release(version: Row[Any]) -> Release:
    return Release(version.id, version.number, Label(version.name_en, version.name_ru))
