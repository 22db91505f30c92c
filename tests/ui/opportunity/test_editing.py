"""Editing the fields of an opportunity: saving, reverting, drafts, other people's changes, the hint."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.views.exchange import Place


def test_l1_the_hint_names_what_is_missing_and_leads_to_the_first(desk) -> None:
    page = desk.sale()
    hint = desk.find("fillInHint")
    assert "Customer" in hint.text() and "0 of 7 are known" in hint.text()
    assert page.form.field("account").is_missing()
    desk.click("goToFirstButton")
    assert QApplication.focusWidget().objectName() == "accountEdit"


def test_the_hint_counts_down_as_fields_are_saved(desk) -> None:
    desk.sale()
    desk.write("needTextEdit", "Paper lists cost them two hours a day")
    desk.click("saveButton")
    assert "1 of 7 are known" in desk.find("fillInHint").text()
    desk.click("dismissHintButton")
    assert not desk.shown("fillInHint")


def test_fields_are_saved_with_ctrl_s(desk) -> None:
    page = desk.sale()
    assert not desk.find("saveButton").isEnabled()
    desk.write("budgetEdit", "184,000.50")
    desk.write("decisionDateEdit", "28.2.2027")
    desk.write("decisionMakerRoleEdit", "Head of purchasing")
    assert page.has_unsaved()
    desk.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: not page.has_unsaved())
    fields = desk.read().fields
    assert fields.budget.minor == 18_400_050
    assert fields.decision_date == date(2027, 2, 28)
    assert fields.decision_maker_role == "Head of purchasing"
    assert not desk.find("saveButton").isEnabled()


def test_cancel_shows_again_what_is_saved(desk) -> None:
    page = desk.sale()
    desk.write("tacticsEdit", "Promise everything")
    desk.click("cancelButton")
    assert page.qualification.tactics.value() == ""
    assert not page.has_unsaved()


def test_what_cannot_be_understood_is_not_saved_and_says_so(desk) -> None:
    page = desk.sale()
    desk.write("budgetEdit", "a lot")
    desk.click("saveButton")
    assert page.qualification.budget.message()
    assert QApplication.focusWidget().objectName() == "budgetEdit"
    assert desk.read().fields.budget is None


def test_a_customer_is_found_as_you_type_and_chosen_by_keyboard(desk) -> None:
    desk.do("create_account", name="Vega Logistics")
    desk.do("create_account", name="Nordwind AG")
    page = desk.sale()
    desk.write("accountEdit", "veg")
    desk.until(lambda: desk.shown("suggestions"))
    desk.key(Qt.Key.Key_Return)
    assert page.profile.account.value().label == "Vega Logistics"
    desk.click("saveButton")
    assert desk.read().fields.account.label == "Vega Logistics"


def test_a_new_contact_is_created_in_place_for_the_customer(desk) -> None:
    account = desk.do("create_account", name="Vega Logistics").result["account"]
    page = desk.sale(account=account)
    desk.write("decisionMakerEdit", "Jana Fox")
    desk.until(lambda: desk.shown("suggestions"))
    desk.key(Qt.Key.Key_Return)
    desk.until(lambda: page.profile.decision_maker.value() is not None)
    desk.click("saveButton")
    maker = desk.read().fields.decision_maker
    assert maker.label == "Jana Fox"
    assert desk.ask("contact_page", id=maker.id).fields.account.id == account


def test_a_refresh_keeps_edits_focus_and_scroll(desk) -> None:
    page = desk.sale()
    desk.write("tacticsEdit", "Show the savings first")
    page._body.verticalScrollBar().setValue(60)
    editor = QApplication.focusWidget()
    desk.do("create_activity", kind="task", title="From elsewhere", opportunity=page.place.id)
    desk.until(lambda: len(desk.cards()) == 3)
    assert page.qualification.tactics.value() == "Show the savings first"
    assert QApplication.focusWidget() is editor
    assert page._body.verticalScrollBar().value() == 60


def test_an_edit_that_somebody_else_crossed_is_told_and_theirs_can_be_loaded(desk) -> None:
    page = desk.sale()
    desk.write("tacticsEdit", "Mine")
    version = desk.read().version
    desk.do("save_opportunity", id=page.place.id, version=version, fields={"tactics": "Theirs"})
    desk.until(lambda: desk.shown("conflictBar"))
    assert "Sales tactics" in page.conflict_bar.text()
    assert page.qualification.tactics.value() == "Mine"
    desk.click("loadTheirsButton")
    assert page.qualification.tactics.value() == "Theirs"
    assert not page.has_unsaved()


def test_keep_editing_saves_over_theirs(desk) -> None:
    page = desk.sale()
    desk.write("tacticsEdit", "Mine")
    desk.do("save_opportunity", id=page.place.id, version=desk.read().version, fields={"tactics": "Theirs"})
    desk.until(lambda: desk.shown("conflictBar"))
    desk.click("keepEditingButton")
    desk.click("saveButton")
    assert desk.read().fields.tactics == "Mine"


def test_edits_are_kept_as_a_draft_and_offered_again(desk) -> None:
    """A crash takes the window: the next one finds the draft."""
    page = desk.sale()
    desk.write("tacticsEdit", "Half a thought")
    desk.write("budgetEdit", "5000")
    page.form.keep_draft()
    desk.settle()
    assert dict(desk.read().draft)["tactics"] == "Half a thought"
    page._forget_view()
    for name in page.form.names():
        page.form.field(name).set_value(page.form._base[name])
    page.load()
    desk.until(lambda: desk.shown("draftBar"))
    assert "10:42" in page.draft_bar.text()
    desk.click("restoreDraftButton")
    now = QApplication.focusWidget()
    assert page.qualification.budget.isAncestorOf(now), "the keyboard goes to the first restored field"
    assert page.qualification.tactics.value() == "Half a thought"
    assert page.qualification.budget.value().minor == 500_000
    desk.click("saveButton")
    assert desk.read().fields.tactics == "Half a thought"
    assert desk.read().draft == ()


def test_leaving_with_edits_asks_and_stays_saves_or_discards(desk) -> None:
    page = desk.sale()
    desk.write("tacticsEdit", "Not yet saved")
    desk.window.show_place(Place("opportunities"))
    desk.settle()
    desk.click("stayButton")
    assert desk.window.page is page
    desk.window.show_place(Place("opportunities"))
    desk.settle()
    desk.click("saveAndLeaveButton")
    assert desk.window.page is not page
    assert desk.ask("opportunity_page", id=page.place.id).fields.tactics == "Not yet saved"


def test_a_note_is_added_on_its_tab(desk) -> None:
    page = desk.sale()
    page.tabs.setCurrentWidget(page.notes)
    desk.write("noteEdit", "They buy in January")
    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [note.text for note in desk.read().notes] == ["They buy in January"]
    assert page.notes.text.value() == ""


def test_everything_follows_the_language(desk) -> None:
    page = desk.sale()
    desk.write("tacticsEdit", "Kept through the switch")
    desk.window.choose_language("ru")
    desk.settle()
    assert page.stage_bar.button("qualification").text() == "Квалификация"
    assert page.head.save_button.text() == "Сохранить"
    assert page.panel.title.accessibleName() == "Следующие шаги"
    assert desk.card("Подготовить презентацию").complete_button.text() == "Завершить"
    assert page.qualification.tactics.value() == "Kept through the switch"


def test_every_editor_has_an_accessible_name(desk) -> None:
    page = desk.sale()
    for name in page.form.names():
        assert page.form.field(name).editor.accessibleName(), name


def test_a_draft_is_kept_a_moment_after_typing_stops(desk) -> None:
    page = desk.sale()
    desk.write("tacticsEdit", "Half a thought")
    desk.until(lambda: dict(desk.read().draft).get("tactics") == "Half a thought")
    desk.click("cancelButton")
    desk.until(lambda: desk.read().draft == ())
    assert not page.has_unsaved()


def test_blanks_at_the_ends_of_a_text_are_no_edit(desk) -> None:
    page = desk.sale()
    version = desk.read().version
    desk.do("save_opportunity", id=page.place.id, version=version, fields={"tactics": "  Two lines\r\nof it \n"})
    desk.settle()
    assert page.qualification.tactics.value() == "Two lines\nof it"
    assert not page.has_unsaved()


def test_tab_goes_through_the_page_as_it_is_seen(desk) -> None:
    page = desk.sale()
    page.head.findChild(QWidget, "actionsButton").setFocus()
    seen = []
    for _ in range(60):
        widget = QApplication.focusWidget()
        if page.isAncestorOf(widget):
            seen.append(widget.objectName())
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    expected = [
        "stage_qualification",
        "stage_contracting",
        "stage_closed",
        "newTaskButton",
        "completeButton",
        "goToFirstButton",
        "accountEdit",
        "titleEdit",
        "ownerEdit",
        "budgetEdit",
        "needTextEdit",
        "tacticsEdit",
    ]
    assert [name for name in dict.fromkeys(seen) if name in expected] == expected


def test_the_page_fits_into_the_smallest_window(desk) -> None:
    page = desk.sale(title="A title that does not fit into any title row " * 3)
    desk.window.resize(desk.window.minimumSize())
    desk.settle()
    assert page.minimumSizeHint().width() <= page.width()
    assert desk.find("saveButton").mapTo(page, desk.find("saveButton").rect().topRight()).x() <= page.width()


def test_a_half_written_note_is_asked_about_and_saved_too(desk) -> None:
    page = desk.sale()
    page.tabs.setCurrentWidget(page.notes)
    desk.write("noteEdit", "Half a note")
    assert page.has_unsaved()
    desk.window.show_place(Place("opportunities"))
    desk.settle()
    desk.click("saveAndLeaveButton")
    notes = desk.ask("opportunity_page", id=page.place.id).notes
    assert [note.text for note in notes] == ["Half a note"]


def test_a_record_that_is_gone_shows_nothing_stale(desk) -> None:
    page = desk.sale(title="First")
    first = page.place
    page.open(Place("opportunity", 4711))
    assert desk.cards() == []
    desk.settle()
    assert desk.window.toast.is_refusal
    assert desk.window.history.current != Place("opportunity", 4711)
    desk.window.show_place(first)
    desk.settle()
    assert not desk.shown("recordGone")
    desk.sale(title="Second")
    assert page.title() == "Second"


def test_the_keyboard_begins_at_the_next_step(desk) -> None:
    desk.sale()
    widget = QApplication.focusWidget()
    assert widget is desk.cards()[0].complete_button


def test_l1_the_hint_writes_field_names_as_a_sentence_does(desk) -> None:
    """Small within a sentence, but for abbreviations; large where the name begins the sentence."""
    desk.sale()
    assert desk.find("fillInHint").text().count("Customer, decision maker, need") == 1
    desk.language.choose("ru")
    desk.settle()
    assert "Не хватает: клиент, ЛПР (кто решает), потребность" in desk.find("fillInHint").text()
