"""The desk for the tests of processes, and a transaction on its database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from desktop.processes.library import deployment
from desktop.store.database import Database
from desktop.store.transaction import Transaction
from tests.actions.desk import Desk

DATA = Path(__file__).parent / "data"


@pytest.fixture
def desk(database_url: str, clock) -> Iterator[Desk]:
    """A prepared workspace in which Anna Kern, a rep, acts."""
    made = Desk(database_url, clock)
    yield made
    made.close()


@pytest.fixture
def writing(desk, database_url: str) -> Iterator[Callable[[], AbstractContextManager[Transaction]]]:
    """Transactions beside the workspace, on the same database."""
    database = Database.open(database_url)

    @contextmanager
    def begin() -> Iterator[Transaction]:
        with database.writing() as connection:
            tx = Transaction(connection, action="test", person_id=desk.workspace.person_id, now=desk.clock())
            yield tx
            tx.finish()

    yield begin
    database.close()


@pytest.fixture
def run(desk, writing) -> Callable[[bytes], int]:
    """Run a process given as BPMN; tells the opportunity that it made."""

    def begin(xml: bytes) -> int:
        with writing() as tx:
            deployment.deploy(tx, xml)
        key = xml.split(b'<bpmn:process id="')[1].split(b'"')[0].decode()
        made: int = desk.do("run_process", process=key).result["opportunity"]
        return made

    return begin


@pytest.fixture
def pages(writing) -> None:
    """The process of data/pages.bpmn in the library."""
    with writing() as tx:
        deployment.deploy(tx, (DATA / "pages.bpmn").read_bytes(), "pages.bpmn")
