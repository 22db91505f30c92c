"""Answers reach the main thread in order; stale ones and those for the deleted are dropped (style.md, habit 5)."""

import threading

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from desktop.views.exchange import Action, NeedsClosing, Query, Refused
from desktop.workspace import Workspace
from ui.bridge import Bridge


@pytest.fixture
def workspace(tmp_path, clock):
    opened = Workspace.open(f"sqlite:///{tmp_path / 'dealwright.db'}", person="Anna Kern", clock=clock)
    yield opened
    opened.close()


@pytest.fixture
def bridge(workspace, qapp):
    made = Bridge(workspace)
    yield made
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def idle(bridge, qtbot):
    qtbot.waitUntil(bridge.is_idle)
    QApplication.processEvents()


def test_answers_come_on_the_main_thread_in_order(bridge, qtbot):
    seen = []
    for name in ("settings", "processes", "shell"):
        bridge.ask(
            Query(name),
            lambda _answer, name=name: seen.append((name, threading.current_thread() is threading.main_thread())),
            owner=bridge,
        )
    assert seen == []
    idle(bridge, qtbot)
    assert seen == [("settings", True), ("processes", True), ("shell", True)]


def test_a_later_question_with_the_same_key_makes_the_earlier_stale(bridge, qtbot):
    seen = []
    for number in range(20):
        bridge.ask(Query("settings"), lambda _answer, n=number: seen.append(n), owner=bridge, key="page")
    bridge.ask(Query("settings"), lambda _answer: seen.append("other"), owner=bridge, key="other")
    idle(bridge, qtbot)
    assert seen == [19, "other"]


def test_nothing_is_called_for_a_deleted_owner(bridge, qtbot):
    owner = QObject()
    seen = []
    bridge.ask(Query("settings"), seen.append, owner=owner)
    owner.deleteLater()
    QApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete)
    idle(bridge, qtbot)
    assert seen == []


def test_an_action_tells_its_changes_then_its_caller_then_everybody(bridge, qtbot):
    heard = []
    bridge.changed.connect(lambda changes: heard.append(("changed", changes.action)))
    bridge.done.connect(lambda done: heard.append(("done", done.changes.action)))
    bridge.perform(Action("create_account", name="Vega"), lambda done: heard.append(("mine", done.changes.action)))
    idle(bridge, qtbot)
    assert heard == [("changed", "create_account"), ("mine", "create_account"), ("done", "create_account")]


def test_a_refusal_goes_to_the_caller_or_to_the_signal(bridge, qtbot):
    refused, said = [], []
    bridge.refused.connect(said.append)
    bridge.perform(Action("create_account", name=""), None, refused.append)
    idle(bridge, qtbot)
    assert isinstance(refused[0], Refused)
    assert said == []
    bridge.perform(Action("create_account", name=""))
    idle(bridge, qtbot)
    assert said == [str(refused[0])]


def test_a_closing_is_asked_for_and_performed_again_with_the_answer(bridge, qtbot):
    """R13: closing asks."""
    questions, done = [], []
    bridge.asked.connect(lambda question, action, resume: questions.append((question, action, resume)))
    bridge.perform(Action("run_process", process="corporate_sale"), done.append)
    idle(bridge, qtbot)
    number = done[0].result["opportunity"]
    bridge.perform(Action("change_stage", opportunity=number, stage="closed_lost"), done.append)
    idle(bridge, qtbot)
    question, action, resume = questions[0]
    assert isinstance(question, NeedsClosing)
    assert action.name == "change_stage"
    assert len(done) == 1
    from desktop.views.exchange import ClosingAnswer

    resume(ClosingAnswer(reason=question.question.reasons[0].id))
    idle(bridge, qtbot)
    assert len(done) == 2


def test_a_record_that_is_gone_is_told_with_its_owner(bridge, qtbot):
    gone = []
    bridge.gone.connect(lambda owner, sentence: gone.append((owner, sentence)))
    bridge.ask(Query("opportunity_page", id=12345), lambda _answer: None, owner=bridge)
    idle(bridge, qtbot)
    assert gone
    assert gone[0][0] is bridge
    assert gone[0][1]


def test_our_own_mistake_is_told_and_reported(bridge, qtbot, monkeypatch):
    import sys

    faults, reported = [], []
    monkeypatch.setattr(sys, "excepthook", lambda *details: reported.append(details[1]))
    bridge.fault.connect(faults.append)
    bridge.ask(Query("no_such_query"), lambda _answer: None, owner=bridge)
    idle(bridge, qtbot)
    assert len(faults) == 1
    assert reported == faults


def test_after_closing_nothing_arrives(workspace, qtbot, qapp):
    bridge = Bridge(workspace)
    seen = []
    bridge.ask(Query("settings"), seen.append, owner=bridge)
    bridge.close()
    workspace.perform(Action("create_account", name="Vega")).result()
    QApplication.processEvents()
    assert seen == []
    bridge.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_changes_of_another_workspace_on_the_same_database_arrive(bridge, workspace, qtbot):
    other = Workspace.open(workspace.database_url, person="Anna Kern")
    try:
        other.perform(Action("create_account", name="Vega")).result()
    finally:
        other.close()
    heard = []
    bridge.changed.connect(heard.append)
    bridge.look_around()
    idle(bridge, qtbot)
    assert any(changes.touches("account") for changes in heard)


def test_a_database_that_is_away_is_told_once_until_it_is_back(bridge, workspace, qtbot):
    troubles = []
    bridge.trouble.connect(troubles.append)
    workspace.close()
    for _ in range(3):
        bridge.look_around()
        idle(bridge, qtbot)
    assert len(troubles) == 1
