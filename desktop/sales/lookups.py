"""Lookups: stages and lists of values, and what an empty workspace gets. Which stages are final is data (R10)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from sqlalchemy import select

from desktop.sales import settings
from desktop.sales.reading import Reading
from desktop.sales.stages import Stages
from desktop.sales.tables import lead_stage, lookup_value, number_mask, opportunity_stage
from desktop.store.transaction import Transaction
from desktop.views.exchange import Choice, Refused

LOOKUPS = (
    "closing_reason",
    "disqualification_reason",
    "need",
    "opportunity_category",
    "lead_source",
    "sector",
    "order_status",
    "participant_role",
    "influence",
    "competitor",
)
"""The lookups kept as lists of values."""


def both(name_en: str, name_ru: str | None) -> dict[str, str]:
    """Return a name that sentences say in the reader's language, whichever that will be."""
    return {"en": name_en, "ru": name_ru or name_en}


@dataclass(frozen=True, slots=True)
class LeadStage:
    """One stage of leads, as it stands in its lookup; entering one that ``starts_sale`` begins a sale (L4)."""

    id: int
    code: str
    name_en: str
    name_ru: str
    number: int
    final: bool
    successful: bool
    starts_sale: bool

    def label(self, language: str) -> str:
        """Return the stage's name in the language."""
        return self.name_ru if language == "ru" else self.name_en


def lead_stages(source: Reading) -> tuple[LeadStage, ...]:
    """Return the stages of leads in their order."""
    table = lead_stage
    columns = (
        table.c.id,
        table.c.code,
        table.c.name_en,
        table.c.name_ru,
        table.c.number,
        table.c.final,
        table.c.successful,
        table.c.starts_sale,
    )
    return tuple(
        LeadStage(**row._mapping) for row in source.rows(select(*columns).order_by(table.c.number, table.c.id))
    )


def lead_stage_by_code(source: Reading, code: str) -> LeadStage:
    """Return a stage of leads by its code. Raises Refused "stage-unknown" where there is none."""
    for stage in lead_stages(source):
        if stage.code == code:
            return stage
    raise Refused("stage-unknown", field="stage", stage=code)


def choices(source: Reading, lookup: str, language: str) -> tuple[Choice, ...]:
    """Return the values of a lookup that can be chosen, in their order, named in the language."""
    if lookup == "opportunity_stage":
        return tuple(Choice(stage.id, stage.code, stage.label(language)) for stage in Stages.read(source).all)
    if lookup == "lead_stage":
        return tuple(Choice(stage.id, stage.code, stage.label(language)) for stage in lead_stages(source))
    if lookup == "currency":
        first = settings.read(source).default_currency
        codes = (first, *(code for code in settings.CURRENCIES if code != first))
        return tuple(Choice(place, code, code) for place, code in enumerate(codes, start=1))
    table = lookup_value
    rows = source.rows(
        select(table).where(table.c.lookup == lookup, table.c.active).order_by(table.c.position, table.c.id)
    )
    return tuple(Choice(row.id, row.code, row.name_ru if language == "ru" else row.name_en) for row in rows)


def checked_value(source: Reading, lookup: str, value_id: object, field: str) -> int | None:
    """Return the id if it is a value of the lookup (None stays None). Raises Refused naming the field."""
    if value_id is None:
        return None
    found = source.value(
        select(lookup_value.c.id).where(lookup_value.c.id == value_id, lookup_value.c.lookup == lookup)
    )
    if found is None:
        raise Refused("choice-unknown", field=field)
    return int(found)


# what an empty workspace gets ----------------------------------------------------------------------


@cache
def content_version() -> str:
    """Return the mark of all initial values and processes that come with this version of the program."""
    digest = hashlib.sha256()
    for folder in (("lookups",), ("processes",), ("templates", "documents")):
        for entry in sorted(files("resources").joinpath(*folder).iterdir(), key=lambda entry: entry.name):
            if entry.is_file():
                digest.update(entry.name.encode())
                digest.update(entry.read_bytes())
    return digest.hexdigest()


@cache
def shipped_values() -> frozenset[tuple[str, str]]:
    """Return lookup and code of every value that comes with this version of the program."""
    return frozenset((lookup, entry["code"]) for lookup, _, entry in _values())


def fill(tx: Transaction) -> None:
    """Add the stages, values, settings and number masks that the workspace does not have yet; change none."""
    initial = _initial("settings")
    settings.fill(tx, dict(initial["settings"]))
    have = {row.subject for row in tx.rows(select(number_mask.c.subject))}
    for subject, mask in initial["numbers"].items():
        if subject not in have:
            tx.insert(number_mask, {"subject": subject, "mask": mask, "last": 0})
    _fill_stages(tx, opportunity_stage, "opportunity_stages")
    _fill_stages(tx, lead_stage, "lead_stages")
    known = {(row.lookup, row.code) for row in tx.rows(select(lookup_value.c.lookup, lookup_value.c.code))}
    for lookup, position, entry in _values():
        if (lookup, entry["code"]) not in known:
            tx.insert(
                lookup_value,
                {
                    "lookup": lookup,
                    "code": entry["code"],
                    "name_en": entry["en"],
                    "name_ru": entry["ru"],
                    "position": position,
                },
            )


def _fill_stages(tx: Transaction, table: Any, name: str) -> None:
    if tx.value(select(table.c.id).limit(1)) is not None:
        return
    for entry in _initial(name)["stage"]:
        said = {"en", "ru", "description_en", "description_ru"}
        own = {key: value for key, value in entry.items() if key not in said}
        if f"description_{tx.language}" in entry:
            own["description"] = entry[f"description_{tx.language}"]  # one text: that of whoever makes the workspace
        tx.insert(table, {"name_en": entry["en"], "name_ru": entry["ru"], **own})


def _values() -> Iterator[tuple[str, int, Mapping[str, str]]]:
    for lookup, entries in _initial("values").items():
        for position, entry in enumerate(entries, start=1):
            yield lookup, position, entry


def _initial(name: str) -> dict[str, Any]:
    import tomllib  # not above: only an empty workspace needs it

    return tomllib.loads(files("resources").joinpath("lookups", f"{name}.toml").read_text(encoding="utf-8"))
