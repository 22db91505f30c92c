"""The foot of a list: how many records the filter leaves or a person has selected, and what their amounts come to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, func, select

from desktop.queries.list_fields import SUMMED, field_of, label_of_field
from desktop.queries.listed import listed_as
from desktop.queries.lists import conditions_on
from desktop.queries.registry import Reader, query
from desktop.sales import settings
from desktop.sales.currencies import Rates
from desktop.sales.doors import VISIBLE
from desktop.sales.stages import Stages
from desktop.views.conditions import ListSummary, Total
from desktop.views.exchange import Money
from desktop.views.rows import ListFilter

_PART = 10_000


@query("list_summary", reads=VISIBLE)
def list_summary(reader: Reader, subject: str, filter: ListFilter | None = None) -> ListSummary:
    """Count the records that a filter leaves and sum up their amount, without reading one of them.

    Behind a number of the dashboard the sum is that number: of a won sale its income counts, where it is known.
    """
    listed = listed_as(subject)
    wanted = filter or ListFilter()
    conditions = conditions_on(reader, listed, wanted)
    return _summary(reader, subject, [conditions], as_dashboard=wanted.behind is not None and subject == "opportunity")


@query("selection_summary", reads=VISIBLE)
def selection_summary(reader: Reader, subject: str, ids: Sequence[int]) -> ListSummary:
    """Count these records and sum up their amount; ids that are gone are left out."""
    key = listed_as(subject).table.c.id
    return _summary(reader, subject, [[key.in_(ids[at : at + _PART])] for at in range(0, len(ids), _PART)])


def _summary(
    reader: Reader, subject: str, parts: Iterable[Sequence[ColumnElement[bool]]], *, as_dashboard: bool = False
) -> ListSummary:
    table = listed_as(subject).table
    name = SUMMED.get(subject, "")
    count = 0
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for conditions in parts:
        if not name:
            count += reader.value(select(func.count()).select_from(table).where(*conditions)) or 0
            continue
        spec = field_of(subject, name)
        assert spec.column is not None and spec.currency is not None
        amount, currency = _worth(reader) if as_dashboard else (spec.column, spec.currency)
        each = (
            select(currency.label("currency"), amount.label("amount")).select_from(table).where(*conditions).subquery()
        )
        rows = reader.rows(
            select(
                each.c.currency,
                func.count().label("records"),
                func.count(each.c.amount).label("known"),
                func.sum(each.c.amount).label("total"),
            ).group_by(each.c.currency)
        )
        for row in rows:
            count += row.records
            if row.currency is not None and row.known:
                sums[row.currency][0] += int(row.total)
                sums[row.currency][1] += row.known
    totals = tuple(
        Total(Money(minor, currency), records)
        for currency, (minor, records) in sorted(sums.items(), key=lambda item: -item[1][1])
    )
    label = label_of_field(reader, subject, "worth" if as_dashboard else name) if name else ""
    return ListSummary(count, label, totals, _in_base(reader, totals))


def _worth(reader: Reader) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    from desktop.queries.analytics_sums import value_of  # not above: a start does without the dashboard

    return value_of(Stages.read(reader))


def _in_base(reader: Reader, totals: tuple[Total, ...]) -> Money | None:
    """Return the totals together in the currency of the settings; None where it would say nothing, or not all."""
    base = settings.read(reader).default_currency
    if not totals or all(total.amount.currency == base for total in totals):
        return None
    rates, day = Rates.read(reader), reader.now.astimezone(reader.zone).date()
    worth = [rates.convert(total.amount, base, day) for total in totals]
    if any(amount is None for amount in worth):
        return None
    return Money(sum(amount.minor for amount in worth if amount is not None), base)
