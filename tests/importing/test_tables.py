"""Tables become records: checked by the same run, all or nothing, undone at once, by the rules that hold by hand."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.importing.table_run import parents_first
from desktop.processes.tables import process_instance
from desktop.sales.tables import (
    account,
    activity,
    contact,
    import_mapping,
    lead,
    opportunity,
    person,
    product,
    stage_history,
)
from desktop.views.exchange import Action, Query, Refused
from desktop.views.spreadsheets import FileOptions
from desktop.views.table_import import ImportStart, Plan, RowReport, TableReport
from tests.actions.conftest import desk
from tests.actions.desk import Desk

__all__ = ["desk"]
ALL = (account, activity, contact, lead, opportunity, product, stage_history, process_instance)


class Importing:
    """Writes a file, looks at it, checks and imports it."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self.desk = desk
        self.folder = folder

    def file(self, *rows: str, name: str = "table.csv") -> str:
        path = self.folder / name
        path.write_text("\n".join(rows) + "\n", encoding="utf-8")
        return str(path)

    def start(self, subject: str, *rows: str, **more: Any) -> ImportStart:
        found = self.desk.ask("import_start", path=self.file(*rows), subject=subject, **more)
        assert isinstance(found, ImportStart)
        return found

    def check(self, plan: Plan) -> TableReport:
        before = self.desk.everything(*ALL)
        report = self.desk.do("check_import", plan=plan).result["report"]
        assert self.desk.everything(*ALL) == before, "a check changes nothing"
        return report

    def load(self, subject: str, *rows: str, **more: Any) -> TableReport:
        """Check and import, and see that both say the same; every row stands in the report."""
        plan = replace(self.start(subject, *rows).plan, **more)
        checked = self.check(plan)
        assert len(checked.rows) == len(rows) - 1
        report = self.desk.do("import_table", plan=plan).result["report"]
        told = [replace(row, record=None) for row in report.rows]
        assert told == [replace(row, record=None) for row in checked.rows]
        return report

    def error(self, subject: str, *rows: str, **more: Any) -> RowReport:
        """Check rows of which the last is wrong; nothing of them is imported."""
        plan = replace(self.start(subject, *rows).plan, **more)
        report = self.check(plan)
        assert [row.outcome for row in report.rows].count("error") == 1
        before = self.desk.everything(*ALL)
        assert self.desk.refused("import_table", plan=plan).code == "table-has-errors"
        assert self.desk.everything(*ALL) == before
        (row,) = [row for row in report.rows if row.outcome == "error"]
        assert all(problem.why and problem.mend for problem in row.problems)
        return row


@pytest.fixture
def importing(desk: Desk, tmp_path: Path) -> Importing:
    folder = tmp_path / "tables"
    folder.mkdir()
    return Importing(desk, folder)


def outcomes(report: TableReport) -> list[str]:
    return [row.outcome for row in report.rows]


# Creating ------------------------------------------------------------------------------------------


def test_every_subject_is_created_from_the_file_of_a_stranger(importing: Importing, desk: Desk) -> None:
    importing.load("account", "Company,Industry,Employees,Web", "Vega,Retail,120,vega.example")
    importing.load("contact", "ФИО;Почта;Компания;Должность", "Борис Ланг;boris@vega.example;vega;Директор")
    importing.load("product", "Артикул;Наименование;Цена;Валюта", "A-1;Весы;1 200,50;RUB")
    importing.load("lead", "Lead,Company,Contact,E-mail,Budget", "Cash desks,Vega,Boris,b@vega.example,5000 USD")
    importing.load("opportunity", "Deal,Customer,Amount,Contact,Owner", "Scales,VEGA,12.5,Борис Ланг,anna kern")
    importing.load("activity", "Task,Type,Date,Deal,Done", "Call them,Звонок,2026-03-05 10:00,scales,yes")
    vega = desk.row(account, name="Vega")
    boris = desk.row(contact, name="Борис Ланг")
    assert (vega.employees, vega.website, boris.account_id) == (120, "vega.example", vega.id)
    assert (desk.row(product, code="A-1").price_minor, desk.row(product, code="A-1").price_currency) == (120_050, "RUB")
    assert desk.row(lead, title="Cash desks").budget_currency == "USD"
    sale = desk.row(opportunity, title="Scales")
    assert (sale.account_id, sale.contact_id, sale.amount_minor) == (vega.id, boris.id, 1250)
    done = desk.row(activity, title="Call them")
    assert (done.kind, done.opportunity_id, done.status) == ("call", sale.id, "done")


