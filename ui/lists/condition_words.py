"""What conditions say: the words of their operators, and the sentence on a chip."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication

from desktop.views.conditions import NO_VALUES, Condition, ConditionValue, ListField
from desktop.views.exchange import Money
from ui.formats import date_text, money_text

MOST_NAMED = 3
"""How many chosen values a chip names; more are counted."""


def operator_words() -> Mapping[str, str]:
    """Return how each operator is called, in the language in force."""
    translate = QCoreApplication.translate
    return {
        "contains": translate("Conditions", "contains"),
        "lacks": translate("Conditions", "does not contain"),
        "is": translate("Conditions", "is"),
        "one_of": translate("Conditions", "is one of"),
        "none_of": translate("Conditions", "is none of"),
        "all_of": translate("Conditions", "has all of"),
        "me": translate("Conditions", "is me"),
        "team": translate("Conditions", "is one of my team"),
        "between": translate("Conditions", "is between"),
        "at_least": translate("Conditions", "is at least"),
        "at_most": translate("Conditions", "is at most"),
        "this_week": translate("Conditions", "this week"),
        "this_month": translate("Conditions", "this month"),
        "this_quarter": translate("Conditions", "this quarter"),
        "last_days": translate("Conditions", "in the last days"),
        "next_days": translate("Conditions", "in the next days"),
        "before": translate("Conditions", "before"),
        "after": translate("Conditions", "after"),
        "empty": translate("Conditions", "is empty"),
        "filled": translate("Conditions", "is not empty"),
        "yes": translate("Conditions", "yes"),
        "no": translate("Conditions", "no"),
    }


def condition_text(condition: Condition, field: ListField | None) -> str:
    """Return what a chip says: "Amount is between €1,000 and €5,000"."""
    translate = QCoreApplication.translate
    label = condition.field if field is None else field.label
    words = operator_words().get(condition.operator, condition.operator)
    if condition.operator in NO_VALUES:
        return f"{label}: {words}"
    if condition.operator in {"last_days", "next_days"}:
        number = condition.values[0] if condition.values and isinstance(condition.values[0], int) else 0
        if condition.operator == "last_days":
            return f"{label}: " + translate("Conditions", "last %n day(s)", "", number)
        return f"{label}: " + translate("Conditions", "next %n day(s)", "", number)
    said = [_said(value, field) for value in condition.values]
    if condition.operator == "between":
        low, high = (*said, "", "")[:2]
        if low and high:
            return f"{label}: {low} – {high}"
        return f"{label}: ≥ {low}" if low else f"{label}: ≤ {high}"
    if condition.operator in {"one_of", "all_of", "none_of"}:
        found = ", ".join(said)
        if len(said) > MOST_NAMED:
            found = translate("Conditions", "%n values", "", len(said))
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
