"""The one door: what fails is told to whoever asked, in their language, and the worker lives on."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC

import pytest
from sqlalchemy.exc import OperationalError

from desktop.actions import registry as actions
from desktop.sales.tables import account
from desktop.store.transaction import Transaction
from desktop.views.exchange import Action, Changes, Query, Refused, Trouble
from desktop.workspace import Workspace
from tests.conftest import FixedClock


@pytest.fixture
def workspace(database_url: str, clock: FixedClock) -> Iterator[Workspace]:
    opened = Workspace.open(database_url, person="Anna Kern", clock=clock, zone=UTC)
    yield opened
    opened.close()


def test_a_refusal_speaks_the_language_in_force(workspace: Workspace) -> None:
    sentences = []
    for language in ("en", "ru"):
        workspace.language = language
        with pytest.raises(Refused) as refused:
            workspace.ask(Query("opportunity_page", id=4711)).result()
        sentences.append(str(refused.value))
    assert all(sentences)
    assert sentences[0] != sentences[1]


def test_an_unknown_name_is_our_own_mistake_and_the_worker_lives_on(workspace: Workspace) -> None:
    with pytest.raises(KeyError):
        workspace.perform(Action("no_such_action")).result(timeout=10)
    with pytest.raises(KeyError):
        workspace.ask(Query("no_such_query")).result(timeout=10)
    assert workspace.ask(Query("shell")).result(timeout=10).person.name == "Anna Kern"


def test_a_sentence_that_cannot_be_said_does_not_hang_the_caller(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_transaction: object) -> actions.Outcome:
        raise Refused("no-such-sentence")

    actions.load()
    monkeypatch.setitem(actions._actions, "refuse", refuse)
    with pytest.raises(Exception) as failed:
        workspace.perform(Action("refuse")).result(timeout=10)
    assert isinstance(failed.value.__cause__, Refused)
    assert workspace.ask(Query("shell")).result(timeout=10) is not None


def test_r16_an_action_that_the_database_took_back_for_another_is_begun_anew(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Deadlock(Exception):
        sqlstate = "40P01"

    begun: list[int] = []

    def create(tx: Transaction) -> actions.Outcome:
        made = tx.insert(account, {"name": "Vega Logistics", "created_at": tx.now})
        begun.append(made)
        if len(begun) != 3:
            raise OperationalError("", {}, Deadlock())
        return actions.Outcome(result={"account": made})

    actions.load()
    monkeypatch.setitem(actions._actions, "create", create)
    made = workspace.perform(Action("create")).result(timeout=10).result["account"]
    assert workspace.ask(Query("list_ids", subject="account")).result(timeout=10) == (made,)
    assert len(begun) == 3
    with pytest.raises(Trouble) as trouble:
        workspace.perform(Action("create")).result(timeout=10)
    assert trouble.value.code == "database-busy"
    assert len(begun) == 6


def test_r16_subscribers_hear_of_what_is_committed_once_and_of_nothing_else(workspace: Workspace) -> None:
    heard: list[Changes] = []
    unsubscribe = workspace.subscribe(heard.append)
    made = workspace.perform(Action("create_account", name="Vega Logistics")).result()
    workspace.look_around().result()
    with pytest.raises(Refused):
        workspace.perform(Action("create_account", name="")).result()
    unsubscribe()
    workspace.perform(Action("create_account", name="Nordwind")).result()
    assert [changes.action for changes in heard] == ["create_account"]
    assert heard[0].touches("account", made.result["account"])


def test_another_programs_actions_are_heard_of(database_url: str, workspace: Workspace, clock: FixedClock) -> None:
    heard: list[Changes] = []
    workspace.subscribe(heard.append)
    other = Workspace.open(database_url, person="Anna Kern", clock=clock, zone=UTC)
    try:
        made = other.perform(Action("create_account", name="Vega Logistics")).result()
    finally:
        other.close()
    workspace.look_around().result()
    assert any(changes.touches("account", made.result["account"]) for changes in heard)


def test_a_closed_workspace_says_so_and_leaves_no_thread(database_url: str) -> None:
    workspace = Workspace.open(database_url)
    workspace.close()
    workspace.close()
    with pytest.raises(Trouble):
        workspace.ask(Query("shell")).result(timeout=10)
    assert "dealwright-database" not in {thread.name for thread in threading.enumerate()}


def test_a_database_that_cannot_be_opened_is_told_at_once() -> None:
    with pytest.raises(Trouble) as trouble:
        Workspace.open("nonsense")
    assert str(trouble.value)
