"""Setting plans of sales."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.actions.registry import Outcome, action
from desktop.sales import people, plans
from desktop.sales.doors import EACH
from desktop.views.exchange import Money

if TYPE_CHECKING:
    from desktop.store.transaction import Transaction


@action("save_plan", right=EACH)
def save_plan(
    tx: Transaction, *, person: int, year: int, quarter: int, amount: Money | None, version: int = 0
) -> Outcome:
    """Set what a person is to sell in a quarter (None: no plan); managers for their team, administrators for all."""
    plans.save(tx, person, (year, quarter), amount, version)
    return Outcome(
        message="plan-saved" if amount is not None else "plan-removed",
        parameters={"name": people.name_of(tx, person)},
        undoable=True,
    )
