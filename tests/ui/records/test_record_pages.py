"""The pages of leads, accounts and contacts in the real window on a real database."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QTableView, QWidget

from desktop.views.exchange import Action, Money, Place, Query
from tests.ui.conftest import click, press, settle, type_text
from ui.leads.reason_dialog import ReasonDialog
from ui.records.number_field import NumberField
from ui.records.record_page import RecordPage

CTRL = Qt.KeyboardModifier.ControlModifier


class Desk:
    """The window on the page of a record."""

    def __init__(self, window) -> None:
        self.window = window

    @property
    def page(self) -> RecordPage:
        assert isinstance(self.window.page, RecordPage)
        return self.window.page

    def do(self, name: str, /, **arguments: object):
        done = self.window.bridge.workspace.perform(Action(name, **arguments)).result(timeout=20)
        settle(self.window)
        return done

    def ask(self, name: str, /, **arguments: object):
        return self.window.bridge.workspace.ask(Query(name, **arguments)).result(timeout=20)

    def part(self, name: str) -> QWidget:
        found = self.page.findChild(QWidget, name)
        assert found is not None, name
        return found

    def open(self, subject: str, record: int) -> None:
        self.window.show_place(Place(subject, record))
        settle(self.window)

    def press_button(self, name: str) -> None:
        click(self.part(name))
        settle(self.window)

    def write(self, name: str, text: str) -> None:
        edit = self.part(name)
        edit.setFocus()
        edit.selectAll()
        type_text(edit, text)
        settle(self.window)

    def settle(self) -> None:
        settle(self.window)


@pytest.fixture
def desk(program) -> Desk:
    return Desk(program())


# Leads: section 5 of the product


@pytest.fixture
def lead(desk) -> int:
    made = desk.do(
        "create_lead", title="Warehouse automation", account_name="Vega Logistics", budget=Money(5_000_000, "EUR")
    )
    desk.open("lead", made.result["lead"])
    return made.result["lead"]


def test_l4_a_lead_that_awaits_sale_becomes_an_opportunity_with_links_both_ways(desk, lead):
    assert not desk.part("openOpportunityButton").isVisible()
    desk.press_button("stage_awaiting_sale")
    view = desk.ask("lead_page", id=lead)
    assert view.stage_bar.current == "awaiting_sale"
    assert view.opportunity is not None
    sale = desk.ask("opportunity_page", id=view.opportunity.id)
    assert sale.lead.id == lead
    assert sale.running_process
    desk.open("lead", lead)
    desk.press_button("openOpportunityButton")
    assert desk.window.page.place == Place("opportunity", view.opportunity.id)


def test_two_stages_clicked_one_after_the_other_end_on_the_second(desk, lead):
    click(desk.part("stage_distribution"))
    click(desk.part("stage_distribution"))
    click(desk.part("stage_handoff"))
    desk.settle()
    assert desk.ask("lead_page", id=lead).stage_bar.current == "handoff"


def test_l4_edits_are_saved_before_the_sale_begins(desk, lead):
    desk.write("titleEdit", "A larger warehouse")
    desk.press_button("stage_awaiting_sale")
    sale = desk.ask("lead_page", id=lead).opportunity
    assert desk.ask("lead_page", id=lead).fields.title == "A larger warehouse"
    assert "A larger warehouse" in desk.ask("opportunity_page", id=sale.id).title


def test_r9_a_disqualified_lead_stays_so(desk, lead):
    bar = desk.part("stageBar")
    next(action for action in bar.menu.actions() if action.objectName() == "stage_disqualified").trigger()
    desk.settle()
    dialog = desk.window.findChild(ReasonDialog)
    dialog.reason.set_value(desk.ask("choices", lookup="disqualification_reason")[0])
    click(dialog.ok)
    desk.settle()
    view = desk.ask("lead_page", id=lead)
    assert view.stage_bar.closed
    desk.press_button("stage_distribution")
    assert desk.ask("lead_page", id=lead).stage_bar.current == "disqualified"


def test_a_task_for_a_lead_stands_on_its_panel(desk, lead):
    desk.do("create_activity", kind="call", title="Ask about the budget", lead=lead)
    assert [card.title.text() for card in desk.page.panel.grid.cards()] == ["Ask about the budget"]


def test_the_command_bar_moves_a_lead(desk, lead):
    assert desk.window.commands.run("lead.stage.distribution")
    desk.settle()
    assert desk.ask("lead_page", id=lead).stage_bar.current == "distribution"


# Accounts and contacts


@pytest.fixture
def account(desk) -> int:
    made = desk.do("create_account", name="Vega Logistics").result["account"]
    desk.do("create_contact", name="Maria Weber", account=made)
    desk.do("create_opportunity", title="Warehouse", account=made)
    desk.open("account", made)
    return made


def test_an_account_is_saved_with_all_kinds_of_fields(desk, account):
    desk.write("phoneEdit", "+49 40 1234")
    desk.write("employeesEdit", "1 200")
    desk.write("foundedEdit", "1987")
    desk.write("revenueEdit", "5000000")
    desk.write("notesEdit", "Good people")
    press(desk.page, Qt.Key.Key_S, CTRL)
    desk.settle()
    fields = desk.ask("account_page", id=account).fields
    assert (fields.phone, fields.employees, fields.founded) == ("+49 40 1234", 1200, 1987)
    assert fields.revenue.minor == 500_000_000
    assert fields.notes == "Good people"
    assert not desk.page.has_unsaved()
    assert desk.part("employeesEdit").text() == "1,200"
    assert desk.part("foundedEdit").text() == "1987"


def test_a_number_that_is_none_is_refused_at_its_field(desk, account):
    desk.write("employeesEdit", "many")
    desk.part("nameEdit").setFocus()
    field = desk.page.form.field("employees")
    assert isinstance(field, NumberField)
    assert field.message() == "A whole number is needed here"
    desk.press_button("saveButton")
    assert desk.ask("account_page", id=account).fields.employees is None
    assert desk.part("employeesEdit").hasFocus()
    desk.page.discard()


def test_an_account_without_a_name_is_refused_at_the_field(desk, account):
    desk.write("nameEdit", " ")
    desk.press_button("saveButton")
    assert desk.page.form.field("name").message()
    assert desk.page.has_unsaved()
    desk.page.discard()


@pytest.mark.parametrize("related", [("accountContacts", "contact"), ("accountOpportunities", "opportunity")])
@pytest.mark.parametrize("way", ["double click", "enter"])
def test_what_belongs_to_an_account_opens(desk, account, qtbot, related, way):
    table, subject = related
    view = desk.part(table)
    assert isinstance(view, QTableView)
    assert view.model().rowCount() == 1
    if way == "enter":
        view.selectRow(0)
        press(view, Qt.Key.Key_Return)
    else:
        point = view.visualRect(view.model().index(0, 0)).center()
        click(view.viewport(), point)
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    qtbot.waitUntil(lambda: desk.window.page.objectName() == f"{subject}Page")
    desk.settle()


def test_a_sale_to_this_account_is_begun_from_its_page(desk, account):
    desk.press_button("newOpportunityButton")
    desk.settle()
    place = desk.window.page.place
    assert place.name == "opportunity"
    assert desk.ask("opportunity_page", id=place.id).fields.account.id == account


def test_two_clicks_begin_one_sale(desk, account):
    button = desk.part("newOpportunityButton")
    click(button)
    click(button)
    desk.settle()
    assert len(desk.ask("account_page", id=account).opportunities) == 2


def test_a_contact_of_this_account_is_written_down_from_its_page(desk, account):
    desk.press_button("newContactButton")
    edit = desk.window.findChild(QLineEdit, "quickNameEdit")
    type_text(edit, "Jonas Brandt")
    press(edit, Qt.Key.Key_Return)
    desk.settle()
    place = desk.window.page.place
    fields = desk.ask("contact_page", id=place.id).fields
    assert (place.name, fields.name, fields.account.id) == ("contact", "Jonas Brandt", account)


def test_a_contact_is_saved_and_shows_the_sales_it_takes_part_in(desk, account):
    person = desk.ask("account_page", id=account).contacts[0].id
    sale = desk.ask("account_page", id=account).opportunities[0].id
    desk.do("save_opportunity", id=sale, version=1, fields={"contact": person})
    desk.open("contact", person)
    assert desk.part("contactOpportunities").model().rowCount() == 1
    desk.write("jobTitleEdit", "Head of IT")
    desk.press_button("saveButton")
    assert desk.ask("contact_page", id=person).fields.job_title == "Head of IT"
    assert desk.page.facts.text() == "Head of IT · Vega Logistics"


def test_leaving_with_unsaved_edits_asks_and_saves(desk, account):
    desk.write("phoneEdit", "112")
    desk.window.show_place(Place("accounts"))
    desk.settle()
    dialog = desk.window.findChild(QWidget, "unsavedDialog")
    assert dialog is not None
    click(dialog.findChild(QAbstractButton, "saveAndLeaveButton"))
    desk.settle()
    assert desk.window.page.objectName() == "accountListPage"
    assert desk.ask("account_page", id=account).fields.phone == "112"


def test_a_draft_survives_and_is_offered(desk, account):
    desk.write("notesEdit", "half a thought")
    desk.page.form.keep_draft()
    desk.settle()
    desk.page.view = None
    desk.page.form._place = None
    desk.page.load()
    desk.settle()
    assert desk.part("draftBar").isVisible()
    click(desk.part("restoreDraftButton"))
    desk.settle()
    assert desk.part("notesEdit").hasFocus(), "the keyboard goes to the first restored field"
    assert desk.part("notesEdit").toPlainText() == "half a thought"
    desk.press_button("saveButton")
    assert desk.ask("account_page", id=account).draft == ()


def test_r17_the_hint_of_the_step_that_opened_the_page_is_shown_for_that_record_alone(desk, account):
    desk.window.show_place(Place("account", account), hint="Check the address")
    desk.settle()
    assert desk.part("recordHint").isVisible()
    assert desk.page.hint_bar.text() == "Check the address"
    other = desk.do("create_account", name="Nordwind AG").result["account"]
    desk.open("account", other)
    assert not desk.part("recordHint").isVisible()


def test_an_undone_record_is_left(desk):
    done = desk.do("create_account", name="Short lived")
    desk.open("account", done.result["account"])
    desk.do("undo", action_id=done.changes.action_id)
    desk.settle()
    assert desk.window.page.place != Place("account", done.result["account"])


@pytest.mark.parametrize("subject", ["lead", "account", "contact"])
def test_every_control_has_an_accessible_name_in_both_languages(desk, language, subject):
    named = {"title": "One"} if subject == "lead" else {"name": "One"}
    made = desk.do(f"create_{subject}", **named).result[subject]
    desk.open(subject, made)
    for code in ("en", "ru"):
        language.choose(code)
        desk.settle()
        nameless = [
            widget.objectName() or type(widget).__name__
            for widget in desk.page.findChildren(QWidget)
            if isinstance(widget, QAbstractButton | QLineEdit | QPlainTextEdit | QTableView)
            and widget.isVisible()
            and type(widget.parent()).__name__ != "QTableView"
            and not (widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else ""))
        ]
        assert nameless == []
