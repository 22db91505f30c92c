"""What an import makes of the lines, and every rule of docs/import.md for oddities."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select

from desktop.processes.tables import process_instance
from desktop.sales.tables import (
    account,
    activity,
    lookup_value,
    notification,
    opportunity,
    opportunity_stage,
    person,
    product,
    stage_history,
)
from desktop.store.journal import entry_table
from desktop.views.exchange import Action, ClosingAnswer, Money
from desktop.views.imports import KEPT, REJECTED, REPAIRED
from tests.importing.conftest import DATA, Importing, listed


def noon(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 12, tzinfo=UTC)


def test_agents_report_to_the_managers_they_name(importing: Importing) -> None:
    importing.run()
    people = {row.name: row for row in importing.rows(person)}
    assert {name: row.role for name, row in people.items() if row.role != "administrator"} == {
        "Olga Sokolova": "manager",
        "Karl Vogt": "manager",
        "Ida Brandt": "rep",
        "Tom Ashby": "rep",
        "Ravi Menon": "rep",
    }
    assert people["Ida Brandt"].manager_id == people["Olga Sokolova"].id
    assert people["Ravi Menon"].manager_id == people["Karl Vogt"].id
    assert people["Karl Vogt"].manager_id is None
    assert people["Olga Sokolova"].office == people["Tom Ashby"].office == "North"


def test_products_and_accounts_keep_units_currency_and_parents(importing: Importing) -> None:
    importing.run()
    prices = {row.name: (row.series, row.price_minor, row.price_currency) for row in importing.rows(product)}
    assert prices == {
        "Pump One": ("P", 120_000, "USD"),
        "Pump Two Plus": ("P", 345_050, "USD"),
        "Valve": ("V", 9_900, "USD"),
    }
    accounts = {row.name: row for row in importing.rows(account)}
    mills = accounts["Northwind Mills"]
    assert (mills.revenue_minor, mills.revenue_currency) == (110_004_000_000, "USD")
    assert (mills.employees, mills.founded, mills.address) == (2822, 1996, "Philippines")
    assert importing.row(lookup_value, id=mills.sector_id).code == "technology"
    assert accounts["Green, Grey & Sons"].parent_id == mills.id
    assert accounts["Loop A"].parent_id == accounts["Loop B"].id
    assert accounts["Loop B"].parent_id is None
    assert accounts["Odd Sector"].sector_id is None


def test_closed_opportunities_keep_their_dates_and_amounts(importing: Importing) -> None:
    importing.run()
    won, lost = importing.deal("W1"), importing.deal("L1")
    ida = importing.row(person, name="Ida Brandt").id
    assert won.stage_id == importing.stage("closed_won").id
    assert (won.title, won.owner_id, won.closed_by) == ("Northwind Mills / Pump One", ida, ida)
    assert (won.created_at, won.closed_at, won.stage_since) == (noon(2016, 10, 20), noon(2017, 3, 1), noon(2017, 3, 1))
    assert (won.income_minor, won.income_currency, won.amount_minor, won.probability) == (105_400, "USD", 105_400, 100)
    assert won.expected_close == date(2017, 3, 1)
    assert lost.stage_id == importing.stage("closed_lost").id
    assert (lost.income_minor, lost.amount_minor, lost.probability) == (0, 120_000, 0)
    assert importing.row(lookup_value, id=lost.closing_reason_id).code == "other"
    assert won.closing_reason_id is None
    assert importing.deal("L2").income_minor is None
    stood = [
        (row.stage_id, row.entered_at, row.left_at) for row in importing.rows(stage_history, opportunity_id=won.id)
    ]
    assert stood == [
        (importing.stage("presentation").id, noon(2016, 10, 20), noon(2017, 3, 1)),
        (won.stage_id, noon(2017, 3, 1), None),
    ]
    assert importing.rows(activity, opportunity_id=won.id) == []


def test_r5_every_open_opportunity_has_its_process_on_its_stage_with_all_tasks(importing: Importing, clock) -> None:
    report = importing.run()
    owners = {"E1": "Ida Brandt", "E2": "Tom Ashby", "E3": "Ravi Menon", "E4": "Karl Vogt"}
    owners |= {"P1": "Ida Brandt", "P2": "Ravi Menon", "P3": "Ravi Menon"}
    for key, name in owners.items():
        deal = importing.deal(key)
        run = importing.row(process_instance, subject_id=deal.id)
        assert (run.status, run.definition_key) == ("running", "corporate_sale")
        tasks = importing.rows(activity, instance_id=run.id)
        expected = {"presentation_meeting"} if key[0] == "E" else {"contact_customer", "prepare_presentation"}
        assert {task.element_id for task in tasks} == expected
        assert {task.owner_id for task in tasks} == {importing.row(person, name=name).id}
        assert all(task.status == "planned" and task.due_at > clock() for task in tasks)
    assert (report.runs, report.tasks) == (7, 10)
    assert deal.stage_id == importing.stage("qualification").id
    assert importing.deal("E1").stage_id == importing.stage("presentation").id


def test_r2_every_task_has_its_message_to_the_owner(importing: Importing) -> None:
    importing.run()
    tasks = {(row.id, row.owner_id) for row in importing.rows(activity)}
    assert {(row.activity_id, row.person_id) for row in importing.rows(notification)} == tasks


def test_the_process_of_an_imported_opportunity_goes_on_like_any_other(importing: Importing) -> None:
    importing.run()
    deal = importing.deal("E1")
    (task,) = importing.rows(activity, opportunity_id=deal.id)
    importing.do("complete_task", activity=task.id, result="interested")
    assert importing.deal("E1").stage_id == importing.stage("proposal").id
    assert len(importing.rows(activity, opportunity_id=deal.id, status="planned")) == 3


def test_open_opportunities_have_the_list_price_as_amount(importing: Importing) -> None:
    importing.run()
    assert importing.deal("E1").amount_minor == 345_050
    assert importing.deal("P3").amount_minor is None
    assert (importing.deal("E3").income_minor, importing.deal("E3").closed_at) == (None, None)


def test_missing_dates_are_the_moment_of_the_import_or_the_day_of_the_closing(importing: Importing, clock) -> None:
    importing.run()
    assert importing.deal("P1").created_at == clock()
    assert importing.deal("P3").created_at == noon(2017, 12, 5)
    assert importing.deal("W3").created_at == noon(2016, 12, 31)


def test_titles_without_account_or_product(importing: Importing) -> None:
    importing.run()
    assert {key: importing.deal(key).title for key in ("E1", "E2", "P3")} == {
        "E1": "Northwind Mills / Pump Two Plus",
        "E2": "Valve",
        "P3": "P3",
    }


def test_every_opportunity_gets_the_next_number(importing: Importing) -> None:
    importing.run()
    assert [row.number for row in importing.rows(opportunity)] == [f"OPP-{number:05d}" for number in range(1, 13)]
    made = importing.do("run_process").result["opportunity"]
    assert importing.row(opportunity, id=made).number == "OPP-00013"


def test_what_is_repaired_is_listed_with_its_rule(importing: Importing) -> None:
    assert listed(importing.run(), REPAIRED) == {
        ("sales_teams.csv:6", "manager", "Karl Vogt", "own-superior", ""),
        ("accounts.csv:2", "sector", "technolgy", "misspelt", "technology"),
        ("accounts.csv:2", "address", "Philipines", "misspelt", "Philippines"),
        ("accounts.csv:3", "parent", "northwind  mills", "spelling", "Northwind Mills"),
        ("accounts.csv:5", "parent", "Loop A", "own-superior", ""),
        ("accounts.csv:6", "sector", "alchemy", "unknown-left-empty", ""),
        ("accounts.csv:6", "parent", "Nobody Known", "unknown-left-empty", ""),
        ("accounts.csv:6", "revenue", "0.123456789", "rounded", "0.12345679"),
        ("sales_pipeline.csv:3", "product", "PumpTwoPlus", "spelling", "Pump Two Plus"),
        ("sales_pipeline.csv:4", "created", "", "dated-by-close", ""),
        ("sales_pipeline.csv:8", "account", "", "left-empty", ""),
        ("sales_pipeline.csv:9", "closed", "12/4/2017", "open-without-closing", ""),
        ("sales_pipeline.csv:9", "income", "77", "open-without-closing", ""),
        ("sales_pipeline.csv:10", "account", "green, grey&sons", "spelling", "Green, Grey & Sons"),
        ("sales_pipeline.csv:11", "account", "", "left-empty", ""),
        ("sales_pipeline.csv:11", "created", "", "dated-now", ""),
        ("sales_pipeline.csv:12", "created", "", "dated-now", ""),
        ("sales_pipeline.csv:13", "account", "", "left-empty", ""),
    }


def test_what_is_rejected_is_listed_with_its_rule(importing: Importing) -> None:
    report = importing.run()
    assert listed(report, REJECTED) == {
        ("sales_teams.csv:5", "key", "ida brandt", "repeated", "sales_teams.csv:2"),
        ("products.csv:5", "key", "Valve", "repeated", "products.csv:4"),
        ("products.csv:6", "price", "cheap", "number-wrong", ""),
        ("accounts.csv:7", "founded", "ninety", "number-wrong", ""),
        ("sales_pipeline.csv:14", "key", "W1", "repeated", "sales_pipeline.csv:2"),
        ("sales_pipeline.csv:15", "product", "Anvil", "unknown", ""),
        ("sales_pipeline.csv:16", "account", "Nowhere Ltd", "unknown", ""),
        ("sales_pipeline.csv:17", "owner", "Nobody", "unknown", ""),
        ("sales_pipeline.csv:18", "stage", "Paused", "unknown", ""),
        ("sales_pipeline.csv:19", "created", "31/12/2017", "date-wrong", ""),
        ("sales_pipeline.csv:20", "closed", "2017-12-01", "closed-before-begun", ""),
        ("sales_pipeline.csv:21", "closed", "", "closed-without-date", ""),
        ("sales_pipeline.csv:22", "income", "", "won-without-income", ""),
        ("sales_pipeline.csv:23", "owner", "", "missing", ""),
        ("sales_pipeline.csv:24", "income", "1,054", "number-wrong", ""),
        ("sales_pipeline.csv:25", "income", "-5", "number-wrong", ""),
    }
    assert len(importing.rows(opportunity)) == 12
    assert report.added == {"person": 5, "product": 3, "account": 5, "opportunity": 12}


def test_a_second_run_changes_nothing(importing: Importing, clock) -> None:
    first = importing.run()
    before = importing.everything()
    clock.advance(days=3)
    second = importing.run()
    assert importing.everything() == before
    assert second.added == {}
    assert dict(second.unchanged) == {"person": 4, "product": 3, "account": 5, "opportunity": 12}
    assert listed(second, KEPT) == set()
    assert listed(second, REJECTED) == listed(first, REJECTED)


def test_lines_that_were_corrected_are_added_by_the_next_run(importing: Importing, edit) -> None:
    importing.run()
    report = importing.run(edit("sales_pipeline.csv", "X01,Ida Brandt,Anvil", "X01,Ida Brandt,Valve"))
    assert report.added == {"opportunity": 1}
    assert importing.deal("X01").number == "OPP-00013"


def test_what_people_did_meanwhile_is_kept_and_listed(importing: Importing) -> None:
    importing.run()
    deal, tom = importing.deal("E1"), importing.row(person, name="Tom Ashby")
    importing.do("save_opportunity", id=deal.id, version=deal.version, fields={"owner": tom.id})
    importing.do("change_stage", opportunity=deal.id, stage="proposal")
    mills = importing.row(account, name="Northwind Mills")
    importing.do("save_account", id=mills.id, version=mills.version, fields={"name": "Northwind Holding"})
    before = importing.everything()
    assert listed(importing.run(), KEPT) == {
        ("accounts.csv:2", "name", "Northwind Mills", "kept", "Northwind Holding"),
        ("sales_pipeline.csv:7", "stage", "Presentation", "kept", "Proposal"),
        ("sales_pipeline.csv:7", "owner", "Ida Brandt", "kept", "Tom Ashby"),
    }
    assert importing.everything() == before


def test_r9_an_import_does_not_reopen_what_was_closed(importing: Importing) -> None:
    importing.run()
    deal = importing.deal("E2")
    importing.do(
        "change_stage", opportunity=deal.id, stage="closed_won", closing=ClosingAnswer(Money(5_000, "USD"), 10)
    )
    report = importing.run()
    assert importing.deal("E2").stage_id == importing.stage("closed_won").id
    assert ("sales_pipeline.csv:8", "stage", "Presentation", "kept-closed", "Closed won") in listed(report, KEPT)


def test_an_account_that_is_there_by_that_name_is_used_and_left_alone(importing: Importing) -> None:
    importing.do("enter", person="Ida Brandt")
    mine = importing.do("create_account", name="Loop a").result["account"]
    report = importing.run()
    assert [row.id for row in importing.rows(account) if row.name.casefold() == "loop a"] == [mine]
    assert importing.deal("W2").account_id == mine
    assert ("accounts.csv:4", "name", "Loop A", "kept", "Loop a") in listed(report, KEPT)
    assert importing.row(person, name="Ida Brandt").role == "administrator"


def test_the_journal_has_every_row(importing: Importing) -> None:
    importing.run()
    with importing.engine.connect() as connection:
        for table in (opportunity, stage_history, activity, notification, account, process_instance):
            written = set(connection.execute(select(table.c.id)).scalars())
            journaled = select(entry_table.c.row_id).where(
                entry_table.c.table_name == table.name, entry_table.c.kind == "insert"
            )
            assert set(connection.execute(journaled).scalars()) == written


def test_whoever_imports_into_an_empty_workspace_is_its_administrator(importing: Importing) -> None:
    importing.run()
    (administrator,) = importing.rows(person, role="administrator")
    assert importing.workspace.person_id == administrator.id


@pytest.mark.parametrize("calls", [1, 2, 4, 7])
def test_cancel_on_the_way_changes_nothing(importing: Importing, many: Path, calls: int) -> None:
    """Before the first row, among the opportunities, among the processes, and just before the end."""
    seen: list[tuple[int, int]] = []
    refusal = importing.refused(many, progress=lambda *step: seen.append(step), cancelled=lambda: len(seen) >= calls)
    assert refusal.code == "import-cancelled"
    assert seen == [(done, 600) for done in range(0, calls * 100, 100)]


def test_progress_begins_at_nothing_and_ends_at_all(importing: Importing) -> None:
    seen: list[tuple[int, int]] = []
    importing.run(progress=lambda *step: seen.append(step))
    assert seen[0] == (0, 19)
    assert seen[-1] == (19, 19)


def test_a_stage_that_the_lookup_lacks_is_refused(importing: Importing) -> None:
    """R10: the stages are data; the mapping must name those that are there."""
    importing.do("enter", person="Ida Brandt")
    with importing.engine.begin() as connection:
        changed = opportunity_stage.update().where(opportunity_stage.c.code == "presentation").values(code="demo")
        connection.execute(changed)
        assert connection.execute(select(func.count()).select_from(opportunity_stage)).scalar() == 6
    assert importing.refused().code == "import-stage-unknown"


def test_the_import_is_not_undone_by_a_slip_of_the_hand(importing: Importing) -> None:
    done = importing.workspace.perform(Action("import_data", folder=str(DATA))).result()
    assert not done.undoable
    assert done.message == "12 opportunities imported; 7 of them with the sales process running."
