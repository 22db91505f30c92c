"""How the dashboard writes amounts, shares, days and hours, and how it calls what is behind a number."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.views.analytics import Sums
from desktop.views.behind import Behind
from desktop.views.exchange import Money
from ui.analytics.period import span_words
from ui.formats import currency_digits, money_text

SPACE = "\u00a0"
DOT = f"{SPACE}· "


def short_money(money: Money) -> str:
    """Write an amount shortly, as charts do: € 1.1 M, 20 тыс. €; below a thousand as usual."""
    whole = money.minor / 10 ** currency_digits(money.currency)
    translate = QCoreApplication.translate
    for least, unit in (
        (1e9, translate("Analytics", "{number} bn")),
        (1e6, translate("Analytics", "{number} M")),
        (1e3, translate("Analytics", "{number} K")),
    ):
        if abs(whole) >= least * 0.9995:
            number = whole / least
            digits = 1 if abs(number) < 99.95 else 0
            text = QLocale().toString(number, "f", digits)
            point = QLocale().decimalPoint()
            if digits and text.endswith(f"{point}0"):
                text = text[: -len(point) - 1]
            plain = money_text(Money(7 * 10 ** currency_digits(money.currency), money.currency))
            return plain.replace("7", unit.format(number=text).replace(" ", SPACE), 1)
    return money_text(Money(round(whole) * 10 ** currency_digits(money.currency), money.currency))


def short_sums(sums: Sums) -> str:
    """Write sums shortly, each currency by itself: € 1.1 M + $ 20 K."""
    first, *others = sums
    shown = [first, *others] if first.minor or not others else others
    return " + ".join(short_money(money) for money in shown)


def full_sums(sums: Sums) -> str:
    """Write sums to the last digit, each currency by itself."""
    first, *others = sums
    shown = [first, *others] if first.minor or not others else others
    return " + ".join(money_text(money) for money in shown)


def number_text(number: int) -> str:
    """Write a count, grouped as the locale does."""
    return QLocale().toString(number)


def share_text(share: float | None) -> str:
    """Write a share of one as a percentage; a dash for none."""
    return "–" if share is None else f"{round(share * 100)}{SPACE}%"


def days_text(days: float) -> str:
    """Write days for a chart: 6 d, 0.4 d."""
    text = QLocale().toString(float(days), "f", 1 if days < 9.95 and round(days, 1) != round(days) else 0)
    return QCoreApplication.translate("Analytics", "{days} d").format(days=text).replace(" ", SPACE)


def hours_text(minutes: float) -> str:
    """Write time spent in hours: 38 h, 0.5 h."""
    hours = minutes / 60
    text = QLocale().toString(float(hours), "f", 1 if hours < 9.95 and round(hours, 1) != round(hours) else 0)
    return QCoreApplication.translate("Analytics", "{hours} h").format(hours=text).replace(" ", SPACE)


def behind_words(behind: Behind) -> str:
    """Say what a list is narrowed to: "Won, Price, Q1 2026, My team"."""
    translate = QCoreApplication.translate
    kind = {
        "won": translate("Analytics", "Won"),
        "lost": translate("Analytics", "Lost"),
        "closed": translate("Analytics", "Closed"),
        "reached": translate("Analytics", "Reached “{stage}”"),
        "stood": translate("Analytics", "Left “{stage}”"),
        "forecast": translate("Analytics", "Open, in the forecast"),
    }[behind.figure]
    parts = [kind.replace("{stage}", behind.label)]
    if behind.reason == 0:
        parts.append(translate("Analytics", "no reason given"))
    elif behind.competitor == "":
        parts.append(translate("Analytics", "no competitor named"))
    elif behind.label and not behind.stage:
        parts.append(behind.label)
    parts.append(span_words(behind.filter.first, behind.filter.last))
    if behind.narrowed:
        parts.append(behind.narrowed)
    return ", ".join(parts)
