"""A workspace as tests use it: on a real database, with the test's clock, answers at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, tzinfo
from typing import Any

import pytest

from desktop.views.exchange import Action, Done, Query
from desktop.workspace import Workspace
from tests.prepared import prepared


class Desk:
    """Somebody at work: ``do`` carries out an action, ``see`` answers a query, both by the person who acts."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    def do(self, name: str, /, **arguments: object) -> Done:
        return self.workspace.perform(Action(name, **arguments)).result()

    def make(self, name: str, /, **arguments: object) -> Any:
        """Carry out an action that makes one record and return its id."""
        result: Mapping[str, object] = self.do(name, **arguments).result
        return result[name.removeprefix("create_")]

    def see(self, name: str, /, **arguments: object) -> Any:
        return self.workspace.ask(Query(name, **arguments)).result()

    def choice(self, lookup: str, code: str) -> int:
        return next(choice.id for choice in self.see("choices", lookup=lookup) if choice.code == code)


@pytest.fixture
def zone() -> tzinfo:
    """The reader's time zone; a module overrides it where that matters."""
    return UTC


@pytest.fixture
def desk(database_url: str, clock: Any, zone: tzinfo) -> Iterator[Desk]:
    """A prepared workspace in which Anna Kern, the first person, acts."""
    workspace = Workspace.open(prepared(database_url), person="Anna Kern", clock=clock, zone=zone)
    try:
        yield Desk(workspace)
    finally:
        workspace.close()
