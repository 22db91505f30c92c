"""Lists are exported as they are shown: columns, order, filter; all rows or those selected."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop.views.exchange import Action, Money, Place
from tests.ui.conftest import press, settle


@pytest.fixture
def window(program, qtbot):
    made = program()
    for number in range(4):
        action = Action("create_opportunity", title=f"=Deal {number}", amount=Money(123_450 + number, "EUR"))
        made.bridge.workspace.perform(action).result(timeout=20)
    made.show_place(Place("opportunities"))
    settle(made)
    made.page.grab()
    qtbot.waitUntil(made.page.is_loaded)
    return made


def rows(path: Path, delimiter: str = ",") -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as source:
        return list(csv.reader(source, delimiter=delimiter))


def test_the_columns_shown_are_written_in_their_order_and_said_in_the_toast(window, tmp_path: Path, qtbot) -> None:
    page, head = window.page, window.page.table.horizontalHeader()
    names = [column.name for column in page.model.columns()]
    head.moveSection(head.visualIndex(names.index("amount")), 0)
    for name in ("next_step", "next_due", "expected_close", "account", "owner"):
        page.table.setColumnHidden(names.index(name), True)
    page.table.sort_chosen.emit("title", True)
    page.table.show_sort("title", True)
    page._ask()
    settle(window)
    file = tmp_path / "list.csv"
    page.exchange.export_to(str(file))
    settle(window)
    found = rows(file)
    assert found[0] == ["Amount", "Amount, currency", "Opportunity", "Stage"]
    assert found[1] == ["1234.53", "EUR", "'=Deal 3", "Qualification"] and len(found) == 5
    assert "4 rows" in window.toast.text.text()


def test_only_the_selected_rows_are_written(window, tmp_path: Path) -> None:
    window.page.table.selectRow(1)
    file = tmp_path / "list.csv"
    window.page.exchange.export_to(str(file), selected=True)
    settle(window)
    assert len(rows(file)) == 2


def test_russian_files_part_cells_as_russian_spreadsheets_do(window, tmp_path: Path, language, qtbot) -> None:
    window.choose_language("ru")
    settle(window)
    window.page.grab()
    qtbot.waitUntil(window.page.is_loaded)
    file = tmp_path / "список.csv"
    window.page.exchange.export_to(str(file))
    settle(window)
    found = rows(file, ";")
    assert found[0][0] == "Продажа" and "1234,50" in [cell for row in found for cell in row]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_opens_with_the_keyboard_and_asks_where_to(window, tmp_path: Path, monkeypatch) -> None:
    target = tmp_path / "list"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    press(window.page.table, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert menu is window.page.exchange.menu
    assert window.page.exchange.selected_csv.isEnabled()
    menu.close()
    window.page.exchange.all_xlsx.trigger()
    settle(window)
    assert target.with_suffix(".xlsx").stat().st_size > 1000


def test_a_place_where_nothing_can_be_written_is_said(window, tmp_path: Path) -> None:
    window.page.exchange.export_to(str(tmp_path / "none" / "list.csv"))
    settle(window)
    assert window.toast.is_refusal and "list.csv" in window.toast.text.text()


def test_an_export_that_takes_longer_shows_its_progress_and_can_be_cancelled(window, tmp_path: Path) -> None:
    from ui.exporting import Export, ExportProgress

    export = Export("opportunity", "x", window.page.model.ids() * 3000, [("title", "Title", "title")])
    done: list[object] = []
    progress = ExportProgress(window, window.bridge, export, str(tmp_path / "list.csv"), done.append)
    progress.begin()
    progress._show()
    press(progress, Qt.Key.Key_Escape)
    settle(window)
    assert not done and not list(tmp_path.glob("list*")) and "cancelled" in window.toast.text.text()
