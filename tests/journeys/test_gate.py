"""N5 in the real window: an administrator requires a field, and every way out of the stage asks for it in place."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit

from desktop.views.exchange import Action, Place
from tests.journeys.administering import administrator
from tests.journeys.hand import Hand


def require(hand: Hand, field: str, severity: int) -> None:
    with administrator(hand, "required"):
        combo = hand.window.page.findChild(QComboBox, f"required_{field}")
        combo.setCurrentIndex(severity)
        combo.activated.emit(severity)
        hand.rest()


def dialog(hand: Hand):
    found = [one for one in hand.window.findChildren(object, "gateDialog") if one.isVisible()]
    return found[0] if found else None


def stage(hand: Hand, sale: int) -> str:
    return hand.value(
        "SELECT s.code FROM opportunity o JOIN opportunity_stage s ON s.id = o.stage_id WHERE o.id = ?", sale
    )


def begin(hand: Hand) -> int:
    require(hand, "budget", 2)
    sale = hand.window.bridge.workspace.perform(Action("run_process")).result().result["opportunity"]
    hand.window.show_place(Place("opportunity", sale))
    hand.rest()
    return sale


def test_the_stage_bar_asks_in_place_and_goes_on(hand: Hand) -> None:
    sale = begin(hand)
    hand.go_to_stage("proposal")
    asked = dialog(hand)
    assert asked is not None
    assert stage(hand, sale) == "qualification"
    asked.confirm()
    assert asked.fields["budget"].message()
    edit = asked.findChild(QLineEdit, "gate_budget")
    assert hand.window.focusWidget() is edit
    edit.setText("184000")
    asked.findChild(QAbstractButton, "gateConfirmButton").click()
    hand.rest()
    assert dialog(hand) is None
    assert stage(hand, sale) == "proposal"
    assert hand.value("SELECT budget_minor FROM opportunity WHERE id = ?", sale) == 18_400_000
    hand.window.undo()
    hand.rest()
    assert stage(hand, sale) == "qualification"
    assert hand.value("SELECT budget_minor FROM opportunity WHERE id = ?", sale) is None


def test_cancel_changes_nothing_and_the_stage_can_be_tried_again(hand: Hand) -> None:
    sale = begin(hand)
    for _ in range(2):
        hand.go_to_stage("proposal")
        asked = dialog(hand)
        assert asked is not None
        asked.findChild(QAbstractButton, "gateCancelButton").click()
        hand.rest()
    assert stage(hand, sale) == "qualification"


def test_closing_asks_for_the_fields_and_then_its_own_questions(hand: Hand) -> None:
    sale = begin(hand)
    hand.window.bridge.perform(Action("change_stage", opportunity=sale, stage="closed_won"), owner=hand.window)
    hand.rest()
    asked = dialog(hand)
    asked.findChild(QLineEdit, "gate_budget").setText("5")
    asked.confirm()
    hand.rest()
    (closing,) = [one for one in hand.window.findChildren(object, "closingDialog") if one.isVisible()]
    closing.confirm()
    hand.rest()
    assert stage(hand, sale) == "closed_won"
    assert hand.value("SELECT budget_minor FROM opportunity WHERE id = ?", sale) == 500


def test_a_reminder_is_said_and_lets_pass(hand: Hand) -> None:
    require(hand, "budget", 1)
    sale = hand.window.bridge.workspace.perform(Action("run_process")).result().result["opportunity"]
    hand.window.show_place(Place("opportunity", sale))
    hand.rest()
    hand.go_to_stage("proposal")
    assert stage(hand, sale) == "proposal"
    assert "Not filled in on leaving Qualification: Budget." in hand.window.toast.text.text()


def test_every_field_of_the_gate_can_be_asked_for(hand: Hand) -> None:
    from desktop.sales.gate import FIELDS
    from desktop.views.exchange import FieldsQuestion
    from ui.gate_dialog import GateDialog

    names = tuple(FIELDS)
    question = FieldsQuestion(1, "Sale", "qualification", "Qualification", names, names)
    made = GateDialog(hand.window, hand.window.bridge, question)
    made.show_over()
    hand.rest()
    assert tuple(made.fields) == names
    assert all(field.editor.accessibleName() for field in made.fields.values())
    made.reject()
    hand.rest()
