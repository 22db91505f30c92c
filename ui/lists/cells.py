"""What a cell says: the text of every kind of column, and of a due time with its state and the icon for it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.views.exchange import Money
from ui.formats import date_text, due_text, moment_text, money_text
from ui.lists.columns import Column

DUE_TONES: dict[str, tuple[str, str]] = {
    "overdue": ("circle-alert", "bad_text"),
    "today": ("clock", "warning_text"),
    "ahead": ("calendar", "muted"),
    "missing": ("triangle-alert", "warning_text"),
    "unplanned": ("clock", "muted"),
    "done": ("check", "good_text"),
    "cancelled": ("x", "muted"),
    "closed": ("", "muted"),
}
"""State of a due time to its icon and the tone of icon and words."""

KIND_ICONS = {"task": "square-check", "call": "phone", "meeting": "users"}
"""Kind of an activity to its icon."""


def cell_text(row: Any, column: Column, now: datetime) -> str:
    """Return what a cell says, in the language in force."""
    value = getattr(row, column.name)
    if column.kind == "due":
        return due_words(row, value, now)
    if column.kind == "stage":
        percent = stage_percent(row)
        return f"{value} {percent} %" if percent is not None else str(value)
    if value is None:
        return ""
    if column.kind == "span":
        return span_text(value)
    if isinstance(value, Money):
        return money_text(value)
    if isinstance(value, datetime):
        return moment_text(value, now=now)
    if isinstance(value, date):
        return date_text(value)
    if column.name == "probability":
        return f"{value} %"
    return str(value)


def span_text(seconds: int) -> str:
    """Say how long something took, by its two largest units: "2 d 0 h", "5 h 49 m", "12 m", "40 s"; "" for no time."""
    translate = QCoreApplication.translate
    minutes = seconds // 60
    if minutes >= 24 * 60:
        return translate("Lists", "{days} d {hours} h").format(days=minutes // 1440, hours=minutes % 1440 // 60)
    if minutes >= 60:
        return translate("Lists", "{hours} h {minutes} m").format(hours=minutes // 60, minutes=minutes % 60)
    if minutes:
        return translate("Lists", "{minutes} m").format(minutes=minutes)
    return translate("Lists", "{seconds} s").format(seconds=seconds) if seconds else ""


def stage_percent(row: Any) -> int | None:
    """Return the probability that a row's stage stands for, None where stages have none (leads)."""
    return getattr(row, "probability", None)


def stage_tone(row: Any) -> str:
    """Return the tone of a row's stage: good for won, bad for lost, muted for what is closed otherwise."""
    code = row.stage_code
    if getattr(row, "due_state", "") == "closed" or code in {"satisfied", "disqualified"}:
        if code == "satisfied" or getattr(row, "probability", 0) == 100:
            return "good"
        return "bad" if hasattr(row, "probability") else "muted"
    return "accent"


def due_words(row: Any, due_at: datetime | None, now: datetime) -> str:
    """Say a due time with its state, so that the colour is not needed to understand it."""
    state = row.due_state
    if state == "missing":
        return QCoreApplication.translate("Lists", "No next step")
    if state == "unplanned":
        return QCoreApplication.translate("Lists", "No next step yet")
    if state == "closed" or due_at is None:
        return ""
    if state == "done":
        return QCoreApplication.translate("Lists", "Done")
    if state == "cancelled":
        return QCoreApplication.translate("Lists", "Cancelled")
    return due_text(due_at, state, now)
