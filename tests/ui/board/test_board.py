"""The board in the real window: drag and drop with a mouse, moving by keyboard, the same gate, questions and undo."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu, QWidget

from desktop.views.conditions import Condition
from desktop.views.exchange import Action, ClosingAnswer, Money, Place, Query
from tests.ui.conftest import click, press, settle, type_text
from ui.board.card_list import CardList
from ui.board.column import BoardColumn
from ui.board.page import BoardPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # menus, drawn offscreen

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key


class Desk:
    """The window with the board, and what a test does to it."""

    def __init__(self, window, qtbot) -> None:
        self.window, self.qtbot = window, qtbot
        self._held: CardList | None = None

    def do(self, name: str, /, **arguments: object):
        done = self.window.bridge.workspace.perform(Action(name, **arguments)).result(timeout=20)
        settle(self.window)
        return done

    def sale(self, title: str, stage: str = "qualification", **fields: object) -> int:
        return self.do("create_opportunity", title=title, stage=stage, **fields).result["opportunity"]

    def stage(self, sale: int) -> str:
        return self.window.bridge.workspace.ask(Query("opportunity_page", id=sale)).result().stage_bar.current

    def show(self) -> BoardPage:
        self.window.show_place(Place("board"))
        self.rest()
        return self.page

    def rest(self) -> None:
        settle(self.window)
        if isinstance(self.window.page, BoardPage):
            self.page.grab()
            self.qtbot.waitUntil(self.page.is_loaded)
            settle(self.window)

    @property
    def page(self) -> BoardPage:
        assert isinstance(self.window.page, BoardPage)
        return self.window.page

    def column(self, code: str) -> BoardColumn:
        return self.page.column(code)

    def titles(self, code: str) -> list[str]:
        model = self.column(code).model
        return [str(model.data(model.index(row, 0))) for row in range(model.rowCount())]

    # the mouse

    def take(self, code: str, row: int = 0) -> None:
        """Press on a card and move far enough for a drag."""
        cards = self._held = self.column(code).cards
        point = cards.visualRect(cards.model().index(row, 0)).center()
        QTest.mousePress(cards.viewport(), LEFT, NONE, point)
        QTest.mouseMove(cards.viewport(), point + QPoint(0, 2 * QApplication.startDragDistance()))

    def carry(self, code: str) -> None:
        assert self._held is not None
        QTest.mouseMove(self._held.viewport(), self._above(code))
        settle(self.window)

    def drop(self, code: str) -> None:
        self.carry(code)
        assert self._held is not None
        QTest.mouseRelease(self._held.viewport(), LEFT, NONE, self._above(code))
        self._held = None
        self.rest()

    def _above(self, code: str) -> QPoint:
        assert self._held is not None
        column = self.column(code)
        middle = column.mapToGlobal(QPoint(column.width() // 2, column.height() // 2))
        return self._held.viewport().mapFromGlobal(middle)

    # what is open

    def seen(self, name: str) -> QWidget | None:
        return next((one for one in self.window.findChildren(QWidget, name) if one.isVisible()), None)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        press(self.window.focusWidget(), key, modifier)
        self.rest()

    def menu(self, code: str, row: int = 0) -> QMenu:
        cards = self.column(code).cards
        cards.menu_wanted.emit(cards.model().id_at(row), cards.mapToGlobal(QPoint(20, 20)))
        cards.choose_row(row)
        settle(self.window)
        found = self.page.findChildren(QMenu, "cardMenu")
        return next(menu for menu in found if menu.isVisible())


@pytest.fixture
def desk(program, qtbot) -> Desk:
    return Desk(program(), qtbot)


def entry(menu: QMenu, name: str) -> QAction:
    return next(action for action in menu.actions() if action.objectName() == name)


def test_columns_say_stage_number_and_sum_for_eyes_and_for_ears(desk):
    desk.sale("Vega / Warehouse", "proposal", amount=Money(18_400_000, "EUR"))
    desk.sale("Nordwind / ERP", "proposal", amount=Money(5_000_000, "USD"))
    page = desk.show()
    column = desk.column("proposal")
    assert page.findChild(QWidget, "opportunityBoard") is page.board
    assert column.name_label.text() == "Proposal"
    assert column.count_pill.text() == "2"
    assert column.sum_label.text() == "€ 184,000 + $ 50,000"
    assert column.note_label.text() == "No rate for USD"
    assert "Weighted by probability: €\u00a0110,400" in column.sum_label.toolTip()
    desk.sale("Abroad alone", "contracting", amount=Money(700_000, "USD"))
    desk.rest()
    assert desk.column("contracting").sum_label.text() == "$ 7,000"
    assert column.accessibleName().startswith("Proposal, 2 opportunities, €")
    model = column.model
    assert str(model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)).startswith("Vega / Warehouse, €")
    assert desk.column("closed_won").is_folded() and not column.is_folded()
    desk.window.choose_language("ru")
    desk.rest()
    assert column.name_label.text() == "Коммерческое предложение"
    assert column.note_label.text() == "Нет курса: USD"
    assert column.accessibleName().startswith("Коммерческое предложение, 2 продажи, ")


def test_a_card_is_dropped_with_the_consequences_said_before_and_undone_after(desk):
    """N1: what is said while the card is held is the dry run of what is done then."""
    sale = desk.do("run_process", process="corporate_sale").result["opportunity"]
    desk.show()
    desk.take("qualification")
    assert desk.seen("carriedCard") is not None
    desk.carry("proposal")
    expected = desk.window.bridge.workspace.ask(
        Query("stage_consequences", opportunity=sale, stage="proposal")
    ).result()
    assert desk.page.moving.drag.tip_text().lower() == expected.text.lower() != ""
    assert desk.stage(sale) == "qualification"
    desk.drop("proposal")
    assert desk.stage(sale) == "proposal"
    assert desk.seen("carriedCard") is None and desk.page.moving.drag.tip_text() == ""
    assert desk.titles("qualification") == [] and len(desk.titles("proposal")) == 1
    assert desk.column("proposal").cards.hasFocus() and desk.column("proposal").cards.current_id() == sale
    press(desk.window, Key.Key_Z, CTRL)
    desk.rest()
    assert desk.stage(sale) == "qualification"
    assert len(desk.titles("qualification")) == 1


def test_esc_gives_a_drag_up(desk):
    sale = desk.sale("Vega")
    desk.show()
    desk.take("qualification")
    desk.carry("contracting")
    press(desk.window.focusWidget(), Key.Key_Escape)
    assert desk.seen("carriedCard") is None
    desk.drop("contracting")
    assert desk.stage(sale) == "qualification"
    assert desk.titles("qualification") == ["Vega"]


def test_dropping_a_card_where_it_was_or_beside_the_board_changes_nothing(desk):
    sale = desk.sale("Vega")
    desk.show()
    desk.take("qualification")
    desk.drop("qualification")
    desk.take("qualification")
    held = desk.column("qualification").cards.viewport()
    outside = held.mapFromGlobal(desk.window.side_bar.mapToGlobal(QPoint(20, 300)))
    QTest.mouseMove(held, outside)
    QTest.mouseRelease(held, LEFT, NONE, outside)
    desk.rest()
    assert desk.stage(sale) == "qualification"
    assert desk.page.moving.drag.card is None


def test_n5_the_gate_asks_on_a_drop_as_everywhere(desk):
    desk.do("require_field", stage="qualification", field="budget", severity="stop")
    sale = desk.sale("Vega")
    desk.show()
    desk.take("qualification")
    desk.carry("proposal")
    assert "budget" in desk.page.moving.drag.tip_text().lower()
    desk.drop("proposal")
    dialog = desk.seen("gateDialog")
    assert dialog is not None and desk.stage(sale) == "qualification"
    dialog.findChild(QLineEdit, "gate_budget").setText("184000")
    dialog.findChild(QAbstractButton, "gateConfirmButton").click()
    desk.rest()
    assert desk.stage(sale) == "proposal"
    assert desk.titles("proposal") == ["Vega"]


def test_r13_dropping_on_a_final_stage_asks_the_closing_questions(desk):
    sale = desk.sale("Vega")
    desk.show()
    desk.take("qualification")
    desk.drop("closed_won")
    dialog = desk.seen("closingDialog")
    assert dialog is not None and desk.stage(sale) == "qualification"
    dialog.findChild(QAbstractButton, "closingCancelButton").click()
    desk.rest()
    assert desk.stage(sale) == "qualification"
    assert not desk.column("qualification").cards.itemDelegate().busy
    desk.take("qualification")
    desk.drop("closed_won")
    desk.seen("closingDialog").findChild(QAbstractButton, "closingConfirmButton").click()
    desk.rest()
    assert desk.stage(sale) == "closed_won"
    assert desk.titles("closed_won") == ["Vega"]


def test_r9_columns_that_a_closed_sale_cannot_go_to_are_dimmed_with_the_reason(desk):
    sale = desk.sale("Vega")
    desk.do("change_stage", opportunity=sale, stage="closed_won", closing=ClosingAnswer())
    desk.show()
    click(desk.column("closed_won").strip)
    desk.rest()
    desk.take("closed_won")
    desk.carry("proposal")
    veil = desk.column("proposal").veil
    assert veil.isVisible() and "cannot be left" in veil.reason
    desk.drop("proposal")
    assert desk.stage(sale) == "closed_won"
    assert "cannot be left" in desk.window.toast.text.text()
    assert not veil.isVisible()


def test_arrows_home_and_end_go_along_cards_and_columns_and_enter_opens(desk):
    for title in ("A", "B", "C"):
        desk.sale(title)
    desk.sale("P", "proposal")
    page = desk.show()
    assert desk.column("qualification").cards.hasFocus()
    desk.press(Key.Key_Down)
    assert page.current().title == "B"
    desk.press(Key.Key_End)
    assert page.current().title == "C"
    desk.press(Key.Key_Right)
    assert page.current().title == "P"
    assert not desk.column("qualification").cards.selectedIndexes()
    desk.press(Key.Key_Right)
    assert page.current().title == "P"
    desk.press(Key.Key_Home, CTRL)
    assert page.current().title == "A"
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Home)
    assert page.current().title == "A"
    desk.press(Key.Key_Return)
    assert desk.window.page.objectName() == "opportunityPage"
    desk.window.step(-1)
    desk.rest()
    assert desk.page.current().title == "A"


def test_ctrl_right_moves_a_card_after_its_consequences_were_shown(desk):
    sale = desk.do("run_process", process="corporate_sale").result["opportunity"]
    desk.show()
    desk.press(Key.Key_Right, CTRL)
    popup = desk.seen("movePopup")
    assert popup is not None and popup.chosen() == "presentation"
    assert "ancels 2 tasks" in popup.consequences.text()
    desk.press(Key.Key_Z, CTRL)
    assert desk.stage(sale) == "qualification", "nothing is undone behind the popup"
    assert desk.seen("movePopup") is popup
    desk.press(Key.Key_Escape)
    assert desk.seen("movePopup") is None and desk.stage(sale) == "qualification"
    assert desk.column("qualification").cards.hasFocus()
    desk.press(Key.Key_Right, CTRL)
    desk.press(Key.Key_Right, CTRL)
    assert popup.chosen() == "proposal"
    desk.press(Key.Key_Return)
    assert desk.stage(sale) == "proposal"
    assert desk.page.current().id == sale and desk.column("proposal").cards.hasFocus()
    desk.press(Key.Key_Left, CTRL)
    assert popup.chosen() == "presentation"
    desk.press(Key.Key_Return)
    assert desk.stage(sale) == "presentation"


def test_r9_by_keyboard_too_a_closed_sale_is_not_moved(desk):
    sale = desk.sale("Vega")
    desk.do("change_stage", opportunity=sale, stage="closed_won", closing=ClosingAnswer())
    desk.show()
    click(desk.column("closed_won").strip)
    desk.column("closed_won").cards.choose_row(0)
    desk.press(Key.Key_M)
    popup = desk.seen("movePopup")
    assert "cannot be left" in popup.consequences.text()
    assert not popup.confirm_button.isEnabled()
    desk.press(Key.Key_Return)
    assert desk.stage(sale) == "closed_won"


def test_the_menu_of_a_card_completes_its_next_step_in_place(desk):
    sale = desk.do("run_process", process="corporate_sale").result["opportunity"]
    desk.show()
    menu = desk.menu("qualification")
    assert entry(menu, "cardCompleteAction").isEnabled()
    entry(menu, "cardCompleteAction").trigger()
    menu.close()
    popup = desk.seen("miniCardPopup")
    assert popup is not None
    cards = desk.window.bridge.workspace.ask(Query("opportunity_page", id=sale)).result().cards
    assert popup.card.activity_id == cards[0].activity_id
    click(popup.findChild(QAbstractButton, f"result_{cards[0].results[0].code}"))
    click(popup.confirm_button)
    desk.rest()
    assert len(desk.window.bridge.workspace.ask(Query("opportunity_page", id=sale)).result().cards) == len(cards) - 1


def test_l3_the_menu_runs_the_process_and_offers_the_stages(desk):
    sale = desk.sale("Vega", "proposal")
    desk.show()
    menu = desk.menu("proposal")
    assert entry(menu, "cardCompleteAction").toolTip() == "There is no next step"
    entry(menu, "cardRunAction").trigger()
    menu.close()
    desk.rest()
    assert desk.window.bridge.workspace.ask(Query("opportunity_page", id=sale)).result().running_process
    menu = desk.menu("proposal")
    entry(menu, "cardMoveAction").trigger()
    menu.close()
    assert desk.seen("movePopup").chosen() == "contracting"


def test_a_long_column_is_read_as_it_is_scrolled(desk):
    perform = desk.window.bridge.workspace.perform
    made = [perform(Action("create_opportunity", title=f"Sale {number:02}")) for number in range(70)]
    assert made[-1].result(timeout=30)
    desk.show()
    cards = desk.column("qualification").cards
    assert cards.model().rowCount() == 70 and len(desk.column("qualification").model.ids()) == 20
    desk.press(Key.Key_End)
    assert desk.page.current().title == "Sale 69"
    desk.window.show_place(Place("board"))
    desk.do("create_opportunity", title="Elsewhere", stage="proposal")
    desk.rest()
    assert desk.page.current().title == "Sale 69"


def test_finding_narrows_the_board_and_nothing_found_offers_everything(desk):
    desk.sale("Vega")
    desk.sale("Nordwind")
    page = desk.show()
    press(desk.window.focusWidget(), Key.Key_F, CTRL)
    type_text(desk.window.focusWidget(), "nord")
    desk.qtbot.waitUntil(lambda: desk.titles("qualification") == ["Nordwind"])
    type_text(desk.window.focusWidget(), "zzz")
    desk.qtbot.waitUntil(lambda: page.empty.isVisible())
    click(page.empty.action)
    desk.rest()
    assert len(desk.titles("qualification")) == 2


def test_an_empty_board_says_how_to_begin(desk):
    page = desk.show()
    assert page.empty.isVisible() and page.empty.action.text() == "Run process"
    click(page.empty.other)
    assert desk.window.findChild(QLineEdit, "createNameEdit") is not None


def test_open_and_closed_shows_the_final_columns_whole(desk):
    sale = desk.sale("Vega")
    desk.do("change_stage", opportunity=sale, stage="closed_won", closing=ClosingAnswer())
    page = desk.show()
    menu = page.filters.state_button.menu()
    next(action for action in menu.actions() if action.data() == "all").trigger()
    desk.rest()
    assert not desk.column("closed_won").is_folded()
    assert desk.column("closed_won").note_label.text() == "Closed in the last 30 days"
    click(desk.column("closed_won").fold_button)
    assert desk.column("closed_won").is_folded()
    next(action for action in menu.actions() if action.data() == "closed").trigger()
    desk.rest()
    assert desk.column("qualification").is_folded() and not desk.column("closed_won").is_folded()


def test_the_switch_takes_the_filter_along_and_the_choice_is_remembered(program, qtbot, settings_folder):
    desk = Desk(program(config_dir=settings_folder), qtbot)
    desk.sale("Vega")
    desk.sale("Nordwind")
    desk.window.show_place(Place("opportunities"))
    settle(desk.window)
    page = desk.window.page
    type_text(page.filters.find_edit, "vega")
    qtbot.waitUntil(lambda: page.filters.filter().text == "vega")
    click(page.findChild(QAbstractButton, "boardViewButton"))
    desk.rest()
    assert desk.titles("qualification") == ["Vega"]
    assert desk.page.filters.find_edit.text() == "vega"
    desk.page.sort_by("amount")
    desk.rest()
    click(desk.window.side_bar.entries["leads"])
    settle(desk.window)
    click(desk.window.side_bar.entries["opportunities"])
    assert desk.window.page.objectName() == "opportunityBoardPage"
    assert desk.window.side_bar.entries["opportunities"].isChecked()
    desk.window.close()
    again = Desk(program(config_dir=settings_folder), qtbot)
    click(again.window.side_bar.entries["leads"])
    settle(again.window)
    press(again.window, Key.Key_3, CTRL)
    again.rest()
    assert again.window.page.objectName() == "opportunityBoardPage"
    assert again.page.sort_button.toolTip() == "Largest amount first"
    click(again.page.findChild(QAbstractButton, "listViewButton"))
    settle(again.window)
    assert again.window.page.objectName() == "opportunityListPage"
    click(again.window.side_bar.entries["opportunities"])
    assert again.window.page.objectName() == "opportunityListPage"


def test_a_change_elsewhere_is_shown_and_the_chosen_card_stays(desk):
    sales = [desk.sale(title) for title in ("A", "B", "C")]
    page = desk.show()
    desk.press(Key.Key_End)
    desk.do("change_stage", opportunity=sales[0], stage="proposal")
    desk.rest()
    assert desk.titles("qualification") == ["B", "C"] and desk.titles("proposal") == ["A"]
    assert page.current().title == "C"
    desk.do("create_stage", name_en="Pilot", name_ru="Пилот", number=15)
    desk.rest()
    assert [column.code for column in page.columns()][1] == "pilot"


def test_long_names_are_cut_and_their_whole_is_the_tool_tip(desk):
    title = "A very long title " * 12
    desk.sale(title.strip())
    desk.show()
    model = desk.column("qualification").model
    assert title.strip() in str(model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole))


def test_every_label_of_the_head_is_there_in_both_languages(desk, language):
    page = desk.show()
    named: Callable[[], list[str]] = lambda: [label.text() for label in page.findChildren(QLabel, "titleLabel")]  # noqa: E731
    assert named() == ["Opportunities"]
    desk.window.choose_language("ru")
    desk.rest()
    assert named() == ["Продажи"]
    assert page.views.board_button.text() == "Доска" and page.views.board_button.isChecked()
    assert page.sort_button.text() == "Сначала самые долгие на стадии"


def test_conditions_narrow_the_board_as_they_do_the_list(desk):
    desk.sale("Small", amount=Money(100_00, "EUR"))
    desk.sale("Large", amount=Money(900_00, "EUR"))
    page = desk.show()
    large = Condition("amount", "at_least", (Money(500_00, "EUR"),))
    page.filters.set_conditions((large,), "all")
    desk.rest()
    assert desk.titles("qualification") == ["Large"]
    assert desk.column("qualification").view.total == Money(900_00, "EUR")
    assert page.conditions.bar.isVisible()
    click(page.findChild(QAbstractButton, "listViewButton"))
    settle(desk.window)
    assert desk.window.page.filters.filter().conditions == (large,)


def test_the_board_is_read_ahead_of_its_first_opening(desk):
    desk.sale("Vega")
    page = desk.window.page_of(Place("board"))
    page.make_ahead()
    settle(desk.window)
    assert len(page.columns()) == 6 and desk.window.page is not page
    desk.show()
    assert desk.titles("qualification") == ["Vega"]
