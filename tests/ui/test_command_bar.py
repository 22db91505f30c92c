"""The command bar of the real window: completions, records, other words, what it makes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
)

from desktop.views.exchange import Action, Place
from tests.ui.conftest import child, click, press, run, settle, type_text

CTRL = Qt.KeyboardModifier.ControlModifier


def test_command_bar_tab_completes_escape_clears_then_leaves(program):
    window = program()
    press(window, Qt.Key.Key_K, CTRL)
    bar = window.command_bar
    assert QApplication.focusWidget() is bar
    assert child(window, "commandCompletions").isVisible()
    type_text(bar, "run process corp")
    press(bar, Qt.Key.Key_Tab)
    assert bar.text() == "Run process Corporate sale"
    press(bar, Qt.Key.Key_Escape)
    assert bar.text() == ""
    assert QApplication.focusWidget() is bar
    press(bar, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is not bar
    assert not child(window, "commandCompletions").isVisible()


def test_command_bar_goes_creates_and_offers_the_pages_commands(program):
    window = program()
    run(window, "go to leads")
    assert window.history.current == Place("leads")
    run(window, "распис")
    assert window.history.current == Place("schedule")
    run(window, "run process corporate sale")
    press(window, Qt.Key.Key_K, CTRL)
    type_text(window.command_bar, "move to stage")
    assert len(child(window, "commandCompletions").rows()) >= 3


def test_command_bar_finds_records_and_opens_them(program):
    window = program()
    window.bridge.perform(Action("create_account", name="Vega Logistics"))
    settle(window)
    press(window, Qt.Key.Key_K, CTRL)
    type_text(window.command_bar, "vega log")
    press(window.command_bar, Qt.Key.Key_Return)
    settle(window)
    assert window.history.current.name == "account"
    press(window, Qt.Key.Key_K, CTRL)
    type_text(window.command_bar, "мупф дщп")
    settle(window)
    rows = child(window, "commandCompletions").rows()
    assert [row.title for row in rows if row.key.startswith("account:")] == ["Vega Logistics"]
    assert any(row.header and row.title == "Found" for row in rows)


def test_a_click_on_a_completion_takes_it(program):
    window = program()
    press(window, Qt.Key.Key_K, CTRL)
    type_text(window.command_bar, "go to settings")
    rows = child(window, "commandCompletions")
    click(rows.viewport(), rows.visualRect(rows.model().index(0, 0)).center())
    settle(window)
    assert window.history.current == Place("settings")


def test_create_lead_from_the_command_bar_asks_its_title_and_opens_its_page(program):
    window = program()
    run(window, "create lead")
    dialog = child(window, "createDialog")
    assert not child(dialog, "createConfirmButton").isEnabled()
    type_text(child(dialog, "createNameEdit"), "Warehouse automation")
    press(child(dialog, "createNameEdit"), Qt.Key.Key_Return)
    settle(window)
    assert window.history.current.name == "lead"


OTHER_WORDS = [
    ("new task", "create.activity"),
    ("new lead", "create.lead"),
    ("новая задача", "create.activity"),
    ("добавить лид", "create.lead"),
    ("add account", "create.account"),
    ("новый контакт", "create.contact"),
    ("dark", "theme.dark"),
    ("light", "theme.light"),
    ("тёмная", "theme.dark"),
    ("светлая", "theme.light"),
    ("Русский", "language.ru"),
    ("English", "language.en"),
]


@pytest.mark.parametrize("spoken", ["en", "ru"])
def test_the_command_bar_understands_other_words_in_both_languages(program, spoken):
    window = program(language=spoken)
    for text, wanted in OTHER_WORDS:
        window.command_bar.start()
        window.command_bar.clear()
        type_text(window.command_bar, text)
        settle(window)
        assert window.command_bar.completion.first == wanted, text


def test_a_name_that_is_refused_can_be_corrected_at_once(program):
    """The keyboard stays in the field of the dialog that creates a record, whatever the refusal is."""
    window = program()
    window.create_record("contact")
    settle(window)
    edit = child(window, "createNameEdit")
    type_text(edit, "n" * 201)
    press(edit, Qt.Key.Key_Return)
    settle(window)
    assert child(window, "createRefusal").isVisible()
    assert QApplication.focusWidget() is edit
    press(edit, Qt.Key.Key_Backspace)
    press(edit, Qt.Key.Key_Return)
    settle(window)
    assert window.page.objectName() == "contactPage"


def test_nothing_found_is_said(program):
    window = program()
    press(window, Qt.Key.Key_K, CTRL)
    type_text(window.command_bar, "qqqqzzz")
    settle(window)
    rows = child(window, "commandCompletions").rows()
    assert [(row.title, row.header) for row in rows] == [("Nothing found", True)]
    press(window.command_bar, Qt.Key.Key_Return)
    settle(window)
    assert window.history.current == Place("opportunities")
