"""What stands below a list: the bar that changes all selected records at once, and the foot that adds them up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.conditions import ListSummary
from desktop.views.exchange import Query
from desktop.views.rows import ListFilter
from ui.lists.bulk_bar import BulkBar
from ui.lists.summary_line import SummaryLine
from ui.lists.table import ListTable

if TYPE_CHECKING:
    from ui.bridge import Bridge

PAUSE = 120
"""Milliseconds after which the foot is added up, so that the rows come first."""


class Selection(QObject):
    """Follows what is selected in the table, and what the list is narrowed to."""

    def __init__(self, page: QWidget, bridge: Bridge, subject: str, table: ListTable, below: QVBoxLayout) -> None:
        super().__init__(page)
        self._page = page
        self._bridge = bridge
        self._subject = subject
        self._table = table
        self._filter = ListFilter()
        self._summed = False
        self._whole: ListSummary | None = None
        self.bulk_bar = BulkBar(page, subject)
        self.summary = SummaryLine(page)
        below.addWidget(self.bulk_bar)
        below.addWidget(self.summary)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._sum_up)
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(PAUSE)
        self._look.timeout.connect(self._sum_up_selected)
        table.selected.connect(self._selected)
        table.delete_wanted.connect(lambda: self.change("delete"))
        table.menu_wanted.connect(self._open_menu)
        self.bulk_bar.wanted.connect(self.change)
        self.bulk_bar.cleared.connect(self._clear)

    def sum_up(self, narrowed: ListFilter, count: int) -> None:
        """Add up the list of so many records narrowed like this, soon; until then the foot says their number alone."""
        if narrowed != self._filter or self._whole is None or self._whole.count != count:
            self.summary.show_all(ListSummary(count, "", (), None))
        self._filter = narrowed
        self._whole = None
        self._pause.start()
        self._bridge.ask(Query("may_manage"), self.bulk_bar.set_deleting, owner=self, key="right")
        self._selected()

    def is_summed(self) -> bool:
        """Whether the foot says what the list is now."""
        return self._summed and not self._pause.isActive() and not self._look.isActive()

    def retranslate(self) -> None:
        """Say all words in the language in force; what the core says is read again."""
        self.bulk_bar.retranslate()
        self.summary.retranslate()
        if self._summed:
            self._pause.start()

    def change(self, change: str) -> None:
        """Open the dialog that changes all selected records."""
        from ui.lists.bulk_dialog import BulkDialog

        ids = self._table.selected_ids()
        if change == "delete" and len(ids) > 1 and not self.bulk_bar.deleting.enabled:
            self._bridge.refused.emit(self.bulk_bar.deleting.why_not)
        elif ids and change in self.bulk_bar.buttons:
            BulkDialog(self._page.window(), self._bridge, self._subject, ids, change).open()

    def _selected(self) -> None:
        self.bulk_bar.show_count(self._table.selected_count())
        self._look.start()

    def _clear(self) -> None:
        self._table.clearSelection()
        self._table.setFocus()

    def _sum_up(self) -> None:
        query = Query("list_summary", subject=self._subject, filter=self._filter)
        self._bridge.ask(query, self._summed_up, self._not_summed, owner=self, key="all")

    def _summed_up(self, summary: ListSummary) -> None:
        self._summed = True
        self._whole = summary
        self.summary.show_all(summary)

    def _not_summed(self, _error: Exception) -> None:
        """What is wrong with the filter, the list itself has said."""
        self._summed = True
        self.summary.show_all(None)

    def _sum_up_selected(self) -> None:
        ids = self._table.selected_ids()
        if len(ids) < 2:
            self.summary.show_selected(None)
            return
        if self._whole is not None and self._whole.count == len(ids):
            self.summary.show_selected(self._whole)
            return
        query = Query("selection_summary", subject=self._subject, ids=ids)
        self._bridge.ask(query, self._selected_summed_up, owner=self, key="selected")

    def _selected_summed_up(self, summary: ListSummary) -> None:
        self.summary.show_selected(summary if self._table.selected_count() > 1 else None)

    def _open_menu(self, point: QPoint) -> None:
        if not self._table.selected_ids():
            return
        menu = self.bulk_bar.menu(self._page)
        if self._table.selected_count() == 1:
            from ui.asking_why import add_to  # not above: a start does without

            add_to(menu, self._page.window(), self._table.why_asked(None))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(point)
