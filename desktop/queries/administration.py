"""What the settings show to an administrator."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, select

from desktop.processes import sentences
from desktop.queries.parts import OPEN, ref, refusing
from desktop.queries.registry import Reader, query
from desktop.sales import currencies, gate, lookup_editing, lookups, numbers, staff
from desktop.sales.doors import ALL_MAY
from desktop.sales.tables import (
    currency_rate,
    lead_stage,
    lookup_value,
    number_mask,
    opportunity_stage,
    person,
    required_field,
)
from desktop.texts import say
from desktop.views.administration import (
    Gate,
    GateStage,
    LeadStageRow,
    MaskPreview,
    MaskRow,
    RateRow,
    StaffRow,
    ValueRow,
)
from desktop.views.exchange import Availability, Refused


@query("lookup_values", reads=ALL_MAY)
def lookup_values(reader: Reader, lookup: str) -> tuple[ValueRow, ...]:
    """Return all values of a lookup in their order, those that are switched off too."""
    table = lookup_value
    used = lookup_editing.uses(reader, table)
    shipped = lookups.shipped_values()
    return tuple(
        ValueRow(
            id=row.id,
            lookup=row.lookup,
            code=row.code,
            name_en=row.name_en,
            name_ru=row.name_ru,
            active=row.active,
            used=used.get(row.id, 0),
            removable=not used.get(row.id) and (row.lookup, row.code) not in shipped,
            version=row.version,
        )
        for row in reader.rows(select(table).where(table.c.lookup == lookup).order_by(table.c.position, table.c.id))
    )


@query("lead_stages", reads=ALL_MAY)
def lead_stages(reader: Reader) -> tuple[LeadStageRow, ...]:
    """Return the lookup "Lead stages" with how many leads stand on each."""
    used = lookup_editing.uses(reader, lead_stage)
    return tuple(
        LeadStageRow(
            id=row.id,
            code=row.code,
            name_en=row.name_en,
            name_ru=row.name_ru,
            number=row.number,
            final=row.final,
            successful=row.successful,
            starts_sale=row.starts_sale,
            used=used.get(row.id, 0),
            version=row.version,
        )
        for row in reader.rows(select(lead_stage).order_by(lead_stage.c.number, lead_stage.c.id))
    )


@query("number_masks", reads=ALL_MAY)
def number_masks(reader: Reader) -> tuple[MaskRow, ...]:
    """Return how the numbers of each subject are made."""
    return tuple(
        MaskRow(row.subject, row.mask, row.last, row.mask.format(row.last + 1))
        for row in reader.rows(select(number_mask).order_by(number_mask.c.id))
    )


@query("mask_preview", reads=ALL_MAY)
def mask_preview(reader: Reader, subject: str, mask: str) -> MaskPreview:
    """Return the numbers that a mask would give, or why it cannot be used."""
    try:
        return MaskPreview(numbers.preview(reader, subject, mask))
    except Refused as refused:
        return MaskPreview((), say(reader.language, refused.code, refused.parameters, reader.zone))


@query("currency_rates", reads=ALL_MAY)
def currency_rates(reader: Reader) -> tuple[RateRow, ...]:
    """Return all rates, the newest first."""
    table = currency_rate
    return tuple(
        RateRow(row.id, row.currency, row.base, row.day, currencies.rate_text(row.rate_nano))
        for row in reader.rows(select(table).order_by(table.c.day.desc(), table.c.currency, table.c.base))
    )


@query("gate", reads=ALL_MAY)
def gate_of_all(reader: Reader) -> Gate:
    """Return what is asked before each open stage is left (N5)."""
    table, stage = required_field, opportunity_stage
    asked = {(row.stage_id, row.field): row.severity for row in reader.rows(select(table))}
    stages = reader.rows(select(stage).where(stage.c.final.is_(False)).order_by(stage.c.number, stage.c.id))
    return Gate(
        fields=tuple(gate.FIELDS),
        labels=sentences.field_labels(reader.language, tuple(gate.FIELDS)),
        stages=tuple(
            GateStage(
                id=row.id,
                code=row.code,
                name_en=row.name_en,
                name_ru=row.name_ru,
                severities=tuple(asked.get((row.id, field), gate.NONE) for field in gate.FIELDS),
            )
            for row in stages
        ),
    )


@query("staff", reads=ALL_MAY)
def everybody(reader: Reader) -> tuple[StaffRow, ...]:
    """Return all people, those who have left last."""
    chief = person.alias("chief")
    rows = reader.rows(
        select(person, chief.c.name.label("manager_name"))
        .outerjoin(chief, chief.c.id == person.c.manager_id)
        .order_by(person.c.active.desc(), person.c.name, person.c.id)
    )
    return tuple(
        StaffRow(
            id=row.id,
            name=row.name,
            email=row.email,
            role=row.role,
            manager=ref(row.manager_id, row.manager_name),
            active=row.active,
            work=staff.open_work(reader, row.id).total,
            leave=_leave(reader, row),
            version=row.version,
        )
        for row in rows
    )


def _leave(reader: Reader, row: Row[Any]) -> Availability:
    try:
        staff.check_leaving(reader, row)
    except Refused as refused:
        return refusing(reader, refused.code, **refused.parameters)
    return OPEN
