"""MergeDialog: records side by side, field by field: which is kept, and which value of each field."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QRadioButton, QScrollArea, QWidget

from desktop.views.duplicates import MergeField, MergeSheet
from desktop.views.exchange import Action, Done, Query, Refused
from ui.bridge import Bridge
from ui.formats import date_text
from ui.theme import theme
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Text
from ui.widgets.styling import restyle

ALL = 0
"""The number of the button that keeps the texts of all records."""


class MergeDialog(Dialog):
    """Asks for the records, shows them in columns, merges them as one action. ``on_merged`` gets the kept one's id."""

    def __init__(
        self,
        window: QWidget,
        bridge: Bridge,
        subject: str,
        records: tuple[int, ...],
        on_merged: Callable[[int], object] | None = None,
    ) -> None:
        super().__init__(window, "", name="mergeDialog", width=320 + 270 * len(records))
        self._bridge = bridge
        self._subject = subject
        self._records = records
        self._on_merged = on_merged
        self._sheet: MergeSheet | None = None
        self.keep = QButtonGroup(self)
        self.keep.idClicked.connect(self._follow)
        self._chosen: set[str] = set()
        self.groups: dict[str, QButtonGroup] = {}
        self.set_title(self.tr("Merge records that are the same"))
        about = self.tr(
            "Whatever belongs to the others (opportunities, activities, files, notes ...) goes to the one that is"
            " kept. Undo brings all of it back."
        )
        self.body.addWidget(Text(about, self.sheet, tone="muted", wrap=True))
        self._area = QScrollArea(self.sheet)
        restyle(self._area, role="clear")
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setMinimumHeight(theme().px(250))
        self.body.addWidget(self._area, 1)
        self._wrong = Text("", self.sheet, tone="bad", wrap=True, name="mergeRefusal")
        self._wrong.hide()
        self.body.addWidget(self._wrong)
        self.add_button(self.tr("Cancel"), name="mergeCancelButton")
        self.ok = self.add_button(self.tr("Merge"), kind="primary", run=self.confirm, name="mergeConfirmButton")
        self.ok.setEnabled(False)

    def open(self) -> None:
        """Show it and ask for the records."""
        self.show_over()
        query = Query("merge_sheet", subject=self._subject, ids=self._records)
        self._bridge.ask(query, self._show_sheet, self._failed, owner=self, key="sheet")

    def choices(self) -> dict[str, object]:
        """Return what was chosen, for the action."""
        chosen: dict[str, object] = {}
        for name, group in self.groups.items():
            number = group.checkedId()
            chosen[name] = "all" if number == ALL else number
        return chosen

    def _follow(self, keep: int) -> None:
        """Propose the values of the record that is kept, where nothing was chosen by hand."""
        for name, group in self.groups.items():
            button = group.button(keep)
            if name not in self._chosen and group.checkedId() != ALL and button is not None:
                button.setChecked(True)

    def confirm(self) -> None:
        """Merge."""
        sheet = self._sheet
        if sheet is None or not self.ok.isEnabled():
            return
        self.ok.setEnabled(False)
        keep = self.keep.checkedId()
        action = Action(
            "merge_records",
            subject=self._subject,
            keep=keep,
            others=tuple(record for record in self._records if record != keep),
            choices=self.choices(),
            versions={record.id: record.version for record in sheet.records},
        )
        self._bridge.perform(action, lambda done: self._merged(keep, done), self._refused, owner=self)

    def _merged(self, keep: int, _done: Done) -> None:
        self.accept()
        if self._on_merged is not None:
            self._on_merged(keep)

    def _refused(self, refused: Refused) -> None:
        self.ok.setEnabled(True)
        self._failed(refused)

    def _failed(self, error: Exception) -> None:
        self._wrong.setText(str(error))
        self._wrong.show()
        self.fit()

    # the columns --------------------------------------------------------------------------------

    def _show_sheet(self, sheet: MergeSheet) -> None:
        self._sheet = sheet
        look = theme()
        inside = QWidget()
        restyle(inside, role="clear")
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, look.px(8), 0)
        grid.setHorizontalSpacing(look.px(16))
        grid.setVerticalSpacing(look.px(8))
        for column in range(len(sheet.records)):
            grid.setColumnStretch(column + 1, 1)
        for column, record in enumerate(sheet.records, start=1):
            button = QRadioButton(self.tr("Keep this record"), inside)
            button.setObjectName(f"keep_{record.id}")
            button.setAccessibleName(self.tr("Keep {record}").format(record=record.label))
            self.keep.addButton(button, record.id)
            button.setChecked(record.id == sheet.keep)
            grid.addWidget(Text(record.label, inside, role="strong", wrap=True), 0, column)
            created = self.tr("created {date}").format(date=date_text(record.created_at.astimezone().date()))
            grid.addWidget(
                Text(f"{record.facts} · {created}", inside, tone="muted", role="small", wrap=True), 1, column
            )
            grid.addWidget(button, 2, column)
        row = 3
        shown = [field for field in sheet.fields if any(field.texts)]
        for field in sorted(shown, key=lambda one: not one.differs):
            grid.addWidget(Text(field.label, inside, role="fieldLabel", wrap=True), row, 0, Qt.AlignmentFlag.AlignTop)
            self._add_field(grid, inside, field, row)
            row += 2 if field.differs and field.long else 1
        grid.setRowStretch(row, 1)
        self._area.setWidget(inside)
        self.ok.setEnabled(True)
        first = self.keep.checkedButton()
        if first is not None:
            first.setFocus()
        self.fit()

    def _add_field(self, grid: QGridLayout, parent: QWidget, field: MergeField, row: int) -> None:
        assert self._sheet is not None
        if not field.differs:
            text = next(text for text in field.texts if text)
            span = len(self._sheet.records)
            grid.addWidget(Text(_short(text), parent, tone="muted", wrap=True), row, 1, 1, span)
            return
        group = self.groups[field.name] = QButtonGroup(self)
        group.idClicked.connect(lambda _number, name=field.name: self._chosen.add(name))
        for column, (record, text) in enumerate(zip(self._sheet.records, field.texts, strict=True), start=1):
            if not text:
                grid.addWidget(Text("·", parent, tone="muted"), row, column)
                continue
            button = QRadioButton(_short(text).replace("&", "&&"), parent)
            button.setObjectName(f"{field.name}_{record.id}")
            button.setToolTip(text)
            button.setAccessibleName(f"{field.label}: {text}")
            group.addButton(button, record.id)
            button.setChecked(record.id == field.chosen)
            grid.addWidget(button, row, column)
        if field.long:
            button = QRadioButton(self.tr("All of them, below each other"), parent)
            button.setObjectName(f"{field.name}_all")
            button.setAccessibleName(f"{field.label}: {button.text()}")
            group.addButton(button, ALL)
            button.setChecked(True)
            grid.addWidget(button, row + 1, 1, 1, len(self._sheet.records))


def _short(text: str) -> str:
    """Return the beginning of a long text in one line."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:57]}..."