def test_the_subject_is_guessed_by_the_headings(importing: Importing, desk: Desk) -> None:
    path = importing.file("Full name,E-mail,Job title,Company", "a,b@c.example,d,e")
    assert desk.ask("import_start", path=path).plan.subject == "contact"
    path = importing.file("Deal,Deal stage,Close date,Amount", "a,b,c,1")
    assert desk.ask("import_start", path=path).plan.subject == "opportunity"


def test_what_a_row_refers_to_is_made_once_and_only_if_that_is_wanted(importing: Importing, desk: Desk) -> None:
    rows = ("Title,Customer,Contact", "One,Vega,Boris", "Two,vega,boris", "Three,Nord,Boris")
    report = importing.load("opportunity", *rows, match="")
    assert report.made == {"account": 2, "contact": 1}
    assert len(desk.rows(account)) == 2
    row = importing.error("opportunity", "Title,Customer", "Four,Lumen", create_missing=frozenset())
    assert row.problems[0].column == "Customer" and row.problems[0].value == "Lumen"


def test_a_row_that_fails_leaves_nothing_of_what_was_made_for_it(importing: Importing, desk: Desk) -> None:
    start = importing.start("opportunity", "Title,Customer,Amount", "One,Vega,5", "Two,Nord,-5", "Three,Nord,5")
    plan = replace(start.plan, leave_out_errors=True)
    done = desk.do("import_table", plan=plan)
    report = done.result["report"]
    assert outcomes(report) == ["created", "error", "created"]
    assert [row.name for row in desk.rows(account)] == ["Vega", "Nord"]
    assert "1 row left out" in done.message and report.made == {"account": 2}


def test_a_closed_sale_comes_in_closed_with_its_history_and_without_a_process(importing: Importing, desk: Desk) -> None:
    reason = desk.ask("choices", lookup="closing_reason")[0].label
    rows = (
        "Title,Stage,Begun on,Closed on,Actual income,Reason of closing,Competitor,Time spent",
        "Won,Closed won,2026-01-05,2026-02-01,700,,,1:30",
        f"Lost,Завершена с проигрышем,,01.02.2026,,{reason},Rival,",
        "Open,Proposal,2026-01-05,,,,,",
    )
    importing.load("opportunity", *rows, match="")
    won, lost, still_open = desk.rows(opportunity)
    assert (desk.stage_of(won.id), won.income_minor, won.amount_minor, won.closed_minutes) == (
        "closed_won", 70_000, 70_000, 90,
    )  # fmt: skip
    assert (desk.stage_of(lost.id), lost.competitor, lost.closed_at.day) == ("closed_lost", "Rival", 1)
    assert desk.stage_of(still_open.id) == "proposal" and still_open.created_at.day == 5
    history = desk.rows(stage_history, opportunity_id=won.id)
    assert [(entry.entered_at.month, entry.left_at and entry.left_at.month) for entry in history] == [(1, 2), (2, None)]
    assert not desk.rows(process_instance)
    assert desk.refused("change_stage", opportunity=won.id, stage="proposal").code == "final-stage"


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("Won,Closed won,,,700,", "Closed on"),
        ("Won,Closed won,,2026-02-01,,", "Actual income"),
        ("Lost,Closed lost,,2026-02-01,,", "Reason of closing"),
        ("Won,Closed won,2026-03-01,2026-02-01,700,", "Closed on"),
    ],
)
def test_a_sale_that_is_closed_by_halves_is_an_error(importing: Importing, row: str, column: str) -> None:
    head = "Title,Stage,Begun on,Closed on,Actual income,Reason of closing"
    assert importing.error("opportunity", head, row).problems[0].column == column


def test_the_process_runs_on_open_sales_if_that_is_wanted(importing: Importing, desk: Desk) -> None:
    importing.load("opportunity", "Title,Stage", "One,Presentation", match="", run_process=True)
    (sale,) = desk.rows(opportunity)
    assert len(desk.running(sale.id)) == 1 and desk.tasks(sale.id)


