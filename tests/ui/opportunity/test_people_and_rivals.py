"""The tabs Participants, and Tactics and competitors, of the opportunity page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def show(desk, name: str):
    tab = desk.page.more.show(name)
    desk.settle()
    return tab


def participants(desk) -> list[tuple]:
    rows = desk.ask("participants", opportunity=desk.page.place.id).rows
    return [(row.contact.label, row.role and row.role.code, row.influence and row.influence.code, row.attends)
            for row in rows]  # fmt: skip


def choose(desk, line: QWidget, name: str, label: str) -> None:
    combo = line.findChild(QWidget, name)
    number = combo.findText(label)
    assert number >= 0
    combo.setCurrentIndex(number)
    combo.activated.emit(number)
    desk.settle()


def test_a_participant_is_found_by_typing_and_gets_role_and_influence(desk) -> None:
    account = desk.do("create_account", name="Vega").result["account"]
    desk.do("create_contact", name="Jana Fox", account=account)
    desk.sale(account=account)
    tab = show(desk, "participants")
    desk.write("addParticipantEdit", "jan")
    desk.until(lambda: desk.shown("suggestions"))
    desk.key(Qt.Key.Key_Return)
    assert participants(desk) == [("Jana Fox", None, None, False)]
    (line,) = [line for line in tab.lines if line.isVisible()]
    choose(desk, line, "participantRole", "Decision maker")
    choose(desk, line, "participantInfluence", "High")
    desk.click(line.attends.editor)
    assert participants(desk) == [("Jana Fox", "decision_maker", "high", True)]
    desk.do("undo")
    desk.settle()
    assert participants(desk)[0][3] is False and not line.attends.value()


def test_a_participant_is_created_in_place_for_the_customer(desk) -> None:
    account = desk.do("create_account", name="Vega").result["account"]
    desk.sale(account=account)
    show(desk, "participants")
    desk.write("addParticipantEdit", "Tom Riedel")
    desk.until(lambda: desk.shown("suggestions"))
    desk.key(Qt.Key.Key_Return)
    assert [row[0] for row in participants(desk)] == ["Tom Riedel"]
    (contact,) = desk.ask("account_page", id=account).contacts
    assert contact.name == "Tom Riedel"


def test_a_participant_is_removed_and_comes_back_by_undo_and_the_history_knows(desk) -> None:
    desk.sale()
    contact = desk.do("create_contact", name="Jana Fox").result["contact"]
    desk.do("add_participant", opportunity=desk.page.place.id, contact=contact)
    show(desk, "participants")
    desk.click("removeParticipantButton")
    assert participants(desk) == []
    desk.do("undo")
    desk.settle()
    assert [row[0] for row in participants(desk)] == ["Jana Fox"]
    rows = desk.ask("history", subject="opportunity", id=desk.page.place.id, kind="related").rows
    assert [(row.what, row.before, row.after) for row in rows] == [
        ("Participant", None, "Jana Fox"), ("Participant", "Jana Fox", None), ("Participant", None, "Jana Fox"),
    ]  # fmt: skip


def test_a_participant_opens_its_page(desk) -> None:
    desk.sale()
    contact = desk.do("create_contact", name="Jana Fox").result["contact"]
    desk.do("add_participant", opportunity=desk.page.place.id, contact=contact)
    show(desk, "participants")
    desk.click("participantName")
    assert desk.window.page.objectName() == "contactPage"


def test_competitors_with_what_speaks_for_and_against_them(desk) -> None:
    page = desk.sale()
    show(desk, "rivalry")
    desk.write("addCompetitorEdit", "Orion Soft")
    desk.key(Qt.Key.Key_Return)
    assert desk.find("competitorName").text() == "Orion Soft"
    desk.write("competitorStrengths", "Cheap")
    assert page.has_unsaved()
    desk.write("competitorWeaknesses", "No service at night")
    desk.find("addCompetitorEdit").setFocus()
    desk.settle()
    assert not page.has_unsaved()
    (row,) = desk.ask("rivalry", opportunity=page.place.id).competitors
    assert (row.strengths, row.weaknesses, row.won) == ("Cheap", "No service at night", False)
    assert [choice.label for choice in desk.ask("choices", lookup="competitor")] == ["Orion Soft"]


def test_ctrl_s_and_cancel_hold_for_a_competitor_too(desk) -> None:
    page = desk.sale()
    desk.do("add_competitor", opportunity=page.place.id, name="Orion Soft")
    show(desk, "rivalry")
    desk.write("competitorStrengths", "Cheap")
    desk.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert desk.ask("rivalry", opportunity=page.place.id).competitors[0].strengths == "Cheap"
    desk.write("competitorStrengths", "Dear")
    page.discard()
    desk.settle()
    assert desk.find("competitorStrengths").toPlainText() == "Cheap"


def test_r13_the_closing_dialog_offers_them_and_the_tab_says_who_won(desk) -> None:
    page = desk.sale()
    desk.do("add_competitor", opportunity=page.place.id, name="Orion Soft")
    question = None
    try:
        desk.do("change_stage", opportunity=page.place.id, stage="closed_lost")
    except Exception as error:  # noqa: BLE001 - NeedsClosing
        question = error.question
    assert question is not None and question.competitors[0].label == "Orion Soft"
    from desktop.views.exchange import ClosingAnswer

    answer = ClosingAnswer(reason=question.reasons[0].id, competitor="Orion Soft")
    desk.do("change_stage", opportunity=page.place.id, stage="closed_lost", closing=answer)
    show(desk, "rivalry")
    assert desk.find("competitorWon").text() == "won this deal"


def test_the_versions_of_the_tactic_are_compared_and_one_is_taken_again(desk) -> None:
    page = desk.sale()
    for text in ("Show the saving", "Show the saving in one month", "Bring the <b>service</b> chief"):
        version = desk.read().version
        desk.do("save_opportunity", id=page.place.id, version=version, fields={"tactics": text})
    tab = show(desk, "rivalry")
    assert [one.text for one in tab.tactic.versions][::-1][:2] == ["Show the saving", "Show the saving in one month"]
    assert "Anna Kern" in tab.tactic.version.itemText(0)
    assert "&lt;b&gt;" in tab.tactic.text.text(), "markup of a person stays text"
    tab.tactic.version.setCurrentIndex(1)
    assert "<u" in tab.tactic.text.text() and "in one month" in tab.tactic.text.text()
    desk.click("restoreTacticButton")
    assert desk.read().fields.tactics == "Show the saving in one month"
    assert len(tab.tactic.versions) == 4
    desk.click("editTacticButton")
    assert desk.find("tacticsEdit").hasFocus()
