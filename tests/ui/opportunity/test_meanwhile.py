"""Somebody else has saved meanwhile: keep mine, take theirs, field by field. And next and previous record keys."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.views.exchange import Place


def meanwhile(desk, **fields: object) -> None:
    """Save as Oleg Petrov, behind the window's back, before the window hears of it."""
    page = desk.page
    oleg = desk.do("create_person", name="Oleg Petrov", role="administrator").result["person"]
    anna = desk.ask("shell").person.id
    desk.settle()
    desk.do("switch_person", person=oleg)
    desk.do("save_opportunity", id=page.place.id, version=page.view.version, fields=fields)
    desk.do("switch_person", person=anna)
    page.save()
    desk.settle()


def test_both_values_are_shown_with_who_has_changed_it_and_mine_is_kept(desk) -> None:
    desk.sale()
    desk.write("tacticsEdit", "Mine")
    meanwhile(desk, tactics="Theirs")
    assert desk.find("conflictText").text().startswith("Changed meanwhile by Oleg Petrov.")
    assert desk.find("mine_tactics").text() == "Mine" and desk.find("theirs_tactics").text() == "Theirs"
    assert "Oleg Petrov" in desk.find("theirs_tactics").toolTip()
    assert desk.read().fields.tactics == "Theirs", "nothing is overwritten unasked"
    desk.click("keepMineButton")
    assert desk.read().fields.tactics == "Mine"
    assert not desk.page.has_unsaved() and not desk.shown("conflictBar")


def test_theirs_is_taken(desk) -> None:
    page = desk.sale()
    desk.write("tacticsEdit", "Mine")
    meanwhile(desk, tactics="Theirs")
    desk.click("takeTheirsButton")
    assert desk.read().fields.tactics == page.qualification.tactics.value() == "Theirs"
    assert not page.has_unsaved()


def test_field_by_field(desk) -> None:
    desk.sale()
    desk.write("tacticsEdit", "Mine")
    desk.write("decisionMakerRoleEdit", "Head of purchasing")
    desk.write("needTextEdit", "Paper lists")
    meanwhile(desk, tactics="Theirs", decision_maker_role="Owner")
    assert not desk.shown("mine_need_text"), "what only I have changed is no question"
    desk.click("theirs_tactics")
    desk.click("saveChosenButton")
    fields = desk.read().fields
    assert (fields.tactics, fields.decision_maker_role, fields.need_text) == (
        "Theirs", "Head of purchasing", "Paper lists",
    )  # fmt: skip


def test_esc_goes_on_editing_and_the_bar_leads_back(desk) -> None:
    page = desk.sale()
    desk.write("tacticsEdit", "Mine")
    meanwhile(desk, tactics="Theirs")
    desk.key(Qt.Key.Key_Escape)
    assert not desk.shown("conflictDialog")
    assert page.qualification.tactics.value() == "Mine" and page.has_unsaved()
    desk.click("compareButton")
    assert desk.shown("conflictDialog")
    desk.click("takeTheirsButton")


def test_what_does_not_cross_is_saved_without_a_question(desk) -> None:
    page = desk.sale()
    desk.write("tacticsEdit", "Mine")
    meanwhile(desk, decision_maker_role="Owner")
    fields = desk.read().fields
    assert (fields.tactics, fields.decision_maker_role) == ("Mine", "Owner")
    assert not desk.shown("conflictDialog") and not page.has_unsaved()


def test_alt_up_and_down_go_through_the_list_one_came_from(desk) -> None:
    made = [desk.do("create_opportunity", title=f"Sale {number}").result["opportunity"] for number in range(3)]
    desk.window.show_place(Place("opportunities"))
    desk.settle()
    table = desk.find("opportunityList")
    ids = table.model().ids()
    assert set(made) <= set(ids)
    table.selectRow(0)
    table.setFocus()
    desk.key(Qt.Key.Key_Return)
    assert desk.page.place.id == ids[0]
    desk.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    desk.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert desk.page.place.id == ids[2]
    desk.key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert desk.page.place.id == ids[1]
    command = next(one for one in desk.page.commands() if one.id == "opportunity.previous")
    assert command.available().enabled
    desk.key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert not command.available().enabled and command.available().why_not


def test_in_a_date_alt_down_opens_the_calendar(desk) -> None:
    desk.sale()
    desk.find("decisionDateEdit").setFocus()
    desk.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert desk.shown("calendarPopup")
    desk.key(Qt.Key.Key_Escape)