def test_lookups_are_found_by_their_names_in_both_languages(importing: Importing, desk: Desk) -> None:
    category, need = desk.ask("choices", lookup="opportunity_category")[0], desk.ask("choices", lookup="need")[0]
    importing.load("opportunity", "Title,Category,Need", f"One,{category.label.upper()},{need.code}", match="")
    found = desk.row(opportunity, title="One")
    assert (found.category_id, found.need_id) == (category.id, need.id)


def test_a_lead_comes_in_on_its_stage_without_starting_a_sale(importing: Importing, desk: Desk) -> None:
    importing.load("lead", "Title,Stage,Created", "One,Awaiting sale,2026-01-05 10:00", match="")
    (found,) = desk.rows(lead)
    assert found.created_at.day == 5 and not desk.rows(opportunity)


# Errors --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("subject", "head", "row", "column"),
    [
        ("opportunity", "Title,Amount", "x,many", "Amount"),
        ("opportunity", "Title,Category", "x,Nothing", "Category"),
        ("opportunity", "Title,Expected close", "x,soon", "Expected close"),
        ("opportunity", "Title,Owner", "x,Nobody", "Owner"),
        ("opportunity", "Title,Stage", "x,Nowhere", "Stage"),
        ("opportunity", "Title,Need", "x,Nothing", "Need"),
        ("opportunity", "Title,Amount", ",5", "Title"),
        ("contact", "Name,E-mail", "x,no address", "E-mail"),
        ("account", "Name,Founded", "x,12", "Founded"),
        ("account", "Name,Employees", "x,1.5", "Employees"),
        ("account", "Name,Parent company", "x,Nobody", "Parent company"),
        ("activity", "Title,Kind", "x,Dance", "Kind"),
        ("activity", "Title,Start,Due", "x,2026-03-05 10:00,2026-03-05 09:00", "Due"),
        ("product", "Name,List price", "x,-5", "List price"),
        ("opportunity", "Title,Amount", "x,5,7", ""),
    ],
)
def test_an_error_names_row_column_value_reason_and_way_out(
    importing: Importing, subject: str, head: str, row: str, column: str
) -> None:
    found = importing.error(subject, head, row, match="")
    assert found.number == 2 and found.problems[0].column == column


def test_all_that_is_wrong_with_a_row_is_said_at_once(importing: Importing) -> None:
    row = importing.error("opportunity", "Title,Amount,Owner,Stage", "x,many,Nobody,Nowhere", match="")
    assert [problem.column for problem in row.problems] == ["Stage", "Owner", "Amount"] or len(row.problems) == 3
    assert "Proposal" in next(problem.mend for problem in row.problems if problem.column == "Stage")


# Matching ------------------------------------------------------------------------------------------


def test_a_record_is_known_by_its_number_and_told_field_by_field(importing: Importing, desk: Desk) -> None:
    made = desk.do("create_opportunity", title="Old title").result["opportunity"]
    number = desk.row(opportunity, id=made).number
    report = importing.load("opportunity", "Number,Title,Amount", f"{number.lower()},New title,", "OPP-99999,Other,5")
    assert outcomes(report) == ["updated", "created"]
    assert [(change.label, change.before, change.after) for change in report.rows[0].changes] == [
        ("Title", "Old title", "New title")
    ]
    assert desk.row(opportunity, id=made).title == "New title"
    again = importing.load("opportunity", "Number,Title,Amount", f"{number},New title,")
    assert outcomes(again) == ["unchanged"]


@pytest.mark.parametrize(
    ("on_match", "on_new", "expected", "phone"),
    [
        ("update", "create", ["updated", "created"], "2"),
        ("fill", "create", ["updated", "created"], "1"),
        ("skip", "create", ["skipped", "created"], "1"),
        ("update", "skip", ["updated", "skipped"], "2"),
    ],
)
def test_what_is_there_is_updated_filled_or_left_and_what_is_not_is_created_or_left_out(
    importing: Importing, desk: Desk, *, on_match: str, on_new: str, expected: list[str], phone: str
) -> None:
    desk.do("create_contact", name="Boris", email="b@vega.example", phone="1")
    rows = ("Name,E-mail,Phone,Job title", "Boris,B@VEGA.example,2,Head", "Vera,v@vega.example,3,")
    report = importing.load("contact", *rows, match="email", on_match=on_match, on_new=on_new)
    assert outcomes(report) == expected
    boris = desk.row(contact, name="Boris")
    assert (boris.phone, boris.job_title) == (phone, "" if on_match == "skip" else "Head")
    assert all(row.note for row in report.rows if row.outcome == "skipped")


