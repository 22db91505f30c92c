"""Who acts, in a workspace of many people: found by typing; and asked once where nobody is remembered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from desktop import app
from desktop.app import wait_until_idle
from desktop.views.exchange import Action
from desktop.workspace import Workspace
from tests.ui.conftest import click, press, settle, type_text
from ui.person_picker import PersonPicker, WhoAreYouDialog
from ui.remembered import Remembered
from ui.window import MainWindow


def crowd(url, clock, number):
    workspace = Workspace.open(url, person="Anna Kern", clock=clock)
    for at in range(1, number):
        workspace.perform(Action("create_person", name=f"Person {at:02}")).result()
    workspace.close()
    return url


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path / 'people.db'}"


def test_many_people_are_found_by_typing(program, url, clock):
    window = program(url=crowd(url, clock, 41))
    click(window.top_bar.avatar)
    picker = window.findChild(PersonPicker, "personPicker")
    assert picker.isVisible() and picker.finder.edit.hasFocus()
    assert len(picker.finder.list.rows()) == 41
    type_text(picker.finder.edit, "37")
    assert [row.title for row in picker.finder.list.rows()] == ["Person 37"]
    press(picker.finder.edit, Qt.Key.Key_Return)
    settle(window)
    assert not picker.isVisible()
    assert window.shell.person.name == "Person 37"
    click(window.top_bar.avatar)
    type_text(picker.finder.edit, "zzzz")
    assert [row.header for row in picker.finder.list.rows()] == [True]
    press(picker.finder.edit, Qt.Key.Key_Escape)
    assert not picker.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_few_people_stay_in_the_menu(program, url, clock):
    window = program(url=crowd(url, clock, 12))
    click(window.top_bar.avatar)
    assert window.findChild(PersonPicker, "personPicker") is None
    menu = window.findChild(QMenu, "personMenu")
    assert menu.isVisible()
    menu.close()


def started(url, settings, qtbot):
    """Start as ``python -m desktop`` does, without its event loop."""
    window = MainWindow(settings_path=settings)
    starter = app._Starter(window, url, "en", "light")
    window.show()
    qtbot.waitUntil(lambda: window.page is not None, timeout=20_000)
    wait_until_idle(window)
    QApplication.processEvents()
    return window, starter


def ended(window, starter):
    window.close()
    starter.finish()
    window.deleteLater()
    QApplication.sendPostedEvents()


def test_who_sits_here_is_asked_once(look, url, clock, tmp_path, qtbot):
    crowd(url, clock, 3)
    settings = tmp_path / "window.ini"
    window, starter = started(url, settings, qtbot)
    dialog = window.findChild(WhoAreYouDialog, "whoAreYouDialog")
    assert dialog is not None and dialog.finder.edit.hasFocus()
    type_text(dialog.finder.edit, "02")
    press(dialog.finder.edit, Qt.Key.Key_Return)
    settle(window)
    assert window.shell.person.name == "Person 02"
    person = window.shell.person.id
    ended(window, starter)
    assert Remembered(settings).number("window/person") == person
    window, starter = started(url, settings, qtbot)
    assert window.findChild(WhoAreYouDialog) is None
    assert window.shell.person.id == person
    ended(window, starter)


def test_one_person_is_not_asked(look, url, clock, tmp_path, qtbot):
    crowd(url, clock, 1)
    window, starter = started(url, tmp_path / "window.ini", qtbot)
    assert window.findChild(WhoAreYouDialog) is None
    ended(window, starter)
