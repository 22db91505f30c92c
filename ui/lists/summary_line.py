"""SummaryLine (summaryLine): the foot of a list: how many records, what they come to, and those selected."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views.conditions import ListSummary
from ui.formats import exact_money_text, money_text
from ui.theme import theme
from ui.widgets.labels import ElidedLabel, Text


class SummaryLine(QWidget):
    """At the left all records of the list, at the right those selected (nothing for one alone)."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("summaryLine")
        self._all: ListSummary | None = None
        self._selected: ListSummary | None = None
        look = theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(12), look.px(4), look.px(12), look.px(2))
        row.setSpacing(look.px(16))
        self.all_label = ElidedLabel("", self, tone="muted", name="summaryAll")
        self.selected_label = Text("", self, role="strong", name="summarySelected")
        row.addWidget(self.all_label, 1)
        row.addWidget(self.selected_label)
        self.retranslate()

    def show_all(self, summary: ListSummary | None) -> None:
        """Show what the whole list comes to; None while that is not known."""
        self._all = summary
        self.retranslate()

    def show_selected(self, summary: ListSummary | None) -> None:
        """Show what the selection comes to; None for no selection."""
        self._selected = summary
        self.retranslate()

    def retranslate(self) -> None:
        """Say all words in the language in force."""
        self.setAccessibleName(self.tr("Summary of the list"))
        whole = self._all
        said = "" if whole is None else self._count(whole.count)
        if whole is not None and self._selected is None:  # beside a selection there is no room for both
            said = self._said(whole, said)
        self.all_label.setText(said)
        self.all_label.setToolTip(self._exact(self._all))
        chosen = self._selected
        self.selected_label.setText(
            "" if chosen is None else self._said(chosen, self.tr("%Ln selected", "", chosen.count))
        )
        self.selected_label.setToolTip(self._exact(chosen))
        self.selected_label.setVisible(chosen is not None)

    def _count(self, count: int) -> str:
        return self.tr("Records: {count}").format(count=QLocale().toString(count))

    def _said(self, summary: ListSummary, count: str) -> str:
        if not summary.totals:
            return count
        total = " + ".join(money_text(one.amount) for one in summary.totals)
        said = f"{count} · {summary.label}: {total}"
        if summary.base is not None:
            said += " · " + self.tr("at today's rates {amount}").format(amount=money_text(summary.base))
        return said

    def _exact(self, summary: ListSummary | None) -> str:
        if summary is None or not summary.totals:
            return ""
        return "\n".join(
            self.tr("{amount} in %n record(s)", "", one.records).format(amount=exact_money_text(one.amount))
            for one in summary.totals
        )
