"""ResultStep: what was imported, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.exchange import Done, Refused
from desktop.views.table_import import TableReport
from ui.bridge import Bridge
from ui.import_wizard.report_view import ReportView
from ui.import_wizard.step import Step
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.labels import Text


class ResultStep(Step):
    """The report of an import that is done."""

    undo_wanted = Signal(int)
    """The import is to be undone: the action's id."""
    list_wanted = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        look = theme()
        self.action: int | None = None
        """The import, while it can be undone from here."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        self.summary = Text("", self, role="strong", wrap=True, name="importResult")
        self.undo_button = Button(self.tr("Undo the import"), self, icon="undo-2", name="undoImportButton")
        self.undo_button.clicked.connect(self._undo)
        self.list_button = Button(self.tr("Show the list"), self, icon="list", name="showImportedButton")
        self.list_button.clicked.connect(self.list_wanted)
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addWidget(self.summary, 1)
        row.addWidget(self.undo_button)
        row.addWidget(self.list_button)
        self.report = ReportView(bridge, self, done=True, name="importedReport")
        column.addLayout(row)
        column.addWidget(self.report, 1)

    def title(self) -> str:
        """Result."""
        return self.tr("Result")

    def first_field(self) -> QWidget:
        """The way to the list."""
        return self.list_button

    def show_result(self, report: TableReport, done: Done) -> None:
        """Show what was done."""
        self.action = done.changes.action_id if done.undoable else None
        self.summary.setText(done.message)
        self.undo_button.setVisible(self.action is not None)
        self.undo_button.setEnabled(True)
        self.report.setEnabled(True)
        self.report.show_report(report)

    def show_undone(self) -> None:
        """Say that everything is as it was before."""
        self.summary.setText(self.tr("The import was undone: everything is as it was before."))
        self.action = None
        self.undo_button.hide()
        self.report.setEnabled(False)

    def show_refused(self, refused: Refused) -> None:
        """Say what stands in the way of the undo."""
        self.summary.setText(str(refused))
        self.undo_button.setEnabled(True)

    def _undo(self) -> None:
        if self.action is not None:
            self.undo_button.setEnabled(False)
            self.undo_wanted.emit(self.action)
