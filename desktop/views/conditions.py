"""Conditions that a list is narrowed by, as data; fields that they can be put on; views that keep them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.views.exchange import Choice, Money

ConditionValue = str | int | date | Money | None

OPERATORS: dict[str, tuple[str, ...]] = {
    "text": ("contains", "lacks", "is", "empty", "filled"),
    "choice": ("one_of", "none_of", "empty", "filled"),
    "person": ("one_of", "none_of", "me", "team", "empty", "filled"),
    "tags": ("one_of", "all_of", "none_of", "empty", "filled"),
    "money": ("between", "at_least", "at_most", "empty", "filled"),
    "number": ("between", "at_least", "at_most", "empty", "filled"),
    "day": (
        "this_week",
        "this_month",
        "this_quarter",
        "last_days",
        "next_days",
        "before",
        "after",
        "between",
        "empty",
        "filled",
    ),
    "flag": ("yes", "no"),
}
"""What can be asked of a field, by its kind; the usual question first."""

NO_VALUES = frozenset(
    {"empty", "filled", "me", "team", "this_week", "this_month", "this_quarter", "yes", "no"},
)
"""The operators that need no value. ``between`` takes two, of which one may be None; the lists take any number."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition on a field of a list.

    ``values`` are texts; codes of choices (a person's is the id as text, a tag's its name); numbers; amounts; days.
    A day with ``before`` or ``after`` is not counted itself, with ``between`` both are; ``last_days`` and ``next_days``
    take a number of days, today included.
    """

    field: str
    operator: str
    values: tuple[ConditionValue, ...] = ()


@dataclass(frozen=True, slots=True)
class ListField:
    """A field that conditions can be put on: its kind, its name in words and, of choices, what can be chosen."""

    name: str
    kind: str
    label: str
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of an amount in one currency, and over how many records."""

    amount: Money
    records: int


@dataclass(frozen=True, slots=True)
class ListSummary:
    """What the foot of a list says of its records, or of those selected.

    ``totals`` are exact, one for each currency; ``base`` is their sum in the currency of the settings at the rates of
    today, None where a rate is missing or all are in that currency already. ``label`` names the amount, "" for a list
    without one.
    """

    count: int
    label: str = ""
    totals: tuple[Total, ...] = ()
    base: Money | None = None


@dataclass(frozen=True, slots=True)
class ViewColumn:
    """A column shown by a view: its name and its width in measures of the design (0: as the list finds best)."""

    name: str
    width: int = 0


@dataclass(frozen=True, slots=True)
class ViewContent:
    """What a view of a list keeps. No ``columns`` and no ``sort``: those of the list."""

    scope: str = "all"
    state: str = "open"
    text: str = ""
    stages: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    match: str = "all"
    columns: tuple[ViewColumn, ...] = ()
    sort: str = ""
    descending: bool = False


@dataclass(frozen=True, slots=True)
class ViewRow:
    """A view that can be chosen at the head of a list.

    ``key`` is what actions and queries know it by: "saved:12", or the name of one that comes with the program. ``edit``
    tells whether the reader may change it; ``why_not`` the reason where not.
    """

    key: str
    name: str
    content: ViewContent
    shared: bool = False
    owner: str = ""
    edit: bool = False
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class ListViews:
    """All views of one list for the reader, and the key of the one it opens with ("": the list as it is at first)."""

    views: tuple[ViewRow, ...] = ()
    usual: str = ""
