"""A desk at which tests work: a workspace on a real database, with short words for what a person does."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, Row, Table, create_engine, select

from desktop.processes.tables import process_instance
from desktop.sales.tables import activity, opportunity, opportunity_stage, person
from desktop.views.exchange import Action, ClosingAnswer, Done, Money, NeedsClosing, Query, Refused
from desktop.workspace import Workspace
from tests.prepared import prepared

REP = "Anna Kern"
CLOSING = ClosingAnswer(income=Money(18_400_000, "EUR"), spent_minutes=80, reason=1, competitor="Rival Ltd")
DONE = {
    "contact_customer": "presentation_agreed",
    "prepare_presentation": "prepared",
    "presentation_meeting": "interested",
    "present_proposal": "presented",
    "get_comments": "agreed",
    "prepare_contract": "approved",
    "send_contract": "sent",
    "clarify_status": "received",
    "sign_contract": "signed",
}
"""For every task of the corporate sale the result with which it is done."""


class Desk:
    """Performs, asks, and looks into the database by a connection of its own."""

    def __init__(self, url: str, clock: Any) -> None:
        self.clock = clock
        self.workspace = Workspace.open(prepared(url), person=REP, clock=clock)
        self.engine: Engine = create_engine(url)

    def close(self) -> None:
        self.engine.dispose()
        self.workspace.close()

    # Doing and asking

    def do(self, name: str, /, **arguments: object) -> Done:
        return self.workspace.perform(Action(name, **arguments)).result()

    def refused(self, name: str, /, **arguments: object) -> Refused:
        """Perform what a rule forbids; every refusal has its sentence."""
        with pytest.raises(Refused) as caught:
            self.do(name, **arguments)
        assert caught.value.sentence
        return caught.value

    def asked(self, name: str, /, **arguments: object) -> NeedsClosing:
        """Perform what would close an opportunity without the answer that it takes."""
        with pytest.raises(NeedsClosing) as caught:
            self.do(name, **arguments)
        return caught.value

    def ask(self, name: str, /, **arguments: object) -> Any:
        return self.workspace.ask(Query(name, **arguments)).result()

    def in_days(self, days: float) -> datetime:
        return self.clock() + timedelta(days=days)

    # Looking

    def rows(self, table: Table, **where: object) -> list[Row[Any]]:
        statement = select(table).order_by(table.c.id)
        for name, value in where.items():
            statement = statement.where(table.c[name] == value)
        with self.engine.connect() as connection:
            return list(connection.execute(statement).all())

    def row(self, table: Table, **where: object) -> Row[Any]:
        (found,) = self.rows(table, **where)
        return found

    def everything(self, *tables: Table) -> dict[str, list[dict[str, Any]]]:
        """Every row of the tables, without the counters that only tell how often a row was written."""
        return {
            table.name: [
                {name: value for name, value in row._mapping.items() if name != "version"} for row in self.rows(table)
            ]
            for table in tables
        }

    def stage_of(self, opportunity_id: int) -> str:
        stage_id = self.row(opportunity, id=opportunity_id).stage_id
        return self.row(opportunity_stage, id=stage_id).code

    def tasks(self, opportunity_id: int) -> dict[str, int]:
        """The open tasks that a process made on the opportunity: element to activity."""
        rows = self.rows(activity, opportunity_id=opportunity_id, status="planned")
        return {row.element_id: row.id for row in rows if row.instance_id is not None}

    def running(self, opportunity_id: int) -> list[Row[Any]]:
        return self.rows(process_instance, subject_id=opportunity_id, status="running")

    def person(self, name: str) -> int:
        return self.row(person, name=name).id

    # Short words

    def run(self) -> int:
        """Run the corporate sale (L1) and return the opportunity that it made."""
        return self.do("run_process", process="corporate_sale").result["opportunity"]

    def sale_on(self, stage: str) -> int:
        """An opportunity made by hand on a stage, with the corporate sale running on it (L3)."""
        made = self.do("create_opportunity", title="Warehouse automation", stage=stage).result["opportunity"]
        self.do("run_process_on", opportunity=made)
        return made

    def complete(self, opportunity_id: int, element: str, result: str = "", **arguments: object) -> Done:
        """Complete the open task of an element, with the result that counts as done unless another is named."""
        chosen = result or DONE[element]
        if chosen in {"presentation_agreed", "call_back", "repeat", "postponed", "comments_by_date"}:
            arguments.setdefault("when", self.in_days(3))
        return self.do("complete_task", activity=self.tasks(opportunity_id)[element], result=chosen, **arguments)

    def finish_stage(self, opportunity_id: int, **arguments: object) -> Done:
        """Complete every open task of the process with its good result."""
        done = None
        for element in self.tasks(opportunity_id):
            done = self.complete(opportunity_id, element, **arguments)
        assert done is not None
        return done
