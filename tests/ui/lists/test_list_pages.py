"""The lists in the real window on a real database: narrowing, sorting, opening, creating, by mouse and keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QPushButton, QTableView

from desktop.views.exchange import Action, Place
from tests.ui.conftest import click, press, settle, type_text
from ui.lists.page import ListPage

CTRL = Qt.KeyboardModifier.ControlModifier


class Desk:
    """The window with a list, and what a test does to it."""

    def __init__(self, window, qtbot) -> None:
        self.window, self.qtbot = window, qtbot

    @property
    def page(self) -> ListPage:
        assert isinstance(self.window.page, ListPage)
        return self.window.page

    @property
    def table(self):
        return self.page.table

    def do(self, name: str, /, **arguments: object):
        done = self.window.bridge.workspace.perform(Action(name, **arguments)).result(timeout=20)
        settle(self.window)
        return done

    def go(self, name: str) -> None:
        self.window.show_place(Place(name))
        self.settle()

    def settle(self) -> None:
        settle(self.window)
        if isinstance(self.window.page, ListPage):
            self.page.grab()
            self.qtbot.waitUntil(self.page.is_loaded)
            settle(self.window)

    def column(self, name: str = "") -> list[str]:
        """What a column says from the top, read like a person does: after it has been painted."""
        self.settle()
        columns = [column.name for column in self.page.model.columns()]
        number = columns.index(name) if name else 0
        model = self.page.model
        for row in range(model.rowCount()):
            model.data(model.index(row, number))
        self.qtbot.waitUntil(self.page.is_loaded)
        return [str(model.data(model.index(row, number))) for row in range(model.rowCount())]

    def head(self, name: str) -> None:
        """Click the heading of a column."""
        number = [column.name for column in self.page.model.columns()].index(name)
        header = self.table.horizontalHeader()
        point = QPoint(header.sectionViewportPosition(number) + 12, header.height() // 2)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
        self.settle()

    def row_point(self, row: int) -> QPoint:
        return self.table.visualRect(self.page.model.index(row, 0)).center()


@pytest.fixture
def desk(program, qtbot) -> Desk:
    return Desk(program(), qtbot)


@pytest.fixture
def accounts(desk) -> Desk:
    for name in ("Vega Logistics", "Nordwind AG", "Lumen Retail"):
        desk.do("create_account", name=name)
    desk.go("accounts")
    return desk


def test_every_list_has_its_name_and_says_what_to_do_while_it_is_empty(desk):
    for subject in ("opportunity", "lead", "activity", "account", "contact"):
        place = {"opportunity": "opportunities", "activity": "activities"}.get(subject, f"{subject}s")
        desk.go(place)
        assert desk.page.objectName() == f"{subject}ListPage"
        assert desk.window.findChild(QTableView, f"{subject}List") is desk.table
        assert desk.table.accessibleName()
        assert desk.page._stack.currentWidget() is desk.page.empty
        click(desk.page.empty.other if subject == "opportunity" else desk.page.empty.action)
        edit = desk.window.findChild(QLineEdit, "createNameEdit")
        type_text(edit, "Something new")
        press(edit, Qt.Key.Key_Return)
        settle(desk.window)
        assert desk.window.page.objectName() == f"{subject}Page"
        desk.go(place)
        assert len(desk.column()) == 1
        assert desk.table.current_id() is not None


def test_the_empty_list_of_opportunities_leads_to_the_process_first(desk):
    desk.go("opportunities")
    assert (desk.page.empty.action.text(), desk.page.empty.other.text()) == ("Run process", "New opportunity")
    click(desk.page.empty.action)
    dialog = desk.window.findChild(QDialog, "runProcessDialog")
    assert dialog is not None and dialog.isVisible()
    press(dialog, Qt.Key.Key_Escape)


@pytest.mark.parametrize("spoken", ["en", "ru"])
def test_headings_are_never_cut_without_dots_and_the_arrow_stands_beside_the_words(desk, spoken):
    desk.window.resize(1280, 800)
    desk.window.choose_language(spoken)
    desk.do("create_opportunity", title="Vega")
    desk.go("opportunities")
    head = desk.table.horizontalHeader()
    columns = [column.name for column in desk.page.model.columns()]
    for name in ("next_step", "amount"):
        desk.table.show_sort(name, True)
        number = columns.index(name)
        area = QRect(0, 0, head.sectionSize(number), head.height())
        words, place, arrow = head.heading_parts(number, area)
        assert words == desk.page.model.headerData(number, Qt.Orientation.Horizontal)
        assert area.contains(place) and area.contains(arrow) and not place.intersects(arrow)
        narrow, place, arrow = head.heading_parts(number, QRect(0, 0, 60, head.height()))
        assert narrow.endswith("…") and not place.intersects(arrow)
    widths = {name: desk.table.columnWidth(number) for number, name in enumerate(columns)}
    assert widths["title"] > widths["next_step"] > widths["account"]
    assert sum(widths.values()) <= desk.table.viewport().width()


def test_the_last_rows_can_be_scrolled_above_a_toast(desk):
    for number in range(30):
        desk.do("create_account", name=f"Account {number:02}")
    desk.go("accounts")
    desk.window.toast.hide()
    bar = desk.table.verticalScrollBar()
    highest = bar.maximum()
    desk.window.toast.say("Saved", undo=lambda: None)
    desk.settle()
    bar.setValue(bar.maximum())
    last = desk.table.visualRect(desk.page.model.index(desk.page.model.rowCount() - 1, 0))
    lower_edge = desk.table.viewport().mapTo(desk.window, last.bottomLeft()).y()
    assert lower_edge <= desk.window.toast.geometry().top()
    desk.window.toast.hide()
    assert bar.maximum() == highest


def test_the_count_is_said_in_the_plural_of_the_language(accounts, language):
    assert accounts.page.count_label.text() == "3 accounts"
    accounts.window.choose_language("ru")
    accounts.settle()
    assert accounts.page.count_label.text() == "3 контрагента"
    assert accounts.page.title_label.text() == "Контрагенты"


def test_finding_narrows_while_typing_and_down_leads_into_the_list(accounts):
    press(accounts.table, Qt.Key.Key_F, CTRL)
    edit = accounts.page.filters.find_edit
    assert edit.hasFocus()
    type_text(edit, "nord")
    accounts.qtbot.waitUntil(lambda: accounts.page.filters.filter().text == "nord")
    assert accounts.column() == ["Nordwind AG"]
    press(edit, Qt.Key.Key_Down)
    assert accounts.table.hasFocus()
    assert accounts.table.selected_ids()
    press(accounts.table, Qt.Key.Key_Return)
    accounts.qtbot.waitUntil(lambda: accounts.window.page.objectName() == "accountPage")


def test_nothing_found_offers_to_show_everything(accounts):
    type_text(accounts.page.filters.find_edit, "zzz")
    accounts.qtbot.waitUntil(lambda: accounts.page._stack.currentWidget() is accounts.page.empty)
    assert accounts.page.empty.action.text() == "Show everything"
    click(accounts.page.empty.action)
    assert len(accounts.column()) == 3
    assert accounts.page.filters.find_edit.text() == ""


def test_the_heading_sorts_and_turns_around(accounts):
    assert accounts.column() == ["Lumen Retail", "Nordwind AG", "Vega Logistics"]
    accounts.head("name")
    assert accounts.column() == ["Vega Logistics", "Nordwind AG", "Lumen Retail"]
    accounts.head("name")
    assert accounts.column() == ["Lumen Retail", "Nordwind AG", "Vega Logistics"]


def test_a_double_click_opens_the_record(accounts):
    point = accounts.row_point(1)
    sheet = accounts.table.viewport()
    click(sheet, point)
    QTest.mouseDClick(sheet, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    accounts.qtbot.waitUntil(lambda: accounts.window.page.objectName() == "accountPage")
    settle(accounts.window)
    assert accounts.window.page.title() == "Nordwind AG"


def test_a_change_is_shown_and_keeps_selection_and_place(accounts):
    for number in range(59):
        accounts.window.bridge.workspace.perform(Action("create_account", name=f"Company {number:02d}"))
    accounts.do("create_account", name="Company 59")
    assert len(accounts.column()) == 63
    accounts.table.selectRow(40)
    accounts.table.scrollTo(accounts.page.model.index(40, 0))
    chosen = accounts.table.selected_ids()
    scrolled = accounts.table.verticalScrollBar().value()
    accounts.do("create_account", name="Aardvark")
    accounts.settle()
    assert accounts.column()[0] == "Aardvark"
    assert accounts.table.selected_ids() == chosen
    assert accounts.page.model.row_of(chosen[0]) == 41
    assert accounts.table.verticalScrollBar().value() == scrolled + accounts.table.verticalHeader().defaultSectionSize()


def test_scope_and_state_narrow_by_the_menus(desk):
    other = desk.do("create_person", name="Boris Lind").result["person"]
    desk.do("create_opportunity", title="Mine")
    desk.do("create_opportunity", title="Not mine", owner=other)
    desk.go("opportunities")
    assert sorted(desk.column()) == ["Mine", "Not mine"]
    choose(desk.page.filters.scope_button, "scope_mine")
    assert desk.column() == ["Mine"]
    assert desk.page.filters.scope_button.text() == "Mine"
    choose(desk.page.filters.state_button, "state_closed")
    assert desk.column() == []
    click(desk.page.filters.reset_button)
    assert len(desk.column()) == 2


def test_stages_narrow_and_may_be_several(desk):
    desk.do("create_opportunity", title="One")
    desk.do("create_opportunity", title="Two", stage="proposal")
    desk.do("create_opportunity", title="Three", stage="contracting")
    desk.go("opportunities")
    choose(desk.page.filters.stage_button, "filter_stage_proposal")
    assert desk.column() == ["Two"]
    assert desk.page.filters.stage_button.text() == "Proposal"
    choose(desk.page.filters.stage_button, "filter_stage_contracting")
    assert sorted(desk.column()) == ["Three", "Two"]
    assert desk.page.filters.stage_button.text() == "2 stages"


def test_n7_next_steps_are_shown_with_their_state(desk):
    desk.do("run_process", process="corporate_sale")
    desk.do("create_opportunity", title="By hand")
    desk.go("opportunities")
    said = dict(zip(desk.column("title"), desk.column("next_due"), strict=True))
    assert said["By hand"] == "No next step yet"
    assert said["New opportunity"] not in {"", "No next step yet"}


def test_columns_are_hidden_moved_resized_and_all_of_it_is_remembered(program, qtbot, settings_folder):
    desk = Desk(program(config_dir=settings_folder), qtbot)
    desk.do("create_account", name="Vega Logistics")
    desk.go("accounts")
    names = [column.name for column in desk.page.model.columns()]
    menu: QMenu = desk.table.columns_menu(desk.table)
    next(action for action in menu.actions() if action.objectName() == "column_phone").trigger()
    desk.table.horizontalHeader().moveSection(names.index("owner"), 1)
    desk.table.setColumnWidth(names.index("address"), 333)
    desk.head("owner")
    choose(desk.page.filters.scope_button, "scope_mine")
    desk.settle()
    desk.window.close()
    again = Desk(program(config_dir=settings_folder), qtbot)
    again.go("accounts")
    assert again.table.isColumnHidden(names.index("phone"))
    assert again.table.horizontalHeader().visualIndex(names.index("owner")) == 1
    assert again.table.columnWidth(names.index("address")) == 333
    assert again.table.sort() == ("owner", False)
    assert again.page.filters.filter().scope == "mine"
    again.table.reset_columns()
    assert not again.table.isColumnHidden(names.index("phone"))
    assert again.table.horizontalHeader().visualIndex(names.index("owner")) == names.index("owner")


def test_the_columns_fill_the_width_until_a_person_sets_them(accounts):
    wide = sum(accounts.table.columnWidth(n) for n in range(accounts.page.model.columnCount()))
    assert abs(wide - accounts.table.viewport().width()) < 12


def test_a_row_of_a_list_is_read_out_column_by_column(accounts):
    accounts.column()
    model = accounts.page.model
    assert model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == "Account: Lumen Retail"


def test_ctrl_n_creates_and_the_new_record_is_selected_on_coming_back(accounts):
    press(accounts.table, Qt.Key.Key_N, CTRL)
    edit = accounts.window.findChild(QLineEdit, "createNameEdit")
    type_text(edit, "Corpus Media")
    press(edit, Qt.Key.Key_Return)
    settle(accounts.window)
    assert accounts.window.page.title() == "Corpus Media"
    accounts.window.step(-1)
    accounts.settle()
    assert accounts.column()[accounts.table.currentIndex().row()] == "Corpus Media"


def test_the_list_scrolls_through_a_hundred_thousand_ids_without_reading_them(accounts):
    known = accounts.page.model.ids()
    accounts.page._ids_arrived(known + tuple(range(1_000, 101_000)))
    accounts.settle()
    assert accounts.page.count_label.text() == "100,003 accounts"
    bar = accounts.table.verticalScrollBar()
    for share in (0.25, 0.5, 0.75, 1.0):
        bar.setValue(int(bar.maximum() * share))
        QApplication.processEvents()
    accounts.settle()
    assert len(accounts.page.model._rows) == 3


def choose(button: QPushButton, name: str) -> None:
    """Choose an entry of a button's menu."""
    menu = button.menu()
    assert menu is not None
    next(action for action in menu.actions() if action.objectName() == name).trigger()


def test_the_number_of_rows_is_written_as_the_language_writes_it(desk, language):
    desk.go("opportunities")
    assert desk.page.count_words(2089) == "2,089 opportunities"
    language.choose("ru")
    assert desk.page.count_words(2089) == "2\u00a0089 продаж"
