"""What conditions say: the words of their operators, and the sentence on a chip."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QObject

from desktop.views.conditions import NO_VALUES, Condition, ConditionValue, ListField
from desktop.views.exchange import Money
from ui.formats import date_text, money_text

MOST_NAMED = 3
"""How many chosen values a chip names; more are counted."""


class ConditionWords(QObject):
    """Says operators and whole conditions in the language in force."""

    def operators(self) -> Mapping[str, str]:
        """Return how each operator is called."""
        return {
            "contains": self.tr("contains"),
            "lacks": self.tr("does not contain"),
            "is": self.tr("is"),
            "one_of": self.tr("is one of"),
            "none_of": self.tr("is none of"),
            "all_of": self.tr("has all of"),
            "me": self.tr("is me"),
            "team": self.tr("is one of my team"),
            "between": self.tr("is between"),
            "at_least": self.tr("is at least"),
            "at_most": self.tr("is at most"),
            "this_week": self.tr("this week"),
            "this_month": self.tr("this month"),
            "this_quarter": self.tr("this quarter"),
            "last_days": self.tr("in the last days"),
            "next_days": self.tr("in the next days"),
            "before": self.tr("before"),
            "after": self.tr("after"),
            "empty": self.tr("is empty"),
            "filled": self.tr("is not empty"),
            "yes": self.tr("yes"),
            "no": self.tr("no"),
        }

    def text(self, condition: Condition, field: ListField | None) -> str:
        """Return what a chip says: "Amount is between €1,000 and €5,000"."""
        label = condition.field if field is None else field.label
        words = self.operators().get(condition.operator, condition.operator)
        if condition.operator in NO_VALUES:
            return f"{label}: {words}"
        if condition.operator in {"last_days", "next_days"}:
            number = condition.values[0] if condition.values and isinstance(condition.values[0], int) else 0
            if condition.operator == "last_days":
                return f"{label}: " + self.tr("last %n day(s)", "", number)
            return f"{label}: " + self.tr("next %n day(s)", "", number)
        said = [_said(value, field) for value in condition.values]
        if condition.operator == "between":
            low, high = (*said, "", "")[:2]
            if low and high:
                return f"{label}: {low} – {high}"
            return f"{label}: ≥ {low}" if low else f"{label}: ≤ {high}"
        if condition.operator in {"one_of", "all_of", "none_of"}:
            found = ", ".join(said)
            if len(said) > MOST_NAMED:
                found = self.tr("%n value(s)", "", len(said))
            return f"{label}: {found}" if condition.operator == "one_of" else f"{label} {words}: {found}"
        quoted = f"“{said[0]}”" if field is not None and field.kind == "text" else said[0] if said else ""
        return f"{label} {words} {quoted}"


def _said(value: ConditionValue, field: ListField | None) -> str:
    if value is None:
        return ""
    if isinstance(value, Money):
        return money_text(value)
    if isinstance(value, date):
        return date_text(value)
    if field is not None and field.choices:
        return next((choice.label for choice in field.choices if choice.code == value), str(value))
    return str(value)
