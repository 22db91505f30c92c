"""ReportView: what becomes of every row, narrowed to one outcome, with the whole story of the row that is chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.views.exchange import Query
from desktop.views.spreadsheets import Exported
from desktop.views.table_import import FAILED, OUTCOMES, RowReport, TableReport
from ui.bridge import Bridge
from ui.exporting import csv_delimiter
from ui.import_wizard.step import PlainTable, TextTable
from ui.theme import theme
from ui.widgets.buttons import Button


class ReportView(QWidget):
    """Rows of a TableReport; ``done``: it has been imported, not only checked."""

    opened = Signal(int)
    """The record of a row is to be opened."""

    def __init__(self, bridge: Bridge, parent: QWidget, *, done: bool, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        look = theme()
        self._bridge = bridge
        self._done = done
        self._report: TableReport | None = None
        self._rows: tuple[RowReport, ...] = ()
        self.folder = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        self._group = QButtonGroup(self)
        self.filters: dict[str, Button] = {}
        row = QHBoxLayout()
        row.setSpacing(look.px(6))
        for place, outcome in enumerate(("", *OUTCOMES)):
            button = Button("", self, kind="choice", name=f"reportFilter_{outcome or 'all'}")
            self._group.addButton(button, place)
            self.filters[outcome] = button
            row.addWidget(button)
        row.addStretch(1)
        self.export_button = Button(self.tr("Save the report..."), self, icon="download", name="exportReportButton")
        self.export_button.clicked.connect(self._choose_target)
        row.addWidget(self.export_button)
        column.addLayout(row)
        self._model = TextTable(self)
        self.table = PlainTable(self, name=f"{name}Table")
        self.table.setModel(self._model)
        self.table.setAccessibleName(self.tr("Rows and what becomes of them"))
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_row())
        self.table.doubleClicked.connect(lambda _index: self._open())
        column.addWidget(self.table, 3)
        self.detail = QPlainTextEdit(self)
        self.detail.setObjectName(f"{name}Detail")
        self.detail.setReadOnly(True)
        self.detail.setTabChangesFocus(True)
        self.detail.setAccessibleName(self.tr("The row that is chosen"))
        self.detail.setMinimumHeight(look.px(90))
        column.addWidget(self.detail, 1)
        self._group.idClicked.connect(lambda _place: self._narrow())

    def show_report(self, report: TableReport) -> None:
        """Show a report; errors first where there are any."""
        self._report = report
        words = self._outcome_words()
        number = QLocale().toString
        for outcome, button in self.filters.items():
            count = report.counts.get(outcome, 0) if outcome else len(report.rows)
            button.setText(f"{words[outcome]}: {number(count)}")
            button.setVisible(count > 0 or not outcome)
        self.filters[FAILED if report.counts.get(FAILED) and not self._done else ""].setChecked(True)
        self._narrow()

    def chosen(self) -> RowReport | None:
        """Return the row that is chosen."""
        place = self.table.currentIndex().row()
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def _outcome_words(self) -> dict[str, str]:
        return {
            "": self.tr("All rows"),
            "created": self.tr("Created") if self._done else self.tr("To be created"),
            "updated": self.tr("Updated") if self._done else self.tr("To be updated"),
            "unchanged": self.tr("The same already"),
            "skipped": self.tr("Left out"),
            "error": self.tr("Errors"),
        }

    def _outcome(self) -> str:
        place = self._group.checkedId()
        return list(self.filters)[place] if place >= 0 else ""

    def _narrow(self) -> None:
        if self._report is None:
            return
        wanted = self._outcome()
        self._rows = tuple(row for row in self._report.rows if not wanted or row.outcome == wanted)
        single = {
            "created": self.tr("created") if self._done else self.tr("will be created"),
            "updated": self.tr("updated") if self._done else self.tr("will be updated"),
            "unchanged": self.tr("the same already"),
            "skipped": self.tr("left out"),
            "error": self.tr("error"),
        }
        headings = (self.tr("Line"), self.tr("What becomes of it"), self.tr("Record"), self.tr("Details"))
        self._model.show(headings, _Lines(self._rows, single))
        for place, width in enumerate((60, 150, 220)):
            self.table.setColumnWidth(place, theme().px(width))
        if self._rows:
            self.table.selectRow(0)
        self._show_row()

    def _show_row(self) -> None:
        row = self.chosen()
        self.detail.setPlainText("" if row is None else self._story(row))

    def _story(self, row: RowReport) -> str:
        lines = [f"{row.number}: {row.title}"]
        for one in row.problems:
            cell = self.tr("{column} “{value}”:").format(column=one.column, value=one.value)
            place = cell if one.value else f"{one.column}:" if one.column else ""
            lines.append(" ".join(part for part in (place, one.why, one.mend) if part))
        for change in row.changes:
            before = f"{change.before} → " if change.before else ""
            lines.append(f"{change.label}: {before}{change.after}")
        return "\n".join([*lines, *([row.note] if row.note else [])])

    def _open(self) -> None:
        row = self.chosen()
        if self._done and row is not None and row.record is not None:
            self.opened.emit(row.record)

    # the report as a file

    def _choose_target(self) -> None:
        name, _filter = QFileDialog.getSaveFileName(
            self.window(),
            self.tr("Save the report"),
            str(Path(self.folder) / f"{self.tr('import report')}.csv"),
            self.tr("CSV (*.csv);;Workbook (*.xlsx)"),
        )
        if name:
            self.export_to(name)

    def export_to(self, path: str) -> None:
        """Write the rows of the outcome that is chosen."""
        outcome = self._outcome()
        wanted = (outcome,) if outcome else ()
        query = Query(
            "export_report", report=self._report, path=path, delimiter=csv_delimiter(), outcomes=wanted
        )  # fmt: skip
        self._bridge.ask(query, self._exported, self._not_exported, owner=self, key="report")

    def _exported(self, exported: Exported) -> None:
        self.export_button.setToolTip(self.tr("Saved: {path}").format(path=exported.path))
        self.export_button.setText(self.tr("The report is saved"))

    def _not_exported(self, error: Exception) -> None:
        self.detail.setPlainText(str(error))


class _Lines(Sequence[tuple[str, ...]]):
    """The rows of a report as texts, each made when it comes into view: there may be 100 000."""

    def __init__(self, rows: Sequence[RowReport], outcomes: Mapping[str, str]) -> None:
        self._rows = rows
        self._outcomes = outcomes

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, place: Any) -> Any:
        row = self._rows[place]
        return str(row.number), self._outcomes[row.outcome], row.title, _details(row)


def _details(row: RowReport) -> str:
    """Return a row's story on one line."""
    if row.problems:
        return " ".join(": ".join(part for part in (one.column, one.why) if part) for one in row.problems)
    changed = ", ".join(
        f"{change.label}: {change.before} → {change.after}" if change.before else f"{change.label}: {change.after}"
        for change in row.changes
    )
    return " ".join(part for part in (changed, row.note) if part)
