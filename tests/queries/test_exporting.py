"""A list is written as it is shown, and what was written is imported again as the very same records."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.views.exchange import Money, Refused
from desktop.views.rows import ListFilter
from desktop.views.spreadsheets import ExportColumn
from tests.desk import Desk

COLUMNS = {
    "opportunity": (
        ExportColumn("number", "Number"),
        ExportColumn("title", "Opportunity"),
        ExportColumn("account", "Customer"),
        ExportColumn("stage", "Stage"),
        ExportColumn("amount", "Amount", "money", "Amount, currency"),
        ExportColumn("expected_close", "Closes", "date"),
        ExportColumn("owner", "Owner"),
        ExportColumn("next_due", "Due", "moment"),
        ExportColumn("probability", "Probability", "number"),
    ),
    "contact": (
        ExportColumn("name", "Контакт"),
        ExportColumn("account", "Контрагент"),
        ExportColumn("email", "E-mail"),
        ExportColumn("phone", "Телефон"),
    ),
    "product": (
        ExportColumn("name", "Продукт"),
        ExportColumn("price", "Цена", "money", "Цена, валюта"),
        ExportColumn("offered", "Продаётся"),
    ),
}


@pytest.fixture
def filled(desk: Desk) -> Desk:
    company = desk.make("create_account", name="=Vega; GmbH")
    for number, amount in enumerate((None, Money(123_450, "EUR"), Money(700, "JPY"))):
        desk.make("create_opportunity", title=f"+Deal {number}", account=company, amount=amount)
    desk.make("create_contact", name="Boris “B” Lang", account=company, email="b@vega.example", phone="+49 30 1")
    desk.make("create_product", name="-Scales", price=Money(123_450, "EUR"), active=False)
    return desk


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("subject", list(COLUMNS))
def test_what_is_exported_is_the_same_when_it_is_imported(
    filled: Desk, tmp_path: Path, subject: str, kind: str
) -> None:
    ids = filled.see("list_ids", subject=subject, filter=ListFilter(state="all"))
    file = tmp_path / f"list.{kind}"
    written = filled.see("export_list", subject=subject, ids=ids, columns=COLUMNS[subject], path=str(file))
    assert written.rows == len(ids) > 0
    start = filled.see("import_start", path=str(file), subject=subject)
    used = {"number", "title", "account", "amount", "currency", "owner", "stage", "expected_close"}
    assert subject != "opportunity" or set(start.plan.columns) >= used
    plan = replace(start.plan, on_match="update")
    report = filled.do("check_import", plan=plan).result["report"]
    assert {row.outcome for row in report.rows} == {"unchanged"}, report.rows


def test_rows_stand_in_the_order_given_and_texts_are_harmless(filled: Desk, tmp_path: Path) -> None:
    ids = filled.see("list_ids", subject="opportunity", sort="title", descending=True)
    file = tmp_path / "list.csv"
    filled.see(
        "export_list",
        subject="opportunity",
        ids=ids,
        columns=COLUMNS["opportunity"][1:5],
        path=str(file),
        delimiter=";",
        decimal_point=",",
    )
    with file.open(encoding="utf-8-sig", newline="") as source:
        lines = list(csv.reader(source, delimiter=";"))
    assert [line[0] for line in lines] == ["Opportunity", "'+Deal 2", "'+Deal 1", "'+Deal 0"]
    assert lines[1][3:] == ["700", "JPY"] and lines[2][3:] == ["1234,50", "EUR"] and lines[3][3:] == ["", ""]


def test_progress_is_told_and_cancel_leaves_no_file(filled: Desk, tmp_path: Path) -> None:
    ids = filled.see("list_ids", subject="opportunity")
    file, steps = tmp_path / "list.csv", []
    query = {"subject": "opportunity", "ids": ids, "columns": COLUMNS["opportunity"], "path": str(file)}
    filled.see("export_list", **query, progress=lambda done, total: steps.append((done, total)))
    assert steps == [(0, 3), (3, 3)]
    file.unlink()
    with pytest.raises(Refused) as caught:
        filled.see("export_list", **query, cancelled=lambda: True)
    assert caught.value.code == "export-cancelled" and not list(tmp_path.glob("list*"))
