"""The frame, in the real window on a real database, by keys and mouse."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)

from desktop.views.exchange import Action, Place, Trouble
from tests.ui.conftest import click, press, settle, type_text

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def child(window, name, kind=QWidget):
    found = window.findChild(kind, name)
    assert found is not None, name
    return found


def shown_opportunities(window) -> int:
    settle(window)
    return window.shell.open_opportunities


def run(window, text: str) -> None:
    press(window, Qt.Key.Key_K, CTRL)
    type_text(window.command_bar, text)
    press(window.command_bar, Qt.Key.Key_Return)
    settle(window)


# L1: the button, its menu, the window "Run process"


def test_l1_button_opens_its_menu_with_the_window_and_the_pinned_process(program):
    window = program()
    button = child(window, "runProcessButton", QPushButton)
    names = [action.objectName() for action in button.menu().actions() if not action.isSeparator()]
    assert names == ["runProcessAction", "runProcess_corporate_sale"]
    assert button.menu().actions()[0].text() == "Run process..."
    button.menu().actions()[-1].trigger()
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
    assert [row.title for row in rows.rows()] == ["Corporate sale"]
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


# L2: the command bar


@pytest.mark.parametrize(
    "text",
    [
        "Run process Corporate sale",
        "run process corp",
        "Запустить процесс Корпоративная продажа",
        "pfgecnbnm ghjwtcc rjhgjhfnbdyfz ghjlf;f",
        "кгт зкщсуыы сщкзщкфеу ыфду",
    ],
)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_l2_typed_text_and_enter_run_the_process_whatever_the_language(program, text, language):
    window = program(language=language)
    run(window, text)
    assert window.page.objectName() == "opportunityPage"
    assert shown_opportunities(window) == 1


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


def test_command_bar_tab_completes_escape_clears_then_leaves(program):
    window = program()
    press(window, Qt.Key.Key_K, CTRL)
    bar = window.command_bar
    assert QApplication.focusWidget() is bar
    assert child(window, "commandCompletions").isVisible()
    type_text(bar, "run process corp")
    press(bar, Qt.Key.Key_Tab)
    assert bar.text() == "Run process Corporate sale"
    press(bar, Qt.Key.Key_Escape)
    assert bar.text() == ""
    assert QApplication.focusWidget() is bar
    press(bar, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is not bar
    assert not child(window, "commandCompletions").isVisible()


def test_command_bar_goes_creates_and_offers_the_pages_commands(program):
    window = program()
    run(window, "go to leads")
    assert window.history.current == Place("leads")
    run(window, "распис")
    assert window.history.current == Place("schedule")
    run(window, "run process corporate sale")
    press(window, Qt.Key.Key_K, CTRL)
    type_text(window.command_bar, "move to stage")
    assert len(child(window, "commandCompletions").rows()) >= 3


def test_command_bar_finds_records_and_opens_them(program):
    window = program()
    window.bridge.perform(Action("create_account", name="Vega Logistics"))
    settle(window)
    press(window, Qt.Key.Key_K, CTRL)
    type_text(window.command_bar, "vega log")
    press(window.command_bar, Qt.Key.Key_Return)
    settle(window)
    assert window.history.current.name == "account"
    press(window, Qt.Key.Key_K, CTRL)
    type_text(window.command_bar, "мупф дщп")
    settle(window)
    rows = child(window, "commandCompletions").rows()
    assert [row.title for row in rows if row.key.startswith("account:")] == ["Vega Logistics"]
    assert any(row.header and row.title == "Found" for row in rows)


def test_a_click_on_a_completion_takes_it(program):
    window = program()
    press(window, Qt.Key.Key_K, CTRL)
    type_text(window.command_bar, "go to settings")
    rows = child(window, "commandCompletions")
    click(rows.viewport(), rows.visualRect(rows.model().index(0, 0)).center())
    settle(window)
    assert window.history.current == Place("settings")


def test_create_lead_from_the_command_bar_asks_its_title_and_opens_its_page(program):
    window = program()
    run(window, "create lead")
    dialog = child(window, "createDialog")
    assert not child(dialog, "createConfirmButton").isEnabled()
    type_text(child(dialog, "createNameEdit"), "Warehouse automation")
    press(child(dialog, "createNameEdit"), Qt.Key.Key_Return)
    settle(window)
    assert window.history.current.name == "lead"


# going places


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


# notifications, toast, undo


def test_bell_counts_and_panel_opens_the_record_and_marks_as_read(program):
    window = program()
    run(window, "run process corporate sale")
    place = window.history.current
    bell = child(window, "notificationButton")
    assert window.top_bar.bell.unread == 2
    assert window.top_bar.bell.badge.text() == "2"
    press(window, Qt.Key.Key_2, CTRL)
    settle(window)
    click(bell)
    settle(window)
    panel = child(window, "notificationPanel")
    assert panel.isVisible()
    rows = child(panel, "notificationList")
    assert len(rows.rows()) == 2
    assert all(row.ground for row in rows.rows())
    press(rows, Qt.Key.Key_Return)
    settle(window)
    assert not panel.isVisible()
    assert window.history.current.name in {place.name, "activity"}
    assert window.top_bar.bell.unread == 1
    click(bell)
    settle(window)
    click(child(panel, "markAllReadButton"))
    settle(window)
    assert window.top_bar.bell.unread == 0
    assert not window.top_bar.bell.badge.isVisible()
    press(rows, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_more_than_ninety_nine_are_ninety_nine_and_more(program):
    window = program()
    window.top_bar.bell.set_unread(1234)
    assert window.top_bar.bell.badge.text() == "99+"
    assert "1234" in window.top_bar.bell.accessibleDescription()


@pytest.mark.parametrize("way", ["toast", "keys"])
def test_undo_takes_the_run_back_and_leaves_the_page_that_is_gone(program, way):
    window = program()
    run(window, "run process corporate sale")
    assert window.toast.isVisible()
    assert window.toast.undo_button.isVisible()
    if way == "toast":
        click(window.toast.undo_button)
    else:
        window.setFocus()
        press(window, Qt.Key.Key_Z, CTRL)
    settle(window)
    assert shown_opportunities(window) == 0
    assert window.history.current == Place("opportunities")
    assert not window.toast.is_refusal


@pytest.mark.parametrize("spoken", ["en", "ru"])
@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("new task", "create.activity"),
        ("new lead", "create.lead"),
        ("новая задача", "create.activity"),
        ("добавить лид", "create.lead"),
        ("add account", "create.account"),
        ("новый контакт", "create.contact"),
        ("dark", "theme.dark"),
        ("light", "theme.light"),
        ("тёмная", "theme.dark"),
        ("светлая", "theme.light"),
        ("Русский", "language.ru"),
        ("English", "language.en"),
    ],
)
def test_the_command_bar_understands_other_words_in_both_languages(program, spoken, text, wanted):
    window = program(language=spoken)
    window.command_bar.start()
    type_text(window.command_bar, text)
    settle(window)
    assert window.command_bar.completion.first == wanted


def test_theme_and_language_are_switched_from_the_command_bar(program):
    window = program()
    run(window, "тёмная")
    assert window._theme.choice == "dark"
    run(window, "Русский")
    assert window.language.code == "ru"
    run(window, "English")
    assert window.language.code == "en"


def test_a_name_that_is_refused_can_be_corrected_at_once(program):
    """The keyboard stays in the field of the dialog that creates a record, whatever the refusal is."""
    window = program()
    window.create_record("contact")
    settle(window)
    edit = child(window, "createNameEdit")
    type_text(edit, "n" * 201)
    press(edit, Qt.Key.Key_Return)
    settle(window)
    assert child(window, "createRefusal").isVisible()
    assert QApplication.focusWidget() is edit
    press(edit, Qt.Key.Key_Backspace)
    press(edit, Qt.Key.Key_Return)
    settle(window)
    assert window.page.objectName() == "contactPage"


def test_undo_with_nothing_to_undo_says_so(program):
    window = program()
    press(window, Qt.Key.Key_Z, CTRL)
    settle(window)
    assert window.toast.is_refusal and window.toast.text.text() == "There is nothing to undo."


def test_toast_stays_under_the_mouse_and_never_takes_the_keyboard(program, qtbot):
    window = program()
    before = QApplication.focusWidget()
    window.toast.say("Saved")
    assert QApplication.focusWidget() is before
    assert window.toast.timer.isActive()
    window.toast.enterEvent(_enter(window.toast))
    assert window.toast.timer.interval() == 30_000  # but not for ever: the mouse may just lie there
    window.toast.leaveEvent(_leave())
    assert window.toast.timer.isActive() and window.toast.timer.interval() == 5_000
    window.toast.timer.timeout.emit()
    assert not window.toast.isVisible()


def test_toast_covers_neither_a_button_nor_the_field_with_the_keyboard(program):
    """It stands at the right of the lower edge and gives way to what is used there."""
    window = program()
    toast = window.toast
    toast.say("Saved")
    at_right = toast.geometry()
    assert at_right.center().x() > window.width() // 2
    button = QPushButton("Low", window.page)
    button.setGeometry(window.page.width() - 200, window.page.height() - 50, 150, 30)
    button.show()
    toast.say("Saved")
    assert not toast.geometry().intersects(QRect(button.mapTo(window, QPoint(0, 0)), button.size()))
    field = QLineEdit(window.page)
    field.setGeometry(window.page.width() // 2 - 100, window.page.height() - 50, 200, 30)
    field.show()
    field.setFocus()
    toast.say("Saved")
    for part in (button, field):
        assert not toast.geometry().intersects(QRect(part.mapTo(window, QPoint(0, 0)), part.size()))


def test_toast_that_offers_nothing_goes_sooner(program):
    window = program()
    window.toast.say("Saved")
    assert window.toast.timer.interval() == 5_000
    window.toast.say("Saved", undo=lambda: None)
    assert window.toast.timer.interval() == 8_000


def test_toast_says_a_long_name_in_two_lines_but_a_refusal_whole(program):
    """A name of 200 letters must not cover what one works at; why something was refused is said to the end."""
    window = program()
    text = f"“{'A very long name ' * 12}” was saved."
    window.toast.say(text, undo=lambda: None)
    lines = window.toast.text.fontMetrics().lineSpacing() * 2
    assert window.toast.text.height() <= lines + 8
    assert window.toast.text.text().endswith("was saved.") and window.toast.text.toolTip() == text
    window.toast.refuse(text)
    assert window.toast.text.text() == text and not window.toast.text.toolTip()


def _enter(widget):
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QEnterEvent

    return QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5))


def _leave():
    from PySide6.QtCore import QEvent

    return QEvent(QEvent.Type.Leave)


def test_refusal_says_the_reason_in_a_red_toast(program):
    window = program()
    window.bridge.perform(Action("create_account", name=""))
    settle(window)
    assert window.toast.is_refusal
    assert window.toast.text.text()
    assert not window.toast.undo_button.isVisible()


# language, theme, settings


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


# beginning, remembering, people


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


# unsaved edits, failures, the overview


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


_PARTS = {"QSpinBox", "QComboBox", "QLineEdit"}
"""Parts of these are spoken of with the whole."""


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


def test_nothing_found_is_said(program):
    window = program()
    press(window, Qt.Key.Key_K, CTRL)
    type_text(window.command_bar, "qqqqzzz")
    settle(window)
    rows = child(window, "commandCompletions").rows()
    assert [(row.title, row.header) for row in rows] == [("Nothing found", True)]
    press(window.command_bar, Qt.Key.Key_Return)
    settle(window)
    assert window.history.current == Place("opportunities")


def test_one_trouble_is_one_dialog(program):
    window = program()
    for _ in range(3):
        window.bridge.trouble.emit(Trouble("disk-full"))
    dialog = child(window, "troubleDialog")
    dialog.reject()
    settle(window)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChild(QWidget, "troubleDialog") is None
