"""The whole way from L1 to a completed task by keyboard alone: no mouse event reaches the program."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from tests.journeys.hand import STAGE_TASKS, Hand, Key, Modifier


class Mice(QObject):
    """Counts mouse presses that arrive anywhere."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.seen += event.type() in {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick}
        return False


@pytest.fixture
def no_mouse(qapp: QApplication):
    mice = Mice()
    qapp.installEventFilter(mice)
    yield
    qapp.removeEventFilter(mice)
    assert mice.seen == 0


def tab_to(hand: Hand, name: str, most: int = 120) -> None:
    """Tab until the keyboard is in the part of that name."""
    for _ in range(most):
        focused = QApplication.focusWidget()
        if focused is not None and focused.objectName() == name:
            return
        hand.press(Key.Key_Tab)
    raise AssertionError(f"Tab does not come to {name}")


@pytest.mark.usefixtures("no_mouse")
def test_from_l1_to_a_completed_task_by_keyboard_alone(hand: Hand) -> None:
    hand.key(Key.Key_F6)  # the side bar
    for _ in range(5):
        if QApplication.focusWidget().objectName() == "runProcessButton":
            break
        hand.press(Key.Key_F6)
    tab_to(hand, "runProcessButton")
    hand.press(Key.Key_Space)
    hand.until(lambda: QApplication.activePopupWidget() is not None, "the menu should open")
    hand.press(Key.Key_Down)
    hand.press(Key.Key_Return)
    hand.see("runProcessDialog")
    hand.keys("corp")
    hand.key(Key.Key_Return)
    sale = hand.sale
    assert hand.tasks(sale) == STAGE_TASKS["qualification"]

    tab_to(hand, "titleEdit")
    hand.press(Key.Key_A, Modifier.ControlModifier)
    hand.keys("Vega / Warehouse")
    hand.key(Key.Key_S, Modifier.ControlModifier)
    assert hand.value("SELECT title FROM opportunity WHERE id = ?", sale) == "Vega / Warehouse"

    tab_to(hand, "completeButton")
    hand.key(Key.Key_Space)
    popup = hand.see("miniCardPopup")
    assert popup.isAncestorOf(QApplication.focusWidget())
    hand.key(Key.Key_1)
    tab_to(hand, "commentEdit")
    hand.keys("They want to see it")
    hand.key(Key.Key_Return, Modifier.ControlModifier)
    hand.gone("miniCardPopup")
    (done,) = hand.sql("SELECT element_id, comment FROM activity WHERE status = 'done'")
    assert done[1] == "They want to see it"
    assert len(hand.tasks(sale)) == 1

    tab_to(hand, "stage_contracting")
    hand.key(Key.Key_Return)
    assert hand.stage(sale) == "contracting"
    tab_to(hand, "stage_closed")
    hand.press(Key.Key_Down)
    hand.until(lambda: QApplication.activePopupWidget() is not None, "the final stages should open")
    hand.press(Key.Key_Down)
    hand.press(Key.Key_Return)
    hand.see("closingDialog")
    hand.key(Key.Key_Escape)
    hand.gone("closingDialog")
    assert hand.stage(sale) == "contracting"
    hand.undo()
    assert hand.stage(sale) == "qualification"


@pytest.mark.usefixtures("no_mouse")
def test_l2_and_every_place_by_keyboard_alone(hand: Hand) -> None:
    hand.command("Run process Corporate sale")
    sale = hand.sale
    for key, page in ((Key.Key_2, "leadListPage"), (Key.Key_3, "opportunityListPage"), (Key.Key_4, "schedulePage")):
        hand.key(key, Modifier.ControlModifier)
        hand.see(page)
    hand.key(Key.Key_3, Modifier.ControlModifier)
    tab_to(hand, "opportunityList")
    hand.key(Key.Key_Return)
    assert hand.sale == sale
    hand.key(Key.Key_Left, Modifier.AltModifier)
    hand.see("opportunityListPage")
