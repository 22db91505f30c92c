"""The second and third process that come with the program, as a person meets them in the window."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton

from tests.journeys.hand import Hand, Key, Modifier


@pytest.fixture
def lead(hand: Hand) -> int:
    made: Any = hand.do("create_lead", title="Cranes for the harbour", account_name="Harbour Ltd").result["lead"]
    return int(made)


def open_page(hand: Hand, name: str, record: int) -> None:
    from desktop.views.exchange import Place

    hand.window.show_place(Place(name, record))
    hand.rest()


def complete(hand: Hand, element: str, result: str) -> None:
    """Complete the open task of an element on its mini-card."""
    number = hand.value("SELECT id FROM activity WHERE element_id = ? AND status = 'planned'", element)
    hand.click(hand.find("completeButton", QAbstractButton, hand.card_of(number)))
    hand.rest()
    popup = hand.see("miniCardPopup")
    button = hand.find(f"result_{result}", QAbstractButton, popup)
    if not button.isChecked():
        hand.click(button)
    hand.rest()
    assert hand.texts(hand.see("consequences", popup))
    hand.push("confirmButton", popup)


def lead_stage(hand: Hand, lead: int) -> str:
    return str(hand.value("SELECT s.code FROM lead l JOIN lead_stage s ON s.id = l.stage_id WHERE l.id = ?", lead))


def test_a_lead_from_the_first_call_to_its_won_sale(hand: Hand, lead: int) -> None:
    """Actions of the lead's page run the process; its cards are completed in place, the sale opens by itself (L4)."""
    open_page(hand, "lead", lead)
    hand.click(hand.see("actionsButton"))
    hand.pick("lead_run")
    hand.until(lambda: len(hand.cards()) == 1, "the first task should stand on the panel")
    hand.hover(hand.see("stage_handoff"))
    hand.rest()
    said = hand.see("stage_handoff")
    hand.until(lambda: "cancels 1 task, creates 1" in said.toolTip().lower(), "N1: what choosing the stage would do")
    complete(hand, "qualify_lead", "need_confirmed")
    hand.window.page.record_tabs.show_tab("process")
    hand.rest()
    tab = hand.see("processTab")
    assert "Lead handover" in hand.texts(tab) and "Find who takes the lead" in hand.texts(tab)
    assert hand.see("processDiagram", tab).isVisible()
    complete(hand, "find_owner", "keep")
    complete(hand, "take_over", "taken_over")
    hand.until(lambda: hand.place[0] == "opportunity", "the sale should open")
    assert lead_stage(hand, lead) == "awaiting_sale"
    hand.rest()
    hand.close_sale("stage_closed_won", income="1000")
    assert lead_stage(hand, lead) == "satisfied"
    hand.undo()
    assert lead_stage(hand, lead) == "awaiting_sale"


def test_no_need_asks_for_the_reason_and_disqualifies(hand: Hand, lead: int) -> None:
    hand.do("run_process", process="lead_handover", lead=lead)
    open_page(hand, "lead", lead)
    complete(hand, "qualify_lead", "no_need")
    dialog = hand.see("reasonDialog")
    hand.click(hand.see("reasonEdit", dialog))
    hand.press(Key.Key_Down)
    hand.press(Key.Key_Return)
    hand.push("reasonConfirmButton", dialog)
    hand.until(lambda: lead_stage(hand, lead) == "disqualified", "the lead should be disqualified")


def test_l2_the_command_bar_runs_it_on_the_lead_that_is_open_and_makes_one_elsewhere(hand: Hand, lead: int) -> None:
    open_page(hand, "lead", lead)
    hand.command("Run process Lead handover")
    assert hand.sql("SELECT subject, subject_id FROM process_instance") == [("lead", lead)]
    hand.key(Key.Key_2, Modifier.ControlModifier)
    hand.command("Запустить процесс Перевод лида")
    hand.until(lambda: hand.place[0] == "lead" and hand.place[1] != lead, "the page of the new lead should open")
    assert hand.count("lead") == 2


def test_r12_the_follow_up_is_offered_after_a_win_and_thanks_everybody_by_name(hand: Hand) -> None:
    sale = hand.do("create_opportunity", title="Cranes").result["opportunity"]
    for name in ("Ida Berg", "Jon Falk"):
        contact = hand.do("create_contact", name=name).result["contact"]
        hand.do("add_participant", opportunity=sale, contact=contact)
    open_page(hand, "opportunity", sale)
    hand.close_sale("stage_closed_won", income="1000")
    hand.push("runFollowUpButton")
    hand.until(lambda: len(hand.cards()) == 2, "a task for each participant")
    said = hand.texts(hand.see("actionPanel"))
    assert "Thank and ask for feedback: Ida Berg" in said and "Thank and ask for feedback: Jon Falk" in said
    assert not hand.shown("runFollowUpButton")
    hand.undo()
    hand.until(lambda: hand.shown("runFollowUpButton"), "it is offered again")
    hand.command("Run process Follow-up after a won deal")
    assert hand.running(sale) == 1
