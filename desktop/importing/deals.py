"""Opportunities of an import: the closed ones with dates and amounts, the open ones with their process running."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from desktop.importing.cells import Rejected, Row, moment
from desktop.importing.course import STRIDE, Course
from desktop.importing.mapping import FileMap
from desktop.importing.parties import rows_of
from desktop.importing.references import Name
from desktop.importing.sheets import Sheet
from desktop.processes.runs import runtime
from desktop.processes.runs.records import Records
from desktop.processes.sale import CORPORATE_SALE
from desktop.sales import numbers
from desktop.sales.stages import Stage
from desktop.sales.tables import opportunity, stage_history
from desktop.views.exchange import Money, Refused


@dataclass(frozen=True, slots=True)
class Deal:
    """One line that has become the columns of an opportunity; ``dated`` tells whether the line said when it began."""

    row: Row
    stage: Stage
    columns: dict[str, Any]
    dated: bool


@dataclass(frozen=True, slots=True)
class Started:
    """The processes started by an import and the tasks that they made."""

    runs: int
    tasks: int


def import_deals(course: Course, sheets: Sequence[Sheet]) -> Started:
    """Add the opportunities of the files and run the corporate sale on each open one, from its stage on.

    An opportunity that is there already is left as it is, whatever the line says; so a closed one stays closed (R9).
    """
    for sheet in sheets:
        _check_stages(course, sheet.map)
    deals = [deal for sheet in sheets for deal in _deals(course, sheet)]
    known = _known_deals(course)
    new: list[Deal] = []
    for deal in deals:
        has = known.get(deal.columns["source_key"])
        if has is None:
            new.append(deal)
            course.found(*deal.row.repairs)
        else:
            course.unchanged["opportunity"] += 1
            closed = course.references.stages.by_id(has.stage_id).final and not deal.stage.final
            rule = "kept-closed" if closed else "kept"
            course.keep(deal.row.line, deal.row.key, _differences(course, deal, has), rule)
    running = sum(not deal.stage.final for deal in new)
    course.expect(len(new) + running)
    return _start(course, _write(course, new))


def _check_stages(course: Course, map_: FileMap) -> None:
    """Refuse a mapping that names stages which the lookup does not have (R10: they are data)."""
    codes = [*map_.fields["stage"].values.values(), *filter(None, [map_.stage_before_closing])]
    for code in codes:
        if course.references.stage(code) is None:
            known = ", ".join(stage.code for stage in course.references.stages.all)
            raise Refused("import-stage-unknown", file=map_.name, stage=code, known=known)


# From lines to columns -----------------------------------------------------------------------------


def _deals(course: Course, sheet: Sheet) -> Iterable[Deal]:
    for place, row in enumerate(rows_of(course, sheet)):
        if place % STRIDE == 0:
            course.stop_if_cancelled()
        try:
            yield _deal(course, row)
        except Rejected as why:
            course.found(row.rejection(why))
            course.forget("opportunity", row.key)
    course.refuse_misfit(sheet)


def _deal(course: Course, row: Row) -> Deal:
    """Turn a line's values into an opportunity's columns. Raises Rejected by the rules of docs/import.md."""
    values, stage = row.values, row.values["stage"]
    owner: Name = values["owner"]
    product: Name | None = values.get("product")
    account: Name | None = values.get("account")
    begun: date | None = values.get("created")
    price = None if product is None else product.price
    closing = _closing(row, stage, owner, begun) if stage.final else _no_closing(row)
    income = closing["income"]
    amount: Money | None = (income if stage.successful else None) or price
    if begun is None:
        row.repaired("created", "", "dated-by-close" if stage.final else "dated-now")
    created: datetime = moment(begun) if begun else closing["closed_at"] or course.tx.now
    columns = {
        "title": _title(row, account, product),
        "stage_id": stage.id,
        "stage_since": closing["closed_at"] or created,
        "probability": stage.percent,
        "owner_id": owner.id,
        "account_id": None if account is None else account.id,
        "product_id": None if product is None else product.id,
        "amount_minor": None if amount is None else amount.minor,
        "amount_currency": None if amount is None else amount.currency,
        "expected_close": closing["day"],
        "closed_at": closing["closed_at"],
        "closed_by": owner.id if stage.final else None,
        "income_minor": None if income is None else income.minor,
        "income_currency": None if income is None else income.currency,
        "closed_minutes": 0 if stage.final else None,
        "closing_reason_id": closing["reason"],
        "source_key": course.source_key(row.key),
        "created_at": created,
        "created_by": course.tx.person_id,
    }
    return Deal(row, stage, columns, begun is not None)


def _closing(row: Row, stage: Stage, owner: Name, begun: date | None) -> dict[str, Any]:
    """Return what closing would have asked for (R13), which the line must say."""
    values = row.values
    day: date | None = values.get("closed")
    income: Money | None = values.get("income")
    if day is None:
        raise Rejected("closed", "", "closed-without-date")
    if begun is not None and day < begun:
        raise Rejected("closed", day.isoformat(), "closed-before-begun")
    if income is None and stage.successful:
        raise Rejected("income", "", "won-without-income")
    reason = None if stage.successful else values.get("closing_reason")
    if reason is None and not stage.successful:
        raise Rejected("closing_reason", "", "lost-without-reason")
    return {"day": day, "closed_at": moment(day), "income": income, "reason": reason}


def _no_closing(row: Row) -> dict[str, Any]:
    """Leave out what an open opportunity cannot have."""
    for name in ("closed", "income"):
        if row.values.get(name) is not None:
            row.repaired(name, row.cell(row.file.fields[name]), "open-without-closing")
    return {"day": None, "closed_at": None, "income": None, "reason": None}


def _title(row: Row, account: Name | None, product: Name | None) -> str:
    pattern = row.file.title_without_account if account is None else row.file.title
    title = pattern.format(
        account="" if account is None else account.text,
        product="" if product is None else product.text,
        key=row.key,
        owner=row.values["owner"].text,
    )
    return (title if account and product else title.strip(" /-,")) or row.key


# What is there already -----------------------------------------------------------------------------


def _known_deals(course: Course) -> dict[str, Any]:
    prefix = course.source_key("")
    rows = course.tx.rows(select(opportunity).where(opportunity.c.source_key.startswith(prefix, autoescape=True)))
    return {row.source_key: row for row in rows}


def _differences(course: Course, deal: Deal, has: Any) -> dict[str, tuple[str, str]]:
    """Return what the workspace has otherwise than the line, as texts by field."""
    columns, references = deal.columns, course.references
    names = references.names
    differences: dict[str, tuple[str, str]] = {}

    def compare(field: str, line_says: object, workspace_has: object, shown: tuple[str, str]) -> None:
        if line_says != workspace_has:
            differences[field] = shown

    language = course.tx.language
    stage = references.stages.by_id(has.stage_id)
    compare("stage", deal.stage.id, stage.id, (deal.stage.label(language), stage.label(language)))
    for field, kind in (("owner", "person"), ("account", "account"), ("product", "product")):
        line_says, workspace_has = columns[f"{field}_id"], getattr(has, f"{field}_id")
        compare(field, line_says, workspace_has, (names[kind].text(line_says), names[kind].text(workspace_has)))
    if deal.dated:
        compare("created", columns["created_at"], has.created_at, _days(columns["created_at"], has.created_at))
    if deal.stage.final:
        compare("closed", columns["closed_at"], has.closed_at, _days(columns["closed_at"], has.closed_at))
        compare(
            "income", columns["income_minor"], has.income_minor, _amounts(columns["income_minor"], has.income_minor)
        )
    compare("amount", columns["amount_minor"], has.amount_minor, _amounts(columns["amount_minor"], has.amount_minor))
    return differences


def _days(line_says: datetime | None, workspace_has: datetime | None) -> tuple[str, str]:
    return (
        "" if line_says is None else line_says.date().isoformat(),
        "" if workspace_has is None else workspace_has.date().isoformat(),
    )


def _amounts(*minor: int | None) -> tuple[str, str]:
    line_says, workspace_has = ("" if value is None else f"{value // 100}.{value % 100:02d}" for value in minor)
    return line_says, workspace_has


# Writing -------------------------------------------------------------------------------------------


def _write(course: Course, deals: Sequence[Deal]) -> list[int]:
    """Write the opportunities with their stage history; return the ids of the open ones."""
    tx = course.tx
    given = numbers.next_numbers(tx, "opportunity", len(deals)) if deals else []
    still_open: list[int] = []
    for start in range(0, len(deals), STRIDE):
        some = deals[start : start + STRIDE]
        ids = tx.insert_many(
            opportunity,
            [{**deal.columns, "number": number} for deal, number in zip(some, given[start:], strict=False)],
        )
        history = [entry for deal, row_id in zip(some, ids, strict=True) for entry in _history(course, deal, row_id)]
        tx.insert_many(stage_history, history)
        still_open += [row_id for deal, row_id in zip(some, ids, strict=True) if not deal.stage.final]
        course.added["opportunity"] += len(some)
        course.advance(len(some))
    return still_open


def _history(course: Course, deal: Deal, opportunity_id: int) -> list[dict[str, Any]]:
    """Return on which stages an opportunity stood: the last one, and of a closed sale the one before."""
    columns = deal.columns
    entry = {
        "opportunity_id": opportunity_id,
        "stage_id": deal.stage.id,
        "entered_at": columns["stage_since"],
        "left_at": None,
        "person_id": columns["owner_id"],
    }
    before = deal.row.file.stage_before_closing
    if not deal.stage.final or not before:
        return [entry]
    stage = course.references.stages.by_code(before)
    stood = {"stage_id": stage.id, "entered_at": columns["created_at"], "left_at": columns["closed_at"]}
    return [{**entry, **stood}, entry]


def _start(course: Course, opportunity_ids: Sequence[int]) -> Started:
    """Run the corporate sale on opportunities, by the same code as a person would (L3, R5)."""
    tasks = 0
    for start in range(0, len(opportunity_ids), STRIDE):
        some = opportunity_ids[start : start + STRIDE]
        worlds = [Records(course.tx, course.references.stages, record_id=opportunity_id) for opportunity_id in some]
        runtime.start_many(course.tx, CORPORATE_SALE, worlds)
        tasks += sum(len(world.tasks) for world in worlds)
        course.advance(len(some))
    return Started(len(opportunity_ids), tasks)
