"""Duplicates in the window: said while one types, compared side by side, merged and told apart."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt


@pytest.fixture
def twins(desk) -> tuple[int, int]:
    first = desk.make("create_account", name="Vega Logistics GmbH", notes="first")
    return first, desk.make("create_account", name="Vega Logistik", phone="+49 30 1234567", notes="second")


def suspects(desk) -> list[str]:
    return [one.label for one in desk.find("suspectBar").found()]


@pytest.mark.parametrize(
    ("place", "made", "typed"),
    [
        ("accounts", ("create_account", {"name": "Vega Logistics GmbH"}), "Vega Logstics"),
        ("contacts", ("create_contact", {"name": "Anna Kern"}), "Kern Ana"),
        ("leads", ("create_lead", {"title": "Need", "account_name": "Vega Logistics"}), "Vega Logistics"),
    ],
)
def test_a_new_record_that_is_there_already_is_said_while_its_name_is_typed(desk, place, made, typed):
    name, fields = made
    there = desk.make(name, **fields)
    desk.open(place)
    desk.push("newButton")
    desk.write("createNameEdit", typed)
    desk.until(lambda: desk.shown("suspectBar"))
    assert len(suspects(desk)) == 1
    desk.push("openSuspectButton")
    assert desk.window.page.place.id == there and not desk.shown("createDialog")


def test_the_page_says_it_and_merges_field_by_field_and_undo_brings_both_back(desk, twins):
    kept, gone = twins
    desk.make("create_opportunity", title="Sale", account=gone)
    desk.open("account", kept)
    desk.until(lambda: desk.shown("suspectBar"))
    assert suspects(desk) == ["Vega Logistik"]
    desk.push("mergeSuspectButton")
    desk.until(lambda: desk.shown(f"keep_{kept}"))
    desk.push(f"keep_{kept}")
    desk.push(f"name_{gone}")
    desk.push("mergeConfirmButton")
    page = desk.ask("account_page", id=kept)
    assert (page.fields.name, page.fields.phone, page.fields.notes) == (
        "Vega Logistik",
        "+49 30 1234567",
        "first\n\nsecond",
    )
    assert [row.title for row in page.opportunities] == ["Sale"]
    desk.until(lambda: not desk.shown("suspectBar"))
    desk.do("undo")
    assert desk.ask("account_page", id=gone).fields.name == "Vega Logistik"


def test_a_merge_into_the_other_one_leads_to_its_page(desk, twins):
    first, other = twins
    desk.open("account", first)
    desk.until(lambda: desk.shown("suspectBar"))
    desk.push("mergeSuspectButton")
    desk.until(lambda: desk.shown(f"keep_{other}"))
    desk.push(f"keep_{other}")
    desk.push("mergeConfirmButton")
    assert desk.window.page.place.id == other and desk.find("titleLabel").text() == "Vega Logistik"


def test_what_is_typed_on_a_page_is_compared_too_and_told_apart_for_good(desk):
    desk.make("create_contact", name="Anna Kern", email="anna@vega.example")
    other = desk.make("create_contact", name="Boris Lang")
    desk.open("contact", other)
    assert not desk.shown("suspectBar")
    desk.write("emailEdit", "anna@vega.example")
    desk.until(lambda: desk.shown("suspectBar"))
    desk.push("tellApartButton")
    desk.until(lambda: not desk.shown("suspectBar"))
    assert desk.ask("suspects", subject="contact", fields={"email": "anna@vega.example"}, id=other) == ()
    desk.window.page.discard()


def test_another_record_is_found_by_typing_and_compared(desk, twins):
    desk.open("account", twins[0])
    command = next(one for one in desk.window.page.commands() if one.id == "account.merge")
    command.run()
    desk.settle()
    desk.push("mergePickerButton")
    assert "Choose" in desk.find("mergePicker").other.message()
    desk.write("mergeOtherEdit", "Logistik")
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Return)
    desk.push("mergePickerButton")
    desk.until(lambda: desk.shown(f"keep_{twins[1]}"))


def test_find_duplicates_lists_the_groups_compares_and_tells_apart(desk, twins):
    desk.open("accounts")
    desk.choose("listMoreButton", "list_duplicates")
    desk.until(lambda: desk.find("duplicateList").rows())
    (row,) = desk.find("duplicateList").rows()
    assert row.title == "Vega Logistics GmbH / Vega Logistik" and "similar name" in row.second
    desk.push("compareButton")
    desk.until(lambda: desk.shown("mergeDialog") and desk.shown(f"keep_{twins[0]}"))
    desk.key(Qt.Key.Key_Escape)
    assert desk.shown("duplicatesDialog") and not desk.shown("mergeDialog")
    desk.push("apartButton")
    desk.until(lambda: desk.shown("noDuplicates"))
    desk.do("undo")
    desk.until(lambda: desk.find("duplicateList").rows())
    desk.push("openDuplicateButton")
    assert desk.window.page.place.id == twins[0]


def test_selected_records_are_merged_from_the_list(desk, twins):
    desk.open("accounts")
    desk.select("accountList", 0)
    assert not desk.action("listMoreButton", "list_merge").isEnabled()
    desk.select("accountList", 0, 1)
    desk.choose("listMoreButton", "list_merge")
    desk.until(lambda: desk.shown(f"keep_{twins[0]}"))
    desk.push("mergeConfirmButton")
    assert len(desk.ask("list_ids", subject="account")) == 1
