"""The process library in the window: finding, reading, importing, comparing, switching and moving by mouse and keys."""

from __future__ import annotations

import re
import sqlite3
import sys
from contextlib import closing
from importlib.resources import files
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop.views.exchange import Action, Place, Query
from tests.processes.runs.models import flow, model
from tests.ui.conftest import child, click, press, settle, type_text
from tests.ui.test_every_dialog import texts
from ui.processes.import_dialog import ImportProcess
from ui.processes.move_dialog import MoveDialog
from ui.widgets.buttons import Button
from ui.widgets.labels import SectionTitle

SALE = files("resources").joinpath("processes", "corporate_sale.bpmn").read_bytes()
NEXT = (
    SALE.replace(b'due="P1D"', b'due="P3D"', 1)
    .replace(b'"prepare_presentation"', b'"prepare_demo"')
    .replace(b">prepare_presentation<", b">prepare_demo<")
)
BROKEN = SALE.replace(b'durationMinutes="30"', b'durationMinutes="abc"', 1).replace(
    b'<dw:stage code="proposal"/>', b'<dw:stage code="nowhere"/>'
)
_PLAIN = re.compile(r"^(Dealwright|English|Anna Kern|AK|(OPP|LEAD)-\d+|.*\.(db|bpmn)|(Ctrl|Alt|Shift|F\d).*)$")


@pytest.fixture
def window(program):
    """The window, wide enough, with one run of the corporate sale."""
    made = program()
    made.resize(1280, 800)
    made.bridge.workspace.perform(Action("run_process", process="corporate_sale")).result(20)
    settle(made)
    return made


def drop(window, folder: Path, xml: bytes, name: str = "sale.bpmn") -> ImportProcess:
    """Drop a file onto the window."""
    path = folder / name
    path.write_bytes(xml)
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path))])
    point, buttons, none = QPointF(400, 300), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(point.toPoint(), Qt.DropAction.CopyAction, dropped, buttons, none)
    QApplication.sendEvent(window, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(window, QDropEvent(point, Qt.DropAction.CopyAction, dropped, buttons, none))
    settle(window)
    return next(dialog for dialog in window.findChildren(ImportProcess) if dialog.isVisible())


def press_button(window, name: str) -> None:
    click(next(button for button in window.findChildren(Button, name) if button.isVisible()))
    settle(window)


def test_a_process_is_found_read_and_followed_to_the_record_it_runs_on(window):
    click(child(window, "side_processes"))
    settle(window)
    page = window.page
    assert page.objectName() == "processLibraryPage"
    (sale,) = [row for row in page.table.texts() if row[0] == "Corporate sale"]
    assert sale[2:6] == ("Opportunities", "1", "active", "1")
    type_text(page.search, "corporate")
    assert len(page.table.keys()) == 1
    press(page.search, Qt.Key.Key_Return)
    settle(window)
    page = window.page
    assert page.objectName() == "processPage"
    assert "Choose a step" in page.step_card.step_view.texts()
    wide = page.width()
    for width, words in ((420, ""), (wide, "Save picture")):
        page.resize(width, page.height())
        assert (page.picture_button.text(), page.picture_button.accessibleName()) == (words, "Save picture")
    page.diagram.setFocus()
    page.diagram.element_chosen.emit("presentation_meeting")
    assert "a new task “Presentation”" in page.step_card.step_view.texts()
    steps = page.show_tab("steps")
    settle(window)
    steps.list.select("contact_customer")
    assert "Presentation, when the other tasks are done" in steps.view_step.texts()
    click(steps.languages["ru"])
    settle(window)
    assert "Презентация, когда выполнены остальные задачи" in steps.view_step.texts()
    running = page.show_tab("running")
    settle(window)
    (row,) = running.table.texts()
    assert (row[0], row[2], row[3]) == ("OPP-00001", "Qualification", "Anna Kern")
    press(running.table, Qt.Key.Key_Return)
    settle(window)
    settle(window)
    page = window.page
    assert page.place.name == "process_run"
    assert page.run_pill.text() == "Running on OPP-00001"
    assert page.diagram.chosen() == "contact_customer"
    window.show_place(Place("process_run", page.place.id, element="qualification"))
    settle(window)
    settle(window)
    assert page.diagram.chosen() == "qualification"
    page.show_tab("steps")
    window.bridge.workspace.perform(Action("run_process", process="corporate_sale")).result(20)
    settle(window)
    assert page.tabs.currentIndex() == 1, "what happens elsewhere does not lead away from what is read"
    click(page.run_pill)
    settle(window)
    assert window.page.objectName() == "opportunityPage"


def test_n6_a_broken_file_is_dropped_and_every_problem_is_shown_on_the_diagram(window, tmp_path):
    dialog = drop(window, tmp_path, BROKEN)
    assert dialog.import_button.isHidden()
    assert [row.right for row in dialog.list.rows()] == ["line 139", "line 407"]
    assert dialog.diagram is not None
    assert dialog.diagram.chosen() == "contact_customer"
    press(dialog.list, Qt.Key.Key_Down)
    assert dialog.diagram.chosen() == "proposal"
    click(dialog.copy_button)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0].startswith("line 139\tcontact_customer\t")
    press(dialog, Qt.Key.Key_Escape)
    settle(window)
    assert not window.findChildren(ImportProcess) or not dialog.isVisible()


