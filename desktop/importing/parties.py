"""People, products and accounts of an import. What the workspace has already is never changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import select

from desktop.importing.cells import Rejected, Row, read_cell, read_row
from desktop.importing.course import Course
from desktop.importing.references import Name
from desktop.importing.sheets import Sheet
from desktop.sales import people
from desktop.sales.tables import account, person, product
from desktop.views.exchange import Money, Refused


def rows_of(course: Course, sheet: Sheet, *, without: tuple[str, ...] = ()) -> Iterator[Row]:
    """Read the lines of a file, listing those that are rejected or repeated.

    Raises Refused "import-misfit" after the last one if most of them are rejected.
    """
    for line in sheet.lines:
        try:
            row = read_row(line, sheet.map, course.references, without=without)
        except Rejected as why:
            course.found(Row(line, sheet.map).rejection(why))
            continue
        if not course.is_repeated(sheet.map.record, row.key, line):
            yield row
    course.refuse_misfit(sheet)


# People --------------------------------------------------------------------------------------------


def import_people(course: Course, sheets: Iterable[Sheet]) -> None:
    """Add the people of the files and the managers that they name."""
    rows = [row for sheet in sheets for row in rows_of(course, sheet)]
    managers = _managers(rows)
    names = course.references.names["person"]
    for folded, (text, office) in managers.items():
        if names.exactly(text) is None and not any(row.values["name"].casefold() == folded for row in rows):
            _add_person(course, {"name": text, "role": "manager", "office": office})
    for row in sorted(rows, key=lambda row: row.values["name"].casefold() not in managers):
        _import_person(course, row, managers)


def _managers(rows: list[Row]) -> dict[str, tuple[str, str]]:
    """Return name and office of everybody who is named as a manager, by the name without capitals."""
    managers: dict[str, tuple[str, str]] = {}
    for row in rows:
        text = row.values.get("manager")
        if text and text.casefold() == row.values["name"].casefold():
            row.values["manager"] = None
            row.repaired("manager", text, "own-superior")
        elif text:
            managers.setdefault(text.casefold(), (text, row.values.get("office") or ""))
    return managers


def _import_person(course: Course, row: Row, managers: dict[str, tuple[str, str]]) -> None:
    names = course.references.names["person"]
    values = row.values
    try:
        email = people.checked_mail(values.get("email") or "")
    except Refused:
        course.found(row.rejection(Rejected("email", values["email"], "address-wrong")))
        return
    chief = names.exactly(values["manager"]) if values.get("manager") else None
    found = names.exactly(values["name"])
    if found is None:
        role = "manager" if values["name"].casefold() in managers else "rep"
        manager_id = None if chief is None else chief.id
        office = values.get("office") or ""
        _add_person(
            course,
            {"name": values["name"], "role": role, "manager_id": manager_id, "office": office, "email": email},
        )
        course.found(*row.repairs)
        return
    course.unchanged["person"] += 1
    has = course.tx.get(person, found.id)
    assert has is not None
    differences = {}
    if chief is not None and has.manager_id != chief.id:
        differences["manager"] = (chief.text, names.text(has.manager_id))
    if values.get("office") and has.office != values["office"]:
        differences["office"] = (values["office"], has.office)
    course.keep(row.line, row.key, differences)


def _add_person(course: Course, columns: dict[str, Any]) -> None:
    person_id = course.tx.insert(person, columns)
    course.references.names["person"].add(Name(person_id, columns["name"]))
    course.added["person"] += 1


# Products ------------------------------------------------------------------------------------------


def import_products(course: Course, sheets: Iterable[Sheet]) -> None:
    """Add the products of the files."""
    names = course.references.names["product"]
    for sheet in sheets:
        for row in rows_of(course, sheet):
            price: Money = row.values["price"]
            found = names.exactly(row.values["name"])
            if found is not None:
                course.unchanged["product"] += 1
                if found.price != price:
                    course.keep(row.line, row.key, {"price": (_shown(price), _shown(found.price))})
                continue
            product_id = course.tx.insert(
                product,
                {
                    "name": row.values["name"],
                    "series": row.values.get("series") or "",
                    "price_minor": price.minor,
                    "price_currency": price.currency,
                },
            )
            names.add(Name(product_id, row.values["name"], price))
            course.added["product"] += 1
            course.found(*row.repairs)


def _shown(amount: Money | None) -> str:
    return "" if amount is None else f"{amount.minor // 100}.{amount.minor % 100:02d} {amount.currency}"


# Accounts ------------------------------------------------------------------------------------------

_TEXTS = ("website", "phone", "email", "address")
_NUMBERS = ("employees", "founded")


def import_accounts(course: Course, sheets: Iterable[Sheet]) -> None:
    """Add the accounts of the files; parents are joined afterwards, because a file may name them later."""
    names = course.references.names["account"]
    known = _known_accounts(course)
    new: list[tuple[int, Row]] = []
    for sheet in sheets:
        for row in rows_of(course, sheet, without=("parent",)):
            found = names.exactly(row.values["name"])
            has = known.get(course.source_key(row.key)) or (None if found is None else course.tx.get(account, found.id))
            if has is not None:
                course.unchanged["account"] += 1
                names.add(Name(has.id, row.values["name"]))  # renamed meanwhile: the files still call it so
                course.keep(row.line, row.key, _account_differences(course, row, has))
                continue
            account_id = course.tx.insert(account, _account_values(course, row))
            names.add(Name(account_id, row.values["name"]))
            course.added["account"] += 1
            new.append((account_id, row))
    _join_parents(course, new)


def _known_accounts(course: Course) -> dict[str, Any]:
    prefix = course.source_key("")
    rows = course.tx.rows(select(account).where(account.c.source_key.startswith(prefix, autoescape=True)))
    return {row.source_key: row for row in rows}


def _account_values(course: Course, row: Row) -> dict[str, Any]:
    values = row.values
    revenue: Money | None = values.get("revenue")
    return {
        "name": values["name"],
        "sector_id": values.get("sector"),
        **{name: values.get(name) or "" for name in _TEXTS},
        **{name: values.get(name) for name in _NUMBERS},
        "revenue_minor": None if revenue is None else revenue.minor,
        "revenue_currency": None if revenue is None else revenue.currency,
        "source_key": course.source_key(row.key),
        "created_at": course.tx.now,
        "created_by": course.tx.person_id,
    }


def _account_differences(course: Course, row: Row, has: Any) -> dict[str, tuple[str, str]]:
    """Return the fields of the line that the workspace has otherwise; an empty cell says nothing."""
    values = row.values
    differences = {
        name: (str(values[name]), str(getattr(has, name) or ""))
        for name in ("name", *_TEXTS, *_NUMBERS)
        if values.get(name) not in (None, "") and getattr(has, name) != values[name]
    }
    sector = values.get("sector")
    if sector is not None and has.sector_id != sector:
        differences["sector"] = (course.references.label(sector), course.references.label(has.sector_id))
    revenue: Money | None = values.get("revenue")
    if revenue is not None and (has.revenue_minor, has.revenue_currency) != (revenue.minor, revenue.currency):
        had = None if has.revenue_minor is None else Money(has.revenue_minor, has.revenue_currency)
        differences["revenue"] = (_shown(revenue), _shown(had))
    return differences


def _join_parents(course: Course, new: list[tuple[int, Row]]) -> None:
    parents: dict[int, int] = {}
    for account_id, row in new:
        field = row.file.fields.get("parent")
        if field is not None:
            parent: Name | None = read_cell(row, field, course.references)
            if parent is not None and _is_above(parents, account_id, parent.id):
                row.repaired("parent", row.cell(field), "own-superior")
            elif parent is not None:
                parents[account_id] = parent.id
                course.tx.update(account, account_id, {"parent_id": parent.id})
        course.found(*row.repairs)


def _is_above(parents: dict[int, int], account_id: int, parent_id: int) -> bool:
    """Tell whether the account is its future parent or stands above it."""
    above: int | None = parent_id
    while above is not None:
        if above == account_id:
            return True
        above = parents.get(above)
    return False
