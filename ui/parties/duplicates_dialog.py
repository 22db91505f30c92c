"""DuplicatesDialog: groups of accounts, contacts or leads that may be the same, to be merged or told apart."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.views.duplicates import SuspectGroup, SuspectList
from desktop.views.exchange import Action, Changes, Place, Query
from ui.bridge import Bridge
from ui.parties.merge_dialog import MergeDialog
from ui.theme import theme
from ui.widgets.dialog import Dialog
from ui.widgets.hint import EmptyState
from ui.widgets.labels import Text
from ui.widgets.rows import Row, RowList

MOST = 4
"""The most records that are compared side by side; a larger group is merged in several steps."""


class DuplicatesDialog(Dialog):
    """The groups, the surest first; Enter or a double click compares a group's records."""

    go = Signal(object)

    def __init__(self, window: QWidget, bridge: Bridge, subject: str) -> None:
        super().__init__(window, "", name="duplicatesDialog", width=720)
        self._bridge = bridge
        self._subject = subject
        self._groups: tuple[SuspectGroup, ...] = ()
        self.set_title(self.tr("Find duplicates"))
        self._about = Text(self.tr("Looking through all records..."), self.sheet, tone="muted", wrap=True)
        self.body.addWidget(self._about)
        self.list = RowList(self.sheet, name="duplicateList", single_click=False, wrap=True)
        self.list.setAccessibleName(self.tr("Records that may be the same"))
        self.list.setMinimumHeight(theme().px(320))
        self.list.chosen.connect(lambda _key: self.compare())
        self.list.selectionModel().currentChanged.connect(lambda *_: self._selected())
        self.body.addWidget(self.list, 1)
        self._empty = EmptyState("circle-check", self.sheet, name="noDuplicates")
        nothing = self.tr("Names, addresses and phone numbers were compared. Nothing is there twice.")
        self._empty.set_texts(self.tr("No duplicates"), nothing)
        self._empty.hide()
        self.body.addWidget(self._empty, 1)
        self.add_button(self.tr("Close"), name="duplicatesCloseButton")
        self.open_button = self.add_button(self.tr("Open"), run=self._open, name="openDuplicateButton")
        self.apart = self.add_button(self.tr("They are different"), run=self._tell_apart, name="apartButton")
        self.merge = self.add_button(
            self.tr("Compare and merge..."), kind="primary", run=self.compare, name="compareButton"
        )
        bridge.changed.connect(self._changed)
        self._selected()

    def open(self) -> None:
        """Show it and look for duplicates."""
        self.show_over(focus=self.list)
        self._ask()

    def compare(self) -> None:
        """Show the records of the selected group side by side."""
        group = self._group()
        if group is not None:
            records = tuple(one.id for one in group.records[:MOST])
            MergeDialog(self.parentWidget() or self, self._bridge, self._subject, records).open()

    def _ask(self) -> None:
        query = Query("suspect_groups", subject=self._subject)
        self._bridge.ask(query, self._arrived, self._failed, owner=self, key="groups")

    def _changed(self, changes: Changes) -> None:
        if changes.touches(self._subject) or changes.touches("distinct_pair"):
            self._ask()

    def _arrived(self, found: SuspectList) -> None:
        before = self.list.rows().index(row) if (row := self._row()) in self.list.rows() else 0
        self._groups = found.groups
        rows = [
            Row(
                str(number),
                " / ".join(dict.fromkeys(one.label for one in group.records)),
                second=self._second(group),
                right=self.tr("%n record(s)", "", len(group.records)),
            )
            for number, group in enumerate(found.groups)
        ]
        self.list.set_rows(rows, select=rows[min(before, len(rows) - 1)].key if rows else None)
        self.list.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        count = self.tr("%n group(s) of records that may be the same.", "", len(rows))
        more = " " + self.tr("There are more; they come when these are settled.") if found.more else ""
        self._about.setText(count + more)
        self._about.setVisible(bool(rows))
        self._selected()
        self.fit()

    def _second(self, group: SuspectGroup) -> str:
        details = " / ".join(dict.fromkeys(one.detail for one in group.records if one.detail))
        return f"{group.why}: {details}" if details else group.why

    def _failed(self, error: Exception) -> None:
        self._about.setText(str(error))

    def _row(self) -> Row | None:
        key = self.list.selected()
        return next((row for row in self.list.rows() if row.key == key), None)

    def _group(self) -> SuspectGroup | None:
        key = self.list.selected()
        return self._groups[int(key)] if key and int(key) < len(self._groups) else None

    def _selected(self) -> None:
        for button in (self.open_button, self.apart, self.merge):
            button.setEnabled(self._group() is not None)

    def _open(self) -> None:
        group = self._group()
        if group is not None:
            self.accept()
            self.go.emit(Place(self._subject, group.records[0].id))

    def _tell_apart(self) -> None:
        group = self._group()
        if group is not None:
            records = tuple(one.id for one in group.records)
            self._bridge.perform(Action("tell_apart", subject=self._subject, records=records), owner=self)
