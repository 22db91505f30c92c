"""Base widgets, driven by keys and mouse."""

import shiboken6
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton, QWidget

from tests.ui.conftest import click, press
from ui.commands import Command, CommandRegistry
from ui.widgets.avatar import initials, person_colour
from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import Card
from ui.widgets.dialog import Dialog, ask
from ui.widgets.flow import FlowLayout
from ui.widgets.hint import EmptyState, HintBar
from ui.widgets.labels import ElidedLabel, Pill, SectionTitle
from ui.widgets.popup import Popup
from ui.widgets.rows import Row, RowList
from ui.widgets.switch import Switch


def test_buttons_say_what_they_do(bare_window):
    button = IconButton("x", "Close", bare_window, name="closeButton")
    assert button.accessibleName() == "Close"
    assert button.objectName() == "closeButton"
    button.set_label("Закрыть", shortcut="Esc")
    assert button.toolTip() == "Закрыть (Esc)"
    assert Button("Save", bare_window, kind="primary").property("kind") == "primary"


def test_flow_layout_wraps_and_grows_in_height(bare_window):
    holder = QWidget(bare_window)
    flow = FlowLayout(holder, gap=4)
    for _ in range(6):
        label = QLabel("x", holder)
        label.setFixedSize(50, 10)
        flow.addWidget(label)
    assert flow.heightForWidth(400) == 10
    assert flow.heightForWidth(110) == 3 * 10 + 2 * 4
    holder.resize(110, 100)
    flow.setGeometry(QRect(0, 0, 110, 100))
    assert flow.itemAt(2).geometry().topLeft() == QPoint(0, 14)
    flow.clear()
    assert flow.count() == 0


def test_elided_label_keeps_the_whole_text(bare_window):
    label = ElidedLabel("Contact the customer, clarify the need, agree the date and time", bare_window)
    label.resize(80, 20)
    label.show()
    assert label.text().startswith("Contact the customer")
    assert QLabel.text(label).endswith("\u2026")
    assert label.toolTip() == label.text()
    label.resize(1000, 20)
    assert label.toolTip() == ""


def test_section_title_is_heard_as_it_is_written(bare_window):
    title = SectionTitle("Next steps", bare_window)
    assert title.accessibleName() == "Next steps"
    card = Card("Profile", bare_window)
    card.set_title("")
    assert card.title.isHidden()


def test_hint_bar_tells_of_its_link_and_its_cross(bare_window, qtbot):
    hint = HintBar(bare_window, name="fillInHint")
    hint.set_texts("Fill in.", "Customer is missing.", "Go to the first")
    hint.show()
    assert hint.text() == "Fill in. Customer is missing."
    with qtbot.waitSignal(hint.action_pressed):
        click(hint.action)
    with qtbot.waitSignal(hint.dismissed):
        click(hint.close_button)
    assert hint.isHidden()


def test_empty_state_offers_the_way(bare_window, qtbot):
    state = EmptyState("bell", bare_window)
    state.set_texts("Nothing here", "Yet", "Create")
    state.resize(400, 300)
    state.show()
    with qtbot.waitSignal(state.action_pressed):
        click(state.action)
    state.set_texts("Nothing here")
    assert state.action.isHidden()


def test_pill_is_as_wide_as_its_word(bare_window):
    pill = Pill("2", bare_window)
    narrow = pill.sizeHint().width()
    pill.set_text("OPP-00128")
    assert pill.sizeHint().width() > narrow
    assert pill.accessibleName() == "OPP-00128"
    pill.set_tone("bad")
    pill.grab()


def test_switch_by_mouse_and_space(bare_window):
    switch = Switch("Run the sales process", bare_window)
    switch.resize(switch.sizeHint())
    switch.show()
    click(switch)
    assert switch.isChecked()
    switch.setFocus()
    press(switch, Qt.Key.Key_Space)
    assert not switch.isChecked()
    switch.grab()


def test_initials_and_colour_of_a_person():
    assert initials("Anna Kern") == "AK"
    assert initials("Анна Петровна Керн") == "АК"
    assert initials("Anna") == "A"
    assert initials("  ") == "?"
    assert person_colour("Anna Kern") == person_colour("Anna Kern")


class _Opened:
    def __init__(self, window):
        self.anchor = QPushButton("Open", window)
        self.anchor.move(400, 100)
        self.anchor.show()
        self.other = QLineEdit(window)
        self.other.move(10, 600)
        self.other.show()
        self.popup = Popup(window, name="popup")
        self.field = QLineEdit(self.popup)
        self.popup.body.addWidget(self.field)
        self.other.setFocus()
        self.popup.open_at(self.anchor, focus=self.field)


def test_popup_closes_on_escape_and_gives_the_keyboard_back(bare_window):
    opened = _Opened(bare_window)
    assert QApplication.focusWidget() is opened.field
    press(opened.field, Qt.Key.Key_Escape)
    assert opened.popup.isHidden()
    assert QApplication.focusWidget() is opened.other


