"""Everything of the page is opened in both languages and themes: nothing complains, nothing is cut off."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from ui.theme import theme


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("look", ["light", "dark"])
def test_every_popup_opens_in_every_language_and_theme(desk, language: str, look: str) -> None:
    before = theme().choice
    desk.window.choose_language(language)
    theme().choose(look)
    try:
        page = desk.sale()
        card = desk.cards()[0]
        for button, popup in (
            (card.complete_button, "miniCardPopup"),
            (card.reschedule_button, "reschedulePopup"),
            (card.why_button, "whyPopup"),
            (page.panel.new_task, "newActivityPopup"),
            (page.panel.new_call, "newActivityPopup"),
            (page.panel.new_note, "newNotePopup"),
        ):
            desk.click(button)
            opened = desk.find(popup)
            sheet = opened.card_rect().toRect()
            assert desk.window.rect().contains(sheet.translated(opened.pos())), popup
            for inside in opened.findChildren(QPushButton):
                if inside.isVisible() and inside.text():
                    assert inside.width() >= inside.sizeHint().width(), (popup, inside.text())
            page.panel.close_popups()
            desk.settle()
        page.change_stage("closed_lost")
        desk.settle()
        assert desk.shown("closingDialog")
        desk.click("closingCancelButton")
        page.ask_why()
        desk.settle()
        assert desk.shown("whyPopup")
    finally:
        theme().choose(before)


def test_the_calendar_in_a_popup_does_not_close_the_popup(desk) -> None:
    desk.sale()
    desk.click(desk.card("Contact the customer").complete_button)
    desk.click("result_call_back")
    popup = desk.find("miniCardPopup")
    desk.click(popup.form.when.button)
    assert desk.shown("calendarPopup") and desk.shown("miniCardPopup")
    popup.form.when._calendar.grid.chosen.emit(popup.form.when.today())
    desk.settle()
    assert not desk.shown("calendarPopup") and desk.shown("miniCardPopup")
    assert popup.form.when.value().date() == popup.form.when.today()


def test_popups_close_when_the_page_is_left(desk) -> None:
    from desktop.views.exchange import Place

    desk.sale()
    desk.click(desk.card("Prepare").complete_button)
    desk.window.show_place(Place("opportunities"))
    desk.settle()
    assert not desk.shown("miniCardPopup")


def test_another_opportunity_begins_with_a_clean_page(desk) -> None:
    page = desk.sale(title="First")
    page.tabs.setCurrentIndex(1)
    desk.write("noteEdit", "half a note")
    page.discard()
    desk.sale(title="Second")
    assert page is desk.page
    assert desk.find("titleLabel").text() == "Second"
    assert page.notes.text.value() == ""
    assert page.tabs.currentIndex() == 0
