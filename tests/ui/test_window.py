"""The real window on a real database: language and theme, beginning, people, unsaved edits, failures."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)

from desktop.views.exchange import Action, Place, Trouble
from tests.ui.conftest import child, click, press, run, settle, type_text

CTRL = Qt.KeyboardModifier.ControlModifier


def test_theme_and_language_are_switched_from_the_command_bar(program):
    window = program()
    run(window, "тёмная")
    assert window._theme.choice == "dark"
    run(window, "Русский")
    assert window.language.code == "ru"
    run(window, "English")
    assert window.language.code == "en"


def test_language_switches_live_and_back(program):
    window = program()
    window.show_place(Place("settings"))
    settle(window)
    click(child(window, "language_ru"))
    settle(window)
    assert window.side_bar.entries["opportunities"].text() == "Продажи"
    assert child(window, "runProcessButton", QPushButton).text() == "Запустить процесс"
    assert window.command_bar.placeholderText() == "Поиск или команда"
    assert window.processes[0].label == "Корпоративная продажа"
    assert window.windowTitle() == "Настройки - Dealwright"
    window.page.show_section("system")
    settle(window)
    assert child(window, "runSalesProcessSwitch", QAbstractButton).text() == "Запускать процесс продажи"
    window.page.show_section("window")
    click(child(window, "language_en"))
    settle(window)
    assert window.side_bar.entries["opportunities"].text() == "Opportunities"
    assert child(window, "runSalesProcessSwitch", QAbstractButton).text() == "Run the sales process"


def test_theme_switches_live(program):
    window = program()
    window.show_place(Place("settings"))
    settle(window)
    light = window.grab().toImage().pixelColor(400, 400)
    click(child(window, "theme_dark"))
    settle(window)
    assert window.grab().toImage().pixelColor(400, 400) != light
    click(child(window, "theme_light"))
    settle(window)
    assert window.grab().toImage().pixelColor(400, 400) == light


def test_system_settings_are_saved_at_once_and_can_be_undone(program):
    window = program()
    window.show_place(Place("settings"))
    settle(window)
    window.page.show_section("system")
    settle(window)
    switch = child(window, "runSalesProcessSwitch", QAbstractButton)
    grace = child(window, "undoGraceEdit")
    assert switch.isChecked()
    assert grace.value() == 30
    click(switch)
    settle(window)
    grace.setValue(0)
    settle(window)
    settings = window.bridge.workspace.ask(_query("settings")).result()
    assert settings.run_sales_process is False
    assert settings.undo_grace_seconds == 0
    window.undo()
    settle(window)
    assert grace.value() == 30
    window.page.show_section("data")
    settle(window)
    assert child(window, "databasePlace").text().endswith("dealwright.db")


def _query(name):
    from desktop.views.exchange import Query

    return Query(name)


def test_first_start_asks_name_and_company(program):
    window = program(person=None, first_start=True)
    assert window.page.objectName() == "firstStartPage"
    assert not window.side_bar.isVisible()
    page = window.page
    assert not page.start_button.isEnabled()
    type_text(page.name_edit, "Анна Керн")
    press(page.name_edit, Qt.Key.Key_Return)
    type_text(page.company_edit, "Vega")
    press(page.company_edit, Qt.Key.Key_Return)
    settle(window)
    assert window.page.objectName() == "opportunityListPage"
    assert window.shell.person.name == "Анна Керн"
    assert window.shell.company == "Vega"
    assert window.side_bar.isVisible()


def test_window_remembers_size_place_page_and_folded_side_bar(program, settings_folder):
    first = program(config_dir=settings_folder)
    first.resize(960, 650)
    first.side_bar.set_folded(True)
    first.show_place(Place("schedule"))
    settle(first)
    first.close()
    second = program(config_dir=settings_folder)
    assert (second.width(), second.height()) == (960, 650)
    assert second.side_bar.folded
    assert second.history.current == Place("schedule")


def test_a_remembered_record_that_is_gone_gives_way_to_the_list(program, settings_folder):
    first = program(config_dir=settings_folder)
    first.keep(window__place="opportunity", window__place_id=999)
    first.close()
    second = program(config_dir=settings_folder)
    settle(second)
    assert second.page.objectName() == "opportunityListPage"


def test_people_are_switched_in_the_menu_of_the_avatar(program):
    window = program()
    window.bridge.perform(Action("create_person", name="Boris Maier"))
    settle(window)
    window.top_bar.fill_menu()
    menu = child(window, "personMenu", QMenu)
    other = next(action for action in menu.actions() if action.text() == "Boris Maier")
    other.trigger()
    settle(window)
    assert window.shell.person.name == "Boris Maier"
    assert window.top_bar.avatar.accessibleName() == "Boris Maier"


def need_text(window):
    field = child(window, "needTextEdit")
    return field.findChild(QPlainTextEdit) or field.findChild(QTextEdit) or field


def edited(window):
    run(window, "run process corporate sale")
    field = need_text(window)
    type_text(field, "Their warehouse is slow")
    assert window.page.has_unsaved()
    return window


@pytest.mark.parametrize(
    ("answer", "left"), [("discardButton", True), ("saveAndLeaveButton", True), ("stayButton", False)]
)
def test_unsaved_edits_are_asked_about_before_leaving(program, answer, left):
    window = edited(program())
    place = window.history.current
    press(window, Qt.Key.Key_2, CTRL)
    settle(window)
    dialog = child(window, "unsavedDialog")
    click(child(dialog, answer))
    settle(window)
    assert (window.history.current == Place("leads")) is left
    assert child(window, "side_leads", QAbstractButton).isChecked() is left
    if answer == "saveAndLeaveButton":
        window.show_place(place)
        settle(window)
        assert not window.page.has_unsaved()
        assert need_text(window).toPlainText() == "Their warehouse is slow"
    window.page.discard()
    settle(window)


def test_closing_with_unsaved_edits_asks_first(program):
    window = edited(program())
    window.close()
    assert window.isVisible()
    click(child(child(window, "unsavedDialog"), "discardButton"))
    settle(window)
    assert not window.isVisible()


def test_trouble_of_the_surroundings_is_told_until_it_is_answered(program):
    window = program()
    window.bridge.trouble.emit(Trouble("disk-full"))
    dialog = child(window, "troubleDialog")
    assert dialog.isVisible()
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_our_own_mistake_is_told_with_its_details(program):
    window = program()
    window.bridge.fault.emit(ValueError("a mistake"))
    dialog = child(window, "faultDialog")
    assert "ValueError: a mistake" in child(dialog, "", QPlainTextEdit).toPlainText()
    click(child(dialog, "copyButton"))
    assert "ValueError: a mistake" in QApplication.clipboard().text()
    dialog.reject()


def test_a_mistake_that_nobody_catches_is_printed_and_told(program, monkeypatch):
    """A fault in a plain slot ends in sys.excepthook."""
    from PySide6.QtCore import QTimer

    from desktop.app import show_faults

    printed = []
    monkeypatch.setattr("sys.excepthook", lambda _kind, error, _trace: printed.append(error))
    window = program()
    show_faults(window)

    def slot():
        raise ValueError("in a slot")

    timer = QTimer(window)
    timer.timeout.connect(slot)
    timer.timeout.emit()
    assert [str(error) for error in printed] == ["in a slot"]
    dialog = child(window, "faultDialog")
    assert "ValueError: in a slot" in child(dialog, "", QPlainTextEdit).toPlainText()
    dialog.reject()


def test_one_trouble_is_one_dialog(program):
    window = program()
    for _ in range(3):
        window.bridge.trouble.emit(Trouble("disk-full"))
    dialog = child(window, "troubleDialog")
    dialog.reject()
    settle(window)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChild(QWidget, "troubleDialog") is None
