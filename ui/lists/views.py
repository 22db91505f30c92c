"""The views of a list page: choosing one, telling whether the list still is as it keeps, saving, sharing, deleting."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, Signal

from desktop.views.conditions import ListViews, ViewColumn, ViewContent
from desktop.views.exchange import Action, Done, Query, Refused
from desktop.views.rows import ListFilter
from ui.lists.columns import SORTED_BY
from ui.lists.filters import FilterBar
from ui.lists.table import ListTable
from ui.lists.views_button import ViewsButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.bridge import Bridge

WIDTHS_ALIKE = 3
"""Columns whose widths differ by no more count as alike (measures of the design)."""


class Views(QObject):
    """``applied`` follows whenever a view has narrowed and sorted the list anew."""

    applied = Signal()
    known = Signal()
    """The views have been read for the first time; a view that the list opens with is applied by then."""

    def __init__(self, page: QWidget, bridge: Bridge, subject: str, filters: FilterBar, table: ListTable) -> None:
        super().__init__(page)
        self._page = page
        self._bridge = bridge
        self._subject = subject
        self._filters = filters
        self._table = table
        self._own_columns: QByteArray | None = None
        self._own_by_hand = False
        self._next = ""
        self._read = False
        self._opens_with_usual = True
        self.button = ViewsButton(page)
        self.button.chosen.connect(self.choose)
        self.button.wanted.connect(self._do)

    def load(self) -> None:
        """Ask for the views."""
        query = Query("list_views", subject=self._subject)
        self._bridge.ask(query, self._arrived, self._not_read, owner=self, key="views")

    def leave_as_is(self) -> None:
        """Do not open with the person's usual view: the list is narrowed to something that was asked for."""
        self._opens_with_usual = False

    def is_read(self) -> bool:
        """Whether the views have been read."""
        return self._read

    def shows_own_columns(self) -> bool:
        """Whether the columns are the list's own, and not those of a view."""
        return self._own_columns is None

    def is_standard(self) -> bool:
        """Whether no view is shown."""
        return not self.button.key()

    def content(self) -> ViewContent:
        """Return the list as it is now, as a view keeps it."""
        narrowed = self._filters.filter()
        name, descending = self._table.sort()
        return ViewContent(
            narrowed.scope,
            narrowed.state,
            narrowed.text,
            narrowed.stages,
            narrowed.conditions,
            narrowed.match,
            self._table.columns_now(),
            name,
            descending,
        )

    def follow(self) -> None:
        """Tell whether the list still is as its view keeps it."""
        row = self.button.row()
        self.button.show_view(self.button.key(), changed=row is not None and not _alike(row.content, self.content()))

    def choose(self, key: str) -> None:
        """Show the list as a view keeps it; "" shows it as it is at first."""
        row = self.button.row(key)
        kept = ViewContent() if row is None else row.content
        if kept.columns:
            if self._own_columns is None:
                self._keep_own_columns()
            self._table.show_columns(kept.columns)
        elif self._own_columns is not None:
            own, self._own_columns = self._own_columns, None
            if self._own_by_hand:
                self._table.restore_columns(own)
            else:
                self._table.reset_columns()
        self._table.show_sort(kept.sort or SORTED_BY[self._subject], kept.descending)
        self._filters.set_filter(
            ListFilter(kept.scope, kept.state, kept.text, kept.stages, None, kept.conditions, kept.match)
        )
        self.button.show_view(key if row is not None else "", changed=False)
        self.applied.emit()

    def _arrived(self, views: ListViews) -> None:
        first, self._read = not self._read, True
        before = self.button.key()
        self.button.set_views(views)
        if self._next and self.button.row(self._next) is not None:
            self.button.show_view(self._next, changed=False)
            self._next = ""
            if self._own_columns is None:  # what is set from now on is the view's
                self._keep_own_columns()
        if first and views.usual and not before and self._opens_with_usual:
            self.choose(views.usual)
        else:
            self.follow()
        if first:
            self.known.emit()

    def _not_read(self, _error: Exception) -> None:
        self._read = True
        self.known.emit()

    def _keep_own_columns(self) -> None:
        self._own_columns, self._own_by_hand = self._table.columns_state(), self._table.is_set_by_hand()

    # what is done with a view

    def _do(self, what: str) -> None:
        key, row = self.button.key(), self.button.row()
        if what == "open_with":
            wanted = "" if self.button.usual() == key else key
            self._perform(Action("open_with_view", subject=self._subject, view=wanted))
        elif what == "save_as":
            self._ask_name("" if row is None else row.name, new=True)
        elif row is not None and what == "rename":
            self._ask_name(row.name, new=False)
        elif row is not None and key.startswith("saved:"):
            number = int(key.removeprefix("saved:"))
            if what == "save":
                self._perform(Action("save_view", id=number, content=self.content()))
            elif what == "share":
                self._perform(Action("save_view", id=number, shared=not row.shared))
            elif what == "delete":
                self._perform(Action("delete_view", id=number))

    def _perform(self, action: Action) -> None:
        self._bridge.perform(action, lambda _done: self.load(), owner=self)

    def _ask_name(self, name: str, *, new: bool) -> None:
        from ui.lists.view_name_dialog import ViewNameDialog

        title = self.tr("Save the view as") if new else self.tr("Rename the view")
        dialog = ViewNameDialog(self._page.window(), title, name, False, ask_shared=new)
        row = self.button.row()
        key = "" if row is None else row.key

        def named(text: str, shared: bool) -> None:
            if new:
                action = Action("create_view", subject=self._subject, name=text, content=self.content(), shared=shared)
            else:
                action = Action("save_view", id=int(key.removeprefix("saved:")), name=text)
            self._bridge.perform(action, done, refused, owner=dialog)

        def done(outcome: Done) -> None:
            made = outcome.result.get("view")
            if isinstance(made, int):
                self._next = f"saved:{made}"
            dialog.accept()
            self.load()

        def refused(why: Refused) -> None:
            dialog.refuse(str(why))

        dialog.named.connect(named)
        dialog.show_over(focus=dialog.name_edit)
        dialog.name_edit.selectAll()


def _alike(kept: ViewContent, now: ViewContent) -> bool:
    """Compare what the view says anything about."""
    if kept.columns and not _columns_alike(kept.columns, now.columns):
        return False
    if kept.sort and (kept.sort, kept.descending) != (now.sort, now.descending):
        return False
    return replace(kept, columns=(), sort="", descending=False) == replace(now, columns=(), sort="", descending=False)


def _columns_alike(kept: tuple[ViewColumn, ...], now: tuple[ViewColumn, ...]) -> bool:
    if [column.name for column in kept] != [column.name for column in now]:
        return False
    pairs = zip(kept, now, strict=True)
    return all(not mine.width or abs(mine.width - other.width) <= WIDTHS_ALIKE for mine, other in pairs)
