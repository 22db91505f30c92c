"""The process log, incidents and cancelling in the window, by mouse and keyboard (issue 4, 9)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.views.exchange import Action, Place, Query
from tests.processes.runs.models import FAILING
from tests.ui.conftest import child, click, press, settle, type_text
from ui.process_log.incident_bar import IncidentBar
from ui.process_log.page import ProcessLogPage
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # menus, drawn offscreen


class Office:
    """The window, with short words for what a test does."""

    def __init__(self, window, clock) -> None:
        self.window, self.clock = window, clock
        window.resize(1280, 800)
        settle(window)

    def do(self, name, **arguments):
        done = self.window.bridge.workspace.perform(Action(name, **arguments)).result()
        settle(self.window)
        return done

    def ask(self, name, **arguments):
        return self.window.bridge.workspace.ask(Query(name, **arguments)).result()

    def show(self, *place):
        self.window.show_place(Place(*place))
        settle(self.window)
        return self.window.page

    def push(self, name, within=None):
        click(next(one for one in (within or self.window).findChildren(Button, name) if one.isVisible()))
        settle(self.window)


@pytest.fixture
def office(program, clock):
    return Office(program(), clock)


@pytest.fixture
def stuck(office):
    """A run of a process whose timer has led to a condition without value."""
    office.do("deploy_process", xml=FAILING)
    made = office.do("run_process", process="failing").result["opportunity"]
    office.clock.advance(days=2)
    office.do("fire_timers")
    return made


def texts(page: ProcessLogPage) -> list[str]:
    return column(page.window(), page.model, 0)


def column(window, model, number: int) -> list[str]:
    """What a column says, once its rows have come."""
    for _ in range(2):
        said = [model.cell(row, number)[2] for row in range(model.rowCount())]
        settle(window)
    return said


def row_of(window, model, step: str) -> int:
    return next(row for row, said in enumerate(column(window, model, 1)) if said.startswith(step))


def test_an_empty_log_says_what_to_do(office):
    page = office.show("process_log")
    assert page.empty.isVisible() and page.empty.accessibleName() == "No process has run yet"
    click(page.empty.action)
    settle(office.window)
    assert office.window.page.place.name == "processes"


def test_runs_with_their_steps_below_filters_and_the_way_into_the_diagram(office):
    """The library's button leads there; filters narrow, Enter opens the run, the menu its record."""
    first, second = (office.do("run_process").result["opportunity"] for _ in range(2))
    office.do("save_opportunity", id=first, version=1, fields={"title": "Vega"})
    office.do("cancel_run", run=1)
    office.show("processes")
    office.push("processLogButton")
    page = office.window.page
    assert isinstance(page, ProcessLogPage)
    assert texts(page) == ["New opportunity", "Vega"] and page.count_label.text() == "2 runs"
    assert page.table.hasFocus()
    press(page.table, Qt.Key.Key_Down)
    settle(office.window)
    assert child(page, "runLog").ids() == office.ask("log_steps", filter=page.run_steps._filter).ids
    page.filters.choose(status="cancelled")
    settle(office.window)
    assert texts(page) == ["Vega"] and page.count_label.text() == "1 run"
    page.filters.choose(process="nothing")
    settle(office.window)
    assert page.empty.accessibleName() == "Nothing fits these filters"
    click(page.empty.action)
    settle(office.window)
    press(page.table, Qt.Key.Key_Return)
    settle(office.window)
    assert office.window.page.place == Place("process_run", 2)
    assert second == 2


def test_every_step_of_all_runs_and_the_log_beside_the_diagram(office):
    """Steps: a double click or Enter shows the step on its diagram; there a row of the log chooses the element."""
    office.do("run_process")
    page = office.show("process_log")
    office.push("logStepsButton")
    assert page.count_label.text().endswith("steps") and page.steps.ids()
    page.steps.table.selectRow(row_of(office.window, page.steps.model, "Prepare"))
    page.steps.table.setFocus()
    press(page.steps.table, Qt.Key.Key_Return)
    settle(office.window)
    run = office.window.page
    assert run.place.element == "prepare_presentation"
    log = run.log_card.log
    contact = row_of(office.window, log.model, "Contact")
    area = log.table.visualRect(log.model.index(contact, 1))
    QTest.mouseClick(log.table.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    settle(office.window)
    assert run.diagram.chosen() == "contact_customer"


def test_an_incident_stands_on_the_record_and_is_mended_by_other_data(office, stuck):
    """The bar says what failed and what to do; Change asks for the missing value first; then the bar is gone."""
    page = office.show("opportunity", stuck)
    bar = child(page, "incidentBar", IncidentBar)
    assert bar.isVisible() and "The value “amount” is missing." in bar.text()
    assert not bar.skip_button.isVisible(), "no service has failed"
    office.push("incidentDetailsButton", bar)
    details = child(office.window, "incidentDetails", Dialog)
    assert "nobody knows the name 'amount'" in " ".join(label.text() for label in details.findChildren(QLabel))
    press(details, Qt.Key.Key_Escape)
    office.push("retryIncidentButton", bar)
    assert bar.isVisible() and bar.retry_button.isEnabled(), "it failed again"
    office.push("changeIncidentButton", bar)
    dialog = child(office.window, "changeDataDialog", Dialog)
    editor = dialog.fields["amount"].editor
    assert editor.hasFocus()
    type_text(editor, "5")
    press(editor, Qt.Key.Key_Return)
    settle(office.window)
    assert not bar.isVisible()
    assert [card.title for card in office.ask("opportunity_page", id=stuck).cards] == ["Work"]


def test_an_incident_is_marked_on_the_diagram_and_told_in_the_notifications(office, stuck):
    run = office.show("process_run", 1)
    assert child(run, "incidentBar", IncidentBar).isVisible()
    run.diagram.choose("wait")
    assert "The value “amount” is missing" in run.diagram.accessibleDescription()
    office.window.toggle_notifications()
    settle(office.window)
    rows = child(office.window, "notificationList").rows()
    assert rows[0].title == "failing cannot go on" and "The value “amount” is missing." in rows[0].second


def test_cancelling_a_run_asks_first_and_is_undone(office):
    """N1 before it, Ctrl+Z after it."""
    made = office.do("run_process").result["opportunity"]
    run = office.show("process_run", 1)
    office.push("cancelRunButton", run)
    dialog = child(office.window, "cancelRunDialog", Dialog)
    assert dialog.consequences.text() == (
        "Cancels 2 tasks, the process ends. “New opportunity” stays in Qualification."
    )
    assert dialog.keep_button.hasFocus(), "Enter does no harm"
    office.push("cancelRunConfirmButton", dialog)
    assert office.ask("opportunity_page", id=made).cards == ()
    assert not run.cancel_run_button.isVisible()
    press(office.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(office.window)
    assert len(office.ask("opportunity_page", id=made).cards) == 2


def test_the_log_is_read_in_russian_and_remembered(office):
    office.do("run_process")
    page = office.show("process_log")
    page.filters.choose(status="running")
    settle(office.window)
    office.window.choose_language("ru")
    settle(office.window)
    assert page.title_label.text() == "Журнал процессов" and page.count_label.text() == "1 запуск"
    assert column(office.window, page.model, 2) == ["идёт"]
    assert page.filters.remembered() == {"process": "", "status": "running", "period": "all"}