def test_n6_a_file_becomes_a_version_which_runs_are_moved_to_and_which_can_be_left_again(window, tmp_path):
    dialog = drop(window, tmp_path, NEXT)
    assert "It becomes version 2." in dialog.summary.text()
    assert "1 run stays on its version until moved." in dialog.summary.text()
    assert dialog.difference is not None
    kinds = {row.title: row.right for row in dialog.difference.list.rows()}
    assert kinds["Prepared"] == "changed"
    press(dialog, Qt.Key.Key_Return)
    settle(window)
    page = window.page
    assert (page.objectName(), page.version_pill.text()) == ("processPage", "version 2")
    versions = page.show_tab("versions")
    settle(window)
    assert [row[:2] for row in versions.table.texts()] == [("2", "is run now"), ("1", "kept")]
    versions.table.select(versions.table.keys()[1])
    press_button(window, "moveRunsButton")
    moving = child(window, "moveRunsDialog", MoveDialog)
    assert moving.mapping() == {"prepare_presentation": "prepare_demo"}
    assert moving.table.item(0, 3).text() == "keeps its 2 open tasks"
    assert moving.move_button.text() == "Move 1 run"
    moving.older.setCurrentIndex(moving.newer.currentIndex())
    settle(window)
    assert (moving.summary.text(), moving.move_button.isEnabled()) == ("Choose two different versions.", False)
    moving.older.setCurrentIndex(1 - moving.newer.currentIndex())
    assert not moving.move_button.isEnabled(), "nothing is moved before it is known what that does (N1)"
    settle(window)
    press(moving, Qt.Key.Key_Return)
    settle(window)
    assert [row[6] for row in versions.table.texts()] == ["1", ""]
    press_button(window, "activateVersionButton")
    assert [row[1] for row in versions.table.texts()] == ["kept", "is run now"]
    press_button(window, "switchOffButton")
    assert page.state_pill.text() == "switched off"
    assert not page.run_button.isEnabled()
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(window)
    assert [row[6] for row in versions.table.texts()] == ["", "1"]


def test_a_move_that_fails_leaves_a_dialog_that_can_be_tried_again_or_closed(window, tmp_path, monkeypatch):
    press(drop(window, tmp_path, NEXT), Qt.Key.Key_Return)
    settle(window)
    versions = window.page.show_tab("versions")
    settle(window)
    versions.table.select(versions.table.keys()[1])
    press_button(window, "moveRunsButton")
    moving = child(window, "moveRunsDialog", MoveDialog)
    with closing(sqlite3.connect(next(tmp_path.rglob("*.db")))) as other:
        other.execute(
            "CREATE TRIGGER broken BEFORE UPDATE ON process_instance BEGIN SELECT RAISE(ABORT, 'broken'); END"
        )
    monkeypatch.setattr(sys, "excepthook", lambda *_: None)
    click(moving.move_button)
    settle(window)
    press(child(window, "faultDialog"), Qt.Key.Key_Escape)
    assert moving.move_button.isEnabled()
    press(moving, Qt.Key.Key_Escape)
    settle(window)
    assert not window.findChildren(MoveDialog) or not moving.isVisible()


