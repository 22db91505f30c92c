"""The closing dialog (R13): what it asks, what it answers, and that it can be put off."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from desktop.views.exchange import Choice, ClosingAnswer, ClosingQuestion, Money
from ui.closing_dialog import ClosingDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
PRICE, RIVAL = Choice(1, "price", "Price"), Choice(7, "rival", "Rival Ltd")


def question(*, won: bool) -> ClosingQuestion:
    return ClosingQuestion(
        opportunity=3,
        title="Vega Logistics / Warehouse automation",
        stage_code="closed_won" if won else "closed_lost",
        stage_label="Closed won" if won else "Closed lost",
        successful=won,
        income=Money(18_400_000, "USD"),
        spent_minutes=80,
        reasons=(PRICE, Choice(2, "budget", "No budget")),
        competitors=(RIVAL,),
        consequences="cancels 2 tasks, keeps 1 of your own",
    )


@pytest.fixture
def window(qtbot: Any) -> Iterator[QMainWindow]:
    made = QMainWindow()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


def shown(window: QMainWindow, *, won: bool) -> tuple[ClosingDialog, list[ClosingAnswer]]:
    answers: list[ClosingAnswer] = []
    dialog = ClosingDialog(window, question(won=won), answers.append)
    dialog.show_over()
    return dialog, answers


def test_won_comes_with_the_amount_and_the_hours_summed_from_the_tasks(window: QMainWindow) -> None:
    dialog, answers = shown(window, won=True)
    assert dialog.income.value() == Money(18_400_000, "USD")
    assert dialog.spent.editor.text() == "1:20"
    assert not dialog.reason.isVisible() and not dialog.competitor.isVisible()
    assert dialog.consequences.text() == "Cancels 2 tasks, keeps 1 of your own"
    assert QApplication.focusWidget() is dialog.income.editor
    assert dialog.income.editor.selectedText() == dialog.income.editor.text(), "another income is typed over it"
    QTest.keyClick(dialog.income.editor, Qt.Key.Key_Return)
    assert answers == [ClosingAnswer(Money(18_400_000, "USD"), 80, None, "")]


def test_lost_needs_a_reason_and_has_no_income_by_itself(window: QMainWindow) -> None:
    dialog, answers = shown(window, won=False)
    assert dialog.income.value() is None
    QTest.mouseClick(dialog.findChild(type(dialog._ok), "closingConfirmButton"), Qt.MouseButton.LeftButton)
    assert answers == []
    assert dialog.reason.message() == "Choose the reason"
    QTest.keyClick(dialog.reason.editor, Qt.Key.Key_Down)
    dialog.competitor.editor.setFocus()
    QTest.keyClicks(dialog.competitor.editor, "riv")
    QTest.keyClick(dialog.competitor.editor, Qt.Key.Key_Down)
    QTest.keyClick(dialog.competitor.editor, Qt.Key.Key_Return)
    assert answers == [], "Enter chose the suggestion, not the button"
    QTest.keyClick(dialog.competitor.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert answers == [ClosingAnswer(None, 80, 1, "Rival Ltd")]


def test_hours_that_cannot_be_understood_are_not_answered(window: QMainWindow) -> None:
    dialog, answers = shown(window, won=True)
    dialog.spent.editor.setFocus()
    QTest.keyClicks(dialog.spent.editor, "long")
    dialog.confirm()
    assert answers == []
    assert dialog.spent.message()


def test_it_can_be_put_off(window: QMainWindow) -> None:
    dialog, answers = shown(window, won=True)
    QTest.keyClick(dialog.income.editor, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert answers == []


def test_the_keyboard_comes_back_to_the_page_when_closing_is_put_off(desk) -> None:
    """The dialog is opened from a menu, so no field had the keyboard before; a hidden one must not keep it."""
    desk.sale()
    QApplication.focusWidget().clearFocus()
    desk.page.stage_bar.menu.actions()[-1].trigger()
    desk.settle()
    assert desk.shown("closingDialog")
    desk.key(Qt.Key.Key_Escape)
    assert not desk.shown("closingDialog")
    now = QApplication.focusWidget()
    assert now is not None and now.isVisible() and desk.page.isAncestorOf(now)


def test_a_closed_sale_asks_no_more_to_be_filled_in(desk) -> None:
    """The hint of the step that opened the page has nothing to say once the process has ended."""
    desk.sale()
    desk.page.show_hint("Fill in the opportunity's data.")
    assert desk.shown("fillInHint")
    desk.do("change_stage", opportunity=desk.page.place.id, stage="closed_won", closing=ClosingAnswer())
    desk.settle()
    assert not desk.shown("fillInHint")


def test_r12_the_next_activity_can_be_planned_after_the_closing(desk) -> None:
    """No process runs on a closed opportunity, but a person can plan a task or a call on it, and complete it."""
    desk.sale()
    desk.do("change_stage", opportunity=desk.page.place.id, stage="closed_won", closing=ClosingAnswer())
    desk.settle()
    page = desk.page
    assert page.panel.new_task.isEnabled() and page.panel.new_call.isEnabled()
    assert "process" not in page.panel.new_task.toolTip() + page.panel.new_call.toolTip()
    assert "process" not in page.panel._empty.text()
    allowed = {command.id: command.available() for command in page.commands()}
    assert allowed["opportunity.task"].enabled and allowed["opportunity.call"].enabled
    assert not allowed["opportunity.run"].enabled
    desk.click("newTaskButton")
    desk.write("newActivityTitle", "Ask for a reference")
    desk.click("createActivityButton")
    assert [card.title.text() for card in desk.cards()] == ["Ask for a reference"]
    desk.click(desk.cards()[0].complete_button)
    desk.click("confirmButton")
    assert not desk.cards()
    assert desk.read().stage_bar.current == "closed_won"


def test_the_dialog_is_not_left_open_in_another_language(desk) -> None:
    """What it asks was said in the language before; nothing is closed, and it can be asked again in the new one."""
    desk.sale()
    desk.page.stage_bar.menu.actions()[-1].trigger()
    desk.settle()
    assert desk.shown("closingDialog")
    desk.window.choose_language("ru")
    desk.settle()
    assert not desk.shown("closingDialog")
    assert not desk.read().stage_bar.closed
    desk.page.stage_bar.menu.actions()[-1].trigger()
    desk.settle()
    assert desk.find("closingDialog").title.text() == "Завершена с проигрышем"
    desk.key(Qt.Key.Key_Escape)
