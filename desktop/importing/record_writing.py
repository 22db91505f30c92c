"""Writing one row as a record, by the same actions that a person would use: their rules and rights hold here too.

Only what no action offers is written directly: the external key, when a record began, and a sale that was over already
when it came into this workspace (docs/import.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Protocol

from sqlalchemy import Row, select

from desktop.importing.cells import moment as noon
from desktop.importing.directory import TABLES
from desktop.importing.fields import CURRENCY, KEY, NUMBER, REFERENCES, ImportField
from desktop.importing.table_rows import Missing
from desktop.importing.values import Unreadable
from desktop.processes.sale import CORPORATE_SALE
from desktop.sales.stages import Stage, Stages
from desktop.sales.tables import lead_stage, opportunity, stage_history
from desktop.store.transaction import Transaction
from desktop.views.exchange import ClosingAnswer, Money

CLOSING = ("closed", "income", "spent_minutes", "closing_reason", "competitor")
"""The fields that only a sale has which is closed."""
KEPT_APART = frozenset({"number", "source_key", "currency", "created", "stage", "done"})
"""The fields that are not saved like any other."""

Values = Mapping[str, Any]


class Perform(Protocol):
    """Carries out an action within the import's transaction and returns its result."""

    def __call__(self, name: str, /, **arguments: object) -> Mapping[str, object]:
        """Raise what the action raises."""


