"""Exporting the schedule, and the subscription file that follows every change."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from desktop.views.exchange import Place
from tests.ui.conftest import settle
from tests.ui.schedule.test_schedule_page import Desk, at


def opened(program, **options) -> Desk:
    window = program(**options)
    window.show_place(Place("schedule"))
    settle(window)
    return Desk(window)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_exports_the_period_shown(program, tmp_path):
    desk = opened(program)
    desk.task("Inside", at(3, 10))
    desk.task("Next week", at(10, 10))
    desk.page.menu.renew()
    desk.page.menu.period_action.trigger()
    dialog = desk.window.findChild(QFileDialog, "calendarFileDialog")
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "week"))
    dialog.reject()
    desk.settle()
    text = (tmp_path / "week.ics").read_text(encoding="utf-8")
    assert "SUMMARY:Inside" in text
    assert "Next week" not in text
    assert desk.window.toast.text.text() == f"1 activity was written to {tmp_path / 'week.ics'}."


def test_the_commands_offer_the_same(program):
    desk = opened(program)
    titles = {command.title for command in desk.page.commands()}
    assert {"Export the period shown...", "Export everything of mine..."} <= titles
    assert desk.page.file_button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_subscription_file_follows_every_change_and_is_remembered(program, tmp_path, settings_folder, qtbot):
    desk = opened(program, config_dir=settings_folder)
    file = tmp_path / "mine.ics"
    desk.page.menu.keep(str(file))
    desk.settle()
    assert file.exists()
    assert "VEVENT" not in file.read_text(encoding="utf-8")
    desk.task("Call Vega", at(3, 10))
    assert desk.window.calendar_file._timer.isActive(), "a change is written a little later"
    desk.window.calendar_file.write()
    desk.settle()
    assert "SUMMARY:Call Vega" in file.read_text(encoding="utf-8")
    desk.task("At the end", at(4, 10))
    desk.window.close()
    qtbot.waitUntil(lambda: "SUMMARY:At the end" in file.read_text(encoding="utf-8"), timeout=10_000)
    file.unlink()
    again = opened(program, config_dir=settings_folder)
    assert again.window.calendar_file.path() == str(file)
    again.settle()
    assert file.exists(), "what changed meanwhile is written at the start"
    again.page.menu.renew()
    assert again.page.menu.keep_action.isChecked()
    again.page.menu.keep_action.trigger()
    assert again.window.calendar_file.path() == ""


def test_a_file_that_cannot_be_written_is_told_of_once(program, tmp_path):
    desk = opened(program)
    told: list[str] = []
    desk.window.bridge.refused.connect(told.append)
    desk.page.menu.keep(str(tmp_path / "no folder" / "mine.ics"))
    desk.settle()
    desk.window.calendar_file.write()
    desk.settle()
    assert len(told) == 1
    assert "cannot be written" in told[0]
