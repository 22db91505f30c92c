"""Plans: what a rep is to sell in a quarter, and who may say so."""

from __future__ import annotations

from sqlalchemy import select

from desktop.sales import access, people, rights
from desktop.sales.reading import Reading
from desktop.sales.tables import person, sales_plan
from desktop.store.transaction import StaleRow, Transaction
from desktop.views.exchange import ChangedMeanwhile, Money, Refused

YEARS = (1990, 2199)


def planned_by(reading: Reading) -> frozenset[int]:
    """Return the people whose plans the reader may set: an administrator everybody's, a manager the team's [ours]."""
    who = access.standing(reading)
    everybody = reading.rows(select(person.c.id))
    return frozenset(row.id for row in everybody if who is None or rights.may_plan(who, row.id))


def save(tx: Transaction, person_id: object, quarter: tuple[int, int], amount: Money | None, version: int) -> None:
    """Set the plan of a person for a quarter (its year and number); None takes it away.

    ``version`` is that of the plan read, 0 for none. Raises Refused for a person whose plan the one who acts may not
    set, an unknown quarter or a negative amount, and ChangedMeanwhile if the plan is another by now.
    """
    owner = people.checked_person(tx, person_id, "person")
    if owner not in planned_by(tx):
        raise Refused("plan-not-yours", field="person")
    year, number = quarter
    if number not in (1, 2, 3, 4) or not YEARS[0] <= year <= YEARS[1]:
        raise Refused("plan-quarter-unknown", field="quarter")
    if amount is not None and amount.minor < 0:
        raise Refused("amount-negative", field="amount")
    row = tx.first(
        select(sales_plan.c.id, sales_plan.c.version).where(
            sales_plan.c.person_id == owner, sales_plan.c.year == year, sales_plan.c.quarter == number
        )
    )
    if (0 if row is None else row.version) != version:
        raise ChangedMeanwhile("changed-meanwhile")
    try:
        if row is None and amount is not None:
            tx.insert(
                sales_plan,
                {
                    "person_id": owner,
                    "year": year,
                    "quarter": number,
                    "amount_minor": amount.minor,
                    "amount_currency": amount.currency,
                },
            )
        elif row is not None and amount is None:
            tx.delete(sales_plan, row.id)
        elif row is not None and amount is not None:
            values = {"amount_minor": amount.minor, "amount_currency": amount.currency}
            tx.update(sales_plan, row.id, values, version=version)
    except StaleRow:
        raise ChangedMeanwhile("changed-meanwhile") from None
