"""The history of a record: every change with who, when, before and after; every task with its result."""

from __future__ import annotations

import pytest
from sqlalchemy import select, text

from desktop.queries.history import RELATED, UNSAID, field_of, statement
from desktop.sales.tables import opportunity
from desktop.store.base import metadata
from desktop.store.journal import entry_table
from desktop.texts import knows
from desktop.views.exchange import ClosingAnswer, Money


@pytest.fixture
def sale(desk) -> int:
    return desk.do("run_process", process="corporate_sale").result["opportunity"]


def save(desk, sale: int, **fields: object) -> None:
    version = desk.see("opportunity_page", id=sale).version
    desk.do("save_opportunity", id=sale, version=version, fields=fields)


def told(desk, sale: int, **arguments: object):
    return desk.see("history", subject="opportunity", id=sale, **arguments)


def test_every_change_with_who_before_and_after(desk, sale: int, clock) -> None:
    account = desk.make("create_account", name="Vega Logistics")
    save(desk, sale, account=account, budget=Money(500_00, "EUR"))
    save(desk, sale, budget=Money(700_00, "EUR"), budget_confirmed=True)
    rows = {(row.what, row.before, row.after) for row in told(desk, sale, kind="field").rows}
    assert ("Customer", None, "Vega Logistics") in rows
    assert ("Budget", Money(500_00, "EUR"), Money(700_00, "EUR")) in rows
    assert ("Budget confirmed", False, True) in rows
    newest = told(desk, sale, kind="field").rows[0]
    assert newest.who == "Anna Kern" and newest.at == clock()


def test_tasks_with_result_and_comment_and_stages(desk, sale: int) -> None:
    card = next(card for card in desk.see("opportunity_page", id=sale).cards if "Prepare" in card.title)
    desk.do("complete_task", activity=card.activity_id, result="prepared", comment="Twelve slides")
    desk.do("change_stage", opportunity=sale, stage="proposal")
    desk.do("change_stage", opportunity=sale, stage="closed_won", closing=ClosingAnswer(Money(100, "EUR")))
    tasks = told(desk, sale, kind="task").rows
    done = next(row for row in tasks if row.what == "Task completed: Prepare the presentation")
    assert (done.after, done.comment) == ("Prepared", "Twelve slides")
    assert any(row.what.startswith("Task cancelled") for row in tasks)
    stages = [(row.before, row.after) for row in told(desk, sale, kind="stage").rows]
    assert stages == [("Proposal", "Closed won"), ("Qualification", "Proposal")]


def test_in_the_readers_language(desk, sale: int) -> None:
    desk.do("change_stage", opportunity=sale, stage="proposal")
    desk.workspace.language = "ru"
    (row,) = told(desk, sale, kind="stage").rows
    assert (row.what, row.before, row.after) == ("Стадия", "Квалификация", "Коммерческое предложение")


def test_what_was_undone_says_so(desk, sale: int) -> None:
    desk.do("add_note", text="Call Jana", opportunity=sale)
    save(desk, sale, title="Vega / ERP")
    desk.do("undo")
    rows = told(desk, sale).rows
    assert [row.undone for row in rows if row.what == "Title"] == [False, True]
    assert any(row.what == "Note" and row.after == "Call Jana" for row in rows)


def test_a_long_history_is_read_in_parts(desk, sale: int) -> None:
    for number in range(150):
        save(desk, sale, title=f"Title {number}")
    part = told(desk, sale, kind="field")
    seen = list(part.rows)
    assert len(seen) < 100
    while part.further is not None:
        part = told(desk, sale, kind="field", before=part.further)
        seen += part.rows
    assert [row.after for row in seen if row.what == "Title"] == [f"Title {n}" for n in reversed(range(150))]


def test_parts_of_all_kinds_join_without_gap_or_repetition(desk, sale: int) -> None:
    for number in range(70):
        desk.do("add_note", text=f"Note {number}", opportunity=sale)
        save(desk, sale, title=f"Title {number}")
    rows = []
    before = None
    while True:
        part = told(desk, sale, before=before)
        rows += part.rows
        before = part.further
        if before is None:
            break
    assert [row.after for row in rows if row.what == "Note"] == [f"Note {n}" for n in reversed(range(70))]
    assert [row.after for row in rows if row.what == "Title"] == [f"Title {n}" for n in reversed(range(70))]


def test_leads_accounts_and_contacts_have_theirs(desk) -> None:
    account = desk.make("create_account", name="Vega")
    desk.do("save_account", id=account, version=1, fields={"phone": "12"})
    assert [row.what for row in desk.see("history", subject="account", id=account).rows] == ["Phone", "Created"]


def test_the_journal_is_searched_by_its_index_alone(desk, sale: int) -> None:
    database = desk.workspace._database
    assert database is not None
    if not desk.workspace.database_url.startswith("sqlite"):
        pytest.skip("the plan is read from SQLite")
    activity, link = RELATED["opportunity"][0]
    of_tasks = select(activity.c.id).where(link == sale)
    sources = ((opportunity, entry_table.c.row_id == sale), (activity, entry_table.c.row_id.in_(of_tasks)))
    for table, rows in sources:
        sql = statement(table, rows, 10**6).compile(compile_kwargs={"literal_binds": True})
        with database.reading() as connection:
            steps = [row[3] for row in connection.execute(text(f"EXPLAIN QUERY PLAN {sql}"))]
        index = "ix_journal_entry_table_name_row_id (table_name=? AND row_id=?"
        assert any(index in step for step in steps), steps
        assert not any(step.startswith("SCAN journal_entry") for step in steps), steps


def test_every_column_is_said_or_known_to_say_nothing() -> None:
    """A new column needs a sentence history-field-<name>, or a place among UNSAID with its reason."""
    tables = {"opportunity", "lead", "account", "contact"} | {t.name for rows in RELATED.values() for t, _ in rows}
    unsaid = set(UNSAID) | {"title_ru", "definition_id", "instance_id", "element_id", "token", "stage_code", "text"}
    for name in tables:
        for column in metadata.tables[name].columns.keys():  # noqa: SIM118 - a Table's columns
            assert column in unsaid or knows(f"history-field-{field_of(column)}"), f"{name}.{column}"
