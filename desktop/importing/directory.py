"""What rows can refer to, and which records are there already: read once for each subject, and kept up during a run."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Column, Table, select

from desktop.importing.values import Unreadable
from desktop.sales.tables import (
    account,
    activity,
    contact,
    lead,
    lead_stage,
    lookup_value,
    opportunity,
    opportunity_stage,
    person,
    product,
)
from desktop.store.transaction import Transaction

TABLES: Mapping[str, Table] = {
    "opportunity": opportunity,
    "lead": lead,
    "account": account,
    "contact": contact,
    "activity": activity,
    "product": product,
}
_STAGES = {"opportunity_stage": opportunity_stage, "lead_stage": lead_stage}
_CALLED_BY: Mapping[str, tuple[str, ...]] = {
    "opportunity": ("number", "source_key", "title"),
    "lead": ("number", "source_key", "title"),
    "account": ("source_key", "name", "email"),
    "contact": ("source_key", "email", "name"),
    "person": ("email", "name"),
}
"""By what a record is called in a cell that refers to it; the first that fits counts."""

Key = tuple[object, ...]


def even(text: object) -> str:
    """Return a text as names are compared: whatever the capitals and the number of spaces."""
    return " ".join(str(text).split()).casefold()


class Directory:
    """Finds records by what a cell says of them. Whatever a row adds can be taken back with ``forget``."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx
        self._called: dict[str, tuple[dict[str, list[int]], ...]] = {}
        self._labels: dict[str, dict[int, str]] = {}
        self._accounts: dict[int, int | None] = {}
        self._values: dict[str, _Values] = {}
        self._known: dict[str, dict[Key, list[int]]] = {}
        self._taken_back: list[Callable[[], None]] = []

    # references ----------------------------------------------------------------------------------

    def find(self, subject: str, text: str, account_id: int | None = None) -> int | None:
        """Return the record that is called so, None where there is none; Unreadable "ambiguous" where several are.

        Of contacts with the same name the one of that account counts.
        """
        wanted = even(text)
        for names in self._names(subject):
            found = names.get(wanted)
            if not found:
                continue
            if len(found) > 1 and subject == "contact" and account_id is not None:
                own = [record for record in found if self._accounts.get(record) == account_id]
                found = own or found
            if len(found) > 1:
                raise Unreadable("ambiguous", count=len(found))
            return found[0]
        return None

    def label(self, subject: str, record: int | None) -> str:
        """Return what a record is called, "" for none."""
        if record is None:
            return ""
        self._names(subject)
        return self._labels[subject].get(record, "")

    def add(self, subject: str, record: int, name: str, account_id: int | None = None) -> None:
        """Let a record that was made on the way be found by its name."""
        names = self._names(subject)[_CALLED_BY[subject].index("name")]
        found = names.setdefault(even(name), [])
        found.append(record)
        self._labels[subject][record] = name
        self._accounts[record] = account_id
        self._taken_back.append(lambda: found.remove(record))

    def learn(self, subject: str, record: int, name: str) -> None:
        """Let a record that a row has become be found by the rows after it."""
        if subject in self._called:
            self.add(subject, record, name)

    # lookups -------------------------------------------------------------------------------------

    def value(self, lookup: str, text: str) -> int | None:
        """Return the value of a lookup, or the stage, of this code or name in either language.

        Stages stand under ``opportunity_stage`` and ``lead_stage``.
        """
        return self._lookup(lookup).ids.get(even(text))

    def value_label(self, lookup: str, value: int | None) -> str:
        """Return the name of a value in the language of who imports, "" for none."""
        return "" if value is None else self._lookup(lookup).labels.get(value, "")

    def names_of(self, lookup: str, most: int = 30) -> str:
        """Return what can stand there, parted by commas."""
        names = self._lookup(lookup).offered
        return ", ".join(names[:most]) + (", ..." if len(names) > most else "")

    # records that are there already --------------------------------------------------------------

    def matches(self, subject: str, columns: Sequence[str], key: Key) -> list[int]:
        """Return the records whose columns have these values; the subject is read when it is first asked for."""
        name = f"{subject}:{','.join(columns)}"
        known = self._known.get(name)
        if known is None:
            table = TABLES[subject]
            known = self._known[name] = {}
            chosen: list[Column[Any]] = [table.c[column] for column in columns]
            for row in self._tx.rows(select(table.c.id, *chosen).order_by(table.c.id)):
                known.setdefault(key_of(row[1:]), []).append(row[0])
        return known.get(key, [])

    def keep(self) -> None:
        """Hold to what the last row has added."""
        self._taken_back.clear()

    def forget(self) -> None:
        """Take back what the last row has added: it was left out."""
        for take_back in reversed(self._taken_back):
            take_back()
        self._taken_back.clear()

    # reading -------------------------------------------------------------------------------------

    def _names(self, subject: str) -> tuple[dict[str, list[int]], ...]:
        known = self._called.get(subject)
        if known is not None:
            return known
        table = person if subject == "person" else TABLES[subject]
        columns = [table.c[name] for name in _CALLED_BY[subject]]
        own = [table.c.account_id] if subject == "contact" else []
        statement = select(table.c.id, *columns, *own).order_by(table.c.id)
        if subject == "person":
            statement = statement.where(person.c.active)
        made: tuple[dict[str, list[int]], ...] = tuple({} for _ in columns)
        labels = self._labels[subject] = {}
        for row in self._tx.rows(statement):
            for names, text in zip(made, row[1 : len(columns) + 1], strict=True):
                if text:
                    names.setdefault(even(text), []).append(row[0])
            labels[row[0]] = str(row[len(columns)])
            if own:
                self._accounts[row[0]] = row[-1]
        if subject == "person":
            labels |= {row.id: row.name for row in self._tx.rows(select(person.c.id, person.c.name))}
        self._called[subject] = made
        return made

    def _lookup(self, lookup: str) -> _Values:
        known = self._values.get(lookup)
        if known is None:
            stages = _STAGES.get(lookup)
            if stages is not None:
                statement = select(stages).order_by(stages.c.number, stages.c.id)
            else:
                table = lookup_value
                statement = select(table).where(table.c.lookup == lookup).order_by(table.c.position, table.c.id)
            known = self._values[lookup] = _Values()
            for row in self._tx.rows(statement):
                label = row.name_ru if self._tx.language == "ru" else row.name_en
                known.labels[row.id] = label
                if stages is None and not row.active:
                    continue
                known.offered.append(label)
                for text in (row.code, row.name_en, row.name_ru):
                    known.ids.setdefault(even(text), row.id)
        return known


@dataclass(slots=True)
class _Values:
    """The values of one lookup: id by every name, name by id, names of those that can be chosen."""

    ids: dict[str, int] = field(default_factory=dict)
    labels: dict[int, str] = field(default_factory=dict)
    offered: list[str] = field(default_factory=list)


def key_of(values: Sequence[object]) -> Key:
    """Return values as keys are compared: texts evenly, all else as it is."""
    return tuple(even(value) if isinstance(value, str) else value for value in values)
