"""The settings in the real window: lookups, stages, masks, rates, hours; open windows follow at once (R10)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QListWidget, QPlainTextEdit

from desktop.views.exchange import Action, Place, Query, Ref
from tests.ui.conftest import click, press, settle, type_text
from ui.administration.people import HandOverDialog
from ui.settings_page import SECTIONS

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(program):
    made = program()
    made.show_place(Place("settings"))
    settle(made)
    return made


def section(window, name):
    window.page.show_section(name)
    settle(window)
    return window.page.section


def part(where, name, kind=None):
    (one,) = where.findChildren(kind or QLineEdit, name)
    return one


def write(where, name, text):
    edit = part(where, name)
    edit.setFocus()
    edit.clear()
    type_text(edit, text)


def push(window, where, name):
    button = part(where, name, QAbstractButton)
    assert button.isEnabled(), name
    button.click()
    settle(window)


def ask(window, name, /, **arguments):
    return window.bridge.workspace.ask(Query(name, **arguments)).result()


def do(window, name, /, **arguments):
    done = window.bridge.workspace.perform(Action(name, **arguments)).result()
    settle(window)
    return done


def test_every_section_opens_with_a_title_and_takes_the_keyboard(window):
    for name in SECTIONS:
        shown = section(window, name)
        assert shown.heading.text() == shown.title() == window.page.list.currentItem().text(), name
        window.page.focus_first()
        assert shown.isAncestorOf(window.focusWidget()), name


def test_sections_are_chosen_by_keyboard(window):
    listed = window.page.findChild(QListWidget, "settingsSections")
    listed.setFocus()
    press(listed, Qt.Key.Key_Down)
    settle(window)
    assert window.page.section_name == "system"


def test_a_value_is_added_renamed_ordered_by_keyboard_and_deleted(window):
    need = section(window, "need")
    push(window, need, "addRowButton")
    write(need, "nameEnEdit", "Robotics")
    write(need, "nameRuEdit", "Роботы")
    save = part(need, "saveRowButton", QAbstractButton)
    save.setFocus()
    press(save, Qt.Key.Key_Space)
    settle(window)
    assert need.current().name_ru == "Роботы"
    assert need.list.currentItem().text() == "Robotics"
    assert need.list.hasFocus()  # the keyboard goes on with the row
    press(need.list, Qt.Key.Key_Up, ALT)
    settle(window)
    assert [row.name_en for row in ask(window, "lookup_values", lookup="need")][-2] == "Robotics"
    assert need.current().name_en == "Robotics"
    push(window, need, "moveUpButton")
    assert [row.name_en for row in ask(window, "lookup_values", lookup="need")][-3] == "Robotics"
    write(need, "nameEnEdit", "Robots")
    push(window, need, "saveRowButton")
    assert need.list.currentItem().text() == "Robots"
    push(window, need, "removeRowButton")
    assert "Robots" not in [row.name_en for row in ask(window, "lookup_values", lookup="need")]
    window.undo()
    settle(window)
    assert "Robots" in [need.list.item(row).text() for row in range(need.list.count())]


def test_an_empty_lookup_says_what_to_do_until_something_is_there(window):
    competitors = section(window, "competitor")
    assert competitors.list.accessibleDescription() == "There is nothing here yet. Add the first one."
    do(window, "create_value", lookup="competitor", name_en="Rival", name_ru="Соперник")
    assert competitors.list.accessibleDescription() == ""
    assert competitors.list.count() == 1


def test_what_is_used_cannot_be_deleted_and_says_so(window):
    value = ask(window, "lookup_values", lookup="need")[0]
    do(window, "create_opportunity", title="Warehouse", need=value.id)
    window.show_place(Place("settings"))
    need = section(window, "need")
    button = part(need, "removeRowButton", QAbstractButton)
    assert not button.isEnabled()
    assert button.toolTip()
    assert need.uses.text() == "Used 1 time"
    active = part(need, "activeEdit", QAbstractButton)
    active.click()
    push(window, need, "saveRowButton")
    assert need.list.currentItem().text().endswith("(switched off)")


def test_going_to_another_row_or_section_saves_what_was_typed_and_stays_where_it_is_refused(window):
    need = section(window, "need")
    write(need, "nameEnEdit", "Robots")
    need.list.setCurrentRow(2)
    settle(window)
    assert ask(window, "lookup_values", lookup="need")[0].name_en == "Robots"
    assert need.list.currentRow() == 2
    write(need, "nameEnEdit", "")
    window.page.list.setCurrentRow(0)
    settle(window)
    assert window.page.section_name == "need"
    assert need.form.field("name_en").message()
    push(window, need, "cancelRowButton")
    window.page.list.setCurrentRow(0)
    settle(window)
    assert window.page.section_name == "window"


def test_a_change_of_another_window_is_followed(window):
    need = section(window, "need")
    do(window, "create_value", lookup="need", name_en="Robots", name_ru="Роботы")
    assert need.list.item(need.list.count() - 1).text() == "Robots"


def test_r10_a_stage_added_in_the_settings_stands_on_the_stage_bar(window):
    stages = section(window, "stages")
    push(window, stages, "addRowButton")
    write(stages, "nameEnEdit", "Pilot")
    write(stages, "nameRuEdit", "Пилот")
    part(stages, "descriptionEdit", QPlainTextEdit).setPlainText("Try it out")
    write(stages, "percentEdit", "45")
    write(stages, "numberEdit", "25")
    push(window, stages, "saveRowButton")
    assert [row.code for row in ask(window, "stages")][2] == "pilot"
    made = do(window, "create_opportunity", title="Warehouse").result["opportunity"]
    window.show_place(Place("opportunity", made))
    settle(window)
    assert window.page.findChild(QAbstractButton, "stage_pilot").isVisible()


def test_r9_final_is_protected_where_an_opportunity_stands(window):
    do(window, "create_opportunity", title="Warehouse")
    window.show_place(Place("settings"))
    stages = section(window, "stages")
    stages.list.setCurrentRow(0)
    settle(window)
    part(stages, "finalEdit", QAbstractButton).click()
    push(window, stages, "saveRowButton")
    assert "1 opportunity stands" in stages.form.field("final").message()
    assert not ask(window, "stages")[0].final
    window.page.discard()


def test_stages_of_leads_are_edited(window):
    stages = section(window, "lead_stages")
    push(window, stages, "addRowButton")
    write(stages, "nameEnEdit", "Nurturing")
    write(stages, "nameRuEdit", "Дозревание")
    push(window, stages, "saveRowButton")
    assert ask(window, "lead_stages")[-1].name_en == "Nurturing"
    assert stages.current().code == "nurturing"


def test_a_mask_shows_what_comes_next_and_refuses_one_without_a_counter(window):
    masks = section(window, "masks")
    write(masks, "opportunityMaskEdit", "S-{:03d}")
    settle(window)
    assert masks.masks["opportunity"].preview.text() == "Next: S-001, S-002, S-003 ..."
    push(window, masks, "opportunityMaskSave")
    assert ask(window, "number_masks")[0].mask == "S-{:03d}"
    write(masks, "opportunityMaskEdit", "S-1")
    settle(window)
    assert not part(masks, "opportunityMaskSave", QAbstractButton).isEnabled()
    assert "counter" in masks.masks["opportunity"].field.message()
    window.page.discard()
    settle(window)
    assert not window.page.has_unsaved()


def test_a_rate_is_saved_refused_and_deleted(window):
    currencies = section(window, "currencies")
    combo = part(currencies, "rateCurrencyEdit", QComboBox)
    combo.setCurrentIndex(combo.findText("USD"))
    combo.activated.emit(combo.currentIndex())
    write(currencies, "rateEdit", "much")
    push(window, currencies, "saveRateButton")
    assert currencies.rate.message()
    write(currencies, "rateEdit", "0.92")
    push(window, currencies, "saveRateButton")
    (row,) = ask(window, "currency_rates")
    assert (row.currency, row.base, row.rate) == ("USD", "EUR", "0.92")
    assert currencies.list.item(0).text().startswith("1 USD = 0.92 EUR")
    currencies.list.setCurrentRow(0)
    push(window, currencies, "removeRateButton")
    assert ask(window, "currency_rates") == ()


def test_working_hours_are_chosen_and_the_last_day_stays(window):
    hours = section(window, "hours")
    click(hours.days[4])
    settle(window)
    assert ask(window, "settings").working_hours.days == (0, 1, 2, 3)
    hours.ends.setCurrentIndex(hours.ends.findData(16 * 60))
    hours.ends.activated.emit(hours.ends.currentIndex())
    settle(window)
    assert ask(window, "settings").working_hours.ends == 16 * 60
    hours.ends.setCurrentIndex(0)
    hours.ends.activated.emit(0)
    settle(window)
    assert window.toast.is_refusal
    assert hours.ends.currentData() == 16 * 60


def test_company_currency_and_process_are_set(window):
    system = section(window, "system")
    write(system, "companyEdit", "Kern Ltd")
    press(part(system, "companyEdit"), Qt.Key.Key_Return)
    system.currency.setCurrentText("CHF")
    system.currency.activated.emit(system.currency.currentIndex())
    settle(window)
    settings = ask(window, "settings")
    assert (settings.company, settings.default_currency) == ("Kern Ltd", "CHF")
    assert system.process.currentText() == "Corporate sale"


# People and rights ---------------------------------------------------------------------------------


def test_a_person_is_added_and_given_a_manager(window):
    do(window, "create_person", name="Maria Stein", role="manager")
    people = section(window, "people")
    push(window, people, "addRowButton")
    write(people, "nameEdit", "Tom Reed")
    manager = people.form.field("manager")
    maria = next(row for row in ask(window, "staff") if row.name == "Maria Stein")
    manager.set_value(Ref(maria.id, maria.name))
    manager.changed.emit()
    push(window, people, "saveRowButton")
    tom = next(row for row in ask(window, "staff") if row.name == "Tom Reed")
    assert (tom.role, tom.manager.label) == ("rep", "Maria Stein")
    assert "Tom Reed (Rep)" in [people.list.item(row).text() for row in range(people.list.count())]


def test_whoever_leaves_hands_over(window):
    tom = do(window, "create_person", name="Tom Reed").result["person"]
    do(window, "create_opportunity", title="Warehouse", owner=tom)
    window.show_place(Place("settings"))
    people = section(window, "people")
    people.list.mark(tom)
    settle(window)
    push(window, people, "removeRowButton")
    (dialog,) = window.findChildren(HandOverDialog)
    dialog.confirm()
    assert dialog.successor.message()
    dialog.successor.set_value(Ref(window.bridge.workspace.person_id, "Anna Kern"))
    push(window, dialog, "handOverButton")
    assert not next(row for row in ask(window, "staff") if row.id == tom).active
    assert people.list.item(people.list.count() - 1).text() == "Tom Reed (has left)"
    people.list.mark(tom)
    settle(window)
    push(window, people, "removeRowButton")
    assert next(row for row in ask(window, "staff") if row.id == tom).active


def test_nobody_lets_themselves_go(window):
    people = section(window, "people")
    button = part(people, "removeRowButton", QAbstractButton)
    assert not button.isEnabled()
    assert button.toolTip() == "You cannot let yourself go."


def test_what_is_an_administrator_s_is_shown_locked_with_the_reason_to_everybody_else(window):
    tom = do(window, "create_person", name="Tom Reed").result["person"]
    window.switch_person(tom)
    settle(window)
    for name in SECTIONS:
        shown = section(window, name)
        everyone = name in {"window", "data"}
        assert shown.content.isEnabled() == everyone, name
        assert shown.locked.isVisible() != everyone, name
        assert shown.locked.text() == ("" if everyone else "Only an administrator changes this."), name
