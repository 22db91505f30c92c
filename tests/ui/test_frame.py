"""The frame of the real window: side bar, regions, sizes, names for assistive tools."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QPushButton,
)

from desktop.views.exchange import Place
from tests.ui.conftest import child, click, press, settle

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


_PARTS = {"QSpinBox", "QComboBox", "QLineEdit"}
"""Parts of these are spoken of with the whole."""


def test_side_bar_shortcuts_history_and_marks(program):
    window = program()
    press(window, Qt.Key.Key_2, CTRL)
    settle(window)
    assert window.history.current == Place("leads")
    assert child(window, "side_leads", QAbstractButton).isChecked()
    click(child(window, "side_contacts"))
    settle(window)
    assert window.page.objectName() == "contactListPage"
    press(window, Qt.Key.Key_Left, ALT)
    settle(window)
    assert window.history.current == Place("leads")
    press(window, Qt.Key.Key_Right, ALT)
    settle(window)
    assert window.history.current == Place("contacts")
    press(window, Qt.Key.Key_Comma, CTRL)
    settle(window)
    assert window.page.objectName() == "settingsPage"
    QTest.mouseClick(window, Qt.MouseButton.BackButton)
    settle(window)
    assert window.history.current == Place("contacts")


@pytest.mark.parametrize(
    "place", ["leads", "opportunities", "schedule", "activities", "accounts", "contacts", "orders", "settings"]
)
def test_every_place_of_the_side_bar_has_its_page(program, place):
    window = program()
    click(child(window, f"side_{place}"))
    settle(window)
    assert window.history.current == Place(place)
    assert window.page.title()
    assert window.windowTitle() == f"{window.page.title()} - Dealwright"


def test_f6_cycles_side_bar_page_command_bar(program):
    window = program()
    window.focus_page()
    press(window, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is window.command_bar
    press(window, Qt.Key.Key_F6)
    assert window.side_bar.isAncestorOf(QApplication.focusWidget())
    press(window, Qt.Key.Key_F6)
    assert window.page.isAncestorOf(QApplication.focusWidget()) or QApplication.focusWidget() is window.page


def test_side_bar_folds_to_icons_and_arrows_move_in_it(program):
    window = program()
    wide = window.side_bar.width()
    click(child(window, "foldButton"))
    assert window.side_bar.width() < wide / 2
    press(window, Qt.Key.Key_B, CTRL)
    assert window.side_bar.width() == wide
    window.side_bar.focus_first()
    press(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert QApplication.focusWidget().objectName() == "side_schedule"


def test_russian_names_fit_the_side_bar(program):
    window = program(language="ru")
    for entry in window.side_bar.entries.values():
        room = entry.width() - window._theme.px(46)
        assert entry.fontMetrics().horizontalAdvance(entry.text()) <= room, entry.text()
    button = child(window, "runProcessButton", QPushButton)
    assert button.text() == "Запустить процесс"


def test_overview_of_shortcuts_is_made_from_the_commands(program):
    from ui.widgets.labels import Text

    window = program()
    press(window, Qt.Key.Key_Slash, CTRL)
    dialog = child(window, "shortcutsDialog")
    texts = [label.text() for label in dialog.findChildren(Text)]
    assert "Ctrl+K" in texts
    assert "Full screen" in texts
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_control_of_the_frame_has_an_accessible_name(program, language):
    window = program(language=language)
    window.open_run_process()
    settle(window)
    places = [None, *(Place(name) for name in ("settings", "leads", "schedule"))]
    for place in places:
        if place is not None:
            window.show_place(place)
            settle(window)
        for kind in (QAbstractButton, QLineEdit, QComboBox):
            for control in window.findChildren(kind):
                if control.isVisible() and control.parentWidget().__class__.__name__ not in _PARTS:
                    text = control.text() if hasattr(control, "text") else ""
                    named = control.accessibleName() or (text if isinstance(control, QAbstractButton) else "")
                    assert named, (control, control.objectName(), control.parentWidget())


def test_side_bar_folds_by_itself_where_the_window_is_narrow_for_its_text(program, look, monkeypatch):
    window = program()
    window.resize(1024, 700)
    settle(window)
    assert not window.side_bar.folded
    monkeypatch.setattr(look, "_pixels", 18)
    window.resize(1030, 700)
    settle(window)
    assert window.side_bar.folded
    window.resize(1440, 900)
    settle(window)
    assert not window.side_bar.folded


@pytest.mark.parametrize("size", [(1024, 700), (1280, 800), (1920, 1080)])
def test_nothing_sticks_out_of_the_frame_at_any_size(program, size):
    window = program(language="ru")
    window.resize(*size)
    settle(window)
    assert (window.width(), window.height()) == size
    bar = window.command_bar.geometry()
    assert bar.left() > window.top_bar.forward_button.geometry().right()
    assert bar.right() < window.top_bar.bell.geometry().left()
    window.toast.say("Слово " * 40)
    assert window.rect().contains(window.toast.geometry())
