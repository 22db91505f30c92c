"""The model of a list: ids first, windows of rows when they come into view, late answers dropped."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.views.exchange import Action, Money, Query
from desktop.views.rows import ListFilter, OpportunityRow
from desktop.workspace import Workspace
from tests.prepared import prepared
from ui.bridge import Bridge
from ui.lists.cells import cell_text, due_words, stage_tone
from ui.lists.columns import COLUMNS, Column, headings
from ui.lists.model import PLACEHOLDER, WINDOW, ListModel

NOW = datetime(2026, 11, 23, 10, 53, tzinfo=UTC)


@pytest.fixture
def workspace(tmp_path, clock):
    made = Workspace.open(prepared(f"sqlite:///{tmp_path / 'lists.db'}"), person="Anna Kern", clock=clock)
    yield made
    made.close()


@pytest.fixture
def bridge(workspace, qtbot):
    made = Bridge(workspace)
    yield made
    made.close()


@pytest.fixture
def model(bridge, clock):
    return ListModel(bridge, "account", COLUMNS["account"], clock)


def fill(workspace, count: int) -> tuple[int, ...]:
    for number in range(count):
        workspace.perform(Action("create_account", name=f"Account {number:04d}"))
    query = Query("list_ids", subject="account", filter=ListFilter(state="all"), sort="name", descending=False)
    return workspace.ask(query).result(timeout=60)


def title(model: QAbstractItemModel, row: int) -> object:
    return model.data(model.index(row, 0))


def test_only_the_rows_that_are_looked_at_are_fetched(workspace, model, qtbot):
    ids = fill(workspace, 3)
    model.set_ids(ids * 1 + tuple(range(10_000, 40_000)))
    assert model.rowCount() == 30_003
    assert title(model, 0) == PLACEHOLDER
    qtbot.waitUntil(model.is_complete)
    assert title(model, 0) == "Account 0000"
    assert model.row_data(2).name == "Account 0002"
    assert len(model._rows) == 3


def test_a_late_answer_for_other_ids_is_dropped(workspace, model, qtbot):
    ids = fill(workspace, 2)
    model.set_ids(ids)
    title(model, 0)
    model._fetch()
    model.set_ids((ids[1],))
    assert title(model, 0) == PLACEHOLDER
    qtbot.waitUntil(model.is_complete)
    assert title(model, 0) == "Account 0001"


def test_known_rows_stay_on_show_until_they_are_read_again(workspace, model, qtbot):
    ids = fill(workspace, 2)
    model.set_ids(ids)
    title(model, 0)
    qtbot.waitUntil(model.is_complete)
    fields = {"name": "Renamed"}
    workspace.perform(Action("save_account", id=ids[0], version=1, fields=fields)).result(timeout=20)
    assert model.set_ids(ids) is False
    assert title(model, 0) == "Account 0000"
    qtbot.waitUntil(model.is_complete)
    assert title(model, 0) == "Renamed"


def test_a_fast_scroll_asks_for_what_was_looked_at_last(model):
    model.set_ids(tuple(range(1, 20 * WINDOW)))
    for window in range(19):
        title(model, window * WINDOW)
    assert list(model._wanted)[-1] == 18
    model._fetch()
    assert sorted(model._under_way) == [16, 17, 18]


def test_qt_finds_no_fault_with_the_model(workspace, model, qtbot):
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    ids = fill(workspace, 3)
    model.set_ids(ids)
    title(model, 0)
    qtbot.waitUntil(model.is_complete)
    model.set_ids(ids[1:])
    model.set_ids(())
    assert tester.model() is model


def test_every_column_of_every_list_has_a_heading_and_is_a_field_the_core_sorts_by(workspace, bridge, clock):
    for subject, columns in COLUMNS.items():
        made = ListModel(bridge, subject, columns, clock)
        for number, column in enumerate(columns):
            assert made.headerData(number, Qt.Orientation.Horizontal)
            if subject == "step":
                continue  # as it happened, and no other way
            query = Query("list_ids", subject=subject, filter=ListFilter(), sort=column.name, descending=True)
            if subject == "run":
                query = Query("log_runs", sort=column.name, descending=True)
            assert workspace.ask(query).result(timeout=20) == ()
    assert all(headings().values())


def row(**values) -> OpportunityRow:
    fields = {
        "id": 1,
        "number": "OPP-00001",
        "title": "Vega / Warehouse",
        "account": "Vega",
        "stage": "Proposal",
        "stage_code": "proposal",
        "amount": Money(18_400_000, "EUR"),
        "probability": 60,
        "expected_close": None,
        "owner": "Anna Kern",
        "next_step": "Call",
        "next_due": None,
        "due_state": "missing",
    }
    return OpportunityRow(**{**fields, **values})


def test_n7_a_deal_without_a_next_step_says_so_in_words():
    assert due_words(row(), None, NOW) == "No next step"
    due = datetime(2026, 11, 20, 10, tzinfo=UTC)
    assert due_words(row(next_due=due, due_state="overdue"), due, NOW) == "Overdue since 20 Nov"
    assert due_words(row(due_state="closed"), None, NOW) == ""


def test_money_and_percent_are_written_in_the_language(language):
    assert cell_text(row(), Column("amount", "money"), NOW) == "€\u00a0184,000"
    assert cell_text(row(), Column("stage", "stage"), NOW) == "Proposal 60 %"
    language.choose("ru")
    assert cell_text(row(), Column("amount", "money"), NOW).endswith("€")


@pytest.mark.parametrize(
    ("values", "tone"),
    [
        ({}, "accent"),
        ({"due_state": "closed", "probability": 100}, "good"),
        ({"due_state": "closed", "probability": 0}, "bad"),
    ],
)
def test_the_stage_is_toned_by_how_it_stands(values, tone):
    assert stage_tone(row(**values)) == tone
