"""The fields of forms, typed into and led by keys as a person would."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from PySide6.QtCore import QDateTime, QLocale, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.views.exchange import Choice, Money
from ui.fields.amounts import MinutesField, MoneyField
from ui.fields.choice import ChoiceField
from ui.fields.dates import DateField, MomentField
from ui.fields.field import Field, Labelled
from ui.fields.reference import PickField
from ui.fields.text import CheckField, MemoField, TextField

NOW = datetime(2026, 11, 23, 10, 42, tzinfo=UTC)


# A window whose least size comes from its layout, which the screenless platform cannot pass on.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


class Sheet(QWidget):
    """A window with fields below each other."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.resize(500, 500)

    def put(self, field: Field) -> Any:
        self.column.addWidget(field)
        self.show()
        QApplication.processEvents()
        field.editor.setFocus()
        return field


@pytest.fixture
def sheet(qtbot: Any) -> Iterator[Sheet]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    made = Sheet()
    qtbot.addWidget(made)
    yield made
    QLocale.setDefault(before)


def retype(field: Field, text: str) -> None:
    field.editor.setFocus()
    QTest.keyClick(field.editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field.editor, Qt.Key.Key_Delete)
    QTest.keyClicks(field.editor, text)


def leave(field: Field) -> None:
    field.editor.clearFocus()


def test_changed_tells_of_the_person_never_of_the_program(sheet: Sheet, qtbot: Any) -> None:
    field = sheet.put(TextField())
    with qtbot.assertNotEmitted(field.changed):
        field.set_value("from the core")
    with qtbot.waitSignal(field.changed):
        QTest.keyClicks(field.editor, "!")


def test_money_is_grouped_when_the_keyboard_leaves(sheet: Sheet) -> None:
    field = sheet.put(MoneyField())
    retype(field, "184000")
    assert field.value() == Money(18_400_000, "EUR")
    assert field.editor.text() == "184000", "nothing moves while it is typed"
    leave(field)
    assert field.editor.text() == "184,000"


def test_money_that_is_none_says_so_and_keeps_the_last_value(sheet: Sheet) -> None:
    field = sheet.put(MoneyField())
    field.set_value(Money(500, "USD"))
    retype(field, "a lot")
    assert not field.is_valid()
    leave(field)
    assert "184000.50" in field.message()
    assert field.editor.property("wrong") == "true"
    retype(field, "7")
    assert field.is_valid() and field.message() == ""
    assert field.value() == Money(700, "USD")


def test_a_currency_is_chosen_beside_the_amount(sheet: Sheet) -> None:
    field = sheet.put(MoneyField())
    field.set_currencies(("EUR", "USD", "JPY"))
    field.set_value(Money(1_050, "EUR"))
    field.currency.setFocus()
    QTest.keyClick(field.currency, Qt.Key.Key_Down)
    assert field.value() == Money(1_050, "USD")
    assert field.from_json(field.to_json()) == field.value()


def test_an_emptied_field_is_none(sheet: Sheet) -> None:
    for field in (sheet.put(MoneyField()), sheet.put(DateField(now=lambda: NOW))):
        field.editor.setFocus()
        QTest.keyClicks(field.editor, "1.1.2027" if isinstance(field, DateField) else "5")
        assert field.value() is not None
        retype(field, "")
        assert field.value() is None and field.is_valid()


def test_dates_are_typed_stepped_and_chosen_from_the_calendar(sheet: Sheet) -> None:
    field = sheet.put(DateField(now=lambda: NOW))
    assert field.editor.placeholderText() == "dd/mm/yyyy"
    QTest.keyClick(field.editor, Qt.Key.Key_Up)
    assert field.value() == date(2026, 11, 23), "the first step is today"
    QTest.keyClick(field.editor, Qt.Key.Key_Up)
    QTest.keyClick(field.editor, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert field.value() == date(2026, 11, 17)
    QTest.keyClick(field.editor, Qt.Key.Key_F4)
    grid = QApplication.focusWidget()
    QTest.keyClick(grid, Qt.Key.Key_PageDown)
    QTest.keyClick(grid, Qt.Key.Key_Right)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    assert field.value() == date(2026, 12, 18)
    assert field.editor.text() == "18 Dec 2026"
    assert QApplication.focusWidget() is field.editor


def test_a_day_is_chosen_by_mouse(sheet: Sheet) -> None:
    field = sheet.put(DateField(now=lambda: NOW))
    QTest.mouseClick(field.button, Qt.MouseButton.LeftButton)
    grid = field._calendar.grid
    spot = grid.rect_of(date(2026, 11, 30)).center()
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=QPoint(int(spot.x()), int(spot.y())))
    assert field.value() == date(2026, 11, 30)
    assert not field._calendar.isVisible()


def test_a_wrong_date_says_how_it_is_written(sheet: Sheet) -> None:
    field = sheet.put(DateField(now=lambda: NOW))
    retype(field, "soon")
    leave(field)
    assert field.message() == "Write a date, for example 23 Nov 2026"


