"""RunningTab: who runs the process on what, since when and at which step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.views.exchange import Place, Query
from desktop.views.processes import Running, RunningRow
from ui.bridge import Bridge
from ui.formats import moment_text
from ui.processes.tab import ProcessTab
from ui.processes.table import Cell, RowTable
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.hint import EmptyState
from ui.widgets.labels import Text

_COLUMNS = ((112.0, 0), (150.0, 3), (104.0, 1), (104.0, 1), (152.0, 0), (160.0, 3), (70.0, 0))


class RunningTab(ProcessTab):
    """A double click shows the run on the diagram, the button the record that it is about."""

    touched_by = ("process_instance", "activity", "opportunity", "lead", "incident", "person")

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.setObjectName("runningTab")
        look = theme()
        self._rows: tuple[RunningRow, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(10), 0, 0)
        column.setSpacing(look.px(8))
        self.table = RowTable(self, _COLUMNS, name="runningList", links=True)
        self._empty = EmptyState("workflow", self, name="nothingRunning")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        tools = QHBoxLayout()
        tools.setSpacing(look.px(8))
        self.more_label = Text("", self, tone="muted")
        self.more_button = Button("", self, small=True, name="moreRunningButton")
        self.record_button = Button("", self, name="openRunRecord")
        self.run_button = Button("", self, name="showRunButton")
        for button in (self.run_button, self.record_button):
            tools.addWidget(button)
        tools.addStretch(1)
        tools.addWidget(self.more_label)
        tools.addWidget(self.more_button)
        column.addLayout(tools)
        column.addWidget(self._stack, 1)
        self.table.opened.connect(lambda run: self.go.emit(Place("process_run", run)))
        self.table.linked.connect(lambda _run: self._open_record())
        self.table.chosen.connect(self._renew)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.more_button.clicked.connect(self._read_on)
        self.run_button.clicked.connect(self._open_run)
        self.record_button.clicked.connect(self._open_record)
        self._show(Running((), 0, False))

    def ask(self) -> None:
        """Ask for the runs that were begun first."""
        assert self.view is not None
        self.bridge.ask(Query("process_running", key=self.view.key), self._show, owner=self, key="running")

    def forget(self) -> None:
        """Show nothing of the process before."""
        self._show(Running((), 0, False))

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.table.setAccessibleName(self.tr("Running"))
        self.table.set_headings(
            (
                self.tr("Number"),
                self.tr("Record"),
                self.tr("Stage"),
                self.tr("Person"),
                self.tr("Since"),
                self.tr("Step"),
                self.tr("Version"),
            )
        )
        self.more_button.setText(self.tr("Show more"))
        self.record_button.setText(self.tr("Open the record"))
        self.run_button.setText(self.tr("Show on the diagram"))
        self._empty.set_texts(
            self.tr("Nobody runs this process now"), self.tr("Run starts it; what is under way stands here then.")
        )
        super().retranslate()

    def _read_on(self) -> None:
        assert self.view is not None
        query = Query("process_running", key=self.view.key, after=self._rows[-1].id)
        self.bridge.ask(query, self._append, owner=self, key="running")

    def _append(self, part: Running) -> None:
        self._show(Running((*self._rows, *part.rows), part.total, part.more))

    def _show(self, running: Running) -> None:
        self._rows = running.rows
        self.table.show_rows([(row.id, self._cells(row)) for row in running.rows])
        self._stack.setCurrentIndex(0 if running.rows else 1)
        words = self.tr("{shown} of {total}").format(shown=len(running.rows), total=running.total)
        self.more_label.setText(words)
        for part in (self.more_label, self.more_button):
            part.setVisible(running.more)
        for button in (self.record_button, self.run_button):
            button.setVisible(bool(running.rows))
        self._renew()

    def _cells(self, row: RunningRow) -> tuple[Cell, ...]:
        step = self.tr("{step} (cannot go on)").format(step=row.step) if row.incident else row.step
        return (
            Cell(row.record, tone="accent_text"),
            Cell(row.title, strong=True),
            Cell(row.stage),
            Cell(row.owner),
            Cell(moment_text(row.started_at), tone="muted"),
            Cell(step, tone="bad_text" if row.incident else ""),
            Cell(str(row.version), right=True),
        )

    def _chosen(self) -> RunningRow | None:
        number = self.table.selected()
        return next((row for row in self._rows if row.id == number), None)

    def _renew(self) -> None:
        row = self._chosen()
        self.run_button.setEnabled(row is not None)
        self.record_button.setEnabled(row is not None and row.place is not None)

    def _open_run(self) -> None:
        row = self._chosen()
        if row is not None:
            self.go.emit(Place("process_run", row.id))

    def _open_record(self) -> None:
        row = self._chosen()
        if row is not None and row.place is not None:
            self.go.emit(row.place)
