"""Help in place: every page has its help in both languages, and the manual names only what the program shows."""

from __future__ import annotations

import re
import tomllib
import xml.etree.ElementTree as ET
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication

from desktop.views.exchange import Action, Place
from tests.nightly import AT_NIGHT
from tests.ui.conftest import click, press, settle, type_text
from ui.manual.book import CONTENTS, KEYBOARD, KEYS, book
from ui.pages import PAGES, SECTIONS

RESOURCES = Path(__file__).parents[3] / "resources"
LANGUAGES = ("en", "ru")
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


# the book


@cache
def visible_texts(language: str) -> frozenset[str]:
    """Every text that the program shows: the window's, the core's, the lookups', the processes'."""
    found: set[str] = set()
    for message in ET.parse(RESOURCES / "translations" / "dealwright_ru.ts").getroot().iter("message"):
        found.add((message.findtext("source") if language == "en" else message.findtext("translation")) or "")
    for line in (RESOURCES / "texts" / f"{language}.ftl").read_text(encoding="utf-8").splitlines():
        found.add(line.partition(" = ")[2].strip())
    for file in (RESOURCES / "lookups").glob("*.toml"):
        for rows in tomllib.loads(file.read_text(encoding="utf-8")).values():
            if isinstance(rows, list):
                found.update(row[language] for row in rows if language in row)
    label = "{urn:dealwright:process:1}label"
    for file in (RESOURCES / "processes").glob("*.bpmn"):
        for element in ET.parse(file).getroot().iter():
            if element.tag == label and element.get("language") == language:
                found.add(element.text or "")
            elif language == "en":
                found.add(element.get("name", ""))
    return frozenset(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_in_bold_is_a_text_that_the_program_shows(language):
    unknown = {
        (chapter.name, term)
        for chapter in book(language).chapters
        for term in chapter.terms()
        if term not in visible_texts(language)
    }
    assert unknown == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_contents_leads_to_every_file_and_every_link_to_a_chapter(language):
    files = {path.stem for path in (RESOURCES / "manual" / language).glob("*.md")}
    chapters = book(language).chapters
    assert {chapter.name for chapter in chapters} == files
    assert {link for chapter in chapters for link in chapter.links()} == files - {CONTENTS}
    assert all(chapter.text.startswith("# ") and chapter.title for chapter in chapters)
    assert "\u2014" not in "".join(chapter.text for chapter in chapters)


def test_both_languages_have_the_same_chapters_in_the_same_order_and_the_same_keys():
    english, russian = book("en").chapters, book("ru").chapters
    assert [chapter.name for chapter in english] == [chapter.name for chapter in russian]
    for one, other in zip(english, russian, strict=True):
        keys = re.compile(r"`(?:(?:Ctrl|Alt|Shift)\+|F\d)[^`]*`")
        assert sorted(keys.findall(one.text)) == sorted(keys.findall(other.text)), one.name


def test_every_section_of_the_side_bar_has_a_chapter_of_its_own():
    assert set(SECTIONS) <= {chapter.name for chapter in book("en").chapters}


def test_search_finds_every_word_without_capitals_and_titles_first():
    hits = book("ru").search("ОТМЕНА")
    assert hits[0].chapter.name == "undo"
    assert {"stages", "tasks"} <= {hit.chapter.name for hit in book("ru").search("стадия")}
    assert book("ru").search("все ее") == book("ru").search("всё её")
    assert {hit.chapter.name for hit in book("en").search("payment plan")} == {"orders"}
    assert "Payment plan" in book("en").search("payment plan")[0].excerpt
    assert book("en").search("payment zebra") == book("en").search("  ") == ()


# in the window


def panel_of(window):
    assert window.help_desk.is_open
    return window.help_desk.panel


def shown_text(window) -> str:
    return panel_of(window).reader.toPlainText()


@pytest.mark.parametrize("language", LANGUAGES if AT_NIGHT else LANGUAGES[:1])
def test_f1_opens_the_help_of_every_page(program, language):
    window = program(language=language)
    settle(window)
    window.run_process("corporate_sale")
    settle(window)
    made = {"opportunity": window.history.current.id}
    perform = window.bridge.workspace.perform
    made["lead"] = perform(Action("create_lead", title="A need")).result().result["lead"]
    made["account"] = perform(Action("create_account", name="Northwind")).result().result["account"]
    made["contact"] = perform(Action("create_contact", name="Ada")).result().result["contact"]
    made["product"] = perform(Action("create_product", name="Server")).result().result["product"]
    made["order"] = perform(Action("create_order")).result().result["order"]
    made["activity"] = window.page._data.cards[0].activity_id if hasattr(window.page, "_data") else 1
    seen = set()
    for name in PAGES:
        window.help_desk.close_help()
        window.show_place(Place(name, made.get(name)))
        settle(window)
        press(window, Qt.Key.Key_F1)
        chapter = book(language).chapter(window.page.help_page)
        assert window.page.help_page and chapter is not None, name
        assert all(book(other).chapter(window.page.help_page) is not None for other in LANGUAGES), name
        assert panel_of(window).chapter == chapter.name
        assert shown_text(window).startswith(chapter.title)
        assert "**" not in shown_text(window) and KEYS not in shown_text(window)
        seen.add(chapter.name)
    assert set(SECTIONS) <= seen


def test_question_mark_opens_and_closes_and_the_keyboard_goes_back_to_where_it_was(program):
    window = program()
    settle(window)
    before = QApplication.focusWidget()
    button = window.top_bar.help_button
    assert button.accessibleName() == "Help"
    click(button)
    panel = panel_of(window)
    assert panel.isAncestorOf(QApplication.focusWidget())
    press(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not window.help_desk.is_open
    assert QApplication.focusWidget() is before
    press(window, Qt.Key.Key_F1)
    press(window, Qt.Key.Key_F1)
    assert not window.help_desk.is_open


def test_links_lead_on_and_back_leads_back(program):
    window = program()
    settle(window)
    press(window, Qt.Key.Key_F1)
    panel = panel_of(window)
    assert not panel.back_button.isEnabled()
    panel.reader.anchorClicked.emit(QUrl("lists.md"))
    assert panel.chapter == "lists"
    click(panel.contents_button)
    assert panel.chapter == CONTENTS
    press(panel.reader, Qt.Key.Key_Left, ALT)
    assert panel.chapter == "lists"
    click(panel.back_button)
    assert panel.chapter == "opportunities"
    assert window.history.current == Place("opportunities")


def test_control_f_searches_the_manual_and_enter_opens_the_first_with_its_words_marked(program):
    window = program()
    settle(window)
    press(window, Qt.Key.Key_F1)
    panel = panel_of(window)
    press(panel.reader, Qt.Key.Key_F, CTRL)
    assert QApplication.focusWidget() is panel.search_edit
    type_text(panel.search_edit, "zebra")
    assert "Nothing in the manual" in shown_text(window)
    panel.search_edit.clear()
    type_text(panel.search_edit, "payment")
    assert "Orders" in shown_text(window)
    press(panel.search_edit, Qt.Key.Key_Return)
    assert panel.chapter == "orders"
    assert panel.reader.extraSelections()
    press(panel.reader, Qt.Key.Key_Left, ALT)
    assert panel.chapter == "opportunities"


def test_map_of_the_keyboard_is_made_from_the_commands_of_the_window_and_the_page(program):
    window = program()
    settle(window)
    window.open_help(KEYBOARD)
    text = shown_text(window)
    for command in window.commands.all():
        if command.shortcut:
            assert command.title in text, command.id
            for keys in command.shortcut.split(", "):
                assert keys in text or keys.replace("Return", "Enter") in text, command.id
    assert {"Find in this list", "Command bar"} <= set(text.splitlines())


def test_every_key_named_in_the_manual_is_a_key_of_a_command(program):
    """Keys that fields and lists handle themselves are named here."""
    own = {"Tab", "Shift+Tab", "Enter", "Esc", "Ctrl+Enter", "Home", "End", "Ctrl+C", "Alt+Up", "Alt+Down"}
    own |= {"M", "Ctrl+Left", "Ctrl+Right"}  # of the board
    own |= {"Backspace", "Z", "0", "Shift+Enter"}  # of diagrams
    own |= {"Ctrl", "Shift", "Space", "Delete", "Ctrl+A", "Ctrl+V", "Ctrl+Delete"}  # of lists, of the pages of records
    own |= {"Ctrl+E", "Ctrl+B", "Ctrl+I", "Ctrl+U", "Ctrl+Alt+1", "Ctrl+Alt+2", "Ctrl+Alt+0"}  # of articles
    own |= {"Ctrl+Shift+8", "Ctrl+Shift+7", "Ctrl+Shift+K", "Ctrl+Shift+I"}
    window = program()
    settle(window)
    known = {keys for command in window.commands.all() for keys in command.shortcut.split(", ")}
    named = set()
    for chapter in book("en").chapters:
        named |= set(re.findall(r"`((?:(?:Ctrl|Alt|Shift)\+)*(?:[A-Z0-9]|F\d+|[A-Z][a-z]+|[/,]))`", chapter.text))
    assert named - own - known == set()


def test_manual_follows_the_page_unless_something_else_is_read(program):
    window = program()
    window.resize(1440, 900)
    settle(window)
    press(window, Qt.Key.Key_F1)
    window.show_place(Place("leads"))
    settle(window)
    assert panel_of(window).chapter == "leads"
    panel_of(window).open("undo")
    window.show_place(Place("schedule"))
    settle(window)
    assert panel_of(window).chapter == "undo"


def test_manual_stands_beside_the_page_and_in_its_place_where_it_is_narrow(program):
    window = program()
    window.resize(1440, 900)
    settle(window)
    press(window, Qt.Key.Key_F1)
    settle(window)
    desk, panel = window.help_desk, panel_of(window)
    assert window.stack.geometry().right() < panel.geometry().left()
    assert window.stack.width() >= 700
    window.resize(1024, 700)
    settle(window)
    assert panel.geometry() == desk.rect()
    press(panel.reader, Qt.Key.Key_Escape)
    settle(window)
    assert window.stack.geometry() == desk.rect()


def test_manual_speaks_the_language_that_is_chosen_while_it_is_open(program):
    window = program()
    settle(window)
    press(window, Qt.Key.Key_F1)
    window.choose_language("ru")
    settle(window)
    assert shown_text(window).startswith("Продажи")
    assert panel_of(window).search_edit.placeholderText() == "Поиск в руководстве"


def test_command_bar_leads_into_the_manual(program):
    window = program()
    settle(window)
    assert window.commands.run("window.manual")
    assert panel_of(window).chapter == "first_sale"