def test_moments_keep_their_time_when_the_day_changes(sheet: Sheet) -> None:
    field = sheet.put(MomentField(now=lambda: NOW))
    retype(field, "26.11.2026 14:00")
    QTest.keyClick(field.editor, Qt.Key.Key_Up)
    QTest.keyClick(field.editor, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert field.value() == datetime(2026, 11, 27, 14, 30, tzinfo=UTC)
    leave(field)
    assert field.editor.text() == "27 Nov 2026 14:30"


def test_macros_can_set_a_moment_like_a_date_time_edit(sheet: Sheet, qtbot: Any) -> None:
    field = sheet.put(MomentField(now=lambda: NOW))
    with qtbot.waitSignal(field.changed):
        field.editor.setDateTime(QDateTime.fromSecsSinceEpoch(int(NOW.timestamp())))
    assert field.value() == NOW
    assert field.editor.dateTime().toSecsSinceEpoch() == int(NOW.timestamp())


def test_time_spent(sheet: Sheet) -> None:
    field = sheet.put(MinutesField())
    retype(field, "1h 20")
    leave(field)
    assert field.value() == 80
    assert field.editor.text() == "1:20"
    retype(field, "soon")
    leave(field)
    assert field.message()


def test_a_choice_can_be_made_by_keyboard_and_taken_away(sheet: Sheet) -> None:
    field = sheet.put(ChoiceField())
    field.set_choices((Choice(1, "a", "Automation"), Choice(2, "b", "Storage")))
    assert field.value() is None
    QTest.keyClick(field.editor, Qt.Key.Key_Down)
    assert field.value() == Choice(1, "a", "Automation")
    assert field.saved() == 1
    QTest.keyClick(field.editor, Qt.Key.Key_Home)
    assert field.value() is None


def test_a_value_that_is_offered_no_longer_is_shown_still(sheet: Sheet) -> None:
    field = sheet.put(ChoiceField())
    field.set_choices((Choice(1, "a", "Automation"),))
    field.set_value(Choice(9, "old", "Old"))
    assert field.editor.currentText() == "Old"
    assert field.from_json(field.to_json()) == Choice(9, "old", "Old")


def test_the_wheel_over_a_choice_scrolls_the_page_only(sheet: Sheet) -> None:
    field = sheet.put(ChoiceField())
    other = sheet.put(TextField())
    field.set_choices((Choice(1, "a", "A"), Choice(2, "b", "B")))
    field.set_value(Choice(1, "a", "A"))
    other.editor.setFocus()
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QWheelEvent

    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field.editor, event)
    assert field.value() == Choice(1, "a", "A")


def test_tab_leaves_a_memo_and_control_enter_passes_through(sheet: Sheet) -> None:
    memo = sheet.put(MemoField(lines=2))
    after = sheet.put(TextField())
    memo.editor.setFocus()
    QTest.keyClicks(memo.editor, "one")
    QTest.keyClick(memo.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert memo.value() == "one"
    QTest.keyClick(memo.editor, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is after.editor


def test_a_box_says_what_it_is_about(sheet: Sheet) -> None:
    field = sheet.put(CheckField())
    row = Labelled(field)
    sheet.column.addWidget(row)
    row.set_text("Budget confirmed")
    field.set_words("confirmed", "not yet")
    assert field.editor.accessibleName() == "Budget confirmed: not yet"
    QTest.keyClick(field.editor, Qt.Key.Key_Space)
    assert field.value() is True
    assert field.editor.accessibleName() == "Budget confirmed: confirmed"


def test_known_values_are_offered_below_a_free_text(sheet: Sheet) -> None:
    field = sheet.put(PickField())
    field.set_known(("Rival Ltd", "Other AG"))
    QTest.keyClicks(field.editor, "riv")
    QTest.keyClick(field.editor, Qt.Key.Key_Down)
    QTest.keyClick(field.editor, Qt.Key.Key_Return)
    assert field.value() == "Rival Ltd"
    retype(field, "Somebody new")
    assert field.value() == "Somebody new"


def test_a_label_names_its_field_and_marks_a_required_one(sheet: Sheet) -> None:
    field = TextField(name="nameEdit")
    row = Labelled(field, required=True)
    sheet.column.addWidget(row)
    row.set_text("Name")
    assert row.label.text() == "Name *"
    assert row.label.buddy() is field.editor
    assert field.editor.accessibleName() == "Name"
    field.set_missing(True)
    assert field.editor.property("missing") == "true"


def test_a_text_set_by_a_macro_counts_as_typed(sheet: Sheet, qtbot: Any) -> None:
    for field, text, value in (
        (MomentField(now=lambda: NOW), "26.11.2026 14:00", datetime(2026, 11, 26, 14, 0, tzinfo=UTC)),
        (DateField(now=lambda: NOW), "26.11.2026", date(2026, 11, 26)),
        (MinutesField(), "0:25", 25),
        (MoneyField(), "500", Money(50_000, "EUR")),
        (TextField(), "words", "words"),
        (PickField(), "words", "words"),
    ):
        sheet.put(field)
        with qtbot.waitSignal(field.changed):
            field.editor.setText(text)
        assert field.value() == value


def test_a_long_text_is_shown_from_its_beginning_once_it_is_left(sheet: Sheet) -> None:
    field = sheet.put(TextField(name="titleEdit"))
    after = sheet.put(TextField())
    field.editor.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(field.editor, "Halden Machinery, spare parts webshop for three plants " * 3)
    field.commit()
    assert field.editor.cursorPosition() > 100, "saving while one types leaves the cursor alone"
    after.editor.setFocus(Qt.FocusReason.TabFocusReason)
    assert field.editor.cursorPosition() == 0


def test_a_locked_field_shows_no_words_that_look_like_a_value(sheet: Sheet, look: Any) -> None:
    """Words such as "Choose..." are asked of whoever can fill the field in, of nobody else."""
    text, memo, choice = sheet.put(TextField()), sheet.put(MemoField()), sheet.put(ChoiceField())
    look.choose("light")
    for field in (text, memo, choice):
        field.set_read_only(True)
        field.editor.setPlaceholderText("")
        empty = field.editor.grab().toImage()
        field.editor.setPlaceholderText("For example: head of purchasing")
        assert field.editor.grab().toImage() == empty
        field.set_read_only(False)
        assert field.editor.grab().toImage() != empty
