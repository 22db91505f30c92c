"""Human numbers (OPP-00128) from a mask and a counter."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import Row, bindparam, select, update

from desktop.sales import people
from desktop.sales.reading import Reading
from desktop.sales.tables import document, lead, number_mask, opportunity
from desktop.store.transaction import Transaction
from desktop.views.exchange import Refused


def next_number(tx: Transaction, subject: str) -> str:
    """Take the next number of the subject (``opportunity``, ``lead``). Promises and raises as ``next_numbers``."""
    return next_numbers(tx, subject, 1)[0]


def next_numbers(tx: Transaction, subject: str, count: int) -> list[str]:
    """Take the next numbers of the subject, in one step.

    The counter's row is locked by its update until the transaction ends, so two transactions never get the same
    number; one that is rolled back or undone may leave a gap. Raises LookupError where no mask is kept for the subject.
    """
    row = tx.connection.execute(_TAKE, {"of": subject, "taken": count}).first()
    if row is None:
        raise LookupError(f"no number mask for {subject}")
    return [str(row.mask).format(row.last - count + place) for place in range(1, count + 1)]


_TAKE = (
    update(number_mask)
    .where(number_mask.c.subject == bindparam("of"))
    .values(last=number_mask.c.last + bindparam("taken"))
    .returning(number_mask.c.mask, number_mask.c.last)
)


# Masks ---------------------------------------------------------------------------------------------

_MASK = re.compile(r"([^{}]*)\{(?::0(\d)d)?\}([^{}]*)")
_RECORDS = {
    "opportunity": opportunity.c.number,
    "lead": lead.c.number,
    "proposal": document.c.number,
    "contract": document.c.number,
}
_LONGEST = 30
"""The most characters around the counter, so that the number fits its column."""


def check_mask(source: Reading, subject: str, mask: object) -> str:
    """Return the mask if it gives no number twice. Refused naming the field "mask" otherwise.

    A mask has one place for the counter: ``{}`` or, filled up with zeros, ``{:05d}``. Refused are a mask without it
    ("mask-no-counter"), one that another subject has too ("mask-taken"), and one that would give a number again that a
    record has already ("mask-repeats").
    """
    text = people.checked_text(mask, "mask")
    parts = _MASK.fullmatch(text)
    if parts is None:
        raise Refused("mask-no-counter", field="mask")
    before, after = parts[1], parts[3]
    if len(before) + len(after) > _LONGEST:
        raise Refused("text-too-long", field="mask", most=_LONGEST)
    for row in source.rows(select(number_mask).where(number_mask.c.subject != subject)):
        other = _MASK.fullmatch(row.mask)
        if other is not None and (other[1].casefold(), other[3].casefold()) == (before.casefold(), after.casefold()):
            raise Refused("mask-taken", field="mask")
    row = _mask_row(source, subject)
    column = _RECORDS.get(subject)
    if column is not None:
        for (number,) in source.rows(select(column).where(column.startswith(before, autoescape=True))):
            middle = number[len(before) : len(number) - len(after)]
            ahead = number.endswith(after) and middle.isascii() and middle.isdigit() and int(middle) > row.last
            if ahead and text.format(int(middle)) == number:
                raise Refused("mask-repeats", field="mask", number=number)
    return text


def save_mask(tx: Transaction, subject: str, mask: object) -> str:
    """Give a subject another mask; numbers that were given stay. Returns the number that comes next."""
    text = check_mask(tx, subject, mask)
    row = _mask_row(tx, subject)
    tx.update(number_mask, row.id, {"mask": text})
    return text.format(row.last + 1)


def preview(source: Reading, subject: str, mask: object, count: int = 3) -> tuple[str, ...]:
    """Return the numbers that come next with this mask. Refused as ``check_mask``."""
    text = check_mask(source, subject, mask)
    last = _mask_row(source, subject).last
    return tuple(text.format(last + place) for place in range(1, count + 1))


def _mask_row(source: Reading, subject: str) -> Row[Any]:
    row = source.first(select(number_mask).where(number_mask.c.subject == subject))
    if row is None:
        raise Refused("subject-unknown", subject=subject)
    return row
