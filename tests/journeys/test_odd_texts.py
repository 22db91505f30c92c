"""Whatever people call their sales is shown as they wrote it: markup, ampersands, braces, other scripts, very long."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel

from tests.journeys.administering import administer
from tests.journeys.hand import Hand, Key, Modifier

ODD = '<b>Bold</b> & "quoted" {braces} %s $name'


def interpreted(hand: Hand) -> list[str]:
    """Labels that would show our text as markup, and buttons that would eat its ampersand."""
    wrong = []
    for label in hand.window.findChildren(QLabel):
        rich = label.textFormat() == Qt.TextFormat.RichText or (
            label.textFormat() == Qt.TextFormat.AutoText and Qt.mightBeRichText(label.text())
        )
        if label.isVisible() and "<b>Bold" in label.text() and rich:
            wrong.append(
                f"{type(label).__name__} {label.objectName()} in {type(label.parentWidget()).__name__}: {label.text()}"
            )
    for button in hand.window.findChildren(QAbstractButton):
        text = button.text()
        if button.isVisible() and "Bold" in text and " & " in text and type(button).__name__ != "Chevron":
            wrong.append(
                f"{type(button).__name__} {button.objectName()} in {type(button.parentWidget()).__name__}: {text}"
            )
    return wrong


@pytest.mark.parametrize("language", ["en", "ru"])
def test_markup_and_braces_in_a_title_are_only_text(opened, language: str) -> None:
    hand: Hand = opened(language=language)
    sale = hand.run()
    hand.write("titleEdit", ODD)
    hand.key(Key.Key_S, Modifier.ControlModifier)
    assert hand.value("SELECT title FROM opportunity WHERE id = ?", sale) == ODD
    assert interpreted(hand) == []
    account = hand.do("create_account", name=ODD).result["account"]
    version = hand.ask("opportunity_page", id=sale).version
    hand.do("save_opportunity", id=sale, version=version, fields={"account": account})
    hand.push("newTaskButton", hand.see("actionPanel"))
    hand.write("newActivityTitle", ODD)
    hand.push("createActivityButton")
    assert interpreted(hand) == []
    hand.go_to_stage("proposal")
    assert ODD in hand.toast() and interpreted(hand) == []
    hand.push("completeButton", hand.cards()[0])
    assert interpreted(hand) == []
    hand.key(Key.Key_Escape)
    hand.push("whyButton", hand.cards()[0])
    assert interpreted(hand) == []
    hand.key(Key.Key_Escape)
    hand.click(hand.see("stage_closed"))
    hand.pick("stage_closed_won")
    assert ODD in hand.texts(hand.see("closingDialog")) and interpreted(hand) == []
    hand.key(Key.Key_Escape)
    hand.write("titleEdit", "Other")
    hand.push("side_leads")
    assert interpreted(hand) == []
    hand.push("discardButton", hand.see("unsavedDialog"))
    hand.command("Bold", enter=False)
    hand.rest()
    rows = hand.find("commandCompletions", QAbstractItemView)
    titles = [str(rows.model().index(row, 0).data()) for row in range(rows.model().rowCount())]
    assert ODD in titles
    hand.key(Key.Key_Escape)
    hand.push("notificationButton")
    assert interpreted(hand) == []
    hand.key(Key.Key_Escape)
    assert not hand.shown("faultDialog")


@pytest.mark.parametrize("title", ["販売 😀 مبيعات", "x" * 300, "Zeile\u2028zwei\tTab"])
def test_any_script_and_length_is_kept_and_shown(hand: Hand, title: str) -> None:
    made = hand.do("create_opportunity", title=title).result["opportunity"]
    hand.key(Key.Key_3, Modifier.ControlModifier)
    hand.click_row(hand.find("opportunityList", QAbstractItemView), 0, twice=True)
    hand.rest()
    assert hand.sale == made
    hand.go_to_stage("proposal")
    hand.window.resize(hand.window.minimumSize())
    hand.rest()
    assert hand.window.width() <= 1024, "a long title does not widen the window"
    hand.undo()
    assert hand.stage(made) == "qualification"


def test_an_ampersand_in_the_name_of_a_stage_stays(hand: Hand) -> None:
    hand.run()
    administer(hand, "create_stage", name_en="Won & paid", name_ru="Оплачена", code="paid", final=True, successful=True)
    hand.click(hand.see("stage_closed"))
    entry = next(entry for entry in hand.see("stage_closed").menu().actions() if entry.objectName() == "stage_paid")
    assert entry.text() == "Won && paid"
    hand.pick("stage_paid")
    assert hand.find("closingConfirmButton", QAbstractButton).text() == "Won && paid"
    hand.key(Key.Key_Escape)


def test_a_title_too_long_is_told_at_its_field(hand: Hand) -> None:
    hand.run()
    edit = hand.see("titleEdit")
    hand.click(edit)
    edit.selectAll()
    edit.insert("x" * 400)
    hand.key(Key.Key_S, Modifier.ControlModifier)
    assert hand.value("SELECT length(title) FROM opportunity") <= 300
    assert not hand.shown("faultDialog")
