"""Lists in the real window: conditions, views, the foot, and changing many records, by mouse and keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.views.behind import AnalyticsFilter, Behind
from desktop.views.conditions import Condition
from desktop.views.exchange import Action, Money, Place, Query, ReasonAnswer
from tests.ui.conftest import click, press, settle, type_text
from ui.gate_dialog import GateDialog
from ui.leads.reason_dialog import ReasonDialog
from ui.lists.bulk_dialog import BulkDialog
from ui.lists.page import ListPage
from ui.lists.view_name_dialog import ViewNameDialog
from ui.tags_dialog import TagsDialog

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Desk:
    """The window with the list of opportunities."""

    def __init__(self, window, qtbot) -> None:
        self.window, self.qtbot = window, qtbot

    @property
    def page(self) -> ListPage:
        assert isinstance(self.window.page, ListPage)
        return self.window.page

    def do(self, name: str, /, **arguments: object):
        return self.window.bridge.workspace.perform(Action(name, **arguments)).result(timeout=20)

    def see(self, name: str, /, **arguments: object):
        return self.window.bridge.workspace.ask(Query(name, **arguments)).result(timeout=20)

    def go(self, name: str = "opportunities") -> ListPage:
        self.window.show_place(Place(name))
        self.settle()
        return self.page

    def settle(self) -> None:
        settle(self.window)
        self.page.grab()
        self.qtbot.waitUntil(lambda: self.page.is_loaded() and self.page.selection.is_summed())
        settle(self.window)

    def titles(self) -> list[str]:
        self.settle()
        return [self.page.model.row_data(row).title for row in range(self.page.model.rowCount())]

    def dialog(self, kind=BulkDialog):
        return self.window.findChild(kind)

    def ready(self) -> BulkDialog:
        dialog = self.dialog()
        self.qtbot.waitUntil(dialog.is_ready)
        settle(self.window)
        return dialog

    def point(self, row: int) -> QPoint:
        return self.page.table.visualRect(self.page.model.index(row, 0)).center()


def spaced(text: str) -> str:
    """Return a text with plain spaces."""
    return text.replace("\u00a0", " ")


@pytest.fixture
def desk(program, qtbot) -> Desk:
    made = Desk(program(), qtbot)
    for title, amount in (("Alpha", 100_00), ("Beta", 300_00), ("Gamma", 500_00)):
        made.do("create_opportunity", title=title, amount=Money(amount, "EUR"))
    page = made.go()
    page.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    made.settle()
    return made


def test_a_condition_is_added_changed_and_removed_with_the_keyboard_alone(desk):
    page = desk.page
    page.table.setFocus()
    press(page.table, Qt.Key.Key_F, CTRL | SHIFT)
    settle(desk.window)
    popup = page.conditions._popup
    assert popup.isVisible()
    assert QApplication.focusWidget() is popup.field_edit
    type_text(popup.field_edit, "Amount")
    popup.operator_edit.setFocus()
    type_text(popup.operator_edit, "is at least")
    low = popup.amounts[0].editor
    low.setFocus()
    type_text(low, "300")
    press(low, Qt.Key.Key_Return)
    assert desk.titles() == ["Beta", "Gamma"]
    chip = page.conditions.bar.chips()[0]
    assert chip.accessibleName() == "Amount is at least €\u00a0300"
    chip.setFocus()
    press(chip, Qt.Key.Key_Return)
    settle(desk.window)
    popup.operator_edit.setCurrentText("is at most")
    press(popup.operator_edit, Qt.Key.Key_Return)
    assert desk.titles() == ["Alpha", "Beta"]
    chip = page.conditions.bar.chips()[0]
    chip.setFocus()
    press(chip, Qt.Key.Key_Delete)
    assert desk.titles() == ["Alpha", "Beta", "Gamma"]
    assert page.conditions.bar.isHidden()


def test_the_foot_never_says_the_sum_of_another_list(desk):
    """The rows come before they are added up: until then the foot says their number alone."""
    page = desk.page
    assert spaced(page.selection.summary.all_label.text()) == "Records: 3 · Amount: € 900"
    page.filters.set_conditions((Condition("title", "is", ("Alpha",)),), "all")
    desk.qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    assert spaced(page.selection.summary.all_label.text()) in {"Records: 1", "Records: 1 · Amount: € 100"}
    desk.settle()
    assert spaced(page.selection.summary.all_label.text()) == "Records: 1 · Amount: € 100"


def test_several_conditions_all_hold_or_any_one_is_enough(desk):
    page = desk.page
    both = (Condition("title", "is", ("Alpha",)), Condition("title", "is", ("Gamma",)))
    page.filters.set_conditions(both, "all")
    assert desk.titles() == []
    assert page.empty.isVisible()
    click(page.conditions.bar.match_button)
    assert desk.titles() == ["Alpha", "Gamma"]
    click(page.conditions.bar._chips[0].remove_button)
    assert desk.titles() == ["Gamma"]
    page.filters.reset()
    assert desk.titles() == ["Alpha", "Beta", "Gamma"]


def test_a_choice_is_ticked_with_space_and_nothing_ticked_is_said(desk):
    page = desk.page
    click(page.filters.condition_button)
    settle(desk.window)
    popup = page.conditions._popup
    popup.field_edit.setCurrentText("Stage")
    click(popup.button)
    assert popup.isVisible()
    popup.choices.setFocus()
    press(popup.choices, Qt.Key.Key_Down)
    press(popup.choices, Qt.Key.Key_Space)
    press(popup.choices, Qt.Key.Key_Return)
    assert not popup.isVisible()
    assert page.filters.filter().conditions == (Condition("stage", "one_of", ("presentation",)),)


def test_a_view_is_saved_changed_shared_renamed_chosen_at_the_next_start_and_deleted(desk, program, tmp_path):
    page = desk.page
    page.filters.set_conditions((Condition("amount", "at_least", (Money(300_00, "EUR"),)),), "all")
    page.table.setColumnHidden(1, True)
    desk.settle()
    page.saved_views._do("save_as")
    dialog = desk.dialog(ViewNameDialog)
    type_text(dialog.name_edit, "Big")
    press(dialog.name_edit, Qt.Key.Key_Return)
    desk.settle()
    button = page.saved_views.button
    assert (button.row().name, button.is_changed()) == ("Big", False)
    page.filters.set_conditions((), "all")
    desk.settle()
    assert button.text() == "Big *"
    button.chosen.emit(button.key())
    assert desk.titles() == ["Beta", "Gamma"]
    for what in ("share", "open_with"):
        page.saved_views._do(what)
        desk.settle()
    assert (button.row().shared, button.usual()) == (True, button.key())
    button.chosen.emit("")
    assert desk.titles() == ["Alpha", "Beta", "Gamma"]
    desk.window.close()
    again = Desk(program(), desk.qtbot)
    again.go()
    assert again.titles() == ["Beta", "Gamma"]
    assert again.page.table.isColumnHidden(1)
    again.page.saved_views._do("delete")
    again.settle()
    assert again.page.saved_views.button.key() == ""


def test_n7_a_view_of_the_program_shows_what_lacks_a_next_step(desk):
    button = desk.page.saved_views.button
    button._menu.aboutToShow.emit()
    action = next(action for action in button._menu.actions() if action.objectName() == "view_overdue_next_step")
    action.trigger()
    assert desk.titles() == []
    assert [chip.text() for chip in desk.page.conditions.bar.chips()] == ["Next step: Overdue, Missing"]


def test_the_foot_adds_up_the_list_and_the_selection(desk):
    page = desk.page
    assert spaced(page.selection.summary.all_label.text()) == "Records: 3 · Amount: € 900"
    page.table.setFocus()
    press(page.table, Qt.Key.Key_Home, CTRL)
    press(page.table, Qt.Key.Key_Down, SHIFT)
    desk.settle()
    assert spaced(page.selection.summary.selected_label.text()) == "2 selected · Amount: € 400"
    press(page.table, Qt.Key.Key_A, CTRL)
    assert page.table.selected_count() == 3
    press(page.table, Qt.Key.Key_Space)
    assert page.table.selected_count() == 2
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, CTRL, desk.point(1))
    press(page.table, Qt.Key.Key_Home)
    assert page.selection.bulk_bar.isHidden() is (page.table.selected_count() < 2)


def test_many_are_moved_after_it_was_said_what_follows_and_undone_at_once(desk):
    page = desk.page
    for record in page.model.ids():
        desk.do("run_process_on", opportunity=record)
    desk.settle()
    press(page.table, Qt.Key.Key_A, CTRL)
    click(page.selection.bulk_bar.buttons["stage"])
    dialog = desk.ready()
    assert not dialog.ok_button.isEnabled()
    type_text(dialog.stage.editor, "Proposal")
    dialog.stage.editor.activated.emit(dialog.stage.editor.currentIndex())
    dialog = desk.ready()
    assert dialog.able_label.text() == "All 3 records can be changed."
    assert dialog.follows_label.text() == "Cancels 6 tasks. Creates 9 tasks."
    press(dialog, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.dialog() is None)
    desk.settle()
    stages = {row.stage_code for row in desk.see("list_rows", subject="opportunity", ids=page.model.ids())}
    assert stages == {"proposal"}
    desk.do("undo")
    stages = {row.stage_code for row in desk.see("list_rows", subject="opportunity", ids=page.model.ids())}
    assert stages == {"qualification"}


def test_n5_what_the_gate_needs_is_filled_in_where_many_are_moved_and_saved_with_them(desk):
    desk.do("require_field", stage="qualification", field="tactics", severity="stop")
    page = desk.page
    first, *others = page.model.ids()
    for record in others:
        version = desk.see("opportunity_page", id=record).version
        desk.do("save_opportunity", id=record, version=version, fields={"tactics": "Show the saving"})
    desk.settle()
    press(page.table, Qt.Key.Key_A, CTRL)
    page.selection.change("stage")
    dialog = desk.ready()
    dialog.stage.set_value(next(choice for choice in dialog.stage.choices() if choice.code == "proposal"))
    dialog.stage.changed.emit()
    dialog = desk.ready()
    assert dialog.able_label.text().startswith("2 of 3 can be changed.")
    click(dialog.fill_button)
    gate = desk.dialog(GateDialog)
    type_text(gate.fields["tactics"].editor, "Bring the reference customer")
    click(gate.ok)
    dialog = desk.ready()
    assert dialog.able_label.text() == "All 3 records can be changed."
    assert not dialog.fill_button.isVisible()
    assert desk.see("opportunity_page", id=first).fields.tactics == "", "saved with the step, not before"
    click(dialog.ok_button)
    desk.qtbot.waitUntil(lambda: desk.dialog() is None)
    desk.settle()
    assert desk.see("opportunity_page", id=first).fields.tactics == "Bring the reference customer"
    assert {row.stage_code for row in desk.see("list_rows", subject="opportunity", ids=(first, *others))} == {
        "proposal"
    }
    desk.do("undo")
    assert desk.see("opportunity_page", id=first).fields.tactics == ""


def test_closing_many_as_lost_asks_for_the_reason_once(desk):
    page = desk.page
    press(page.table, Qt.Key.Key_A, CTRL)
    page.selection.change("stage")
    dialog = desk.ready()
    lost = next(choice for choice in dialog.stage.choices() if choice.code == "closed_lost")
    dialog.stage.set_value(lost)
    dialog.stage.changed.emit()
    dialog = desk.ready()
    click(dialog.ok_button)
    assert dialog.reason.message() == "Choose the reason"
    dialog.reason.set_value(dialog.reason.choices()[0])
    dialog.reason.changed.emit()
    dialog = desk.ready()
    click(dialog.ok_button)
    desk.qtbot.waitUntil(lambda: desk.dialog() is None)
    assert desk.titles() == []


def test_delete_asks_first_and_says_what_cannot_be_deleted(desk):
    page = desk.page
    blocked, *_ = page.model.ids()
    desk.do("create_order", opportunity=blocked)
    page.table.setFocus()
    press(page.table, Qt.Key.Key_A, CTRL)
    press(page.table, Qt.Key.Key_Delete)
    dialog = desk.ready()
    assert dialog.able_label.text() == "2 of 3 can be deleted. 1 cannot:"
    assert "1 order" in dialog.blocked_edit.toPlainText()
    press(dialog, Qt.Key.Key_Escape)
    desk.qtbot.waitUntil(lambda: desk.dialog() is None)
    assert len(desk.titles()) == 3
    press(page.table, Qt.Key.Key_A, CTRL)
    press(page.table, Qt.Key.Key_Delete)
    dialog = desk.ready()
    click(dialog.ok_button)
    desk.qtbot.waitUntil(lambda: desk.dialog() is None)
    assert desk.titles() == ["Alpha"]
    press(desk.window, Qt.Key.Key_Z, CTRL)
    desk.qtbot.waitUntil(lambda: page.model.rowCount() == 3)


def test_tags_are_put_on_many_and_stand_in_their_column(desk):
    page = desk.page
    press(page.table, Qt.Key.Key_A, CTRL)
    page.selection.change("tags")
    dialog = desk.ready()
    type_text(dialog.add.editor, "Key, Q4")
    dialog = desk.ready()
    click(dialog.ok_button)
    desk.qtbot.waitUntil(lambda: desk.dialog() is None)
    desk.settle()
    assert {page.model.row_data(row).tags for row in range(3)} == {"Key, Q4"}
    names = [column.name for column in page.model.columns()]
    page.table.setColumnHidden(names.index("tags"), False)
    assert page.model.data(page.model.index(0, names.index("tags"))) == "Key, Q4"


def test_every_list_has_conditions_views_and_a_foot(desk):
    for place in ("leads", "activities", "accounts", "contacts", "products", "orders", "knowledge"):
        page = desk.go(place)
        assert page.saved_views.button.isVisible(), place
        assert page.filters.condition_button.isVisible(), place
        assert spaced(page.selection.summary.all_label.text()) == "Records: 0", place
        click(page.filters.condition_button)
        settle(desk.window)
        assert page.conditions._popup.field_edit.count() > 3, place
        press(page.conditions._popup.field_edit, Qt.Key.Key_Escape)
        names = [column.name for column in page.model.columns()]
        assert "tags" in names, place


def test_the_whole_selection_of_a_long_list_costs_no_index_for_each_row(desk):
    page = desk.page
    page.model.set_ids(tuple(range(1, 100_001)))
    page.table.selectAll()
    assert page.table.selected_count() == 100_000
    selected = page.table.selected_ids()
    page.table.take_up(selected[:50_000], 1, None, 0)
    assert len(selected) == 100_000
    page.table.clearSelection()
    page.model.set_ids(())


def test_a_deleted_record_leaves_its_page_and_comes_back_with_an_undo(desk):
    window, page = desk.window, desk.page
    alpha = page.model.ids()[0]
    window.show_place(Place("opportunity", alpha))
    settle(window)
    desk.qtbot.waitUntil(lambda: window.page.view is not None)
    assert window.commands.run("opportunity.delete")
    dialog = desk.ready()
    assert dialog.title.text() == "Delete “Alpha”?"
    click(dialog.ok_button)
    desk.qtbot.waitUntil(lambda: desk.dialog() is None)
    assert window.page is page
    assert desk.titles() == ["Beta", "Gamma"]
    assert not window.toast.is_refusal
    press(window, Qt.Key.Key_Z, CTRL)
    desk.qtbot.waitUntil(lambda: page.model.rowCount() == 3)


def test_tags_of_one_record_are_pressed_and_typed_on_its_page(desk):
    window = desk.window
    alpha, beta, _ = desk.page.model.ids()
    desk.do("tag_record", subject="opportunity", id=beta, tags=("Key",))
    window.show_place(Place("opportunity", alpha))
    settle(window)
    desk.qtbot.waitUntil(lambda: window.page.view is not None)
    window.page.deeds.edit_tags()
    dialog = desk.dialog(TagsDialog)
    settle(window)
    click(dialog.buttons_by_tag["Key"])
    type_text(dialog.new_edit, "Q4")
    press(dialog.new_edit, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.see("record_tags", subject="opportunity", id=alpha) == ("Key", "Q4"))


def test_a_list_behind_a_number_of_the_dashboard_is_not_covered_by_the_usual_view(desk, program):
    desk.do("open_with_view", subject="opportunity", view="closing_this_month")
    desk.window.close()
    again = Desk(program(), desk.qtbot)
    behind = Behind("forecast", AnalyticsFilter())
    again.window.show_place(Place("opportunities", behind=behind))
    assert again.titles() != []
    assert again.page.filters.filter().behind == behind


def test_a_change_of_many_that_is_cancelled_changes_nothing(desk):
    page = desk.page
    press(page.table, Qt.Key.Key_A, CTRL)
    page.selection.change("delete")
    dialog = desk.ready()
    dialog._course.stop()
    click(dialog.ok_button)
    desk.qtbot.waitUntil(lambda: desk.dialog() is None)
    assert len(desk.titles()) == 3


def test_leads_are_disqualified_together_for_a_reason_that_is_asked_over_the_dialog(desk):
    made = [desk.do("create_lead", title=title).result["lead"] for title in ("One", "Two")]
    page = desk.go("leads")
    press(page.table, Qt.Key.Key_A, CTRL)
    page.selection.change("stage")
    dialog = desk.ready()
    dialog.stage.set_value(next(choice for choice in dialog.stage.choices() if choice.code == "disqualified"))
    dialog.stage.changed.emit()
    click(desk.ready().ok_button)
    desk.qtbot.waitUntil(lambda: desk.dialog(ReasonDialog) is not None)
    asked = desk.dialog(ReasonDialog)
    asked.answered.emit(ReasonAnswer(asked.reason.choices()[0].id))
    asked.accept()
    desk.qtbot.waitUntil(lambda: desk.dialog() is None)
    assert {row.stage_code for row in desk.see("list_rows", subject="lead", ids=made)} == {"disqualified"}
