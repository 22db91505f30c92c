"""Trying a process out in the real window: by mouse and keyboard, step back, start again, nothing written."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from desktop.views.exchange import Action, Place, Query
from tests.processes.foresight.test_trial import SERVICE
from tests.ui.conftest import child, click, press, settle, type_text
from ui.processes.import_dialog import ImportProcess, open_import
from ui.trial.dialog import TrialDialog, open_trial


def ask(window: Any, name: str, **arguments: object) -> Any:
    return window.bridge.workspace.ask(Query(name, **arguments)).result(timeout=20)


def shown(dialog: TrialDialog, name: str) -> QPushButton:
    (found,) = [button for button in dialog.findChildren(QPushButton, name) if button.isVisible()]
    return found


def titles(dialog: TrialDialog) -> list[str]:
    return [card.card.title for card in dialog._cards()]


def story(dialog: TrialDialog) -> list[str]:
    return [row.title for row in dialog.story.rows()]


@pytest.fixture
def window(program):
    made = program()
    settle(made)
    return made


def test_a_sale_is_tried_out_from_the_page_of_its_process(window):
    window.show_place(Place("process", 1))
    settle(window)
    click(child(window.page, "tryButton"))
    settle(window)
    dialog = child(window, "trialDialog", TrialDialog)
    assert dialog.title.text() == "Try it out: Corporate sale"
    assert dialog.diagram.accessibleName().endswith("Prepare the presentation")
    assert all(card.width() <= card.parentWidget().parentWidget().width() for card in dialog._cards())
    click(shown(dialog, "result_prepared"))
    settle(window)
    assert len(titles(dialog)) == 1 and "Prepare the presentation: Prepared" in story(dialog)
    click(shown(dialog, "offer_stage_proposal"))
    settle(window)
    assert titles(dialog)[0] == "Present the proposal" and child(dialog, "trialStage").text() == "Proposal"
    press(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(window)
    assert child(dialog, "trialStage").text() == "Qualification"
    click(shown(dialog, "pass_72"))
    settle(window)
    assert any(text.startswith("Time passes until") for text in story(dialog))
    click(child(dialog, "trialRestartButton"))
    settle(window)
    assert len(titles(dialog)) == 2 and not child(dialog, "trialBackButton").isEnabled()
    press(dialog, Qt.Key.Key_Escape)
    settle(window)
    assert ask(window, "list_ids", subject="opportunity") == ()


def test_a_file_is_tried_out_with_services_data_and_what_comes(window):
    dialog = open_trial(window, window.bridge, xml=SERVICE)
    settle(window)
    click(shown(dialog, "result_done:0"))
    settle(window)
    assert "No task is open." in " ".join(label.text() for label in dialog.findChildren(type(dialog.clock)))
    shown(dialog, "offer_event_paid").setFocus()
    press(dialog.focusWidget(), Qt.Key.Key_Space)
    settle(window)
    assert child(dialog, "trialStatus").text() == "completed"
    assert story(dialog)[-1] == "The process is done"
    dialog.reject()
    dialog = open_trial(window, window.bridge, definition=1)
    settle(window)
    editor = child(dialog, "value_stage", QLineEdit)
    editor.selectAll()
    type_text(editor, "proposal")
    press(editor, Qt.Key.Key_Return)
    settle(window)
    assert child(dialog, "value_stage", QLineEdit).text() == '"proposal"'
    type_text(child(dialog, "newValueName", QLineEdit), "amount")
    type_text(child(dialog, "newValueEdit", QLineEdit), "5000")
    press(child(dialog, "newValueEdit"), Qt.Key.Key_Return)
    settle(window)
    assert child(dialog, "value_amount", QLineEdit).text() == "5000"
    dialog.reject()


def test_a_file_is_tried_out_before_it_is_imported(window, tmp_path):
    file = tmp_path / "tried.bpmn"
    file.write_bytes(SERVICE)
    open_import(window, window.bridge, str(file))
    settle(window)
    importing = child(window, "importProcessDialog", ImportProcess)
    click(child(importing, "tryFileButton"))
    settle(window)
    dialog = child(window, "trialDialog", TrialDialog)
    assert titles(dialog) == ["Ask the bank"]
    press(dialog, Qt.Key.Key_Escape)
    settle(window)
    assert importing.isVisible() and "p" not in {row.key for row in ask(window, "process_library").rows}
    importing.reject()


def test_a_file_that_cannot_be_run_says_why_and_the_dialog_closes(window):
    said = []
    window.bridge.refused.connect(said.append)
    open_trial(window, window.bridge, xml=b"<nothing/>")
    settle(window)
    assert not window.findChildren(TrialDialog) and "cannot be tried out" in said[0]


def test_in_russian(window):
    window.choose_language("ru")
    settle(window)
    dialog = open_trial(window, window.bridge, definition=1)
    settle(window)
    assert dialog.title.text() == "Попробовать: Корпоративная продажа"
    assert child(dialog, "trialStatus").text() == "выполняется"
    assert shown(dialog, "pass_72").text() == "3 дня"
    dialog.reject()
    window.choose_language("en")
    settle(window)


def test_n4_the_page_of_a_run_goes_back_in_time(window):
    do = window.bridge.workspace.perform
    made = do(Action("run_process", process="corporate_sale")).result().result
    do(Action("change_stage", opportunity=made["opportunity"], stage="proposal")).result()
    window.show_place(Place("process_run", made["instance"]))
    settle(window)
    page = window.page
    assert child(page, "momentLabel").text() == "Now · step 2 of 2"
    assert not child(page, "thenFacts").isVisible()
    click(child(page, "earlierButton"))
    settle(window)
    assert "Qualification" in page.diagram.accessibleName()
    assert (
        child(page, "thenFacts").text().startswith("Stage then: Qualification. Open tasks then: Contact the customer")
    )
    press(page.past.slider.handle, Qt.Key.Key_Escape)
    settle(window)
    assert "Proposal" in page.diagram.accessibleName() and not child(page, "thenFacts").isVisible()
    window.show_place(Place("process", 1))
    settle(window)
    assert not page.past.isVisible()
