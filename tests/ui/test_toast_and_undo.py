"""Notifications, the toast, undo (N3), in the real window."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPushButton,
)

from desktop.views.exchange import Action, Place
from tests.ui.conftest import child, click, press, run, settle, shown_opportunities

CTRL = Qt.KeyboardModifier.ControlModifier


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

    return QEvent(QEvent.Type.Leave)


def test_refusal_says_the_reason_in_a_red_toast(program):
    window = program()
    window.bridge.perform(Action("create_account", name=""))
    settle(window)
    assert window.toast.is_refusal
    assert window.toast.text.text()
    assert not window.toast.undo_button.isVisible()