def test_a_contact_is_known_by_name_and_account_together(importing: Importing, desk: Desk) -> None:
    for name in ("Vega", "Nord"):
        company = desk.do("create_account", name=name).result["account"]
        desk.do("create_contact", name="Boris", account=company)
    report = importing.load("contact", "Name,Account,Phone", "boris,NORD,5", match="name_account")
    assert outcomes(report) == ["updated"]
    assert [row.phone for row in desk.rows(contact)] == ["", "5"]
    row = importing.error("contact", "Name,Phone", "Boris,6", match="name")
    assert "2" in row.problems[0].why


def test_an_external_key_is_kept_and_the_record_known_by_it_for_good(importing: Importing, desk: Desk) -> None:
    importing.load("lead", "External id,Title", "crm-7,First")
    found = desk.row(lead, source_key="crm-7")
    report = importing.load("lead", "External id,Title", "CRM-7,Renamed")
    assert outcomes(report) == ["updated"] and desk.row(lead, id=found.id).title == "Renamed"
    row = importing.error("lead", "External id,Title", "crm-7,Another", match="title")
    assert row.problems[0].column == "External id"
    row = importing.error("lead", "External id,Title", "crm-8,One", "crm-8,Two", match="")
    assert row.number == 3 and row.problems[0].column == "External id"


def test_two_rows_that_are_one_record_are_an_error_that_names_the_other_line(importing: Importing) -> None:
    row = importing.error("account", "Name,Phone", "Vega,1", "Nord,2", "VEGA ,3")
    assert row.number == 4 and "2" in row.problems[0].why


def test_the_stage_of_a_sale_moves_through_the_gate(importing: Importing, desk: Desk) -> None:
    """N5: an import stops at a missing field like any other way, and goes on where the row brings it."""
    desk.do("require_field", stage="qualification", field="need_text", severity="stop")
    made = desk.do("create_opportunity", title="Deal").result["opportunity"]
    row = importing.error("opportunity", "Title,Stage", "Deal,Proposal", match="title")
    assert desk.stage_of(made) == "qualification" and row.problems[0].why
    head = "Title,Stage,Need in the customer's words"
    importing.load("opportunity", head, "Deal,Proposal,Scales", match="title")
    assert desk.stage_of(made) == "proposal"


def test_r9_a_final_stage_is_not_left_by_an_import(importing: Importing, desk: Desk) -> None:
    head = "Title,Stage,Closed on,Actual income"
    importing.load("opportunity", head, "Deal,Closed won,2026-02-01,5", match="")
    row = importing.error("opportunity", "Title,Stage", "Deal,Proposal", match="title")
    assert "Closed won" in row.problems[0].why
    report = importing.load("opportunity", "Title,Stage,Description", "Deal,Closed won,More", match="title")
    assert [change.field for change in report.rows[0].changes] == ["need_text"]


def test_an_import_closes_a_sale_with_what_closing_asks_for(importing: Importing, desk: Desk) -> None:
    made = desk.sale_on("contracting")
    row = importing.error("opportunity", "Title,Stage", "Warehouse automation,Closed lost", match="title")
    assert row.problems[0].why
    reason = desk.ask("choices", lookup="closing_reason")[0].label
    head = "Title,Stage,Reason of closing"
    importing.load("opportunity", head, f"Warehouse automation,Closed lost,{reason}", match="title")
    assert desk.stage_of(made) == "closed_lost" and not desk.running(made)


def test_a_new_owner_gets_the_open_tasks_like_by_hand(importing: Importing, desk: Desk) -> None:
    made = desk.sale_on("qualification")
    desk.do("create_person", name="Vera Stone", manager=desk.person("Anna Kern"))
    importing.load("opportunity", "Title,Owner", "Warehouse automation,Vera Stone", match="title")
    owners = {row.owner_id for row in desk.rows(activity, opportunity_id=made)}
    assert owners == {desk.person("Vera Stone")}


# All or nothing, cancel, undo ----------------------------------------------------------------------


def test_one_undo_takes_a_whole_import_back(importing: Importing, desk: Desk) -> None:
    desk.do("create_account", name="Vega", phone="1")
    before = desk.everything(*ALL)
    rows = ("Name,Phone,Parent company", "Vega,2,", "Nord,3,", "Lumen,4,Vega")
    importing.load("account", *rows, match="name")
    importing_action = desk.ask("shell").undo_label
    assert "2 new records" in importing_action
    desk.do("undo")
    assert desk.everything(*ALL) == before
    desk.do("redo")
    assert len(desk.rows(account)) == 3


