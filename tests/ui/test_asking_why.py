"""N2 in the window: "Why?" by Shift+F1 and by a right click, wherever a task, a record or a message stands."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desktop.views.exchange import Action, Place, Query
from tests.ui.conftest import settle

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # menus, drawn offscreen


@pytest.fixture
def desk(program):
    window = program()
    settle(window)

    def do(name, **arguments):
        done = window.bridge.workspace.perform(Action(name, **arguments)).result()
        settle(window)
        return done

    window.do = do
    window.ask = lambda name, **arguments: window.bridge.workspace.ask(Query(name, **arguments)).result()
    window.sale = do("run_process").result["opportunity"]
    return window


def answer(window) -> str:
    settle(window)
    shown = [popup for popup in window.findChildren(QWidget, "whyPopup") if popup.isVisible()]
    assert len(shown) == 1
    return shown[0].accessibleName()


def press(window) -> str:
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    said = answer(window)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    return said


def test_shift_f1_explains_what_has_the_keyboard_on_every_page(desk):
    """One key everywhere: page, mini-card, list, schedule, board, My day, message."""
    desk.show_place(Place("opportunity", desk.sale))
    settle(desk)
    card = desk.page.panel.grid.cards()[0]
    card.complete_button.setFocus()
    assert "made this task" in press(desk)
    desk.page.stage_bar.closed.setFocus()
    assert "stands on Qualification since" in press(desk)
    for place in ("activities", "opportunities", "board", "my_day"):
        desk.show_place(Place(place))
        settle(desk)
        desk.page.focus_first()
        settle(desk)
        said = press(desk)
        assert ("made this task" in said) or ("stands on Qualification" in said), place
    desk.toggle_notifications()
    settle(desk)
    assert "You are told because the task is yours." in press(desk)


def test_a_right_click_offers_why_and_the_answer_leads_into_the_process(desk):
    """Show in the process: the run's diagram with the step chosen."""
    desk.show_place(Place("opportunity", desk.sale))
    settle(desk)
    card = desk.page.panel.grid.cards()[0]
    middle = card.mapTo(desk, QPoint(card.width() // 2, 6))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, middle, desk.mapToGlobal(middle))
    QApplication.sendEvent(desk, event)
    (menu,) = [menu for menu in desk.findChildren(QMenu, "whyMenu") if menu.isVisible()]
    menu.actions()[0].trigger()
    menu.close()
    assert "made this task" in answer(desk)
    (popup,) = [popup for popup in desk.findChildren(QWidget, "whyPopup") if popup.isVisible()]
    link = next(one for one in popup.findChildren(QWidget) if one.accessibleName() == "Show in the process")
    link.click()
    settle(desk)
    assert desk.page.place.name == "process_run" and desk.page.place.element in {
        "contact_customer",
        "prepare_presentation",
    }


def test_a_list_offers_why_in_its_menu(desk):
    desk.show_place(Place("opportunities"))
    settle(desk)
    desk.page.table.menu_wanted.emit(desk.page.table.mapToGlobal(QPoint(5, 5)))
    (menu,) = [menu for menu in desk.findChildren(QMenu, "listMenu") if menu.isVisible()]
    (action,) = [action for action in menu.actions() if action.objectName() == "whyAction"]
    action.trigger()
    menu.close()
    assert "stands on Qualification" in answer(desk)


def test_the_log_of_a_run_offers_why_for_its_tasks(desk):
    desk.show_place(Place("process_run", 1))
    settle(desk)
    log = desk.page.log_card.log
    log.table.selectRow(0)
    log.table.setFocus()
    settle(desk)
    assert log.current().activity is not None
    assert "made this task" in press(desk)
