"""What lines can refer to: stages, values of lookups, and the people, products and accounts that are there by now."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from desktop.sales.stages import Stage, Stages
from desktop.sales.tables import account, lookup_value, person, product
from desktop.store.transaction import Transaction
from desktop.views.exchange import Money


@dataclass(frozen=True, slots=True)
class Name:
    """A record that can be named: its id, its name, and the list price where it is a product."""

    id: int
    text: str
    price: Money | None = None


class Names:
    """The names of all records of one kind. Capitals never distinguish; among equal names the first record counts."""

    def __init__(self) -> None:
        self._by_text: dict[str, Name] = {}
        self._by_letters: dict[str, set[str]] = {}
        self._by_id: dict[int, Name] = {}

    def add(self, name: Name) -> None:
        """Add a record."""
        folded = name.text.casefold()
        self._by_text.setdefault(folded, name)
        self._by_letters.setdefault(letters(name.text), set()).add(folded)
        self._by_id.setdefault(name.id, name)

    def exactly(self, text: str) -> Name | None:
        """Return the record of that name."""
        return self._by_text.get(text.casefold())

    def by_letters(self, text: str) -> Name | None:
        """Return the one record whose name has the same letters, whatever the spaces; None where several have."""
        found = self._by_letters.get(letters(text), set())
        return self._by_text[next(iter(found))] if len(found) == 1 else None

    def text(self, record_id: int | None) -> str:
        """Return the name of a record, "" for none."""
        found = None if record_id is None else self._by_id.get(record_id)
        return "" if found is None else found.text


def letters(text: str) -> str:
    """Return a text without spaces and capitals: "GTX Pro" and "GTXPro" have the same letters."""
    return "".join(text.split()).casefold()


class References:
    """All that lines can refer to; the import adds what it makes."""

    def __init__(self, stages: Stages, choices: dict[tuple[str, str], int], labels: dict[int, str]) -> None:
        self.stages = stages
        self.names = {"person": Names(), "product": Names(), "account": Names()}
        self._choices = choices
        self._labels = labels
        self._codes = {stage.code: stage for stage in stages.all}

    @classmethod
    def read(cls, tx: Transaction) -> References:
        """Read what the workspace has."""
        choices: dict[tuple[str, str], int] = {}
        labels: dict[int, str] = {}
        table = lookup_value
        for row in tx.rows(select(table).where(table.c.active).order_by(table.c.position, table.c.id)):
            labels[row.id] = row.name_ru if tx.language == "ru" else row.name_en
            for text in (row.code, row.name_en, row.name_ru):
                choices.setdefault((row.lookup, text.casefold()), row.id)
        references = cls(Stages.read(tx), choices, labels)
        names = references.names
        for row in tx.rows(select(person.c.id, person.c.name).where(person.c.active).order_by(person.c.id)):
            names["person"].add(Name(row.id, row.name))
        for row in tx.rows(select(product).order_by(product.c.id)):
            names["product"].add(Name(row.id, row.name, Money(row.price_minor, row.price_currency)))
        for row in tx.rows(select(account.c.id, account.c.name).order_by(account.c.id)):
            names["account"].add(Name(row.id, row.name))
        return references

    def stage(self, code: str) -> Stage | None:
        """Return the stage of this code."""
        return self._codes.get(code)

    def choice(self, lookup: str, text: str) -> int | None:
        """Return the value of a lookup by its code or its name in either language."""
        return self._choices.get((lookup, text.casefold()))

    def label(self, value_id: int | None) -> str:
        """Return the name of a value in the language of the person who imports, "" for none."""
        return "" if value_id is None else self._labels.get(value_id, "")
