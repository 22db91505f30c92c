"""A workspace to import into, and a look at its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, Row, Table, create_engine, select

from desktop.processes.tables import process_instance, process_log, process_wait
from desktop.sales.tables import (
    account,
    activity,
    notification,
    number_mask,
    opportunity,
    opportunity_stage,
    person,
    product,
    stage_history,
)
from desktop.store.journal import action_table, entry_table
from desktop.views.exchange import Action, Done, Refused
from desktop.views.imports import Finding, ImportReport
from desktop.workspace import Workspace

DATA = Path(__file__).parent / "data"
"""A small folder of our own, of the same shape as the real one, with an example of every oddity."""

WRITTEN = (
    person,
    product,
    account,
    opportunity,
    stage_history,
    activity,
    notification,
    process_instance,
    process_wait,
    process_log,
    number_mask,
    action_table,
    entry_table,
)


class Importing:
    """Imports into a workspace and looks into its database by a connection of its own."""

    def __init__(self, url: str, clock: Any) -> None:
        self.url = url
        self.workspace = Workspace(url, clock=clock)
        self.workspace.start().result()
        self.engine: Engine = create_engine(url)

    def close(self) -> None:
        self.engine.dispose()
        self.workspace.close()

    def do(self, name: str, /, **arguments: object) -> Done:
        return self.workspace.perform(Action(name, **arguments)).result()

    def run(self, folder: Path = DATA, **arguments: object) -> ImportReport:
        return self.do("import_data", folder=folder, **arguments).result["report"]

    def refused(self, folder: Path = DATA, **arguments: object) -> Refused:
        """Import what is refused: the refusal has its sentence, and nothing is changed (R16)."""
        before = self.everything()
        with pytest.raises(Refused) as caught:
            self.run(folder, **arguments)
        assert self.everything() == before
        assert caught.value.sentence
        return caught.value

    def rows(self, table: Table, **where: object) -> list[Row[Any]]:
        statement = select(table).order_by(table.c.id)
        for name, value in where.items():
            statement = statement.where(table.c[name] == value)
        with self.engine.connect() as connection:
            return list(connection.execute(statement).all())

    def row(self, table: Table, **where: object) -> Row[Any]:
        (found,) = self.rows(table, **where)
        return found

    def deal(self, key: str) -> Row[Any]:
        return self.row(opportunity, source_key=f"crm-sales-opportunities:{key}")

    def stage(self, code: str) -> Row[Any]:
        return self.row(opportunity_stage, code=code)

    def everything(self) -> dict[str, list[tuple[Any, ...]]]:
        return {table.name: [tuple(row) for row in self.rows(table)] for table in WRITTEN}


@pytest.fixture
def importing(database_url: str, clock: Any) -> Iterator[Importing]:
    made = Importing(database_url, clock)
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the small folder, to be spoilt."""
    copy = tmp_path / "files"
    copy.mkdir()
    for file in DATA.iterdir():
        (copy / file.name).write_bytes(file.read_bytes())
    return copy


@pytest.fixture
def many(folder: Path) -> Path:
    """The small folder with 300 open opportunities."""
    lines = [f"M{number},Ida Brandt,Valve,Loop A,Engaging,12/1/2017,," for number in range(300)]
    head = (folder / "sales_pipeline.csv").read_text(encoding="utf-8").splitlines()[0]
    (folder / "sales_pipeline.csv").write_text("\n".join([head, *lines]), encoding="utf-8")
    return folder


@pytest.fixture
def edit(folder: Path) -> Callable[[str, str, str], Path]:
    """Replace a text in a file of the copy; the text must be there."""

    def replace(name: str, old: str, new: str) -> Path:
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new), encoding="utf-8")
        return folder

    return replace


def listed(report: ImportReport, outcome: str) -> set[tuple[str, str, str, str, str]]:
    """Findings of an outcome as (place, field, value, rule, became)."""
    return {
        (f"{found.file}:{found.line}", found.field, found.value, found.rule, found.became)
        for found in report.findings
        if found.outcome == outcome
    }


def of(report: ImportReport, key: str) -> list[Finding]:
    return [found for found in report.findings if found.key == key]
