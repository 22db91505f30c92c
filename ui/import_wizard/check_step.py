"""CheckStep: what would become of every row; rows with errors are left out only if the person says so."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.table_import import CREATED, FAILED, UPDATED, TableReport
from ui.bridge import Bridge
from ui.import_wizard.report_view import ReportView
from ui.import_wizard.step import Step
from ui.theme import theme
from ui.widgets.labels import Text
from ui.widgets.switch import Switch


class CheckStep(Step):
    """The report of a check. Nothing has been changed yet."""

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: TableReport | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        self.summary = Text("", self, role="strong", wrap=True, name="importSummary")
        self.report = ReportView(bridge, self, done=False, name="importReport")
        self.leave_out = Switch(self.tr("Leave out the rows with errors"), self, name="leaveOutErrorsSwitch")
        self.leave_out.toggled.connect(lambda _on: self.changed.emit())
        column.addWidget(self.summary)
        column.addWidget(self.report, 1)
        column.addWidget(self.leave_out)

    def title(self) -> str:
        """Check."""
        return self.tr("Check")

    def first_field(self) -> QWidget:
        """The table."""
        return self.report.table

    def show_report(self, report: TableReport) -> None:
        """Show what a check has found."""
        self._shown = report
        failed = report.counts.get(FAILED, 0)
        self.leave_out.setChecked(False)
        self.leave_out.setVisible(failed > 0)
        made = sum(report.made.values())
        parts = [
            self.tr("%n row(s) checked. Nothing has been changed yet.", "", len(report.rows)),
            self.tr("%n row(s) cannot be taken.", "", failed) if failed else "",
            self.tr("%n record(s) that rows refer to will be created too.", "", made) if made else "",
        ]
        self.summary.setText(" ".join(part for part in parts if part))
        self.report.show_report(report)

    def leaves_out_errors(self) -> bool:
        """Whether the person wants the rows without errors alone."""
        return self.leave_out.isChecked()

    def why_not(self) -> str:
        """Return what stands in the way of the import."""
        if self._shown is None:
            return ""
        counts = self._shown.counts
        if counts.get(FAILED) and not self.leaves_out_errors():
            return self.tr("Correct the rows with errors in the file, or leave them out.")
        if not counts.get(CREATED) and not counts.get(UPDATED):
            return self.tr("There is nothing to import.")
        return ""
