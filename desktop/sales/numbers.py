"""Human numbers (OPP-00128) from a mask and a counter."""

from __future__ import annotations

from sqlalchemy import update

from desktop.sales.tables import number_mask
from desktop.store.transaction import Transaction


def next_number(tx: Transaction, subject: str) -> str:
    """Take the next number of the subject (``opportunity``, ``lead``). Promises and raises as ``next_numbers``."""
    return next_numbers(tx, subject, 1)[0]


def next_numbers(tx: Transaction, subject: str, count: int) -> list[str]:
    """Take the next numbers of the subject, in one step.

    The counter's row is locked by its update until the transaction ends, so two transactions never get the same
    number; one that is rolled back or undone may leave a gap. Raises LookupError where no mask is kept for the subject.
    """
    row = tx.connection.execute(
        update(number_mask)
        .where(number_mask.c.subject == subject)
        .values(last=number_mask.c.last + count)
        .returning(number_mask.c.mask, number_mask.c.last)
    ).first()
    if row is None:
        raise LookupError(f"no number mask for {subject}")
    return [str(row.mask).format(row.last - count + place) for place in range(1, count + 1)]