def test_cancel_ends_an_import_and_a_check_and_leaves_nothing(importing: Importing, desk: Desk) -> None:
    rows = ("Title,Customer", *(f"Deal {number},Customer {number}" for number in range(60)))
    plan = replace(importing.start("opportunity", *rows).plan, match="")
    before = desk.everything(*ALL)
    for name in ("check_import", "import_table"):
        steps: list[tuple[int, int]] = []

        def cancelled(steps: list[tuple[int, int]] = steps) -> bool:
            return len(steps) > 2

        progress: Callable[[int, int], None] = lambda done, total, steps=steps: steps.append((done, total))  # noqa: E731
        refusal = desk.refused(name, plan=plan, progress=progress, cancelled=cancelled)
        assert refusal.code == "import-cancelled" and steps == [(0, 60), (20, 60), (40, 60)]
        assert desk.everything(*ALL) == before


def test_a_file_that_has_changed_since_it_was_looked_at_is_refused(importing: Importing, desk: Desk) -> None:
    plan = importing.start("account", "Name", "Vega").plan
    importing.file("Name", "Nord")
    assert desk.refused("check_import", plan=plan).code == "table-changed"
    assert desk.refused("import_table", plan=plan).code == "table-changed"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"columns": {}}, "table-nothing-mapped"),
        ({"columns": {"name": 7}}, "table-field-unknown"),
        ({"columns": {"colour": 0}}, "table-field-unknown"),
        ({"match": "email"}, "table-match-incomplete"),
        ({"match": "", "on_new": "skip"}, "table-match-incomplete"),
        ({"subject": "planet"}, "table-subject-unknown"),
    ],
)
def test_a_plan_that_does_not_fit_is_refused(importing: Importing, desk: Desk, changes: dict, code: str) -> None:
    plan = replace(importing.start("account", "Name", "Vega").plan, **changes)
    assert desk.refused("check_import", plan=plan).code == code


def test_rights_hold_for_every_row(importing: Importing, desk: Desk) -> None:
    """Whoever may not create products by hand does not create them by a table."""
    vera = desk.do("create_person", name="Vera Stone").result["person"]
    desk.workspace.perform(Action("switch_person", person=vera)).result()
    row = importing.error("product", "Name", "Scales")
    assert row.problems[0].why and not desk.rows(product)


# Kept mappings -------------------------------------------------------------------------------------


def test_a_kept_mapping_is_taken_up_by_a_table_with_the_same_headings(importing: Importing, desk: Desk) -> None:
    rows = ("Firma;Ort;Quelle", "Vega;Berlin;7")
    plan = replace(
        importing.start("account", *rows).plan,
        columns={"name": 0, "address": 1, "source_key": 2},
        match="source_key",
        on_match="fill",
    )
    desk.do("save_import_mapping", name=" From the old CRM ", plan=plan)
    start = importing.start("account", "FIRMA;ort ;Quelle", "Nord;Rom;8")
    assert start.taken == "From the old CRM"
    assert (start.plan.columns, start.plan.match, start.plan.on_match) == (plan.columns, "source_key", "fill")
    other = importing.start("account", "Quelle;Firma", "9;Lumen")
    (kept,) = other.mappings
    assert other.taken == "" and not kept.fits and kept.columns == {"name": 1, "source_key": 0}
    again = replace(importing.start("account", *rows).plan, on_match="skip")
    desk.do("save_import_mapping", name="From the old CRM", plan=again)
    assert desk.row(import_mapping, name="From the old CRM").mapping["on_match"] == "skip"
    desk.do("remove_import_mapping", id=kept.id)
    assert not desk.rows(import_mapping)
    desk.do("undo")
    assert len(desk.rows(import_mapping)) == 1
    assert desk.refused("save_import_mapping", name=" ", plan=plan).code == "name-missing"


# The report as a file ------------------------------------------------------------------------------


