"""A lead's ways in the window: who gets it, until when it waits, why it ends (product.md, section 5)."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt


@pytest.fixture
def lead(desk) -> int:
    desk.do("create_person", name="Boris Lang")
    made = desk.make("create_lead", title="Cash desks", account_name="Vega Logistics")
    desk.open("lead", made)
    return made


def test_disqualifying_on_the_stage_bar_asks_for_the_reason_and_says_it_on_the_page(desk, lead):
    bar = desk.find("stageBar")
    next(one for one in bar.menu.actions() if one.objectName() == "stage_disqualified").trigger()
    desk.settle()
    desk.push("reasonConfirmButton")
    assert desk.shown("reasonDialog"), "without a reason nothing happens"
    dialog = desk.find("reasonDialog")
    dialog.reason.setFocus()
    desk.key(Qt.Key.Key_Down)
    desk.write("reasonCommentEdit", "Wanted a price list only")
    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    why = desk.ask("lead_page", id=lead).disqualified
    assert why.reason == dialog.reason.value().label and why.comment == "Wanted a price list only"
    assert why.reason in desk.find("disqualifiedBar").text()
    assert not desk.action("actionsButton", "lead_assign").isEnabled()


def test_the_command_asks_for_the_reason_too_and_esc_leaves_the_lead_open(desk, lead):
    desk.choose("actionsButton", "lead_end_disqualified")
    assert desk.shown("reasonDialog")
    desk.key(Qt.Key.Key_Escape)
    assert not desk.ask("lead_page", id=lead).stage_bar.closed


def test_a_lead_is_given_to_the_least_busy_of_the_team_with_the_keyboard(desk, lead):
    desk.choose("actionsButton", "lead_assign")
    desk.until(lambda: desk.find("assigneeList").rows())
    first = desk.find("assigneeList").rows()[0]
    assert first.title == "The least busy of the team" and first.second.startswith("Boris Lang: 0 leads")
    desk.key(Qt.Key.Key_Return)
    page = desk.ask("lead_page", id=lead)
    assert (page.fields.owner.label, page.stage_bar.current) == ("Boris Lang", "distribution")
    assert "least to do" in desk.find("toastText").text()


def test_a_lead_is_given_to_a_person_found_by_typing(desk, lead):
    desk.choose("actionsButton", "lead_assign")
    desk.until(lambda: desk.find("assigneeList").rows())
    desk.write("assignFindEdit", "anna")
    desk.push("assignConfirmButton")
    assert desk.ask("lead_page", id=lead).fields.owner.label == "Anna Kern"


def test_a_hand_off_gives_the_new_owner_a_task_with_the_comment(desk, lead):
    desk.choose("actionsButton", "lead_hand_off")
    desk.until(lambda: desk.find("assigneeList").rows())
    desk.write("handoffCommentEdit", "They decide in May")
    desk.push("assignConfirmButton")
    page = desk.ask("lead_page", id=lead)
    assert page.stage_bar.current == "handoff"
    assert [card.title for card in page.cards] == ["Take over the lead"]


def test_a_lead_is_put_aside_shown_so_and_taken_up_again(desk, lead):
    desk.choose("actionsButton", "lead_aside")
    desk.push("aside_30")
    desk.push("asideConfirmButton")
    assert "Write down why" in desk.find("asideDialog").reason.message()
    desk.write("asideReasonEdit", "No budget before the spring")
    desk.push("asideConfirmButton")
    assert desk.ask("lead_page", id=lead).aside.until == date(2026, 4, 1)
    bar = desk.find("asideBar")
    assert "1 Apr 2026" in bar.text() and "No budget" in bar.text()
    bar.action.click()
    desk.settle()
    assert not desk.shown("asideBar") and desk.ask("lead_page", id=lead).aside is None


def test_several_leads_are_distributed_from_the_list(desk, lead):
    desk.make("create_lead", title="Shelves")
    desk.open("leads")
    desk.select("leadList", 0, 1)
    desk.choose("listMoreButton", "list_assign")
    desk.until(lambda: desk.find("assigneeList").rows())
    desk.push("assignConfirmButton")
    assert {row.owner for row in desk.ask("list_rows", subject="lead", ids=(1, 2))} == {"Boris Lang"}


def test_disqualifying_many_asks_once_and_holds_for_all(desk, lead):
    desk.make("create_lead", title="Shelves")
    from desktop.views.exchange import Action
    from desktop.views.many import Wanted

    action = Action("change_many", subject="lead", ids=(1, 2), wanted=Wanted("stage", stage="disqualified"))
    desk.window.bridge.perform(action, owner=desk.window)
    desk.until(lambda: desk.shown("reasonDialog"))
    dialog = desk.find("reasonDialog")
    dialog.reason.set_value(desk.ask("choices", lookup="disqualification_reason")[1])
    desk.push("reasonConfirmButton")
    assert [desk.ask("lead_page", id=one).disqualified is not None for one in (1, 2)] == [True, True]


def test_the_chain_leads_from_the_lead_to_the_order_and_back(desk, lead):
    desk.do("change_lead_stage", lead=lead, stage="awaiting_sale")
    sale = desk.ask("lead_page", id=lead).opportunity.id
    order = desk.make("create_order", opportunity=sale)
    for name, record in (("lead", lead), ("opportunity", sale), ("order", order)):
        desk.open(name, record)
        kinds = {link.kind for link in desk.find("chainBar").links()}
        assert kinds == {"lead", "opportunity", "order"}, name
