"""Every tab of the opportunity page in both languages and themes: nothing complains, no English is left in Russian."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit

from ui.opportunity.tabs import TABS
from ui.theme import theme

_NAMES = re.compile(r"Anna Kern|Jana Fox|Orion|Vega|offer\.txt|EUR|PDF|Ctrl|Alt|Enter|Esc|Twelve|Call Jana|BANT|SKU")


def texts(tab):
    for kind in (QLabel, QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox):
        for part in tab.findChildren(kind):
            if part.isVisible():
                yield part.accessibleName()
                yield part.toolTip()
                if isinstance(part, QLabel | QAbstractButton):
                    yield part.text()
                if isinstance(part, QLineEdit | QPlainTextEdit):
                    yield part.placeholderText()


@pytest.mark.parametrize(("look", "filled"), [("light", True), ("dark", False)])
def test_every_tab_in_every_language_and_theme(desk, tmp_path: Path, look: str, filled: bool) -> None:
    page = desk.sale()
    if filled:
        record = page.place.id
        contact = desk.do("create_contact", name="Jana Fox").result["contact"]
        desk.do("add_participant", opportunity=record, contact=contact, attends=True)
        desk.do("add_competitor", opportunity=record, name="Orion")
        desk.do("add_comment", opportunity=record, text="@Anna Kern Call Jana")
        (tmp_path / "offer.txt").write_text("Twelve")
        desk.do("attach_file", subject="opportunity", record=record, path=tmp_path / "offer.txt")
        desk.do("save_opportunity", id=record, version=desk.read().version, fields={"tactics": "Twelve"})
    before = theme().choice if hasattr(theme(), "choice") else "light"
    theme().choose(look)
    try:
        for language in ("en", "ru"):
            desk.window.choose_language(language)
            for name in TABS:
                tab = page.more.show(name)
                desk.settle()
                assert not tab.grab().isNull()
                if language == "ru":
                    left = {re.sub("<[^>]*>", "", text) for text in texts(tab)}
                    wrong = {text for text in left if re.search("[A-Za-z]{3}", _NAMES.sub("", text))}
                    assert wrong == set(), name
    finally:
        desk.window.choose_language("en")
        theme().choose(before if before in {"light", "dark", "system"} else "light")
        page.discard()
        desk.settle()
