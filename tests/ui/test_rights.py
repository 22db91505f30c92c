"""The window as a rep, as a manager and as an administrator: what may not be done is absent, or locked with why not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QWidget

from desktop.views.exchange import Action, Money, Place, Query
from desktop.workspace import Workspace
from tests.ui.conftest import click, press, settle, type_text

LINE = "You can look at this: it belongs to Anna Weber. Ask Anna Weber or Maria to change it."


class Office:
    """Anna Kern administers; Maria leads Anna Weber; Ida is by herself. Anna Weber has a sale, a lead, an order."""

    def __init__(self, window) -> None:
        self.window = window
        self.people = {"admin": window.shell.person.id}
        self.people["maria"] = self.do("create_person", name="Maria", role="manager")["person"]
        self.people["weber"] = self.do("create_person", name="Anna Weber", manager=self.people["maria"])["person"]
        self.people["ida"] = self.do("create_person", name="Ida")["person"]
        self.product = self.do("create_product", name="Scanner", price=Money(100, "EUR"))["product"]
        self.act_as("weber")
        self.account = self.do("create_account", name="Vega")["account"]
        self.sale = self.do("create_opportunity", title="Warehouse", account=self.account)["opportunity"]
        self.do("run_process_on", opportunity=self.sale)
        self.do("add_line", subject="opportunity", id=self.sale, product=self.product)
        self.lead = self.do("create_lead", title="Call back")["lead"]
        self.order = self.do("create_order", opportunity=self.sale)["order"]

    def do(self, name: str, /, **arguments: object) -> dict[str, int]:
        result = self.window.bridge.workspace.perform(Action(name, **arguments)).result().result
        settle(self.window)
        return dict(result)

    def ask(self, name: str, /, **arguments: object):
        return self.window.bridge.workspace.ask(Query(name, **arguments)).result()

    def act_as(self, name: str) -> None:
        self.window.switch_person(self.people[name])
        settle(self.window)

    def show(self, name: str, record: int | None = None) -> QWidget:
        self.window.show_place(Place(name, record))
        settle(self.window)
        return self.window.page

    def find(self, name: str, kind: type = QWidget):
        found = [part for part in self.window.findChildren(kind, name) if kind is QAction or part.isVisible()]
        assert found, name
        return found[0]

    def locked(self, *names: str) -> None:
        """Each of these controls is there, disabled, and says why."""
        for name in names:
            button = self.find(name, QAbstractButton)
            assert not button.isEnabled() and "Anna Weber" in button.toolTip(), name


@pytest.fixture
def office(program) -> Office:
    return Office(program())


def test_a_rep_looks_at_somebody_else_s_sale_and_is_told_whom_to_ask(office):
    """Stage bar, action panel, Actions menu, fields and tabs follow; the feed stays open, to ask there."""
    office.act_as("ida")
    page = office.show("opportunity", office.sale)
    assert page.read_only.isVisible() and page.read_only.text() == LINE
    office.locked("completeButton", "rescheduleButton", "newTaskButton", "newNoteButton")
    click(office.find("stage_proposal"))
    settle(office.window)
    assert office.ask("opportunity_page", id=office.sale).stage_bar.current == "qualification"
    assert "Anna Weber" in office.find("stage_proposal").toolTip()
    assert not page.head.save_button.isVisible()
    for name in ("runCorporateSaleAction", "newTaskAction", "createOrderAction", "handOverAction"):
        assert not office.find(name, QAction).isEnabled()
        assert "Anna Weber" in office.find(name, QAction).toolTip()
    assert not office.find("titleEdit", QLineEdit).isEnabled()
    assert not page.hint.isVisible(), "nobody is asked to fill in what they may not"
    for tab, names in (
        ("participants", ()), ("rivalry", ("editTacticButton", "addCompetitorButton")),
        ("files", ("attachFileButton",)), ("products", ("createOrderButton",)),
    ):  # fmt: skip
        page.more.show(tab)
        settle(office.window)
        office.locked(*names)
    page.more.show("feed")
    settle(office.window)
    office.do("add_comment", opportunity=office.sale, text="May I help?")


def test_a_shortcut_does_not_go_where_the_button_does_not(office):
    office.act_as("ida")
    office.show("opportunity", office.sale)
    commands = {command.id: command for command in office.window.page.commands()}
    for name in ("task", "call", "note", "order", "hand_over", "next", "run", "stage_proposal"):
        available = commands[f"opportunity.{name}"].available()
        assert not available.enabled and "Anna Weber" in available.why_not, name
    press(office.window, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    settle(office.window)
    assert not [popup for popup in office.window.findChildren(QWidget, "newActivityPopup") if popup.isVisible()]


@pytest.mark.parametrize("name", ["lead", "order", "account"])
def test_the_pages_of_other_records_say_it_too(office, name):
    office.act_as("ida")
    page = office.show(name, getattr(office, name))
    assert page.read_only_bar.text() == LINE and page.read_only_bar.isVisible()
    assert not page.save_button.isVisible()
    if name == "order":
        office.locked("addPaymentButton")
    if name == "lead":
        office.locked("newTaskButton")
        assert "Anna Weber" in office.find("stage_distribution").toolTip()


def test_the_owner_and_the_manager_change_what_the_rep_only_looks_at(office):
    for who in ("weber", "maria", "admin"):
        office.act_as(who)
        page = office.show("opportunity", office.sale)
        assert not page.read_only.isVisible() and page.head.save_button.isVisible(), who
        assert office.find("completeButton", QAbstractButton).isEnabled()
        assert office.find("stage_proposal", QAbstractButton).isEnabled()
    click(office.find("stage_proposal"))
    settle(office.window)
    assert page.view.stage_bar.current == "proposal"


def test_the_page_follows_when_another_person_acts(office):
    office.act_as("weber")
    page = office.show("opportunity", office.sale)
    assert not page.read_only.isVisible()
    office.act_as("ida")
    assert office.window.page is page and page.read_only.isVisible(), "at once, without going anywhere"


def test_products_are_written_down_by_managers(office):
    office.act_as("ida")
    page = office.show("products")
    assert not page.new_button.isEnabled() and "managers" in page.new_button.toolTip()
    product = office.show("product", office.product)
    assert product.read_only_bar.isVisible() and not product.save_button.isVisible()
    offered = {command.id: command.available().enabled for command in office.window.commands.all()}
    assert not offered["create.product"] and offered["create.lead"]
    office.act_as("maria")
    assert office.show("products").new_button.isEnabled()
    assert not office.show("product", office.product).read_only_bar.isVisible()


def test_a_hidden_record_is_not_in_the_list_and_its_page_says_why(office):
    office.act_as("admin")
    office.do("save_setting", name="visible_records", value="own")
    office.act_as("ida")
    assert office.show("opportunities").is_loaded()
    assert office.ask("list_ids", subject="opportunity") == ()
    refused: list[str] = []
    office.window.bridge.refused.connect(refused.append)
    office.window.bridge.gone.connect(lambda _owner, text: refused.append(text))
    office.window.show_place(Place("opportunity", office.sale))
    settle(office.window)
    assert any("You do not see this record" in text for text in refused)


def test_a_list_that_is_open_follows_at_once_when_less_may_be_seen(office):
    """An administrator at another computer changes whose records are seen."""
    office.act_as("ida")
    page = office.show("opportunities")
    assert page.model.rowCount() == 1
    other = Workspace.open(office.window.bridge.workspace.database_url, person=office.people["admin"])
    try:
        other.perform(Action("save_setting", name="visible_records", value="own")).result()
    finally:
        other.close()
    office.window.bridge.look_around()
    settle(office.window)
    settle(office.window)
    assert page.model.rowCount() == 0


def test_an_administrator_sets_who_sees_what(office):
    from ui.administration.system_section import SystemSection

    office.act_as("admin")
    section = SystemSection(office.window.bridge, office.window)
    section.retranslate()
    section.load()
    settle(office.window)
    box = section.findChild(QComboBox, "visibleRecordsEdit")
    assert box.currentIndex() == 0 and box.count() == 3
    box.setCurrentIndex(1)
    box.activated.emit(1)
    settle(office.window)
    assert office.ask("settings").visible_records == "team"
    section.deleteLater()


def test_a_rep_looks_at_every_section_of_the_settings_and_is_refused_nothing(office):
    """Settings are seen by all and locked with the reason; looking alone never says no."""
    refused: list[str] = []
    office.act_as("weber")
    office.window.bridge.refused.connect(refused.append)
    sections = office.show("settings").findChild(QAbstractItemView, "settingsSections")
    for row in range(sections.model().rowCount()):
        sections.setCurrentIndex(sections.model().index(row, 0))
        settle(office.window)
    assert refused == []
    assert len(office.ask("document_templates")) == 4


def test_a_sale_is_handed_over_from_its_menu_and_ctrl_z_brings_it_back(office):
    office.act_as("weber")
    office.show("opportunity", office.sale)
    office.find("handOverAction", QAction).trigger()
    settle(office.window)
    field = office.find("handOverToEdit")
    click(office.find("handOverConfirmButton"))
    settle(office.window)
    type_text(office.window.focusWidget(), "Ida")
    settle(office.window)
    press(office.window.focusWidget(), Qt.Key.Key_Return)
    settle(office.window)
    assert field is not None
    click(office.find("handOverConfirmButton"))
    settle(office.window)
    assert office.ask("opportunity_page", id=office.sale).fields.owner.label == "Ida"
    assert office.window.page.read_only.isVisible(), "it is Ida's now"
    office.window.undo()
    settle(office.window)
    assert office.ask("opportunity_page", id=office.sale).fields.owner.label == "Anna Weber"


def test_all_work_of_a_person_is_handed_over_from_the_command_bar(office):
    office.act_as("maria")
    office.show("opportunities")
    command = next(one for one in office.window.commands.all() if one.id == "work.hand_over")
    command.run()
    settle(office.window)
    for name, person in (("handOverFromEdit", "Anna Weber"), ("handOverToEdit", "Maria")):
        editor = office.find(name, QLineEdit)
        editor.setFocus()
        editor.selectAll()
        type_text(editor, person)
        settle(office.window)
        press(editor, Qt.Key.Key_Return)
        settle(office.window)
    click(office.find("handOverConfirmButton"))
    settle(office.window)
    assert office.ask("opportunity_page", id=office.sale).fields.owner.label == "Maria"
    assert office.ask("lead_page", id=office.lead).fields.owner.label == "Maria"


def test_somebody_alone_in_a_workspace_is_hindered_nowhere(program):
    """The first person is the administrator: nothing of all this is seen."""
    window = program()
    made = window.bridge.workspace.perform(Action("create_opportunity", title="Mine")).result().result["opportunity"]
    window.show_place(Place("opportunity", made))
    settle(window)
    assert not window.page.read_only.isVisible() and window.page.head.save_button.isVisible()


def test_many_records_are_deleted_by_managers_alone(office):
    office.act_as("ida")
    for title in ("One", "Two"):
        office.do("create_lead", title=title)
    page = office.show("leads")
    page.table.selectAll()
    settle(office.window)
    delete = office.find("bulkDeleteButton", QAbstractButton)
    assert not delete.isEnabled() and "managers" in delete.toolTip()
    page.selection.change("delete")
    assert not [dialog for dialog in office.window.findChildren(QWidget, "bulkDialog") if dialog.isVisible()]
    assert office.find("bulkTagsButton", QAbstractButton).isEnabled()
    office.act_as("maria")
    page = office.show("leads")
    page.table.selectAll()
    settle(office.window)
    assert office.find("bulkDeleteButton", QAbstractButton).isEnabled()
