"""The periods that the dashboard offers, and how a span of days is called."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QLocale

from ui.formats import date_text, sentence

PRESETS = ("this_month", "this_quarter", "last_quarter", "this_year", "last_year", "last_12_months", "ever")
"""What the menu offers, in its order; besides there are days of one's own."""

Span = tuple[date | None, date | None]


def span(preset: str, today: date) -> Span:
    """Return first and last day of a preset; None is without end."""
    quarter = date(today.year, (today.month - 1) // 3 * 3 + 1, 1)
    spans: dict[str, Span] = {
        "this_month": (today.replace(day=1), _month(today, 1) - timedelta(days=1)),
        "this_quarter": (quarter, _month(quarter, 3) - timedelta(days=1)),
        "last_quarter": (_month(quarter, -3), quarter - timedelta(days=1)),
        "this_year": (date(today.year, 1, 1), date(today.year, 12, 31)),
        "last_year": (date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)),
        "last_12_months": (_month(today, -11), _month(today, 1) - timedelta(days=1)),
        "ever": (None, None),
    }
    return spans[preset]


def preset_words(preset: str) -> str:
    """Return how a preset is called."""
    translate = QCoreApplication.translate
    return {
        "this_month": translate("Period", "This month"),
        "this_quarter": translate("Period", "This quarter"),
        "last_quarter": translate("Period", "Last quarter"),
        "this_year": translate("Period", "This year"),
        "last_year": translate("Period", "Last year"),
        "last_12_months": translate("Period", "Last 12 months"),
        "ever": translate("Period", "All time"),
    }[preset]


def quarter_words(year: int, quarter: int) -> str:
    """Return how a quarter is called: Q1 2026."""
    return QCoreApplication.translate("Period", "Q{quarter} {year}").format(quarter=quarter, year=year)


def span_words(first: date | None, last: date | None) -> str:
    """Return how a span of days is called: March 2017, Q1 2026, 2017, or its two days."""
    if first is None or last is None:
        if first is not None:
            return QCoreApplication.translate("Period", "since {day}").format(day=date_text(first))
        if last is not None:
            return QCoreApplication.translate("Period", "until {day}").format(day=date_text(last))
        return QCoreApplication.translate("Period", "All time")
    after = last + timedelta(days=1)
    if first.day == 1 and after.day == 1:
        months = (after.year - first.year) * 12 + after.month - first.month
        if months == 1:
            return f"{sentence(month_name(first, short=False))} {first.year}"
        if months == 3 and first.month % 3 == 1:
            return quarter_words(first.year, first.month // 3 + 1)
        if months == 12 and first.month == 1:
            return str(first.year)
    return date_text(first) if first == last else f"{date_text(first)} – {date_text(last)}"


def month_name(day: date, *, short: bool) -> str:
    """Return the name of the day's month as it stands alone."""
    form = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
    return QLocale().standaloneMonthName(day.month, form).rstrip(".")


def column_words(first: date, months: int) -> str:
    """Return what stands below a column of a chart: Jun, Q1 26, 2026."""
    if months == 12:
        return str(first.year)
    if months == 3:
        return QCoreApplication.translate("Period", "Q{quarter}").format(quarter=(first.month - 1) // 3 + 1) + (
            f" {first.year % 100:02d}"
        )
    return sentence(month_name(first, short=True))


def _month(day: date, months: int) -> date:
    number = day.year * 12 + day.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)
