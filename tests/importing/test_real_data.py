"""The "CRM sales opportunities" of Maven Analytics, where they lie beside the checkout; they are not ours to copy."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from desktop.processes.tables import process_instance
from desktop.sales.tables import account, activity, notification, opportunity, opportunity_stage, person, product
from desktop.views.imports import REPAIRED, ImportReport
from tests.importing.conftest import Importing, listed

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "crm-sales-opportunities"


def pipeline() -> list[dict[str, str]]:
    with (FOLDER / "sales_pipeline.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_real_folder_is_imported_whole_and_only_once(importing: Importing) -> None:
    if not FOLDER.is_dir():
        pytest.skip("the real data (../shared/data/crm-sales-opportunities) is not beside this checkout")
    report = importing.run(FOLDER)
    with importing.engine.connect() as connection:
        check_counts(connection)
        check_lines(connection)
        check_processes(connection)
    check_report(report)
    before = importing.everything()
    again = importing.run(FOLDER)
    assert importing.everything() == before
    assert (again.added, again.findings) == ({}, ())


def check_counts(connection: Connection) -> None:
    def count(table: Any) -> int:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()

    roles = Counter(connection.execute(select(person.c.role)).scalars())
    assert (roles["rep"], roles["manager"]) == (35, 6)
    reporting = select(person.c.manager_id).where(person.c.role == "rep")
    assert len(set(connection.execute(reporting).scalars())) == 6
    assert (count(account), count(product), count(opportunity)) == (85, 7, 8800)
    parents = connection.execute(select(account.c.parent_id).where(account.c.parent_id.is_not(None))).all()
    assert len(parents) == 15
    assert connection.execute(select(func.count()).where(account.c.sector_id.is_(None))).scalar() == 0
    assert connection.execute(select(func.count()).where(opportunity.c.account_id.is_(None))).scalar() == 1425


def check_lines(connection: Connection) -> None:
    """Every line is there with its agent, product, dates and amount; the sums are those of the file."""
    rows = connection.execute(
        select(
            opportunity,
            opportunity_stage.c.code,
            person.c.name.label("agent"),
            product.c.name.label("what"),
            account.c.name.label("whom"),
        )
        .join(opportunity_stage, opportunity_stage.c.id == opportunity.c.stage_id)
        .join(person, person.c.id == opportunity.c.owner_id)
        .join(product, product.c.id == opportunity.c.product_id)
        .outerjoin(account, account.c.id == opportunity.c.account_id)
    ).all()
    assert Counter(row.code for row in rows) == {
        "closed_won": 4238,
        "closed_lost": 2473,
        "presentation": 1589,
        "qualification": 500,
    }
    by_key = {row.source_key.partition(":")[2]: row for row in rows}
    for line in pipeline():
        row = by_key[line["opportunity_id"]]
        assert (row.agent, row.whom or "") == (line["sales_agent"], line["account"])
        assert row.what.replace(" ", "") == line["product"].replace(" ", "")
        assert day(line["engage_date"]) in (None, row.created_at.date())
        assert day(line["close_date"]) == (None if row.closed_at is None else row.closed_at.date())
        assert (int(line["close_value"]) * 100 if line["close_value"] else None) == row.income_minor
    assert sum(row.income_minor or 0 for row in rows) == 100 * sum(int(line["close_value"] or 0) for line in pipeline())
    assert sum(row.income_minor or 0 for row in rows) == 1_000_553_400


def day(text: str) -> date | None:
    if not text:
        return None
    month, number, year = map(int, text.split("/"))
    return date(year, month, number)


def check_processes(connection: Connection) -> None:
    """R5, R2: each open one has one run, the tasks of its stage for its agent, and a message for each."""
    rows = connection.execute(
        select(opportunity.c.id, opportunity.c.owner_id, opportunity_stage.c.code)
        .join(opportunity_stage, opportunity_stage.c.id == opportunity.c.stage_id)
        .where(~opportunity_stage.c.final)
    ).all()
    assert len(rows) == 2089
    runs = connection.execute(select(process_instance.c.subject_id, process_instance.c.status)).all()
    assert Counter(runs) == {(row.id, "running"): 1 for row in rows}
    expected = Counter()
    for row in rows:
        names = ("presentation_meeting",)
        if row.code == "qualification":
            names = ("contact_customer", "prepare_presentation")
        expected.update((row.id, row.owner_id, name, "planned") for name in names)
    tasks = select(activity.c.opportunity_id, activity.c.owner_id, activity.c.element_id, activity.c.status)
    assert Counter(map(tuple, connection.execute(tasks))) == expected
    told = select(notification.c.activity_id, notification.c.person_id)
    assert sorted(connection.execute(told)) == sorted(connection.execute(select(activity.c.id, activity.c.owner_id)))


def check_report(report: ImportReport) -> None:
    rules = Counter((found.outcome, found.field, found.rule) for found in report.findings)
    assert rules == {
        (REPAIRED, "product", "spelling"): 1480,
        (REPAIRED, "account", "left-empty"): 1425,
        (REPAIRED, "created", "dated-now"): 500,
        (REPAIRED, "sector", "misspelt"): 12,
        (REPAIRED, "address", "misspelt"): 1,
    }
    assert ("sales_pipeline.csv:3", "product", "GTXPro", "spelling", "GTX Pro") in listed(report, REPAIRED)
    assert (report.runs, report.tasks) == (2089, 2589)