def test_n6_remarks_of_a_file_that_can_be_run_are_told_and_shown(window, tmp_path):
    """Nothing else is told where there are none: no title lies over the dialog's."""
    loose = model("loose", flow("register", "work"), '<bpmn:userTask id="work" name="Work"/>')
    dialog = drop(window, tmp_path, loose)
    assert [title.text() for title in dialog.findChildren(SectionTitle)] == ["1 REMARK"]
    assert "no end event" in dialog.list.rows()[0].second
    assert dialog.import_button.isVisible()
    dialog.reject()
    settle(window)
    ended = model("ended", flow("register", "end"), '<bpmn:endEvent id="end"/>')
    dialog = drop(window, tmp_path, ended)
    assert not dialog.findChildren(SectionTitle) and not dialog.list.isVisible()


def test_n6_a_process_is_written_byte_by_byte_and_a_disk_that_refuses_is_told(window, tmp_path, monkeypatch, qtbot):
    window.show_place(Place("process", 1))
    settle(window)
    page = window.page
    target = tmp_path / "mine"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    click(page.export_button)
    settle(window)
    query = Query("process_file", definition=page.view.id)
    assert target.with_suffix(".bpmn").read_bytes() == window.bridge.workspace.ask(query).result(20)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "a.bpmn"), ""))
    with qtbot.waitSignal(window.bridge.refused) as told:
        click(page.export_button)
    assert "a.bpmn cannot be written" in told.args[0]


def test_the_command_bar_imports_and_the_same_file_is_told_by_its_version(window, tmp_path, monkeypatch):
    path = tmp_path / "again.bpmn"
    path.write_bytes(SALE)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    press(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    type_text(window.command_bar, "Import a process")
    QTest.keyClick(window.command_bar, Qt.Key.Key_Return)
    settle(window)
    dialog = child(window, "importProcessDialog", ImportProcess)
    assert "as version 1" in dialog.summary.text()
    press_button(window, "openKnownProcess")
    assert window.page.objectName() == "processPage"


def test_no_english_is_left_in_the_russian_library(program, tmp_path):
    window = program(language="ru")
    window.resize(1280, 800)
    window.bridge.workspace.perform(Action("run_process", process="corporate_sale")).result(20)
    left: set[str] = set()

    def look() -> None:
        settle(window)
        shown = [text for text in texts(window) if not _PLAIN.match(text)]
        left.update(text for text in shown if re.search("[A-Za-z]{3}", text) and not re.search("[А-Яа-яЁё]", text))

    window.show_place(Place("processes"))
    look()
    dialog = drop(window, tmp_path, BROKEN)
    look()
    assert all(re.search("[а-я]", row.second) for row in dialog.list.rows())
    press(dialog, Qt.Key.Key_Escape)
    settle(window)
    drop(window, tmp_path, NEXT).bring_in()
    look()
    for name in ("steps", "running", "versions"):
        tab = window.page.show_tab(name)
        look()
    tab.compare()
    look()
    child(window, "compareVersionsDialog").reject()
    tab.table.select(tab.table.keys()[1])
    tab.move_runs()
    look()
    assert left == set()


def test_a_rep_reads_and_runs_what_changes_something_says_who_may(program, tmp_path):
    window = program()
    do = window.bridge.workspace.perform
    rep = do(Action("create_person", name="Boris")).result(20).result["person"]
    do(Action("switch_person", person=rep)).result(20)
    do(Action("run_process", process="corporate_sale")).result(20)
    dialog = drop(window, tmp_path, NEXT)
    assert not dialog.import_button.isEnabled()
    assert "administrator" in dialog.import_button.toolTip()
    press(dialog, Qt.Key.Key_Escape)
    (key,) = [row.id for row in window.bridge.workspace.ask(Query("process_library")).result(20).rows if row.running]
    window.show_place(Place("process", key))
    settle(window)
    versions = window.page.show_tab("versions")
    settle(window)
    for part in (versions.move_button, versions.off_button, versions.menu_switch):
        assert not part.isEnabled()
        assert "administrator" in part.toolTip()
    assert versions.export_button.isEnabled()
    assert window.page.run_button.isEnabled()
    running = window.page.show_tab("running")
    settle(window)
    click(running.table.viewport(), running.table.visualRect(running.table.model().index(0, 0)).center())
    settle(window)
    settle(window)
    assert window.page.objectName() == "opportunityPage"