def test_popup_closes_on_a_press_outside_and_stays_on_one_inside(bare_window, qtbot):
    opened = _Opened(bare_window)
    click(opened.field)
    assert opened.popup.isVisible()
    with qtbot.waitSignal(opened.popup.closed):
        click(bare_window.centralWidget(), QPoint(20, 300))
    assert opened.popup.isHidden()


def test_a_press_on_the_anchor_closes_without_opening_again(bare_window):
    opened = _Opened(bare_window)
    pressed = []
    opened.anchor.clicked.connect(lambda: pressed.append(1))
    click(opened.anchor)
    assert opened.popup.isHidden()
    assert pressed == []


def test_popup_stays_inside_the_window(bare_window):
    opened = _Opened(bare_window)
    opened.popup.close_popup()
    opened.anchor.move(960, 660)
    opened.popup.open_at(opened.anchor, align="left")
    card = opened.popup.card_rect().translated(opened.popup.pos())
    assert card.right() <= bare_window.width()
    assert card.bottom() <= bare_window.height()


def test_dialog_keeps_tab_inside_and_escape_rejects(bare_window, qtbot):
    outside = QLineEdit(bare_window)
    outside.show()
    outside.setFocus()
    dialog = Dialog(bare_window, "Question", name="question")
    first, second = QLineEdit(dialog.sheet), QLineEdit(dialog.sheet)
    dialog.body.addWidget(first)
    dialog.body.addWidget(second)
    dialog.add_button("Cancel")
    dialog.show_over()
    assert QApplication.focusWidget() is first
    seen = set()
    for _ in range(6):
        press(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.add(QApplication.focusWidget())
        assert dialog.sheet.isAncestorOf(QApplication.focusWidget())
    assert second in seen
    with qtbot.waitSignal(dialog.rejected):
        press(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is outside


def test_enter_presses_the_primary_button(bare_window, qtbot):
    dialog = Dialog(bare_window, "Question")
    field = QLineEdit(dialog.sheet)
    dialog.body.addWidget(field)
    dialog.add_button("Yes", kind="primary", run=dialog.accept)
    dialog.show_over(focus=field)
    with qtbot.waitSignal(dialog.accepted):
        press(field, Qt.Key.Key_Return)


def test_question_runs_on_yes_and_not_on_escape(bare_window):
    answers = []
    first = ask(bare_window, "Sure?", "Really?", yes="Yes", no="No", run=lambda: answers.append("first"))
    press(first, Qt.Key.Key_Escape)
    second = ask(bare_window, "Sure?", "Really?", yes="Yes", no="No", run=lambda: answers.append("second"))
    click(second.findChild(QPushButton, "yesButton"))
    assert answers == ["second"]


def test_shortcuts_are_off_while_a_dialog_is_open(bare_window):
    ran = []
    registry = CommandRegistry(bare_window)
    registry.put("window", [Command("save", "Save", lambda: ran.append(1), shortcut="Ctrl+S")])
    press(bare_window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    dialog = Dialog(bare_window, "Question")
    dialog.show_over()
    press(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    dialog.reject()
    press(bare_window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert ran == [1, 1]


def test_rows_skip_headings_and_go_around(bare_window, qtbot):
    rows = RowList(bare_window, name="rows")
    rows.resize(300, 200)
    rows.show()
    rows.set_rows([Row("a", "First"), Row("", "Found", header=True), Row("b", "Second", second="below")])
    assert rows.selected() is None
    rows.step(1)
    assert rows.selected() == "a"
    rows.step(1)
    assert rows.selected() == "b"
    rows.step(1)
    assert rows.selected() == "a"
    rows.step(-1)
    assert rows.selected() == "b"
    with qtbot.waitSignal(rows.chosen) as chosen:
        press(rows, Qt.Key.Key_Return)
    assert chosen.args == ["b"]
    with qtbot.waitSignal(rows.chosen) as chosen:
        click(rows.viewport(), rows.visualRect(rows.model().index(0, 0)).center())
    assert chosen.args == ["a"]
    assert rows.content_height() > 60
    rows.grab()


def test_tab_in_a_dialog_leaves_everything_else_alive_when_it_closes(bare_window, qtbot):
    """PySide takes the next widget in the order of Tab for a child: what came after a dialog died with it."""
    dialog = Dialog(bare_window, "First")
    dialog.add_button("Close")
    button = QPushButton("after the dialog", bare_window)
    menu = QMenu(button)
    entry = menu.addAction("an entry that Qt has made")
    dialog.show_over()
    for _ in range(3):
        press(QApplication.focusWidget(), Qt.Key.Key_Tab)
    dialog.done(0)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(dialog)
    assert shiboken6.isValid(entry)
