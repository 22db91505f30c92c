"""Search over all records: kept with every action, newest first, forgiving."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from desktop.store import search
from desktop.store.database import Database
from desktop.views.exchange import Action, Query, Refused
from desktop.workspace import Workspace


@pytest.fixture
def workspace(database_url, clock):
    opened = Workspace.open(database_url, person="Anna Kern", clock=clock)
    yield opened
    opened.close()


def do(workspace, name, /, **arguments):
    return workspace.perform(Action(name, **arguments)).result().result


def found(workspace, words):
    return [(row.subject, row.title) for row in workspace.ask(Query("find", text=words)).result()]


def test_every_word_must_be_there_whatever_capitals_and_yo(workspace):
    do(workspace, "create_contact", name="Пётр Ёлкин")
    do(workspace, "create_account", name="Northwind Traders")
    assert found(workspace, "ЕЛКИН петр") == [("contact", "Пётр Ёлкин")]
    assert found(workspace, "trader NORTH") == [("account", "Northwind Traders")]
    assert found(workspace, "north zebra") == []


def test_short_words_are_found_where_a_word_begins(workspace):
    do(workspace, "create_account", name="Vega Oy")
    assert found(workspace, "oy") == found(workspace, "v") == [("account", "Vega Oy")]
    assert found(workspace, "eg") == []


@pytest.mark.parametrize("typed", ["Nortwind", "Norhtwind", "Nortjwind", "Northwinds", "northwimd trader"])
def test_a_mistake_in_a_word_is_forgiven_where_nothing_else_is_found(workspace, typed):
    do(workspace, "create_account", name="Northwind Traders")
    do(workspace, "create_account", name="Southwest Foods")
    assert found(workspace, typed) == [("account", "Northwind Traders")]


@pytest.mark.parametrize(
    ("name", "mistyped"),
    [
        ("Vega", ("vga", "vea", "vgea", "vegga", "vexa")),
        ("Lumen", ("luen", "lmen", "lumn", "luxen", "lmuen", "lummen")),
        ("Заря", ("зря", "заяр", "заоя")),
    ],
)
def test_a_mistake_in_a_short_word_is_forgiven_too(workspace, name, mistyped):
    do(workspace, "create_account", name=name)
    do(workspace, "create_account", name="Southwest Foods")
    for typed in mistyped:
        assert found(workspace, typed) == [("account", name)], typed
    assert found(workspace, "xyz") == found(workspace, "vg") == []


def test_a_reference_field_forgives_a_mistake_where_nothing_contains_the_text(workspace):
    do(workspace, "create_account", name="Northwind Traders")
    do(workspace, "create_account", name="Vega")

    def picked(subject, typed):
        return [ref.label for ref in workspace.ask(Query("pick", subject=subject, text=typed)).result()]

    assert picked("account", "Nortwind") == ["Northwind Traders"]
    assert picked("account", "vga") == ["Vega"]
    assert picked("account", "vg") == picked("account", "Southwest") == []
    assert picked("person", "Ana Krn") == ["Anna Kern"]
    assert picked("person", "xx") == picked("person", "Anna 7") == []


def test_numbers_are_taken_as_typed(workspace):
    number = do(workspace, "create_order")["order"]
    assert [row.id for row in workspace.ask(Query("find", text="ORD-00001")).result()] == [number]
    assert found(workspace, "ORD-00002") == []


@pytest.mark.parametrize("typed", ['"', "'", "*", "a OR b", "NEAR(", "%", "_", "!", "\\", "(((", "col:on"])
def test_nothing_that_is_typed_is_an_operator(workspace, typed):
    do(workspace, "create_account", name="Plain")
    assert found(workspace, typed) == []


def test_notes_lead_to_their_record_and_activities_are_found(workspace):
    sale = do(workspace, "create_opportunity", title="Fleet")["opportunity"]
    do(workspace, "add_note", opportunity=sale, text="They mentioned the zeppelin")
    assert [(row.subject, row.id, row.detail) for row in workspace.ask(Query("find", text="zeppelin")).result()] == [
        ("opportunity", sale, "They mentioned the zeppelin")
    ]
    do(workspace, "run_process", process="corporate_sale")
    assert ("activity", "Prepare the presentation") in found(workspace, "prepare the presentation")


def test_index_follows_every_action_and_its_undo(workspace):
    customer = do(workspace, "create_account", name="Northwind")["account"]
    do(workspace, "create_opportunity", title="Fleet", account=customer)
    assert ("opportunity", "Fleet") in found(workspace, "northwind")
    do(workspace, "save_account", id=customer, version=1, fields={"name": "Aurora"})
    assert found(workspace, "northwind") == []
    assert set(found(workspace, "aurora")) == {("opportunity", "Fleet"), ("account", "Aurora")}
    do(workspace, "undo")
    assert ("opportunity", "Fleet") in found(workspace, "northwind")
    do(workspace, "undo")
    assert found(workspace, "fleet") == []


def test_index_is_kept_with_the_action_or_not_at_all(workspace):
    with pytest.raises(Refused):
        do(workspace, "create_account", name="")
    assert found(workspace, "northwind") == []


def test_missing_index_is_made_when_the_workspace_is_opened(database_url, clock):
    first = Workspace.open(database_url, person="Anna Kern", clock=clock)
    do(first, "create_account", name="Northwind")
    first.close()
    database = Database.open(database_url)
    with database.writing() as connection:
        connection.execute(text(f"DROP TABLE search_index_{search.VERSION}"))
        assert not search.is_ready(connection)
    database.close()
    again = Workspace.open(database_url, person="Anna Kern", clock=clock)
    assert found(again, "northwind") == [("account", "Northwind")]
    again.close()
