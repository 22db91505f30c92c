"""The import wizard in the real window: the whole way by mouse and keyboard, errors, cancel, undo, kept mappings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from desktop.views.exchange import Action, Place, Query
from desktop.views.rows import ListFilter
from tests.ui.conftest import click, press, settle, type_text
from ui.import_wizard.dialog import CHECK, FILE, MAPPING, MATCHING, RESULT, ImportWizard, open_import

ROWS = "Full name;E-mail;Company;Remark\nBoris Lang;b@vega.example;Vega;x\nVera Stone;v@nord.example;Nord;y\n"


class Hand:
    """The window, the wizard in it, and what a test does to both."""

    def __init__(self, window, folder: Path) -> None:
        self.window, self.folder = window, folder

    def file(self, text: str, name: str = "people.csv") -> str:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def do(self, name: str, /, **arguments: object):
        done = self.window.bridge.workspace.perform(Action(name, **arguments)).result(timeout=20)
        settle(self.window)
        return done

    def ids(self, subject: str) -> tuple[int, ...]:
        query = Query("list_ids", subject=subject, filter=ListFilter(state="all"))
        return self.window.bridge.workspace.ask(query).result(timeout=20)

    @property
    def wizard(self) -> ImportWizard:
        found = [one for one in self.window.findChildren(ImportWizard, "importWizard") if one.isVisible()]
        assert len(found) == 1
        return found[0]

    def is_open(self) -> bool:
        return any(one.isVisible() for one in self.window.findChildren(ImportWizard, "importWizard"))

    def see(self, name: str, kind: type = QWidget):
        found = [one for one in self.window.findChildren(kind, name) if one.isVisible()]
        assert found, name
        return found[-1]

    def push(self, name: str) -> None:
        button = self.see(name, QPushButton)
        assert button.isEnabled(), name
        click(button)
        settle(self.window)

    def open(self, text: str, *, subject: str = "", steps: int = 0, name: str = "people.csv") -> ImportWizard:
        open_import(self.window, subject, self.file(text, name))
        settle(self.window)
        for _ in range(steps):
            self.push("importNextButton")
        return self.wizard


@pytest.fixture
def hand(program: Callable[..., QWidget], tmp_path: Path) -> Hand:
    folder = tmp_path / "tables"
    folder.mkdir()
    return Hand(program(), folder)


def test_the_whole_way_by_keyboard_from_the_list_to_the_new_records_and_back(hand: Hand) -> None:
    hand.window.show_place(Place("contacts"))
    settle(hand.window)
    hand.window.page.exchange.import_action.trigger()
    wizard = hand.wizard
    assert wizard.file.subject.currentData() == "contact" and not wizard.next_button.isEnabled()
    edit = hand.see("importPathEdit", QLineEdit)
    assert QApplication.focusWidget() is edit
    type_text(edit, hand.file(ROWS))
    press(edit, Qt.Key.Key_Tab)  # to leave the field is enough
    settle(hand.window)
    assert "2" in wizard.file.notes.text() and wizard.file.preview.model().rowCount() == 2
    press(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert wizard.place() == MAPPING
    assert wizard.mapping.columns() == {"name": 0, "account": 2, "email": 1}
    press(wizard, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert wizard.place() == MATCHING and wizard.matching.rule.currentData() == "email"
    press(wizard, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert wizard.place() == MAPPING
    for _ in range(2):
        press(wizard, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    settle(hand.window)
    assert wizard.place() == CHECK and "2 rows checked" in wizard.check.summary.text()
    assert not hand.ids("contact")
    press(wizard, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(hand.window)
    assert wizard.place() == RESULT and len(hand.ids("contact")) == 2 and len(hand.ids("account")) == 2
    hand.push("undoImportButton")
    assert "undone" in wizard.outcome.summary.text() and not hand.ids("contact") and not hand.ids("account")
    hand.push("importNextButton")
    assert not hand.is_open()


def test_errors_are_shown_with_the_way_out_and_left_out_only_when_that_is_said(hand: Hand) -> None:
    wizard = hand.open("Name,E-mail\nBoris,b@vega.example\nVera,nowhere\n", subject="contact", steps=3)
    assert wizard.place() == CHECK
    assert not wizard.next_button.isEnabled() and wizard.hint.text()
    report = wizard.check.report
    assert report.filters["error"].isChecked() and report.table.model().rowCount() == 1
    assert "nowhere" in report.detail.toPlainText() and "E-mail" in report.detail.toPlainText()
    hand.push("reportFilter_all")
    assert report.table.model().rowCount() == 2
    target = hand.folder / "report.csv"
    report.export_to(str(target))
    settle(hand.window)
    assert "nowhere" in target.read_text(encoding="utf-8-sig")
    click(wizard.check.leave_out, wizard.check.leave_out.rect().center())
    hand.push("importNextButton")
    assert len(hand.ids("contact")) == 1 and "1 row left out" in wizard.outcome.summary.text()


def test_a_file_that_cannot_be_read_says_why_and_another_can_be_chosen(hand: Hand) -> None:
    wizard = hand.open("Name\n", subject="account")
    assert "no rows" in wizard.file.problem.text() and not wizard.next_button.isEnabled()
    wizard.file.open_file(hand.file("Name\nVega\n", "other.csv"))
    settle(hand.window)
    assert not wizard.file.problem.isVisible() and wizard.next_button.isEnabled()


def test_how_a_file_is_read_can_be_corrected(hand: Hand) -> None:
    path = hand.folder / "odd.csv"
    path.write_bytes("Заголовок\nНазвание,Телефон\nВега,1\n".encode("cp1251"))
    open_import(hand.window, "account", str(path))
    settle(hand.window)
    wizard = hand.wizard
    assert wizard.file.encoding.currentData() == "cp1251"
    wizard.file.head.setValue(2)
    settle(hand.window)
    assert wizard.file.preview.model().headerData(0, Qt.Orientation.Horizontal) == "Название"
    hand.push("importNextButton")
    assert wizard.mapping.columns() == {"name": 0, "phone": 1}


def test_the_sheet_of_a_workbook_can_be_chosen(hand: Hand) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["Nothing"])
    book.active.append(["here"])
    sheet = book.create_sheet("People")
    sheet.append(["Full name"])
    sheet.append(["Boris"])
    path = hand.folder / "book.xlsx"
    book.save(path)
    open_import(hand.window, "contact", str(path))
    settle(hand.window)
    wizard = hand.wizard
    assert wizard.file.sheet.isVisible() and not wizard.file.encoding.isVisible()
    wizard.file.sheet.setCurrentIndex(1)
    wizard.file.sheet.activated.emit(1)
    settle(hand.window)
    assert wizard.file.preview.model().rowCount() == 1
    hand.push("importNextButton")
    assert wizard.mapping.columns() == {"name": 0}


def test_a_field_comes_from_one_column_and_what_is_needed_is_named(hand: Hand) -> None:
    wizard = hand.open("A,B\nBoris,Boris\n", subject="contact", steps=1)
    assert not wizard.next_button.isEnabled() and wizard.mapping.problem.isVisible()
    combos = [wizard.mapping.table.cellWidget(row, 2) for row in range(2)]
    for combo in combos:
        combo.setCurrentIndex(combo.findData("name"))
        combo.activated.emit(combo.currentIndex())
    assert wizard.mapping.columns() == {"name": 1} and combos[0].currentData() == ""
    assert wizard.next_button.isEnabled() and not wizard.mapping.problem.isVisible()


def test_a_kept_mapping_is_taken_up_the_next_time_and_can_be_deleted(hand: Hand) -> None:
    wizard = hand.open("Wer,Wo\nBoris,Berlin\n", subject="account", steps=1)
    combo = wizard.mapping.table.cellWidget(0, 2)
    combo.setCurrentIndex(combo.findData("name"))
    combo.activated.emit(combo.currentIndex())
    hand.push("saveMappingButton")
    type_text(hand.see("mappingNameEdit", QLineEdit), "Trade fair")
    hand.push("mappingNameConfirm")
    assert wizard.mapping.saved.currentText() == "Trade fair"
    press(wizard, Qt.Key.Key_Escape)
    hand.push("yesButton")
    assert not hand.is_open()
    wizard = hand.open("Wer,Wo\nVera,Rom\n", subject="account", steps=1)
    assert wizard.mapping.saved.currentText() == "Trade fair" and wizard.mapping.columns() == {"name": 0}
    hand.push("removeMappingButton")
    hand.push("yesButton")
    assert wizard.mapping.saved.count() == 1


def test_esc_closes_at_once_while_nothing_is_lost_and_asks_before_choices_are(hand: Hand) -> None:
    wizard = hand.open(ROWS)
    press(wizard, Qt.Key.Key_Escape)
    settle(hand.window)
    assert not hand.is_open()
    wizard = hand.open(ROWS, steps=1)
    press(wizard, Qt.Key.Key_Escape)
    settle(hand.window)
    assert hand.is_open()
    hand.push("noButton")
    assert hand.is_open() and wizard.place() == MAPPING
    press(wizard, Qt.Key.Key_Escape)
    hand.push("yesButton")
    assert not hand.is_open()


@pytest.mark.parametrize("importing", [False, True])
def test_a_run_is_cancelled_with_esc_and_leaves_nothing(hand: Hand, qtbot, *, importing: bool) -> None:
    rows = "".join(f"Person {number},Company {number}\n" for number in range(500))
    wizard = hand.open(f"Full name,Company\n{rows}", steps=2)
    if importing:
        hand.push("importNextButton")
    wizard.forward()
    qtbot.waitUntil(lambda: wizard._progress[0] > 0, timeout=20_000)
    assert wizard.is_running() and wizard.stop_button.isVisible()
    press(wizard.stop_button, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not wizard.is_running(), timeout=20_000)
    settle(hand.window)
    assert "cancelled" in wizard.hint.text() and wizard.place() == (CHECK if importing else MATCHING)
    assert not hand.ids("contact") and not hand.ids("account")


def test_the_window_can_be_closed_while_an_import_runs(hand: Hand, qtbot) -> None:
    rows = "".join(f"Person {number},Company {number}\n" for number in range(3000))
    wizard = hand.open(f"Full name,Company\n{rows}", steps=2)
    wizard.forward()
    qtbot.waitUntil(lambda: wizard._progress[0] > 0, timeout=20_000)
    cancelled = wizard._cancel
    hand.window.close()
    assert cancelled is not None and cancelled.is_set()


def test_choices_of_matching_are_kept_when_one_goes_back_and_remembered_for_the_next_time(
    program: Callable[..., QWidget], tmp_path: Path, settings_folder: Path
) -> None:
    hand = Hand(program(config_dir=settings_folder), tmp_path)
    wizard = hand.open(ROWS, steps=2)
    hand.push("onMatch_fill")
    click(hand.see("createMissing_account"))
    hand.push("importBackButton")
    hand.push("importNextButton")
    assert wizard.matching.on_match.value() == "fill"
    assert not hand.see("createMissing_account").isChecked()
    hand.push("importNextButton")
    assert wizard.place() == CHECK and wizard.check.report.filters["error"].isVisible()
    hand.push("importCancelButton")
    hand.push("yesButton")
    wizard = hand.open(ROWS, steps=2)
    assert wizard.matching.on_match.value() == "fill"


def test_a_table_dropped_onto_a_list_is_imported_as_what_the_list_shows(hand: Hand) -> None:
    hand.window.show_place(Place("accounts"))
    settle(hand.window)
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(hand.file("Name\nVega\n"))])
    point, buttons, none = QPointF(400, 300), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(point.toPoint(), Qt.DropAction.CopyAction, dropped, buttons, none)
    QApplication.sendEvent(hand.window, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(hand.window, QDropEvent(point, Qt.DropAction.CopyAction, dropped, buttons, none))
    settle(hand.window)
    assert hand.wizard.file.subject.currentData() == "account" and hand.wizard.place() == FILE
    assert hand.wizard.next_button.isEnabled()


def test_the_wizard_opens_from_the_command_bar_and_from_the_settings(hand: Hand) -> None:
    hand.window.commands.run("window.import")
    settle(hand.window)
    press(hand.wizard, Qt.Key.Key_Escape)
    hand.window.show_place(Place("settings"))
    settle(hand.window)
    hand.window.page.show_section("data")
    settle(hand.window)
    hand.push("importTableButton")
    assert hand.wizard.place() == FILE


def test_undo_from_the_toast_is_seen_in_the_wizard(hand: Hand) -> None:
    wizard = hand.open(ROWS, steps=4)
    assert wizard.place() == RESULT
    hand.do("undo")
    hand.window.undo()
    settle(hand.window)
    hand.push("showImportedButton")
    assert hand.window.page.objectName() == "contactListPage"