class RecordWriter:
    """Creates and changes the records of one subject."""

    def __init__(self, tx: Transaction, subject: str, perform: Perform, *, run_process: bool) -> None:
        self._tx = tx
        self._subject = subject
        self._perform = perform
        self._run_process = run_process
        self._stages = Stages.read(tx) if subject == "opportunity" else None

    # making --------------------------------------------------------------------------------------

    def create(self, values: Values) -> int:
        """Make a record and return its id. Raises what its action raises, Unreadable for a sale closed by halves."""
        plain = {name: value for name, value in values.items() if name not in KEPT_APART}
        if self._subject == "opportunity":
            record = self._create_sale(values, plain)
        elif self._subject == "activity":
            made = self._perform("create_activity", **{"kind": "task", **plain})
            record = _id(made, "activity")
            if values.get("done"):
                self._perform("complete_task", activity=record, result="done")
        elif self._subject == "lead":  # it comes in as it stands: no process begins on it
            record = _id(self._perform("create_lead", **{**plain, "handover": False}), "lead")
            self._bring_in_lead(record, values)
        else:
            record = _id(self._perform(f"create_{self._subject}", **plain), self._subject)
        if values.get("source_key"):
            self._tx.update(TABLES[self._subject], record, {"source_key": values["source_key"]})
        return record

    def make_missing(self, missing: Missing, account_id: int | None) -> int:
        """Make the account or contact that a row refers to."""
        more = {"account": account_id} if missing.subject == "contact" and account_id is not None else {}
        return _id(self._perform(f"create_{missing.subject}", name=missing.name, **more), missing.subject)

    def _bring_in_lead(self, record: int, values: Values) -> None:
        """Put a new lead on the stage on which it stands: it is not moved there, so no sale begins."""
        columns: dict[str, Any] = {}
        if values.get("stage") is not None:
            columns["stage_id"] = values["stage"]
        if values.get("created") is not None:
            columns |= {"created_at": values["created"], "stage_since": values["created"]}
        if columns:
            self._tx.update(TABLES["lead"], record, columns)

    def _create_sale(self, values: Values, plain: dict[str, Any]) -> int:
        assert self._stages is not None
        stage = self._stages.first() if values.get("stage") is None else self._stages.by_id(values["stage"])
        closing = {name: plain.pop(name, None) for name in CLOSING}
        if stage.final:
            self._check_closing(stage, closing, values.get("created"))
            if closing["income"] is not None and stage.successful:
                plain.setdefault("amount", closing["income"])
        begins = self._stages.first() if stage.final else stage
        record = _id(self._perform("create_opportunity", **{**plain, "stage": begins.code}), "opportunity")
        created: date | None = values.get("created") or closing["closed"]
        if created is not None:
            self._begin_sale(record, noon(created))
        if stage.final:
            self._close_sale(record, stage, closing)
        elif self._run_process:
            self._perform("run_process_on", opportunity=record, process=CORPORATE_SALE)
        return record

    @staticmethod
    def _check_closing(stage: Stage, closing: Values, created: date | None) -> None:
        """Ask of a sale that is over what its closing would have asked for (R13)."""
        if closing["closed"] is None:
            raise Unreadable("closed-without-date", field="closed")
        if created is not None and closing["closed"] < created:
            raise Unreadable("closed-before-begun", field="closed")
        if stage.successful and closing["income"] is None:
            raise Unreadable("won-without-income", field="income")
        if not stage.successful and closing["closing_reason"] is None:
            raise Unreadable("lost-without-reason", field="closing_reason")

    def _begin_sale(self, record: int, at: datetime) -> None:
        self._tx.update(opportunity, record, {"created_at": at, "stage_since": at})
        entry = self._tx.value(select(stage_history.c.id).where(stage_history.c.opportunity_id == record))
        self._tx.update(stage_history, entry, {"entered_at": at})

    def _close_sale(self, record: int, stage: Stage, closing: Values) -> None:
        """Write a sale down that was closed before it came here: history, of which no manager is told (R11)."""
        row = self._tx.get(opportunity, record)
        assert row is not None
        at = noon(closing["closed"])
        income: Money | None = closing["income"]
        self._tx.update(
            opportunity,
            record,
            {
                "stage_id": stage.id,
                "stage_since": at,
                "probability": stage.percent,
                "closed_at": at,
                "closed_by": row.owner_id,
                "income_minor": None if income is None else income.minor,
                "income_currency": None if income is None else income.currency,
                "closed_minutes": closing["spent_minutes"] or 0,
                "closing_reason_id": None if stage.successful else closing["closing_reason"],
                "competitor": "" if stage.successful else (closing["competitor"] or "")[:200],
            },
        )
        entry = self._tx.value(select(stage_history.c.id).where(stage_history.c.opportunity_id == record))
        self._tx.update(stage_history, entry, {"left_at": at})
        person = {"person_id": row.owner_id, "left_at": None}
        self._tx.insert(
            stage_history, {"opportunity_id": record, "stage_id": stage.id, "entered_at": at, **person}
        )  # fmt: skip

    # changing ------------------------------------------------------------------------------------

    def update(self, row: Row[Any], values: Values) -> None:
        """Change a record that is there: its fields first, then its stage, through the gate and by R9, like by hand."""
        plain = {name: value for name, value in values.items() if name not in KEPT_APART and name not in CLOSING}
        if self._subject == "activity" and "spent_minutes" in values:
            plain["spent_minutes"] = values["spent_minutes"]
        if plain:
            self._perform(f"save_{self._subject}", id=row.id, version=row.version, fields=plain)
        if values.get("source_key"):
            self._tx.update(TABLES[self._subject], row.id, {"source_key": values["source_key"]})
        if values.get("done"):
            self._perform("complete_task", activity=row.id, result="done")
        if values.get("stage") is not None:
            self._move(row, values)

    def _move(self, row: Row[Any], values: Values) -> None:
        if self._subject == "lead":
            code = self._tx.value(select(lead_stage.c.code).where(lead_stage.c.id == values["stage"]))
            self._perform("change_lead_stage", lead=row.id, stage=code)
            return
        assert self._stages is not None
        stage = self._stages.by_id(values["stage"])
        closing = None
        if stage.final:
            closing = ClosingAnswer(
                income=values.get("income"),
                spent_minutes=values.get("spent_minutes") or 0,
                reason=values.get("closing_reason"),
                competitor=values.get("competitor") or "",
            )
        self._perform("change_stage", opportunity=row.id, stage=stage.code, closing=closing)


def existing(row: Row[Any], one: ImportField) -> Any:
    """Return what a record has in a field now, as a row of a table would say it."""
    name = one.name
    if one.kind in (NUMBER, KEY):
        return getattr(row, name)
    if one.kind == CURRENCY:
        return None
    if one.kind == "money":
        minor = getattr(row, f"{name}_minor")
        return None if minor is None else Money(minor, getattr(row, f"{name}_currency"))
    if one.kind in ("lookup", "stage", "person") or one.kind in REFERENCES:
        return getattr(row, f"{name}_id")
    column = _OTHERWISE_CALLED.get(name)
    if column is not None and hasattr(row, column):
        value = getattr(row, column)
        return value == "done" if name == "done" else value
    return getattr(row, name)


_OTHERWISE_CALLED = {
    "created": "created_at",
    "closed": "closed_at",
    "spent_minutes": "closed_minutes",
    "done": "status",
}


def _id(result: Mapping[str, object], name: str) -> int:
    made = result[name]
    assert isinstance(made, int)
    return made
