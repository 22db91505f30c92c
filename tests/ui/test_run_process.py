"""Running a process from its button, its window and the command bar (L1, L2)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPushButton,
)

from tests.ui.conftest import child, click, press, run, settle, shown_opportunities, type_text

CTRL = Qt.KeyboardModifier.ControlModifier


def test_l1_button_opens_its_menu_with_the_window_and_the_pinned_process(program):
    window = program()
    button = child(window, "runProcessButton", QPushButton)
    names = [action.objectName() for action in button.menu().actions() if not action.isSeparator()]
    assert names == ["runProcessAction", "runProcess_corporate_sale", "runProcess_lead_handover"]
    assert button.menu().actions()[0].text() == "Run process..."
    child(button, "runProcess_corporate_sale", QAction).trigger()
    settle(window)
    assert window.page.objectName() == "opportunityPage"


@pytest.mark.parametrize("way", ["enter", "double click", "button"])
def test_l1_window_runs_the_process_and_opens_its_page_on_qualification(program, way):
    window = program()
    child(window, "runProcessButton", QPushButton).menu().actions()[0].trigger()
    settle(window)
    dialog = child(window, "runProcessDialog")
    search, rows = child(dialog, "processSearch", QLineEdit), child(dialog, "processList")
    assert QApplication.focusWidget() is search
    assert next(row.title for row in rows.rows()) == "Corporate sale", "one Enter runs it"
    if way == "enter":
        type_text(search, "corp")
        press(search, Qt.Key.Key_Return)
    elif way == "double click":
        point = rows.visualRect(rows.model().index(0, 0)).center()
        QTest.mouseDClick(rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    else:
        click(child(dialog, "runButton"))
    settle(window)
    assert window.page.objectName() == "opportunityPage"
    assert window.history.current.name == "opportunity"
    assert window.top_bar.bell.unread == 2
    assert shown_opportunities(window) == 1


def test_run_process_window_finds_in_both_languages_and_layouts_and_leaves_by_escape(program):
    window = program()
    press(window, Qt.Key.Key_R, CTRL)
    settle(window)
    dialog = child(window, "runProcessDialog")
    search, rows = child(dialog, "processSearch", QLineEdit), child(dialog, "processList")
    for text in ("корпор", "rjhgjh", "сщкзщк", "CORP"):
        search.clear()
        type_text(search, text)
        assert len(rows.rows()) == 1, text
    search.clear()
    type_text(search, "zzz")
    assert not child(dialog, "runButton").isEnabled()
    press(search, Qt.Key.Key_Escape)
    settle(window)
    assert window.page.objectName() == "opportunityListPage"
    assert shown_opportunities(window) == 0


RUN_IT = (
    "Run process Corporate sale",
    "run process corp",
    "Запустить процесс Корпоративная продажа",
    "pfgecnbnm ghjwtcc rjhgjhfnbdyfz ghjlf;f",
    "кгт зкщсуыы сщкзщкфеу ыфду",
)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_l2_typed_text_and_enter_run_the_process_whatever_the_language(program, language):
    window = program(language=language)
    for number, text in enumerate(RUN_IT, 1):
        run(window, text)
        assert window.page.objectName() == "opportunityPage", text
        assert shown_opportunities(window) == number, text


def test_l2_enter_before_the_processes_are_known_still_runs_it(program, tmp_path, clock):
    """No race: the text is kept until the processes have been read."""
    window = program()
    window._frame.processes = ()
    window.command_bar.invalidate(ready=False)
    press(window, Qt.Key.Key_K, CTRL)
    type_text(window.command_bar, "Run process Corporate sale")
    press(window.command_bar, Qt.Key.Key_Return)
    assert window.page.objectName() == "opportunityListPage"
    window._frame.load_processes()
    settle(window)
    assert window.page.objectName() == "opportunityPage"


def test_run_process_alone_runs_nothing_but_lists_the_processes(program):
    window = program()
    run(window, "Run process")
    assert window.page.objectName() == "opportunityListPage"
    assert window.command_bar.text() == "Run process "
    titles = [row.title for row in child(window, "commandCompletions").rows()]
    assert "Run process Corporate sale" in titles
    press(window.command_bar, Qt.Key.Key_Return)
    settle(window)
    assert shown_opportunities(window) == 0
    press(window.command_bar, Qt.Key.Key_Down)
    press(window.command_bar, Qt.Key.Key_Return)
    settle(window)
    assert shown_opportunities(window) == 1