def test_the_report_is_written_with_every_row_and_no_formula(importing: Importing, desk: Desk, tmp_path: Path) -> None:
    rows = ("Name,Phone", "=cmd(),1", "Nord,2", ",3")
    report = importing.check(importing.start("account", *rows).plan)
    file = tmp_path / "report.csv"
    written = desk.ask("export_report", report=report, path=str(file))
    with file.open(encoding="utf-8-sig", newline="") as source:
        lines = list(csv.reader(source))
    assert written.rows == len(lines) - 1 == 5
    assert lines[1][:3] == ["2", "will be created", "'=cmd()"] and lines[-1][1] == "error"
    desk.ask("export_report", report=report, path=str(file), outcomes=("error",))
    assert len(file.read_text(encoding="utf-8-sig").splitlines()) == 2


def test_the_window_may_choose_encoding_delimiter_and_head(importing: Importing, desk: Desk) -> None:
    path = importing.folder / "odd.csv"
    path.write_bytes("Отчёт\nНазвание|Телефон\nВега|1\n".encode("cp1251"))
    options = FileOptions(encoding="cp1251", delimiter="|", head=2)
    start = desk.ask("import_start", path=str(path), subject="account", options=options)
    assert start.file.columns == ("Название", "Телефон") and start.file.options == options
    assert start.file.sample == (("Вега", "1"),)
    with pytest.raises(Refused):
        desk.workspace.ask(Query("import_start", path=str(path), options=replace(options, encoding="utf-8"))).result()
    assert desk.rows(person)


def test_a_company_may_stand_below_those_that_belong_to_it(importing: Importing, desk: Desk) -> None:
    rows = ("Name,Parent company", "Vega Berlin,vega Europe", "Vega Europe,Vega", "Other,", "Vega,")
    report = importing.load("account", *rows)
    assert [row.title for row in report.rows] == ["Vega Berlin", "Vega Europe", "Other", "Vega"]
    names = {row.id: row.name for row in desk.rows(account)}
    found = {row.name: names.get(row.parent_id) for row in desk.rows(account)}
    assert found == {"Vega Berlin": "Vega Europe", "Vega Europe": "Vega", "Other": None, "Vega": None}


def test_a_ring_of_companies_is_an_error_of_every_row_in_it(importing: Importing) -> None:
    assert parents_first(["a", "b", "c"], ["b", "a", ""]) == [2, 0, 1]
    report = importing.check(importing.start("account", "Name,Parent company", "A,B", "B,A", "C,").plan)
    assert outcomes(report) == ["error", "error", "created"]


# The real data -------------------------------------------------------------------------------------

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "crm-sales-opportunities"


def test_real_files_are_read_checked_and_imported(importing: Importing, desk: Desk, tmp_path: Path) -> None:
    if not FOLDER.is_dir():
        pytest.skip("the real data (../shared/data/crm-sales-opportunities) is not beside this checkout")
    products = desk.ask("import_start", path=str(FOLDER / "products.csv"))
    assert products.plan.subject == "product" and set(products.plan.columns) == {"name", "series", "price"}
    assert desk.do("import_table", plan=products.plan).result["report"].counts == {"created": 7}
    with (FOLDER / "accounts.csv").open(encoding="utf-8", newline="") as source:
        lines = list(csv.DictReader(source))
    wrong = {line["account"] for line in lines if line["sector"] == "technolgy"}
    orphans = {line["account"] for line in lines if line["subsidiary_of"] in wrong} - wrong
    accounts = desk.ask("import_start", path=str(FOLDER / "accounts.csv"), subject="account")
    assert set(accounts.plan.columns) == {"name", "sector", "founded", "revenue", "employees", "address", "parent"}
    report = importing.check(accounts.plan)
    failed = {row.title for row in report.rows if row.outcome == "error"}
    assert failed == wrong | orphans and len(report.rows) == len(lines)
    said = {problem.mend for row in report.rows for problem in row.problems if problem.column == "sector"}
    assert len(said) == 1 and "Technology" in said.pop()
    mended = tmp_path / "mended.csv"
    mended.write_text((FOLDER / "accounts.csv").read_text(encoding="utf-8").replace("technolgy", "technology"), "utf-8")
    plan = replace(accounts.plan, path=str(mended), digest="")
    assert desk.do("import_table", plan=plan).result["report"].counts == {"created": len(lines)}
    parents = sum(row.parent_id is not None for row in desk.rows(account))
    assert parents == sum(bool(line["subsidiary_of"]) for line in lines)
    assert desk.do("check_import", plan=plan).result["report"].counts == {"unchanged": len(lines)}
