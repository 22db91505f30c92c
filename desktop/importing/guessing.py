"""Which column is which field: by the headings in both languages, then by what stands in the cells. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from desktop.importing.fields import CURRENCY, RULES, ImportField
from desktop.spreadsheets.reading import shown
from desktop.views.spreadsheets import Cell

_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_SLASHED = re.compile(r"(\d{1,2})[/](\d{1,2})[/](?:\d{4}|\d{2})\b")
_LOOKED_AT = 200


def evened(heading: str) -> str:
    """Return a heading without capitals, signs and ё: "E-mail *" and "e mail" are one."""
    return " ".join(re.sub(r"[^\w№]+", " ", heading.lower().replace("ё", "е").replace("_", " ")).split())


def guess_columns(
    headings: Sequence[str], rows: Sequence[Sequence[Cell]], fields: Mapping[str, ImportField]
) -> dict[str, int]:
    """Return the field's column for every field that a heading names; each column and each field at most once.

    A name in either language wins over an alias, and a column of addresses is the e-mail whatever it is called.
    """
    found: dict[str, int] = {}
    words = [evened(heading) for heading in headings]
    for names in (_names, _aliases, _technical):
        for field in fields.values():
            if field.name in found:
                continue
            wanted = names(field)
            place = next((at for at, word in enumerate(words) if word in wanted and at not in found.values()), None)
            if place is not None:
                found[field.name] = place
    if CURRENCY in fields and CURRENCY not in found:  # "Amount, currency", as an export calls it
        ends = tuple(f" {name}" for name in _names(fields[CURRENCY]))
        place = next((at for at, word in enumerate(words) if word.endswith(ends) and at not in found.values()), None)
        if place is not None:
            found[CURRENCY] = place
    if "email" in fields and "email" not in found:
        for place in range(len(headings)):
            if place not in found.values() and _are_addresses([row[place] for row in rows[:_LOOKED_AT]]):
                found["email"] = place
                break
    return {name: found[name] for name in fields if name in found}


def guess_rule(subject: str, columns: Mapping[str, int]) -> str:
    """Return the first way to know a record again for which all fields are there, "" for none."""
    for name, fields in RULES[subject].items():
        if all(field in columns for field in fields):
            return name
    return ""


def guess_dates(rows: Sequence[Sequence[Cell]]) -> str:
    """Return the order of day and month in dates with slashes: "mdy" only where a day stands second."""
    first = second = 0
    for row in rows[: _LOOKED_AT * 5]:
        for cell in row:
            if isinstance(cell, str) and (match := _SLASHED.match(cell)):
                first, second = max(first, int(match[1])), max(second, int(match[2]))
    return "mdy" if second > 12 >= first else "dmy"


def _names(field: ImportField) -> set[str]:
    return {evened(field.en), evened(field.ru)}


def _aliases(field: ImportField) -> set[str]:
    return {evened(alias) for alias in field.aliases}


def _technical(field: ImportField) -> set[str]:
    return {evened(field.name)}


def _are_addresses(cells: Sequence[Cell]) -> bool:
    texts = [shown(cell).strip() for cell in cells if shown(cell).strip()]
    return bool(texts) and all(_MAIL.fullmatch(text) for text in texts)
